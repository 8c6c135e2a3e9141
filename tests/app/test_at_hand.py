"""What a key is about: the mark, the claim or the row that the reader is on, and no other."""

from __future__ import annotations

import pytest

from tests.app.fakes import TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.actions import ACTIONS
from tui.screens.actors import ActorsScreen
from tui.screens.help import HERE, HelpRows
from tui.store.marked import Claimed, MarkKind, Target

KEY = TROOPS_ARTICLE.path


def last(reader) -> str:
    return reader.text().rstrip("\n").split("\n")[-1]


def put(library: FakeLibrary, words: str, kind: MarkKind, **more) -> str:
    start = TROOPS.index(words)
    return library.make(Target("passage", KEY, start, start + len(words)), kind, **more).id


def beside(reader, words: str) -> str:
    """What stands in the gutter beside a line of the article."""
    line = reader.line(words)
    return line[: line.index(words)][-4:]


async def test_a_bookmark_stands_where_its_sentence_begins(reading):
    library = FakeLibrary()
    put(library, TROOPS[: TROOPS.index("Rusland.") + 8], "bookmark")
    (mark,) = library.own
    library.own = (mark._replace(at=TROOPS.index("Rusland.")),)  # pressed on its last line
    async with reading(80, 24, library=library) as reader:
        await reader.keys("enter", "z")
        assert "⚑" in beside(reader, "SEOEL (")
        assert reader.text().count("⚑") == 1


async def test_a_bookmark_with_a_label_is_taken_away_by_a_second_b_only(reading):
    library = FakeLibrary()
    put(library, TROOPS[:40], "bookmark", text="Hier begint het")
    async with reading(library=library) as reader:
        await reader.keys("enter", "gg", "b")
        assert "This bookmark has a label: b again takes both away." in last(reader)
        assert library.bookmarks() == ()  # in this library one is set where there was none
        await reader.keys("b")
        assert len(library.bookmarks()) == 1


async def test_any_other_key_leaves_the_bookmark_with_its_label(reading):
    library = FakeLibrary()
    put(library, TROOPS[:40], "bookmark", tags=("begin",))
    async with reading(library=library) as reader:
        await reader.keys("enter", "gg", "b", "p", "b")
        assert "takes both away" in last(reader) and library.bookmarks() == ()


@pytest.mark.parametrize("key, told", [("2", "Status: confirmed"), ("+", "◆ Evidence on")])
async def test_a_claim_is_at_hand_on_a_line_with_another_mark(reading, key, told):
    library = FakeLibrary()
    put(library, TROOPS[:40], "bookmark")
    put(library, TROOPS[6:30], "claim", claimed=Claimed("Seoel"))
    async with reading(library=library) as reader:
        await reader.keys("enter", "gg")
        assert reader.desk.own.mark.kind == "bookmark"
        await reader.keys(key)
        assert told in reader.text()


@pytest.mark.parametrize("width, height", [(120, 34), (80, 24), (40, 12)])
async def test_for_which_claim_evidence_is_collected_stays_on_the_screen(reading, width, height):
    library = FakeLibrary()
    put(library, TROOPS[6:30], "claim", claimed=Claimed("Seoel"))
    async with reading(width, height, library=library) as reader:
        await reader.keys("enter", "gg", "]a", "+", "J", "j", "gg")
        line = reader.line("◆ ")
        assert "Seoel" in line and "+ for · - against · esc ends" in line


async def test_what_is_linked_as_evidence_tells_for_which_claim(reading):
    library = FakeLibrary()
    put(library, TROOPS[6:30], "claim", claimed=Claimed("Seoel"))
    async with reading(library=library) as reader:
        await reader.keys("enter", "gg", "]a", "+", "G", "V")
        assert "+ For it   - Against" in last(reader)
        await reader.keys("-")
        assert "Kept as evidence against Seoel: “" in last(reader)


async def test_an_actor_with_a_note_has_a_sign_and_enter_on_the_note_goes_to_that_actor(reading):
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("ga", "j", "a", *"Nabellen", "ctrl+s", "q", "ga")
        (mark,) = library.own
        name = mark.actor.split("\n")[1]
        assert "✎" in reader.line(f" {name} ")
        await reader.keys("gg", "gn")
        assert "enter Go there" in last(reader)
        await reader.keys("enter")
        assert isinstance(reader.app.screen, ActorsScreen)
        assert reader.app.screen.people.row.name == name


async def test_enter_on_a_note_on_the_corpus_says_that_it_is_on_no_page(reading):
    library = FakeLibrary()
    library.make(Target("corpus"), "note", text="Alles nog eens lezen")
    async with reading(library=library) as reader:
        await reader.keys("gn", "enter")
        assert "It is about all of the corpus: it is on no page." in last(reader)


async def test_a_claim_that_was_given_another_speaker_stands_under_that_one_without_the_old_cue(
    reading,
):
    library = FakeLibrary()
    async with reading(200, 40, library=library) as reader:
        await reader.keys("enter", "l", "p", "p", "c", "c", *" III", "ctrl+s")
        (mark,) = library.own
        name = mark.claimed.speaker
        assert name.endswith(" III") and mark.claimed.own and mark.claimed.cue == ""
        assert f"{name} " in reader.text()
        told = reader.text().split("◆ unverified · yours")[1].split("\n")[1]
        assert f"{mark.claimed.stance} ·" not in told and mark.claimed.stance in told


@pytest.mark.parametrize(
    "keys, group",
    [
        (["?"], "Move"),
        (["enter", "?"], "In the article"),
        (["enter", "v", "?"], "In a selection"),
        (["gn", "?"], "In the notebook"),
        (["ga", "?"], "In the actors"),
    ],
)
async def test_help_begins_with_the_keys_of_where_one_is(reading, keys, group):
    async with reading() as reader:
        await reader.keys(*keys)
        lines = reader.text().split("\n")
        top = next(at for at, line in enumerate(lines) if "╭─ Keys" in line)
        assert group in lines[top + 2]


@pytest.mark.parametrize("width", [120, 80, 40])
async def test_no_line_of_the_help_is_cut(reading, width):
    async with reading(width, 34) as reader:
        await reader.keys("?")
        rows = reader.app.screen.query_one(HelpRows)
        assert not [
            line
            for at in range(rows.count)
            for line in rows.draw(at, rows.size.width)
            if line and line[-1][0].endswith("…")
        ]


def test_each_group_that_comes_first_is_one_of_the_registry():
    groups = {action.group for action in ACTIONS}
    assert all(group in groups for groups_of in HERE.values() for group in groups_of)
