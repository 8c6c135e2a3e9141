"""The quick way to find what goes together comes to just what the plain way does."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.stories import keys_of
from tui.store import series_links, series_looks, series_strands
from tui.store.series import gather
from tui.store.series_kept import SHOWN
from tui.store.series_keys import SeriesKey
from tui.store.series_strands import ENOUGH, candidates, rarity_of, score_of, strands_of

(PLAIN, *_) = keys_of(("Storm", "Volgens de brandweer zijn 40 mensen omgekomen in Tavira."))
NAMES = st.sampled_from(["", "Tavira", "Limbara", "Zelja", "Montara"])
TOKENS = [
    f"{kind}:{word}" for kind in "nwt" for word in ("Tavira", "Zelja", "dijk", "brug", "kade")
]
DAYS = ["2024-05-01", "2024-05-20", "2024-08-01", "2026-01-01", "onbekend"]


@st.composite
def keys(draw: st.DrawFn) -> list[SeriesKey]:
    """Figures of some articles, alike enough that many go together."""
    found = []
    for article in range(draw(st.integers(2, 14))):
        anchors = tuple(draw(st.lists(st.sampled_from(TOKENS), max_size=6, unique=True)))
        occasion = draw(st.sampled_from(["", "quake", "war"]))
        for nth in range(draw(st.integers(1, 3))):
            near = draw(st.lists(st.sampled_from(["dijk", "brug", "water", "kade"]), max_size=3))
            key = PLAIN._replace(
                article=f"{article:02}",
                nth=nth,
                anchors=anchors,
                occasion=occasion,
                near=tuple(near),
                whose=draw(st.sampled_from(["", "", "Rusland", "Noord-Korea"])),
                place=draw(NAMES),
                country=draw(NAMES),
                owner=draw(NAMES),
                subject=draw(NAMES),
                goes_on=draw(st.sampled_from([-1, 0])),
                sure=draw(st.sampled_from([100, 100, 90, 60, 30, 10])),
                value=draw(st.sampled_from([None, 40.0, 63.0, 9000.0])),
                speaker=draw(st.sampled_from([None, "minister", "brandweer"])),
                words=("", draw(st.sampled_from(["", "doden", "mensen"])), "", ""),
            )
            found.append(key)
    return found


def plainly(found: list[SeriesKey], days: dict[str, str]) -> list[tuple[float, int, int]]:
    """Each candidate held against each."""
    strands = strands_of(found)
    rarity = rarity_of(strands)
    return sorted(
        (-score, one, two)
        for one, two in candidates(strands)
        if (score := score_of(strands[one], strands[two], rarity, days)) >= ENOUGH
    )


@pytest.mark.parametrize("common", [2, 60])
@settings(max_examples=150, deadline=None)
@given(
    found=keys(), days=st.dictionaries(st.sampled_from(["01", "02", "03"]), st.sampled_from(DAYS))
)
def test_links_are_those_of_the_plain_way(
    common: int, found: list[SeriesKey], days: dict[str, str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (series_strands, series_looks):
            patch.setattr(module, "_COMMON", common)
            patch.setattr(module, "_NEIGHBOURS", 2)
        assert series_links.links(strands_of(found), days) == plainly(found, days)


@settings(max_examples=100, deadline=None)
@given(found=keys())
def test_what_an_index_keeps_of_figures_is_enough_to_tell_what_goes_together(
    found: list[SeriesKey],
) -> None:
    slim = [key._replace(**SHOWN) for key in found]
    assert series_links.links(strands_of(slim), {}) == series_links.links(strands_of(found), {})


def test_what_is_made_goes_together_often_enough_to_tell() -> None:
    some = [PLAIN._replace(article=name, anchors=("n:Tavira", "n:Zelja")) for name in "abc"]
    assert len(series_links.links(strands_of(some), {})) == 3
    far = {"a": "2024-01-01", "b": "2025-01-01", "c": "2026-01-01"}
    assert series_links.links(strands_of(some), far) == plainly(some, far) == []


@settings(max_examples=100, deadline=None)
@given(
    found=keys(), days=st.dictionaries(st.sampled_from(["01", "02", "03"]), st.sampled_from(DAYS))
)
def test_what_goes_together_is_what_goes_together_in_one_go(
    found: list[SeriesKey], days: dict[str, str]
) -> None:
    plain = [one.members for one in gather(found, days)]
    groups = [tuple(sorted(some, key=place)) for some in series_links.clusters(found, days)]
    assert sorted(groups, key=firsts) == sorted(plain, key=firsts)
    articles = [list(some) for _, some in groupby(sorted(found, key=place), lambda k: k.article)]
    together = [tuple(sorted(some, key=place)) for some in series_links.together(articles, days)]
    assert together == sorted((some for some in plain if len(some) > 1), key=firsts)


def place(key: SeriesKey) -> tuple[str, int]:
    return key.article, key.nth


def firsts(some: tuple[SeriesKey, ...]) -> tuple[str, int]:
    return place(some[0])


def test_clusters_hold_every_figure_once_whatever_their_order() -> None:
    some = [PLAIN._replace(article=name, anchors=("n:Tavira", "n:Zelja")) for name in "abc"]
    assert series_links.clusters(some[::-1], {}) == [some]
    assert series_links.clusters([], {}) == []
