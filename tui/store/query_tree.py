"""What a query comes down to: conditions on an article, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from tui.store.amounts import Amount
from tui.text.article import FigureKind
from tui.text.article import Stance as StanceName

KINDS: tuple[str, ...] = get_args(FigureKind)
STANCES: tuple[str, ...] = get_args(StanceName)
STATUSES: tuple[str, ...] = ("unverified", "confirmed", "disputed", "denied", "superseded")
State = Literal["unread", "read", "bookmarked", "changed", "noted", "failed"]
IS: tuple[State, ...] = get_args(State)
HitsBy = Literal["words", "figures", "claims", "actors"]


class Kind(NamedTuple):
    """A figure of one of these kinds."""

    names: tuple[str, ...]


class Noun(NamedTuple):
    """A figure of things whose noun begins with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


class Who(NamedTuple):
    """An actor with a name that has words beginning with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


class Speaker(NamedTuple):
    """A claim by such an actor; also by one whom no name tells, in words as printed."""

    word: str
    whole: bool = False


class Stance(NamedTuple):
    """A claim with one of these stances."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other, folded; of the last one maybe only how it `begins`.

    In the headline or the text, or in the headline alone (`title`).
    """

    tokens: tuple[str, ...]
    begins: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure of which all of `wanted` holds, and none of `unwanted`."""

    wanted: tuple[Condition, ...]
    unwanted: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """One claim of which all of `wanted` holds, and none of `unwanted`."""

    wanted: tuple[Said, ...]
    unwanted: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """A figure or a claim for which one of some groups of conditions holds."""

    options: tuple[Figures, ...] | tuple[Claims, ...]


Condition = Amount | Kind | Noun | OneOf
Said = Speaker | Stance | OneOf


@dataclass(frozen=True, slots=True)
class Named:
    """An actor that is named in the article."""

    who: Who


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of publication from `low` up to but not including `high`, None where that is open.

    Both are ISO dates or the first part of one, without what is its first anyway: `2024-01` is
    `2024`. What was published at some time in a whole month lies between only if all of it does.
    """

    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """A site whose name has a part that begins with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A mark with a tag that begins with a folded word, or is the `whole` of it or stands under it.

    A tag `militair/aantallen` stands under `militair`.
    """

    word: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """Words in what a person wrote."""

    words: Words


@dataclass(frozen=True, slots=True)
class Status:
    """A claim that a person gave one of these statuses."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Is:
    """An article in one of these states."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The article is not what is told here."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of it holds."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these holds, or several."""

    nodes: tuple[Node, ...]


Node = (
    Words
    | Figures
    | Claims
    | Named
    | Dated
    | Site
    | Tagged
    | Noted
    | Status
    | Is
    | Not
    | All
    | Either
)
Facts = Figures | Claims | Named | Dated | Site
"""What only an article that was read can tell."""


@dataclass(frozen=True, slots=True)
class Query:
    """What an article is to be: all of `nodes` holds for it. Without any, it is every article."""

    nodes: tuple[Node, ...] = ()

    @property
    def marked(self) -> tuple[Words, ...]:
        """The words that are looked for, and so are to be seen where they stand."""
        return tuple(dict.fromkeys(n for n in self._found() if isinstance(n, Words)))

    @property
    def asks_words(self) -> bool:
        """Whether words are looked for, so that there are places in the text to show."""
        return any(isinstance(node, Words) for node in self._found())

    @property
    def facts(self) -> tuple[Figures | Claims | Named, ...]:
        """What figures are looked for; where there are none what claims, and else what actors."""
        found = tuple(self._found())
        for kind in (Figures, Claims, Named):
            if facts := tuple(node for node in found if isinstance(node, kind)):
                return facts
        return ()

    @property
    def hits_by(self) -> HitsBy | None:
        """What the hits of an article are: places with the words, else figures, claims, actors."""
        if self.asks_words:
            return "words"
        for node in self.facts:
            if isinstance(node, Figures):
                return "figures"
            return "claims" if isinstance(node, Claims) else "actors"
        return None

    def _found(self) -> Iterator[Node]:
        """What is to be in the article, without what is not to be."""
        waiting = list(reversed(self.nodes))
        while waiting:
            node = waiting.pop()
            if isinstance(node, All | Either):
                waiting.extend(reversed(node.nodes))
            elif not isinstance(node, Not):
                yield node
