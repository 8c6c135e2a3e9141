"""The article in a text dump, found by its anchors: headline, dateline, section heads, ages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from tui.text import teasers
from tui.text.boilerplate import Words, dateline, is_headline, is_prose
from tui.text.page import Page
from tui.text.pieces import (
    BODY,
    NOTHING_KNOWN,
    TITLE,
    Cleaned,
    Judged,
    Verdict,
    assemble,
    cut,
    untitled,
)  # fmt: skip
from tui.text.units import Unit, units

_LONG = 110
"""From this many characters on, a line is a paragraph of a story rather than a label."""


def clean_dump(page: Page, vocabulary: Words, known: Mapping[int, str] = NOTHING_KNOWN) -> Cleaned:
    """The article in a text dump; `known` blocks are page wherever they stand."""
    everything = units(page.blocks, vocabulary, known)
    tail_at = _tail(everything)
    head = everything[:tail_at]
    title_at, body_at = _headline(head)
    verdicts = [_above(unit) for unit in head[:body_at]]
    if title_at is not None:
        verdicts[title_at] = TITLE
        for at in range(title_at + 1, body_at):
            if head[at].text == head[title_at].text:
                verdicts[at] = cut("repeated-headline")
    story = _inside(head[body_at:], head[title_at].text if title_at is not None else None)
    verdicts += story
    tail = everything[tail_at:]
    verdicts += [cut(reason) for reason in teasers.reasons(tail)]
    cleaned = assemble(
        [
            Judged(unit.start, unit.end, unit.text, verdict)
            for unit, verdict in zip(everything, verdicts, strict=True)
        ],
        (*teasers.inside(head[body_at:], story), *teasers.related(tail)),
    )
    if not cleaned.body and cleaned.related:
        cleaned = untitled(cleaned)
    stamp = vocabulary.dump_date.match(everything[0].text) if everything else None
    return replace(cleaned, published=stamp[1], published_from="dump") if stamp else cleaned


def _tail(everything: list[Unit]) -> int:
    """Where the article ends and the rest of the page begins."""
    by_section = next(
        (at for at, unit in enumerate(everything) if _opens_tail(everything, at)), len(everything)
    )
    by_age = _before_first_age(everything)
    return min(by_section, by_age)


def _opens_tail(everything: list[Unit], at: int) -> bool:
    unit = everything[at]
    if unit.kind == "listing":
        return any(other.kind == "listing" for other in everything[at + 1 : at + 4])
    if unit.kind != "section":
        return False
    rest = everything[at + 1 :]
    first = next((other for other in rest if other.kind != "cut"), None)
    if first is None or first.kind != "text":
        return True
    if unit.reason == "comments":
        return not is_prose(first.text)
    if any(other.kind == "age" for other in rest):
        return True
    # No ages below: a subheading of the story's own is followed by its own prose.
    if unit.reason == "read-also":
        return not any(len(other.text) >= _LONG for other in rest if other.kind == "text")
    return dateline(first.text) is not None or is_headline(first.text) or bool(first.edge)


def _before_first_age(everything: list[Unit]) -> int:
    """Where the teaser that the first age closes begins; an age of the article itself is none."""
    for at, unit in enumerate(everything):
        if unit.kind != "age":
            continue
        if at > 1 and at + 1 < len(everything) and everything[at + 1].kind == "section":
            continue  # the age of the article itself, right above `Meer uit …`
        if not any(len(other.text) >= _LONG for other in everything[:at] if other.kind == "text"):
            later = [other.kind for other in everything[at + 1 :]].count("age")
            long_after = sum(len(other.text) >= _LONG for other in everything[at + 1 :])
            if long_after > later:
                continue
        start = at
        while start > 0 and everything[start - 1].kind == "cut":
            start -= 1
        if start > 0 and everything[start - 1].kind == "text":
            start -= 1
            titled = start > 0 and everything[start - 1].kind == "text"
            if (
                is_prose(everything[start].text)
                and titled
                and is_headline(everything[start - 1].text)
            ):
                start -= 1
        return start
    return len(everything)


def _headline(head: list[Unit]) -> tuple[int | None, int]:
    """The index of the headline (None without one) and that of the first unit after it.

    A line that stands twice in a row is the headline. Else it is the last line above the first
    paragraph that could be one.
    """
    first = next((at for at, unit in enumerate(head) if _is_lead(unit)), len(head))
    texts = [(at, unit.text) for at, unit in enumerate(head[: first + 1]) if unit.kind == "text"]
    for (at, text), (again, same) in pairwise(texts):
        if text == same and not head[at].edge:
            return at, again + 1
    if first == len(head):
        first = next(
            (
                at
                for at, unit in enumerate(head)
                if unit.kind == "text" and not unit.edge and is_prose(unit.text)
            ),
            first,
        )
    if first == len(head) and head:
        only = [at for at, unit in enumerate(head) if unit.kind == "text" and not unit.edge]
        return (
            (only[0], only[0] + 1)
            if only and is_headline(head[only[0]].text)
            else (None, only[0] if only else 0)
        )
    best = None
    for at in range(first - 1, -1, -1):
        unit = head[at]
        if unit.kind == "text" and not unit.edge and is_headline(unit.text):
            longer = best is None or (len(head[best].text.split()) < 4 <= len(unit.text.split()))
            if longer:
                best = at
            else:
                break
        elif best is not None:
            break
    if best is None:
        # Prose above the first long paragraph is the article too, where it isn't the page's.
        start = first
        while start > 0 and head[start - 1].kind == "text" and not head[start - 1].edge:
            start -= 1
        return None, start
    return best, best + 1


def _is_lead(unit: Unit) -> bool:
    return (
        unit.kind == "text"
        and not unit.edge
        and (dateline(unit.text) is not None or (len(unit.text) >= _LONG and is_prose(unit.text)))
    )


def _above(unit: Unit) -> Verdict:
    if unit.kind == "age":
        return cut("timestamp")
    return cut(unit.reason or unit.edge or "navigation")


def _inside(story: list[Unit], title: str | None) -> list[Verdict]:
    """Verdicts for the units from the first paragraph to the end of the article."""
    last = max(
        (at for at, unit in enumerate(story) if unit.kind == "text" and not unit.edge), default=-1
    )
    verdicts = []
    after_read_also = False
    in_signup = False
    for at, unit in enumerate(story):
        reason: str | None = None
        if unit.kind in ("age", "listing"):
            reason = "timestamp" if unit.kind == "age" else "teaser"
        elif unit.kind == "cut" or (unit.kind == "section" and unit.reason == "read-also"):
            reason = unit.reason
        elif after_read_also and is_headline(unit.text) and len(unit.text.split()) >= 4:
            reason = "read-also"
        elif in_signup and unit.edge == "login":
            reason = "newsletter"
        elif unit.text == title:
            reason = "repeated-headline"
        elif unit.edge and at > last:
            reason = unit.edge
        after_read_also = reason == "read-also" and (unit.kind == "section" or after_read_also)
        in_signup = reason == "newsletter"
        verdicts.append(cut(reason) if reason else BODY)
    return verdicts
