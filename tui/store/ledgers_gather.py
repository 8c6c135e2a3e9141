"""Brings the series in an index up to date: only families in which something changed.

The figures lie in a scratch file meanwhile, and a bucket of families is in memory at a time. What
was done stays when it is broken off: a bucket is written with the prints of its families.
"""

from __future__ import annotations

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tui.store import ledgers_entries
from tui.store.ledger_face import Gathering
from tui.store.ledgers_blocks import (
    Family,
    Group,
    Short,
    blocks,
    bucket_at,
    bucket_of,
    families_in,
    first_of,
    prints_in,
)
from tui.store.ledgers_entries import Entry, entries_of
from tui.store.ledgers_kept import put_top, top_of
from tui.store.ledgers_keys import Kept, kept_in
from tui.store.ledgers_large import describe, rise
from tui.store.ledgers_members import Member
from tui.store.ledgers_scratch import Scratch
from tui.store.ledgers_sheet import told_of
from tui.store.series_keys import SeriesKey
from tui.store.series_links import together

if TYPE_CHECKING:
    from tui.store.index import Index

GATHERED = "series"
"""Under which name the index keeps what was gathered last."""

REST = ""
"""Under this name is the print of all families of a bucket that have no series."""

_PRINT = (1 << 32) - 1
_TELL = 100  # articles between two tellings of how far it is
_PRINTS = "SELECT id, families FROM series_block ORDER BY id"
_BLOCKS = """SELECT families, ranks, names, lines FROM series_block
    WHERE id >= ? AND id < ? ORDER BY id"""


def stamp_of(index: Index, dated: Mapping[int, str]) -> str:
    """What series are gathered from now, in short; `dated` are the days that a reader set."""
    return f"{index.stamp('people')}/{crc32(repr(sorted(dated.items())).encode())}"


def bring_up_to_date(
    index: Index,
    dated: Mapping[int, str],
    told: Callable[[Gathering], None],
    cancelled: Callable[[], bool],
) -> None:
    """Gather the series of an index. Raises sqlite3.Error; what was done until then stays."""
    stamp = stamp_of(index, dated)
    if index.stamp(GATHERED) == stamp:
        return
    with closing(Scratch()) as scratch:
        work = _Work(index, entries_of(index, dated), scratch, told, cancelled)
        if not work.gather() or not describe(index, work.prints, told, cancelled):
            return
        first = top_of(index)
        with index.write() as connection:
            put_top(connection, first)
            ledgers_entries.put(connection, work.entries)
            connection.execute("INSERT OR REPLACE INTO stamp VALUES (?, ?)", (GATHERED, stamp))


