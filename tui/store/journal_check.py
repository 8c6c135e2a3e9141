"""Whether the files of a notebook are sound, in words, and putting right what can be.

`verify` only looks. `repair` does what opening the notes for writing does, and makes the backup
anew where that is what is damaged.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from tui.store import documents
from tui.store import journal_files as files
from tui.store.journal import JournalStorage
from tui.store.journal_files import Damaged, Journal, Stamp, Tables

_TRIES = 5
_OTHERS = "what was read, searched, decided, and colours of tags"


class Finding(NamedTuple):
    """Something to tell of the files.

    `fine` is as it should be, `repairable` is put right by `repair`, `damaged` is not, and
    `unread` is kept as it is but not understood.
    """

    level: Literal["fine", "repairable", "damaged", "unread"]
    text: str


def verify(path: Path) -> tuple[Finding, ...]:
    """What is to be told of a notes file and what lies beside it. Touches nothing.

    Raises OSError for what cannot be looked at.
    """
    log, _, _ = files.beside(path)
    try:
        tables, told, torn = _looked(path)
    except Damaged:
        return (*_broken(path), *_aside(path))
    except OSError as error:
        if not any(map(_is_odd, (path, log))):
            raise
        return (Finding("damaged", f"{error}"),)
    if tables is None:
        return Finding("fine", f"{path}: no notes yet"), *_aside(path)
    found = [Finding("fine", f"{path}: {_held(tables)} kept")]
    if told.changes:
        wait = f"{log.name}: {_several(len(told.changes), 'change')}, to be taken in on leaving"
        found.append(Finding("fine", wait))
    if told.bad:
        lines = _several(told.bad, "change")
        found.append(Finding("repairable", f"{log.name}: {lines} damaged on the disk, and lost"))
    if torn:
        last = f"{log.name}: the last change was never finished ({_several(torn, 'byte')})"
        found.append(Finding("repairable", last))
    return (*found, *_spare(path), *_contents(tables), *_aside(path))


def repair(path: Path) -> tuple[str, ...]:
    """Put right what can be, as nobody else may write; gives what was done. Raises OSError."""
    storage = JournalStorage(path)
    before = {finding.text for finding in verify(path) if finding.level == "repairable"}
    with storage.changing():
        done = [storage.notice] if storage.notice else []
        if _spare(path):
            _renew(path)
            done.append("The backup was made again from the notes.")
    after = {finding.text for finding in verify(path) if finding.level == "repairable"}
    if before - after and not done:
        done.append("The end of the journal, which was no whole change, was cut off.")
    return tuple(done)


def _looked(path: Path) -> tuple[Tables | None, Journal, int]:
    """The tables with their journal taken in, that journal, and how many bytes at its end are torn.

    Raises Damaged and OSError.
    """
    log, backup, _ = files.beside(path)
    for _ in range(_TRIES):
        tables: Tables | None = None
        seen: Stamp = None
        content = lines = b""
        with contextlib.suppress(FileNotFoundError):
            content, seen = files.read(path)
            tables = files.tables(content)
        try:
            lines = files.read(log)[0]
        except FileNotFoundError:
            pass
        except Damaged as error:
            raise OSError(f"{log} is no plain file. Take it away") from error
        told = files.journal(lines)
        if files.stamp(path) == seen:
            break  # else another program took the journal in meanwhile
    if seen is not None and not content and os.path.lexists(backup):
        raise Damaged  # it had something in it once
    if told.changes:
        tables = tables or {}
        files.apply(tables, (op for change in told.changes for op in change))
    return tables, told, len(lines) - told.end


def _broken(path: Path) -> Iterator[Finding]:
    """Of a damaged file, what it can be made from again."""
    if _is_odd(path):
        yield Finding("damaged", f"{path}: no plain file. Take it away")
        return
    log, backup, old = files.beside(path)
    sources = [backup.name] if _is_sound(backup) else []
    for each in (old, log):
        with contextlib.suppress(OSError, Damaged):
            if files.journal(files.read(each)[0]).changes:
                sources.append(each.name)
    if sources:
        made = " and ".join(sources)
        yield Finding("repairable", f"{path}: damaged; it can be made again from {made}")
        return
    lost = (
        f"{path}: damaged, and nothing is left to make it from. When newsreader opens it, it keeps"
        " the file beside it under another name, says so, and begins with empty notes"
    )
    yield Finding("damaged", lost)


def _spare(path: Path) -> list[Finding]:
    """What is wrong with the backup, of which a damaged file would be made again."""
    _, backup, old = files.beside(path)
    found = []
    if os.path.lexists(backup) and not _is_sound(backup):
        found.append(Finding("repairable", f"{backup.name}: the backup is damaged"))
    with contextlib.suppress(FileNotFoundError):
        try:
            told = files.journal(files.read(old)[0])
        except Damaged:
            found.append(Finding("repairable", f"{old.name}: no plain file"))
        else:
            if told.bad:
                lines = _several(told.bad, "change")
                found.append(Finding("repairable", f"{old.name}: {lines} damaged"))
    return found


def _renew(path: Path) -> None:
    """Make the backup what the file is, and take away the journal that led from the one before."""
    _, backup, old = files.beside(path)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(old)
    if os.path.lexists(path):
        # A copy and no second name: what damages the one must not damage the other.
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        files.write(fresh, files.read(path)[0], like=path)
        os.replace(fresh, backup)
    elif os.path.lexists(backup):
        os.replace(backup, files.unused(backup))
    files.sync_folder(path.parent)


def _contents(tables: Tables) -> Iterator[Finding]:
    """Documents that nobody here understands, or that stand in each other's way."""
    marks: dict[str, str] = {}
    for name, held in tables.items():
        if name == documents.UNDO:
            continue
        if name not in documents.TABLES:
            if held:
                told = f"{name!r}: a table of another program, {_several(len(held), 'document')}"
                yield Finding("fine", told)
            continue
        ids = marks if name in (documents.BOOKMARKS, documents.MARKS) else {}
        for number, document in held.items():
            kept = documents.kept_in(name, document)
            where = f"{name} {number}"
            if kept is None:
                yield Finding("unread", f"{where}: not as it is kept here; it stays as it is")
            elif kept.id in ids:
                yield Finding("unread", f"{where}: has the id of {ids[kept.id]}")
            else:
                ids[kept.id] = where


def _aside(path: Path) -> Iterator[Finding]:
    """What lies there of damage before."""
    with contextlib.suppress(OSError):
        for name in sorted(os.listdir(path.parent)):
            if name.startswith(f"{path.name}.") and ".damaged-" in name:
                yield Finding("fine", f"{name}: set aside when it was damaged")


def _is_sound(path: Path) -> bool:
    try:
        files.tables(files.read(path)[0])
    except (OSError, Damaged):
        return False
    return True


def _is_odd(path: Path) -> bool:
    """Whether something is there that is no plain file."""
    return os.path.lexists(path) and (path.is_symlink() or not path.is_file())


def _held(tables: Tables) -> str:
    """How much is kept: `16 marks, 1 draft and 9 other things (…)`.

    Steps that can be taken back are none of it.
    """
    sizes = {name: len(held) for name, held in tables.items() if name != documents.UNDO}
    marks = sizes.pop(documents.BOOKMARKS, 0) + sizes.pop(documents.MARKS, 0)
    drafts, rest = sizes.pop(documents.DRAFTS, 0), sum(sizes.values())
    told = [_several(marks, "mark")]
    told += [_several(drafts, "draft")] if drafts else []
    told += [f"{_several(rest, 'other thing')} ({_OTHERS})"] if rest else []
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def _several(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
