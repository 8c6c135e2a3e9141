"""Which articles tell the same: the same wire story on several pages, whole, cut off or mended.

A text comes down to a signature: of all runs of five words the least hashes, in 128 bins (one
permutation hashing; Li, Owen & Zhang, 2012; empty bins borrow, Shrivastava & Li, 2014; hashed by
multiply-shift, Dietzfelbinger, 1996), a byte each. The share of equal bins estimates how much
two texts have in common. A few keys made of a signature find those worth comparing. Two that are
alike are joined, and so are all that hang together by such pairs: that makes a story, whatever came
first.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from itertools import chain, islice
from struct import unpack
from typing import TYPE_CHECKING

from tui.store.words import words

if TYPE_CHECKING:
    import sqlite3

TABLES = """
CREATE TABLE near (entry INTEGER PRIMARY KEY, print INTEGER NOT NULL, story INTEGER NOT NULL);
CREATE INDEX near_of_print ON near (print);
CREATE INDEX near_story ON near (story) WHERE story <> entry;
CREATE TABLE near_print (id INTEGER PRIMARY KEY, signature BLOB NOT NULL);
CREATE TABLE near_key (
    key INTEGER NOT NULL, print INTEGER NOT NULL, PRIMARY KEY (key, print)
) WITHOUT ROWID;
CREATE TABLE near_due (entry INTEGER PRIMARY KEY);
"""
"""`near_print` holds each signature once, `near_key` where to look for its like; `story` is the
least entry of those that tell the same. `near_due` are those to be grouped again."""

BINS = 128
_BIN = 25  # so many bits of a hash below 2**32 are left behind those that tell its bin
SHORT = 40
"""A text of fewer words is only told by the same words."""

CONTAINED = 0.72
"""How much of the shorter text the longer one must have, as far as signatures tell."""

ALIKE = 0.2
"""What two texts must have in common of all that either has: a quarter of a text is a teaser."""

CROWD = 200
"""A key of more signatures than this tells nothing: a site's own words, over all its pages."""

_THESE = "(SELECT value FROM json_each(?))"
_AT_ONCE = 100  # prints
_ODD = (0x2545F491, 0x1B873593, 0x27D4EB2F, 0x165667B1, 0x3C6EF373)
"""What the words of a shingle are multiplied by, in their order: odd, and below 2**32 in all."""
_RUN = len(_ODD)  # words in a shingle
_LANE = 8  # bytes
_REMEMBERED = 20_000  # so many words are remembered with their numbers
_BANDS, _ROWS = 8, 4  # a key of four bins: texts that share four fifths are found 98 times in 100
_LEAD = 40  # of so many shingles at the head two keys are made, to find what was cut off


def signature(body: str) -> bytes:
    """What is kept of a text to know its like; empty where there are no words at all."""
    return signature_of(words(body))


def signature_of(tokens: list[str]) -> bytes:
    """The same of the words of a text."""
    if not tokens:
        return b""
    if len(tokens) < SHORT:
        return b"\0" + blake2b(" ".join(tokens).encode(), digest_size=8).digest()
    hashes = _hashes(tokens)
    lead = hashes[:_LEAD]
    values: list[int | None] = [None] * BINS
    for number in sorted(hashes, reverse=True):  # so that the least of each bin comes last
        values[number >> _BIN] = number
    bins = bytearray(BINS)
    for at, value in enumerate(values):
        step = 0
        while value is None:
            step += 1
            value = values[(at + step) % BINS]
        bins[at] = (value + step * 37) & 0xFF
    size = min(len(set(hashes)), 0xFFFF)
    keys = min(lead).to_bytes(4, "big") + max(lead).to_bytes(4, "big")
    return b"\1" + size.to_bytes(2, "big") + keys + bytes(bins)


def alike(one: bytes, other: bytes) -> bool:
    """Whether two signatures are those of texts that tell the same."""
    if one == other:
        return bool(one)
    if one[:1] != b"\1" or other[:1] != b"\1":
        return False
    apart = int.from_bytes(one[11:], "big") ^ int.from_bytes(other[11:], "big")
    equal = apart.to_bytes(BINS, "big").count(0) / BINS
    common = max(0.0, (equal - 1 / 256) / (1 - 1 / 256))
    sizes = int.from_bytes(one[1:3], "big"), int.from_bytes(other[1:3], "big")
    return common >= ALIKE and common * sum(sizes) / (1 + common) >= CONTAINED * min(sizes)


