"""What an article as a whole tells about its figures: whose, where, on what occasion, which."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from tui.store.series_lines import Line, line_of
from tui.store.series_story import Story
from tui.store.series_words import Lexicon, lexicon
from tui.text.article import Article
from tui.text.sentences import sentences
from tui.text.tokens import Token

TITLE = -1
"""The number of the headline among the sentences."""
_LEAD = 3
"""So many sentences tell what an article is about."""
_OFTEN = 2
"""So often an article that does not open with them names those it is about."""
_NEAR = 3
"""So many words behind an adjective its noun may stand: `Noord-Koreaanse speciale troepen`."""
_ROW = re.compile(r"\s\|\s")


class Owner(NamedTuple):
    """Somebody's people in a text: `Noord-Koreaanse militairen`, `Noord-Koreanen`."""

    line: int
    at: int
    country: str
    printed: str
    thing: str


class Scene:
    """An article as the background of its figures; all of it is looked up once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words: Lexicon = lexicon()
        body = article.body
        self.lines = tuple(
            line_of(nth, body[start:end], start) for nth, (start, end) in enumerate(sentences(body))
        )
        self.title = line_of(TITLE, article.title or "", 0)
        self._starts = [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The sentence that an offset in the body stands in."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def is_row(self, line: Line) -> bool:
        """Whether a sentence is a row of a table: `Zuid-Korea | 18 oktober | 1500`."""
        return bool(_ROW.search(self.article.body, line.start, line.end))

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """Whose people are named, in the headline and then in the order of the text."""
        return tuple(owner for line in (self.title, *self.lines) for owner in self._owners(line))

    @cached_property
    def group(self) -> str:
        """`troops` where the article is about them, else empty."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.lines):
            about = line.nth < _LEAD
            for token in line.tokens:
                thing = self.words.thing(token.lower) if token.kind == "word" else ""
                if thing in self.words.plain:
                    count[thing] += _OFTEN if about else 1
        found = next((thing for thing, n in count.most_common(1) if n >= _OFTEN), "")
        return found or self._group_of_owners()

    def _group_of_owners(self) -> str:
        """`troops` where headline or lead tell of somebody's units, or of a people that fights."""
        military, events = self.words.lists["whose military"], self.words.events
        for own in self.owners:
            if own.line >= _LEAD:
                break
            line = self.title if own.line == TITLE else self.lines[own.line]
            after = self.lines[: _LEAD - 1] if own.line == TITLE else ()
            units = not military.isdisjoint(line.lowers[own.at : own.at + _NEAR + 1])
            sent = any(
                hit.name in self._war for told in (line, *after) for hit in events.find(told.lowers)
            )
            if units or (own.printed in self.words.peoples and sent):
                return next(iter(self.words.plain))
        return ""

    @cached_property
    def owner(self) -> Owner | None:
        """Whose people the article is about: those of the headline, else the most named."""
        count = Counter(owner.country for owner in self.owners)
        if self.title.tokens and (found := self._owners(self.title)):
            return max(found, key=lambda owner: (count[owner.country], owner.at))
        most = max(count.values(), default=0)
        first = next((owner for owner in self.owners if count[owner.country] == most), None)
        return first or self._sender() or self._lender()

    def owner_before(self, line: Line, at: int) -> Owner | None:
        """Whose people were named last before a word of the same sentence."""
        told = [own for own in self.owners if own.line == line.nth and own.at < at]
        return told[-1] if told else None

    @cached_property
    def country_of(self) -> dict[str, str]:
        """The country of each place of which the article tells it: `de Russische regio Koersk`."""
        found = dict(self.words.states)
        kinds = self.words.lists["where kinds"]
        for line in (self.title, *self.lines):
            for at, token in enumerate(line.tokens):
                country = self.words.adjectives.get(token.text)
                if country is None:
                    continue
                kind = next(
                    (k for k in range(at + 1, min(at + 3, len(line.tokens)))
                     if line.lowers[k] in kinds), None,
                )  # fmt: skip
                if kind is not None and kind + 1 < len(line.tokens):
                    place = line.tokens[kind + 1].text
                    if place[:1].isupper():
                        found.setdefault(place, country)
        return found

    def place(self, line: Line, first: int, stop: int) -> tuple[str, str]:
        """The first place named in a stretch of words, and its country; both may be empty."""
        before, away = self.words.lists["where before"], self.words.lists["where not_behind"]
        kinds = self.words.lists["where kinds"]
        for at in range(first, stop):
            if line.lowers[at] not in before or not away.isdisjoint(
                line.lowers[max(0, at - 2) : at]
            ):
                continue
            told, kind = "", False
            for token in line.tokens[at + 1 : min(stop, at + 5)]:
                if token.text in self._places or (told and self._is_name(token)):
                    return token.text, self.country_of.get(token.text, told)
                if country := self.words.adjectives.get(token.text):
                    told = country
                elif token.lower in kinds and told:
                    kind = True
                elif token.lower not in self.words.function and token.lower not in kinds:
                    break
            if told and kind:
                return told, told
        return "", ""

    @cached_property
    def occasion(self) -> str:
        """What the article is about as a kind of event, by the words of headline and lead."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.lines[:_LEAD]):
            for hit in self.words.occasions.find(line.lowers):
                count[hit.name] += 3 if line.nth == TITLE else 1
            for low in line.lowers:
                if name := self.words.occasion_of(low):
                    count[name] += 2 if line.nth == TITLE else 1
        special = [(n, name) for name, n in count.items() if name != "war"]
        if special:
            return max(special, key=lambda item: (item[0], item[1]))[1]
        return "war" if count else ""

    @cached_property
    def story(self) -> Story:
        """The names and words that tell the story apart from others."""
        return Story(self.article, self.title, self.lines[:_LEAD])

    @cached_property
    def where(self) -> tuple[str, str]:
        """Where the story plays: the first place of the headline or of the lead."""
        for line in (self.title, *self.lines[:1]):
            found = self.place(line, 0, len(line.tokens))
            if found[0]:
                return found
        return "", ""

    @property
    def _war(self) -> frozenset[str]:
        return frozenset(self.words.plain.values()) | self.words.lists["joined war"]

    def _is_name(self, token: Token) -> bool:
        """Whether a word behind `het Oostenrijkse` must be a name: it has a capital of its own."""
        return token.text[:1].isupper() and token.text not in self.words.adjectives

    @property
    def _people(self) -> frozenset[str]:
        return self.words.lists["whose people"]

    @cached_property
    def _places(self) -> frozenset[str]:
        kinds = ("place", "country")
        named = {actor.name for actor in self.article.actors if actor.type in kinds}
        told = {
            mention.text
            for actor in self.article.actors
            if actor.type in kinds
            for mention in actor.mentions
        }
        return frozenset(named | told | self.words.states.keys())

    def _owners(self, line: Line) -> list[Owner]:
        found = []
        for at, token in enumerate(line.tokens):
            speaks = line.lowers[at + 1 : at + 2] == (":",)
            if speaks:
                continue  # `Britten: 6000 slachtoffers`
            if country := self.words.peoples.get(token.text):
                found.append(Owner(line.nth, at, country, token.text, ""))
            elif country := self.words.adjectives.get(token.text):
                for other in line.tokens[at + 1 : at + 1 + _NEAR]:
                    thing = self.words.thing(other.lower) if other.kind == "word" else ""
                    if thing in self.words.plain or other.lower in self._people:
                        found.append(Owner(line.nth, at, country, token.text, thing))
                        break
        return found

    def _lender(self) -> Owner | None:
        """The state right before the first soldiers: `dat Pyongyang nieuwe troepen klaarmaakt`."""
        for line in self.lines[:_LEAD]:
            for at, low in enumerate(line.lowers):
                if self.words.thing(low) not in self.words.plain:
                    continue
                for token in line.tokens[max(0, at - _NEAR) : at][::-1]:
                    if token.kind != "word":
                        break
                    if country := self.words.states.get(token.text):
                        return Owner(line.nth, at, country, token.text, "")
        return None

    def _sender(self) -> Owner | None:
        """The first state of the headline, where nobody's people are named: `X stuurt troepen`."""
        hits = self.words.events.find(self.title.lowers)
        if self._war.isdisjoint(hit.name for hit in hits):
            return None
        for at, token in enumerate(self.title.tokens[:4]):
            if country := self.words.states.get(token.text):
                follows = self.title.lowers[at + 1 : at + 2]
                if follows and follows[0] != ":":
                    return Owner(TITLE, at, country, token.text, "")
        return None
