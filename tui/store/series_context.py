"""What the article around a count tells of it, where its own words do not."""

from __future__ import annotations

from itertools import pairwise

from tui.store.series_forces import is_size
from tui.store.series_happened import joined
from tui.store.series_spot import Spot, size
from tui.text.shapes import PLURAL, SHAPES

_CLOSE = 3
"""So many words before a number `extra` is of it for certain."""
_NAMES = 3
"""So many words before a colon are at most who says it: `Het Pentagon: 900`."""
_OPENING = 1
"""So many sentences tell what an article is about."""
_FAR = 5
"""So many words behind `het aantal` stands what is counted: `gedode en gewonde soldaten`."""


def takes_part(spot: Spot) -> bool:
    """Whether its people take part in what the article is about: `er LIEPEN 8000 mensen MEE`."""
    words = spot.scene.words
    told = words.hints["takes_part"].find_in(spot.line)
    return spot.scene.occasion in words.occasion_events and bool(told)


def from_context(spot: Spot, thing: str, noun: str, *, bare: bool) -> str:
    """What the sentence before tells, where this one goes on about it: `het ging om 300 dieren`."""
    scene, line = spot.scene, spot.line
    hints, nth = scene.words.hints, line.nth
    told = thing in scene.words.plain or noun in scene.words.peoples
    if noun in scene.words.lists["soldiers"]:
        tells = is_told(spot)
    else:
        tells = not told and bool(hints["tells"].find_in(line))
    if not (bare or tells or hints["goes_on"].find_in(line)) or is_size(spot):
        return ""
    if hints["batch"].find_in(line, 0, spot.at):
        return ""  # `bij de EERSTE LICHTING ging het om 900 man`
    if _is_strength(spot):
        return ""
    for line in (scene.line(nth - 1), scene.title) if nth else (scene.title,):
        hits = [
            hit for hit in scene.words.events.find_in(line)
            if hit.name in scene.words.lists["bodies events"] or hit.name not in scene.words.only
        ]  # fmt: skip
        lists = scene.words.lists
        sent = any(
            hit.name in scene.words.plain.values() for hit in scene.words.events.find_in(line)
        )
        if sent and line.nth >= 0 and lists["joined losses"].isdisjoint(hit.name for hit in hits):
            return ""  # `men STUURDE soldaten. Het ging om 900 man`, whatever the headline tells
        hits = [
            hit for hit in hits
            if hit.name not in lists["bodies here"]
            and line.lowers[hit.at] not in lists["bodies nouns"]
        ]  # fmt: skip
        if hits:
            return joined(line, hits, hits[-1], scene.words.lists)[0]
    return ""


def _is_strength(spot: Spot) -> bool:
    """Whether it is asked or told how many there are: `over de OMVANG van de troepen: 900 man`."""
    lists, line, nth = spot.scene.words.lists, spot.line, spot.line.nth
    told, losses = lists["whose strength"], spot.scene.words.events
    if not told.isdisjoint(line.lowers[: spot.at]):
        return True
    if not nth:
        return False
    last = spot.scene.line(nth - 1)
    if any(hit.name in lists["joined losses"] for hit in losses.find_in(last)):
        return False
    asked = not lists["asks"].isdisjoint(last.lowers) and not lists["being"].isdisjoint(last.lowers)
    return asked or not told.isdisjoint(last.lowers)


def asked_event(spot: Spot) -> str:
    """What happened to those whom a question asks for: `hoeveel zijn er OMGEKOMEN?`."""
    line, words = spot.question, spot.scene.words
    hits = words.events.find_in(line) if line is not None else []
    hits = [hit for hit in hits if hit.name in words.lists["bodies kinds"]]
    return joined(line, hits, hits[-1], words.lists)[0] if line is not None and hits else ""


def stands_for(spot: Spot, noun: str) -> str:
    """The class of `dieren` and the like: what the article named last before, or at all."""
    scene = spot.scene
    classes = scene.words.stand_for.get(noun, frozenset())
    found = ""
    for line in (scene.title, *scene.text.lines()) if classes else ():
        for low in line.lowers:
            thing = scene.words.thing(low) if low != noun else ""
            if low != noun and thing not in classes:
                names = (name for name in sorted(classes) if scene.words.begins(low, name))
                thing = next(names, "")
            if thing in classes and (not found or line.nth <= spot.line.nth):
                found = thing
    return found


