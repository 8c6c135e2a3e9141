"""What stands at the very end of a story about the one who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tui.text.boilerplate import Words
from tui.text.language import DEFAULT, table
from tui.text.units import Unit

_LONGEST = 350
_CHAPEAU = 200
_ARGUES = re.compile(table("page", DEFAULT)["bio"]["argues"])
_TELLS = re.compile(table("page", DEFAULT)["bio"]["tells"])
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
    r"(?: (?:(?:van|de|der|den|ten|ter|te|'t|’t|el|al|la|le) )*[^\W\d_a-zß-öø-ÿ][\w.'’-]*){1,4}"
)
"""The name that opens a line, of two words or more."""


@cache
def _no_names() -> frozenset[str]:
    return frozenset(table("page", DEFAULT)["bio"]["no_names"])


def is_bio(unit: Unit, signatures: str, story: Iterable[Unit], vocabulary: Words) -> bool:
    """Whether a line tells who the writer is: by the name in a byline, or by its words.

    Without a byline the name must be new to the story, and the line speak of writing.
    """
    text = unit.text
    match = _NAME.match(text)
    if len(text) > _LONGEST or not match:
        return False
    name = match.group()
    if name.split()[0].lower() in _no_names():
        return False  # `In Koersk zijn …`, as the headline may have it too
    rest = text[match.end() :].lstrip(" ,(")
    if name.casefold() in signatures:
        return vocabulary.bio.match(rest) is not None or rest[:1].isdigit()
    if _TELLS.match(rest) or not vocabulary.bio.match(rest) or not vocabulary.bio_work.search(rest):
        return False
    return not is_told_of(unit, signatures, story)


def announced(story: Sequence[Unit]) -> str:
    """The names in a first sentence such as `…, betoogt arts Karin Blom`, but those told of."""
    first = next((unit for unit in story if unit.prose), None)
    if first is None or len(first.text) > _CHAPEAU or not _ARGUES.search(first.text):
        return ""
    names = {match.group().rstrip(".") for match in _NAME.finditer(first.text)}
    rest = [unit.text for unit in story if unit.prose and unit is not first][:-1]
    return " ".join(
        name.casefold() for name in names if not any(name.rsplit(" ", 1)[-1] in t for t in rest)
    )


def is_told_of(unit: Unit, signatures: str, story: Iterable[Unit]) -> bool:
    """Whether a line opens with the name of somebody whom the story tells of."""
    match = _NAME.match(unit.text)
    if not match or match.group().casefold() in signatures:
        return False
    last = match.group().rsplit(" ", 1)[-1]
    return any(last in other.text for other in story if other.prose and other is not unit)
