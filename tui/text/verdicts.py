"""What becomes of each block of an HTML page, and why."""

from __future__ import annotations

import re

from tui.text.areas import Areas
from tui.text.blocks import Box, WebBlock
from tui.text.boilerplate import is_age, is_prose, reason_of
from tui.text.cards import HEADINGS
from tui.text.evidence import FRAMED, Evidence
from tui.text.headline import is_same
from tui.text.leftovers import SENTENCE_END, drop_leftovers
from tui.text.pieces import BODY, TITLE, Verdict, cut

_LONG = 110
_LONGEST_AGE = 60
_LONGEST_CAPTION = 220
_NEAR = 4
_CLOCK_OR_YEAR = re.compile(r"\b(?:[0-2]?\d[:.][0-5]\d|(?:19|20)\d\d)\b")
_FEW = 16
_FEW_WORDS = 3
_A_LINK = 0.5


def verdicts_on(known: Evidence) -> list[Verdict]:
    """The verdict on each block of a page."""
    found: list[Verdict] = []
    areas = Areas(known)
    for at in range(len(known.blocks)):
        head = areas.enter(at)
        if at == known.title_at:
            areas.leave()
            found.append(TITLE)
        else:
            verdict = cut(head) if head else _verdict(known, at, areas.area)
            if verdict is BODY and at in known.known:
                verdict = cut(known.known[at])
            found.append(verdict)
    drop_leftovers(known, found)
    return found


def _verdict(known: Evidence, at: int, section: str | None) -> Verdict:
    block, named = known.blocks[at], known.named[at]
    if block.hidden:
        return cut("hidden")
    if len(block.text) < _LONGEST_AGE and is_age(block.text):
        away = section or named == "teaser" or not block.main
        return cut("teaser" if away else "timestamp")
    if not block.main:
        return cut(_of_page(known, at, section))
    if reason := next((known.led[b.number] for b in block.boxes if b.number in known.led), None):
        return cut(_of_led(reason, block, known.teasers))
    if named or section:
        return cut(_first_area(named, section) or "page")
    return _of_main(known, at)


def _of_page(known: Evidence, at: int, section: str | None) -> str:
    """Why a block outside the article is cut."""
    block, named = known.blocks[at], known.named[at]
    area = _first_area(named, section)
    if area:
        return area
    if block.item in known.teasers:
        return "teaser"
    if block.linked > _A_LINK:
        return "navigation"
    tables = (known.vocabulary.line, known.vocabulary.edge)
    return next((told for table in tables if (told := reason_of(block.text, table))), "page")


def _of_main(known: Evidence, at: int) -> Verdict:
    block = known.blocks[at]
    if known.lines[at] == "embed" and block.linked > 0.8 and len(block.text.split()) > _FEW_WORDS:
        return cut("read-also")
    if known.lines[at]:
        return cut(known.lines[at] or "page")
    if known.title and at != known.title_at and is_same(block.text, known.title):
        return cut("repeated-headline")
    if known.title_at is not None and at < known.title_at and not known.stories[at]:
        return cut("navigation")
    if block.card and block.item in known.teasers:
        return cut("teaser")
    if block.path[-1] == "time":
        return cut("timestamp")
    if "header" in block.path and not is_prose(block.text):
        return cut("navigation")
    if block.linked > 0.8 and len(block.text) < 200:
        return cut("read-also" if len(block.text.split()) > 3 else "navigation")
    if at < known.first_story and _is_stamp(block):
        return cut("timestamp")
    if _is_caption(known, block):
        return cut("caption")
    if _stands_out(known, block):
        return cut("page")
    return BODY


def _is_caption(known: Evidence, block: WebBlock) -> bool:
    """Whether a block stands with a picture in a box, alone or among others that are no text."""
    if len(block.text) > _LONGEST_CAPTION or known.total <= len(block.text):
        return False
    framed = block.path[-1] in FRAMED - {"blockquote", "dd", "dt", "pre"}
    for box in (block.boxes[:-1] if framed else block.boxes)[-_NEAR:]:
        alone = box.size <= len(block.text) + 2
        if box.images and not box.around and (alone or _is_picture(known, box)):
            return True
    return False


def _is_picture(known: Evidence, box: Box) -> bool:
    """Whether a box with a picture holds no more than what belongs to that."""
    return box.size <= _LONGEST_CAPTION and box.number not in known.texts


def _stands_out(known: Evidence, block: WebBlock) -> bool:
    """Whether a line is no sentence and not in an element in which the others stand."""
    return (
        known.framed
        and not FRAMED.intersection(block.path[-3:])
        and len(block.text) < _LONG
        and not block.text.endswith(SENTENCE_END[:4])
    )


def _of_led(reason: str, block: WebBlock, teasers: frozenset[int]) -> str:
    if reason == "read-also" and block.item in teasers:
        return "teaser"
    return reason


def _first_area(named: str | None, section: str | None) -> str | None:
    """An area (teasers, comments) tells more than a part in it such as a date or an author."""
    if section and named not in ("navigation", "footer", "share", "newsletter"):
        return section
    return named


def _is_stamp(block: WebBlock) -> bool:
    """Whether a short line above the story tells when or by whom it was written."""
    return (
        len(block.text.split()) <= _FEW
        and not is_prose(block.text)
        and block.path[-1] not in HEADINGS
        and _CLOCK_OR_YEAR.search(block.text) is not None
    )
