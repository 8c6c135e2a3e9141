"""Why an actor is what it is: its type, each of its other names, its role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.text.bodies import Entity
from tui.text.grounds import Reason
from tui.text.weights import TYPES

_MOST = 4
"""So many rules are told that speak for the type of an actor, those that weigh most."""


def reasons(entity: Entity) -> Iterator[Reason]:
    """The rules that gave the type of an entity, joined its names and found its role."""
    if entity.described:
        yield Reason("type", "a noun of a body behind an article", entity.name)
        return
    at = TYPES.index(entity.type)
    weighed: Counter[tuple[str, str]] = Counter()
    for rule, words, weight in entity.clues:
        if weight[at] > 0:
            weighed[rule, words] = max(weighed[rule, words], round(100 * weight[at]))
    for (rule, words), _ in sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
        yield Reason("type", rule, words)
    if not weighed:
        yield Reason("type", "nothing tells of another type", entity.name)
    for rule, words in entity.joined:
        yield Reason("name", rule, words)
    if entity.role:
        yield Reason("role", "the title beside the name", entity.role)
