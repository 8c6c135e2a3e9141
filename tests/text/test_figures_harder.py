"""Quantities where the words around the number matter: rows of what one sentence gives."""

from __future__ import annotations

import pytest

from tui.text.article import Figure
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences


def found(text: str) -> tuple[Figure, ...]:
    """The figures of a text, found as for an article."""
    return figures(text, sentences(text), [(day.start, day.end) for day in dates(text, None)])


# sentence, then for each figure: span, value (or low and high), kind, hedge
ROWS = [
    (
        "Meer dan een half miljoen huizen zit zonder stroom.",
        [("een half miljoen", 5e5, "count", "more than")],
    ),
    ("Ruim anderhalf miljoen Belgen keken.", [("anderhalf miljoen", 1.5e6, "count", "more than")]),
    ("Ongeveer een derde van de winkels is dicht.", [("een derde", 1 / 3, "share", "about")]),
    ("Bijna de helft van de kippen is dood.", [("de helft", 0.5, "share", "less than")]),
    ("Meer dan driekwart stemde voor.", [("driekwart", 0.75, "share", "more than")]),
    ("Eén op de honderd monsters was fout.", [("Eén op de honderd", 0.01, "share", None)]),
    (
        "Drie van de vijf wethouders stapten op.",
        [("Drie", 3, "count", None), ("vijf", 5, "count", None)],
    ),
    (
        "Tussen de tien en vijftien auto's vlogen in brand.",
        [("tien en vijftien", (10, 15), "count", None)],
    ),
    ("Tussen 10 en 15 procent valt uit.", [("10 en 15 procent", (10, 15), "percent", None)]),
    ("Tussen 2015 en 2020 verdwenen 40 cafés.", [("40", 40, "count", None)]),
    ("Het kost 3 tot 4 miljard kronen.", [("3 tot 4 miljard", (3e9, 4e9), "money", None)]),
    ("Er zijn 200-300 vissers.", [("200-300", (200, 300), "count", None)]),
    ("Er zijn 200 à 300 vissers.", [("200 à 300", (200, 300), "count", None)]),
    (
        "Zo'n twintig tot dertig agenten vielen binnen.",
        [("twintig tot dertig", (20, 30), "count", "about")],
    ),
    ("De temperatuur daalt tot -5 graden.", [("-5", -5, "measure", None)]),
    ("Het wordt min 8 graden.", [("min 8", -8, "measure", None)]),
    (
        "De huur steeg van 600 naar 720 euro.",
        [("600", 600, "money", None), ("720", 720, "money", None)],
    ),
    (
        "De kosten stegen van 4 miljoen naar 6 miljoen euro.",
        [("4 miljoen", 4e6, "money", None), ("6 miljoen", 6e6, "money", None)],
    ),
    (
        "Een reis van 28 uur en 45 minuten.",
        [("28", 28, "duration", None), ("45", 45, "duration", None)],
    ),
    ("De 81-jarige bewoner belde zelf.", [("81", 81, "age", None)]),
    (
        "Twee mannen van 19 en 23 jaar zitten vast.",
        [("Twee", 2, "count", None), ("19", 19, "age", None), ("23", 23, "age", None)],
    ),
    ("Een negentienjarige student won.", [("negentien", 19, "age", None)]),
    ("Een driejarig contract ligt klaar.", [("drie", 3, "duration", None)]),
    ("Honderden miljoenen euro's zijn weg.", [("Honderden miljoenen", (1e8, None), "vague", None)]),
    (
        "Er zijn tientallen duizenden bezoekers.",
        [("tientallen duizenden", (10_000, None), "vague", None)],
    ),
    ("De brand kostte tienduizenden euro's.", [("tienduizenden", (10_000, None), "vague", None)]),
    ("De storm kostte een paar miljoen euro.", [("een paar miljoen", (2e6, None), "vague", None)]),
    ("Er is 1,5 keer zo veel regen gevallen.", [("1,5", 1.5, "multiple", None)]),
    ("Het aantal ratten is vertienvoudigd.", [("vertienvoudigd", 10, "multiple", None)]),
    ("De straf is hooguit zes jaar cel.", [("zes", 6, "duration", "at most")]),
    ("De trein reed 140 kilometer per uur.", [("140", 140, "measure", None)]),
    ("Het plein is 40 bij 60 meter.", [("40", 40, "measure", None), ("60", 60, "measure", None)]),
    (
        "Er kwam 20 millimeter regen in drie uur.",
        [("20", 20, "measure", None), ("drie", 3, "duration", None)],
    ),
    ("De centrale levert 600 megawatt.", [("600", 600, "measure", None)]),
    ("De winst kwam uit op 3,2 miljoen.", [("3,2 miljoen", 3.2e6, "money", None)]),
    (
        "Uit een peiling onder 1200 kiezers blijkt dat 55 procent twijfelt.",
        [("1200", 1200, "count", None), ("55 procent", 55, "percent", None)],
    ),
    (
        "Het waren er hooguit veertig, misschien dertig.",
        [("veertig", 40, "count", "at most"), ("dertig", 30, "count", None)],
    ),
    ("Niet minder dan 70 landen deden mee.", [("70", 70, "count", "at least")]),
    ("Op zijn minst vijf getuigen zagen het.", [("vijf", 5, "count", "at least")]),
    ("Er stonden om en nabij de 90 kramen.", [("90", 90, "count", "about")]),
    ("Pakweg 30 deelnemers haakten af.", [("30", 30, "count", "about")]),
    ("Er lagen 25 lichamen, mogelijk meer.", [("25", 25, "count", None)]),
    (
        "Het dorp telt nog 300 zielen, onder wie 12 kinderen.",
        [("300", 300, "count", None), ("12", 12, "count", None)],
    ),
    ("Elf van hen zijn opgenomen.", [("Elf", 11, "count", None)]),
    ("De andere vier bleven thuis.", [("vier", 4, "count", None)]),
    ("Beide partijen willen 2,50 euro erbij.", [("2,50", 2.5, "money", None)]),
    (
        "De straat is 2,5 kilometer lang en 12 meter breed.",
        [("2,5", 2.5, "measure", None), ("12", 12, "measure", None)],
    ),
    ("Voor 3.50 euro krijg je koffie.", [("3.50", 3.5, "money", None)]),
    ("Een ton aan sieraden is gestolen.", []),
    (
        "Het leger zegt 1.100 tot 1.200 man te hebben verloren.",
        [("1.100 tot 1.200", (1100, 1200), "count", None)],
    ),
    (
        "Meer dan 10.000, maar minder dan 12.000 soldaten.",
        [("10.000", 10_000, "count", "more than"), ("12.000", 12_000, "count", "less than")],
    ),
    (
        "De 12.000 militairen vormen vier brigades.",
        [("12.000", 12_000, "count", None), ("vier", 4, "count", None)],
    ),
    (
        "Het duel duurde 2 uur, 3 minuten en 10 seconden.",
        [("2", 2, "duration", None), ("3", 3, "duration", None), ("10", 10, "duration", None)],
    ),
    ("Ze werd tweede met 8,5 punten.", [("8,5", 8.5, "count", None)]),
    (
        "Het waren honderdvijftig tot tweehonderd man.",
        [("honderdvijftig tot tweehonderd", (150, 200), "count", None)],
    ),
    ("Op 5 mei kwamen er 5 duizend gasten.", [("5 duizend", 5000, "count", None)]),
    ("Een kwart miljoen mensen tekende.", [("Een kwart miljoen", 250_000, "count", None)]),
    ("Drie kwart van het land is nat.", [("Drie kwart", 0.75, "share", None)]),
    ("Drie kwartier later was het vuur uit.", [("Drie", 3, "duration", None)]),
    ("Een half uur later was het over.", [("Een half", 0.5, "duration", None)]),
    ("Hij stond tweeënhalf uur stil.", [("tweeënhalf", 2.5, "duration", None)]),
    ("Er werd 4,5 ton cocaïne gevonden.", [("4,5", 4.5, "measure", None)]),
]


