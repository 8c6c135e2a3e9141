"""Marks whose page is gone, looked for in all other pages: one that was edited may be renamed too.

A page in which the very words stand is the one that a mark belongs to now, if there is only one.
Where there are several, or it is of another site, a person must choose. The other marks of the
page that is gone follow those whose words were found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.store.words import words

if TYPE_CHECKING:
    from tui.store.anchoring_model import Anchor, Place
    from tui.store.anchors import Selector
    from tui.store.index import Index
    from tui.store.marked import Mark
    from tui.text.article import Article

_MOST = 20
"""So many pages with the words of a mark are looked at: among more nobody chooses."""
_WORDS, _LETTERS = 4, 16
"""A quote of so many words and letters is looked for without what stood around it."""
_TOLD = "id, key, coalesce(title, ''), coalesce(site, ''), coalesce(published, ''), packed"
_PAGES = f"""SELECT {_TOLD} FROM entry JOIN article ON entry = id WHERE id IN
        (SELECT rowid FROM phrase WHERE phrase MATCH ? LIMIT {_MOST}) ORDER BY place"""
_FOLLOWED = """SELECT DISTINCT path, owner FROM kept_mark
    WHERE owner IS NOT NULL AND path IN
        (SELECT path FROM kept_mark WHERE id IN (SELECT value FROM json_each(?)))"""
_PATHS = "SELECT id, path FROM kept_mark WHERE id IN (SELECT value FROM json_each(?))"


class Home(NamedTuple):
    """A place that a mark may have now, in the article `key`."""

    key: str
    title: str
    place: Place


class Homes(NamedTuple):
    """Of marks by their ids: the entry each belongs to now, else the places to choose from."""

    owned: Mapping[str, int]
    several: Mapping[str, tuple[Home, ...]]


class _Page(NamedTuple):
    """A page that may be the one, and the places in it with the very words, if it was looked at."""

    id: int
    key: str
    title: str
    site: str
    published: str
    packed: bytes


Find = Callable[["Mark", "Selector", "Article"], "Anchor"]


def homes(index: Index, marks: Sequence[Mark], find: Find) -> Homes:
    """Where marks belong whose page is gone; nothing is told of those that are nowhere."""
    owned: dict[str, int] = {}
    several: dict[str, tuple[Home, ...]] = {}
    for mark in marks:
        pages = dict(_with_words(index, mark, find))
        if len(pages) == 1 and _is_of_one_site(mark, page := next(iter(pages))):
            owned[mark.id] = page.id
        elif pages:
            several[mark.id] = tuple(
                Home(page.key, page.title, place) for page in pages for place in pages[page]
            )
    left = [mark for mark in marks if mark.id not in owned and mark.id not in several]
    if left:
        owned |= _followers(index, left, marks, owned)
    return Homes(owned, several)


def _followers(
    index: Index, left: Sequence[Mark], marks: Sequence[Mark], owned: Mapping[str, int]
) -> dict[str, int]:
    """Marks that follow others of their page, or a page with the same headline, day and site."""
    rows = index.ask(_PATHS, (json.dumps([mark.id for mark in marks]),))
    paths = {name: bytes(path) for name, path in rows}
    led: dict[bytes, set[int]] = {}
    for path, owner in index.ask(_FOLLOWED, (json.dumps([mark.id for mark in left]),)):
        led.setdefault(bytes(path), set()).add(owner)
    for name, owner in owned.items():
        led.setdefault(paths[name], set()).add(owner)
    found: dict[str, int] = {}
    for mark in left:
        there = led.get(paths.get(mark.id, b""), set()) or _like(index, mark)
        if len(there) == 1:
            (found[mark.id],) = there
    return found


def _with_words(index: Index, mark: Mark, find: Find) -> Iterator[tuple[_Page, tuple[Place, ...]]]:
    """The pages in which the words of a mark stand, with where in them."""
    from tui.store.reading import article_of

    if mark.selector is None:
        return
    seen: set[int] = set()
    for phrase in _phrases(mark.selector):
        for page in _pages(index, phrase, mark.part == "title"):
            article = article_of(page.packed) if page.id not in seen else None
            seen.add(page.id)
            if article is None:
                continue
            anchor = find(mark, mark.selector, article)
            places = tuple(place for place in anchor.places if _is_same(place))
            if places:
                yield page, places
        if seen:
            return  # with less of what stood around it there would only be more


def _phrases(selector: Selector) -> Iterator[list[str]]:
    """What to look for: the quote, which if it says little has to stand where it stood."""
    exact, prefix, suffix, _, _ = selector
    quote = words(_whole(prefix, exact, suffix))
    if len(quote) >= _WORDS and sum(map(len, quote)) >= _LETTERS:
        yield quote
        return
    before, after = _cut(prefix[::-1])[::-1], _cut(suffix)
    if before.strip() or after.strip():
        yield words(before + exact + after)
    if before.strip() and after.strip():
        yield words(before + _whole("", exact, suffix))
        yield words(_whole(prefix, exact, "") + after)


def _whole(before: str, text: str, after: str) -> str:
    """A text without the parts of words at its ends that go on in what stands around it."""
    if before[-1:].isalnum():
        text = text.lstrip(_letters(text))
    if after[:1].isalnum():
        text = text.rstrip(_letters(text))
    return text


def _letters(text: str) -> str:
    return "".join({letter for letter in text if letter.isalnum()})


def _cut(around: str) -> str:
    """What stood on one side, read away from the quote, without the half word at its end."""
    whole, blank, _ = around.rpartition(" ")
    return whole if blank else around


def _pages(index: Index, phrase: Sequence[str], title: bool) -> Iterator[_Page]:
    if phrase:
        query = f'{"title : " if title else ""}"{" ".join(phrase)}"'
        yield from (_Page(*row) for row in index.ask(_PAGES, (query,)))


def _like(index: Index, mark: Mark) -> set[int]:
    """The pages with the headline, day and site that the page of a mark had."""
    cited = mark.cited
    headline = words(cited.title)
    if len(headline) < 2 or not cited.published:
        return set()
    pages = _pages(index, headline, title=True)
    told = (cited.title, cited.site, cited.published)
    return {page.id for page in pages if (page.title, page.site, page.published) == told}


def _is_same(place: Place) -> bool:
    """Whether the very words of a quote stand in a place, whatever stands around them."""
    return all(difference.around for difference in place.differences)


def _is_of_one_site(mark: Mark, page: _Page) -> bool:
    return not mark.cited.site or not page.site or mark.cited.site == page.site
