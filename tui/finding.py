"""Finding words in a text, whatever their case and accents, and numbers with or without dots."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, pairwise

from tui.text.letters import PLAIN

Span = tuple[int, int]
"""A stretch of a text, `end` exclusive."""

Origin = tuple[int, ...] | None
"""Where each character came from; None where each came from its own place."""

_LONG = re.compile(r"\d(?:\.?\d){3}")  # 3000, 3.000: a number that may have dots
_DOT = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")  # the dots of 1.250.000

_DIGIT_BEFORE = re.compile(r"\d\.?\Z")  # where a number goes on from: 13. before 000
_DIGIT_AFTER = re.compile(r"\.?\d")


def search(text: str, query: str) -> tuple[Span, ...]:
    """Where `query` stands in `text`, whatever the case and the accents; hits do not overlap.

    A number of a thousand or more is found with and without the dots in it.
    """
    wanted = fold(query)[0]
    if not wanted.strip():
        return ()
    found = _found(*fold(text), wanted)
    if _LONG.search(wanted):
        found = _apart(sorted({*found, *_numbers(text, wanted)}))
    return tuple(found)


@lru_cache(maxsize=8)
def fold(text: str) -> tuple[str, Origin]:
    """`text` without case and accents, and the offset each character came from.

    The offsets are None where each character came from its own place, as it nearly always does.
    """
    table = {character: _fold(character) for character in set(text)}
    folded = "".join(map(table.__getitem__, text))
    if all(len(letters) == 1 for letters in table.values()):
        return folded, None
    return folded, tuple(i for i, letter in enumerate(text) for _ in table[letter])


def _fold(character: str) -> str:
    if character.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", character.casefold().translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _found(folded: str, origin: Origin, wanted: str) -> list[Span]:
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((at, end) if origin is None else (origin[at], origin[end - 1] + 1))
        at = folded.find(wanted, end)
    return found


def _numbers(text: str, wanted: str) -> list[Span]:
    """Where `wanted` stands in a text whose numbers have no dots; a number is found whole."""
    first, last = wanted[0].isdigit(), wanted[-1].isdigit()
    return [
        (start, end)
        for start, end in _found(*_undotted(text), _DOT.sub("", wanted))
        if not (first and _DIGIT_BEFORE.search(text, max(0, start - 2), start))
        and not (last and _DIGIT_AFTER.match(text, end))
    ]


@lru_cache(maxsize=2)
def _undotted(text: str) -> tuple[str, Origin]:
    """A text folded, without the dots in its numbers, and where each character came from."""
    folded, origin = fold(text)
    dots = [match.start() for match in _DOT.finditer(folded)]
    if not dots:
        return folded, origin
    between = [slice(a + 1, b) for a, b in pairwise((-1, *dots, len(folded)))]
    places = range(len(folded)) if origin is None else origin
    kept = tuple(chain.from_iterable(places[part] for part in between))
    return "".join(folded[part] for part in between), kept


def _apart(spans: list[Span]) -> list[Span]:
    """Spans that are in order, without those that overlap the one before."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
