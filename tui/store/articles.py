"""Articles as the index keeps them: column by column, without what their own body tells, packed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tui.store.articles_parts import dates_of, pieces_of, put_dates, put_pieces
from tui.store.columns import Reader, Writer, steps, sums
from tui.text.identity import identity

if TYPE_CHECKING:
    from tui.text.article import Actor, Article, Claim, Figure

_KNOWN = (
    *("title", "body", "stripped", "", "nl", "meta", "markup", "restored", "ANP"),
    *("count", "money", "percent", "share", "measure", "duration", "age", "multiple", "vague"),
    *("about", "at least", "more than", "less than", "at most"),
    *("person", "organisation", "country", "place", "direct", "indirect", "mixed"),
    *("denied", "unconfirmed", "estimated", "announced", "demanded", "asserted"),
    *("navigation", "teaser", "section-head", "footer", "share", "timestamp", "caption", "byline"),
    *("EUR", "USD", "y", "mo", "w", "d", "h", "min", "s", "km", "m", "kg", "°C"),
)
"""What stands in many packed articles: it is told by its number."""

_BEFORE = 120  # a speaker stands at most so far before a claim, mostly
_LED = 4  # so far before its number a phrase begins, mostly: at `€ `
_FAULTS = (ValueError, TypeError, IndexError, StopIteration, zlib.error)


def pack(article: Article) -> bytes:
    """An article in less than its own room, with all that was found in it but for its path.

    What is told by its place in the body is not told again by its words.
    """
    body = article.body
    out = Writer(_KNOWN, body)
    out.values([article.title])
    _put_spans(out, article.figures, body)
    _put_figures(out, article.figures, body)
    own = article.id == identity(article.title, body)
    out.values([None if own else article.id, article.published])
    out.values([article.published_from, article.language, article.site])
    places, agencies = article.dateline.places, article.dateline.agencies
    out.numbers([len(places), len(agencies)])
    out.values([*places, *agencies])
    put_pieces(out, article.pieces, body)
    out.numbers([len(article.related)])
    for name in ("title", "text", "age"):
        out.values(map(attrgetter(name), article.related))
    _put_actors(out, article.actors, body)
    _put_spans(out, article.claims, body)
    _put_claims(out, article.claims, [actor.name for actor in article.actors])
    _put_spans(out, article.dates, body)
    put_dates(out, article.dates, article.published)
    return out.packed(_dictionary())


def unpack(packed: bytes, path: str = "") -> Article | None:
    """The article that was packed, None where it is of another make; it is given this path."""
    from tui.text import article as model

    try:
        read = Reader(_KNOWN, packed, _dictionary())
        (title,) = read.values(1)
        figures = _figures(model, read)
        at, published = read.values(2)
        published_from, language, site = read.values(3)
        first, second = read.numbers(2)
        dateline = model.Dateline(tuple(read.values(first)), tuple(read.values(second)))
        pieces = pieces_of(model, read)
        (count,) = read.numbers(1)
        related = zip(*(read.values(count) for _ in range(3)), strict=True)
        return model.Article(
            path=path,
            id=identity(title, read.body) if at is None else at,
            title=title,
            dateline=dateline,
            published=published,
            published_from=published_from,
            language=language,
            body=read.body,
            pieces=pieces,
            related=tuple(model.Related(*each) for each in related),
            figures=figures,
            actors=(actors := _actors(model, read)),
            claims=_claims(model, read, [actor.name for actor in actors]),
            dates=dates_of(model, read, _spans(read), published),
            site=site,
        )
    except _FAULTS:
        return None


def words_of(packed: bytes) -> tuple[str, str]:
    """Only the title and the body of a packed article; empty where it is of another make."""
    try:
        read = Reader(_KNOWN, packed, _dictionary())
        return read.values(1)[0] or "", read.body
    except _FAULTS:
        return "", ""


@cache
def _dictionary() -> bytes:
    """The little words of the language: every text begins as if it came after them."""
    from tui.text.language import plain_words

    return plain_words("words").encode()


def _put_spans(out: Writer, found: Sequence[Any], body: str) -> None:
    """Things that begin with start, end and text, which most often is what stands there."""
    out.numbers([len(found)])
    out.numbers(steps([each.start for each in found]))
    out.numbers([each.end - each.start for each in found])
    out.values([None if each.text == body[each.start : each.end] else each.text for each in found])


def _spans(read: Reader) -> list[tuple[int, int, str]]:
    (count,) = read.numbers(1)
    starts, lengths = sums(read.numbers(count)), read.numbers(count)
    body = read.body
    return [
        (start, start + length, body[start : start + length] if text is None else text)
        for start, length, text in zip(starts, lengths, read.values(count), strict=True)
    ]


def _put_figures(out: Writer, figures: Sequence[Figure], body: str) -> None:
    out.numbers(map(_value(out), figures))
    for name in ("low", "high", "kind", "hedge", "unit"):
        out.values(map(attrgetter(name), figures))
    out.near([(figure.noun, figure.end) for figure in figures])
    out.near([(figure.phrase, max(0, figure.start - _LED)) for figure in figures])
    out.numbers([0 if figure.claim is None else figure.claim + 1 for figure in figures])


def _value(out: Writer) -> Any:
    def number(figure: Figure) -> int:
        """0 for what the digits themselves say."""
        plain = figure.text.isdecimal() and figure.text.isascii() and len(figure.text) < 9
        if plain and type(figure.value) is int and str(figure.value) == figure.text:
            return 0
        return out.number(figure.value) + 1

    return number


def _figures(model: Any, read: Reader) -> tuple[Figure, ...]:
    spans = _spans(read)
    count = len(spans)
    numbers = read.numbers(count)
    lows, highs, kinds, hedges, units = (read.values(count) for _ in range(5))
    nouns = read.near([end for _, end, _ in spans])
    phrases = read.near([max(0, start - _LED) for start, _, _ in spans])
    return tuple(
        model.Figure(
            *span,
            read.value(number - 1) if number else int(span[2]),
            *(low, high, kind, hedge, noun, phrase, unit),
            claim - 1 if claim else None,
        )
        for span, number, low, high, kind, hedge, noun, phrase, unit, claim in zip(
            *(spans, numbers, lows, highs, kinds, hedges, nouns, phrases, units),
            read.numbers(count),
            strict=True,
        )
    )


def _put_actors(out: Writer, actors: Sequence[Actor], body: str) -> None:
    """The mentions of all stand in one row, as in the body, each with whose it is."""
    rows = [(at, each) for at, actor in enumerate(actors) for each in actor.mentions]
    out.numbers([len(actors), len(rows)])
    rows.sort(key=lambda row: row[1].start)
    ordered: list[list[Any]] = [[] for _ in actors]
    for at, each in rows:
        ordered[at].append(each)
    if any(actor.mentions != tuple(own) for actor, own in zip(actors, ordered, strict=True)):
        rows = [(at, each) for at, actor in enumerate(actors) for each in actor.mentions]
    out.numbers([at for at, _ in rows])
    out.numbers(steps([each.start for _, each in rows]))
    out.numbers([each.end - each.start for _, each in rows])
    out.values([None if m.text == body[m.start : m.end] else m.text for _, m in rows])
    out.numbers([_named(out, actor) for actor in actors])
    out.values([actor.type for actor in actors])
    out.values([actor.role for actor in actors])
    out.numbers([int(actor.described) for actor in actors])


def _named(out: Writer, actor: Actor) -> int:
    """Which of the mentions has the name: an even number; else an odd one tells the name."""
    for at, mention in enumerate(actor.mentions):
        if mention.text == actor.name:
            return at * 2
    return out.number(actor.name) * 2 + 1


def _actors(model: Any, read: Reader) -> tuple[Actor, ...]:
    count, many = read.numbers(2)
    owners, starts, lengths = read.numbers(many), sums(read.numbers(many)), read.numbers(many)
    mentions: list[list[Any]] = [[] for _ in range(count)]
    body = read.body
    for owner, start, length, text in zip(owners, starts, lengths, read.values(many), strict=True):
        end = start + length
        printed = body[start:end] if text is None else text
        mentions[owner].append(model.Mention(start, end, printed))
    names = [
        read.value(number >> 1) if number & 1 else own[number >> 1].text
        for number, own in zip(read.numbers(count), mentions, strict=True)
    ]
    types, roles, described = read.values(count), read.values(count), read.numbers(count)
    return tuple(
        model.Actor(name, kind, role, bool(flag), tuple(own))
        for name, kind, role, flag, own in zip(
            names, types, roles, described, mentions, strict=True
        )
    )


def _put_claims(out: Writer, claims: Sequence[Claim], names: Sequence[str]) -> None:
    number = {name: at for at, name in reversed([*enumerate(names)])}
    count = len(names)
    for name in ("speaker", "via"):
        told = [getattr(claim, name) for claim in claims]
        out.numbers([number[n] if n in number else count + out.number(n) for n in told])
    out.near([(claim.speaker_text, max(0, claim.start - _BEFORE)) for claim in claims])
    for name in ("cue", "form", "stance"):
        out.values(map(attrgetter(name), claims))
    out.numbers([len(claim.figures) for claim in claims])
    out.numbers(steps([figure for claim in claims for figure in claim.figures]))


def _claims(model: Any, read: Reader, names: Sequence[str]) -> tuple[Claim, ...]:
    spans = _spans(read)
    count = len(spans)
    speakers, vias = (
        [names[n] if n < len(names) else read.value(n - len(names)) for n in read.numbers(count)]
        for _ in range(2)
    )
    printed = read.near([max(0, start - _BEFORE) for start, _, _ in spans])
    cues, forms, stances = (read.values(count) for _ in range(3))
    sizes = read.numbers(count)
    figures = iter(sums(read.numbers(sum(sizes))))
    return tuple(
        model.Claim(*span, *more, tuple(islice(figures, size)))
        for span, *more, size in zip(
            spans, speakers, printed, vias, cues, forms, stances, sizes, strict=True
        )
    )
