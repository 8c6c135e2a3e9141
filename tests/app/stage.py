"""What is seen on the screen of actors."""

from __future__ import annotations

from tests.app.conftest import Reader
from tui.screens.actors import ActorsScreen


def screen(reader: Reader) -> ActorsScreen:
    found = reader.app.screen
    assert isinstance(found, ActorsScreen)
    return found


def names(reader: Reader) -> list[str]:
    return [one.name for one in screen(reader).people._shown if one.key is not None]


def heads(reader: Reader) -> list[str]:
    return [one.name for one in screen(reader).people._shown if one.key is None]


def here(reader: Reader) -> str:
    person = screen(reader).people.row
    return person.name if person is not None else ""
