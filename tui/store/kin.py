"""Which article of a corpus a teaser is for: the one with its headline, or with its first words."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.index import Index
    from tui.text.article import Related

_WORDS = 8
"""How many words of a lead two texts must share: fewer open many articles."""
_LEAD = 200
"""Among how many characters of a body they are looked for."""

_WORD = re.compile(r"[^\W_]+")
_KEYS = "SELECT key FROM entry WHERE {} = ? AND key <> ? AND state = 1 ORDER BY place LIMIT 1"


def headline(title: str) -> int | None:
    """A number that headlines share which are the same but for case and signs."""
    return _number(_plain(title))


def opening(text: str) -> int | None:
    """So for the first words after the dateline; None where too few to tell anything."""
    from tui.text.boilerplate import dateline

    text = text[:_LEAD]
    opened = dateline(text)
    words = _plain(text[opened[1] :] if opened else text).split()[:_WORDS]
    return _number(" ".join(words)) if len(words) == _WORDS else None


def article_for(index: Index, teaser: Related, beside: str) -> str | None:
    """The key of the article that a teaser on the page `beside` is for, None without one."""
    title, text = teaser.title or "", teaser.text or ""
    # A teaser without a headline of its own may be cut off, and then reads like one.
    for column, number in (
        ("headline", headline(title)),
        ("lead", opening(text) or opening(title)),
    ):
        if number is not None and (found := index.ask(_KEYS.format(column), (number, beside))):
            return str(found[0][0])
        if column == "headline" and number is not None and _known(index, number):
            return None
    return None


def _known(index: Index, number: int) -> bool:
    """Whether a headline is that of some article, if only of the page itself."""
    return bool(index.ask("SELECT 1 FROM entry WHERE headline = ? AND state = 1", (number,)))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _number(plain: str) -> int | None:
    if not plain:
        return None
    data = hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(data, "big", signed=True)
