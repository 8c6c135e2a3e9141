"""What is told a second time, added up, set beside something, or told of others than it seems."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of, together
from tests.store.test_series_told import CAMP, told
from tui.store.series import gather

SENT = "count deployed troops"
MORE = f"{SENT} more"
LOST = "count losses people"
REGION = "De regio Soemy ligt aan de grens."
EXTRA = "Er komen 300 extra soldaten."


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # where they were moved to
        (f"{REGION} Er zijn 900 soldaten naar Soemy overgebracht.", 900, f"{SENT} in Soemy"),
        ("Er zijn 900 soldaten naar Tasjino overgebracht.", 900, SENT),
        # words that tell a number
        ("Er komt versterking. Kyiv kwam met een raming van 900.", 900, MORE),
        ("Er komt versterking. Kyiv rekent met 900.", 900, MORE),
        ("Er zijn opnieuw soldaten gestuurd. De staf kwam met een raming van 900 man.", 900, MORE),
        # all of them again
        (f"{EXTRA} De teller staat daarmee op 900.", 900, SENT),
        (f"{EXTRA} Zij voegen zich bij de 900 van vorig jaar.", 900, SENT),
        (f"{EXTRA} Er zijn er nu van de eerste lichting 900.", 900, SENT),
        (f"{EXTRA} Een krant had al eerder 400 genoemd.", 400, MORE),
        ("In Soemy zijn er 800 soldaten. Kyiv denkt dat het er in totaal 900 worden.", 900, SENT),
        ("In Soemy zijn er 800 soldaten. Kyiv denkt dat het er 900 worden.", 900,
         f"{SENT} in Soemy"),
        ("Het is een versterking voor de eerste groep van 900 man.", 900, SENT),
        (f"{EXTRA} Dat is een verdubbeling van de oorspronkelijke 900.", 900, SENT),
        ("Met de versterking van dit jaar komt men op 900.", 900, SENT),
        ("De tweede wordt nu op 900 man geschat.", 900, MORE),
        ("Met een schip vertrokken er 900 extra soldaten.", 900, MORE),
        # nobody speaks of more
        ("Hij zei erbij dat niemand het zag. Kyiv had het over 900 man.", 900, SENT),
        ("Volgens Kyiv zijn velen gedood of gewond. In totaal zou het om zo'n 900 man gaan.", 900,
         LOST),
        # a sum, and what is set beside another
        ("Zo'n 300 soldaten zijn gesneuveld en 2700 gewond geraakt, samen dus 3000.", 3000, LOST),
        ("Er zijn 600 soldaten gedood of gewond, ruim de helft van de ongeveer 1100 die zijn "
         "gestuurd. Dat is meer dan de 470 van april.", 470, LOST),
        ("De helft van de mannen komt uit Parijs, 900 soldaten zijn gewond. Londen houdt het op "
         "800.", 800, "count wounded people"),
        # a clause of its own
        ("Of het er nu 900 zijn geweest, of er 300 zijn omgekomen, niemand weet het.", 900, SENT),
        ("Of er nu 300 zijn omgekomen, of er 900 zijn gekomen, niemand weet het.", 900, SENT),
        ("Van de eerste lichting, door Seoul op 900 gesteld, zouden er 300 zijn gedood.", 900,
         SENT),
        ("Er zijn 900 soldaten, onder wie zieken, gesneuveld.", 900, "count killed people"),
        ("Er zijn 900 soldaten, onder wie zieken, naar huis teruggebracht.", 900,
         "count returned troops"),
        ("Er staan 900 soldaten, zegt Kyiv, die zwijgen, en er vielen doden.", 900, SENT),
        ("Er staan 900 soldaten van wie velen ziek zijn, en er vielen doden.", 900, SENT),
        ("In de loopgraven liggen 900 soldaten en 300 van hen zijn dood.", 900, SENT),
        ("Zo'n 900 Noord-Koreanen werden slachtoffer.", 900, LOST),
        ("Seoul noemde een gewondental van rond de 900.", 900, "count wounded people"),
        ("De dienst stelde dat bij voor het weekend van Pasen: 900 doden en gewonden.", 900,
         f"{LOST} weekend"),
        # where they are
        ("Er zijn 900 soldaten die nog in Soemy zijn.", 900, f"{SENT} in Soemy"),
        ("In Soemy vochten eerder al 900 soldaten.", 900, SENT),
        ("In Soemy vochten op het hoogtepunt volgens Kyiv zo'n 900 soldaten.", 900,
         f"{SENT} in Soemy"),
        ("Er zijn 900 soldaten ingezet in Soemy.", 900, f"{SENT} in Soemy"),
        ("In Soemy zijn er 800 soldaten. Dat is opgetrokken tot 900, op een totaal van 1200 in "
         "heel Rusland.", 900, f"{SENT} in Soemy"),
        # told behind a colon, or as what a clause goes on about
        ("Er zijn 800 soldaten. Kyiv komt hoger uit: bijna 900.", 900, SENT),
        ("Er komt versterking. Volgens de dienst gaat het zeker om 900 man.", 900, MORE),
        # those who go to work
        ("Er gaan 900 Noord-Koreanen naar de dronefabriek.", 900, "count people"),
        ("Er gaan 900 Noord-Koreanen naar de dronefabriek. Een krant noemde er 800.", 800,
         "count people"),
        ("Er gaan 900 Noord-Koreanen heen voor de wederopbouw.", 900, "count people"),
        # a mark behind the number
        (f"{REGION} Kyiv sprak van 'meer dan 900' in de regio.", 900, f"{SENT} in Soemy"),
        (f"{REGION} Kyiv sprak van “zeker 900 man” in de regio.", 900, f"{SENT} in Soemy"),
        # no noun behind `het aantal`
        ("Kyiv zegt dat het aantal soldaten groeit. Zij denken dat het aantal binnenkort stijgt "
         "tot 900.", 900, SENT),
    ],
)  # fmt: skip
def test_what_a_figure_is_told_to_be(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    "body",
    [
        "Er staat een strijdmacht van 900 man, de Noord-Koreanen meegerekend.",
        "Kyiv bindt 900 man van de vijand.",
    ],
)
def test_a_force_that_others_belong_to_is_not_theirs(body: str) -> None:
    assert told(CAMP, body)[900].whose.startswith("?")


def test_states_that_reckon_together_send_nobody() -> None:
    body = "Frankrijk, Spanje en Turkije gaan uit van 900 soldaten die zijn aangekomen."
    assert told(CAMP, body)[900].whose == "Noord-Korea"


def test_men_who_are_reckoned_in_do_not_tell_whose_the_others_are() -> None:
    body = "Er staat een strijdmacht van 900 man, de koks meegerekend."
    assert told(CAMP, body)[900].whose == "Noord-Korea"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Eén dode op drie gewonden is gewoon.", 1),
        ("Het schip kan 900 man vervoeren.", 900),
        ("Er komen vijf eenheden van telkens ongeveer 900 man.", 900),
    ],
)
def test_a_rate_and_room_for_so_many_count_nobody(body: str, number: int) -> None:
    assert number not in told(CAMP, body)


def test_men_whom_a_ship_carried_are_counted() -> None:
    assert told(CAMP, "Het schip kon vertrekken en heeft 900 man vervoerd.")[900].family == SENT


def test_vague_numbers_that_tell_how_many_there_are_are_no_part_of_them() -> None:
    body = "Er zijn 900 doden. De schattingen liepen uiteen van enkele honderden tot duizend."
    vague = told(CAMP, body)[200]
    assert (vague.family, vague.part_of) == ("count killed people", -1)


def test_a_number_that_is_told_again_counts_what_it_did() -> None:
    body = "Er sneuvelden 900 soldaten. De gevangenen zwijgen. Van die 900 zijn er 300 omgekomen."
    every = [key for key in keys_of((CAMP, body)) if key.value == 900]
    assert [key.words[1] for key in every] == ["soldaten", "soldaten"]


def test_as_many_as_were_told_of_are_where_those_are() -> None:
    body = "In Soemy vechten 900 soldaten.\n\nMaandag had Kyiv het ook al over {} soldaten."
    same = [key.family for key in keys_of((CAMP, body.format(900)))]
    assert same == [f"{SENT} in Soemy"] * 2
    assert [key.family for key in keys_of((CAMP, body.format(800)))][1] == SENT


def test_a_state_that_opens_the_lead_sends_its_own() -> None:
    body = (
        "Frankrijk heeft in januari heel wat troepen gestuurd. Het begon met 900 man."
        "\n\nDe Fransen vechten. De Spanjaarden zwijgen. Ook de Fransen zwijgen."
    )
    assert told("Aan het front", body)[900].whose == "Frankrijk"


@pytest.mark.parametrize(
    ("title", "country"),
    [
        (CAMP, "Noord-Korea"),
        ("Soldaten gestuurd", "Korea"),
        ("Noord-Koreaanse soldaten tegenover Zuid-Koreaanse soldaten", "Korea"),
    ],
)
def test_people_of_half_a_country_are_of_the_half_that_is_named(title: str, country: str) -> None:
    assert told(title, "De Koreaanse soldaten zijn met 900.")[900].whose == country


def test_a_number_that_goes_on_from_one_without_a_people_stands_with_it() -> None:
    body = (
        "Er was sprake van een eerste lichting van 1500 militairen. Dat aantal zou oplopen tot "
        "12.000."
    )
    assert together(("Aan het front", body)) == {frozenset({"1500 militairen", "12.000"})}


@pytest.mark.parametrize(("number", "joined"), [("10.900", 4), ("16.000", 3)])
def test_nearly_one_number_told_twice_joins_what_others_tell_of_it(
    number: str, joined: int
) -> None:
    twice = (
        "Aan het front",
        "In Noord-Korea zwijgt men. Er gingen 11.000 soldaten aan boord."
        f"\n\nOver geld zwijgt men. Voor {number} soldaten in Rusland is dat veel.",
    )
    others = [
        (CAMP, f"In Rusland zijn {other} Noord-Koreaanse soldaten.")
        for other in ("11.000", "10.000")
    ]
    assert max(len(one.members) for one in gather(keys_of(twice, *others))) == joined
