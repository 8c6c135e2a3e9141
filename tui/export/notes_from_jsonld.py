"""Marks from an annotation collection of the W3C: our own, or that of another program.

What another program has no word for stays empty; its quotes and notes become ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.export.notes import Found, from_json, gathered
from tui.export.notes_fields import id_of, is_object, listed, path_of, string, strings, utc
from tui.export.notes_jsonld import MOTIVATIONS
from tui.export.notes_sound import Unsound, sound, sound_tag
from tui.store.anchors import Selector
from tui.store.marked import Cited, Claimed, Count, Mark, MarkKind, Tag, Turn

_KINDS: dict[str, MarkKind] = {motivation: kind for kind, motivation in MOTIVATIONS.items()}
_REMARKS = ("commenting", "describing", "replying", "questioning", "")
_ADDRESS = re.compile(r"https?://")


def read(text: str) -> Found:
    """The marks of a collection, a page of one, a list of annotations or a single annotation."""
    try:
        data = from_json(text)
        items = _items(data)
        tags = tuple(_tag(each) for each in listed(data, "nr:tags")) if is_object(data) else ()
    except Unsound as error:
        return Found(problems=(str(error),))
    named = ((f"annotation {number}", item) for number, item in enumerate(items, start=1))
    return gathered(named, mark)._replace(tags=tags)


def mark(data: Any) -> Mark:
    """The mark of an Annotation. Raises Unsound."""
    if not is_object(data) or "Annotation" not in listed(data, "type"):
        raise Unsound("no Annotation")
    ours = any(name.startswith("nr:") for name in data)
    target, bodies = _target(data), list(_bodies(data))
    selector, source = _selector(target), _source(target)
    kind = _kind(data, ours, bodies)
    linked = [id_of(_source(body)) for body in bodies if ours and _purpose(body) == "linking"]
    cited = strings(data, "nr:cited", Cited._fields)
    if not cited["url"] and _ADDRESS.match(source):
        cited["url"] = source
    return sound(
        Mark(
            id=id_of(string(data, "id")),
            article_id=string(data, "nr:article"),
            path=string(data, "nr:path") if ours else path_of(source),
            at=data.get("nr:at", selector.start if selector else 0),
            selector=selector,
            created=string(data, "created") if ours else utc(string(data, "created")),
            kind=kind,
            about=string(data, "nr:about") or ("passage" if selector else "article"),  # type: ignore[arg-type]
            part=string(data, "nr:part") or "body",  # type: ignore[arg-type]
            text="\n\n".join(_values(bodies, *_REMARKS, *([] if ours else ["assessing"]))),
            tags=tuple(_values(bodies, "tagging")),
            colour=string(data, "nr:colour"),
            actor=string(data, "nr:actor"),
            claimed=_claimed(data),
            of=linked[0] if linked else "",
            side=string(data, "nr:side"),  # type: ignore[arg-type]
            edited=string(data, "modified"),
            by=_by(data),
            cited=Cited(**cited),
        )
    )


def _items(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if not is_object(data):
        raise Unsound("neither an annotation nor a list of them")
    types = listed(data, "type")
    if "Annotation" in types:
        return [data]
    if "AnnotationCollection" in types:
        page = data.get("first")
        if not is_object(page):
            raise Unsound("first: the annotations are not in this file")
        data = page
    elif "AnnotationPage" not in types:
        raise Unsound("type: no AnnotationCollection, AnnotationPage or Annotation")
    if data.get("next"):
        raise Unsound("next: there are more pages, which are not in this file")
    return listed(data, "items")


def _kind(data: Mapping[str, Any], ours: bool, bodies: list[dict[str, Any]]) -> MarkKind:
    told = [name for name in listed(data, "motivation") if isinstance(name, str)]
    kinds = [_KINDS[name] for name in told if name in _KINDS]
    # Others say `assessing` and `linking` of what is no claim or evidence here.
    fit = [kind for kind in kinds if ours or kind not in ("claim", "evidence")]
    if fit:
        return fit[0]
    return "note" if any("value" in body for body in bodies) else "highlight"


def _target(data: Mapping[str, Any]) -> dict[str, Any]:
    targets = listed(data, "target")
    if len(targets) != 1:
        raise Unsound(f"target: {len(targets) or 'none'}, where one is looked for")
    (target,) = targets
    if isinstance(target, str):
        return {"source": target}
    if not is_object(target):
        raise Unsound("target: neither an address nor an object")
    return dict(target)


def _source(resource: Mapping[str, Any]) -> str:
    source = resource.get("source", resource.get("id", ""))
    return string(source, "id") if is_object(source) else string({"source": source}, "source")


def _selector(target: Mapping[str, Any]) -> Selector | None:
    quote = place = None
    for selector in listed(target, "selector"):
        if not is_object(selector):
            raise Unsound("selector: no object")
        types = listed(selector, "type")
        if "TextQuoteSelector" in types:
            quote = quote or selector
        elif "TextPositionSelector" in types:
            place = place or selector
    if quote is None:
        return None
    exact = string(quote, "exact")
    start = place.get("start") if place else 0
    end = place.get("end") if place else len(exact)
    return Selector(exact, string(quote, "prefix"), string(quote, "suffix"), start, end)


def _bodies(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if "bodyValue" in data:
        yield {"value": data["bodyValue"]}
    for body in listed(data, "body"):
        if is_object(body):
            yield body
        elif isinstance(body, str):
            yield {"source": body}
        else:
            raise Unsound("body: neither an address nor an object")


def _purpose(body: Mapping[str, Any]) -> str:
    return string(body, "purpose")


def _values(bodies: list[dict[str, Any]], *purposes: str) -> list[str]:
    return [
        string(body, "value") for body in bodies if "value" in body and _purpose(body) in purposes
    ]


def _by(data: Mapping[str, Any]) -> str:
    for creator in listed(data, "creator"):
        if is_object(creator):
            return string(creator, "name")
        if isinstance(creator, str):
            return creator
    return ""


def _claimed(data: Mapping[str, Any]) -> Claimed | None:
    claim = data.get("nr:claim")
    if claim is None:
        return None
    if not is_object(claim):
        raise Unsound("nr:claim: no object")
    said = {name: string(claim, f"nr:{name}") for name in ("speaker", "via", "stance", "cue")}
    return Claimed(
        **said,
        figures=tuple(map(_figure, listed(claim, "nr:figures"))),
        history=tuple(map(_turn, listed(claim, "nr:history"))),
        own=claim.get("nr:own", True),
        stale=claim.get("nr:stale", False),
    )


def _figure(data: Any) -> Count:
    if not is_object(data):
        raise Unsound("nr:figures: no object")
    numbers = {name: data.get(f"nr:{name}") for name in ("value", "low", "high")}
    words = ("phrase", "hedge", "kind", "noun", "unit")
    return Count(**{name: string(data, f"nr:{name}") for name in words}, **numbers)  # type: ignore[arg-type]


def _turn(data: Any) -> Turn:
    if not is_object(data):
        raise Unsound("nr:history: no object")
    status, when, why = (string(data, f"nr:{name}") for name in Turn._fields)
    return Turn(status, when, why)  # type: ignore[arg-type]


def _tag(data: Any) -> Tag:
    if not is_object(data):
        raise Unsound("nr:tags: no object")
    return sound_tag(Tag(string(data, "nr:name"), string(data, "nr:colour"), ""))
