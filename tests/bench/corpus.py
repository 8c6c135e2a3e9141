"""Makes a large corpus of generated Dutch news, for whoever wants to know how fast things are.

Run it from the checkout: python -m tests.bench.corpus FOLDER COUNT [--seed N]. The same count and
seed give the same files. They lie by year, month and site, and tell some 70 stories a day (all of
a small corpus fits in a month); one in 33 is a near-copy of an earlier one.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random

from tests.bench.pages import SHAPES, Shape
from tests.bench.stories import STRETCH, story_of

FIRST = date(2021, 1, 1)
A_DAY = 70
AT_LEAST = 30
BATCH = 500
_WRONG = re.compile(r"[^a-z0-9]+")
_DRAWN = tuple(chain.from_iterable([shape] * shape.share for shape in SHAPES))


def day_of(page: int, count: int) -> date:
    """The day of a page in a corpus of so many."""
    days = max(AT_LEAST, count // A_DAY)
    return FIRST + timedelta(days=page * days // count)


def page_of(seed: int, page: int, count: int) -> tuple[str, str]:
    """The path of a page under the corpus, and its text."""
    rng = Random((seed * STRETCH + page) * 2 + STRETCH)
    shape: Shape = _DRAWN[int(rng.random() * len(_DRAWN))]
    story, day = story_of(seed, page), day_of(page, count)
    slug = _WRONG.sub("-", story.title.lower()).strip("-")[:40].strip("-")
    begin = day.isoformat() if shape.dated else f"{day.day:02d}"
    name = f"{begin}-{slug}-{page:06d}.{shape.suffix}"
    return f"{day.year}/{day.month:02d}/{shape.site}/{name}", shape.draw(story, day, rng)


def write(folder: Path, seed: int, count: int, pages: range) -> tuple[int, int]:
    """Write some of the pages; how many bytes they have, and how many characters."""
    size, characters = 0, 0
    made: set[str] = set()
    for page in pages:
        path, text = page_of(seed, page, count)
        parent, _, name = path.rpartition("/")
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        data = text.encode()
        (folder / parent / name).write_bytes(data)
        size += len(data)
        characters += len(text)
    return size, characters


def make(folder: Path, count: int, seed: int = 1) -> int:
    """Write a corpus in all processors; how many bytes it has."""
    work = partial(write, folder, seed, count)
    with ProcessPoolExecutor() as pool:
        return sum(size for size, _ in pool.map(work, _batches(count)))


def _batches(count: int) -> Iterator[range]:
    for first in range(0, count, BATCH):
        yield range(first, min(first + BATCH, count))


def main() -> None:
    """Make the corpus that the command line asks for, and tell how large it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.perf_counter()
    size = make(asked.folder, asked.count, asked.seed)
    taken = time.perf_counter() - began
    print(
        f"{asked.count} pages, {size / 1e6:.1f} MB, {size / asked.count:.0f} bytes a page,"
        f" {asked.count / taken:.0f} pages a second"
    )


if __name__ == "__main__":
    main()