def put(connection: sqlite3.Connection, signatures: Iterable[tuple[int, bytes]]) -> None:
    """Keep the signatures of articles, by their entries; `regroup` must follow."""
    rows = [(entry, _name(each), each) for entry, each in signatures if each]
    due = [(entry,) for entry, *_ in rows]
    connection.executemany(
        "INSERT INTO near VALUES (?, ?, ?)", [(entry, print_, entry) for entry, print_, _ in rows]
    )
    connection.executemany("INSERT OR IGNORE INTO near_due VALUES (?)", due)
    new = {print_: each for _, print_, each in rows}
    for print_ in _signatures(connection, new):
        del new[print_]
    connection.executemany("INSERT INTO near_print VALUES (?, ?)", new.items())
    keys = sorted((key, print_) for print_, each in new.items() for key in {*_keys(each)})
    connection.executemany("INSERT INTO near_key VALUES (?, ?)", keys)
    more = Counter(key for key, _ in keys)
    for key, count in _counts(connection, more, CROWD + max(more.values(), default=0)).items():
        if count - more[key] <= CROWD < count:
            _due_joined(connection, key)  # a moment ago it still told something


def drop(connection: sqlite3.Connection, entry: int) -> None:
    """Forget the signature of an article, if any is kept; `regroup` must follow."""
    row = connection.execute("SELECT print, story FROM near WHERE entry = ?", (entry,)).fetchone()
    connection.execute("DELETE FROM near_due WHERE entry = ?", (entry,))
    if row is None:
        return
    print_, story = row
    if story != entry:
        connection.execute("UPDATE entry SET story = id WHERE id = ?", (entry,))
    connection.execute(
        "INSERT OR IGNORE INTO near_due SELECT entry FROM near"
        " WHERE (entry = ? OR story = ? AND story <> entry) AND entry <> ?",
        (story, story, entry),
    )
    connection.execute("DELETE FROM near WHERE entry = ?", (entry,))
    if connection.execute("SELECT 1 FROM near WHERE print = ? LIMIT 1", (print_,)).fetchone():
        return
    (kept,) = connection.execute(
        "DELETE FROM near_print WHERE id = ? RETURNING signature", (print_,)
    ).fetchone()
    for key in _keys(kept):
        connection.execute("DELETE FROM near_key WHERE key = ? AND print = ?", (key, print_))
        if _counts(connection, [key], CROWD + 1)[key] == CROWD:
            _due_all(connection, key)  # it tells something again


def regroup(connection: sqlite3.Connection, entry_ids: Collection[int] = ()) -> None:
    """Tell which articles tell the same, after some came and went: sets `entry.story`."""
    due = {entry for (entry,) in connection.execute("SELECT entry FROM near_due")}
    due.update(entry_ids)
    connection.execute("DELETE FROM near_due")
    prints, stories = _whole_stories(connection, due)
    groups = _Groups()
    alike = {print_: {print_, *others} for print_, others in _like(connection, prints)}
    every = json.dumps(list(set().union(*alike.values())))
    holders = defaultdict(list)
    for print_, entry, story in connection.execute(
        f"SELECT print, entry, story FROM near WHERE print IN {_THESE}", (every,)
    ):
        # What is to be grouped again stands alone till now, the rest by its story.
        own = stories.get(entry)
        holders[print_].append(("entry", entry) if own else ("story", story))
    moved = []
    for print_, others in alike.items():
        if len(others) == len(holders[print_]) == 1:
            ((kind, at),) = holders[print_]
            if kind == "entry" and stories[at] != at:  # it stands alone now
                moved.append((at, at))
            continue
        for each in others:
            groups.join(("print", print_), ("print", each))
            for node in holders[each]:
                groups.join(("print", print_), node)
    for members in groups.all():
        entries = {at for kind, at in members if kind in ("entry", "story")}
        least = min(entries)
        for kind, at in members:
            if kind == "entry" and stories[at] != least:
                moved.append((least, at))
            elif kind == "story" and at != least:
                moved += [(least, entry) for entry in _members(connection, at)]
    connection.executemany("UPDATE near SET story = ? WHERE entry = ?", moved)
    connection.executemany("UPDATE entry SET story = ? WHERE id = ?", moved)


def _whole_stories(
    connection: sqlite3.Connection, due: Iterable[int]
) -> tuple[set[int], dict[int, int]]:
    """The prints of some articles and of all in their stories; and the story of each of these."""
    rows = connection.execute(
        "SELECT entry, print, story FROM near WHERE entry IN (SELECT value FROM json_each(?))",
        (json.dumps(list(due)),),
    ).fetchall()
    prints = {print_ for _, print_, _ in rows}
    found = {entry: story for entry, _, story in rows}
    for story in set(found.values()):
        for entry, print_ in connection.execute(
            "SELECT entry, print FROM near WHERE story = ? AND story <> entry"
            " UNION ALL SELECT entry, print FROM near WHERE entry = ?",
            (story, story),
        ):
            found[entry] = story
            prints.add(print_)
    return prints, found


def _members(connection: sqlite3.Connection, story: int) -> list[int]:
    return [
        entry
        for (entry,) in connection.execute(
            "SELECT entry FROM near WHERE story = ? AND story <> entry UNION ALL SELECT ?",
            (story, story),
        )
    ]


