"""What a person rules in the ledger: which series are one, which rows are not of it, what is so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from tui.keys import Keymap
from tui.screens.keeping import Named
from tui.screens.ledger_asking import Spot, View
from tui.screens.ledger_stage import LedgerStage
from tui.widgets.ask_bar import AskBar

if TYPE_CHECKING:
    from tui.store.ledger import LedgerRow
    from tui.store.library import Library
    from tui.widgets.line_bar import LineBar

NO_ROW, NO_SERIES = "There is no row here.", "There is no series here."
DAY = "A day is written as 2024-10-18."


class Question(NamedTuple):
    """What a line asks: about what (`about` tells it from others of its kind), and what then.

    `rule` makes of the words what is to be kept; it raises ValueError, with words for the reader,
    where they will not do.
    """

    label: str
    hint: str
    about: str
    text: str
    rule: Callable[[str], Callable[[], str]]


class LedgerRuling(LedgerStage):
    """Marks, and what is done with what is marked; all of it can be undone.

    What was typed in a line and is not kept stands there the next time.
    """

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        spot: Spot | None = None,
    ) -> None:
        super().__init__(library, keymap, corpus, view, spot)
        self.marked: dict[str, str] = {}
        self.rows_marked: list[str] = []
        self.ask_bar: AskBar | None = None
        self._question: Question | None = None
        self._typed: dict[tuple[str, str], str] = {}

    @property
    def typing(self) -> LineBar | None:
        """The line that is typed in: one that asks, or that narrows the list."""
        return self.ask_bar or super().typing

    def other_series(self) -> None:
        """Marks on rows are of one series."""
        self.rows_marked.clear()
        self.rows.mark(())

    def beside(self) -> str | None:
        """The marked row, where it is one."""
        return self.rows_marked[0] if len(self.rows_marked) == 1 else None

    def unmark(self) -> bool:
        """Take the marks in the pane away; False where there are none."""
        marked: dict[str, str] | list[str] = self.rows_marked if self.rows.active else self.marked
        if not marked:
            return False
        marked.clear()
        self._show_marks()
        return True

    def _show_marks(self) -> None:
        self.series.mark(self.marked)
        self.rows.mark(self.rows_marked)
        self.tell_of()
        self.show_hints()

    def do_mark(self) -> None:
        """Mark the series or the row at the cursor, or take its mark away."""
        series, row = self.series.row, self.rows.row
        if self.rows.active and row is not None:
            if row.key in self.rows_marked:
                self.rows_marked.remove(row.key)
            else:
                self.rows_marked.append(row.key)
        elif series is None:
            self.say(NO_SERIES)
        elif self.marked.pop(series.id, None) is None:
            self.marked[series.id] = series.name
        self._show_marks()

    def do_merge(self) -> None:
        """Make the marked series one with that at the cursor."""
        series = self.series.row
        others = [id for id in self.marked if series is not None and id != series.id]
        if series is None or not others:
            mark, merge = self.keymap.first("mark"), self.keymap.first("merge")
            self.say(f"{mark} marks series; then {merge} on the one whose name they are to have.")
            return
        into = series.id
        self.feed.name(lambda: self.library.merge_series(others, into), into)

    def do_split(self) -> None:
        """The marked rows, or the one at the cursor, are a series of their own."""
        id, keys = self.spot.id, self._chosen()
        if not self.rows.active or id is None or not keys:
            self.say(f"{self.keymap.first('split')} splits rows off: go to the row first.")
        elif len(keys) == self.rows.count:
            self.say("That is all there is of this series.")
        else:
            self.feed.name(lambda: self.library.split_rows(id, keys), id)

    def _chosen(self) -> list[str]:
        """The keys of the marked rows, else of the one at the cursor."""
        row = self.rows.row
        return list(self.rows_marked) or ([row.key] if row is not None else [])

    def do_edit(self) -> None:
        """Give the series another name."""
        series = self.series.row
        if series is None:
            self.say(NO_SERIES)
            return
        id = series.id

        def rule(name: str) -> Callable[[], str]:
            return lambda: self.library.rename_series(id, name)

        self._ask(Question("Name", "empty: by its own words", id, series.name, rule))

    def do_settle(self) -> None:
        """Two rows are no contradiction: the marked one, or the only rival, and that here."""
        pair = self._pair()
        if pair is None or self.page is None:
            mark = self.keymap.first("mark")
            self.say(f"{mark} marks the row that is no contradiction to this one; then come here.")
            return
        found = self.page.pairs[frozenset(pair)]
        settled = found.relation == "settled"
        if found.relation not in ("rival", "revised", "settled"):
            self.say("These two are no contradiction as it is.")
            return

        def rule(reason: str) -> Callable[[], str]:
            if not reason and not settled:
                raise ValueError("A few words tell why it is no contradiction.")
            return lambda: self.library.settle_rows(*pair, reason)

        hint = "empty: it is a contradiction again" if settled else "why both can be true"
        about = " ".join(sorted(pair))
        self._ask(Question("No contradiction:", hint, about, found.why if settled else "", rule))

    def _pair(self) -> tuple[str, str] | None:
        page, row = self.page, self.rows.row
        if page is None or row is None:
            return None
        others = [key for key in self.rows_marked if key != row.key]
        others = others or page.rivals(row.key) or page.rivals(row.key, "settled")
        known = [key for key in others if frozenset((key, row.key)) in page.pairs]
        return (known[0], row.key) if len(known) == 1 else None

    def do_date_article(self) -> None:
        """Say of which day the article of the row is."""
        row = self.row
        if row is None:
            self.say(NO_ROW)
            return

        def rule(day: str) -> Callable[[], str]:
            known = iso_day(day) if day else None
            return lambda: self._date(row, known)

        hint = "2024-10-18; empty: none of yours"
        self._ask(Question("Day of the article", hint, row.path, row.dated or "", rule))

    def _date(self, row: LedgerRow, day: str | None) -> str:
        return self.library.date_article(self.library.place_of_row(row)[0], day)

    def do_claim(self) -> None:
        """Keep the marked rows, or the one at the cursor, as claims of one's own."""
        from tui.screens.ledger_accepting import accept

        page = self.page
        placed = [page.placed(key) for key in self._chosen()] if page is not None else []
        rows = [one.row for one in placed if one is not None]
        if not rows or self.spot.id is None:
            self.say(NO_ROW)
        else:
            self.feed.name(lambda: accept(self.library, rows), self.spot.id)

    @on(Named)
    def _was_ruled(self, event: Named) -> None:
        self.feed.kept()
        question, self._question = self._question, None
        if event.problem is not None:
            self.not_saved(event.problem)
            if question is not None:
                self._ask(question)
        elif event.words is None:
            self.say("That is no longer there.")
        else:
            if question is not None:
                self._typed.pop((question.label, question.about), None)
            told = event.words.rstrip(".")
            if "/" not in told.split(" ", 1)[0] and "." not in told.split(" ", 1)[0]:
                told = told[:1].upper() + told[1:]  # not the path of an article
            self.say_done(f"{told}.")
            self.changed = True
            self.marked.clear()
            self.rows_marked.clear()
            self._show_marks()
        self.was_changed()

    def _ask(self, question: Question) -> None:
        """Open the line with what is there, or what was typed there before."""
        if self.ask_bar is None:
            self._question = question
            text = self._typed.get((question.label, question.about), question.text)
            self.ask_bar = AskBar(question.label, text, question.hint)
            self.footer.display = False
            self.mount(self.ask_bar)

    @on(AskBar.Answered)
    async def _was_answered(self, event: AskBar.Answered) -> None:
        question, rule = self._question, None
        if event.kept and question is not None:
            try:
                rule = question.rule(event.text)
            except ValueError as problem:
                event.bar.again(str(problem))
                return
        await event.bar.remove()
        self.ask_bar = None
        self.footer.display = True
        if question is None:
            return
        if event.text != question.text:
            self._typed[(question.label, question.about)] = event.text
        if rule is None or event.text == question.text:
            self._question = None
        else:
            self.feed.name(rule, self.spot.id or "")

    def may_close(self) -> bool:
        """Whether no words would be lost; else the reader is told."""
        bar, question = self.ask_bar, self._question
        if bar is None or question is None or bar.field.value.strip() == question.text:
            return True
        bar.field.focus()
        self.notify("enter keeps the words first, escape leaves them.", markup=False)
        return False


def iso_day(text: str) -> str:
    """A day as it is kept; ValueError, with words for the reader, where it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{DAY} It is no day: {text}") from None