def period_of(spot: Spot) -> str:
    """The time of a figure that is not of all so far: `ALLEEN IN OKTOBER 41.000`."""
    line, times = spot.line, spot.scene.words.lists["times"]
    for hit in spot.scene.words.hints["period"].find_in(line):
        verb = line.lowers[hit.end - 1] == "in"
        if not verb:
            of = line.lowers[hit.end - 1] in spot.scene.words.lists["joined of"]
            last = line.lowers[hit.end - 1 - of]  # `voor het WEEKEND van mei`
            return spot.scene.words.same_times.get(last, last)
        if not times.isdisjoint(line.lowers[hit.end : hit.end + 4]):
            return line.words(hit.end - 1, hit.end + 1)
    at = _span(spot)
    so_far = not spot.scene.words.lists["so far"].isdisjoint(line.lowers[at + 3 : at + 4])
    return "" if at < 0 or so_far else line.words(at + 1, at + 3)


def is_of_past(spot: Spot) -> bool:
    """Whether its sentence tells of a time long gone: `IN DE JAREN ZESTIG stuurde Spanje 900 man`.

    What never was since then is of now: `voor het EERST sinds 1953`.
    """
    first = spot.scene.words.lists["first time"]
    return spot.line.nth in spot.scene.long_ago and first.isdisjoint(spot.line.lowers)


def within(spot: Spot) -> bool:
    """Whether so many came in so short a time: `900 man IN EEN WEEK TIJD`."""
    at = _span(spot)
    behind = spot.line.lowers[at + 3 : at + 4]
    return at >= 0 and not spot.scene.words.lists["span time"].isdisjoint(behind)