def _like(connection: sqlite3.Connection, prints: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """Each of some prints that is there, with the others that are alike."""
    line = iter(prints)
    while some := list(islice(line, _AT_ONCE)):
        own = _signatures(connection, some)
        keys = {print_: _keys(signature) for print_, signature in own.items()}
        counts = _counts(connection, set(chain.from_iterable(keys.values())), CROWD + 1)
        telling = [key for key, count in counts.items() if count <= CROWD]
        sharing = defaultdict(list)
        for key, print_ in connection.execute(
            f"SELECT key, print FROM near_key WHERE key IN {_THESE}", (json.dumps(telling),)
        ):
            sharing[key].append(print_)
        near = {
            print_: {other for key in mine for other in sharing[key]} - {print_}
            for print_, mine in keys.items()
        }
        others = own | _signatures(connection, set().union(*near.values()) - own.keys())
        for print_, signature in own.items():
            yield print_, [other for other in near[print_] if alike(signature, others[other])]


def _signatures(connection: sqlite3.Connection, prints: Iterable[int]) -> dict[int, bytes]:
    """The signatures of those prints that are there."""
    asked = f"SELECT id, signature FROM near_print WHERE id IN {_THESE}"
    return dict(connection.execute(asked, (json.dumps(list(prints)),)))


def _counts(connection: sqlite3.Connection, keys: Iterable[int], most: int) -> dict[int, int]:
    """How many prints have each key, counted up to `most`."""
    asked = """SELECT value, (SELECT count(*) FROM (
        SELECT 1 FROM near_key WHERE key = value LIMIT ?)) FROM json_each(?)"""
    return dict(connection.execute(asked, (most, json.dumps(list(keys)))))


def _due_all(connection: sqlite3.Connection, key: int) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO near_due SELECT entry FROM near"
        " WHERE print IN (SELECT print FROM near_key WHERE key = ?)",
        (key,),
    )


def _due_joined(connection: sqlite3.Connection, key: int) -> None:
    """Those with a key that are joined with others: only they can come apart without it."""
    connection.execute(
        "INSERT OR IGNORE INTO near_due SELECT entry FROM near"
        " WHERE print IN (SELECT print FROM near_key WHERE key = ?) AND (story <> entry OR EXISTS"
        " (SELECT 1 FROM near AS other"
        " WHERE other.story = near.entry AND other.story <> other.entry))",
        (key,),
    )


def _hashes(tokens: list[str]) -> tuple[int, ...]:
    """A number below 2**32 for each run of words: of the products of their numbers, summed up.

    All runs are told at once by numbers as long as the text, a lane of eight bytes for each word:
    no sum runs over into the next lane.
    """
    lanes = int.from_bytes(b"".join(map(_WORDS.__getitem__, tokens)), "little")
    sums = sum((lanes >> at * 8 * _LANE) * odd for at, odd in enumerate(_ODD))
    runs = len(tokens) - _RUN + 1
    # The low bits of a product tell little, so the four bytes above the first two are taken.
    told = sums.to_bytes((len(tokens) + 1) * _LANE, "little")[2 : 2 + runs * _LANE]
    return unpack(f"<{2 * runs}I", told)[::2]


class _Words(dict[str, bytes]):
    """The number of a word as a lane of it alone; filled as it is asked."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = blake2b(word.encode(), digest_size=4).digest() + bytes(4)
        return found


_WORDS = _Words()


def _name(signature: bytes) -> int:
    """A number for a signature; two of a hundred thousand have the same once in 50,000 times."""
    return int.from_bytes(blake2b(signature, digest_size=6).digest(), "big")


def _keys(signature: bytes) -> list[int]:
    """The numbers by which a signature finds its like: one a band."""
    if signature[:1] != b"\1":
        return []  # it is like itself alone
    bins = signature[11:]
    bands = [bins[at * _ROWS : (at + 1) * _ROWS] for at in range(_BANDS)]
    bands += [signature[3:7], signature[7:11]]
    return [_folded(int.from_bytes(band, "big") * 16 + at) for at, band in enumerate(bands)]


def _folded(number: int) -> int:
    """A number of four bytes: two that are the same by chance are told apart by what is there."""
    return (number * 0x9E3779B97F4A7C15 >> 20 & 0xFFFFFFFF) - 0x80000000


Node = tuple[str, int]


class _Groups:
    """What hangs together."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def join(self, one: Node, other: Node) -> None:
        self._parent[self._root(one)] = self._root(other)

    def all(self) -> list[list[Node]]:
        found: dict[Node, list[Node]] = defaultdict(list)
        for node in self._parent:
            found[self._root(node)].append(node)
        return list(found.values())

    def _root(self, node: Node) -> Node:
        parent = self._parent.setdefault(node, node)
        while parent != node:
            grand = self._parent[parent]
            self._parent[node] = grand
            node, parent = parent, grand
        return node
