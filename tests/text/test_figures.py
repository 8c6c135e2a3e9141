"""Quantities in sentences: their value, their kind, their hedge and what they count."""

from __future__ import annotations

import pytest

from tui.text.article import Figure
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences


def found(text: str) -> tuple[Figure, ...]:
    """The figures of a text, found as for an article."""
    return figures(text, sentences(text), [(day.start, day.end) for day in dates(text, None)])


def only(text: str) -> Figure:
    """The one figure of a text."""
    every = found(text)
    assert len(every) == 1, [figure.text for figure in every]
    return every[0]


# sentence, span, value, hedge, noun
COUNTS = [
    ("Er stonden 1500 koeien in de wei.", "1500", 1500, None, "koeien"),
    ("Het bedrijf telt 10.000 werknemers.", "10.000", 10_000, None, "werknemers"),
    ("De gemeente plant 1.250.000 narcissen.", "1.250.000", 1_250_000, None, "narcissen"),
    ("De kazerne leidt vijfhonderd officieren op.", "vijfhonderd", 500, None, "officieren"),
    ("Aan tafel zaten drie generaals.", "drie", 3, None, "generaals"),
    ("Er viel één gewonde.", "één", 1, None, "gewonde"),
    ("Het land heeft een miljoen fietsen over.", "een miljoen", 1e6, None, "fietsen"),
    ("De fabriek perste een half miljoen flessen.", "een half miljoen", 5e5, None, "flessen"),
    ("De stad telt anderhalf miljoen inwoners.", "anderhalf miljoen", 1.5e6, None, "inwoners"),
    ("Er leven 8,2 miljard mensen op aarde.", "8,2 miljard", 8.2e9, None, "mensen"),
    ("De kweker verkocht 3 miljoen bollen.", "3 miljoen", 3e6, None, "bollen"),
    ("In de haven lagen 23 duizend kisten.", "23 duizend", 23_000, None, "kisten"),
    ("Ongeveer 300 bewoners sliepen elders.", "300", 300, "about", "bewoners"),
    ("Zo'n 40 bussen bleven binnen.", "40", 40, "about", "bussen"),
    ("Zo’n 40 bussen bleven binnen.", "40", 40, "about", "bussen"),
    ("Circa 75 kinderen deden mee.", "75", 75, "about", "kinderen"),
    ("Naar schatting 900 vogels kwamen om.", "900", 900, "about", "vogels"),
    ("Er kwamen rond de 600 fietsers langs.", "600", 600, "about", "fietsers"),
    ("Een schip of tien lag te wachten.", "tien", 10, "about", "schip"),
    ("Ten minste 18 huizen liepen onder.", "18", 18, "at least", "huizen"),
    ("Zeker twaalf arbeiders raakten gewond.", "twaalf", 12, "at least", "arbeiders"),
    ("Er zijn minimaal 30 vrijwilligers nodig.", "30", 30, "at least", "vrijwilligers"),
    ("Minstens 200 boeren blokkeren de weg.", "200", 200, "at least", "boeren"),
    ("Meer dan 5000 supporters reisden mee.", "5000", 5000, "more than", "supporters"),
    ("Ruim 80 winkels sluiten.", "80", 80, "more than", "winkels"),
    ("Minder dan 90 leden stemden.", "90", 90, "less than", "leden"),
    ("Bijna 700 lampen gingen uit.", "700", 700, "less than", "lampen"),
    ("Krap vijftig ouders tekenden.", "vijftig", 50, "less than", "ouders"),
    ("Nog geen dertig bezoekers bleven tot het eind.", "dertig", 30, "less than", "bezoekers"),
    ("Maximaal 250 gasten mogen naar binnen.", "250", 250, "at most", "gasten"),
    ("Er passen hooguit zes auto's op.", "zes", 6, "at most", "auto's"),
    ("Hoogstens veertig paarden starten.", "veertig", 40, "at most", "paarden"),
    ("Er zijn niet meer dan 15 plaatsen.", "15", 15, "at most", "plaatsen"),
    ("De zaal biedt plaats aan tot 400 dansers.", "400", 400, "at most", "dansers"),
    ("Er kwamen 10.000 Noord-Koreaanse militairen aan.", "10.000", 10_000, None, "militairen"),
    ("De club kocht drie jonge Deense spelers.", "drie", 3, None, "spelers"),
    ("De marine stuurde vierhonderd man.", "vierhonderd", 400, None, "man"),
    ("Van de lammeren zijn het er 24.", "24", 24, None, None),
    ("Tweeëntwintig schapen zijn zoek.", "Tweeëntwintig", 22, None, "schapen"),
    ("Er gingen twaalfhonderd brieven uit.", "twaalfhonderd", 1200, None, "brieven"),
    ("Twee verdachten zitten vast.", "Twee", 2, None, "verdachten"),
    ("Nul leerlingen zakten.", "Nul", 0, None, "leerlingen"),
]
# sentence, span, value, hedge, noun, unit
MONEY = [
    ("Een kaartje kost € 300.", "€ 300", 300, None, None, "EUR"),
    ("Een kaartje kost €12,50.", "€12,50", 12.5, None, None, "EUR"),
    ("De boete is 750 euro.", "750", 750, None, "euro", "EUR"),
    (
        "De order was ruim 6,7 miljard dollar waard.",
        "6,7 miljard",
        6.7e9,
        "more than",
        "dollar",
        "USD",
    ),
    ("De schade loopt op tot € 2 miljoen.", "€ 2 miljoen", 2e6, None, None, "EUR"),
    ("De brug kost bijna 48 miljoen euro.", "48 miljoen", 48e6, "less than", "euro", "EUR"),
    ("Zij won twintigduizend euro.", "twintigduizend", 20_000, None, "euro", "EUR"),
    ("De subsidie is een half miljoen euro.", "een half miljoen", 5e5, None, "euro", "EUR"),
    ("Een brood kost daar 3 pond.", "3", 3, None, "pond", "GBP"),
    ("De prijs steeg naar 1,89 euro per liter.", "1,89", 1.89, None, "euro", "EUR"),
    ("Het land leent 400 miljoen Zweedse kronen.", "400 miljoen", 4e8, None, "kronen", "SEK"),
    ("Hij betaalde hooguit $ 90.", "$ 90", 90, "at most", None, "USD"),
]
PERCENT = [
    ("De huur stijgt met 12 procent.", "12 procent", 12, None),
    ("De opkomst was 64,5 procent.", "64,5 procent", 64.5, None),
    ("De btw gaat naar 21%.", "21%", 21, None),
    ("De btw gaat naar 21 %.", "21 %", 21, None),
    ("Ruim 30 procent van de leden stemde tegen.", "30 procent", 30, "more than"),
    ("Twintig procent van de oogst is verloren.", "Twintig procent", 20, None),
    ("De omzet daalde met bijna 8 procent.", "8 procent", 8, "less than"),
    ("De economie kromp met 0,3 procent.", "0,3 procent", 0.3, None),
]
SHARES = [
    ("Een derde van de huizen staat leeg.", "Een derde", 1 / 3),
    ("De helft van de klas was ziek.", "De helft", 0.5),
    ("Driekwart van de vloot ligt stil.", "Driekwart", 0.75),
    ("Een kwart van de bomen is ziek.", "Een kwart", 0.25),
    ("Twee derde van de raad is voor.", "Twee derde", 2 / 3),
    ("Een op de drie leerlingen spijbelt.", "Een op de drie", 1 / 3),
    ("Eén op de tien treinen rijdt te laat.", "Eén op de tien", 0.1),
    ("Twee op de vijf bedrijven zoeken personeel.", "Twee op de vijf", 0.4),
    ("Een vijfde van het dorp kwam kijken.", "Een vijfde", 0.2),
]
MEASURES = [
    ("De tunnel is 12 kilometer lang.", "12", 12, "kilometer", "km"),
    ("Het vroor 3 graden Celsius.", "3", 3, "graden", "°C"),
    ("De baby woog 3,4 kilo.", "3,4", 3.4, "kilo", "kg"),
    ("Er lekte 600 liter olie weg.", "600", 600, "liter", "l"),
    ("Het perceel meet 40 hectare.", "40", 40, "hectare", "ha"),
    ("De paal is twee meter hoog.", "twee", 2, "meter", "m"),
    ("De loods beslaat 900 vierkante meter.", "900", 900, "vierkante meter", "m²"),
    ("Het schip vervoert 4000 ton graan.", "4000", 4000, "ton", "t"),
    ("De plank is 80 cm breed.", "80", 80, "cm", "cm"),
    ("De wind haalt 120 kilometer per uur.", "120", 120, "kilometer", "km/h"),
    pytest.param(
        "Het waait met 90 km/u.",
        "90",
        90,
        "km/u",
        "km/h",
    ),
    pytest.param(
        "Er is 40 m3 zand nodig.",
        "40",
        40,
        "m3",
        "m³",
    ),
]
DURATIONS = [
    ("De bouw duurt 2,5 maand.", "2,5", 2.5, None, "maand"),
    ("Zij wachtte anderhalf jaar.", "anderhalf", 1.5, None, "jaar"),
    ("De molen sloot tien jaar geleden.", "tien", 10, None, "jaar"),
    ("De zitting duurde drie dagen.", "drie", 3, None, "dagen"),
    ("Het licht was 45 minuten weg.", "45", 45, None, "minuten"),
    ("Ze bleven langer dan zes weken.", "zes", 6, "more than", "weken"),
    ("Het verzet duurde een dag of tien.", "tien", 10, "about", "dag"),
    ("De rit duurt nog geen vier uur.", "vier", 4, "less than", "uur"),
    ("De proef loopt maximaal 18 maanden.", "18", 18, "at most", "maanden"),
]
# sentence, span, value
AGES = [
    ("Een 19-jarige automobilist reed door.", "19", 19),
    ("De dader is een man van 52 jaar.", "52", 52),
    ("Slachtoffer is een vrouw (81) uit Goes.", "81", 81),
    ("De agenten spraken een jongen van 16.", "16", 16),
    ("Oprichter Kees Wals (67) stopt ermee.", "67", 67),
    ("Een 5-jarig meisje is terecht.", "5", 5),
    ("Zij is 17 jaar en woont in Goes.", "17", 17),
    ("Een baby van vier maanden oud is gered.", "vier", 4),
    ("Minister Jansen (VVD, 48) gaat weg.", "48", 48),
    ("Het meisje van negen jaar is terecht.", "negen", 9),
    ("De zangeres is 34 jaar oud.", "34", 34),
    ("Zij werd 91 jaar.", "91", 91),
    ("Jongeren tot 18 jaar reizen gratis.", "18", 18),
]
# sentence, span, value, hedge
MULTIPLES = [
    ("De prijs is twee keer zo hoog.", "twee", 2, None),
    ("Er zijn drie keer zo veel muizen als toen.", "drie", 3, None),
    ("De huren zijn verdubbeld.", "verdubbeld", 2, None),
    ("Het aantal klachten verdrievoudigde.", "verdrievoudigde", 3, None),
    ("De opbrengst is bijna vier keer zo groot.", "vier", 4, "less than"),
]
# sentence, span, low, noun
VAGUE = [
    ("Tientallen boten liggen vast.", "Tientallen", 10, "boten"),
    ("Er liepen honderden mensen mee.", "honderden", 100, "mensen"),
    ("De zaak trok duizenden kijkers.", "duizenden", 1000, "kijkers"),
    ("Er zijn enkele tientallen banen weg.", "enkele tientallen", 20, "banen"),
    ("Een paar honderd leden zegden op.", "Een paar honderd", 200, "leden"),
    ("Enkele duizenden kuikens stikten.", "Enkele duizenden", 2000, "kuikens"),
    ("Tienduizenden vogels trekken over.", "Tienduizenden", 10_000, "vogels"),
    ("Miljoenen sprinkhanen vraten het graan.", "Miljoenen", 1e6, "sprinkhanen"),
]
# sentence, span, low, high, kind, hedge, noun
RANGES = [
    ("Er kwamen tussen 8 en 13 schepen.", "8 en 13", 8, 13, "count", None, "schepen"),
    ("De groep bestaat uit 20 tot 30 man.", "20 tot 30", 20, 30, "count", None, "man"),
    ("Zij kreeg drie à vier brieven.", "drie à vier", 3, 4, "count", None, "brieven"),
    ("Er zijn vijf tot zes weken nodig.", "vijf tot zes", 5, 6, "duration", None, "weken"),
    (
        "De reis kost 10.000 tot 12.000 euro.",
        "10.000 tot 12.000",
        1e4,
        1.2e4,
        "money",
        None,
        "euro",
    ),
    ("Zo'n 15 à 20 boeren tekenden.", "15 à 20", 15, 20, "count", "about", "boeren"),
    ("Het zijn 3-4 monteurs.", "3-4", 3, 4, "count", None, "monteurs"),
    ("De kosten zijn 6 à 7 miljoen euro.", "6 à 7 miljoen", 6e6, 7e6, "money", None, "euro"),
    ("De prijs ligt tussen de € 40 en € 55.", "€ 40 en € 55", 40, 55, "money", None, None),
    ("De rente gaat 2 tot 3 procent omhoog.", "2 tot 3 procent", 2, 3, "percent", None, None),
    (
        "Ze lopen twaalf tot vijftien kilometer.",
        "twaalf tot vijftien",
        12,
        15,
        "measure",
        None,
        "kilometer",
    ),
    ("Er liggen 3000 tot 4000 pakjes.", "3000 tot 4000", 3000, 4000, "count", None, "pakjes"),
]


