"""The noun that a number counts, found by the forms of the words behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui.text.language import table
from tui.text.sayings import past_forms
from tui.text.tokens import Token

_MOST_WORDS = 9
_PARTICIPLE = re.compile(r"(?:\w{2,6})?(?:ge|be|ver|ont|her|over|onder|mis)\w{2,}(?:de|te|en)$")
"""The attributive form of a past participle: `gestuurde`, `ingezette`, `veroordeelde`."""
_PRESENT = re.compile(r"\w{3,}ende$")
"""The attributive form of a present participle: `vechtende`."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The head of a noun phrase and the index of the token after it."""

    head: Token
    after: int


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("words")[name])


@cache
def _closed() -> frozenset[str]:
    return _set("function") | _set("verbs") | past_forms()


def noun_phrase(run: list[Token], at: int, *, determined: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token, without its number; None where none does.

    Adjectives are passed over, and so is a participle with what belongs to it
    (`naar Rusland gestuurde Noord-Koreaanse militairen`). With `determined` a determiner may
    open the phrase, as in `van de vijf VERDACHTEN`.
    """
    end = min(len(run), at + _MOST_WORDS)
    if determined:
        while at < end and run[at].lower in _DETERMINERS:
            at += 1
    at = _past_participle_phrase(run, at, end)
    while at < end:
        token = run[at]
        if token.kind != "word":
            return _past_quote(run, at, end)
        if token.lower in _closed() and not is_adjective(run, at):
            if token.lower in _set("adverbs") and at + 1 < end and is_adjective(run, at + 1):
                at += 1
                continue
            return None
        if is_adjective(run, at):
            at = _past_conjunction(run, at, end)
            continue
        if token.lower in _set("adverbs") and at + 1 < end and is_adjective(run, at + 1):
            at += 1
            continue
        if _is_verb_shaped(token) or _is_infinitive(run, at):
            return None
        return NounPhrase(token, at + 1)
    return None


_SEPARATED = re.compile(
    r"(?:aan|af|bij|door|in|mee|na|om|onder|op|over|terug|toe|uit|voor|vrij|weg)ge\w+(?:(?<!en)en|d|t)$"
)
"""A participle with a prefix: `aangenomen`, `opgepakt`; `ingezetenen` is none."""


def _is_infinitive(run: list[Token], at: int) -> bool:
    """Whether a word that looks like a plural is the verb at the end: `mag er twee KIEZEN`."""
    word = run[at].lower
    ends = at + 1 >= len(run) or run[at + 1].kind != "word" or run[at + 1].lower in ("en", "of")
    if _SEPARATED.match(word):
        return ends
    before = [token.lower for token in run[max(0, at - 8) : at]]
    modal = any(token in _MODALS for token in before)
    return ends and modal and "er" in before[-3:] and word.endswith("en")


_MODALS = frozenset(
    {"mag", "mogen", "mocht", "mochten", "wil", "willen", "wilde", "wilden", "kan", "kunnen",
     "kon", "konden", "moet", "moeten", "moest", "moesten", "zal", "zullen", "zou", "zouden"}
)  # fmt: skip


def _is_verb_shaped(token: Token) -> bool:
    """Whether a word behind a number reads as a finite verb: hardly a plural ends in -t or -de."""
    word = token.lower
    if not token.text.islower():
        return False
    if word.endswith("t"):
        return word not in _set("nouns_in_t") and not word.endswith(("eit", "ant", "ent", "ist"))
    past = word.endswith(("de", "te")) and len(word) > 4
    return past and word not in _set("nominal") | _set("nouns_in_e")


_DETERMINERS = frozenset(
    {"de", "het", "een", "deze", "die", "dit", "dat", "hun", "zijn", "haar", "mijn", "ons", "onze",
     "alle", "andere"}
)  # fmt: skip


def _past_quote(run: list[Token], at: int, end: int) -> NounPhrase | None:
    """A noun in quotation marks: `twee "spionnen"`."""
    if run[at].text in "\"'“‘„" and at + 1 < end:
        after = run[at + 1]
        if after.kind == "word" and after.lower not in _closed():
            return NounPhrase(after, at + 2)
    return None


def _past_conjunction(run: list[Token], at: int, end: int) -> int:
    """The index after an adjective, and after `en`, `of` or a comma where another one follows."""
    following = at + 1
    if (
        following + 1 < end
        and run[following].lower in ("en", "of", ",")
        and is_adjective(run, following + 1)
    ):
        return following + 1
    return following


def _past_participle_phrase(run: list[Token], at: int, end: int) -> int:
    if at >= end or run[at].lower not in _set("prepositions"):
        return at
    for place in range(at + 2, min(at + 6, end - 1)):
        token = run[place]
        if token.kind != "word":
            return at
        if _PARTICIPLE.match(token.lower) and is_adjective(run, place):
            return place
    return at


def is_adjective(run: list[Token], at: int) -> bool:
    """Whether a token reads as an adjective: by its ending, and a word that could go with it."""
    token = run[at]
    word = token.lower
    if token.kind != "word" or at + 1 >= len(run):
        return False
    if word in _closed():
        return word in _set("adjectives") and _noun_shaped(run[at + 1])
    if not _may_follow_adjective(run, at + 1):
        return False
    if word in _set("nominal"):
        return _noun_shaped(run[at + 1])
    if word in _set("adjectives") or word.endswith(("jarige", "koppige", "daagse", "talige")):
        return True
    if word in _set("nouns_in_e"):
        return False
    if word.endswith("e") and len(word) > 3:
        return not word.endswith(("heide", "tje", "pje", "kje", "ie", "ee"))
    return bool(word.startswith("ge") and _PARTICIPLE.match(word) and _noun_shaped(run[at + 1]))


def _may_follow_adjective(run: list[Token], at: int) -> bool:
    following = run[at]
    if following.kind == "word":
        return following.lower not in _closed() or (
            following.lower in ("en", "of")
            and at + 1 < len(run)
            and run[at + 1].lower.endswith("e")
        )
    return following.text == "," and at + 1 < len(run) and run[at + 1].lower.endswith("e")


def _noun_shaped(token: Token) -> bool:
    return (
        token.kind == "word" and token.lower not in _closed() and token.lower.endswith(("en", "s"))
    )


def could_be_counted(token: Token) -> bool:
    """Whether a word right behind a number could be what it counts."""
    return token.kind == "word" and token.lower not in _closed() and len(token.text) > 1