def shape(figure: Figure) -> tuple[object, ...]:
    """Span, value or bounds, kind and hedge of a figure."""
    value = (
        (figure.low, figure.high) if figure.value is None else pytest.approx(figure.value, abs=1e-6)
    )
    return (figure.text, value, figure.kind, figure.hedge)


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_every_quantity_of_a_sentence_is_read(text: str, wanted: list[tuple[object, ...]]) -> None:
    every = found(text)
    assert [shape(figure) for figure in every] == wanted
    assert all(text[figure.start : figure.end] == figure.text for figure in every)


def test_figures_in_two_paragraphs_have_places_in_the_whole_text() -> None:
    text = "Er zijn 30 boten.\n\nIn de haven liggen 14 kotters.\n\nDat is 3 procent."
    every = found(text)
    assert [figure.value for figure in every] == [30, 14, 3]
    assert [text[figure.start : figure.end] for figure in every] == ["30", "14", "3 procent"]


def test_an_empty_text_has_no_figures() -> None:
    assert found("") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De boete ging van 80 naar 60 euro.", [("80", 80), ("60", 60)]),
        ("De reis duurde 28 uur en 45 minuten.", [("28", 28), ("45", 45)]),
        ("Zes van de tien bomen zijn ziek.", [("Zes", 6), ("tien", 10)]),
        ("Er zijn vijf doden en elf gewonden.", [("vijf", 5), ("elf", 11)]),
        ("De raad stemde met 19 tegen 12 stemmen.", [("19", 19), ("12", 12)]),
        ("Er zaten 14 mannen, 9 vrouwen en een kind in.", [("14", 14), ("9", 9)]),
        ("De vijf boten haalden 70 ton vis.", [("vijf", 5), ("70", 70)]),
        ("Op 4 mei 2023 kwamen er 60 gasten.", [("60", 60)]),
        ("In 2021 waren er 3000 leden, nu 2500.", [("3000", 3000), ("2500", 2500)]),
        ("Om 21.15 uur stonden er 12 wagens.", [("12", 12)]),
        ("Het leger groeide van 1500 naar 1700 soldaten.", [("1500", 1500), ("1700", 1700)]),
        ("De vloot kromp van 2000 naar 1950 schepen.", [("2000", 2000), ("1950", 1950)]),
        ("Het garnizoen groeide tot 1800 man.", [("1800", 1800)]),
        ("Tot 1800 was dit een haven.", []),
        ("Van 1995 naar 2010 ging het snel.", []),
        ("Over drie weken komt hij, tien dagen geleden ging hij.", [("drie", 3), ("tien", 10)]),
        ("Een half jaar geleden kwam hij.", [("Een half", 0.5)]),
        ("Een week geleden kwam hij.", []),
        ("Toen anderen al van 1000 spraken, zweeg hij.", [("1000", 1000)]),
        ("Sinds anderen al van 1987 spraken, zweeg hij.", []),
        ("Dat van de 900 man bij Ginds 4000 zijn geteld.", [("900", 900), ("4000", 4000)]),
        ("Met de Boeing 4000 zijn er zorgen.", []),
        ("De bond acht elfhonderd waarschijnlijker.", [("elfhonderd", 1100)]),
        ("De bond acht 1100 waarschijnlijker.", [("1100", 1100)]),
        ("Er zijn acht 15-jarigen.", [("acht", 8), ("15", 15)]),
        ("Het zijn acht duizend man.", [("acht duizend", 8000)]),
    ],
)
def test_each_quantity_of_a_sentence_is_a_figure(
    text: str, wanted: list[tuple[str, float]]
) -> None:
    assert [(figure.text, figure.value) for figure in found(text)] == wanted


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Er zijn ruim 30 doden en 50 gewonden.", ["more than", None]),
        ("Er zijn 30 doden en ruim 50 gewonden.", [None, "more than"]),
        ("Zeker acht kippen en zes eenden zijn dood.", ["at least", None]),
    ],
)
def test_a_hedge_does_not_reach_over_en(text: str, hedges: list[str | None]) -> None:
    assert [figure.hedge for figure in found(text)] == hedges


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Er kwamen 10.000 Noord-Koreaanse militairen aan.", "10.000 Noord-Koreaanse militairen"),
        ("Er stonden 1500 soldaten klaar.", "1500 soldaten"),
        ("De club kocht drie jonge Deense spelers.", "drie jonge Deense spelers"),
        ("De boete is 750 euro.", "750 euro"),
        ("Van de lammeren zijn het er 24.", "24"),
    ],
)
def test_the_phrase_is_the_number_with_its_whole_noun_phrase(text: str, phrase: str) -> None:
    assert found(text)[0].phrase == phrase


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("De schattingen liggen tussen de tien- en twaalfduizend.", (10_000, 12_000)),
        ("Er waren 10- à 12.000 gasten.", (10_000, 12_000)),
        ("Het ligt tussen de 10- en 12.000.", (10_000, 12_000)),
        ("Er waren elf- of twaalfduizend gasten.", (11_000, 12_000)),
    ],
)
def test_the_halves_of_a_range_share_what_the_second_ends_in(
    text: str, ends: tuple[float, float]
) -> None:
    (figure,) = found(text)
    assert (figure.low, figure.high) == ends


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("De dienst is met 300 veel terughoudender.", None),
        ("Er kwamen er meer, zodat het totaal op 3000 uitkwam.", None),
        ("Dat was toen anderen nog op 3000 uitkwamen.", None),
        ("De dienst is met 300 aanzienlijk somberder.", None),
        ("Volgens hem was die lichting van 12.000 vrijwel op.", None),
        ("Hij denkt aan enkele duizenden gevechtstroepen.", "gevechtstroepen"),
        ("Er zijn er 40 gevonden.", None),
    ],
)
def test_what_tells_how_much_more_is_no_noun(text: str, noun: str | None) -> None:
    assert [figure.noun for figure in found(text)] == [noun]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Een van hen, inmiddels 21, wil naar huis.", "age"),
        ("De jongste, volgens zijn papieren inmiddels 21, zwijgt.", "age"),
        ("Kees Wals, nu 67, zwijgt.", "age"),
        ("Het aantal doden, inmiddels 21, stijgt.", "count"),
        ("Een van hen, inmiddels 21 jaren weg, wil naar huis.", "duration"),
    ],
)
def test_an_age_of_now_stands_between_commas(text: str, kind: str) -> None:
    assert [figure.kind for figure in found(text)] == [kind]
