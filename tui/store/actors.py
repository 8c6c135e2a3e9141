"""Everyone in a corpus: each actor once, under all its names, whatever was read or said since."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable

from tui import garbage
from tui.store.aliases import Groups, Node
from tui.store.documents import Naming
from tui.store.index import Index
from tui.store.neighbours import fitting
from tui.store.roll import Roll, Table

_REMEMBERED = 32  # what was asked last; a name of thousands is some hundred kilobytes


class Actors:
    """The actors of an index, with what a person said of their names. Thread-safe.

    The table is made when it is first asked for, and again when the index or the notes have
    changed by then: some tenths of a second for thousands of articles. No search asks for it.
    """

    def __init__(self, index: Index, namings: Callable[[], tuple[Naming, ...]]) -> None:
        self._index = index
        self._namings = namings
        self._lock = threading.Lock()
        self._roll: tuple[object, Roll] | None = None
        self._asked: tuple[object, dict[tuple[str, bool], str]] = (None, {})
        self._made: tuple[tuple[Naming, ...], Table] | None = None

    def table(self) -> Table:
        """Everyone, as it is now."""
        return self._now()[1]

    def groups(self) -> Groups:
        """The groups of names that the names alone give."""
        return self._now()[0].alone.groups

    def names(self, key: str) -> str:
        """All names of the actor with a key, as a list of types and names in JSON."""
        table = self.table()
        at = table.of.get(key)
        return json.dumps(table.nodes[at] if at is not None else ())

    def nodes(self, word: str, *, whole: bool = False) -> tuple[Node, ...]:
        """All names of the actors that have a name with words beginning with a folded `word`.

        Of a `whole` name nothing may be left over. Where no name fits as it is printed, one does
        that only differs in spelling.
        """
        return fitting(self._index, self._namings(), word, whole=whole)

    def asked(self, word: str, whole: bool) -> str:
        """What `nodes` finds, as a list of types and names in JSON."""
        changes, namings = self._index.stamp("people"), self._namings()
        with self._lock:
            if self._asked[0] != (changes, namings):
                self._asked = (changes, namings), {}
            known = self._asked[1]
        found = known.get((word, whole))
        if found is None:
            found = json.dumps(fitting(self._index, namings, word, whole=whole))
            if len(known) >= _REMEMBERED:
                known.clear()
            known[word, whole] = found
        return found

    def _now(self) -> tuple[Roll, Table]:
        with self._lock:
            changes, namings = self._index.stamp("people"), self._namings()
            if self._roll is None or self._roll[0] != changes:
                # All of it is wanted: to look for garbage meanwhile would hold up the screen.
                with garbage.put_off():
                    self._roll, self._made = (changes, Roll(self._index)), None
            if self._made is None or self._made[0] != namings:
                with garbage.put_off():
                    self._made = namings, self._roll[1].table(namings)
            return self._roll[1], self._made[1]
