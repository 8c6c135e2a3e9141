"""The lines of a text dump, taken apart where pages glue things together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tui.text.boilerplate import Words, is_age, reason_of
from tui.text.guide import block_key
from tui.text.page import Block

Kind = Literal["text", "age", "listing", "section", "cut"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the source that is one thing, and what its own words say that it is.

    `reason` is why a `cut` or `section` unit is not the article; for `text` that would be
    boilerplate at the edge of a page, `edge` holds that reason.
    """

    start: int
    end: int
    text: str
    kind: Kind = "text"
    reason: str | None = None
    edge: str | None = None


def units(blocks: tuple[Block, ...], vocabulary: Words, known: Mapping[int, str]) -> list[Unit]:
    """The units of a dump, in order. What is glued (`1 uur geledenPARIJS -`) is split.

    `known` holds the blocks that are page wherever they stand, with the reason.
    """
    found = []
    for block in blocks:
        for start, end, given in _split(block, vocabulary):
            text = block.text[start - block.start : end - block.start]
            reason = given or (known.get(block_key(text)) if known else None)
            if unit := _judged(start, end, text, reason, vocabulary):
                found.append(unit)
    return found


def _judged(start: int, end: int, text: str, given: str | None, vocabulary: Words) -> Unit | None:
    lead = len(text) - len(text.lstrip())
    start, text = start + lead, text.strip()
    end = start + len(text)
    if not text:
        return None
    if given:
        return Unit(start, end, text, "cut", given)
    if is_age(text, alone=False):
        return Unit(start, end, text, "age")
    if any(pattern.fullmatch(text) for pattern in vocabulary.listings):
        return Unit(start, end, text, "listing")
    if section := reason_of(text, vocabulary.section):
        return Unit(start, end, text, "section", section)
    if cut := reason_of(text, vocabulary.line):
        return Unit(start, end, text, "cut", cut)
    return Unit(start, end, text, edge=reason_of(text, vocabulary.edge))


def _split(block: Block, vocabulary: Words) -> Iterator[tuple[int, int, str | None]]:
    """Spans of the source that make up one line, with a reason for those cut by a glued mark."""
    start, end, text = block.start, block.end, block.text
    while glued := _prefix(text, vocabulary):
        reason, length = glued
        yield start, start + length, reason
        start += length
        text = text[length:]
    while (match := vocabulary.glued_age.match(text)) and match.end() < len(text):
        yield start, start + match.end(), None
        start += match.end()
        text = text[match.end() :]
    tails: list[tuple[int, int, str | None]] = []
    for reason, pattern in vocabulary.suffix.items():
        if (match := pattern.search(text)) and match.start() > 0:
            tails.append((start + match.start(), end, reason))
            end = start + match.start()
            text = text[: match.start()].rstrip()
    yield from _captions(start, end, text, vocabulary)
    yield from reversed(tails)


def _prefix(text: str, vocabulary: Words) -> tuple[str, int] | None:
    for reason, pattern in vocabulary.prefix.items():
        if (match := pattern.match(text)) and match.end() < len(text):
            return reason, match.end()
    return None


def _captions(
    start: int, end: int, text: str, vocabulary: Words
) -> Iterator[tuple[int, int, str | None]]:
    """A line with captions in it, cut before each and after its credit."""
    at = 0
    opens = vocabulary.caption_opening in text.casefold()
    for match in vocabulary.caption.finditer(text) if opens else ():
        yield start + at, start + match.start(), None
        yield start + match.start(), start + match.end(), "caption"
        at = match.end()
    yield start + at, end, None
