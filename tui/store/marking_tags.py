"""Tags: what they are called, which stand under which, and what becomes of marks with them.

A tag `militair/aantallen` stands under `militair`, as in a folder. All of it is pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from tui.store.documents import Kept
from tui.store.marked import Mark, Tag, TagCount
from tui.store.notebook_shelves import Change
from tui.text.safe import safe_line

LONGEST = 200
"""Characters of a tag; more than anybody types."""
Names = tuple[str, ...]


def tag_name(typed: str) -> str:
    """A tag as it is kept: safe, without blanks at its parts; "" where nothing is left of it."""
    parts = (" ".join(part.split()) for part in safe_line(typed[:LONGEST]).split("/"))
    return "/".join(part for part in parts if part)


def spelt(typed: str, known: Iterable[str]) -> str:
    """A tag as it is kept: it, or what it stands under, is spelt as one that there is already.

    Case and accents make no other tag.
    """
    from tui.store.query import folded

    name = tag_name(typed)
    there = sorted({other for each in known for other in with_parents(each)})
    spelling = {folded(other): other for other in there} | {name: name for name in there}
    for top in with_parents(name):
        other = spelling.get(top) or spelling.get(folded(top))
        if other is not None:
            return other + name[len(top) :]
    return name


def with_parents(name: str) -> Iterator[str]:
    """A tag and all that it stands under."""
    at = len(name)
    while at > 0:
        yield name[:at]
        at = name.rfind("/", 0, at)


def is_under(name: str, top: str) -> bool:
    """Whether a tag is another one, or stands under it."""
    return name == top or name.startswith(f"{top}/")


def counted(marks: Iterable[Mark], tags: Iterable[Tag]) -> tuple[TagCount, ...]:
    """Every tag, by name, with what has it or one under it, each once."""
    articles: dict[str, set[tuple[str, str]]] = {}
    claims, others = Counter[str](), Counter[str]()
    for mark in marks:
        if not mark.tags:
            continue
        names = {name for tag in mark.tags for name in with_parents(tag)}
        if mark.kind == "tags" and mark.about == "article":
            article = ("", mark.article_id) if mark.article_id else (mark.path, "")
            for name in names:
                articles.setdefault(name, set()).add(article)
        else:
            (claims if mark.kind == "claim" else others).update(names)
    colours: dict[str, str] = {}
    for tag in tags:
        for name in with_parents(tag.name):
            colours.setdefault(name, "")
        colours[tag.name] = tag.colour
    every = sorted(
        {*articles, *claims, *others, *colours}, key=lambda name: (name.casefold(), name)
    )
    return tuple(
        TagCount(
            name, colours.get(name, ""), len(articles.get(name, ())), others[name], claims[name]
        )
        for name in every
    )


def renamed(marks: Iterable[Mark], tags: Collection[Tag], old: str, new: str, label: str) -> Change:
    """The change that gives a tag another name, with all under it; one that is there takes it in.

    With "" as its new name it goes, from the articles and marks that have it too.
    """

    def name_of(name: str) -> str:
        if not is_under(name, old):
            return name
        return f"{new}{name[len(old) :]}" if new else ""

    change = retagged(marks, lambda names: tuple(name_of(name) for name in names), label)
    gone = [tag for tag in tags if is_under(tag.name, old)]
    stay = {tag.name for tag in tags} - {tag.name for tag in gone}
    come: list[Kept] = []
    for tag in gone if new else ():
        name = name_of(tag.name)
        if name not in stay:
            stay.add(name)
            come.append(tag._replace(name=name))
    return Change(label, (*change.added, *come), (*change.removed, *gone))


def retagged(marks: Iterable[Mark], turn: Callable[[Names], Iterable[str]], label: str) -> Change:
    """The change that gives marks the tags that `turn` makes of theirs.

    Each is there once, and none is empty; a mark that was there for its tags alone goes with them.
    """
    added: list[Kept] = []
    removed: list[Kept] = []
    for mark in marks:
        tags = tuple(dict.fromkeys(name for name in turn(mark.tags) if name))
        if tags == mark.tags:
            continue
        removed.append(mark)
        if tags or mark.kind != "tags":
            added.append(mark._replace(tags=tags))
    return Change(label, tuple(added), tuple(removed))
