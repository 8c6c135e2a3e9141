"""What a count speaks of: who or what is counted, whose, what happened to them and where."""

from __future__ import annotations

from tui.store.series_antecedent import asked, fronted, headed, lost_here, that_many
from tui.store.series_before import compared, stays, told_again
from tui.store.series_context import (
    asked_event,
    from_context,
    is_after_colon,
    is_being,
    is_told,
    stands_for,
    takes_part,
)
from tui.store.series_draft import Draft
from tui.store.series_family import family_of
from tui.store.series_forces import is_batch, is_force, is_of_army, is_out_of, is_size, is_total
from tui.store.series_happened import happened
from tui.store.series_inherited import inherited
from tui.store.series_noun import MANY, noun_of, points_at, takes_noun
from tui.store.series_spot import Sense, Spot, size
from tui.store.series_subject import subject
from tui.store.series_sums import is_of_losses, noun_of_sum
from tui.store.series_where import place_of
from tui.store.series_whose import NOBODY, Whose, as_before, by_clause, by_phrase

_ARMY = 1_000_000
"""So many of a people are not those that it sent."""
_MANKIND = 100_000_000
"""A number without a noun that is larger counts no people, unless such a one stands before it."""
_MUCH = 10
"""A number is not so many times as large as the one that it goes on from."""
_AFTER = 2
"""So many sentences behind those lost stand the wounded."""
_FEW = 10
"""Of fewer soldiers it must be told that they were sent."""
_SEVERAL = 3
"""So many kinds of losses told before a number are all of them."""
_CROWD = 20
"""So many people at a protest or a strike take part in it, where nothing else is told of them."""


def counted(spot: Spot) -> Sense | None:
    """The sense of a count; None where nothing tells what is counted."""
    noun = noun_of(spot)
    if noun is None:
        return None
    told, lists = happened(spot), spot.scene.words.lists
    if noun in lists["soldiers"] or noun in spot.scene.words.peoples:
        noun = noun_of_sum(spot, noun, hit=told.event in lists["bodies losses"]) or noun
    draft = Draft(spot, told, noun, bare=not noun)
    front = draft.bare and (fronted(spot) or asked(spot) or headed(spot))
    if not front and draft.bare and not told.event:
        front = lost_here(spot)
    if front:
        points_at(draft, front)
    spot.tells = bool(draft.told.event)
    if noun in lists["soldiers"] and not spot.tells and spot.last is not None:
        told_on = is_told(spot) or spot.is_reached  # `eerder ging men uit van 3000 MAN`
        told_on = told_on and not is_size(spot)
        draft.bare = told_on and spot.last.group in spot.scene.words.plain
    if draft.bare and (
        _is_beyond(spot) or is_after_colon(spot, draft.told.event) or not takes_noun(draft)
    ):
        return None
    _set_thing(draft)
    _set_event(draft)
    whose = by_phrase(spot)
    if draft.front and draft.front.country and not whose.country:
        front = draft.front
        whose = Whose(front.country, front.printed, f"“{front.printed}” before it")
    if not whose.country and draft.bare and spot.last is None:
        whose = by_clause(spot, draft.event) or NOBODY  # `de totale RUSSISCHE verliezen zijn 900`
    if not whose.country and (country := spot.scene.words.peoples.get(draft.noun)):
        whose = Whose(country, draft.noun, f"“{draft.noun}”: {country}")
    if not whose.country and (again := told_again(draft)) is not None:
        whose = as_before(again, "the same number before it")
    if not whose.country and draft.person:
        whose = inherited(draft)
        if not spot.scene.is_told_in_entry(whose.country, spot.figure.start):
            whose = NOBODY  # of another entry of the same liveblog
    if whose.why:
        draft.why.append(whose.why)
    _set_group(draft, whose.country)
    words, line = spot.scene.words, spot.line
    if draft.thing in words.classes and draft.thing != draft.noun.lower():
        draft.why.append(f"“{draft.noun}” counts as {draft.thing}")
    owner = "" if draft.person else subject(spot)
    place = place_of(spot, draft.told.window[1])
    family = family_of(draft, place)
    goes_on = compared(draft, family, owner)
    on = stays(draft)
    seat = words.states.get(place[0], place[0]) != place[0] and spot.is_apart_from(place[0])
    if on and (not place[0] or seat or (place[0] == on.place and on.line == line.nth)):
        place, family = (on.place, on.country), on.family
        goes_on = on.nth
    if goes_on is not None and not owner:
        owner = next(sense.subject for sense in spot.before if sense.nth == goes_on)
    if place[0]:
        draft.why.append(f"“{place[0]}” in its sentence")
    elif draft.bare and spot.last is not None:
        place = (spot.last.place, spot.last.country)
    if not place[0] and not whose.country and not (draft.person and spot.scene.is_war):
        place = spot.scene.where
    return Sense(
        spot.nth,
        line.nth,
        family,
        noun=draft.noun,
        whose=whose.country,
        group=draft.group,
        place=place[0],
        country=place[1],
        subject=owner,
        event=draft.event,
        part_of=spot.part_of,
        whole=spot.is_whole,
        goes_on=goes_on,
        base=spot.is_base,
        planned=bool(spot.planned),
        earlier=spot.earlier,
        why=tuple(dict.fromkeys(filter(None, (*draft.why, spot.planned)))),
        words=(whose.printed, draft.noun, draft.told.word if draft.event else "", place[0]),
    )


