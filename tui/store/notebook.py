"""What a person marked: the TinyDB file of a corpus, and where it lies."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import platformdirs

from tui.store.anchors import Selector

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.table import Table

    from tui.store.journal import SnapshotStorage

FOLDER = ".newsreader"
FILE = "notes.json"


class Mark(NamedTuple):
    """A bookmark as it is kept: in which article, on which words, at which place in the body.

    `path` is that of the page, from the folder of the corpus; `created` is ISO 8601 in UTC.
    """

    id: str
    article_id: str
    path: str
    at: int
    selector: Selector
    created: str


class Notebook:
    """The marks of a corpus: in memory for reading, on the disk before a change returns.

    TinyDB is loaded when there is a file to read or a first mark to keep, not before.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._marks: tuple[Mark, ...] = ()
        self._trouble: str | None = None
        if not os.path.lexists(path):
            return
        try:
            self._load()
        except OSError as error:
            self._trouble = f"The notes in {path} cannot be read: {error.strerror or error}."

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every bookmark, in the order in which they were made."""
        return self._marks

    @property
    def notice(self) -> str | None:
        """What a person should know of the file, such as that it was damaged."""
        storage = self.__dict__.get("_storage")
        return (storage.notice if storage else None) or self._trouble

    def add(self, mark: Mark) -> None:
        """Keep a bookmark. Raises OSError where it could not be written."""
        from tinydb.table import Document

        def insert() -> None:
            # TinyDB remembers the next free number; another reader may have used it since.
            last = max((known.doc_id for known in self._table), default=0)
            self._table.insert(Document(_document(mark), last + 1))

        self._change(insert)

    def remove(self, *marks: Mark) -> None:
        """Take bookmarks away. Raises OSError where that could not be written."""
        from tinydb import where

        ids = {mark.id for mark in marks}

        def is_one(value: object) -> bool:
            return isinstance(value, str) and value in ids

        self._change(lambda: self._table.remove(where("id").test(is_one)))

    def close(self) -> None:
        """Let go of the file; nothing waits to be written."""
        if "_database" in self.__dict__:
            self._database.close()

    @cached_property
    def _storage(self) -> SnapshotStorage:
        from tui.store.journal import SnapshotStorage

        return SnapshotStorage(self.path)

    @cached_property
    def _database(self) -> TinyDB:
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage)

    @cached_property
    def _table(self) -> Table:
        return self._database.table("bookmarks", cache_size=0)

    def _change(self, change: Callable[[], object]) -> None:
        with self._lock:
            try:
                change()
            finally:
                # Also after a failure: memory shows what is on the disk.
                with contextlib.suppress(OSError):
                    self._load()

    def _load(self) -> None:
        marks = (_mark(document) for document in self._table.all())
        self._marks = tuple(mark for mark in marks if mark is not None)
        self._trouble = None


def place(home: Path) -> tuple[Path, str | None]:
    """The notes file of the corpus in `home`, and what to tell about it.

    It lies in the corpus, so that it moves with it. Where that cannot be written, or the folder
    is a link that leads who knows where, it lies in the user's own data folder.
    """
    folder = home / FOLDER
    apart = _apart(home)
    if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
        reason = f"{FOLDER} in the corpus is no folder"
    elif not os.access(folder if folder.is_dir() else home, os.W_OK | os.X_OK):
        reason = "The corpus is read-only"
    else:
        notice = f"Notes made while this corpus was read-only are in {apart}."
        return folder / FILE, notice if apart.exists() else None
    _copy(folder / FILE, apart)
    return apart, f"{reason}: notes are kept in {apart}."


def _apart(home: Path) -> Path:
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    return platformdirs.user_data_path("newsreader") / name / FILE


def _copy(old: Path, new: Path) -> None:
    """Start with the notes that came with a read-only corpus, where there are any to be read."""
    from tui.store.journal import Damaged, SnapshotStorage, load

    if new.exists() or old.parent.is_symlink():
        return
    with contextlib.suppress(OSError, Damaged):
        tables, _ = load(old)
        if tables:
            SnapshotStorage(new).write(tables)


def _document(mark: Mark) -> dict[str, Any]:
    """The mark in the words of the W3C Web Annotation model."""
    selector = mark.selector
    return {
        "id": mark.id,
        "article": mark.article_id,
        "path": mark.path,
        "at": mark.at,
        "selectors": [
            {
                "type": "TextQuoteSelector",
                "exact": selector.exact,
                "prefix": selector.prefix,
                "suffix": selector.suffix,
            },
            {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
        ],
        "created": mark.created,
    }


def _mark(document: Any) -> Mark | None:
    """The mark of a document; None for one that is not ours to read, which stays in the file."""
    try:
        quote, position = document["selectors"]
        mark = Mark(
            id=document["id"],
            article_id=document["article"],
            path=document["path"],
            at=document["at"],
            selector=Selector(
                exact=quote["exact"],
                prefix=quote["prefix"],
                suffix=quote["suffix"],
                start=position["start"],
                end=position["end"],
            ),
            created=document["created"],
        )
    except (KeyError, TypeError, ValueError):
        return None
    selector = mark.selector
    texts = [mark.id, mark.article_id, mark.path, mark.created]
    texts += [selector.exact, selector.prefix, selector.suffix]
    numbers = [mark.at, selector.start, selector.end]
    sound = all(isinstance(text, str) for text in texts)
    return mark if sound and all(isinstance(n, int) and n >= 0 for n in numbers) else None
