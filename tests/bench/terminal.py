"""A program in a terminal of its own: started, given keys, read until it paints something."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from types import TracebackType

WIDTH, HEIGHT = 120, 40
PATIENCE = 30.0
QUIT = b"Q"
TAIL = 2_000
_CONTROL = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


class Terminal:
    """A program that thinks that somebody sits before it."""

    def __init__(self, command: list[str], folders: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
        env = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **folders}
        self.began = time.perf_counter()
        self.program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        self._name = command[-1]
        self._tail = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        os.close(self._ours)

    def painted(self, *markers: str) -> float:
        """Seconds from the start until one of some texts came. Raises SystemExit if none does."""
        seen, wanted = b"", [marker.encode() for marker in markers]
        while time.perf_counter() - self.began < PATIENCE:
            seen += self._read(0.5)
            if any(marker in seen for marker in wanted):
                return time.perf_counter() - self.began
            self._alive()
        raise SystemExit(f"{self._name}: never painted {markers}; last: {self._last()}")

    def press(self, keys: bytes, pause: float) -> None:
        """Type something, and read what is written for a while after it."""
        os.write(self._ours, keys)
        self.wait(pause)

    def wait(self, seconds: float) -> None:
        """Read what is written for some time. Raises SystemExit where the program ended."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)
            self._alive()

    def leave(self, key: bytes = QUIT) -> None:
        """Ask the program to end, and read what it still writes."""
        until = time.perf_counter() + PATIENCE
        os.write(self._ours, key)
        while self.program.poll() is None and time.perf_counter() < until:
            self._read(0.2)
        self.program.wait(PATIENCE)

    def _alive(self) -> None:
        if (code := self.program.poll()) is not None:
            raise SystemExit(f"{self._name}: ended with {code}; last: {self._last()}")

    def _last(self) -> str:
        return _CONTROL.sub(b" ", self._tail).decode("utf-8", "replace")

    def _read(self, patience: float) -> bytes:
        if not select.select([self._ours], [], [], patience)[0]:
            return b""
        try:
            came = os.read(self._ours, 65536)
        except OSError:  # the other end is closed
            return b""
        self._tail = (self._tail + came)[-TAIL:]
        return came


def newsreader(*arguments: object) -> list[str]:
    """What the installed `newsreader` does."""
    command = "import sys; from tui.cli import main; sys.exit(main())"
    return [sys.executable, "-c", command, *map(str, arguments)]
