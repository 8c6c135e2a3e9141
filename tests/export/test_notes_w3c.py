"""Exports hold to the Web Annotation model: https://www.w3.org/TR/annotation-model/.

What it says MUST be there is looked for by a checker of our own, which is shown to find faults.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from tests.export.notes import CLAIM, EVIDENCE, HIGHLIGHT, MANY, MARKS, NOTE, TAGS
from tui.export import notes_from_jsonld, notes_jsonld
from tui.store.marked import Mark

MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
SOURCE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*:|\./)[^\s<>\"{}|\\^`]*")


def exported(*marks: Mark) -> dict[str, Any]:
    data: dict[str, Any] = json.loads("".join(notes_jsonld.dump(marks, TAGS)))
    return data


def faults(data: dict[str, Any], *, sane: bool = True) -> Iterator[str]:
    """What the model asks for and a collection has not; `sane` is with times that are times."""
    if "http://www.w3.org/ns/anno.jsonld" not in data.get("@context", []):
        yield "@context"
    if data.get("type") != "AnnotationCollection" or not IRI.fullmatch(data.get("id", "")):
        yield "collection"
    page = data.get("first", {})
    if page.get("type") != "AnnotationPage" or not IRI.fullmatch(page.get("id", "")):
        yield "page"
    if page.get("partOf") != data.get("id") or page.get("startIndex") != 0:
        yield "page in collection"
    if data.get("total") != len(page.get("items", [])):
        yield "total"
    for item in page.get("items", []):
        yield from annotation_faults(item, sane=sane)


def annotation_faults(item: dict[str, Any], *, sane: bool) -> Iterator[str]:
    if item.get("type") != "Annotation" or not IRI.fullmatch(item.get("id", "")):
        yield "annotation"
    if item.get("motivation") not in MOTIVATIONS:
        yield "motivation"
    for name in ("created", "modified"):
        if sane and name in item and datetime.fromisoformat(item[name]).utcoffset() is None:
            yield name
    creator = item.get("creator", {"type": "Person", "name": ""})
    if not isinstance(creator, dict) or creator.keys() != {"type", "name"}:
        yield "creator"
    for body in item.get("body", []):
        if body.get("purpose") not in MOTIVATIONS:
            yield "purpose"
        if body["type"] == "TextualBody" and not isinstance(body.get("value"), str):
            yield "value"
        if body["type"] == "SpecificResource" and not IRI.fullmatch(body.get("source", "")):
            yield "body source"
    target = item.get("target", {})
    if target.get("type") != "SpecificResource" or not SOURCE.fullmatch(target.get("source", "")):
        yield "target"
    for selector in target.get("selector", []):
        yield from selector_faults(selector)
    known = {"id", "type", "motivation", "created", "modified", "creator", "body", "target"}
    if any(name not in known and not name.startswith("nr:") for name in item):
        yield "a word that is in neither vocabulary"


def selector_faults(selector: dict[str, Any]) -> Iterator[str]:
    if selector.get("type") == "TextQuoteSelector":
        if not all(isinstance(selector.get(name), str) for name in ("exact", "prefix", "suffix")):
            yield "quote"
    elif selector.get("type") == "TextPositionSelector":
        places = [selector.get("start"), selector.get("end")]
        if not all(isinstance(place, int) and place >= 0 for place in places):
            yield "position"
    else:
        yield "selector"


def test_an_export_has_all_that_the_model_asks_for() -> None:
    assert list(faults(exported(*MARKS))) == []


@given(MANY)
def test_whatever_the_marks_hold_an_export_keeps_to_the_model(marks: list[Mark]) -> None:
    assert list(faults(exported(*marks), sane=False)) == []


def item(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["first"]["items"][0]
    return found


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda data: data.pop("@context"), "@context"),
        (lambda data: data.pop("id"), "collection"),
        (lambda data: data["first"].pop("type"), "page"),
        (lambda data: data["first"].update(startIndex=1), "page in collection"),
        (lambda data: data.update(total=3), "total"),
        (lambda data: item(data).update(id="3"), "annotation"),
        (lambda data: item(data).update(motivation="claiming"), "motivation"),
        (lambda data: item(data).update(created="2024-05-05T10:00:00"), "created"),
        (lambda data: item(data).update(creator="Anna"), "creator"),
        (lambda data: item(data)["body"][0].pop("value"), "value"),
        (lambda data: item(data)["body"][0].pop("purpose"), "purpose"),
        (lambda data: item(data)["target"].pop("source"), "target"),
        (lambda data: item(data)["target"]["selector"][0].pop("exact"), "quote"),
        (lambda data: item(data)["target"]["selector"][1].update(start=-1), "position"),
        (lambda data: item(data).update(colour="red"), "a word that is in neither vocabulary"),
    ],
)
def test_the_checker_finds_what_is_missing(
    spoil: Callable[[dict[str, Any]], object], fault: str
) -> None:
    data = copy.deepcopy(exported(CLAIM))
    spoil(data)
    assert fault in list(faults(data))


@pytest.mark.parametrize(
    ("mark", "motivation"),
    [
        (NOTE, "commenting"),
        (CLAIM, "assessing"),
        (EVIDENCE, "linking"),
        (HIGHLIGHT, "highlighting"),
    ],
)
def test_each_kind_says_why_it_was_made(mark: Mark, motivation: str) -> None:
    assert item(exported(mark))["motivation"] == motivation


def test_evidence_points_to_its_claim_by_the_name_that_the_claim_has() -> None:
    claim, evidence = exported(CLAIM, EVIDENCE)["first"]["items"]
    assert evidence["body"][0]["source"] == claim["id"]


def test_a_path_with_blanks_and_a_colon_is_still_an_address_in_the_corpus() -> None:
    strange = HIGHLIGHT._replace(path="map: één/a b?.html")
    assert item(exported(strange))["target"]["source"] == "./map%3A%20%C3%A9%C3%A9n/a%20b%3F.html"


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/anno/1",
    "type": "Annotation",
    "motivation": ["commenting", "linking"],
    "created": "2024-05-05T12:00:00+02:00",
    "creator": {"id": "https://notes.example/anna", "type": "Person", "name": "Anna"},
    "body": [
        {"type": "TextualBody", "value": "Nabellen", "purpose": "commenting"},
        {"type": "TextualBody", "value": "kippen", "purpose": "tagging"},
        "https://bode.example/ander",
    ],
    "target": {
        "source": "https://bode.example/kippen",
        "selector": {"type": "TextQuoteSelector", "exact": "2500 kippen", "prefix": "Zeker "},
    },
}


def test_an_annotation_of_another_program_becomes_a_note() -> None:
    (mark,) = notes_from_jsonld.read(json.dumps(FOREIGN)).marks
    assert (mark.id, mark.kind, mark.about) == ("https://notes.example/anno/1", "note", "passage")
    assert (mark.text, mark.tags, mark.by) == ("Nabellen", ("kippen",), "Anna")
    assert mark.selector is not None
    assert mark.selector[:3] == ("2500 kippen", "Zeker ", "")
    assert (mark.path, mark.cited.url) == ("", "https://bode.example/kippen")
    assert mark.created == "2024-05-05T10:00:00+00:00"
    assert mark.of == ""
    assert list(faults(exported(mark))) == []


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("./regio/a%20b.html", "regio/a b.html"),
        ("../../etc/passwd", "../../etc/passwd"),  # words: nothing is opened by them
        ("file:///etc/passwd", ""),
        ("//host/x", ""),
        ("regio/%ff.html", "regio/\udcff.html"),
        ("regio/\ud800.html", ""),
    ],
)
def test_only_an_address_in_the_corpus_is_a_path(target: str, path: str) -> None:
    (mark,) = notes_from_jsonld.read(json.dumps({**FOREIGN, "target": target})).marks
    assert (mark.path, mark.about) == (path, "article")


@pytest.mark.parametrize(
    "name",
    [
        "urn:newsreader:mark:%ff",
        "urn:newsreader:mark:\ud800",
        "urn:uuid:x",
        "x",
        "urn:uuid:" + "1" * 32,
    ],
)
def test_an_id_that_is_none_of_ours_is_kept_as_it_is(name: str) -> None:
    (mark,) = notes_from_jsonld.read(json.dumps({**FOREIGN, "id": name})).marks
    assert mark.id == name
    assert notes_from_jsonld.read("".join(notes_jsonld.dump([mark]))).marks == (mark,)


@pytest.mark.parametrize("when", ["gisteren", "2024-05-05", "0001-01-01T00:00:00+14:00", ""])
def test_a_time_that_is_none_is_kept_as_it_is(when: str) -> None:
    (mark,) = notes_from_jsonld.read(json.dumps({**FOREIGN, "created": when})).marks
    assert mark.created == when


@pytest.mark.parametrize(
    "shape",
    [
        lambda: FOREIGN,
        lambda: [FOREIGN],
        lambda: {"type": "AnnotationPage", "items": [FOREIGN]},
        lambda: {"type": ["AnnotationCollection"], "first": {"items": FOREIGN}},
    ],
)
def test_one_annotation_a_list_a_page_and_a_collection_are_read(shape: Callable[[], Any]) -> None:
    found = notes_from_jsonld.read(json.dumps(shape()))
    assert (len(found.marks), found.problems) == (1, ())
