"""Articles as the index keeps them: JSON without names and repetitions, packed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tui.text.article import Actor, Article, Piece
    from tui.text.learnt import Seen

_LEVEL = 9

_SHARED = (
    b'"unconfirmed","estimated","demanded","announced","denied","asserted","mixed","direct",'
    b'"indirect","organisation","country","place","person",true,[[,false,[['
    b'"less than","at most","at least","more than","about","vague","multiple","age","share",'
    b'"measure","duration","percent","money","EUR","count",null,null,null,null,null,"'
    b',"title","",null,null],[,"stripped","","",null],[,"body",null,0],[["ANP"]],"text","nl","'
)
"""What stands in nearly every packed article, the most frequent last."""


def pack(article: Article) -> bytes:
    """An article in about its own room, with all that was found in it.

    What is told by its place in the body is not told again by its words.
    """
    body = article.body
    told = [
        article.path,
        article.id,
        article.title,
        body,
        [article.dateline.places, article.dateline.agencies],
        [article.published, article.published_from, article.language, article.site],
        [_piece(piece, body) for piece in article.pieces],
        [[related.title, related.text, related.age] for related in article.related],
        _spans(article.figures, body),
        [
            [actor.name, actor.type, actor.role, actor.described, _spans(actor.mentions, body)]
            for actor in article.actors
        ],
        _spans(article.claims, body),
        _spans(article.dates, body),
    ]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(_LEVEL, zdict=_SHARED)
    return packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpack(packed: bytes) -> Article | None:
    """The article that was packed, None where it is of another make."""
    from tui.text import article as model

    try:
        path, at, title, body, dateline, about, pieces, related, *found = _told(packed)
        figures, actors, claims, dates = found
        published, published_from, language, site = about
        return model.Article(
            path=path,
            id=at,
            title=title,
            dateline=model.Dateline(*map(tuple, dateline)),
            published=published,
            published_from=published_from,
            language=language,
            body=body,
            pieces=tuple(model.Piece(*_whole_piece(piece, body)) for piece in pieces),
            related=tuple(model.Related(*each) for each in related),
            figures=tuple(model.Figure(*each) for each in _whole(figures, body)),
            actors=tuple(_actor(model, who, body) for who in actors),
            claims=tuple(model.Claim(*_numbered(each)) for each in _whole(claims, body)),
            dates=tuple(model.DateRef(*each) for each in _whole(dates, body)),
            site=site,
        )
    except (ValueError, TypeError, IndexError, zlib.error):
        return None


def words_of(packed: bytes) -> tuple[str, str]:
    """Only the title and the body of a packed article; empty where it is of another make."""
    try:
        told = _told(packed)
        return told[_TITLE] or "", told[_BODY]
    except (ValueError, TypeError, IndexError, zlib.error):
        return "", ""


_TITLE, _BODY = 2, 3


def _told(packed: bytes) -> Any:
    text = zlib.decompressobj(zdict=_SHARED).decompress(packed)
    return json.loads(text.decode("utf-8", "surrogatepass"))


def _spans(found: Iterable[Any], body: str) -> list[list[Any]]:
    """Things that begin with start, end and text: the start from the one before, and the length."""
    rows = []
    before = 0
    for each in found:
        start, end, text, *more = _values(each)
        text = None if text == body[start:end] else text
        rows.append([start - before, end - start, text, *more])
        before = start
    return rows


def _whole(rows: Iterable[list[Any]], body: str) -> Iterator[list[Any]]:
    start = 0
    for step, length, text, *more in rows:
        start += step
        end = start + length
        yield [start, end, body[start:end] if text is None else text, *more]


def _piece(piece: Piece, body: str) -> list[Any]:
    text: str | int = piece.text
    if piece.at is not None and body.startswith(piece.text, piece.at):
        text = len(piece.text)
    return [piece.start, piece.end - piece.start, piece.part, text, piece.reason, piece.at]


def _whole_piece(row: list[Any], body: str) -> list[Any]:
    start, length, part, text, reason, at = row
    text = body[at : at + text] if isinstance(text, int) else text
    return [start, start + length, part, text, reason, at]


def _actor(model: Any, row: list[Any], body: str) -> Actor:
    *who, mentions = row
    actor: Actor = model.Actor(*who, tuple(model.Mention(*m) for m in _whole(mentions, body)))
    return actor


def _numbered(row: list[Any]) -> list[Any]:
    return [*row[:-1], tuple(row[-1])]


def _values(each: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = _getter(cast(Hashable, type(each)))(each)
    return values


@cache
def _getter(kind: Hashable) -> Any:
    return attrgetter(*(field.name for field in fields(cast(Any, kind))))


def pack_seen(seen: Seen) -> bytes:
    """What a page shows its corpus."""
    return zlib.compress(json.dumps(seen, separators=(",", ":")).encode(), 9)


def unpack_seen(packed: bytes) -> Seen:
    """What was packed."""
    from tui.text.learnt import Print, Seen

    scopes, prints = json.loads(zlib.decompress(packed))
    return Seen(tuple(scopes), tuple(Print._make((*rest, tuple(names))) for *rest, names in prints))