def _is_beyond(spot: Spot) -> bool:
    """Whether it is too large for what was counted before it: `3 doden. Dat kost MILJARDEN`."""
    last = size(spot.scene.article.figures[spot.last.nth]) if spot.last else 0
    return spot.size > max(_MANKIND, _MUCH * last)


def _set_thing(draft: Draft) -> None:
    words = draft.spot.scene.words
    low = draft.noun.lower()
    if low in words.event_nouns or not draft.noun:
        draft.thing = "" if low else draft.spot.scene.owners.group
        draft.thing = draft.thing or "people"
    elif low in words.lists["members"] and is_of_army(draft.spot):
        draft.thing = next(iter(words.plain))
    elif draft.noun not in words.peoples:
        draft.thing = stands_for(draft.spot, low) or words.thing(draft.noun)
    else:
        draft.thing = "people"


def _set_event(draft: Draft) -> None:
    """What happened: by the sentence, the noun, the figure before, the occasion, the context."""
    spot, told = draft.spot, draft.told
    words = spot.scene.words
    named = words.event_nouns.get(draft.noun.lower(), "")
    if spot.is_whole and not spot.figure.noun:
        named = ""  # `… VERLIEZEN. Van de 900 die er waren …`
    relative = spot.line.lowers[spot.after_phrase : spot.after_phrase + 1]
    tells = not words.lists["relative"].isdisjoint(relative)  # `van de 85 leerlingen DIE …`
    own = told.event if not spot.is_whole or (tells and not told.far) else ""
    losses = words.lists["joined losses"]
    if own in losses and spot.is_whole and spot.ends_before(told.word):
        own = ""  # `van de 900 die kwamen, is een derde GEDOOD`
    told_before = words.events.find_in(spot.line, 0, spot.at) if own in losses else []
    if len(losses.intersection(hit.name for hit in told_before)) >= _SEVERAL:
        own = "losses"  # `met de gewonden, vermisten en gevangenen erbij zijn het er 4000`
    if is_total(spot) and (
        told.word in words.event_nouns
        or (
            not (named and spot.figure.noun)
            and not words.event_nouns.keys().isdisjoint(told.word.split())
        )
    ):
        own = ""  # `op het totaal van 900 zijn zulke VERLIEZEN zwaar`
    if own in losses and is_out_of(spot):
        own = ""  # `er zijn 300 man uitgeschakeld, OP EEN TOTAAL VAN 900`
    if own and told.far and not draft.person and not spot.is_listed:
        own = ""
    if (
        own in losses
        and spot.is_base
        and not words.event_nouns.keys().isdisjoint(told.word.split())
    ):
        own = ""  # `er zijn 300 DODEN, de helft van de 900 die kwamen`
    if spot.is_sum:
        own = ""  # `het totaal zou daarmee op 900 KOMEN`
    draft.by_noun = bool(named) and not draft.bare and own in ("", named, "losses")
    last = spot.last if draft.bare else None
    men = draft.bare or draft.noun.lower() in words.lists["soldiers"]
    if draft.person and is_force(spot) and spot.size < _ARMY:
        draft.event = next(iter(words.plain.values()))
    elif men and is_of_losses(spot):
        draft.event = "losses"
        draft.why.append("what happened: as the two before it together, losses")
    elif own or (named and not draft.bare):
        draft.event = own or named
        if own == "losses" and _are_dead(spot, told.word):
            draft.event = "killed"
        draft.why.append(f"“{told.word or draft.noun}”: {draft.event}")
    elif draft.bare and spot.is_whole and last and last.event and spot.is_same(last):
        draft.event = last.event
        draft.why.append(f"what happened: as it was told before, {last.event}")
    elif spot.is_whole or _is_told_total(draft):
        pass  # what happened to some of them did not happen to all
    elif draft.bare and not own and is_being(spot):
        pass  # `dat er 900 IN SOEMY ZIJN`, whatever happened to others
    elif event := _told_of_those(spot):
        draft.event = event
        draft.why.append(f"what happened: as the sentence before tells of them, {event}")
    elif (draft.bare or draft.front) and (event := asked_event(spot)):
        draft.event = event
        draft.why.append(f"what happened: as it was asked, {event}")
    elif draft.bare and (event := spot.compared_event):
        draft.event = event
        draft.why.append(f"what happened: as what it is set beside, {event}")
    elif last is not None and (_is_of_all(spot, last) or _is_apposition(spot)):
        pass
    elif last is not None and last.event:
        draft.event = last.event
        draft.why.append(f"what happened: as the figure before it, {last.event}")
    elif draft.thing not in words.lists["bodies not"] and takes_part(spot):
        draft.event = words.occasion_events[spot.scene.occasion]
    elif found := from_context(spot, draft.thing, draft.noun, bare=draft.bare):
        found = "losses" if spot.some_told == found else found
        draft.event = found
        draft.why.append(f"what happened: in the sentence before, {found}")


