"""How long a search takes as one types it, letter by letter, beside ripgrep over the same files.

Run it from the checkout: python -m tests.bench.search CORPUS [COUNT] [--home FOLDER]. Every
beginning of a query is a search of its own, as in the app: the list of what fits, in order, its
copies folded. Beside it the first fifty rows of each with what was found in them, and what has
nothing to be compared with: the fields. ripgrep gets one word or phrase of each whole query, which
is less than was asked for; files are in the memory of the system by then.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from tests.bench.dutch import words
from tests.bench.measured import Ground, Line, main, percentile, spread, status
from tui.store.library import Library
from tui.store.query import Query, QueryError, parse
from tui.store.views import SORTS, Sort

FIRST = 50


def typed() -> dict[str, str]:
    """Queries, each with the one word or phrase of it that ripgrep is to look for."""
    known = words()
    common, middle, rare, rarer = (known.nouns[rank] for rank in (0, 60, 3_000, 24_000))
    place, other = known.places[0], known.places[400]
    return {
        "volgens": "volgens",
        "niet": "niet",
        "geïnspecteerd": "geïnspecteerd",
        "oekraine": "Oekraïne",
        common.many: common.many,
        middle.one: middle.one,
        rare.many: rare.many,
        rarer.one: rarer.one,
        place: place,
        f"{place.lower()} {common.many}": place,
        f"{other} OR {rare.one}": other,
        f"gemeente -{place}": "gemeente",
        "politie -brandweer -ministerie": "politie",
        '"volgens de gemeente"': "volgens de gemeente",
        '"worden dit jaar"': "worden dit jaar",
        f'"{common.article} {common.one} is"': f"{common.article} {common.one} is",
        "ver*": "ver",
        "haven*": "haven",
        "12.500 euro": "12.500",
        "zeggen ontkent verwacht": "verwacht",
    }


FIELDS = (
    "title:zorgen",
    "site:grachtbode",
    "date:2021-01",
    "date:>2021-01-10",
    "figure:>1000",
    "kind:money",
    "figure:>1000 kind:money",
    "noun:huishoudens",
    "actor:gemeente",
    "speaker:inspectie",
    "stance:denied",
    "is:unread",
    "is:unread volgens",
)


def beginnings(text: str) -> list[str]:
    """What stands in the line after each key: `v`, `vo`, `vol` …"""
    return [text[:length] for length in range(1, len(text) + 1)]


def clocked(library: Library, texts: Iterable[str], *, typing: bool = True) -> dict[str, float]:
    """The seconds for each search that is a right one, asked once: answers may be kept."""
    taken: dict[str, float] = {}
    for text in texts:
        query = asked(text, typing)
        if query is not None:
            began = time.perf_counter()
            library.view(query, "date")
            taken[text] = time.perf_counter() - began
    return taken


def asked(text: str, typing: bool) -> Query | None:
    """The query, None where its text is wrong so far: an open quotation mark."""
    try:
        return parse(text, typing=typing)
    except QueryError:
        return None


def shown(library: Library, texts: Iterable[str]) -> list[float]:
    """The seconds for the first rows of each search, with what was found in them."""
    taken = []
    for text in texts:
        query = asked(text, True)
        if query is not None:
            ids = library.view(query, "date").ids[:FIRST]
            began = time.perf_counter()
            library.rows(ids, query)
            taken.append(time.perf_counter() - began)
    return taken


def ripgrep(corpus: Path, texts: Iterable[str]) -> list[float]:
    """The seconds that ripgrep takes for each text; none where it is not installed."""
    program = shutil.which("rg")
    if program is None:
        return []
    command = [program, "--files-with-matches", "--ignore-case", "--fixed-strings", "-e"]
    taken = []
    for text in texts:
        began = time.perf_counter()
        subprocess.run([*command, text, str(corpus)], stdout=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - began)
    return taken


def measure(ground: Ground) -> list[Line]:
    """Ours as typed against ripgrep, and the fields alone."""
    ground.indexed()
    queries = typed()
    library = Library([ground.corpus], notes=ground.notes, cache=ground.cache)
    began = time.perf_counter()
    library.view(asked("volgens", True), "date")
    cold = time.perf_counter() - began
    ours = clocked(library, dict.fromkeys(b for text in queries for b in beginnings(text)))
    rows = shown(library, queries)
    fields = clocked(library, FIELDS, typing=False)
    order = {sort: _ordered(library, sort) for sort in SORTS}
    memory = status("VmRSS")
    library.close()
    theirs = ripgrep(ground.corpus, queries.values())
    mine = percentile(ours.values(), 0.5)
    beside = "ripgrep is not installed"
    if theirs:
        ratio = percentile(theirs, 0.5) / mine
        beside = f"median 1/{ratio:.0f} of ripgrep's {percentile(theirs, 0.5) * 1e3:.0f} ms"
    slowest = sorted(ours, key=lambda text: -ours[text])[:3]
    told = ", ".join(f"{text!r} {ours[text] * 1e3:.0f} ms" for text in slowest)
    return [
        Line(f"search as typed ({len(ours)})", spread(list(ours.values())), beside),
        Line("  slowest", told),
        Line("  the very first", f"{cold * 1e3:.0f} ms"),
        Line(f"  the first {FIRST} rows with context", spread(rows)),
        *(Line(f"  {text}", f"{seconds * 1e3:.1f} ms") for text, seconds in fields.items()),
        *(Line(f"  all by {sort}", f"{seconds * 1e3:.1f} ms") for sort, seconds in order.items()),
        Line("  memory after it", f"{memory:.0f} MB"),
    ]


def _ordered(library: Library, sort: Sort) -> float:
    began = time.perf_counter()
    library.view(None, sort)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(measure, __doc__)
