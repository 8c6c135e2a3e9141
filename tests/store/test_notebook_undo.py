"""What can be taken back: now, at another start, beside other windows, and what is refused."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui.store import notebook_undo
from tui.store.anchors import Selector
from tui.store.documents import SEARCHES, Saved, table_of
from tui.store.marked import Mark
from tui.store.notebook import Notebook, Refused

MARK = Mark("m1", "9f0c", "brug.txt", 0, Selector("De brug", "", " gaat", 0, 7), "2026-05-04")
NOTE = MARK._replace(id="m2", kind="note", text="nagaan")
FEW = 4


def labels(path: Path) -> list[str]:
    """The steps in a file that is closed."""
    held = json.loads(path.read_text("utf-8"))["undo"]
    return [held[number]["label"] for number in sorted(held, key=int)]


def test_a_step_can_be_taken_back_at_another_start(notebook: Notebook, path: Path) -> None:
    notebook.change("kept", add=[MARK])
    notebook.change("written", add=[NOTE])
    notebook.close()
    again = Notebook(path)
    assert again.undo() == "written"
    assert again.marks == (MARK,)
    again.close()
    last = Notebook(path)
    assert last.undo() == "kept"
    assert last.undo() is None
    assert not last.marks
    assert [last.redo(), last.redo(), last.redo()] == ["kept", "written", None]
    assert last.marks == (MARK, NOTE)


def test_a_step_lies_with_its_change_in_one_write(notebook: Notebook, path: Path) -> None:
    notebook.change("first", add=[MARK])
    notebook.change("kept", add=[NOTE])
    journal = path.with_name("notes.json.journal").read_bytes().splitlines()
    assert [json.loads(line[9:])[-1][0:2] for line in journal] == [["put", "undo"]]


def test_what_changes_nothing_is_no_step(notebook: Notebook) -> None:
    notebook.change("kept", add=[MARK])
    notebook.change("kept again", add=[MARK])
    notebook.change("gone", remove=[NOTE])
    notebook.note(Saved("dijk", "dijk", "2026-05-04"))
    assert notebook.undo() == "kept"
    assert notebook.undo() is None


def test_nothing_to_take_back_touches_nothing(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / ".newsreader" / "notes.json")
    assert (notebook.undo(), notebook.redo()) == (None, None)
    assert list(tmp_path.iterdir()) == []


def test_each_window_takes_its_own_steps_back_and_then_those_from_before(path: Path) -> None:
    before = Notebook(path)
    before.change("before", add=[MARK])
    one, other = Notebook(path), Notebook(path)
    assert one.marks == other.marks == (MARK,)
    one.change("in one", add=[NOTE])
    other.change("in the other", add=[MARK._replace(id="m3")])
    assert one.undo() == "in one"
    assert one.undo() == "before"  # it was there when both were opened
    assert other.undo() == "in the other"
    assert other.undo() is None
    assert one.redo() == "before"


def test_what_was_changed_in_another_window_is_not_taken_back(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    one.change("first", add=[MARK])
    one.change("kept \x1b[2J", add=[NOTE])
    (known,) = other.find_marks([NOTE.id])
    other.change("written", add=[NOTE._replace(text="nagegaan")], remove=[known])
    refused = r"^NOT UNDONE: kept .\[2J\. It was changed since.*it is this: first\.$"
    with pytest.raises(Refused, match=refused):
        one.undo()
    assert one.undo() == "first"
    assert one.marks == (NOTE._replace(text="nagegaan"),)
    assert other.undo() == "written"
    other.change("gone", remove=[NOTE])
    assert other.undo() == "gone"


def test_what_stands_in_the_way_is_not_overwritten_by_a_redo(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    search = Saved("dijk", "dijk", "2026-05-04")
    other.look()
    one.change("kept", add=[search])
    one.undo()
    other.change("kept too", add=[search._replace(text="brug")])
    with pytest.raises(Refused, match="NOT REDONE: kept"):
        one.redo()
    assert one.find(SEARCHES, ["dijk"]) == [search._replace(text="brug")]


def test_what_another_window_took_away_does_not_come_back_with_a_step_of_ours(path: Path) -> None:
    one, other = Notebook(path), Notebook(path)
    one.change("kept", add=[MARK, NOTE])
    assert other.marks
    other.change("gone there", remove=[MARK])
    one.change("gone", remove=[MARK, NOTE])
    assert one.undo() == "gone"
    assert one.marks == (NOTE,)


def test_what_was_replaced_comes_back(notebook: Notebook) -> None:
    notebook.change("kept", add=[MARK])
    notebook.change("written", add=[MARK._replace(text="hier")])
    assert notebook.undo() == "written"
    assert notebook.marks == (MARK,)


def test_so_many_steps_are_kept_and_no_more(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook_undo, "STEPS", 3)
    for number in range(5):
        notebook.change(f"{number}", add=[MARK._replace(id=f"m{number}")])
    notebook.close()
    assert labels(path) == ["2", "3", "4"]


def test_a_large_step_drops_those_before_it_and_is_kept_itself(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook_undo, "ROOM", 10)
    notebook.change("small", add=[MARK])
    notebook.change("large", add=[NOTE._replace(id=f"n{number}") for number in range(20)])
    assert notebook.undo() == "large"
    notebook.redo()
    notebook.change("next", add=[NOTE])
    notebook.close()
    assert labels(path) == ["next"]


def test_long_texts_leave_room_for_fewer_steps(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebook_undo, "ROOM", 50)
    for number in range(9):
        notebook.change(f"{number}", add=[NOTE._replace(text=f"{number}" * 5_000)])
    notebook.close()
    assert labels(path) == ["7", "8"]


@pytest.mark.parametrize(
    "step",
    [
        {},
        {"label": "odd", "added": 1, "removed": [], "window": "w", "undone": 0},
        {"label": 1, "added": [], "removed": [], "window": "w", "undone": 0},
        {"label": "odd", "added": [[1, {}]], "removed": [], "window": "w", "undone": 0},
        {"label": "odd", "added": [["marks", 5]], "removed": [], "window": "w", "undone": 0},
        {"label": "odd", "added": [["marks"]], "removed": [], "window": "w", "undone": 0},
        {"label": "odd", "added": [], "removed": [], "window": "w", "undone": -1},
        {"label": "odd", "added": [], "removed": [], "window": None, "undone": True},
    ],
)
def test_a_step_that_is_not_sound_is_passed_over_and_stays(
    path: Path, step: dict[str, object]
) -> None:
    path.write_text(json.dumps({"undo": {"7": step}}))
    notebook = Notebook(path)
    assert notebook.undo() is None
    notebook.change("kept", add=[MARK])
    assert notebook.undo() == "kept"
    notebook.close()
    held = json.loads(path.read_text())["undo"]
    assert held["7"] == step
    assert held["8"]["undone"] == 1


@pytest.mark.parametrize("thing", [["marks", {"id": "m2"}], ["elsewhere", {}], ["undo", {}]])
def test_a_step_with_what_is_not_ours_to_read_is_refused(path: Path, thing: list[object]) -> None:
    step = {"label": "odd", "added": [thing], "removed": [], "window": "w", "undone": 0}
    path.write_text(json.dumps({"undo": {"1": step}}))
    notebook = Notebook(path)
    with pytest.raises(Refused, match="NOT UNDONE: odd"):
        notebook.undo()
    assert notebook.undo() is None


Things = Saved | Mark
_saved = st.builds(Saved, st.sampled_from("abc"), st.sampled_from("xyz"), st.just("2026"))
_marks = st.builds(
    MARK._replace,
    id=st.sampled_from("abc"),
    kind=st.sampled_from(["bookmark", "note", "highlight"]),
    text=st.sampled_from(["", "x", "y"]),
)
_things = st.lists(_saved | _marks, max_size=3)
Content = dict[tuple[str, str], Things]


def placed(thing: Things) -> tuple[str, str]:
    return table_of(thing), thing.id


class Turning(RuleBasedStateMachine):
    """Changes, undo and redo in one window, now and then opened anew: as lists of contents."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.few = patch.object(notebook_undo, "STEPS", FEW)
        self.few.start()
        self.notebook = Notebook(self.folder / "notes.json")
        self.now: Content = {}
        self.done: list[tuple[str, Content]] = []
        self.undone: list[tuple[str, Content]] = []
        self.count = 0

    @rule(added=_things, removed=_things)
    def change(self, added: list[Things], removed: list[Things]) -> None:
        self.count += 1
        label = str(self.count)
        gone = {placed(thing) for thing in removed}
        new = {at: thing for at, thing in self.now.items() if at not in gone}
        new |= {placed(thing): thing for thing in added}
        self.notebook.change(label, add=added, remove=removed)
        if new != self.now:
            self.done = [*self.done, (label, self.now)][-FEW:]
            self.undone = []
        self.now = new

    @rule()
    def undo(self) -> None:
        told = self.notebook.undo()
        assert told == (self.done[-1][0] if self.done else None)
        if self.done:
            label, before = self.done.pop()
            self.undone.append((label, self.now))
            self.now = before

    @rule()
    def redo(self) -> None:
        told = self.notebook.redo()
        assert told == (self.undone[-1][0] if self.undone else None)
        if self.undone:
            label, after = self.undone.pop()
            self.done.append((label, self.now))
            self.now = after

    @rule(gently=st.booleans())
    def open_anew(self, gently: bool) -> None:
        if gently:
            self.notebook.close()
        self.notebook = Notebook(self.folder / "notes.json")

    @invariant()
    def the_notebook_holds_it(self) -> None:
        held: tuple[Things, ...] = (*self.notebook.marks, *self.notebook.searches)
        assert {placed(thing): thing for thing in held} == self.now

    def teardown(self) -> None:
        self.notebook.close()
        self.few.stop()
        shutil.rmtree(self.folder)