def _span(spot: Spot) -> int:
    """Where its sentence tells in how much time: `in drie dagen`; -1 where it does not."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    for at in range(spot.line.size - 2):
        spans = lowers[at] in lists["within"] and lowers[at + 2] in lists["spans"]
        if spans and (lowers[at + 1] in lists["incident article"] or spot.is_number(at + 1)):
            return at
    return -1


def incident_of(spot: Spot, *, opening: bool) -> str:
    """The event of its own that a sentence further on tells of: `bij EEN OEFENING vielen …`.

    With `opening` the first sentences may tell of one too: an attack is not the whole war.
    """
    words, line = spot.scene.words, spot.line
    if line.nth < _OPENING and not opening:
        return ""
    nouns = sorted(words.lists["incident nouns"], key=lambda noun: (len(noun), noun))
    by = words.lists["incident at"] if opening else ()
    told = [at for at in line.places("incident the") if at and line.lowers[at - 1] in by]
    for at in (*line.places("incident article"), *told):
        for low in line.lowers[at + 1 : at + 4]:
            if noun := next((noun for noun in nouns if low.endswith(noun)), ""):
                return noun
    return ""


def disaster_of(spot: Spot) -> str:
    """What else than its article is about its sentence tells of: `bosbranden, met 27 DODEN`."""
    words = spot.scene.words
    told = (hit.name for hit in words.occasions.find_in(spot.line))
    here = next((name for name in told if name in words.lists["disasters"]), "")
    return "" if here == spot.scene.occasion else here


def next_noun(spot: Spot) -> str:
    """A listed noun behind a number, where it was not taken for one: `1000 GENISTEN en`.

    A word that goes with it may stand between: `6000 beloofde GENISTEN`.
    """
    words, lowers = spot.scene.words, spot.line.lowers[spot.behind : spot.behind + 2]
    if len(lowers) > 1 and lowers[0].endswith("e") and lowers[0] not in words.function:
        lowers = lowers[1:] if lowers[0] not in words.things else lowers
    low = next(iter(lowers), "")
    return low if low in words.things or low in words.event_nouns else ""


def number_of(spot: Spot) -> str:
    """What a bare number counts, told before it: `het aantal TURBINES blijft 98`."""
    line, words = spot.line, spot.scene.words
    for at in range(spot.at - 1, 0, -1):
        if line.lowers[at - 1] not in words.lists["number of"]:
            continue
        told = list(zip(line.texts[at : at + _FAR], line.lowers[at : spot.at], strict=False))
        for text, low in told:
            if low in words.things or low in words.event_nouns or text in words.peoples:
                return text
        for text, low in told:
            if low in words.function or not low[:1].isalpha():
                break  # `HUN aantal lag op 98` tells it of what was named before
            if not low.endswith("e"):
                return text if SHAPES[low] & PLURAL else ""  # `dat het aantal BINNENKORT stijgt`
    for low in line.lowers[: spot.label]:
        thing = words.thing(low)
        if thing in words.classes and thing not in ("people", *words.plain):
            return low  # `GESCHUT: 200 stuks, of 240`
    return ""


def is_rate(spot: Spot) -> bool:
    """Whether it tells how many go with one of something: `op ELKE dertig`, `PER groep van 30`."""
    words, lowers = spot.scene.words.lists, spot.line.lowers
    rate = words["rate"]
    around = lowers[max(0, spot.at - _CLOSE) : spot.after_phrase + 1]
    if not words["out of"].isdisjoint(around[-1:]) and any(
        size(one) == 1 and spot.line.at(one.start) == spot.after_phrase + 1 and one.kind == "count"
        for one in spot.figures_behind
    ):
        return True  # `drie gewonden OP ÉÉN dode`
    if spot.size != 1 and words["rate words"].isdisjoint(around):
        return False
    if spot.at and lowers[spot.at - 1] in rate:
        return True
    out_of = words["out of"].intersection(lowers[spot.after_phrase : spot.after_phrase + 1])
    if spot.size == 1 and out_of:
        return True  # `ÉÉN dode OP drie gewonden`
    if spot.size == 1 and lowers[max(0, spot.at - 1)] in words["out of"]:
        return any(spot.line.behind(one) == spot.at - 1 for one in spot.figures_before)
    if not words["each"].isdisjoint(lowers[spot.after_phrase : spot.after_phrase + 1]):
        return True  # `twee eenheden van 600 man ELK`
    near = lowers[max(0, spot.at - _CLOSE) : spot.at]
    if any(f"{one} {other}" in words["each of"] for one, other in pairwise(near)):
        return True  # `vijf eenheden VAN TELKENS ongeveer 900 man`
    if not words["each"].isdisjoint(near[-2:]) and " ".join(near) not in words["in any case"]:
        return True  # `twee eenheden van ELK zo'n 600 man`
    if spot.line.words(max(0, spot.at - 2), spot.at) in words["none"]:
        return True
    at = spot.at
    joins = words["joined joins"], words["joined reach"]
    while at > 1 and any(lowers[at - 1] in some for some in joins) and spot.is_number(at - 2):
        at -= 2  # `in groepen van twintig, DERTIG man`
    if at < 2 or lowers[at - 1] not in words["joined of"]:
        return False
    return lowers[at - 2] in words["units"] or lowers[max(0, at - 3)] in rate


def is_room(spot: Spot) -> bool:
    """Whether it tells for how many there is room: `het schip kan 900 man VERVOEREN`."""
    behind = spot.line.lowers[spot.after_phrase : spot.after_phrase + 2]
    return not spot.scene.words.lists["holds"].isdisjoint(behind)


def is_after_colon(spot: Spot, event: str) -> bool:
    """Whether it counts what only the clause before a colon names: `weinig jassen: slechts 70`."""
    lists = spot.scene.words.lists
    colon = lists["clause colon"]
    at = next((k for k in range(spot.at - 1, -1, -1) if spot.line.lowers[k] in colon), -1)
    if at >= 0 and spot.summed is not None:
        return False
    near = spot.line.lowers[max(0, at - _FAR) : max(0, at)]
    if any(not lists[name].isdisjoint(near) for name in ("number of", "totals", "estimates")):
        return False  # `kwam op een lager AANTAL uit: circa 1100`
    if any(hit.end == at for hit in spot.scene.words.hints["tells"].find_in(spot.line)):
        return False  # `Kyiv KOMT HOGER UIT: 900`
    last = spot.line.lowers[at - 1] if at > 0 else ""
    if last in lists["whose speaks"] or last in spot.scene.words.hints["difference"].single:
        return False  # `Kyiv telt er iets MEER: 900`, `wat men toen MELDDE: 900`
    return at > _NAMES and spot.at - at <= _CLOSE and not event


def is_told(spot: Spot) -> bool:
    """Whether right before it one tells a number of what went before: `ging UIT VAN 900 man`."""
    hints = spot.scene.words.hints
    told = hints["tells"].find_in(spot.line)
    if not told or hints["whole"].find_in(spot.line):
        return False
    return any(0 <= spot.at - hit.end <= _CLOSE for hit in told)


def is_being(spot: Spot) -> bool:
    """Whether it tells how many are at a place: `dat er 900 IN SOEMY ZITTEN`."""
    lists, line, at = spot.scene.words.lists, spot.line, spot.after_phrase
    before = line.lowers[: spot.at]
    if not lists["antecedent there"].isdisjoint(before) and not lists["where at"].isdisjoint(
        before
    ):
        place = spot.scene.place(line, 0, spot.at)[0]
        if place in spot.scene.regions:
            return True  # `hij telt ER IN SOEMY nog 900`
    if at + 1 >= line.size or line.lowers[at] not in lists["where at"]:
        return False
    there = spot.scene.place(line, at, line.size)[0] in line.texts[at + 1 : at + _FAR]
    return bool(there) and not lists["being"].isdisjoint(
        line.lowers[max(0, spot.at - _FAR) : at + 2 * _FAR]
    )
