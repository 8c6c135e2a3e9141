"""Which articles are of a site or a day, and which have something that a person wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.store import query_tree as tree
from tui.store.context import stand_in
from tui.store.query import folded
from tui.store.words import words

if TYPE_CHECKING:
    from tui.store.index import Index

_THESE = "(SELECT value FROM json_each(?))"
_SITES = """WITH RECURSIVE each (site) AS (
        SELECT min(site) FROM entry
        UNION ALL SELECT (SELECT min(site) FROM entry WHERE site > each.site) FROM each
        WHERE each.site IS NOT NULL
    ) SELECT site FROM each WHERE site IS NOT NULL"""


def found(index: Index, node: tree.Node) -> Iterable[int]:
    """The ids of the articles for which a node holds that is about none of their contents."""
    match node:
        case tree.Dated(low, high):
            return _dated(index, low, high)
        case tree.Site():
            sites = [site for (site,) in index.ask(_SITES) if of_site(node, site)]
            return _ids(index, f"site IN {_THESE}", [json.dumps(sites)])
        case tree.Tagged():
            rows = index.ask("SELECT entry, tags FROM kept WHERE tags <> ''")
            return [at for at, tags in rows if tagged(node, tags.split("\n"))]
        case tree.Noted(asked):
            rows = index.ask("SELECT entry, words FROM kept WHERE words <> ''")
            return [at for at, text in rows if stand_in(asked, words(text))]
        case tree.Status(names):
            rows = index.ask("SELECT entry, statuses FROM kept WHERE statuses <> ''")
            return [at for at, given in rows if not set(names).isdisjoint(given.split("\n"))]
    raise TypeError(node)


def of_site(asked: tree.Site, site: str) -> bool:
    """Whether a site is the one that is asked for."""
    name = folded(site)
    if asked.whole:
        return name == asked.word
    return name.startswith(asked.word) or any(mark + asked.word in name for mark in "./ ")


def tagged(asked: tree.Tagged, tags: Iterable[str]) -> bool:
    """Whether one of some tags is asked for; a line without a tag is none."""
    for tag in map(folded, tags):
        if asked.whole and (tag == asked.word or tag.startswith(f"{asked.word}/")):
            return True
        if not asked.whole and tag.startswith(asked.word):
            return True
    return False


def _dated(index: Index, low: str | None, high: str | None) -> list[int]:
    where, values = "published IS NOT NULL", []
    if low is not None:
        where += " AND published >= ?"
        values.append(low)
    if high is not None:
        where += " AND published < ? AND substr(?, 1, length(published)) <> published"
        values += [high, high]
    return _ids(index, where, values)


def _ids(index: Index, where: str, values: Sequence[str]) -> list[int]:
    """The ids of the articles with something; one text with all comes sooner than as many rows."""
    rows = index.ask(f"SELECT json_group_array(id) FROM entry WHERE {where}", values)
    found: list[int] = json.loads(rows[0][0]) if rows else []
    return found
