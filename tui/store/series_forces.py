"""How large an army, a force or a group is that a number tells of, and not who was sent or hit."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store.series_spot import Spot

_CLOSE = 3
"""So many words around a number its noun is of it for certain."""
_FAR = 5
"""So many words behind members of something it is told whose they are."""


def is_some(spot: Spot, noun: str) -> bool:
    """Whether it is told as not all: `een GROEP van veertig`, `een paar duizend ANDEREN`."""
    words, lowers = spot.scene.words.lists, spot.line.lowers
    if noun.lower() in words["others"]:
        return True
    at = force_before(spot)
    whole = not words["joined articles"].isdisjoint(lowers[at : spot.at])  # `een deel van DE 900`
    whole = whole or not words["joined articles"].isdisjoint(lowers[max(0, at - 1) : at])
    whole = whole or lowers[at - 1] in words["first"]
    return at > 0 and not whole and lowers[at] in words["unit"]


def army_of(spot: Spot) -> str:
    """The army of which a number tells how large it is: `een LEGER van 1,3 miljoen man`.

    Only of men: `het leger telde 79 DRONES`.
    """
    words, lowers = spot.scene.words.lists, spot.line.lowers
    noun = (spot.figure.noun or "").lower()
    if noun and noun not in words["soldiers"] and not _are_men(spot, noun):
        return ""
    at = force_before(spot)
    if at and lowers[at] in words["whose armies"]:
        return lowers[at]
    strong = not words["whose strength"].isdisjoint(lowers[: spot.at])
    if strong and _has_corps(spot, lowers[: spot.at]):
        return _army(spot)
    counts = not words["whose counts"].isdisjoint(lowers[: spot.at])
    said = lowers[0] in words["voice front"]  # `VOLGENS het leger telt Frankrijk 900 man`
    if counts and not said and _has_corps(spot, lowers[1:_CLOSE]):
        return _army(spot)  # `het KORPS, waar zij bij horen, TELT 900 man`
    near = lowers[: spot.after_phrase + 2]
    follows = "".join(lowers[1:2])  # `DIE telt 900 man`, `DIE elite-eenheid telt 900 man`
    verb = follows in words["sizes"] or follows in spot.scene.words.function
    those = lowers[0] in words["antecedent opens"] and (
        verb or follows.endswith(tuple(words["unit"]))
    )
    if those and not words["sizes"].isdisjoint(near):
        last = spot.scene.line(spot.line.nth - 1).lowers if spot.line.nth else []
        if _has_corps(spot, last):
            return _army(spot)
    behind, which = lowers[spot.after_phrase : spot.after_phrase + 1], 0
    if not words["sizes"].isdisjoint(behind):
        which = next((k for k in range(spot.at - 1, 0, -1) if lowers[k] in words["relative"]), 0)
    if which and _has_corps(spot, lowers[:which]):
        return _army(spot)  # `een korps DAT 900 man TELT`
    at = spot.at - 1
    while at > 0 and lowers[at] in words["hedges"]:
        at -= 1
    while at > 0 and lowers[at] in words["still"]:
        at -= 1
    made = lowers[at] in words["made of"] and not words["sizes"].isdisjoint(lowers)
    if made and _has_corps(spot, lowers[:at]):
        return _army(spot)
    if lowers[at] in words["whose armies"]:
        counted = words["whose counts"].intersection(lowers[max(0, at - _CLOSE) : at])
        return lowers[at] if counted else ""  # `op papier telt zijn LEGER 900 man`
    if at <= 0 or lowers[at] not in words["whose counts has"]:
        return ""
    if lowers[at - 1] in words["whose armies"]:
        return lowers[at - 1]  # `zijn LEGER TELT 900 man`
    corps = _has_corps(spot, lowers[at - 1 : at])  # `dat KORPS telt 900 man`
    return _army(spot) if corps else ""


def _are_men(spot: Spot, noun: str) -> bool:
    """Whether a noun is for people or soldiers, or for an army itself."""
    words = spot.scene.words
    return noun in words.general or words.thing(noun) in (words.army, *words.plain)


def _army(spot: Spot) -> str:
    """The word for an army that counts as one."""
    return min(spot.scene.words.lists["whose armies"] & spot.scene.words.things.keys())


def _has_corps(spot: Spot, lowers: Sequence[str]) -> bool:
    """Whether one of some words is for a large unit: `LegerKORPS`."""
    ends = tuple(spot.scene.words.lists["whose corps"])
    return any(low.endswith(ends) for low in lowers)


def is_size(spot: Spot) -> bool:
    """Whether it tells how large a unit is that opens the sentence: `de GROEP telde 900 man`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers[: spot.at]
    sizes = not lists["sizes"].isdisjoint(lowers[-_CLOSE:])
    return sizes and not lists["unit military"].isdisjoint(lowers[:_CLOSE])


