"""The fields of a claim, one below the other, under the words it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, TextArea

from tui.claims import STANCES, Filling, Form, split_tags, turned
from tui.store.marked import STATUSES
from tui.text.safe import safe, safe_line
from tui.widgets.claim_fields import Choice, Field, Tick, Words
from tui.widgets.statements import counted
from tui.widgets.wrap import clip

QUOTE = 400  # characters of the words that are shown


class ClaimSheet(VerticalScroll, can_focus=False):
    """Takes a claim, and gives it as it is filled in."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        claimed = form.claimed
        self._speaker = Words(claimed.speaker, form.names)
        self._via = Words(claimed.via, form.names)
        self._stance = Choice(STANCES, claimed.stance or STANCES[0])
        self._ticks = [Tick(counted(count), count in claimed.figures) for count in form.figures]
        self._status = Choice(STATUSES, claimed.status)
        self._tags = Words(", ".join(form.tags), several=True)
        self._note = TextArea(safe(form.text), id="claim-note", compact=True)
        self._first = self.filling()

    def compose(self) -> ComposeResult:
        """The words, and the fields."""
        quote = clip(safe_line(self._form.quote), QUOTE)
        yield Label(f"“{quote}”", id="claim-quote", markup=False)
        for label, field in self._fields():
            yield Field(label, field)

    def on_mount(self) -> None:
        """One writes on behind the words that are there."""
        self._note.move_cursor(self._note.document.end)

    @property
    def changed(self) -> bool:
        """Whether anything was filled in that was not there before."""
        return self.filling() != self._first

    def complete(self, names: Sequence[str], tags: Sequence[str]) -> None:
        """Complete what is typed by these from now on."""
        self._speaker.known = self._via.known = tuple(names)
        self._tags.known = tuple(tags)

    def filled(self, when: str) -> Form:
        """The claim as it is filled in; another status is given it at this moment.

        What was not touched is as it came, with all its characters.
        """
        form, now, before = self._form, self.filling(), self._first
        old = form.claimed
        ticked = zip(form.figures, now.figures, strict=True)
        speaker, stance = self._speaker.said, now.stance
        same = (speaker, stance) == (old.speaker, old.stance)
        claimed = old._replace(
            speaker=speaker,
            via=self._via.said,
            stance=stance,
            cue=old.cue if same else "",  # by that word somebody else said it, or said it otherwise
            figures=tuple(count for count, on in ticked if on)
            if now.figures != before.figures
            else old.figures,
        )
        status = next(word for word in STATUSES if word == now.status)
        return form._replace(
            claimed=turned(claimed, status, when),
            tags=split_tags(now.tags) if now.tags != before.tags else form.tags,
            text=now.note if now.note != before.note else form.text,
        )

    def filling(self) -> Filling:
        """How far the fields are filled in."""
        return Filling(
            self._speaker.value,
            self._via.value,
            self._stance.chosen,
            self._status.chosen,
            self._tags.value,
            self._note.text,
            tuple(tick.on for tick in self._ticks),
        )

    def fill(self, filling: Filling) -> None:
        """Fill in what was typed before."""
        self._speaker.value, self._via.value = safe_line(filling.speaker), safe_line(filling.via)
        self._stance.take(filling.stance)
        self._status.take(filling.status)
        self._tags.value, self._note.text = safe_line(filling.tags), safe(filling.note)
        for tick, on in zip(self._ticks, filling.figures, strict=False):
            if tick.on != on:
                tick.turn()

    def _fields(self) -> Iterator[tuple[str, Widget]]:
        yield from (("Speaker", self._speaker), ("Via", self._via), ("Stance", self._stance))
        for nth, tick in enumerate(self._ticks):
            yield "" if nth else "Figures", tick
        yield from (("Status", self._status), ("Tags", self._tags), ("Note", self._note))
