"""Ages that stand on one line with a teaser, set apart as units of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.text.boilerplate import Words, is_prose
from tui.text.tails import is_title
from tui.text.units import Unit

_SENTENCE_END = frozenset('.!?…”"')
_BRACKETED = re.compile(r" \(((?:\d+ ?[a-z]{1,8}|[a-z]{2,10})(?: geleden)?)\)$")
"""The age of a teaser in brackets behind its headline, a day of the year excepted."""
_AGED = 3
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_MARKED = re.compile(r" [·•|] ")
_JOINTS = " |·•–-"
_AGE = 40
"""An age has so many characters at the most."""


def apart(tail: list[Unit], vocabulary: Words) -> list[Unit]:
    """The units of a tail, with the ages split off that are glued to a teaser."""
    found: list[Unit] = []
    for unit in tail:
        if unit.kind == "text" and len(unit.text) == unit.end - unit.start:
            found += _unglued(unit, vocabulary)
        elif unit.reason == "timestamp" and (at := _closing(unit.text, vocabulary)):
            # A headline of few words and a day looks like a stamp: `Brug weer open · 12 jan`.
            title = is_title(unit.text[:at]) and len(unit.text) == unit.end - unit.start
            found += (
                _unglued(unit._replace(kind="text", reason=None), vocabulary) if title else [unit]
            )
        else:
            found.append(unit)
    return found


def bracketed(everything: list[Unit], vocabulary: Words) -> list[Unit]:
    """The units, with the ages set apart that close headlines in brackets: `Kop (3 u)`.

    They only count where there are several of them, and not all are minutes, as lengths are.
    """
    places = {
        at: match
        for at, unit in enumerate(everything)
        if unit.text[-1] == ")"
        and unit.plain
        and (match := _BRACKETED.search(unit.text))
        and is_title(unit.text[: match.start()])
        and (vocabulary.stamp.fullmatch(match[1]) or vocabulary.age.fullmatch(match[1]))
    }
    if len(places) < _AGED or all(
        match[1][0].isdigit() and "m" in match[1] for match in places.values()
    ):
        return everything
    found: list[Unit] = []
    for at, unit in enumerate(everything):
        if match := places.get(at):
            length = len(unit.text) - match.start(1) + 1
            end = unit.end - length
            kept = unit.text[: match.start()]
            found.append(unit._replace(end=unit.start + len(kept), text=kept, prose=False))
            found.append(Unit(end, unit.end, unit.text[match.start(1) - 1 :], "age"))
        else:
            found.append(unit)
    return found


def _unglued(unit: Unit, vocabulary: Words) -> Iterable[Unit]:
    text = unit.text
    match = None if text[0].isupper() else vocabulary.stamp.match(text)
    if match and text[match.end() :][:1].isupper():
        yield Unit(unit.start, unit.start + match.end(), match.group(), "age", apart=unit.apart)
        start, text = unit.start + match.end(), text[match.end() :]
    else:
        start = unit.start
    at = _closing(text, vocabulary)
    if not at:
        yield unit._replace(start=start, text=text, prose=is_prose(text))
        return
    while (age_at := _glued_inside(text, vocabulary)) is not None:
        first, past = age_at
        title = text[:first].rstrip(_JOINTS)
        yield unit._replace(start=start, end=start + first, text=title, prose=False)
        yield Unit(start + first, start + past, text[first:past], "age")
        start, text, at = start + past, text[past:], at - past
    before = text[:at].rstrip(_JOINTS)
    if not before:
        yield unit._replace(start=start, text=text)
        return
    # The joint between the two stays with the teaser: every character is in a piece.
    age = text[len(before) :].lstrip(_JOINTS)
    kept = text[: len(text) - len(age)].rstrip()
    yield unit._replace(start=start, end=start + len(kept), text=kept, prose=is_prose(before))
    yield Unit(unit.end - len(age), unit.end, age, "age")


def _closing(text: str, vocabulary: Words) -> int:
    """Where the age begins that closes a line, with the mark before it; 0 without one."""
    if text[-1] in _SENTENCE_END:
        return 0
    if found := vocabulary.closing_age.search(text, max(0, len(text) - _AGE)):
        return found.start()
    marks = list(_MARKED.finditer(text, max(0, len(text) - _AGE)))
    if marks:
        last = marks[-1]
        clock = _CLOCK.fullmatch(text, last.end())
        return last.start() if clock or vocabulary.stamp.fullmatch(text, last.end()) else 0
    return 0


def _glued_inside(text: str, vocabulary: Words) -> tuple[int, int] | None:
    """The age in the middle of a line that the next headline is glued to: `2 uur geledenKop`."""
    found = vocabulary.glued_age.search(text)
    if not found or not found.start() or not text[found.end() : found.end() + 1].isupper():
        return None
    return found.span() if is_title(text[: found.start()]) else None
