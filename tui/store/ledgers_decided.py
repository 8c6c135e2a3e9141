"""What a person's decisions make of the series that were gathered."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.store import ledgers_kept as kept
from tui.store.ledger import Page, row_key
from tui.store.ledger_face import Line
from tui.store.ledgers_entries import Texts
from tui.store.ledgers_found import Finder, members_in
from tui.store.ledgers_kept import RISES
from tui.store.ledgers_keys import families_of
from tui.store.ledgers_members import Member, entries_in, unpack
from tui.store.ledgers_ruled import Base, Figure, Ruled, Sources, ruled
from tui.store.ledgers_sheet import copies_of, told_of
from tui.store.ledgers_speakers import Speakers
from tui.store.series_names import name_of
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.documents import SeriesRuling
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook

_THESE = "(SELECT value FROM json_each(?))"
_PAGES = (
    f"SELECT id, key, article_id, title, published, site, story FROM entry WHERE id IN {_THESE}"
)
_BODIES = f"SELECT entry, packed FROM article WHERE entry IN {_THESE}"


class Composite(NamedTuple):
    """A series that a person had a hand in, with all its figures and its line."""

    members: tuple[Member, ...]
    name: str
    line: Line


class Overlay(NamedTuple):
    """What a person's decisions make of the series that were gathered."""

    made: dict[str, Composite]
    of: dict[Figure, str]
    gone: frozenset[str]
    settled: tuple[tuple[str, str, str], ...]
    dated: dict[int, str]


class Decided:
    """The series that decisions of a notebook have to do with. Not thread-safe."""

    def __init__(self, index: Index, notebook: Notebook, mirror: Mirror) -> None:
        self._index = index
        self._notebook = notebook
        self.finder = Finder(index, mirror)
        self._speakers = Speakers(index)
        self._overlay: tuple[object, Overlay] | None = None
        self._members: dict[Figure, Member] = {}

    def dated(self) -> dict[int, str]:
        """The days that a reader set, by article."""
        found: dict[int, str] = {}
        for ruling in self._rulings():
            if ruling.action == "date":
                for entry in self.finder.entries(ruling.figures[0]):
                    found[entry] = ruling.text
        return found

    def overlay(self) -> Overlay:
        """What the decisions come to now; made anew only where something changed."""
        rulings = self._rulings()
        stamps = (self._index.stamp("people"), self._index.stamp(RISES))
        state = (self._index.generation, *stamps, rulings, self._notebook.namings)
        if self._overlay is None or self._overlay[0] != state:
            self._members.clear()
            self._overlay = state, self._laid(rulings)
        return self._overlay[1]

    def _rulings(self) -> tuple[SeriesRuling, ...]:
        self._notebook.catch_up()
        return self._notebook.series_rulings

    def _laid(self, rulings: Sequence[SeriesRuling]) -> Overlay:
        dated = self.dated()
        named = self._speakers.ruled(self._notebook.namings)
        if not rulings and not named:
            return Overlay({}, {}, frozenset(), (), dated)
        touched = sorted(kept.series_of(self._index, families_of(self._index, {*dated, *named})))
        sources = Sources(self.finder.find, self._base, self._copies)
        found: Ruled = ruled(rulings, sources, touched)
        settled = tuple((self._row(a), self._row(b), safe_line(why)) for a, b, why in found.settled)
        made: dict[str, Composite] = {}
        of: dict[Figure, str] = {}
        for cluster in found.clusters:
            members = tuple(self._members[figure] for figure in cluster.figures)
            head = self._members[cluster.head].key
            series_id = f"{head.family}:{head.article}:{head.nth}"
            name = safe_line(cluster.name or "") or name_of(
                [self._members[f].key for f in cluster.named_by]
            )
            pages = self._pages(members, dated)
            told = told_of(series_id, members, pages, settled=settled, name=name, ruled=True)
            made[series_id] = Composite(members, name, told.line)
            of |= dict.fromkeys(cluster.figures, series_id)
        return Overlay(made, of, found.gone, settled, dated)

    def _base(self, figure: Figure) -> Base | None:
        """The series that a figure was gathered into, or itself alone."""
        series_id = kept.series_of(self._index, [figure]).get(figure)
        members = self._gathered(series_id) if series_id is not None else ()
        if series_id is None or not members:
            member = self._made(*figure)
            if member is None:
                return None
            members = (member,)
            series_id = f"{member.key.family}:{member.key.article}:{member.key.nth}"
        for member in members:
            self._members[member.entry, member.key.nth] = member
        return Base(series_id, tuple((m.entry, m.key.nth) for m in members))

    def _copies(self, figures: Sequence[Figure], among: Sequence[Figure]) -> list[Figure]:
        pages = self._pages([self._members[figure] for figure in among], {})
        keys = {self._row(figure): figure for figure in among}
        some, every = ([self._members[f].key for f in which] for which in (figures, among))
        return [keys[row_key(k.article, k.nth)] for k in copies_of(some, every, pages)]

    def _row(self, figure: Figure) -> str:
        key = self._members[figure].key
        return row_key(key.article, key.nth)

    def _made(self, entry: int, nth: int) -> Member | None:
        """A figure as its article tells it, None where it can stand in no series."""
        return next(iter(members_in(self._index, entry, (nth,))), None)

    def _gathered(self, series_id: str) -> tuple[Member, ...]:
        """The figures of a series of several; those left out whose article is another now."""
        packed = kept.large_of(self._index, series_id)
        if packed is not None:
            return self._unpacked(packed)
        wanted: dict[int, list[int]] = defaultdict(list)
        for entry, nth in kept.figures_of(self._index, series_id):
            wanted[entry].append(nth)
        family = series_id.partition(":")[0]
        texts = Texts(self._index)
        return tuple(
            member
            for entry, numbers in wanted.items()
            for member in members_in(self._index, entry, numbers)
            if member.key.family == family and texts.is_as_seen(entry, member.article_id)
        )

    def _unpacked(self, packed: bytes) -> tuple[Member, ...]:
        ids = json.dumps(entries_in(packed))
        asked = f"SELECT id, key, article_id FROM entry WHERE id IN {_THESE}"
        now = {at: (key, article) for at, key, article in self._index.ask(asked, (ids,))}
        members = unpack(packed, {at: key for at, (key, _) in now.items()})
        return tuple(m for m in members if m.article_id == now[m.entry][1])

    def _pages(
        self, members: Iterable[Member], dated: dict[int, str], bodies: Collection[int] = ()
    ) -> dict[str, Page]:
        """The articles of some figures by their keys, as rows cite them; of some with the text."""
        spoken = [(m.entry, m.key.speaker or "") for m in members]
        asked = (json.dumps(sorted({entry for entry, _ in spoken})),)
        texts: dict[int, str] = {}
        if bodies:
            from tui.store.articles import words_of

            wanted = (json.dumps(sorted(bodies)),)
            texts = {at: words_of(packed)[1] for at, packed in self._index.ask(_BODIES, wanted)}
        who = self._speakers.of({one for one in spoken if one[1]}, self._notebook.namings)
        return {
            key: Page(
                key,
                article_id,
                title,
                published,
                texts.get(at, ""),
                str(story),
                dated.get(at),
                site or "",
                who.get(at, {}),
            )
            for at, key, article_id, title, published, site, story in self._index.ask(_PAGES, asked)
        }