def _is_apposition(spot: Spot) -> bool:
    """Whether it tells between commas how many a people are: `DE FRANSEN, zo'n 900, vechten`."""
    own, lowers = spot.scene.owners.before(spot.line, spot.at), spot.line.lowers
    opened = own is not None and lowers[own.at + 1 : own.at + 2] == [","]
    return opened and lowers[spot.after_phrase : spot.after_phrase + 1] == [","]


def _is_of_all(spot: Spot, last: Sense) -> bool:
    """Whether it counts all who were sent, and not those hit: `DE HELFT VAN de 900 die kwamen`."""
    hit = last.event in spot.scene.words.lists["joined losses"]
    return is_batch(spot) or is_out_of(spot) or (hit and spot.is_base)


def _are_dead(spot: Spot, word: str) -> bool:
    """Whether those lost are the dead alone: the headline tells so many, or the wounded follow.

    `Er zijn 300 man VERLOREN. Daarnaast raakten er 900 GEWOND`.
    """
    scene, words = spot.scene, spot.scene.words
    if word in words.event_nouns or word not in words.hints["suffers"].single:
        return False
    nth = next((n for n in range(spot.line.nth + 1, len(scene.text)) if n in scene.figures_of), 0)
    after = scene.line(nth) if 0 < nth - spot.line.nth <= _AFTER else None
    for line, kind in ((scene.title, "killed"), (after, "wounded")):
        told = {hit.name for hit in words.events.find_in(line)} if line is not None else set()
        only = told & words.lists["bodies losses"] == {kind}
        if only and (line is after or spot.size in scene.headline_numbers):
            return True
    return False


def _told_of_those(spot: Spot) -> str:
    """What the sentence before tells of those counted: `die SNEUVELDEN. Dat zijn er 900`."""
    those = that_many(spot)
    if those is None:
        return ""
    words, (line, at) = spot.scene.words, those
    hits = words.events.find_in(line, at)
    return next((hit.name for hit in hits if hit.name in words.lists["bodies events"]), "")


