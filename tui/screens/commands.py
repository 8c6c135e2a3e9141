"""The command palette: every action of the registry, the themes, and the articles by title."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import ACTIONS
from tui.config import THEMES
from tui.finding import fold
from tui.session import Entry
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.screens.keyed import Keyed

MOST = 50


def palette() -> CommandPalette:
    """The palette, ready to be pushed."""
    return CommandPalette([Commands, Articles], placeholder="A command, or words of a title")


class Commands(Provider):
    """What can be done, and which key does it."""

    @property
    def _commands(self) -> list[tuple[str, str, partial[None]]]:
        screen = _screen(self)
        scenes = screen.scenes
        done = [
            (
                f"{action.label}  {screen.keymap.label(action.id)}".rstrip(),
                action.help,
                partial(screen.do, action.id),
            )
            for action in ACTIONS
            if action.id != "commands" and not scenes.isdisjoint(action.scenes)
        ]
        themes = [
            (f"Theme: {name}", "Change the colours.", partial(setattr, self.app, "theme", name))
            for name in THEMES
        ]
        return done + themes

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for label, help, run in self._commands:
            yield DiscoveryHit(Content(label), run, text=label, help=help)

    async def search(self, query: str) -> Hits:
        """What is like the words that were typed."""
        matcher = self.matcher(query)
        for label, help, run in self._commands:
            score = matcher.match(label) or float(query.casefold() in help.casefold()) / 2
            if score > 0:
                yield Hit(score, Content(label), run, text=label, help=help)


class Articles(Provider):
    """Articles by words of the title, at most fifty."""

    async def search(self, query: str) -> Hits:
        """The articles that have all the words in their title or their file name."""
        screen = _screen(self)
        for entry in await asyncio.to_thread(titled, screen.library.rows, query):
            title = safe_line(entry.title)
            run = partial(screen.go_to, entry.key)
            yield Hit(1.0, Content(title), run, text=title, help=safe_line(entry.key))


def titled(entries: tuple[Entry, ...], query: str) -> list[Entry]:
    """The first fifty articles with all words of a query in title or file name."""
    words = fold(query)[0].split()
    found: list[Entry] = []
    for entry in entries:
        text = f"{entry.title} {entry.key}"
        text = text.lower() if text.isascii() else fold.__wrapped__(text)[0]
        if all(word in text for word in words):
            found.append(entry)
            if len(found) == MOST:
                break
    return found


def _screen(provider: Provider) -> Keyed[Any]:
    from tui.screens.keyed import Keyed

    screen = provider.screen
    assert isinstance(screen, Keyed)
    return screen
