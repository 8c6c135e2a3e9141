"""Which one of those that come again and again a text means: which year's March, which Easter."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.text.dated import Dated
from tui.text.datewords import some
from tui.text.periods import Span, distance, nearest

_NEAR_DAYS = 31
"""A day this near needs no verb to tell its year."""
_OWN_DAYS = 120
"""Nor does one this near that belongs to a noun: de verkiezingen VAN 5 november."""
_SENTENCE = re.compile(r"[.!?\n](?=\s|$)")


def by_tense(page: Dated, start: int, end: int, spans: list[Span], words: list[str]) -> Span:
    """The one of some stretches, in order, that a sentence means: the nearest, if the verb lets it.

    `words` stand right before the date.
    """
    if page.issue is None:
        return spans[0]
    about = page.issue.about
    best = nearest(spans, about)
    away = distance(best, about)
    if away <= (_NEAR_DAYS if best[0] == best[1] else 0):
        return best
    if (told := _year_of_sentence(page, start)) and (
        same := [s for s in spans if s[0].year == told]
    ):
        return same[0]
    if best[0] > about:
        if page.tense(start, end) == "past" and not _belongs(words, away):
            return max((span for span in spans if span[0] <= about), default=best)
    elif away > _NEAR_DAYS and page.tense(start, end) == "coming":
        return min((span for span in spans if span[1] >= about), default=best)
    return best


def _belongs(words: list[str], away: int) -> bool:
    """Whether a day belongs to a noun, so that the verb tells nothing of it."""
    lead = next((word for word in reversed(words) if word not in some("tense", "determiners")), "")
    return lead in some("tense", "until") or (
        lead in some("tense", "noun_before") and away < _OWN_DAYS
    )


def _year_of_sentence(page: Dated, start: int) -> int | None:
    """The year that opens the sentence of a day: `Vorig jaar was er in maart een staking`."""
    for begin, end, span in reversed(page.found[-3:]):
        if span is None or end > start or _SENTENCE.search(page.low, end, start):
            return None
        whole = span[0].year == span[1].year and (span[1] - span[0]).days >= 364
        opening = page.text[max(0, begin - 4) : begin]
        if whole and (page.text[begin].isupper() or opening[1:2].isupper()):
            return span[0].year
    return None


def chosen(page: Dated, which: str, make: Callable[[int], Span | None]) -> Span | None:
    """The one that comes once a year by a word such as `afgelopen`, `komende`, `deze`."""
    issue = page.issue
    if issue is None:
        return None
    spans = [span for shift in (-2, -1, 0, 1, 2) if (span := make(issue.year + shift))]
    about = issue.about
    if which == "previous":
        return max((span for span in spans if span[1] < about), default=None)
    if which == "past":
        return max((span for span in spans if span[0] < about), default=None)
    if which in ("next", "coming"):
        return min((span for span in spans if span[0] > about), default=None)
    same = [span for span in spans if span[0].year == issue.year]
    return same[0] if same else None
