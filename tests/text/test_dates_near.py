"""Dates told from the day of publication: days, weekdays, weeks, months, years and distances."""

from __future__ import annotations

import pytest

from tui.text.dates import dates

PUBLISHED = "2024-11-06"  # a Wednesday

# sentence, span, first day, last day
DAYS = [
    ("De raad besluit vandaag.", "vandaag", "2024-11-06", "2024-11-06"),
    ("Vanochtend stond er file.", "Vanochtend", "2024-11-06", "2024-11-06"),
    ("Het blijft vanavond droog.", "vanavond", "2024-11-06", "2024-11-06"),
    ("Vannacht vroor het.", "Vannacht", "2024-11-06", "2024-11-06"),
    ("De bond liet gisteren van zich horen.", "gisteren", "2024-11-05", "2024-11-05"),
    ("Gisteravond brandde een schuur af.", "Gisteravond", "2024-11-05", "2024-11-05"),
    ("Eergisteren kwam hij vrij.", "Eergisteren", "2024-11-04", "2024-11-04"),
    ("Morgen wordt het zacht.", "Morgen", "2024-11-07", "2024-11-07"),
    ("Zij vertrekt morgenochtend.", "morgenochtend", "2024-11-07", "2024-11-07"),
    ("De Kamer stemt overmorgen.", "overmorgen", "2024-11-08", "2024-11-08"),
    ("De afgelopen nacht brandde een schuur af.", "afgelopen nacht", "2024-11-05", "2024-11-06"),
]
WEEKDAYS = [
    ("De recherche heeft maandag drie broers opgepakt.", "maandag", *["2024-11-04"] * 2),
    ("De man is zondag overleden.", "zondag", *["2024-11-03"] * 2),
    ("De brug werd vrijdag geopend.", "vrijdag", *["2024-11-01"] * 2),
    ("Zelensky zei dinsdag dat het rustig is.", "dinsdag", *["2024-11-05"] * 2),
    ("Het ministerie meldt dinsdag dat het klaar is.", "dinsdag", *["2024-11-05"] * 2),
    ("Zaterdag verloor Goes met 2-0.", "Zaterdag", *["2024-11-02"] * 2),
    ("Donderdagavond stemde de raad tegen.", "Donderdagavond", *["2024-10-31"] * 2),
    ("De pont voer zaterdagochtend op een zandbank.", "zaterdagochtend", *["2024-11-02"] * 2),
    ("De man die zondag is gepakt, zwijgt.", "zondag", *["2024-11-03"] * 2),
    ("Sinds zaterdag ligt het dorp stil.", "zaterdag", *["2024-11-02"] * 2),
    (
        "In het noorden zijn zaterdag zeven skiërs onder sneeuw terechtgekomen.",
        *["zaterdag", "2024-11-02", "2024-11-02"],
    ),
    ("De ploeg is er zondag niet in geslaagd te winnen.", "zondag", *["2024-11-03"] * 2),
    (
        "Dat hebben de ministers van beide landen maandag afgesproken.",
        "maandag",
        *["2024-11-04"] * 2,
    ),
    ("De rechtbank doet vrijdag uitspraak.", "vrijdag", *["2024-11-08"] * 2),
    ("De zanger wordt zaterdag begraven.", "zaterdag", *["2024-11-09"] * 2),
    ("Vrijdag presenteert het kabinet de plannen.", "Vrijdag", *["2024-11-08"] * 2),
    ("De uitvaart is zaterdag in besloten kring.", "zaterdag", *["2024-11-09"] * 2),
    ("De trein zal maandag weer rijden.", "maandag", *["2024-11-11"] * 2),
    ("Hij zei dat de zitting vrijdag begint.", "vrijdag", *["2024-11-08"] * 2),
    ("De bond heeft voor donderdag een staking aangekondigd.", "donderdag", *["2024-11-07"] * 2),
    ("De weg blijft tot vrijdag dicht.", "vrijdag", *["2024-11-08"] * 2),
    ("Zij moeten uiterlijk maandag betalen.", "maandag", *["2024-11-11"] * 2),
    ("Zij roept de bewoners op de bossen tot zondag te mijden.", "zondag", *["2024-11-10"] * 2),
    ("De boeren voeren maandag actie.", "maandag", *["2024-11-11"] * 2),
    ("De burgemeester sprak woensdag van een ramp.", "woensdag", *["2024-11-06"] * 2),
    ("Afgelopen vrijdag regende het.", "Afgelopen vrijdag", *["2024-11-01"] * 2),
    ("Afgelopen woensdag regende het.", "Afgelopen woensdag", *["2024-10-30"] * 2),
    ("Vorige vrijdag regende het.", "Vorige vrijdag", *["2024-11-01"] * 2),
    ("Komende zondag gaat hij naar Goes.", "Komende zondag", *["2024-11-10"] * 2),
    ("Aanstaande zondag gaat hij naar Goes.", "Aanstaande zondag", *["2024-11-10"] * 2),
    ("Hij gaat aankomende zondag naar Goes.", "aankomende zondag", *["2024-11-10"] * 2),
    ("Zij kwam vrijdag jl. aan.", "vrijdag jl.", *["2024-11-01"] * 2),
    ("Zij komt vrijdag a.s. aan.", "vrijdag a.s.", *["2024-11-08"] * 2),
    ("Het overleg is volgende week donderdag.", "volgende week donderdag", *["2024-11-14"] * 2),
    ("De top is donderdag volgende week.", "donderdag volgende week", *["2024-11-14"] * 2),
    ("De top was vorige week vrijdag.", "vorige week vrijdag", *["2024-11-01"] * 2),
    ("De top was vrijdag vorige week.", "vrijdag vorige week", *["2024-11-01"] * 2),
    ("De zitting is vrijdag over twee weken.", "vrijdag over twee weken", *["2024-11-22"] * 2),
    (
        "In de nacht van maandag op dinsdag brandde het.",
        "nacht van maandag op dinsdag",
        "2024-11-04",
        "2024-11-05",
    ),
    (
        "In de nacht van zaterdag op zondag gaat de klok terug.",
        "nacht van zaterdag op zondag",
        "2024-11-09",
        "2024-11-10",
    ),
    (
        "De weg was van vrijdag tot en met zondag dicht.",
        "vrijdag tot en met zondag",
        "2024-11-01",
        "2024-11-03",
    ),
    ("Op vrijdag werd de brug gesloten.", "vrijdag", *["2024-11-01"] * 2),
]
STRETCHES = [
    ("Vorige week zakte de koers.", "Vorige week", "2024-10-28", "2024-11-03"),
    ("Deze week staken de chauffeurs.", "Deze week", "2024-11-04", "2024-11-10"),
    ("Volgende week begint het.", "Volgende week", "2024-11-11", "2024-11-17"),
    ("Begin volgende week begint het.", "Begin volgende week", "2024-11-11", "2024-11-12"),
    ("Eind vorige week begon het.", "Eind vorige week", "2024-11-01", "2024-11-03"),
    ("Eerder deze week begon het.", "deze week", "2024-11-04", "2024-11-10"),
    ("Dit weekend is er markt.", "Dit weekend", "2024-11-09", "2024-11-10"),
    ("Afgelopen weekend was er markt.", "Afgelopen weekend", "2024-11-02", "2024-11-03"),
    ("Komend weekend is er markt.", "Komend weekend", "2024-11-09", "2024-11-10"),
    ("Vorig weekend was er markt.", "Vorig weekend", "2024-11-02", "2024-11-03"),
    ("Volgend weekeinde is er markt.", "Volgend weekeinde", "2024-11-16", "2024-11-17"),
    ("Vorige maand zakte de rente.", "Vorige maand", "2024-10-01", "2024-10-31"),
    ("Deze maand zakte de rente.", "Deze maand", "2024-11-01", "2024-11-30"),
    ("Volgende maand zakt de rente.", "Volgende maand", "2024-12-01", "2024-12-31"),
    ("Eind deze maand is het klaar.", "Eind deze maand", "2024-11-21", "2024-11-30"),
    ("Begin volgende maand is het klaar.", "Begin volgende maand", "2024-12-01", "2024-12-10"),
    ("Vorig jaar was het anders.", "Vorig jaar", "2023-01-01", "2023-12-31"),
    ("Dit jaar is het anders.", "Dit jaar", "2024-01-01", "2024-12-31"),
    ("Eerder dit jaar was het anders.", "dit jaar", "2024-01-01", "2024-12-31"),
    ("Volgend jaar wordt het anders.", "Volgend jaar", "2025-01-01", "2025-12-31"),
    ("Komend jaar wordt het anders.", "Komend jaar", "2025-01-01", "2025-12-31"),
    ("Verleden jaar was het anders.", "Verleden jaar", "2023-01-01", "2023-12-31"),
    ("Eind vorig jaar was het anders.", "Eind vorig jaar", "2023-09-01", "2023-12-31"),
    ("Begin dit jaar was het anders.", "Begin dit jaar", "2024-01-01", "2024-04-30"),
    ("Vorig jaar maart was het anders.", "Vorig jaar maart", "2023-03-01", "2023-03-31"),
    ("Vorig jaar eind maart was het anders.", "Vorig jaar eind maart", "2023-03-21", "2023-03-31"),
    ("Vorig jaar op 3 maart was het anders.", "Vorig jaar op 3 maart", "2023-03-03", "2023-03-03"),
    ("Vorig jaar zomer was het anders.", "Vorig jaar zomer", "2023-06-01", "2023-08-31"),
    (
        "In het derde kwartaal van vorig jaar.",
        "derde kwartaal van vorig jaar",
        "2023-07-01",
        "2023-09-30",
    ),
    ("In de eerste helft van dit jaar.", "eerste helft van dit jaar", "2024-01-01", "2024-06-30"),
    ("In de zomer van vorig jaar.", "zomer van vorig jaar", "2023-06-01", "2023-08-31"),
    ("Vorig kwartaal zakte de winst.", "Vorig kwartaal", "2024-07-01", "2024-09-30"),
    ("Afgelopen zomer was het warm.", "Afgelopen zomer", "2024-06-01", "2024-08-31"),
    ("Komende winter wordt het koud.", "Komende winter", "2024-12-01", "2025-02-28"),
    ("Dit najaar komt er glasvezel.", "Dit najaar", "2024-09-01", "2024-11-30"),
    ("In de vorige eeuw stond het er al.", "vorige eeuw", "1901-01-01", "2000-12-31"),
]
DISTANCES = [
    ("Drie dagen geleden belde zij.", "2024-11-03", "2024-11-03"),
    ("Zij belde 10 dagen geleden.", "2024-10-27", "2024-10-27"),
    ("Twee weken geleden belde zij.", "2024-10-21", "2024-10-27"),
    ("Zij belde een week geleden.", "2024-10-28", "2024-11-03"),
    ("Zes maanden geleden belde zij.", "2024-05-01", "2024-05-31"),
    ("Tien jaar geleden belde zij.", "2014-01-01", "2014-12-31"),
    ("Zij belde vijfentwintig jaar geleden.", "1999-01-01", "1999-12-31"),
    ("Zij belde honderd twintig jaar geleden.", "1904-01-01", "1904-12-31"),
    ("Zij belde honderd en tien jaar geleden.", "1914-01-01", "1914-12-31"),
    ("Zij belde vijf en twintig jaar geleden.", "1999-01-01", "1999-12-31"),
    ("Over drie dagen komt zij.", "2024-11-09", "2024-11-09"),
    ("Zij komt over twee weken.", "2024-11-18", "2024-11-24"),
    ("Zij komt over een maand.", "2024-12-01", "2024-12-31"),
    ("Zij komt over vijf jaar.", "2029-01-01", "2029-12-31"),
]


