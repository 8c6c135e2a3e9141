"""What the words around a name tell of its type: titles, nouns, prepositions, verbs, brackets."""

from __future__ import annotations

from functools import lru_cache

from tui.text.apposed import apposed, bracketed
from tui.text.gazetteer import REMEMBERED, gazetteer, is_adjective_of_place
from tui.text.listed import closed, finite_verbs, is_body_noun, is_place_noun, is_title, listed
from tui.text.matches import Pages, in_match
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.roles import title_before
from tui.text.speech import speaks
from tui.text.weights import Clue, around, told, told_ends, weights

_PUBLISHED = 5
"""So many words before a name the word of publishing is looked for: `verscheen in X`."""
_FULL = 4
"""A full name has about so many words."""


def outside(words: Words, name: Name, pages: Pages) -> list[Clue]:
    """The clues in the words around a name; `pages` tell of what the article is about."""
    match = in_match(words, name) if pages.sporting else []
    found = _title(words, name) or _nouns(words, name) or match or _before(words, name)
    found += apposed(words, name)
    found += _behind(words, name)
    found += bracketed(words, name)
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
        if is_place_noun(river) and _is_noun(words, name.first - 2):
            return [around("behind a noun of a place", river)]  # `de rivier de Tisza`
        return []
    if is_body_noun(lowered):
        return [around("behind a noun of a body", before)]
    if is_place_noun(lowered) and _is_noun(words, name.first - 1):
        return [around("behind a noun of a place", before)]
    return []


def _is_noun(words: Words, at: int) -> bool:
    """Whether a word is a noun: `het meer`, but not `onder meer` nor `daar staat`."""
    word = words.words[at].lower()
    return word not in told("between_nouns") or words.before(at) in told("determiners")


def _before(words: Words, name: Name) -> list[Clue]:
    before = words.before(name.first)
    second = words.before(name.first - 1) if name.first else "\n"
    if before in listed("articles") and words.words[name.first - 1] != "\n":
        return _article(words, name, before, second)
    if before in weights("prepositions"):
        if before in told("uniting") and second in told("unions"):
            return [around("behind a union between", f"{second} {before}")]
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
    if before in told("neutral_verbs"):
        return [around("behind a usual verb", before)]
    if name.first and is_adjective_of_place(words.words[name.first - 1]):
        rule = "behind an adjective of place"
        het = "behind het and an adjective of place"
        return [around(het if second == "het" else rule, words.words[name.first - 1])]
    if before.endswith("e") and second in told("determiners") and before not in closed():
        return [around("behind an article and an adjective", before)]
    return []


def _is_published(words: Words, name: Name) -> bool:
    first = name.first - 1
    while first and name.first - first < _PUBLISHED and words.words[first - 1][0].isalnum():
        first -= 1
    lead = words.words[first : name.first - 1]
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
    elif after in told("neutral_verbs"):
        found.append(around("before a usual verb", after))
    elif after in told("verbs_of_bodies"):
        found.append(around("before a verb of bodies", after))
    elif after in finite_verbs():
        found.append(around("before a verb", after))
    elif after in told("reflexive"):
        found.append(around("before himself", after))
    elif after == "en" and words.words[name.end + 1] in told("their"):
        found.append(around("before zijn or haar", words.words[name.end + 1]))
    return found
