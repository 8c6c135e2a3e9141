"""The article in a text dump, found by its anchors: headline, dateline, section heads, ages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.text import teasers
from tui.text.aged import apart, bracketed
from tui.text.boilerplate import Words
from tui.text.heads import headline
from tui.text.inlets import cut_for, verdicts
from tui.text.page import Page
from tui.text.pieces import (
    NOTHING_KNOWN,
    TITLE,
    Cleaned,
    Judged,
    Verdict,
    assemble,
    untitled,
)  # fmt: skip
from tui.text.records import recorded
from tui.text.tails import tail_of, with_heading
from tui.text.units import Unit, units

_LABEL = 3


def clean_dump(page: Page, vocabulary: Words, known: Mapping[int, str] = NOTHING_KNOWN) -> Cleaned:
    """The article in a text dump; `known` blocks are page wherever they stand."""
    found = units(page.source, page.blocks, vocabulary, known)
    everything = bracketed(recorded(found, vocabulary), vocabulary)
    tail_at = tail_of(everything, vocabulary)
    head, tail = everything[:tail_at], apart(with_heading(everything[tail_at:]), vocabulary)
    title_at, body_at = (
        headline(head, vocabulary) if not (tail and _is_index(head)) else (None, len(head))
    )
    title = head[title_at].text if title_at is not None else None
    listed = teasers.above(head[:body_at])
    above = [
        cut_for("teaser") if at in listed else _above(unit, title)
        for at, unit in enumerate(head[:body_at])
    ]
    signatures = " ".join(unit.text.casefold() for unit in head[:body_at] if not unit.prose)
    story = verdicts(head[body_at:], title, vocabulary, signatures)
    judged = [*above, *story]
    if title_at is not None:
        judged[title_at] = TITLE
    why = teasers.reasons(tail, vocabulary)
    below = [cut_for(reason) for reason in why]
    cleaned = assemble(
        [
            Judged(unit.start, unit.end, unit.text, verdict)
            for unit, verdict in zip((*head, *tail), (*judged, *below), strict=True)
        ],
        (
            *teasers.ranked(head[at] for at in listed if at != title_at),
            *teasers.inside(head, judged, vocabulary),
            *teasers.related(tail, why, vocabulary),
        ),
    )
    if not cleaned.body and cleaned.related:
        cleaned = untitled(cleaned)
    stamp = vocabulary.dump_date.match(everything[0].text) if everything else None
    return replace(cleaned, published=stamp[1], published_from="dump") if stamp else cleaned


def _above(unit: Unit, title: str | None) -> Verdict:
    if unit.text == title:
        return cut_for("repeated-headline")
    if unit.kind == "age":
        return cut_for("timestamp")
    return cut_for(unit.reason or unit.edge or "navigation")


def _is_index(head: list[Unit]) -> bool:
    """Whether the lines above a list of teasers are but the name of the page and its menu."""
    if any(unit.plain and unit.prose for unit in head):
        return False
    return sum(unit.plain and len(unit.text.split()) > _LABEL for unit in head) < 2