def is_force(spot: Spot) -> bool:
    """Whether it tells how many were sent: `een TROEPENMACHT VAN zo'n 900 man`."""
    words, lowers = spot.scene.words.lists, spot.line.lowers
    if not words["extra"].isdisjoint(lowers[spot.after_phrase : spot.after_phrase + 1]):
        return True
    at = force_before(spot)
    if at > 0 and lowers[at] in words["whose military"]:
        return True
    last = spot.scene.line(spot.line.nth - 1).lowers if spot.line.nth else []
    those = lowers[0] in words["antecedent opens"] and lowers[1:2] and lowers[1] in words["sizes"]
    return bool(those) and not words["whose military"].isdisjoint(last)  # `DIE TELDE 900 man`


def is_batch(spot: Spot) -> bool:
    """Whether it tells how large a group was that was sent: `de EERSTE LICHTING VAN 900`."""
    at = force_before(spot) + 1
    hits = spot.scene.words.hints["batch"].find_in(spot.line, 0, at)
    return at > 1 and bool(hits) and hits[-1].end == at


def goes_first(spot: Spot) -> bool:
    """Whether others will follow those it counts: `900 man die ALS EERSTEN naar Soemy gaan`."""
    pairs = range(spot.after_phrase, min(spot.line.size, spot.after_phrase + _FAR))
    firsts = spot.scene.words.lists["as first"]
    return any(spot.line.words(at, at + 2) in firsts for at in pairs)


def is_total(spot: Spot) -> bool:
    """Whether it tells of how many there are in all: `op een TOTAAL van 900 soldaten`."""
    at = force_before(spot)
    return at > 0 and spot.line.lowers[at] in spot.scene.words.lists["totals"]


def is_out_of(spot: Spot) -> bool:
    """Whether it is all of whom some were told: `300 gewonden OP EEN TOTAAL VAN 900`."""
    lists, lowers, at = spot.scene.words.lists, spot.line.lowers, force_before(spot)
    before = {*lowers[max(0, at - _CLOSE) : at]} if at and lowers[at] in lists["totals"] else set()
    return bool(spot.figures_before) and not lists["out of"].isdisjoint(before)


def force_before(spot: Spot) -> int:
    """The place of a noun of which a number tells how large it is: `een MACHT van 900`; else 0."""
    words, lowers = spot.scene.words.lists, spot.line.lowers
    at, of = spot.at - 1, words["joined with"]
    while at > 0 and lowers[at] in words["hedges"] and lowers[at] not in of:
        at -= 1
    return at - 1 if at > 0 and lowers[at] in of else 0


def is_of_army(spot: Spot) -> bool:
    """Whether the words behind members tell that it is an army's: `leden van ELITETROEPEN`."""
    words = spot.scene.words
    behind = spot.line.lowers[spot.behind : spot.behind + _FAR + 2]
    if words.lists["joined of"].isdisjoint(behind):
        return False
    told = words.lists["whose military"] | words.lists["whose armies"]
    ends = tuple(words.lists["whose corps"])
    return any(
        low in told or words.thing(low) in words.plain or low.endswith(ends) for low in behind
    )
