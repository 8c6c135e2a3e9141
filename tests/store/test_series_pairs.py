"""How many pairs of figures are put together rightly, over short articles labelled by hand.

In `ledger_pairs.txt` (short articles), `ledger_pages.txt` (whole pages), `ledger_news.txt` (pages
as full as news is) and `ledger_dense.txt` (full of figures) a corpus begins with `=== name`, an
article with `### headline`; figures that speak of the same thing have the same letters:
`[[k|40]] doden`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from tests.store.stories import story
from tui.store.series import gather
from tui.store.series_keys import SeriesKey, keys

HERE = Path(__file__).parent
SHORT, PAGES, NEWS, DENSE = (
    dict(part.split("\n", 1) for part in (HERE / name).read_text("utf-8").split("=== ")[1:])
    for name in ("ledger_pairs.txt", "ledger_pages.txt", "ledger_news.txt", "ledger_dense.txt")
)
MARK = re.compile(r"\[\[(\w+)\|([^\]]*)\]\]")
FAR = 40
"""So many characters before a label tell where it stands in the body."""
Pair = tuple[tuple[str, str], ...]


def pairs(corpus: str) -> tuple[set[Pair], set[Pair]]:
    """The pairs that belong together by the labels, and those that were put together."""
    labelled: dict[str, list[tuple[str, str]]] = defaultdict(list)
    every: list[SeriesKey] = []
    for name, (title, marked) in enumerate(
        article.split("\n", 1) for article in corpus.split("### ")[1:]
    ):
        article = story(title, MARK.sub(r"\2", marked).strip(), str(name))
        for letters, start, end in places(article.body, marked):
            figure = next((f for f in article.figures if f.start < end and start < f.end), None)
            told = figure.phrase if figure else "no figure"
            labelled[letters].append((str(name), f"{figure.start if figure else start}: {told}"))
        every += keys(article)
    found = [
        [(key.article, f"{key.start}: {key.phrase}") for key in one.members]
        for one in gather(every)
    ]
    return (
        {pair for group in labelled.values() for pair in combinations(sorted(group), 2)},
        {pair for group in found for pair in combinations(sorted(group), 2)},
    )


def places(body: str, marked: str) -> Iterator[tuple[str, int, int]]:
    """The labels of a text with the place of each in the body that was read from it."""
    after = 0
    for mark in MARK.finditer(marked):
        before = MARK.sub(r"\2", marked[: mark.start()])[-FAR:].rpartition("\n")[2]
        while (at := body.find(before + mark[2], max(0, after - FAR))) < 0:
            assert before, mark
            before = before[1:]  # the time of an entry of a liveblog is no body
        start = at + len(before)
        after = start + len(mark[2])
        yield mark[1], start, after


def counts(corpora: Iterable[str]) -> tuple[int, int, int]:
    """How many pairs are right, how many were put together, how many belong together."""
    every = [pairs(corpus) for corpus in corpora]
    right = sum(len(labelled & found) for labelled, found in every)
    return right, sum(len(found) for _, found in every), sum(len(told) for told, _ in every)


@pytest.mark.parametrize(
    ("corpora", "name", "precision", "recall"),
    [
        *((SHORT, name, 0.9, 0.85) for name in SHORT),
        *((PAGES, name, 0.95, 0.8) for name in PAGES),
        *((NEWS, name, 0.55, 0.55) for name in NEWS),
        *((DENSE, name, 0.6, 0.55) for name in DENSE),
    ],
    ids=[*SHORT, *PAGES, *NEWS, *DENSE],
)
def test_figures_of_labelled_articles_are_put_together_rightly(
    corpora: dict[str, str], name: str, precision: float, recall: float
) -> None:
    labelled, found = pairs(corpora[name])
    right = labelled & found
    assert len(right) >= precision * len(found), sorted(found - labelled)
    assert len(right) >= recall * len(labelled), sorted(labelled - found)


@pytest.mark.parametrize(("corpora", "least"), [(NEWS, 0.8), (DENSE, 0.7)], ids=["news", "dense"])
def test_of_all_pages_with_many_figures_most_are_right(
    corpora: dict[str, str], least: float
) -> None:
    right, found, labelled = counts(corpora.values())
    assert right >= least * found
    assert right >= least * labelled


@pytest.mark.parametrize("corpora", [SHORT, PAGES], ids=["short", "pages"])
def test_over_all_of_them_nearly_every_pair_is_right(corpora: dict[str, str]) -> None:
    right, found, labelled = counts(corpora.values())
    assert right >= 0.95 * found
    assert right >= 0.9 * labelled
