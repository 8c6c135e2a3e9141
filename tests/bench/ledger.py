"""What it takes to gather the series of a corpus, and to open them, beside gathering in one go.

Run it from the checkout: python -m tests.bench.ledger CORPUS [COUNT] [--home FOLDER]. The series
that an index holds are thrown away first; then they are gathered from nothing, once more after a
reader dated one article, and shown. Beside it stands the plain way, all figures in memory at once
and each held against each that shares a word: only up to some thousand articles, for it takes the
square of their number. Nobody else should use the machine meanwhile.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.measured import Ground, Line, child, main, spread, status
from tui.store.ledger_face import Gathering
from tui.store.ledgers_tables import TABLES
from tui.store.library import Library

PLAIN = 10_000
"""Up to so many articles the plain way is measured too."""
ROWS = 300
"""A series with about so many rows is opened."""


def gathered(ground: Ground) -> dict[str, Any]:
    """Gather from nothing, in this process, and open what is found."""
    library = _library(ground)
    with library._index.write() as connection:
        for table in _tables():
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM stamp WHERE name LIKE 'series%'")
    first: list[float] = []
    began = time.perf_counter()

    def told(gathering: Gathering) -> None:
        if not first and library._index.ask("SELECT 1 FROM series_block LIMIT 1"):
            first.append(time.perf_counter() - began)

    wall, used = _clocked(lambda: library.gather_series(told, lambda: False))
    peak = status("VmHWM")
    key = library._index.ask("SELECT key FROM entry WHERE figures > 0 ORDER BY place LIMIT 1")[0][0]
    library.date_article(key, "2001-02-03")
    again, _ = _clocked(lambda: library.gather_series(lambda _: None, lambda: False))
    library.date_article(key, None)
    library.gather_series(lambda _: None, lambda: False)
    found = {
        "articles": library.counts.ready,
        "series": library.book().total,
        "first": first[0] if first else wall,
        "wall": wall,
        "used": used,
        "peak": peak,
        "again": again,
        "kept": sum(_size(library, table) for table in _tables()) / 1e6,
    }
    library.close()
    return found | opened(ground)


def opened(ground: Ground) -> dict[str, Any]:
    """The list and some series, as somebody sees them who opens the ledger just now."""
    library = _library(ground)
    book, _ = _clocked(library.book)
    lines = sorted(library.book().lines, key=lambda line: (abs(line.rows - ROWS), line.id))
    times = [_clocked(lambda line=line: library.sheet(line.id))[0] for line in lines[:20]]  # type: ignore[misc]
    few = [_clocked(lambda line=line: library.sheet(line.id))[0] for line in lines[-20:]]  # type: ignore[misc]
    word, _ = _clocked(lambda: library.book("doden"))
    library.close()
    return {"book": book, "word": word, "rows": lines[0].rows, "many": times, "few": few}


def plain(ground: Ground) -> dict[str, Any]:
    """Gather in one go, as `tui.store.series` does: nothing is kept of it."""
    from tui.store.series import gather
    from tui.store.series_kept import kept_keys

    library = _library(ground)
    days = dict(library._index.ask("SELECT CAST(id AS TEXT), published FROM entry"))
    known = {name: day for name, day in days.items() if day}

    def work() -> None:
        gather((key for some in kept_keys(library._index) for key in some), known)

    wall, used = _clocked(work)
    library.close()
    return {"wall": wall, "used": used, "peak": status("VmHWM")}


def measure(ground: Ground) -> list[Line]:
    """Ours, and the plain way beside it where that ends at all."""
    ground.indexed()
    ours = child("tests.bench.ledger", "--part", "gathered", ground.corpus, ground.home)
    many = ours["articles"]
    beside = ["", ""]
    if many <= PLAIN:
        theirs = child("tests.bench.ledger", "--part", "plain", ground.corpus, ground.home)
        beside = [
            f"{ours['used'] / theirs['used']:.2f} x in one go, which keeps and names nothing",
            f"{ours['peak'] / theirs['peak']:.2f} x in one go",
        ]
    each = ours["used"] / max(1, many) * 1e3
    return [
        Line(f"gathering {many} articles", f"{ours['wall']:.1f} s, {each:.2f} ms each", beside[0]),
        Line("  memory at most", f"{ours['peak']:.0f} MB", beside[1]),
        Line("  the first series are there after", f"{ours['first'] / ours['wall']:.0%} of it"),
        Line("  after one article changed", f"{ours['again'] / ours['wall']:.0%} of it"),
        Line("  what is kept of it", f"{ours['kept']:.1f} MB, {ours['series']} series"),
        Line("ledger opened", f"{ours['book'] * 1e3:.0f} ms"),
        Line("  narrowed by a word", f"{ours['word'] * 1e3:.0f} ms"),
        Line(f"  a series of about {ours['rows']} rows", spread(ours["many"])),
        Line("  one of the smallest listed", spread(ours["few"])),
    ]


def _library(ground: Ground) -> Library:
    return Library([ground.corpus], notes=ground.notes, cache=ground.cache, workers=0)


def _clocked(work: Callable[[], object]) -> tuple[float, float]:
    """The seconds that something takes, and those of a processor."""
    wall, used = time.perf_counter(), _used()
    work()
    return time.perf_counter() - wall, _used() - used


def _used() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


def _tables() -> list[str]:
    return [line.split()[2] for line in TABLES.split("\n") if line.startswith("CREATE TABLE")]


def _size(library: Library, table: str) -> int:
    """The bytes that are in a table."""
    columns = [name for _, name, *_ in library._index.ask(f"PRAGMA table_info({table})")]
    told = " + ".join(f"coalesce(length(CAST({name} AS BLOB)), 0)" for name in columns)
    return int(library._index.ask(f"SELECT coalesce(sum({told}), 0) FROM {table}")[0][0])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        part = {"gathered": gathered, "plain": plain}[sys.argv[2]]
        json.dump(part(Ground(Path(sys.argv[3]), Path(sys.argv[4]))), sys.stdout)
    else:
        main(measure, __doc__)
