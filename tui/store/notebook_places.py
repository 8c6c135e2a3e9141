"""Where the notes of a corpus lie."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import platformdirs

from tui.store import documents
from tui.store.documents import RULINGS, Ruling

FOLDER = ".newsreader"
FILE = "notes.json"


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


def rulings_of(home: Path) -> tuple[Ruling, ...]:
    """What was decided about the pages of the corpus in `home`, touching nothing.

    Notes that cannot be read hold no decisions here; the reader itself will tell of them.
    """
    for path in (home / FOLDER / FILE, _apart(home)):
        if not os.path.lexists(path):
            continue
        from tui.store.journal import Damaged, load  # with TinyDB: only where there are notes

        with contextlib.suppress(OSError, Damaged):
            tables = load(path)
            found = map(documents.ruling, (tables or {}).get(RULINGS, {}).values())
            return tuple(sorted(filter(None, found), key=lambda ruling: ruling.created))
    return ()


def _apart(home: Path) -> Path:
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    return platformdirs.user_data_path("newsreader") / name / FILE


def _copy(old: Path, new: Path) -> None:
    """Start with the notes that came with a read-only corpus, where there are any to be read."""
    from tui.store.journal import Damaged, JournalStorage, load

    if new.exists() or old.parent.is_symlink():
        return
    with contextlib.suppress(OSError, Damaged):
        tables = load(old)
        if tables:
            storage = JournalStorage(new)
            storage.write(tables)
            storage.close()
