"""Writing an export to a file: all of it or nothing, and never over a file that nobody gave up."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, pieces: Iterable[str], *, force: bool = False) -> None:
    """Write a file of UTF-8 that is there once it is whole, and on the disk.

    Raises FileExistsError where there is one already, unless `force` says to replace it, and
    OSError; then nothing is left of what was begun.
    """
    if not force and os.path.lexists(path):
        raise FileExistsError(path)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if force:
            os.replace(fresh, path)
        else:
            _name(fresh, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(fresh)
        raise


def slug(text: str, ending: str = "") -> str:
    """A name for a file that says what is in it: `dijk-bij-oostdijk.md`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")
    return f"{words or 'notes'}{ending}"


def _name(fresh: Path, path: Path) -> None:
    """Give a file its name, where nothing has it."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
        os.replace(fresh, path)
    else:
        os.unlink(fresh)
