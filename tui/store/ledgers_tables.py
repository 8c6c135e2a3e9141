"""The tables of series in an index."""

TABLES = """
CREATE TABLE series_family (name TEXT PRIMARY KEY, print INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE series (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    family TEXT NOT NULL,
    print INTEGER NOT NULL,
    due INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL DEFAULT '',
    sought TEXT NOT NULL DEFAULT '',
    rows INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    speakers INTEGER NOT NULL DEFAULT 0,
    rivals INTEGER NOT NULL DEFAULT 0,
    low REAL,
    high REAL,
    unit TEXT NOT NULL DEFAULT '',
    spark TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX series_family_of ON series (family);
CREATE INDEX series_listed ON series (articles DESC, rows DESC, id) WHERE rows > 1;
CREATE INDEX series_due ON series (n) WHERE due;
CREATE TABLE series_member (
    entry INTEGER NOT NULL, nth INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (entry, nth)
) WITHOUT ROWID;
CREATE INDEX series_member_of ON series_member (n);
CREATE TABLE series_packed (n INTEGER PRIMARY KEY, packed BLOB NOT NULL);
"""
"""A series with one figure alone is not kept. `print` changes with all that its rows are made
from, that of `series_family` with all figures of that family; one that is `due` is to be described
anew.
"""
