"""What a number without a noun counts, by a noun that its sentence or the one before names.

`Van de Franse TANKS gingen er 20 verloren`, `OFFICIEREN telde men er vijftig`.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_context import force_before
from tui.store.series_lines import Line
from tui.store.series_spot import Spot

_NEAR = 3
"""So many words before its noun an adjective may stand: `Noord-Koreaanse ballistische RAKETTEN`."""
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
            if lowers[at] in words.lists["relative"]:
                break
            if _is_noun(spot, line, at):
                return _told(spot, line, at)
        return None
    if there.isdisjoint(lowers[first : spot.at]):
        return None
    for at in range(first, min(spot.at, first + _NEAR)):
        if _is_noun(spot, line, at):
            return _told(spot, line, at)
        if lowers[at] in words.function:
            break
    return None


def named_before(spot: Spot) -> Antecedent | None:
    """The last people or things named before it, where `er` or `hun aantal` points back at them."""
    words, line = spot.scene.words, spot.line
    window = line.lowers[max(0, spot.at - _OPENING) : spot.after_phrase + 2]
    counter = (spot.figure.noun or "").lower() in words.lists["counters"]
    if not counter and words.lists["antecedent back"].isdisjoint(window):
        return None
    for told, stop in ((line, spot.at), (spot.scene.line(line.nth - 1), None)):
        for at in range((told.size if stop is None else stop) - 1, -1, -1):
            if _is_noun(spot, told, at):
                return _told(spot, told, at)
        if not line.nth:
            break
    return None


def _beside(spot: Spot) -> Antecedent | None:
    """The noun right before a number: `een MACHT van 900`, `Spanjaarden, 900 in getal`."""
    words, line = spot.scene.words, spot.line
    at = force_before(spot)
    if at and line.lowers[at] in words.lists["whose military"]:
        return _told(spot, line, at)._replace(noun=next(iter(words.plain)))
    at = spot.at - 1
    while at > 0 and line.lowers[at] in words.lists["hedges"]:
        at -= 1
    if at > 0 and line.lowers[at] == "," and _is_noun(spot, line, at - 1):
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
        return False  # a name: `het Witte HUIS`
    return low in words.event_nouns or (low in words.things and low[-1:] in "ns")


def _told(spot: Spot, line: Line, at: int) -> Antecedent:
    words, text = spot.scene.words, line.texts[at]
    if country := words.peoples.get(text):
        return Antecedent(text, country, text)
    for before in reversed(line.texts[max(0, at - _NEAR) : at]):
        if country := words.adjectives.get(before):
            return Antecedent(text, country, before)
    return Antecedent(text)
