"""Which texts tell the same story, and that the order in which they came makes no difference."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import seeking
from tui.store import near
from tui.store.index import Index

LEAD = """OOSTDIJK (ANP) - Het waterschap heeft de dijk bij Oostdijk in zes weken tijd hersteld,
ruim voor het begin van het stormseizoen. De aannemer werkte ook op zaterdag door om op
tijd klaar te zijn."""
MIDDLE = """Volgens dijkgraaf Marleen Oosting houdt de kade het nu weer vijftig jaar uit. In maart
ontstonden er scheuren nadat een vrachtschip tegen de beschoeiing was gevaren. Het herstel kostte
400.000 euro, en de rekening gaat naar de verzekeraar van de reder."""
END = """Omwonenden klaagden over het lawaai van de heimachines. Zij krijgen een bos bloemen en een
brief met excuses. Eind deze maand gaat ook het fietspad over de kruin weer open, al blijft de
parkeerplaats aan de voet voorlopig afgezet met hekken."""
STORY = f"{LEAD}\n\n{MIDDLE}\n\n{END}"
MORE = """De gemeente wil op dezelfde plek een uitkijktoren bouwen. Daarover neemt de raad na de
zomer een besluit; een meerderheid lijkt voor."""

MONDAY = """Het wordt vandaag een zonnige dag met in de middag een enkele stapelwolk. De temperatuur
loopt op tot 21 graden aan zee en 25 graden in het binnenland. De wind waait uit het zuiden en is
matig. Vanavond blijft het lang helder en koelt het af naar 12 graden in het oosten."""
TUESDAY = """Het wordt vandaag een grijze dag met in de ochtend buien vanaf zee. De temperatuur
blijft steken op 14 graden aan zee en 16 graden in het binnenland. De wind waait uit het westen en
is krachtig. Vanavond klaart het op en koelt het af naar 7 graden in het oosten."""

LIVE = """In dit liveblog houden we u op de hoogte van alles rond het hoogwater in de rivieren. De
jongste berichten staan bovenaan, en alle tijden zijn in onze eigen tijd."""
LIVE_ONE = f"""{LIVE} 12.04 uur: Bij Lobith staat het water nu veertien meter boven peil, en het
stijgt nog. Langs de Maas worden de eerste straten ontruimd. De burgemeester van Kesselmonde vraagt
mensen om vrienden en familie te bellen en niet met de auto de dijk op te gaan."""
LIVE_TWO = f"""{LIVE} 08.30 uur: De spoorbrug bij Zaltveen is weer vrij voor verkeer, meldt de
vervoerder. Gisteravond werd hij uit voorzorg gesloten. Treinen rijden nog wel langzamer, zodat
reizigers tot het einde van de week een kwartier extra moeten rekenen."""

TABLE = """Uitslagen eerste klasse: {} - {} 2-1 , {} - {} 0-0 , {} - {} 3-4 , {} - {} 1-1 , {} - {}
0-2 . Stand na vijf ronden: {} 13 punten , {} 11 punten , {} 9 punten , {} 9 punten , {} 7 punten ,
{} 5 punten ."""
CLUBS = [
    *("Zeeburg", "Dijkzicht", "Polderboys", "Noordkwartier", "Havenstad", "Waterland", "Geestdorp"),
    *("Rietveld", "Duinrand", "Sluiswijk", "Kanaalzicht", "Molenhoek", "Brugwacht", "Veenlust"),
    *("Terpen", "Kwelder"),
]
ROUND_ONE = TABLE.format(*CLUBS)
ROUND_TWO = TABLE.format(*reversed(CLUBS))
SHORT = "De brug over het kanaal is tot maandag dicht wegens onderhoud."


def cut(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: int(len(words) * share)])


@pytest.mark.parametrize(
    "one, other, same",
    [
        (STORY, STORY, True),
        (STORY, STORY.upper().replace("\n\n", " "), True),  # it is words that are compared
        (STORY, STORY.removeprefix("OOSTDIJK (ANP) - "), True),
        (STORY, STORY.replace("400.000", "450.000"), True),  # corrected
        (STORY, STORY.replace("zes weken", "zeven weken").replace("vijftig", "veertig"), True),
        (STORY, f"{STORY}\n\n{MORE}", True),
        (STORY, f"{LEAD}\n\n{MORE}\n\n{MIDDLE}\n\n{END}", True),
        (STORY, f"{LEAD}\n\n{MIDDLE}", True),  # without its last paragraph
        (STORY, cut(STORY, 0.6), True),
        (STORY, cut(STORY, 0.45), True),
        (STORY, f"{LEAD} {MORE} {MONDAY}", False),  # they only begin the same
        (STORY, f"{MORE} {MONDAY} {END}", False),
        (MONDAY, TUESDAY, False),
        (LIVE_ONE, LIVE_TWO, False),
        (ROUND_ONE, ROUND_TWO, False),
        (SHORT, SHORT, True),
        (SHORT, f"{SHORT.upper()}!", True),
        (SHORT, SHORT.replace("maandag", "dinsdag"), False),
        (SHORT, f"{SHORT} {MONDAY}", False),
        ("", "", False),
        ("", SHORT, False),
    ],
)
def test_two_texts_tell_the_same_or_do_not(one: str, other: str, same: bool) -> None:
    signatures = near.signature(one), near.signature(other)
    assert near.alike(*signatures) is same
    assert near.alike(*reversed(signatures)) is same


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = seeking.opened(tmp_path)
    yield index
    index.close()


def come(index: Index, texts: dict[int, str]) -> None:
    """Texts come to an index together, each under the id of its entry."""
    with index.write() as connection:
        for at in texts:
            connection.execute(
                "INSERT OR IGNORE INTO entry (id, story, key, path, place)"
                " VALUES (?1, ?1, ?2, ?3, ?4)",
                (at, f"{at}", f"{at}".encode(), b"%d" % at),
            )
        near.put(connection, [(at, near.signature(text)) for at, text in texts.items()])
        near.regroup(connection, list(texts))


def go(index: Index, *ids: int) -> None:
    """Texts go."""
    with index.write() as connection:
        for at in ids:
            near.drop(connection, at)
        near.regroup(connection)


def stories(index: Index) -> set[frozenset[int]]:
    """The articles of an index, by the story they tell."""
    found: dict[int, set[int]] = {}
    for at, story in index.ask("SELECT id, story FROM entry"):
        found.setdefault(story, set()).add(at)
    for story, members in found.items():
        assert story == min(members)
    return {frozenset(members) for members in found.values()}


def apart(*groups: set[int]) -> set[frozenset[int]]:
    return set(map(frozenset, groups))


def test_what_tells_the_same_is_one_story(index: Index) -> None:
    come(index, {1: STORY, 2: MONDAY, 3: cut(STORY, 0.6), 4: SHORT, 5: "", 6: ""})
    assert stories(index) == apart({1, 3}, {2}, {4}, {5}, {6})
    come(index, {7: f"{STORY}\n\n{MORE}", 8: SHORT})
    assert stories(index) == apart({1, 3, 7}, {2}, {4, 8}, {5}, {6})


def test_a_story_falls_apart_when_what_held_it_together_goes(index: Index) -> None:
    ends = f"{MORE} {MONDAY}", f"{LEAD} {TUESDAY} {END}"
    whole = f"{ends[0]} {ends[1]}"
    assert not near.alike(*map(near.signature, ends))
    come(index, {1: ends[0], 2: whole, 3: ends[1]})
    assert stories(index) == apart({1, 2, 3})
    go(index, 2)
    assert stories(index) == apart({1}, {2}, {3})


def test_the_least_of_a_story_may_go_and_come_again(index: Index) -> None:
    come(index, {1: STORY, 2: STORY, 3: STORY})
    go(index, 1)
    assert stories(index) == apart({1}, {2, 3})
    come(index, {1: STORY})
    assert stories(index) == apart({1, 2, 3})


def test_a_page_that_changed_leaves_its_story(index: Index) -> None:
    come(index, {1: STORY, 2: STORY})
    with index.write() as connection:
        near.drop(connection, 1)
        near.put(connection, [(1, near.signature(MONDAY))])
        near.regroup(connection, [1])
    assert stories(index) == apart({1}, {2})


@pytest.mark.parametrize(
    ("at_once", "stories_seen"),
    [
        # Two are a story; of three nobody can tell any more.
        (1, [4, 3, 4, 4]),
        (2, [3, 4]),
        (4, [4]),
    ],
)
def test_what_very_many_pages_share_joins_none(
    index: Index, monkeypatch: pytest.MonkeyPatch, at_once: int, stories_seen: list[int]
) -> None:
    """Keys of a crowd tell nothing, and tell again when enough of it has gone."""
    monkeypatch.setattr(near, "CROWD", 2)
    monkeypatch.setattr(near, "alike", lambda one, other: True)
    shared = near.signature(STORY)
    monkeypatch.setattr(near, "_keys", lambda signature: [7])
    with index.write() as connection:
        for at in range(1, 5):
            connection.execute(
                "INSERT INTO entry (id, story, key, path, place) VALUES (?1, ?1, ?2, ?3, '')",
                (at, f"{at}", f"{at}".encode()),
            )
    seen = []
    for first in range(1, 5, at_once):
        some = range(first, first + at_once)
        with index.write() as connection:
            near.put(connection, [(at, shared + bytes([at])) for at in some])
            near.regroup(connection, some)
        seen.append(len(stories(index)))
    assert seen == stories_seen
    go(index, 4)
    go(index, 3)
    assert stories(index) == apart({1, 2}, {3}, {4})


TEXTS = [
    STORY,
    cut(STORY, 0.7),
    cut(STORY, 0.45),
    f"{STORY}\n\n{MORE}",
    f"{MORE} {MONDAY} {END}",
    f"{MORE} {MONDAY} {END} {LEAD} {TUESDAY}",
    f"{LEAD} {TUESDAY}",
    LIVE_ONE,
    SHORT,
    "",
]
STEPS = st.lists(
    st.tuples(st.integers(1, 8), st.sampled_from([None, *range(len(TEXTS))])), max_size=14
)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.randoms(use_true_random=False), st.sampled_from([200, 2]))
def test_stories_are_the_same_whatever_came_and_went_before(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, int | None]],
    chance: random.Random,
    crowd: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "CROWD", crowd)
        now: dict[int, str] = {}
        one = seeking.opened(tmp_path_factory.mktemp("one"))
        other = seeking.opened(tmp_path_factory.mktemp("other"))
        try:
            for at, number in steps:
                if at in now:
                    go(one, at)
                    del now[at]
                if number is not None:
                    now[at] = TEXTS[number]
                    come(one, {at: now[at]})
            rest = list(now.items())
            chance.shuffle(rest)
            half = len(rest) // 2
            come(other, dict(rest[:half]))
            come(other, dict(rest[half:]))
            left = {frozenset(story & now.keys()) for story in stories(one)}
            assert left - {frozenset()} == stories(other)
        finally:
            one.close()
            other.close()
