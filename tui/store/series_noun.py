"""The noun of a count: what stands with its number, or what a number without one points at."""

from __future__ import annotations

from tui.store.series_antecedent import Antecedent, fronted, named_before, named_here
from tui.store.series_context import is_rate, is_room, next_noun, number_of
from tui.store.series_draft import Draft
from tui.store.series_forces import army_of
from tui.store.series_owners import TITLE
from tui.store.series_spot import Spot

_NEAR = 6
"""So many words around a small number tell that it counts something."""
_CLOSE = 3
"""So many words before a number one tells that it is of any such thing: `telt doorgaans ruim`."""
_LEAST = 4
"""A smaller number without a noun tells nothing."""
MANY = 100
"""From here on a number without a noun counts what the article is about."""


def noun_of(spot: Spot) -> str | None:
    """The noun, empty where it is left out; None where the number can be no count of a series."""
    words = spot.scene.words
    if spot.is_difference or is_rate(spot) or spot.is_of_measure or is_room(spot):
        return None
    before, behind = spot.line.lowers[max(0, spot.at - _CLOSE) : spot.at], spot.after_phrase
    if not words.lists["usual"].isdisjoint(before) and not words.lists["whose counts"].isdisjoint(
        spot.line.lowers[: spot.at]
    ):
        return None
    out_of = not words.lists["out of"].isdisjoint(before[-1:])
    if out_of and not words.lists["but"].isdisjoint(spot.line.lowers[behind : behind + 1]):
        return None  # `OP één man NA`
    noun = spot.figure.noun or spot.shared_noun
    if noun.lower() in words.lists["counters"]:
        then = spot.line.lowers[spot.after_phrase : spot.after_phrase + 1]
        if not words.lists["joined of"].isdisjoint(then):
            return None  # `20 stuks VAN zowel het geschut als …`
        noun = _stuff(spot)
    then = spot.line.lowers[spot.behind : spot.behind + 1]
    if noun in words.adjectives or (then and then[0] in words.lists["then"]):
        noun = ""  # `300 Franse doden en 200 SPAANSE`
    low = noun.lower()
    if low in words.lists["no series"]:
        return None
    if (
        noun
        and low not in words.event_nouns
        and low not in words.things
        and low in words.events.single
    ):
        noun = ""  # `er zijn 98 NEERGEHAALD` has no noun
    noun = army_of(spot) or noun or next_noun(spot) or number_of(spot)
    if not noun and spot.is_after_sum:
        return None
    if not noun:
        last = "".join(before[-1:])
        small = last in words.lists["joined of"] and (spot.size < MANY or spot.is_size)
        small = small or (last in words.lists["ages"] and spot.size < MANY)
        if small or last in words.lists["room"]:
            return None
        if spot.size < _LEAST and not (
            words.hints["goes_on"].find_in(spot.line) or _are_known(spot)
        ):
            return None
    return low if noun[:1].isupper() and low in words.things else noun


def _are_known(spot: Spot) -> bool:
    """Whether a few are pointed at by a noun elsewhere: `DE twee DIE …`, `AAN tanks … er drie`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    before, behind = lowers[max(0, spot.at - 1) : spot.at], lowers[spot.behind : spot.behind + 1]
    those = before[:1] and before[0] in lists["joined articles"]
    if those and behind and behind[0] in lists["relative"]:
        return True
    if before and before[0] in lists["antecedent there"] and spot.scene.owners.group:
        return True  # `heeft ER twee gevangen`
    return lowers[0] in lists["noun at"] and fronted(spot) is not None


def _stuff(spot: Spot) -> str:
    """What is counted by the piece: `220 stuks ARTILLERIE`; empty where it was named before."""
    words, line = spot.scene.words, spot.line
    texts = line.texts[spot.after_phrase : spot.after_phrase + 2]
    plain = [text.isalpha() and text.islower() and text not in words.function for text in texts]
    noun = len(plain) > 1 and plain[1] and texts[1] not in words.events.openers
    if noun and texts[0].isalpha() and texts[0] not in words.lists["where prepositions"]:
        return texts[1]  # `220 stuks zwaar GESCHUT`
    return texts[0] if plain and plain[0] else ""


def takes_noun(draft: Draft) -> bool:
    """Finds what a bare number counts: as the one before it, or what the headline is about."""
    spot, scene = draft.spot, draft.spot.scene
    last = spot.last
    elsewhere = last is None or last.line != spot.line.nth
    if elsewhere and (told := named_here(spot)) is not None:
        return points_at(draft, told)
    if last is not None and spot.size < MANY and not _tells_of(draft):
        return False  # `biljetten van 20 en 50`
    far = last is not None and last.line < spot.line.nth - 1 and not spot.is_again
    if far and (told := named_before(spot)) is not None:
        return points_at(draft, told)  # the sentence between names others
    sent = draft.told.event in scene.words.plain.values()
    if last is not None and sent and last.noun.lower() in scene.words.event_nouns:
        draft.why.append("no noun: those of the article")  # `6000 doden, van de 900 die KWAMEN`
        return True
    if last is not None:
        draft.noun = last.noun
        draft.why.append(f"no noun: “{last.noun}” from the figure before it")
        return True
    if (told := named_before(spot)) is not None:
        return points_at(draft, told)
    tells = scene.owners.group and scene.words.hints["tells"].find_in(spot.line)
    if spot.size < MANY and not draft.told.event and not tells:
        return False
    for line in (scene.title, *scene.lead[:1]) if scene.owners.group else ():
        for text, low in zip(line.texts, line.lowers, strict=True):
            if text in scene.words.peoples or scene.words.thing(low) == scene.owners.group:
                where = "headline" if line.nth == TITLE else "lead"
                draft.noun = text
                draft.why.append(f"no noun: “{text}” from the {where}")
                return True
    crowd = scene.occasion in scene.words.occasion_events and spot.size >= MANY
    return bool(draft.told.event or scene.owners.group) or crowd


def _tells_of(draft: Draft) -> bool:
    """Whether anything near a small number without a noun tells that it counts something."""
    spot = draft.spot
    hints, window = spot.scene.words.hints, (max(0, spot.at - _NEAR), spot.after_phrase + _NEAR)
    lists, near = spot.scene.words.lists, spot.line.lowers[slice(*window)]
    if draft.told.event or spot.earlier or spot.part_of is not None or spot.is_of_next:
        return True
    if spot.is_reached or spot.is_listed or not lists["antecedent back"].isdisjoint(near):
        return True
    return any(hints[name].find_in(spot.line) for name in ("tells", "goes_on", "whole"))


def points_at(draft: Draft, told: Antecedent) -> bool:
    """Gives a bare number the noun that stands elsewhere; True, for then it has one."""
    words = draft.spot.scene.words
    low = told.noun.lower()
    draft.noun, draft.front = told.noun, told
    draft.bare = low in words.general and low not in words.lists["civil"]
    draft.why.append(f"no noun: “{told.noun}” named before it")
    return True
