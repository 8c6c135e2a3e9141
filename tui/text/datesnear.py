"""Days told from the day of publication: `gisteren`, `vrijdag`, `donderdag volgende week`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from tui.text.dated import Dated
from tui.text.datewords import count, data, some
from tui.text.periods import Span, week


def by_near(page: Dated, start: int, end: int, word: str, shift: int) -> int | None:
    """`vandaag`, `gisteravond`, `overmorgen`."""
    if page.is_name(start):
        return None
    if page.text.startswith(_no_days("names"), start):
        return None
    if page.low.startswith(_no_days("idioms"), start):
        return None
    words = page.words_before(start)
    if (
        shift == 1
        and words
        and word == data()["morning"]
        and words[-1] in some("any", "before_morgen")
    ):
        return None
    if shift == 1 and " ".join(words[-2:]) in some("any", "before_morgen_two"):
        return None
    return page.add(start, end, days_on(page.today, shift))


@cache
def _no_days(name: str) -> tuple[str, ...]:
    return tuple(data()["any"][name])


def days_on(today: date | None, shift: int) -> Span | None:
    """The day so many days after one, where that is known."""
    if today is None:
        return None
    day = today + timedelta(shift)
    return day, day


def by_weekday(page: Dated, start: int, end: int, weekday: int) -> int | None:
    """`vrijdag`, `afgelopen vrijdag`, `donderdagavond`, `maandag volgende week`, `vrijdag jl.`."""
    words = page.words_before(start)
    if (
        page.is_name(start)
        or page.low[end : end + 1] == "-"
        or page.text.startswith(_no_days("names"), start)
        or page.right("date_behind", end)
        or page.word_behind(end) in some("any", "after")
    ):
        return None
    if found := page.left("which", start):
        which = data()["which"][found["which"]]
        if which == "next" and found["article"]:
            return None
        return page.add(found.start("which"), end, _weekday(page, start, end, weekday, which))
    if words and words[-1] in some("any", "before"):
        return None
    if words and words[-1] in some("any", "that") and _points(page, start, words):
        return None
    on = bool(words) and words[-1] == data()["tense"]["on"]
    if on and not page.left("weekday", start) and not page.tells_event(start, end):
        return None
    if found := page.right("week_behind", end):
        return page.add(start, found.end(), _by_words_behind(page, found, start, end, weekday))
    span = _weekday(page, start, end, weekday, None)
    if found := page.left("weekday", start):
        overnight = found["join"].strip() == data()["overnight"]
        if overnight == (found["night"] is not None) and (
            overnight or found["join"].strip() in data()["range"]
        ):
            days = (weekday - data()["weekdays"].index(found["w1"])) % 7
            both = (span[0] - timedelta(days), span[1]) if span and days else None
            at = found.start("night") if overnight else found.start("w1")
            return page.add(at, end, both)
    return page.add(start, end, span)


def _points(page: Dated, start: int, words: list[str]) -> bool:
    """Whether `die` points at a day, as in `op die vrijdag`; else it opens a clause."""
    if len(words) > 1:
        return words[-2] in some("tense", "prepositions")
    return page.text[start - len(words[-1]) - 1].isupper()


def _by_words_behind(
    page: Dated, found: re.Match[str], start: int, end: int, weekday: int
) -> Span | None:
    if found["after"]:
        return _weekday(page, start, end, weekday, data()["which_after"][found["after"]])
    if found["which"]:
        return in_week(page.today, data()["which"][found["which"]], weekday)
    weeks = count(found["weeks"])
    first = _weekday(page, start, end, weekday, "this")
    if not weeks or first is None:
        return None
    return first[0] + timedelta(7 * weeks), first[0] + timedelta(7 * weeks)


def _weekday(page: Dated, start: int, end: int, weekday: int, which: str | None) -> Span | None:
    """The last such day, or the next one where words or the verb tell that it is to come."""
    today = page.today
    if today is None:
        return None
    ago, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if which in ("previous", "past"):
        return days_on(today, -(ago or 7))
    if which in ("next", "coming"):
        return days_on(today, ahead or 7)
    if which == "this" or page.tense(start, end) in ("coming", "now"):
        return days_on(today, ahead)
    return days_on(today, -ago)


def in_week(today: date | None, which: str, weekday: int) -> Span | None:
    """The weekday of the last, this or the next week."""
    if today is None:
        return None
    if which == "past":
        return days_on(today, -((today.weekday() - weekday) % 7 or 7))
    if which == "coming":
        return days_on(today, (weekday - today.weekday()) % 7 or 7)
    shift = {"previous": -1, "this": 0, "next": 1}[which]
    return days_on(week(today, shift)[0], weekday)
