"""Copies of stories are taken out as by going through one story after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.store.order import Stories

_STORIES = st.lists(st.integers(2, 5), max_size=5)


@st.composite
def stories(draw: st.DrawFn) -> dict[int, tuple[int, ...]]:
    """Stories of two articles and more, all with ids of their own."""
    sizes = draw(_STORIES)
    ids = draw(st.permutations(range(1, sum(sizes) + 1)))
    told = {}
    for size in sizes:
        members, ids = ids[:size], ids[size:]
        told[min(members)] = tuple(members)
    return told


@given(stories(), st.lists(st.booleans(), max_size=30))
def test_of_each_story_the_first_that_was_found_stays(
    members: dict[int, tuple[int, ...]], given: list[bool]
) -> None:
    found = bytearray(given)  # of some of the articles of the stories nothing may be known yet
    gone: set[int] = set()
    taken = {}
    for told in members.values():
        fitting = [at for at in told if at < len(given) and given[at]]
        gone |= set(fitting[1:])
        if len(fitting) > 1:
            taken[fitting[0]] = len(fitting) - 1
    right = [at for at, fits in enumerate(given) if fits and at not in gone]
    of = {at: story for story, told in members.items() for at in told}
    assert dict(Stories(of, members).fold(found)) == taken
    assert [at for at, fits in enumerate(found) if fits] == right
