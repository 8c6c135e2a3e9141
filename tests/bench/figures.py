"""How fast figures and dates are found, against what else finds numbers in text.

Run it from the checkout: python -m tests.bench.figures [ROUNDS]. The texts are the articles of the
corpus. Every reader gets the same texts in the same process, in turn; the clock counts processor
time, and the best round counts. Two peers are run where they are installed, and neither is a
dependency of the project:

- recognizers-text (`pip install recognizers-text-suite`). It asks `emoji` for a table that newer
  versions no longer have; an equal one is put there. Its Python package holds no Dutch number
  words and reads with its English rules, so that it has less to do than here.
- text2num (`pip install text2num`), with its Dutch words; it knows numbers in words only.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tui.text.clean import clean
from tui.text.dates import dates
from tui.text.decode import decode
from tui.text.figures import figures
from tui.text.page import dump
from tui.text.sentences import sentences

CORPUS = Path(__file__).parents[2] / "corpus"
PUBLISHED = "2024-10-18"
Reader = Callable[[str], object]


def texts() -> list[str]:
    """The bodies of the text pages of the corpus."""
    pages = (clean(dump(decode(path.read_bytes()))) for path in sorted(CORPUS.rglob("*.txt")))
    return [page.body for page in pages if page.body]


def ours(text: str) -> object:
    """Sentences, dates and figures, as an article is read."""
    spans, when = sentences(text), dates(text, PUBLISHED)
    return figures(text, spans, [(date.start, date.end) for date in when])


def without_sentences(every: list[str]) -> Reader:
    """Dates and figures, where the sentences are known already."""
    spans = {text: sentences(text) for text in every}

    def read(text: str) -> object:
        when = dates(text, PUBLISHED)
        return figures(text, spans[text], [(date.start, date.end) for date in when])

    return read


def recognizers() -> Reader:
    """Numbers, percentages and dates by recognizers-text. Raises ImportError."""
    emoji: Any = import_module("emoji")
    if not hasattr(emoji, "UNICODE_EMOJI"):
        emoji.UNICODE_EMOJI = {"en": emoji.EMOJI_DATA}
    number, when = import_module("recognizers_number"), import_module("recognizers_date_time")
    dutch = number.Culture.Dutch

    def read(text: str) -> object:
        found = number.recognize_number(text, dutch), number.recognize_percentage(text, dutch)
        return found, when.recognize_datetime(text, number.Culture.English)

    return read


def text2num() -> Reader:
    """Number words by text2num. Raises ImportError."""
    alpha2digit = import_module("text_to_num").alpha2digit
    return lambda text: alpha2digit(text, "nl")


def speed(read: Reader, sample: list[str], rounds: int) -> float:
    """The best of some rounds, in million characters a second of processor time."""
    size = sum(map(len, sample))
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for text in sample:
            read(text)
        best = min(best, time.process_time() - begun)
    return size / best / 1e6


def main() -> None:
    """Print the speed of each reader, and how many times as fast ours is."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    every = texts()
    print(f"{len(every)} articles of {sum(map(len, every)) // len(every)} characters on average")
    ours(every[0])  # loads the data of the language
    mine = speed(ours, every, 2 * rounds)
    print(f"sentences, dates and figures  {mine:8.3f} MB/s")
    alone = speed(without_sentences(every), every, 2 * rounds)
    print(f"dates and figures alone       {alone:8.3f} MB/s")
    # The peers are slow: one round over a part of the texts is enough to know them.
    for name, make, sample, times in (
        ("recognizers-text", recognizers, every[:8], 1),
        ("text2num", text2num, every, rounds),
    ):
        try:
            peer = make()
        except ImportError as error:
            print(f"{name:<28}  not installed: {error}")
            continue
        peer(sample[0])
        pace = speed(peer, sample, times)
        print(f"{name:<28}  {pace:8.3f} MB/s, ours {mine / pace:.1f} times as fast")


if __name__ == "__main__":
    main()
