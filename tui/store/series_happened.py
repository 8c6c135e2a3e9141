"""What happened to those a figure counts: the event told nearest to it in its sentence."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_lines import Line
from tui.store.series_spot import Spot
from tui.store.series_words import Hit

_JOINED = 3
"""So many words may stand between events that are told as one: `gedood of raakten gewond`."""


class Happened(NamedTuple):
    """An event, empty where none is told; its words; and the stretch of words that speaks of it.

    `far` tells that another figure stands between.
    """

    event: str
    word: str
    window: tuple[int, int]
    far: bool = False


def happened(spot: Spot) -> Happened:
    """The event of a figure: behind it up to the next figure, then before it, then further on."""
    line, words = spot.line, spot.scene.words
    lists = words.lists
    first, stop, last = _window(spot)
    role = Happened("", "", (first, stop))
    for begin, end in ((spot.behind, stop), (first, spot.at + 1), (stop, last)):
        hits = words.events.find(line.lowers, begin, end)
        hits = [hit for hit in hits if not _is_name(line, hit)]
        if begin == stop and not spot.shared_noun:
            hits = [hit for hit in hits if not _is_others(spot, hit)]
        if not hits and begin == first:
            hits = _split(spot, first, stop)
        hits = _without_roles(hits, lists["bodies roles"], lists["bodies events"])
        if role.event:  # `de politie arresteerde 89 BETOGERS`: only what happens to people counts
            hits = [
                hit for hit in hits
                if hit.name in lists["bodies events"] and hit.name not in lists["bodies roles"]
            ]  # fmt: skip
        if not hits:
            continue
        hit = hits[-1] if begin == first else hits[0]
        event, word = _joined(spot, hits, hit)
        told = Happened(event, word, (first, stop), begin == stop and begin != spot.behind)
        final = event not in lists["bodies roles"] or event in lists["joined losses"]
        if role.event or final or begin != spot.behind:
            return told
        role = told
    return role if role.event else _before_colon(spot, first, stop)


def _before_colon(spot: Spot, first: int, stop: int) -> Happened:
    """What is told before a colon: `de helft is gesneuveld of gewond: 6000 man`."""
    if first and spot.line.lowers[first - 1] in spot.scene.words.lists["clause colon"]:
        hits = spot.scene.words.events.find(spot.line.lowers, 0, first)
        hits = [hit for hit in hits if hit.name in spot.scene.words.lists["bodies events"]]
        if hits:
            return Happened(*_joined(spot, hits, hits[-1]), (first, stop), far=True)
    return Happened("", "", (first, stop))


def _without_roles(hits: list[Hit], roles: frozenset[str], bodies: frozenset[str]) -> list[Hit]:
    """The events without those that only say who it happened to: `14 BETOGERS opgepakt`."""
    if any(hit.name in bodies and hit.name not in roles for hit in hits):
        return [hit for hit in hits if hit.name not in roles]
    return hits


def _split(spot: Spot, first: int, stop: int) -> list[Hit]:
    """Verbs whose halves stand around the figure: `kwamen 12 mensen om`."""
    hits = spot.scene.words.events.find(spot.line.lowers, first, stop)
    return [hit for hit in hits if hit.end - hit.at > 1]


def _joined(spot: Spot, hits: list[Hit], hit: Hit) -> tuple[str, str]:
    """An event with those told in one breath: `doden en gewonden` are losses."""
    line, lists = spot.line, spot.scene.words.lists
    losses, joins = lists["joined losses"], lists["joined joins"]
    for other in hits if hit.name in losses else ():
        if other.name in losses and other.name != hit.name:
            one, two = sorted((hit, other), key=lambda item: item.at)
            between = line.lowers[one.end : two.at]
            near = len(between) <= _JOINED and not joins.isdisjoint(between)
            if near and all(token.kind != "digits" for token in line.tokens[one.end : two.at]):
                return "losses", line.words(one.at, two.end)
    return hit.name, line.words(hit.at, hit.end)


def _window(spot: Spot) -> tuple[int, int, int]:
    """Where the clause of a figure begins, where the next figure stands, where the clause ends."""
    line, figures = spot.line, spot.scene.article.figures
    breaks = spot.scene.words.lists["clause breaks"]
    first, stop = 0, len(line.tokens)
    after = next(iter(figures[spot.nth + 1 :]), None)
    for other in figures:
        if other.kind not in ("count", "vague") or not line.start <= other.start < line.end:
            continue
        if other.start < spot.figure.start:
            first = line.at(max(other.start, other.end - 1)) + 1
        elif other.start >= spot.figure.end and not (spot.is_of_next and other is after):
            stop = min(stop, max(spot.behind, line.at(other.start)))
    for place in range(first, spot.at):
        if line.lowers[place] in breaks:
            first = place + 1
    ends = (k for k in range(spot.after_phrase + 1, len(line.tokens)) if line.lowers[k] in breaks)
    last = next(ends, len(line.tokens))
    return first, min(stop, last), last


def _is_others(spot: Spot, hit: Hit) -> bool:
    """Whether an event is the noun of another figure: `de 11.000 man hebben 4000 DODEN`."""
    line = spot.line
    return any(
        other.noun and line.at(other.start) <= hit.at < line.behind(other)
        for other in spot.scene.article.figures
        if line.start <= other.start < line.end and other.start > spot.figure.start
    )


def _is_name(line: Line, hit: Hit) -> bool:
    """Whether an event stands inside a name, with a capital in mid-sentence."""
    return hit.at > 0 and line.tokens[hit.at].text[:1].isupper() and line.nth >= 0
