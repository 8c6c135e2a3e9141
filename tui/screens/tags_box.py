"""All tags, in a box over the notebook: renamed, merged, coloured, dropped, or looked into."""

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

from tui.keys import Keymap
from tui.screens.box import Box
from tui.screens.presenting import about_turn, key_name, ways
from tui.store.marked import TagCount
from tui.text.safe import safe_line
from tui.widgets import stylesheets, wording
from tui.widgets.own import COLOURS
from tui.widgets.rows import Rows
from tui.widgets.tag_looks import colour_of, colours_of
from tui.widgets.tag_tree import TagLine, TagRows

if TYPE_CHECKING:
    from tui.store.library import Library

CHANGES = "r rename · m merge · c colour · d drop"
LOOKING, NONE = "Looking…", "No tags yet: t gives one to a mark or an article."


@dataclass
class Tags(Message):
    """Which tags there are; `words` tell what was done, `problem` why it was not."""

    tags: Sequence[TagCount]
    words: str = ""
    problem: str = ""
    here: str = ""


class TagsBox(Box[tuple[str | None, bool]]):
    """Gives the tag whose marks are wanted, if any, and whether something was changed."""

    CSS_PATH: ClassVar[list[str | Path]] = [  # type: ignore[assignment]
        stylesheets.path("boxes"),
        stylesheets.path("notebook"),
    ]

    def __init__(self, library: Library, keymap: Keymap) -> None:
        super().__init__()
        self._library = library
        self._keymap = keymap
        go, back = (ways(keymap, told) for told in ({"open": "its marks"}, {"back": "back"}))
        self._ways = " · ".join(filter(None, (go, CHANGES, back)))
        self._tags: Sequence[TagCount] = ()
        self._from: str | None = None
        self._dropping: str | None = None
        self._busy = self._changed = self._typing = False
        self._rows = TagRows(id="tags")
        self._field = Input(compact=True, select_on_focus=False, id="tag-name", disabled=True)
        self._told = Label(LOOKING, id="tags-told", markup=False)

    def compose(self) -> ComposeResult:
        """The rows, the name that is typed, and what is told."""
        with Vertical(classes="box") as box:
            box.border_title, box.border_subtitle = "Tags", self._ways
            yield self._rows
            yield self._field
            yield self._told

    def on_mount(self) -> None:
        """Keys go to the rows; they are asked for."""
        self._rows.active, self._field.display = True, False
        self._do(lambda: "")

    @property
    def _here(self) -> TagCount | None:
        return self._tags[self._rows.cursor] if self._rows.cursor < len(self._tags) else None

    def _do(self, change: Callable[[], str], here: str = "") -> None:
        """In a thread: change something, and ask which tags there are then."""
        self._busy = True
        self.run_worker(lambda: self._done(change, here), thread=True)

    def _done(self, change: Callable[[], str], here: str) -> None:
        from tui.store.bookmarks import NotSaved

        words, problem = "", ""
        try:
            words = change()
        except NotSaved as error:
            problem = str(error)
        except KeyError:
            problem = "a tag wants a name with letters."
        self.post_message(Tags(self._library.tags(), words, problem, here))

    @on(Tags)
    def _came(self, event: Tags) -> None:
        at, self._tags, self._busy = self._rows.cursor, event.tags, False
        self._changed = self._changed or bool(event.words)
        colours = colours_of(event.tags)
        self._rows.put([_line(tag, colour_of(tag.name, colours)) for tag in event.tags])
        names = [tag.name for tag in event.tags]
        self._rows.point(names.index(event.here) if event.here in names else at)
        self._rows.display = bool(event.tags)
        self.query_one(".box").border_title = f"Tags {len(event.tags)}"
        if event.problem:
            problem = event.problem.removeprefix("NOT SAVED: ")
            self._say(f"NOT SAVED: {problem}", wrong=True)
        else:
            self._say(event.words or ("" if event.tags else NONE))
        self.pass_on()

    def _say(self, words: str, wrong: bool = False) -> None:
        self._told.set_class(wrong, "wrong")
        self._told.update(safe_line(words))
        self._told.display = bool(words)

    def on_key(self, event: events.Key) -> None:
        """Move, choose, change, or leave."""
        if self._typing:
            self._typed(event)
            return
        event.stop()
        if self._leaving:
            return
        if self._early is not None:
            self._early.append(event)  # typed before the rows were there
            return
        key = key_name(event)
        if key != "d":
            self._dropping = None
        if not self._pending and key in WAY and not self._busy:
            if self._from is None or key == "m":
                WAY[key](self)
            return
        step = self._keymap.feed(self._pending, key, "notebook")
        self._pending = step.pending
        if step.action in ("undo", "redo"):
            self._turn(step.action == "redo")
        elif step.action in ("back", "tags", "quit"):
            self._back()
        elif step.action == "open":
            self._choose()
        elif step.action is not None:
            self._rows.act(step.action)

    def _turn(self, forward: bool) -> None:
        library = self._library

        def turn() -> str:
            return about_turn(forward, library.redo() if forward else library.undo())

        if not self._busy:
            self._do(turn)

    def _rename(self) -> None:
        tag = self._here
        if tag is not None:
            self._typing = True
            self._field.disabled, self._field.display = False, True
            self._field.value = safe_line(tag.name)
            self._field.cursor_position = len(self._field.value)
            self.set_focus(self._field)
            self._say("Another name, with / below another tag. One that there is: merged into it.")

    def _typed(self, event: events.Key) -> None:
        if event.key not in ("enter", "escape"):
            if event.is_printable and event.character and self.focused is not self._field:
                # It left for this screen before the line had the focus.
                self._field.insert_text_at_cursor(event.character)
            return
        event.stop()
        tag, name = self._here, self._field.value
        self._typing = False
        self._field.disabled, self._field.display = True, False
        self.set_focus(None)
        self._say("")
        if event.key == "enter" and tag is not None and name != safe_line(tag.name):
            self._call(tag.name, name)

    def _call(self, old: str, new: str) -> None:
        """Give a tag another name, or merge it into the one that has it."""
        library = self._library

        def change() -> str:
            name = library.rename_tag(old, new)
            return f"{old} is {name} now. {self._undo}"

        self._do(change, new)

    def _merge(self) -> None:
        tag = self._here
        if tag is None:
            return
        if self._from is None:
            self._from = tag.name
            self._rows.take(tag.name)
            self._say(f"{tag.name} is merged into … go to the other tag: enter. esc not.")
        else:
            self._into(tag)

    def _into(self, tag: TagCount) -> None:
        source = self._from or ""
        self._from = None
        self._rows.take(None)
        if tag.name == source or tag.name.startswith(f"{source}/"):
            self._say("A tag is not merged into itself, nor into one below it.", wrong=True)
        else:
            self._call(source, tag.name)

    def _colour(self) -> None:
        tag, library = self._here, self._library
        if tag is None:
            return
        name, colours = tag.name, ("", *COLOURS)
        at = colours.index(tag.colour) if tag.colour in colours else 0
        colour = colours[(at + 1) % len(colours)]

        def change() -> str:
            library.colour_tag(name, colour)
            return f"{name} is {colour} now." if colour else f"{name} has no colour now."

        self._do(change, name)

    def _drop(self) -> None:
        tag, library = self._here, self._library
        if tag is None:
            return
        name, has = tag.name, _counts(tag) or "nothing"
        if self._dropping != name:
            self._dropping = name
            below = " and all below it" if self._has_below(name) else ""
            self._say(f"d again drops {name}{below} from {has}; the marks stay.", wrong=True)
            return

        def change() -> str:
            library.drop_tag(name)
            return f"{name} dropped from {has}. {self._undo}"

        self._dropping = None
        self._do(change)

    def _has_below(self, name: str) -> bool:
        return any(tag.name.startswith(f"{name}/") for tag in self._tags)

    @property
    def _undo(self) -> str:
        key = self._keymap.first("undo")
        return f"{key} undoes it." if key else ""

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self._choose()

    def _choose(self) -> None:
        tag = self._here
        if tag is not None and self._from is not None:
            self._into(tag)
        elif tag is not None:
            self.leave((tag.name, self._changed))

    def _back(self) -> None:
        if self._from is not None:
            self._from = None
            self._rows.take(None)
            self._say("")
        else:
            self.leave((None, self._changed))


WAY: dict[str, Callable[[TagsBox], None]] = {
    "r": TagsBox._rename,
    "m": TagsBox._merge,
    "c": TagsBox._colour,
    "d": TagsBox._drop,
}
"""What the keys of the box do."""


def _counts(tag: TagCount) -> str:
    """What has a tag: `2 articles, 1 mark, 3 claims`."""
    counts = (tag.articles, "article"), (tag.marks, "mark"), (tag.claims, "claim")
    return ", ".join(wording.plural(count, what) for count, what in counts if count)


def _line(tag: TagCount, drawn: str) -> TagLine:
    *above, name = tag.name.split("/")
    colour = safe_line(tag.colour)
    return TagLine(tag.name, safe_line(name), len(above), _counts(tag), colour, drawn)