def _is_told_total(draft: Draft) -> bool:
    """Whether a bare number tells how many there are in all, and is none that was told before."""
    spot = draft.spot
    if not draft.bare or spot.last is None or not is_total(spot):
        return False
    return not (spot.is_again or spot.is_same(spot.last))


def _set_group(draft: Draft, whose: str) -> None:
    """Who of all people they are, and what is left of the event for people like them."""
    scene = draft.spot.scene
    words = scene.words
    person, low = draft.person, draft.noun.lower()
    if person:
        general = low in words.general or low in words.event_nouns or draft.noun in words.peoples
        draft.group = "" if general or draft.thing == "people" else draft.thing
        if not draft.group and low not in words.lists["civil"] and _are_soldiers(draft, whose):
            draft.group = scene.owners.group or next(iter(words.plain))
    crowd = draft.spot.size >= _CROWD and draft.thing == "people" and not draft.group
    if (
        person
        and draft.event not in words.lists["bodies kinds"]
        and f"{draft.event} {draft.thing}" not in words.turns
    ):
        draft.event = ""
    allowed = words.only.get(draft.event)
    if allowed is not None and (draft.group or draft.thing) not in allowed:
        draft.event = ""
    men = low in words.lists["soldiers"] or draft.bare or draft.front is not None
    few = MANY if men else _CROWD if draft.noun in words.peoples else _FEW
    if draft.event in words.plain.values() and draft.spot.size < _CROWD and _by_weak(draft):
        draft.event = ""  # `er KOMEN weer tien`
    some = not few <= draft.spot.size < _ARMY
    if draft.spot.size >= _ARMY and draft.group in words.plain:
        draft.event = "" if draft.event in words.plain.values() else draft.event
    if not draft.event and draft.group in words.plain and not some:
        draft.event = words.plain[draft.group]
        draft.why.append(f"no other event told: {draft.event}")
    elif not draft.event and draft.group in words.plain and draft.spot.size >= _ARMY:
        draft.thing = draft.group = words.army
    elif not draft.event and crowd:
        draft.event = words.occasion_events.get(scene.occasion, "")
    turned = words.turns.get(f"{draft.event} {draft.group}", draft.event)
    draft.event = words.turns.get(f"{draft.event} {draft.thing}", turned)
    draft.thing = words.becomes.get(f"{draft.event} {draft.thing}", draft.thing)
    if draft.event in words.lists["bodies alike"]:
        draft.group = ""
    if draft.event in words.lists["bodies events"] and person:
        draft.thing = "people"
    elif person and draft.group:
        draft.thing = draft.group
    elif draft.thing == words.army:
        draft.group = draft.thing


def _by_weak(draft: Draft) -> bool:
    """Whether a word that tells it of nearly anything is all that tells what happened."""
    return draft.told.word in draft.spot.scene.words.lists["bodies weak"]


def _are_soldiers(draft: Draft, whose: str) -> bool:
    """Whether men or a people are soldiers: as they are sent, or by what the article is about."""
    spot, scene, words = draft.spot, draft.spot.scene, draft.spot.scene.words
    men = not draft.noun or draft.noun.lower() in words.lists["soldiers"]
    people = draft.noun in words.peoples
    works = tuple(words.lists["works"])
    if people and any(low.endswith(works) for low in spot.line.lowers):
        return False  # `900 Fransen naar de droneFABRIEK`
    last = spot.last if draft.bare and people else None
    if last is not None and last.noun == draft.noun and not (last.group or last.event):
        return False  # nor are those who are told of again
    sent = draft.event in words.plain.values()
    if sent and (people or (men and whose)):
        return True
    if (whose or men) and scene.owners.group and scene.is_war:
        return True
    if not MANY <= spot.size < _ARMY or not (men or (people and whose)):
        return False
    return (men and bool(whose) and scene.is_war) or (
        (sent or not draft.event) and scene.is_warlike
    )
