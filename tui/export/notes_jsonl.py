"""Marks as they are kept, one document a line, and back: nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tui.export.notes import Found, coloured, from_json, gathered, in_order, to_json
from tui.export.notes_sound import Unsound, sound, sound_tag
from tui.store.anchors import Selector
from tui.store.marked import Claimed, Mark, Tag, TagCount
from tui.store.marked_documents import mark_document, mark_of

MARK, TAG = "newsreader.mark/1", "newsreader.tag/1"

_PLAIN = (
    Mark("x", "", "", 0, None, "", about="article"),
    Mark("x", "", "", 0, Selector("", "", "", 0, 0), ""),
    Mark("x", "", "", 0, None, "", about="article", kind="claim", claimed=Claimed()),
    Mark("x", "", "", 0, Selector("", "", "", 0, 0), "", kind="claim", claimed=Claimed()),
)
_NEEDED = ("id", "article", "path", "at", "created")


def dump(marks: Iterable[Mark], tags: Iterable[Tag | TagCount] = ()) -> Iterator[str]:
    """The lines, each with its line feed; the same marks in any order give the same text."""
    for tag in coloured(tags):
        yield to_json({"schema": TAG, "name": tag.name, "colour": tag.colour}) + "\n"
    for mark in in_order(marks):
        yield to_json({"schema": MARK, **mark_document(mark)}) + "\n"


def read(text: str) -> Found:
    """What the lines of a file hold; empty lines are passed over."""
    lines = enumerate(text.split("\n"), start=1)
    return gathered(((f"line {number}", line) for number, line in lines if line.strip()), kept)


def kept(line: str) -> Mark | Tag:
    """The mark or the coloured tag of one line. Raises Unsound."""
    data = from_json(line)
    if not isinstance(data, dict) or data.get("schema") not in (MARK, TAG):
        raise Unsound(f"schema: neither {MARK} nor {TAG}")
    document = {name: value for name, value in data.items() if name != "schema"}
    if data["schema"] == TAG:
        return sound_tag(Tag(document.get("name", ""), document.get("colour", ""), ""))
    mark = mark_of(document)
    if mark is None:
        raise Unsound(_fault(document))
    return sound(mark)


def _fault(document: dict[str, Any]) -> str:
    """Which field of a document is not as it is kept: the one that spoils a plain mark."""
    for name in _NEEDED:
        if name not in document:
            return f"{name}: there is none"
    plain = [mark_document(mark) for mark in _PLAIN]
    for name, value in document.items():
        if all(mark_of({**each, name: value}) is None for each in plain):
            return f"{name}: not as a mark has it"
    return "a claim needs `claim`, a passage `selectors`, and nothing else may have them"
