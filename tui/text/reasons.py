"""The patterns of whole lines by table and reason, found without trying each on every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.text.gates import Gate, gate, opened, plain
from tui.text.language import DEFAULT, table

_LONGEST_LINE = 500
_SHORT = 160
_MOST_KNOWN = 50_000
_DIGIT = re.compile(r"\d")


class Pattern(NamedTuple):
    """A pattern of whole lines: the table and the reason that it stands for."""

    table: str
    reason: str
    pattern: str


Held = Mapping[bool, tuple[tuple[str, list[int]], ...]]
"""Which patterns a word in a line opens, for long lines (true) and for others."""


class Reasons:
    """The patterns of whole lines of one or more tables, each with its table and reason.

    They count in their order. Most are never tried on a line: their gates are shut to it.
    """

    def __init__(self, patterns: Iterable[Pattern], brief: Iterable[str] = ()) -> None:
        """Take the patterns as they count; `brief` are the reasons that no long line has."""
        self._rules: list[Pattern] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._brief = frozenset(brief)
        self._open: dict[tuple[bool, bool], list[int]] = {}
        begun: dict[str, list[int]] = {}
        gates: list[Gate] = []
        common = frozenset(table("words", DEFAULT)["function"])
        for at, rule in enumerate(patterns):
            self._rules.append(rule)
            shut = gate(rule.pattern, common)
            gates.append(shut)
            for key in shut.openings or ():
                begun.setdefault(key, []).append(at)
            if shut.openings is None and shut.words is None:
                self._open.setdefault((False, shut.digit), []).append(at)
                if shut.longest > _SHORT and rule.reason not in self._brief:
                    self._open.setdefault((True, shut.digit), []).append(at)
        self._opened = begun
        self._held = {
            long: _holders(
                None
                if long and (shut.longest <= _SHORT or rule.reason in self._brief)
                else shut.words
                for rule, shut in zip(self._rules, gates, strict=True)
            )
            for long in (False, True)
        }
        self._places = {kind: dict(entries) for kind, entries in self._held.items()}
        self._keyed: dict[str, list[tuple[re.Pattern[str], list[int]]]] = {}
        self._tokens = {word: max(word.split(), key=len) for word, _ in self._held[False]}
        self._joint: dict[str, tuple[re.Pattern[str], list[int]]] = {}
        self._dull: set[str] = set()
        self._telling: dict[str, tuple[str, ...]] = {}

    def patterns(self) -> Iterable[tuple[Pattern, re.Pattern[str]]]:
        """The patterns in the order in which they count, each compiled."""
        return ((rule, self._pattern(at)) for at, rule in enumerate(self._rules))

    def admits(self, rule: Pattern, text: str) -> bool:
        """Whether a line is short enough to have the reason of a pattern."""
        return len(text) <= (_SHORT if rule.reason in self._brief else _LONGEST_LINE)

    def of(self, text: str) -> str | None:
        """The first reason of which a pattern matches the whole line."""
        flat = plain(text)
        found = self.find(text, flat, self.on(flat) if len(text) <= _LONGEST_LINE else None)
        return found.reason if found else None

    def on(self, source: str) -> Held:
        """The words of the gates that stand anywhere in a source in plain form, for `find`."""
        there: set[str] = set()
        for token in set(source.split()) - self._dull:
            there.update(self._telling.get(token) or self._learn(token))
        return {
            kind: tuple((word, places[word]) for word in there if word in places)
            for kind, places in self._places.items()
        }

    def _learn(self, token: str) -> tuple[str, ...]:
        """The words of the gates that a word of a source stands for, kept: words come back."""
        found = tuple(word for word, part in self._tokens.items() if part in token)
        if len(self._dull) + len(self._telling) >= _MOST_KNOWN:
            self._dull.clear()
            self._telling.clear()
        if found:
            self._telling[token] = found
        else:
            self._dull.add(token)
        return found

    def find(
        self, text: str, flat: str, held: Held | None = None, *, without: str = ""
    ) -> Pattern | None:
        """The first pattern that matches the line, `flat` in plain form; none of one table."""
        if len(text) > _LONGEST_LINE:
            return None
        long = len(text) > _SHORT
        places = list(self._open.get((long, False), ()))
        if (numbers := self._open.get((long, True))) and _DIGIT.search(flat):
            places += numbers
        for word, more in (held or self._held)[long]:
            if word in flat:
                places += more
        key = opened(flat)
        for pattern, more in self._keyed.get(key) or self._at(key):
            if pattern.fullmatch(text):
                places += more
        for at in sorted(set(places)) if len(places) > 1 else places:
            rule = self._rules[at]
            if rule.table == without or (long and rule.reason in self._brief):
                continue
            if self._pattern(at).fullmatch(text):
                return rule
        return None

    def _pattern(self, at: int) -> re.Pattern[str]:
        """A pattern, compiled when it is first tried: most never are."""
        compiled = self._compiled.get(at)
        if compiled is None:
            compiled = self._compiled[at] = re.compile(self._rules[at].pattern, re.I)
        return compiled

    def _at(self, key: str) -> list[tuple[re.Pattern[str], list[int]]]:
        """The patterns with an opening that a key begins with, kept for the next line with it."""
        if len(self._keyed) >= _MOST_KNOWN:
            self._keyed.clear()
        starts = [key[:length] for length in range(len(key), 0, -1) if key[:length] in self._opened]
        self._keyed[key] = found = [self._joined(start) for start in starts]
        return found

    def _joined(self, start: str) -> tuple[re.Pattern[str], list[int]]:
        """One pattern for all that have an opening, with their places."""
        if start not in self._joint:
            places = self._opened[start]
            self._joint[start] = any_of(self._rules[at].pattern for at in places), places
        return self._joint[start]


def _holders(gates: Iterable[Iterable[str] | None]) -> tuple[tuple[str, list[int]], ...]:
    """Which patterns a word in a line opens; of words that hold another, the shorter one counts."""
    wanted = [tuple(words or ()) for words in gates]
    every = sorted({word for words in wanted for word in words}, key=lambda word: (len(word), word))
    stem = {word: next(other for other in every if other in word) for word in every}
    held: dict[str, list[int]] = {}
    for at, words in enumerate(wanted):
        for word in {stem[word] for word in words}:
            held.setdefault(word, []).append(at)
    return tuple(held.items())


def any_of(patterns: Iterable[str], tail: str = "") -> re.Pattern[str]:
    """One pattern for all of some, case ignored, with the same behind each."""
    return re.compile("(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")" + tail, re.I)
