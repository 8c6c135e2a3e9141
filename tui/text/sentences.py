"""The sentences of a text, with their offsets."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.text.language import words

_END = re.compile(  # opens with one set of signs, so that all other text is skipped at once
    r"[.!?…\n](?:(?<=\n)\n*"
    r"|(?<![.!?…].)[.!?…]*[\"'”’»)\]]*"
    r"(?=\s+[\"'“„‘«(\[]*[^\Wa-z_]|\s+[‘’']s\b|\s*\Z))"
)
_LONGEST = 40
"""So far back the word before a full stop is looked for."""


@cache
def abbreviations() -> frozenset[str]:
    """Words after which a full stop ends no sentence, in lower case and without that stop."""
    return frozenset(words("abbreviations"))


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, in order, without the white space around them.

    A full stop after an abbreviation (`dr.`), an initial (`J.`) or inside a number ends none.
    A line break always does.
    """
    return list(_sentences(text))


@lru_cache(maxsize=2)
def _sentences(text: str) -> list[tuple[int, int]]:
    """The same; the last texts are remembered, for the ledger asks again for what was just read."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        stop, end = match.span()
        if end == stop + 1 and text[stop] == "." and _is_abbreviation(text, start, stop):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether a full stop ends an abbreviation or an initial, and not the text."""
    end = stop + 1
    before = text[max(start, stop - _LONGEST) : stop]
    if end >= len(text) or not before or before[-1].isspace():
        return False
    word = before.rsplit(None, 1)[-1].lstrip("(\"'“‘„«[")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if word.casefold() not in abbreviations():
        return False
    if word.isupper() and "." not in word and not text[start:stop].isupper():
        return False  # `in de VS.` is no `vs.`, but in a line of capitals `DR. SMIT` is one
    several = "." in word and all(len(part) <= 2 for part in word.split("."))
    return not (several and text.startswith("\n", end))


def _add(spans: list[tuple[int, int]], text: str, left: int, right: int) -> None:
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    if left < right:
        spans.append((left, right))
