"""What the words around a name tell of its type: titles, nouns, prepositions, verbs, brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.gazetteer import REMEMBERED, gazetteer, is_adjective_of_place
from tui.text.listed import closed, finite_verbs, is_body_noun, is_place_noun, is_title, listed
from tui.text.matches import in_match
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.roles import title_before
from tui.text.speech import speaks
from tui.text.weights import Clue, around, told, told_ends, weights

_AGE = re.compile(r"1?\d\d?")
_YEARS = re.compile(r"1[5-9]\d\d|20\d\d")
_FULL = 4
"""A full name has about so many words."""
_APPOSED = 8
"""So many words before a comma the noun that it explains is looked for: `de hoofdstad van …,`."""


def outside(words: Words, name: Name, sporting: bool) -> list[Clue]:
    """The clues in the words around a name; `sporting` where the article is about sport."""
    match = in_match(words, name) if sporting else []
    found = _title(words, name) or _nouns(words, name) or match or _before(words, name)
    found += _comma(words, name)
    found += _behind(words, name)
    found += _brackets(words, name)
    return found


def _title(words: Words, name: Name) -> list[Clue]:
    if title_before(words, name.first):
        return [around("behind a title", words.words[name.first - 1])]
    if not name.first:
        return []
    before = words.words[name.first - 1]
    lowered = before.lower()
    if before in gazetteer().peoples:
        return [around("behind an inhabitant", before)]
    if lowered.endswith(told_ends("party_members")) and len(before) > 3:
        return [around("behind a member of a party", before)]
    if lowered in told("people"):
        return [around("behind a word for people", before)]
    if before[0].islower() and _is_plural_title(lowered):
        return [around("behind titles", before)]
    return []


@lru_cache(maxsize=REMEMBERED)
def _is_plural_title(word: str) -> bool:
    if word.endswith("s"):
        return is_title(word[:-1].removesuffix("'"))
    return word.endswith("en") and any(is_title(stem) for stem in (word[:-2], word[:-3]))


def _nouns(words: Words, name: Name) -> list[Clue]:
    if not name.first:
        return []
    before = words.words[name.first - 1]
    lowered = before.lower()
    if lowered in listed("articles") and name.first > 1:
        river = words.words[name.first - 2].lower()
        if is_place_noun(river):
            return [around("behind a noun of a place", river)]  # `de rivier de Tisza`
        return []
    if is_body_noun(lowered):
        return [around("behind a noun of a body", before)]
    if is_place_noun(lowered):
        return [around("behind a noun of a place", before)]
    return []


def _before(words: Words, name: Name) -> list[Clue]:
    before = words.before(name.first)
    second = words.before(name.first - 1) if name.first else "\n"
    if before in listed("articles") and words.words[name.first - 1] != "\n":
        return _article(words, name, before, second)
    if before in weights("prepositions"):
        if before == "in" and (second in told("stakes")):
            return [around("behind a stake in", f"{second} {before}")]
        if before == "in" and _is_published(words, name):
            return [around("behind a word of publishing", before)]
        if before == "bij" and is_title(second):
            return [around("behind a function at", f"{second} {before}")]
        return [Clue("behind a small word", before, weights("prepositions")[before])]
    if before in listed("relaying"):
        return [around("behind volgens or aldus", before)]
    if before == "van":
        return _of(second, before) or _of_somebody(words, name)
    if speaks(before):
        return [around("beside a verb of saying", before)]
    if before in told("verbs_of_buying"):
        return [around("behind a verb of buying", before)]
    if before in told("verbs_of_going"):
        return [around("behind a verb of going", before)]
    if before in told("verbs_of_people"):
        return [around("behind a verb of people", before)]
    if name.first and is_adjective_of_place(words.words[name.first - 1]):
        rule = "behind an adjective of place"
        het = "behind het and an adjective of place"
        return [around(het if second == "het" else rule, words.words[name.first - 1])]
    if before.endswith("e") and second in told("determiners") and before not in closed():
        return [around("behind an article and an adjective", before)]
    return []


def _is_published(words: Words, name: Name) -> bool:
    lead = words.words[max(0, name.first - 5) : name.first - 1]
    return any(word.lower() in told("publishing") for word in lead)


def _article(words: Words, name: Name, before: str, second: str) -> list[Clue]:
    found = [around("behind het" if before == "het" else "behind an article", before)]
    if second in weights("prepositions_with_article"):
        weight = weights("prepositions_with_article")[second]
        found.append(Clue("behind a preposition and an article", f"{second} {before}", weight))
    return found


def _of(noun: str, before: str) -> list[Clue]:
    if noun in told("of_club"):
        return [around("behind a function in a club", f"{noun} {before}")]
    found = []
    for kind in ("person", "body", "place", "country"):
        if noun in told(f"of_{kind}"):
            found.append(around(f"behind of a {kind}", f"{noun} {before}"))
    return found


def _of_somebody(words: Words, name: Name) -> list[Clue]:
    """`trainer Jan Smit van X`: what the function of the person before tells of the name."""
    at = name.first - 2
    if at < 0 or not words.words[at][0].isupper():
        return []
    last = max(0, at - _FULL)
    while at > last and (
        words.words[at][0].isupper() or words.words[at] in listed("surname_particles")
    ):
        at -= 1
    for noun in (words.words[at].lower(), words.words[at + 1].lower()):
        clues = _of(noun, words.before(name.first))
        if clues:
            return clues
    return [around("behind somebody of", words.words[name.first - 2])]


def _comma(words: Words, name: Name) -> list[Clue]:
    """`de burgemeester van Goes, X,` and `X, directeur van Y`, `X, een dorp bij Y`."""
    found = []
    if words.before(name.first) == ",":
        for noun in _apposed(words, name.first - 2):
            found += _told_of(noun, "behind {} and a comma")
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


def _apposed(words: Words, at: int) -> list[str]:
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


def _behind(words: Words, name: Name) -> list[Clue]:
    after = words.words[name.end]
    found = []
    if words.words[name.end - 1][-2:] in ("'s", "’s"):
        found.append(around("before its 's", words.words[name.end - 1]))
    before = words.before(name.first)
    if before in weights("prepositions_with_article") or before in listed("relaying"):
        return found  # the verb has another subject
    if speaks(after):
        found.append(around("beside a verb of saying", after))
    elif after in told("verbs_of_people"):
        found.append(around("before a verb of people", after))
    elif after in told("verbs_of_bodies"):
        found.append(around("before a verb of bodies", after))
    elif after in finite_verbs():
        found.append(around("before a verb", after))
    elif after in told("reflexive"):
        found.append(around("before himself", after))
    elif after == "en" and words.words[name.end + 1] in told("their"):
        found.append(around("before zijn or haar", words.words[name.end + 1]))
    return found


def _brackets(words: Words, name: Name) -> list[Clue]:
    if words.before(name.first) == "(" and words.words[name.end] in (")", ",", "-", ";"):
        if name.first > 1 and words.words[name.first - 2][0].isupper():
            return [around("in brackets behind a name", name.text)]
        return []
    if words.words[name.end] != "(":
        return []
    inner, after = words.words[name.end + 1], words.words[name.end + 2]
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
