"""A figure, and what those before it tell of it where its own words leave it out."""

from __future__ import annotations

from math import log10

from tui.store.series_lines import Line
from tui.store.series_once import once
from tui.store.series_place import BETWEEN, PAIR, Place, Sense, size

__all__ = ["Sense", "Spot", "size"]

_BACK = 3
"""So many sentences before it a figure without a noun may find what it counts."""
_FARTHER = 0.2
"""The last but one is as far as one that differs by so many powers of ten more."""
_ALIKE = 0.5
"""So many powers of ten two estimates of one thing differ in one paragraph at most."""
_RATIO = 40
"""It is not so many times smaller or larger than the figure that it goes on from."""
_MEASURES = ("measure", "percent", "money")
_MUCH_ALIKE = 0.3
"""So many powers of ten they differ at most in two sentences on end."""
_LIKE = 10
"""A number so many times as large or small as what was measured before it is of something else."""
_RANGE = 5
"""So many words before a number `dan` sets it beside something: `dan de schatting van 900`."""
_OPENING = 12
"""So many characters of a sentence hold its first two words: `onder hen de`."""
_VERBS = 2
"""So many verbs end the clause of a number at most."""
_EXACT = 1_000
"""A number from here on is hardly told twice of two things."""
_TOLD = 100
"""A number from here on that stands in an article twice is most often of the same thing."""


