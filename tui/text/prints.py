"""What is remembered of a page for learning: for each block a print, small enough to keep many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from tui.text.article import Piece
from tui.text.boilerplate import dateline
from tui.text.guide import block_key
from tui.text.language import table

LONG = 12
"""A block of more words is running text, and no stock phrase."""
_STEM = 6
_CAPITALS = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŚŞŠŻŽ"
_NAME = re.compile(rf"[{_CAPITALS}](?:(?<=[\w,;:] .)[\w'’-]{{2,}}|[{_CAPITALS}]{{2,}}\b)")
"""A word with a capital that no sentence begins with, or all in capitals: `uit Zeeland`, `NAVO`."""
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“„”«].*?[\"“”»]")
_DIGITS = re.compile(r"\d+(?:[.,:/-]\d+)*")
PLACES = 1000
"""Of how many blocks of a page it is remembered that others speak of the same."""
_MOST_TIES = 4


class Print(NamedTuple):
    """What is remembered of a block that was taken for the article.

    `shape` is the key of the block without its numbers. `above` and `below` count the other such
    blocks of the page on either side. `title`, `lead` and `dated` (with a dateline) tell what it
    is; a `sentence` is running text and no label; `address` tells that it speaks to the reader.
    `words` counts its words and `stems` the longer ones; `ties` tells which of those stand in
    which other blocks: `stem * 1000 + place`, or `-1 - place` for a name that both have.
    """

    key: int
    shape: int
    above: int
    below: int
    title: bool
    lead: bool
    dated: bool
    sentence: bool
    words: int
    address: bool
    stems: int
    ties: tuple[int, ...]


class Seen(NamedTuple):
    """A page as learning sees it: the scopes it belongs to, and the prints of its blocks."""

    scopes: tuple[str, ...]
    prints: tuple[Print, ...]


def prints(pieces: Iterable[Piece]) -> tuple[Print, ...]:
    """The prints of the title and body pieces of a page, in order."""
    held = [piece for piece in pieces if piece.part != "stripped"]
    lead = next((at for at, piece in enumerate(held) if piece.part == "body"), None)
    plain = [_WORD.findall(piece.text.casefold()) for piece in held]
    names = _places([set(_NAME.findall(piece.text)) for piece in held])
    stems = [sorted(_stems(found)) for found in plain]
    where = _places(stems)
    named: dict[int, set[int]] = defaultdict(set)
    for places in names.values():
        for at in places if len(places) > 1 else ():
            named[at].update(-1 - place for place in _others(places, at))
    found = []
    for at, piece in enumerate(held):
        text, key = piece.text, block_key(piece.text)
        shape = _DIGITS.sub("0", text)
        count = len(text.split())
        ties = sorted(named[at]) if at in named else []
        for number, stem in enumerate(stems[at]):
            if len(places := where.get(stem, [])) > 1:
                ties += [number * PLACES + place for place in _others(places, at)]
        found.append(
            Print(
                key=key,
                shape=key if shape == text else block_key(shape),
                above=at,
                below=len(held) - 1 - at,
                title=piece.part == "title",
                lead=at == lead,
                dated=_is_dated(text),
                sentence=count > LONG or (count >= 3 and _ends(text)),
                address=_is_address(text, plain[at], count),
                words=count,
                stems=len(stems[at]),
                ties=tuple(ties),
            )
        )
    return tuple(found)


def own_ties(print_: Print, own: frozenset[int]) -> tuple[bool, set[int]]:
    """Whether a block names what those in these places name, and its stems that they have too."""
    named = any(tie < 0 and -1 - tie in own for tie in print_.ties)
    return named, {tie // PLACES for tie in print_.ties if tie >= 0 and tie % PLACES in own}


def _stems(plain: Iterable[str]) -> set[str]:
    return {word[:_STEM] for word in plain if len(word) >= _STEM and word not in _small_words()}


@cache
def _small_words() -> frozenset[str]:
    return frozenset(table("words")["function"])


def _places(blocks: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    where: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(islice(blocks, PLACES)):
        for word in found:
            where[word].append(at)
    return where


def _others(places: Sequence[int], at: int) -> Iterable[int]:
    return islice((place for place in places if place != at), _MOST_TIES)


def _is_dated(text: str) -> bool:
    return dateline(text) is not None or (
        text.endswith(("-", "–", "—", ":")) and dateline(f"{text} x") is not None
    )


def _ends(text: str) -> bool:
    return text.rstrip("\"'”’»)").endswith((".", "!", "?", "…"))


def _is_address(text: str, plain: Sequence[str], count: int) -> bool:
    """Whether a line speaks to the reader; a quotation does not, nor a subheading that asks."""
    if _address().isdisjoint(plain) or (text.endswith("?") and count <= LONG):
        return False
    return not _address().isdisjoint(_WORD.findall(_QUOTED.sub("", text).casefold()))


@cache
def _address() -> frozenset[str]:
    return frozenset(table("page")["address"]["words"])
