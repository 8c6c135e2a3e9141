"""What the figures of one series must share at least, put into words."""

from __future__ import annotations

from tui.store.series_antecedent import that_many
from tui.store.series_context import disaster_of, incident_of, is_of_past, period_of, within
from tui.store.series_draft import Draft
from tui.store.series_forces import goes_first, is_batch, is_some
from tui.store.series_more import is_more, more_before, more_led
from tui.store.series_spot import Spot, size
from tui.store.series_states import SIGNS, state
from tui.store.series_where import (
    among,
    at_border,
    is_asked_of,
    is_meant,
    is_right_there,
    is_there,
    place_before,
    reached,
)

_ALIKE = 8
"""A number so many times as large as that of a weekend is of a longer time."""
_MUCH = 10
"""A number so many times as large is not of those alone who came on top."""
_OF_OTHERS = frozenset(("more", "part", "past", "in"))
"""With one of these a family is of others, and not of a time."""
_SAID = 6
"""So many words behind who speaks it is told where."""
_NEAR = 3
"""So near behind a place stands the word of a clause about it."""
_AROUND = 9
"""So many words from a number stands the region where those are whom it counts."""
_FAR = 5
"""So many words behind `in` a place stands: `in de Russische regio Koersk`."""


def family_of(draft: Draft, place: tuple[str, str]) -> str:
    """What figures must share: what happened, what is counted, and whether it is only a part.

    `place` is where it happened, with its country.
    """
    words = draft.spot.scene.words
    sent = draft.event in words.plain.values()
    where = _presence(draft, *place) if sent else ""
    more = "more" if _is_more(draft, sent=sent) else ""
    part = "part" if not (where or more) and _is_part(draft, sent=sent) else ""
    past = "past" if (sent or draft.group in words.plain) and is_of_past(draft.spot) else ""
    if where and (
        is_batch(draft.spot) or goes_first(draft.spot)
    ):  # a first group is not all who are there
        where = f"first {where}"
    told = (more, _period(draft), where, part, past, _rate(draft))
    pieces = ("count", draft.event, draft.thing, *told)
    return " ".join(filter(None, pieces))


def _is_more(draft: Draft, *, sent: bool) -> bool:
    """Whether they come on top of others, by their own words or as the figure they go on from."""
    spot = draft.spot
    if not sent and all(sense.event != draft.event for sense in spot.before):
        return False  # `daarnaast 300 GEWONDEN` are not on top of the dead
    joined = spot.scene.words.hints["joined"].find_in(spot.line, 0, spot.at)
    if joined and joined[-1].end == spot.at:
        return False  # `300 erbij, BOVEN OP DE 900 van eerst`
    before = spot.last if draft.bare else None
    far = before is not None and spot.size > _MUCH * (
        size(spot.scene.article.figures[before.nth]) or spot.size
    )  # `er kwamen er 40 BIJ. Madrid spreekt van 900 man`
    more = is_more(spot, draft.told.window) or (not far and more_before(spot, sent=sent))
    still = spot.scene.words.lists["still"]
    if (
        sent
        and draft.told.event
        and not spot.earlier
        and still & {*spot.line.lowers[: spot.at][-1:]}
    ):
        return True  # `kan NOG 900 man sturen`
    if not sent:
        return more
    if more_led(spot) or _with_more(draft) or (spot.summed and spot.is_last_of_sum):
        return True
    last = spot.last if draft.bare and not draft.told.event else None
    if more or far or last is None or last.event != draft.event:
        return more
    if last.line == spot.line.nth and not spot.scene.words.lists["whose with"].isdisjoint(
        spot.line.lowers[:1]
    ):
        return False  # `MET de versterking van 300 man komt het op 900`
    hints = spot.scene.words.hints
    if not spot.scene.words.lists["more original"].isdisjoint(
        spot.line.lowers[max(0, spot.at - 1) : spot.at]
    ):
        return False  # `een verdubbeling van de OORSPRONKELIJKE 900`
    if hints["joined"].find_in(spot.line, 0, spot.at) or hints["batch"].find_in(
        spot.line, 0, spot.at
    ):
        return False  # `zij voegen zich BIJ DE 900 van eerst`, `van de EERSTE LICHTING, 900 man`
    already = spot.scene.words.lists["more already"]
    whole = [
        hit
        for hit in hints["whole"].find_in(spot.line)
        if spot.line.words(hit.at, hit.end + 1) not in already
    ] or hints["in all"].find_in(spot.line, 0, spot.at)
    return "more" in last.family.split() and not whole


