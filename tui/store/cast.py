"""Who appears in an article and who says what, as kept to find both again over a corpus."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.text.safe import safe_line

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.text.article import Actor, Article

ActorKind = Literal["person", "organisation", "country", "place", "unnamed"]
"""The types of actors, and that of a speaker whom no name tells: `twee functionarissen`."""

KINDS: tuple[ActorKind, ...] = ("person", "organisation", "country", "place", "unnamed")

TABLES = """
CREATE TABLE who (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, UNIQUE (name, type)
);
CREATE TABLE appearance (
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    who INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    described INTEGER NOT NULL,
    twin INTEGER NOT NULL,
    role TEXT NOT NULL,
    entity TEXT NOT NULL,
    forms TEXT NOT NULL,
    PRIMARY KEY (entry, nth)
) WITHOUT ROWID;
CREATE INDEX appearance_who ON appearance (who, entity, forms, described, twin, mentions);
CREATE TABLE statement (
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    stance TEXT NOT NULL,
    who INTEGER NOT NULL,
    PRIMARY KEY (entry, nth)
) WITHOUT ROWID;
CREATE TABLE called (
    who INTEGER NOT NULL, name TEXT NOT NULL, heard TEXT NOT NULL, PRIMARY KEY (who, name)
) WITHOUT ROWID;
CREATE TABLE trait (
    number INTEGER NOT NULL,
    side INTEGER NOT NULL,
    who INTEGER NOT NULL,
    PRIMARY KEY (number, side, who)
) WITHOUT ROWID;
CREATE INDEX trait_who ON trait (who, side, number);
CREATE VIEW actor AS SELECT entry, nth, name, type, mentions, claims, described, twin, role,
    entity, forms, who FROM appearance JOIN who ON who.id = appearance.who;
CREATE VIEW claim AS SELECT entry, nth, stance, name AS speaker, type, who
    FROM statement LEFT JOIN who ON who.id = statement.who;
