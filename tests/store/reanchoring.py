"""The cases of `reanchoring.txt`: marks, their pages as they were and as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tui.store.anchoring import Part

TABLE = Path(__file__).parent / "reanchoring.txt"
_SIGNS = {
    "<shy>": "\u00ad",
    "<nbsp>": "\u00a0",
    "<acute>": "\u0301",
    "<umlaut>": "\u0308",
    "<zwj>": "\u200d",
    "<long>": "De tuinman gaf de rozen water en floot een wijsje van vroeger. " * 1600,
    " ¶ ": "\n\n",
}
_HEAD = re.compile(r"(was|now|body)( title)?:(?: (.*))?")


class Case(NamedTuple):
    """A quote at `start` of the old text, and what is to be found of it in the new one.

    `places` are stretches of the new text. `kinds` and `words` (old, new) are None where the
    table does not tell them; `around` tells that the words stand beside the quote.
    """

    line: int
    part: Part
    old: str
    start: int
    end: int
    new: str
    body: str | None
    places: tuple[tuple[int, int], ...]
    state: str
    kinds: tuple[str, ...] | None
    words: tuple[str, str] | None
    around: bool


def cases() -> list[Case]:
    """All cases, in the order of the table."""
    found: list[Case] = []
    old = new = body = ""
    part: Part = "body"
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if head := _HEAD.fullmatch(line):
            text = _spelt_out(head[3] or "")
            if head[1] == "was":
                old, part = text, "title" if head[2] else "body"
            elif head[1] == "now":
                new, body = text, ""
            else:
                body = text
            continue
        plain, ((start, end),) = unmarked(old)
        now, places = unmarked(new)
        state, kinds, words, around = _told(line)
        here = body if part == "title" else None
        found.append(
            Case(number, part, plain, start, end, now, here, places, state, kinds, words, around)
        )
    return found


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its brackets, and where they stood."""
    places: list[tuple[int, int]] = []
    pieces = re.split(r"[\[\]]", text)
    at = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            places.append((at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), tuple(places)


def _spelt_out(text: str) -> str:
    for name, sign in _SIGNS.items():
        text = text.replace(name, sign)
    return text


def _told(line: str) -> tuple[str, tuple[str, ...] | None, tuple[str, str] | None, bool]:
    head, _, rest = line.partition("|")
    state, *kinds = head.split()
    around = rest.strip().startswith("around:")
    old, arrow, new = rest.strip().removeprefix("around:").partition(">")
    words = (old.strip(), new.strip()) if arrow else None
    return state, tuple(kinds) or None, words, around
