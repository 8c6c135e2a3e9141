"""What is known of the blocks of an HTML page before any of them is judged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tui.text.blocks import Box, WebBlock
from tui.text.boilerplate import Words, is_prose, reason_of
from tui.text.cards import HEADINGS, teaser_items
from tui.text.parts import is_advertisement, parts, reason_of_names
from tui.text.threads import thread_boxes

_LONG = 110
_LARGEST_LED = 800
"""The characters of the largest box that a label in it (`Advertentie`) speaks for."""
_MOST_OF_STORY = 0.35
"""The share of the running text from which a box is the article, whatever its labels say."""
_LED_BY = frozenset({"newsletter", "advertisement", "login", "feedback", "read-also", "share"})
_EMBEDDED = re.compile(r"\bpic\.twitter\.com/|^[—–-] .{1,60} \(@\w{1,20}\)|A post shared by .+ \(@")
"""What a message quoted from another service carries with it: `— Piet (@piet) 27 november`."""
_OFFERS = frozenset({"login", "newsletter", "cookie-notice"})
FRAMED = frozenset({"p", "li", "tr", "blockquote", "dd", "dt", "pre"}) | HEADINGS
"""Elements that are made for a paragraph or a heading."""
_MOSTLY = 0.8


class Evidence:
    """The blocks of a page with what their names, their words and their neighbours tell.

    `known` gives why blocks by their index are page wherever they stand. `named` and `lines` are
    the reasons by name and by words, `stories` tells which blocks are running text of the article;
    `texts` are the boxes with a paragraph or heading in them.
    `before` and `after` are the nearest of those around each block, -1 where there is none.
    """

    def __init__(
        self,
        blocks: Sequence[WebBlock],
        vocabulary: Words,
        known: Mapping[int, str],
        title_at: int | None,
        title: str | None,
    ) -> None:
        self.blocks = blocks
        self.vocabulary = vocabulary
        self.known = known
        self.title_at = title_at
        self.title = title
        threads = thread_boxes(blocks)
        self.named = [
            "comments" if threads and any(box.number in threads for box in block.boxes)
            else _by_name(block)
            for block in blocks
        ]  # fmt: skip
        self.lines = [
            _of_line(block.text, vocabulary) if block.main and not block.hidden else None
            for block in blocks
        ]
        self._spare_lead(title_at)
        self.stories = [self._is_story(at) for at in range(len(blocks))]
        self.first_story = next((at for at, story in enumerate(self.stories) if story), len(blocks))
        self.last_story = max((at for at, story in enumerate(self.stories) if story), default=-1)
        self.before, self.after = _neighbours(self.stories)
        self.total = sum(len(b.text) for b, s in zip(blocks, self.stories, strict=True) if s)
        self.last_h1 = max((at for at, b in enumerate(blocks) if b.path[-1] == "h1"), default=-1)
        self.teasers = teaser_items(blocks)
        self._prose = self._prose_in_boxes()
        self.texts = frozenset(
            box.number for b in blocks if b.path[-1] in FRAMED for box in b.boxes[:-1]
        )
        self.led = self._led()
        self.framed = self._is_framed()

    def _spare_lead(self, title_at: int | None) -> None:
        """Forgets the name of the first paragraph after the headline where that is `teaser`."""
        if title_at is None:
            return
        for at in range(title_at + 1, len(self.blocks)):
            block = self.blocks[at]
            if block.main and is_prose(block.text) and not block.linked and not block.hidden:
                if self.named[at] == "teaser" and not block.card and block.item is None:
                    self.named[at] = None
                return

    def _is_story(self, at: int) -> bool:
        block = self.blocks[at]
        return (
            block.main
            and not block.hidden
            and not block.card
            and len(block.text) >= _LONG
            and block.linked < 0.4
            and self.named[at] is None
            and self.lines[at] is None
            and is_prose(block.text)
        )

    def _prose_in_boxes(self) -> dict[int, int]:
        found: dict[int, int] = defaultdict(int)
        for block, story in zip(self.blocks, self.stories, strict=True):
            if story:
                for box in block.boxes:
                    found[box.number] += len(block.text)
        return found

    def holds_story(self, box: Box) -> bool:
        """Whether a box is around the article, or has much of its text in it."""
        return box.around or self._prose[box.number] > _MOST_OF_STORY * self.total

    def _is_part(self, box: Box) -> bool:
        return box.size <= _LARGEST_LED and not self.holds_story(box)

    def _offer_in(self, block: WebBlock) -> str | None:
        """What a short line that is no paragraph of the story offers: a login, a newsletter."""
        text = block.text
        if len(text) >= _LONG or block.hidden or block.linked or block.path[-1] in HEADINGS:
            return None
        if block.boxes and self._is_part(block.boxes[-2 if len(block.boxes) > 1 else -1]):
            reason = reason_of(text, self.vocabulary.edge)
            return reason if reason in _OFFERS else None
        return None

    def _led(self) -> dict[int, str]:
        """The boxes that a label or an entry field in them speaks for, with the reason."""
        found: dict[int, str] = {}
        for block, line in zip(self.blocks, self.lines, strict=True):
            if not block.main:
                continue
            if _EMBEDDED.search(block.text):
                found.update(
                    (box.number, "embed")
                    for box in block.boxes if box.name == "blockquote" and self._is_part(box)
                )  # fmt: skip
            reason = line if line in _LED_BY else self._offer_in(block)
            if reason:
                wider = [box for box in block.boxes[:-1] if self._is_part(box)]
                if wider and wider[-1].size > len(block.text):
                    found.setdefault(wider[-1].number, reason)
            for box in block.boxes:
                if box.fields and self._is_part(box):
                    found.setdefault(box.number, reason or "newsletter")
        return found

    def _is_framed(self) -> bool:
        """Whether the running text is in elements made for it, so that other text stands out."""
        framed = sum(
            len(block.text)
            for block, story in zip(self.blocks, self.stories, strict=True)
            if story and block.path[-1] in FRAMED
        )
        return self.total > 0 and framed >= _MOSTLY * self.total

    def moves(self, at: int) -> bool:
        """Whether the running text before and after a block stands in different boxes."""
        before, after = self.before[at], self.after[at]
        if before < 0 or after < 0:
            return False
        return parent_of(self.blocks[before]) != parent_of(self.blocks[after])


def parent_of(block: WebBlock) -> int | None:
    """The number of the box around that of a block, None where that is the article's."""
    return block.boxes[-2].number if len(block.boxes) > 1 else None


def _of_line(text: str, vocabulary: Words) -> str | None:
    text = text.strip("()[]") if text[:1] in "([" else text
    return "advertisement" if is_advertisement(text) else reason_of(text, vocabulary.line)


def _by_name(block: WebBlock) -> str | None:
    """Why the elements around a block are not the article; areas count before small parts."""
    known = parts()
    reason, area = reason_of_names(block.names)
    if area:
        return reason
    if reason in known.small and len(block.text) >= _LONG and is_prose(block.text):
        reason = None
    path = [box.name for box in block.boxes if not box.around]
    for tag in reversed(path):
        if told := known.tags.get(tag):
            return reason or told
    if "aside" in path:
        return reason or "teaser"
    if reason is None and "header" in path and not block.main:
        return "navigation"
    return reason


def _neighbours(stories: Sequence[bool]) -> tuple[list[int], list[int]]:
    before, after = [-1] * len(stories), [-1] * len(stories)
    for at in range(1, len(stories)):
        before[at] = at - 1 if stories[at - 1] else before[at - 1]
    for at in range(len(stories) - 2, -1, -1):
        after[at] = at + 1 if stories[at + 1] else after[at + 1]
    return before, after
