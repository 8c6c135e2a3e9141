"""The tables of series in an index."""

TABLES = """
CREATE TABLE series_block (
    id INTEGER PRIMARY KEY,
    listed INTEGER NOT NULL,
    leader TEXT NOT NULL,
    families BLOB NOT NULL,
    ranks BLOB NOT NULL,
    names BLOB NOT NULL,
    lines BLOB NOT NULL
);
CREATE TABLE series_large (id TEXT PRIMARY KEY, print INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE series_top (rises INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE series_entry (id INTEGER PRIMARY KEY, prints BLOB NOT NULL);
"""
"""A block has some hundred series, which packs them in little room: see tui.store.ledgers_blocks.
What is not there (the rows of a series) is made again from its articles; of one with very many rows
`series_large` keeps it. `series_top` has the first of the list as they were at one moment.
`series_entry` tells of which article the figures were, by its entry.
"""
