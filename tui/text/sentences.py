"""The sentences of a text, with their offsets."""

from __future__ import annotations

import re
from functools import cache

from tui.text.language import words

_END = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*[\"'”’»)\]]*"
    r"(?=\s+[\"'“„‘«(\[]*[^\Wa-z_]|\s+[‘’']s\b|\s*\Z)|\n+"
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
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _is_abbreviation(text, start, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    stop = match.start()
    if match.end() >= len(text) or match.end() - stop > 1:
        return False
    before = text[max(start, stop - _LONGEST) : stop]
    if not before or before[-1].isspace():
        return False
    word = before.split()[-1].lstrip("(\"'“‘„«[")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if "." in word and all(len(part) <= 2 for part in word.split(".")):
        return not text.startswith("\n", match.end()) and word.casefold() in abbreviations()
    return word.casefold() in abbreviations()


def _add(spans: list[tuple[int, int]], text: str, left: int, right: int) -> None:
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    if left < right:
        spans.append((left, right))
