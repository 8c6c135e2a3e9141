"""The noun that a number counts, found by the forms of the words behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tui.text.shapes import (
    ADVERB,
    CLOSED,
    ENDS_IN_E,
    ENDS_IN_EN,
    FINITE,
    GE,
    IN_E,
    LISTED,
    NOMINAL,
    PARTICIPLE,
    PLURAL,
    PREPOSITION,
    SEPARATED,
    SHAPES,
    WORD,
    listed,
)
from tui.text.tokens import Token

_MOST_WORDS = 9
_ADJECTIVE = LISTED | NOMINAL | IN_E | GE
"""The forms that an adjective may have."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The head of a noun phrase and the index of the token after it."""

    head: Token
    after: int


def noun_phrase(run: list[Token], at: int, *, determined: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token, without its number; None where none does."""
    first = max(0, at - _MOST_WORDS)
    near = run[first : at + _MOST_WORDS + 2]
    words = [token.lower for token in near] + ["\n"] * 3

    def is_capital(place: int) -> bool:
        return place < len(near) and not near[place].text.islower()

    place = at - first
    if determined:
        place = past_determiners(words, place)
    head = head_of(words, place, is_capital, determined=determined)
    return NounPhrase(run[first + head], first + head + 1) if head >= 0 else None


def past_determiners(words: list[str], at: int) -> int:
    """The index after the determiners at a token: `de vijf`."""
    while words[at] in listed("determiners"):
        at += 1
    return at


def head_of(
    words: list[str], at: int, is_capital: Callable[[int], bool], *, determined: bool = False
) -> int:
    """The index of the head of the noun phrase that begins at a token, or -1 where none does.

    Adjectives are passed over, and so is a participle with what belongs to it
    (`naar Rusland gestuurde Noord-Koreaanse militairen`). `is_capital` tells of a word
    that it is not in lower case: a name is no verb. Nor is a word behind a determiner
    (`determined`).
    """
    end = at + _MOST_WORDS
    if SHAPES[words[at]] & PREPOSITION:
        at = _past_participle_phrase(words, at, end)
    while at < end:
        shape = SHAPES[words[at]]
        if not shape & WORD:
            return head_of(words, at + 1, is_capital) if _in_quotes(words, at) else -1
        if shape & _ADJECTIVE and is_adjective(words, at, shape):
            at = _past_conjunction(words, at)
            continue
        if shape & ADVERB and at + 1 < end and is_adjective(words, at + 1, SHAPES[words[at + 1]]):
            at += 1
            continue
        if shape & (CLOSED | ADVERB) or _is_degree(words, at):
            return -1
        if shape & FINITE and not determined and not is_capital(at):
            return -1
        if shape & (SEPARATED | ENDS_IN_EN) and _is_verb(words, at, shape):
            return -1
        return at
    return -1


def _is_verb(words: list[str], at: int, shape: int) -> bool:
    """Whether a word that looks like a plural is the verb at the end: `mag er twee KIEZEN`."""
    following = words[at + 1]
    if SHAPES[following] & WORD and following not in _joins():
        return False
    if shape & (SEPARATED | GE):
        return True
    before = words[max(0, at - 8) : at]
    if words[at] in listed("told_at") and not listed("told_by").isdisjoint(before[-3:-1]):
        return True  # `wil het OP ruim 3000 HOUDEN`
    return "er" in before[-3:] and any(word in listed("modals") for word in before)


def _is_degree(words: list[str], at: int) -> bool:
    """Whether a word tells by how much something is more: `is met 300 VEEL terughoudender`."""
    return words[at] in listed("degrees") and words[at + 1].endswith("er")


@cache
def _joins() -> frozenset[str]:
    return listed("conjunctions")


def _in_quotes(words: list[str], at: int) -> bool:
    """Whether a noun may stand behind a quotation mark: `twee "spionnen"`."""
    return words[at] in "\"'“‘„" and SHAPES[words[at + 1]] & (WORD | CLOSED) == WORD


def _past_conjunction(words: list[str], at: int) -> int:
    """The index after an adjective, and after `en`, `of` or a comma where another one follows."""
    following = words[at + 1]
    if (following == "," or following in _joins()) and is_adjective(
        words, at + 2, SHAPES[words[at + 2]]
    ):
        return at + 2
    return at + 1


def _past_participle_phrase(words: list[str], at: int, end: int) -> int:
    for place in range(at + 2, min(at + 6, end - 1, len(words) - 1)):
        shape = SHAPES[words[place]]
        if not shape & WORD:
            return at
        if shape & PARTICIPLE and is_adjective(words, place, shape):
            return place
    return at


def is_adjective(words: list[str], at: int, shape: int) -> bool:
    """Whether a token reads as an adjective: by its ending, and a word that could go with it."""
    if not shape & _ADJECTIVE:
        return False
    after = SHAPES[words[at + 1]]
    if shape & (CLOSED | NOMINAL):
        noun = shape & NOMINAL and words[at + 1] in listed("befalls")
        return bool(shape & (LISTED | NOMINAL) and after & PLURAL) and not noun
    if not _may_follow(words, at + 1, after):
        return False
    if shape & GE and after & IN_E and SHAPES[words[at + 2]] & PLURAL:
        return True  # `twee GEVANGENGENOMEN Franse soldaten`
    return bool(shape & (LISTED | IN_E) or after & PLURAL)


def _may_follow(words: list[str], at: int, shape: int) -> bool:
    if shape & WORD and not shape & CLOSED:
        return True
    joined = words[at] == "," or words[at] in _joins()
    return joined and bool(SHAPES[words[at + 1]] & (ENDS_IN_E | LISTED))


def could_be_counted(word: str) -> bool:
    """Whether a word right behind a number could be what it counts."""
    return SHAPES[word] & (WORD | CLOSED) == WORD and len(word) > 1