class Spot(Place):
    """A figure of which more is told by those before it: the last that it goes on from."""

    def still(self, family: str) -> int | None:
        """The figure it is compared with where `nog` stands before it: `maandag NOG 91 dollar`."""
        still = self.scene.words.lists["still"]
        if still.isdisjoint(self.line.lowers[max(0, self.at - 2) : self.at]):
            return None
        return next((sense.nth for sense in reversed(self.before) if sense.family == family), None)

    @once
    def question(self) -> Line | None:
        """The question that it is the first to answer: `HOEVEEL TANKS heeft Spanje? Zo'n 300`."""
        if not self.scene.asks:
            return None
        last = self.before[-1].line if self.before else -1
        for nth in range(self.line.nth - 1, max(last, self.line.nth - _BACK), -1):
            line = self.scene.line(nth)
            asks = self.scene.words.lists["asks"]
            if line.lowers[0] in asks or ("?" in line.lowers and not asks.isdisjoint(line.lowers)):
                return line
        return None

    def is_in_state(self, first: int) -> bool:
        """Whether a whole country where they are stands behind an offset: `IN heel RUSLAND 900`.

        The name of a capital is none: `in Boedapest` one speaks.
        """
        words, line, lowers = self.scene.words, self.line, self.line.lowers
        named = (
            line.at(one.start)
            for one in self.scene.named.get(line.nth, ())
            if first <= one.start < self.figure.start and words.states.get(one.actor) == one.actor
        )
        before = ({*lowers[max(0, at - PAIR) : at]} for at in named)
        return any(not words.lists["where at"].isdisjoint(some) for some in before)

    def is_beside(self, sense: Sense) -> bool:
        """Whether no paragraph ends between it and a figure before it."""
        first = self.scene.article.figures[sense.nth].start
        return "\n" not in self.scene.article.body[first : self.figure.start]

    @once
    def is_of_measure(self) -> bool:
        """Whether it leaves a unit out: `80 vierkante kilometer; in augustus was DAT 1300`."""
        before = self.figures_before
        if self.figure.noun or not before or before[-1].kind not in _MEASURES:
            return False
        lists, first = self.scene.words.lists, self.line.behind(before[-1])
        between = self.line.lowers[first : self.at]
        return not lists["that"].isdisjoint(between[-BETWEEN:]) and not self.figures_behind

    @property
    def is_after_sum(self) -> bool:
        """Whether the figure before it is money or measured, and nothing tells of another thing.

        `Het loon is 2000 dollar. Een ander denkt aan 1800`.
        """
        figures = self.scene.article.figures
        last = figures[self.nth - 1] if self.nth else None
        if last is None or last.kind not in ("money", "measure"):
            return False
        if [one for one in self.figures_before if one.kind != "share"]:
            first = self.line.behind(last)
            return not self.scene.words.events.find_in(self.line, first)
        near = self.line.nth - self.scene.text.nth_at(last.start) == 1
        words, line = self.scene.words, self.line
        there = words.lists["antecedent back"].intersection(line.lowers[: self.at])
        left = not words.lists["left"].isdisjoint(line.lowers[self.behind :])
        if near and last.kind == "measure" and left:
            return True  # `… 1300 vierkante kilometer. Daar is nu nog 800 van OVER`
        told = words.events.find_in(line) or words.hints["tells"].find_in(line)
        if last.kind == "measure" and not 1 / _LIKE < self.size / (size(last) or 1) < _LIKE:
            return False  # `op 50 kilometer van Soemy. Men verwacht dat het er 900 worden`
        return near and not told and (not there or last.kind == "measure")

    @once
    def last(self) -> Sense | None:
        """The figure that one without a noun goes on from: a whole one of its size.

        That is the last, or the one nearest in size where its sentence does not tell what happened.
        """
        if self._whole is not None:
            return self._whole
        if self.summed is not None:
            return self.summed
        if self._same_losses is not None:
            return self._same_losses
        if self.is_again:
            return self._again
        if self._is_compared:
            return self._compared
        if self.is_sum or self._is_of_those_hit:
            return self.before[-1]
        found, least = None, log10(_RATIO)
        for back, sense in enumerate(reversed(self.before)):
            if self.line.nth - sense.line > _BACK:
                break
            if not sense.family.startswith("count") or sense.part_of is not None or sense.base:
                continue
            if sense.family == f"count {self.scene.words.army}" and sense.line != self.line.nth:
                continue  # how large an army is says nothing of those who were sent
            other = size(self.scene.article.figures[sense.nth])
            far = abs(log10(self.size / other)) if self.size and other else least
            if self.tells and far < least:
                return sense
            if far + back * _FARTHER < least:
                found, least = sense, far + back * _FARTHER
        if found is None or (self._is_repeated and not self._is_near(found)):
            return self._again or found
        return found

    @property
    def _is_repeated(self) -> bool:
        """Whether so large a number was told before, to the digit."""
        return self.size >= _EXACT and self._again is not None

    def _is_near(self, sense: Sense) -> bool:
        """Whether a figure stands right before it, or is much like one of the sentence before."""
        other = size(self.scene.article.figures[sense.nth])
        alike = bool(other and self.size) and abs(log10(self.size / other)) < _MUCH_ALIKE
        behind = self.line.nth - sense.line
        return behind == 0 or (behind == 1 and alike)

    def is_same(self, sense: Sense) -> bool:
        """Whether a figure before is as large, or one end of it is: `3000 à 4000. DIE 4000 …`."""
        other = self.scene.article.figures[sense.nth]
        return self.size in (size(other), other.low, other.high)

    @property
    def compared_event(self) -> str:
        """What a tally tells that it is set beside: `dat DODENTAL is lager DAN de 900 van toen`."""
        words, line = self.scene.words, self.line
        if words.lists["than"].isdisjoint(line.lowers[max(0, self.at - _RANGE) : self.at]):
            return ""
        hits = words.events.find_in(line, 0, self.at)
        told = (
            hit
            for hit in reversed(hits)
            if hit.at <= PAIR and hit.name in words.lists["bodies losses"]
        )
        return next((hit.name for hit in told), "")

    @property
    def _is_compared(self) -> bool:
        """Whether the last before it is set beside it: `DAT IS meer DAN de 900 van eerst`."""
        if self.figure.noun or not self.before or self.figures_before:
            return False
        lists, lowers = self.scene.words.lists, self.line.lowers
        than = not lists["than"].isdisjoint(lowers[max(0, self.at - BETWEEN) : self.at])
        return than and lowers[0] in lists["that"] and self.line.nth - self.before[-1].line <= PAIR

    @property
    def _compared(self) -> Sense:
        """What it is set beside: the last before it, or what was taken from that."""
        told = [sense for sense in self.before if sense.line == self.before[-1].line]
        plain = (sense for sense in reversed(told) if not (sense.whole or sense.base))
        return next(plain, self.before[-1])

    @property
    def _is_of_those_hit(self) -> bool:
        """Whether it tells again how many were hit: `daarvan stierven er 300. Kyiv NOEMT 400`."""
        last = self.before[-1] if self.before else None
        words = self.scene.words
        if last is None or last.part_of is None or last.event not in words.lists["bodies losses"]:
            return False
        near = self.line.nth - last.line == 1 and self.is_beside(last)
        other = size(self.scene.article.figures[last.nth])
        alike = other and self.size and abs(log10(self.size / other)) < _ALIKE
        return bool(near and alike and words.hints["tells"].find_in(self.line))

    @property
    def is_sum(self) -> bool:
        """Whether it is what the last figure adds up to: `HET TOTAAL komt DAARMEE op 762.000`."""
        if self.figure.noun or not self.before or self.figures_before:
            return False
        lists, lowers = self.scene.words.lists, self.line.lowers[: self.at]
        told = not lists["totals"].isdisjoint(lowers) and not lists["thereby"].isdisjoint(lowers)
        return told and self.line.nth - self.before[-1].line == 1

    @property
    def is_again(self) -> bool:
        """Whether it is told to be one that was told before: `noemde HETZELFDE totaal van 900`."""
        before = self.line.lowers[max(0, self.at - BETWEEN) : self.at]
        again = not self.scene.words.lists["same"].isdisjoint(before)
        return again and self._again is not None

    @once
    def _again(self) -> Sense | None:
        """The figure that it repeats: `hij noemt die 30.000 hoog`, of as many as were counted."""
        if self.figure.noun or self.size < _TOLD:
            return None
        counts = (sense for sense in reversed(self.before) if sense.family.startswith("count"))
        told = [sense for sense in counts if self.is_same(sense)]
        whole = (
            sense for sense in told if size(self.scene.article.figures[sense.nth]) == self.size
        )
        return next(whole, told[0] if told else None)

    @once
    def has_parts(self) -> bool:
        """Whether right behind it some of those are told: `4700 doden, VAN WIE 600 officieren`."""
        behind = self.figures_behind
        if not behind:
            return False
        stop, lists = self.line.at(behind[0].start), self.scene.words.lists
        while stop > self.after_phrase and self.line.lowers[stop - 1] in lists["hedges there"]:
            stop -= 1  # `van wie ER ZO'N 600 officieren`
        first = self.after_phrase
        if "," in self.line.lowers[first + 1 : first + _VERBS + 1]:
            first = self.line.lowers.index(",", first)  # `het zou om 900 man GAAN, van wie …`
        return self.line.words(first, stop) in lists["of those"]

    @property
    def some_told(self) -> str:
        """What happened to some of them: `900 man, van wie er 300 zijn OMGEKOMEN`; or empty."""
        if not self.has_parts:
            return ""
        first = self.line.at(self.figures_behind[0].start)
        hits = self.scene.words.events.find_in(self.line, first)
        return hits[0].name if hits else ""

    @once
    def is_mixed(self) -> str:
        """The people of whom only some of them are: `900 man, onder wie 300 FRANSEN`; or empty."""
        words = self.scene.words
        if not self.has_parts:
            return self._reckoned_in or self._told_among
        part = self.figures_behind[0]
        if words.thing((part.noun or "").lower()) in words.lists["bodies ranks"]:
            return ""  # `900 man, onder wie 50 Franse OFFICIEREN`
        stop = self.line.behind(part)
        texts = self.line.texts[self.line.at(part.start) : stop]
        return next((t for t in texts if t in words.peoples or t in words.adjectives), "")

    @property
    def _told_among(self) -> str:
        """A people that the next sentence tells to be among them: `ONDER HEN FRANSEN`; or empty."""
        scene, nth = self.scene, self.line.nth + 1
        if nth == 0 or nth >= len(scene.text) or nth in scene.figures_of:
            return ""
        start = scene.text.spans[nth][0]
        opening = scene.article.body[start : start + _OPENING].lower()
        if not opening.startswith(tuple(scene.words.lists["among them"])):
            return ""
        line = scene.line(nth)
        return next((t for t in line.texts[2 : 2 + BETWEEN] if t in scene.words.peoples), "")

    @property
    def _reckoned_in(self) -> str:
        """A people told to be among them: `900 man, DE FRANSEN MEEGEREKEND`; or empty."""
        words, line, at = self.scene.words, self.line, self.after_phrase
        near = line.lowers[at : at + BETWEEN + 1]
        if near[:1] != [","] or words.lists["reckoned in"].isdisjoint(near):
            return ""
        texts = line.texts[at : at + BETWEEN + 1]
        return next((t for t in texts if t in words.peoples), "")

    @once
    def _same_losses(self) -> Sense | None:
        """The figure of the same losses where some of them follow: `4700, ONDER WIE 600 doden`."""
        if self.figure.noun or not self.has_parts:
            return None
        words, line, part = self.scene.words, self.line, self.figures_behind[0]
        told = line.behind(part)
        hits = words.events.find_in(line, line.at(part.start), told + BETWEEN)
        if not any(hit.name in words.lists["bodies losses"] for hit in hits):
            return None
        return next((sense for sense in reversed(self.before) if sense.event == "losses"), None)

    @once
    def summed(self) -> Sense | None:
        """The figure that it makes up with others: `900 man kwamen in twee golven: 600 en 300`."""
        if self.figure.noun or not self.figures_before:
            return None
        colon = self.scene.words.lists["clause colon"]
        first = next((at for at in range(self.at) if self.line.lowers[at] in colon), self.line.size)
        figures = self.scene.article.figures
        here = [figures[nth] for nth in self.scene.figures_of[self.line.nth]]
        parts = [one for one in here if one.kind == "count" and self.line.at(one.start) > first]
        if len(parts) < PAIR or self.figure not in parts:
            return None
        both = sum(map(size, parts))
        before = (one for one in reversed(self.before) if one.line == self.line.nth)
        return next((one for one in before if size(figures[one.nth]) == both), None)

    @property
    def is_last_of_sum(self) -> bool:
        """Whether no figure follows it in its sentence."""
        return not self.figures_behind

    @once
    def part_of(self) -> int | None:
        """The figure that it is a part of: `12.000 militairen, onder wie vijfhonderd …`."""
        if self.summed is not None:
            return self.summed.nth
        some = self.figure.kind == "vague" and not self.figure.noun
        some = some and not self.scene.words.hints["tells"].find_in(self.line)
        last = self.last if some else None
        after = last is not None and self.line.nth - last.line == 1
        if after and last and size(self.scene.article.figures[last.nth]) > self.size:
            return last.nth  # `10.000 soldaten. ENKELE DUIZENDEN zijn op weg naar …`
        before = self.before[-1] if self.before and not self.figure.noun else None
        if before is not None and before.whole and before.line == self.line.nth:
            return before.nth  # `van de 84 inzittenden zijn er 70 gered`
        if self.before and self.is_first():
            last = self.before[-1]
            near = self.line.nth - last.line <= _BACK and last.planned == bool(self.planned)
            if near and size(self.scene.article.figures[last.nth]) > self.size:
                return last.nth
        return None if self._whole is None else self._whole.nth

    @once
    def _whole(self) -> Sense | None:
        """The figure that it is told to be a part of: `310 gewonden, VAN WIE er 22 …`."""
        stop = self.behind if self.has_parts else self.at + 4
        some = self.scene.words.lists["some of it"]
        hits = [
            hit for hit in self.scene.words.hints["parts"].find_in(self.line, 0, stop)
            if hit.at < self.at or self.line.words(hit.at, hit.end) not in some
        ]  # fmt: skip
        for sense in reversed(self.before) if hits else ():
            other = self.scene.article.figures[sense.nth]
            if self.line.nth - sense.line > 1:
                return None
            whole = size(other) > self.size and sense.part_of is None
            if other.end <= self.line.end_of(hits[-1].at) and whole:
                return sense
        return None

    def is_first(self) -> bool:
        """Whether it is the first of what was counted before: `de eerste groep van 2600`."""
        hits = self.scene.words.hints["first"].find_in(self.line, 0, self.at)
        return any(hit.end == self.at for hit in hits)
