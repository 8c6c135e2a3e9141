"""Which article of a corpus a teaser is for: the one with its headline, or with its first words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.text.article import Related
from tui.text.boilerplate import dateline

_WORDS = 8
"""How many words of a lead two texts must share: fewer open many articles."""


class Page(NamedTuple):
    """An article of the corpus as far as it takes to know it again; `lead` starts its body."""

    key: str
    title: str | None
    lead: str


class Kin:
    """The articles of a corpus by headline and by lead."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._titles: dict[str, list[str]] = {}
        self._leads: dict[str, list[str]] = {}
        for page in pages:
            if page.title and (title := _plain(page.title)):
                self._titles.setdefault(title, []).append(page.key)
            if lead := _opening(page.lead):
                self._leads.setdefault(lead, []).append(page.key)

    def of(self, teaser: Related, beside: str) -> str | None:
        """The key of the article that a teaser on the page `beside` is for, None without one."""
        title, text = teaser.title or "", teaser.text or ""
        found = self._titles.get(_plain(title), []) if title else []
        # A teaser without a headline of its own may be cut off, and then reads like one.
        found = found or self._leads.get(_opening(text) or _opening(title), [])
        return next((key for key in found if key != beside), None)


def _plain(text: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    return " ".join(words)


def _opening(text: str) -> str:
    """The first words after the dateline, empty where there are too few to tell anything."""
    opened = dateline(text)
    words = _plain(text[opened[1] :] if opened else text).split()[:_WORDS]
    return " ".join(words) if len(words) == _WORDS else ""
