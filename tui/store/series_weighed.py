"""Of those who were sent: whether a figure counts all, those in a region, or some told apart.

The rules of tui.store.series_family tell what a sentence says outright. What else stands around a
figure is weighed: each clue of tui.store.series_clues counts for each of the three as much as
`presence.txt` of the language says, and the three together come to one (a softmax). The weights are
learnt from labelled pages by `tests.bench.presence`, which also tells how well they do on pages
that they were not learnt from. Whether one that is none too sure is of all is left to
tui.store.series_support, which knows who else tells its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from tui.store.series_clues import clues, plain_of, ruled
from tui.store.series_place import Sense, size
from tui.store.series_scene import Scene
from tui.store.series_support import SURE
from tui.text.language import lines

PAGE = 700
"""So many characters a body has that is no short report."""
_OPEN = ("", "in", "part", "more")
_HUNDREDTHS = 100
_ALL = "all of them"
_SOME = "some told apart, unless others tell that number"
_WHERE = {
    "before ": "before it",
    "after ": "behind it",
    "sentence ": "in its sentence",
    "headline ": "in the headline",
}
"""How clues that are words begin, and where those stand."""
_SHOWN = 3
_BACK = 3
"""So many sentences before it the region is named that is meant."""


class Chances(NamedTuple):
    """How likely it is that all are counted, those in a region, or some told apart."""

    all: float
    region: float
    some: float


def weighed(scene: Scene, found: list[Sense]) -> list[Sense]:
    """The senses, with those of a force that was sent as all that tells of them comes to."""
    if not weights():
        return found
    made = list(found)
    for nth, told in open_ones(scene, found):
        made[nth] = _decided(scene, found[nth], told)
    return made


def open_ones(scene: Scene, found: Sequence[Sense]) -> Iterator[tuple[int, list[str]]]:
    """The places in a list of the senses that are weighed, each with its clues.

    Those are of soldiers who were sent, in an article that is more than a short report: there is
    little to weigh in one, and the rules are nearly always right.
    """
    if len(scene.article.body) < PAGE:
        return
    for nth, sense in enumerate(found):
        if sense.whose and ruled(scene, sense) in _OPEN:
            yield nth, clues(scene, found, nth)


def chances_of(told: Iterable[str]) -> Chances:
    """What some clues come to."""
    known = weights()
    sums = [sum(column) for column in zip(*filter(None, map(known.get, told)), strict=True)]
    powers = [exp(total / _HUNDREDTHS) for total in sums or (0, 0, 0)]
    whole = sum(powers)
    return Chances(*(power / whole for power in powers))


def region_of(scene: Scene, sense: Sense) -> str:
    """The region that is meant: of its own sentence, or the last before it; empty for none."""
    if sense.place in scene.regions:
        return sense.place
    for nth in range(sense.line, max(-1, sense.line - _BACK - 1), -1):
        named = [text for text in scene.line(nth).texts if text in scene.regions]
        if named:
            return named[0 if nth == sense.line else -1]
    return next(iter(scene.regions)) if len(scene.regions) == 1 else ""


def _decided(scene: Scene, sense: Sense, told: Sequence[str]) -> Sense:
    """The sense as the clues to it have it; a rule that told one apart yields to `all` alone."""
    chances = chances_of(told)
    plain, rule = plain_of(scene), ruled(scene, sense)
    sure = round(_HUNDREDTHS * chances.all)
    if sure >= SURE and (not rule or chances.all == max(chances)):
        why = _most_telling(told, "all")
        made = _moved(sense, plain, "", _ALL, why) if rule else sense
        return made._replace(sure=sure)
    if rule == "in" and chances.some < max(chances):
        return sense
    region = region_of(scene, sense)
    if chances.region > chances.some and region:
        why = _most_telling(told, "region")
        made = _moved(sense, f"{plain} in {region}", region, f"those in {region}", why)
        return made._replace(country=scene.country_of.get(region, ""))
    if rule not in ("", "in"):
        return sense
    figure = scene.article.figures[sense.nth]
    if figure.kind == "vague" or not size(figure):
        return sense if rule else sense._replace(sure=sure)
    why = _most_telling(told, "some")
    return _moved(sense, plain, "", _SOME, why)._replace(sure=sure)


def _moved(sense: Sense, family: str, region: str, counts: str, why: str) -> Sense:
    """The sense as one of another family, with the reason; it leaves the region it was told in."""
    left = not region and " in " in sense.family
    return sense._replace(
        family=family,
        place=region or ("" if left else sense.place),
        country="" if left else sense.country,
        part_of=None if counts == _ALL else sense.part_of,
        words=(*sense.words[:3], region or ("" if left else sense.words[3])),
        why=(*sense.why, f"{counts}, by what stands around it{why}"),
    )


def _most_telling(told: Iterable[str], counts: str) -> str:
    """The words that speak most for one of the three: `: “nog eens” before it`."""
    at, known = Chances._fields.index(counts), weights()
    rows = []
    for clue in told:
        where = next((name for name in _WHERE if clue.startswith(name)), "")
        words = clue.removeprefix(where)
        if clue in known and where and words.replace(" ", "").islower():
            margin = known[clue][at] - max(known[clue][:at] + known[clue][at + 1 :])
            rows.append((-margin, f"“{words}” {_WHERE[where]}"))
    best = [text for margin, text in sorted(rows)[:_SHOWN] if margin < 0]
    return f": {', '.join(best)}" if best else ""


@cache
def weights() -> dict[str, tuple[int, int, int]]:
    """What each clue counts for all, a region and some, in hundredths."""
    found = {}
    for line in lines("presence"):
        if line and not line.startswith("#"):
            one, two, three, clue = line.split(" ", 3)
            found[clue] = (int(one), int(two), int(three))
    return found
