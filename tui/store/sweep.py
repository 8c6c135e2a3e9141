"""What came, changed or went since a corpus was last looked at: its files held against the index.

An unchanged file costs one lstat and one look in a table of stamps. What is new is in the list as
soon as a few hundred were found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from tui.store import entries, files
from tui.store import sweep_walk as walking
from tui.store.entries import New
from tui.store.index import Index
from tui.store.plain import Source, Unreadable, file_of, opened
from tui.store.sweep_folders import Folders
from tui.store.sweep_places import Places, tops
from tui.store.sweep_reach import KEPT, Away, remember, under, unmounted
from tui.store.sweep_walk import Stamps
from tui.store.tables import place_of

_FEW, _FULL = 400, 4_000
"""How many new files are put in the list at first, and at most at a time later on."""


class Found(NamedTuple):
    """What a sweep found: how many files there are, and how many came, changed or went."""

    files: int = 0
    came: int = 0
    changed: int = 0
    gone: int = 0


class Sweep:
    """One look at the files of a corpus, all of them or those under some paths."""

    def __init__(
        self,
        index: Index,
        roots: Sequence[str | os.PathLike[str]],
        cancelled: Callable[[], bool] = lambda: False,
        tell: Callable[[int], None] = lambda found: None,
    ) -> None:
        """Each time that some files were put in the list it will `tell` how many it has found."""
        self._index = index
        self._given = [os.fspath(root) for root in roots]
        self._cancelled = cancelled
        self.tell = tell
        self._known: Stamps | None = None
        self._top = ""
        self.folders = Folders(index)
        self.unchanged = 0
        self._new: list[New] = []
        self._changed: list[int] = []
        self._archives: list[Source] = []
        self._into_archives = True
        self._problems: dict[str, str] = {}
        self.out_of_reach = Away()
        self._counts = dict.fromkeys(Found._fields, 0)
        self._most = _FEW

    def all(self, *, archives: bool = True) -> Found:
        """Look at everything, but into `archives` only if it is said. Raises sqlite3.Error."""
        self._into_archives = archives
        empty = unmounted(self._index, self._given)
        self.out_of_reach.add(*empty)
        found = self._look(lambda: walking.found(self._given, self), "", empty)
        remember(self._index, [root for root in self._given if os.path.realpath(root) not in empty])
        return found

    def under(self, paths: Collection[str]) -> Found:
        """Look only at some paths, at what is under them, and at what is beside them.

        Raises sqlite3.Error.
        """
        places = Places(self._given)
        named = {os.path.realpath(root) for root in self._given}
        for path in tops(paths):
            for place in places.of(path):
                walk = partial(walking.found_at, place, self, named=place.path in named)
                self._look(walk, place.path)
        return self._found()

    @property
    def known(self) -> Stamps:
        """What is known under the path that is looked at, and was not seen yet."""
        if self._known is None:
            self._known = _stamps(self._index, self._top)
        return self._known

    @property
    def seen(self) -> int:
        """How many files were found so far."""
        return self._counts["files"] + self.unchanged

    def problem(self, path: str, line: str) -> None:
        """Hear of a path that was left out, and why."""
        self._problems[path] = line

    def away(self, path: str, line: str) -> None:
        """Hear of a path that is out of reach, with all that is known under it."""
        self._problems[path] = line
        self.out_of_reach.add(path)

    def _look(
        self,
        walk: Callable[[], Iterator[Source]],
        top: str,
        problems: Mapping[str, str] | None = None,
    ) -> Found:
        self._known = None
        self._top = top
        self.folders.look(top)
        self._problems = dict(problems or {})
        for source in walk():
            if self._cancelled():
                break
            self._take(source)
        archives = {os.fsencode(archive.path) for archive in self._archives}
        for archive in self._archives if self._into_archives else ():
            self._look_into(archive)
        self._archives.clear()
        self._flush()
        if not self._cancelled():
            self.out_of_reach.add(*files.missing_roots(self._given))  # one may have gone meanwhile
            self._drop_rest()
            self._forget_archives(archives, top)
            self._tell_problems(top)
        return self._found()

    def _found(self) -> Found:
        found = Found(**self._counts)
        return found._replace(files=found.files + self.unchanged)

    def _take(self, source: Source) -> None:
        if files.is_archive(source.path):
            self._archives.append(source)
            return
        self._counts["files"] += 1
        known = self.known.pop(source.path, None)
        if known is None:
            self._new.append(New(os.fsencode(source.path), source.key))
            self._counts["came"] += 1
        elif known[:2] != (source.mtime_ns, source.size):
            self._changed.append(known[2])
            self._counts["changed"] += 1
        if len(self._new) >= self._most:
            self._flush()

    def _look_into(self, archive: Source) -> None:
        """The pages of an archive: as they are known, unless it is another one now."""
        from tui.store.containers import members

        path = os.fsencode(archive.path)
        stamp = (archive.mtime_ns, archive.size)
        rows = self._index.ask("SELECT mtime_ns, size FROM archive WHERE path = ?", (path,))
        mine = [page for page in self.known if file_of(page) == archive.path]
        if rows == [stamp]:
            for known in mine:
                del self.known[known]
            self._counts["files"] += len(mine)
            told = self._index.ask("SELECT line FROM problem WHERE path = ?", (path,))
            if told:
                self._problems[archive.path] = told[0][0]
            return
        try:
            with opened(archive.path):
                pass
        except Unreadable as error:
            self.away(archive.path, f"{archive.given}: {error}")
            return
        problems = []
        place = place_of(archive.key) + b"\0"
        page: Source | str
        for number, page in enumerate(members(archive, cancelled=self._cancelled)):
            if self._cancelled():
                break
            if isinstance(page, str):
                problems.append(page)
                continue
            before = self.known.pop(page.path, None)
            self._counts["files"] += 1
            if before is None:
                at = place + number.to_bytes(4, "big")
                self._new.append(New(os.fsencode(page.path), page.key, at))
                self._counts["came"] += 1
            elif before[:2] != stamp:
                self._changed.append(before[2])
                self._counts["changed"] += 1
            if len(self._new) >= self._most:
                self._flush()
        if self._cancelled():
            # It stays unknown: what is known of its pages is not gone for that.
            for known in mine:
                self.known.pop(known, None)
            return
        if problems:
            self._problems[archive.path] = "\n".join(problems)
        self._flush()
        with self._index.write() as connection:
            connection.execute("INSERT OR REPLACE INTO archive VALUES (?, ?, ?)", (path, *stamp))

    def _flush(self) -> None:
        if not self._new and not self._changed:
            return
        with self._index.write() as connection:
            entries.add(connection, self._new)
            entries.mark_due(connection, self._changed)
        if len(self._new) >= self._most:
            self._most = min(_FULL, self._most * 2)
        self._new.clear()
        self._changed.clear()
        self.tell(self.seen)

    def _drop_rest(self) -> None:
        """Take away what the index knows and nobody found, though it could be looked for."""
        if self.folders.complete and not self.out_of_reach:
            return
        gone, kept = [], set()
        for path, (_, _, at) in self.known.items():
            if self.folders.is_same(path):
                continue
            away = self.out_of_reach.top_of(path)
            if away is None:
                gone.append(at)
            else:
                kept.add(away)
        for away in kept & self._problems.keys():
            self._problems[away] += f" {KEPT}"
        for start in range(0, len(gone), _FEW):
            with self._index.write() as connection:
                entries.drop(connection, gone[start : start + _FEW])
        self._counts["gone"] += len(gone)

    def _forget_archives(self, here: Collection[bytes], top: str) -> None:
        """Look into those that are not here any more, should they come back as they were."""
        where, values = under(top)
        known = self._index.ask(f"SELECT path FROM archive {where}", values)
        lost = [
            (path,)
            for (path,) in known
            if path not in here and os.fsdecode(path) not in self.out_of_reach
        ]
        if lost:
            with self._index.write() as connection:
                connection.executemany("DELETE FROM archive WHERE path = ?", lost)

    def _tell_problems(self, top: str) -> None:
        new = {os.fsencode(path): line for path, line in self._problems.items()}
        where, values = under(top)
        old = dict(self._index.ask(f"SELECT path, line FROM problem {where}", values))
        if new != old:
            with self._index.write() as connection:
                connection.executemany(
                    "DELETE FROM problem WHERE path = ?", [(path,) for path in old]
                )
                connection.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?)", new.items())


def _stamps(index: Index, top: str) -> Stamps:
    where, values = under(top)
    rows = index.ask(f"SELECT path, mtime_ns, size, id FROM entry {where}", values)
    told = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
    # As os.fsdecode does it, in half the time: these are all files of a corpus.
    return {str(path, *told): (mtime_ns, size, at) for path, mtime_ns, size, at in rows}
