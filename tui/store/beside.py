"""What stands beside a page in its folder: notes of the scraper, and the parts of a saved page."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b

PAGES = frozenset({".html", ".htm", ".xhtml"})
"""The endings of a page that a browser may have saved with a folder of its parts."""

_PARTS = (
    *("_files", "_bestanden", "-Dateien", "-dateien", "_fichiers", "_archivos", "_arquivos"),
    *("_ficheiros", "_file", "-filer", "_pliki", "_soubory", "_elemei", "-tiedostot", "_dosyalar"),
)
"""What browsers and word processors add to a page's name for that folder, in their languages."""

SIDECARS = (".json", ".meta")
"""The endings of what scrapers leave beside a page."""


def sidecar_names(name: str) -> tuple[str, ...]:
    """What a scraper may call its notes on the page of this name (or path)."""
    whole = name.removesuffix(".gz")
    bases = dict.fromkeys((os.path.splitext(whole)[0], whole, name))
    notes = (f"{base}{ending}" for base in bases for ending in SIDECARS)
    return tuple(note for note in notes if note != name)


def sidecars_of(path: str) -> Iterator[str]:
    """The paths of such notes that are there, and maybe links; hardly any page has one."""
    for note in sidecar_names(path):
        with contextlib.suppress(ValueError):  # asked without an error each time, which is slow
            if os.access(note, os.F_OK):
                yield note


def stamped(path: str, mtime_ns: int, notes: Iterable[str] | None = None) -> int:
    """The `mtime_ns` of a page; where sidecars lie beside it a number of its and theirs.

    It is another one when a sidecar comes, changes or goes, which are reasons to read the page
    again, however old the sidecar is. `notes` are those that are there; without them they are
    looked for.
    """
    known = []
    for note in sidecars_of(path) if notes is None else notes:
        with contextlib.suppress(OSError, ValueError):
            status = os.lstat(note)
            if stat.S_ISREG(status.st_mode):
                name = os.fsencode(os.path.basename(note))
                known.append((name, status.st_mtime_ns, status.st_size))
    if not known:
        return mtime_ns
    data = repr((mtime_ns, sorted(known))).encode()
    return int.from_bytes(blake2b(data, digest_size=7).digest(), "big")


def parts_of_pages(names: Collection[str]) -> frozenset[str]:
    """Which of the names in a folder can only be folders with the parts of pages in it."""
    maybe = [(name, base) for name in names if name.endswith(_PARTS) for base in parts_beside(name)]
    if not maybe:
        return frozenset()
    pages = set()
    for name in names:
        stem, ending = os.path.splitext(name)
        if ending.casefold() in PAGES:
            pages |= {stem, name}
    return frozenset(name for name, base in maybe if base in pages)


def parts_beside(name: str) -> Iterator[str]:
    """The names of the pages, without their endings, of which a folder may hold the parts."""
    return (name.removesuffix(end) for end in _PARTS if len(name) > len(end) and name.endswith(end))
