"""The app with a clock inside: `python -m tests.bench.probe REPORT ARGUMENTS...` runs newsreader.

A key is timed from the moment at which the terminal gave it until the paint that shows what it
did: the cursor of the list elsewhere, or another article open. Every callback of the event loop is
timed too, for that long nothing else is drawn or answered; and it is told at which article the
cursor stood from when on. At the end the report is written.
"""

from __future__ import annotations

import json
import os
import sys
import time
from asyncio import events as loop_events
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.measured import status
from tui.cli import main
from tui.commands.read import PAINTS

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

_LONG = 0.010
_MOVES = {"j", "k", "down", "up", "G"}
_OPENS = {"enter", "J", "K"}


class Probe:
    """What was timed so far."""

    def __init__(self) -> None:
        self.pending: tuple[str, float, object] | None = None
        self.moves: list[tuple[float, float]] = []
        self.opens: list[tuple[float, float]] = []
        self.lost = 0
        self.held: list[tuple[float, float, float, str]] = []
        self.entries: list[tuple[float, str]] = []
        self.app: App[Any] | None = None

    def key(self, driver: Driver, name: str) -> None:
        """A key came from the terminal, in the thread that reads it."""
        kind = "moves" if name in _MOVES else "opens" if name in _OPENS else None
        if kind is not None:
            self.lost += self.pending is not None
            self.app = driver._app
            self.pending = kind, time.perf_counter(), self.state(kind)

    def painted(self) -> None:
        """Something was painted: it may be what the key did."""
        entry = getattr(getattr(self.screen, "articles", None), "entry", None)
        if entry is not None and (not self.entries or self.entries[-1][1] != entry.key):
            self.entries.append((time.perf_counter(), entry.key))
        if self.pending is not None:
            kind, since, before = self.pending
            after = self.state(kind)
            if after is not None and after != before:
                now = time.perf_counter()
                getattr(self, kind).append((since, now - since))
                self.pending = None

    @property
    def screen(self) -> Any:
        """The screen that is shown, None before there is one."""
        return self.app.screen if self.app is not None else None

    def state(self, kind: str) -> object:
        """Where the cursor of the list is, or which article is open."""
        if kind == "moves":
            return getattr(getattr(self.screen, "articles", None), "cursor", None)
        session = getattr(self.screen, "session", None)
        return session.key if session is not None and session.article is not None else None

    def report(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "moves": self.moves,
            "opens": self.opens,
            "lost": self.lost,
            "held": self.held,
            "entries": self.entries,
            "resident": status("VmRSS"),
            "peak": status("VmHWM"),
        }


def watch(probe: Probe) -> None:
    """Put the clock into the app that is about to start, which would load Textual after this."""
    os.environ.setdefault("TEXTUAL_FPS", PAINTS)
    from textual import events
    from textual.app import App
    from textual.driver import Driver

    handle: Any = loop_events.Handle
    send, display, run = Driver.send_message, App._display, handle._run

    def sent(self: Driver, message: Any) -> None:
        if isinstance(message, events.Key):
            probe.key(self, message.key)
        send(self, message)

    def displayed(self: App[Any], *arguments: Any) -> None:
        display(self, *arguments)
        probe.painted()

    def ran(self: Any) -> None:
        who, worked, began = self._callback, time.thread_time(), time.perf_counter()
        run(self)
        taken = time.perf_counter() - began
        if taken > _LONG:
            probe.held.append((began, taken, time.thread_time() - worked, _who(who)))

    for owner, name, timed in (
        (Driver, "send_message", sent),
        (App, "_display", displayed),
        (handle, "_run", ran),
    ):
        setattr(owner, name, timed)


def _who(callback: Callable[..., object]) -> str:
    """Whose turn it was: the task of a callback, else the callback."""
    task = getattr(callback, "__self__", None)
    name = getattr(task, "get_name", None)
    return str(name()) if name is not None else getattr(callback, "__qualname__", repr(callback))


if __name__ == "__main__":
    seen = Probe()
    watch(seen)
    code = main(sys.argv[2:])
    Path(sys.argv[1]).write_text(json.dumps(seen.report()))
    sys.exit(code)
