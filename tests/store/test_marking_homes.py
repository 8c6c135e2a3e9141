"""Marks whose page was edited and renamed: they follow their words, never in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import DIJK, Opened
from tui.store import marking_places
from tui.store.library import Library
from tui.store.marked import Changed, Placed, Target

EURO = "Er is 400.000 euro uitgegeven."
TOLD = "Dat meldt het waterschap."


def on(library: Library, words: str, key: str = "dijk.txt") -> Target:
    """Some words of an article."""
    start = library.article(key).body.index(words)
    return Target("passage", key, start, start + len(words))


def renamed(folder: Path, *edits: tuple[str, str], name: str = "waterkering.txt") -> None:
    """Edit the page of the dike, and give it another name."""
    text = DIJK
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (folder / "dijk.txt").unlink()
    (folder / name).write_text(text)


def only(library: Library) -> Placed:
    (placed,) = library.every_mark()
    return placed


NEW_HEAD = ("Dijk hersteld", "Waterkering is weer dicht")
OTHER_END = ("Volgend jaar volgt Westdijk.", "Dat was het.")


@pytest.mark.parametrize(
    "quote",
    [
        EURO,
        "400.000 euro",
        "waterschap",
        "aterscha",
        "e dijk bij Oostdijk is herstel",
        "s 400.000 euro u",
    ],
)
@pytest.mark.parametrize("open_meanwhile", [False, True])
def test_words_that_stand_in_the_renamed_page_are_found_there(
    opened: Opened, folder: Path, quote: str, open_meanwhile: bool
) -> None:
    library = opened()
    made = library.make(on(library, quote), "note", text="nagaan")
    renamed(folder, NEW_HEAD, OTHER_END)
    if open_meanwhile:
        library.ingest()
    else:
        library = opened()
    placed = only(library)
    assert (placed.key, placed.state, placed.mark) == ("waterkering.txt", "ANCHORED", made)
    body = library.article("waterkering.txt").body
    assert body[placed.start : placed.end] == quote
    assert [each.mark.id for each in library.marks("waterkering.txt")] == [made.id]
    assert library.changed_marks() == Changed()
    row = library.row("waterkering.txt")
    assert row is not None and row.notes == 1


def test_words_that_stand_in_several_pages_are_for_a_person_to_place(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    made = library.make(on(library, EURO), "highlight")
    renamed(folder, NEW_HEAD, OTHER_END)
    (folder / "zee" / "geld.txt").write_text(f"Geld voor de dijk\n\nHet is op. {EURO} Zo is het.\n")
    library = opened()
    placed = only(library)
    assert (placed.key, placed.state) == (None, "AMBIGUOUS")
    assert placed.homes == ("waterkering.txt", "zee/geld.txt") and placed.anchor is not None
    assert library.changed_marks() == Changed(ambiguous=1)
    there = placed.anchor.places[1]
    put = library.repair(made.id, there, key=placed.homes[1])
    assert put.path == "zee/geld.txt" and put.selector is not None and put.selector.exact == EURO
    assert (only(library).key, only(library).state) == ("zee/geld.txt", "ANCHORED")
    library.undo()
    assert only(library).state == "AMBIGUOUS"


def test_marks_on_words_that_changed_follow_those_that_did_not(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    library.make(on(library, TOLD), "highlight")
    library.make(on(library, EURO), "note", text="nagaan")
    library.tag([Target("article", "dijk.txt")], "geld")
    renamed(folder, NEW_HEAD, ("400.000", "480.000"))
    library = opened()
    tags, note, highlight = library.every_mark()
    assert {tags.key, note.key, highlight.key} == {"waterkering.txt"}
    assert (highlight.state, note.state, tags.state) == ("ANCHORED", "CHANGED", "CHANGED")
    assert note.anchor is not None and note.anchor.kinds == ("number",)


def test_a_changed_mark_by_itself_follows_headline_and_day(opened: Opened, folder: Path) -> None:
    library = opened()
    library.make(on(library, EURO), "note", text="nagaan")
    renamed(folder, ("400.000", "480.000"))
    library = opened()
    assert (only(library).key, only(library).state) == ("waterkering.txt", "CHANGED")


def test_marks_put_in_place_before_show_the_others_where_to_go(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    library.tag([Target("article", "dijk.txt")], "geld")
    library.make(on(library, TOLD), "highlight")
    (folder / "dijk.txt").write_text(DIJK.replace(*NEW_HEAD).replace("Dat meldt", "Zo meldt"))
    library.ingest()
    highlight, _ = library.every_mark()
    assert highlight.state == "CHANGED" and highlight.anchor is not None
    library.repair(highlight.mark.id, highlight.anchor.places[0])
    renamed(folder, NEW_HEAD, ("Dat meldt", "Zo meldt"))
    library.ingest()
    assert [each.key for each in library.every_mark()] == ["waterkering.txt"] * 2


def test_words_that_are_nowhere_are_gone(opened: Opened, folder: Path) -> None:
    library = opened()
    library.make(on(library, "dijk"), "note", text="nagaan")
    (folder / "dijk.txt").unlink()
    (folder / "haven.txt").write_text("Haven vol\n\nEr ligt een dijk van een schip in de haven.\n")
    library = opened()
    assert (only(library).key, only(library).state) == (None, "ORPHAN")
    assert library.changed_marks() == Changed(orphan=1)


def test_a_page_that_comes_later_takes_its_marks_up(opened: Opened, folder: Path) -> None:
    library = opened()
    library.make(on(library, EURO), "note", text="nagaan")
    (folder / "dijk.txt").unlink()
    library.ingest()
    assert only(library).state == "ORPHAN"
    (folder / "later.txt").write_text(DIJK.replace(*NEW_HEAD))
    library.ingest()
    assert (only(library).key, only(library).state) == ("later.txt", "ANCHORED")
    (folder / "later.txt").unlink()
    library.ingest()
    assert only(library).state == "ORPHAN"


def test_what_another_window_keeps_meanwhile_leaves_marks_where_they_were_found(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    library.make(on(library, EURO), "note", text="nagaan")
    renamed(folder, NEW_HEAD)
    library.ingest()
    other = opened(read=False, beside=True)
    other.make(Target("corpus"), "note", text="van elders")
    keys = {placed.mark.text: placed.key for placed in library.every_mark()}
    assert keys == {"nagaan": "waterkering.txt", "van elders": None}
    assert [each.mark.text for each in other.marks("waterkering.txt")] == ["nagaan"]


def test_of_very_many_marks_some_are_looked_for_at_a_time(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    for number in range(5):
        library.make(on(library, EURO), "note", text=str(number))
    renamed(folder, NEW_HEAD)
    library = opened(read=False)
    monkeypatch.setattr(marking_places, "MOST", 2)
    library.ingest()
    found = [placed.mark.text for placed in library.every_mark() if placed.key]
    assert found == ["4", "3"]
