"""The teasers on an HTML page: the blocks that lead to one other article are one teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.text.article import Related
from tui.text.blocks import WebBlock
from tui.text.boilerplate import Words, is_age, is_headline, is_prose, read_also, reason_of
from tui.text.pieces import Verdict

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AGE = re.compile(r"(?:^|[-_])(?:age|ago|time|tijd|date|datum)(?:$|[-_])")
_RANK = re.compile(r"\d{1,3}[.)]?")
_LEAST_WORDS = 4
_LEAST_AMONG_TEASERS = 3
_LEAST_TOLD = 40
_LONGEST_AGE = 60
_LONGEST_LABEL = 80
_ALL_LINKS = 0.95
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
        and (block.card or _is_one_in_row(block))
    )


def _is_one_in_row(block: WebBlock) -> bool:
    """Whether a block is no row of a table with several links, as menus of old pages are."""
    cells = block.text.count(" | ")
    return cells == 0 or (cells == 1 and block.linked < _ALL_LINKS)


def _told_items(blocks: Sequence[WebBlock]) -> frozenset[int]:
    """The cards that tell of their article in a sentence, however short its headline is."""
    return frozenset(
        block.item
        for block in blocks
        if block.item is not None and block.card and len(block.text) >= _LEAST_TOLD
    )


def related(
    blocks: Sequence[WebBlock], verdicts: Sequence[Verdict], vocabulary: Words
) -> tuple[Related, ...]:
    """The teasers among the blocks, in order; what stands twice on a page is one each time."""
    items = teaser_items(blocks, _LEAST_AMONG_TEASERS) | _told_items(blocks)
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
        if _is_age(block):
            age = block.text
        elif block.path[-1] == "time" or _RANK.fullmatch(block.text):
            continue
        elif inline := read_also(block.text):
            title = inline
        elif _is_label(block, vocabulary, alone=len(group) == 1):
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


def _is_age(block: WebBlock) -> bool:
    """Whether a part of a teaser tells how old it is, by its words or by its name."""
    size = len(block.text)
    if size >= _LONGEST_AGE:
        return False
    return is_age(block.text) or (size < 30 and any(map(_AGE.search, block.names[:2])))


def _is_label(block: WebBlock, vocabulary: Words, *, alone: bool) -> bool:
    """Whether a part of a teaser is neither its headline nor a sentence: its author, a credit."""
    if len(block.text) >= _LONGEST_LABEL or is_prose(block.text):
        return False
    if not alone and block.linked > 0.5 and len(block.text.split()) >= _LEAST_WORDS:
        return False
    return (
        reason_of(block.text, vocabulary.line) is not None
        or reason_of(block.text.rstrip(":"), vocabulary.section) == "read-also"
    )


def _is_title(block: WebBlock, title: str | None, group: list[WebBlock]) -> bool:
    """Whether a block is the headline of its teaser: a heading goes before a mere line."""
    heading = block.path[-1] in HEADINGS or "h3" in block.path or "h2" in block.path
    if title is None:
        return heading or block.linked > 0.3 or is_headline(block.text)
    return heading and not any(other.path[-1] in HEADINGS for other in group if other is not block)