@pytest.mark.parametrize(("text", "span", "first", "last"), [*DAYS, *WEEKDAYS, *STRETCHES])
def test_a_date_is_told_from_the_day_of_publication(
    text: str, span: str, first: str, last: str
) -> None:
    (day,) = dates(text, PUBLISHED)
    assert text[day.start : day.end] == day.text == span
    assert (day.first, day.last) == (first, last)


@pytest.mark.parametrize(("text", "first", "last"), DISTANCES)
def test_a_distance_is_as_exact_as_its_unit(text: str, first: str, last: str) -> None:
    (day,) = dates(text, PUBLISHED)
    assert (day.first, day.last) == (first, last)


@pytest.mark.parametrize("text", [row[0] for row in (*DAYS, *WEEKDAYS, *STRETCHES, *DISTANCES)])
def test_without_a_day_of_publication_it_is_named_and_not_resolved(text: str) -> None:
    (day,) = dates(text, None)
    assert (day.first, day.last) == (None, None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Tien jaar geleden belde zij.", "Tien jaar geleden"),
        ("Zij belde ruim 25 jaar geleden.", "25 jaar geleden"),
        ("De molen is honderd twintig jaar geleden gebouwd.", "honderd twintig jaar geleden"),
        ("Zij belde een half jaar geleden.", "een half jaar geleden"),
        ("Anderhalf jaar geleden belde zij.", "Anderhalf jaar geleden"),
        ("Over drie dagen komt zij.", "Over drie dagen"),
        ("Een week geleden belde zij.", "Een week geleden"),
        ("Over een week komt zij.", "Over een week"),
    ],
)
def test_the_number_of_a_distance_belongs_to_the_date_and_a_hedge_does_not(
    text: str, span: str
) -> None:
    (day,) = dates(text, PUBLISHED)
    assert day.text == span


