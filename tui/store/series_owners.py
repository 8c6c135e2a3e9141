"""Whose people an article tells of, and whether it is about soldiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.store.series_lines import Line, Text, is_word
from tui.store.series_once import once
from tui.store.series_words import Lexicon

TITLE = -1
"""The number of the headline among the sentences."""
SIDE = "side"
"""What an owner has for its thing, of whose side something is told."""
LEAD = 3
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


class Owners:
    """Those of whose people a text tells: in the headline, in its lead, further on."""

    def __init__(
        self,
        text: Text,
        title: Line,
        lead: Sequence[Line],
        words: Lexicon,
        speakers: frozenset[str] = frozenset(),
    ) -> None:
        """`speakers` are the words of the names of all who say something in it."""
        self.speakers = speakers
        self.words = words
        self.text = text
        self.title = title
        self.lead = lead
        self._known: dict[int, tuple[Owner, ...]] = {}

    @once
    def naming(self) -> tuple[Line, ...]:
        """The headline, and the sentences that name somebody of a country."""
        return (self.title, *self.text.naming(self.words.owners))

    @once
    def all(self) -> tuple[Owner, ...]:
        """Whose people are named, in the headline and then in the order of the text.

        A people that only speaks is not meant where another one is named: `de AMERIKANEN zeggen …`.
        """
        found = tuple(own for line in self.naming for own in self._in(line) if own.thing != SIDE)
        return tuple(own for own in found if not self.speaks(own)) or found

    def speaks(self, own: Owner) -> bool:
        """Whether a people is named as one that speaks, and not for its soldiers."""
        return own.thing in ("", self.words.army) and own.printed in self.speakers

    @once
    def group(self) -> str:
        """`troops` where the article is about them, else empty."""
        count: Counter[str] = Counter()
        for line in (self.title, *self.text.having(self.words.plain_pieces)):
            for at in line.places("plain"):
                count[self.words.thing(line.lowers[at])] += _OFTEN if line.nth < LEAD else 1
        for thing, n in count.most_common(1):
            if n >= _OFTEN or self.fights:
                return thing
        return self._group_of_owners()

    def _group_of_owners(self) -> str:
        """`troops` where headline or lead tell of somebody's units, or of a people that fights."""
        military, events = self.words.lists["whose military"], self.words.events
        told = (own for line in (self.title, *self.lead) for own in self._in(line))
        for own in told:
            if own.thing == SIDE:
                continue
            line = self._line(own.line)
            after = self.lead[: LEAD - 1] if own.line == TITLE else ()
            if self.fights:
                return next(iter(self.words.plain))
            units = not military.isdisjoint(line.lowers[own.at : own.at + _NEAR + 1])
            sent = any(
                hit.name in self._war for told in (line, *after) for hit in events.find_in(told)
            )
            if units or (own.printed in self.words.peoples and sent):
                return next(iter(self.words.plain))
        return ""

    @once
    def fights(self) -> bool:
        """Whether a word of it tells of people that fight."""
        told = self.words.lists["whose fights"]
        return any(not told.isdisjoint(line.lowers) for line in self.text.having(told))

    @once
    def main(self) -> Owner | None:
        """Whose people the article is about: those of the headline, else the most named."""
        count = Counter(owner.country for owner in self.all)
        if found := [own for own in self.all if own.line == TITLE and not self._heads(own)]:
            return max(found, key=lambda owner: (count[owner.country], owner.at))
        most = max(count.values(), default=0)
        first = next((owner for owner in self.all if count[owner.country] == most), None)
        sender = self._sender() or self._opener()
        once_only = first is not None and most == 1 and first.line >= LEAD
        if ours := self._ours():
            return ours
        spoken = first is not None and sender is not None and self.speaks(first)
        if first is None or once_only or spoken or (sender and sender.country == first.country):
            return sender or self._lender() or self._headed()
        return first

    def _heads(self, own: Owner) -> bool:
        """Whether it is who speaks in the headline: `FRANS LEGER: 900 man`, with others named."""
        speaks = own.thing in ("", self.words.army) and ":" in self.title.lowers[own.at :]
        return speaks and any(one.country != own.country for one in self.all)

    @once
    def is_of_one(self) -> bool:
        """Whether the people of one country only are named in it."""
        return len({one.country for one in self.all}) == 1

    @once
    def is_owned(self) -> bool:
        """Whether whose people it is about stands in the headline, or more than once."""
        several = [one.country for one in self.all]
        own = self.main
        return own is not None and (own.line == TITLE or several.count(own.country) > 1)

    def others(self, country: str) -> bool:
        """Whether soldiers are named, and none of a country."""
        named = {own.country for own in self.all if own.thing in self.words.plain}
        return bool(named) and country not in named

    def is_named(self, own: Owner, nth: int) -> bool:
        """Whether somebody is told of in the headline, up to a sentence, or more than once."""
        return own.line <= nth or self.is_often(own)

    def leads(self, own: Owner, nth: int) -> bool:
        """Whether nobody else is named as often up to a sentence."""
        count = Counter(one.country for one in self.all if one.line <= nth)
        mine = count.pop(own.country, 0)
        return mine > max(count.values(), default=0)

    def is_often(self, own: Owner) -> bool:
        """Whether somebody's people are named more than once."""
        return sum(one.country == own.country for one in self.all) > 1

    def before(self, line: Line, at: int) -> Owner | None:
        """Whose people were named last before a word of the same sentence."""
        agent = self.words.lists["whose agent"]
        told = [
            own
            for own in self._in(line)
            if own.at < at and agent.isdisjoint(line.lowers[max(0, own.at - 2) : own.at])
        ]
        return told[-1] if told else None

    @property
    def _war(self) -> frozenset[str]:
        return frozenset(self.words.plain.values()) | self.words.lists["joined war"]

    def _in(self, line: Line) -> tuple[Owner, ...]:
        """Whose people a line names, with those of whose side something is told; found once."""
        found = self._known.get(line.nth)
        if found is None:
            found = self._known[line.nth] = tuple(self._found(line))
        return found

    def _found(self, line: Line) -> Iterator[Owner]:
        lists = self.words.lists
        titled = line.lowers if line.nth == TITLE else ()
        units = [at for at, low in enumerate(titled) if low in lists["whose people"]]
        for at in sorted({*line.places("plain"), *units}):
            of = lists["joined of"].intersection(line.lowers[at + 1 : at + 2])
            if of and (country := self.words.states.get("".join(line.texts[at + 2 : at + 3]))):
                thing = self.words.thing(line.lowers[at])
                yield Owner(line.nth, at, country, line.texts[at + 2], thing)
        people, front, sides = (lists[f"whose {name}"] for name in ("people", "front", "sides"))
        corps = tuple(lists["whose corps"]) if line.nth == TITLE else ()
        for at in line.places("owners"):
            if line.lowers[at + 1 : at + 2] == [":"]:
                continue  # `Britten: 6000 slachtoffers`
            if not front.isdisjoint(line.lowers[max(0, at - 2) : at]):
                continue  # `volgens de Britten`
            if line.texts[at] in self.words.peoples and self._speak(line, at):
                continue  # `de Britten SPREKEN van 900 man`
            text = line.texts[at]
            if text in self.words.peoples and self._is_one(line, at):
                continue  # `met de AMERIKAAN Lex Fridman`
            if country := self.words.peoples.get(text):
                yield Owner(line.nth, at, country, text, "")
            elif country := self.words.adjectives.get(text):
                for k in range(at + 1, min(line.size, at + 1 + _NEAR)):
                    low = line.lowers[k]
                    if low in lists["whose kinds"]:
                        continue  # `Franse MILITAIRE inlichtingendienst`
                    if not low[:1].isalpha():
                        break
                    thing = self.words.thing(low)
                    if thing in self.words.plain and low[-1:] not in "ns":
                        break  # `een hoge Amerikaanse MILITAIR` is one man
                    if low in sides:
                        yield Owner(line.nth, at, country, text, SIDE)
                        break
                    if thing in self.words.plain or low in people or line.texts[k].endswith(corps):
                        yield Owner(line.nth, at, country, text, thing)
                        break

    def _is_one(self, line: Line, at: int) -> bool:
        """Whether a name stands right behind a word for a people: then it is one man."""
        name = "".join(line.texts[at + 1 : at + 2])
        return name[:1].isupper() and name[1:].islower() and name not in self.words.states

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
        for line in self.lead:
            for at in line.places("plain"):
                k = self._before(line, at)
                k = self._opening(line, at) if k < 0 else k
                if k >= 0:
                    text, thing = line.texts[k], self.words.thing(line.lowers[at])
                    return Owner(line.nth, at, self.words.states[text], text, thing)
        return None

    def _before(self, line: Line, at: int) -> int:
        """The place of the state right before soldiers, -1 where there is none."""
        behind = self.words.lists["where prepositions"]
        first = max(0, at - _NEAR)
        if at and line.lowers[at - 1] in self.words.lists["whose own"]:
            first = 0  # `Spanje bevestigt dat ZIJN militairen …`
        for k in range(at - 1, first - 1, -1):
            if not is_word(line.texts[k]) or line.lowers[k] in behind:
                break  # `Spanje helpt Frankrijk MET soldaten`
            if line.texts[k] in self.words.states and not (k and line.lowers[k - 1] in behind):
                return k
        return -1

    def _opening(self, line: Line, at: int) -> int:
        """That of one that opens a clause and sends them: `dat SPANJE nu al TROEPEN inzet`."""
        that, sends = self.words.lists["that"], self.words.plain.values()
        if not any(hit.at > at and hit.name in sends for hit in self.words.events.find_in(line)):
            return -1
        places = (k for k in range(at - 1, 0, -1) if line.lowers[k - 1] in that)
        return next((k for k in places if line.texts[k] in self.words.states), -1)

    def _ours(self) -> Owner | None:
        """The state whose words a headline gives of its own: `Rome erkent: ONZE soldaten …`."""
        lowers, ours = self.title.lowers, self.words.lists["whose ours"]
        colon = lowers.index(":") if ":" in lowers else 0
        if ours.isdisjoint(lowers[colon + 1 : colon + 1 + _NEAR]):
            return None
        for at in range(colon - 1, -1, -1):
            if country := self.words.states.get(self.title.texts[at]):
                return Owner(TITLE, at, country, self.title.texts[at], "")
        return None

    def _headed(self) -> Owner | None:
        """The state that opens the headline of an article about troops, where it tells nothing."""
        title = self.title
        others = self.words.lists["whose gets"] | self.words.lists["whose speaks"] | {":"}
        if not self.group or not title.size:
            return None
        colon = title.lowers.index(":") + 1 if ":" in title.lowers else 0
        said = any(text in self.words.states for text in title.texts[colon:])
        for at in sorted({colon} if said else {0, colon}):
            country = self.words.states.get("".join(title.texts[at : at + 1]))
            if country and others.isdisjoint(title.lowers[at + 1 : at + 2]):
                return Owner(TITLE, at, country, title.texts[at], "")
        of = self.words.lists["joined of"]
        told = [at for at, text in enumerate(title.texts) if text in self.words.states]
        if told and title.lowers[told[0] - 1] in of:  # `de granaten VAN KIM`
            text = title.texts[told[0]]
            return Owner(TITLE, told[0], self.words.states[text], text, "")
        return None

    def _sender(self) -> Owner | None:
        """The first state of the headline, where nobody's people are named: `X stuurt troepen`."""
        title = self.title
        if self._war.isdisjoint(hit.name for hit in self.words.events.find_in(title)):
            return None
        sent = self._sends(title)
        colon = title.lowers.index(":") if ":" in title.lowers else -1
        for at, text in enumerate(title.texts):
            if at < colon:
                continue  # `Rome en Parijs: SPANJE moet weg`, `Rome waarschuwt: …`
            if at > _NEAR and at not in sent:
                continue
            if country := self.words.states.get(text):
                follows = title.lowers[at + 1 : at + 2]
                others = self.words.lists["whose gets"] | self.words.lists["whose speaks"]
                if self._wants(title, at):
                    return Owner(TITLE, at, country, text, "")
                if follows and follows[0] != ":" and follows[0] not in others:
                    return Owner(TITLE, at, country, text, "")
        return None

    def _wants(self, line: Line, at: int) -> bool:
        """Whether one wants to send, told at the end: `SPANJE WIL 900 man naar Ginds STUREN`."""
        wants, sends = self.words.lists["whose wants"], self.words.plain.values()
        last = self.words.events.find_in(line)[-1:]
        return any(hit.name in sends for hit in last) and not wants.isdisjoint(
            line.lowers[at + 1 : at + 2]
        )

    def _opener(self) -> Owner | None:
        """The state that opens a lead and sends its own: `SPANJE heeft weer TROEPEN gezonden`."""
        speaks = self.words.lists["whose speaks"]
        for line in self.lead[:LEAD]:
            sent = {hit.name for hit in self.words.events.find_in(line)}
            told = line.places("plain")
            if not told or sent.isdisjoint(self.words.plain.values()):
                continue
            places = [*self._sends(line), *([] if speaks.intersection(line.lowers[1:2]) else [0])]
            for at in places:
                if country := self.words.states.get("".join(line.texts[at : at + 1])):
                    thing = self.words.thing(line.lowers[next(iter(told))])
                    return Owner(line.nth, at, country, line.texts[at], thing)
        return None

    def _sends(self, line: Line) -> list[int]:
        """Where a word stands right before a verb of sending: `…: SPANJE stuurt troepen`."""
        sends = self.words.plain.values()
        behind = self.words.lists["where prepositions"]
        return [
            hit.at - 1
            for hit in self.words.events.find_in(line)
            if hit.name in sends and hit.at and line.texts[hit.at - 1] in self.words.states
            and behind.isdisjoint(line.lowers[max(0, hit.at - 2) : hit.at - 1])
        ]  # fmt: skip

    def _line(self, nth: int) -> Line:
        return self.title if nth == TITLE else self.text.line(nth)