class _Work:
    def __init__(
        self,
        index: Index,
        entries: Mapping[int, Entry],
        scratch: Scratch,
        told: Callable[[Gathering], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.entries = entries
        self.prints = array("L", bytes(8 * (max(entries, default=0) + 1)))
        """A number for each article that is another where it tells something else."""
        self._index = index
        self._told = told
        self._cancelled = cancelled
        self._scratch = scratch
        self._done = self._due = 0

    def gather(self) -> bool:
        """Which figures go together; False where it was called off."""
        known: dict[int, dict[str, int]] = defaultdict(dict)
        for block, families in self._index.ask(_PRINTS):
            known[bucket_at(block)] |= prints_in(families)
        anew = not known
        prints = self._read(None if anew else set())
        if prints is None:
            return False
        now: dict[int, dict[str, int]] = defaultdict(dict)
        for name, own in prints.items():
            now[bucket_of(name)][name] = own
        del prints
        other = {b: _other(known[b], now[b]) for b in {*known, *now} if known[b] or now[b]}
        changed = {name for names in other.values() for name in names}
        if changed and not anew and self._read(changed) is None:
            return False
        self._scratch.settle()
        self._due = len(changed)
        buckets = {
            b for b, names in other.items() if names or known[b].keys() - {REST} - now[b].keys()
        }
        # The large ones last: most series are there soon.
        for bucket in sorted(buckets, key=lambda bucket: (self._scratch.sizes[bucket], bucket)):
            if not self._renew(bucket, now.pop(bucket, {}), changed):
                return False
        return True

    def _read(self, wanted: set[str] | None) -> dict[str, int] | None:
        """The prints of all families; the figures of those that are wanted go to the scratch file.

        All are wanted where it is None. Gives None where it was called off.
        """
        prints: dict[str, int] = defaultdict(int)
        many = len(self.entries)
        for done, some in enumerate(kept_in(self._index)):
            if done % _TELL == 0:
                self._told(Gathering("reading", min(done, many), many))
                if self._cancelled():
                    return None
            entry = self.entries.get(some.entry)
            if entry is None:
                continue  # it went meanwhile
            own = self.prints[some.entry] = _print_of(entry, some)
            for family, nth in zip(some.families, some.numbers, strict=True):
                prints[family] = (prints[family] + own * (nth + 1)) & _PRINT
            if wanted is None or not wanted.isdisjoint(some.families):
                held: dict[str, list[Any]] = defaultdict(list)
                for family, row in zip(some.families, some.rows(), strict=True):
                    if wanted is None or family in wanted:
                        held[family].append(row)
                self._scratch.hold(some.entry, some.anchors, held)
        return dict(prints)

    def _renew(self, bucket: int, prints: Mapping[str, int], changed: set[str]) -> bool:
        """Write the families of a bucket anew, those that changed gathered; False if called off."""
        held = self._scratch.take(bucket)
        families = self._families(bucket, prints, changed, held)
        found = list(blocks(families, lambda at: self.entries[at].key))
        if self._cancelled():
            return False
        first, last = first_of(bucket), first_of(bucket + 1)
        with self._index.write() as connection:
            connection.execute("DELETE FROM series_block WHERE id >= ? AND id < ?", (first, last))
            put = "INSERT INTO series_block VALUES (?, ?, ?, ?, ?, ?, ?)"
            connection.executemany(put, [(first + at, *some) for at, some in enumerate(found)])
            rise(connection)
        return True

    def _families(
        self,
        bucket: int,
        prints: Mapping[str, int],
        changed: set[str],
        held: dict[str, list[tuple[int, bytes]]],
    ) -> Iterator[Family]:
        stays: dict[str, list[Group]] = defaultdict(list)
        for block in self._index.ask(_BLOCKS, (first_of(bucket), first_of(bucket + 1))):
            for family in families_in(block):
                if family.name not in changed:
                    stays[family.name] += family.groups
        rest = 0
        for name in sorted(prints):
            groups: Iterator[Group] = iter(stays.pop(name, ()))
            if name in changed:
                if self._cancelled():
                    return
                self._told(Gathering("gathering", self._done, self._due))
                self._done += 1
                groups = self._groups(held.pop(name))
            first = next(groups, None)
            if first is None:
                rest += _of_rest(name, prints[name])
            else:
                yield Family(name, prints[name], chain((first,), groups))
        if rest:
            yield Family(REST, rest & _PRINT, ())

    def _groups(self, held: list[tuple[int, bytes]]) -> Iterator[Group]:
        held.sort(key=lambda some: self.entries[some[0]].key)
        at = {self.entries[entry].key: entry for entry, _ in held}
        days = _Days(at, self.entries)
        for keys in together(_Articles(held, self.entries, self._scratch), days):
            yield self._group(keys, at)

    def _group(self, keys: Sequence[SeriesKey], at: Mapping[str, int]) -> Group:
        first = min(keys, key=lambda key: (key.article, key.nth))
        rest = sorted((at[key.article], key.nth) for key in keys if key is not first)
        pages = {key.article: self.entries[at[key.article]].page for key in keys}
        members = [Member(at[key.article], "", key) for key in keys]
        line = told_of("", members, pages).line
        short = Short(line.name, *line[2:8], line.values) if line.rows > 1 else None
        return Group(((at[first.article], first.nth), *rest), short)


class _Articles(Sequence[list[SeriesKey]]):
    """The keys of a family article by article, made where they are asked for."""

    def __init__(
        self, held: Sequence[tuple[int, bytes]], entries: Mapping[int, Entry], scratch: Scratch
    ) -> None:
        self._held = held
        self._entries = entries
        self._scratch = scratch

    def __len__(self) -> int:
        return len(self._held)

    def __getitem__(self, at: Any) -> Any:
        entry, rows = self._held[at]
        return self._scratch.keys(entry, self._entries[entry].key, rows)


class _Days(Mapping[str, str]):
    """The days of the articles of a family that have one, by name."""

    def __init__(self, at: Mapping[str, int], entries: Mapping[int, Entry]) -> None:
        self._at = at
        self._entries = entries

    def __getitem__(self, name: str) -> str:
        if (day := self._entries[self._at[name]].day) is None:
            raise KeyError(name)
        return day[:10]

    def get(self, name: str, default: Any = None) -> Any:
        """The day of an article."""
        return self._entries[self._at[name]].day

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._at if self.get(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _other(known: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    """The families of a bucket in which something changed; all without a series where any did."""
    rest = [name for name in now if name not in known]
    same = sum(_of_rest(name, now[name]) for name in rest) & _PRINT == known.get(REST, 0)
    here = [name for name in now if name in known and now[name] != known[name]]
    return here if same else here + rest


def _of_rest(name: str, own: int) -> int:
    return own * (crc32(name.encode("utf-8", "surrogatepass")) | 1)


def _print_of(entry: Entry, some: Kept) -> int:
    """A number that is another where an article tells something else, or is of another day."""
    data = entry.print + marshal.dumps((some.anchors, some.columns), 2)
    return int.from_bytes(blake2b(data, digest_size=4).digest(), "big") | 1
