"""TinyDB over a journal: its tables write what changed, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from tui.store.journal import JournalStorage, Op


class JournalTable(Table):
    """A table of which a change costs as much as what it changes, however much there is.

    What it gives out are copies, as of any TinyDB: to change one changes nothing that is kept.
    """

    default_query_cache_capacity = 0  # another program may change the answers

    def insert(self, document: Mapping[Any, Any]) -> int:
        """Insert a new document; gives its number."""
        with self._journal.changing():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[Any, Any]]) -> list[int]:
        """Insert several documents in one change; gives their numbers."""
        with self._journal.changing():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[Any, Any], cond: Any = None) -> list[int]:
        """Update the documents that fit, or insert one."""
        with self._journal.changing():
            return super().upsert(document, cond)

    @property
    def _journal(self) -> JournalStorage:
        return cast(JournalStorage, self._storage)

    def _get_next_id(self) -> int:
        held = self._journal.tables.get(self.name, {})
        number = cast(int, super()._get_next_id())  # type: ignore[no-untyped-call]
        while str(number) in held:  # another program has given it out
            self._next_id = None
            number = cast(int, super()._get_next_id())  # type: ignore[no-untyped-call]
        return number

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        held = self._journal.tables.get(self.name, {})
        return cast(dict[str, Mapping[Any, Any]], _Copies(held))

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        with self._journal.changing() as tables:
            held = tables.get(self.name)
            draft = Draft(held or {})
            updater(cast(dict[int, Mapping[Any, Any]], draft))
            made: list[Op] = [["make", self.name]] if held is None else []
            if ops := made + draft.ops(self.name):
                self._journal.commit(ops)
        self.clear_cache()


class JournalDB(TinyDB):
    """A TinyDB in a file with a journal: `JournalDB(path)`."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]


class Draft(MutableMapping[int, Any]):
    """A table that may be changed as one likes: it keeps apart what became of the documents."""

    def __init__(self, held: Mapping[str, Mapping[str, Any]]) -> None:
        self._held = held
        self._new: dict[int, Any] = {}
        self._gone: set[int] = set()

    def ops(self, table: str) -> list[Op]:
        """The steps from what was to what is."""
        lost: list[Op] = [["del", table, str(number)] for number in sorted(self._gone)]
        put: list[Op] = [
            ["put", table, str(number), document]
            for number, document in self._new.items()
            if number in self._gone
            or (old := self._held.get(str(number))) is None
            or json.dumps(old) != json.dumps(document)
        ]
        return lost + put

    def __getitem__(self, number: int) -> Any:
        if number not in self._new:
            if number not in self:
                raise KeyError(number)
            self._new[number] = _copied(self._held[str(number)])  # it may be changed in place
        return self._new[number]

    def __setitem__(self, number: int, document: Any) -> None:
        self._new[number] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._new.pop(number, None)
        if str(number) in self._held:
            self._gone.add(number)

    def __contains__(self, number: object) -> bool:
        return number in self._new or (str(number) in self._held and number not in self._gone)

    def __iter__(self) -> Iterator[int]:
        numbers = (int(number) for number in self._held)
        yield from (number for number in numbers if number not in self._gone)
        for number in self._new:
            if str(number) not in self._held or number in self._gone:
                yield number

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Copies(Mapping[str, Any]):
    """Documents by number, each a copy of its own."""

    def __init__(self, held: Mapping[str, Mapping[str, Any]]) -> None:
        self._held = held

    def __getitem__(self, number: str) -> Any:
        return _copied(self._held[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_copied(each) for each in value]
    return value
