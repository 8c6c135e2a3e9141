"""Marks, tags and drafts as documents of the notes file, in the words of the W3C where it has them.

What is not there, or as with most marks, does not stand in a document. Whatever is not sound is
not read: it stays in the file as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from typing import Any, TypeVar

from tui.store.anchors import Selector
from tui.store.marked import (
    ABOUTS,
    KINDS,
    SIDES,
    STATUSES,
    Cited,
    Claimed,
    Count,
    Draft,
    Mark,
    Tag,
    Turn,
)

T = TypeVar("T")

_LARGEST = 2**53
_MOST = 10_000
"""So many tags, figures or turns of one mark are read: nobody made more by hand."""
_UNSOUND = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
_WHOLE = ("article", "actor", "corpus")
_ALIKE = {"kind": "kind", "about": "about", "part": "part", "text": "text", "colour": "colour"}
_ALIKE |= {"actor": "actor", "of": "of", "side": "side", "edited": "modified", "by": "creator"}
"""How fields of a mark are called in its document, where they are other than with most marks."""
_DEFAULTS = Mark._field_defaults
_PLAIN_CITED, _PLAIN_COUNT, _PLAIN_CLAIMED = Cited(), Count(""), Claimed()


def mark_document(mark: Mark) -> dict[str, Any]:
    """The document of a mark."""
    told: dict[str, Any] = {
        "id": mark.id,
        "article": mark.article_id,
        "path": mark.path,
        "at": mark.at,
    }
    if mark.selector is not None:
        exact, prefix, suffix, start, end = mark.selector
        quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        told["selectors"] = [quote, {"type": "TextPositionSelector", "start": start, "end": end}]
    told["created"] = mark.created
    for field, name in _ALIKE.items():
        value = getattr(mark, field)
        if value != _DEFAULTS[field]:
            told[name] = value
    if mark.tags:
        told["tags"] = list(mark.tags)
    if mark.claimed is not None:
        told["claim"] = _claim_document(mark.claimed)
    if mark.cited != _PLAIN_CITED:
        told["cited"] = _besides(mark.cited, _PLAIN_CITED)
    return told


def mark_of(document: Any) -> Mark | None:
    """The mark of a document; None for one that is not ours to read, which stays in the file."""
    try:
        return _mark(document)
    except _UNSOUND:
        return None


def tag_of(document: Any) -> Tag | None:
    """The tag of a document, None for one that is not ours to read."""
    return _texts(Tag, document)


def draft_of(document: Any) -> Draft | None:
    """The draft of a document, None for one that is not ours to read."""
    return _texts(Draft, document)


def _mark(document: Any) -> Mark:
    get = document.get
    texts = [document["id"], document["article"], document["path"], document["created"]]
    selector = None
    if "selectors" in document:
        quote, position = document["selectors"]
        start, end = position["start"], position["end"]
        exact, prefix, suffix = quote["exact"], quote["prefix"], quote["suffix"]
        texts += exact, prefix, suffix
        _check(_is_place(start) and _is_place(end))
        selector = Selector(exact, prefix, suffix, start, end)
    at = document["at"]
    _check(_is_place(at) and all(type(text) is str for text in texts))
    name, article, path, created, *_ = texts
    if len(document) <= _OF_A_BOOKMARK and selector is not None and document.keys() <= _BOOKMARK:
        return Mark(name, article, path, at, selector, created)
    more = {field: get(known, _DEFAULTS[field]) for field, known in _ALIKE.items()}
    _check(all(type(value) is str for value in more.values()))
    claimed = get("claim")
    mark = Mark(
        name,
        article,
        path,
        at,
        selector,
        created,
        tags=tuple(_list(get("tags", []), _text)),
        claimed=None if claimed is None else _claimed(claimed),
        cited=Cited(**_strings(get("cited", {}), Cited._fields)),
        **more,
    )
    _check(mark.kind in KINDS and mark.about in ABOUTS and mark.side in SIDES)
    _check(mark.part in ("body", "title"))
    _check((mark.kind == "claim") == (mark.claimed is not None))
    _check((mark.about in _WHOLE) == (mark.selector is None))
    return mark


_BOOKMARK = frozenset(("id", "article", "path", "at", "selectors", "created"))
_OF_A_BOOKMARK = len(_BOOKMARK)


def _claim_document(claimed: Claimed) -> dict[str, Any]:
    told = _besides(claimed, _PLAIN_CLAIMED)
    if claimed.figures:
        told["figures"] = [
            {"phrase": count.phrase, **_besides(count, _PLAIN_COUNT)} for count in claimed.figures
        ]
    if claimed.history:
        told["history"] = [turn._asdict() for turn in claimed.history]
    return told


def _claimed(document: Any) -> Claimed:
    own, stale = document.get("own", True), document.get("stale", False)
    _check(type(own) is bool and type(stale) is bool)
    return Claimed(
        figures=tuple(_list(document.get("figures", []), _count)),
        history=tuple(_list(document.get("history", []), _turn)),
        own=own,
        stale=stale,
        **_strings(document, ("speaker", "via", "stance", "cue")),
    )


def _count(document: Any) -> Count:
    value, low, high = numbers = [document.get(name) for name in ("value", "low", "high")]
    _check(all(number is None or _is_number(number) for number in numbers))
    texts = _strings(document, ("hedge", "kind", "noun", "unit"))
    return Count(_text(document["phrase"]), value, low, high, **texts)


def _turn(document: Any) -> Turn:
    turn = Turn(document["status"], _text(document["when"]), _text(document.get("why", "")))
    _check(turn.status in STATUSES)
    return turn


def _besides(told: Any, plain: Any) -> dict[str, Any]:
    """The fields of a record that are other than in a plain one."""
    pairs = zip(told._fields, told, plain, strict=True)
    return {name: value for name, value, usual in pairs if value != usual}


def _texts(kind: Callable[..., T], document: Any) -> T | None:
    """A record of nothing but texts."""
    try:
        fields: Collection[str] = kind._fields  # type: ignore[attr-defined]
        return kind(**{name: _text(document[name]) for name in fields})
    except _UNSOUND:
        return None


def _strings(document: Any, names: Collection[str]) -> dict[str, str]:
    """Those of some fields that a document has, which are texts."""
    _check(type(document) is dict)
    return {name: _text(document[name]) for name in names if name in document}


def _list(values: Any, reader: Callable[[Any], T]) -> list[T]:
    _check(type(values) is list and len(values) <= _MOST)
    return [reader(value) for value in values]


def _text(value: Any) -> str:
    _check(type(value) is str)
    return str(value)


def _is_place(value: Any) -> bool:
    return type(value) is int and 0 <= value < _LARGEST


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _check(sound: bool) -> None:
    if not sound:
        raise ValueError
