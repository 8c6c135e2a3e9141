"""The lines of a text dump, taken apart where pages glue things together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tui.text.boilerplate import Words, dateline, is_prose
from tui.text.gates import opening, plain
from tui.text.guide import block_key
from tui.text.page import Block
from tui.text.reasons import Held
from tui.text.stamped import is_menu, is_stamped

Kind = Literal["text", "age", "listing", "section", "cut"]

_SECTION = 60
_MARKS = frozenset(")»›>→")
_TAIL = 24
_TAG = re.compile(r"[.!?”’\"'][A-Z][\w/]+$")
"""`….ANP`: a name in capitals that is glued to the end of a sentence."""
_LISTS = frozenset("0123456789-•*–")
LONG = 110
"""From this many characters on, a line is a paragraph of a story rather than a label."""


_KEPT, _MOST_KEPT = 240, 20_000
"""What is told of lines up to that length is kept, for so many: those of a site come back."""
_ENDS = (".", "!", ".'", ".’", '."', ".”", "!'", "!’", '!"', "!”")


class Unit(NamedTuple):
    """A stretch of the source that is one thing, and what its own words say that it is.

    `reason` is why a `cut` or `section` unit is not the article; for `text` that would be
    boilerplate at the edge of a page, `edge` holds that reason. `prose` tells that it reads as
    running sentences, `apart` that a blank line stands above it.
    """

    start: int
    end: int
    text: str
    kind: Kind = "text"
    reason: str | None = None
    edge: str | None = None
    prose: bool = False
    apart: bool = False

    @property
    def story(self) -> bool:
        """Whether it is a paragraph that only a story or a long teaser has."""
        return self.prose and not self.edge and len(self.text) >= LONG

    @property
    def sentence(self) -> bool:
        """Whether it is text that ends as a sentence does, however short."""
        return self.prose or (self.kind == "text" and self.text.endswith(_ENDS))

    @property
    def plain(self) -> bool:
        """Whether nothing in its words says that it is the page's."""
        return self.kind == "text" and not self.edge


def units(
    source: str, blocks: tuple[Block, ...], vocabulary: Words, known: Mapping[int, str]
) -> list[Unit]:
    """The units of a dump, in order. What is glued (`1 uur geledenPARIJS -`) is split.

    `known` holds the blocks that are page wherever they stand, with the reason.
    """
    found: list[Unit] = []
    low = plain(source)
    sliced = len(low) == len(source)
    held = vocabulary.page.on(low)
    reached = 0
    for block in blocks:
        text = block.text
        apart = source.count("\n", reached, block.start) > 1
        reached = block.end
        flat = text.replace("\n", " ") if "\n" in text else text
        if (half := _twice(flat)) and not known:
            found.append(_judged(block.start, text[:half], None, vocabulary, held, apart))
            found.append(_judged(block.start + half, text[half:], None, vocabulary, held, apart))
            continue
        if not known and not _glues(flat, vocabulary):
            same = sliced and flat is text and text == source[block.start : block.end]
            small = low[block.start : block.end] if same else None
            found.append(_judged(block.start, text, None, vocabulary, held, apart, small))
            continue
        for start, end, given in _split(block.start, block.end, flat, vocabulary):
            part = text[start - block.start : end - block.start]
            reason = given or (known.get(block_key(part)) if known else None)
            if part and not part.isspace():
                found.append(_judged(start, part, reason, vocabulary, held, apart))
                apart = False
    return found


def _twice(text: str) -> int:
    """How long the first half is of a line that says the same twice; else 0."""
    half = len(text) // 2
    same = half >= _TAIL and text[half] == " " and text[:half] == text[half + 1 :]
    return half if same else 0


def _glues(text: str, vocabulary: Words) -> bool:
    """Whether a line could hold more than one thing, by its first and last characters."""
    return (
        _opens_glued(opening(text), vocabulary)
        or text[-1] in _MARKS
        or text[-2:] == ")."
        or (text[-1].isalpha() and _TAG.search(text, len(text) - _TAIL) is not None)
        or vocabulary.caption_credit in text
    )


