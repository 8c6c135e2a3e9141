"""What a number without a noun counts, by a noun that its sentence or the one before names.

`Van de Franse TANKS gingen er 20 verloren`, `OFFICIEREN telde men er vijftig`.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_context import is_being
from tui.store.series_forces import force_before
from tui.store.series_lines import Line
from tui.store.series_spot import Spot
from tui.text.shapes import PLURAL, SHAPES

_NEAR = 3
"""So many words before its noun an adjective may stand: `Noord-Koreaanse ballistische RAKETTEN`."""
_SINGULAR = 4
"""A noun of so few letters is one of a thing, though it ends in an s: `huis`, `mens`."""
_OPENING = 9
"""So many words a sentence may open with before the noun of its `van de`."""


class Antecedent(NamedTuple):
    """A noun as printed, whose it is (with the word that tells it), both perhaps empty."""

    noun: str
    country: str = ""
    printed: str = ""


def fronted(spot: Spot) -> Antecedent | None:
    """The noun that a sentence opens with, where `er` or a verb leaves it out at the number."""
    words, line = spot.scene.words, spot.line
    if found := _beside(spot):
        return found
    if spot.figures_before or not line.size:
        return None
    there = words.lists["antecedent there"]
    lowers = line.lowers
    first = _opens(spot)
    if lowers[first : first + 1] and lowers[first] in words.lists["joined of"]:
        for at in range(first + 1, min(spot.at, first + _OPENING)):
            if lowers[at] in words.lists["relative"] or lowers[at] in words.lists["them"]:
                break  # `van HEN`, who were named before
            if _is_noun(spot, line, at) or _is_plural(spot, line, at):
                return _told(spot, line, at)
        return None
    if there.isdisjoint(lowers[first : spot.at]):
        return None
    first += lowers[first] in words.lists["noun at"]
    for at in range(first, min(spot.at, first + _NEAR)):
        if _is_noun(spot, line, at):
            return _told(spot, line, at)
        if lowers[at] in words.function:
            break
    return None


def asked(spot: Spot) -> Antecedent | None:
    """The noun that a question asks for, where the number answers it: `HOEVEEL TANKS zijn er?`."""
    line = spot.question
    if line is None:
        return None
    asks = spot.scene.words.lists["asks"]
    first = next(at for at, low in enumerate(line.lowers) if low in asks) + 1
    for at in range(first, min(line.size, first + _NEAR)):
        if _is_noun(spot, line, at) or _is_plural(spot, line, at):
            return _told(spot, line, at)
    return None


def headed(spot: Spot) -> Antecedent | None:
    """The dead or wounded whom the sentence before opens on: `OVER DE DODEN is men het oneens`."""
    nth, words = spot.line.nth - 1, spot.scene.words
    if nth < 0 or spot.figures_before or nth in spot.scene.figures_of:
        return None
    line = spot.scene.line(nth)
    if line.lowers[0] not in words.lists["whose about"]:
        return None
    nouns = (
        at for at in range(1, min(line.size, _SINGULAR)) if line.lowers[at] in words.event_nouns
    )
    at = next(nouns, 0)
    return _told(spot, line, at) if at else None


def lost_here(spot: Spot) -> Antecedent | None:
    """The losses that its sentence names before one tells how many: `ziet VERLIEZEN, maar …`."""
    words, line = spot.scene.words, spot.line
    told = words.hints["tells"].find_in(line)
    if not told:
        return None
    losses, nouns = words.lists["bodies losses"], words.event_nouns
    places = (at for at in range(spot.at) if nouns.get(line.lowers[at]) in losses)
    at = next(places, -1)
    return _told(spot, line, at) if at >= 0 else None


def named_here(spot: Spot) -> Antecedent | None:
    """The last people or things that its sentence names, where `er` or `van wie` points at them."""
    if not _points_back(spot):
        return None
    found = _last_named(spot, spot.line, spot.at)
    some = spot.scene.words.lists["antecedent some"].isdisjoint(spot.line.lowers[: spot.at])
    people = found is not None and found.noun in spot.scene.words.peoples
    return None if people and some else found  # `de AMERIKANEN denken dat het er 900 zijn`


def named_before(spot: Spot) -> Antecedent | None:
    """The same, or those that the sentence before names."""
    if not _points_back(spot):
        return None
    found = _last_named(spot, spot.line, spot.at)
    if found is None and spot.line.nth > 0:
        line = spot.scene.line(spot.line.nth - 1)
        found = _last_named(spot, line, line.size)
    return found


def that_many(spot: Spot) -> tuple[Line, int] | None:
    """The sentence before, and where it names those whom this one counts: `dat ZIJN ER 900`."""
    line = spot.line
    if not spot.counts_those or line.nth < 1 or spot.figure.noun or spot.figures_before:
        return None
    before = spot.scene.line(line.nth - 1)
    last = spot.before[-1].line if spot.before else -1
    at = next((at for at in range(before.size - 1, -1, -1) if _is_noun(spot, before, at)), -1)
    return (before, at) if at >= 0 and last < before.nth else None


def _points_back(spot: Spot) -> bool:
    """Whether words near a number point back at what was named: `HUN aantal`, `12 stuks`."""
    lists = spot.scene.words.lists
    first, stop = max(0, spot.at - _OPENING), spot.after_phrase + 2
    near = zip(
        spot.line.lowers[first:stop], (*spot.line.lowers[first + 1 : stop], ""), strict=False
    )
    counter = (spot.figure.noun or "").lower() in lists["counters"]
    times = lists["times"] | lists["spans"]  # `eerder DEZE MAAND`
    return counter or any(
        low in lists["antecedent back"] and follows not in times for low, follows in near
    )


def _last_named(spot: Spot, line: Line, stop: int) -> Antecedent | None:
    front, spoken = spot.scene.words.lists["whose front"], " ".join(spot.spoken)
    since = spot.scene.words.lists["since"]
    people = _are_people(spot) or (bool(spot.scene.owners.group) and is_being(spot))
    places = (
        at
        for at in range(stop - 1, -1, -1)
        if _is_noun(spot, line, at)
        and line.texts[at] not in spoken
        and front.isdisjoint(line.lowers[max(0, at - _NEAR) : at])
        and since.isdisjoint(line.lowers[max(0, at - _NEAR - 2) : at])
        and not _tells(spot, line, at)
        and (not people or _is_of_people(spot, line, at))
    )
    found = [*places]
    if spot.scene.owners.group and not _happens_to_things(spot):
        # `NOORD-KOREANEN gaan aan boord van schepen. Er zijn er 900 …`
        found.sort(key=lambda at: not _are_sent(spot, line, at))
    return _told(spot, line, found[0]) if found else None


def _happens_to_things(spot: Spot) -> bool:
    """Whether its clause tells what happens to no people: `er zijn er 40 AFGEVUURD`."""
    words, lowers = spot.scene.words, spot.line.lowers
    people = {"people", *words.plain}
    stop = lowers.index(",", spot.after_phrase) if "," in lowers[spot.after_phrase :] else None
    told = (words.only.get(hit.name) for hit in words.events.find_in(spot.line, 0, stop))
    return any(only is not None and people.isdisjoint(only) for only in told)


def _are_sent(spot: Spot, line: Line, at: int) -> bool:
    """Whether a word is for soldiers or a people."""
    words = spot.scene.words
    return line.texts[at] in words.peoples or words.thing(line.lowers[at]) in words.plain


def _are_people(spot: Spot) -> bool:
    """Whether what follows tells of people: `er zijn er 900, VAN WIE er 300 …`."""
    some = spot.scene.words.lists["antecedent some"]
    return not some.isdisjoint(spot.line.lowers[spot.after_phrase :])


def _is_of_people(spot: Spot, line: Line, at: int) -> bool:
    words, low = spot.scene.words, line.lowers[at]
    return low in words.event_nouns or words.thing(low) in ("people", *words.plain)


def _tells(spot: Spot, line: Line, at: int) -> bool:
    """Whether a people tells how many: `de AMERIKANEN zeggen dat er 900 zijn`."""
    words = spot.scene.words
    if line.texts[at] not in words.peoples:
        return False
    speaks = line.texts[at] in spot.scene.owners.speakers or not words.events.find_in(line)
    if speaks and spot.scene.owners.others(words.peoples[line.texts[at]]):
        return True
    near = (*line.lowers[max(0, at - 2) : at], *line.lowers[at + 1 : at + 2])
    return not words.lists["whose speaks"].isdisjoint(near)


def _beside(spot: Spot) -> Antecedent | None:
    """The noun right before a number: `een MACHT van 900`, `Spanjaarden, 900 in getal`."""
    words, line = spot.scene.words, spot.line
    at = force_before(spot)
    if at and line.lowers[at] in words.lists["whose military"]:
        return _told(spot, line, at)
    at = spot.at - 1
    while at > 0 and line.lowers[at] in words.lists["hedges"]:
        at -= 1
    signs = (",", *words.lists["clause colon"])
    if at > 0 and line.lowers[at] in signs and _is_noun(spot, line, at - 1):
        return _told(spot, line, at - 1)
    return None


def _opens(spot: Spot) -> int:
    """Where the sentence opens, behind a dateline."""
    body = spot.scene.head
    line = spot.line
    return line.at(body) + (line.start < body and line.starts[line.at(body)] < body)


def _is_noun(spot: Spot, line: Line, at: int) -> bool:
    """Whether a word is a noun of the lists for many: a thing, a people, `gesneuvelden`."""
    words, text, low = spot.scene.words, line.texts[at], line.lowers[at]
    if text in words.peoples:
        return True
    if text[:1].isupper() and at and line.starts[at] > spot.scene.head:
        low = text.rpartition("-")[2]
        if low == text or not low.islower():
            return False  # a name: `het Witte HUIS`
    if low in words.event_nouns or low in words.lists["whose military"]:
        return True
    return low in words.things and low[-1:] in "ns" and len(low) > _SINGULAR


def _is_plural(spot: Spot, line: Line, at: int) -> bool:
    """Whether a word of no list is a noun for many, with a verb or relative behind it."""
    words, low = spot.scene.words, line.lowers[at]
    behind = line.lowers[at + 1 : at + 2]
    ends = any(low in words.function or low in words.events.openers for low in behind)
    plural = SHAPES[low] & PLURAL and line.texts[at].islower() and low not in words.function
    return bool(plural) and ends


def _told(spot: Spot, line: Line, at: int) -> Antecedent:
    words, text = spot.scene.words, line.texts[at]
    if country := words.peoples.get(text):
        return Antecedent(text, country, text)
    low = line.lowers[at]
    if low in words.lists["whose military"] and low not in words.event_nouns:
        text = next(noun for noun, of in words.things.items() if of in words.plain)
    for before in reversed(line.texts[max(0, at - _NEAR) : at]):
        if country := words.adjectives.get(before):
            return Antecedent(text, country, before)
    return Antecedent(text)
