"""What a sum, a percentage or a measure is about: the nearest word of the lists."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui.store.series_antecedent import fronted
from tui.store.series_lines import Line, is_word
from tui.store.series_spot import Sense, Spot, size
from tui.store.series_states import SIGNS
from tui.store.series_subject import owner, subject
from tui.store.series_words import Hit, stem
from tui.text.article import Figure, FigureKind
from tui.text.unitwords import lowered, units

_FAR = 14
"""So many words away a topic may stand from its figure."""
_NEAR = 3
"""So near to a figure `per liter` and the like tell a price."""
_PARTS = ",;:"
_SIGN = 6
"""So many words a sign between a figure and its topic counts for."""
_TIMES = 100
"""A sum so many times as large or small is of something else."""
_SUM = 10_000
"""A smaller number with no unit is no sum."""
_ALIKE = 4
"""A number so many times as large or small as the measure before it is of something else."""
_GOES_ON: tuple[FigureKind, ...] = ("measure", "money")
_BACK = 3
_LISTS = {"money": "sums", "percent": "percents", "share": "percents", "measure": "measures"}


class _Topic(NamedTuple):
    """What a figure is about: the class, the word in the text and where it stands, or -1."""

    name: str
    word: str
    at: int
    why: str


def measured(spot: Spot) -> Sense | None:
    """The sense of a sum, percentage, share or measure; None where nothing tells what it is of."""
    spot.figure = _with_unit(spot)
    figure, words = spot.figure, spot.scene.words
    kind = "percent" if figure.kind == "share" else figure.kind
    unit = figure.unit or ""
    topic = _topic(spot)
    if topic is None:
        if (on := _going_on(spot, kind, unit)) is not None:
            return on
        topic = _fronted(spot, kind) or _by_unit(spot, unit)
        if topic is None:
            return None
    more = words.hints["more"].find_in(spot.line, max(0, spot.at - _NEAR), spot.behind)
    pieces = (kind, unit, topic.name, "more" if more else "")
    family = " ".join(filter(None, pieces))
    name = owner(spot)
    place = spot.scene.place(spot.line, 0, spot.line.size)
    shared = (
        sense.nth for sense in reversed(spot.before)
        if sense.family == family and sense.line == spot.line.nth and sense.topic == topic.at >= 0
    )  # fmt: skip
    told = (
        topic.why,
        f"“{name}” in its sentence" if name else "",
        f"“{place[0]}” in its sentence" if place[0] else "",
        spot.planned,
    )
    if not place[0] and not name:
        place = spot.scene.where
    return Sense(
        spot.nth,
        spot.line.nth,
        family,
        noun=topic.word,
        place=place[0],
        country=place[1],
        owner="" if topic.name in words.lists["own persons"] else name,
        subject=_subject(spot, topic.name),
        goes_on=next(shared, spot.still(family)),
        topic=topic.at,
        asked=topic.name.startswith("pay"),
        planned=bool(spot.planned),
        earlier=spot.earlier,
        why=tuple(filter(None, told)),
        words=("", topic.word, "", name or place[0]),
    )


def left_out(spot: Spot) -> str | None:
    """The currency of a sum that leaves it out, as one nearby has it: `30 MILJOEN, geen 20`."""
    figure, scene = spot.figure, spot.scene
    if figure.noun or spot.size < _SUM:
        return None
    if scene.words.magnitudes.isdisjoint(figure.text.lower().split()):
        return None
    for other in reversed(scene.article.figures[: spot.nth]):
        if other.kind == "money" and scene.text.nth_at(other.start) >= spot.line.nth - _BACK:
            return other.unit
    return None


def unit_told(spot: Spot) -> str | None:
    """The unit of a vague number, or of one that is taken from what is measured.

    `TIENTALLEN vierkante kilometers`, `600 van de 1100 VIERKANTE KILOMETER`.
    """
    behind = spot.figures_behind
    if behind and behind[0].kind == "measure" and spot.is_of_next:
        return behind[0].unit  # `600 van de 1100`
    before, _, word = (spot.figure.noun or "").rpartition(" ")
    unit = lowered("measure").get(word.lower())
    return None if unit is None else unit + units("measure_before").get(before.lower(), "")


def gone_on(spot: Spot) -> tuple[FigureKind, str] | None:
    """The kind and unit of the one before that a bare number goes on from: `nu nog 800 ERVAN OVER`.

    It is about as large, and its sentence tells of nothing else.
    """
    last, line, words = spot.before[-1] if spot.before else None, spot.line, spot.scene.words
    if last is None or spot.figure.noun or line.nth - last.line > 1 or not spot.is_beside(last):
        return None
    told, unit = [*last.family.split(" "), ""][:2]
    kind = next((one for one in _GOES_ON if one == told), None)
    other = spot.scene.article.figures[last.nth]
    if kind == "measure" and unit not in words.unit_topics:
        return None  # `300 meter lang. Vorig jaar telde de stad er 400`
    weak, first = words.lists["bodies weak"], line.behind(other) if last.line == line.nth else 0
    events = (hit for hit in words.events.find_in(line, first) if line.lowers[hit.at] not in weak)
    if any(events):
        return None
    if kind == "measure" and spot.counts_those:
        return kind, unit  # `op het hoogtepunt waren DAT ER 1400`
    there = not words.lists["antecedent there"].isdisjoint(line.lowers[: spot.at])
    if there and last.line != line.nth:
        return None  # `de club telt ER nog 500 over`
    if kind is None or not 1 / _ALIKE < spot.size / (size(other) or 1) < _ALIKE:
        return None
    tells = words.hints["tells"].find_in(line) or _is_left(spot)
    return (kind, unit) if tells else None


def _is_left(spot: Spot) -> bool:
    """Whether so much is left of what was told before: `nog 800 van OVER`."""
    return not spot.scene.words.lists["left"].isdisjoint(spot.line.lowers[spot.behind :])


def _with_unit(spot: Spot) -> Figure:
    """A sum with the currency of the others of its article, where it has none."""
    figure = spot.figure
    if figure.kind != "money" or figure.unit:
        return figure
    others = (other.unit for other in spot.scene.article.figures if other.kind == "money")
    return replace(figure, unit=next((unit for unit in others if unit), spot.scene.words.currency))


def _topic(spot: Spot) -> _Topic | None:
    words, figure = spot.scene.words, spot.figure
    hits = words.sums[_LISTS[figure.kind]].find_in(spot.line)
    price = next((hit for hit in hits if hit.name == "unit_price"), None)
    hits = [hit for hit in hits if hit is not price]
    hit = min(hits, key=lambda hit: (_distance(spot, hit), hit.at), default=None)
    if hit is not None and _distance(spot, hit) > _FAR:
        hit = None
    if price is not None and _distance(spot, price) <= _NEAR:
        hit = price._replace(name="price")
    if figure.kind in ("percent", "share"):
        noun = figure.noun
        support = next((hit for hit in hits if hit.name == "support"), None)
        if support and (not noun or words.thing(noun) in ("voters", "people")):
            noun, hit = None, support
        if noun and (hit is None or noun.lower() in words.event_nouns):
            name = f"of {words.thing(noun)}{_side(spot)}"
            return _Topic(name, noun, -1, f"“{figure.phrase}”")
    if hit is not None:
        word = spot.line.words(hit.at, hit.end)
        name = _pay(spot) if hit.name == "pay" else hit.name
        return _Topic(name, word, hit.at, f"“{word}”: {name}")
    if figure.kind == "measure" and (stuff := _stuff(spot)):
        return _Topic(stem(stuff), stuff, -1, f"“{stuff}”")
    return None


def _fronted(spot: Spot, kind: str) -> _Topic | None:
    """What a share is of by the noun its sentence opens with: `Van alle TANKS is 30 procent …`."""
    front = fronted(spot) if kind == "percent" else None
    if front is None:
        return None
    return _Topic(f"of {spot.scene.words.thing(front.noun)}", front.noun, -1, f"“{front.noun}”")


def _by_unit(spot: Spot, unit: str) -> _Topic | None:
    """What is measured where nothing but the unit tells it: hectares are of an area."""
    name = spot.scene.words.unit_topics.get(unit)
    return _Topic(name, spot.figure.noun or unit, -1, f"“{spot.figure.phrase}”") if name else None


def _going_on(spot: Spot, kind: str, unit: str) -> Sense | None:
    """The sense of a figure that names no topic: that of the one just before it, if any."""
    last = next((s for s in reversed(spot.before) if s.family.split(" ")[0] == kind), None)
    if last is None or spot.line.nth - last.line > 1:
        return None
    other = size(spot.scene.article.figures[last.nth])
    if kind == "money" and not 1 / _TIMES < (spot.size or 1) / (other or 1) < _TIMES:
        return None
    topic = last.family.rsplit(" ", 1)[-1]
    if last.asked:
        topic = _pay(spot)
    family = " ".join(piece for piece in (kind, unit, topic) if piece)
    if kind == "measure" and last.family.startswith(f"{kind} {unit} "):
        family = last.family
    about = _subject(spot, topic) or last.subject
    same = family == last.family and about == last.subject
    tells = spot.scene.words.hints["tells"].find_in(spot.line) or _is_left(spot)
    if kind == "measure" and not (same and (spot.earlier or tells)):
        return None
    return last._replace(
        nth=spot.nth,
        line=spot.line.nth,
        family=family if kind == "money" or last.asked else last.family,
        goes_on=last.nth if same else None,
        subject=about,
        topic=-1,
        planned=bool(spot.planned),
        earlier=spot.earlier,
        why=(f"no word of its own: “{last.noun}” from the figure before it",),
    )


def _subject(spot: Spot, topic: str) -> str:
    """Who a figure is of, where it is another thing for each: profit, votes."""
    lists = spot.scene.words.lists
    return subject(spot, persons=topic in lists["own persons"]) if topic in lists["own"] else ""


def _distance(spot: Spot, hit: Hit) -> int:
    """How far a topic stands from its figure; a sign between them makes it farther."""
    first, stop = (hit.end, spot.at) if hit.at < spot.at else (spot.behind, hit.at)
    between = spot.line.lowers[first:stop]
    return len(between) + _SIGN * sum(map(between.count, _PARTS))


def _side(spot: Spot) -> str:
    """What the people of a share do, where a listed event tells it: ` dismissed`."""
    hits = spot.scene.words.events.find_in(spot.line, spot.behind)
    return f" {hits[0].name}" if hits else ""


def _pay(spot: Spot) -> str:
    """Pay, that of a year apart from what comes each month, and as it is asked or offered."""
    words, line = spot.scene.words.lists, spot.line
    behind = line.lowers[spot.after_phrase : spot.after_phrase + 2]
    per = len(behind) > 1 and behind[0] in words["per"] and behind[1] in words["year"]
    yearly = per or not words["yearly"].isdisjoint(line.lowers)
    return f"pay{' year' if yearly else ''}{_asked(spot)}"


def _asked(spot: Spot) -> str:
    """Whether a rise is asked for or offered: those are two things."""
    for name in ("demand", "offer"):
        if not spot.scene.words.lists[name].isdisjoint(spot.line.lowers):
            return f" {name}"
    return ""


def _stuff(spot: Spot) -> str:
    """What is measured, right behind the unit: `anderhalf miljoen kuub KLEI`."""
    line: Line = spot.line
    behind = max(spot.behind + 1, spot.after_phrase)
    for text in line.texts[behind : behind + 2]:
        if text in SIGNS:
            break  # `80 vierkante kilometer, SCHATTEN kenners`
        told = is_word(text) and text.islower() and len(text) > 3
        if told and text not in spot.scene.words.function:
            return "" if text in spot.scene.words.lists["no stuff"] else text
    return ""
