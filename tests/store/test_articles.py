"""An article that is packed comes out as it went in, whatever is in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import casting
from tui.store.articles import pack, unpack, words_of
from tui.store.files import Source, read_bytes, walk
from tui.store.shown import keys_of, pack_seen, unpack_seen
from tui.text.article import Article, DateRef, Figure, Mention, Piece, Related, to_cache
from tui.text.guide import NO_GUIDE
from tui.text.read import reading

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("source", walk([CORPUS]).files, ids=lambda source: source.key)
def test_an_article_comes_out_as_it_went_in(source: Source) -> None:
    article, seen = reading(read_bytes(source.path)[0], "a.txt", NO_GUIDE)
    packed = pack(article)
    assert unpack(packed, "a.txt") == article
    assert words_of(packed) == (article.title or "", article.body)
    assert unpack_seen(pack_seen(seen)) == seen
    assert keys_of(pack_seen(seen)) == [print_.key for print_ in seen.prints]
    assert len(packed) * 3 < len(json.dumps(to_cache(article)))


_TEXT = st.text("ab \n\udc80é", max_size=12)
_AT = st.integers(-2, 40)
_DAY = (
    st.none()
    | st.dates().map(str)
    | st.sampled_from(
        [
            "2024-10-23",
            "2024-10-24",
            "2024-12-24",
            "2024-10",
            "2024-W43-3",
            "0001-01-01",
            "oktober 24",
        ]
    )
)


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    """Articles in which nothing stands where it says it stands."""
    article = casting.article_of("Kop\n\nperson Jan Poppe\nJan Poppe denied: 3 dijken.\n")
    (claim,), (actor,) = article.claims, article.actors
    mentions = draw(st.lists(st.builds(Mention, _AT, _AT, _TEXT), max_size=3))
    figures = draw(
        st.lists(st.builds(replace, st.just(_FIGURE), start=_AT, end=_AT, text=_TEXT), max_size=3)
    )
    piece = st.builds(
        Piece, _AT, _AT, st.just("body"), _TEXT, st.none(), st.none() | st.integers(0, 30)
    )
    date = st.builds(DateRef, _AT, _AT, _TEXT, _DAY, _DAY)
    return replace(
        article,
        body=draw(_TEXT),
        title=draw(st.none() | _TEXT),
        pieces=tuple(draw(st.lists(piece, max_size=3))),
        related=(Related(None, draw(_TEXT), "2 uur geleden"),),
        figures=tuple(figures),
        actors=(replace(actor, mentions=tuple(mentions)),),
        claims=(replace(claim, start=draw(_AT), text=draw(_TEXT)),),
        published=draw(_DAY),
        dates=tuple(draw(st.lists(date, max_size=3))),
    )


_FIGURE = Figure(0, 1, "3", 3.0, None, None, "count", None, "dijken", "3 dijken", None)


@given(_articles())
def test_also_one_whose_places_are_wrong(article: Article) -> None:
    assert unpack(pack(article), article.path) == article


@pytest.mark.parametrize("packed", [b"", b"x", pack(casting.article_of("Kop\n\n"))[:-9]])
def test_what_cannot_be_unpacked_is_none(packed: bytes) -> None:
    assert unpack(packed) is None
    assert words_of(packed) == ("", "")
