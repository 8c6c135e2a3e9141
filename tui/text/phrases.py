"""Noun phrases for who speaks, by the forms of their words."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.text.called import is_noun
from tui.text.lines import END, QUOTE, Line
from tui.text.sayings import cue_words, forms

_MOST_ADJECTIVES = 4
_SMALL = ("prepositions", "of", "no_title", "determiners", "adverbs")
_MOST_TITLE = 10
"""How many words of title may stand before a name: `minister van Buitenlandse Zaken …`."""


def head_of(line: Line, at: int, stop: int) -> int | None:
    """The place of the noun for who speaks in the phrase that begins at a word."""
    lowers = line.lowers
    place = at
    while (
        place < stop
        and place - at < 3
        and (lowers[place] in cue_words("small", "determiners") or lowers[place].isdigit())
    ):
        place += 1
    determined = place > at
    if determined and lowers[place] in cue_words("small", "of"):  # `een van de drie artsen`
        place += 1
        while place < stop and (
            lowers[place] in cue_words("small", "determiners") or lowers[place].isdigit()
        ):
            place += 1
    for _ in range(_MOST_ADJECTIVES + 1):
        if place >= stop:
            return None
        word = lowers[place]
        if is_noun(word) and (determined or word not in forms()):
            following = lowers[place + 1]
            if (
                place + 1 < stop
                and following in cue_words("speakers", "nouns")
                and following not in forms()
                and is_adjective(word)
            ):
                place += 1
                continue
            return place
        if not is_adjective(word) or (word in forms() and not determined):
            return None
        place += 1
    return None


@lru_cache(maxsize=8192)
def is_adjective(word: str) -> bool:
    """Whether a word in lower case may be an adjective, by its ending."""
    if word in cue_words("small", "adjectives"):
        return True
    if word in cue_words("small", "no_title") or word in cue_words("small", "prepositions"):
        return False
    return word[0].isalnum() and word.endswith(_adjective_ends())


@cache
def _adjective_ends() -> tuple[str, ...]:
    return tuple(cue_words("small", "adjective_ends"))


def is_title(line: Line, at: int, place: int, *, of: bool) -> bool:
    """Whether the words before a name could be its determiner, adjectives and title."""
    between = line.lowers[at:place]
    if not between:
        return True
    if len(between) > _MOST_TITLE:
        return False
    for offset, word in enumerate(between):
        if not (word[0].isalnum() or word in ("'", "’")) or word in (QUOTE, END):
            return False
        if word in cue_words("small", "of"):
            if not of:
                return False
        elif word in cue_words("small", "prepositions") or word in cue_words("small", "no_title"):
            if not (
                word in cue_words("small", "determiners")
                or (offset == 0 and word in cue_words("small", "possessive"))
            ):
                return False
        elif word in forms() and word not in cue_words("small", "determiners"):
            return False
    return between[-1] not in cue_words("small", "of")


def is_small(word: str) -> bool:
    """Whether a word is one that no noun phrase goes across."""
    return word in _small()


@cache
def _small() -> frozenset[str]:
    return frozenset().union(
        *(cue_words("small", name) for name in _SMALL),
        *(cue_words("clause", name) for name in ("complement", "finite", "subordinators")),
    )
