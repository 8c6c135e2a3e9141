"""What is known of a page before it is read: the corpus around it, and what a reader decided."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Action = Literal["restore", "cut"]
BY_HAND = "by hand"
"""The reason of a block that a reader cut."""
RESTORED = "restored"
"""The reason that a body piece bears which a reader put back."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern (a regular expression, case ignored) for whole lines that are not the article.

    `table` says where the line counts, as in the data of a language: `edge`, `line` or `section`.
    """

    table: Literal["edge", "line", "section"]
    reason: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """A block that stands word for word in `count` of the `total` articles of a folder or site.

    `heads` tells that it mostly stands where a headline or a lead would.
    """

    count: int
    total: int
    heads: bool

    @property
    def reason(self) -> str:
        """Why it is cut, as a reader is told."""
        return f"in {self.count} of {self.total} articles"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader decided about the blocks with a text, in one article or in a whole scope."""

    action: Action
    text: str
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """All that reading a page takes from outside it; without any of it a page still reads.

    `folder` is that of the page in its corpus. `learnt` holds, by scope and block key, what is
    page in that scope; `decisions` stand in the order in which they were made. `published` is an
    ISO 8601 day or time that came with the page, `url` where it was fetched. `names` says who else
    finds the names: see tui.text.spotting.
    """

    folder: str = ""
    rules: tuple[Rule, ...] = ()
    learnt: Mapping[str, Mapping[int, Learnt]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    published: str | None = None
    url: str | None = None
    site: str | None = None
    names: str | None = None


NO_GUIDE = Guide()


def scopes(folder: str, site: str | None) -> tuple[str, ...]:
    """The scopes that a page belongs to, the narrower one (its site, where known) first."""
    of_site = (f"site:{site.casefold()}",) if site else ()
    return (*of_site, f"folder:{folder}")


def decided(decisions: Iterable[Decision], here: Sequence[str]) -> dict[int, Action]:
    """What a reader decided last about each block, by its key, for a page in these scopes."""
    return {
        block_key(decision.text): decision.action
        for decision in decisions
        if decision.scope is None or decision.scope in here
    }


def block_key(text: str) -> int:
    """A number of 48 bits that blocks share which are the same but for case and white space."""
    plain = " ".join(text.split()).casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=6).digest(), "big")
