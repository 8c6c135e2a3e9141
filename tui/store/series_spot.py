"""One figure in its sentence, and what that sentence tells of it besides what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from tui.store.series_lines import Line
from tui.store.series_scene import Scene
from tui.text.article import Claim, Figure

_BACK = 3
"""So many sentences before it a figure without a noun may find what it counts."""
_RATIO = 40
"""It is not so many times smaller or larger than the figure that it goes on from."""
_OF = 4
"""So far before a number `van de` may stand, with a hedge between them."""
_BETWEEN = 3
"""So many words may stand between two numbers that share a noun."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a figure speaks of; empty where nothing tells.

    `family` is what figures must share at least: kind, what happened, what is counted. `group`
    tells whom of the family; `owner` is who it has to do with, `subject` whose it is because the
    sentence is about them. `part_of` is the number of the figure it is a part of, `goes_on` of the
    one that it is told like, `topic` the place of the word that tells what it is about. `base`
    says that a share is taken of it, `asked` that it is a rise that one asks and another offers.
    `why` gives the reasons, `words` what is printed of whose, what, what happened and where.
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
    goes_on: int | None = None
    topic: int = -1
    base: bool = False
    asked: bool = False
    planned: bool = False
    earlier: bool = False
    why: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=())


class Spot:
    """A figure where it stands; `before` are the senses of the figures before it."""

    def __init__(self, scene: Scene, nth: int, figure: Figure, before: list[Sense]) -> None:
        self.scene = scene
        self.nth = nth
        self.figure = figure
        self.before = before
        self.line: Line = scene.line_at(figure.start)
        self.at = self.line.at(figure.start)
        self.behind = self.line.at(max(figure.start, figure.end - 1)) + 1
        self.after_phrase = self.line.behind(figure)

    @property
    def size(self) -> float:
        """The number itself, the least of a range."""
        return size(self.figure)

    @cached_property
    def claim(self) -> Claim | None:
        """The claim that the figure stands in."""
        claim = self.figure.claim
        return None if claim is None else self.scene.article.claims[claim]

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The names of who speaks."""
        claim = self.claim
        found = {claim.speaker, claim.speaker_text, claim.via or ""} if claim else set()
        return frozenset(found)

    @cached_property
    def planned(self) -> str:
        """Why the figure is of a plan or a forecast, empty where it is not."""
        words = self.scene.words
        if self.claim and self.claim.stance in words.lists["planned stances"]:
            return f"planned: {self.claim.stance}"
        first, stop = 0, len(self.line.tokens)
        for at in range(self.at):
            first = at if self.line.lowers[at] in (";", ":") else first
        for other in self.scene.article.figures[self.nth + 1 :]:
            if other.start < self.line.end and other.kind == self.figure.kind:
                stop = self.line.at(other.start)
                break
        if hits := words.hints["planned"].find(self.line.lowers, first, max(stop, self.behind)):
            return f"planned: “{self.line.words(hits[0].at, hits[0].end)}”"
        return ""

    @cached_property
    def earlier(self) -> bool:
        """Whether it is told as what was said before: `vorige week nog 3000`, `geen 12 maar 24`."""
        contrast = self.scene.words.lists["contrast"]
        if not contrast.isdisjoint(self.line.lowers[max(0, self.at - 1) : self.at]):
            return True
        return bool(self.scene.words.hints["earlier"].find(self.line.lowers))

    def still(self, family: str) -> int | None:
        """The figure it is compared with where `nog` stands before it: `maandag NOG 91 dollar`."""
        still = self.scene.words.lists["still"]
        if still.isdisjoint(self.line.lowers[max(0, self.at - 2) : self.at]):
            return None
        return next((sense.nth for sense in reversed(self.before) if sense.family == family), None)

    @cached_property
    def is_difference(self) -> bool:
        """Whether it says how much more or less: `duizend minder`, `krap zestig meer dan`."""
        behind = self.line.lowers[self.behind : self.behind + 1]
        found = behind and self.scene.words.hints["difference"].find(behind)
        return bool(found) and not self.figure.noun

    @cached_property
    def is_whole(self) -> bool:
        """Whether another figure is taken from it: `70 van de 84 inzittenden`."""
        figures = self.scene.article.figures
        after = next(iter(figures[self.nth + 1 :]), None)
        if after is not None and after.start < self.line.end and size(after) < self.size:
            lists, lowers = self.scene.words.lists, self.line.lowers
            for at in range(max(0, self.at - _OF), self.at - 1):
                if lowers[at] in lists["joined of"] and lowers[at + 1] in lists["joined articles"]:
                    return True  # `VAN DE ruim 10.000 soldaten zijn er 3000 …`
        return self.nth > 0 and self._are_of(figures[self.nth - 1], self.figure)

    @cached_property
    def is_of_next(self) -> bool:
        """Whether it is taken from the figure right behind it: `48 van de 60 raketten`."""
        figures = self.scene.article.figures
        return self.nth + 1 < len(figures) and self._are_of(self.figure, figures[self.nth + 1])

    def _are_of(self, part: Figure, whole: Figure) -> bool:
        """Whether nothing but `van de` stands between two figures."""
        between = self.scene.article.body[part.end : whole.start].lower().split()
        return 0 < len(between) <= 2 and between[0] in self.scene.words.lists["joined of"]

    @property
    def is_size(self) -> bool:
        """Whether it is how large each of those is that were counted: `vijf eenheden van 3000`."""
        if self.nth == 0 or self.at < 2:
            return False
        noun = self.scene.article.figures[self.nth - 1].noun or ""
        return self.line.lowers[self.at - 2] == noun.lower()

    @cached_property
    def is_base(self) -> bool:
        """Whether a share is taken of it: `de helft van de 11.000 man`."""
        return any(
            other.kind == "share" and other.end < self.figure.start
            and self.figure.phrase in other.phrase
            for other in self.scene.article.figures
        )  # fmt: skip

    @cached_property
    def shared_noun(self) -> str:
        """The noun that it shares with the next figure: `van 4000 tot bijna 5000 doden`."""
        figures = self.scene.article.figures
        if self.nth + 1 == len(figures) or figures[self.nth + 1].kind != self.figure.kind:
            return ""
        between = self.scene.article.body[self.figure.end : figures[self.nth + 1].start].split()
        if 0 < len(between) <= _BETWEEN and between[0] in self.scene.words.lists["joined reach"]:
            return figures[self.nth + 1].noun or ""
        return ""

    @cached_property
    def last(self) -> Sense | None:
        """The figure that one without a noun goes on from: the last whole one of its size."""
        for sense in reversed(self.before):
            if self.line.nth - sense.line > _BACK:
                return None
            if not sense.family.startswith("count") or sense.part_of is not None or sense.base:
                continue
            other = size(self.scene.article.figures[sense.nth])
            if self.size and other and max(self.size, other) / min(self.size, other) <= _RATIO:
                return sense
        return None

    @cached_property
    def part_of(self) -> int | None:
        """The figure that it is a part of: `12.000 militairen, onder wie vijfhonderd …`."""
        last = self.last
        some = self.figure.kind == "vague" and not self.figure.noun
        after = last is not None and self.line.nth - last.line == 1
        if some and after and last and size(self.scene.article.figures[last.nth]) > self.size:
            return last.nth  # `10.000 soldaten. ENKELE DUIZENDEN zijn op weg naar …`
        if self.before and self._is_first():
            last = self.before[-1]
            near = self.line.nth - last.line <= _BACK and last.planned == bool(self.planned)
            if near and size(self.scene.article.figures[last.nth]) > self.size:
                return last.nth
        hits = self.scene.words.hints["parts"].find(self.line.lowers, 0, self.at + 4)
        for sense in reversed(self.before) if hits else ():
            other = self.scene.article.figures[sense.nth]
            if self.line.nth - sense.line > 1:
                return None
            whole = size(other) > self.size and sense.part_of is None
            if other.end <= self.line.tokens[hits[-1].at].end and whole:
                return sense.nth
        return None

    def _is_first(self) -> bool:
        """Whether it is the first of what was counted before: `de eerste groep van 2600`."""
        hits = self.scene.words.hints["first"].find(self.line.lowers, 0, self.at)
        return any(hit.end == self.at for hit in hits)


def size(figure: Figure) -> float:
    """The number of a figure, the least of a range; 0 where there is none."""
    return next((n for n in (figure.value, figure.low, figure.high) if n), 0.0)
