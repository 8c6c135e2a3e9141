"""What is written of pages into an index: those that come, those that were read, those that go."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from tui.store import cast, kept, near, often, quantities, series_kept, sweep_folders, words
from tui.store.articles import unpack, words_of
from tui.store.files import stamp
from tui.store.learning import rank_of
from tui.store.plain import shown
from tui.store.reading import Entry, Outcome
from tui.store.rows import title_of
from tui.store.tables import CHANGED, FAILED, READY, SETTLED, WAITING, place_of

Connection = sqlite3.Connection

_THESE = "(SELECT value FROM json_each(?))"
_READ = """UPDATE entry SET due = ?, passing = ?, mtime_ns = ?, size = ?, article_id = ?,
    title = ?, sort_title = ?, published = ?, figures = ?, claims = ?, kinds = ?, least = ?,
    most = ?, problem = ?, site = ?, headline = ?, lead = ?, guided = ?, hash = ?, state = ?
    WHERE id = ?"""
DUE = """SELECT place, id, path, key, due, hash FROM entry
    WHERE due > 0 AND (place, id) > (?, ?) ORDER BY place, id LIMIT ?"""
"""Asks for pages that are to be read: those after a place in path order, and how many.

Two pages of an archive that was written anew may have the same place.
"""


class New(NamedTuple):
    """A page that was found: where, and what it is to be called."""

    path: bytes
    key: str
    place: bytes | None = None


class Due(NamedTuple):
    """A page that is to be read, as the index knows it."""

    id: int
    path: str
    key: str
    due: int
    hash: bytes


def add(connection: Connection, pages: Iterable[New]) -> list[int]:
    """Put pages in the list that wait to be read; gives their ids. Two keys alike get numbers."""
    new = list(pages)
    if not new:
        return []
    sweep_folders.forget(connection, [page.path for page in new])
    last = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'entry'")
    first = (last.fetchone()[0] or 0) + 1
    connection.execute("SAVEPOINT adding")
    try:
        # Each stands alone for now: to say so here spares a change of every row.
        connection.executemany(
            "INSERT INTO entry (id, story, path, key, place) VALUES (?1, ?1, ?2, ?3, ?4)",
            [
                (at, path, key, place or place_of(key))
                for at, (path, key, place) in enumerate(new, first)
            ],
        )
        ids = list(range(first, first + len(new)))
    except sqlite3.IntegrityError:
        connection.execute("ROLLBACK TO adding")
        ids = _add_singly(connection, new)
    connection.execute("RELEASE adding")
    if ids:
        _tell_tally(connection, [(None, WAITING)] * len(ids))
        kept.arrive(connection, ids)
        _rise(connection, "listed")
    return ids


def _add_singly(connection: Connection, pages: Iterable[New]) -> list[int]:
    """So where some are known already, or some keys are alike."""
    put = "INSERT INTO entry (path, key, place) VALUES (?, ?, ?)"
    ids = []
    for path, key, place in pages:
        name, number = key, 1
        while True:
            try:
                at = connection.execute(put, (path, name, place or place_of(name))).lastrowid
            except sqlite3.IntegrityError:
                if connection.execute("SELECT 1 FROM entry WHERE path = ?", (path,)).fetchone():
                    break
                number += 1
                name = f"{key} ({number})"
                continue
            ids.append(at or 0)
            break
    connection.executemany("UPDATE entry SET story = id WHERE id = ?", [(at,) for at in ids])
    return ids


def mark_due(connection: Connection, ids: Sequence[int], why: int = CHANGED) -> None:
    """Have pages read again."""
    connection.executemany("UPDATE entry SET due = ? WHERE id = ?", [(why, at) for at in ids])


def keep(connection: Connection, outcomes: Sequence[tuple[Due, Outcome]]) -> None:
    """Keep what became of pages, in the place of what was known of them."""
    # One that was asked for twice was read once. In the order of their ids: FTS5 writes out what it
    # has gathered before an id that is lower than the last.
    known = {due.id: (due, outcome) for due, outcome in sorted(outcomes, key=_number)}
    here = _known(connection, known)
    known = {at: pair for at, pair in known.items() if at in here}
    sweep_folders.forget(connection, [os.fsencode(due.path) for due, _ in known.values()])
    same = {at for at, (_, outcome) in known.items() if outcome.same}
    connection.executemany(
        "UPDATE entry SET due = 0, mtime_ns = ?, size = ? WHERE id = ?",
        [(known[at][1].entry.mtime_ns, known[at][1].entry.size, at) for at in same],
    )
    changed = [(due, outcome, *here[due.id]) for due, outcome in known.values()]
    changed = [told for told in changed if told[0].id not in same]
    if not changed:
        return
    _drop_parts(connection, [due.id for due, _, state, *_ in changed if state])
    _put_words(connection, changed)
    connection.executemany(_READ, [_columns(due.id, outcome) for due, outcome, *_ in changed])
    _tell_tally(connection, [(state, _state_of(outcome)) for _, outcome, state, *_ in changed])
    _put_parts(connection, changed)
    ids = [due.id for due, *_ in changed]
    near.regroup(connection, ids)
    kept.arrive(connection, ids)
    _rise(connection, "listed")
    _rise(connection, "people")


def _number(page: tuple[Due, Outcome]) -> int:
    return page[0].id


def stamped(outcome: Outcome, path: str) -> Outcome:
    """An outcome that was given up, with the stamp of its file: as long as that is the same."""
    if not outcome.given_up:
        return outcome
    try:
        mtime_ns, size = stamp(path)
    except OSError:
        return outcome
    return outcome._replace(entry=outcome.entry._replace(mtime_ns=mtime_ns, size=size))


def put_one(connection: Connection, path: str, outcome: Outcome) -> None:
    """Keep what became of one page, whether it was known or not."""
    name = os.fsencode(path)
    found = connection.execute("SELECT id FROM entry WHERE path = ?", (name,)).fetchone()
    at = found[0] if found else add(connection, [New(name, shown(path.strip("/")))])[0]
    keep(connection, [(Due(at, path, "", CHANGED, b""), outcome)])


def drop(connection: Connection, ids: Sequence[int]) -> None:
    """Take pages away that are no longer there."""
    asked = f"SELECT path FROM entry WHERE id IN {_THESE}"
    paths = connection.execute(asked, (json.dumps(list(ids)),)).fetchall()
    sweep_folders.forget(connection, [path for (path,) in paths])
    kept.gone(connection, ids)
    _drop_parts(connection, ids)
    _drop_words(connection, ids)
    often.bound(connection)
    _forget_seen(connection, ids)
    near.regroup(connection, ids)
    connection.executemany("DELETE FROM entry WHERE id = ?", [(at,) for at in ids])
    _rise(connection, "listed")
    _rise(connection, "people")


def due_of(row: Sequence[Any]) -> Due:
    """A page from the columns id, path, key, due and hash."""
    at, path, key, due, digest = row
    return Due(at, os.fsdecode(path), key, due, digest or b"")


_Changed = tuple[Due, Outcome, int, str, str]


def _known(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[int, str, str]]:
    """The state of pages that are still there, which articles they held so far, and their keys."""
    asked = f"SELECT id, state, article_id, key FROM entry WHERE id IN {_THESE}"
    rows = connection.execute(asked, (json.dumps(list(ids)),))
    return {at: (state, article, key) for at, state, article, key in rows}


def _drop_words(connection: Connection, ids: Iterable[int]) -> None:
    """Make pages no longer findable by the words that they had so far."""
    rows = connection.execute(
        f"SELECT id, key, packed FROM entry JOIN article ON entry = id WHERE id IN {_THESE}",
        (json.dumps(list(ids)),),
    )
    gone = sorted(rows.fetchall())
    words.drop_all(connection, (_written(*row) for row in gone))
    for at, *_ in gone:
        near.drop(connection, at)


def _written(at: int, key: str, packed: bytes) -> tuple[int, str | None, str]:
    """What words were put of a page."""
    title, body = words_of(packed)
    return at, title_of(key, title), body


def _columns(at: int, outcome: Outcome) -> tuple[object, ...]:
    entry = outcome.entry
    # A failure that may pass is looked at again; one that ends workers at the next start.
    stamp = (entry.mtime_ns, entry.size) if outcome.lasting or outcome.given_up else (-1, -1)
    return (
        SETTLED,
        not outcome.lasting,
        *stamp,
        entry.article_id,
        entry.title,
        _sorted_by(entry),
        entry.published,
        entry.figures,
        entry.claims,
        *quantities.reach(outcome.figures),
        entry.problem,
        entry.site,
        entry.headline,
        entry.lead,
        entry.guided,
        entry.hash or None,
        _state_of(outcome),
        at,
    )


def _state_of(outcome: Outcome) -> int:
    return READY if outcome.entry.problem is None else FAILED


def _tell_tally(connection: Connection, turns: Iterable[tuple[int | None, int]]) -> None:
    """Count pages that came out of one state, None for those that are new, and into another."""
    counts: Counter[int | None] = Counter()
    for before, now in turns:
        counts[before] -= 1
        counts[now] += 1
    del counts[None]
    connection.executemany(
        "UPDATE tally SET n = n + ? WHERE state = ?",
        [(count, state) for state, count in counts.items() if count],
    )


def _sorted_by(entry: Entry) -> str | None:
    from tui.store.query import folded

    return folded(entry.title) if entry.title else None


def _put_words(connection: Connection, changed: Sequence[_Changed]) -> None:
    """The words of the pages whose title or body is another: the id of an article tells."""
    old = [
        due.id
        for due, outcome, _, article, _ in changed
        if article and article != outcome.entry.article_id
    ]
    if old:
        _drop_words(connection, old)
    new = [
        (due.id, outcome, key)
        for due, outcome, _, article, key in changed
        if outcome.article is not None and article != outcome.entry.article_id
    ]
    words.put_apart(
        connection,
        [(at, title_of(key, outcome.entry.title), outcome.words) for at, outcome, key in new],
    )
    near.put(connection, [(at, outcome.signature) for at, outcome, _ in new])
    often.bound(connection)


def _drop_parts(connection: Connection, ids: Sequence[int]) -> None:
    """Forget what pages were found by; their articles must be there still."""
    series_kept.drop(connection, ids)
    asked = f"SELECT entry, packed FROM article WHERE entry IN {_THESE}"
    for at, packed in connection.execute(asked, (json.dumps(list(ids)),)).fetchall():
        article = unpack(packed)
        quantities.drop(connection, at, article)
        cast.drop(connection, at, article)


def _put_parts(connection: Connection, changed: Sequence[_Changed]) -> None:
    done = [(due.id, outcome) for due, outcome, *_ in changed]
    without = [(at,) for at, outcome in done if outcome.article is None]
    if without:
        connection.executemany("DELETE FROM article WHERE entry = ?", without)
    connection.executemany(
        "INSERT OR REPLACE INTO article VALUES (?, ?)",
        [(at, outcome.article) for at, outcome in done if outcome.article is not None],
    )
    quantities.put(connection, [(at, outcome.figures) for at, outcome in done])
    cast.put(connection, [(at, outcome.cast) for at, outcome in done])
    series_kept.put(connection, [(at, outcome.keys) for at, outcome in done])
    _put_seen(connection, changed)


def _put_seen(connection: Connection, changed: Sequence[_Changed]) -> None:
    """What pages show their corpus, where it is not what they showed before."""
    old = dict(
        connection.execute(
            f"SELECT entry, packed FROM seen WHERE entry IN {_THESE}",
            (json.dumps([due.id for due, _, state, *_ in changed if state]),),
        )
    )
    other = {
        due.id: (due, outcome) for due, outcome, *_ in changed if outcome.seen != old.get(due.id)
    }
    _forget_seen(connection, [at for at in other if at in old])
    connection.executemany(
        "INSERT INTO seen VALUES (?, ?)",
        [(at, outcome.seen) for at, (_, outcome) in other.items() if outcome.seen is not None],
    )
    scopes = Counter(scope for _, outcome in other.values() for scope in outcome.scopes)
    numbers = _tell_scopes(connection, scopes)
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)",
        [
            (numbers[scope], rank_of(due.path), at)
            for at, (due, outcome) in other.items()
            for scope in dict.fromkeys(outcome.scopes)
        ],
    )


def _forget_seen(connection: Connection, ids: Collection[int]) -> None:
    if not ids:
        return
    these = (json.dumps(list(ids)),)
    rows = connection.execute(f"SELECT scope FROM member WHERE entry IN {_THESE}", these)
    counts = Counter(scope for (scope,) in rows)
    connection.executemany(
        "UPDATE scope SET changed = changed + ? WHERE id = ?",
        [(count, scope) for scope, count in counts.items()],
    )
    connection.execute(f"DELETE FROM member WHERE entry IN {_THESE}", these)
    connection.execute(f"DELETE FROM seen WHERE entry IN {_THESE}", these)


def _tell_scopes(connection: Connection, counts: Counter[str]) -> dict[str, int]:
    """The numbers of scopes, which hear how many of their pages are others now."""
    connection.executemany(
        "INSERT INTO scope (name, changed) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET changed = changed + excluded.changed",
        counts.items(),
    )
    asked = f"SELECT name, id FROM scope WHERE name IN {_THESE}"
    return dict(connection.execute(asked, (json.dumps(list(counts)),)).fetchall())


def _rise(connection: Connection, name: str) -> None:
    """Count that something changed, for those who remember what they made of it."""
    connection.execute(
        "INSERT INTO stamp VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
        (name,),
    )