@pytest.mark.parametrize(("text", "span", "value", "hedge", "noun"), COUNTS)
def test_a_count(text: str, span: str, value: float, hedge: str | None, noun: str | None) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value) == (span, "count", value)
    assert (got.hedge, got.noun, got.low, got.high, got.unit) == (hedge, noun, None, None, None)


@pytest.mark.parametrize(("text", "span", "value", "hedge", "noun", "unit"), MONEY)
def test_a_sum_of_money(
    text: str, span: str, value: float, hedge: str | None, noun: str | None, unit: str
) -> None:
    got = only(text)
    assert (got.text, got.kind, got.unit) == (span, "money", unit)
    assert (got.value, got.hedge, got.noun) == (pytest.approx(value), hedge, noun)


@pytest.mark.parametrize(("text", "span", "value", "hedge"), PERCENT)
def test_a_percentage(text: str, span: str, value: float, hedge: str | None) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value, got.hedge) == (span, "percent", value, hedge)


@pytest.mark.parametrize(("text", "span", "value"), SHARES)
def test_a_share_is_between_nought_and_one(text: str, span: str, value: float) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value) == (span, "share", pytest.approx(value))


@pytest.mark.parametrize(("text", "span", "value", "noun", "unit"), MEASURES)
def test_a_measure(text: str, span: str, value: float, noun: str, unit: str) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value) == (span, "measure", value)
    assert (got.noun, got.unit) == (noun, unit)


