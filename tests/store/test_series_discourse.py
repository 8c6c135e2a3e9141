"""What the sentences before a figure, and those who only speak in them, tell of it."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_told import CAMP, told
from tui.store.series_keys import SeriesKey

SENT = "count deployed troops"
REGION = "De regio Soemy ligt aan de grens."


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Er vertrokken 900 soldaten. Hoeveel van hen zijn er omgekomen? Seoul telde er 300.", 300,
         "count killed people"),
        ("Er kwamen 300 soldaten om. Hoeveel soldaten zijn er gestuurd? Het begon met 900.", 900,
         SENT),
        ("Hoeveel tanks gingen er verloren? Londen houdt het op 40.", 40, "count tank"),
    ],
)  # fmt: skip
def test_a_number_answers_the_question_before_it(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Er zijn 900 soldaten aangekomen in Boesan.", 900, SENT),
        (f"{REGION} Er zijn 900 soldaten aangekomen in Soemy.", 900, f"{SENT} in Soemy"),
        ("Van de 900 soldaten die in Tasjino oefenen, is een deel ziek.", 900,
         f"{SENT} in Tasjino"),
        ("Van de 900 soldaten in Tasjino zijn er 300 gedood.", 900, SENT),
        ("In Tasjino vechten rond de 900 soldaten mee.", 900, f"{SENT} in Tasjino"),
        ("Een eerste groep van 900 man gaat naar Tasjino.", 900, f"{SENT} first in Tasjino"),
        ("Er kwamen 300 om. Hij zegt dat er 900 in Tasjino zitten.", 900, f"{SENT} in Tasjino"),
        ("Ze zijn in de regio Soemy. Vorige week hield men het daar op 900 man.", 900,
         f"{SENT} in Soemy"),
        ("In de regio Soemy zijn volgens hem zeker 900 soldaten en in heel Rusland 1200.", 1200,
         SENT),
        ("Ze zijn in Soemy, waar nu 900 man zitten.", 900, f"{SENT} in Soemy"),
        ("Hij kent generaals die meegingen naar Soemy, waar in mei 900 man zaten.", 900,
         f"{SENT} in Soemy"),
        ("Ze zitten in de regio Soemy. Van de 900 soldaten die in het gebied zijn, rust een deel.",
         900, f"{SENT} in Soemy"),
        (f"{REGION} Vorige week telde Washington in Soemy nog 900 soldaten.", 900,
         f"{SENT} in Soemy"),
        ("Hij was in Boesan. Hij sprak daar van 900 soldaten.", 900, SENT),
        ("Rusland heeft 900 Noord-Koreaanse soldaten overgebracht naar Tasjino.", 900,
         f"{SENT} in Tasjino"),
        ("Noord-Korea heeft 900 soldaten overgebracht naar Tasjino.", 900, SENT),
    ],
)  # fmt: skip
def test_those_in_a_region_are_told_from_those_on_their_way(
    body: str, number: int, family: str
) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Eerst gingen er 900 soldaten. Daar zijn in maart 300 man bij gekomen.", 300,
         f"{SENT} more"),
        ("Er gingen 900 man in het najaar, gevolgd door een tweede groep van 300.", 900, SENT),
        ("Het land wil zijn troepenmacht met 900 man uitbreiden.", 900, f"{SENT} more"),
        ("Het land breidt zijn troepenmacht uit naar 900 man.", 900, SENT),
        ("Er gaan nieuwe soldaten heen. Het wordt nog onderzocht. Het gaat om 900 man.", 900,
         f"{SENT} more"),
        ("Men houdt vast aan 900 soldaten en ziet geen nieuwe lichting.", 900, SENT),
        ("Met de versterking van 300 man komt Seoul op 900.", 900, SENT),
    ],
)  # fmt: skip
def test_what_comes_on_top_is_told_from_all(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Europa heeft 900 soldaten nodig voor een bestand.", 900, "count needed troops"),
        ("Er zijn 900 soldaten, onder wie 50 officieren. Men telt er nu 1100.", 1100, SENT),
        ("Het waren er 3000, twee keer zo veel als de 900 waarvan men eerst uitging.", 900, SENT),
        ("De eerste groep soldaten, die in mei ging, telde 900 man.", 900, SENT),
        ("Het gaat om 300 doden op een totaal van 900 uitgezonden soldaten.", 900, SENT),
        ("Er vielen 300 doden onder de groep van 900 die was ingezet.", 900, SENT),
        ("Op papier telt zijn leger 900.000 man.", 900_000, "count army"),
        ("Er vielen 500 doden en gewonden, en een derde daarvan is overleden.", 500,
         "count losses people"),
        ("Er zijn twee gewonde soldaten gevangengenomen.", 2, "count captured people"),
        ("Het verlies was 300 man. Het totaal komt daarmee op 9000.", 9000, "count losses people"),
        ("Bij Aleppo vielen 50 slachtoffers onder de soldaten.", 50,
         "count losses people bij Aleppo"),
        ("De 50 slachtoffers uit het weekend zijn vervangen.", 50,
         "count losses people weekend"),
        ("Van de 900 soldaten zijn er 300 gedood. Kyiv noemt er 400.", 400,
         "count killed people"),
        ("Er zijn 900 soldaten, die velen erg jong lijken.", 900, SENT),
        ("De soldaten lagen onder vuur. Het zijn er 900.", 900, SENT),
        ("Er zijn 900 soldaten teruggebracht.", 900, "count returned troops"),
        ("Er zijn 900 soldaten, tegenover 300 vorige week.", 300, SENT),
        ("Men telt er 1200, de 300 die dit jaar volgden inbegrepen.", 300, f"{SENT} more"),
        ("Er gingen 900 soldaten, gevolgd door zo'n 300.", 300, f"{SENT} more"),
        ("Na de eerste 900 soldaten kwamen er in mei nog 300.", 300, f"{SENT} more"),
        ("Hij sprak van 900 gedode en gewonde Franse militairen.", 900, "count losses people"),
        ("Ze zijn van een elitekorps, dat uit 40.000 militairen zou bestaan.", 40_000,
         "count army"),
        ("Er gaan 900 man, goed voor zes dagen Russische verliezen.", 900, SENT),
        ("Er vielen 300 doden. De eerste groep soldaten telde 900 man.", 900, SENT),
        ("Er vielen 300 doden op een sterkte van 900 soldaten.", 900, SENT),
        ("Er vielen 300 doden, ruim de helft van de 900 die waren gestuurd.", 900, SENT),
        ("Ze verloren woensdag 300 man. Het totaal zou daarmee op 9000 komen.", 9000,
         "count losses people"),
        ("Kyiv hield van het begin af vast aan 900 soldaten.", 900, SENT),
    ],
)  # fmt: skip
def test_what_a_number_is_of_is_told_by_its_clause(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Het land leverde 120 stuks van zowel geschut als raketten.", 120),
        ("Er zijn twee eenheden van 900 man elk.", 900),
        ("Ze vallen aan met 900 man tegelijk.", 900),
    ],
)
def test_what_is_of_another_thing_is_not_of_the_soldiers(body: str, number: int) -> None:
    assert number not in told(CAMP, body)


def test_the_sum_of_two_kinds_is_of_what_they_are() -> None:
    found = told(CAMP, "Het land stuurt 1000 sappeurs en 5000 bouwers, samen 6000 man.")
    assert found[6000].family == found[1000].family


def whose(title: str, body: str) -> list[str]:
    return [key.whose for key in keys_of((title, body))]


@pytest.mark.parametrize(
    ("title", "body", "country"),
    [
        ("Franse soldaten gestuurd", "Daarmee zitten de Britten op één lijn. Men telt er nu 900.",
         "Frankrijk"),
        ("Franse soldaten gestuurd", "Het was met de Brit John Smit. Er gingen 900 soldaten heen.",
         "Frankrijk"),
        ("Frankrijk stuurt soldaten", "De eerste 900 soldaten zijn er. De Fransen zijn jong.",
         "Frankrijk"),
        ("Franse soldaten gestuurd", "Over de eigen doden zwijgt Spanje: er zijn 900 doden.",
         "Spanje"),
        ("Franse soldaten gestuurd", "Een hoge Britse militair sprak van 900 doden.", "Frankrijk"),
        ("Franse soldaten gestuurd", "Spanje en anderen schatten dat 900 soldaten zijn gesneuveld.",
         "Frankrijk"),
        ("Franse soldaten gestuurd", "Madrid maakte in mei melding van 900 soldaten.", "Frankrijk"),
        ("Franse soldaten gestuurd", "Hij sprak met de Brit John Smit over 900 doden.",
         "Frankrijk"),
        ("Franse soldaten gestuurd",
         "Tegenover een hoge Britse militair werd van 900 doden gesproken.", "Frankrijk"),
        ("Franse soldaten gestuurd",
         "De gezamenlijke chefs van staven van het Britse leger telden 900 doden en gewonden.",
         "Frankrijk"),
        ("De cijfers van de oorlog",
         "Spaanse doden: 900.\n\nDe Fransen vochten ook. Men telde 300 dode soldaten.",
         "Frankrijk"),
        ("Soldaten aan het front", "Washington begon bij 900 en zweeg toen.", ""),
        ("Aan het front",
         "“Het is erg”, zeggen de Britten. Zorgen zijn er bij de Britten. Er vechten Franse "
         "soldaten mee. Er zijn 900 soldaten gesneuveld.", "Frankrijk"),
        ("Soldaten gesneuveld", "Macron verloor daar 900 man.", "Frankrijk"),
        ("De cijfers van de oorlog",
         "Spaanse soldaten sneuvelden: 900.\n\nDe Fransen vochten ook. Van de 700 stierven er 300.",
         "Frankrijk"),
        ("Frankrijk stuurt soldaten",
         "Spanje stuurde 900 man.\n\nMen gaat uit van 300 gesneuvelden. De Fransen vechten mee.",
         "Frankrijk"),
    ],
)  # fmt: skip
def test_who_only_speaks_or_stands_by_is_not_whose_they_are(
    title: str, body: str, country: str
) -> None:
    assert whose(title, body)[-1] == country


def test_a_force_of_which_some_are_of_a_country_is_not_all_of_it() -> None:
    whole, part = keys_of((CAMP, "Er staat een macht van 900 man, onder wie 300 Noord-Koreanen."))
    assert whole.whose != part.whose == "Noord-Korea"


def test_officers_among_soldiers_do_not_tell_whose_the_others_are_not() -> None:
    body = "Er zijn 900 soldaten, onder wie 50 Noord-Koreaanse officieren."
    assert keys_of((CAMP, body))[0].whose == "Noord-Korea"


def test_the_dead_of_a_flood_are_of_no_one_whoever_is_among_them() -> None:
    body = "De vloed kostte 200 mensen het leven, onder wie drie Nederlanders."
    assert keys_of(("Overstroming in Valencia", body))[0].whose == ""


def test_those_of_the_other_side_are_not_those_of_the_article() -> None:
    found: dict[float | None, SeriesKey] = told(CAMP, "Er zijn 900 vijandelijke soldaten gezien.")
    assert found[900].whose != "Noord-Korea"


def test_those_that_were_sent_are_no_dead_whoever_was_told_before() -> None:
    body = "Er vielen 300 Franse doden, ruim de helft van de 900 die aanvankelijk zijn ingezet."
    assert told("Mijnenruimers vertrekken", body)[900].family == SENT
