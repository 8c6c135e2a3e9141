"""Whether a page fits a query, told as plainly as can be: what the index answers is held to this.

It shares nothing with the store but the tree of a query.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from tui.store import query_tree as tree
from tui.store.amounts import Amount
from tui.store.query_tree import Node, Query
from tui.text.article import Article


@dataclass(frozen=True)
class Thing:
    """A figure: its kind, its least and greatest number, and its noun."""

    kind: str
    low: float
    high: float
    noun: str = ""


@dataclass(frozen=True)
class Told:
    """A claim: who says it, and how it is told."""

    speaker: str
    stance: str = "asserted"


@dataclass(frozen=True)
class Page:
    """A page with all that can be asked of it; one that is `read_in` has been read by newsreader.

    `note` is what a person wrote.
    """

    title: str = ""
    body: str = ""
    figures: tuple[Thing, ...] = ()
    claims: tuple[Told, ...] = ()
    actors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    read_in: bool = True
    failed: bool = False
    read: bool = False
    changed: bool = False
    bookmarks: int = 0
    notes: int = 0
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    note: str = ""


def page_of(article: Article, **more: Any) -> Page:
    """An article as a page that can be asked."""
    things = []
    for figure in article.figures:
        numbers = [n for n in (figure.value, figure.low, figure.high) if n is not None]
        if numbers:
            noun = folded(figure.noun or figure.unit or "")
            things.append(Thing(figure.kind, min(numbers), max(numbers), noun))
    names = [
        name
        for actor in article.actors
        for name in {actor.name, *(mention.text for mention in actor.mentions)}
    ]
    return Page(
        title=article.title or article.path.rsplit("/", 1)[-1],
        body=article.body,
        figures=tuple(things),
        claims=tuple(Told(claim.speaker, claim.stance) for claim in article.claims),
        actors=tuple(names),
        published=article.published,
        site=article.site,
        **more,
    )


def fits(query: Query, page: Page) -> bool:
    """Whether all holds that a query asks."""
    return all(_holds(node, page) for node in query.nodes)


def plain(letter: str) -> str:
    """A letter without what goes through it: `ø` is `o`, `æ` is `ae`."""
    return {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}.get(
        letter, letter
    )


def folded(text: str) -> str:
    """Text without case and accents."""
    letters = []
    for letter in text:
        for part in unicodedata.normalize("NFKD", plain(letter.casefold())):
            if not unicodedata.combining(part):
                letters.append(part.casefold())
    return "".join(letters).lower()


def words(text: str) -> list[str]:
    """Runs of letters and digits; a number without the dots between its thousands."""
    text = folded(text)
    found: list[str] = []
    at = 0
    while at < len(text):
        number = re.match(r"[0-9]{1,3}(\.[0-9]{3})+", text[at:])
        fresh = at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_.,")
        dotted = number.end() if number and fresh else 0
        if re.match(r"\.?[0-9]", text[at + dotted :]):
            dotted = 0
        end = at + dotted
        while end < len(text) and text[end].isalnum():
            end += 1
        if end > at:
            found.append(text[at:end].replace(".", ""))
        at = max(end, at + 1)
    return found


def _holds(node: Node, page: Page) -> bool:
    match node:
        case tree.All(nodes):
            return all(_holds(each, page) for each in nodes)
        case tree.Either(nodes):
            return any(_holds(each, page) for each in nodes)
        case tree.Not(turned):
            return not _holds(turned, page) and (page.read_in or not _of_facts(turned))
        case tree.Words(_, _, title):
            return _stand(node, page.title) or (not title and _stand(node, page.body))
        case tree.Is(names):
            return any(_is(name, page) for name in names)
        case tree.Noted(asked):
            return _stand(asked, page.note)
        case tree.Tagged(word, whole):
            tags = [folded(tag) for tag in page.tags]
            exact = any(tag == word or tag.startswith(word + "/") for tag in tags)
            return exact if whole else any(tag.startswith(word) for tag in tags)
        case tree.Status(names):
            return any(name in page.statuses for name in names)
    return page.read_in and _told(node, page)


def _told(node: Node, page: Page) -> bool:
    """What only a page that was read in can tell."""
    match node:
        case tree.Figures():
            return any(_figure(node, thing) for thing in page.figures)
        case tree.Claims():
            return any(_claim(node, told) for told in page.claims)
        case tree.Named(who):
            return any(named(who.word, who.whole, name) for name in page.actors)
        case tree.Site(word, whole):
            name = folded(page.site or "")
            parts = [at for at in range(len(name)) if at == 0 or name[at - 1] in "./ "]
            return name == word if whole else any(name.startswith(word, at) for at in parts)
        case tree.Dated(low, high):
            day = page.published
            if day is None:
                return False
            surely_before = high is None or (day < high and high[: len(day)] != day)
            return (low is None or day >= low) and surely_before
    raise TypeError(node)


def _of_facts(node: Node) -> bool:
    match node:
        case tree.All(nodes) | tree.Either(nodes):
            return any(_of_facts(each) for each in nodes)
        case tree.Not(turned):
            return _of_facts(turned)
    return isinstance(node, tree.Figures | tree.Claims | tree.Named | tree.Dated | tree.Site)


def _stand(asked: tree.Words, text: str) -> bool:
    found, count = words(text), len(asked.tokens)
    for at in range(len(found) - count + 1):
        *before, last = found[at : at + count]
        ends = last.startswith(asked.tokens[-1]) if asked.begins else last == asked.tokens[-1]
        if ends and tuple(before) == asked.tokens[:-1]:
            return True
    return False


def _is(name: str, page: Page) -> bool:
    return {
        "read": page.read,
        "unread": not page.read and not page.failed,
        "bookmarked": page.bookmarks > 0,
        "noted": page.notes > 0,
        "changed": page.changed,
        "failed": page.failed,
    }[name]


def _figure(asked: tree.Figures, thing: Thing) -> bool:
    def holds(condition: tree.Condition) -> bool:
        if isinstance(condition, tree.OneOf):
            return any(_figure(each, thing) for each in condition.options)  # type: ignore[arg-type]
        if isinstance(condition, tree.Kind):
            return thing.kind in condition.names
        if isinstance(condition, tree.Noun):
            if condition.whole:
                return thing.noun == condition.word
            return thing.noun.startswith(condition.word)
        return _in_bounds(condition, thing)

    return all(map(holds, asked.wanted)) and not any(map(holds, asked.unwanted))


def _in_bounds(asked: Amount, thing: Thing) -> bool:
    low, high, strict = asked
    if low is not None and (thing.high <= low if strict else thing.high < low):
        return False
    return high is None or not (thing.low >= high if strict else thing.low > high)


def _claim(asked: tree.Claims, told: Told) -> bool:
    def holds(said: tree.Said) -> bool:
        if isinstance(said, tree.OneOf):
            return any(_claim(each, told) for each in said.options)  # type: ignore[arg-type]
        if isinstance(said, tree.Stance):
            return told.stance in said.names
        return named(said.word, said.whole, told.speaker)

    return all(map(holds, asked.wanted)) and not any(map(holds, asked.unwanted))


def named(word: str, whole: bool, name: str) -> bool:
    """Whether a name is what was asked for."""
    name = " ".join(folded(name).split())
    return name == word if whole else f" {word}" in f" {name}"
