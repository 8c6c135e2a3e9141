"""What was typed and never kept is told of at the start."""

from __future__ import annotations

import json

from tests.app.conftest import Open
from tests.app.fakes import TROOPS, TROOPS_ARTICLE, FakeLibrary
from tui.claims import Filling
from tui.config import Config
from tui.keys import Keymap
from tui.screens.claim_draft import draft
from tui.screens.unkept import unkept
from tui.store.marked import Target

KEY = TROOPS_ARTICLE.path
WORDS = "ongeveer 3000 militairen"
AT = TROOPS.index(WORDS)
PASSAGE = Target("passage", KEY, AT, AT + len(WORDS))


def lines(library: FakeLibrary) -> tuple[str, ...]:
    return unkept(library, Keymap(Config().keymap))  # type: ignore[arg-type]


def test_a_draft_is_told_with_its_words_its_place_and_its_key() -> None:
    library = FakeLibrary()
    library.keep_draft(PASSAGE, "# Nagaan bij\nhet ministerie")
    (told,) = lines(library)
    assert "A note of 1 Nov 2024" in told and "“Nagaan bij”" in told
    assert f"on “{WORDS}” in {TROOPS_ARTICLE.title}" in told and "a there brings it back" in told


def test_drafts_of_all_kinds_are_told_apart() -> None:
    library = FakeLibrary()
    library.make(PASSAGE, "note", text="oud")
    claim = draft(Filling("Seoel", note="twijfel"))
    library.keep_draft("m1", "nieuw")
    library.keep_draft(f"claim {json.dumps(PASSAGE)}", claim)
    library.keep_draft(Target("corpus"), "vrijdag bellen")
    whole, made, edited = lines(library)
    assert "on the whole corpus" in whole and "a there" in whole
    assert made.startswith("A claim") and "“twijfel”" in made and "c there" in made
    assert "on a mark in" in edited and "e there" in edited


def test_of_many_drafts_the_latest_are_told_and_the_others_counted() -> None:
    library = FakeLibrary()
    for number in range(5):
        library.keep_draft(Target("passage", KEY, number, number + 5), f"woord {number}")
    told = lines(library)
    assert "woord 4" in told[0] and told[3] == "2 other drafts besides."


def test_what_a_draft_says_reaches_no_terminal() -> None:
    library = FakeLibrary()
    library.keep_draft(Target("actor", actor="person\n\x1b[2JJan"), "\x1b]0;x\x07[b]")
    assert "\x1b" not in "".join(lines(library)) and "[b]" in lines(library)[0]


async def test_the_start_tells_of_a_draft_and_later_ones_are_not_news(reading: Open) -> None:
    library = FakeLibrary()
    library.keep_draft(PASSAGE, "nagaan")
    async with reading(library=library) as reader:
        assert "was never kept: “nagaan”" in reader.text()
        library.keep_draft(Target("corpus"), "meer")
        reader.desk.all_read()
        await reader.settle()
        assert "“meer”" not in reader.text()
