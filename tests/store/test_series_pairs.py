"""How many pairs of figures are put together rightly, over short articles labelled by hand.

In `ledger_pairs.txt` a corpus begins with `=== name`, an article with `### headline`; figures that
speak of the same thing have the same letters: `[[k|40]] doden`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from tests.store.stories import story
from tui.store.series import gather
from tui.store.series_keys import SeriesKey, keys

LABELLED = (Path(__file__).parent / "ledger_pairs.txt").read_text("utf-8")
CORPORA = dict(part.split("\n", 1) for part in LABELLED.split("=== ")[1:])
MARK = re.compile(r"\[\[(\w+)\|([^\]]*)\]\]")
Pair = tuple[tuple[str, str], ...]


def pairs(corpus: str) -> tuple[set[Pair], set[Pair]]:
    """The pairs that belong together by the labels, and those that were put together."""
    labelled: dict[str, list[tuple[str, str]]] = defaultdict(list)
    every: list[SeriesKey] = []
    for name, (title, marked) in enumerate(
        article.split("\n", 1) for article in corpus.split("### ")[1:]
    ):
        text = MARK.sub(r"\2", marked).strip()
        article = story(title, text, str(name))
        gone, begins = 0, article.body.index(text[:30])
        for mark in MARK.finditer(marked):
            start = begins + mark.start() - gone
            gone += len(mark[0]) - len(mark[2])
            figure = next(f for f in article.figures if f.start <= start < f.end or
                          start <= f.start < start + len(mark[2]))  # fmt: skip
            labelled[mark[1]].append((str(name), f"{figure.start}: {figure.phrase}"))
        every += keys(article)
    found = [
        [(key.article, f"{key.start}: {key.phrase}") for key in one.members]
        for one in gather(every)
    ]
    return (
        {pair for group in labelled.values() for pair in combinations(sorted(group), 2)},
        {pair for group in found for pair in combinations(sorted(group), 2)},
    )


@pytest.mark.parametrize("name", CORPORA)
def test_figures_of_labelled_articles_are_put_together_rightly(name: str) -> None:
    labelled, found = pairs(CORPORA[name])
    right = labelled & found
    assert len(right) >= 0.9 * len(found), sorted(found - labelled)
    assert len(right) >= 0.85 * len(labelled), sorted(labelled - found)


def test_over_all_of_them_nearly_every_pair_is_right() -> None:
    counts = [pairs(corpus) for corpus in CORPORA.values()]
    right = sum(len(labelled & found) for labelled, found in counts)
    assert right >= 0.95 * sum(len(found) for _, found in counts)
    assert right >= 0.9 * sum(len(labelled) for labelled, _ in counts)
