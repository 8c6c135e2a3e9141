"""What a figure takes from the one beside it, from a question, and from a place pointed at."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_again import LOST, MORE, REGION, SENT
from tests.store.test_series_told import CAMP, told

THERE = f"{SENT} in Soemy"


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # a whole that was told before, to the digit
        ("Men telt 4000 slachtoffers. Van die 4000 zouden er 900 dood zijn.", 4000, LOST),
        ("Zij telden 3000 tot 4000 slachtoffers. Van de 4000 zouden er 900 dood zijn.", 4000,
         LOST),
        # in one breath with others on top
        ("Zij kunnen nog 300 man bij sturen, 'misschien zelfs 900'.", 900, MORE),
        ("Zij kunnen nog 300 man bij sturen, zegt Kyiv over 900 man.", 900, SENT),
        # one end of a range
        ("Er komen 3000 tot 4000 extra soldaten. Men zweeg. Zo'n 4000, dat klinkt hoog.", 4000,
         MORE),
        # a place that is pointed at
        (f"{REGION} Washington hield het voor die regio op 900 man.", 900, THERE),
        (f"{REGION} Washington hield het voor dat plan op 900 man.", 900, SENT),
        (f"{REGION} In Soemy zitten 8000 man. Kyiv vreest de 900 Noord-Koreanen aldaar.", 900,
         THERE),
        (f"{REGION} Hij noemt voor die regio 800 man en Kyiv stuurt 900 soldaten.", 900, SENT),
        # a question that tells where
        ("Hoeveel er al in Soemy zijn, is onbekend. Een krant noemt 900 man.", 900, THERE),
        ("Hoeveel er al komen, is in Soemy onbekend. Een krant noemt 900 man.", 900, SENT),
        # where those were who were told last
        ("In Rusland zitten 9000 man, van wie 800 in Soemy zitten. Volgens Kyiv zijn daar 900 "
         "soldaten aangekomen.", 900, THERE),
        # gathered at a place
        ("Er zijn 900 Noord-Koreaanse soldaten samengetrokken in Soemy.", 900, THERE),
        # of all, and not of those at a place
        ("In Soemy zitten 800 soldaten. Seoul noemt 900 als totaal.", 900, SENT),
        ("In Soemy zitten 800 soldaten. Op termijn worden het er 900.", 900, SENT),
        ("In Soemy zitten 800 soldaten. Straks worden het er 900.", 900, THERE),
        # what a clause tells of a place
        ("Er gaan 900 man naar Soemy, waar Kyiv land in handen heeft.", 900, SENT),
        ("Er zaten 900 mensen in het café, waar zij werden gedood.", 900, "count killed people"),
        # what it is set beside
        ("Er keerden 200 gewonden terug. Dat dodental is lager dan de schatting van 900.", 900,
         "count killed people"),
        ("Er zijn 200 soldaten gevangen. Zijn dodental is hoger dan die 900.", 900,
         "count killed people"),
        # two events told as one
        ("Volgens haar gaat het om 900 man, van lichtgewond tot gesneuveld.", 900, LOST),
        # words that tell a number
        ("Er zijn 800 soldaten. In Kyiv wordt 900 aangehouden.", 900, SENT),
        ("Er zijn 800 soldaten. De ambassadeur acht 900 waarschijnlijker.", 900, SENT),
        ("In Seoul werden 900 mensen aangehouden.", 900, "count arrested people"),
        ("In Seoul hield de politie 900 mensen aan.", 900, "count arrested people"),
        ("Er zijn 800 soldaten. In Kyiv wordt 900 genoemd.", 900, SENT),
        # those whom others join
        ("Er komen er 300 bij, boven op de 900 van vorig najaar.", 900, SENT),
    ],
)  # fmt: skip
def test_what_stands_beside_a_figure(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    "body",
    [
        "Een bataljon telt doorgaans 900 soldaten.",
        "De groep was op één man na verdwenen.",
        "Er valt één dode op enkele gewonden.",
    ],
)
def test_what_is_no_count_of_anyone(body: str) -> None:
    assert keys_of((CAMP, body)) == []


@pytest.mark.parametrize(
    ("body", "families"),
    [
        (
            "Van de 1376 vierkante kilometer is nog 800 over. Londen komt op ongeveer 700.",
            ["measure km² area"] * 3,
        ),
        ("Zij houden 480 vierkante kilometer bezet.", ["measure km² area"]),
        (
            "Zij houden 480 vierkante kilometer bezet. Londen komt op 9000 man.",
            ["measure km² area", SENT],
        ),
        (
            "Zij houden 480 vierkante kilometer bezet. Londen telt er 400 gesneuveld.",
            ["measure km² area", "count killed people"],
        ),
        (
            "Zij houden 480 vierkante kilometer bezet; volgens de telling sneuvelden er 400.",
            ["measure km² area", "count killed people"],
        ),
        (
            "Een soldaat krijgt een loon van 2000 dollar. Anderen komen lager uit, op 1500.",
            ["money USD pay", "money USD pay"],
        ),
        (
            "Een soldaat krijgt een loon van 2000 dollar. Anderen houden het op 12.000.",
            ["money USD pay", SENT],
        ),
    ],
)
def test_a_bare_number_goes_on_from_a_measure_of_its_size(body: str, families: list[str]) -> None:
    assert [key.family for key in keys_of((CAMP, body))] == families


@pytest.mark.parametrize(
    ("body", "family"),
    [
        ("De bouw kost 480 euro. De club telt er nog 500 over.", "money EUR cost"),
        ("De boot is 300 meter lang. De politie telde er 400.", "measure m length"),
        ("De brug is 300 meter lang. Vorig jaar telde de stad 400.", "measure m length"),
        ("De reis kostte 300 euro. Vorige week liepen hier 400 langs.", "money EUR cost"),
    ],
)
def test_a_number_of_something_else_is_no_measure(body: str, family: str) -> None:
    assert [key.family for key in keys_of((CAMP, body))].count(family) == 1


def test_what_happens_as_a_rule_is_counted_still() -> None:
    body = "Doorgaans vallen er 300 doden per dag."
    assert "killed" in told(CAMP, body)[300].family


def test_those_of_several_peoples_are_nobody_s_alone() -> None:
    body = "Londen houdt het op 45.000 soldaten. Onder hen de Noord-Koreanen."
    assert told(CAMP, body)[45_000].whose != "Noord-Korea"
    body = "Londen houdt het op 45.000 soldaten. Onder hen is het onrustig."
    assert told(CAMP, body)[45_000].whose == "Noord-Korea"
    body = "Rusland heeft 12.000 soldaten gestuurd. Onder hen zijn 500 Noord-Koreanen."
    assert told(CAMP, body)[12_000].whose == "Rusland"


def test_a_state_itself_has_losses_that_another_tells() -> None:
    body = "De meesten verliest Rusland zelf: Zelensky had het over 38.000 man."
    assert told(CAMP, body)[38_000].whose == "Rusland"
    body = "Het zwaarst lijdt Rusland zelf, men ging uit van 900 doden."
    assert told(CAMP, body)[900].whose == "Rusland"
    body = "De Russische staf beweert dat Oekraïne in Soemy al 40.000 man kwijt is."
    assert told(CAMP, body)[40_000].whose == "Oekraïne"


@pytest.mark.parametrize(
    ("body", "number", "whose"),
    [
        ("Oekraïne verloor 40.000 man. Van de 12.000 die Pyongyang stuurde, zwijgt men.", 12_000,
         "Noord-Korea"),
        ("Op het plein liepen 900 militairen uit Frankrijk.", 900, "Frankrijk"),
    ],
)  # fmt: skip
def test_who_sends_them_is_nearer_than_the_figure_before(
    body: str, number: int, whose: str
) -> None:
    assert told(CAMP, body)[number].whose == whose


def test_those_of_several_countries_are_of_none() -> None:
    body = "Op het plein liepen 900 militairen uit veertien landen."
    assert told(CAMP, body)[900].whose.startswith("?")
