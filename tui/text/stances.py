"""How sure a claim sounds: its stance, by the verb and by the words around it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.text.article import Stance
from tui.text.language import table


class Standing(NamedTuple):
    """A stance, the rule that gave it, and the words by which it did."""

    stance: Stance
    rule: str
    words: str


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """A pattern for the words of a list of stances, whole words only."""
    every = sorted(table("cues")["stance"][name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)")


@cache
def _parts_of(name: str) -> tuple[str, ...]:
    """Without one of these in it a text holds none of a list: `mogelijk` for `mogelijke` too."""
    every = table("cues")["stance"][name]
    return tuple(
        word for word in every if not any(other in word for other in every if other != word)
    )


def _holds(name: str, text: str) -> bool:
    return any(part in text for part in _parts_of(name))


def _search(name: str, text: str) -> re.Match[str] | None:
    """The first of the words of a list in a text."""
    return _any_of(name).search(text) if _holds(name, text) else None


@cache
def _not_excluded() -> re.Pattern[str]:
    return re.compile(table("cues")["stance"]["not_excluded"])


@cache
def _not_denied() -> re.Pattern[str]:
    return re.compile(table("cues")["stance"]["not_denied"])


@cache
def _not_confirmed() -> re.Pattern[str]:
    return re.compile(table("cues")["stance"]["not_confirmed"])


def standing(base: Stance, cue: str, around: str, said: str, printed: str) -> Standing:
    """The stance of a claim, the first that fits.

    `base` is that of the verb `cue`. `around` are the words that attribute, `said` those of the
    claim, both without what is quoted; `printed` is the claim with its quotations.
    """
    around, said = around.lower(), said.lower()
    both = f"{around} {said}"
    if _holds("negation", both) and (negated := _negated(base, around, both)):
        return negated
    if base == "denied":
        return Standing("denied", "verb", cue)
    if (match := _search("denial", f"{printed.lower()} {around}")) and _search("accused", both):
        return Standing("denied", "called untrue", match.group())
    if match := _search("unconfirmed", said) or _would(said):
        return Standing("unconfirmed", "words", match.group())
    if match := _search("would_around", around):
        return Standing("unconfirmed", "words", match.group())
    if base == "estimated":
        return Standing("estimated", "verb", cue)
    if match := _search("estimated", both):
        return Standing("estimated", "words", match.group())
    if base == "announced":
        return Standing("announced", "verb", cue)
    if match := _search("announced", said):
        return Standing("announced", "words", match.group())
    if base == "demanded":
        return Standing("demanded", "verb", cue)
    if cue.lower() in _opinions() and (match := _search("must", said)):
        return Standing("demanded", "words", match.group())
    return Standing("asserted", "verb" if cue else "none", cue)


def _negated(base: Stance, around: str, both: str) -> Standing | None:
    """What is not ruled out, not confirmed or not denied: none of these without a negation."""
    if match := _not_excluded().search(both):
        return Standing("unconfirmed", "not ruled out", match.group())
    if match := _not_confirmed().search(around):
        return Standing("unconfirmed", "not confirmed", match.group())
    if base == "denied" and (match := _not_denied().search(around)):
        return Standing("unconfirmed", "not denied", match.group())
    return None


def _would(said: str) -> re.Match[str] | None:
    """`zou` where it tells of what is not sure: in a main clause, and elsewhere of what was done.

    `dat het zou regenen` looks ahead, `Zonder regen zou het …` names a condition.
    """
    if not _holds("would_around", said):
        return None
    words = table("cues")["stance"]
    match = re.search(words["would"], said)
    before = said[: match.start()].split() if match else []
    if before[:1] and before[0] in words["conditions"]:
        return None
    if match and not any(word in _clause_words() for word in before):
        return match
    return re.search(words["would_have"], said)


@cache
def _clause_words() -> frozenset[str]:
    return frozenset(table("cues")["clause"]["complement_only"])


@cache
def _opinions() -> frozenset[str]:
    return frozenset(table("cues")["stance"]["opinion"])