def _opens_glued(key: str, vocabulary: Words) -> bool:
    glued = vocabulary.glued
    return key in glued or key[:3] in glued or key[:2] in glued or key[:1] in glued


def _judged(
    start: int,
    given: str,
    reason: str | None,
    vocabulary: Words,
    held: Held,
    apart: bool,
    low: str | None = None,
) -> Unit:
    text = given.strip()
    if text is not given:
        start += len(given) - len(given.lstrip())
    end = start + len(text)
    if "\n" in text:
        text = " ".join(line.strip() for line in text.split("\n"))
    if reason:
        return Unit(start, end, text, "cut", reason, apart=apart)
    if len(text) > _KEPT:
        kind, why, edge, prose = _told(text, vocabulary, held, low)
        return Unit(start, end, text, kind, why, edge, prose, apart)
    kept = vocabulary.told
    told = kept.get(text)
    if told is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        told = kept[text] = _told(text, vocabulary, held, low)
    kind, why, edge, prose = told
    return Unit(start, end, text, kind, why, edge, prose, apart)


def _told(
    text: str, vocabulary: Words, held: Held, low: str | None
) -> tuple[Kind, str | None, str | None, bool]:
    """What a line's own words say: the kind, reason, edge and prose of its unit."""
    short = len(text) < _SECTION
    if short and vocabulary.age.fullmatch(text):
        return "age", None, None, False
    low = low or plain(text)
    found = vocabulary.page.find(text, low, held, without="" if short else "section")
    where = found.table if found else ""
    if found and where == "section":
        return "section", found.reason, None, False
    if (
        text[0] in _LISTS
        and any(pattern.fullmatch(text) for pattern in vocabulary.listings)
        and not (len(text) >= LONG or text.endswith("."))
    ):
        return "listing", None, None, False
    if found and where == "line":
        return "cut", found.reason, None, False
    if found is None and _is_ornament(text):
        return "cut", "navigation", None, False
    edge = found.reason if found and dateline(text) is None else None
    if found is None and len(text) <= LONG:
        if is_stamped(text, vocabulary):
            edge = "timestamp"
        elif is_menu(text, vocabulary):
            edge = "navigation"
    return "text", None, edge, is_prose(text)


def _is_ornament(text: str) -> bool:
    """Whether a line is drawn and not written, such as a rule of dashes."""
    return not text[0].isalnum() and not text[-1].isalnum() and not any(map(str.isalnum, text))


def _split(
    start: int, end: int, text: str, vocabulary: Words
) -> Iterator[tuple[int, int, str | None]]:
    """Spans of the source that make up one line, with a reason for those cut by a glued mark."""
    at = 0
    while glued := _prefix(text, at, vocabulary):
        reason, length = glued
        yield start + at, start + length, reason
        at = length
    while (match := vocabulary.glued_age.match(text, at)) and match.end() < len(text):
        yield start + at, start + match.end(), None
        at = match.end()
    start, text = start + at, text[at:]
    tails: list[tuple[int, int, str | None]] = []
    for reason, pattern in vocabulary.suffix.items():
        if (match := pattern.search(text)) and match.start() > 0:
            tails.append((start + match.start(), end, reason))
            end = start + match.start()
            text = text[: match.start()].rstrip()
    yield from _captions(start, end, text, vocabulary)
    yield from reversed(tails)


def _prefix(text: str, at: int, vocabulary: Words) -> tuple[str, int] | None:
    """The reason for what is glued before the rest of a line at an offset, and where it ends."""
    for reason, pattern in vocabulary.prefix.items():
        if (match := pattern.match(text, at)) and match.end() < len(text):
            return reason, match.end()
    return None


def _captions(
    start: int, end: int, text: str, vocabulary: Words
) -> Iterator[tuple[int, int, str | None]]:
    """A line with captions in it, cut before each and after its credit."""
    at = 0
    opens = vocabulary.caption_credit in text and vocabulary.caption_opening in text.casefold()
    for match in vocabulary.caption.finditer(text) if opens else ():
        yield start + at, start + match.start(), None
        yield start + match.start(), start + match.end(), "caption"
        at = match.end()
    yield start + at, end, None
