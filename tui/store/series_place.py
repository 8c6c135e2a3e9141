"""Where a figure stands in its sentence, and what the words around it tell of it alone."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_lines import Line
from tui.store.series_once import once
from tui.store.series_scene import Scene
from tui.text.article import Claim, Figure
from tui.text.numbers import word_value

_OF = 4
"""So far before a number `van de` may stand, with a hedge between them."""
_SPEAKER = 4
"""So many words behind `volgens` the speaker stands."""
BETWEEN = 3
"""So many words may stand between two numbers that share a noun."""
_OF_WIDTH = 40
"""So many characters may stand between them at most: `van de ruim`."""
_OPENS = 3
"""So many words a sentence opens with."""
_LABEL = 8
"""At most so many words stand before the colon of a list."""
PAIR = 2
"""So many figures make a sum: the dead and the wounded."""


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
    sure: int = 100
    why: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


_CLOSING = (['"'], ["”"], ["’"], ["'"])
"""A mark that ends what one said in so few words."""


class Place:
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
        if self.line.lowers[self.after_phrase : self.after_phrase + 1] in _CLOSING:
            self.after_phrase += 1  # `‘ruim 900 man’ in Soemy`

    @once
    def figures_before(self) -> list[Figure]:
        """The figures before it in its sentence."""
        figures = self.scene.article.figures
        return [figures[nth] for nth in self.scene.figures_of[self.line.nth] if nth < self.nth]

    @once
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
        return not there.isdisjoint(self.line.lowers[: self.at]) and not self.earlier

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

    def is_apart_from(self, text: str) -> bool:
        """Whether a sign stands between it and a word behind it: `900", zegt men in MADRID`."""
        behind = self.line.texts[self.after_phrase :]
        stop = behind.index(text) if text in behind else 0
        return any(not one[:1].isalnum() for one in behind[:stop])

    @once
    def counts_those(self) -> bool:
        """Whether it tells how many they are that were told before: `zijn DAT ER 900`.

        Where `dat er` opens a clause a verb ends it: `schat dat er 900 ZIJN`, `de verwachtingen
        zijn dat er 900 KOMEN`.
        """
        lists, lowers = self.scene.words.lists, self.line.lowers
        that, being = lists["that"], lists["being"]
        if that.isdisjoint(lowers[: self.at]):
            return False
        first = next((at for at, low in enumerate(lowers) if low[:1].isalpha()), 0)
        first += lowers[first] in lists["clause breaks"]
        for at in range(2, self.at):
            if lowers[at] in lists["antecedent there"]:
                pair = lowers[at - 2 : at]
                if pair[0] in being and pair[1] in that:
                    return not self._ends_in_verb
                if at == first + 2 and pair[0] in that and pair[1] in being:
                    return True
        return False

    @property
    def _ends_in_verb(self) -> bool:
        """Whether the clause behind it ends in a verb: `900 OVER ZIJN`, `900 naar Soemy GAAN`."""
        words, lowers, at = self.scene.words, self.line.lowers, self.after_phrase
        while at < len(lowers) and lowers[at][:1].isalnum():
            if lowers[at] in words.lists["relative"]:
                return False
            at += 1
        last = lowers[at - 1]
        verb = last in words.lists["being"] or last in words.events.openers
        return at > self.after_phrase and verb

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
            other.end < self.figure.start
            and (self.figure.phrase in other.phrase or self._is_right_behind(other))
            for other in self.scene.shares
        )

    def _is_right_behind(self, share: Figure) -> bool:
        """Whether only `van de` and a hedge stand between: `de helft VAN DE ONGEVEER 11.000`."""
        lists = self.scene.words.lists
        if share.start < self.line.start or share.kind != "share":
            return False
        between = self.line.lowers[self.line.behind(share) : self.at]
        if between[:1] and between[0] in lists["being"]:
            del between[0]  # `dat zou de helft ZIJN van de 900`
        of = between[:1] != [] and between[0] in lists["joined of"]
        return of and lists["hedges articles"].issuperset(between[1:])

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
            len(between) <= BETWEEN
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
        if 0 < len(between) <= BETWEEN and between[0] in self.scene.words.lists["joined reach"]:
            return figures[self.nth + 1].noun or ""
        return ""

    @property
    def listed_noun(self) -> str:
        """What they are by those they are made up of: `6000 man: 1000 SAPPEURS en 5000 bouwers`."""
        behind = self.figures_behind[:PAIR]
        if len(behind) < PAIR or sum(map(size, behind)) != self.size:
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
        lists = self.scene.words.lists
        own, told = lists["by itself"], lists["estimates"] | lists["number of"]
        near = self.line.lowers[max(0, self.at - BETWEEN) : self.after_phrase]
        if not told.isdisjoint(near):
            return False  # `met een EIGEN SCHATTING van 900`
        opens = self.line.lowers[:_OPENS]  # `over de EIGEN verliezen zwijgt Madrid: 900 doden`
        return not own.isdisjoint(near) or not own.isdisjoint(opens)

    @once
    def label(self) -> int:
        """How many words at the head of its line tell of all behind them: `GEDOOD: 300, of 400`."""
        colons = self.scene.words.lists["clause colon"]
        for at in range(min(self.at, _LABEL)):
            if self.line.lowers[at] in colons:
                return at
        return 0


def size(figure: Figure) -> float:
    """The number of a figure, the least of a range; 0 where there is none."""
    return figure.value or figure.low or figure.high or 0.0
