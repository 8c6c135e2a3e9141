"""Bodies by common nouns: named (`ministerie van Defensie`) and described (`de politie`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from tui.text.article import ActorType, Mention
from tui.text.language import table


@dataclass(slots=True)
class Entity:
    """An actor while its mentions are gathered."""

    name: str
    type: ActorType
    role: str | None = None
    described: bool = False
    mentions: list[Mention] = field(default_factory=list)


def add_ministries(text: str, entities: dict[str, Entity]) -> None:
    """`ministerie van Buitenlandse Zaken`: a body by a common noun with a name of its own."""
    nouns = "|".join(table("actors")["named_of"])
    pattern = re.compile(rf"(?<!\w)(?i:{nouns}) van [A-Z]\w+(?:,? (?:en )?[A-Z]\w+){{0,3}}")
    for match in pattern.finditer(text):
        for key, entity in list(entities.items()):
            entity.mentions = [
                m for m in entity.mentions if m.end <= match.start() or m.start >= match.end()
            ]
            if not entity.mentions:
                del entities[key]
        entry = entities.setdefault(match.group(), Entity(match.group(), "organisation"))
        entry.mentions.append(Mention(match.start(), match.end(), match.group()))


@cache
def _described_pattern() -> re.Pattern[str]:
    bodies = sorted(table("actors")["described"], key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:(?i:de|het) )"
        r"(?P<body>(?:[A-ZÀ-Þ][\w-]*se? |plaatselijke |lokale |militaire |nationale |regionale "
        r"|centrale |eigen |nieuwe |grote ){0,3}"
        rf"(?:[a-z]+)?(?:{'|'.join(map(re.escape, bodies))})(?!\w|-)"
        r"(?: van (?:de )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*)?)"
    )


def add_described(text: str, entities: dict[str, Entity]) -> None:
    """Bodies that are described and not named: `de Zuid-Koreaanse inlichtingendienst`."""
    named = sorted((m.start, m.end) for e in entities.values() for m in e.mentions)
    latest: dict[str, Entity] = {}
    for match in _described_pattern().finditer(text):
        body = match["body"]
        start, end = match.span("body")
        if any(a <= start and end <= b for a, b in named):
            continue
        if name := _name_behind(end, entities, text):
            name.role = name.role or body  # `de veiligheidsdienst SBOe` has a name
            latest[name.name] = name
            continue
        head = body.split(" van ")[0].split()[-1]
        qualified = body != head
        entry = entities.get(body) or (None if qualified else _same_body(head, latest))
        if entry is not None and not entry.described:
            continue  # `de dienst` for one that was named
        if entry is None:
            entry = entities.setdefault(body, Entity(body, "organisation", described=True))
        latest.pop(entry.name, None)
        latest[entry.name] = entry
        entry.mentions.append(Mention(start, end, text[start:end]))


def _name_behind(end: int, entities: dict[str, Entity], text: str) -> Entity | None:
    """The organisation whose name follows a description directly."""
    if text[end : end + 1] != " ":
        return None
    for entity in entities.values():
        if entity.type == "organisation" and any(m.start == end + 1 for m in entity.mentions):
            return entity
    return None


def _same_body(head: str, latest: dict[str, Entity]) -> Entity | None:
    """The last body whose head is this noun or ends in it: an inlichtingenDIENST is a dienst."""
    for entity in reversed(latest.values()):
        own = (entity.name if entity.described else entity.role or "").split(" van ")[0].split()[-1]
        if own == head or own.endswith(head) or head.endswith(own) or are_same_body(own, head):
            return entity
    return None


def are_same_body(first: str, second: str) -> bool:
    """Whether two nouns may stand for the same body: `spionageagentschap` and `dienst`."""
    groups: list[list[str]] = table("actors")["same_bodies"]
    return any(first in group and second in group for group in groups)
