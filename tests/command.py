"""The command as a user runs it: its output, what it loads, in a terminal, into a closed pipe."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "tui"]


def run(*arguments: str | Path, stdin: bytes = b"", **settings: object) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        **settings,  # type: ignore[call-overload]
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def objects(
    command: str, *arguments: str | Path, cwd: Path | None = None
) -> list[dict[str, object]]:
    """What a command prints as one object a line, without a complaint."""
    code, out, err = run(command, "--format", "jsonl", *arguments, cwd=cwd)
    assert (code, err) == (0, "")
    return [json.loads(text) for text in out.splitlines()]


def loaded_by(*arguments: str | Path) -> set[str]:
    """The names of the packages that a run of the command imports."""
    code = (
        "import sys; from tui.cli import main; code = main(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False, text=True
    )
    return set(done.stderr.splitlines()[-1].split())


def in_terminal(
    *arguments: str | Path, columns: int = 100, cwd: Path | None = None, leave_at: bytes = b""
) -> str:
    """All that it writes to a terminal, where Q is typed once `leave_at` was written."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS=str(columns), LINES="30")
        os.chdir(cwd or ".")
        os.execv(sys.executable, [*COMMAND, *map(str, arguments)])
    screen = b""
    try:
        while chunk := os.read(terminal, 65536):
            screen += chunk
            if leave_at and leave_at in screen:
                os.write(terminal, b"Q")
                leave_at = b""
    except OSError:  # the other end of a terminal closes with an error
        pass
    finally:
        os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    return screen.decode()


def into_closed_pipe(*arguments: str | Path) -> tuple[int, str]:
    """Exit code and stderr where only the first characters of its output are read."""
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    complaint = process.stderr.read().decode()
    process.stderr.close()
    return process.wait(), complaint


def two_stories(folder: Path, first: str, second: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of two stories, of which the first stands on two pages; its index lies beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    corpus = folder / "corpus"
    (corpus / "zee").mkdir(parents=True)
    (corpus / "9.txt").write_text(first)
    (corpus / "10.txt").write_text(first)
    (corpus / "zee" / "1.txt").write_text(second)
    return corpus
