"""The screen of actors: what can be done with them and their names, and how one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.keys import Keymap
from tui.screens.casting import View
from tui.screens.keeping import Named
from tui.screens.leaving import Go
from tui.screens.recording import Recording
from tui.screens.stage import Gone, Stage
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.screens import record
    from tui.store.library import Library


class ActorsScreen(Stage, Recording[Gone]):
    """Everyone of the corpus, and what each has claimed; names are merged and split here."""

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        corpus: str,
        view: View | None = None,
        key: str | None = None,
        record: record.Spot | None = None,
    ) -> None:
        super().__init__(library, keymap, corpus, view, key)
        self._marked: dict[str, str] = {}
        self._record = record

    @property
    def left_record(self) -> record.Spot | None:
        """Where the reader was in the record of somebody."""
        return self._record

    def offered(self) -> dict[str, str]:
        """What can be done with the marked actors, or with the name at the cursor."""
        if self.dossier.active:
            entry = self.dossier.entry
            return {"split": ""} if entry is not None and entry.alias else {}
        person = self.people.row
        if person is not None and (others := self._marked.keys() - {person.key}):
            return {"merge": f"Merge {len(others)} into {person.name}"}
        return {}

    def do_open(self) -> None:
        """From the list to what is known; there, to the place in the article."""
        entry = self.dossier.entry
        if not self.dossier.active:
            self.do_right()
        elif entry is not None and entry.go is not None:
            self.leave(self.gone(go=entry.go))
        else:
            self.say(f"{self.keymap.first('split')} splits this name off: it is somebody else's.")

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self.go_to_pane(event.rows)
        if event.rows is self.dossier:
            self.do_open()
        else:
            self.ask_about()

    def do_mark(self) -> None:
        """Mark the actor at the cursor, or take its mark away."""
        person = self.people.row
        if person is None or person.key is None:
            self.say("There is no actor to mark here.")
        elif self._marked.pop(person.key, None) is None:
            self._marked[person.key] = person.name
        self.people.mark(self._marked)

    def do_merge(self) -> None:
        """Make the marked actors one with that at the cursor."""
        person = self.people.row
        others = [key for key in self._marked if person is not None and key != person.key]
        if person is None or person.key is None or not others:
            mark, merge = self.keymap.first("mark"), self.keymap.first("merge")
            self.say(f"{mark} marks who is the same; then {merge} on the name they are to have.")
            return
        into = person.key
        self.feed.name(lambda: self.library.merge(others, into), into)

    def do_split(self) -> None:
        """Take a name away from its actor: the one at the cursor, or the only one."""
        person, entry = self.people.row, self.dossier.entry
        if person is None or person.key is None:
            self.say("There is no actor here.")
            return
        alias = entry.alias if entry is not None and self.dossier.active else None
        key = person.key
        if alias is not None:
            self.feed.name(lambda: self.library.split(key, alias), key)
        elif self.dossier.go_to_aliases():
            self.go_to_pane(self.dossier)
            self.say(f"{self.keymap.first('split')} splits off the name at the cursor.")
        else:
            self.say("There is no name here that could be split off.")

    @on(Named)
    def _named(self, event: Named) -> None:
        self.feed.kept()
        if event.problem is not None:
            self.not_saved(event.problem)
        elif event.words is None:
            self.say("That name is no longer there.")
        else:
            self.say_done(f"{event.words[:1].upper()}{event.words[1:]}.")
            self.changed = True
            self._marked.clear()
            self.people.mark(())
            self.key = event.key
        self.was_changed()

    def do_record(self) -> None:
        """All that the actor at the cursor said in figures."""
        from tui.screens.record import Spot

        person = self.people.row
        if person is None or person.key is None:
            self.say("There is no actor here.")
        else:
            self.open_record(Spot(person.key))

    def do_note(self) -> None:
        """Write a note on the actor at the cursor, or go on with the one that is there."""
        from tui.screens.note_box import NoteBox
        from tui.screens.writing import Writing
        from tui.store.marked import Target

        person = self.people.row
        if person is None or person.key is None:
            self.say("There is no actor here.")
            return
        target = Target("actor", actor="\n".join(person.key.split(":", 1)))
        what = Writing(f"On {person.name}, in all of the corpus", target=target)
        self.over(NoteBox(self.library, self.keymap, what), self._wrote)

    def _wrote(self, kept: bool | None) -> None:
        if kept:
            self.say_done("Note kept.")
            self.changed = True
            self.ask_about()

    def do_back(self) -> None:
        """To the list, out of the filter, and then to where the reader came from."""
        if self.dossier.active:
            self.do_left()
        elif self._marked:
            self._marked.clear()
            self.people.mark(())
            self.show_hints()
        elif self.view.text or self.view.kind:
            self.do_unfilter()
        else:
            self.leave(self.gone())

    def gone(self, to: str = "", go: Go | None = None, record: record.Spot | None = None) -> Gone:
        """What is told of how the reader left."""
        return Gone(self.view, self.key, go, to, self.changed, record)
