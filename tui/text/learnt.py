"""What a corpus tells of its pages: a block that comes back in many stories is not the story.

The banner of a site that nobody wrote a rule for stands word for word in article after article.
So do a wire story that several sites print, a paragraph of background that a paper uses again,
and a stock phrase (`Niemand raakte gewond.`). What parts them is told by `recurring`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tui.text.guide import Learnt
from tui.text.prints import Print as Print
from tui.text.prints import Seen as Seen
from tui.text.prints import prints as prints
from tui.text.recurring import LEAST, page_blocks


def learn(pages: Sequence[Seen]) -> dict[str, dict[int, Learnt]]:
    """What is page and not article, by scope and block key, from all pages of a corpus."""
    members: dict[str, list[Seen]] = defaultdict(list)
    for page in pages:
        for scope in page.scopes:
            members[scope].append(page)
    return {
        scope: blocks
        for scope, inside in members.items()
        if len(inside) >= LEAST and (blocks := page_blocks(inside))
    }


def applies(learnt: Mapping[str, Mapping[int, Learnt]], page: Seen) -> dict[int, str]:
    """The blocks of one page that are page and not article, with the reason each is cut for.

    A block that is the headline or the lead here, and is no such thing elsewhere, stays: there it
    is a teaser for this article. What bears a dateline always stays.
    """
    cut: dict[int, str] = {}
    for scope in page.scopes:
        known = learnt.get(scope)
        for print_ in page.prints if known else ():
            block = known.get(print_.key) if known else None
            if block and not print_.dated and (block.heads or not (print_.title or print_.lead)):
                cut.setdefault(print_.key, block.reason)
    return cut
