"""Word lists about names from `nl/actors.toml`, and what a single word is by them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from tui.text.gazetteer import REMEMBERED, WORD, gazetteer
from tui.text.language import lines, table


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of `nl/actors.toml` as a set."""
    return frozenset(table("actors")[name])


@cache
def ends(name: str) -> tuple[str, ...]:
    """A list of ends of words of `nl/actors.toml`, for `str.endswith`."""
    return tuple(table("actors")[name])


@cache
def closed() -> frozenset[str]:
    """Small words, adverbs and verbs, in lower case: with a capital they only open a sentence."""
    data = table("words")
    return frozenset(data["function"]) | frozenset(data["verbs"]) | frozenset(data["adverbs"])


@cache
def finite_verbs() -> frozenset[str]:
    """Forms of usual verbs, in lower case."""
    return frozenset(table("words")["verbs"])


@cache
def _title_ends() -> tuple[str, ...]:
    titles = (title for title in table("actors")["titles"] if len(title) > 3)
    return (*table("actors")["title_ends"], *titles)


@lru_cache(maxsize=REMEMBERED)
def is_title(word: str) -> bool:
    """Whether a word is a title or function of a person, also in a compound: `buschauffeur`."""
    lowered = word.lower()
    return (
        word in listed("titles")
        or lowered in listed("titles")
        or (
            len(lowered) > 6
            and lowered.endswith(_title_ends())
            and lowered not in listed("no_titles")
        )
    )


@lru_cache(maxsize=REMEMBERED)
def is_body_noun(word: str) -> bool:
    """Whether a noun in lower case tells of a body: `vakbond`, `staalbedrijf`."""
    return word in listed("bodies_before") or (
        len(word) > 7 and word.endswith(ends("body_noun_ends"))
    )


@lru_cache(maxsize=REMEMBERED)
def is_place_noun(word: str) -> bool:
    """Whether a noun in lower case tells of a place: `stad`, `vissersdorp`."""
    return word in listed("places_before") or (
        len(word) > 6 and word.endswith(ends("place_noun_ends"))
    )


@cache
def plain_words() -> frozenset[str]:
    """The usual words of the language in lower case."""
    return frozenset(lines("lists/words"))


def unaccented(word: str) -> str:
    """A word without accents: `een` of `één`."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=REMEMBERED)
def is_plain(word: str) -> bool:
    """Whether a word with a capital is also a plain word of the language."""
    lowered = word.lower()
    if lowered in closed():
        return True
    classes = gazetteer().classes.get(word)
    return lowered in plain_words() if not classes else WORD[0] in classes
