"""What an article as a whole tells about its figures: whose, where, on what occasion, which."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from tui.store.series_lines import Line, Text
from tui.store.series_once import once
from tui.store.series_owners import LEAD, TITLE, Owners
from tui.store.series_story import Story, after_dateline
from tui.store.series_words import Lexicon, lexicon, occasion_of
from tui.text.article import Article, Figure
from tui.text.numbers import word_value


class Named(NamedTuple):
    """An organisation, state, place or person that a sentence names; ranked by kind."""

    rank: int
    name: str
    start: int
    actor: str
    text: str


_LONG_AGO = 5
"""So many years ago other soldiers were sent."""
_EARLIEST = 2005
"""A page without any date of its own is not older."""
_ENTRY = re.compile(r"(?m)^(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d)")
_COMPOUND = re.compile(r"-[a-z]\w*$")
_ENTRIES = 3
"""So many paragraphs that open with the time of day make a liveblog."""
_RANKS = {"organisation": 0, "country": 1, "place": 2, "person": 3}


class Scene:
    """An article as the background of its figures; all of it is looked up once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words: Lexicon = lexicon()
        self.text = Text(article.body, self.words.openers)
        self.title = Text(article.title or "", self.words.openers, TITLE).line(0)
        self.lead = self.text.lines(LEAD)
        speakers = {
            word
            for claim in article.claims
            for word in f"{claim.speaker} {claim.speaker_text}".split()
        }
        self.owners = Owners(self.text, self.title, self.lead, self.words, frozenset(speakers))
        self.at: list[int] = [self.text.nth_at(figure.start) for figure in article.figures]

    def line(self, nth: int) -> Line:
        """A sentence by its number, or the headline."""
        return self.title if nth == TITLE else self.text.line(nth)

    def is_row(self, line: Line) -> bool:
        """Whether a sentence is a row of a table: `Zuid-Korea | 18 oktober | 1500`."""
        if "|" not in line.lowers:
            return False
        text = self.article.body[line.start : line.end]
        cells = text.split("|")
        return any(one[-1:].isspace() and two[:1].isspace() for one, two in pairwise(cells))

    @once
    def heading(self) -> tuple[str, str]:
        """Who speaks in the headline and what is said: `Seoul: eerste 1500 soldaten`."""
        speaker, _, said = (self.article.title or "").partition(":")
        return speaker.strip(), said

    @once
    def headline_numbers(self) -> frozenset[float]:
        """The numbers of the headline, of digits or one word."""
        lows = (low.replace(".", "") for low in self.title.lowers)
        read = (float(low) if low.isdecimal() else word_value(low) for low in lows)
        return frozenset(value for value in read if value is not None)

    @once
    def head(self) -> int:
        """Where the text begins behind its dateline."""
        return after_dateline(self.article.body)

    @once
    def asks(self) -> bool:
        """Whether a word of its text asks how many."""
        low = self.article.body.lower()
        return any(word in low for word in self.words.lists["asks"])

    @once
    def shares(self) -> list[Figure]:
        """Its figures that are shares."""
        return [figure for figure in self.article.figures if figure.kind == "share"]

    @once
    def days(self) -> dict[int, str]:
        """The first day that each sentence names."""
        found: dict[int, str] = {}
        for date in self.article.dates:
            nth = self.text.nth_at(date.start)
            if date.first and date.start < self.text.spans[nth][1]:
                found.setdefault(nth, date.first)
        return found

    @once
    def long_ago(self) -> frozenset[int]:
        """The sentences that name a year long before the article, by its own day or its last."""
        dates = [(date, date.last or date.first or "") for date in self.article.dates]
        years = [int(day[:4]) for _, day in dates if day[:4].isdecimal()]
        today = max([_EARLIEST, *years])
        if self.article.published:
            today = int(self.article.published[:4])
        return frozenset(
            self.text.nth_at(date.start)
            for date, day in dates
            if day[:4].isdecimal() and today - int(day[:4]) >= _LONG_AGO
        )

    @once
    def figures_of(self) -> dict[int, list[int]]:
        """The numbers of the figures in each sentence that has any."""
        found: dict[int, list[int]] = {}
        for nth, line in enumerate(self.at):
            found.setdefault(line, []).append(nth)
        return found

    @once
    def named(self) -> dict[int, list[Named]]:
        """What each sentence names, organisations first, then in the order of the text."""
        found: dict[int, list[Named]] = {}
        for actor in self.article.actors:
            if actor.described:
                continue
            name, rank = self.words.states.get(actor.name, actor.name), _RANKS[actor.type]
            for mention in actor.mentions:
                nth = self.text.nth_at(mention.start)
                if mention.start < self.text.spans[nth][1]:
                    told = Named(rank, name, mention.start, actor.name, mention.text)
                    found.setdefault(nth, []).append(told)
        for told_there in found.values():
            told_there.sort(key=lambda one: (one.rank, one.start))
        return found

    @once
    def is_warlike(self) -> bool:
        """Whether any word of it tells of a war, so that men can be soldiers."""
        told = self.words.lists["whose warlike"]
        lines = (self.title, *self.text.having(told))
        return self.is_war and any(not told.isdisjoint(line.lowers) for line in lines)

    @once
    def country_of(self) -> dict[str, str]:
        """The country of each region, and of each place of which the article tells it."""
        known = self.words.regions
        found = {place: known[place] for place in self.places if place in known}
        return found | self._told_countries

    @once
    def _told_countries(self) -> dict[str, str]:
        """The country of each place that is told with one: `de Russische regio Koersk`."""
        found: dict[str, str] = {}
        for line in self.owners.naming:
            kinds = line.places("where kinds")
            for at in line.places("adjectives"):
                country = self.words.adjectives.get(line.texts[at])
                kind = next((k for k in kinds if at < k < at + 3), None)
                if country is None or kind is None or kind + 1 == line.size:
                    continue
                place = line.texts[kind + 1]
                if place[:1].isupper() and place not in self.words.states:
                    found.setdefault(place, country)
        return found

    @once
    def regions(self) -> frozenset[str]:
        """The places that are known for a region, or told to be one: `de grensREGIO Soemy`."""
        return self.told_regions | self.places.intersection(self.words.regions)

    @once
    def told_regions(self) -> frozenset[str]:
        """The places that the article itself tells to be a region."""
        kinds = self.words.lists["where regions"]
        return frozenset(
            line.texts[at + 1]
            for line in (self.title, *self.text.having(kinds))
            for at in line.places("where kinds")
            if line.lowers[at] in kinds and at + 1 < line.size and self._is_name(line.texts[at + 1])
        )

    def is_spot(self, place: str) -> bool:
        """Whether it is the name of a place that is no region and no country."""
        known = place in self.places and place not in self.words.states
        return known and place not in self.told_regions and place not in self._told_countries

    def _country(self, place: str, told: str) -> str:
        return self.words.states.get(place) or self.country_of.get(place, told)

    def place(self, line: Line, first: int, stop: int) -> tuple[str, str]:
        """The first place named in a stretch of words, and its country; both may be empty."""
        away, kinds = self.words.lists["where not_behind"], self.words.lists["where kinds"]
        for at in line.places("where before", first, stop):
            if not away.isdisjoint(line.lowers[max(0, at - 2) : at]):
                continue
            if line.lowers[at + 1 : at + 2] and (named := self._known_place(line, at + 1)):
                return named, self._country(named, "")
            told, kind = "", False
            for k in range(at + 1, min(stop, at + 5)):
                text, low = line.texts[k], line.lowers[k]
                if told and low in self.words.lists["where broad"]:
                    return told, told  # `het Russische Verre OOSTEN`
                known = text in self.places or text in self.words.states
                if known or (told and self._is_name(text)):
                    return text, self._country(text, told)
                if country := self.words.adjectives.get(text):
                    told = country
                elif low in kinds and told:
                    kind = True
                elif low not in self.words.function and low not in kinds:
                    break
            if told and kind:
                return told, told
        for at in line.places("where for", first, stop):
            if line.lowers[at + 1 : at + 2] and (named := self._known_place(line, at + 1)):
                return named, self._country(named, "")
            if (text := "".join(line.texts[at + 1 : at + 2])) in self.regions:
                return text, self._country(text, "")  # `een getal van 900 VOOR SOEMY`
        return "", ""

    def _known_place(self, line: Line, at: int) -> str:
        """The place last named where one points back at it: `in DIE REGIO`."""
        lists, lowers = self.words.lists, line.lowers
        if lowers[at] not in lists["where known"]:
            return ""
        kind, name = lowers[at + 1 : at + 2], line.texts[at + 2 : at + 3]
        if lists["where kinds"].isdisjoint(kind) or any(map(self._is_name, name)):
            return ""
        places = [
            (one.start, one.name)
            for nth, told in self.named.items()
            if nth <= line.nth
            for one in told
            if one.rank == _RANKS["place"]
            and one.start < line.starts[at]
            and one.name not in self.words.states
        ]
        regions = [told for told in places if told[1] in self.regions]
        return max(regions or places, default=(0, ""))[1]

    @once
    def entries(self) -> list[int]:
        """Where the entries of a liveblog begin: `16.02 uur - Drie doden in Soemy`; else none."""
        found = [match.start() for match in _ENTRY.finditer(self.article.body)]
        return found if len(found) >= _ENTRIES else []

    def is_told_in_entry(self, country: str, offset: int) -> bool:
        """Whether the entry of a liveblog tells of a country; True where there are no entries.

        It is True as well for no country, and where none of them does: the steps of one event,
        under its headline.
        """
        after = bisect_right(self.entries, offset) if country else 0
        if not after or country in self._told_in_entries[after - 1]:
            return True
        return all(country not in told for told in self._told_in_entries)

    @once
    def _told_in_entries(self) -> list[frozenset[str]]:
        """The countries that each entry names, or the people of."""
        of = (self.words.states, self.words.adjectives, self.words.peoples)
        found = []
        for start, stop in pairwise((*self.entries, len(self.article.body))):
            lines = range(self.text.nth_at(start), self.text.nth_at(stop - 1) + 1)
            texts = [text for nth in lines for text in self.line(nth).texts]
            found.append(frozenset(some[text] for text in texts for some in of if text in some))
        return found

    @once
    def occasion(self) -> str:
        """What the article is about as a kind of event, by the words of headline and lead."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.lead):
            for hit in self.words.occasions.find_in(line):
                if hit.at and line.nth != TITLE and line.texts[hit.at][:1].isupper():
                    continue  # a name: `raketten van het type STORM Shadow`
                if self._is_make(line, hit.at, hit.end):
                    continue
                count[hit.name] += 3 if line.nth == TITLE else 1
            for at in line.places("occasion ends"):
                text = line.texts[at]
                if text.isupper() or (at and text[:1].isupper()):
                    continue  # `BOEDAPEST (ANP)`
                count[occasion_of(line.lowers[at])] += 2 if line.nth == TITLE else 1
        special = [(n, name) for name, n in count.items() if name != "war"]
        if special:
            return max(special, key=lambda item: (item[0], item[1]))[1]
        return "war" if count else ""

    def _is_make(self, line: Line, at: int, end: int) -> bool:
        """Whether words open the name of a make: `STORM Shadow`, with `Storm Shadow-raketten`."""
        name = _COMPOUND.sub("", " ".join(line.texts[at : end + 1]))
        return line.texts[at][:1].isupper() and f"{name}-" in self.article.body

    @property
    def is_war(self) -> bool:
        """Whether those that it counts can be soldiers, and not those of a flood or a strike."""
        return self.occasion not in self.words.lists["disasters"] or self.owners.fights

    @once
    def story(self) -> Story:
        """The names and words that tell the story apart from others."""
        people = self.words.owners & self.text.capitals
        return Story(self.article, self.title, self.lead, people)

    @once
    def where(self) -> tuple[str, str]:
        """Where the story plays: the first place of the headline or of the lead."""
        for line in (self.title, *self.lead[:1]):
            found = self.place(line, 0, line.size)
            if found[0]:
                return found
        return "", ""

    def _is_name(self, text: str) -> bool:
        """Whether a word behind `het Oostenrijkse` must be a name: it has a capital of its own."""
        return text[:1].isupper() and text not in self.words.adjectives

    @once
    def names(self) -> frozenset[str]:
        """The words of the names of all who are mentioned."""
        told = (mention.text for actor in self.article.actors for mention in actor.mentions)
        return frozenset(word for text in told for word in text.split())

    @once
    def places(self) -> frozenset[str]:
        """The names of places and countries as they are printed."""
        kinds = ("place", "country")
        located = [actor for actor in self.article.actors if actor.type in kinds]
        told = {mention.text for actor in located for mention in actor.mentions}
        return frozenset(told.union(actor.name for actor in located))
