"""Writing marks to a file, in a box over the notebook: in which form, under which name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Label

from tui.export.notes import now_of
from tui.export.notes_formats import ENDINGS, FORMATS, Format, render
from tui.export.writing import slug, write
from tui.screens.box import Box
from tui.store.marked import Placed
from tui.text.safe import safe_line
from tui.widgets import stylesheets, wording
from tui.widgets.paint import Part
from tui.widgets.rows import Rows
from tui.widgets.wrap import clip

if TYPE_CHECKING:
    from tui.store.library import Library

TELLS = {
    "jsonld": ("JSON-LD", "W3C Web Annotation; comes back whole"),
    "jsonl": ("JSONL", "a mark a line, all that is kept; comes back whole"),
    "csv": ("CSV", "a row a mark, for a spreadsheet; comes back whole"),
    "markdown": ("Markdown", "by article, quotes with sources; comes back whole"),
}
WAYS = "↑ ↓ form · enter write · esc back"
THERE = "There is such a file. enter again replaces it · another name keeps it · esc back"


@dataclass
class Written(Message):
    """The file is there, or why it is not; `there` tells that there was one already."""

    path: Path
    problem: str = ""
    there: bool = False


class FormRows(Rows):
    """A form a row: its name, and what it is good for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"forms--name", "forms--note"}

    @property
    def count(self) -> int:
        """As many as there are forms."""
        return len(FORMATS)

    @property
    def form(self) -> Format:
        """The form at the cursor."""
        return FORMATS[self.cursor]

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """The name, and what it is good for."""
        name, note = TELLS[FORMATS[index]]
        room = max(0, width - 11)
        return [[(f" {name:<9} ", "forms--name"), (clip(note, room), "forms--note")]]


class ExportBox(Box[str]):
    """Gives what is to be told of the file that was written; nothing where none was."""

    CSS_PATH: ClassVar[list[str | Path]] = [  # type: ignore[assignment]
        stylesheets.path("boxes"),
        stylesheets.path("notebook"),
    ]

    def __init__(
        self,
        library: Library,
        marks: Sequence[Placed],
        corpus: str,
        own_name: Callable[[], str],
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._library, self._marks, self._own_name = library, marks, own_name
        self._folder = folder or Path()
        self._stem = slug(f"{corpus} notes" if corpus else "notes")
        self._forms = FormRows(id="forms")
        self._field = Input(
            self._stem + ENDINGS[FORMATS[0]], compact=True, select_on_focus=False, id="export-name"
        )
        self._told = Label("", id="export-told", markup=False)
        self._writing = False
        self._over: str | None = None

    def compose(self) -> ComposeResult:
        """The forms, and the name of the file under them."""
        with Vertical(classes="box") as box:
            count = wording.plural(len(self._marks), "mark")
            box.border_title, box.border_subtitle = f"Export {count}", WAYS
            yield self._forms
            yield self._field
            yield self._told

    def on_mount(self) -> None:
        """What is typed goes to the name, up and down to the forms."""
        self._forms.active = True
        self.set_focus(self._field)
        self._where()

    def _where(self) -> None:
        self._say(f"in {self._folder.absolute()}")

    def _say(self, words: str, wrong: bool = False) -> None:
        self._told.set_class(wrong, "wrong")
        self._told.update(safe_line(words))

    def on_key(self, event: events.Key) -> None:
        """Choose a form, write, or leave."""
        if event.key in ("up", "down"):
            event.stop()
            self._turn(1 if event.key == "down" else -1)
        elif event.key == "enter":
            event.stop()
            self._write()
        elif event.key == "escape":
            event.stop()
            self.leave("")

    def _turn(self, step: int) -> None:
        before = ENDINGS[self._forms.form]
        self._forms.point((self._forms.cursor + step) % len(FORMATS))
        name = self._field.value
        if name.endswith(before):
            self._field.value = name.removesuffix(before) + ENDINGS[self._forms.form]
            self._field.cursor_position = len(self._field.value)

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._over = None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._over is not None and event.value != self._over:
            self._over = None
            self._where()

    def _write(self) -> None:
        name = self._field.value.strip()
        if self._writing:
            return
        if not name or name in (".", "..") or name.endswith("/"):
            self._say("A file wants a name.", wrong=True)
            return
        path = self._folder / Path(name).expanduser()
        self._writing = True
        self._say("Writing…")
        force, form = self._over == self._field.value, self._forms.form
        self.run_worker(lambda: self._write_now(path, form, force), thread=True)

    def _write_now(self, path: Path, form: Format, force: bool) -> None:
        """In a thread: write all of it, or nothing."""
        now = {placed.mark.id: now_of(placed) for placed in self._marks}
        marks = [placed.mark for placed in self._marks]
        pieces = render(form, marks, tags=self._library.tags(), now=now, own=self._own_name())
        try:
            write(path, pieces, force=force)
        except FileExistsError:
            self.post_message(Written(path, there=True))
        except (OSError, ValueError) as error:
            problem = getattr(error, "strerror", None) or str(error)
            self.post_message(Written(path, problem))
        else:
            self.post_message(Written(path))

    @on(Written)
    def _written(self, event: Written) -> None:
        self._writing = False
        if event.there:
            self._over = self._field.value
            self._say(THERE, wrong=True)
        elif event.problem:
            self._say(f"NOT WRITTEN: {event.path}: {event.problem}", wrong=True)
        else:
            count = wording.plural(len(self._marks), "mark")
            self.leave(f"{count} written to {event.path.absolute()}")
