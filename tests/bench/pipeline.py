"""How fast a text dump becomes an `Article`, beside the least that a language library would do.

The pages are the dumps of the corpus, and the same again with another word in each long line, so
that nothing kept from one page answers for the next. Ours is the whole way from bytes to
`Article`: decoding, stripping, sentences, dates, figures, actors, claims. The floor is the blank
Dutch pipeline of spaCy with its splitter of sentences (`pip install spacy`; no dependency of the
project): it cuts the bodies into words and sentences and finds nothing in them.

Beside it stand, each in a process of its own, what it costs to import the engine and load its
lists, in time and memory.

Run it from the checkout: python -m tests.bench.pipeline [ROUNDS]. The two take turns; processor
time counts, of each the best round.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeVar

from tests.bench.dumps import pages, renewed
from tui.text.read import read

_T = TypeVar("_T")

LOADING = """
import re, time
from pathlib import Path
begun = time.process_time()
from tui.text.read import read
imported = time.process_time()
from tui.text.gazetteer import gazetteer
gazetteer()
listed = time.process_time()
read("Schippers zeggen dat er 12 boten liggen, meldt de krant.".encode(), "x.txt")
ready = time.process_time()
status = Path("/proc/self/status")  # what getrusage tells includes the process that started this
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024 if status.exists() else -1
print(f"import {imported - begun:.3f} s, name lists {listed - imported:.3f} s", end=", ")
print(f"the first page with all other words {ready - listed:.3f} s", end=", ")
print(f"most memory {peak:.0f} MB")
"""


def ours(data: bytes) -> str:
    """The article of a page; its body, to give to the floor."""
    return read(data, "page.txt").body


def blank() -> Callable[[str], object]:
    """Words and sentences by spaCy's blank Dutch pipeline. Raises ImportError."""
    nlp = import_module("spacy").blank("nl")
    nlp.add_pipe("sentencizer")
    return lambda text: list(nlp(text).sents)


def clocked(work: Callable[[_T], object], sample: Sequence[_T]) -> float:
    """The processor seconds for all of the sample."""
    begun = time.process_time()
    for each in sample:
        work(each)
    return time.process_time() - begun


def main() -> None:
    """Print the speed of both in the same run, and what loading costs."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    sample = pages()
    size = sum(map(len, sample))
    bodies = [ours(data) for data in sample]
    text = sum(map(len, bodies))
    try:
        peer = blank()
    except ImportError as error:
        peer = None
        print(f"the floor is not installed: {error}")
    best, least = float("inf"), float("inf")
    for number in range(rounds):
        best = min(best, clocked(ours, [renewed(data, number) for data in sample]))
        if peer:
            least = min(least, clocked(peer, bodies))
    print(f"{len(sample)} dumps, {size} bytes, {text} characters of article")
    print(f"bytes to Article   {size / best / 1e6:6.2f} MB of dump a second")
    if peer:
        print(f"floor              {text / least / 1e6:6.2f} MB of article a second")
        print(f"the whole way takes {best / least:.1f} times the time of the floor")
    subprocess.run([sys.executable, "-c", LOADING], check=True)


if __name__ == "__main__":
    main()
