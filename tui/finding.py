"""Finding words in a text, whatever their case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

Span = tuple[int, int]
"""A stretch of a text, `end` exclusive."""


def search(text: str, query: str) -> tuple[Span, ...]:
    """Where `query` stands in `text`, whatever the case and the accents; hits do not overlap."""
    wanted = fold(query)[0]
    if not wanted.strip():
        return ()
    folded, origin = fold(text)
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        found.append((at, end) if origin is None else (origin[at], origin[end - 1] + 1))
        at = folded.find(wanted, end)
    return tuple(found)


@lru_cache(maxsize=8)
def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
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
    apart = unicodedata.normalize("NFKD", character.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
