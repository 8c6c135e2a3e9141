"""The names and words that tell one story from another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from tui.store.series_lines import Line, is_word
from tui.store.series_once import once
from tui.store.series_words import lexicon, stem
from tui.text.article import Article
from tui.text.boilerplate import dateline

_REMEMBERED = 20_000
"""Of so many words it is remembered whether they tell anything."""
_SHORTEST = 4
_MOST_ANCHORS = 28
_AROUND = 6
"""So many words before and behind a figure tell what it is about."""


class Story:
    """What headline, dateline and lead of an article name."""

    def __init__(
        self, article: Article, title: Line, lead: Sequence[Line], people: Collection[str] = ()
    ) -> None:
        """`people` are the words of the text for a people or of a country."""
        self._article = article
        self._people = people
        self._title = title
        self._lead = lead
        self._words = lexicon()

    @once
    def anchors(self) -> tuple[str, ...]:
        """Names (`n:`) and words (`w:`) of headline, dateline and lead that tell the story.

        A name of the headline has a `t:` besides; a `c:` is a country named further on.
        """
        lead = self._lead[-1].end if self._lead else 0
        title = self._article.title or ""
        names = [
            self._words.states.get(actor.name, actor.name)
            for actor in self._article.actors
            if (actor.mentions and actor.mentions[0].start < lead) or actor.name in title
        ]
        names += [place.title() for place in self._article.dateline.places]
        head = after_dateline(self._article.body)
        parts = {part.lower() for name in names for part in name.split()}
        stems = [
            told
            for line in (self._title, *self._lead)
            for nth, told in enumerate(map(_told, line.texts))
            if told
            and line.lowers[nth] not in parts
            and (line is self._title or line.starts[nth] >= head)
        ]
        told = [f"t:{name}" for name in names if name in title]
        told += [f"n:{name}" for name in names] + self._countries(names)
        told += [f"w:{word}" for word in stems]
        return tuple(dict.fromkeys(told))[:_MOST_ANCHORS]

    def _countries(self, names: Sequence[str]) -> list[str]:
        """The other countries that the article names further on (`c:`)."""
        states, adjectives, peoples = (
            self._words.states,
            self._words.adjectives,
            self._words.peoples,
        )
        told = (actor for actor in self._article.actors if actor.type == "country")
        found = dict.fromkeys(states.get(actor.name, actor.name) for actor in told)
        for word in sorted(self._people):
            found.setdefault(peoples.get(word) or adjectives[word])
        return [f"c:{name}" for name in found if name not in names]

    def near(self, line: Line, offset: int) -> tuple[str, ...]:
        """The words around a place that tell something, as stems."""
        at = line.at(offset)
        around = line.texts[max(0, at - _AROUND) : at + _AROUND + 1]
        return tuple(dict.fromkeys(filter(None, map(_near, around))))


@lru_cache(maxsize=_REMEMBERED)
def _near(word: str) -> str:
    """The stem of a word that tells something of a figure, else empty."""
    return _told(word) if word.islower() and word not in lexicon().events.single else ""


@lru_cache(maxsize=_REMEMBERED)
def _told(word: str) -> str:
    """The stem of a word as printed that tells something of a story, else empty."""
    words, low = lexicon(), word.lower()
    told = (
        is_word(word)
        and len(low) >= _SHORTEST
        and low not in words.function
        and low not in words.lists["common"]
        and word not in words.adjectives
    )
    return stem(low) if told else ""


def after_dateline(body: str) -> int:
    """Where a text begins behind its dateline: `KYIV (ANP) - `."""
    found = dateline(body)
    return found[1] if found else 0
