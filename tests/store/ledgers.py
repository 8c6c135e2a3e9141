"""A small corpus of our own in which figures of several pages speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.store.ledger import LedgerRow
from tui.store.ledger_face import Gathering, Line
from tui.store.library import Library

QUAKE = """Zeker veertig doden bij aardbeving in Tavira

LIMBARA (ANP) - Bij een aardbeving in de provincie Tavira zijn zeker 40 mensen omgekomen, meldt de \
burgerbescherming. Ruim 200 mensen raakten gewond.
"""
LATER = """Reddingswerk aardbeving Tavira gestaakt

LIMBARA (ANP) - Bij de aardbeving in Tavira zijn volgens de burgerbescherming 90 mensen omgekomen. \
Het rode kruis in de provincie telde 350 gewonden.
"""
MORE = """Dodental aardbeving Tavira naar 63

LIMBARA (ANP) - Het dodental van de aardbeving in Tavira is opgelopen tot 63, zegt de minister. \
Er liggen 310 gewonden in ziekenhuizen.
"""
STRIKE = """Vakbond: 2100 chauffeurs staken

ARNHEM (ANP) - In het streekvervoer staken 2100 chauffeurs, zegt de vakbond. De directie telt 900 \
chauffeurs die staken.
"""
PLAIN = """Een schip met zeven katten

In de haven van Haarlem lag een schip met zeven katten.
"""
EVERY = {
    "beving.txt": QUAKE,
    "later.txt": LATER,
    "meer.txt": MORE,
    "staking.txt": STRIKE,
    "stil.txt": PLAIN,
}
KILLED, WOUNDED, STRUCK = "doden Tavira", "gewonden Tavira", "chauffeurs staken"


class Corpus:
    """A folder with pages, opened as often as one likes."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "corpus"
        self.folder.mkdir()
        self._home = home
        for name, text in EVERY.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def drop(self, name: str) -> None:
        (self.folder / name).unlink()

    @contextmanager
    def opened(self, cache: str = "cache", workers: int = 0) -> Iterator[Library]:
        """The corpus, read but not gathered."""
        library = Library([self.folder], cache=self._home / cache, workers=workers)
        try:
            library.ingest()
            yield library
            assert library.cache_notice is None
        finally:
            library.close()

    @contextmanager
    def gathered(self, cache: str = "cache", workers: int = 0) -> Iterator[Library]:
        """The corpus, read and gathered."""
        with self.opened(cache, workers) as library:
            gather(library)
            yield library


def gather(library: Library) -> list[Gathering]:
    """Bring the series up to date; gives what was told of it."""
    told: list[Gathering] = []
    library.gather_series(told.append, lambda: False)
    return told


def renewed(library: Library) -> Library:
    """The library, after its pages were looked at again."""
    library.ingest()
    gather(library)
    return library


def line(library: Library, name: str) -> Line:
    """The only series in the list with a name."""
    (found,) = [each for each in library.book().lines if each.name == name]
    return found


def rows(library: Library, name: str) -> list[LedgerRow]:
    """The rows of a series, by its name."""
    sheet = library.sheet(line(library, name).id)
    assert sheet is not None
    return [each.row for each in sheet.placed]


def told(library: Library) -> dict[str, list[str]]:
    """All series of the list by name, with the phrases of their rows."""
    return {each.name: sorted(phrases(library, each.name)) for each in library.book().lines}


def phrases(library: Library, name: str) -> list[str]:
    return [row.phrase for row in rows(library, name)]


def key(library: Library, name: str, phrase: str) -> str:
    """The key of the row of a series with a phrase."""
    (found,) = [row.key for row in rows(library, name) if row.phrase == phrase]
    return found
