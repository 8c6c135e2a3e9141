"""One's own editor: a text written in it, and what comes back."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence

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
    handle, path = tempfile.mkstemp(prefix="note-", suffix=".md")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        try:
            code = subprocess.run([*editor, path], check=False).returncode
        except OSError as error:
            raise EditorError(f"{editor[0]} cannot be started: {error.strerror}.") from error
        if code:
            raise EditorError(f"{editor[0]} ended with {code}: the text is as it was.")
        return _read(path).removesuffix("\n")
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            read = file.read(LONGEST + 1)
    except OSError as error:
        raise EditorError(f"What was written cannot be read: {error.strerror}.") from error
    if len(read) > LONGEST:
        raise EditorError("What was written is too long for a note.")
    return read.decode("utf-8", "replace").replace("\r\n", "\n")
