"""The marks of the notebook as rows: in groups by article, tag, status or day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, overload

from tui.store.marked import STATUSES, Mark, Placed
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.mark_list import MarkRow
from tui.widgets.mark_telling import SIGNS, STATES, status
from tui.widgets.tag_looks import Colours, looks

Group = Literal["article", "tag", "status", "day"]
GROUPS: tuple[Group, ...] = ("article", "tag", "status", "day")
WHOLE_CORPUS, NO_TAG, NO_STATUS, NO_NAME = "The corpus", "No tag", "No claim", "Somebody"
WORDS = 160
"""Characters of a text that a row can show at most."""
BETWEEN = " · "


class Head(NamedTuple):
    """The name of a group, and how many marks are in it."""

    name: str
    size: int


class Rowed(Sequence[MarkRow]):
    """Rows that are worked out when they are drawn, however many marks there are."""

    def __init__(
        self, things: Sequence[Head | Placed], by: Group = "article", colours: Colours | None = None
    ) -> None:
        self._things = things
        self._by = by
        self._colours = colours or {}
        self._heads = [at for at, thing in enumerate(things) if isinstance(thing, Head)]

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> MarkRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[MarkRow]: ...
    def __getitem__(self, at: int | slice) -> MarkRow | list[MarkRow]:
        if isinstance(at, slice):
            return [self._row(thing) for thing in self._things[at]]
        return self._row(self._things[at])

    def number(self, at: int) -> int | None:
        """Which of all marks stands in a row, from one."""
        return None if self.placed(at) is None else at + 1 - bisect_right(self._heads, at)

    @property
    def total(self) -> int:
        """How many marks are listed; one stands under each of its tags."""
        return len(self._things) - len(self._heads)

    def placed(self, at: int) -> Placed | None:
        """The mark of a row; None of a heading, and past the last."""
        thing = self._things[at] if 0 <= at < len(self._things) else None
        return thing if isinstance(thing, Placed) else None

    def find(self, mark_id: str | None, after: int = 0) -> int | None:
        """The row of a mark, first that which stands at `after` where it is that one."""
        if (here := self.placed(after)) is not None and here.mark.id == mark_id:
            return after
        return next(
            (
                at
                for at, thing in enumerate(self._things)
                if isinstance(thing, Placed) and thing.mark.id == mark_id
            ),
            None,
        )

    @property
    def marks(self) -> list[Placed]:
        """All marks that are listed, each once."""
        found = {t.mark.id: t for t in self._things if isinstance(t, Placed)}
        return list(found.values())

    def _row(self, thing: Head | Placed) -> MarkRow:
        if isinstance(thing, Head):
            return MarkRow(None, "", safe_line(thing.name[:WORDS]), size=thing.size)
        return row_of(thing, self._by, self._colours)


def grouped(marks: Iterable[Placed], by: Group, colours: Colours | None = None) -> Rowed:
    """Marks under the names of what they are grouped by; they come the newest first.

    `colours` are those of tags.
    """
    groups: dict[str, list[Placed]] = {}
    for placed in marks:
        for name in _GROUPING[by](placed):
            groups.setdefault(name, []).append(placed)
    things: list[Head | Placed] = []
    for name in _ordered(groups, by):
        members = groups[name]
        if by == "article":
            members.sort(key=_in_text)
        things += [Head(_title(name, members[0], by), len(members)), *members]
    return Rowed(things, by, colours)


def _in_text(placed: Placed) -> tuple[bool, bool, int, int]:
    inside = placed.mark.selector is not None
    mark, start = placed.mark, placed.start
    return inside, inside and mark.part == "body", start or mark.at, placed.end


def _ordered(groups: Mapping[str, object], by: Group) -> list[str]:
    if by == "tag":
        return sorted(groups, key=lambda name: (not name, name))
    if by == "status":
        return sorted(groups, key=[*STATUSES, ""].index)
    if by == "day":
        return sorted(groups, reverse=True)
    return list(groups)


def _title(name: str, first: Placed, by: Group) -> str:
    if by == "article":
        return about(first)
    if by == "day":
        return wording.date(name)
    return name or (NO_TAG if by == "tag" else NO_STATUS)


def _article(placed: Placed) -> Iterable[str]:
    mark = placed.mark
    if mark.about in ("actor", "corpus"):
        return (f"\n{mark.about}\n{mark.actor}",)
    return (placed.key or f"\n{mark.path}",)


_GROUPING: Mapping[Group, Callable[[Placed], Iterable[str]]] = {
    "article": _article,
    "tag": lambda placed: placed.mark.tags or ("",),
    "status": lambda placed: (placed.mark.claimed.status if placed.mark.claimed else "",),
    "day": lambda placed: (placed.mark.created[:10],),
}


def about(placed: Placed) -> str:
    """What a mark is about: the title of its article, the name of an actor, the corpus."""
    mark = placed.mark
    if mark.about == "corpus":
        return WHOLE_CORPUS
    if mark.about == "actor":
        return mark.actor.partition("\n")[2] or NO_NAME
    return placed.title or mark.cited.title or mark.path


def words_of(mark: Mark) -> str:
    """What is told of a mark first: one's own words, but of a claim what it says."""
    text, quote = mark.text.strip(), quote_of(mark)
    told = quote or text if mark.claimed else text or quote
    return told or " #".join(mark.tags)


def quote_of(mark: Mark) -> str:
    """The words that are marked."""
    return mark.selector.exact.strip() if mark.selector else ""


def row_of(placed: Placed, by: Group = "article", colours: Colours | None = None) -> MarkRow:
    """A mark as it is listed; `colours` are those of tags."""
    mark = placed.mark
    quote, words = quote_of(mark), words_of(mark)
    under: list[str] = [mark.side or mark.kind]
    if mark.claimed:
        under = [status(mark), *filter(None, [mark.claimed.speaker])]
    under += [f"by {mark.by}"] if mark.by else []
    tags = list(mark.tags) if words != " #".join(mark.tags) else []
    before = sum(len(part[:WORDS]) + len(BETWEEN) for part in under)
    spans = looks((tag[: WORDS - 1] for tag in tags), colours or {}, before, len(BETWEEN))
    under += [f"#{tag}" for tag in tags]
    if by != "article":
        under.append(about(placed))
    if quote and words != quote:
        under.append(f"“{quote[:WORDS]}”")
    elif mark.text.strip() and words == quote:
        under.append(mark.text.strip())
    return MarkRow(
        mark.id,
        sign_of(mark),
        safe_line(words[:WORDS]) or mark.kind,
        mark.kind,
        STATES[placed.state],
        placed.state,
        safe_line(BETWEEN.join(part[:WORDS] for part in under)),
        wording.date(mark.created),
        spans=tuple(spans),
    )


def sign_of(mark: Mark) -> str:
    """The sign of the kind of a mark; of evidence that of its side."""
    if mark.kind == "evidence":
        return {"for": "+", "against": "-"}.get(mark.side, SIGNS["evidence"])
    return SIGNS[mark.kind]
