"""The teasers on an HTML page: the blocks that lead to one other article are one teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.text.article import Related
from tui.text.blocks import WebBlock
from tui.text.boilerplate import Words, is_age, is_headline, read_also, reason_of
from tui.text.pieces import Verdict

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AGE = re.compile(r"(?:^|[-_])(?:age|ago|time|tijd|date|datum)(?:$|[-_])")
_RANK = re.compile(r"\d{1,3}[.)]?")
_LEAST_WORDS = 4
_LEAST_AMONG_TEASERS = 3
_LEAST_LETTERS = 24
"""The words and letters of the shortest link that is a headline and no name of a section."""


def teaser_items(blocks: Sequence[WebBlock], least: int = _LEAST_WORDS) -> frozenset[int]:
    """The cards and list items whose link reads as a headline, by its words or its letters."""
    return frozenset(
        block.item
        for block in blocks
        if block.item is not None
        and block.linked > 0.5
        and (len(block.text.split()) >= least or len(block.text) >= _LEAST_LETTERS)
        and " | " not in block.text
    )


def related(
    blocks: Sequence[WebBlock], verdicts: Sequence[Verdict], vocabulary: Words
) -> tuple[Related, ...]:
    """The teasers among the blocks, in order; what stands twice on a page is one each time."""
    items = teaser_items(blocks, _LEAST_AMONG_TEASERS)
    groups: list[list[WebBlock]] = []
    by_item: dict[int, list[WebBlock]] = {}
    loose: list[WebBlock] | None = None
    for block, verdict in zip(blocks, verdicts, strict=True):
        if not _may_be_teaser(block, verdict, vocabulary):
            loose = None
        elif block.item is not None:
            loose = None
            if block.item not in items and not read_also(block.text):
                continue
            if block.item not in by_item:
                by_item[block.item] = []
                groups.append(by_item[block.item])
            by_item[block.item].append(block)
        elif block.linked > 0.5 or read_also(block.text):
            loose = [block]
            groups.append(loose)
        elif loose is not None and block.path[-1] not in HEADINGS:
            loose.append(block)
    found = (_item(group, vocabulary) for group in groups if any(map(_leads, group)))
    return tuple(item for item in found if item)


def _may_be_teaser(block: WebBlock, verdict: Verdict, vocabulary: Words) -> bool:
    """Whether a block was cut as part of a teaser, and not as the head over some."""
    if verdict.reason not in ("teaser", "read-also"):
        return False
    return block.card or not reason_of(block.text.rstrip(":"), vocabulary.section)


def _leads(block: WebBlock) -> bool:
    return block.linked > 0.3 or read_also(block.text) is not None


def _item(group: list[WebBlock], vocabulary: Words) -> Related | None:
    title: str | None = None
    text: list[str] = []
    age: str | None = None
    for block in group:
        if is_age(block.text) or (any(map(_AGE.search, block.names[:2])) and len(block.text) < 30):
            age = block.text
        elif block.path[-1] == "time" or _RANK.fullmatch(block.text):
            continue
        elif inline := read_also(block.text):
            title = inline
        elif reason_of(block.text, vocabulary.line):
            continue
        elif _is_title(block, title, group):
            text += [title] if title else []
            title = block.text
        else:
            text.append(block.text)
    if title is None and not text:
        return None
    if title is not None and len(title.split()) < 2 and not text:
        return None
    return Related(title, " ".join(text) or None, age)


def _is_title(block: WebBlock, title: str | None, group: list[WebBlock]) -> bool:
    """Whether a block is the headline of its teaser: a heading goes before a mere line."""
    heading = block.path[-1] in HEADINGS or "h3" in block.path or "h2" in block.path
    if title is None:
        return heading or block.linked > 0.3 or is_headline(block.text)
    return heading and not any(other.path[-1] in HEADINGS for other in group if other is not block)
