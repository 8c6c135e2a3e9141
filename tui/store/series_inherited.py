"""Whose people a figure counts where the words around it do not tell."""

from __future__ import annotations

from tui.store.series_draft import Draft
from tui.store.series_owners import TITLE
from tui.store.series_spot import Spot
from tui.store.series_states import sender, state
from tui.store.series_whose import (
    NOBODY,
    Whose,
    as_before,
    by_article,
    by_clause,
    by_gap,
    by_last,
    by_opening,
    by_own,
    by_paragraph,
    by_sentence,
    third_party,
)


def inherited(draft: Draft) -> Whose:
    """Whose people they are: of the figure before, the sentence, the paragraph or the article."""
    spot, words = draft.spot, draft.spot.scene.words
    men = draft.thing in words.plain or draft.noun.lower() in words.lists["soldiers"]
    if men and spot.is_mixed:
        return third_party(spot, "", f"only some of them are “{spot.is_mixed}”")
    if spot.is_own:
        name = state(spot, told=True)
        if name:
            return Whose(words.states[name], name, f"“{name}”: its own")
        return (
            Whose(spot.claim.speaker, "", f"own of {spot.claim.speaker}") if spot.claim else NOBODY
        )
    if (alone := by_own(spot)).country:
        return alone
    last = spot.last if draft.bare else None
    if draft.bare and (beside := by_gap(spot)).country:
        return beside
    elsewhere = last is not None and last.line != spot.line.nth
    if elsewhere and (near := by_clause(spot, draft.event)) and near.country:
        return near
    if last is not None and draft.event == "deployed" and (name := sender(spot)):
        return Whose(words.states[name], name, f"“{name}” sends them")
    if last is not None and last.whose:
        return as_before(last, "the figure before it")
    if last is not None and last.line == spot.line.nth:
        return NOBODY
    found = by_sentence(spot, draft.event, by_noun=draft.by_noun)
    if found.country:
        return found
    if near := by_clause(spot, draft.event):
        return near
    low = draft.noun.lower()
    soldiers = draft.thing in words.plain or low in words.lists["soldiers"]
    if soldiers and not draft.event and (found := by_opening(spot)).country:
        return found
    if draft.thing in words.lists["bodies ranks"]:
        return by_article(spot)
    special = draft.thing not in words.plain and draft.thing != "people"
    if special and (draft.thing in words.lists["bodies things"] or not draft.event):
        return NOBODY
    if words.things.get(low) == "people" and low not in words.lists["open"] and not draft.bare:
        return NOBODY  # `15 inwoners` are not of the army that the article is about
    if not spot.scene.is_war and draft.thing not in words.plain:
        return NOBODY  # an army helps after a flood: the dead are not its soldiers
    if (
        draft.thing in words.plain
        and not spot.scene.owners.is_owned
        and not draft.bare
        and (name := state(spot, near=True))
    ):
        return Whose(words.states[name], name, f"“{name}” in its sentence")
    lost = draft.event in words.lists["bodies losses"]
    if lost and not draft.bare and draft.noun.lower() in words.event_nouns and _in_town(spot):
        return NOBODY  # `in de Spaanse STAD Jaén vielen 15 gewonden`
    if (soldiers or lost) and (found := by_paragraph(spot)).country:
        return found
    if lost and (found := by_last(spot)).country:
        return found
    own = spot.scene.owners.main
    told = own is not None and (own.line == TITLE or spot.scene.owners.is_of_one)
    named = told and draft.event in words.lists["bodies losses"]
    plain = (
        draft.thing in words.plain
        and own is not None
        and (own.thing in words.plain or own.line == TITLE)
    )
    return by_article(spot, lost=lost) if spot.scene.owners.group or named or plain else NOBODY


def _in_town(spot: Spot) -> bool:
    """Whether its sentence tells of a town, where those who live there are hurt."""
    return not spot.scene.words.lists["where towns"].isdisjoint(spot.line.lowers)
