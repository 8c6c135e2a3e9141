"""Where those are whom a figure counts: by its sentence, or by what went before."""

from __future__ import annotations

from tui.store.series_antecedent import that_many
from tui.store.series_spot import Sense, Spot

_CLOSE = 3
"""So many words before a number, or sentences before its own, a place is near."""


def place_of(spot: Spot, stop: int) -> tuple[str, str]:
    """Where it happened, and the country: behind the figure up to a word, else in its sentence."""
    scene, line = spot.scene, spot.line
    right_before = place_before(spot)
    if right_before[0]:
        return right_before
    found = scene.place(line, spot.at, stop)
    upto = line.at(spot.figures_behind[0].start) if spot.figures_behind else line.size
    found = found if found[0] else scene.place(line, 0, upto)
    if (not found[0] or found[0] in scene.words.states) and (region := at_border(spot)):
        return region, scene.country_of.get(region, found[1])
    if not found[0] or found[0] in scene.words.states:
        found = reached(spot) or found
    if not found[0] and (whole := among(spot)) is not None:
        return whole.place, whole.country
    if not found[0] and (those := that_many(spot)) is not None:
        named, at = those  # `soldaten in Soemy. Dat ZIJN ER 900`
        found = scene.place(named, at, named.size)
    if not found[0] and spot.question is not None:
        found = scene.place(spot.question, 0, spot.question.size)
    last = spot.before[-1] if spot.before else None
    if not found[0] and is_there(spot) and last is not None and last.line == line.nth - 1:
        found = (last.place, last.country) if last.family.endswith(f" in {last.place}") else found
    if not found[0] and is_there(spot):
        before = (scene.line(nth) for nth in range(line.nth - 1, max(-1, line.nth - _CLOSE), -1))
        told = next(filter(any, (scene.place(one, 0, one.size) for one in before)), found)
        found = told if told[0] in scene.told_regions or _stays_there(spot) else found
    return found


def reached(spot: Spot) -> tuple[str, str] | None:
    """The region that a verb tells to be reached: `900 man die SOEMY al hebben BEREIKT`."""
    scene, line, lists = spot.scene, spot.line, spot.scene.words.lists
    verbs = (
        at for at in range(spot.after_phrase, line.size) if line.lowers[at] in lists["reached"]
    )
    stop = next(verbs, -1)
    if not lists["contrast"].isdisjoint(line.lowers[spot.after_phrase : stop]):
        return None  # `900 man die Soemy NIET hebben bereikt`
    for at in range(spot.after_phrase, stop):
        if line.texts[at] in scene.regions:
            first = at - 1
            while line.lowers[first] in lists["where kinds"] | lists["where known"]:
                first -= 1
            if line.lowers[first] in lists["where prepositions"]:
                return None  # `IN de regio Soemy is een akkoord bereikt`
            return line.texts[at], scene.country_of.get(line.texts[at], "")
    return None


def place_before(spot: Spot) -> tuple[str, str]:
    """The place that stands right before the number: `in Soemy 900 man, IN CÁDIZ zeker 300`."""
    line, hedges = spot.line, spot.scene.words.lists["hedges still"]
    at = spot.at
    while at > 0 and line.lowers[at - 1] in hedges:
        at -= 1
    near = [k for k in line.places("where before", 0, at) if at - k <= _CLOSE]
    found = spot.scene.place(line, near[-1], at) if near else ("", "")
    return found if found[0] and found[0] in line.texts[at - 1 : at] else ("", "")


def _stays_there(spot: Spot) -> bool:
    """Whether they are where it points at: `DAAR STAAN 900 man`, not `DAAR hoorde men dat er …`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    at = next((k for k in range(spot.at) if lowers[k] in lists["there"]), -1)
    if at < 0 or not lists["that"].isdisjoint(lowers[at : spot.at]):
        return False
    return not lists["being"].isdisjoint(lowers[max(0, at - 1) :])


def at_border(spot: Spot) -> str:
    """The region meant where its sentence has no name for it: `naar de GRENSSTREEK gebracht`."""
    if spot.scene.words.lists["border"].isdisjoint(spot.line.lowers):
        return ""
    regions = spot.scene.regions
    return next(iter(regions)) if len(regions) == 1 else ""


def among(spot: Spot) -> Sense | None:
    """Those at a place of whom they are some: `in Soemy staan 900 man. DAARONDER zijn …`."""
    if spot.line.lowers[0] not in spot.scene.words.lists["among"] or not spot.before:
        return None
    last = spot.before[-1]
    return last if last.line == spot.line.nth - 1 and last.place else None


def is_meant(spot: Spot) -> bool:
    """Whether a word for a place points at one told before: `hield het VOOR DIE REGIO op 8000`."""
    lists, line = spot.scene.words.lists, spot.line
    first = line.behind(spot.figures_before[-1]) + 1 if spot.figures_before else 0
    return any(
        not lists["where regions"].isdisjoint(line.lowers[at + 2 : at + 3])
        and line.lowers[at + 1] in lists["where known"]
        for at in line.places("where for", first, spot.after_phrase + 1)
    )


def is_asked_of(spot: Spot, place: str) -> bool:
    """Whether a question asks how many are at a place: `HOEVEEL ER IN SOEMY ZIJN, is onbekend`."""
    asked, lists = spot.question, spot.scene.words.lists
    if asked is None or place not in asked.texts:
        return False
    at = asked.texts.index(place)
    return not lists["where at"].isdisjoint(asked.lowers[max(0, at - 1) : at]) and not lists[
        "being"
    ].isdisjoint(asked.lowers)


def is_there(spot: Spot) -> bool:
    """Whether a word before the number points at a place told before: `hield het DAAR op 8000`."""
    there = spot.scene.words.lists["there"]
    return is_right_there(spot) or not there.isdisjoint(spot.line.lowers[: spot.at])


def is_right_there(spot: Spot) -> bool:
    """Whether such a word stands right behind it: `de 900 man ALDAAR`."""
    behind = spot.line.lowers[spot.after_phrase : spot.after_phrase + 1]
    return not spot.scene.words.lists["there"].isdisjoint(behind)
