"""What the article around a count tells of it, where its own words do not."""

from __future__ import annotations

from tui.store.series_spot import Spot

_FAR = 5
"""So many words behind `het aantal` stands what is counted: `gedode en gewonde soldaten`."""


def takes_part(spot: Spot) -> bool:
    """Whether its people take part in what the article is about: `er LIEPEN 8000 mensen MEE`."""
    words = spot.scene.words
    told = words.hints["takes_part"].find(spot.line.lowers)
    return spot.scene.occasion in words.occasion_events and bool(told)


def from_context(spot: Spot, thing: str, noun: str, *, bare: bool) -> str:
    """What the sentence before tells, where this one goes on about it: `het ging om 300 dieren`."""
    scene, line = spot.scene, spot.line
    hints, nth = scene.words.hints, line.nth
    told = thing in scene.words.plain or noun in scene.words.peoples
    tells = not told and hints["tells"].find(line.lowers)
    if not (bare or tells or hints["goes_on"].find(line.lowers)):
        return ""
    for line in (*scene.lines[max(0, nth - 1) : nth], scene.title):
        hits = [
            hit for hit in scene.words.events.find(line.lowers)
            if hit.name in scene.words.lists["bodies events"] or hit.name not in scene.words.only
        ]  # fmt: skip
        if hits:
            return hits[-1].name
    return ""


def stands_for(spot: Spot, noun: str) -> str:
    """The class of `dieren` and the like: what the article named last before, or at all."""
    scene = spot.scene
    classes = scene.words.stand_for.get(noun, frozenset())
    found = ""
    for line in (scene.title, *scene.lines) if classes else ():
        for token in line.tokens:
            thing = scene.words.thing(token.lower) if token.kind == "word" else ""
            if token.kind == "word" and thing not in classes:
                names = (name for name in sorted(classes) if scene.words.begins(token.lower, name))
                thing = next(names, "")
            if thing in classes and (not found or line.nth <= spot.line.nth):
                found = thing
    return found


def period_of(spot: Spot) -> str:
    """The time of a figure that is not of all so far: `ALLEEN IN OKTOBER 41.000`."""
    hits = spot.scene.words.hints["period"].find(spot.line.lowers)
    return spot.line.words(hits[0].end - 1, hits[0].end + 1) if hits else ""


def next_noun(spot: Spot) -> str:
    """A listed noun right behind a number, where it was not taken for one: `1000 GENISTEN en`."""
    words = spot.scene.words
    low = next(iter(spot.line.lowers[spot.behind : spot.behind + 1]), "")
    return low if low in words.things or low in words.event_nouns else ""


def more_before(spot: Spot) -> bool:
    """Whether a sentence goes on about what the one before tells to come on top."""
    hints, nth = spot.scene.words.hints, spot.line.nth
    if not nth or not hints["goes_on"].find(spot.line.lowers):
        return False
    return bool(hints["more"].find(spot.scene.lines[nth - 1].lowers))


def number_of(spot: Spot) -> str:
    """What a bare number counts, told before it: `het aantal TURBINES blijft 98`."""
    line, words = spot.line, spot.scene.words
    for at in range(spot.at - 1, 0, -1):
        if line.lowers[at - 1] not in words.lists["number of"]:
            continue
        for token in line.tokens[at : at + _FAR]:
            if token.lower not in words.function and not token.lower.endswith("e"):
                return token.text
    return ""


def place_of(spot: Spot, stop: int) -> tuple[str, str]:
    """Where it happened, and the country: behind the figure up to a word, else in its sentence."""
    behind = spot.scene.place(spot.line, spot.at, stop)
    return behind if behind[0] else spot.scene.place(spot.line, 0, len(spot.line.tokens))
