"""What a figure takes from those told before it: as a sum, as many again, those of an entry."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_again import LOST, MORE, REGION, SENT
from tests.store.test_series_told import CAMP, PORT, told

THERE = f"{SENT} in Soemy"
KILLED = "count killed people"
BUILDERS = "Er komen 1000 sappeurs en 5000 bouwers."


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # as many as were told in the sentence before
        ("Men treurt om de soldaten die sneuvelden. Volgens Kyiv zijn dat er 900.", 900, KILLED),
        ("Men treurt om de soldaten die sneuvelden. Kyiv denkt dat er 900 zijn.", 900, SENT),
        ("Kyiv vreest de soldaten in Soemy. Naar schatting zijn dat er 900.", 900, THERE),
        ("Kyiv vreest de soldaten in Rusland. Naar schatting zijn dat er 900.", 900, SENT),
        ("Er gaan soldaten aan boord van schepen. Later zijn er 900 aangekomen.", 900, SENT),
        # the dead and the wounded together
        ("Er zijn 300 doden en 2700 gewonden. Samen zijn dat 3000 man.", 3000, LOST),
        ("Er zijn 300 doden en 2700 gewonden, samen 3000 man.", 3000, LOST),
        ("Er zijn 300 doden en 2700 gewonden. Eerst meldde men 100 doden en 1000 gewonden. Samen "
         "komt dat neer op 3000 man.", 3000, LOST),
        ("Er zijn 300 doden en 2700 gewonden. Samen oefenden er 9000 man.", 9000, SENT),
        # as many again, of those who are no plain soldiers
        (f"{BUILDERS} De 6000 Noord-Koreanen vertrekken in juli.", 6000, "count sappers"),
        (f"{BUILDERS} De 6000 Noord-Koreanen vertrekken in juli. Om die 6000 man gaat het.", 6000,
         "count sappers"),
        (f"{BUILDERS} De 7000 Noord-Koreanen vertrekken in juli.", 7000, SENT),
        (f"{BUILDERS} De 6000 soldaten zijn gesneuveld.", 6000, KILLED),
        # those whom others join
        ("Er komen 900 man, bovenop de 300 die er al waren.", 900, MORE),
        ("Er komen 900 man, naast de 300 die er al waren.", 900, SENT),
        ("Dit jaar zijn er 900 man nagekomen.", 900, MORE),
        ("Er kwamen er 40 bij. Kyiv spreekt van 900 man.", 900, SENT),
        # a clause about others
        ("Kyiv meldt dat er 900 Noord-Koreanen in Rusland zijn en dat er al doden vielen.", 900,
         SENT),
        # whom one reached, how large a unit is, in what groups they come
        (f"{REGION} Kyiv denkt dat 900 van hen Soemy hebben bereikt.", 900, THERE),
        (f"{REGION} Kyiv denkt dat 900 van hen Soemy hebben gezien.", 900, SENT),
        ("Het legerkorps, waar zij bij horen, telt volgens Kyiv 40.000 militairen.", 40_000,
         "count army"),
        ("Het legerkorps, waar zij bij horen, verloor volgens Kyiv 900 militairen.", 900, LOST),
        ("Zij zijn van een legerkorps, dat 40.000 militairen telt.", 40_000, "count army"),
        ("Zij zijn van een legerkorps, en Kyiv telt 40.000 militairen.", 40_000, SENT),
        ("Zij horen bij een legerkorps. Dat zou uit 40.000 man bestaan.", 40_000, "count army"),
        # who are captured, though wounded
        ("Er zijn 900 soldaten gewond gevangengenomen.", 900, "count captured people"),
        ("Er zijn 900 soldaten gewond, en gevangenen zijn er niet.", 900, "count wounded people"),
        # in the same days as the figure before
        ("In één weekend vielen er 300 doden. Kyiv houdt het op 400.", 400, f"{KILLED} weekend"),
        ("Er vielen 300 doden. Kyiv houdt het op 400.", 400, KILLED),
        # where one speaks is not where they are
        (f"{REGION} Er zijn 800 soldaten in Soemy. 'Wij denken dat het er 900 worden', klinkt het "
         "in Kyiv.", 900, THERE),
        (f"{REGION} Er zijn 800 soldaten in Soemy. In Kyiv zijn er 900.", 900, SENT),
        # what only looks so
        ("In één weekend vielen er 300 doden. In totaal zijn het er 400.", 400, KILLED),
        ("In één weekend vielen er 300 doden. De teller staat nu op 4000.", 4000, KILLED),
        ("Kyiv meldt dat 900 soldaten van het leger, dat in mei kwam, zijn gesneuveld.", 900,
         KILLED),
        ("Men treurt om de soldaten die sneuvelden. De verwachtingen zijn dat er 900 komen.", 900,
         SENT),
        ("Zij houden 480 vierkante kilometer bezet. De schattingen zijn dat er 400 sneuvelden.",
         400, KILLED),
        (f"{REGION} Er zijn 900 soldaten die Soemy nog niet hebben bereikt.", 900, SENT),
        (f"{REGION} Over de 900 soldaten is in Soemy een akkoord bereikt.", 900, SENT),
        ("Er kwamen 20 tanks en 30 kanonnen. De 50 Noord-Koreanen blijven hier.", 50, SENT),
        ("De soldaten kregen raketten. Er zijn er 40 afgevuurd.", 40, "count launched missiles"),
        ("Zij horen bij een legerkorps. Dat stuurde 900 man, en de vrees bestaat dat er meer komt.",
         900, SENT),
        ("Men treurt om de soldaten die sneuvelden. De verwachtingen zijn dat er 900 over zijn.",
         900, SENT),
        (f"{REGION} Er zijn 10.000 soldaten in Soemy. Kyiv ging uit van 900, van wie er 300 in "
         "Soemy zaten.", 900, SENT),
        ("Er kwamen 900 man boven op de berg aan, naast 300 burgers.", 900, SENT),
        ("Er is een groep die 900 militairen telt.", 900, SENT),
        ("Het legerkorps telt volgens Kyiv 900 gesneuvelden.", 900, KILLED),
        ("Zij horen bij een legerkorps. Dat heeft daar 900 man, en de vrees bestaat dat er meer "
         "komt.", 900, SENT),
        ("Zij horen bij een legerkorps. Die sturen 900 man, en de vrees bestaat dat er meer komen.",
         900, SENT),
        # more that tells of those before
        ("Men treurt om de soldaten die sneuvelden. Dat zijn er 900.", 900, KILLED),
        ("Men treurt om de soldaten die sneuvelden. Volgens schattingen zijn dat er 900.", 900,
         KILLED),
        ("Er zijn 300 doden en 2700 gewonden. Het sneeuwt. Het vriest. Men wacht. Men zwijgt. "
         "Samen oefenen er 3000 man.", 3000, SENT),
        ("Er komen 50 sappeurs. Er gaan ook 50 soldaten heen.", 50, SENT),
        # how long the time is that was told
        ("In één weekend vielen er 300 doden. Tot nu toe zijn het er 400.", 400, KILLED),
        ("In één weekend vielen er 300 doden. Volgens Kyiv waren dat er 400.", 400,
         f"{KILLED} weekend"),
        ("In één weekend vielen er 300 doden. In januari 2025 hield Kyiv het op 400.", 400, KILLED),
        ("In één weekend vielen er 300 doden. Kyiv houdt het op 4000.", 4000, KILLED),
        ("Zij oefenen. Er kwamen 40 extra soldaten. De staf gaat uit van 900.", 900, SENT),
        ("Zij oefenen. Er kwamen 400 extra soldaten. De staf gaat uit van 900.", 900, MORE),
        # on a distance nothing goes on
        (f"{REGION} Er zijn 800 soldaten in Soemy, op 50 kilometer van zee. Kyiv verwacht er 900.",
         900, THERE),
    ],
)  # fmt: skip
def test_what_is_told_before_tells_of_those_who_are_counted(
    body: str, number: int, family: str
) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize("before", ["twintig,", "twintig of", "twintig tot"])
def test_the_size_of_groups_counts_nobody(before: str) -> None:
    assert 30 not in told(CAMP, f"Zij komen in groepen van {before} dertig man.")


@pytest.mark.parametrize(
    ("number", "unit"),
    [("tientallen vierkante kilometers", "km²"), ("honderden hectaren", "ha")],
)
def test_a_vague_number_of_units_is_measured(number: str, unit: str) -> None:
    body = f"Kyiv heeft er {number}. Op het hoogtepunt waren dat er 1400."
    assert {key.family for key in told(CAMP, body).values()} == {f"measure {unit} area"}


def test_what_is_taken_from_a_measure_is_measured() -> None:
    found = told(CAMP, "Men heeft nog 600 van de oorspronkelijke 1100 vierkante kilometer.")
    assert found[600].family == found[1100].family == "measure km² area"


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("Zelensky zegt dat er 900 van zijn soldaten zijn gesneuveld.", "Oekraïne"),
        ("Kim zou volgens Kyiv 900 van zijn soldaten hebben verloren.", "Noord-Korea"),
        ("Er zijn volgens Kyiv 900 van hun soldaten gesneuveld.", "Noord-Korea"),
    ],
)
def test_one_who_speaks_of_his_own_tells_whose_they_are(body: str, whose: str) -> None:
    assert told(CAMP, body)[900].whose == whose


LIVEBLOG = """18.02 uur - Noord-Koreaanse soldaten gesneuveld
Er zijn volgens Seoul 900 Noord-Koreanen gesneuveld.
16.40 uur - Aanval op flat
Er vielen 12 doden. Er zijn 23 gewonden.
15.10 uur - Weerbericht
Het wordt kouder."""


def test_an_entry_of_a_liveblog_tells_of_its_own_people() -> None:
    found = told(CAMP, LIVEBLOG)
    assert [found[n].whose for n in (900, 12, 23)] == ["Noord-Korea", "", ""]
    plain = told(CAMP, LIVEBLOG.replace(" uur", "").replace("15.10", "vijf uur"))
    assert plain[12].whose == "Noord-Korea"


def test_those_who_were_hit_are_no_builders_of_as_many() -> None:
    body = f"{BUILDERS} De 6000 Noord-Koreanen komen in juli. Er sneuvelden 6000 soldaten."
    assert [key.words[1] for key in keys_of((CAMP, body)) if key.value == 6000] == [
        "sappeurs",
        "soldaten",
    ]


def test_thousands_of_millions_without_a_noun_are_no_people() -> None:
    body = "Er zijn soldaten gesneuveld. Een denktank heeft berekend dat het om miljarden gaat."
    assert told(CAMP, body) == {}


def test_a_length_of_tens_of_kilometres_is_measured() -> None:
    (key,) = told(CAMP, "De muur is tientallen kilometers lang.").values()
    assert key.family == "measure km length"


@pytest.mark.parametrize(("name", "occasion"), [("Shadow", ""), ("Ciara", "storm")])
def test_a_weapon_called_storm_is_no_storm(name: str, occasion: str) -> None:
    body = f"Storm {name} eiste doden. De Storm Shadow-raketten kwamen later. Er zijn 900 doden."
    assert told(f"Storm {name} raakt dorp", body)[900].occasion == occasion


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("Seoul verdubbelt het aantal aangekomen soldaten naar 900.", "Noord-Korea"),
        ("Frankrijk verhoogt zijn schatting naar 900 man.", "Noord-Korea"),
        ("Frankrijk verhoogt zijn troepenmacht naar 900 man.", "Frankrijk"),
        ("Frankrijk verdubbelt het aantal soldaten in Rusland naar 900.", "Frankrijk"),
    ],
)
def test_who_raises_a_number_is_not_who_raises_troops(body: str, whose: str) -> None:
    assert told(CAMP, body)[900].whose == whose


def test_who_tells_of_troops_in_a_clause_does_not_send_them() -> None:
    body = "Men hoort dat Spanje al jaren de troepen van anderen telt. Het gaat om 900 man."
    assert told(PORT, body)[900].whose == ""


def test_the_steps_of_one_event_are_told_of_the_people_above_them() -> None:
    steps = "9.15 uur: mist.\n9.40 uur: er zijn 900 soldaten gesneuveld.\n11.00 uur: stilte."
    assert told(CAMP, f"Zij vechten in Rusland.\n{steps}")[900].whose == "Noord-Korea"


def test_who_opens_a_clause_and_sends_troops_is_whose_they_are() -> None:
    body = (
        "Het is de eerste keer dat Spanje op deze schaal troepen inzet. Het gaat om 900 man.\n"
        "Rusland verloor in mei 1300 soldaten."
    )
    assert told("Wat er te winnen is", body)[900].whose == "Spanje"
