"""How marks are found again in changed pages, beside plain fuzzy matching, and how long it takes.

The cases are those of `tests/store/reanchoring.txt`. The peers do what annotation tools do: take
the quote where it still stands, of several places the nearest to the old one, and else the stretch
that is most like it, if it is like enough. `difflib` has the likeness of Python's own
SequenceMatcher; rapidfuzz is run where it is installed (`pip install rapidfuzz`), and is no
dependency of the project.

A silent wrong anchor is a mark shown as if nothing had happened, in a place that no longer says
what it did, or in another place than its own. A missed one is not shown where it plainly stands.

Run it from the checkout: python -m tests.bench.anchors
"""

from __future__ import annotations

import time
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib import import_module
from typing import Any

from tests.store.reanchoring import Case, cases
from tui.store.anchoring import find
from tui.store.anchors import Selector, select

LIKE_ENOUGH = (0.9, 0.8, 0.7)
Span = tuple[int, int]
Peer = Callable[[Selector, str], Span | None]
LONG = 100_000


def ours(case: Case) -> tuple[str, list[Span]]:
    """What is told of a case: its state and its places."""
    selector = select(case.old, case.start, case.end)
    if case.part == "title":
        anchor = find(selector, case.body or "", case.new, part="title")
    else:
        anchor = find(selector, case.new)
    return anchor.state, [(place.start, place.end) for place in anchor.places]


def nearest(selector: Selector, text: str) -> Span | None:
    """The place of the same quote that is nearest to where it was."""
    places, at = [], text.find(selector.exact) if selector.exact else -1
    while at >= 0:
        places.append(at)
        at = text.find(selector.exact, at + 1)
    if not places:
        return None
    start = min(places, key=lambda at: abs(at - selector.start))
    return start, start + len(selector.exact)


def by_difflib(least: float) -> Peer:
    """The stretch with the highest ratio of SequenceMatcher, tried at each word."""

    def located(selector: Selector, text: str) -> Span | None:
        if (same := nearest(selector, text)) or not selector.exact:
            return same
        size, best, place = len(selector.exact), least, None
        matcher = SequenceMatcher(None, b=selector.exact, autojunk=False)
        starts = [0, *(at + 1 for at, char in enumerate(text) if char.isspace())]
        for start in starts:
            matcher.set_seq1(text[start : start + size])
            if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                continue
            if (ratio := matcher.ratio()) >= best:
                best, place = ratio, (start, min(len(text), start + size))
        return place

    return located


def by_rapidfuzz(fuzz: Any, least: float) -> Peer:
    """The stretch with the highest partial ratio."""

    def located(selector: Selector, text: str) -> Span | None:
        if (same := nearest(selector, text)) or not selector.exact:
            return same
        found = fuzz.partial_ratio_alignment(selector.exact, text, score_cutoff=least * 100)
        return (found.dest_start, found.dest_end) if found else None

    return located


def peers() -> dict[str, Peer]:
    """All peers that can be run, by name."""
    found = {f"difflib {least:.1f}": by_difflib(least) for least in LIKE_ENOUGH}
    try:
        fuzz = import_module("rapidfuzz.fuzz")
    except ImportError:
        print("rapidfuzz is not installed: not run")
        return found
    return found | {f"rapidfuzz {least:.1f}": by_rapidfuzz(fuzz, least) for least in LIKE_ENOUGH}


def as_states(peer: Peer, case: Case) -> tuple[str, list[Span]]:
    """What a peer tells of a case: it knows found and not found."""
    place = peer(select(case.old, case.start, case.end), case.new)
    return ("ANCHORED", [place]) if place else ("ORPHAN", [])


def counts(every: list[Case], tell: Callable[[Case], tuple[str, list[Span]]]) -> tuple[int, ...]:
    """Of all cases: the right states, the silent wrong anchors, those that were missed."""
    right = wrong = missed = 0
    for case in every:
        state, places = tell(case)
        right += state == case.state
        meant = case.places if case.state == "ANCHORED" else ()
        if state == "ANCHORED":
            wrong += not (meant and touches(places[0], meant[0]))
        elif case.state == "ANCHORED":
            missed += 1
    return right, wrong, missed


def touches(one: Span, other: Span) -> bool:
    """Whether two places are one, give or take their ends."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return one == other or 2 * shared > max(one[1] - one[0], other[1] - other[0])


def milliseconds(selector: Selector, text: str) -> float:
    """The least time of some for one mark, in milliseconds of the processor."""
    times = []
    for _ in range(7):
        start = time.process_time()
        find(selector, text)
        times.append(time.process_time() - start)
    return min(times) * 1000


def durations() -> None:
    """Print how long one mark takes in a text of 100,000 characters."""
    paragraphs = [
        f"In dorp {n} vaart boot {n * 7} met {n % 9} man uit. De schipper van boot {n * 7} zwijgt."
        for n in range(LONG // 80)
    ]
    text = "\n\n".join(paragraphs)[:LONG]
    start = text.index("De schipper", LONG // 2)
    end = text.index("zwijgt", start)
    selector = select(text, start, end)
    gone = text[:start] + text[end:]
    changed = text[:start] + text[start:end].replace("boot", "schuit") + text[end:]
    for name, new in (
        ("nothing changed", text),
        ("text before it", f"Nieuw bericht. {text}"),
        ("a word changed", f"Nieuw bericht. {changed}"),
        ("it is gone", gone),
    ):
        print(f"{name:16} {milliseconds(selector, new):6.1f} ms")


def main() -> None:
    """Print what each makes of the cases, and the time that ours takes."""
    every = cases()
    print(f"{len(every)} cases        right state  silent wrong  missed")
    rows: dict[str, Callable[[Case], tuple[str, list[Span]]]] = {"ours": ours}
    for name, peer in peers().items():
        rows[name] = lambda case, peer=peer: as_states(peer, case)  # type: ignore[misc]
    for name, tell in rows.items():
        right, wrong, missed = counts(every, tell)
        print(f"{name:16} {right:12} {wrong:13} {missed:7}")
    print(f"\none mark in a text of {LONG:,} characters")
    durations()


if __name__ == "__main__":
    main()
