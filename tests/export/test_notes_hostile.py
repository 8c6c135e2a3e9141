"""Files of notes that are wrong, by accident or on purpose: told by their place, and by what."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.notes import CLAIM, MARKS, NOTE, TEXTS
from tui.export import notes, notes_from_jsonld, notes_jsonl, notes_jsonld
from tui.export.notes_formats import read
from tui.export.notes_sound import LINE, LONGEST
from tui.store.marked import Mark

ADDRESSES = st.sampled_from(
    ["urn:newsreader:mark:%ff", "urn:newsreader:mark:\ud800", "%ff", "\ud800"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | ADDRESSES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def lines(*marks: Mark) -> list[dict[str, Any]]:
    return [json.loads(line) for line in notes_jsonl.dump(marks)]


def items(*marks: Mark) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(notes_jsonld.dump(marks)))["first"]["items"]
    return found


def written(*data: Any) -> str:
    return "\n".join(json.dumps(each) for each in data)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"schema": "newsreader.article/1"}, "schema: neither newsreader.mark/1 nor"),
        ({"id": ""}, "id: empty"),
        ({"id": 3}, "id: not as a mark has it"),
        ({"id": "x" * (LINE + 1)}, f"id: longer than {LINE} characters"),
        ({"at": -1}, "at: not as a mark has it"),
        ({"at": True}, "at: not as a mark has it"),
        ({"at": 1e300}, "at: not as a mark has it"),
        ({"kind": "bomb"}, "kind: not as a mark has it"),
        ({"text": ["x"]}, "text: not as a mark has it"),
        ({"text": "x" * (LONGEST + 1)}, f"text: longer than {LONGEST} characters"),
        ({"tags": "x"}, "tags: not as a mark has it"),
        ({"tags": [""]}, "tags: empty"),
        ({"selectors": [{}, {}]}, "selectors: not as a mark has it"),
        ({"kind": "note"}, "a claim needs `claim`"),
        ({"claim": {"history": [{"status": "proved", "when": ""}]}}, "claim: not as a mark has it"),
        ({"claim": {"figures": [{"phrase": "x", "value": "3"}]}}, "claim: not as a mark has it"),
    ],
)
def test_a_line_that_is_no_good_is_named_and_the_others_are_taken(
    change: dict[str, Any], problem: str
) -> None:
    note, claim = lines(NOTE, CLAIM)
    found = notes_jsonl.read(written({**claim, **change}, note))
    assert found.marks == (NOTE,)
    (told,) = found.problems
    assert told.startswith(f"line 1: {problem}")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: column 2: no JSON"),
        ("[]", "line 2: schema: neither"),
        ("[" * 100_000, "line 2: no JSON that can be read: too deep"),
        (f'{{"schema": {"9" * 5000}}}', "line 2: no JSON that can be read"),
        ('{"schema": "newsreader.mark/1"}', "line 2: id: there is none"),
        ('{"schema": "newsreader.tag/1"}', "line 2: tag: empty"),
        ('{"schema": "newsreader.tag/1", "name": "x", "colour": 3}', "line 2: colour: no text"),
    ],
)
def test_a_line_that_is_no_mark_is_told_by_its_number(line: str, problem: str) -> None:
    found = notes_jsonl.read(f"{written(*lines(NOTE))}\n{line}\n\n")
    assert found.marks == (NOTE,)
    (told,) = found.problems
    assert told.startswith(problem)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"type": "Note"}, "no Annotation"),
        ({"id": None}, "id: no text"),
        ({"target": []}, "target: none, where one is looked for"),
        ({"target": ["a", "b"]}, "target: 2, where one is looked for"),
        ({"target": 3}, "target: neither an address nor an object"),
        ({"target": {"source": "x", "selector": "y"}}, "selector: no object"),
        ({"body": 3}, "body: neither an address nor an object"),
        ({"body": {"value": 3}}, "value: no text"),
        ({"nr:at": "x"}, "at: no whole number from 0"),
        ({"nr:at": 2**60}, "at: no whole number from 0"),
        ({"nr:about": "moon"}, "about: not one of passage, figure"),
        ({"nr:about": "corpus"}, "about: corpus with a selector"),
        ({"nr:claim": None}, "kind: claim without what is claimed"),
        ({"nr:claim": "x"}, "nr:claim: no object"),
        ({"nr:claim": {"nr:own": "x"}}, "own: neither true nor false"),
        ({"nr:claim": {"nr:history": {"nr:status": "x"}}}, "status: not one of unverified"),
        ({"nr:claim": {"nr:figures": {"nr:value": True}}}, "figure value: no number"),
        ({"nr:claim": {"nr:figures": {"nr:value": 10**400}}}, "figure value: no number"),
        ({"nr:cited": {"nr:title": 3}}, "nr:title: no text"),
    ],
)
def test_an_annotation_that_is_no_good_is_named_and_the_others_are_taken(
    change: dict[str, Any], problem: str
) -> None:
    note, claim = items(NOTE, CLAIM)
    found = notes_from_jsonld.read(written([note, {**claim, **change}]))
    assert found.marks == (NOTE,)
    (told,) = found.problems
    assert told.startswith(f"annotation 2: {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "column 1: no JSON"),
        ('{"type":\n "x', "line 2, column 2: no JSON"),
        ("3", "neither an annotation nor a list of them"),
        ("{}", "type: no AnnotationCollection"),
        (
            '{"type": "AnnotationCollection", "first": "https://x"}',
            "first: the annotations are not",
        ),
        ('{"type": "AnnotationPage", "next": "https://x"}', "next: there are more pages"),
        ("[" * 100_000, "no JSON that can be read: too deep"),
    ],
)
def test_a_file_that_is_no_collection_says_why(text: str, problem: str) -> None:
    found = read(text)
    assert found.marks == ()
    (told,) = found.problems
    assert told.startswith(problem)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_number_that_is_none_does_not_come_in(number: str) -> None:
    text = written(items(CLAIM)).replace("2500.0", number)
    assert number in text
    assert read(text).problems == ("annotation 1: figure value: no number",)
    text = written(*lines(CLAIM)).replace("2500.0", number)
    assert read(text).problems == ("line 1: claim: not as a mark has it",)


def test_an_id_that_comes_twice_is_taken_once() -> None:
    again = NOTE._replace(text="iets anders")
    for text, place in (
        (written(*lines(NOTE), *lines(again)), "line"),
        (written([*items(NOTE), *items(again)]), "annotation"),
    ):
        found = read(text)
        assert found.marks == (NOTE,)
        assert found.problems == (f"{place} 2: the same id as {place} 1",)


def test_a_file_with_nothing_but_faults_is_not_looked_at_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notes, "MOST_PROBLEMS", 3)
    found = notes_jsonl.read("{}\n" * 9)
    assert len(found.problems) == 4
    assert found.problems[3].startswith("line 4 and what follows are not looked at")


@given(st.data())
def test_nothing_that_stands_in_a_file_is_more_than_a_problem(data: st.DataObject) -> None:
    mark = data.draw(st.sampled_from(MARKS))
    form = data.draw(st.sampled_from([lines, items]))
    (whole,) = form(mark)
    spoilt: Any = whole
    while isinstance(spoilt, dict | list) and spoilt:
        keys = sorted(spoilt) if isinstance(spoilt, dict) else range(len(spoilt))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(spoilt[key], dict | list) or data.draw(st.booleans()):
            spoilt[key] = data.draw(JSON)
            break
        spoilt = spoilt[key]
    found = read(json.dumps(whole))
    assert len(found.marks) + len(found.problems) == 1
    for kept in found.marks:
        assert read("".join(notes_jsonl.dump([kept]))).marks == (kept,)