@pytest.mark.parametrize(("text", "span", "value", "hedge", "noun"), DURATIONS)
def test_a_duration(text: str, span: str, value: float, hedge: str | None, noun: str) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value) == (span, "duration", value)
    assert (got.hedge, got.noun) == (hedge, noun)


@pytest.mark.parametrize(("text", "span", "value"), AGES)
def test_an_age(text: str, span: str, value: float) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value) == (span, "age", value)


@pytest.mark.parametrize(("text", "span", "value", "hedge"), MULTIPLES)
def test_a_multiple(text: str, span: str, value: float, hedge: str | None) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value, got.hedge) == (span, "multiple", value, hedge)


@pytest.mark.parametrize(("text", "span", "low", "noun"), VAGUE)
def test_a_vague_magnitude_has_its_least_reading(
    text: str, span: str, low: float, noun: str
) -> None:
    got = only(text)
    assert (got.text, got.kind, got.value, got.low) == (span, "vague", None, low)
    assert got.noun == noun


@pytest.mark.parametrize(("text", "span", "low", "high", "kind", "hedge", "noun"), RANGES)
def test_a_range_is_one_figure(
    text: str, span: str, low: float, high: float, kind: str, hedge: str | None, noun: str | None
) -> None:
    got = only(text)
    assert (got.text, got.value, got.low, got.high) == (span, None, low, high)
    assert (got.kind, got.hedge) == (kind, hedge)
    assert kind == "percent" or got.noun == noun
