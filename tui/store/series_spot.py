"""One figure in its sentence, and what that sentence tells of it besides what it counts."""

from __future__ import annotations

from math import log10
from typing import NamedTuple

from tui.store.series_lines import Line
from tui.store.series_once import once
from tui.store.series_scene import Scene
from tui.text.article import Claim, Figure
from tui.text.numbers import word_value

_BACK = 3
"""So many sentences before it a figure without a noun may find what it counts."""
_FARTHER = 0.2
"""The last but one is as far as one that differs by so many powers of ten more."""
_RATIO = 40
"""It is not so many times smaller or larger than the figure that it goes on from."""
_OF = 4
"""So far before a number `van de` may stand, with a hedge between them."""
_SPEAKER = 4
"""So many words behind `volgens` the speaker stands."""
_BETWEEN = 3
"""So many words may stand between two numbers that share a noun."""
_OF_WIDTH = 40
"""So many characters may stand between them at most: `van de ruim`."""


_LABEL = 8
"""At most so many words stand before the colon of a list."""
_MEASURES = ("measure", "percent", "money")
_TWO = 2
_TOLD = 100
"""A number from here on that stands in an article twice is most often of the same thing."""


class Sense(NamedTuple):
    """What a figure speaks of; empty where nothing tells.

    `family` is what figures must share at least: kind, what happened, what is counted. `group`
    tells whom of the family; `owner` is who it has to do with, `subject` whose it is because the
    sentence is about them. `part_of` is the number of the figure it is a part of, `goes_on` of the
    one that it is told like, `topic` the place of the word that tells what it is about. `whole`
    says that some are taken from it, `base` that a share is, `asked` that it is a rise that one
    asks and another offers. `why` gives the reasons, `words` what is printed of whose, what, what
    happened and where.
    """

    nth: int
    line: int
    family: str
    noun: str = ""
    whose: str = ""
    group: str = ""
    place: str = ""
    country: str = ""
    owner: str = ""
    subject: str = ""
    event: str = ""
    part_of: int | None = None
    whole: bool = False
    goes_on: int | None = None
    topic: int = -1
    base: bool = False
    asked: bool = False
    planned: bool = False
    earlier: bool = False
    why: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Spot:
    """A figure where it stands; `before` are the senses of the figures before it.

    It `tells` where its own sentence says what happened to those that it counts.
    """

    def __init__(self, scene: Scene, nth: int, figure: Figure, before: list[Sense]) -> None:
        self.scene = scene
        self.nth = nth
        self.figure = figure
        self.size = size(figure)
        self.tells = False
        self.before = before
        self.line: Line = scene.line(scene.at[nth])
        self.at = self.line.at(figure.start)
        self.behind = self.line.at(max(figure.start, figure.end - 1)) + 1
        self.after_phrase = self.line.behind(figure)

    @property
    def figures_before(self) -> list[Figure]:
        """The figures before it in its sentence."""
        figures = self.scene.article.figures
        return [figures[nth] for nth in self.scene.figures_of[self.line.nth] if nth < self.nth]

    @property
    def figures_behind(self) -> list[Figure]:
        """The figures behind it in its sentence."""
        figures = self.scene.article.figures
        return [figures[nth] for nth in self.scene.figures_of[self.line.nth] if nth > self.nth]

    def is_number(self, at: int) -> bool:
        """Whether a word of its sentence is a number: digits, or what the engine reads as one."""
        low = self.line.lowers[at]
        return low[:1].isdigit() or word_value(low) is not None

    @once
    def claim(self) -> Claim | None:
        """The claim that the figure stands in."""
        claim = self.figure.claim
        return None if claim is None else self.scene.article.claims[claim]

    @once
    def spoken(self) -> frozenset[str]:
        """The names of who speaks."""
        claim = self.claim
        if claim is None or self._is_other_speaker(claim):
            return frozenset()
        return frozenset((claim.speaker, claim.speaker_text, claim.via or ""))

    def _is_other_speaker(self, claim: Claim) -> bool:
        """Whether somebody else stands behind the cue: `VOLGENS FRANSEN verloor Spanje …`."""
        front, lowers = self.scene.words.lists["voice front"], self.line.lowers
        cue = claim.cue.lower()
        if cue not in front or cue not in lowers or not cue.isalpha():
            return False
        at = lowers.index(cue)
        near = claim.speaker not in claim.speaker_text  # `volgens hem`
        return not near and {*claim.speaker.lower().split()}.isdisjoint(lowers[at : at + _SPEAKER])

    @once
    def told_of_being(self) -> bool:
        """Whether its clause tells that they are somewhere: `in Soemy ZIJN inmiddels 900 man`."""
        there = self.scene.words.lists["being"]
        return not there.isdisjoint(self.line.lowers[: self.at])

    @once
    def planned(self) -> str:
        """Why the figure is of a plan or a forecast, empty where it is not."""
        words = self.scene.words
        if self.claim and self.claim.stance in words.lists["planned stances"]:
            return f"planned: {self.claim.stance}"
        first, stop = 0, self.line.size
        if not words.hints["planned"].find_in(self.line):
            return ""
        for at in range(self.at):
            first = at if self.line.lowers[at] in (";", ":") else first
        for other in self.figures_behind:
            if other.kind == self.figure.kind:
                stop = self.line.at(other.start)
                break
        if hits := words.hints["planned"].find_in(self.line, first, max(stop, self.behind)):
            return f"planned: “{self.line.words(hits[0].at, hits[0].end)}”"
        return ""

    @once
    def earlier(self) -> bool:
        """Whether it is told as what was said before: `vorige week nog 3000`, `geen 12 maar 24`."""
        contrast = self.scene.words.lists["contrast"]
        if not contrast.isdisjoint(self.line.lowers[max(0, self.at - 1) : self.at]):
            return True
        return bool(self.scene.words.hints["earlier"].find_in(self.line))

    def still(self, family: str) -> int | None:
        """The figure it is compared with where `nog` stands before it: `maandag NOG 91 dollar`."""
        still = self.scene.words.lists["still"]
        if still.isdisjoint(self.line.lowers[max(0, self.at - 2) : self.at]):
            return None
        return next((sense.nth for sense in reversed(self.before) if sense.family == family), None)

    @once
    def is_difference(self) -> bool:
        """Whether it says how much more or less: `duizend minder`, `krap zestig meer dan`."""
        if self.figure.noun or self.behind >= self.line.size:
            return False
        return self.line.lowers[self.behind] in self.scene.words.hints["difference"].single

    @once
    def is_whole(self) -> bool:
        """Whether another figure is taken from it: `70 van de 84 inzittenden`."""
        figures, of = self.scene.article.figures, self._of
        after = next(iter(self.figures_behind), None)
        if of >= 0 and after is not None and size(after) < self.size:
            return True  # `VAN DE ruim 10.000 soldaten zijn er 3000 …`
        if of == 0 or (of > 0 and not self.line.lowers[of - 1][:1].isalpha()):
            return True  # `VAN DE 900 soldaten keerde niemand …`
        return self.nth > 0 and self._are_of(figures[self.nth - 1], self.figure)

    @property
    def _of(self) -> int:
        """The place of a `van de` before it, perhaps with a hedge or an adjective; -1 for none."""
        lists, lowers = self.scene.words.lists, self.line.lowers
        for at in range(self.at - 2, max(-1, self.at - _OF - 1), -1):
            if lowers[at] in lists["joined of"] and lowers[at + 1] in lists["joined articles"]:
                between = lowers[at + 2 : self.at]
                return at if all(w in lists["hedges"] or w[-1:] == "e" for w in between) else -1
        return -1

    @once
    def is_of_next(self) -> bool:
        """Whether it is taken from the figure right behind it: `48 van de 60 raketten`."""
        figures = self.scene.article.figures
        return self.nth + 1 < len(figures) and self._are_of(self.figure, figures[self.nth + 1])

    def _are_of(self, part: Figure, whole: Figure) -> bool:
        """Whether nothing but `van de` stands between two figures."""
        if whole.start < part.start + len(part.phrase) and part.phrase != part.text:
            behind = self.scene.article.body[part.end : whole.start].lower().split()
            return behind[:1] != [] and behind[0] in self.scene.words.lists["joined of"]
        if whole.start - part.end > _OF_WIDTH:
            return False
        between = self.scene.article.body[part.end : whole.start].lower().split()
        return 0 < len(between) <= 2 and between[0] in self.scene.words.lists["joined of"]

    @property
    def is_size(self) -> bool:
        """Whether it is how large each of those is that were counted: `vijf eenheden van 3000`."""
        if self.nth == 0 or self.at < 2:
            return False
        noun = self.scene.article.figures[self.nth - 1].noun or ""
        return self.line.lowers[self.at - 2] == noun.lower()

    @once
    def is_base(self) -> bool:
        """Whether a share is taken of it: `de helft van de 11.000 man`."""
        return any(
            other.end < self.figure.start and self.figure.phrase in other.phrase
            for other in self.scene.shares
        )

    @property
    def is_listed(self) -> bool:
        """Whether only `en` or a comma stands between it and the next: `40 huizen EN 6 boten`."""
        behind = self.figures_behind
        if not behind:
            return False
        between = self.line.lowers[self.after_phrase : self.line.at(behind[0].start)]
        return len(between) == 1 and between[0] in self.scene.words.lists["joined joins"]

    @once
    def listed_before(self) -> list[Figure]:
        """The figures right before it with only `en` or a comma between: `20 tanks EN 1200 man`."""
        figures, joins = self.scene.article.figures, self.scene.words.lists["joined joins"]
        found: list[Figure] = []
        at = self.at
        for nth in reversed([n for n in self.scene.figures_of[self.line.nth] if n < self.nth]):
            between = self.line.lowers[self.line.behind(figures[nth]) : at]
            if len(between) != 1 or between[0] not in joins:
                break
            found.append(figures[nth])
            at = self.line.at(figures[nth].start)
        return found

    def is_of_listed(self, at: int) -> bool:
        """Whether a word stands in the phrase of one of those right before it."""
        line = self.line
        return any(line.at(one.start) <= at < line.behind(one) for one in self.listed_before)

    @property
    def is_reached(self) -> bool:
        """Whether the figure before it comes up to it: `van 3000 soldaten NAAR 10.000 man`."""
        last = self.scene.article.figures[self.nth - 1] if self.nth else None
        if last is None or last.start < self.line.start:
            return False
        between = self.line.lowers[self.line.behind(last) : self.at]
        return (
            len(between) <= _BETWEEN
            and between[:1] != []
            and (between[0] in self.scene.words.lists["joined reach"])
        )

    @once
    def shared_noun(self) -> str:
        """The noun that it shares with the next figure: `van 4000 tot bijna 5000 doden`."""
        figures = self.scene.article.figures
        if self.nth + 1 == len(figures) or figures[self.nth + 1].kind != self.figure.kind:
            return ""
        after = figures[self.nth + 1].start
        if after - self.figure.end > _OF_WIDTH:
            return ""
        between = self.scene.article.body[self.figure.end : after].split()
        if 0 < len(between) <= _BETWEEN and between[0] in self.scene.words.lists["joined reach"]:
            return figures[self.nth + 1].noun or ""
        return ""

    @once
    def last(self) -> Sense | None:
        """The figure that one without a noun goes on from: a whole one of its size.

        That is the last, or the one nearest in size where its sentence does not tell what happened.
        """
        if self._whole is not None:
            return self._whole
        if self._same_losses is not None:
            return self._same_losses
        if self.is_again:
            return self._again
        if self._is_compared:
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
        return found or self._again

    @property
    def listed_noun(self) -> str:
        """What they are by those they are made up of: `6000 man: 1000 SAPPEURS en 5000 bouwers`."""
        behind = self.figures_behind[:_TWO]
        if len(behind) < _TWO or sum(map(size, behind)) != self.size:
            return ""
        colons, low = self.scene.words.lists["clause colon"], self.line.lowers
        here = low[self.after_phrase : self.line.at(behind[0].start)]
        return (behind[0].noun or "").lower() if not colons.isdisjoint(here) else ""

    def ends_before(self, word: str) -> bool:
        """Whether a comma stands between it and a word behind it: its relative clause is over."""
        lowers = self.line.lowers[self.after_phrase :]
        first = word.split()[:1]
        stop = lowers.index(first[0]) if first and first[0] in lowers else 0
        return "," in lowers[:stop]

    @property
    def is_own(self) -> bool:
        """Whether they are told to be of who speaks: `46.000 EIGEN gesneuvelden`."""
        own = self.scene.words.lists["by itself"]
        near = self.line.lowers[max(0, self.at - _BETWEEN) : self.after_phrase]
        return not own.isdisjoint(near)

    @once
    def label(self) -> int:
        """How many words at the head of its line tell of all behind them: `GEDOOD: 300, of 400`."""
        colons = self.scene.words.lists["clause colon"]
        for at in range(min(self.at, _LABEL)):
            if self.line.lowers[at] in colons:
                return at
        return 0

    @once
    def is_of_measure(self) -> bool:
        """Whether it leaves a unit out: `80 vierkante kilometer; in augustus was DAT 1300`."""
        before = self.figures_before
        if self.figure.noun or not before or before[-1].kind not in _MEASURES:
            return False
        lists, first = self.scene.words.lists, self.line.behind(before[-1])
        between = self.line.lowers[first : self.at]
        if not lists["that"].isdisjoint(between[-_BETWEEN:]) and not self.figures_behind:
            return True
        told = self.scene.words.events.find_in(self.line, first)
        return len(before) == 1 and before[0].kind == "measure" and not told

    @property
    def is_after_sum(self) -> bool:
        """Whether the figure before it is money, and nothing tells of another thing: `of 1800`."""
        figures = self.scene.article.figures
        last = figures[self.nth - 1] if self.nth else None
        if last is None or last.kind != "money" or self.figures_before:
            return False
        near = self.line.nth - self.scene.text.nth_at(last.start) == 1
        words, line = self.scene.words, self.line
        there = words.lists["antecedent back"].intersection(line.lowers[: self.at])
        told = words.events.find_in(line) or words.hints["tells"].find_in(line)
        return near and not there and not told

    @once
    def sums(self) -> bool:
        """Whether it is the dead and wounded before it: `300 doden, 2700 gewonden. SAMEN 3000`."""
        lists, figures = self.scene.words.lists, self.scene.article.figures
        if lists["together"].isdisjoint(self.line.lowers) or len(self.before) < _TWO:
            return False
        two = self.before[-_TWO:]
        core = {sense.event for sense in two} <= lists["joined losses"]
        near = self.line.nth - two[0].line <= _BACK
        both = sum(size(figures[sense.nth]) for sense in two)
        return core and near and two[0].event != two[1].event and abs(both - self.size) < both / 10

    @property
    def _is_compared(self) -> bool:
        """Whether the last before it is set beside it: `DAT IS meer DAN de 900 van eerst`."""
        if self.figure.noun or not self.before or self.figures_before:
            return False
        lists, lowers = self.scene.words.lists, self.line.lowers
        than = not lists["than"].isdisjoint(lowers[max(0, self.at - _BETWEEN) : self.at])
        return than and lowers[0] in lists["that"] and self.line.nth - self.before[-1].line == 1

    @property
    def is_again(self) -> bool:
        """Whether it is told to be one that was told before: `noemde HETZELFDE totaal van 900`."""
        before = self.line.lowers[max(0, self.at - _BETWEEN) : self.at]
        again = not self.scene.words.lists["same"].isdisjoint(before)
        return again and self._again is not None

    @once
    def _again(self) -> Sense | None:
        """The figure that it repeats: `hij noemt die 30.000 hoog`, of as many as were counted."""
        if self.figure.noun or self.size < _TOLD:
            return None
        figures = self.scene.article.figures
        counts = (sense for sense in reversed(self.before) if sense.family.startswith("count"))
        return next((sense for sense in counts if size(figures[sense.nth]) == self.size), None)

    @once
    def _has_parts(self) -> bool:
        """Whether right behind it some of those are told: `4700 doden, VAN WIE 600 officieren`."""
        behind = self.figures_behind
        if not behind:
            return False
        between = self.line.words(self.after_phrase, self.line.at(behind[0].start))
        return between in self.scene.words.lists["of those"]

    @once
    def _same_losses(self) -> Sense | None:
        """The figure of the same losses where some of them follow: `4700, ONDER WIE 600 doden`."""
        if self.figure.noun or not self._has_parts:
            return None
        words, line, part = self.scene.words, self.line, self.figures_behind[0]
        told = line.behind(part)
        hits = words.events.find_in(line, line.at(part.start), told + _BETWEEN)
        if not any(hit.name in words.lists["bodies losses"] for hit in hits):
            return None
        return next((sense for sense in reversed(self.before) if sense.event == "losses"), None)

    @once
    def part_of(self) -> int | None:
        """The figure that it is a part of: `12.000 militairen, onder wie vijfhonderd …`."""
        last = self.last
        some = self.figure.kind == "vague" and not self.figure.noun
        after = last is not None and self.line.nth - last.line == 1
        if some and after and last and size(self.scene.article.figures[last.nth]) > self.size:
            return last.nth  # `10.000 soldaten. ENKELE DUIZENDEN zijn op weg naar …`
        before = self.before[-1] if self.before and not self.figure.noun else None
        if before is not None and before.whole and before.line == self.line.nth:
            return before.nth  # `van de 84 inzittenden zijn er 70 gered`
        if self.before and self._is_first():
            last = self.before[-1]
            near = self.line.nth - last.line <= _BACK and last.planned == bool(self.planned)
            if near and size(self.scene.article.figures[last.nth]) > self.size:
                return last.nth
        return None if self._whole is None else self._whole.nth

    @once
    def _whole(self) -> Sense | None:
        """The figure that it is told to be a part of: `310 gewonden, VAN WIE er 22 …`."""
        stop = self.behind if self._has_parts else self.at + 4
        hits = self.scene.words.hints["parts"].find_in(self.line, 0, stop)
        for sense in reversed(self.before) if hits else ():
            other = self.scene.article.figures[sense.nth]
            if self.line.nth - sense.line > 1:
                return None
            whole = size(other) > self.size and sense.part_of is None
            if other.end <= self.line.end_of(hits[-1].at) and whole:
                return sense
        return None

    def _is_first(self) -> bool:
        """Whether it is the first of what was counted before: `de eerste groep van 2600`."""
        hits = self.scene.words.hints["first"].find_in(self.line, 0, self.at)
        return any(hit.end == self.at for hit in hits)


def size(figure: Figure) -> float:
    """The number of a figure, the least of a range; 0 where there is none."""
    return figure.value or figure.low or figure.high or 0.0
