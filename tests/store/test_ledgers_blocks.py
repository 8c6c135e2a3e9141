"""Series in the blocks of an index: what comes out is what was put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store import ledgers_blocks
from tui.store.ledgers_blocks import Family, Group, Short, blocks, bucket_of, first_of

NUMBERS = st.floats(allow_nan=False) | st.integers(-(10**6), 10**18).map(float)
SHORTS = st.builds(
    Short,
    st.text("abé \ud800", max_size=6),
    *[st.integers(0, 9999)] * 4,
    st.none() | NUMBERS,
    st.none() | NUMBERS,
    st.lists(NUMBERS, max_size=4).map(tuple),
)
FIGURES = st.lists(
    st.tuples(st.integers(1, 10**6), st.integers(0, 300)), min_size=1, max_size=5
).map(tuple)
GROUPS = st.lists(st.builds(Group, FIGURES, st.none() | SHORTS), max_size=9)
FAMILIES = st.dictionaries(
    st.text("count xé:", max_size=5), st.tuples(st.integers(0, 2**40), GROUPS), max_size=4
)


@pytest.mark.parametrize("most", [1, 3, 200])
@given(told=FAMILIES)
def test_what_is_packed_comes_out_again_however_it_is_cut(
    most: int, told: dict[str, tuple[int, list[Group]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledgers_blocks, "_BLOCK", most)
        packed = list(blocks((Family(name, *rest) for name, rest in told.items()), str))
    found: dict[str, tuple[int, list[Group]]] = {}
    for block in packed:
        for name, own, groups in ledgers_blocks.families_in(block[2:]):
            some = tuple(groups)
            assert len(some) <= most
            assert found.setdefault(name, (own, []))[0] == own
            found[name][1].extend(some)
    assert found == told
    listed = [g.short for _, groups in told.values() for g in groups if g.short is not None]
    shown = [ledgers_blocks.shorts_in(b.ranks, b.names, b.lines) for b in packed]
    assert [short for some in shown for short in some] == listed
    assert sum(block.listed for block in packed) == len(listed)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=9))
def test_ranks_sort_by_articles_and_then_by_rows(numbers: list[tuple[int, int]]) -> None:
    shorts = [Short("", rows, some, 0, 0, None, None, ()) for some, rows in numbers]
    groups = [Group(((1, nth),), short) for nth, short in enumerate(shorts)]
    (block,) = blocks([Family("count", 1, groups)], str)
    ranks = ledgers_blocks.ranks_in(block.ranks)
    order = sorted(range(len(numbers)), key=lambda at: (ranks[at], at))
    assert order == sorted(range(len(numbers)), key=lambda at: (numbers[at], at))


def test_a_family_has_its_bucket_whatever_else_there_is() -> None:
    assert 0 <= bucket_of("count doden \ud800") < ledgers_blocks.BUCKETS
    assert bucket_of("money EUR cost") == bucket_of("money EUR cost")
    assert first_of(3) < first_of(4)
