"""Marks that come from elsewhere, laid beside one's own: nothing of either is overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.store.marked import Mark, Merged, Tag
from tui.store.marked_documents import mark_document


class Laid(NamedTuple):
    """The marks to be kept, and what became of them all."""

    new: tuple[Mark, ...]
    merged: Merged


def laid(theirs: Iterable[Mark], by: str, own: Mapping[str, Mark]) -> Laid:
    """What to keep of marks of somebody else (`by`, where they do not say themselves).

    A mark that is here with the same content is left as it is, whosever it is. One that is here
    with another content comes under an id made of that, and only once, whatever was made of it
    here since; what is evidence for it in the same file is evidence for this one.
    """
    came = {mark.id: mark._replace(by=mark.by or by) for mark in theirs}
    moved = {mark.id: _other_id(mark) for mark in came.values() if _differs(mark, own.get(mark.id))}
    new: list[Mark] = []
    same = conflicts = 0
    for mark in came.values():
        known = own.get(mark.id)
        mine = mark._replace(of=moved.get(mark.of, mark.of))
        if known is None:
            new.append(mine)
        elif not _differs(mark, known) or not _differs(mine, known) or moved[mark.id] in own:
            same += 1
        else:
            new.append(mine._replace(id=moved[mark.id]))
            conflicts += 1
    return Laid(tuple(new), Merged(len(new) - conflicts, same, conflicts))


def coloured(theirs: Iterable[Tag], own: Iterable[Tag], now: str) -> tuple[Tag, ...]:
    """The tags of somebody else with a colour that have none here, as they are kept."""
    here = {tag.name: tag for tag in own}
    new: dict[str, Tag] = {}
    for tag in theirs:
        known = here.get(tag.name)
        if tag.colour and not (known and known.colour):
            new.setdefault(tag.name, Tag(tag.name, tag.colour, known.created if known else now))
    return tuple(new.values())


def _differs(mark: Mark, known: Mark | None) -> bool:
    return known is not None and known._replace(by="") != mark._replace(by="")


def _other_id(mark: Mark) -> str:
    content = json.dumps(mark_document(mark._replace(by="")), sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:32]
