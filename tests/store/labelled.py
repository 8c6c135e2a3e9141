"""Pages of which each figure that speaks of the same thing as another was labelled by hand.

In `ledger_pairs.txt` (short articles), `ledger_pages.txt` (whole pages), `ledger_news.txt` (pages
as full as news is), `ledger_dense.txt` (full of figures), `ledger_story.txt` (one long story),
`ledger_brief.txt` (the same in agencies' short pages), `ledger_held.txt` (such pages from which
no weight was learnt), `ledger_others.txt` (pages of ten other stories) and `ledger_unseen.txt` (of
the long one; no weight was learnt from it, but settings were chosen with it in view) a corpus
begins with `=== name`, an article with `### headline`; figures that speak of the same thing have
the same letters: `[[k|40]] doden`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tests.store.stories import story
from tui.store.series import gather
from tui.store.series_keys import SeriesKey
from tui.text.article import Article

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(\w+)\|([^\]]*)\]\]")
FAR = 40
"""So many characters before a label tell where it stands in the body."""
Told = tuple[str, str]
"""A figure: the name of its article, and where it stands with its phrase."""
Pair = tuple[Told, ...]


class Labelled(NamedTuple):
    """The articles of a corpus by name, and the letters of each figure that has any."""

    articles: Mapping[str, Article]
    letters: Mapping[Told, str]

    @property
    def pairs(self) -> set[Pair]:
        """The pairs that belong together."""
        groups: dict[str, list[Told]] = defaultdict(list)
        for told, letters in self.letters.items():
            groups[letters].append(told)
        return pairs_in(groups.values())


def corpora(kind: str) -> dict[str, str]:
    """The corpora of `ledger_KIND.txt` by name."""
    text = (HERE / f"ledger_{kind}.txt").read_text("utf-8")
    return dict(part.split("\n", 1) for part in text.split("=== ")[1:])


def read_labelled(corpus: str) -> Labelled:
    """The articles of a corpus as the engine reads them, with its labels."""
    articles: dict[str, Article] = {}
    letters: dict[Told, str] = {}
    for number, text in enumerate(corpus.split("### ")[1:]):
        title, marked = text.split("\n", 1)
        name = str(number)
        article = articles[name] = story(title, MARK.sub(r"\2", marked).strip(), name)
        for letter, start, end in places(article.body, marked):
            figure = next((f for f in article.figures if f.start < end and start < f.end), None)
            phrase = figure.phrase if figure else "no figure"
            letters[name, f"{figure.start if figure else start}: {phrase}"] = letter
    return Labelled(articles, letters)


def told(key: SeriesKey) -> Told:
    """A key as its figure is told in a set of labels."""
    return key.article, f"{key.start}: {key.phrase}"


def put_together(keys: Iterable[SeriesKey]) -> set[Pair]:
    """The pairs that stand in one series."""
    return pairs_in([told(key) for key in one.members] for one in gather(keys))


def pairs_in(groups: Iterable[Iterable[Told]]) -> set[Pair]:
    """Each two of one group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


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
