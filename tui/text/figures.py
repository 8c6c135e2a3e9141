"""The figures of a text: each quantity, its value, its kind, how exact it is and what it counts.

The text is taken apart once (`lexed`); a table of words tells at which tokens a figure could
begin and what must be tried there (`starts`). All the rest looks at a few tokens around those.
"""

from __future__ import annotations

import re

from tui.text.article import Figure
from tui.text.edges import BEHIND, SPECIAL
from tui.text.grounds import Reason
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.plain import is_name, plain_number
from tui.text.quantities import number, one
from tui.text.quantity import Quantity, article
from tui.text.ranges import range_from
from tui.text.shares import Found, fraction, is_part, named_share, out_of, ratio
from tui.text.specials import aged, collective, is_times, multiple, tally, times, vague
from tui.text.starts import (
    AGED,
    ARTICLE,
    DATE,
    DIGITS,
    MULTIPLE,
    NUMBER,
    SHARE,
    VAGUE,
    behind_article,
    changing,
    marked,
    share_value,
)
from tui.text.traps import in_phrase, past_telephone

_WORD = re.compile(r"\S+")
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
    t = Lexed(text, *marked(text)[0][1:])
    t.opened = [start for start, _ in sentences]
    shut = [_shut(text, *span) for span in dates if not _changes(text, *span)]
    t.shut = [start for start, _ in shut]
    t.reopened = [end for _, end in shut]
    return t


def _shut(text: str, start: int, end: int) -> tuple[int, int]:
    """What of a date holds no figure: of `TIEN jaar geleden`, `over DRIE weken` not its number."""
    told, date = table("dates")["distance"], text[start:end].lower()
    ago = date.endswith(told["ago_behind"].strip())
    if not ago and not date.startswith(told["ahead"]):
        return start, end
    words = list(_WORD.finditer(text, start, end))
    unit = len(words) - (2 if ago else 1)
    if unit < 1 or words[unit - 1][0].lower() in told["one"]:
        return start, end  # een week geleden
    return words[unit].start(), end


def _changes(text: str, start: int, end: int) -> bool:
    """Whether four digits that could be a year long past are what a number went from or to."""
    if end - start != 4 or not text[start:end].isdecimal():
        return False
    if text[start : start + 2] in ("19", "20"):
        return False
    to = changing()
    return text[max(0, start - 20) : start].endswith(to) or text.startswith(to, end)


def _figures(t: Lexed) -> list[Figure]:
    found: list[Figure] = []
    words, after_article = t.words, behind_article()
    free = 0
    for at, mark in marked(t.text)[1]:
        if at < free or mark == DATE:
            continue
        if mark & ARTICLE and words[at + 1] not in after_article:
            continue  # nearly always
        result = _read(t, at, mark)
        if result:
            figure, free = result
            if figure:
                found.append(figure)
    return found


def _read(t: Lexed, at: int, mark: int) -> tuple[Figure | None, int] | None:
    """The figure that begins at a token, if any, and the index from where to go on."""
    if mark & DIGITS:
        end = t.ends[at]
        if t.text[t.starts[at]] == "0" and (after := past_telephone(t, at)):
            return None, after
        if t.is_shut(t.starts[at], end) or end - t.starts[at] > _LONGEST:
            return None
        behind = t.text[end : end + 1]
        joined = behind == "-" or behind.isalpha()
        if joined and (found := aged(t, at) or tally(t, at)):
            return found
        return _number(t, at)
    if mark == NUMBER:
        return _number(t, at)
    special = (
        (mark & VAGUE and vague(t, at))
        or (mark & ARTICLE and collective(t, at))
        or (mark & SHARE and named_share(t, at, share_value(t.words[at])))
        or (mark & MULTIPLE and multiple(t, at))
        or (mark & AGED and aged(t, at))
    )
    if special:
        return special
    return _number(t, at) if mark & NUMBER else None


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
