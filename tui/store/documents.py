"""What a person keeps, as data and as the documents of the notes file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeVar

from tui.store.anchors import Selector
from tui.store.marked import Draft, Mark, Tag
from tui.store.marked_documents import draft_of, mark_document, mark_of, tag_of

T = TypeVar("T")


class Ruling(NamedTuple):
    """What a person decided about the blocks with a text: put back, or cut.

    It holds for the page at `path` (from the folder of the corpus), or for a whole `scope` as in
    tui.text.guide; the other of the two is None. `created` is ISO 8601 in UTC.
    """

    id: str
    action: Literal["restore", "cut"]
    text: str
    path: str | None
    scope: str | None
    created: str


class Naming(NamedTuple):
    """What a person decided about a name: that it is another one's too, or nobody else's.

    `name` with its `type` is one that articles give an actor. It joins the actor that has the
    name `into`; where this and `into_type` are None, it stands apart from all names that it was
    joined to by the names alone. `created` is ISO 8601 in UTC.
    """

    id: str
    type: str
    name: str
    into_type: str | None
    into: str | None
    created: str


class Read(NamedTuple):
    """That an article was read, at the `path` of its page from the folder of the corpus.

    Where the page had not been looked into yet, the `article_id` is empty. `created` is ISO 8601
    in UTC.
    """

    article_id: str
    path: str
    created: str

    @property
    def id(self) -> str:
        """What it is told by: the same article in the same place is read once."""
        return f"{self.article_id}\0{self.path}"


class Place(NamedTuple):
    """How far the article at a `path` was read: an offset in its body. There is one a path."""

    path: str
    article_id: str
    position: int

    @property
    def id(self) -> str:
        """What it is told by."""
        return self.path


class Saved(NamedTuple):
    """A search that was kept under a name."""

    name: str
    text: str
    created: str

    @property
    def id(self) -> str:
        """What it is told by: another of the same name takes its place."""
        return self.name


class Latest(NamedTuple):
    """What a corpus was left with: the `path` of the "page" open last, "searches", or a "sort"."""

    id: Literal["page", "searches", "sort"]
    path: str | None = None
    searches: tuple[str, ...] = ()
    sort: str | None = None


class FigureAt(NamedTuple):
    """A figure so that it is found again when its page is read otherwise, or lies elsewhere.

    `path` is that of the page from the folder of the corpus. Without `selector` the whole article
    is meant.
    """

    article_id: str
    path: str
    selector: Selector | None = None


class SeriesRuling(NamedTuple):
    """One decision about some figures; `created` is ISO 8601 in UTC.

    - merge: the series of all these figures are one, by the name of the first one's.
    - split: these figures are a series of their own.
    - rename: the series with this figure has the name `text`.
    - settle: these two figures do not contradict each other, for the reason in `text`.
    - date: this article is of the ISO day in `text`.
    """

    id: str
    action: Literal["merge", "split", "rename", "settle", "date"]
    figures: tuple[FigureAt, ...]
    text: str
    created: str


Kept = Mark | Tag | Draft | Ruling | Naming | Read | Place | Saved | Latest | SeriesRuling
TABLES = (
    *("bookmarks", "marks", "tags", "drafts"),
    *("rulings", "namings", "read", "places", "searches", "latest", "series"),
)
BOOKMARKS, MARKS, TAGS, DRAFTS, RULINGS, NAMINGS, READS, PLACES, SEARCHES, LATEST, SERIES = TABLES
UNDO = "undo"
"""The table of the steps that can be taken back: see tui.store.notebook_undo."""
_TABLES: dict[type, str] = {
    **{Tag: TAGS, Draft: DRAFTS, Ruling: RULINGS, Naming: NAMINGS},
    **{Read: READS, Place: PLACES, Saved: SEARCHES, Latest: LATEST, SeriesRuling: SERIES},
}


def table_of(kept: Kept) -> str:
    """The name of the table that something is kept in: bookmarks have one of their own."""
    if isinstance(kept, Mark):
        return BOOKMARKS if kept.kind == "bookmark" else MARKS
    return _TABLES[type(kept)]


def kept_in(table: str, document: Any) -> Kept | None:
    """What a document of a table keeps; None for one that is not ours to read, and stays."""
    reader = _READERS.get(table)
    return reader(document) if reader else None


def document(kept: Kept) -> dict[str, Any]:
    """The document of something kept; a mark in the words of the W3C Web Annotation model."""
    if isinstance(kept, Latest):
        return {**kept._asdict(), "searches": list(kept.searches)}
    if isinstance(kept, SeriesRuling):
        from tui.store.ledgers_documents import ruling_document

        return ruling_document(kept)
    return mark_document(kept) if isinstance(kept, Mark) else kept._asdict()


def _mark(document: Any) -> Mark | None:
    mark = mark_of(document)
    return mark if mark and mark.kind != "bookmark" else None


def _bookmark(document: Any) -> Mark | None:
    mark = mark_of(document)
    return mark if mark and mark.kind == "bookmark" else None


def ruling(document: Any) -> Ruling | None:
    """The ruling of a document; None for one that is not ours to read, which stays in the file."""
    try:
        ruling = Ruling(**{name: document[name] for name in Ruling._fields})
    except (KeyError, TypeError):
        return None
    where = (ruling.path, ruling.scope)
    sound = (
        ruling.action in ("restore", "cut")
        and all(isinstance(text, str) for text in (ruling.id, ruling.text, ruling.created))
        and all(text is None or isinstance(text, str) for text in where)
        and where.count(None) == 1
    )
    return ruling if sound else None


def naming(document: Any) -> Naming | None:
    """The naming of a document; None for one that is not ours to read, which stays in the file."""
    try:
        naming = Naming(**{name: document[name] for name in Naming._fields})
    except (KeyError, TypeError):
        return None
    other = (naming.into_type, naming.into)
    sound = all(
        isinstance(text, str) for text in (naming.id, naming.type, naming.name, naming.created)
    ) and (other == (None, None) or all(isinstance(text, str) for text in other))
    return naming if sound else None


def _read(document: Any) -> Read | None:
    read = _plain(Read, document)
    return read if read and all(isinstance(text, str) for text in read) else None


def _saved(document: Any) -> Saved | None:
    saved = _plain(Saved, document)
    return saved if saved and all(isinstance(text, str) for text in saved) else None


def _place(document: Any) -> Place | None:
    place = _plain(Place, document)
    if place is None or not all(isinstance(text, str) for text in place[:2]):
        return None
    return place if isinstance(place.position, int) and 0 <= place.position < 2**62 else None


def _latest(document: Any) -> Latest | None:
    latest = _plain(Latest, {"sort": None, **document} if isinstance(document, dict) else None)
    if latest is None or latest.id not in ("page", "searches", "sort"):
        return None
    texts: list[Any] = latest.searches if isinstance(latest.searches, list) else []
    path = latest.path if isinstance(latest.path, str) else None
    searches = tuple(text for text in texts if isinstance(text, str))
    return Latest(latest.id, path, searches, latest.sort if isinstance(latest.sort, str) else None)


def _series(document: Any) -> SeriesRuling | None:
    from tui.store.ledgers_documents import series_ruling

    return series_ruling(document)


def _plain(kind: Callable[..., T], document: Any) -> T | None:
    try:
        return kind(**{name: document[name] for name in kind._fields})  # type: ignore[attr-defined]
    except (KeyError, TypeError):
        return None


_READERS: dict[str, Callable[[Any], Kept | None]] = {
    **{BOOKMARKS: _bookmark, MARKS: _mark, TAGS: tag_of, DRAFTS: draft_of},
    **{RULINGS: ruling, NAMINGS: naming},
    **{READS: _read, PLACES: _place, SEARCHES: _saved, LATEST: _latest, SERIES: _series},
}
