"""The file of an index: what it is called, what is in it, and which version of us it is for."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence

from tui import text


def engine_version() -> str:
    """What the engine is: its number, and the time of its newest file while it is worked on."""
    times = (*_times(os.path.dirname(text.__file__)), *_times(os.path.dirname(__file__), "series"))
    return f"{text.ENGINE}/{max(times, default=0)}"


def _times(folder: str, start: str = "") -> Iterator[int]:
    """When the files of the engine were written; each start asks, so it must cost little.

    With `start` only those whose names begin so.
    """
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _times(entry.path) if not start else ()
            elif entry.name.startswith(start) and entry.name.endswith((".py", ".toml", ".txt")):
                yield entry.stat().st_mtime_ns


def all_tables() -> str:
    """The script that makes the tables of an index; to open one that is there, none is loaded."""
    from tui.store import (
        cast,
        kept,
        ledgers_tables,
        near,
        often,
        quantities,
        series_kept,
        tables,
        words,
    )

    parts = (tables, quantities, cast, series_kept, ledgers_tables, words, often, near, kept)
    return "".join(part.TABLES for part in parts)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, for `executescript` would commit before it begins."""
    statement = ""
    for line in script.split(";"):
        statement += f"{line};"
        if sqlite3.complete_statement(statement):
            if statement.strip(" \n;"):
                yield statement
            statement = ""


def index_name(
    roots: Sequence[str | os.PathLike[str]],
    names: str | None = None,
    notes: str | os.PathLike[str] | None = None,
) -> str:
    """The file name of a corpus' index: the same for the same roots, however they are written.

    Where somebody else finds the `names`, the corpus has an index of its own for that; so too with
    `notes` that do not lie with it, for the index shows what stands in the notes.
    """
    real = b"\0".join(sorted(os.fsencode(os.path.realpath(root)) for root in roots))
    real += b"\0\0" + os.fsencode(names) if names else b""
    real += b"\0\0\0" + os.fsencode(os.path.realpath(notes)) if notes else b""
    return f"{hashlib.sha256(real).hexdigest()[:24]}.sqlite"
