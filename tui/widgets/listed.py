"""What a row of the list tells of an article, in the room there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from tui.store.rows import Context, Row, Span
from tui.widgets import wording
from tui.widgets.paint import Part, spread
from tui.widgets.wrap import clip, wrap

NESTED = "└ "
NEW, CHANGED = "•", "≠"
LEAD = 0.4
"""How much of the room stands before the first hit, where that is far in the text."""


class Told(NamedTuple):
    """A word of the line; where there is not room for all, the least `worth` is left out."""

    text: str
    look: str
    worth: int


def sign(row: Row) -> str:
    """Whether there is something to read: a dot, or a sign that it changed since it was read."""
    if row.state == "failed":
        return " "
    if row.changed:
        return CHANGED
    return " " if row.read else NEW


def meta(row: Row, room: int, here: bool, wide: bool, sited: bool = False) -> list[Part]:
    """The date, the marks and the counts of an article; where the cursor is `here`, its sign.

    A list that is sorted by site shows that before all else (`sited`).
    """
    if row.state == "failed":
        return [(clip("! cannot be read", room), "list--problem")]
    if row.state == "waiting":
        return [(clip("… to be read in", room), "list--meta")]
    mark = sign(row).strip() if here else ""
    left = [
        Told(f"{mark} " if mark else "", "list--changed" if row.changed else "list--mark", 9),
        *_when_and_where(row, sited),
    ]
    right = [
        Told("changed" if row.changed else "", "list--changed", 4),
        Told(_copies(row.copies, wide), "list--meta", 8),
        Told(f"⚑{row.bookmarks if row.bookmarks > 1 else ''}" if row.bookmarks else "", *MARK),
        Told(f"✎{row.notes if row.notes > 1 else ''}" if row.notes else "", *MARK),
        Told(wording.plural(row.hits, "hit") if row.hits else "", "list--meta", 7),
        Told(_count(row.figures, "figure", "fig", wide), "list--meta", 0 if row.hits else 5),
        Told(wording.plural(row.claims, "claim") if wide and row.claims else "", "list--meta", 2),
    ]
    return _fit([one for one in left if one.text], [one for one in right if one.text], room)


MARK = ("list--mark", 6)


def _when_and_where(row: Row, sited: bool) -> list[Told]:
    day, look = wording.date(row.published), "list--meta"
    if sited:
        site = Told(row.site or "no site", look, 10)
        return [site, Told(f" · {day}" if row.published else "", look, 6)]
    printed = f"{' · ' if row.published else ''}{row.site}" if row.site else ""
    return [Told(day, look, 10), Told(printed, look, 3)]


def _copies(count: int, wide: bool) -> str:
    if not count:
        return ""
    if not wide:
        return f"+{count}"
    return "+1 copy" if count == 1 else f"+{count} copies"


def _count(count: int, one: str, short: str, wide: bool) -> str:
    return wording.plural(count, one if wide else short, wide) if count else ""


def _fit(left: list[Told], right: list[Told], room: int) -> list[Part]:
    """The words at both ends of the line, as many as fit."""
    while True:
        parts = [(told.text, told.look) for told in left], _joined(right)
        size = sum(cell_len(text) for side in parts for text, _ in side)
        if size + bool(right) <= room or not (left or right):
            return spread(*parts, room)
        least = min(left + right, key=lambda told: told.worth)
        if least.worth >= 10:
            return [(clip("".join(text for text, _ in parts[0]), room), "list--meta")]
        (left if least in left else right).remove(least)


def _joined(words: list[Told]) -> list[Part]:
    """Words side by side: counts parted by a dot, marks by a blank."""
    parts: list[Part] = []
    before: Told | None = None
    for told in words:
        if before is not None:
            dotted = before.look == told.look == "list--meta"
            parts.append((" · " if dotted else " ", "list--meta"))
        parts.append((told.text, told.look))
        before = told
    return parts


def context(found: Context | None, room: int, most: int) -> list[list[Part]]:
    """The words around what was found, on at most so many lines, with the first hit in sight."""
    if found is None or room < 4:
        return []
    text, spans = found
    first = spans[0] if spans else (0, 0)
    if first[1] > room * most - 2:
        start = _start(text, first[0], int(room * most * LEAD))
        text, spans = f"…{text[start:]}", tuple((a - start + 1, b - start + 1) for a, b in spans)
    lines = wrap(text, room)
    if len(lines) > most:
        begin = lines[most - 1][0]
        text = text[:begin] + clip(text[begin:], room)
        lines = [*lines[: most - 1], (begin, len(text))]
    return [_painted(text, line, spans) for line in lines]


def _painted(text: str, line: tuple[int, int], spans: Iterable[Span]) -> list[Part]:
    """A line of a text, with the hits in a look of their own."""
    at, end = line[0], line[0] + len(text[slice(*line)].rstrip())  # a blank at its end is none
    parts: list[Part] = []
    for start, stop in spans:
        start, stop = max(at, start), min(stop, end)
        if start < stop:
            parts += [(text[at:start], "list--context"), (text[start:stop], "list--hit")]
            at = stop
    parts.append((text[at:end], "list--context"))
    return [part for part in parts if part[0]]


def _start(text: str, hit: int, before: int) -> int:
    """Where to begin so that some words stand before the hit."""
    start = max(0, hit - before)
    blank = text.find(" ", start, hit)
    return blank + 1 if blank >= 0 else start
