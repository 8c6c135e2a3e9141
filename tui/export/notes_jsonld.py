"""Marks as an annotation collection of the W3C: https://www.w3.org/TR/annotation-model/.

Each mark is an Annotation, which any reader of that model understands; what the model has no word
for stands under terms of our own (`nr:`). `tui.export.notes_from_jsonld` reads it back the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from tui.export.notes import coloured, in_order, to_json, whole
from tui.store.anchors import Selector
from tui.store.marked import Claimed, Count, Mark, MarkKind, Tag, TagCount

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "nr": "urn:newsreader:notes#",
        "nr:figures": {"@id": "nr:figures", "@container": "@list"},
        "nr:history": {"@id": "nr:history", "@container": "@list"},
    },
]
COLLECTION, PAGE = "urn:newsreader:notes", "urn:newsreader:notes:page:1"
CORPUS, ACTOR = "urn:newsreader:corpus", "urn:newsreader:actor:"
MARK, UUID = "urn:newsreader:mark:", "urn:uuid:"
MOTIVATIONS: Mapping[MarkKind, str] = {
    "bookmark": "bookmarking",
    "highlight": "highlighting",
    "note": "commenting",
    "claim": "assessing",
    "evidence": "linking",
    "tags": "tagging",
}
_HEX = re.compile(r"([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})")


def dump(marks: Iterable[Mark], tags: Iterable[Tag | TagCount] = ()) -> Iterator[str]:
    """The collection as JSON, piece by piece and ready to print; each annotation is one line.

    The same marks in any order give the same text.
    """
    ordered = in_order(marks)
    head = {
        "@context": CONTEXT,
        "id": COLLECTION,
        "type": "AnnotationCollection",
        "label": "Notes of newsreader",
        "total": len(ordered),
    }
    if known := [{"nr:name": tag.name, "nr:colour": tag.colour} for tag in coloured(tags)]:
        head["nr:tags"] = known
    page = {"id": PAGE, "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    yield f'{to_json(head)[:-1]}, "first": {to_json(page)[:-1]}, "items": ['
    opening = "\n"
    for mark in ordered:
        yield opening + to_json(annotation(mark))
        opening = ",\n"
    yield "\n]}}\n"


def annotation(mark: Mark) -> dict[str, Any]:
    """The Annotation of one mark, without the context that it stands in."""
    found: dict[str, Any] = {
        "id": name_of(mark.id),
        "type": "Annotation",
        "motivation": MOTIVATIONS[mark.kind],
        "created": mark.created,
        "modified": mark.edited,
        "creator": {"type": "Person", "name": mark.by} if mark.by else None,
        "body": list(_bodies(mark)),
        "target": _target(mark),
        "nr:article": mark.article_id,
        "nr:path": mark.path,
        "nr:about": mark.about,
        "nr:part": mark.part,
        "nr:at": mark.at,
        "nr:colour": mark.colour,
        "nr:actor": mark.actor,
        "nr:claim": _claim(mark.claimed) if mark.claimed is not None else None,
        "nr:side": mark.side,
        "nr:cited": _full({f"nr:{name}": text for name, text in mark.cited._asdict().items()}),
    }
    return _full(found)


def name_of(id: str) -> str:
    """The IRI of a mark: a UUID where its id is one."""
    if digits := _HEX.fullmatch(id):
        return UUID + "-".join(digits.groups())
    return MARK + _quoted(id)


def source_of(mark: Mark) -> str:
    """The IRI of what a mark is about: its page by the path from the folder of the corpus."""
    if mark.about == "corpus":
        return CORPUS
    if mark.about == "actor":
        return ACTOR + ":".join(_quoted(part) for part in mark.actor.split("\n"))
    # A first part with a colon in it would be read as a scheme.
    return "./" + "/".join(_quoted(part) for part in mark.path.split("/"))


def _bodies(mark: Mark) -> Iterator[dict[str, Any]]:
    if mark.text:
        yield {
            "type": "TextualBody",
            "value": mark.text,
            "format": "text/markdown",
            "purpose": "commenting",
        }
    if mark.claimed is not None:
        yield {"type": "TextualBody", "value": mark.claimed.status, "purpose": "assessing"}
    if mark.of:
        yield {"type": "SpecificResource", "source": name_of(mark.of), "purpose": "linking"}
    for tag in mark.tags:
        yield {"type": "TextualBody", "value": tag, "purpose": "tagging"}


def _target(mark: Mark) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": source_of(mark)}
    if mark.cited.url:
        target["nr:url"] = mark.cited.url
    if mark.selector is not None:
        target["selector"] = _selectors(mark.selector)
    return target


def _selectors(selector: Selector) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
    ]


def _claim(claimed: Claimed) -> dict[str, Any]:
    found = {f"nr:{name}": getattr(claimed, name) for name in ("speaker", "via", "stance", "cue")}
    return {
        **_full(found),
        "nr:figures": [_figure(figure) for figure in claimed.figures],
        "nr:history": [
            _full({f"nr:{name}": text for name, text in turn._asdict().items()})
            for turn in claimed.history
        ],
        "nr:own": claimed.own,
        **({"nr:stale": True} if claimed.stale else {}),
    }


def _figure(figure: Count) -> dict[str, Any]:
    return _full({f"nr:{name}": value for name, value in figure._asdict().items()})


def _full(data: dict[str, Any]) -> dict[str, Any]:
    """What there is of some fields."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _quoted(text: str) -> str:
    return quote(whole(text).encode("utf-8", "surrogatepass"), safe="")
