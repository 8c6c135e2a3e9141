"""Who claims what: the rows of a series, each with its figure, its speaker and its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from tui.store.series import Series
from tui.store.series_keys import SeriesKey

_NAMES = 3
"""So many names of a story that is shared are told."""

JSON_FIELDS = (
    "series", "value", "low", "high", "hedge", "kind", "phrase", "noun", "speaker", "via",
    "stance", "cue", "published", "id", "path", "title", "sentence", "start", "end", "actor",
)  # fmt: skip
"""The fields of a row in JSON, in their order."""


class Speaker(NamedTuple):
    """The actor that a speaker is, by its key and by the name that it goes by in the corpus."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article as a row cites it. `story` is the same for copies of one story of a wire.

    `dated` is the ISO day that a reader set; it goes before `published`. `voice` names who speaks
    where nobody is cited: the site of the article, as far as it is known. `speakers` tells who
    its speakers are, by the names that it has for them.
    """

    path: str
    id: str
    title: str | None
    published: str | None
    body: str
    story: str
    dated: str | None = None
    voice: str = ""
    speakers: Mapping[str, Speaker] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure in a series. Offsets point into the body of the article.

    `speaker` is as the article calls it, None for the article's own voice; `heading` then is who
    says it by the headline, if anyone. `actor` is the one name in the corpus of that speaker, and
    `actor_key` the key of the actor, empty where no table of actors has it. `said` is the day that
    the sentence names, `copies` the paths of other articles that tell the same story with the same
    figure; `earlier` tells that the article gives it as what was said before. `part_of` is the key
    of the figure it is a part of. `why` says why it is here.
    """

    series: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    kind: str
    phrase: str
    noun: str | None
    speaker: str | None
    via: str | None
    stance: str | None
    cue: str | None
    published: str | None
    id: str
    path: str
    title: str | None
    sentence: str
    start: int
    end: int
    key: str
    heading: str | None = None
    said: str | None = None
    dated: str | None = None
    planned: bool = False
    earlier: bool = False
    place: str = ""
    part_of: str | None = None
    copies: tuple[str, ...] = ()
    voice: str = ""
    why: tuple[str, ...] = ()
    actor: str | None = None
    actor_key: str = ""

    @property
    def who(self) -> str:
        """The speaker by its one name, or the article's own voice as a speaker of its own."""
        if self.speaker is None:
            return f"own voice: {self.voice}"
        return self.actor or self.speaker

    @property
    def mouth(self) -> str:
        """What is the same for all rows of one speaker, whatever names the articles have for it."""
        return self.actor_key or self.who


def row_key(article: str, nth: int) -> str:
    """The name of a figure in a corpus, by its article and its number there."""
    return f"{article}#{nth}"


def rows(series: Series, pages: Mapping[str, Page]) -> tuple[LedgerRow, ...]:
    """The rows of a series in the order of their paths, copies of one story folded into one row.

    `pages` has the articles by the name that the keys give them; those that are not there give no
    rows. Of copies the row of the earliest article stands, the first path where that ties.
    """
    known = [key for key in series.members if key.article in pages]
    same: dict[tuple[Any, ...], list[SeriesKey]] = {}
    for key in known:
        page = pages[key.article]
        told = (page.story, key.value, key.low, key.high, key.hedge, key.speaker, key.planned)
        same.setdefault(told, []).append(key)
    stories = {key.article: key.anchors for key in known}
    counts = Counter(token for anchors in stories.values() for token in anchors)
    shared = {token for token, n in counts.items() if n > 1}
    found = []
    for members in same.values():
        by_article: dict[str, list[SeriesKey]] = {}
        for key in members:
            by_article.setdefault(key.article, []).append(key)
        order = sorted(by_article, key=lambda name: _age(pages[name]))
        first, others = order[0], tuple(pages[name].path for name in order[1:])
        found += [
            _row(series, key, pages[first], others, _why(key, shared)) for key in by_article[first]
        ]
    return tuple(sorted(found, key=lambda row: (row.path, row.start)))


def to_json(row: LedgerRow) -> dict[str, Any]:
    """A row as the JSON object that the command line prints."""
    plain = asdict(row)
    return {name: plain[name] for name in JSON_FIELDS}


def _why(key: SeriesKey, shared: Collection[str]) -> tuple[str, ...]:
    """Why a figure is in its series: by its own words, and by the story that it shares."""
    names = [token[2:] for token in key.anchors if token[0] == "n" and token in shared]
    if not names or key.whose:
        return key.why
    return (*key.why, f"the same story: {', '.join(names[:_NAMES])}")


def _age(page: Page) -> tuple[str, str]:
    return (page.dated or page.published or "9999")[:10], page.path


def _row(
    series: Series, key: SeriesKey, page: Page, copies: tuple[str, ...], why: tuple[str, ...]
) -> LedgerRow:
    actor = page.speakers.get(key.speaker) if key.speaker is not None else None
    return LedgerRow(
        series=series.name,
        value=key.value,
        low=key.low,
        high=key.high,
        hedge=key.hedge,
        kind=key.kind,
        phrase=key.phrase,
        noun=key.noun,
        speaker=key.speaker,
        via=key.via,
        stance=key.stance,
        cue=key.cue,
        published=page.published,
        id=page.id,
        path=page.path,
        title=page.title,
        sentence=" ".join(page.body[key.first : key.last].split()),
        start=key.start,
        end=key.end,
        key=row_key(key.article, key.nth),
        heading=key.heading,
        said=key.said,
        dated=page.dated,
        planned=key.planned,
        earlier=key.earlier,
        place=key.place,
        part_of=None if key.part_of < 0 else row_key(key.article, key.part_of),
        copies=copies,
        voice=page.voice or page.path,
        why=why,
        actor=key.speaker if actor is None else actor.name,
        actor_key="" if actor is None else actor.key,
    )
