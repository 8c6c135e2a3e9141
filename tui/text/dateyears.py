"""Dates in digits, years, parts of a year, decades, centuries and holidays."""

from __future__ import annotations

import re
from functools import cache

from tui.text.counted import tells_number
from tui.text.datechoice import by_tense, chosen
from tui.text.dated import Dated
from tui.text.dateparts import FIRST_SURE, counts, holiday, part_of, within_span, year_behind
from tui.text.datewords import count, data, ordinal, some
from tui.text.language import table
from tui.text.periods import Span, century, months, one_day, years
from tui.text.yearlike import is_reckoned, reckons


def by_digits(page: Dated, start: int, end: int, text: str) -> int | None:
    """`04-11-2024`, `4/11/2024`, `4.11.2024`."""
    if start and (page.low[start - 1].isalnum() or page.low[start - 1] in ".,-/"):
        return None
    day, month, year = map(int, re.split(r"\D", text))
    span = one_day(year, month, day)
    return page.add(start, end, span) if span else None


def by_iso(page: Dated, start: int, end: int, text: str) -> int | None:
    """`2024-11-04`, with or without a time behind it."""
    span = one_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
    return page.add(start, end, span) if span else None


def by_year(page: Dated, start: int, end: int, text: str) -> int | None:
    """`in 2019`, `tussen 2010 en 2015`, `de zomer van 2022`, `eind 2023`, `2023/24`."""
    low = page.low
    lead = low[start - 1 : start]
    first = last = int(text)
    if found := page.right("year_to", end):
        digits = found["short"] or found["long"]
        last, end = (
            int(digits) if len(digits) > 2 else first // 100 * 100 + int(digits),
            found.end(),
        )
        if last < first:
            return None
    if (lead and lead not in " (\n") or not _ends_well(low, end):
        return None
    span = years(first, last)
    if found := page.left("year", start):
        pair = found["between"] in data()["between"] or found["join"].strip() in data()["range"]
        if pair and int(found["y1"]) <= first and not counts(page, end):
            return page.add(found.start("y1"), end, years(int(found["y1"]), last))
    found = page.left("of", start)
    part = _of_year(found, first, last) if found else None
    if found and part and (first >= FIRST_SURE or not counts(page, end)):
        return page.add(found.start(), end, part)
    return page.add(start, end, span) if _is_year(page, start, end, first) else None


def _ends_well(low: str, end: int) -> bool:
    after = low[end : end + 2]
    return not (
        after[:1].isalnum() or after[:1] in "_%€" or (after[:1] in ".,:" and after[1:].isdigit())
    )


def _of_year(found: re.Match[str], first: int, last: int) -> Span | None:
    """The part of a year; a winter is told only by both its years."""
    if found["season"] and data()["seasons"][found["season"]] == 12:
        return months(first, 12, 3) if last == first + 1 else None
    if last > first:
        return None
    return within_span(found, years(first))


def _is_year(page: Dated, start: int, end: int, year: int) -> bool:
    """Whether four digits are a year by the words before and behind them."""
    words = page.words_before(start)
    leads = {" ".join(words[-size:]) for size in (1, 2, 3) if len(words) >= size}
    if len(words) > 1 and words[-2] in data()["which"]:
        return False  # dit jaar 1700 euro
    reckoned = [*_before(page, start)[:-2], *words[-2:]] if len(words) > 1 else words
    if is_reckoned(reckoned, year):
        return False  # ging uit van 1500
    of = table("nouns")["sharing"]["of"]
    if len(words) > 1 and words[-1] in of and tells_number(words[-2:-1]):
        return False  # een aantal van 1500
    behind = page.word_behind(end)
    if behind in some("year", "money") or _is_part(page, end):
        return False
    if year < FIRST_SURE and words and words[-1] in of and reckons(behind):
        return False  # toen anderen al van 1000 spraken
    if page.low[start - 1 : start] == "(" and page.low[end : end + 1] in "),;":
        return True
    kind_of_year = bool(words) and words[-1].endswith(data()["year"]["before_end"])
    if kind_of_year or leads & some("year", "before"):
        return year >= FIRST_SURE or not counts(page, end)
    found = page.right("number_behind", end)
    if not found and words and words[-1] in table("nouns")["sharing"]["of"]:
        found = page.right("moved_to", end)
    if found and _is_count(page, found):
        return False
    if words and _is_moved(page, start, end, year, words[-1]):
        return False
    if words and words[-1] in some("year", "recent_before") and year < FIRST_SURE:
        return False
    if leads & some("year", "perhaps_recent") and year < FIRST_SURE:
        return False  # 300 gedood en 1000 gewond
    if year < FIRST_SURE and tells_number(_before(page, start)):
        return False  # een lager aantal: circa 1100
    if leads & some("year", "perhaps_before"):
        return not counts(page, end, any_noun=year < FIRST_SURE)
    opens = not page.low[max(0, start - 2) : start].strip(' .\n“"') and behind in some(
        "year", "after"
    )
    return opens and year >= FIRST_SURE


