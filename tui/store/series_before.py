"""The figure that one before is told like: of one place, as many, or what it is compared with."""

from __future__ import annotations

from collections.abc import Iterable

from tui.store.series_context import is_told
from tui.store.series_draft import Draft
from tui.store.series_noun import MANY
from tui.store.series_spot import Sense, Spot

_WHOLE = 4
"""So many words behind a number a country is where they all are."""
_EXACT = 1_000
"""A number from here on is hardly told twice of two things."""
_RIGHT_BEHIND = 2
"""So many words behind a number one tells it of all: `900 als TOTAAL`."""


def stays(draft: Draft) -> Sense | None:
    """The figure whose place it is of too: `in Soemy zijn er 8000. Vorige week NOG 6000`."""
    last = draft.spot.last if draft.bare else _as_many(draft)
    spot = draft.spot
    if last is None or last.event != draft.event or spot.part_of is not None or spot.has_parts:
        return None
    states = spot.scene.words.states
    behind = spot.line.texts[spot.after_phrase : spot.after_phrase + _WHOLE]
    if any(states.get(text) == text for text in behind) or spot.is_in_state(
        spot.scene.article.figures[last.nth].end
    ):
        return None  # `900 voor heel RUSLAND`
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    near = (*lowers[: spot.at], *lowers[spot.after_phrase : spot.after_phrase + _RIGHT_BEHIND])
    if not lists["totals"].isdisjoint(near) or not lists["eventually"].isdisjoint(near):
        return None  # `dat het er IN TOTAAL 900 worden`
    return last if last.family.endswith(f"in {last.place}") and last.place else None


def told_again(draft: Draft) -> Sense | None:
    """The soldiers before it who are as many, to the digit: `sprak ook al van 50.000 MAN`."""
    spot = draft.spot
    words = spot.scene.words
    men = draft.noun.lower() in words.lists["soldiers"] or draft.thing in words.plain
    if spot.size < _EXACT or not (men or draft.bare):
        return None
    told = (sense for sense in spot.before if sense.group in words.plain and sense.whose)
    return _last_of_as_many(spot, told)


def _as_many(draft: Draft) -> Sense | None:
    """The last figure before it of as many of them: `Kyiv had het ook al over 8000 MAN`."""
    spot = draft.spot
    if not draft.person or spot.size < MANY:
        return None
    return _last_of_as_many(spot, (one for one in spot.before if one.group == draft.group))


def _last_of_as_many(spot: Spot, told: Iterable[Sense]) -> Sense | None:
    """The last of some figures that is the same number; a range and a vague one never are."""
    figures, own = spot.scene.article.figures, spot.figure.value
    alike = [one for one in told if own is not None and figures[one.nth].value == own]
    return alike[-1] if alike else None


def compared(draft: Draft, family: str, owner: str) -> int | None:
    """The figure that this one is told like, unless its clause is about somebody else."""
    spot = draft.spot
    last = spot.last if draft.bare else None
    if last is not None and last.event == draft.event:
        return last.nth if not owner or owner == last.subject else None
    if spot.scene.words.hints["goes_on"].find_in(spot.line) or is_told(spot):
        return next((s.nth for s in reversed(spot.before) if s.family == family), None)
    return spot.still(family)
