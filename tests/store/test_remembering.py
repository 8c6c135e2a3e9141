"""What was read, how far, and what was searched for: now, at the next start, and in two windows."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.store.conftest import Opened
from tui.store.library import Library, NotSaved
from tui.store.remembering import RECENT, SavedQuery

STORM = "Storm\n\nDe storm velde in het hele land bomen."


def state(library: Library, key: str) -> tuple[bool, bool]:
    """Whether an article was read, and whether it has changed since."""
    row = library.row(key)
    assert row is not None
    return row.read, row.changed


def test_a_search_that_cannot_be_remembered_is_forgotten(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()

    def note(*things: object) -> None:
        raise NotSaved("NOT SAVED")

    monkeypatch.setattr(library._notebook, "note", note)
    library.remember_query("dijk")
    assert library.recent_queries() == ()


def test_what_was_read_is_read_at_the_next_start(opened: Opened) -> None:
    library = opened()
    library.set_read(["dijk.txt"], True)
    assert state(library, "dijk.txt") == (True, False)
    assert state(library, "zee/brug.txt") == (False, False)
    library.close()
    assert state(opened(read=False), "dijk.txt") == (True, False)


def test_what_was_read_can_be_unread(opened: Opened) -> None:
    library = opened()
    library.set_read(["dijk.txt", "zee/brug.txt"], True)
    library.set_read(["dijk.txt"], False)
    assert state(library, "dijk.txt") == (False, False)
    library.close()
    again = opened(read=False)
    assert [state(again, key)[0] for key in ("dijk.txt", "zee/brug.txt")] == [False, True]


def test_a_page_with_other_teasers_is_the_article_that_was_read(
    opened: Opened, folder: Path
) -> None:
    before = opened()
    before.set_read(["dijk.txt"], True)
    before.close()
    (folder / "dijk.txt").rename(folder / "opnieuw.txt")
    assert state(opened(), "opnieuw.txt") == (True, False)


def test_a_page_that_changed_is_told_until_it_was_read_again(opened: Opened, folder: Path) -> None:
    before = opened()
    before.set_read(["dijk.txt"], True)
    before.close()
    (folder / "dijk.txt").write_text(STORM)
    library = opened()
    assert state(library, "dijk.txt") == (True, True)
    library.set_read(["dijk.txt"], True)
    assert state(library, "dijk.txt") == (True, False)
    library.undo()
    assert state(library, "dijk.txt") == (True, True)
    library.set_read(["dijk.txt"], False)
    assert state(library, "dijk.txt") == (False, False)


def test_a_page_that_was_marked_and_changed_is_told(opened: Opened, folder: Path) -> None:
    before = opened()
    before.toggle_bookmark("dijk.txt", 0)
    before.close()
    (folder / "dijk.txt").write_text(STORM)
    assert state(opened(), "dijk.txt") == (False, True)


def test_another_page_with_the_same_article_is_read_too(opened: Opened, folder: Path) -> None:
    (folder / "kopie.txt").write_bytes((folder / "dijk.txt").read_bytes())
    library = opened()
    library.set_read(["kopie.txt"], True)
    assert state(library, "dijk.txt") == (True, False)
    library.set_read(["dijk.txt"], False)
    assert state(library, "kopie.txt") == (False, False)


def test_many_are_marked_in_one_write_and_undone_in_one_step(opened: Opened, folder: Path) -> None:
    for number in range(50):
        (folder / f"{number}.txt").write_text(f"Bericht {number}\n\nNiets dan {number}.")
    library = opened()
    library.toggle_bookmark("dijk.txt", 0)
    keys = [f"{number}.txt" for number in range(50)]
    library.set_read(keys, True)
    assert all(state(library, key)[0] for key in keys)
    journal = folder / ".newsreader" / "notes.json.journal"
    assert journal.read_bytes().count(b"\n") == 1  # the first note of all made the file
    assert library.undo() == "50 articles marked as read"
    assert not any(state(library, key)[0] for key in keys)
    library.redo()
    assert all(state(library, key)[0] for key in keys)


def test_what_was_only_opened_is_no_step_to_undo(opened: Opened) -> None:
    library = opened()
    library.toggle_bookmark("dijk.txt", 0)
    library.set_read(["zee/brug.txt"], True, by_hand=False)
    assert library.undo() == "bookmark kept"
    assert state(library, "zee/brug.txt") == (True, False)


def test_marking_what_is_read_already_writes_nothing(opened: Opened) -> None:
    library = opened()
    library.set_read(["dijk.txt"], True)
    library.set_read(["dijk.txt", "weg.txt"], True)
    library.undo()
    assert state(library, "dijk.txt") == (False, False)
    assert library.undo() is None


def test_a_read_mark_that_cannot_be_written_is_not_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    library.set_read(["dijk.txt"], True)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(NotSaved, match=r"NOT SAVED.*No space left on device"):
            library.set_read(["zee/brug.txt"], True)
    assert state(library, "zee/brug.txt") == (False, False)
    assert state(library, "dijk.txt") == (True, False)


def test_the_place_in_an_article_is_kept(opened: Opened) -> None:
    library = opened()
    assert (library.place("dijk.txt"), library.last_place()) == (0, None)
    library.keep_place("dijk.txt", 40)
    library.keep_place("zee/brug.txt", 7)
    assert library.place("dijk.txt") == 40
    assert library.last_place() == ("zee/brug.txt", 7)
    library.close()
    again = opened(read=False)
    assert again.place("dijk.txt") == 40
    assert again.last_place() == ("zee/brug.txt", 7)


def test_the_last_place_of_a_page_that_went_is_none(opened: Opened, folder: Path) -> None:
    library = opened()
    library.keep_place("dijk.txt", 40)
    library.close()
    (folder / "dijk.txt").unlink()
    assert opened().last_place() is None


def test_a_place_goes_with_its_article(opened: Opened, folder: Path) -> None:
    library = opened()
    library.keep_place("dijk.txt", 40)
    library.close()
    (folder / "dijk.txt").rename(folder / "opnieuw.txt")
    assert opened().place("opnieuw.txt") == 40


def test_a_place_that_cannot_be_written_is_nobodys_worry(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        library.keep_place("dijk.txt", 40)
        library.keep_all()
    assert library.place("dijk.txt") == 0


def test_searches_are_kept_by_name(opened: Opened) -> None:
    library = opened()
    library.save_query("Troepen", "militairen figure:>1000")
    library.save_query("brug", "brug")
    library.save_query("Troepen", "soldaten")
    kept = (SavedQuery("brug", "brug"), SavedQuery("Troepen", "soldaten"))
    assert library.saved_queries() == kept
    library.close()
    again = opened(read=False)
    assert again.saved_queries() == kept
    again.drop_query("brug")
    again.drop_query("nooit")
    assert again.saved_queries() == kept[1:]
    assert again.undo() == "search dropped: brug"
    assert again.saved_queries() == kept


def test_a_search_that_took_anothers_place_gives_it_back(opened: Opened) -> None:
    library = opened()
    library.save_query("Troepen", "militairen")
    library.save_query("Troepen", "soldaten")
    library.undo()
    assert library.saved_queries() == (SavedQuery("Troepen", "militairen"),)
    library.redo()
    assert library.saved_queries() == (SavedQuery("Troepen", "soldaten"),)


def test_the_last_searches_come_newest_first_and_once(opened: Opened) -> None:
    library = opened()
    for text in ("brug", "dijk", " brug ", ""):
        library.remember_query(text)
    assert library.recent_queries() == ("brug", "dijk")
    for number in range(RECENT + 20):
        library.remember_query(f"woord{number}")
    library.close()
    again = opened(read=False)
    assert len(again.recent_queries()) == RECENT
    assert again.recent_queries()[0] == f"woord{RECENT + 19}"


def test_two_windows_see_what_the_other_read(opened: Opened) -> None:
    one, other = opened(), opened(beside=True)
    version = other.version
    one.set_read(["dijk.txt"], True)
    assert other.version > version
    assert state(other, "dijk.txt") == (True, False)
    other.set_read(["zee/brug.txt"], True)
    assert state(one, "zee/brug.txt") == (True, False)
    one.set_read(["dijk.txt", "zee/brug.txt"], False)
    assert [state(other, key)[0] for key in ("dijk.txt", "zee/brug.txt")] == [False, False]


def test_with_another_cache_what_was_kept_is_there(opened: Opened, tmp_path: Path) -> None:
    library = opened()
    library.set_read(["dijk.txt"], True)
    library.keep_place("dijk.txt", 40)
    library.close()
    again = opened(cache=tmp_path / "other")
    assert state(again, "dijk.txt") == (True, False)
    assert again.last_place() == ("dijk.txt", 40)


def test_notes_are_not_read_at_a_start_when_the_index_knows_them(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    library.set_read(["dijk.txt"], True)
    library.keep_place("dijk.txt", 40)
    library.close()
    loads: list[object] = []
    monkeypatch.setattr("tui.store.journal._loaded", loads.append)
    again = opened(read=False)
    assert state(again, "dijk.txt") == (True, False)
    assert again.last_place() == ("dijk.txt", 40)
    assert again.bookmarks("dijk.txt") == ()
    assert loads == []


@pytest.mark.parametrize("table", ["read", "places", "searches", "latest"])
@pytest.mark.parametrize("odd", [{}, {"path": 3}, {"id": "x", "name": [], "position": -1}])
def test_a_document_that_is_not_ours_stays_as_it_is(
    opened: Opened, folder: Path, table: str, odd: dict[str, object]
) -> None:
    (folder / ".newsreader").mkdir()
    notes = folder / ".newsreader" / "notes.json"
    notes.write_text(json.dumps({table: {"1": odd}}))
    library = opened()
    library.set_read(["dijk.txt"], True)
    library.save_query("brug", "brug")
    library.keep_place("dijk.txt", 4)
    library.close()
    assert json.loads(notes.read_text())[table]["1"] == odd


def test_the_order_of_the_list_is_known_at_the_next_start_and_from_the_notes_alone(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    assert library.last_sort() == "path"
    library.keep_sort("figures")
    assert library.last_sort() == "figures"
    library.close()
    again = opened(read=False)
    assert again.last_sort() == "figures"
    with again._index.write() as connection:
        connection.execute("DELETE FROM stamp WHERE name LIKE 'notes%'")
    again._kept.renew()
    assert again.last_sort() == "figures"


def test_an_order_that_nobody_knows_is_by_path(opened: Opened) -> None:
    library = opened()
    library.keep_sort("by moon")  # type: ignore[arg-type]
    assert library.last_sort() == "path"


def test_what_was_open_last_is_known_from_notes_that_tell_of_no_order(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    library.remember_query("dijk")
    library.close()
    kept = json.loads(library.notes_path.read_text("utf-8"))
    for document in kept["latest"].values():
        del document["sort"]  # as notes were before lists had an order of their own
    for old in library.notes_path.parent.glob("notes.json*"):
        old.unlink()
    library.notes_path.write_text(json.dumps(kept), "utf-8")
    assert opened(read=False).recent_queries() == ("dijk",)
