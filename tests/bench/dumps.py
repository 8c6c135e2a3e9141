"""How many text dumps a second lose the page around their article, beside a floor.

The pages are the dumps of the corpus, and longer ones put together of their paragraphs, counted
as pages of 3,000 bytes. In every round their longer lines are new, as those of a story are, and
the shorter ones come back, as those of a site do. Ours is the way from bytes to a cleaned page:
decoding, taking it apart, stripping. The floor does the least that any stripper could: it splits
the text into lines and drops those that it saw before or that match one pattern.

Run it from the checkout: python -m tests.bench.dumps [ROUNDS]. The two take turns; processor time
counts, of each the best round.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tui.text.clean import clean
from tui.text.decode import decode
from tui.text.read import page_of

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PAGE = 3_000
SITE = 45
PAGE_WORDS = re.compile(r"(?:lees|bekijk|meer|deel|foto|webmail|schrijf|volg)\b.{0,60}", re.I)


def pages() -> list[bytes]:
    """The dumps of the corpus, each also with its own paragraphs twice, as longer stories are."""
    found = [path.read_bytes() for path in sorted(CORPUS.rglob("*.txt"))]
    return [*found, *(_doubled(data) for data in found)]


def renewed(data: bytes, number: int) -> bytes:
    """The page with another word in each line that is too long to be one of the site's."""
    lines = []
    for line in data.split(b"\n"):
        words = line.split(b" ")
        if len(line) >= SITE:
            words.insert(len(words) // 2, b"zaak%d" % number)
        lines.append(b" ".join(words))
    return b"\n".join(lines)


def _doubled(data: bytes) -> bytes:
    lines = data.split(b"\n")
    story = [line.replace(b"e", b"a") for line in lines if len(line) > 200]
    middle = len(lines) // 2
    return b"\n".join([*lines[:middle], *story, *lines[middle:]])


def ours(data: bytes) -> str:
    """The body that the engine finds."""
    return clean(page_of(decode(data))).body


def floor(data: bytes) -> str:
    """What is left when lines are dropped that came before or look like a page's."""
    seen: set[str] = set()
    kept = []
    for line in data.decode("utf-8", "replace").split("\n"):
        bare = line.strip()
        if bare and bare not in seen and not PAGE_WORDS.fullmatch(bare):
            kept.append(bare)
        seen.add(bare)
    return "\n\n".join(kept)


def seconds(strip: Callable[[bytes], str], sources: list[bytes]) -> float:
    """The processor time for all pages once."""
    start = time.process_time()
    for data in sources:
        strip(data)
    return time.process_time() - start


def main() -> None:
    """Print pages a second of both, and how many times the floor's time ours takes."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    sources = pages()
    count = sum(map(len, sources)) / PAGE
    best = {ours: float("inf"), floor: float("inf")}
    for number in range(rounds):
        for strip, least in best.items():
            fresh = [renewed(data, number) for data in sources]
            best[strip] = min(least, seconds(strip, fresh))
    for strip, least in best.items():
        print(f"{strip.__name__:6} {count / least:8.0f} pages of 3 kB a second")
    print(f"ours takes {best[ours] / best[floor]:.1f} times as long as the floor")


if __name__ == "__main__":
    main()
