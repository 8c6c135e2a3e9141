"""Which figures of several articles are brought together, and which are told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.store.stories import keys_of, phrases, series_of, together
from tui.store.series import gather

QUAKE = (
    "Aardbeving in Montara: zeker 40 doden",
    "MONTARA (ANP) - Bij een aardbeving in Montara zijn zeker 40 mensen omgekomen. Ook raakten "
    "210 mensen gewond, meldt de burgerbescherming.",
)
QUAKE_LATER = (
    "Meer doden na aardbeving Montara",
    "MONTARA (ANP) - Het dodental van de aardbeving in Montara is gestegen tot 63. Dinsdag waren "
    "er nog 40 doden geteld. Er zijn 250 gewonden.",
)
OTHER_QUAKE = (
    "Aardbeving treft Zelja, zeven doden",
    "ZELJA (AFP) - In Zelja zijn zeven mensen omgekomen bij een aardbeving.",
)
MARCH = (
    "Boeren demonstreren in Drachten",
    "DRACHTEN - In Drachten hebben zaterdag volgens de politie 3000 boeren gedemonstreerd. De "
    "organisatie telde 5000 betogers. De politie pakte elf mensen op.",
)
MARCH_TOO = (
    "Demonstratie Drachten: elf aanhoudingen",
    "DRACHTEN (ANP) - Bij de demonstratie van boeren in Drachten zijn dertien mensen opgepakt. "
    "Volgens de politie waren er 3000 betogers.",
)
SENT = (
    "Noord-Koreaanse militairen bij de grens",
    "Noord-Korea stuurde 900 soldaten naar de grens. Volgens Seoul sneuvelden 30 Noord-Koreaanse "
    "militairen.",
)
SENT_MORE = (
    "Meer Noord-Koreaanse troepen aan de grens",
    "Bij de grens staan volgens het Pentagon 1200 manschappen. Er zijn 50 van die militairen "
    "gedood. Rusland verloor 4000 soldaten.",
)


def test_soldiers_and_troops_of_one_country_are_one_series() -> None:
    assert frozenset({"900 soldaten", "1200 manschappen"}) in together(SENT, SENT_MORE)


def test_killed_and_sent_and_those_of_another_country_are_told_apart() -> None:
    told = phrases(keys_of(SENT, SENT_MORE))
    assert {"900 soldaten", "30 Noord-Koreaanse militairen", "4000 soldaten"} <= told
    for found in together(SENT, SENT_MORE):
        assert not {"4000 soldaten"} & found
        assert len({"900 soldaten", "30 Noord-Koreaanse militairen"} & found) < 2


def test_deaths_of_one_quake_are_one_series_over_time() -> None:
    found = together(QUAKE, QUAKE_LATER, OTHER_QUAKE)
    assert frozenset({"40 mensen", "63", "40 doden"}) in found
    assert frozenset({"210 mensen", "250 gewonden"}) in found


def test_another_quake_is_another_series() -> None:
    assert "zeven mensen" in phrases(keys_of(OTHER_QUAKE))
    for found in together(QUAKE, QUAKE_LATER, OTHER_QUAKE):
        assert "zeven mensen" not in found


def test_a_crowd_by_police_and_organisers_is_one_series_and_arrests_another() -> None:
    found = together(MARCH, MARCH_TOO)
    assert frozenset({"3000 boeren", "5000 betogers", "3000 betogers"}) in found
    assert frozenset({"elf mensen", "dertien mensen"}) in found


def test_the_profits_of_two_companies_are_two_series() -> None:
    one = ("Winst Bakkersland stijgt", "UTRECHT - Bakkersland boekte 30 miljoen euro winst.")
    two = ("Winst Ortena daalt", "UTRECHT - Ortena boekte 40 miljoen euro winst.")
    assert phrases(keys_of(one, two)) == {"30 miljoen euro", "40 miljoen euro"}
    assert together(one, two) == set()


def test_a_series_is_named_after_its_own_words() -> None:
    assert series_of(SENT, SENT_MORE).name.startswith("Noord-Koreaanse")
    assert series_of(QUAKE, QUAKE_LATER).name.split()[0] in ("doden", "gewonden")


def test_parts_stand_in_a_series_of_their_own_that_the_whole_knows() -> None:
    body = "Noord-Korea stuurde 900 soldaten naar de grens, onder wie veertig officieren."
    found = gather(keys_of((SENT[0], body)))
    whole = next(one for one in found if "900 soldaten" in phrases(one.members))
    part = next(one for one in found if "veertig officieren" in phrases(one.members))
    assert whole.parts == (part.id,)


def test_articles_far_apart_in_time_are_no_one_story() -> None:
    keys = keys_of(QUAKE, QUAKE_LATER)
    near = gather(keys, {"0": "2024-05-01", "1": "2024-05-03"})
    far = gather(keys, {"0": "2019-05-01", "1": "2024-05-03"})
    assert len(near) < len(far)


ALL = keys_of(QUAKE, QUAKE_LATER, OTHER_QUAKE, MARCH, MARCH_TOO, SENT, SENT_MORE)
GATHERED = gather(ALL)


@given(st.permutations(ALL))
def test_the_order_of_the_figures_does_not_matter(keys: list[object]) -> None:
    assert gather(keys) == GATHERED  # type: ignore[arg-type]


def test_families_can_be_gathered_apart() -> None:
    families = {key.family for key in ALL}
    apart = [
        one for family in families for one in gather(key for key in ALL if key.family == family)
    ]
    assert {one.id for one in apart} == {one.id for one in GATHERED}


def test_every_figure_is_in_one_series() -> None:
    placed = [(key.article, key.nth) for one in GATHERED for key in one.members]
    assert sorted(placed) == sorted((key.article, key.nth) for key in ALL)
