"""Short articles of our own, read as the engine reads a saved page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store.series import Series, gather
from tui.store.series_keys import SeriesKey, keys
from tui.text.article import Article
from tui.text.read import read


def story(title: str, body: str, name: str = "a.txt") -> Article:
    return read(f"{title}\n\n{body}\n".encode(), name)


def keys_of(*stories: tuple[str, str]) -> list[SeriesKey]:
    """The keys of some articles, given as headline and body, named 0, 1 and so on."""
    articles = [story(title, body, str(at)) for at, (title, body) in enumerate(stories)]
    return [key for article in articles for key in keys(article)]


def together(*stories: tuple[str, str]) -> set[frozenset[str]]:
    """The series with two figures or more, each as its phrases."""
    found = gather(keys_of(*stories))
    return {phrases(series.members) for series in found if len(series.members) > 1}


def phrases(members: Sequence[SeriesKey]) -> frozenset[str]:
    return frozenset(key.phrase for key in members)


def series_of(*stories: tuple[str, str]) -> Series:
    """The first series of some articles."""
    return gather(keys_of(*stories))[0]
