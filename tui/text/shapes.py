"""What a Dutch word may be by its form alone, as one number of flags, worked out once a word."""

from __future__ import annotations

import re
from functools import cache

from tui.text.language import table
from tui.text.numbers import word_value
from tui.text.sayings import past_forms

WORD = 1
"""Letters, or a clitic (`'s`)."""
CLOSED = 2
"""A small word or a verb: no noun phrase goes across it."""
ADVERB = 4
LISTED = 8
"""An adjective that does not end in -e, or one by its ending: `gouden`, `driejarige`."""
NOMINAL = 16
"""An adjective used as a noun: `gewonde`."""
IN_E = 32
"""Ends in -e as adjectives do."""
GE = 64
"""A strong participle with ge-, which before a plural is an adjective: `(aan)gewezen`."""
PLURAL = 128
"""Ends as plurals do."""
PARTICIPLE = 256
"""The attributive form of a past participle: `gestuurde`, `ingezette`, `veroordeelde`."""
FINITE = 512
"""Reads as a finite verb where it has no capital: hardly a plural ends in -t or -de."""
SEPARATED = 1024
"""A participle with a prefix: `opgepakt`; `ingezetenen` is none."""
ENDS_IN_E = 2048
PREPOSITION = 4096
"""Can open a participle phrase before a noun: `NAAR Rusland gestuurde`."""
ENDS_IN_EN = 8192


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `nl/words.toml` or of `nl/nouns.toml`."""
    return frozenset(table("nouns").get(name) or table("words")[name])


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form) for name, form in table("nouns")["forms"].items()}


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(table("nouns")["ends"][name])


class _Shapes(dict[str, int]):
    """The flags of each word that was met; emptied when many were."""

    def __missing__(self, word: str) -> int:
        flags = _flags(word)
        if len(self) > 1 << 16:
            self.clear()
        if len(word) < 60:
            self[word] = flags
        return flags


SHAPES = _Shapes()
"""`SHAPES[word]` are the flags of a word in lower case."""


def _flags(word: str) -> int:
    if not (word[:1].isalpha() or (word[:1] in ("'", "’") and len(word) == 2)):
        return 0  # a sign, or nothing: a soft hyphen by itself
    flags = WORD
    closed = word in listed("function") or word in listed("verbs") or word in past_forms()
    closed = closed or word_value(word) is not None
    flags |= CLOSED * (closed or not word[0].isalpha())
    flags |= ADVERB * (word in listed("adverbs") or _like_adverb(word))
    flags |= LISTED * (word in listed("adjectives") or word.endswith(_ends("adjectives")))
    flags |= NOMINAL * (word in listed("nominal"))
    flags |= ENDS_IN_E * word.endswith("e") | ENDS_IN_EN * word.endswith("en")
    flags |= PREPOSITION * (word in listed("prepositions"))
    flags |= PLURAL * (not closed and word.endswith(_ends("plurals")))
    in_e = word.endswith("e") and len(word) > 3 and word not in listed("nouns_in_e")
    flags |= IN_E * (in_e and not word.endswith(_ends("nouns_in_e")))
    participle = _forms()["participle"].match(word) is not None
    flags |= PARTICIPLE * participle
    strong = _forms()["strong"].match(word) is not None
    flags |= GE * (strong and word not in listed("nouns_in_ge"))
    flags |= SEPARATED * (_forms()["separated"].match(word) is not None)
    return flags | FINITE * _is_finite(word)


def _like_adverb(word: str) -> bool:
    ends = word.endswith(_ends("adverbs")) and word not in listed("nouns_like_adverbs")
    return ends or word in listed("leave_out")


def _is_finite(word: str) -> bool:
    if word.endswith("t"):
        return word not in listed("nouns_in_t") and not word.endswith(_ends("nouns_in_t"))
    if word.endswith(_ends("nouns_in_d")) or word in listed("nouns_in_d"):
        return False
    if _forms()["predicative"].match(word):
        return True
    past = word.endswith(_ends("past")) and len(word) > 4 and word not in listed("nouns_in_ge")
    return past and word not in listed("nominal") | listed("nouns_in_e")
