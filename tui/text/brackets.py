"""Bodies with two names: an abbreviation in brackets, a name with and without its legal form."""

from __future__ import annotations

import re

from tui.text.bodies import Entity

_BRACKETED = re.compile(r" ?\((?:de |het |afgekort )?(?P<name>[A-Z][^()\n]{1,80})\)")
_SHORT = 13
"""An abbreviation has fewer letters."""


def join_abbreviations(text: str, entities: dict[str, Entity]) -> None:
    """An abbreviation in brackets behind a name is the same entity: `Waterschap X (WX)`.

    So is a name in brackets behind its abbreviation: `CPB (Centraal Planbureau)`.
    """
    for key, entity in list(entities.items()):
        if key in entities and entity.type != "person":
            _join(text, entities, key, entity)


def _join(text: str, entities: dict[str, Entity], key: str, entity: Entity) -> None:
    for mention in entity.mentions:
        match = _BRACKETED.match(text, mention.end)
        other = entities.get(match["name"]) if match else None
        if match is None or other is None or other is entity:
            continue
        if _abbreviates(match["name"], entity.name):
            return _take(entities, entity, match["name"])
        if other.type != "person" and _abbreviates(entity.name, other.name):
            return _take(entities, other, key)


def _take(entities: dict[str, Entity], entity: Entity, key: str) -> None:
    """Make the mentions of one entity those of another."""
    entity.mentions = [*entity.mentions, *entities[key].mentions]
    entity.joined.append(("an abbreviation in brackets", key))
    del entities[key]


def _abbreviates(short: str, name: str) -> bool:
    """Whether a short name is made of capitals and begins as a long one does."""
    return (
        len(short) < min(_SHORT, len(name))
        and sum(map(str.isupper, short)) * 2 >= len(short)
        and short[:1].casefold() == name[:1].casefold()
    )