@pytest.mark.parametrize(
    "text", ["Ruim tien jaar geleden belde zij.", "Anderhalf jaar geleden belde zij."]
)
def test_a_distance_that_is_not_exact_is_named_and_not_resolved(text: str) -> None:
    (day,) = dates(text, PUBLISHED)
    assert (day.first, day.last) == (None, None)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Vorig jaar was het anders.", "2024", "2023-01-01"),
        ("Vorig jaar was het anders.", "2024-05", "2023-01-01"),
        ("Vorige maand was het anders.", "2024-05", "2024-04-01"),
        ("Op 3 mei was het anders.", "2024-05", "2024-05-03"),
        ("Vorige maand was het anders.", "2024", None),
        ("Vorige week was het anders.", "2024-05", None),
        ("Gisteren was het anders.", "2024-05", None),
        ("Gisteren was het anders.", "2024-05-09T23:30:00+02:00", "2024-05-08"),
        ("Gisteren was het anders.", "9 mei 2024", None),
        ("Gisteren was het anders.", "", None),
        ("Vorige week was het anders.", "2024-01-01", "2023-12-25"),
        ("Vorige maand was het anders.", "2024-01-15", "2023-12-01"),
        ("De top was dinsdag goed bezocht.", "2025-01-02", "2024-12-31"),
        ("De top wordt maandag gehouden.", "2024-12-31", "2025-01-06"),
        ("Op 28 december viel er sneeuw.", "2025-01-12", "2024-12-28"),
    ],
)
def test_as_much_is_resolved_as_is_known_of_the_day(
    text: str, published: str, expected: str | None
) -> None:
    (day,) = dates(text, published)
    assert day.first == expected


