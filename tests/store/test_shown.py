"""What a page shows its corpus comes out of the index as it went in, and goes with its article."""

from __future__ import annotations

import pickle
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.store.casting import article_of
from tui.store.articles import pack
from tui.store.cast import cast
from tui.store.index import Index
from tui.store.quantities import quantities
from tui.store.reading import Entry, Outcome
from tui.store.shown import keys_of, pack_seen, unpack_seen
from tui.store.words import words
from tui.text.learnt import Print, Seen

_KEY = st.integers(0, 2**48 - 1)
_COUNT = st.integers(0, 3) | st.integers(250, 100_000)
_PRINTS = st.builds(
    Print,
    *(_KEY, _KEY, _COUNT, _COUNT),
    *[st.booleans()] * 4,
    *(_COUNT, st.booleans(), _COUNT),
    st.lists(st.integers(-1000, 2_000_000), max_size=5).map(sorted).map(tuple),
)


@given(st.lists(st.text("ab:é", max_size=5), max_size=2), st.lists(_PRINTS, max_size=4))
def test_prints_come_out_as_they_went_in(scopes: list[str], prints: list[Print]) -> None:
    seen = Seen(tuple(scopes), tuple(prints))
    packed = pack_seen(seen)
    assert unpack_seen(packed) == seen
    assert keys_of(packed) == [print_.key for print_ in prints]
    some = {print_.key for print_ in prints[::2]}
    told = [print_ if print_.key in some else print_._replace(ties=()) for print_ in prints]
    assert unpack_seen(packed, some).prints == tuple(told)


def test_an_outcome_comes_out_of_another_process_as_it_went_in() -> None:
    outcome = _outcome("Kop\n\nperson Jan Poppe\nJan Poppe denied: 3 dijken.\n")
    other = pickle.loads(pickle.dumps(outcome._replace(lasting=False, scopes=("a", "b"))))
    assert other == outcome._replace(lasting=False, scopes=("a", "b"))
    assert other.figures[0].noun == "dijken"
    assert [each.name for each in other.cast.actors] == ["Jan Poppe"]
    assert other.cast.claims[0].speaker == "Jan Poppe"
    assert other.entry.title == "Kop"


def _outcome(text: str) -> Outcome:
    article = article_of(text)
    return Outcome(
        Entry(1, 1, article.id, article.title),
        pack(article),
        figures=quantities(article.figures),
        cast=cast(article),
        words=" ".join(words(article.body)),
    )


def test_of_a_page_that_changed_only_what_it_says_now_is_kept(tmp_path: Path) -> None:
    old = _outcome("Kop\n\nperson Jan Poppe\nJan Poppe denied: 3 dijken.\n")
    new = _outcome("Kop\n\nperson Toos Wal\nToos Wal asserted: 4 sluizen.\n")
    index = Index(tmp_path / "corpus.sqlite", engine="test")
    for outcome in (old, new):
        index.put("/a.txt", outcome)
        index.put("/b.txt", old)
    assert index.notice is None
    figures = "SELECT entry, high, word FROM figure JOIN noun ON noun.id = noun ORDER BY 1"
    names = "SELECT entry, name FROM {} JOIN who ON who.id = who ORDER BY 1"
    assert index.ask(figures) == [(1, 4.0, "sluizen"), (2, 3.0, "dijken")]
    for table in ("appearance", "statement"):
        assert index.ask(names.format(table)) == [(1, "Toos Wal"), (2, "Jan Poppe")]
    index.forget(["/a.txt", "/b.txt"])
    assert index.ask(figures) == index.ask(names.format("appearance")) == []
    index.close()