class Beside(RuleBasedStateMachine):
    """Two windows: a step is taken back whole, or refused and nothing is touched."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.windows = [Notebook(self.folder / "notes.json") for _ in range(2)]
        self.now: Content = {}
        self.steps: dict[str, tuple[Content, Content]] = {}

    windows_of = st.integers(0, 1)

    @rule(which=windows_of, added=_things, removed=_things)
    def change(self, which: int, added: list[Things], removed: list[Things]) -> None:
        label = str(len(self.steps))
        gone = {placed(thing) for thing in removed}
        new = {at: thing for at, thing in self.now.items() if at not in gone}
        new |= {placed(thing): thing for thing in added}
        self.steps[label] = (
            {at: thing for at, thing in self.now.items() if new.get(at) != thing},
            {at: thing for at, thing in new.items() if self.now.get(at) != thing},
        )
        self.windows[which].change(label, add=added, remove=removed)
        self.now = new

    @rule(which=windows_of, forward=st.booleans())
    def turn(self, which: int, forward: bool) -> None:
        window = self.windows[which]
        try:
            label = window.redo() if forward else window.undo()
        except Refused:
            return
        if label is None:
            return
        come, go = self.steps[label] if not forward else self.steps[label][::-1]
        for at, thing in go.items():
            assert self.now.pop(at) == thing
        assert not come.keys() & self.now.keys()
        self.now |= come

    @rule(which=windows_of)
    def open_anew(self, which: int) -> None:
        self.windows[which].close()
        self.windows[which] = Notebook(self.folder / "notes.json")

    @invariant()
    def both_hold_it(self) -> None:
        for window in self.windows:
            window.look()
            held: tuple[Things, ...] = (*window.marks, *window.searches)
            assert {placed(thing): thing for thing in held} == self.now

    def teardown(self) -> None:
        for window in self.windows:
            window.close()
        shutil.rmtree(self.folder)


TestTurning = Turning.TestCase
TestTurning.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
TestBeside = Beside.TestCase
TestBeside.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
