"""Why a figure, an actor or a claim is what it is, in a box over the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tui.items import Item
from tui.keys import Keymap
from tui.screens.box import Box
from tui.screens.presenting import key_name, ways
from tui.text.article import Article
from tui.widgets import stylesheets, wording
from tui.widgets.grounds import Ground, Grounds, Thing

if TYPE_CHECKING:
    from tui.export import explain
    from tui.text.grounds import Reason

UNTOLD = "No rule was noted for this."
WAIT = "Looking…"


class WhyScreen(Box[None]):
    """Tells of some items by which rules and words their fields were found."""

    CSS_PATH = stylesheets.path("boxes")

    @dataclass
    class Found(Message):
        """The reasons for all that was found in the article."""

        grounds: explain.Grounds

    def __init__(self, article: Article, items: Sequence[Item], keymap: Keymap) -> None:
        super().__init__()
        self._article = article
        self._items = items
        self._keymap = keymap
        moves = f"{keymap.first('down')} {keymap.first('up')}".strip()
        scroll = f"{moves} scroll" if moves else ""
        self._ways = " · ".join(filter(None, (scroll, ways(keymap, {"back": "back"}))))
        self._grounds = Grounds([thing(article, item, None) for item in items])

    def compose(self) -> ComposeResult:
        """What is asked about, with the reasons as soon as they are there."""
        with Vertical(classes="box") as box:
            box.border_title, box.border_subtitle = "Why", self._ways
            yield self._grounds

    def on_mount(self) -> None:
        """Look for the reasons: the text is gone through once more for that."""
        self.run_worker(self._explain, thread=True, exit_on_error=True)

    def _explain(self) -> None:
        from tui.export.explain import grounds

        self.post_message(self.Found(grounds(self._article)))

    @on(Found)
    def _found(self, event: Found) -> None:
        by_tab: Mapping[str, Sequence[Sequence[Reason]]] = event.grounds._asdict()
        self._grounds.put(
            [thing(self._article, item, by_tab[item.tab][item.index]) for item in self._items]
        )

    def on_key(self, event: events.Key) -> None:
        """Scroll, or leave."""
        event.stop()
        step = self._keymap.feed(self._pending, key_name(event), "panel")
        self._pending = step.pending
        if self._leaving:
            return  # a second q may follow in the same breath
        if step.action in ("back", "why", "quit", "open"):
            self.leave(None)
        elif step.action is not None:
            self._grounds.act(step.action)


def thing(article: Article, item: Item, why: Sequence[Reason] | None) -> Thing:
    """An item with its fields and the reasons for them; None where they are still looked for."""
    values, head, look, kind = _fields(article, item)
    reasons: dict[str, list[tuple[str, str]]] = {}
    for reason in why or ():
        reasons.setdefault(reason.field, []).append((reason.words, reason.rule))
    grounds = tuple(
        Ground(name, values.get(name, ""), tuple(reasons.get(name, ())))
        for name in dict.fromkeys((*values, *reasons))
    )
    note = WAIT if why is None else "" if why else UNTOLD
    return Thing(head, look, kind, grounds, note)


def _fields(article: Article, item: Item) -> tuple[dict[str, str], str, str, str]:
    """The fields with their values, then how the item is called, how it looks, what it is."""
    if item.tab == "figures":
        return _figure(article, item.index)
    return _actor(article, item.index) if item.tab == "actors" else _claim(article, item.index)


def _figure(article: Article, index: int) -> tuple[dict[str, str], str, str, str]:
    figure = article.figures[index]
    numbers = (figure.value, figure.low, figure.high)
    told = " to ".join(wording.number(number) for number in numbers if number is not None)
    fields = {"value": told, "kind": figure.kind}
    optional = {"unit": figure.unit, "noun": figure.noun, "hedge": figure.hedge}
    fields |= {name: value for name, value in optional.items() if value}
    fields["speaker"] = wording.voice(article, figure)
    return fields, wording.figure(figure), "figure", "Figure"


def _actor(article: Article, index: int) -> tuple[dict[str, str], str, str, str]:
    actor = article.actors[index]
    fields = {"name": actor.name, "type": actor.type}
    if wording.beside(actor):
        fields["role"] = wording.beside(actor)
    forms = dict.fromkeys(" ".join(mention.text.split()) for mention in actor.mentions)
    count = wording.times(len(actor.mentions))
    fields["mention"] = f"{count}: {', '.join(forms)}" if forms else ""
    return fields, actor.name, actor.type, "Actor"


def _claim(article: Article, index: int) -> tuple[dict[str, str], str, str, str]:
    claim = article.claims[index]
    fields = {"speaker": claim.speaker, "cue": wording.cue(claim.cue), "stance": claim.stance}
    fields["form"] = claim.form
    if claim.via:
        fields["via"] = claim.via
    return fields, wording.said(claim.text, claim.form), "claim", "Claim"
