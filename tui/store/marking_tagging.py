"""Tags for the library, and what all that changes marks goes through."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.store import marking_made as making
from tui.store.answers import ReadError
from tui.store.bookmarks import Missing, NotSaved, saving
from tui.store.marked import Cited, Mark, MarkKind, Tag, TagCount, Target
from tui.store.notebook import Change
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.bookmarks import Bookmarks
    from tui.store.index import Index
    from tui.store.kept_mirror import Mirror
    from tui.store.notebook import Notebook
    from tui.text.article import Article

_PAGES = """SELECT key, path, article_id, title, site, published FROM entry
    WHERE key IN (SELECT value FROM json_each(?))"""
_TAGGED = """SELECT kept_mark.id, key FROM kept_mark JOIN entry ON entry.id = owner
    WHERE kind = 'tags' AND key IN (SELECT value FROM json_each(?))"""


class Tagging:
    """The tags of a corpus: of articles, of marks and claims."""

    _index: Index
    _notebook: Notebook
    _kept: Mirror
    _bookmarks: Bookmarks

    if TYPE_CHECKING:

        def article(self, key: str, wanted: Callable[[], bool] = ...) -> Article:
            """The article of a row. Raises ReadError."""

    def tags(self) -> tuple[TagCount, ...]:
        """Every tag by name, with those it stands under, and what has it or one under it."""
        from tui.store.marking_tags import counted

        return counted(self._notebook.marks, self._notebook.tags)

    def tag(self, things: Sequence[Target | str], tag: str, on: bool = True) -> str:
        """Give things a tag, or take it away: marks by their ids, else articles and actors.

        Words of an article get it with a highlight. Gives the tag as it is spelt, for it is
        the one that there is already but for case and accents.
        """
        from tui.store.marking_tags import retagged

        (name,) = self._spelt([tag]) or ("",)
        if not name:
            return ""
        ids = [thing for thing in things if isinstance(thing, str)]
        targets = [thing for thing in things if not isinstance(thing, str)]
        self._kept.renew()
        has, new = self._with_tags(targets) if targets else ([], [])

        def turn(names: tuple[str, ...]) -> tuple[str, ...]:
            return (*names, name) if on else tuple(each for each in names if each != name)

        def plan() -> Change:
            known = [*self._existing(ids), *self._notebook.find_marks(has)]
            what = f"{len(things)} articles and marks" if things[1:] else "it"
            label = f"{'tagged' if on else 'no longer tagged'} {name}"
            change = retagged(known, turn, label if not things[1:] else f"{label}: {what}")
            fresh = (mark._replace(tags=(name,)) for mark in new)
            return change._replace(added=(*change.added, *fresh)) if on else change

        self._revise(plan)
        return name

    def rename_tag(self, old: str, new: str) -> str:
        """Call a tag otherwise, and all under it; into one that is there it is merged.

        Gives the new name as it is spelt. Raises KeyError for a name without letters.
        """
        from tui.store.marking_tags import renamed, spelt

        name = spelt(new, (each.name for each in self.tags() if each.name != old))
        if not name:
            raise Missing(new)
        label = f"tag {old} is {name} now"
        self._revise(lambda: renamed(self._notebook.marks, self._notebook.tags, old, name, label))
        return name

    def drop_tag(self, name: str) -> None:
        """Take a tag away from all that has it, with those under it."""
        from tui.store.marking_tags import renamed

        label = f"tag {name} dropped"
        self._revise(lambda: renamed(self._notebook.marks, self._notebook.tags, name, "", label))

    def colour_tag(self, name: str, colour: str) -> None:
        """Give a tag a colour, or with "" none."""

        def plan() -> Change:
            old = next((tag for tag in self._notebook.tags if tag.name == name), None)
            new = Tag(name, colour, old.created if old else making.now())
            return Change(f"tag {name} has another colour", (new,), (old,) if old else ())

        self._revise(plan)

    def _with_tags(self, targets: Sequence[Target]) -> tuple[list[str], list[Mark]]:
        """The marks that hold the tags of some targets, and new ones for those without."""
        keys = [target.key for target in targets if target.about == "article"]
        rows = self._index.ask(_TAGGED, (json.dumps(keys),))
        theirs = {mark.id for mark in self._notebook.find_marks([at for at, _ in rows]) if mark.by}
        done = {key for at, key in rows if at not in theirs}
        new: list[Mark] = []
        for key, path, *told in self._index.ask(_PAGES, (json.dumps(keys),)):
            if key not in done:
                article, *about = (each or "" for each in told)
                kept_path = self._kept.kept_path(path)
                mark = making.pageless(Target("article"), "tags")
                new.append(mark._replace(article_id=article, path=kept_path, cited=Cited(*about)))
        has = [at for at, _ in rows]
        for target in targets:
            if target.about in ("actor", "corpus"):
                same = (target.about, target.actor)
                known = [m.id for m in self._notebook.marks if _tags_of(m) == same]
                has += known
                new += [] if known else [making.pageless(target, "tags")]
            elif target.about != "article":
                mark = self._made(target, "highlight")
                known = self._highlights(target.key, mark)
                has += known
                new += [] if known else [mark]
        return has, new

    def _highlights(self, key: str, like: Mark) -> list[str]:
        """One's own highlights of the same words."""
        places = self._bookmarks.places
        marks = places.of(places.owners(key))
        same = [m for m in marks if m.kind == like.kind and not m.by and m.part == like.part]
        return [
            m.id for m in same if (m.article_id, m.selector) == (like.article_id, like.selector)
        ]

    def _made(self, target: Target, kind: MarkKind) -> Mark:
        """A new mark, not kept yet. Raises NotSaved."""
        if target.about in ("actor", "corpus"):
            return making.pageless(target, kind)
        found = self._index.ask(_PAGES, (json.dumps([target.key]),))
        if not found:
            raise NotSaved(f"NOT SAVED: {safe_line(target.key)}: not in this corpus.")
        _, path, article_id, *about = found[0]
        kept_path = self._kept.kept_path(path)
        try:
            article = self.article(target.key)
        except ReadError as error:
            if target.about != "article":
                raise NotSaved(f"NOT SAVED: {error}") from error
            mark = making.pageless(target, kind)
            cited = Cited(*(each or "" for each in about))
            return mark._replace(article_id=article_id, path=kept_path, cited=cited)
        return making.made(target, kind, kept_path, os.fsdecode(path), article)

    def _spelt(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Tags as they are kept, each once."""
        from tui.store.marking_tags import spelt

        typed = list(tags)
        if not typed:
            return ()
        known = {name for mark in self._notebook.marks for name in mark.tags}
        known |= {tag.name for tag in self._notebook.tags}
        names = (spelt(tag, known) for tag in typed)
        return tuple(dict.fromkeys(name for name in names if name))

    def _turned(self, mark_id: str, turn: Callable[[Mark], Mark], did: str) -> Mark:
        """A mark as `turn` makes it, kept in its place."""
        now: list[Mark] = []

        def plan() -> Change | None:
            (old,) = self._existing([mark_id])
            new = turn(old)
            if new != old:
                new = new._replace(edited=making.now())
            now.append(new)
            return Change(f"{new.kind} {did}", (new,), (old,)) if new != old else None

        self._revise(plan)
        return now[0]

    def _existing(self, ids: Sequence[str]) -> list[Mark]:
        """Marks by their ids. Raises Missing."""
        found = self._notebook.find_marks(ids)
        if len(found) < len(set(ids)):
            raise Missing(*(set(ids) - {mark.id for mark in found}))
        return found

    def _revise(self, plan: Callable[[], Change | None]) -> None:
        with saving(self._notebook):
            self._notebook.revise(plan)


def _tags_of(mark: Mark) -> tuple[str, str] | None:
    """Whose tags a mark holds that belongs to no page."""
    return (mark.about, mark.actor) if mark.kind == "tags" and not mark.by else None
