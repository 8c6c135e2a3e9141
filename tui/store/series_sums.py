"""What a figure adds up, and what as many before it were: told by the numbers alone."""

from __future__ import annotations

from itertools import pairwise

from tui.store.series_place import PAIR
from tui.store.series_spot import Spot, size

_BACK = 3
"""So many sentences before it those stand that a sum is of."""
_NEAR = 6
"""So many words before it those stand that it adds up: `sappeurs en bouwers, samen 6000`."""
_EXACT = 1_000
"""A number from here on is hardly told twice of two things."""


def noun_of_sum(spot: Spot, noun: str, *, hit: bool) -> str:
    """The noun of those it is made up of, or of as many before it; empty where nothing tells it.

    `6000 man: 1000 SAPPEURS en 5000 bouwers`, `duizend SAPPEURS en 5000 bouwers, samen 6000 man`.
    Those that are `hit` are others than as many before them; of a people only builders are so.
    """
    words = spot.scene.words
    found = spot.listed_noun or _named_noun(spot) or _added_noun(spot)
    found = found or ("" if hit else _noun_again(spot, noun))
    builders = words.thing(found) in words.lists["bodies builders"]
    return found if builders or noun not in words.peoples else ""


def is_of_losses(spot: Spot) -> bool:
    """Whether it is the dead and wounded before it: `300 doden, 2700 gewonden. SAMEN 3000`."""
    lists, figures = spot.scene.words.lists, spot.scene.article.figures
    if lists["together"].isdisjoint(spot.line.lowers):
        return False
    for two in pairwise(reversed(spot.before)):
        if spot.line.nth - two[1].line > _BACK:
            return False
        core = {sense.event for sense in two} <= lists["joined losses"]
        both = sum(size(figures[sense.nth]) for sense in two)
        alike = abs(both - spot.size) < both / 10
        if core and alike and two[0].event != two[1].event:
            return True
    return False


def _added_noun(spot: Spot) -> str:
    lists, figures = spot.scene.words.lists, spot.scene.article.figures
    known = not lists["joined articles"].isdisjoint(spot.line.lowers[max(0, spot.at - 1) : spot.at])
    together = not lists["together"].isdisjoint(spot.line.lowers)
    if len(spot.before) < PAIR or not (together or known) or is_of_losses(spot):
        return ""
    one, two = spot.before[-PAIR:]
    both = size(figures[one.nth]) + size(figures[two.nth])
    near = spot.line.nth - two.line <= _BACK and one.line == two.line
    return one.noun.lower() if near and both == spot.size and one.noun != two.noun else ""


def _named_noun(spot: Spot) -> str:
    """Who they are together, by names alone: `komen SAPPEURS en bouwers, samen 6000 man`."""
    words, lowers = spot.scene.words, spot.line.lowers
    if spot.at < _NEAR or lowers[spot.at - 1] not in words.lists["together"]:
        return ""
    named = [
        low for low in lowers[max(0, spot.at - _NEAR) : spot.at]
        if words.thing(low) in words.lists["bodies builders"]
    ]  # fmt: skip
    return named[0] if named else ""


def _noun_again(spot: Spot, noun: str) -> str:
    """The noun of as many who build: `6000 GENISTEN … Die 6000 man komen`; a range is no number.

    Of a people they are told as those before: `DE 6000 Fransen`.
    """
    articles, lowers = spot.scene.words.lists["joined articles"], spot.line.lowers
    known = not articles.isdisjoint(lowers[max(0, spot.at - 2) : spot.at])
    if noun in spot.scene.words.peoples and not known:
        return ""
    words, figures = spot.scene.words, spot.scene.article.figures
    own, builders = spot.figure.value, words.lists["bodies builders"]
    if own is None or own < _EXACT:
        return ""
    told = [one for one in spot.before if words.thing(one.noun.lower()) in builders]
    if any(figures[one.nth].value == own for one in told):
        return next(one.noun.lower() for one in told if figures[one.nth].value == own)
    for one, two in pairwise(told):
        both = size(figures[one.nth]) + size(figures[two.nth])
        if both == own:
            return one.noun.lower()  # `1000 SAPPEURS en 5000 bouwers. … wie 6000 man stuurt`
    return ""
