"""What the side panel tells of an article: the rows of a tab, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.session import Item, Order, Tab
from tui.text.article import Article, Figure, FigureKind
from tui.widgets import wording
from tui.widgets.blocks import IN_CORPUS
from tui.widgets.ordering import ordered

EMPTY: dict[Tab, str] = {
    "figures": "No figures found.",
    "actors": "Nobody named.",
    "claims": "No claims found.",
    "related": "No teasers on the page.",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the panel: its words, and the item it stands for; a heading stands for none."""

    item: Item | None
    head: str = ""
    look: str = "head"
    tail: str = ""
    text: str = ""
    note: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What of an article the panel tells: a tab, and the order and kind of its figures.

    `related` holds for each teaser the key of its article in the corpus.
    """

    tab: Tab = "figures"
    order: Order = "position"
    kind: FigureKind | None = None
    related: tuple[str | None, ...] = ()


def facts(article: Article, telling: Telling) -> list[Fact]:
    """The rows of a tab, in the order of the text; actors by type, figures as is asked."""
    tab, kind = telling.tab, telling.kind
    if tab == "figures":
        shown = ordered(article.figures, telling.order, kind)
        rows = [_figure(article, index, telling.order) for index in shown]
        empty = f"No figures of kind {kind}." if kind and article.figures else EMPTY[tab]
        return rows or [Fact(None, head=empty)]
    rows = _teasers(article, telling.related) if tab == "related" else _facts(article, tab)
    return rows or [Fact(None, head=EMPTY[tab])]


def _figure(article: Article, index: int, order: Order) -> Fact:
    """Value and hedge, the phrase where that is printed otherwise, and who says so."""
    figure = article.figures[index]
    head, phrase = wording.figure(figure), _printed(figure)
    return Fact(
        Item("figures", index),
        head=head,
        look="figure",
        tail=figure.kind if order == "kind" else (figure.hedge or ""),
        text="" if phrase == wording.amount(figure) else phrase,
        note=wording.voice(article, figure),
    )


def _printed(figure: Figure) -> str:
    return " ".join((figure.phrase or figure.text).split())


def _teasers(article: Article, related: Sequence[str | None]) -> list[Fact]:
    known = [*related, *[None] * len(article.related)]
    return [
        Fact(
            Item("related", i),
            head=teaser.title or teaser.text or "",
            text=(teaser.text or "") if teaser.title else "",
            note=teaser.age or "",
            mark=IN_CORPUS if known[i] is not None else "",
        )
        for i, teaser in enumerate(article.related)
    ]


def _facts(article: Article, tab: Tab) -> list[Fact]:
    if tab == "claims":
        return [
            Fact(Item(tab, i), head=wording.who(claim), text=f"{claim.stance}: {claim.text}")
            for i, claim in enumerate(article.claims)
        ]
    rows: list[Fact] = []
    for title, indexes in wording.ranked(article.actors):
        rows.append(Fact(None, head=title))
        for index in indexes:
            actor = article.actors[index]
            rows.append(
                Fact(
                    Item(tab, index),
                    head=actor.name,
                    look=actor.type,
                    tail=str(len(actor.mentions)),
                )
            )
    return rows
