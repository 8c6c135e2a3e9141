"""A small corpus, and an engine of a few lines: the store does not care how a page is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tui.store import ingest as ingest_module
from tui.store.library import Library, Row
from tui.store.notebook import Notebook
from tui.store.reading import Outcome, read_file
from tui.text import read as engine
from tui.text.article import Article, Dateline, Piece
from tui.text.decode import decode
from tui.text.guide import Guide
from tui.text.learnt import Seen
from tui.text.read import Reading


def read_plainly(data: bytes, path: str) -> Article:
    """A headline, a blank line, and the body."""
    text = decode(data)
    if "BUG" in text:
        raise RuntimeError("a fault\nin the engine")
    title, _, body = text.strip().partition("\n\n")
    return Article(
        path=path,
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=title or None,
        dateline=Dateline(),
        published="2024-05",
        published_from="text",
        language="nl",
        body=body,
        pieces=(Piece(0, len(text), "body", text, at=0),),
        related=(),
        figures=(),
        actors=(),
        claims=(),
        dates=(),
    )


def read_for_the_store(data: bytes, path: str, guide: Guide) -> Reading:
    """As `read_plainly`; of the guide only the decisions count."""
    article = read_plainly(data, path)
    seen = Seen((f"folder:{guide.folder}",), ())
    cut = [decision.text for decision in guide.decisions if decision.action == "cut"]
    if any(text in article.body for text in cut):
        for text in cut:
            article = replace(article, body=article.body.replace(text, ""))
        article = replace(article, id=hashlib.sha256(article.body.encode()).hexdigest()[:16])
    return Reading(article, seen)


DIJK = """Dijk hersteld

De dijk bij Oostdijk is hersteld. Dat meldt het waterschap.

Er is 400.000 euro uitgegeven. Volgend jaar volgt Westdijk.
"""
BRUG = """Brug open

De brug gaat om 11 uur open.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of two articles, read by the engine of this file."""
    monkeypatch.setattr(engine, "reading", read_for_the_store)
    folder = tmp_path / "corpus"
    (folder / "zee").mkdir(parents=True)
    (folder / "dijk.txt").write_text(DIJK)
    (folder / "zee" / "brug.txt").write_text(BRUG)
    return folder


Opened = Callable[..., Library]


def listed(library: Library) -> tuple[Row, ...]:
    """All rows of a corpus in path order, copies too, whatever their ids."""
    ids = [at for (at,) in library._index.ask("SELECT id FROM entry ORDER BY place")]
    return tuple(row._replace(id=0, copies=0) for row in library.rows(ids))


@pytest.fixture
def was_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the pages that were read behind the list, without workers."""
    keys: list[str] = []

    def read(path: str, given: str, *more: object) -> Outcome:
        keys.append(given)
        return read_file(path, given, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(ingest_module, "read_file", read)
    return keys


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Opened]:
    """Open the corpus (or other roots) as at a start; all is closed in the end.

    What was opened before is closed, for one program reads a corpus at a time, unless this one is
    to stand `beside` it.
    """
    libraries: list[Library] = []

    def open_it(
        *roots: Path, read: bool = True, beside: bool = False, **options: object
    ) -> Library:
        for earlier in libraries if not beside else ():
            earlier.close()
        settings = {"cache": tmp_path / "cache", "workers": 0} | options
        library = Library(roots or (folder,), **settings)  # type: ignore[arg-type]
        libraries.append(library)
        if read:
            library.ingest()
        return library

    yield open_it
    for library in libraries:
        library.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a notebook may be kept."""
    return tmp_path / "notes.json"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    """A notebook with nothing in it."""
    notebook = Notebook(path)
    yield notebook
    notebook.close()
