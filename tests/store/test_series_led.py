"""What a figure takes from how its article opens, from a number told before, and from a place."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_again import LOST, MORE, REGION, SENT
from tests.store.test_series_told import CAMP, told
from tui.text.dates import dates

AGAIN = "Noord-Korea heeft opnieuw soldaten gestuurd."


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # an article that opens with others who come
        (f"{AGAIN} Een krant weet van 900 man.", 900, MORE),
        (f"{AGAIN} Een maand geleden noemde men nog 300 soldaten.", 300, MORE),
        (f"{AGAIN}\n\nEen krant weet van 900 man.", 900, SENT),
        (f"{AGAIN} Een krant weet van de 900 man van vorig jaar.", 900, SENT),
        (f"{AGAIN} Een krant weet van in totaal 900 man.", 900, SENT),
        ("Noord-Korea heeft opnieuw soldaten gestuurd, zodat er nu in totaal 900 zijn. Een krant "
         "weet van 300 soldaten.", 300, SENT),
        ("Hij zei extra weinig. Een krant weet van 900 man.", 900, SENT),
        # in one breath with others on top
        ("Zij kunnen er nog 300 bij sturen, of misschien wel 900.", 900, MORE),
        ("Er komen 300 extra soldaten.\n\nMen weet niet of er 900 soldaten komen.", 900, SENT),
        # `het er` of those who were told last, and of all
        ("Er komen 300 extra soldaten. Men denkt dat het er 400 konden zijn.", 400, MORE),
        ("Er komen 300 extra soldaten. Men zweeg. Eerst waren het er 400.", 400, SENT),
        # those who are some of others at a place
        ("In Soemy staan 9000 man. Daaronder zijn 900 Noord-Koreanen.", 900, f"{SENT} in Soemy"),
        ("In Rusland staan 9000 man. Daaronder zijn 900 Noord-Koreanen.", 900, SENT),
        ("In Soemy staan 9000 man. Men zweeg. Daaronder zijn 900 Noord-Koreanen.", 900, SENT),
        ("In Soemy staan 9000 man. Verder zijn er 900 Noord-Koreanen.", 900, SENT),
        # `daar`, where no region was named
        ("In Soemy wordt gevochten. Volgens Kyiv staan daar 900 man.", 900, f"{SENT} in Soemy"),
        ("In Soemy sprak de president. Daar hoorde men dat er 900 man zijn.", 900, SENT),
        ("In Rusland wordt gevochten. Volgens Kyiv staan daar 900 man.", 900, SENT),
        # the only region that the article tells of
        (f"{REGION} Er zijn 900 soldaten naar het grensgebied verplaatst.", 900,
         f"{SENT} in Soemy"),
        (f"{REGION} In de regio Koersk is het stil. Er zijn 900 soldaten naar het grensgebied "
         "verplaatst.", 900, SENT),
        (f"{REGION} Er zijn 900 soldaten naar het gebied verplaatst.", 900, SENT),
        (f"{REGION} Er gaan 900 soldaten naar het grensgebied.", 900, SENT),
        # moved within a country
        ("Er zijn 900 soldaten naar Soemy verplaatst.", 900, f"{SENT} in Soemy"),
        # what some of them had, not all
        ("Volgens Kyiv zijn er velen gedood. Het zou om 900 man gaan, van wie er zo'n 300 zijn "
         "omgekomen.", 900, LOST),
        ("Volgens Kyiv zijn er velen gedood. Het zou om 900 man gaan.", 900,
         "count killed people"),
        # the half of those who came
        ("Er zijn 600 doden en gewonden en dat is de helft van de 900 die kwamen.", 900, SENT),
        # what is not counted
        ("Seoul telde 900 Noord-Koreanen in Rusland, verliezen niet meegeteld.", 900, SENT),
        ("Seoul telde 900 Noord-Koreanen in Rusland, verliezen buiten beschouwing gelaten.", 900,
         SENT),
        # a strength of so many
        ("Er zijn 600 doden en gewonden. Men gaat uit van een oorspronkelijke sterkte van 900.",
         900, SENT),
    ],
)  # fmt: skip
def test_what_an_article_tells_of_a_figure(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("title", "body", "country"),
    [
        ("Aan het front", "Men vroeg zich af wat Kims soldaten doen. Het zijn er 900.",
         "Noord-Korea"),
        ("Aan het front", "Frankrijks troepen vechten. Het zijn 900 soldaten.", "Frankrijk"),
        ("Aan het front", "Men zag hoe Noord-Korea's leger vecht. Het zijn 900 soldaten.",
         "Noord-Korea"),
        (CAMP, "Spanje, Frankrijk, de NAVO en de VS komen voor het eerste contingent uit op 900 "
         "man.", "Noord-Korea"),
        (CAMP, "Zelensky zelf ging vorige week uit van 900 doden en gewonden.", "Noord-Korea"),
        (CAMP, "Spanje zelf heeft 900 doden en gewonden.", "Spanje"),
        ("Frankrijk geeft troepen toe", "In twee lichtingen zijn 900 militairen vertrokken. Men "
         "zweeg. Men bleef zwijgen. Nu trekken de Spanjaarden weg.", "Frankrijk"),
    ],
)  # fmt: skip
def test_whose_they_are(title: str, body: str, country: str) -> None:
    assert told(title, body)[900].whose == country


def test_those_of_whom_some_are_told_are_people() -> None:
    body = "Er kwamen {} en drones. Men denkt dat er 900 in Rusland zijn"
    for noun in ("soldaten", "gewonden"):
        people = f"{body}, van wie velen ziek.".format(noun)
        assert told(CAMP, people)[900].words[1] == noun
        assert told(CAMP, f"{body}.".format(noun))[900].words[1] == noun  # they are at a place
    told_of = f"{body}.".replace(" in Rusland", "").format
    assert told(CAMP, told_of("gewonden"))[900].words[1] == "drones"
    assert told(CAMP, told_of("soldaten"))[900].words[1] == "soldaten"  # what it is about


def test_a_large_number_that_is_told_again_is_of_the_same() -> None:
    body = (
        "Er zijn 4000 doden en gewonden. Men zweeg. Men keek toe. Er gingen 12.000 soldaten heen. "
        "Kyiv zit op"
    )
    assert [key.family for key in keys_of((CAMP, f"{body} 4000."))] == [LOST, SENT, LOST]
    assert [key.family for key in keys_of((CAMP, f"{body} 4100."))] == [LOST, SENT, SENT]
    small = body.replace("4000", "400").replace("12.000", "1200")
    assert [key.family for key in keys_of((CAMP, f"{small} 400."))] == [LOST, SENT, SENT]


def test_a_sum_that_was_told_right_before_is_nearer_than_one_told_long_before() -> None:
    body = (
        "Er komen 3000 extra soldaten. Er zijn 4000 doden en gewonden. Vorige maand ging men nog "
        "uit van 3000."
    )
    assert [key.family for key in keys_of((CAMP, body))] == [MORE, LOST, LOST]


def test_a_number_of_its_own_sentence_is_nearer_than_one_told_to_the_digit() -> None:
    body = (
        "Er gingen 20.000 soldaten heen. Seoul telde 13.000 containers, een krant had het over "
        "20.000."
    )
    assert [key.words[1] for key in keys_of((CAMP, body))][2] == "containers"


def test_a_place_that_is_named_goes_before_the_only_region() -> None:
    body = f"{REGION} In Tasjino, in het grensgebied, zijn 900 soldaten."
    assert told(CAMP, body)[900].place == "Tasjino"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tussen 8 en 13 oktober 1500 militairen gebracht.", ["8 en 13 oktober"]),
        ("Op 3 mei 1600 huizen verwoest.", ["3 mei"]),
        ("Op 8 oktober 1573 werd Alkmaar ontzet.", ["8 oktober 1573"]),
        ("Op 1 april 1572 namen de geuzen Den Briel in.", ["1 april 1572"]),
        ("Op 3 mei 2024 soldaten gestuurd.", ["3 mei 2024"]),
    ],
)
def test_a_number_of_many_behind_a_day_is_no_year(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in dates(text)] == found
