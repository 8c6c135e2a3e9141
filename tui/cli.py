"""The command line. What a command needs is imported when it runs: `--help` must answer at once."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from tui.commands.common import DONE, INTERRUPTED, SOME_UNREAD, WRONG_USAGE, complain

__all__ = ["DONE", "INTERRUPTED", "SOME_UNREAD", "WRONG_USAGE", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            return _run(arguments)
        except SystemExit as end:  # argparse: after help, version or a usage fault
            return end.code if isinstance(end.code, int) else WRONG_USAGE
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has enough: what is left in the buffer goes nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stdout = None  # or Python would try to write the rest as it ends
        return complain(f"cannot print any further: {error.strerror}. Make room on that disk.")


def _run(argv: list[str]) -> int:
    command = _command(argv[0]) if argv else None
    if command is not None:
        return int(command.run(command.parser().parse_args(argv[1:])))
    from tui.commands import read

    return read.run(read.plain(argv) or read.parser().parse_args(argv))


def _command(name: str) -> ModuleType | None:
    """The module of a command, None where the name is none: it is something to read."""
    if name == "extract":
        from tui.commands import extract

        return extract
    if name == "search":
        from tui.commands import search

        return search
    if name == "ledger":
        from tui.commands import ledger

        return ledger
    if name == "notes":
        from tui.commands import notes

        return notes
    if name == "index":
        from tui.commands import index

        return index
    if name == "keys":
        from tui.commands import keys

        return keys
    return None
