"""The keys of figures in an index: as they were put there, of those articles that still stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import seeking
from tests.store.stories import story
from tui.store import series_kept
from tui.store.index import Index
from tui.store.series import gather
from tui.store.series_keys import SeriesKey, keys

STORIES = [
    story(
        "Zeker veertig doden bij aardbeving in Tavira",
        "LIMBARA (ANP) - Bij een aardbeving in de provincie Tavira zijn zeker 40 mensen omgekomen, "
        "meldt de burgerbescherming. Ruim 200 mensen raakten gewond.",
    ),
    story(
        "Dodental aardbeving Tavira naar 63",
        "LIMBARA (ANP) - Het dodental van de aardbeving in Tavira is opgelopen tot 63, zegt de "
        "minister. Er liggen 310 gewonden in ziekenhuizen.",
    ),
    story("Een café zonder cijfers", "In het café in Haarlem was het stil."),
    story(
        "Vakbond: 2100 chauffeurs staken",
        "ARNHEM (ANP) - In het streekvervoer staken 2100 chauffeurs, zegt de vakbond. "
        "De schade is 8 tot 9 miljoen euro, schat het bedrijf.",
    ),
]
SLIM = set(series_kept.SLIM)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return seeking.opened(tmp_path)


def slim(key: SeriesKey) -> dict[str, object]:
    """What of a key its index keeps."""
    return {name: value for name, value in key._asdict().items() if name in SLIM}


def told(index: Index) -> dict[int, list[dict[str, object]]]:
    """The keys in an index by the number of their article."""
    return {
        int(some[0].article): [slim(key) for key in some] for some in series_kept.kept_keys(index)
    }


STEP = st.tuples(
    st.sampled_from(["put", "drop"]),
    st.lists(st.integers(1, 60), min_size=1, max_size=45, unique=True),
    st.integers(0, len(STORIES) - 1),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=8))
def test_keys_come_out_of_those_articles_that_still_stand(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, list[int], int]]
) -> None:
    index = seeking.opened(tmp_path_factory.mktemp("index"))
    wanted: dict[int, int] = {}
    for what, ids, which in steps:
        with index.write() as connection:
            series_kept.drop(connection, ids)
            for at in ids:
                wanted.pop(at, None)
            if what == "put":
                lines = [series_kept.key_lines(STORIES[(which + at) % 4]) for at in ids]
                series_kept.put(connection, list(zip(ids, lines, strict=True)))
                wanted |= {at: (which + at) % 4 for at in ids if lines[ids.index(at)]}
    assert told(index) == {
        at: [slim(key) for key in keys(STORIES[which])] for at, which in wanted.items()
    }
    (left,) = index.ask("SELECT count(*) FROM keys WHERE id NOT IN (SELECT block FROM keyed)")[0]
    assert left == 0
    index.close()


def test_series_are_the_same_from_an_index_as_from_the_articles(index: Index) -> None:
    with index.write() as connection:
        lines = [(at, series_kept.key_lines(article)) for at, article in enumerate(STORIES, 1)]
        series_kept.put(connection, lines)
    kept = gather(key for some in series_kept.kept_keys(index) for key in some)
    made = gather(key for at, article in enumerate(STORIES, 1) for key in keys(article, str(at)))
    assert members(kept) == members(made)
    assert any(len(one.members) > 1 for one in kept)
    index.close()


def members(found) -> list[list[tuple[str, int]]]:  # type: ignore[no-untyped-def]
    return [[(key.article, key.nth) for key in one.members] for one in found]
