"""What the formats of the notes share: whose a mark is, its order, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tui.export.jsonl import escaped
from tui.export.notes_sound import Unsound, finite
from tui.store.marked import Mark, Placed, Tag, TagCount

MOST_PROBLEMS = 10_000
"""After so many things that are no good, the rest of a file is not looked at."""


STATES = {"CHANGED": "changed", "AMBIGUOUS": "ambiguous", "ORPHAN": "gone", "ANCHORED": "anchored"}
"""The states of marks in the words that a reader knows from the notebook."""


class Now(NamedTuple):
    """What became of a mark: its state, and the words in its place where they are others.

    `path` is that of its page now, where that has another name than when it was marked.
    """

    state: str
    text: str = ""
    path: str = ""

    @property
    def word(self) -> str:
        """The state in a word."""
        return STATES.get(self.state, self.state)


class Found(NamedTuple):
    """What a file holds: marks, tags with a colour, and a line for each thing that is no good."""

    marks: tuple[Mark, ...] = ()
    tags: tuple[Tag, ...] = ()
    problems: tuple[str, ...] = ()


def now_of(placed: Placed) -> Now:
    """What became of a mark, as the store tells where it is."""
    place = placed.anchor.place if placed.anchor else None
    text = place.text if place and placed.state == "CHANGED" else ""
    here, then = f"/{placed.key or ''}", f"/{placed.mark.path}"
    same = here.endswith(then) or then.endswith(here)  # of several folders a key begins elsewhere
    return Now(placed.state, text, "" if same else here[1:])


def signed(marks: Iterable[Mark], name: str) -> list[Mark]:
    """Marks that say whose they are: one's own have no name yet, and get this one."""
    return [mark if mark.by else mark._replace(by=name) for mark in marks]


def unsigned(marks: Iterable[Mark], name: str, by: str = "") -> list[Mark]:
    """The marks of a file as they are kept by somebody of that `name`.

    Those that are nobody's, or of that name, are one's own, or those of `by` where that is said.
    """
    return [mark._replace(by=by) if mark.by in ("", name) else mark for mark in marks]


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks by when they were made, with their numbers as JSON has them."""
    settled = map(_settled, marks)
    return sorted(settled, key=lambda mark: (whole(mark.created), whole(mark.id)))


def coloured(tags: Iterable[Tag | TagCount]) -> list[Tag | TagCount]:
    """The tags that have a colour, by their names."""
    return sorted((tag for tag in tags if tag.colour), key=lambda tag: whole(tag.name))


def gathered(things: Iterable[tuple[str, Any]], read: Callable[[Any], Mark | Tag]) -> Found:
    """The marks and tags that `read` makes of things, each told by where it stands: `line 7`."""
    marks: dict[str, Mark] = {}
    places: dict[str, str] = {}
    tags: list[Tag] = []
    problems: list[str] = []
    for place, thing in things:
        if len(problems) == MOST_PROBLEMS:
            problems.append(f"{place} and what follows are not looked at: too much is no good")
            break
        try:
            found = read(thing)
            if isinstance(found, Tag):
                tags.append(found)
                continue
            if found.id in marks:
                raise Unsound(f"the same id as {places[found.id]}")
        except Unsound as error:
            problems.append(f"{place}: {error}")
        else:
            marks[found.id], places[found.id] = found, place
    return Found(tuple(marks.values()), tuple(tags), tuple(problems))


def from_json(text: str) -> Any:
    """The data of some JSON. Raises Unsound, which says where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if "\n" in text.rstrip("\n") else ""
        raise Unsound(f"{where}column {error.colno}: no JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise Unsound("no JSON that can be read: too deep, or a number too long") from error


def to_json(data: object) -> str:
    """One line of JSON, safe for a terminal, which says the same when it was read and written."""
    return escaped(whole(json.dumps(data, ensure_ascii=False, allow_nan=False)))


def whole(text: str) -> str:
    """The text as it is for all who read JSON: halves of a character side by side are that one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _settled(mark: Mark) -> Mark:
    if mark.claimed is None or not mark.claimed.figures:
        return mark
    figures = tuple(
        figure._replace(
            value=finite(figure.value), low=finite(figure.low), high=finite(figure.high)
        )
        for figure in mark.claimed.figures
    )
    return mark._replace(claimed=mark.claimed._replace(figures=figures))
