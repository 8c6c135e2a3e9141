"""The state that a sentence is about, which has what a figure counts."""

from __future__ import annotations

from tui.store.series_spot import Spot
from tui.store.series_subject import tells_how_many

_HEADING = 3
"""A colon so near behind a state tells of what it has: `Verliezen Spanje: 900`."""
SIGNS = frozenset(",;:()–—")
"""Between these signs stands another clause."""


def state(spot: Spot, *, told: bool = False, near: bool = False) -> str:
    """The state that a sentence is about: one behind no preposition, and not the speaker.

    With `told` it may be the speaker too; `near` lets it stand in the same clause only.
    """
    words = spot.scene.words
    before = words.lists["where prepositions"]
    found, speaks = "", {word for name in spot.spoken for word in name.split()}
    for at in spot.line.places("states"):
        if not told and tells_how_many(spot, at):
            continue
        if not told and (_is_source(spot, at) or _is_telling(spot, at)):
            continue
        apart = (near or at > spot.at) and _is_apart(spot, at)
        if apart or _is_before_colon(spot, at):
            continue
        if not told and _gets(spot, at):
            continue  # `Spanje TRAINT 900 man` of another
        text, free = spot.line.texts[at], not at or spot.line.lowers[at - 1] not in before
        if at > spot.at and found:
            break  # the last before the figure
        if free and text in words.states and (told or text not in speaks):
            found = text
            if at > spot.at:
                break
    return found


def _is_source(spot: Spot, at: int) -> bool:
    """Whether a state is one of those by whom it is told: `VOLGENS Spanje, Italië en DE VS 900`."""
    words, line = spot.scene.words, spot.line
    joins = words.lists["joined joins"] | words.lists["whose joins"] | {","}
    back = at - 1
    while back >= 0 and (line.texts[back][:1].isupper() or line.lowers[back] in joins):
        back -= 1
        if back > 0 and line.texts[back - 1] in words.adjectives:
            back -= 1  # `volgens de Spaanse PRESIDENT Sánchez`
    return back >= 0 and line.lowers[back] in words.lists["whose front"]


def _is_telling(spot: Spot, at: int) -> bool:
    """Whether a clause about a state tells what it says: `ZOALS Rome eerder BEREKENDE`.

    So does `Rome, dat hen OP 900 SCHAT`, and `de 900 DIE Rome vorige week GAF`.
    """
    words, line = spot.scene.words, spot.line
    lists = words.lists
    opens = lists["relative"] | lists["whose as"]
    if at and line.lowers[at - 1] in opens:
        first = at + 1
    elif line.lowers[at + 1 : at + 2] == [","] and line.lowers[at + 2] in lists["relative"]:
        first = at + 3
    else:
        return False
    stop = next((k for k in range(first, line.size) if line.texts[k] in SIGNS), line.size)
    verbs = lists["whose speaks"] | lists["whose tells"]
    return not verbs.isdisjoint(line.lowers[first:stop])


def _gets(spot: Spot, at: int) -> bool:
    """Whether a state gets or sees those of another: `Spanje WIL rust en heeft …` does not."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    if lists["whose gets"].isdisjoint(lowers[at + 1 : at + 2]):
        return False
    if spot.tells and not lists["whose wants"].isdisjoint(lowers[at + 1 : at + 2]):
        return False  # `Spanje WIL er 900 STUREN`
    return lists["whose has"].isdisjoint(lowers[at + 2 : spot.at])


def _is_before_colon(spot: Spot, at: int) -> bool:
    """Whether a state stands in a clause that tells who says it: `SEOUL telde als eerste: 900`."""
    colon = spot.scene.words.lists["clause colon"]
    stop = next((k for k in range(at + 1, spot.at) if spot.line.lowers[k] in colon), 0)
    return stop - at > _HEADING


def _is_apart(spot: Spot, at: int) -> bool:
    """Whether a sign stands between a state and the number."""
    first, stop = (at + 1, spot.at) if at < spot.at else (spot.after_phrase, at)
    between = spot.line.texts[first:stop]
    return any(text in SIGNS for text in between)


def sender(spot: Spot) -> str:
    """The state behind a relative pronoun: `de 900 soldaten DIE PYONGYANG heeft uitgeleend`."""
    words, line = spot.scene.words, spot.line
    at = spot.after_phrase
    if at + 1 < line.size and line.lowers[at] in words.lists["relative"]:
        return line.texts[at + 1] if line.texts[at + 1] in words.states else ""
    return ""
