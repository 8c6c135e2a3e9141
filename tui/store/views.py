"""What the list shows of a corpus: which articles, in which order, and how far they are read."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from tui.store.query import Query

Sort = Literal["path", "date", "title", "site", "figures", "notes"]
"""`path` is folder by folder, 2.txt before 10.txt; `date` has the newest first, the undated last;
`figures` and `notes` have the most first. Ties stand in path order.
"""
SORTS: tuple[Sort, ...] = get_args(Sort)


class View(NamedTuple):
    """The ids of the articles in a list, in order; a page of their rows is asked for apart.

    Copies of one story stand folded under the newest of them, unless that was unfolded. `found`
    counts all that fit the query, also those that are folded away; `total` those of the corpus.
    A view that is `whole` has all ids, else only the first of them (as at the start). `copies`
    tells how many that fit belong to one that has some, None where nobody has looked.
    """

    ids: array[int]
    found: int
    total: int
    sort: Sort = "path"
    query: Query | None = None
    whole: bool = True
    copies: Mapping[int, int] | None = None


class Counts(NamedTuple):
    """How many articles there are, and what became of them."""

    total: int = 0
    ready: int = 0
    failed: int = 0

    @property
    def waiting(self) -> int:
        """How many are still to be read."""
        return self.total - self.ready - self.failed


class Progress(NamedTuple):
    """How far reading the corpus is: in which `phase`, what is done, of how many.

    In `finishing` all is read, and searches are made fast; how far that is nobody tells.

    `rate` is articles a second, `left` the seconds that it will still take; both None while
    nobody can tell.
    """

    phase: Literal["looking", "reading", "comparing", "again", "finishing"]
    done: int = 0
    total: int = 0
    rate: float | None = None
    left: float | None = None


def ids_of(numbers: list[int]) -> array[int]:
    """Some ids, in the little room that a view of very many needs."""
    return array("q", numbers)