@pytest.mark.parametrize(
    "text",
    [
        "Elke vrijdag is er markt.",
        "De eerste maandag van de maand loeit de sirene.",
        "Het was een vrijdag als alle andere.",
        "Die vrijdag bleef hij thuis.",
        "De vrijdag daarvoor bleef hij thuis.",
        "Op zaterdag eten zij soep.",
        "De winkel is ook op zondag open.",
        "Op een gewone dinsdagavond staan er twaalf auto's.",
        "Zij las in Robinson en Vrijdag was haar held.",
        "Het is vrijdags altijd vis.",
        "De zaterdagkrant is dikker.",
        "De Morgen schreef erover.",
        "Vandaag Inside begint om half negen.",
        "Vandaag de dag kan dat niet meer.",
        "Goede morgen, zei hij.",
        "De volgende morgen was alles wit.",
        "De volgende dag was alles wit.",
        "Het volgende jaar bleef hij thuis.",
        "Zij komen twee keer per week.",
        "De afgelopen weken was het stil.",
        "Jaren geleden stond hier een molen.",
        "De kosten worden over drie jaar verdeeld.",
        "De film gaat over drie jaar oorlog.",
        "Uitgesmeerd over vijf jaar is dat weinig.",
        "Een dag later kwam zij terug.",
        "Zij bleef een week lang weg.",
        "Eind goed, al goed.",
        "Het halve jaar was om.",
    ],
)
def test_what_is_any_day_or_one_told_elsewhere_is_no_date(text: str) -> None:
    assert [day.text for day in dates(text, PUBLISHED)] == []
