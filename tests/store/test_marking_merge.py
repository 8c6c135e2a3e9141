"""What comes from a colleague: nothing is overwritten, and nothing is there twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.store.marks import marks, texts
from tui.store.marked import Claimed, Mark, Merged, Turn
from tui.store.marking_merge import laid

NOTE = Mark("m1", "9f0c", "dijk.txt", 0, None, "2026-05-04", "note", "article", text="nagaan")
CLAIM = NOTE._replace(
    id="m2", kind="claim", text="", claimed=Claimed(history=(Turn("unverified", "2026-05-04"),))
)
EVIDENCE = NOTE._replace(id="m3", kind="evidence", of="m2", side="for")


def held(*known: Mark) -> dict[str, Mark]:
    return {mark.id: mark for mark in known}


def test_what_is_not_here_is_added_under_the_name_of_who_made_it() -> None:
    new, told = laid([NOTE, CLAIM._replace(by="Bas")], "Anna", {})
    assert [mark.by for mark in new] == ["Anna", "Bas"]
    assert told == Merged(2, 0, 0)


def test_what_is_here_is_left_as_it_is_whosever_it_is() -> None:
    assert laid([NOTE._replace(by="me")], "Anna", held(NOTE)) == ((), Merged(0, 1, 0))


def test_what_differs_is_kept_beside_ones_own_and_only_once() -> None:
    theirs = NOTE._replace(text="klopt")
    own = held(NOTE)
    (copy,), told = laid([theirs], "Anna", own)
    assert told == Merged(0, 0, 1)
    assert copy == theirs._replace(id=copy.id, by="Anna")
    assert copy.id != NOTE.id
    own[copy.id] = copy
    assert laid([theirs], "Anna", own) == ((), Merged(0, 1, 0))
    own[copy.id] = copy._replace(text="klopt niet")
    assert laid([theirs], "Anna", own) == ((), Merged(0, 1, 0))


def test_evidence_goes_with_the_claim_that_it_came_with() -> None:
    own = held(CLAIM)
    theirs = [EVIDENCE, CLAIM._replace(text="anders")]
    new, told = laid(theirs, "Anna", own)
    assert told == Merged(1, 0, 1)
    evidence, claim = new
    assert evidence.of == claim.id != CLAIM.id
    own |= held(*new)
    assert laid(theirs, "Anna", own) == ((), Merged(0, 2, 0))
    assert laid([CLAIM, EVIDENCE], "Anna", held(CLAIM)).new[0].of == CLAIM.id


some = st.lists(marks().map(lambda m: m._replace(id=m.id[:1])), max_size=4)


@given(some, some, texts)
def test_own_marks_stay_and_theirs_are_all_there_and_a_second_time_adds_nothing(
    own: list[Mark], theirs: list[Mark], by: str
) -> None:
    before = held(*own)
    new, told = laid(theirs, by, before)
    after = before | held(*new)
    assert len(after) == len(before) + len(new)
    assert told.added + told.conflicts == len(new)
    assert sum(told) == len({mark.id for mark in theirs})
    said = {mark._replace(id="", by="", of="") for mark in after.values()}
    assert {mark._replace(id="", by="", of="") for mark in held(*theirs).values()} <= said
    assert laid(theirs, by, after).new == ()
