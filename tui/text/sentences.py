"""The sentences of a text, with their offsets."""

from __future__ import annotations

import re
from functools import cache

from tui.text.language import words

_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“„‘«(\[]*[^\Wa-z_]|\s+[‘’']s\b|\s*\Z)|\n+"
)
_WORD_BEFORE = re.compile(r"(\S+)\Z")


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
    if match.end() >= len(text) or len(match.group()) > 1:
        return False
    before = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    if not before:
        return False
    word = before.group(1).lstrip("(\"'“„‘«[")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if "." in word and all(len(part) <= 2 for part in word.split(".")):
        return not text.startswith("\n", match.end()) and word.casefold() in abbreviations()
    return word.casefold() in abbreviations()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append((left, right))
