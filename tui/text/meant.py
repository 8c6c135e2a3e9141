"""Whom a pronoun or a short form means: `hij`, `de minister`, `de dienst`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache, cached_property
from typing import NamedTuple

from tui.text.article import Actor
from tui.text.called import Called, is_noun, is_proper, stem
from tui.text.mentions import Mentions
from tui.text.sayings import cue_words

_REMEMBERED = 3_000
"""How far back `een man` is looked for before `de man`."""
_ENDS = '.!?”"’'


def nobody(start: int) -> str | None:
    """For when no sentence is known to have a subject."""
    return None


class Spoken(NamedTuple):
    """Somebody who spoke before: the name, whether a person, and whether more than one."""

    name: str
    person: bool
    plural: bool


class Meaning(NamedTuple):
    """A name, and by which rule it is the one that is meant."""

    name: str
    rule: str


class Meanings:
    """The people and bodies of a text on the way through, and who spoke last."""

    def __init__(self, text: str, who: tuple[Actor, ...]) -> None:
        self.text = text
        self.mentions = Mentions(text, who)
        self.called = Called(text, who)
        self.spoken: list[Spoken] = []
        self.spoken_to = 0
        self.subject_at: Callable[[int], str | None] = nobody
        """Gives the unnamed person who is the subject of the sentence that begins there."""
        self._who = who
        self._types = {actor.name: actor.type for actor in who}

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(actor.name for actor in self._who if not actor.described)

    @cached_property
    def _times(self) -> dict[str, int]:
        return {actor.name: len(actor.mentions) for actor in self._who}

    @cached_property
    def _bodies(self) -> list[tuple[int, str]]:
        """Where the bodies that have a name are mentioned, in order."""
        return sorted(
            (mention.start, actor.name)
            for actor in self._who
            if actor.type == "organisation" and not actor.described
            for mention in actor.mentions
        )

    def has_spoken(self, name: str, end: int, text: str) -> None:
        """Remember who spoke, and up to where."""
        kind = self._types.get(name)
        person, plural = kind == "person", " en " in name
        if kind is None:
            words = text.lower().split()
            person = _is_person(words)
            plural = plural or any(is_noun(word) and is_plural(word) for word in words[:4])
        self.spoken.append(Spoken(name, person, plural))
        self.spoken_to = max(self.spoken_to, end)

    def is_person(self, name: str) -> bool:
        """Whether a name is that of a person of this body."""
        return self._types.get(name) == "person"

    def has_name(self, name: str) -> bool:
        """Whether a name is that of an actor who is named and not described."""
        return name in self._named

    def times(self, name: str) -> int:
        """How often an actor is named."""
        return self._times.get(name, 0)

    def pronoun(self, word: str, at: int, *, plural: bool | None) -> Meaning | None:
        """Whom `hij`, `haar` or `ze` means at an offset."""
        if word in cue_words("pronouns", "demonstrative") and (last := self._last_named(at)):
            return Meaning(last, "who was named last")
        if word in cue_words("pronouns", "them") or (
            plural and word in cue_words("pronouns", "they")
        ):
            return self._they()
        woman = (
            True
            if word in cue_words("pronouns", "she")
            else False
            if word in cue_words("pronouns", "he")
            else None
        )
        return self.person(at, woman)

    def person(self, at: int, woman: bool | None = None) -> Meaning | None:
        """Whom `hij` means: the subject of the sentence before, or who spoke last."""
        if unnamed := self._subject_before(at):
            return Meaning(unnamed, "the subject of the sentence before")
        last = self.mentions.last_person(at)
        if last and last[0] >= self.spoken_to:
            sentence = self.mentions.break_before(last[0]) + 1
            first = self.mentions.first_person(max(self.spoken_to, sentence))
            for name in (first, last[1]):
                if self._may_be(name, woman):
                    return Meaning(name, "who was named last")
        for spoken in reversed(self.spoken[-6:]):
            if spoken.person and self._may_be(spoken.name, woman):
                return Meaning(spoken.name, "who spoke last")
        if last and self._may_be(last[1], woman):
            return Meaning(last[1], "who was named last")
        if self.spoken:
            return Meaning(self.spoken[-1].name, "who spoke last")
        return Meaning(last[1], "who was named last") if last else None

    def _may_be(self, name: str, woman: bool | None) -> bool:
        told = self.called.is_woman(name)
        return woman is None or told is None or told == woman

    def _they(self) -> Meaning | None:
        several = [spoken for spoken in self.spoken[-6:] if spoken.plural]
        bodies = [spoken for spoken in self.spoken[-6:] if not spoken.person]
        for every in (several, bodies, self.spoken[-1:]):
            if every:
                return Meaning(every[-1].name, "who spoke last")
        return None

    def _subject_before(self, at: int) -> str | None:
        """The unnamed person who is the subject of the sentence before: `De verdachte`."""
        stop = at
        while stop and self.text[stop - 1].isspace():
            stop -= 1
        start = self.mentions.break_before(stop - 1) + 1 if stop else 0
        while start < stop and self.text[start].isspace():
            start += 1
        if start < self.spoken_to or "\n" in self.text[stop:at]:
            return None
        return self.subject_at(start)

    def _last_named(self, at: int) -> str | None:
        """The actor named last in the sentence before: whom `Die` at the start of one means."""
        stop = at
        while stop and self.text[stop - 1].isspace():
            stop -= 1
        if not stop or self.text[stop - 1] not in _ENDS:
            return None
        return self.mentions.last_actor(self.mentions.break_before(stop - 1), at)

    def meant(self, words: list[str], of: tuple[str, ...], at: int) -> Meaning | None:
        """The actor meant by `de Russische president` or `het waterschap`, or None.

        `words` are those of the noun phrase, determiner first and noun last.
        """
        noun = words[-1].lower()
        proper = frozenset(stem(word) for word in words[1:-1] if is_proper(word))
        name = self.called.by(noun, proper, of, at)
        if name:
            return Meaning(name, "who was called so")
        if noun in cue_words("speakers", "of_team") if of else _of_party(words[-1]):
            last = self.mentions.last_person(at)
            if last and "\n" not in self.text[last[0] : at]:
                return Meaning(last[1], "who was named last")
        if of:
            return None
        fitting = self.mentions.last_fitting(noun, at)
        if fitting and not self._other(fitting, proper):
            return Meaning(fitting, "what was called so")
        if self._is_introduced(noun, at):
            return None
        if noun in cue_words("speakers", "epithets") or noun.endswith(_epithet_ends()):
            last = self.mentions.last_person(at)
            return Meaning(last[1], "who was named last") if last else None
        if noun in cue_words("speakers", "bodies") or noun.endswith(_bodies()):
            place = bisect_left(self._bodies, (at,))
            name = self._bodies[place - 1][1] if place else None
            return Meaning(name, "what was named last") if name else None
        return None

    def _is_introduced(self, noun: str, at: int) -> bool:
        """Whether somebody came up before as `een man`: then `de man` is that one."""
        before = self.text[max(0, at - _REMEMBERED) : at].lower()
        if noun not in before:
            return False
        return bool(re.search(rf"\been (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", before))

    def _other(self, name: str, proper: frozenset[str]) -> bool:
        """Whether a name bears the adjective of another country than what is asked for."""
        own = {stem(word) for word in name.split()[:-1] if is_proper(word) and word.endswith("e")}
        return bool(proper and own and not own & proper)


def _of_party(noun: str) -> bool:
    """Whether a noun tells of one person of a party or body: `CDA-leider`."""
    party, _, role = noun.rpartition("-")
    person = is_noun(role) and is_person_noun(role.lower())
    return len(party) > 1 and party.isupper() and person


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(cue_words("speakers", "bodies"))


@cache
def _epithet_ends() -> tuple[str, ...]:
    return tuple(cue_words("speakers", "epithet_ends"))


def _is_person(words: list[str]) -> bool:
    """Whether a printed phrase tells of one person: `een woordvoerder van het leger`."""
    nouns = [word for word in words if is_noun(word)]
    return bool(nouns) and is_person_noun(nouns[0])


def is_person_noun(noun: str) -> bool:
    """Whether a noun for who speaks is one that `hij` or `zij` can mean."""
    if noun in cue_words("speakers", "no_people"):
        return False
    return not is_plural(noun) and not noun.endswith(_body_ends())


def is_plural(noun: str) -> bool:
    """Whether a noun for who speaks tells of more than one."""
    return noun.endswith(_plural_ends())


@cache
def _plural_ends() -> tuple[str, ...]:
    return tuple(cue_words("speakers", "plural_ends"))


@cache
def _body_ends() -> tuple[str, ...]:
    return tuple(word for word in cue_words("speakers", "no_people") if len(word) > 4)
