"""Who is who among some names of an index, without a table of everyone.

Told of are the names that could be meant, all that could be one actor's with any of them, and no
others; the rules on them are those of the whole table (`tui.store.aliases`), with the same outcome.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator

from tui.store import traits
from tui.store.aliases import Facts, aliases
from tui.store.documents import Naming
from tui.store.index import Index
from tui.store.namings import ties
from tui.store.query import folded
from tui.store.spelling import heard
from tui.store.traits import HOLDS, SAME, SEEKS, Node

MANY = 2_000
"""What more names have than so many (`actor:van`) is no name of anybody: each of them goes by
itself, for to tell who is who among them all would take seconds."""

_IDS = "(SELECT value FROM json_each(?))"
_BEGINS = """SELECT DISTINCT who FROM called
    WHERE instr({column}, :text) AND instr(' ' || {column}, ' ' || :text)"""
_WHOLE = "SELECT DISTINCT who FROM called WHERE {column} = :text"
_NAMED = """SELECT id FROM who WHERE (name, type) IN
    (SELECT json_extract(value, '$[1]'), json_extract(value, '$[0]') FROM json_each(?))"""
_NUMBERS = _NAMED.replace("SELECT id", "SELECT id, type, name")
_STANDING = f"""SELECT type, name FROM who WHERE id IN {_IDS}
    AND EXISTS (SELECT 1 FROM appearance WHERE who = who.id)"""
_TRAITS = f"""SELECT type, name, sides FROM who LEFT JOIN traits ON who = id WHERE id IN {_IDS}"""
_HAVE = f"SELECT DISTINCT who FROM trait WHERE side IN {_IDS}"
_HOLD = f"""SELECT DISTINCT who FROM trait
    WHERE side IN (SELECT value << 2 | {HOLDS} FROM json_each(?))"""
_HOLDERS = f"""SELECT value, (SELECT count(*) FROM (
        SELECT 1 FROM trait WHERE side = value << 2 | {HOLDS}
        AND EXISTS (SELECT 1 FROM appearance WHERE who = trait.who) LIMIT ?
    )) FROM json_each(?)"""
_HOLD_BY_NAME = """SELECT count(*) FROM (
    SELECT 1 FROM trait LEFT JOIN traits USING (who)
    WHERE side = ?1 AND NOT ifnull(instr(sides, ?2), 0)
    AND EXISTS (SELECT 1 FROM appearance WHERE who = trait.who) LIMIT ?3)"""
_HOLD_BY_FORMS = """SELECT DISTINCT who, type, name, forms
    FROM trait JOIN traits USING (who) JOIN who ON who.id = who JOIN guise ON guise.id IN (
        SELECT guise FROM appearance WHERE appearance.who = trait.who)
    WHERE side = ?1 AND instr(sides, ?2) AND forms <> ''"""
_FACTS = f"""SELECT who, type, name, entity, forms, described, twin, n, times FROM (
        SELECT who, guise, count(*) AS n, sum(mentions) AS times
        FROM appearance WHERE who IN {_IDS} GROUP BY who, guise
    ) JOIN guise ON guise.id = guise JOIN who ON who.id = who"""


def fitting(
    index: Index, namings: Collection[Naming], word: str, *, whole: bool = False
) -> tuple[Node, ...]:
    """All names of the actors that have a name with words beginning with a folded `word`.

    Of a `whole` name nothing may be left over. Where no name fits as it is printed, one does that
    only differs in spelling.
    """
    many, nodes = _fitting(index, namings, word, whole)
    rows = index.ask(_STANDING, (json.dumps(list(many)),)) if many else []
    return nodes or tuple(Node(kind, name) for kind, name in rows)


def numbers(
    index: Index, namings: Collection[Naming], word: str, *, whole: bool = False
) -> list[int]:
    """The numbers in the index of the names that `fitting` gives; maybe of some that are gone."""
    many, nodes = _fitting(index, namings, word, whole)
    return sorted(many or ids_of(index, nodes).values())


def _fitting(
    index: Index, namings: Collection[Naming], word: str, whole: bool
) -> tuple[Collection[int], tuple[Node, ...]]:
    """The names that fit; where they are too `MANY`, the numbers of all that have the word."""
    asked = _WHOLE if whole else _BEGINS
    for column, text, name_of in (("name", word, folded), ("heard", heard(word), heard)):
        found = {at for (at,) in index.ask(asked.format(column=column), (text,))}
        if len(found) > MANY:
            return found, ()
        around, crowds = near(index, found, namings) if found else (set(), set())
        known = {node: fact for _, node, fact in told_of(index, around)}

        def fits(node: Node, text: str = text, name_of: Callable[[str], str] = name_of) -> bool:
            names = map(name_of, (node.name, *known[node].forms))  # noqa: B023
            return any(name == text if whole else f" {text}" in f" {name}" for name in names)

        tied = ties(aliases(known, crowds).groups, namings)
        rows = {tied.of[node] for node in known if fits(node)}
        if rows:
            return (), tuple(node for row in sorted(rows) for node in tied.actors[row])
    return (), ()


def near(
    index: Index, found: Collection[int], namings: Collection[Naming]
) -> tuple[set[int], set[int]]:
    """The numbers of some names and of those that could be joined with them, and the crowds."""
    told = [(naming.type, naming.name) for naming in namings]
    told += [(naming.into_type or "", naming.into) for naming in namings if naming.into is not None]
    new = {*found, *_column(index, _NAMED, told)}
    around = set(new)
    sought: set[int] = set()
    crowds: set[int] = set()
    while new:
        rows = index.ask(_TRAITS, (json.dumps(list(new)),))
        sides = {side for _, _, row in rows if row for side in traits.unpacked(row)}
        for kind, name, _ in rows:
            sides.update(traits.sided(*each) for each in traits.of_name(Node(kind, name)))
        numbers = {side >> 2 for side in sides if side & 3 == SEEKS} - sought
        sought |= numbers
        counts = index.ask(_HOLDERS, (traits.MANY + 1, json.dumps(list(numbers))))
        many = {number for number, holders in counts if holders > traits.MANY}
        crowds |= {number for number in many if _is_crowd(index, number)}
        held = _column(index, _HOLD, numbers - crowds)
        like = {
            side if side & 3 == SAME else side - HOLDS + SEEKS
            for side in sides
            if side & 3 != SEEKS
        }
        new = (_column(index, _HAVE, like) | held) - around
        around |= new
    return around, crowds


def _is_crowd(index: Index, number: int) -> bool:
    """Whether so many hold a trait by their names, or by what articles that are there tell."""
    side = traits.sided(number, HOLDS)
    found = (side, traits.packed((side,)))
    ((holders,),) = index.ask(_HOLD_BY_NAME, (*found, traits.MANY + 1))
    if holders > traits.MANY:
        return True
    held = {
        who
        for who, kind, name, forms in index.ask(_HOLD_BY_FORMS, found)
        if (number, HOLDS) in traits.of_forms(Node(kind, name), forms.split("\n"))
    }
    return bool(holders + len(held) > traits.MANY)


def ids_of(index: Index, nodes: Iterable[Node]) -> dict[Node, int]:
    """The numbers of the names that are there."""
    rows = index.ask(_NUMBERS, (json.dumps(list(nodes)),))
    return {Node(kind, name): at for at, kind, name in rows}


def _column(index: Index, asked: str, values: Iterable[object]) -> set[int]:
    return {at for (at,) in index.ask(asked, (json.dumps(list(values)),))}


def told_of(index: Index, some: Iterable[int]) -> Iterator[tuple[int, Node, Facts]]:
    """What the articles tell of some names, each with its number; not of their claims and roles."""
    found: dict[int, tuple[Node, Facts]] = {}
    for at, kind, name, entity, forms, described, twin, articles, mentions in index.ask(
        _FACTS, (json.dumps(list(some)),)
    ):
        _, fact = found.setdefault(at, (Node(kind, name), Facts()))
        fact.articles += articles
        fact.mentions += mentions
        fact.entity = fact.entity or entity
        fact.described = fact.described or bool(described)
        fact.twin = fact.twin or bool(twin)
        for form in forms.split("\n") if forms else ():
            fact.forms[form] = fact.forms.get(form, 0) + articles
    return ((at, node, fact) for at, (node, fact) in found.items())
