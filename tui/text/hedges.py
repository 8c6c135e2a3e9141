"""How exact a figure is: the words before and after it that say so."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.text.article import Hedge
from tui.text.language import table
from tui.text.lexed import Lexed, cut
from tui.text.numbers import magnitudes, word_value
from tui.text.quantity import Quantity
from tui.text.shapes import PLURAL, SHAPES, WORD

_FAR = 12
"""So many words around a figure tell whether `tot` is a limit or a result."""


class Hedged(NamedTuple):
    """A hedge, and the tokens from which to which it was read."""

    hedge: Hedge
    first: int
    after: int


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(word for word in cut(phrase).words if word != "\n")


_Entries = tuple[tuple[tuple[str, ...], Hedge], ...]
_Phrases = dict[str, _Entries]


@cache
def _before() -> _Phrases:
    """The phrases before a figure by their last word, the longest first."""
    return _by_word("before", -1)


@cache
def _after() -> _Phrases:
    return _by_word("after", 0)


def _by_word(section: str, place: int) -> _Phrases:
    found: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, phrases in table("hedges")[section].items():
        for phrase in phrases:
            words = _tokens(phrase)
            found.setdefault(words[place], []).append((words, hedge))
    return {
        word: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for word, entries in found.items()
    }


@cache
def _between() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What may stand between a hedge and its figure, by the last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("hedges")["between"]["words"], key=lambda p: -len(p)):
        words = _tokens(phrase)
        found.setdefault(words[-1], []).append(words)
    return {word: tuple(every) for word, every in found.items()}


@cache
def _ending() -> dict[str, tuple[_Entries, tuple[tuple[str, ...], ...]]]:
    """The phrases before a figure, and what may stand between, both by their last word."""
    before, between = _before(), _between()
    return {word: (before.get(word, ()), between.get(word, ())) for word in before | between}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(table("hedges")[section]["words"])


@cache
def _results() -> frozenset[str]:
    """The words of a change, those of a multiple in their forms too: `verdubbelde tot 300`."""
    stems, ends = table("numbers")["multiples"], table("hedges")["result"]["ends_of_multiples"]
    return _listed("result") | {f"{stem}{end}" for stem in stems for end in ends}


def hedge_before(t: Lexed, at: int, behind: int) -> Hedged | None:
    """The hedge that ends where a figure begins, a few small words aside.

    `behind` is the index after the figure's phrase: `tot` is a limit, but not in
    `opgelopen tot 21` nor in `zal tot 10.000 zijn opgelopen` nor in `van 3 tot 5`.
    """
    end = at
    while True:
        found = _ending().get(t.words[end - 1])
        if found is None:
            return None
        phrases, between = found
        for words, hedge in phrases:
            first = end - len(words)
            if first >= 0 and (len(words) == 1 or tuple(t.words[first:end]) == words):
                if words[0] in _listed("limit") and not _limits(t, first, at, behind):
                    return _without_limit(t, first, end)
                if words in _definite() and _is_definite(t, at):
                    return None
                return Hedged(hedge, first, end)
        for words in between:
            if tuple(t.words[end - len(words) : end]) == words:
                end -= len(words)
                break
        else:
            return None


@cache
def _definite() -> frozenset[tuple[str, ...]]:
    return frozenset(map(_tokens, table("hedges")["definite"]["words"]))


def _is_definite(t: Lexed, at: int) -> bool:
    """Whether a number, behind an article, tells which ones: `de 44-jarige`, `de drie mannen`."""
    if word_value(t.words[at]) is None:
        return t.words[at + 1] == "-" and t.words[at + 2] in _of_age()
    few = (word_value(t.words[at]) or 0) < table("hedges")["definite"]["from"]
    following = t.words[at + 1]
    return few and following not in magnitudes() and bool(SHAPES[following] & PLURAL)


@cache
def _of_age() -> frozenset[str]:
    return frozenset(table("units")["age"]["word_suffixes"])


def _without_limit(t: Lexed, first: int, end: int) -> Hedged | None:
    """`tot ongeveer 300` where `tot` is no limit: about."""
    rest = tuple(t.words[first + 1 : end])
    for words, hedge in _before().get(rest[-1], ()) if rest else ():
        if words == rest:
            return Hedged(hedge, first + 1, end)
    return None


def _limits(t: Lexed, first: int, at: int, behind: int) -> bool:
    before = _words(t, at - 1, -1, _FAR)
    if _listed("from") & set(before[1:5]):
        return False
    if _results() & set(_words(t, behind, 1, 8)):
        return False
    return not _results().intersection(before) or bool(_listed("modal").intersection(before))


def _words(t: Lexed, at: int, step: int, most: int) -> list[str]:
    """The words from a token on, forward or backward, in its sentence."""
    found: list[str] = []
    begin, end = t.sentence(at)
    while len(found) < most and 0 <= at < len(t.words) and begin <= t.starts[at] < end:
        if SHAPES[t.words[at]] & WORD or t.words[at][0].isdigit():
            found.append(t.words[at])
        at += step
    return found


def lead_of(t: Lexed, quantity: Quantity) -> int:
    """The index of the word before a number and its hedge."""
    hedged = hedge_before(t, quantity.first, quantity.after)
    return (hedged.first if hedged else quantity.first) - 1


def hedge_after(t: Lexed, at: int) -> Hedged | None:
    """The hedge at a token behind a figure or its noun: `300 euro of meer`, `65 jaar en ouder`."""
    for words, hedge in _after().get(t.words[at], ()):
        if tuple(t.words[at : at + len(words)]) == words:
            return Hedged(hedge, at, at + len(words))
    return None
