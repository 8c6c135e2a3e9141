"""The tables of an index, and what its rows are sorted by."""

from __future__ import annotations

import re
from functools import lru_cache

LAYOUT = 18
"""Raised whenever the tables change, or what is put in them, as by `traits` and `spelling`."""

WAITING, READY, FAILED = 0, 1, 2
"""What `entry.state` says of a page: to be read, read, or `problem` tells why it cannot be."""

SETTLED, CHANGED, DOUBTED = 0, 1, 2
"""What `entry.due` says: as it was read, the file is another, or the corpus taught otherwise."""

ENTRY = """CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    path BLOB NOT NULL UNIQUE,
    place BLOB NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 1,
    passing INTEGER NOT NULL DEFAULT 0,
    mtime_ns INTEGER NOT NULL DEFAULT -1,
    size INTEGER NOT NULL DEFAULT -1,
    hash BLOB,
    article_id TEXT NOT NULL DEFAULT '',
    title TEXT,
    sort_title TEXT,
    published TEXT,
    site TEXT,
    figures INTEGER NOT NULL DEFAULT 0,
    claims INTEGER NOT NULL DEFAULT 0,
    kinds INTEGER NOT NULL DEFAULT 0,
    least REAL,
    most REAL,
    problem TEXT,
    guided TEXT NOT NULL DEFAULT '',
    headline INTEGER,
    lead INTEGER,
    story INTEGER
);
CREATE INDEX entry_place ON entry (place);
CREATE INDEX entry_published ON entry (published DESC);
CREATE INDEX entry_title ON entry (sort_title);
CREATE INDEX entry_site ON entry (site);
CREATE INDEX entry_figures ON entry (figures DESC);
CREATE INDEX entry_reach ON entry (most, least, kinds);
CREATE INDEX entry_story ON entry (story);
CREATE INDEX entry_due ON entry (place) WHERE due > 0;
CREATE INDEX entry_passing ON entry (id) WHERE passing > 0;
CREATE INDEX entry_article ON entry (article_id);
CREATE INDEX entry_headline ON entry (headline) WHERE headline IS NOT NULL;
CREATE INDEX entry_lead ON entry (lead) WHERE lead IS NOT NULL;
CREATE TABLE tally (state INTEGER PRIMARY KEY, n INTEGER NOT NULL);
INSERT INTO tally VALUES (0, 0), (1, 0), (2, 0);
CREATE TRIGGER entry_goes AFTER DELETE ON entry BEGIN
    UPDATE tally SET n = n - 1 WHERE state = OLD.state;
END;
"""
"""`passing` marks a failure that may go better another time; `hash` is of the bytes of the file;
`kinds`, `least` and `most` are what `quantities.reach` tells.

Who puts a row here or changes its state tells the tally of it, many at once, and who puts it its
own id as its story: a trigger for that makes the list of a new corpus four times as slow to fill.
"""

PARTS = """CREATE TABLE article (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
);
CREATE TABLE archive (path BLOB PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE TABLE problem (path BLOB PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE folder (path BLOB PRIMARY KEY, digest BLOB NOT NULL, files INTEGER NOT NULL);
CREATE TABLE stamp (name TEXT PRIMARY KEY, value);
"""
"""`archive` holds the files of many pages that were looked into, `problem` what is wrong where.

`folder` is of tui.store.sweep_folders, with the number of pages in each. What counts as a page is
in no digest: who changes that raises LAYOUT.
"""

LEARNT = """CREATE TABLE seen (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
);
CREATE TABLE scope (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    pages INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE member (
    scope INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    PRIMARY KEY (scope, rank, entry)
) WITHOUT ROWID;
CREATE INDEX member_entry ON member (entry);
CREATE TABLE learnt (
    scope TEXT NOT NULL,
    block INTEGER NOT NULL,
    count INTEGER NOT NULL,
    total INTEGER NOT NULL,
    heads INTEGER NOT NULL,
    PRIMARY KEY (scope, block)
) WITHOUT ROWID;
"""
"""`scope.pages` counts the pages it was last learnt from, `changed` what came or went since."""

TABLES = f"{ENTRY}{PARTS}{LEARNT}"
"""The tables that belong to no module of their own."""

_DIGITS = re.compile(r"([0-9]+)")


def place_of(key: str) -> bytes:
    """Bytes that sort as tui.store.files.path_order does, but for names that differ only in case.

    A shorter number is a smaller one: each has its length before it. No character of a safe key
    is below U+0020, so that what ends a word sorts before all that may follow. What is alike but
    for zeros before numbers, or for case, is told apart behind that.
    """
    *folders, name = key.split("/")
    return b"".join([*map(_folder_part, folders), _part(name)])


@lru_cache(maxsize=64)
def _folder_part(name: str) -> bytes:
    return _part(name)


def _part(name: str) -> bytes:
    out = []
    zeros = []
    folded = name.casefold()
    for at, piece in enumerate(_DIGITS.split(folded)):
        if at % 2:
            number = int(piece)
            data = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")[-250:]
            out.append(bytes([len(data)]) + data)
            zeros.append(255 - min(250, len(piece) - len(str(number))))
        else:
            out.append(piece.encode("utf-8", "surrogatepass") + b"\1")
    out.append(b"\0")
    if min(zeros, default=255) < 255:
        out.append(bytes(zeros))
    out.append(b"\0")
    if folded != name:
        out.append(name.encode("utf-8", "surrogatepass"))
    out.append(b"\0")
    return b"".join(out)
