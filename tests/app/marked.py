"""What a person marked, in memory: the marks, tags and drafts of a made-up corpus."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.store.anchors import select
from tui.store.bookmarks import Bookmark
from tui.store.marked import (
    Changed,
    Cited,
    Claimed,
    Draft,
    Mark,
    MarkKind,
    Merged,
    Placed,
    Side,
    Status,
    Tag,
    TagCount,
    Target,
    Turn,
)
from tui.text.article import Article

if TYPE_CHECKING:
    from tui.store.anchoring_model import Anchor, Place

WHEN = "2024-11-01T09:00:00+00:00"
ALL = ("passage", "figure")


class Marked:
    """The marks of a library that keeps them nowhere else.

    `anchors` says of some marks, by id, where their words are by now, and `homes` in which pages
    where their own is gone; all others stand where they were put. Ids count up: `m1`, `m2`.
    """

    hold: threading.Event
    version: int
    _articles: dict[str, Article]
    _marks: tuple[Bookmark, ...]

    if TYPE_CHECKING:

        def _keep(self, words: str) -> None: ...

    def __init__(self) -> None:
        self.own: tuple[Mark, ...] = ()
        self.colours: dict[str, str] = {}
        self.anchors: dict[str, Anchor] = {}
        self.homes: dict[str, tuple[str, ...]] = {}
        self.kept_drafts: dict[Target | str, str] = {}
        self._mark_ids = itertools.count(1)

    def marks(self, key: str) -> tuple[Placed, ...]:
        self.hold.wait(5)
        found = [self._placed(mark) for mark in (*map(self._as_mark, self._marks), *self.own)]
        inside = [each for each in found if each.key == key]
        return tuple(sorted(inside, key=lambda each: (each.mark.selector is not None, each.start)))

    def follow_notes(self) -> None:
        """Nobody else writes here."""

    def every_mark(self) -> tuple[Placed, ...]:
        return tuple(self.iter_marks())

    def iter_marks(self) -> Iterator[Placed]:
        self.hold.wait(5)
        every = (*map(self._as_mark, self._marks), *self.own)
        yield from map(self._placed, reversed(every))

    def changed_marks(self) -> Changed:
        placed = [each for each in map(self._placed, self.own) if each.state != "ANCHORED"]
        states = [each.state for each in placed]
        keys = tuple(dict.fromkeys(each.key for each in placed if each.key))
        told = (states.count(state) for state in ("CHANGED", "AMBIGUOUS", "ORPHAN"))
        changed, ambiguous, orphan = told
        return Changed(changed, ambiguous, orphan, keys)

    def evidence(self, claim_ids: Collection[str]) -> tuple[Placed, ...]:
        return tuple(self._placed(mark) for mark in self.own if mark.of in claim_ids)

    def notes_on(self, actors: Collection[str]) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.own if mark.kind == "note" and mark.actor in actors)

    def claimants(self) -> tuple[str, ...]:
        kept = (mark.claimed for mark in reversed(self.own) if mark.claimed)
        return tuple(dict.fromkeys(claimed.speaker for claimed in kept if claimed.speaker))

    def make(
        self,
        target: Target,
        kind: MarkKind,
        *,
        text: str = "",
        tags: Sequence[str] = (),
        colour: str = "",
        claimed: Claimed | None = None,
        of: str = "",
        side: Side = "",
    ) -> Mark:
        if of:
            self._one(of)
        self._keep(f"{kind} kept")
        if kind == "claim":
            claimed = claimed or Claimed()
            if not claimed.history:
                claimed = claimed._replace(history=(Turn("unverified", WHEN),))
        new = self._mark(target, kind)._replace(
            text=text, tags=tuple(tags), colour=colour, claimed=claimed, of=of, side=side
        )
        self.own = (*self.own, new)
        return new

    def edit(
        self,
        mark_id: str,
        *,
        text: str | None = None,
        tags: Sequence[str] | None = None,
        colour: str | None = None,
        claimed: Claimed | None = None,
        side: Side | None = None,
    ) -> Mark:
        told = {
            "text": text,
            "tags": None if tags is None else tuple(tags),
            "colour": colour,
            "claimed": claimed and claimed._replace(own=True, stale=False),
            "side": side,
        }
        old = self._one(mark_id)
        fields = {name: value for name, value in told.items() if value is not None}
        return self._turn_one(old, old._replace(**fields), "edited")  # type: ignore[arg-type]

    def set_status(self, mark_id: str, status: Status, why: str = "") -> Mark:
        old = self._one(mark_id)
        if old.claimed is None:
            raise KeyError(mark_id)
        history = (*old.claimed.history, Turn(status, WHEN, why))
        new = old._replace(claimed=old.claimed._replace(history=history, stale=False))
        return self._turn_one(old, new, f"set to {status}")

    def remove(self, *mark_ids: str) -> None:
        known = {mark.id for mark in self._marks} | {mark.id for mark in self.own}
        for name in mark_ids:
            if name not in known:
                raise KeyError(name)
        self._keep("taken away")
        gone = set(mark_ids)
        self._marks = tuple(mark for mark in self._marks if mark.id not in gone)
        self.own = tuple(m for m in self.own if m.id not in gone and m.of not in gone)

    def repair(
        self,
        mark_id: str,
        place: Place | None = None,
        start: int | None = None,
        end: int | None = None,
        key: str | None = None,
        claimed: Claimed | None = None,
    ) -> Mark:
        old = self._one(mark_id)
        first, after = (place.start, place.end) if place else (start, end)
        if first is None or after is None:
            raise KeyError(mark_id)
        target = Target(old.about, key or old.path, first, after, place.part if place else old.part)
        put = self._mark(target, old.kind)
        new = old._replace(selector=put.selector, at=put.at, path=put.path, part=put.part)
        new = new._replace(claimed=claimed or old.claimed)
        self._turn_one(old, new, "put in its place")
        self.anchors = {name: at for name, at in self.anchors.items() if name != mark_id}
        return new

    def merge_marks(self, marks: Sequence[Mark], by: str = "", tags: Sequence[Tag] = ()) -> Merged:
        known = {mark.id for mark in self.own}
        new = [mark._replace(by=mark.by or by) for mark in marks if mark.id not in known]
        self._keep(f"{len(new)} marks taken in")
        self.own = (*self.own, *new)
        self.colours = {tag.name: tag.colour for tag in tags} | self.colours
        return Merged(len(new), len(marks) - len(new), 0)

    def tags(self) -> tuple[TagCount, ...]:
        names = {top for mark in self.own for tag in mark.tags for top in _upward(tag)}
        return tuple(map(self._count, sorted(names | set(self.colours))))

    def tag(self, things: Sequence[Target | str], tag: str, on: bool = True) -> str:
        name = "/".join(part.strip() for part in tag.split("/") if part.strip())
        if not name:
            return ""
        for thing in things:
            mark = self._of(thing)
            if mark is None and on:
                assert not isinstance(thing, str)
                kind: MarkKind = "highlight" if thing.about in ALL else "tags"
                self.make(thing, kind, tags=(name,))
            elif mark is not None:
                left = tuple(each for each in mark.tags if each != name)
                self._turn_one(mark, mark._replace(tags=(*left, name) if on else left), "tagged")
        return name

    def rename_tag(self, old: str, new: str) -> str:
        self._retag(f"tag {old} is {new} now", old, new)
        return new

    def drop_tag(self, name: str) -> None:
        self._retag(f"tag {name} dropped", name, "")

    def colour_tag(self, name: str, colour: str) -> None:
        self._keep(f"tag {name} has another colour")
        self.colours = {**self.colours, name: colour}

    def keep_draft(self, target: Target | str, text: str) -> None:
        self.hold.wait(5)
        self.kept_drafts[target] = text

    def draft(self, target: Target | str) -> str | None:
        return self.kept_drafts.get(target)

    def draft_of(self, target: Target | str) -> Draft | None:
        text = self.kept_drafts.get(target)
        name = target if isinstance(target, str) else repr(target)
        return None if text is None else Draft(name, text, WHEN)

    def drafts(self) -> tuple[tuple[Target | str, str], ...]:
        return tuple(self.kept_drafts.items())

    def drop_draft(self, target: Target | str) -> None:
        self.kept_drafts.pop(target, None)

    def _mark(self, target: Target, kind: MarkKind) -> Mark:
        article = self._articles.get(target.key)
        text = (article.body if target.part == "body" else article.title or "") if article else ""
        inside = target.about in ALL
        return Mark(
            id=f"m{next(self._mark_ids)}",
            article_id=article.id if article else "",
            path=target.key,
            at=target.start if inside else 0,
            selector=select(text, target.start, target.end) if inside else None,
            created=WHEN,
            kind=kind,
            about=target.about,
            part=target.part,
            actor=target.actor,
            cited=Cited(article.title or "" if article else "", "", "", "", "ab12"),
        )

    def _placed(self, mark: Mark) -> Placed:
        article = self._articles.get(mark.path)
        key = mark.path if article else None
        title = article.title or mark.path if article else mark.cited.title
        anchor = self.anchors.get(mark.id)
        if anchor is not None and mark.selector is None:
            return Placed(mark, key, title, anchor.state, 0, 0)
        if anchor is not None:
            at = anchor.places[0] if anchor.places else None
            start, end = (at.start, at.end) if at else (0, 0)
            if mark.id in self.homes:
                homes = self.homes[mark.id]
                return Placed(mark, None, title, anchor.state, start, end, anchor, homes)
            return Placed(mark, key, title, anchor.state, start, end, anchor)
        selector = mark.selector
        lost = any(each.lost and each.id == mark.id for each in self._marks)
        there = (article and not lost) or mark.about in ("actor", "corpus")
        state = "ANCHORED" if there else "ORPHAN"
        if selector is None:
            return Placed(mark, key, title, state, 0, 0)  # type: ignore[arg-type]
        return Placed(mark, key, title, state, selector.start, selector.end)  # type: ignore[arg-type]

    def _as_mark(self, mark: Bookmark) -> Mark:
        body = self._articles[mark.key].body if mark.key in self._articles else mark.label
        end = mark.position + len(mark.label)
        at = select(body, mark.position, min(len(body), end))
        return Mark(mark.id, mark.article_id, mark.key, mark.position, at, mark.created)

    def _one(self, mark_id: str) -> Mark:
        known = {mark.id: mark for mark in (*map(self._as_mark, self._marks), *self.own)}
        return known[mark_id]

    def _of(self, thing: Target | str) -> Mark | None:
        if isinstance(thing, str):
            return self._one(thing)
        for mark in self.own:
            same = mark.path == thing.key and mark.about == thing.about
            if same and mark.kind == "tags" and mark.actor == thing.actor:
                return mark
        return None

    def _turn_one(self, old: Mark, new: Mark, did: str) -> Mark:
        self._keep(f"{old.kind} {did}")
        if any(mark.id == old.id for mark in self.own):
            self.own = tuple(new if mark.id == old.id else mark for mark in self.own)
        else:  # a bookmark that says more by now
            self._marks = tuple(mark for mark in self._marks if mark.id != old.id)
            self.own = (*self.own, new)
        return new

    def _retag(self, words: str, old: str, new: str) -> None:
        self._keep(words)

        def other(tag: str) -> str:
            if tag != old and not tag.startswith(f"{old}/"):
                return tag
            return new + tag[len(old) :] if new else ""

        self.own = tuple(
            mark._replace(tags=tuple(dict.fromkeys(filter(None, map(other, mark.tags)))))
            for mark in self.own
        )

    def _count(self, name: str) -> TagCount:
        has = [mark for mark in self.own if any(name in _upward(tag) for tag in mark.tags)]
        articles = sum(mark.kind == "tags" for mark in has)
        claims = sum(mark.kind == "claim" for mark in has)
        rest = len(has) - articles - claims
        return TagCount(name, self.colours.get(name, ""), articles, rest, claims)


def _upward(tag: str) -> list[str]:
    parts = tag.split("/")
    return ["/".join(parts[: size + 1]) for size in range(len(parts))]