def _is_part(page: Dated, end: int) -> bool:
    """Whether some of many are counted: `dat 1000 VAN HEN`."""
    behind = page.low[end : end + _FAR].split()[:2]
    told = table("traps")["yearlike"]
    return len(behind) > 1 and behind[0] in told["of_number"] and behind[1] in told["of_them"]


def _is_moved(page: Dated, start: int, end: int, year: int, last: str) -> bool:
    """Whether a number that could be a year went to another: `het aantal ging van 1500 naar 1700`.

    One of our own age is a year unless the sentence speaks of a number of things.
    """
    sharing = table("nouns")["sharing"]
    of, to = last in sharing["of"], last in sharing["to"]
    before = _before(page, start)
    if to and tells_number(before):
        return True
    if not (of and page.right("moved_to", end)) and not (to and page.left("moved_from", start)):
        return False
    if tells_number(before):
        return True
    return year < FIRST_SURE and not _changing().isdisjoint(before)


def _before(page: Dated, start: int) -> list[str]:
    """The words of its sentence that stand shortly before a place."""
    text = page.low[max(0, start - _FAR) : start]
    return text.rpartition("\n")[2].rpartition(". ")[2].split()


_FAR = 80
"""So many characters back a sentence tells that a number moves."""


@cache
def _changing() -> frozenset[str]:
    ranges = table("numbers")["ranges"]
    return frozenset(ranges["changes"]) | frozenset(ranges["moves"])


def _is_count(page: Dated, found: re.Match[str]) -> bool:
    """Whether a number behind one that could be a year shows that both count something."""
    number = found["number"].rstrip(".")
    if not (number.isdecimal() and len(number) == 4) or counts(page, found.end()):
        return True
    return page.word_behind(found.end()) in some("year", "money")


def by_decades(page: Dated, start: int, end: int) -> int | None:
    """`de jaren tachtig`, `eind jaren '90`, `de jaren zestig en zeventig`."""
    found = page.right("decade", end)
    if not found:
        return None
    words = page.words_before(start)
    if words and (count(words[-1]) or words[-1] in some("decade_not_before")):
        return None
    first = _decade(found["digit"], found["word"], found["year"])
    last, until = first, found.end()
    if more := page.right("decade_to", until):
        last, until = _decade(more["digit"], more["word"], None), more.end()
    if of := page.right("century_behind", until):
        number = ordinal(of["number"]) if of["number"] else 20
        shift = ((number or 20) - 20) * 100
        first, last, until = first % 100 + 1900 + shift, last % 100 + 1900 + shift, of.end()
    return _kept(page, start, until, first, last)


def _decade(digit: str | None, word: str | None, year: str | None) -> int:
    if digit:
        return (2000 if int(digit) < 2 else 1900) + 10 * int(digit)
    return int(data()["decades"][word]) if word else int(year or 0)


def by_decade(page: Dated, start: int, end: int, year: int) -> int | None:
    """`de tachtiger jaren`."""
    return _kept(page, start, end, year, year)


def _kept(page: Dated, start: int, end: int, first: int, last: int) -> int | None:
    if last < first:
        return None
    span = years(first, last + 9)
    if part := page.left("part", start):
        return page.add(part.start(), end, part_of(part["part"], span))
    return page.add(start, end, span)


def by_century(page: Dated, start: int, end: int) -> int | None:
    """`de negentiende eeuw`, `begin 20e eeuw`."""
    found = page.left("century", start)
    number = ordinal(found["number"]) if found else None
    if found is None or not number or number > 30:
        return None
    if page.low.startswith(tuple(data()["any"]["not_christ"]), end + 1):
        return None
    begin = found.start() if found["part"] else found.start("number")
    return page.add(begin, end, part_of(found["part"], century(number)))


def by_holiday(page: Dated, start: int, end: int, name: tuple[str, str]) -> int | None:
    """`Kerst`, `tweede paasdag`, `Koningsdag 2025`."""
    words = page.words_before(start)
    if (words and words[-1] in some("any", "before_month")) or set(words) & some("any", "each"):
        return None
    until, year, told = year_behind(page, end)
    if year or told:
        return page.add(start, until, holiday(name, year) if year else None)
    if found := page.left("which", start):
        which = data()["which"][found["which"]]
        return page.add(
            found.start("which"), end, chosen(page, which, lambda one: holiday(name, one))
        )
    if page.issue is None:
        return page.add(start, end, None)
    spans = [span for shift in (-1, 0, 1) if (span := holiday(name, page.issue.year + shift))]
    return page.add(start, end, by_tense(page, start, end, spans, words))
