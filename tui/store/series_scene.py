"""What an article as a whole tells about its figures: whose, where, on what occasion, which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.store.series_lines import Line, Text, is_word
from tui.store.series_once import once
from tui.store.series_story import Story, after_dateline
from tui.store.series_words import Lexicon, lexicon, occasion_of
from tui.text.article import Article, Figure

TITLE = -1
"""The number of the headline among the sentences."""
SIDE = "side"
"""What an owner has for its thing, of whose side something is told."""
_LEAD = 3
"""So many sentences tell what an article is about."""
_OFTEN = 2
"""So often an article that does not open with them names those it is about."""
_NEAR = 3
"""So many words behind an adjective its noun may stand: `Noord-Koreaanse speciale troepen`."""


class Owner(NamedTuple):
    """Somebody's people in a text: `Noord-Koreaanse militairen`, `Noord-Koreanen`."""

    line: int
    at: int
    country: str
    printed: str
    thing: str


class Named(NamedTuple):
    """An organisation, state, place or person that a sentence names; ranked by kind."""

    rank: int
    name: str
    start: int
    actor: str
    text: str


_RANKS = {"organisation": 0, "country": 1, "place": 2, "person": 3}


class Scene:
    """An article as the background of its figures; all of it is looked up once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words: Lexicon = lexicon()
        self.text = Text(article.body, self.words.openers)
        self.title = Text(article.title or "", self.words.openers, TITLE).line(0)
        self.lead = self.text.lines(_LEAD)
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
    def head(self) -> int:
        """Where the text begins behind its dateline."""
        return after_dateline(self.article.body)

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
    def _naming(self) -> tuple[Line, ...]:
        """The headline, and the sentences that name somebody of a country."""
        return (self.title, *self.text.naming(self.words.owners))

    @once
    def owners(self) -> tuple[Owner, ...]:
        """Whose people are named, in the headline and then in the order of the text."""
        return tuple(own for own in self._sided if own.thing != SIDE)

    @once
    def _sided(self) -> tuple[Owner, ...]:
        """The same with those of whose side something is told."""
        return tuple(owner for line in self._naming for owner in self._owners(line))

    @once
    def group(self) -> str:
        """`troops` where the article is about them, else empty."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.text.having(self.words.plain_pieces)):
            for at in line.places("plain"):
                count[self.words.thing(line.lowers[at])] += _OFTEN if line.nth < _LEAD else 1
        for thing, n in count.most_common(1):
            if n >= _OFTEN or self._fights:
                return thing
        return self._group_of_owners()

    def _group_of_owners(self) -> str:
        """`troops` where headline or lead tell of somebody's units, or of a people that fights."""
        military, events = self.words.lists["whose military"], self.words.events
        for own in self.owners:
            if own.line >= _LEAD:
                break
            line = self.line(own.line)
            after = self.lead[: _LEAD - 1] if own.line == TITLE else ()
            if self._fights:
                return next(iter(self.words.plain))
            units = not military.isdisjoint(line.lowers[own.at : own.at + _NEAR + 1])
            sent = any(
                hit.name in self._war for told in (line, *after) for hit in events.find_in(told)
            )
            if units or (own.printed in self.words.peoples and sent):
                return next(iter(self.words.plain))
        return ""

    @once
    def _fights(self) -> bool:
        """Whether a word of it tells of people that fight."""
        told = self.words.lists["whose fights"]
        return any(not told.isdisjoint(line.lowers) for line in self.text.having(told))

    @once
    def is_warlike(self) -> bool:
        """Whether any word of it tells of a war, so that men can be soldiers."""
        told = self.words.lists["whose warlike"]
        lines = (self.title, *self.text.having(told))
        return self.is_war and any(not told.isdisjoint(line.lowers) for line in lines)

    @once
    def owner(self) -> Owner | None:
        """Whose people the article is about: those of the headline, else the most named."""
        count = Counter(owner.country for owner in self.owners)
        if found := [own for own in self.owners if own.line == TITLE]:
            return max(found, key=lambda owner: (count[owner.country], owner.at))
        most = max(count.values(), default=0)
        first = next((owner for owner in self.owners if count[owner.country] == most), None)
        return first or self._sender() or self._lender() or self._headed()

    @once
    def is_of_one(self) -> bool:
        """Whether the people of one country only are named in it."""
        return len({one.country for one in self.owners}) == 1

    @once
    def is_owned(self) -> bool:
        """Whether whose people it is about stands in the headline, or more than once."""
        several = [one.country for one in self.owners]
        own = self.owner
        return own is not None and (own.line == TITLE or several.count(own.country) > 1)

    def is_named(self, own: Owner, nth: int) -> bool:
        """Whether somebody is told of in the headline, up to a sentence, or more than once."""
        return own.line <= nth or self.is_often(own)

    def leads(self, own: Owner, nth: int) -> bool:
        """Whether nobody else is named as often up to a sentence."""
        count = Counter(one.country for one in self.owners if one.line <= nth)
        mine = count.pop(own.country, 0)
        return mine > max(count.values(), default=0)

    def is_often(self, own: Owner) -> bool:
        """Whether somebody's people are named more than once."""
        return sum(one.country == own.country for one in self.owners) > 1

    def owner_before(self, line: Line, at: int) -> Owner | None:
        """Whose people were named last before a word of the same sentence."""
        told = [own for own in self._sided if own.line == line.nth and own.at < at]
        return told[-1] if told else None

    @once
    def country_of(self) -> dict[str, str]:
        """The country of each place of which the article tells it: `de Russische regio Koersk`."""
        found: dict[str, str] = {}
        for line in self._naming:
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
                known = text in self._places or text in self.words.states
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
            if one.rank == _RANKS["place"] and one.start < line.starts[at]
        ]
        return max(places, default=(0, ""))[1]

    @once
    def occasion(self) -> str:
        """What the article is about as a kind of event, by the words of headline and lead."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.lead):
            for hit in self.words.occasions.find_in(line):
                if hit.at and line.nth != TITLE and line.texts[hit.at][:1].isupper():
                    continue  # a name: `raketten van het type STORM Shadow`
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

    @property
    def is_war(self) -> bool:
        """Whether those that it counts can be soldiers, and not those of a flood or a strike."""
        return self.occasion not in self.words.lists["disasters"] or self._fights

    @once
    def story(self) -> Story:
        """The names and words that tell the story apart from others."""
        return Story(self.article, self.title, self.lead, self._naming)

    @once
    def where(self) -> tuple[str, str]:
        """Where the story plays: the first place of the headline or of the lead."""
        for line in (self.title, *self.lead[:1]):
            found = self.place(line, 0, line.size)
            if found[0]:
                return found
        return "", ""

    @property
    def _war(self) -> frozenset[str]:
        return frozenset(self.words.plain.values()) | self.words.lists["joined war"]

    def _is_name(self, text: str) -> bool:
        """Whether a word behind `het Oostenrijkse` must be a name: it has a capital of its own."""
        return text[:1].isupper() and text not in self.words.adjectives

    @once
    def _places(self) -> frozenset[str]:
        kinds = ("place", "country")
        located = [actor for actor in self.article.actors if actor.type in kinds]
        told = {mention.text for actor in located for mention in actor.mentions}
        return frozenset(told.union(actor.name for actor in located))

    def _owners(self, line: Line) -> Iterator[Owner]:
        lists = self.words.lists
        people, front, sides = (lists[f"whose {name}"] for name in ("people", "front", "sides"))
        for at in line.places("owners"):
            if line.lowers[at + 1 : at + 2] == [":"]:
                continue  # `Britten: 6000 slachtoffers`
            if not front.isdisjoint(line.lowers[max(0, at - 2) : at]):
                continue  # `volgens de Britten`
            if line.texts[at] in self.words.peoples and self._speak(line, at):
                continue  # `de Britten SPREKEN van 900 man`
            text = line.texts[at]
            if country := self.words.peoples.get(text):
                yield Owner(line.nth, at, country, text, "")
            elif country := self.words.adjectives.get(text):
                for low in line.lowers[at + 1 : at + 1 + _NEAR]:
                    if low in lists["whose kinds"]:
                        continue  # `Franse MILITAIRE inlichtingendienst`
                    if not low[:1].isalpha():
                        break
                    thing = self.words.thing(low)
                    if low in sides:
                        yield Owner(line.nth, at, country, text, SIDE)
                        break
                    if thing in self.words.plain or low in people:
                        yield Owner(line.nth, at, country, text, thing)
                        break

    def _speak(self, line: Line, at: int) -> bool:
        """Whether a verb of telling stands beside a word: `denken DE BRITTEN`."""
        lists, lowers = self.words.lists, line.lowers
        first = at - 1 if at and lowers[at - 1] in lists["joined articles"] else at
        if first and lowers[first - 1] in lists["where prepositions"]:
            return False  # `VOOR de Britten noemde hij 900`
        hits = self.words.hints["tells"].find_in(line)
        if any(hit.at in (at + 1, first - 1) for hit in hits):
            return True
        beside = (*lowers[at + 1 : at + 2], *lowers[max(0, first - 1) : first])
        return not lists["whose speaks"].isdisjoint(beside)

    def _lender(self) -> Owner | None:
        """The state right before the first soldiers: `dat Pyongyang nieuwe troepen klaarmaakt`."""
        behind = self.words.lists["where prepositions"]
        for line in self.lead:
            for at in line.places("plain"):
                first = max(0, at - _NEAR)
                if at and line.lowers[at - 1] in self.words.lists["whose own"]:
                    first = 0  # `Spanje bevestigt dat ZIJN militairen …`
                for k in range(at - 1, first - 1, -1):
                    if not is_word(line.texts[k]) or line.lowers[k] in behind:
                        break  # `Spanje helpt Frankrijk MET soldaten`
                    country = self.words.states.get(line.texts[k])
                    if country and not (k and line.lowers[k - 1] in behind):
                        thing = self.words.thing(line.lowers[at])
                        return Owner(line.nth, at, country, line.texts[k], thing)
        return None

    def _headed(self) -> Owner | None:
        """The state that opens the headline of an article about troops, where it tells nothing."""
        title = self.title
        follows = title.lowers[1:2]
        others = self.words.lists["whose gets"] | self.words.lists["whose speaks"] | {":"}
        if not self.group or not title.size or not others.isdisjoint(follows):
            return None
        country = self.words.states.get(title.texts[0])
        return Owner(TITLE, 0, country, title.texts[0], "") if country else None

    def _sender(self) -> Owner | None:
        """The first state of the headline, where nobody's people are named: `X stuurt troepen`."""
        title = self.title
        if self._war.isdisjoint(hit.name for hit in self.words.events.find_in(title)):
            return None
        for at, text in enumerate(title.texts[:4]):
            if country := self.words.states.get(text):
                follows = title.lowers[at + 1 : at + 2]
                others = self.words.lists["whose gets"] | self.words.lists["whose speaks"]
                if follows and follows[0] != ":" and follows[0] not in others:
                    return Owner(TITLE, at, country, text, "")
        return None