"""
"""A name stands once in `who`, however many articles have it. Of a claim only by whom it is and how
it is meant stands here; the rest is in its article, as its `nth` claim. `called` has all names that
articles give one of `who`, folded and as they sound, and `trait` what it has of tui.store.traits.
Both stay when the articles go: what they tell is looked up in those that are there.
"""

_THESE = "SELECT name, type, id FROM who WHERE (name, type) IN"
_PUT_ACTOR = f"INSERT INTO appearance VALUES (?, ?{', ?' * 8})"
_PUT_CLAIM = "INSERT INTO statement VALUES (?, ?, ?, ?)"


THESE = "(SELECT json_extract(value, '$[1]'), json_extract(value, '$[0]') FROM json_each(?))"
"""Name and type of each of some nodes, in SQL; they are given as a list of types and names in JSON.
"""


THEIR_IDS = f"(SELECT id FROM who WHERE (name, type) IN {THESE})"
"""The ids of such nodes."""


class Appearance(NamedTuple):
    """An actor in one article; also a speaker there whom no name tells, without any mention.

    `entity` is the name under which the engine's lists know it, empty where they do not. `forms`
    holds its other names there, one a line. `twin` tells that the article has another person who
    could be taken for this one: whose name is only spelt otherwise, or ends in this one.
    """

    name: str
    type: ActorKind
    mentions: int
    claims: int = 0
    described: bool = False
    twin: bool = False
    role: str = ""
    entity: str = ""
    forms: str = ""


class Statement(NamedTuple):
    """A claim in one article: by whom as the article resolves it."""

    stance: str
    speaker: str
    type: ActorKind


class Cast(NamedTuple):
    """All that an article is found by among the actors and claims of its corpus."""

    actors: tuple[Appearance, ...] = ()
    claims: tuple[Statement, ...] = ()


def put(connection: Connection, casts: Sequence[tuple[int, Cast]]) -> None:
    """Keep the casts of entries that have none yet."""
    nodes = {(each.name, each.type) for _, cast in casts for each in cast.actors}
    nodes |= {(each.speaker, each.type) for _, cast in casts for each in cast.claims}
    (known,) = connection.execute("SELECT coalesce(max(id), 0) FROM who").fetchone()
    connection.executemany("INSERT OR IGNORE INTO who (name, type) VALUES (?, ?)", nodes)
    asked = json.dumps([(kind, name) for name, kind in nodes])
    found = connection.execute(f"{_THESE} {THESE}", (asked,))
    who = {(name, kind): at for name, kind, at in found}
    new = [(at, name, kind) for (name, kind), at in who.items() if at > known]
    more = {
        (who[each.name, each.type], each.name, each.type, each.entity, each.forms)
        for _, cast in casts
        for each in cast.actors
        if each.entity or each.forms
    }
    put_traits(connection, new, more)
    connection.executemany(
        _PUT_ACTOR,
        [
            (at, nth, who[name, kind], *more)
            for at, cast in casts
            for nth, (name, kind, *more) in enumerate(cast.actors)
        ],
    )
    connection.executemany(
        _PUT_CLAIM,
        [
            (at, nth, stance, who[speaker, kind])
            for at, cast in casts
            for nth, (stance, speaker, kind) in enumerate(cast.claims)
        ],
    )


def put_traits(
    connection: Connection,
    new: Iterable[tuple[int, str, ActorKind]],
    more: Iterable[tuple[int, str, ActorKind, str, str]],
) -> None:
    """Keep by what names are found: some that are `new`, and what articles tell `more` of any.

    The new ones are told by id, name and type, the others by entity and forms as well.
    """
    from tui.store import traits
    from tui.store.query import folded
    from tui.store.spelling import heard

    called: set[tuple[int, str, str]] = set()
    found: set[tuple[int, int, int]] = set()
    for at, name, kind in new:
        called.add((at, folded(name), heard(name)))
        node = traits.Node(kind, name)
        found.update((number, side, at) for number, side in traits.of_name(node))
    for at, name, kind, entity, forms in more:
        node = traits.Node(kind, name)
        if entity:
            found.add((*traits.of_entity(node, entity), at))
        if forms:
            names = forms.split("\n")
            called.update((at, folded(form), heard(form)) for form in names)
            found.update((number, side, at) for number, side in traits.of_forms(node, names))
    connection.executemany("INSERT OR IGNORE INTO called VALUES (?, ?, ?)", called)
    connection.executemany("INSERT OR IGNORE INTO trait VALUES (?, ?, ?)", found)


def drop(connection: Connection, entries: Iterable[int]) -> None:
    """Forget the casts of entries."""
    gone = [(entry,) for entry in entries]
    connection.executemany("DELETE FROM appearance WHERE entry = ?", gone)
    connection.executemany("DELETE FROM statement WHERE entry = ?", gone)


def cast(article: Article) -> Cast:
    """What is kept of the actors and claims of an article."""
    types: dict[str, ActorKind] = {}
    for actor in article.actors:
        if types.get(actor.name, "place") == "place":
            types[actor.name] = actor.type  # places never speak
    claims = tuple(
        Statement(claim.stance, line(claim.speaker), types.get(claim.speaker, "unnamed"))
        for claim in article.claims
    )
    counts = Counter((claim.speaker, claim.type) for claim in claims)
    named = [_appearance(actor, counts) for actor in article.actors]
    unnamed = [Appearance(*who, 0, n) for who, n in counts.items() if who[1] == "unnamed"]
    return Cast((*_with_twins(named), *unnamed), claims)


def line(text: str) -> str:
    """The text on one line, safe to print, every blank a space."""
    text = " ".join(text.split())
    return text if text.isascii() and text.isprintable() else safe_line(text)


def _appearance(actor: Actor, counts: Mapping[tuple[str, ActorKind], int]) -> Appearance:
    name = line(actor.name)
    return Appearance(
        name,
        actor.type,
        len(actor.mentions),
        counts.get((name, actor.type), 0),
        actor.described,
        False,
        line(actor.role or ""),
        "" if actor.described else _listed(name, actor.type),
        "\n".join(_forms(actor, name)),
    )


def _with_twins(actors: list[Appearance]) -> Iterable[Appearance]:
    people = {actor.name for actor in actors if actor.type == "person"}
    if len(people) < 2:
        return actors
    from tui.store.spelling import ends, plain, spelling  # not needed to hold a cast

    alike = Counter(map(spelling, people))
    tails = {tail for name in people for tail in ends(plain(name))}
    twins = {name for name in people if alike[spelling(name)] > 1 or plain(name) in tails}
    return [actor._replace(twin=actor.type == "person" and actor.name in twins) for actor in actors]


def _forms(actor: Actor, name: str) -> list[str]:
    """The other names of an actor in its article, without those with an s of possession."""
    printed = {mention.text for mention in actor.mentions}
    if len(printed) == 1 and name in printed:
        return []
    printed = {line(text) for text in printed} | {name}
    return sorted(
        form
        for form in printed - {name}
        if not (form.endswith("s") and form[:-1].rstrip("'’") in printed)
    )


def _listed(name: str, kind: str) -> str:
    """The name under which the engine's lists know a name of this type, empty where they do not."""
    from tui.text.gazetteer import gazetteer

    known = gazetteer().names.get(name)
    if known is None or (known.type != kind and not (known.capital and kind == "place")):
        return ""
    return known.entity
