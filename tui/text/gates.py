"""What a line must hold to match a pattern, read off the pattern: it saves trying most of them.

A gate only ever saves time: where a pattern does not tell, its gate is open to every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_LENGTH = 4
_ZEROS = str.maketrans("123456789", "0" * 9)
_MOST = 300
"""A gate of more openings than this would let nearly every line in."""
_MANY = 40
"""Of more openings than this, words tell more, where there are any."""
_MANY_LETTERS = 20
"""A gate with so many single letters would let nearly every line in too."""
_LEAST = 3
_MARK = 6
_MARKS = frozenset("©@#▶►▷⏵°€»›→•·|>/▾▼▸↑↓☰🔍⌄≡⌂✕×")
"""Characters that tell enough by themselves."""


class Gate(NamedTuple):
    """What any match begins with, or else strings of which any match holds one.

    An opening is four characters or fewer, as `opening` gives them, a word is in `plain` form; None
    where the pattern does not tell. `longest` is how many characters a match has at the most,
    `digit` tells that it has a digit among them.
    """

    openings: frozenset[str] | None
    words: frozenset[str] | None
    longest: int
    digit: bool


def plain(text: str) -> str:
    """The text as gates compare it: what a pattern takes for equal when case is ignored."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("i̇", "i").replace("ı", "i")


def opening(line: str) -> str:
    """The first four characters of a line in plain form, with 0 for every digit."""
    return opened(plain(line[:_LENGTH]))


def opened(first: str) -> str:
    """The same for the first characters of a line that is in plain form already."""
    first = first[:_LENGTH]
    if first.isalpha():
        return first
    if first.isascii():
        return first.translate(_ZEROS)
    return "".join(map(_digit, first))


def _digit(char: str) -> str:
    return "0" if char.isdecimal() else char


@lru_cache(maxsize=4096)
def gate(pattern: str, common: frozenset[str] = frozenset()) -> Gate:
    """The gate of a pattern of whole lines in which case is ignored; `common` words tell little."""
    tree = parser.parse(pattern, re.I)
    longest = int(tree.getwidth()[1])
    openings = _openings(tree)
    if openings and sum(len(key) == 1 for key in openings) > _MANY_LETTERS:
        openings = None
    words = _words(tree, common)
    if openings and (
        len(openings) <= _MANY or not words or all(len(text) > 1 for text in openings)
    ):
        return Gate(frozenset(openings), None, longest, _has_digit(tree))
    return Gate(None, frozenset(words) if words else None, longest, _has_digit(tree))


_ON = "\0"
"""Stands at the end of an opening after which anything may follow."""


def _openings(items: Iterable[Any]) -> set[str] | None:
    """How any match begins, in four characters or fewer; None where that is open."""
    found = {text.removesuffix(_ON) for text in _begun(items)}
    return found if all(found) and len(found) <= _MOST else None


def _begun(items: Iterable[Any]) -> set[str]:
    """How a match of some items in a row can begin: four characters, or fewer.

    Where anything may follow what is fewer, `_ON` stands at its end.
    """
    begun = {""}
    for item in items:
        ready = {text for text in begun if len(text) >= _LENGTH or text.endswith(_ON)}
        if len(ready) == len(begun):
            break
        found = _item(item)
        grown = {(one + two)[:_LENGTH] for one in begun - ready for two in found}
        begun = ready | grown
        if len(begun) > _MOST:
            return {_ON}
    return begun


def _item(item: Any) -> set[str]:
    """How a match of one item can begin, as `_begun` gives it."""
    op, value = item
    if op is ops.LITERAL:
        return {_digit(plain(chr(value)))}
    if op is ops.IN:
        return _chars(value) or {_ON}
    if op is ops.SUBPATTERN:
        return _begun(value[3])
    if op is ops.BRANCH:
        return set().union(*(_begun(branch) for branch in value[1]))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, most, inner = value
        once = _begun(inner)
        if most > 1:
            # What stands after one round may be another round, or what follows.
            once = {
                text if len(text) >= _LENGTH or text.endswith(_ON) else text + _ON for text in once
            }
        return once | {""} if least == 0 else once
    if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        return {""}
    return {_ON}


def _chars(value: Sequence[Any]) -> set[str] | None:
    """The characters of a class in plain form; None for a negated or a large one."""
    found: set[str] = set()
    for op, part in value:
        if op is ops.LITERAL:
            found.add(_digit(plain(chr(part))))
        elif op is ops.RANGE:
            found |= {_digit(plain(chr(code))) for code in range(part[0], part[1] + 1)}
        elif op is ops.CATEGORY and part is ops.CATEGORY_DIGIT:
            found.add("0")
        else:
            return None
        if len(found) > _MOST:
            return None
    return found


def _words(items: Sequence[Any], common: frozenset[str]) -> set[str] | None:
    """Strings of which every match holds one: those that tell most; None where there are none."""
    best: set[str] | None = None
    run = ""
    candidates: list[set[str]] = []
    for item in [*items, (None, None)]:
        op, value = item
        if op is ops.LITERAL:
            run += plain(chr(value))
            continue
        if run:
            candidates.append({run})
            run = ""
        inner: set[str] | None = None
        if op is ops.SUBPATTERN:
            inner = _words(list(value[3]), common)
        elif op is ops.BRANCH:
            parts = [_words(list(branch), common) for branch in value[1]]
            if all(parts):
                inner = set().union(*(part for part in parts if part))
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] > 0:
            inner = _words(list(value[2]), common)
        elif op is ops.IN and (chars := _chars(value)) and chars <= _MARKS:
            inner = chars
        if inner:
            candidates.append(inner)
    for words in candidates:
        if all(_tells(word) for word in words) and (
            best is None or _worth(words, common) > _worth(best, common)
        ):
            best = words
    return best


def _tells(word: str) -> bool:
    bare = word.strip()
    return len(bare) >= _LEAST or bare in _MARKS or (bare.isdecimal() and len(bare) > 1)


def _has_digit(items: Iterable[Any]) -> bool:
    """Whether every match of some items in a row has a digit."""
    for op, value in items:
        if op is ops.SUBPATTERN and _has_digit(value[3]):
            return True
        if op is ops.ASSERT and _has_digit(value[1]):
            return True
        if op is ops.BRANCH and all(_has_digit(branch) for branch in value[1]):
            return True
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] > 0 and _has_digit(value[2]):
            return True
        if op is ops.IN and all(part == (ops.CATEGORY, ops.CATEGORY_DIGIT) for part in value):
            return True
    return False


def _worth(words: set[str], common: frozenset[str]) -> tuple[int, int]:
    """How much a set of words keeps out: long ones are better, then few."""
    lengths = (
        _MARK if word in _MARKS else 0 if word in common else len(word)
        for word in map(str.strip, words)
    )
    return min(lengths), -len(words)
