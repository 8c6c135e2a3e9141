"""What explains a name beside it: nouns between commas, ages and countries in brackets."""

from __future__ import annotations

import re

from tui.text.gazetteer import gazetteer
from tui.text.listed import is_body_noun, is_place_noun, is_title
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.weights import Clue, around, told, told_ends

_AGE = re.compile(r"1?\d\d?")
_YEARS = re.compile(r"1[5-9]\d\d|20\d\d")
_APPOSED = 8
"""So many words before a comma the noun that it explains is looked for: `de hoofdstad van …,`."""


def apposed(words: Words, name: Name) -> list[Clue]:
    """`de burgemeester van Goes, X,` and `X, directeur van Y`, `X, een dorp bij Y`."""
    found = []
    if words.before(name.first) == ",":
        for noun in _phrase(words, name.first - 2):
            found += _told_of(noun, "behind {} and a comma")
        noun = words.words[name.first - 2].lower()
        if _is_plural_body(noun) and _is_counted(words, name.first - 2):
            found.append(around("behind nouns of bodies and a comma", noun))
    if words.words[name.end] == ",":
        at = name.end + 1
        for place in range(at, at + 5):
            word = words.words[place]
            if not word[0].isalpha() or (place > at and words.words[place - 1] in ("van", "bij")):
                break
            clues = _told_of(word.lower(), "before a comma and {}")
            if clues:
                found += clues
                break
            if word.lower() not in told("determiners") and not word.endswith(("e", "en", "ig")):
                break
    return found


def _is_plural_body(noun: str) -> bool:
    return noun.endswith(told_ends("plural_ends")) and any(
        is_body_noun(noun.removesuffix(end)) for end in told_ends("plural_ends")
    )


def _is_counted(words: Words, at: int) -> bool:
    """Whether nouns are announced: `twee Vlaamse verenigingen, X en Y,`."""
    lead = words.words[max(0, at - 3) : at]
    return any(word.lower() in told("counting") for word in lead)


def _phrase(words: Words, at: int) -> list[str]:
    """The words of a noun phrase up to an index, its determiner the first, if there is one."""
    for place in range(at, max(-1, at - _APPOSED), -1):
        word = words.words[place].lower()
        if not word[0].isalpha():
            return []
        if word in told("determiners"):
            return [word for word in words.words[place + 1 : at + 1] if word[0].islower()]
    return []


def _told_of(noun: str, rule: str) -> list[Clue]:
    if is_title(noun) and noun not in told("not_apposed"):
        return [around(rule.format("a title"), noun)]
    if is_body_noun(noun):
        return [around(rule.format("a noun of a body"), noun)]
    if is_place_noun(noun):
        return [around(rule.format("a noun of a place"), noun)]
    return []


def bracketed(words: Words, name: Name) -> list[Clue]:
    """The clues in brackets around or behind a name, and in the address that it opens."""
    if words.before(name.first) == "(" and words.words[name.end] in (")", ",", "-", ";"):
        if name.first > 1 and words.words[name.first - 2][0].isupper():
            known = gazetteer().get(name.text)
            if known and known.type == "place":
                return [around("a place in brackets", name.text)]
            return [around("in brackets behind a name", name.text)]
        return []
    if words.words[name.end].isdigit() and _is_address(words, name.end):
        return [around("before a house number and a town", words.words[name.end])]
    if words.words[name.end] != "(":
        return []
    inner, after = words.words[name.end + 1], words.words[name.end + 2]
    if inner in told("short_countries") and (after in (")", ",", ";") or after.isdigit()):
        return [around("before the short name of a country in brackets", inner)]
    if _YEARS.fullmatch(inner):
        return [around("before years in brackets", inner)]
    if _AGE.fullmatch(inner) and after in (")", ","):
        return [around("before an age in brackets", inner)]
    if inner[0].isupper() and after == ")":
        initials = "".join(word[0] for word in name.words).casefold()
        if len(name.words) > 1 and inner.isupper() and inner[:2].casefold() == initials[:2]:
            return [around("before its abbreviation in brackets", inner)]
        known = gazetteer().get(inner)
        if known and known.type in ("organisation", "country"):
            return [around("before a party or country in brackets", inner)]
    return []


def _is_address(words: Words, at: int) -> bool:
    """Whether a number is that of a house before a postal code: `Kerkstraat 8, 9000 Gent`."""
    code = words.words[at + 2]
    return words.words[at + 1] == "," and len(code) == 4 and code.isdigit()