def _with_more(draft: Draft) -> bool:
    """Whether it stands in one breath with others on top: `300 ERBIJ, OF misschien 900`."""
    spot, last = draft.spot, draft.spot.last
    if last is None or last.line != spot.line.nth:
        return False
    lists, figures = spot.scene.words.lists, spot.scene.article.figures
    between = spot.line.lowers[spot.line.behind(figures[last.nth]) : spot.at]
    breath = not lists["joined reach"].isdisjoint(between) or lists["hedges breath"].issuperset(
        between
    )
    return breath and "more" in last.family.split()


def _period(draft: Draft) -> str:
    """The time or the event of their own of losses that are not of all so far."""
    words = draft.spot.scene.words
    if draft.event not in words.lists["bodies losses"]:
        return ""
    war = draft.group in words.plain or draft.noun in words.peoples
    spot = draft.spot
    found = period_of(spot) or disaster_of(spot) or incident_of(spot, opening=war) or _day(draft)
    return found or (_village(spot) if war else "") or _period_before(draft)


def _period_before(draft: Draft) -> str:
    """The time of the figure right before it that it goes on from: `Parijs HIELD HET OP 20`."""
    spot, last = draft.spot, draft.spot.last if draft.bare else None
    same = last is not None and last.event == draft.event and not draft.told.event
    if last is None or not same or spot.line.nth - last.line > 1 or not spot.is_beside(last):
        return ""
    hints = (spot.scene.words.hints[name] for name in ("whole", "in all"))
    told = any(hint.find_in(spot.line) for hint in hints)
    if told or not spot.scene.words.lists["totals"].isdisjoint(spot.line.lowers):
        return ""  # `IN TOTAAL zijn het er 4000`
    most = _ALIKE * size(spot.scene.article.figures[last.nth])
    said = not spot.scene.words.lists["days"].isdisjoint(spot.line.lowers)
    if (spot.line.nth in spot.scene.days and not said) or spot.size > most:
        return ""  # `IN JANUARI hield Parijs het op 20`, and not `MAANDAG`, when it said so
    whole = f"count {draft.event} {draft.thing} "
    rest = last.family.removeprefix(whole) if last.family.startswith(whole) else ""
    return "" if _OF_OTHERS.intersection(rest.split()) else rest


def _day(draft: Draft) -> str:
    """The day of losses told of one: `verloor Frankrijk WOENSDAG 900 man`."""
    words, line, at = draft.spot.scene.words, draft.spot.line, draft.spot.at
    hits = words.events.find_in(line, 0, at)
    nouns = words.event_nouns
    verbs = [
        line.lowers[hit.at] not in nouns and line.lowers[hit.end - 1] not in nouns for hit in hits
    ]
    told = [hit for hit, verb in zip(hits, verbs, strict=True) if verb and hit.name == draft.event]
    between = line.lowers[told[-1].end : at] if told else []
    between = between if len(between) <= _FAR else []
    one = words.same_times["dagen"]
    return one if words.lists["days"].intersection(between) else ""


def _village(spot: Spot) -> str:
    """What tells of one fight, not of all: `30 doden BIJ DE DORPEN Ginds en Verder`."""
    lists, line = spot.scene.words.lists, spot.line
    for at in line.places("where before"):
        place = "".join(line.texts[at + 1 : at + 2])
        if line.lowers[at] in lists["where close"] and spot.scene.is_spot(place):
            return f"{line.lowers[at]} {place}"
        near = line.lowers[at + 1 : at + _FAR - 1]
        if kind := next((low for low in near if low in lists["where villages"]), ""):
            return kind if line.lowers[at] in lists["where by"] else ""
    return ""


def _rate(draft: Draft) -> str:
    """The time in which there are so many each time: `2700 PER MAAND`."""
    spot = draft.spot
    behind = spot.line.lowers[spot.after_phrase : spot.after_phrase + 2]
    per = spot.scene.words.lists["per"]
    spans = spot.scene.words.lists["each time"]
    return " ".join(behind) if len(behind) > 1 and behind[0] in per and behind[1] in spans else ""


def _is_part(draft: Draft, *, sent: bool) -> bool:
    """Whether they are some of those whom another figure of the same thing counts."""
    spot = draft.spot
    if sent and (spot.is_of_next or is_some(spot, draft.noun) or within(spot)):
        return True
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    first = lowers[: spot.at]
    bare = lists["hedges"].issuperset(first[1:]) and lists["joined articles"].isdisjoint(first)
    if first and first[0] in lists["joined of"] and bare:
        return True  # `VAN drie gesneuvelden is de naam bekend`
    if sent and spot.is_first():
        return False  # `DE EERSTE LICHTING VAN 900` of all that are sent is told as they are
    return spot.part_of is not None and any(
        sense.nth == spot.part_of and sense.event == draft.event and sense.group == draft.group
        for sense in spot.before
    )


