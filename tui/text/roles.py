"""Titles and functions before and behind a name: `NAVO-chef X`, `X, directeur van Y,`."""

from __future__ import annotations

from tui.text.gazetteer import is_adjective_of_place
from tui.text.listed import is_title, listed
from tui.text.names import Name
from tui.text.printed import Words

_LONG_TITLE = 6
_LONG_ROLE = 8
"""The most words in a role that stands behind a name between commas."""


def title_before(words: Words, first: int) -> int:
    """How many words right before an index are a title: 0 for none, more with `minister van X`."""
    if not first:
        return 0
    before = words.words[first - 1]
    if before == "." and first > 1:
        return 2 if words.words[first - 2].lower() in listed("short_titles") else 0
    if not before[0].isalpha():
        return 0
    long = _long_title(words, first)
    if long:
        return long
    return 1 if is_title(before) else 0


def _long_title(words: Words, first: int) -> int:
    """The size of a title with `van`: `minister van Buitenlandse Zaken`."""
    for size in range(3, min(_LONG_TITLE, first) + 1):
        at = first - size
        if (
            words.words[at + 1] in listed("portfolio_openers")
            and is_title(words.words[at])
            and all(
                word[0].isupper() or word in listed("portfolio_small")
                for word in words.words[at + 2 : first]
            )
        ):
            return size
    return 0


def role(words: Words, name: Name) -> str | None:
    """The title of a name as printed, with its adjective: `Oekraïense president`."""
    size = title_before(words, name.first)
    if size:
        start = name.first - size
        while start and is_adjective_of_place(words.words[start - 1]):
            start -= 1
        return words.text[words.starts[start] : words.ends[name.first - 1]]
    return None


def role_behind(words: Words, name: Name) -> str | None:
    """The title between commas behind a name: `Jan Peeters, directeur van de haven,`."""
    if words.words[name.end] != ",":
        return None
    start = name.end + 1
    if words.words[start] in listed("articles_of_roles"):
        start += 1
    head = start
    while head < start + 3 and not is_title(words.words[head]):
        if not (words.words[head].endswith("e") or is_adjective_of_place(words.words[head])):
            return None
        head += 1
    if not is_title(words.words[head]) or (
        words.words[head][0].isupper() and "-" not in words.words[head]
    ):
        return None
    end = head + 1
    if words.words[end] in listed("portfolio_openers"):
        stop = end
        while words.words[stop][0].isalnum() and stop < head + _LONG_ROLE:
            stop += 1
        end = stop if not words.words[stop][0].isalnum() else end
    return words.text[words.starts[start] : words.ends[end - 1]]
