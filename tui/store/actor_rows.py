"""The actors of a corpus and their claims as screens show them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from tui.store.aliases import Node
from tui.store.cast import KINDS, ActorKind, line
from tui.store.query import folded

if TYPE_CHECKING:
    from tui.text.article import Article

Sort = Literal["claims", "articles", "mentions", "name", "type"]
SORTS: tuple[Sort, ...] = ("claims", "articles", "mentions", "name", "type")


class Alias(NamedTuple):
    """A name of an actor, in how many articles it is the fullest one, and why it is a name of it.

    One with a `key` can be split off; one without stands beside a fuller name in all articles.
    """

    name: str
    key: str | None
    articles: int
    why: str


class ActorRow(NamedTuple):
    """An actor of a corpus; all of it is safe to print.

    `key` is good for `claims_of`, `merge` and the like, also after its names were joined or split
    otherwise. `name` is the fullest in use; of one that is `described` it is a common noun. `type`
    is that of the name, "unnamed" for speakers whom no name tells. `roles` stand in the order of
    how many articles give them, `aliases` so too, `name` itself first.
    """

    key: str
    name: str
    type: ActorKind
    described: bool
    roles: tuple[str, ...]
    aliases: tuple[Alias, ...]
    articles: int
    mentions: int
    claims: int
    by_hand: bool


class ClaimRow(NamedTuple):
    """A claim of an actor: in which article (`key` as in a Row) and where in its body.

    `text` is on one line, `speaker` and `figures` are as printed; `published` is an ISO date or
    the first part of one.
    """

    key: str
    title: str
    published: str | None
    text: str
    speaker: str
    stance: str
    form: str
    cue: str
    via: str | None
    start: int
    end: int
    figures: tuple[str, ...]


def claim_row(head: tuple[str, str, str | None], article: Article, nth: int) -> ClaimRow:
    """The row of one claim of an article, that stands under this key, title and day."""
    claim = article.claims[nth]
    return ClaimRow(
        *head,
        line(claim.text),
        line(claim.speaker_text),
        claim.stance,
        claim.form,
        line(claim.cue),
        claim.via and line(claim.via),
        claim.start,
        claim.end,
        tuple(article.figures[at].text for at in claim.figures),
    )


def key_of(kind: str, name: str) -> str:
    """The key of the actor that has a name of this type, as the articles have it."""
    return f"{kind}:{' '.join(name.split())}"


def node_of(key: str) -> Node:
    """The name with its type that a key is made of."""
    kind, _, name = key.partition(":")
    return Node(cast(ActorKind, kind), name)


def ordered(rows: Iterable[ActorRow], sort: Sort) -> tuple[ActorRow, ...]:
    """Some rows, as `sort` has them."""
    by_name = sorted(rows, key=lambda row: (folded(row.name), row.key))
    if sort == "name":
        return tuple(by_name)
    if sort == "type":
        return tuple(sorted(by_name, key=lambda row: (KINDS.index(row.type), -row.claims)))
    return tuple(sorted(by_name, key=attrgetter(sort), reverse=True))
