"""What a person marks, for the library: making marks, changing them, and telling where they are."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.store import marking_made as making
from tui.store.answers import ReadError
from tui.store.bookmarks import Missing, saving
from tui.store.marked import (
    ABOUTS,
    Changed,
    Claimed,
    Draft,
    Mark,
    MarkKind,
    Merged,
    Placed,
    Side,
    Status,
    Tag,
    Target,
    Turn,
)
from tui.store.marking_tagging import Tagging
from tui.store.notebook import Change

if TYPE_CHECKING:
    from tui.store.anchoring_model import Place
    from tui.store.marking_places import Whereabouts


class Marking(Tagging):
    """The marks of a corpus. Everything may block: it is for threads.

    What changes something raises NotSaved, and KeyError where the mark is no longer there; on
    return it is on the disk, and can be undone as one step.
    """

    def marks(self, key: str) -> tuple[Placed, ...]:
        """The marks in one article in the order of its text, first those on all of it."""
        places = self._known_places()
        owners = places.owners(key)
        marks = places.of(owners)
        if any(not places.is_settled(mark, owners[mark.id]) for mark in marks):
            self._settle(key)
            owners = places.owners(key)
        found = [places.placed(mark, owners[mark.id]) for mark in marks if mark.id in owners]
        return tuple(sorted(found, key=_place))

    def follow_notes(self) -> None:
        """Take in, behind the caller, what somebody else wrote to the notes: `version` rises then.

        Quick, and does not block: to be asked now and then.
        """
        self._kept.renew_behind()

    def every_mark(self) -> tuple[Placed, ...]:
        """All marks, the newest first, also those of no page any more; may take a while."""
        return tuple(self.iter_marks())

    def iter_marks(self) -> Iterator[Placed]:
        """As `every_mark`, one by one: who wants no more leaves off."""
        places = self._known_places()
        owners = places.owners()
        tried: set[str] = set()
        for mark in reversed(self._notebook.marks):
            owner = owners.get(mark.id)
            if owner and owner.key not in tried and not places.is_settled(mark, owner):
                tried.add(owner.key)
                self._settle(owner.key)
                owners |= places.owners(owner.key)
                owner = owners.get(mark.id)
            yield places.placed(mark, owner)

    def evidence(self, claim_ids: Collection[str]) -> tuple[Placed, ...]:
        """The evidence for and against some claims, in whatever article, in the order made."""
        wanted = set(claim_ids)
        marks = [mark for mark in self._notebook.marks if mark.of in wanted]
        places = self._known_places()
        found: list[Placed] = []
        for mark in marks:
            owner = places.owner(mark.id)
            if owner and not places.is_settled(mark, owner):
                self._settle(owner.key)
                owner = places.owner(mark.id)
            found.append(places.placed(mark, owner))
        return tuple(found)

    def notes_on(self, actors: Collection[str]) -> tuple[Mark, ...]:
        """The notes on actors, each told as in a `Target`, in the order in which they were made."""
        wanted = set(actors)
        every = self._notebook.marks
        return tuple(m for m in every if m.kind == "note" and m.actor and m.actor in wanted)

    def claimants(self) -> tuple[str, ...]:
        """Who is said to have said the claims that were kept, the latest first."""
        kept = (mark.claimed for mark in reversed(self._notebook.marks) if mark.claimed)
        return tuple(dict.fromkeys(claimed.speaker for claimed in kept if claimed.speaker))

    def changed_marks(self) -> Changed:
        """Of how many marks the words are no longer what and where they were."""
        places = self._known_places()
        for key in places.unsettled():
            self._settle(key)
        owners = places.elsewhere()
        placed = [places.placed(mark, owners[mark.id]) for mark in places.of(owners)]
        placed += [places.placed(mark, None) for mark in places.orphans()]
        placed = [each for each in placed if each.mark.kind != "tags"]
        states = [each.state for each in placed]
        keys = dict.fromkeys(each.key for each in placed if each.key and each.state != "ANCHORED")
        return Changed(
            states.count("CHANGED"), states.count("AMBIGUOUS"), states.count("ORPHAN"), tuple(keys)
        )

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
        """Mark something; evidence is `of` a claim, whose id that is."""
        new = self._made(target, kind)._replace(
            text=text, tags=self._spelt(tags), colour=colour, of=of, side=side
        )
        if kind == "claim":
            new = new._replace(claimed=making.begun(claimed))

        def plan() -> Change:
            if of and not self._notebook.find_marks([of]):
                raise Missing(of)
            return Change(f"{kind} kept", (new,))

        self._revise(plan)
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
        """Change what is told of a mark, and nothing else of it; gives it as it is now."""
        names = None if tags is None else self._spelt(tags)

        def turn(mark: Mark) -> Mark:
            new = mark._replace(
                text=mark.text if text is None else text,
                tags=mark.tags if names is None else names,
                colour=mark.colour if colour is None else colour,
                side=mark.side if side is None else side,
            )
            if claimed is not None and mark.claimed is not None:
                new = new._replace(claimed=making.edited(mark.claimed, claimed))
            return new

        return self._turned(mark_id, turn, "edited")

    def set_status(self, mark_id: str, status: Status, why: str = "") -> Mark:
        """Give a claim a status, behind those that it had; gives it as it is now.

        Whoever does has looked at it: it is no longer `stale`.
        """

        def turn(mark: Mark) -> Mark:
            old = mark.claimed
            if old is None:
                raise Missing(mark_id)
            if old.status == status and old.history and not why and not old.stale:
                return mark
            turns = (*old.history, Turn(status, making.now(), why))
            return mark._replace(claimed=old._replace(history=turns, stale=False))

        return self._turned(mark_id, turn, f"set to {status}")

    def remove(self, *mark_ids: str) -> None:
        """Take marks away, with a claim also the evidence for and against it."""

        def plan() -> Change:
            marks = self._existing(mark_ids)
            claims = {mark.id for mark in marks if mark.kind == "claim"}
            if claims:
                known = {mark.id for mark in marks}
                every = self._notebook.marks
                marks += [m for m in every if m.of in claims and m.id not in known]
            first = marks[0].kind
            what = first if len(mark_ids) == 1 else f"{len(mark_ids)} marks"
            return Change(f"{what} taken away", (), tuple(marks))

        self._revise(plan)

    def repair(
        self,
        mark_id: str,
        place: Place | None = None,
        start: int | None = None,
        end: int | None = None,
        key: str | None = None,
        claimed: Claimed | None = None,
    ) -> Mark:
        """Keep that a mark belongs where it is said now; gives it as it is then.

        That is in a `place` of its anchor, or from `start` to `end` in the part it was in; without
        them, a mark on a whole article is of the one it belongs to now. It is in the article `key`,
        else in the one it belongs to. Raises KeyError also where it belongs to none, or no words
        are told. A claim is `claimed` from then on, where that is given.
        """
        self._kept.renew()
        (old,) = self._existing([mark_id])
        if key is None:
            owner = self._bookmarks.places.owner(mark_id)
            if owner is None:
                raise Missing(mark_id)
            key = owner.key
        part = place.part if place else old.part
        first, after = (place.start, place.end) if place else (start, end)
        if old.selector is not None and (first is None or after is None):
            raise Missing(mark_id)
        target = Target(old.about, key, first or 0, after or 0, part)
        new = self._made(target, old.kind)

        def turn(mark: Mark) -> Mark:
            return mark._replace(
                article_id=new.article_id,
                path=new.path,
                at=new.at,
                selector=new.selector,
                part=new.part,
                cited=new.cited,
                claimed=claimed or mark.claimed,
            )

        return self._turned(mark_id, turn, "put in its place")

    def merge_marks(self, marks: Iterable[Mark], by: str = "", tags: Iterable[Tag] = ()) -> Merged:
        """Take in marks from elsewhere, of `by` where they do not say whose they are.

        What is here already is left as it is; where it differs, theirs is kept beside it. Of
        `tags` those get their colour that have none here. All of it is one step to undo.
        """
        from tui.store.marking_merge import Laid, coloured, laid

        theirs, colours = tuple(marks), tuple(tags)
        found: list[Laid] = []

        def plan() -> Change | None:
            own = {mark.id: mark for mark in self._notebook.marks}
            found.append(laid(theirs, by, own))
            count, old = len(found[0].new), self._notebook.tags
            new = coloured(colours, old, making.now())
            names = {tag.name for tag in new}
            label = f"{count} marks taken in" if count else "colours of tags taken in"
            gone = tuple(tag for tag in old if tag.name in names)
            return Change(label, (*found[0].new, *new), gone) if count or new else None

        self._revise(plan)
        return found[0].merged

    def keep_draft(self, target: Target | str, text: str) -> None:
        """Keep what is being typed about something, or to the mark of an id; no step to undo."""
        with saving(self._notebook):
            self._notebook.note(Draft(_draft_id(target), text, making.now()))

    def draft(self, target: Target | str) -> str | None:
        """What was typed about something and never kept."""
        found = self.draft_of(target)
        return found.text if found is not None else None

    def draft_of(self, target: Target | str) -> Draft | None:
        """As `draft`, with when it was typed."""
        wanted = _draft_id(target)
        return next((each for each in self._notebook.drafts if each.id == wanted), None)

    def drafts(self) -> tuple[tuple[Target | str, str], ...]:
        """All that was typed and never kept, and about what, or to the mark of which id."""
        return tuple((_drafted(each.id), each.text) for each in self._notebook.drafts)

    def drop_draft(self, target: Target | str) -> None:
        """Forget what was typed about something."""
        wanted = _draft_id(target)
        with saving(self._notebook):
            gone = [each for each in self._notebook.drafts if each.id == wanted]
            if gone:
                self._notebook.note(without=gone)

    def _known_places(self) -> Whereabouts:
        """Where marks are, as the corpus and the notes are now."""
        self._kept.renew()
        self._bookmarks.places.seek()
        return self._bookmarks.places

    def _settle(self, key: str) -> None:
        """Find where the marks of an article are in it now, if it can be read."""
        with contextlib.suppress(ReadError):
            self._bookmarks.settle(key, self.article(key))


def _place(placed: Placed) -> tuple[bool, bool, int, int, str]:
    mark = placed.mark
    in_text = mark.selector is not None
    return in_text, in_text and mark.part == "body", placed.start, placed.end, mark.created


def _draft_id(target: Target | str) -> str:
    return target if isinstance(target, str) else json.dumps(target)


def _drafted(name: str) -> Target | str:
    """What a draft is about; its own name, where that tells nothing else."""
    try:
        about, key, start, end, part, actor = json.loads(name)
    except (ValueError, TypeError):
        return name
    texts, numbers = (about, key, part, actor), (start, end)
    sound = all(isinstance(text, str) for text in texts) and about in ABOUTS
    sound = sound and all(type(number) is int for number in numbers) and part in ("body", "title")
    return Target(about, key, start, end, part, actor) if sound else name
