"""The names and words that tell one story from another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.store.series_lines import Line
from tui.store.series_words import lexicon, stem
from tui.text.article import Article
from tui.text.boilerplate import dateline
from tui.text.tokens import Token

_SHORTEST = 4
_MOST_ANCHORS = 28
_AROUND = 6
"""So many words before and behind a figure tell what it is about."""


class Story:
    """What headline, dateline and lead of an article name."""

    def __init__(self, article: Article, title: Line, lead: Sequence[Line]) -> None:
        self._article = article
        self._title = title
        self._lead = lead
        self._words = lexicon()

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Names (`n:`) and words (`w:`) of headline, dateline and lead that tell the story.

        A name of the headline has a `t:` besides.
        """
        lead = self._lead[-1].end if self._lead else 0
        title = self._article.title or ""
        names = [
            self._words.states.get(actor.name, actor.name)
            for actor in self._article.actors
            if (actor.mentions and actor.mentions[0].start < lead) or actor.name in title
        ]
        names += [place.title() for place in self._article.dateline.places]
        head = _after_dateline(self._article.body)
        parts = {part.lower() for name in names for part in name.split()}
        stems = [
            stem(token.lower)
            for line in (self._title, *self._lead)
            for token in line.tokens
            if (line is self._title or token.start >= head)
            and token.lower not in parts
            and self._tells(token)
        ]
        told = [f"t:{name}" for name in names if name in title]
        told += [f"n:{name}" for name in names] + [f"w:{word}" for word in stems]
        return tuple(dict.fromkeys(told))[:_MOST_ANCHORS]

    def near(self, line: Line, offset: int) -> tuple[str, ...]:
        """The words around a place that tell something, as stems."""
        at = line.at(offset)
        around = line.tokens[max(0, at - _AROUND) : at + _AROUND + 1]
        told = (token.lower for token in around if self._tells(token) and token.text.islower())
        return tuple(
            dict.fromkeys(stem(word) for word in told if not self._words.events.find([word]))
        )

    def _tells(self, token: Token) -> bool:
        """Whether a word tells something of a story."""
        return (
            token.kind == "word"
            and len(token.lower) >= _SHORTEST
            and token.lower not in self._words.function
            and token.lower not in self._words.lists["common"]
            and token.text not in self._words.adjectives
        )


def _after_dateline(body: str) -> int:
    found = dateline(body)
    return found[1] if found else 0
