"""Whether so many are in a region or in all, and what tells that of a bare number."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_again import LOST, REGION, SENT
from tests.store.test_series_told import CAMP, told

THERE = f"{SENT} in Soemy"


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # alone in a sentence with the region
        (f"{REGION} In de bossen bij Soemy bereiden zich 900 soldaten voor.", 900, THERE),
        (f"{REGION} Minister Oemerov zei in Soemy dat er 900 soldaten komen.", 900, SENT),
        ("Zelensky zei dat er in Soemy al bijna 900 soldaten zijn.", 900, THERE),
        ("De dienst meldde dat 900 soldaten met schepen in Vladivostok waren afgezet.", 900, SENT),
        (f"{REGION} Er gaan in mei naar Soemy 900 soldaten.", 900, SENT),
        # some of them
        ("In Rusland zijn 900 soldaten. Volgens haar zijn 800 van hen al in Soemy.", 800, THERE),
        (f"{REGION} In Rusland zijn 900 soldaten; 260 van hen gaan straks naar Soemy.", 260,
         THERE),
        # in one sentence with those in the region
        ("Washington houdt het op 800 man in Soemy, Kyiv op 900.", 900, THERE),
        ("Washington houdt het op 800 man in Soemy; in heel Rusland zijn het er 900.", 900, SENT),
        ("Washington houdt het op 800 man in Soemy; in de Verenigde Staten zijn het er 900.", 900,
         SENT),
        # the first of them, whatever happened to others
        ("Er vielen 40 doden. Bij de eerste lichting ging het om 900 man.", 900, SENT),
        ("Er vielen 40 doden. Volgens haar ging het om 90 man.", 90, "count killed people"),
        # words that tell a number
        ("Kyiv wil het op ruim 900 houden.", 900, SENT),
        ("Londen kwam met een veel lagere schatting: 900.", 900, SENT),
        ("Volgens haar zijn er aan het einde van het jaar 12.000.", 12_000, SENT),
        ("Het gaat om 900 leden van de special forces.", 900, SENT),
        ("Hij sprak van 800 slachtoffers, van wie er later 400 overbleven.", 400,
         f"{LOST} part"),
    ],
)  # fmt: skip
def test_where_those_are_who_are_counted(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


def test_who_came_to_the_place_of_the_headline_is_there() -> None:
    body = "Van de 900 man die in mei in Boesan aankwamen, is de helft gewond."
    there = told("Noord-Koreaanse militairen in Boesan", body)[900]
    assert there.family == f"{SENT} in Boesan"
    assert told(CAMP, body)[900].family == SENT


def test_a_known_region_is_one_without_being_told() -> None:
    body = "Van de 900 man die in mei in Belgorod aankwamen, is de helft gewond."
    assert told(CAMP, body)[900].family == f"{SENT} in Belgorod"
    assert told(CAMP, "In Belgorod zijn nu 900 soldaten.")[900].country == "Rusland"


@pytest.mark.parametrize("border", ["de grens", "de grensstreek", "het grensgebied"])
def test_the_border_is_the_only_region_that_is_told_of(border: str) -> None:
    moved = f"In mei zijn er 900 soldaten naar {border} gebracht."
    assert told(CAMP, f"Er wordt gevochten in Belgorod. {moved}")[900].place == "Belgorod"


def test_which_border_is_not_guessed_at() -> None:
    moved = "In mei zijn er 900 soldaten naar de grens gebracht."
    body = f"Er wordt gevochten in Belgorod en Koersk. {moved}"
    assert told(CAMP, body)[900].place == ""


@pytest.mark.parametrize(
    "body",
    [
        "Zij houden nog 450 vierkante kilometer, schatten kenners.",
        "Zij hebben nog 450 vierkante kilometer in handen.",
    ],
)
def test_what_is_measured_is_no_verb(body: str) -> None:
    assert [key.family for key in keys_of((CAMP, body))] == ["measure km² area"]


def test_as_many_soldiers_told_again_are_the_same_people_s() -> None:
    body = (
        "Rusland trekt 50.000 Russische militairen samen. Daarbij zijn 900 Noord-Koreanen. "
        "Een krant had het ook over {} man die klaarstaan."
    )
    keys = keys_of(("Noord-Koreanen vechten mee", body.format("50.000")))
    assert [key.whose for key in keys if key.value == 50_000] == ["Rusland", "Rusland"]
    assert told("Noord-Koreanen vechten mee", body.format("9000"))[9000].whose == "Noord-Korea"
    ranges = body.replace("50.000", "50.000 tot 60.000").format("2000 tot 3000")
    assert told("Noord-Koreanen vechten mee", ranges)[2000].whose == "Noord-Korea"
