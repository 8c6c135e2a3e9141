"""The figures of a text: each quantity, its value, its kind, how exact it is and what it counts.

The text is taken apart once (`lexed`); a table of words tells at which tokens a figure could
begin and what must be tried there (`starts`). All the rest looks at a few tokens around those.
"""

from __future__ import annotations

from tui.text import starts as begin
from tui.text.article import Figure
from tui.text.edges import (
    BEHIND,
    SPECIAL,
)
from tui.text.grounds import Reason
from tui.text.lexed import Lexed, lexed
from tui.text.plain import is_name, plain_number
from tui.text.quantities import number, one
from tui.text.quantity import Quantity, article
from tui.text.ranges import range_from
from tui.text.shares import Found, fraction, is_part, named_share, out_of, ratio
from tui.text.specials import aged, collective, is_times, multiple, tally, times, vague
from tui.text.traps import (
    in_phrase,
    past_telephone,
)

_ENDING = " .,)\n"
"""Mostly one of these stands behind digits, and then they are no part of a compound."""
_LONGEST = 80
"""A longer token, a row of digits or of letters without end, is no number."""


def figures(
    text: str, sentences: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> tuple[Figure, ...]:
    """The figures in a text, in order; `sentences` and `dates` are spans in it, in order."""
    return tuple(_figures(_prepared(text, sentences, dates)))


def explained(
    text: str, sentences: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> list[tuple[Figure, tuple[Reason, ...]]]:
    """The same figures, each with the rules and words that gave its fields."""
    t = _prepared(text, sentences, dates)
    t.traced = True
    return list(zip(_figures(t), t.reasons, strict=True))


def _prepared(text: str, sentences: list[tuple[int, int]], dates: list[tuple[int, int]]) -> Lexed:
    t = lexed(text)
    t.opened = [start for start, _ in sentences]
    shut = [span for span in dates if span[1] - span[0] != 4 or not _changes(text, *span)]
    t.shut = [start for start, _ in shut]
    t.reopened = [end for _, end in shut]
    return t


def _changes(text: str, start: int, end: int) -> bool:
    """Whether four digits that could be a year long past are what a number went from or to."""
    if not text[start:end].isdecimal() or text[start : start + 2] in ("19", "20"):
        return False
    to = begin.changing()
    return text[max(0, start - 20) : start].endswith(to) or text.startswith(to, end)


def _figures(t: Lexed) -> list[Figure]:
    found: list[Figure] = []
    words, behind_article = t.words, begin.behind_article()
    free = 0
    for at, mark in begin.marks(words):
        if at < free:
            continue
        if mark & begin.ARTICLE and words[at + 1] not in behind_article:
            continue  # nearly always
        result = _read(t, at, mark)
        if result:
            figure, free = result
            if figure:
                found.append(figure)
    return found


def _read(t: Lexed, at: int, mark: int) -> tuple[Figure | None, int] | None:
    """The figure that begins at a token, if any, and the index from where to go on."""
    if mark & begin.DIGITS:
        end = t.ends[at]
        if t.text[t.starts[at]] == "0" and (after := past_telephone(t, at)):
            return None, after
        if t.is_shut(t.starts[at], end) or end - t.starts[at] > _LONGEST:
            return None
        if t.text[end : end + 1] not in _ENDING and (found := aged(t, at) or tally(t, at)):
            return found
        return _number(t, at)
    special = (
        (mark & begin.VAGUE and vague(t, at))
        or (mark & begin.ARTICLE and collective(t, at))
        or (mark & begin.SHARE and named_share(t, at, begin.share_value(t.words[at])))
        or (mark & begin.MULTIPLE and multiple(t, at))
        or (mark & begin.AGED and aged(t, at))
    )
    if special:
        return special
    return _number(t, at) if mark & begin.NUMBER else None


def _number(t: Lexed, at: int) -> tuple[Figure | None, int] | None:
    quantity = number(t, at)
    if quantity is None:
        if t.words[at] != article() or in_phrase(t, at):
            return None
        quantity = one(t, at)
        if found := _special(t, quantity):
            return found
        if range_from(t, quantity) is None:
            return None
    elif BEHIND[t.words[quantity.after]] & SPECIAL and (found := _special(t, quantity)):
        return found
    return plain_number(t, at, quantity)


def _special(t: Lexed, quantity: Quantity) -> Found | None:
    """A number that is the beginning of a share or a multiple."""
    following = t.words[quantity.after]
    if is_name(t, quantity):
        return None
    if following in out_of():
        return ratio(t, quantity)
    if is_times(following):
        return times(t, quantity)
    return fraction(t, quantity) if is_part(following) and not quantity.digits else None
