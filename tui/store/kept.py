"""What a person keeps, as columns beside the articles: tables of the index that can be made again.

The notebook is what counts; this is its mirror, for rows, sorts and filters. Of each mark and
each article that was read the tables hold to which pages it belongs at the moment:

- A mark belongs to the page with its article, of several to the one at its path, else to the
  first; where there is none any more, to the page at its path.
- An article that was read is read on every page that holds it. Where no page holds it any more,
  the page at its path was read, and has changed since, as soon as it is known what it holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from sqlite3 import Connection
from typing import NamedTuple

TABLES = """
CREATE TABLE kept (
    entry INTEGER PRIMARY KEY,
    bookmarks INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    read INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    position INTEGER,
    tags TEXT NOT NULL,
    statuses TEXT NOT NULL,
    words TEXT NOT NULL,
    article TEXT NOT NULL
);
CREATE TABLE kept_mark (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    path BLOB NOT NULL,
    kind TEXT NOT NULL,
    tags TEXT NOT NULL,
    status TEXT NOT NULL,
    words TEXT NOT NULL,
    owner INTEGER
) WITHOUT ROWID;
CREATE INDEX kept_mark_article ON kept_mark (article);
CREATE INDEX kept_mark_path ON kept_mark (path);
CREATE INDEX kept_mark_owner ON kept_mark (owner);
CREATE TABLE kept_read (
    article TEXT NOT NULL, path BLOB NOT NULL, PRIMARY KEY (article, path)
) WITHOUT ROWID;
CREATE INDEX kept_read_path ON kept_read (path);
CREATE TABLE kept_place (
    path BLOB PRIMARY KEY, article TEXT NOT NULL, position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX kept_place_article ON kept_place (article);
"""
"""`tags` and `statuses` are lines, with a line feed before and after each; `words` the folded
text of notes, labels and what they are about; `article` what the page held when the row was made.
`owner` is the entry that a mark belongs to. `notes` counts the marks that are no bookmarks, and
hold more than tags of an article."""


class MarkLine(NamedTuple):
    """A mark in the mirror: `kind` and `status` are as in it, `tags` lines, `words` folded."""

    id: str
    article: str
    path: bytes
    words: str
    kind: str = "bookmark"
    tags: str = ""
    status: str = ""


class ReadLine(NamedTuple):
    """An article that was read, and where; without an article, the page was read unseen."""

    article: str
    path: bytes


class PlaceLine(NamedTuple):
    """How far the article at a path was read."""

    path: bytes
    article: str
    position: int


class Lines(NamedTuple):
    """What a notebook holds, or what comes to it, or goes."""

    marks: Collection[MarkLine] = ()
    reads: Collection[ReadLine] = ()
    places: Collection[PlaceLine] = ()


_NAMES = ("kept", "kept_mark", "kept_read", "kept_place")
_THESE = "(SELECT value FROM json_each(:these))"
_OWNER = """UPDATE kept_mark SET owner = coalesce(
        (SELECT id FROM entry WHERE path = kept_mark.path AND article_id = kept_mark.article
            AND article_id != '' AND id NOT IN (SELECT value FROM json_each(:gone))),
        (SELECT id FROM entry WHERE article_id = kept_mark.article AND article_id != ''
            AND id NOT IN (SELECT value FROM json_each(:gone)) ORDER BY place LIMIT 1),
        (SELECT id FROM entry WHERE path = kept_mark.path
            AND id NOT IN (SELECT value FROM json_each(:gone))))"""
_ROWS = f"""INSERT INTO kept
    SELECT id, bookmarks, notes, same OR unseen OR old,
        article_id != '' AND NOT same AND NOT unseen AND (old OR other), position, tags, statuses,
        words, article_id
    FROM (
        SELECT e.id AS id, e.article_id AS article_id,
            (SELECT count(*) FROM kept_mark WHERE owner = e.id) AS marks,
            (SELECT count(*) FROM kept_mark WHERE owner = e.id AND kind = 'bookmark')
                AS bookmarks,
            (SELECT count(*) FROM kept_mark
                WHERE owner = e.id AND kind NOT IN ('bookmark', 'tags')) AS notes,
            EXISTS (SELECT 1 FROM kept_mark
                WHERE owner = e.id AND article NOT IN ('', e.article_id)) AS other,
            e.article_id != '' AND EXISTS (SELECT 1 FROM kept_read WHERE article = e.article_id)
                AS same,
            EXISTS (SELECT 1 FROM kept_read WHERE path = e.path AND article = '') AS unseen,
            EXISTS (SELECT 1 FROM kept_read AS r
                WHERE r.path = e.path AND r.article NOT IN ('', e.article_id)
                AND NOT EXISTS (SELECT 1 FROM entry WHERE article_id = r.article
                    AND id NOT IN (SELECT value FROM json_each(:gone)))) AS old,
            coalesce(
                (SELECT position FROM kept_place
                    WHERE path = e.path AND article = e.article_id),
                (SELECT position FROM kept_place
                    WHERE article = e.article_id AND article != '' ORDER BY path LIMIT 1),
                (SELECT position FROM kept_place WHERE path = e.path)) AS position,
            coalesce((SELECT group_concat(words, char(10)) FROM kept_mark
                WHERE owner = e.id AND words != ''), '') AS words,
            coalesce((SELECT group_concat(tags, '') FROM kept_mark
                WHERE owner = e.id AND tags != ''), '') AS tags,
            coalesce((SELECT group_concat(char(10) || status || char(10), '') FROM kept_mark
                WHERE owner = e.id AND status != ''), '') AS statuses
        FROM entry AS e WHERE e.id IN {_THESE}
    )
    WHERE marks OR same OR unseen OR old OR position IS NOT NULL"""


OURS = "SELECT 1 FROM pragma_table_info('kept_mark') WHERE name = 'status'"
"""Gives a row where the tables of an index are these."""


def make_anew(connection: Connection) -> None:
    """Put empty tables in the place of those of another make."""
    for table in _NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in TABLES.split(";"):
        connection.execute(statement)


def arrive(connection: Connection, entry_ids: Collection[int]) -> None:
    """Lay what is kept on pages that came or changed, and on those that it leaves for them."""
    if _is_empty(connection) or not entry_ids:
        return
    _lay_again(connection, entry_ids, ())


def gone(connection: Connection, entry_ids: Collection[int]) -> None:
    """Lay what was kept on pages that go on others; their entries may be there still."""
    if _is_empty(connection) or not entry_ids:
        return
    _lay_again(connection, entry_ids, entry_ids)


def fill(connection: Connection, lines: Lines) -> None:
    """Mirror a whole notebook, in the place of what was mirrored before."""
    for table in _NAMES:
        connection.execute(f"DELETE FROM {table}")
    _insert(connection, lines)
    connection.execute(_OWNER, {"gone": "[]"})
    everything = connection.execute(
        """SELECT owner FROM kept_mark WHERE owner IS NOT NULL
        UNION SELECT id FROM kept_read JOIN entry ON article_id = article WHERE article != ''
        UNION SELECT id FROM kept_read JOIN entry USING (path)
        UNION SELECT id FROM kept_place JOIN entry ON article_id = article WHERE article != ''
        UNION SELECT id FROM kept_place JOIN entry USING (path)"""
    )
    remake(connection, {entry for (entry,) in everything})


def change(connection: Connection, came: Lines, went: Lines) -> None:
    """Follow one change of a notebook."""
    lost = json.dumps([mark.id for mark in went.marks])
    touched = _owners(connection, lost) if went.marks else set()
    touched |= _laid(connection, "kept_read", went.reads)
    touched |= _laid(connection, "kept_place", went.places)
    # In the place of what comes something else may be.
    touched |= _laid(connection, "kept_place", _standing(connection, came.places))
    connection.execute(f"DELETE FROM kept_mark WHERE id IN {_THESE}", {"these": lost})
    connection.executemany("DELETE FROM kept_read WHERE article = ? AND path = ?", went.reads)
    connection.executemany(
        "DELETE FROM kept_place WHERE path = ?", ((place.path,) for place in went.places)
    )
    _insert(connection, came)
    if came.marks:
        new = json.dumps([mark.id for mark in came.marks])
        connection.execute(f"{_OWNER} WHERE id IN {_THESE}", {"these": new, "gone": "[]"})
        touched |= _owners(connection, new)
    touched |= _laid(connection, "kept_read", came.reads)
    touched |= _laid(connection, "kept_place", came.places)
    remake(connection, touched)


def _is_empty(connection: Connection) -> bool:
    """Whether nothing is kept: then all of this costs nothing."""
    (some,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM kept_mark) OR EXISTS (SELECT 1 FROM kept_read)"
        " OR EXISTS (SELECT 1 FROM kept_place)"
    ).fetchone()
    return not some


def _insert(connection: Connection, lines: Lines) -> None:
    put = "INSERT OR REPLACE INTO"
    marks = ((m.id, m.article, m.path, m.kind, m.tags, m.status, m.words) for m in lines.marks)
    connection.executemany(f"{put} kept_mark VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", marks)
    connection.executemany(f"{put} kept_read VALUES (?, ?)", lines.reads)
    connection.executemany(f"{put} kept_place VALUES (?, ?, ?)", lines.places)


def _lay_again(connection: Connection, entry_ids: Collection[int], gone: Collection[int]) -> None:
    values = {"these": json.dumps(list(entry_ids)), "gone": json.dumps(list(gone))}
    # What the pages hold, and what they held: of that others may be the owners now.
    articles = f"""(SELECT article_id FROM entry WHERE id IN {_THESE}
        UNION SELECT article FROM kept WHERE entry IN {_THESE})"""
    marks = connection.execute(
        f"""SELECT id, owner FROM kept_mark WHERE owner IN {_THESE}
        UNION SELECT id, owner FROM kept_mark WHERE article IN {articles}
        UNION SELECT id, owner FROM kept_mark
            WHERE path IN (SELECT path FROM entry WHERE id IN {_THESE})""",
        values,
    ).fetchall()
    touched = {owner for _, owner in marks if owner is not None} | set(entry_ids)
    if marks:
        moved = {"these": json.dumps([mark for mark, _ in marks]), "gone": values["gone"]}
        connection.execute(f"{_OWNER} WHERE id IN {_THESE}", moved)
        touched |= _owners(connection, moved["these"])
    others = connection.execute(
        f"""SELECT id FROM entry
        WHERE path IN (SELECT path FROM kept_read WHERE article IN {articles})""",
        values,
    )
    touched |= {entry for (entry,) in others}
    remake(connection, touched, gone)


def _owners(connection: Connection, marks: str) -> set[int]:
    asked = f"SELECT owner FROM kept_mark WHERE id IN {_THESE} AND owner IS NOT NULL"
    return {owner for (owner,) in connection.execute(asked, {"these": marks})}


def _standing(connection: Connection, places: Iterable[PlaceLine]) -> list[PlaceLine]:
    asked = "SELECT path, article, position FROM kept_place WHERE path = ?"
    found = (connection.execute(asked, (place.path,)).fetchone() for place in places)
    return [PlaceLine(*row) for row in found if row]


def _laid(
    connection: Connection, table: str, lines: Collection[ReadLine] | Collection[PlaceLine]
) -> set[int]:
    """The pages that lines in a table have to do with, and perhaps some more."""
    if not lines:
        return set()
    rows = connection.execute(
        f"""SELECT id FROM entry WHERE article_id IN {_THESE} AND article_id != ''
        UNION SELECT entry.id FROM {table} JOIN entry USING (path) WHERE article IN {_THESE}""",
        {"these": json.dumps(list({line.article for line in lines}))},
    )
    return {entry for (entry,) in rows}


def remake(connection: Connection, entries: Iterable[int], gone: Collection[int] = ()) -> None:
    """Tell anew what is kept of some pages, none of those that are `gone`."""
    left = set(gone)
    everyone = list(entries)
    these = json.dumps(everyone)
    connection.execute(f"DELETE FROM kept WHERE entry IN {_THESE}", {"these": these})
    here = json.dumps([entry for entry in everyone if entry not in left])
    connection.execute(_ROWS, {"these": here, "gone": json.dumps(list(gone))})
