"""By what the names of a corpus are found together: those that could be one actor's share a trait.

Kept beside each name, so that who is who can be told of a few names without going through all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple

from tui.store.cast import ActorKind
from tui.store.spelling import plain, spelling, surname

SAME, HOLDS, SEEKS = 0, 1, 2
"""Sides of a trait: alike in it, could be meant by a shorter name, such a shorter name."""

_SIZE = 6  # bytes of a trait with its side
_REMEMBERED = 65_536  # many share a surname

MANY = 12
"""What more names hold than so many tells none of them: no one looks which of them are the same."""


class Node(NamedTuple):
    """A name with its type: as far as one article tells, one actor."""

    type: ActorKind
    name: str


Trait = tuple[int, int]
"""A number for what it is about, and its side."""


def number(kind: str, text: str) -> int:
    """The number of a kind of trait; the same on all machines, below 2 ** 45.

    Where two of a corpus are alike by chance, some more names are looked at.
    """
    data = f"{kind} {text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=6).digest(), "big") >> 3


def sided(number: int, side: int) -> int:
    """A trait as one number: the side stands in the last two bits."""
    return number << 2 | side


def packed(sides: Iterable[int]) -> bytes:
    """Traits as `sided` gives them, in a row."""
    return b"".join(side.to_bytes(_SIZE, "big") for side in sorted(sides))


def unpacked(row: bytes) -> list[int]:
    """What was packed."""
    return [int.from_bytes(row[at : at + _SIZE], "big") for at in range(0, len(row), _SIZE)]


def of_name(node: Node) -> Iterator[Trait]:
    """What a name by itself has."""
    if text := plainly(node):
        yield number(f"plain {node.type}", text), SAME
    if node.type == "organisation":
        yield short(node.name), SEEKS
    if node.type == "person":
        yield from _of_person(node)


def _of_person(node: Node) -> Iterator[Trait]:
    yield number("spelt", spelt(node)), SAME
    words = plain(node.name).split()
    given = initials(words)
    if 0 < given < len(words):
        yield initial(words[0], " ".join(words[given:])), SEEKS
    bare = is_bare(words)
    if bare:
        yield exact(" ".join(words)), SEEKS
        yield near(node.name), SEEKS
    for name in surnames(words):
        if not given:
            yield initial(words[0], name), HOLDS
        if not bare:
            yield exact(name), HOLDS
            yield near(name), HOLDS


def of_forms(node: Node, forms: Iterable[str]) -> Iterator[Trait]:
    """What a name has by the other names that articles give beside it."""
    if node.type == "organisation":
        for form in forms:
            if len(form) < len(node.name):
                yield short(form), HOLDS
    elif node.type == "person":
        names = set(surnames(plain(node.name).split()))
        for form in forms:
            text = plain(form)
            if text and " " not in text and text not in names:
                yield exact(text), HOLDS


def of_entity(node: Node, entity: str) -> Trait:
    """What a name has by the one under which the engine's lists know it."""
    return number(f"entity {node.type}", entity), SAME


@lru_cache(maxsize=_REMEMBERED)
def exact(name: str) -> int:
    """The trait of a surname as it is written."""
    return number("surname", name)


@lru_cache(maxsize=_REMEMBERED)
def near(name: str) -> int:
    """The trait of a surname as it sounds."""
    return number("sound", surname(name))


def initial(first: str, name: str) -> int:
    """The trait of a surname after a first name that begins with a letter."""
    return number("initial", f"{first[0]} {name}")


def short(name: str) -> int:
    """The trait of a short name of a body."""
    return number("short", name)


def plainly(node: Node) -> str:
    """A name without case and accents; of others than people also without blanks and `Al`."""
    text = plain(node.name)
    return text if node.type == "person" else text.removeprefix("al ").replace(" ", "")


def spelt(node: Node) -> str:
    """The one spelling of a name; of a single word, where more depends on each letter, less so."""
    return spelling(node.name) if " " in node.name else surname(node.name)


def initials(words: list[str]) -> int:
    """With how many initials a name begins."""
    return next((at for at, word in enumerate(words) if len(word) > 1), len(words))


def surnames(words: list[str]) -> Iterator[str]:
    """The ends of a whole name that may be its surname; never one without its particles."""
    for at in range(1, len(words)):
        if (at == 1 or words[at - 1] not in particles()) and len(words[-1]) > 1:
            yield " ".join(words[at:])


def is_bare(words: list[str]) -> bool:
    """Whether a name is a surname alone: one word, or one with its particles."""
    return bool(words) and all(word in particles() for word in words[:-1])


@cache
def particles() -> frozenset[str]:
    """The words that stand before a surname and belong to it."""
    from tui.text.language import table

    return frozenset(plain(word) for word in table("actors")["surname_particles"])
