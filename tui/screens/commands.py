"""The command palette: every action of the registry, the themes, and the articles by title."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.actions import ACTIONS
from tui.config import THEMES

if TYPE_CHECKING:
    from tui.screens.keyed import Keyed
    from tui.store.library import Library
    from tui.store.rows import Row

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
        """The articles that have all the words in their title, as far as they are typed."""
        screen = _screen(self)
        for row in await asyncio.to_thread(titled, screen.library, query):
            run = partial(screen.go_to, row.key)
            yield Hit(1.0, Content(row.title), run, text=row.title, help=row.key)


def titled(library: Library, words: str) -> list[Row]:
    """The first fifty articles with words that begin like these in their title."""
    from tui.store.query import parse

    wanted = " ".join(f"title:{word}*" for word in re.findall(r"[^\W_]+", words))
    if not wanted:
        return []
    return library.rows(library.view(parse(wanted)).ids[:MOST])


def _screen(provider: Provider) -> Keyed[Any]:
    from tui.screens.keyed import Keyed

    screen = provider.screen
    assert isinstance(screen, Keyed)
    return screen
