"""Which parts of an HTML page the lines above them turn into page: teasers, comments, the next."""

from __future__ import annotations

from tui.text.blocks import WebBlock
from tui.text.boilerplate import is_prose, reason_of
from tui.text.cards import HEADINGS
from tui.text.evidence import Evidence, parent_of
from tui.text.headline import is_same
from tui.text.parts import opens_comments, opens_next

NEXT = "next-article"
"""The reason of a second article under the first, as pages add it that never end."""
_SHORT = 60
_SHORTEST = 16
_WORDS_OF_HEADLINE = 4


class Areas:
    """Goes down a page and tells in which area each block stands.

    An area is open from its head to the end of the box around that, or, where the head stands bare
    among the paragraphs, to where the story plainly goes on.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._known = evidence
        self._area: str | None = None
        self._scope: int | None = None
        self._listed = False

    @property
    def area(self) -> str | None:
        """Why the block that was entered last is in an area, None where it is in none."""
        return self._area

    def enter(self, at: int) -> str | None:
        """Goes on to a block; gives the reason to cut it where it is itself the head of an area."""
        if self._area == NEXT:
            return None
        block = self._known.blocks[at]
        if self._area and self._leaves(at):
            self._area = None
        if self._is_next_headline(at) or self._is_next_head(at):
            self._area = NEXT
            return NEXT
        if opened := self._opened(at):
            self._open("comments" if opened == "comments" else "teaser", self._scope_of(block))
            return opened
        if not self._area and self._is_linked_heading(at):
            self._open("teaser", None)
            return "teaser"
        self._listed = self._listed or block.item is not None
        return None

    def leave(self) -> None:
        """Closes the area: the headline of the article stands here."""
        self._area = None

    def _open(self, area: str, scope: int | None) -> None:
        self._area, self._scope, self._listed = area, scope, False

    def _opened(self, at: int) -> str | None:
        """The reason of a line that opens a part of the page which is no longer the article."""
        known, block = self._known, self._known.blocks[at]
        heading = block.path[-1] in HEADINGS
        if known.before[at] >= 0 and opens_comments(block.text) and known.moves(at):
            return "comments"
        if not block.main and not heading and block.linked and self._is_in_menu(at):
            return None
        if len(block.text) >= (2 * _SHORT if heading else _SHORT) or (block.card and not heading):
            return None
        opened = reason_of(block.text.rstrip(" :"), known.vocabulary.section)
        if not opened and self._heads_cards(at):
            return "section-head"
        if not opened or not block.main or at > known.last_story:
            return opened
        if opened == "comments" and known.moves(at):
            return opened
        following = known.blocks[at + 1] if at + 1 < len(known.blocks) else None
        return opened if following is None or following.linked > 0.5 else None

    def _is_in_menu(self, at: int) -> bool:
        """Whether a link stands among other short links, as the names of sections do."""
        blocks = self._known.blocks
        if blocks[at].item is not None:
            return len(blocks[at].text) < 2 * _SHORTEST
        following = blocks[at + 1 : at + 2]
        return bool(following) and following[0].linked > 0.9 and len(following[0].text) < _SHORTEST

    def _heads_cards(self, at: int) -> bool:
        """Whether a line of the story's element stands in a box over cards, whatever it says."""
        blocks = self._known.blocks
        block = blocks[at]
        cards = blocks[at + 1 : at + 2]
        if not block.main or block.linked or not cards or is_prose(block.text):
            return False
        scope = self._scope_of(block)
        return scope is not None and all(
            card.card and any(box.number == scope for box in card.boxes) for card in cards
        )

    def _scope_of(self, head: WebBlock) -> int | None:
        """The number of the box that a head speaks for; None where it stands bare."""
        for box in reversed(head.boxes[:-1]):
            if self._known.holds_story(box):
                return None
            if box.size > len(head.text) + 3:
                return box.number
        return None

    def _is_next_headline(self, at: int) -> bool:
        """Whether a first-level heading below the story opens another article."""
        known, block = self._known, self._known.blocks[at]
        if block.path[-1] != "h1" or not block.main or known.title_at is None:
            return False
        if known.before[at] < known.title_at or (known.title and is_same(block.text, known.title)):
            return False
        return known.moves(at) or (
            at == known.last_h1 and len(block.text.split()) >= _WORDS_OF_HEADLINE
        )

    def _is_next_head(self, at: int) -> bool:
        """Whether a line between two stories says that the next one follows."""
        known, block = self._known, self._known.blocks[at]
        return block.main and not block.linked and opens_next(block.text) and known.moves(at)

    def _is_linked_heading(self, at: int) -> bool:
        """Whether a heading in the story is a link, and so opens a teaser."""
        block = self._known.blocks[at]
        return (
            block.main
            and block.path[-1] in HEADINGS
            and block.linked > 0.8
            and at != self._known.title_at
            and at > self._known.first_story
            and len(block.text.split()) >= _WORDS_OF_HEADLINE
        )

    def _leaves(self, at: int) -> bool:
        """Whether a block stands below the area that was open."""
        block = self._known.blocks[at]
        if self._scope is not None:
            return all(box.number != self._scope for box in block.boxes)
        if block.path[-1] in ("h1", "h2") and block.linked < 0.5:
            return True
        if self._known.stories[at]:
            if self._area == "comments":
                return parent_of(block) == parent_of(self._known.blocks[self._known.first_story])
            previous = self._known.blocks[at - 1]
            return not (previous.path[-1] in HEADINGS and previous.linked > 0.5)
        bare = block.main and block.item is None and block.linked < 0.3
        return self._listed and bare and block.path[-1] in ("p", "ul", "ol", "blockquote")
