"""Whether files that come, change and go while the app looks on are all seen, each once.

Run it from the checkout: python -m tests.bench.live [PAGES] [CHANGES]. A corpus is read and
watched; then a third of the changes are new files, a third other contents and a third deletions,
in a burst without a pause. Once nothing happens any more, the index is compared row by row with
one that is made afresh of what lies there by then. At last the app itself is opened, and through
some more changes its cursor has to stay where it is.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.bench.corpus import make, page_of
from tests.bench.keys import probed
from tests.bench.measured import Ground, Line, show
from tui.store.library import Library
from tui.store.rows import Row

QUIET = 5.0
SEEN = 20.0
DOWNS = 20
PAGE = 100
SEED = 1


TOLD = ("key", "title", "published", "state", "figures", "claims", "site")
Told = tuple[object, ...]


class Watched:
    """A library that follows its folder, as the app does."""

    def __init__(self, ground: Ground) -> None:
        self.library = Library([ground.corpus], notes=ground.notes, cache=ground.cache)
        self.last = time.perf_counter()
        self._busy = True
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)

    def begin(self) -> None:
        """Read all, then watch."""
        self._ingest(None)
        self._thread.start()

    def _follow(self) -> None:
        for paths in self.library.changes(self._over.is_set):
            self._ingest(paths)

    def _ingest(self, paths: frozenset[str] | None) -> None:
        self._busy = True
        self.library.ingest(lambda progress: None, self._over.is_set, paths)
        self._busy, self.last = False, time.perf_counter()

    def settle(self) -> None:
        """Wait until nothing has happened for a while."""
        self.last = time.perf_counter()
        while self._busy or time.perf_counter() - self.last < QUIET:
            time.sleep(0.1)

    def close(self) -> None:
        """No longer follow."""
        self._over.set()
        self._thread.join(30)
        self.library.close()


def all_rows(library: Library) -> Iterator[Row]:
    """Every row, the copies of a story unfolded."""
    heads = library.view().ids
    ids = library.view(unfolded=frozenset(heads)).ids
    for at in range(0, len(ids), PAGE):
        yield from library.rows(ids[at : at + PAGE])


def told(row: Row) -> Told:
    """What must be the same in a fresh index: all but the numbers of that index."""
    return tuple(getattr(row, name) for name in TOLD)


def change(corpus: Path, pages: list[Path], changes: int) -> None:
    """Add, change and delete files, all mixed."""
    rng = Random(SEED)
    third = changes // 3
    touched = rng.sample(pages, min(len(pages), 2 * third))
    work = [("change", path) for path in touched[:third]]
    work += [("delete", path) for path in touched[third:]]
    for number in range(changes - len(work)):
        name, _ = page_of(SEED, len(pages) + number, len(pages))
        work.append(("add", corpus / name))
    rng.shuffle(work)
    for number, (kind, path) in enumerate(work):
        if kind == "delete":
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page_of(SEED + 1, number, len(pages))[1])


def cursor(ground: Ground, changes: int) -> Line:
    """Whether the cursor of the app stays at its article while files change around it."""
    pages = sorted(ground.files())
    with probed(ground) as (terminal, report):
        terminal.wait(QUIET)
        for _ in range(DOWNS):
            terminal.press(b"j", 0.1)
        terminal.wait(1)
        moved = time.perf_counter()
        # The pages at the head of the list stay: nobody deletes what the cursor stands on.
        change(ground.corpus, pages[len(pages) // 3 :], changes)
        terminal.wait(SEEN)
        terminal.leave()
        entries = json.loads(report.read_text())["entries"]
    after = [key for at, key in entries if at > moved]
    here = next((key for at, key in reversed(entries) if at <= moved), "no article")
    stays = f"moved {len(after)} times" if after else "stayed"
    return Line(f"  cursor through {changes} more", stays, f"at {here}")


def measure(pages: int, changes: int, scratch: Path) -> list[Line]:
    """Watch a corpus through a burst of changes, and compare."""
    ground = Ground(scratch / "corpus", scratch / "watched")
    make(ground.corpus, pages, SEED)
    watched = Watched(ground)
    watched.begin()
    time.sleep(1)
    began = time.perf_counter()
    change(ground.corpus, sorted(ground.files()), changes)
    burst = time.perf_counter() - began
    watched.settle()
    settled = watched.last - began
    seen = [told(row) for row in all_rows(watched.library)]
    total = watched.library.total
    watched.close()
    again = Library([ground.corpus], notes=ground.notes, cache=scratch / "fresh")
    again.ingest(lambda progress: None, lambda: False)
    fresh = Counter(told(row) for row in all_rows(again))
    again.close()
    through = cursor(Ground(ground.corpus, ground.home), changes // 10)
    keys = Counter(row[0] for row in seen)
    there = {row[0] for row in fresh}
    return [
        Line(f"{changes} changes in {pages} files", f"{burst:.1f} s", f"known {settled:.1f} s on"),
        Line("  missed", f"{len(there - set(keys))}", f"of {len(there)}"),
        Line("  still there though gone", f"{len(set(keys) - there)}"),
        Line("  twice", f"{sum(count > 1 for count in keys.values())}"),
        _other(seen, fresh, there),
        through,
        Line("  total told", f"{total}", f"{len(fresh)} afresh"),
    ]


def _other(seen: list[Told], fresh: Counter[Told], there: set[object]) -> Line:
    """The rows that a fresh index has otherwise, in which columns, and the first of them."""
    wrong = [row for row in seen if row[0] in there and row not in fresh]
    by_key = {row[0]: row for row in fresh}
    differ: Counter[str] = Counter()
    for row in wrong:
        pairs = zip(TOLD, row, by_key[row[0]], strict=True)
        differ.update(name for name, one, other in pairs if one != other)
    beside = ", ".join(f"{name} {count}" for name, count in differ.items())
    if wrong:
        beside += f": {wrong[0]}, afresh {by_key[wrong[0][0]][1:]}"
    return Line("  other than afresh", f"{len(wrong)}", beside)


def main() -> None:
    """Measure with the sizes of the command line."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    changes = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        show(measure(pages, changes, Path(scratch)))


if __name__ == "__main__":
    main()
