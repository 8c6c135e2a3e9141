"""The data model of the engine: what one saved page comes down to.

Everything here is frozen and made of plain values, so that an article can cross a process
boundary, stand in a cache and be compared. Offsets count Unicode code points; `start` is
inclusive and `end` exclusive. They point into `Article.body`, except those of a `Piece`,
which point into the decoded source.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

SCHEMA = "newsreader.article/1"

FigureKind = Literal[
    "count", "money", "percent", "share", "measure", "duration", "age", "multiple", "vague"
]
Hedge = Literal["about", "at least", "more than", "less than", "at most"]
ActorType = Literal["person", "organisation", "country", "place"]
Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["denied", "unconfirmed", "estimated", "announced", "demanded", "asserted"]
Part = Literal["title", "body", "stripped"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the source and what became of it; the pieces of a page stand in order.

    `text` is the stretch as a reader sees it (entities decoded, markup gone, safe for a terminal).
    `reason` says why a stripped piece was cut, and is None for title and body; only a body piece
    that a reader put back has "restored" there.
    `at` is the offset in `Article.body` of a body piece, and None for the others.
    """

    start: int
    end: int
    part: Part
    text: str
    reason: str | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`SEOUL/VLADIVOSTOK (ANP/RTR) -` at the head of the lead, taken apart."""

    places: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A teaser for another article that stood on the page, with its age as printed."""

    title: str | None
    text: str | None
    age: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `value` is None for a range and for a vague magnitude: see `low` and `high`.

    `noun` is the head of what is counted, or the printed unit word; `phrase` is the number with
    its whole noun phrase; `unit` an ISO 4217 code or the symbol of a measure; `claim` the index
    in `Article.claims` of the statement it stands in, None for the article's own voice.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    kind: FigureKind
    hedge: Hedge | None
    noun: str | None
    phrase: str
    unit: str | None
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the body where an actor is named."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity with all its mentions; `described` where it is described and not named."""

    name: str
    type: ActorType
    role: str | None
    described: bool
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that the article lays in somebody's mouth; the span is what is said."""

    start: int
    end: int
    text: str
    speaker: str
    speaker_text: str
    via: str | None
    cue: str
    form: Form
    stance: Stance
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date named in the body, resolved to ISO 8601 days where the text allows it."""

    start: int
    end: int
    text: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A saved page, read. `path` is as given by the caller; `id` a hash of title and body.

    `site` is the host or the name of the site as the page tells it, None where it does not.
    """

    path: str
    id: str
    title: str | None
    dateline: Dateline
    published: str | None
    published_from: str | None
    language: str | None
    body: str
    pieces: tuple[Piece, ...]
    related: tuple[Related, ...]
    figures: tuple[Figure, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    dates: tuple[DateRef, ...]
    site: str | None = None

    @property
    def stripped(self) -> tuple[Piece, ...]:
        """The pieces of the source that are neither title nor body, in order."""
        return tuple(piece for piece in self.pieces if piece.part == "stripped")


def to_contract(article: Article) -> dict[str, Any]:
    """The article as the JSON object that `newsreader extract` prints, every field present."""
    return {
        "schema": SCHEMA,
        "path": article.path,
        "id": article.id,
        "title": article.title,
        "dateline": {
            "places": list(article.dateline.places),
            "agencies": list(article.dateline.agencies),
        },
        "published": article.published,
        "published_from": article.published_from,
        "language": article.language,
        "body": article.body,
        "stripped": [
            {"start": piece.start, "end": piece.end, "reason": piece.reason}
            for piece in article.stripped
        ],
        "related": [asdict(item) for item in article.related],
        "figures": [asdict(figure) for figure in article.figures],
        "actors": [asdict(actor) for actor in article.actors],
        "claims": [asdict(claim) for claim in article.claims],
        "dates": [
            {
                "start": date.start,
                "end": date.end,
                "text": date.text,
                "from": date.first,
                "to": date.last,
            }
            for date in article.dates
        ],
    }


def to_cache(article: Article) -> dict[str, Any]:
    """The article as plain values, nothing left out; `from_cache` reads it back."""
    return asdict(article)


def from_cache(data: dict[str, Any]) -> Article:
    """The article that `to_cache` wrote, also after a round trip through JSON.

    Raises KeyError or TypeError where the data is of another version of this model.
    """

    def many(kind: Any, name: str) -> tuple[Any, ...]:
        return tuple(kind(**item) for item in data[name])

    return Article(
        path=data["path"],
        id=data["id"],
        title=data["title"],
        dateline=Dateline(*(tuple(data["dateline"][key]) for key in ("places", "agencies"))),
        published=data["published"],
        published_from=data["published_from"],
        language=data["language"],
        body=data["body"],
        pieces=many(Piece, "pieces"),
        related=many(Related, "related"),
        figures=many(Figure, "figures"),
        actors=tuple(
            Actor(**{**actor, "mentions": tuple(Mention(**m) for m in actor["mentions"])})
            for actor in data["actors"]
        ),
        claims=tuple(Claim(**{**c, "figures": tuple(c["figures"])}) for c in data["claims"]),
        dates=many(DateRef, "dates"),
        site=data["site"],
    )
