"""Notes and tags on what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.items import Item, mark_of, span
from tui.screens.selecting import Selecting, about_mark
from tui.selecting import selected, sentence_at
from tui.session import own_here

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.screens.writing import Writing
    from tui.store.marked import Mark, Placed, Target
    from tui.text.article import Article

NOTHING = "There is no article here."
NO_MARK = "There is no mark of yours here: {keys} go to the next one."


class Noting(Selecting):
    """A desk at which one can write notes and tag."""

    def offered(self) -> dict[str, str]:
        """What can be done with the mark of a row of the panel."""
        placed = self.mark_at_hand() if self.session.pane == "panel" else None
        return super().offered() | (about_mark(placed) if placed is not None else {})

    def mark_at_hand(self) -> Placed | None:
        """The mark of one's own that the reader is on: its row in the panel, or in the text."""
        here = self.session
        if here.pane == "panel" and here.article is not None:
            item = self.spread.panel.facts.item
            return mark_of(item, here.marks)
        return own_here(here) if here.pane != "list" else None

    def do_note(self) -> None:
        """Write a note on what is at hand, or go on with the one that is there."""
        self._open_note(self._to_write())

    def _open_note(self, what: Writing | None, editor: bool = False) -> None:
        from tui.screens.note_box import NoteBox

        if what is None:
            self.say(NOTHING)
        else:
            self.over(NoteBox(self.library, self.keymap, what, editor), self._left_note)

    def do_edit(self) -> None:
        """Change the text of the mark that is at hand, in one's own editor if there is one."""
        placed = self.mark_at_hand()
        if placed is None:
            keys = f"{self.keymap.first('next_mark')} and {self.keymap.first('previous_mark')}"
            self.say(NO_MARK.format(keys=keys))
        elif placed.mark.kind == "tags":
            self._open_tags(placed.mark, f"Tags of {placed.title}")
        else:
            self._open_note(_on_mark(placed), editor=True)

    def do_tag(self) -> None:
        """Tag what is at hand."""
        self._tag(off=False)

    def do_untag(self) -> None:
        """Choose a tag to take away from what is at hand."""
        self._tag(off=True)

    def _tag(self, off: bool) -> None:
        chosen = selected(self.session)
        placed = self.mark_at_hand() if chosen is None else None
        if placed is not None:
            about = f"The {placed.mark.kind} “{_words(placed.mark)}”" if _words(placed.mark) else ""
            self._open_tags(placed.mark, about or f"Tags of {placed.title}", off)
            return
        if self.session.pane != "list" and chosen is None:
            target, about = self._of_article(self.session.key or "", self._title)
            if self.session.article is None:
                self.say(NOTHING)
                return
            self._open_tags(target, about, off)
            return
        found = self._to_write()
        if found is None or found.target is None:
            self.say(NOTHING)
        else:
            self._open_tags(found.target, found.quote or found.about, off)

    def _open_tags(self, thing: Target | Mark, about: str, off: bool = False) -> None:
        from tui.screens.tag_box import TagBox

        self.over(TagBox(self.library, thing, about, off), self._left_tags)

    def _left_note(self, kept: bool | None) -> None:
        self._left_box(kept, "Note kept.")

    def _left_tags(self, kept: bool | None) -> None:
        self._left_box(kept, "Tags kept.")

    def _left_box(self, kept: bool | None, told: str) -> None:
        if not kept:
            return
        if selected(self.session) is not None:
            self.end_selection()
        self.articles.again()
        self.mark_again()
        self.say_done(told)

    @property
    def _title(self) -> str:
        article = self.session.article
        return (article.title if article is not None else None) or self.session.key or ""

    def _to_write(self) -> Writing | None:
        """What a note is written about: the selection, the row of the panel, sentence, article."""
        from tui.screens.writing import Writing

        here = self.session
        if here.pane == "list":
            entry = self.articles.entry
            if entry is None:
                return None
            target, about = self._of_article(entry.key, entry.title)
            return Writing(about, target=target)
        if here.article is None or here.key is None:
            return None
        chosen = selected(here)
        if chosen is not None:
            return self._on_passage(here.article, chosen)
        if (placed := self.mark_at_hand()) is not None and placed.mark.kind in WRITTEN:
            return _on_mark(placed)
        if here.pane == "panel" and (item := self.spread.panel.facts.item) is not None:
            return self._on_item(here.article, item)
        return self._on_sentence(here.article)

    def _of_article(self, key: str, title: str) -> tuple[Target, str]:
        from tui.store.marked import Target

        return Target("article", key), f"On the article: {title}"

    def _on_item(self, article: Article, item: Item) -> Writing:
        """Of the panel: an actor, a figure, a claim; of a teaser it is the article it stands in."""
        from tui.screens.writing import Writing
        from tui.store.marked import Target

        if item.tab == "actors":
            actor = article.actors[item.index]
            target = Target("actor", actor=f"{actor.type}\n{' '.join(actor.name.split())}")
            return Writing(f"On {actor.name}, in all of the corpus", target=target)
        place = span(article, item, self.session.marks)
        if place is None:
            target, about = self._of_article(self.session.key or "", self._title)
            return Writing(about, target=target)
        return self._on_passage(article, place, figure=item.tab == "figures")

    def _on_sentence(self, article: Article) -> Writing:
        from tui.screens.writing import Writing

        place = sentence_at(article.body, self.session.cursor)
        if place is None:
            target, about = self._of_article(self.session.key or "", self._title)
            return Writing(about, target=target)
        return self._on_passage(article, place)

    def _on_passage(self, article: Article, place: Span, figure: bool = False) -> Writing:
        from tui.screens.writing import Writing
        from tui.store.marked import Target

        quote = f"“{' '.join(article.body[slice(*place)].split())}”"
        target = Target("figure" if figure else "passage", self.session.key or "", *place)
        about = f"On a {'figure' if figure else 'passage'} in: {self._title}"
        return Writing(about, quote, target)


WRITTEN = ("note", "highlight", "bookmark", "evidence")
"""Marks to which a note is added by changing their own text."""


def _words(mark: Mark) -> str:
    return " ".join(mark.selector.exact.split()) if mark.selector is not None else ""


def _on_mark(placed: Placed) -> Writing:
    """The text of a mark that there is."""
    from tui.screens.writing import Writing

    mark = placed.mark
    whose = f" of {mark.by}" if mark.by else ""
    quote = f"“{_words(mark)}”" if _words(mark) else ""
    return Writing(f"The {mark.kind}{whose} in: {placed.title}", quote, mark=mark)
