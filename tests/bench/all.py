"""All benchmarks of a large corpus, one table.

Run it from the checkout: python -m tests.bench.all FOLDER [COUNT]. The folder gets a corpus of so
many pages (100,000 if nothing is said) and one of 1,000, unless they are there, and what is kept
about them. A cold build of 100,000 pages takes its time.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench import build, keys, ledger, live, search, start
from tests.bench.measured import ground, show

SMALL = 1_000
ROUNDS = 7


def main() -> None:
    """Run one after another, printing each as soon as it is done."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.all", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    asked = parser.parse_args()
    here = asked.folder.resolve()
    few, many = (
        ground(here / f"c{count}", count, here / f"home{count}") for count in (SMALL, asked.count)
    )
    show(build.measure(many))
    show(start.measure([few, many], ROUNDS))
    show(search.measure(many))
    show(keys.measure(many))
    show(ledger.measure(many))
    changes = min(10_000, asked.count)
    with tempfile.TemporaryDirectory() as scratch:
        show(live.measure(changes, changes, Path(scratch)))


if __name__ == "__main__":
    main()
