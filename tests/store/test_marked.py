"""Marks, tags and drafts as documents: all comes back, and what is not sound is not read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.marks import marks, texts
from tui.store.anchors import Selector
from tui.store.documents import document, kept_in, table_of
from tui.store.marked import Cited, Claimed, Count, Draft, Mark, Tag, Turn

CLAIM = Mark(
    "m1",
    "9f0c",
    "zee/brug.txt",
    7,
    Selector("kost 3 miljoen", "De brug ", ".", 8, 22),
    "2026-05-04T09:12:00+00:00",
    "claim",
    tags=("geld/raming",),
    claimed=Claimed(
        speaker="de wethouder",
        stance="estimated",
        figures=(Count("3 miljoen", 3e6, kind="money"),),
        history=(Turn("unverified", "2026-05-04"), Turn("disputed", "2026-05-05", "nagevraagd")),
        own=False,
    ),
    cited=Cited(title="Brug open", hash="ab12"),
)
DOCUMENT = {
    "id": "m1",
    "article": "9f0c",
    "path": "zee/brug.txt",
    "at": 7,
    "selectors": [
        {
            "type": "TextQuoteSelector",
            "exact": "kost 3 miljoen",
            "prefix": "De brug ",
            "suffix": ".",
        },
        {"type": "TextPositionSelector", "start": 8, "end": 22},
    ],
    "created": "2026-05-04T09:12:00+00:00",
    "kind": "claim",
    "tags": ["geld/raming"],
    "claim": {
        "speaker": "de wethouder",
        "stance": "estimated",
        "own": False,
        "figures": [{"phrase": "3 miljoen", "value": 3e6, "kind": "money"}],
        "history": [
            {"status": "unverified", "when": "2026-05-04", "why": ""},
            {"status": "disputed", "when": "2026-05-05", "why": "nagevraagd"},
        ],
    },
    "cited": {"title": "Brug open", "hash": "ab12"},
}
NOTE = {"id": "m2", "article": "9f0c", "path": "a", "at": 0, "created": "", "kind": "note"}
NOTE |= {"about": "article"}


def again(told: dict[str, Any]) -> Any:
    """A document as it comes back from the file."""
    return json.loads(json.dumps(told))


def test_a_claim_is_kept_in_words_that_can_be_read() -> None:
    assert document(CLAIM) == DOCUMENT
    assert kept_in("marks", DOCUMENT) == CLAIM


@given(marks())
def test_every_mark_comes_back_as_it_was(mark: Mark) -> None:
    assert kept_in(table_of(mark), again(document(mark))) == mark


@given(texts, texts, texts)
def test_tags_and_drafts_come_back_as_they_were(one: str, other: str, third: str) -> None:
    for kept in (Tag(one, other, third), Draft(one, other, third)):
        assert kept_in(table_of(kept), again(document(kept))) == kept


def test_a_bookmark_of_an_older_version_is_read() -> None:
    old = {name: DOCUMENT[name] for name in ("id", "article", "path", "at", "selectors", "created")}
    assert kept_in("bookmarks", old) == CLAIM._replace(
        kind="bookmark", tags=(), claimed=None, cited=Cited()
    )
    labelled = kept_in("bookmarks", {**old, "text": "hier begint het", "later": 1})
    assert isinstance(labelled, Mark)
    assert labelled.text == "hier begint het"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "secret"},
        {"kind": "bookmark"},
        {"kind": "note"},  # it has a claim
        {"about": "article"},  # it has words
        {"about": 3},
        {"part": "stripped"},
        {"side": "both"},
        {"text": None},
        {"tags": "geld"},
        {"tags": [1]},
        {"tags": ["geld"] * 10_001},
        {"at": True},
        {"at": 2**53},
        {"at": -1},
        {"selectors": [{}]},
        {"selectors": None},
        {"claim": None},
        {"claim": []},
        {"claim": {"own": 1}},
        {"claim": {"speaker": ["a"]}},
        {"claim": {"figures": {}}},
        {"claim": {"figures": [{"value": 1}]}},
        {"claim": {"figures": [{"phrase": "1", "value": "1"}]}},
        {"claim": {"figures": [{"phrase": "1", "value": True}]}},
        {"claim": {"figures": [{"phrase": "1", "low": float("nan")}]}},
        {"claim": {"figures": [{"phrase": "1", "high": 10**400}]}},
        {"claim": {"history": [{"status": "maybe", "when": ""}]}},
        {"claim": {"history": [{"status": ["denied"], "when": ""}]}},
        {"claim": {"history": [{"status": "denied"}]}},
        {"cited": "page"},
        {"cited": {"title": 1}},
    ],
)
def test_a_mark_that_is_not_sound_is_not_read(change: dict[str, object]) -> None:
    assert kept_in("marks", DOCUMENT | change) is None


@pytest.mark.parametrize("missing", ["id", "article", "path", "at", "created", "about"])
def test_a_mark_without_what_all_have_is_not_read(missing: str) -> None:
    assert kept_in("marks", NOTE) is not None
    assert kept_in("marks", {k: v for k, v in NOTE.items() if k != missing}) is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from([*DOCUMENT, "by", "creator", "part"]), _json), st.data())
def test_whatever_stands_in_a_document_nothing_is_raised(
    change: dict[str, Any], data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(["bookmarks", "marks", "tags", "drafts"]))
    kept = kept_in(table, {**DOCUMENT, **change})
    assert kept is None or table_of(kept) == table
