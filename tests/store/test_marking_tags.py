"""Tags stand under each other as folders do; what is renamed takes along what is under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.marked import Mark, Tag, TagCount
from tui.store.marking_tags import counted, is_under, renamed, retagged, spelt, tag_name
from tui.store.notebook_shelves import Change

NOTE = Mark("", "", "a.txt", 0, None, "", "note", "article")
names = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map("/".join)


def noted(*tags: str, kind: str = "note", article: str = "dijk", at: str = "m") -> Mark:
    return NOTE._replace(id=at, kind=kind, article_id=article, tags=tags)  # type: ignore[arg-type]


def turned(marks: list[Mark], change: Change) -> list[Mark]:
    """Marks after a change."""
    now = {mark.id: mark for mark in marks}
    for kept in change.removed:
        now.pop(kept.id, None)
    now |= {kept.id: kept for kept in change.added if isinstance(kept, Mark)}
    return sorted(now.values(), key=lambda mark: mark.id)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("geld", "geld"),
        (" militair /  aantallen ", "militair/aantallen"),
        ("/geld//raming/", "geld/raming"),
        ("twee  woorden", "twee woorden"),
        ("regel\neind\x1b[2J", "regel eind\ufffd[2J"),
        (" / ", ""),
    ],
)
def test_a_tag_is_kept_clean(typed: str, kept: str) -> None:
    assert tag_name(typed) == kept


@given(st.text(max_size=250))
def test_a_tag_that_is_clean_stays_as_it_is(typed: str) -> None:
    assert tag_name(tag_name(typed)) == tag_name(typed)


@pytest.mark.parametrize(
    ("typed", "known", "kept"),
    [
        ("militair", ["Militair"], "Militair"),
        ("MILITAIR/Aantallen", ["militair", "militair/verlies"], "militair/Aantallen"),
        ("geënt/x", ["geent/y"], "geent/x"),
        ("geld", ["Geld", "geld"], "geld"),
        ("Geld", ["Geld", "geld"], "Geld"),
        ("geldig", ["geld"], "geldig"),
        ("", ["geld"], ""),
    ],
)
def test_a_tag_is_spelt_as_the_one_there_is(typed: str, known: list[str], kept: str) -> None:
    assert spelt(typed, known) == kept


def test_tags_are_counted_with_those_under_them() -> None:
    marks = [
        noted("geld/raming", "geld/kosten", at="1"),
        noted("geld", kind="claim", at="2"),
        noted("geld/raming", kind="tags", at="3"),
        noted("geld", kind="tags", at="4"),
        noted("geld", kind="tags", article="brug", at="5"),
        noted(at="6"),
    ]
    tags = [Tag("geld/kosten", "red", ""), Tag("leeg/onder", "blue", "")]
    assert counted(marks, tags) == (
        TagCount("geld", "", 2, 1, 1),
        TagCount("geld/kosten", "red", 0, 1, 0),
        TagCount("geld/raming", "", 1, 1, 0),
        TagCount("leeg", "", 0, 0, 0),
        TagCount("leeg/onder", "blue", 0, 0, 0),
    )


def test_a_tag_that_is_renamed_takes_along_what_is_under_it() -> None:
    marks = [noted("geld/raming", "geldig", at="1"), noted("geld", at="2"), noted("x", at="3")]
    tags = [Tag("geld", "red", ""), Tag("geld/raming", "blue", ""), Tag("geldig", "", "")]
    change = renamed(marks, tags, "geld", "kosten/alle", "so")
    assert [mark.tags for mark in turned(marks, change)] == [
        ("kosten/alle/raming", "geldig"),
        ("kosten/alle",),
        ("x",),
    ]
    assert [kept for kept in change.added if isinstance(kept, Tag)] == [
        Tag("kosten/alle", "red", ""),
        Tag("kosten/alle/raming", "blue", ""),
    ]
    assert [kept for kept in change.removed if isinstance(kept, Tag)] == tags[:2]


def test_a_tag_that_is_renamed_to_another_is_merged_into_it() -> None:
    marks = [noted("geld", "kosten", at="1")]
    tags = [Tag("geld", "red", ""), Tag("kosten", "blue", "")]
    change = renamed(marks, tags, "geld", "kosten", "so")
    assert turned(marks, change)[0].tags == ("kosten",)
    assert tags[0] in change.removed
    assert not any(isinstance(kept, Tag) for kept in change.added)


def test_a_tag_that_is_dropped_goes_with_those_under_it() -> None:
    marks = [
        noted("geld/raming", "x", at="1"),
        noted("geld", kind="tags", at="2"),
        noted("geld", at="3"),
    ]
    change = renamed(marks, [Tag("geld", "red", "")], "geld", "", "so")
    assert [(mark.id, mark.tags) for mark in turned(marks, change)] == [("1", ("x",)), ("3", ())]
    assert Tag("geld", "red", "") in change.removed


many = st.lists(st.tuples(*[st.booleans()], st.lists(names, max_size=3, unique=True)), max_size=4)


@given(many, names, names)
def test_after_a_rename_each_mark_has_what_its_tags_became(
    told: list[tuple[bool, list[str]]], old: str, new: str
) -> None:
    marks = [
        noted(*tags, kind="tags" if alone else "note", at=str(at))
        for at, (alone, tags) in enumerate(told)
        if tags or not alone
    ]
    now = turned(marks, renamed(marks, [], old, new, "so"))
    assert len(now) == len(marks)
    for before, after in zip(marks, now, strict=True):
        expected = {new + name[len(old) :] if is_under(name, old) else name for name in before.tags}
        assert set(after.tags) == expected
        assert len(after.tags) == len(expected)
        assert after._replace(tags=()) == before._replace(tags=())


@given(many, names)
def test_a_tag_that_was_dropped_is_counted_no_more(
    told: list[tuple[bool, list[str]]], gone: str
) -> None:
    marks = [noted(*tags, at=str(at)) for at, (_, tags) in enumerate(told)]
    now = turned(marks, renamed(marks, [], gone, "", "so"))
    assert not any(is_under(tag.name, gone) for tag in counted(now, []))
    apart = [tag for tag in counted(marks, []) if not is_under(tag.name, gone)]
    apart = [tag for tag in apart if not is_under(gone, tag.name)]
    assert [tag for tag in counted(now, []) if not is_under(gone, tag.name)] == apart


def test_marks_that_keep_their_tags_are_no_part_of_a_change() -> None:
    marks = [noted("a", at="1"), noted(at="2")]
    assert retagged(marks, lambda tags: (*tags, "a") if tags else (), "so") == Change("so")