def _presence(draft: Draft, place: str, country: str) -> str:
    """Where those are who are counted there and not as sent: `in Koersk BEVINDEN ZICH er 800`."""
    spot = draft.spot
    words = spot.scene.words
    known = _is_known(spot)
    if not place or place == country or place in words.states:
        return ""
    if _is_moved(draft, place):
        return f"in {place}"
    if (region := reached(spot)) is not None and region[0] == place:
        return f"in {place}"
    if _is_passing(draft, place):
        return ""
    if _is_right_behind(spot, place) and not _is_struck(spot, known=known or spot.is_whole):
        return f"in {place}"
    if _is_there_alone(draft, place) and not (known or spot.is_whole):
        return f"in {place}"
    if place not in spot.line.texts and is_right_there(spot):
        return f"in {place}"
    if known or spot.is_whole:
        return ""
    moved = draft.told.word in words.lists["moves"]
    if moved and place == at_border(spot):
        return f"in {place}"
    if draft.told.word in words.lists["arrives"] and not _is_reached(spot, place):
        return f"in {place}"
    if place not in spot.line.texts and (
        is_there(spot) or among(spot) is not None or that_many(spot) is not None
    ):
        return f"in {place}"
    if place not in spot.line.texts and (is_meant(spot) or is_asked_of(spot, place)):
        return f"in {place}"
    if spot.part_of is not None and place in spot.scene.regions and place in spot.line.texts:
        return f"in {place}"  # `2600 VAN HEN gaan naar SOEMY`
    first = words.hints["batch"].find_in(spot.line, 0, spot.at) or spot.is_first()
    if first and _is_reached(spot, place):
        return f"in {place}"  # `een EERSTE GROEP van 900 man gaat NAAR SOEMY`
    if _is_where(spot, place):
        return f"in {place}"
    told = place in spot.scene.regions or place in spot.scene.country_of
    if told and place_before(spot)[0] == place and not _is_reached(spot, place):
        return f"in {place}"  # `telde men IN SOEMY 900 man`
    if spot.is_in_state(spot.line.start):
        return ""  # `IN RUSLAND zijn 900 man, allen in Koersk`
    if _is_said_there(spot, place):
        return ""
    named = place in spot.line.texts and words.hints["presence"].find_in(spot.line)
    there = named or _is_beside(spot, place)
    return f"in {place}" if there and not _is_reached(spot, place) else ""


def _is_where(spot: Spot, place: str) -> bool:
    """Whether a clause about a place tells how many are there: `Soemy, WAAR 900 man zitten`."""
    line, lists = spot.line, spot.scene.words.lists
    if place not in line.texts[: spot.at]:
        return False
    at = line.texts.index(place)
    where = not lists["where relative"].isdisjoint(line.lowers[at + 1 : at + _NEAR])
    return where and not lists["being"].isdisjoint(line.lowers[at:])


def _is_struck(spot: Spot, *, known: bool) -> bool:
    """Whether it is all that were sent of whom some were hit: `900 VAN DE 3000 in Soemy GEDOOD`."""
    words, line = spot.scene.words, spot.line
    if not known or line.lowers[spot.after_phrase] in words.lists["relative"]:
        return False
    return any(hit.name in words.lists["bodies hit"] for hit in words.events.find_in(line))


