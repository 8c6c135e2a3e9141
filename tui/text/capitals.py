"""Where names begin: which of the words with a capital have it because they name."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.gazetteer import (
    FIRST,
    ORGANISATION,
    PEOPLE,
    PLACE,
    REGION,
    REMEMBERED,
    SURNAME,
    gazetteer,
    is_adjective_of_place,
)
from tui.text.listed import (
    closed,
    ends,
    is_body_noun,
    is_place_noun,
    is_plain,
    is_title,
    listed,
    plain_words,
    unaccented,
)
from tui.text.printed import Words, is_bound
from tui.text.speech import speaks
from tui.text.weights import told, told_ends

_ROAD = re.compile(r"[AEBNRSDM]\d{1,4}")
"""`A58`, `E19`: roads and codes."""
_LONG = 11
"""A word of so many letters that no list knows is a compound of plain nouns."""


_ADJECTIVES = ("se", "sche")
_NAMING = FIRST + SURNAME + PLACE + REGION + ORGANISATION
_TOWNS = PLACE + REGION
_TOWN = 5
"""A town of so many letters at least has inhabitants in `-er`: `Hester` is no such."""
_SYLLABLE = 3
"""Of more letters, a plain word behind a hyphen is that word: `James Bond-film`."""
_ASIAN = 6
"""A given name such as `Jong-un` has at most so many letters behind its hyphen."""


def opens(words: Words, at: int, known_end: int) -> bool:
    """Whether a name begins at a word; a listed one ends at `known_end`, which else is `at`."""
    text = words.words[at]
    if not text[0].isupper():
        return _opens_small(words, at, known_end)
    if not is_name_shaped(words, at):
        return False
    if known_end == at and (_ROAD.fullmatch(text) or words.is_shouted(at)):
        return False
    following = words.words[at + 1]
    named = following[0].isupper() and is_name_shaped(words, at + 1)
    if is_adjective_of_place(text) and known_end == at:
        if names_with_adjective(words, at):
            return True
        small = following in listed("surname_particles") and words.words[at + 2][0].isupper()
        return text in gazetteer().first_names and not text.endswith("e") and (named or small)
    if is_people(text) and not (known_end > at + 1 or _names_country(words, at)):
        return False
    if not words.is_initial(at):
        if text.endswith(_ADJECTIVES) and following.islower() and known_end <= at + 1:
            article = words.before(at) in told("determiners") and not following.startswith("van")
            if article and following not in closed():
                return False  # `een Filippijnse dekknecht`
        if text.lower() in closed() and known_end == at:
            return named
        return not (named and known_end <= at + 1 and is_title(text) and text not in words.tails)
    return _opens_sentence(words, at, known_end)


def _opens_small(words: Words, at: int, known_end: int) -> bool:
    """`3FM` where it is listed; `'s Lands Zeemagazijn`, `'t Pakhuis` where a capital follows."""
    if known_end > at:
        return True
    text = words.words[at]
    if is_bound(text):
        return not words.is_initial(at)
    if text[0].isdigit() or not words.words[at + 1][0].isupper():
        return False
    return is_body_noun(words.before(at)) or (len(text) > 2 and "-" in text)


def _opens_sentence(words: Words, at: int, known_end: int) -> bool:
    """Whether a word that would have a capital anyhow begins a name."""
    text, following = words.bare(at), words.words[at + 1]
    lowered = unaccented(text.lower())
    lists = gazetteer()
    capital = following[0].isupper() and is_name_shaped(words, at + 1)
    if known_end > at + 1:
        return True
    if text.istitle() and lowered != text.lower() and lowered in closed():
        return False  # `Eén`, `Vóór`
    if lowered in listed("surname_particles") or lowered in listed("articles"):
        return lowered_tail(words, at) in words.surnames
    if known_end > at:
        sure = text in words.inner or speaks(following)
        return sure or text.isupper() or not (lowered in words.lower or is_plain(text))
    if text in lists.first_names and (capital or following in listed("surname_particles")):
        return True
    if lowered in closed() or (is_title(text) and text not in words.tails):
        return False
    if text in listed("body_heads"):
        small = following in listed("body_particles")
        return capital or small or (text in words.inner and lowered not in words.lower)
    if text in listed("no_names") or (lowered in words.lower and not text.isupper()):
        return False
    if text in words.inner:
        return True
    if is_body_noun(lowered) or is_place_noun(lowered):
        return False
    if capital and following in lists.first_names and following not in lists.names:
        return False  # `Kleurmaker Jan Boone`: the name begins with the next word
    if is_plain(text):
        return False
    if capital and not is_people(following) and not is_adjective_of_place(following):
        return len(text) < _LONG or "-" in text or text in lists.classes
    return _is_alone(words, at, text)


def _is_alone(words: Words, at: int, text: str) -> bool:
    """Whether a single word that opens a sentence names: it is listed, it acts, it is explained."""
    if text in gazetteer().first_names or gazetteer().is_in(text, _NAMING):
        return True
    if text.isupper() and len(text) > 1:
        return True
    if text.endswith(("en", "s")) or len(text) >= _LONG:
        return False
    following, second = words.words[at + 1], words.words[at + 2]
    if following == ",":
        return second in told("determiners") or is_title(second)
    if following == "(":
        return second.isdigit() or second.isupper() or second in told("short_countries")
    return speaks(following) or following in told("verbs_of_people")


def lowered_tail(words: Words, at: int) -> str:
    """`van der velde`: particles and the capital behind them, in lower case."""
    end = at
    while end < at + 3 and words.words[end].lower() in listed("surname_particles"):
        end += 1
    return " ".join(words.words[at : end + 1]).lower()


def names_with_adjective(words: Words, at: int) -> bool:
    """Whether an adjective of place opens a name: `Axelse Dam`, `Rotterdamse Schouwburg`."""
    end = at + 1
    lists = gazetteer()
    pair = " ".join(words.words[end : end + 2])
    if pair in lists.names:
        return False  # `Gentse Grote Markt`
    while words.words[end][0].isupper() and is_name_shaped(words, end):
        following = words.words[end]
        if following in lists.first_names or is_people(following) or is_title(following):
            return False
        if lists.get(following) and not is_plain(following):
            return False
        end += 1
    if end == at + 1:
        return False
    last = words.words[end - 1]
    tail = last.lower()
    if tail in listed("place_ends") or tail in listed("body_tails") or is_body_noun(tail):
        return True
    return is_plain(last) and not lists.is_in(last, SURNAME[0])


@lru_cache(maxsize=REMEMBERED)
def is_people(word: str) -> bool:
    """Whether a word names inhabitants or those of a people: `Belg`, `Eindhovenaren`."""
    lists = gazetteer()
    if word in lists.peoples or word.endswith(told_ends("party_members")):
        return True
    classes = lists.classes.get(word, "")
    if classes:
        named = FIRST[0] in classes or SURNAME[0] in classes
        return PEOPLE in classes and word not in lists.names and not named
    if not word.lower().endswith(ends("people_ends")):
        return False
    return any(
        lists.is_in(word.removesuffix(end), _TOWNS)
        for end in ends("people_ends")
        if word.endswith(end) and len(word) - len(end) >= (_TOWN if len(end) == 2 else 2)
    )


def _names_country(words: Words, at: int) -> bool:
    """`Polen` names the country as well as the people: behind `de` or a number it is these."""
    known = gazetteer().get(words.words[at])
    before = words.before(at)
    if f"{before} {words.words[at]}" in gazetteer().names:
        return True
    counted = before in listed("articles") or before[0].isdigit() or before in listed("numerals")
    return known is not None and known.type == "country" and not counted


def is_name_shaped(words: Words, at: int) -> bool:
    """Whether a word is no compound such as `EU-parlement` or `NAVO-chef`."""
    text = words.words[at]
    if text in gazetteer().names:
        return True
    head, dash, tail = text.rpartition("-")
    if not dash:
        return len(text) > 1 or _is_lone_letter(words, at)
    if tail in listed("compound_bodies"):
        return not head.isupper()
    if tail[:1].isupper() or not tail[:1].isalpha():
        return True
    if head.isupper() or len(tail) > _ASIAN or is_title(tail) or not at:
        return False
    if len(tail) > _SYLLABLE and tail in plain_words():
        return False
    return words.words[at - 1][0].isupper() and words.before(at) not in closed()


def _is_lone_letter(words: Words, at: int) -> bool:
    """Whether a letter by itself is part of a name: `Delano W`, `O Jin-u`, `W.` for the first."""
    if at and words.words[at - 1][0].isupper() and not words.is_initial(at):
        return True
    following = words.words[at + 1]
    if words.is_initial(at):
        return False
    return (following[0].isupper() and "-" in following) or (
        following == "." and not {words.words[at], f"{words.words[at]}."}.isdisjoint(words.tails)
    )
