"""What the side panel tells of an article: the rows of a tab, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.claims import kept_in, made_in
from tui.items import Item, Tab, span
from tui.session import Order
from tui.store.marked import Placed
from tui.text.article import Article, Figure, FigureKind
from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.blocks import IN_CORPUS
from tui.widgets.mark_telling import Own, own
from tui.widgets.ordering import ordered
from tui.widgets.statements import Statement, made, statement

EMPTY: dict[Tab, str] = {
    "figures": "No figures found.",
    "actors": "Nobody named.",
    "claims": "No claims found.",
    "related": "No teasers on the page.",
    "notes": "Nothing marked yet.",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the panel: its words, and the item it stands for; a heading stands for none."""

    item: Item | None
    head: str = ""
    look: str = "group"
    tail: str = ""
    text: str = ""
    note: str = ""
    mark: str = ""
    said: Statement | None = None
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What of an article the panel tells: a tab, and the order and kind of its figures.

    `related` holds for each teaser the key of its article in the corpus; `marks` are one's own,
    and `evidence` is for and against the claims among them.
    """

    tab: Tab = "figures"
    order: Order = "position"
    kind: FigureKind | None = None
    related: tuple[str | None, ...] = ()
    marks: tuple[Placed, ...] = ()
    evidence: tuple[Placed, ...] = ()


def facts(article: Article, telling: Telling) -> list[Fact]:
    """The rows of a tab: actors by type, claims by speaker, figures as is asked."""
    tab, kind = telling.tab, telling.kind
    if tab == "notes":
        marks = [Fact(Item(tab, i), own=own(placed)) for i, placed in enumerate(telling.marks)]
        return marks or [Fact(None, head=EMPTY[tab])]
    if tab == "figures":
        shown = ordered(article.figures, telling.order, kind)
        rows = [_figure(article, index, telling.order) for index in shown]
        empty = f"No figures of kind {kind}." if kind and article.figures else EMPTY[tab]
        return rows or [Fact(None, head=empty)]
    if tab == "related":
        rows = _teasers(article, telling.related)
    else:
        rows = _claims(article, telling) if tab == "claims" else _actors(article)
    return rows or [Fact(None, head=EMPTY[tab])]


def about_speaker(article: Article, item: Item | None, marks: Sequence[Placed] = ()) -> str:
    """Who makes the claim that is chosen, and which of theirs it is: `Seoul 2/5`."""
    if item is None or item.tab != "claims":
        return ""
    for speaker, claims in _voices(article, marks).items():
        if item in claims:
            return f"{safe_line(speaker)} {claims.index(item) + 1}/{len(claims)}"
    return ""


def _voices(article: Article, marks: Sequence[Placed]) -> dict[str, list[Item]]:
    """The claims of each speaker in the order of the text, found and made by hand.

    One that is kept stands under whoever it is kept as said by. Speakers come in the order in which
    they first say one, those of claims by hand alone last.
    """
    kept = {i: placed.mark.claimed for i, placed in kept_in(article, marks).items()}
    found: dict[str, list[Item]] = {}
    for speaker, said in wording.speakers(article.claims).items():
        for i in said:
            claimed = kept.get(i)
            name = (claimed.speaker or wording.OWN_VOICE) if claimed is not None else speaker
            found.setdefault(name, []).append(Item("claims", i))
    for index in made_in(article, marks):
        claimed = marks[index].mark.claimed
        speaker = (claimed.speaker if claimed else "") or wording.OWN_VOICE
        found.setdefault(speaker, []).append(Item("claims", index, own=True))
    for claims in found.values():
        claims.sort(key=lambda item: (span(article, item, marks) or (0, 0))[0])
    return found


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


def _claims(article: Article, telling: Telling) -> list[Fact]:
    """Under each speaker what that one says, in the order of the text, and which are kept."""
    kept, marks, evidence = kept_in(article, telling.marks), telling.marks, telling.evidence
    known = {actor.name: actor for actor in article.actors}
    rows: list[Fact] = []
    for speaker, items in _voices(article, marks).items():
        actor = known.get(speaker)
        look = actor.type if actor else "head"
        note = wording.beside(actor) if actor else ""
        rows.append(Fact(None, head=speaker, look=look, tail=str(len(items)), note=note))
        for item in items:
            said = (
                made(marks[item.index], evidence)
                if item.own
                else statement(article, item.index, kept.get(item.index), evidence)
            )
            rows.append(Fact(item, said=said))
    return rows


def _actors(article: Article) -> list[Fact]:
    """Under each type who is of it, with the role, how often named, and how many claims."""
    said = Counter(claim.speaker for claim in article.claims)
    rows: list[Fact] = []
    for title, indexes in wording.ranked(article.actors):
        rows.append(Fact(None, head=title, look="group", tail=str(len(indexes))))
        for index in indexes:
            actor = article.actors[index]
            claims = said[actor.name]
            rows.append(
                Fact(
                    Item("actors", index),
                    head=actor.name,
                    look=actor.type,
                    tail=wording.times(len(actor.mentions)),
                    text=wording.plural(claims, "claim") if claims else "",
                    note=wording.beside(actor),
                )
            )
    return rows
