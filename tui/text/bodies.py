"""Bodies by common nouns: named (`ministerie van Defensie`) and described (`de politie`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from operator import itemgetter

from tui.text.article import ActorType, Mention
from tui.text.language import table
from tui.text.weights import Clue

_REMEMBERED = 100
"""Among how many bodies, the last ones named, one is sought that `de dienst` may mean."""


@dataclass(slots=True)
class Entity:
    """An actor while its mentions are gathered.

    `clues` are what tells of its type, `joined` by which rule each other name of it was taken in.
    """

    name: str
    type: ActorType
    role: str | None = None
    described: bool = False
    mentions: list[Mention] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where it is first named."""
        return min(mention.start for mention in self.mentions)


def add_ministries(text: str, entities: dict[str, Entity]) -> None:
    """`ministerie van Buitenlandse Zaken`: a body by a common noun with a name of its own."""
    found = _ministries(text)
    if not found:
        return
    named = sorted(
        ((m.end, m, key) for key, entity in entities.items() for m in entity.mentions),
        key=itemgetter(0),
    )
    left = {key: len(entity.mentions) for key, entity in entities.items()}
    gone: set[int] = set()
    for match in found:
        place = bisect_right(named, match.start(), key=itemgetter(0))
        while place < len(named) and named[place][1].start < match.end():
            _, mention, key = named[place]
            gone.add(id(mention))
            left[key] -= 1
            if not left[key]:
                del entities[key]
            place += 1
        entry = entities.setdefault(match.group(), Entity(match.group(), "organisation"))
        entry.mentions.append(Mention(match.start(), match.end(), match.group()))
        left[match.group()] = left.get(match.group(), 0) + 1
    if gone:
        for entity in entities.values():
            entity.mentions = [m for m in entity.mentions if id(m) not in gone]


def _ministries(text: str) -> list[re.Match[str]]:
    nouns = table("actors")["named_of"]
    lowered = text.lower()
    if not any(noun in lowered for noun in nouns):
        return []
    return list(_ministry_pattern().finditer(text))


@cache
def _ministry_pattern() -> re.Pattern[str]:
    nouns = "|".join(table("actors")["named_of"])
    return re.compile(rf"(?<!\w)(?i:{nouns}) van [A-Z]\w+(?:,? (?:en )?[A-Z]\w+){{0,3}}")


@cache
def _described_pattern() -> re.Pattern[str]:
    bodies = sorted(table("actors")["described"], key=len, reverse=True)
    adjectives = table("actors")["described_by"]
    articles = table("actors")["articles"]
    first = "".join(sorted({letter for word in articles for letter in (word[0], word[0].upper())}))
    return re.compile(  # a class of letters in front: the search leaps from one to the next
        rf"[{first}](?<!\w.)(?i:{'|'.join(sorted({word[1:] for word in articles}))}) (?:eigen )?"
        rf"(?P<body>(?:[A-ZÀ-Þ][\w-]*se? |(?:{'|'.join(adjectives)}) ){{0,3}}"
        rf"(?:[a-z]+)?(?:{'|'.join(map(re.escape, bodies))})(?!\w|-)"
        r"(?: van (?:de )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*)?)"
    )


def add_described(text: str, entities: dict[str, Entity]) -> None:
    """Bodies that are described and not named: `de Zuid-Koreaanse inlichtingendienst`."""
    named = sorted((m.start, m.end) for e in entities.values() for m in e.mentions)
    bodies: dict[int, Entity] = {}
    for entity in entities.values():
        if entity.type == "organisation":
            for mention in entity.mentions:
                bodies.setdefault(mention.start, entity)
    latest: dict[str, Entity] = {}
    for match in _described_pattern().finditer(text):
        body = match["body"]
        start, end = match.span("body")
        place = bisect_right(named, start, key=itemgetter(0))
        if place and end <= named[place - 1][1]:
            continue
        name = bodies.get(end + 1) if text[end : end + 1] == " " else None
        if name:  # the organisation whose name follows directly
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


def _same_body(head: str, latest: dict[str, Entity]) -> Entity | None:
    """The last body whose head is this noun or ends in it: an inlichtingenDIENST is a dienst."""
    for entity in islice(reversed(latest.values()), _REMEMBERED):
        own = (entity.name if entity.described else entity.role or "").split(" van ")[0].split()[-1]
        if own == head or own.endswith(head) or head.endswith(own) or are_same_body(own, head):
            return entity
    return None


def are_same_body(first: str, second: str) -> bool:
    """Whether two nouns may stand for the same body: `spionageagentschap` and `dienst`."""
    return second in bodies_like(first)


def bodies_like(noun: str) -> frozenset[str]:
    """The nouns that may stand for the same body as this one, itself among them; often none."""
    return _same_bodies().get(noun, frozenset())


@cache
def _same_bodies() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in table("actors")["same_bodies"]:
        for noun in group:
            found[noun] = found.get(noun, frozenset()) | frozenset(group)
    return found