def _is_known(spot: Spot) -> bool:
    """Whether those are meant who were told before: `DE 900 man`, and not `rond de 900`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    the = spot.at > 0 and lowers[spot.at - 1] in lists["joined articles"]
    return the and lowers[max(0, spot.at - 2)] not in lists["hedges"]


def _is_moved(draft: Draft, place: str) -> bool:
    """Whether another state moves them: `Spanje heeft 900 Fransen OVERGEBRACHT NAAR Soemy`."""
    scene, own = draft.spot.scene, draft.spot.scene.owners.main
    if draft.told.word not in scene.words.lists["moves"] or not _is_reached(draft.spot, place):
        return False
    if place in scene.regions or draft.told.word in scene.words.lists["shifts"]:
        return True
    host = scene.words.states.get(state(draft.spot))
    return host is not None and own is not None and host != own.country


def _is_passing(draft: Draft, place: str) -> bool:
    """Whether they came to a place that is not told to be a region: `900 man KWAMEN in Cádiz AAN`.

    There they are on their way, and no others than those that were sent.
    """
    arrives = draft.spot.scene.words.lists["arrives"]
    there = place not in draft.spot.line.texts and is_there(draft.spot)
    known = place in draft.spot.scene.regions or place in draft.spot.scene.title.texts
    return draft.told.word in arrives and not known and not there


def _is_reached(spot: Spot, place: str) -> bool:
    """Whether one goes to a place and is not yet there: `900 man zijn NAAR Soemy gebracht`."""
    lists, line = spot.scene.words.lists, spot.line
    if place not in line.texts:
        return False
    at = line.texts.index(place)
    before = [k for k in line.places("where before", 0, at) if at - k <= _FAR]
    return bool(before) and line.lowers[before[-1]] in lists["where toward"]


def _is_said_there(spot: Spot, place: str) -> bool:
    """Whether a place is where one spoke: `hij SPRAK donderdag IN BRUSSEL van 900 man`."""
    line = spot.line
    if spot.claim is None or place not in line.texts[: spot.at]:
        return False
    at, cue = line.texts.index(place), spot.claim.cue.lower().split()[:1]
    said = [k for k in range(spot.at) if line.lowers[k : k + 1] == cue]
    lists = spot.scene.words.lists
    other = lists["that"] | lists["number of"]  # `schatte HET AANTAL in Koersk op 900`
    return any(0 < at - k <= _SAID and other.isdisjoint(line.lowers[k:at]) for k in said)


def _is_right_behind(spot: Spot, place: str) -> bool:
    """Whether a place stands right behind the number: `van de 900 man zijn er 800 IN KOERSK`."""
    lists, line, at = spot.scene.words.lists, spot.line, spot.after_phrase
    if line.words(at, at + 2) in lists["of them"]:
        at += 2  # `800 VAN HEN zijn al IN SOEMY`
        while at < line.size and line.lowers[at] in lists["where already being"]:
            at += 1
    if at < line.size and line.lowers[at] in lists["relative"]:
        at += 1  # `de 900 man DIE IN SOEMY vechten`
        at += not lists["still"].isdisjoint(line.lowers[at : at + 1])  # `die NOG in Soemy zijn`
    if at < line.size and line.lowers[at] in lists["where for"]:
        return place in line.texts[at + 1 : at + 2]  # `een getal van 900 VOOR SOEMY`
    here = at < line.size and line.lowers[at] in lists["where at"]
    pointed = not lists["where kinds"].isdisjoint(line.lowers[at + 2 : at + 3])
    return bool(here) and (place in line.texts[at + 1 : at + _FAR] or pointed)


def _is_there_alone(draft: Draft, place: str) -> bool:
    """Whether a region is near a number, alone in its sentence: `er zijn IN SOEMY al 900`."""
    spot = draft.spot
    lists, line, scene = spot.scene.words.lists, spot.line, spot.scene
    known = place in scene.regions
    there = lists["antecedent there"].intersection(line.lowers[: spot.at])
    are = not draft.told.event and there and not lists["being"].isdisjoint(line.lowers)
    if place not in line.texts or not (known or are) or spot.earlier:
        return False
    others = (scene.article.figures[nth] for nth in scene.figures_of[line.nth] if nth != spot.nth)
    if any(other.kind in ("count", "vague") for other in others) or _is_said_there(spot, place):
        return False
    at = line.texts.index(place)
    first, stop = sorted((at, spot.at))
    between = line.lowers[first + 1 : stop]
    near = at - spot.after_phrase if at > spot.at else spot.at - at
    if near > _AROUND or not SIGNS.isdisjoint(between):
        return False
    before = [k for k in line.places("where before", 0, at) if at - k <= _FAR]
    return bool(before) and line.lowers[before[-1]] in lists["where at"]


def _is_beside(spot: Spot, place: str) -> bool:
    """Whether a place stands with those counted: `8000 man in Soemy`, `het aantal … in Soemy`."""
    lists, line = spot.scene.words.lists, spot.line
    opens = line.at(spot.scene.head) if line.start < spot.scene.head else 0
    for at in line.places("where before"):
        of = lists["number of"].isdisjoint(line.lowers[max(0, at - _FAR) : at])
        first = at - opens <= 1 and at < spot.at and (spot.told_of_being or spot.label > at)
        if at != spot.after_phrase and of and not first:
            continue
        if line.lowers[at] not in lists["where at"]:
            continue
        pointed = not lists["where kinds"].isdisjoint(line.lowers[at + 2 : at + 3])
        if place in line.texts[at + 1 : at + _FAR] or pointed:  # `in die REGIO`
            return True
    return False
