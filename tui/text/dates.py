"""Dates in running text, resolved to days where the text and the day of publication allow it.

The table of words tells where a date could begin (`starts`), and one pattern which of those words
and digits are its anchor; around each of them the modules datemonths, dateyears, datesnear and
dateunits read what stands to the left and right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tui.text import datemonths, datesnear, dateunits, dateyears
from tui.text.article import DateRef
from tui.text.dated import Dated
from tui.text.datewords import anchor_pattern, anchors
from tui.text.periods import Span, issue_of, one_day
from tui.text.starts import DATE, marked

_HARD_SPACES = "\u00a0\u202f\u2007\u2009"
_DASHES = ("-", "/")
_PART = re.compile(r"\w+")
_DAY_AND_MONTH = len("04-11-")
"""So much of a date in digits stands before its year."""


def dates(text: str, published: str | None = None) -> tuple[DateRef, ...]:
    """The dates in the text, in order and none in another, with their first and last day.

    `published` is an ISO 8601 day, stamp, month or year, or None. What is told from it
    (`gisteren`, a day without its year) is resolved as far as it is known, and null otherwise;
    a day without a year may still take the one that the text itself gives it elsewhere.
    """
    plain, low = text, marked(text)[0].low
    if not text.isascii():
        for space in _HARD_SPACES:
            if space in text:
                plain, low = plain.replace(space, " "), low.replace(space, " ")
    page = Dated(f"\n{plain}", f"\n{low}", issue_of(published))
    after = 0
    for match in _anchors(page.low, text):
        if match.end() > after:
            try:
                after = _read(page, match) or after
            except (OverflowError, ValueError):  # beyond the first or last year of the calendar
                continue
    return tuple(
        DateRef(start - 1, end - 1, text[start - 1 : end - 1], *_iso(_known(page, start, span)))
        for start, end, span in page.found
    )


def _anchors(low: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of the anchor pattern, which wants a mark or a space before the anchor.

    `low` is the text in lower case with one character before it, so that the offset of a token
    in the text is that of the character before it in `low`.
    """
    pattern, after = anchor_pattern(), 0
    if "\u00ad" in low:  # a part of a word is an anchor there
        yield from pattern.finditer(low)
        return
    tokens, marks = marked(text)
    for at in [at for at, mark in marks if mark & DATE]:
        first = tokens.starts[at]
        places = [first]
        if tokens.words[at - 1] in _DASHES or not tokens.words[at].isalnum():
            begin = max(0, first - _DAY_AND_MONTH) + 1
            places = [part.start() - 1 for part in _PART.finditer(low, begin, tokens.ends[at] + 1)]
        for place in places:
            match = pattern.match(low, place) if place >= after else None
            if match:
                after = match.end()
                yield match


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
    if span is None:
        return None, None
    first = span[0].isoformat()
    return first, first if span[0] is span[1] else span[1].isoformat()
