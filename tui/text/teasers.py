"""The part of a page below the article: teasers for other articles, taken apart into items."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.text.article import Related
from tui.text.boilerplate import dateline, is_headline, read_also, words
from tui.text.pieces import Verdict
from tui.text.units import Unit

_RANK = re.compile(r"^\d{1,2}[.)] (?=\S)")
"""The place of an item in a list of the most read: `1. Kop`."""


def reasons(tail: list[Unit]) -> list[str]:
    """Why each unit below the article was cut, one for one with `tail`."""
    found = []
    in_comments = False
    for unit in tail:
        if unit.kind == "section":
            in_comments = unit.reason == "comments"
            found.append(unit.reason or "section-head")
        elif unit.kind == "cut" and unit.reason:
            found.append(unit.reason)
        elif unit.kind == "text" and in_comments:
            found.append("comments")
        elif unit.kind == "text" and unit.edge:
            found.append(unit.edge)
        else:
            found.append("teaser")
    return found


def related(tail: list[Unit]) -> list[Related]:
    """The teasers below an article, in order: an age closes the teaser before it."""
    items: list[Related] = []
    group: list[str] = []
    for unit, reason in zip(tail, reasons(tail), strict=True):
        if reason != "teaser":
            items += _items(group, None)
            group = []
            title = read_also(unit.text) if reason == "read-also" else None
            items += [Related(title, None, None)] if title else []
        elif unit.kind == "age":
            items += _items(group, unit.text)
            group = []
        elif unit.kind == "listing":
            items += _items(group, None)
            group = []
            items.append(Related(_listed_title(unit.text), None, None))
        else:
            group.append(_RANK.sub("", unit.text))
    return [*items, *_items(group, None)]


def inside(story: list[Unit], verdicts: list[Verdict]) -> list[Related]:
    """The titles of other articles that stand in the middle of one: `Lees ook: …`."""
    titles = [
        read_also(unit.text) if unit.kind == "cut" else unit.text
        for unit, verdict in zip(story, verdicts, strict=True)
        if verdict.reason == "read-also" and unit.kind != "section"
    ]
    return [Related(title, None, None) for title in titles if title]


def _listed_title(text: str) -> str:
    matches = (pattern.fullmatch(text) for pattern in words().listings)
    return next(match["title"].strip() for match in matches if match)


def _items(group: list[str], age: str | None) -> Iterable[Related]:
    """The items in a run of lines: a headline opens one, and so does a second dateline."""
    found: list[tuple[str | None, list[str]]] = []
    for at, line in enumerate(group):
        title, text = found[-1] if found else (None, [])
        opens = (
            is_headline(line) and (at + 1 < len(group) or not text) and (bool(text) or not title)
        )
        if opens or (found and not text and is_headline(line)):
            found.append((line, []))
        elif not found or (text and dateline(line)):
            found.append((None, [line]))
        else:
            text.append(line)
    last = len(found) - 1
    return [
        Related(title, " ".join(text) or None, age if at == last else None)
        for at, (title, text) in enumerate(found)
    ]
