"""Dates in running text, resolved to days where the text and the day of publication allow it.

One pattern finds the words and digits at which a date can be known; around each of them the
modules datemonths, dateyears, datesnear and dateunits read what stands to the left and right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tui.text import datemonths, datesnear, dateunits, dateyears
from tui.text.article import DateRef
from tui.text.dated import Dated
from tui.text.datewords import anchor_pattern, anchors
from tui.text.periods import Span, issue_of, one_day

_HARD_SPACES = "\u00a0\u202f\u2007\u2009"


def dates(text: str, published: str | None = None) -> tuple[DateRef, ...]:
    """The dates in the text, in order and none in another, with their first and last day.

    `published` is an ISO 8601 day, stamp, month or year, or None. What is told from it
    (`gisteren`, a day without its year) is resolved as far as it is known, and null otherwise;
    a day without a year may still take the one that the text itself gives it elsewhere.
    """
    plain = text
    if not text.isascii():
        for space in _HARD_SPACES:
            plain = plain.replace(space, " ")
    plain = f"\n{plain}"  # an anchor has a mark or a space before it
    page = Dated(plain, _lowered(plain), issue_of(published))
    after = 0
    for match in anchor_pattern().finditer(page.low):
        if match.end() > after:
            try:
                after = _read(page, match) or after
            except (OverflowError, ValueError):  # beyond the first or last year of the calendar
                continue
    return tuple(
        DateRef(start - 1, end - 1, text[start - 1 : end - 1], *_iso(_known(page, start, span)))
        for start, end, span in page.found
    )


def _lowered(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


def _read(page: Dated, match: re.Match[str]) -> int | None:
    """Read the date at an anchor, if any; the offset from where to go on."""
    form = match.lastgroup or ""
    start, end = match.span(form)
    word = match[form]
    if form != "word":
        return _DIGITS[form](page, start, end, word)
    kind, value = anchors()[word]
    if kind == "near":
        return datesnear.by_near(page, start, end, word, value)
    if kind == "short":
        return datemonths.by_month(page, start, end, value, short=True)
    if kind == "decades":
        return dateyears.by_decades(page, start, end)
    return _WORDS[kind](page, start, end, value)


_DIGITS: dict[str, Callable[[Dated, int, int, str], int | None]] = {
    "iso": dateyears.by_iso,
    "year": dateyears.by_year,
    "digits": dateyears.by_digits,
}
_WORDS: dict[str, Callable[[Dated, int, int, Any], int | None]] = {
    "month": datemonths.by_month,
    "weekday": datesnear.by_weekday,
    "unit": dateunits.by_unit,
    "units": dateunits.away,
    "season": dateunits.by_season,
    "holiday": dateyears.by_holiday,
    "decade": dateyears.by_decade,
}


def _known(page: Dated, start: int, span: Span | None) -> Span | None:
    """The day, or where its year is not printed the one that the text gives it elsewhere."""
    unsure = page.open.get(start)
    named = page.known.get(unsure) if unsure else None
    if unsure is None or named is None or len(named) > 1:
        return span
    if span and span[0] != span[1]:
        return span
    return one_day(min(named), *unsure) or span


def _iso(span: Span | None) -> tuple[str | None, str | None]:
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)
