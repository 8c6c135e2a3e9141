"""One's own editor: a text written in it, and what comes back."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence

LONGEST = 4_000_000
"""Bytes of a note that are read back; more is no note."""


class EditorError(Exception):
    """Why nothing came back; the message says so."""


def command(environment: Mapping[str, str]) -> list[str]:
    """The editor that is set in VISUAL or EDITOR, with its arguments; empty where none is."""
    for name in ("VISUAL", "EDITOR"):
        with contextlib.suppress(ValueError):  # an open quotation mark
            if words := shlex.split(environment.get(name, "")):
                return words
    return []


def written(text: str, editor: Sequence[str]) -> str:
    """The text as it is once the editor was left. Raises EditorError.

    It is in a Markdown file that nobody else may read, as long as the editor is open.
    """
    try:
        handle, path = tempfile.mkstemp(prefix="note-", suffix=".md")
    except OSError as error:
        raise EditorError(f"No file can be made for the editor: {error.strerror}.") from error
    try:
        try:
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        except OSError as error:
            raise EditorError(f"The editor's file cannot be written: {error.strerror}.") from error
        if code := _run([*editor, path]):
            raise EditorError(f"{editor[0]} ended with {code}: the text is as it was.")
        return _read(path).removesuffix("\n")
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


def _run(words: Sequence[str]) -> int:
    """What the editor ended with."""
    try:
        process = subprocess.Popen(words)
    except OSError as error:
        raise EditorError(f"{words[0]} cannot be started: {error.strerror}.") from error
    with process, _uninterrupted():
        return process.wait()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """ctrl+c in the editor is for the editor: the terminal sends it to this program as well."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            read = file.read(LONGEST + 1)
    except OSError as error:
        raise EditorError(f"What was written cannot be read: {error.strerror}.") from error
    if len(read) > LONGEST:
        raise EditorError("What was written is too long for a note.")
    return read.decode("utf-8", "replace").replace("\r\n", "\n")
