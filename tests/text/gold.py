"""The labels of the corpus: what is right for each sample page, kept in tests/gold.

A file there holds `path` (under corpus/), `title`, `dateline`, `published` and `published_from`
(null where the page does not say it), `body` with its paragraphs joined by one blank line, and
`related` in the order of the page. Thirteen also hold `figures`, `actors` and `claims`, with
offsets into that body. A label marked `optional` counts neither as a hit nor as a miss.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.store.files import read_bytes
from tui.text.article import Figure

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
GOLD = ROOT / "tests" / "gold"


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled page: the name of its gold file, and what stands in it."""

    name: str
    data: dict[str, Any]

    @property
    def page(self) -> Path:
        """The page that is labelled."""
        return CORPUS / str(self.data["path"])

    @property
    def source(self) -> bytes:
        """The bytes of the page, unpacked; fails where they are not those that were labelled."""
        raw = self.page.read_bytes()
        assert hashlib.sha256(raw).hexdigest() == self.data["sha256"], f"{self.page} has changed"
        return read_bytes(str(self.page))[0]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many labels were found, how many there are, how many were given, and what went wrong."""

    hits: int
    labels: int
    given: int
    faults: tuple[str, ...]


def labels() -> list[Label]:
    """Every labelled page, in the order of the file names."""
    return [
        Label(path.stem, json.loads(path.read_text("utf-8")))
        for path in sorted(GOLD.glob("*.json"))
    ]


def f1(tallies: Iterable[Tally]) -> float:
    """The harmonic mean of precision and recall over all pages together, between 0 and 1."""
    rows = list(tallies)
    hits = sum(row.hits for row in rows)
    return 2 * hits / max(1, sum(row.labels + row.given for row in rows))


def tally_figures(name: str, wanted: Sequence[dict[str, Any]], found: Sequence[Figure]) -> Tally:
    """Pair figures whose spans touch and whose values agree; each one is used once at most."""
    free = list(found)
    hits = 0
    faults = []
    for label in wanted:
        match = next((figure for figure in free if _agree(label, figure)), None)
        if match is not None:
            free.remove(match)
        if label.get("optional"):
            continue
        if match is None:
            faults.append(f"{name}: missed {label['text']!r}")
        else:
            hits += 1
    loose = [label for label in wanted if label.get("optional")]
    extra = [figure for figure in free if not any(_touch(label, figure) for label in loose)]
    faults += [f"{name}: not a figure {f.text!r}" for f in extra]
    asked = sum(not label.get("optional") for label in wanted)
    return Tally(hits, asked, hits + len(extra), tuple(faults))


def _touch(label: dict[str, Any], figure: Figure) -> bool:
    return bool(label["start"] < figure.end and label["end"] > figure.start)


def _agree(label: dict[str, Any], figure: Figure) -> bool:
    return _touch(label, figure) and all(
        _same(label[key], getattr(figure, key)) for key in ("value", "low", "high")
    )


def _same(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(wanted - found) <= 1e-6 * max(1.0, abs(wanted))
