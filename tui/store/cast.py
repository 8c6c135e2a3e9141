"""Who appears in an article and who says what, as kept to find both again over a corpus."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.text.safe import safe_line

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.text.article import Actor, Article, Stance

ActorKind = Literal["person", "organisation", "country", "place", "unnamed"]
"""The types of actors, and that of a speaker whom no name tells: `twee functionarissen`."""

KINDS: tuple[ActorKind, ...] = ("person", "organisation", "country", "place", "unnamed")

TABLES = """
CREATE TABLE who (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, UNIQUE (name, type)
);
CREATE TABLE guise (
    id INTEGER PRIMARY KEY,
    described INTEGER NOT NULL,
    twin INTEGER NOT NULL,
    role TEXT NOT NULL,
    entity TEXT NOT NULL,
    forms TEXT NOT NULL,
    UNIQUE (forms, entity, role, described, twin)
);
INSERT INTO guise VALUES (0, 0, 0, '', '', '');
CREATE TABLE appearance (
    who INTEGER NOT NULL,
    guise INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    PRIMARY KEY (who, guise, entry)
) WITHOUT ROWID;
CREATE TABLE statement (
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    who INTEGER NOT NULL,
    stance INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (entry, who, stance)
) WITHOUT ROWID;
CREATE TABLE called (
    who INTEGER NOT NULL, name TEXT NOT NULL, heard TEXT NOT NULL, PRIMARY KEY (who, name)
) WITHOUT ROWID;
CREATE TABLE trait (
    side INTEGER NOT NULL,
    who INTEGER NOT NULL,
    PRIMARY KEY (side, who)
) WITHOUT ROWID;
CREATE TABLE traits (who INTEGER PRIMARY KEY, sides BLOB NOT NULL);
"""
"""A name stands once in `who`, however many articles have it, and what an article tells of it once
in `guise`. Of claims only by whom they are, how they are meant (a place in `STANCES`) and how many
they are stands here; the rest is in their article. `called` has all names that articles give one of
`who`, folded and as they sound, and `trait` what it has of tui.store.traits, with the side in the
last two bits; `traits` has by who it is, packed, those that no name tells by itself. They stay when
the articles go: what they tell is looked up in those that are there.
An `appearance` is found by who it is alone: to forget those of an entry its article is needed.
"""

_THESE = "SELECT name, type, id FROM who WHERE (name, type) IN"
_PUT_ACTOR = """INSERT INTO appearance VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
    SET mentions = mentions + excluded.mentions, claims = max(claims, excluded.claims)"""
_PUT_CLAIM = "INSERT INTO statement VALUES (?, ?, ?, ?)"
_PUT_GUISE = """INSERT OR IGNORE INTO guise (described, twin, role, entity, forms)
    VALUES (?, ?, ?, ?, ?)"""
_GUISES = """SELECT described, twin, role, entity, forms, guise.id FROM json_each(?) JOIN guise
    ON forms = json_extract(value, '$[4]') AND entity = json_extract(value, '$[3]')
    AND role = json_extract(value, '$[2]') AND described = json_extract(value, '$[0]')
    AND twin = json_extract(value, '$[1]')"""
_APPEARED = """SELECT json_extract(value, '$[0]') AS this, json_extract(value, '$[1]') AS so
    FROM json_each(?) WHERE EXISTS (SELECT 1 FROM appearance WHERE who = this AND guise = so)"""
_DROP_ACTORS = """DELETE FROM appearance WHERE entry = ? AND (who, guise) IN
    (SELECT appearance.who, guise FROM who JOIN appearance ON appearance.who = who.id
    WHERE appearance.entry = ? AND name IN (SELECT value FROM json_each(?)))"""

STANCES: tuple[Stance, ...] = (
    *("asserted", "denied", "unconfirmed", "estimated", "announced", "demanded"),
)
"""How a claim can be meant, each in its place."""


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
    guises = _guises(connection, casts)
    more = {
        (who[each.name, each.type], guises[_guise(each)]): each
        for _, cast in casts
        for each in cast.actors
        if each.entity or each.forms
    }
    # Whoever appears so in another article had these traits put then.
    for pair in connection.execute(_APPEARED, (json.dumps(list(more)),)).fetchall():
        del more[pair]
    told = [(at, each.name, each.type, each.entity, each.forms) for (at, _), each in more.items()]
    put_traits(connection, new, told)
    connection.executemany(
        _PUT_ACTOR,
        sorted(
            (who[each.name, each.type], guises[_guise(each)], at, each.mentions, each.claims)
            for at, cast in casts
            for each in cast.actors
        ),
    )
    numbers: dict[str, int] = {stance: number for number, stance in enumerate(STANCES)}
    connection.executemany(
        _PUT_CLAIM,
        [
            (at, who[speaker, kind], numbers[stance], times)
            for at, cast in casts
            for (stance, speaker, kind), times in Counter(cast.claims).items()
        ],
    )


_Guise = tuple[bool, bool, str, str, str]


def _guise(each: Appearance) -> _Guise:
    return each.described, each.twin, each.role, each.entity, each.forms


def _guises(connection: Connection, casts: Iterable[tuple[int, Cast]]) -> dict[_Guise, int]:
    """The numbers of all that articles tell of their actors."""
    told = list({_guise(each) for _, cast in casts for each in cast.actors})
    connection.executemany(_PUT_GUISE, told)
    rows = connection.execute(_GUISES, (json.dumps([(+d, +t, *more) for d, t, *more in told]),))
    return {tuple(guise): at for *guise, at in rows}


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
    found: set[tuple[int, int]] = set()
    sides: dict[int, set[int]] = defaultdict(set)
    for at, name, kind in new:
        called.add((at, folded(name), heard(name)))
        node = traits.Node(kind, name)
        found.update((traits.sided(*each), at) for each in traits.of_name(node))
    for at, name, kind, entity, forms in more:
        node = traits.Node(kind, name)
        if entity:
            sides[at].add(traits.sided(*traits.of_entity(node, entity)))
        if forms:
            names = forms.split("\n")
            called.update((at, folded(form), heard(form)) for form in names)
            sides[at].update(traits.sided(*each) for each in traits.of_forms(node, names))
    found.update((side, at) for at, own in sides.items() for side in own)
    connection.executemany("INSERT OR IGNORE INTO called VALUES (?, ?, ?)", sorted(called))
    connection.executemany("INSERT OR IGNORE INTO trait VALUES (?, ?)", sorted(found))
    asked = "SELECT who, sides FROM traits WHERE who IN (SELECT value FROM json_each(?))"
    for at, known in connection.execute(asked, (json.dumps(list(sides)),)):
        sides[at].update(traits.unpacked(known))
    rows = [(at, traits.packed(own)) for at, own in sides.items() if own]
    connection.executemany("INSERT OR REPLACE INTO traits VALUES (?, ?)", rows)


def drop(connection: Connection, entry: int, article: Article | None) -> None:
    """Forget the cast of an entry, which was made of this article; where it is lost, of any."""
    connection.execute("DELETE FROM statement WHERE entry = ?", (entry,))
    if article is None:
        connection.execute("DELETE FROM appearance WHERE entry = ?", (entry,))
        return
    names = {line(actor.name) for actor in article.actors}
    names |= {line(claim.speaker) for claim in article.claims}
    connection.execute(_DROP_ACTORS, (entry, entry, json.dumps(list(names))))


def cast(article: Article) -> Cast:
    """What is kept of the actors and claims of an article."""
    claims = statements(article)
    counts = Counter((claim.speaker, claim.type) for claim in claims)
    named = [_appearance(actor, counts) for actor in article.actors]
    unnamed = [Appearance(*who, 0, n) for who, n in counts.items() if who[1] == "unnamed"]
    return Cast((*_with_twins(named), *unnamed), claims)


def statements(article: Article) -> tuple[Statement, ...]:
    """What is kept of each claim of an article, in order."""
    types: dict[str, ActorKind] = {}
    for actor in article.actors:
        if types.get(actor.name, "place") == "place":
            types[actor.name] = actor.type  # places never speak
    return tuple(
        Statement(claim.stance, line(claim.speaker), types.get(claim.speaker, "unnamed"))
        for claim in article.claims
    )


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
