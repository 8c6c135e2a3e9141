"""What stands around a figure of those who were sent, as clues to how many of them it counts.

A clue is a short text: `before nog`, `next van wie`, `headline region`. Numbers and names are told
by their kind, so that what is learnt on one story holds in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from tui.store.series_lines import Line
from tui.store.series_place import Sense, size
from tui.store.series_scene import Scene
from tui.text.language import table
from tui.text.numbers import word_value

_WIDE = 8
"""So many words on either side of a number are near it."""
_CLOSE = 3
"""So many are told with their place."""
_SHARES = (2, 1, 0.8, 0.5, 0.25, 0.1)
"""Such parts of the largest number of its kind in the article are told of alike."""
_MANY = 20
"""A word for a number from here on is told as one in digits."""
_FAR = 3
"""So many sentences back it is looked for a region."""
_AGO = 2
"""So many sentences back a figure is right before another."""


def clues(scene: Scene, found: Sequence[Sense], nth: int) -> list[str]:
    """What tells of the sense with this place in a list whether all are meant, or some."""
    return list(dict.fromkeys(_clues(scene, found, nth)))


def ruled(scene: Scene, sense: Sense) -> str:
    """What the rules took it for, of all those of its country who were sent.

    Empty for all of them; `in`, `part` or `more`; `else` for anything that is no plain count of
    them, as those of a time or so many a month.
    """
    plain = plain_of(scene)
    if not sense.family.startswith(plain):
        return "else"
    rest = sense.family[len(plain) :].strip()
    if rest == f"in {sense.place}":
        return "in"
    return rest if rest in ("", "part", "more") else "else"


def plain_of(scene: Scene) -> str:
    """The family of all soldiers who were sent."""
    group, event = next(iter(scene.words.plain.items()))
    return f"count {event} {group}"


def _clues(scene: Scene, found: Sequence[Sense], nth: int) -> Iterator[str]:
    sense = found[nth]
    figure, line = scene.article.figures[sense.nth], scene.line(sense.line)
    kinds = _kinds(scene, line, sense.whose)
    at = line.at(figure.start)
    behind = line.at(max(figure.start, figure.end - 1)) + 1
    before, after = kinds[:at], kinds[behind:]
    yield "always"
    for far, word in enumerate(reversed(before[-_CLOSE:]), 1):
        yield f"before {far} {word}"
    for far, word in enumerate(after[: _CLOSE + 1], 1):
        yield f"after {far} {word}"
    for name, words in (("before", before[-_WIDE:]), ("after", after[:_WIDE])):
        for word in words:
            yield f"{name} {word}"
        for one, two in pairwise(words):
            yield f"{name} {one} {two}"
    for word in kinds:
        yield f"sentence {word}"
    if sense.line > 0:
        for word in _kinds(scene, scene.line(sense.line - 1), sense.whose):
            yield f"last sentence {word}"
    for word in _kinds(scene, scene.title, sense.whose):
        yield f"headline {word}"
    yield from _of_number(scene, found, nth)
    yield from _of_sense(scene, sense)
    yield from _of_those_before(scene, found, nth)


def _kinds(scene: Scene, line: Line, whose: str) -> list[str]:
    """The words of a line, names and numbers by their kind."""
    words = scene.words
    told = []
    for at, (text, low) in enumerate(zip(line.texts, line.lowers, strict=True)):
        if low[:1].isdigit() or (word_value(low) or 0) >= _MANY:
            told.append("0")
        elif not text[:1].isupper():
            told.append("MONTH" if low in _months() else low)
        elif text in words.states:
            told.append("STATE")
        elif text in scene.regions:
            told.append("REGION")
        elif country := words.peoples.get(text) or words.adjectives.get(text):
            told.append("THEIR" if country == whose else "PEOPLE")
        elif text in scene.places:
            told.append("PLACE")
        elif text not in scene.names and (at == 0 or not line.lowers[at - 1][:1].isalnum()):
            told.append(low)
        else:
            told.append("NAME")
    return told


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in table("dates")["months"] for name in names)


def _of_number(scene: Scene, found: Sequence[Sense], nth: int) -> Iterator[str]:
    """How it compares with the others of its kind."""
    sense, figures = found[nth], scene.article.figures
    figure = figures[sense.nth]
    own = size(figure)
    if figure.hedge:
        yield f"hedge {figure.hedge}"
    noun = figure.noun or ""
    if country := scene.words.peoples.get(noun):
        yield f"noun {'THEIR' if country == sense.whose else 'PEOPLE'}"
    else:
        yield f"noun {noun and scene.words.thing(noun)}"
    like = [one for one in _like(scene, found, sense) if one is not sense]
    others = [(one, size(figures[one.nth])) for one in like]
    if not others:
        yield "alone"
        return
    most = max(value for _, value in others)
    least = min(value for _, value in others)
    if own > most:
        yield "largest"
    if own < least:
        yield "smallest"
    yield f"share {next((step for step in _SHARES if own >= step * most), 0)}"
    yield from _beside(sense, own, others)
    if any(value == own and one.nth != sense.nth for one, value in others):
        yield "told twice"


def _beside(sense: Sense, own: float, others: Iterable[tuple[Sense, float]]) -> Iterator[str]:
    """How it compares with those near it."""
    for one, value in others:
        than = "larger" if value > own else "smaller" if value < own else "same"
        if one.line == sense.line:
            yield f"{than} {'before' if one.nth < sense.nth else 'behind'} in sentence"
        elif 0 < sense.line - one.line <= _AGO:
            yield f"{than} right before"


def _of_sense(scene: Scene, sense: Sense) -> Iterator[str]:
    """What the rules made of it."""
    yield f"rule {ruled(scene, sense)}"
    for told, name in (
        (sense.part_of is not None, "part of another"),
        (sense.goes_on is not None, "compared"),
        (sense.whole, "whole"),
        (sense.base, "base"),
        (sense.planned, "planned"),
        (sense.earlier, "earlier"),
        (bool(sense.words[2]), "event told"),
        (not sense.noun, "no noun"),
    ):
        if told:
            yield name
    place = sense.place
    kind = "none" if not place else "state" if place in scene.words.states else "place"
    yield f"at {'region' if place in scene.regions else kind}"
    body = scene.article.body
    first = scene.text.spans[sense.line][0] if sense.line >= 0 else 0
    if not first or body[first - 1] == "\n":
        yield "opens paragraph"
    if not sense.line:
        yield "opens article"


def _of_those_before(scene: Scene, found: Sequence[Sense], nth: int) -> Iterator[str]:
    """Where a region was told last, and what the rules made of the figure of its kind before it."""
    sense = found[nth]
    for back in range(_FAR + 1):
        line = scene.line(sense.line - back) if sense.line >= back else None
        if line is not None and not scene.regions.isdisjoint(line.texts):
            yield f"region {back} back"
            break
    like = _like(scene, found[:nth], sense)
    if like:
        rule = ruled(scene, like[-1])
        yield f"last {rule} {min(sense.line - like[-1].line, _FAR)} back"
        yield f"last {rule}"
        if scene.article.figures[sense.nth].noun is None:
            yield f"last {rule} no noun"


def _like(scene: Scene, found: Iterable[Sense], sense: Sense) -> list[Sense]:
    """Those of the same country who were sent."""
    return [one for one in found if one.whose == sense.whose and ruled(scene, one) != "else"]
