"""Whose people or sums a figure tells of: by its own words, its sentence, or the article."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_scene import TITLE
from tui.store.series_spot import Spot


class Whose(NamedTuple):
    """A country, how it is printed, and why; all empty where nothing tells."""

    country: str = ""
    printed: str = ""
    why: str = ""


NOBODY = Whose()


def by_phrase(spot: Spot) -> Whose:
    """Whose they are by the words around the number: `Noord-Koreaanse`, `uit Noord-Korea`."""
    words, line = spot.scene.words, spot.line
    for token in line.tokens[spot.at : spot.after_phrase]:
        if country := words.adjectives.get(token.text) or words.peoples.get(token.text):
            return Whose(country, token.text, f"“{token.text}”: {country}")
    behind = spot.after_phrase
    if line.lowers[behind : behind + 1] and line.lowers[behind] in words.lists["whose behind"]:
        last = next((sense for sense in reversed(spot.before) if sense.whose), None)
        if last and line.words(behind + 1, behind + 3) in words.lists["whose same"]:
            return Whose(last.whose, last.words[0], f"{last.whose}: as a figure before it")
        for token in line.tokens[behind + 1 : behind + 4]:
            if country := words.states.get(token.text) or words.adjectives.get(token.text):
                told = f"“{line.lowers[behind]} {token.text}”: {country}"
                return Whose(country, token.text, told)
            if token.lower not in words.lists["whose joins"]:
                break
    return NOBODY


def by_sentence(spot: Spot, event: str, *, by_noun: bool) -> Whose:
    """Whose they are because the sentence is about a state: one that sends, or that has losses.

    `by_noun` tells that the noun says what happened: `Rusland heeft 600.000 DODEN`.
    """
    words = spot.scene.words
    if words.hints["suffers"].find(spot.line.lowers) and (name := state(spot)):
        return Whose(words.states[name], name, f"“{name}” has the losses")
    if event == "deployed" and (name := state(spot)):
        return Whose(words.states[name], name, f"“{name}” sends them")
    if (by_noun or not event) and (name := _having(spot)):
        return Whose(words.states[name], name, f"“{name}” has them")
    return NOBODY


def by_article(spot: Spot) -> Whose:
    """Whose they are by the headline, or by who is named most in the article."""
    scene = spot.scene
    own = scene.owner or scene.owner_before(spot.line, spot.at)
    if own is None or own.line != TITLE:
        last = next((s for s in reversed(spot.before) if s.whose and s.group == scene.group), None)
        if last is not None:
            return Whose(last.whose, last.words[0], f"{last.whose}: as a figure before it")
    if own is None:
        return NOBODY
    where = "headline" if own.line == TITLE else "article"
    return Whose(own.country, own.printed, f"“{own.printed}” in the {where}: {own.country}")


def state(spot: Spot) -> str:
    """The state that a sentence is about: one behind no preposition, and not the speaker."""
    words = spot.scene.words
    before = words.lists["where prepositions"]
    for at, token in enumerate(spot.line.tokens):
        free = not at or spot.line.lowers[at - 1] not in before
        if free and token.text in words.states and token.text not in spot.spoken:
            return token.text
    return ""


def _having(spot: Spot) -> str:
    """The state right before or behind a verb of having: `Oekraïne heeft zelf 50.000 man`."""
    words, line = spot.scene.words, spot.line
    for at, low in enumerate(line.lowers[: spot.at]):
        if low not in words.lists["whose has"]:
            continue
        for place in (at - 1, at + 1):
            text = line.tokens[place].text if 0 <= place < len(line.tokens) else ""
            free = place == 0 or line.lowers[place - 1] not in words.lists["where prepositions"]
            if text in words.states and text not in spot.spoken and free:
                return text
    last = not words.lists["whose has"].isdisjoint(line.lowers[spot.after_phrase :])
    name = state(spot) if last else ""  # `dat Rusland al 600.000 doden HEEFT`
    return name if name in [token.text for token in line.tokens[: spot.at]] else ""


def owner(spot: Spot) -> str:
    """The organisation, state or place that a sentence names and that is not the speaker."""
    names = _names(spot)
    return names[0][1] if names else ""


def subject(spot: Spot) -> str:
    """The organisation or state that a clause is about: the last before the figure.

    One behind a preposition is not what the clause is about.
    """
    before = spot.scene.words.lists["where prepositions"]
    small = spot.scene.words.lists["whose joins"]
    found = ""
    for rank, name, start in sorted(_names(spot), key=lambda item: item[2]):
        at = spot.line.at(start)
        if rank > 1 or at >= spot.at:
            continue
        place = at - 1 if at and spot.line.lowers[at - 1] in small else at
        if not place or spot.line.lowers[place - 1] not in before:
            found = name
    return found


def _names(spot: Spot) -> list[tuple[int, str, int]]:
    """The names of a sentence with their rank and place, organisations first."""
    found = []
    ranks = {"organisation": 0, "country": 1, "place": 2}
    for actor in spot.scene.article.actors:
        if actor.type == "person" or actor.name in spot.spoken or actor.described:
            continue
        for mention in actor.mentions:
            inside = spot.line.start <= mention.start < spot.line.end
            if inside and mention.text not in spot.spoken:
                name = spot.scene.words.states.get(actor.name, actor.name)
                found.append((ranks[actor.type], name, mention.start))
    return sorted(found, key=lambda item: (item[0], item[2]))
