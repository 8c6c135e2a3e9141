"""Everyone of a corpus, by type: the name, who that is, how many claims and articles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len

from tui.widgets import stylesheets, wording
from tui.widgets.filled import MARKED, Listing, Marking
from tui.widgets.mark_telling import SIGNS
from tui.widgets.paint import Part, spread
from tui.widgets.wrap import clip

BETWEEN = "  "
ROOMY = 32  # cells in which more is told of somebody than the least


class Person(NamedTuple):
    """An actor in the list; a heading has no key. All of it is safe to print.

    `role` is the one most given (of a heading, how many are listed where that is not all), `also`
    holds the other names, `by_hand` tells what a person did with the names: `merged`, `parted`;
    somebody who is `noted` has a note.
    """

    key: str | None
    name: str
    look: str = "head"
    kind: str = ""
    role: str = ""
    also: tuple[str, ...] = ()
    articles: int = 0
    claims: int = 0
    by_hand: str = ""
    noted: bool = False


class ActorList(Listing[Person], Marking):
    """Actors under the names of their types, two lines each."""

    DEFAULT_CSS = stylesheets.text("voices")
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("actor--head", "actor--person", "actor--organisation", "actor--country", "actor--place"),
        *("actor--group", "actor--note", "actor--count", "actor--marked"),
    }
    EMPTY_LOOK = "actor--note"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heads: list[int] = []

    @property
    def number(self) -> int | None:
        """Which of all actors the cursor is on, from one."""
        if self.row is None:
            return None
        return self.cursor + 1 - bisect_right(self._heads, self.cursor)

    @property
    def total(self) -> int:
        """How many actors are listed."""
        return self.count - len(self._heads)

    def put(self, people: Sequence[Person], at: int | None, empty: str) -> None:
        """Show other actors, with the cursor on one; `empty` is said where nobody is."""
        self._heads = [index for index, person in enumerate(people) if person.key is None]
        super().put(people, at, empty)

    def skips(self, index: int) -> bool:
        """Headings are passed over."""
        return self._shown[index].key is None

    def draw(self, index: int, width: int) -> list[list[Part]]:
        """A type with how many are of it, or an actor."""
        person = self._shown[index]
        if person.key is None:
            count = wording.number(person.articles)
            head: list[Part] = [(clip(person.name, width - len(count) - 2), "actor--group")]
            if cell_len(person.name + BETWEEN + person.role) + len(count) + 2 <= width:
                head += [(BETWEEN, ""), (person.role, "actor--note")]
            return [[], spread(head, [(count, "actor--note")], width)]
        room = width - 2
        mark: Part = (f"{MARKED} " if person.key in self._marked else "  ", "actor--marked")
        claims = wording.plural(person.claims, "claim") if person.claims else ""
        claims = f"{SIGNS['note']} {claims}".rstrip() if person.noted else claims
        name = clip(person.name, room - cell_len(claims) - 1)
        first: list[Part] = [(name, f"actor--{person.look}")]
        if person.role and cell_len(name + BETWEEN + person.role + claims) < room:
            first += [(BETWEEN, ""), (person.role, "actor--note")]
        articles = wording.plural(person.articles, "article")
        left = room - len(articles) - 2
        about = clip(_about(person, left, told=len(first) > 1), left)
        return [
            [mark, *spread(first, [(claims, "actor--count")], room)],
            [("  ", ""), *spread([(about, "actor--note")], [(articles, "actor--note")], room)],
        ]


def _about(person: Person, room: int, told: bool) -> str:
    """The type, what a person did with the names, the role where it is not `told`, other names."""
    parts = [person.kind]
    if person.by_hand:
        parts.append(f"{person.by_hand} by hand" if room >= ROOMY else person.by_hand)
    if person.role and not told:
        parts.append(person.role)
    if person.also:
        parts.append(f"also {', '.join(person.also)}")
    return " · ".join(parts)
