"""A page reads the same in every process: no reading hangs on the order of a set."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache

from gold import CORPUS

# Prints a hash of each sample page as it is read, and of sentences with verbs of many readings.
SCRIPT = """
import hashlib, sys
from tui.store.files import read_bytes, walk
from tui.text.article import to_cache
from tui.text.read import read
said = [
    "De dijk is zwak, waarschuwen onderzoekers.",
    "De gemeente verwacht dat de brug snel opengaat.",
    "Het bedrijf geeft toe dat het misging en geeft aan dat het stopt.",
    "De premier roept burgers op thuis te blijven, laat hij weten.",
]
pages = [(source.key, read_bytes(source.path)[0]) for source in walk([sys.argv[1]]).files]
pages += [(text, f"Een kop van het stuk\\n\\nGOES (ANP) - {text}".encode()) for text in said]
for name, data in pages:
    article = read(data, name)
    if name in said:
        print("said", [(claim.text, claim.stance) for claim in article.claims])
    print(hashlib.sha256(repr(to_cache(article)).encode()).hexdigest(), name)
"""


@cache
def reading(seed: str) -> str:
    """The hashes that a fresh process gives whose sets are ordered by this seed."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(CORPUS)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_the_order_of_sets_changes_no_reading() -> None:
    first = reading("0")
    assert first.count("\n") > 20
    for seed in ("1", "3", "4"):
        assert reading(seed) == first


def test_a_verb_of_saying_is_found_whatever_the_order_of_sets() -> None:
    for seed in ("0", "1", "3", "4"):
        assert "said [('De dijk is zwak', 'asserted')]" in reading(seed)
        assert "said [('dat de brug snel opengaat', 'estimated')]" in reading(seed)
