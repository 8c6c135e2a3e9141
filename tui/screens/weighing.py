"""Evidence for and against claims that are kept, collected from passages in any article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message

from tui import session as step
from tui.items import items_on, place_of, span
from tui.screens.keeping import GONE, Made
from tui.screens.latest import Latest
from tui.screens.noting import Noting
from tui.screens.presenting import ways
from tui.selecting import sentence_at

if TYPE_CHECKING:
    from tui.config import Config
    from tui.finding import Span
    from tui.keys import Keymap
    from tui.session import Session
    from tui.store.library import Library
    from tui.store.marked import Placed, Side
    from tui.widgets.collecting import Collecting

NOT_KEPT = "No claim of yours here."
SHORT = 40
"""Characters of a claim that are told while evidence on it is collected."""


def about_claim(placed: Placed) -> str:
    """Who makes a claim, and how it begins: `NAVO: “Zeker 8000 …”`."""
    mark = placed.mark
    speaker = mark.claimed.speaker if mark.claimed else ""
    quote = " ".join(mark.selector.exact.split()) if mark.selector else placed.title
    short = quote if len(quote) <= SHORT else f"{quote[:SHORT].rstrip()}…"
    return f"{speaker + ': ' if speaker else ''}“{short}”"


@dataclass(eq=False, repr=False)
class Weighed(Message):
    """What speaks for and against the claims that are kept in an article."""

    key: str
    evidence: tuple[Placed, ...]


class Weighing(Noting):
    """A desk at which evidence is collected."""

    def __init__(self, library: Library, config: Config, keymap: Keymap, corpus: str) -> None:
        super().__init__(library, config, keymap, corpus)
        self.collecting: Placed | None = None
        self._line: Collecting | None = None
        self._weighed: tuple[Placed, ...] = ()
        self._weighing = Latest[tuple[str, frozenset[str]]](self, "evidence", self._weigh)

    def apply(self, new: Session, go: bool = False) -> None:
        """Show what is other in the next session; with other marks ask what speaks for them."""
        super().apply(new, go)
        self._ask_evidence()

    def article_came(self) -> None:
        """Ask for the evidence of its claims."""
        super().article_came()
        self._ask_evidence()

    def on_key(self, event: events.Key) -> None:
        """Escape ends collecting, before it means anything else."""
        free = self.typing is None and not self.pending and self.session.selection is None
        if event.key == "escape" and self.collecting and free and self.app.screen is self:
            event.stop()
            event.prevent_default()
            self._end_collecting()

    def offered(self) -> dict[str, str]:
        """With text selected while evidence is collected: on which side it speaks."""
        others = super().offered()
        if self.collecting is None or self.session.selection is None:
            return others
        return {"evidence_for": "For it", "evidence_against": "Against", **others}

    def do_evidence_for(self) -> None:
        """Collect evidence for the claim at hand, or link what is at hand to it."""
        self._evidence("for")

    def do_evidence_against(self) -> None:
        """Collect evidence against the claim at hand, or link what is at hand to it."""
        self._evidence("against")

    def claim_here(self) -> tuple[int | None, Placed | None]:
        """The claim the reader is on: its number in the article, and one's own mark on it."""
        article, session = self.session.article, self.session
        if article is None or session.pane == "list" or "spread" not in self.__dict__:
            return None, None
        inside = session.pane == "panel"
        item = self.spread.panel.facts.item if inside else session.item
        own = step.own_here(session if not inside else replace(session, item=item, own=None))
        if own is not None and own.mark.claimed:
            return None, own
        found = item is not None and item.tab == "claims" and not item.own
        index = item.index if item is not None and found else None
        if inside and item is not None and item.tab == "figures":
            index = article.figures[item.index].claim
        elif not inside and index is None:
            line = items_on(article, *self.spread.reader.stretch)
            index = next((each.index for each in line if each.tab == "claims"), None)
        kept = self._kept_claims().get(index) if index is not None else None
        return index, kept or (None if inside or found else self._claim_on_line())

    def _claim_on_line(self) -> Placed | None:
        """One's own claim on the line, where another mark there comes before it."""
        start, end = self.spread.reader.stretch
        claims = ((each, place_of(each)) for each in self.session.marks if each.mark.claimed)
        return next((each for each, at in claims if at and at[0] < end and at[1] > start), None)

    def _kept_claims(self) -> Mapping[int, Placed]:
        from tui.claims import kept_in

        article = self.session.article
        return kept_in(article, self.session.marks) if article is not None else {}

    def _evidence(self, side: Side) -> None:
        placed = None if self.selected is not None else self.claim_here()[1]
        claim = self.collecting
        if claim is None:
            if placed is None:
                self.say(f"{NOT_KEPT} Go to one: evidence for or against it is collected there.")
            else:
                self._collect(placed)
        elif placed is not None and placed.mark.id == claim.mark.id:
            self._end_collecting()
        else:
            self._link(claim, side)

    def _link(self, claim: Placed, side: Side) -> None:
        from tui.store.marked import Target

        at, key = self._passage(), self.session.key
        if at is None or key is None:
            self.say("Select the words, or go to the sentence, that speak for it or against it.")
            return
        target = Target("passage", key, *at)
        self.end_selection()
        self.feed.make(
            lambda: self.library.make(target, "evidence", of=claim.mark.id, side=side),
            f"Kept as evidence {side} {about_claim(claim)}.",
        )

    def _passage(self) -> Span | None:
        """The words that are at hand: what is selected, what is chosen, or the sentence."""
        article, pane = self.session.article, self.session.pane
        if article is None or pane == "list":
            return None
        if self.selected is not None:
            return self.selected
        if pane == "panel":
            item = self.spread.panel.facts.item
            return span(article, item, self.session.marks) if item is not None else None
        return sentence_at(article.body, self.session.cursor)

    def _collect(self, placed: Placed) -> None:
        from tui.widgets.collecting import Collecting

        self.collecting = placed
        told = ways(self.keymap, {"evidence_for": "for", "evidence_against": "against"})
        keys = " · ".join(filter(None, (told, "esc ends")))
        self._line = Collecting(about_claim(placed), keys)
        self.mount(self._line, before=self.footer)

    def _end_collecting(self) -> None:
        self.collecting = None
        if self._line is not None:
            self._line.remove()
            self._line = None
            self.say("No more evidence is collected.")

    def _ask_evidence(self) -> None:
        marks, key = self.session.marks, self.session.key
        if marks is self._weighed or key is None:
            return
        self._weighed = marks
        claims = frozenset(each.mark.id for each in marks if each.mark.kind == "claim")
        if claims:
            self._weighing.ask((key, claims))
        elif self.session.evidence:
            self.apply(replace(self.session, evidence=()))

    def _weigh(self, asked: tuple[str, frozenset[str]]) -> Weighed:
        """In a thread."""
        key, claims = asked
        return Weighed(key, self.library.evidence(claims))

    @on(Weighed)
    def _evidence_came(self, event: Weighed) -> None:
        if self._weighing.answered() and event.key == self.session.key:
            self.apply(replace(self.session, evidence=event.evidence))

    @on(Made)
    def _evidence_made(self, event: Made) -> None:
        """A claim that is no longer there takes no evidence."""
        if event.problem == GONE and self.collecting is not None:
            self._end_collecting()
