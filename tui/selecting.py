"""Selecting in the text: how far a selection goes after each step, as plain data.

A selection is where it began (its anchor) and how far it is (its head), both offsets in the body
between two characters; what is selected lies between them, and the head may be the first of the
two. Where the head comes past the anchor, what was selected first stays selected. Every function
that takes a session gives the next one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.items import Tab, span, starts

if TYPE_CHECKING:
    from tui.finding import Span
    from tui.session import Session

Units = Sequence["Span"]
_WORD = re.compile(r"[^\W_](?:\S*[^\W_%‰°])?[%‰°]?|[€$£]\S*[^\W_]|\S")  # 1.500, zo'n, € and 40%
_JOINED = frozenset("\u200d\u200c")
"""What binds the characters on both its sides into one."""


@lru_cache(maxsize=4)
def words_in(text: str) -> tuple[Span, ...]:
    """The spans of the words and numbers of a text, without the signs around them."""
    found = (match.span() for match in _WORD.finditer(text))
    return tuple(at for at in found if any(map(str.isalnum, text[at[0] : at[1]])))


@lru_cache(maxsize=4)
def sentences_in(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of a text."""
    from tui.text.sentences import sentences

    return tuple(sentences(text))


def sentence_at(text: str, position: int) -> Span | None:
    """The sentence that a position is in, or the one before the white space it is in."""
    spans = sentences_in(text)
    at = bisect_right(spans, position, key=lambda known: known[0])
    return spans[max(0, at - 1)] if spans else None


def word_at(text: str, position: int) -> Span | None:
    """The word that a position is in, else the next one, else the last."""
    spans = words_in(text)
    at = bisect_right(spans, position, key=lambda known: known[1])
    return spans[min(at, len(spans) - 1)] if spans else None


def characters(text: str, position: int) -> tuple[int, int]:
    """Where the character before a position begins, and where the one after it ends.

    A letter with its accents is one, and so is a flag of two letters or a family of three.
    """
    before, after = position - 1, position + 1
    while before > 0 and _bound(text, before):
        before -= 1
    while after < len(text) and _bound(text, after):
        after += 1
    return max(0, before), min(len(text), after)


def _bound(text: str, at: int) -> bool:
    """Whether no character begins at `at`: what stands there belongs to what is before it."""
    here, before = text[at], text[at - 1]
    if unicodedata.combining(here) or here in _JOINED or before in _JOINED:
        return True
    if "\ufe00" <= here <= "\ufe0f" or "\U0001f3fb" <= here <= "\U0001f3ff":
        return True
    return here == "\n" and before == "\r"


def selected(session: Session) -> Span | None:
    """The stretch of the body that is selected, without white space at its ends."""
    if session.article is None or session.selection is None:
        return None
    start, end = sorted(session.selection)
    text = session.article.body[start:end]
    left = len(text) - len(text.lstrip())
    trimmed = start + left, start + len(text.rstrip())
    return trimmed if trimmed[0] < trimmed[1] else (start, end) if start < end else None


def begin(session: Session) -> Session | None:
    """Select the item at the cursor, else the first word of its line; None where is no text."""
    article = session.article
    if article is None:
        return None
    item = session.item
    chosen = span(article, item, session.marks) if item is not None else None
    return _with(session, chosen or word_at(article.body, session.cursor))


def word(session: Session, position: int) -> Session | None:
    """Select the word at a position."""
    body = session.article.body if session.article is not None else ""
    return _with(session, word_at(body, position))


def sentence(session: Session, position: int | None = None) -> Session | None:
    """Select the sentence at a position, or at the cursor; None where there is no text."""
    body = session.article.body if session.article is not None else ""
    at = session.cursor if position is None else position
    return _with(session, sentence_at(body, at))


def whole_sentences(session: Session) -> Session | None:
    """Select the sentence at the cursor; what is selected grows to whole ones, and by the next."""
    if session.article is None or session.selection is None:
        item, article = session.item, session.article
        place = span(article, item, session.marks) if article and item else None
        return sentence(session, place[0] if place else None)
    body, (start, end) = session.article.body, sorted(session.selection)
    first, last = sentence_at(body, start), sentence_at(body, max(start, end - 1))
    if first is None or last is None:
        return session
    if start <= first[0] and end >= last[1]:
        spans = sentences_in(body)
        after = bisect_left(spans, last[1], key=lambda known: known[0])
        last = spans[after] if after < len(spans) else last
    return replace(session, selection=(min(start, first[0]), max(end, last[1])))


def between(session: Session, anchor: int, head: int) -> Session:
    """Select from one offset to another: with the mouse."""
    return replace(session, selection=(anchor, head) if anchor != head else None)


def _with(session: Session, found: Span | None) -> Session | None:
    return None if found is None else replace(session, selection=found)


def other_end(session: Session) -> Session:
    """The other end of what is selected moves from now on."""
    if session.selection is None:
        return session
    anchor, head = session.selection
    return replace(session, selection=(head, anchor))


def by_words(session: Session, step: int) -> Session:
    """A word on, or with a `step` of -1 back."""
    return _by(session, step, words_in)


def by_sentences(session: Session, step: int) -> Session:
    """A sentence on, or back."""
    return _by(session, step, sentences_in)


def by_items(session: Session, tab: Tab, step: int) -> Session:
    """As far as the next figure or claim, or back to the one before."""
    if session.article is None:
        return session
    spans = [(start, end) for start, end, _ in starts(session.article, tab)]
    return _by(session, step, lambda _: spans)


def by_characters(session: Session, step: int) -> Session:
    """A character on, or back; the one where selecting began stays selected."""
    if session.article is None or session.selection is None:
        return session
    body, (anchor, head) = session.article.body, session.selection
    to = characters(body, head)[0 if step < 0 else 1]
    if to != anchor:
        return replace(session, selection=(anchor, to))
    # It would be nothing: the character at the anchor stays, and the one on its other side joins.
    back, on = characters(body, anchor)
    kept, to = (on, back) if step < 0 else (back, on)
    return replace(session, selection=(kept, to)) if to != anchor else session


def to(session: Session, offset: int) -> Session:
    """As far as an offset; never nothing."""
    if session.article is None or session.selection is None:
        return session
    body, (anchor, head) = session.article.body, session.selection
    offset = max(0, min(offset, len(body)))
    if offset == anchor or (offset < anchor) != (head < anchor):
        first = word_at(body, min(anchor, head))
        if first is not None and anchor in first:
            anchor = first[1] if offset <= anchor else first[0]
    return replace(session, selection=(anchor, offset)) if anchor != offset else session


def _by(session: Session, step: int, units: Callable[[str], Units]) -> Session:
    if session.article is None or session.selection is None:
        return session
    body = session.article.body
    moved = extend(session.selection, units(body), words_in(body), step)
    return replace(session, selection=moved)


def extend(selection: Span, units: Units, words: Units, step: int) -> Span:
    """A selection whose head went a unit on or back; `words` tell what stays at the anchor.

    The last character of a selection is that of a unit, and so is the first.
    """
    anchor, head = selection
    if step > 0:
        if head > anchor:
            return anchor, min((end for _, end in units if end > head), default=head)
        inside = min((start for start, _ in units if head < start < anchor), default=None)
        if inside is not None:
            return anchor, inside
        kept = next((start for start, end in words if start < anchor <= end), head)
        kept = max(kept, head)
        return kept, min((end for _, end in units if end > anchor), default=anchor)
    if head < anchor:
        return anchor, max((start for start, _ in units if start < head), default=head)
    inside = max((end for _, end in units if anchor < end < head), default=None)
    if inside is not None:
        return anchor, inside
    kept = next((end for start, end in words if start <= anchor < end), head)
    kept = min(kept, head)
    return kept, max((start for start, _ in units if start < anchor), default=anchor)


def told(session: Session, room: int = 40) -> str:
    """How much is selected: `12 words “…”`; the words only as far as there is room for them."""
    at = selected(session)
    if at is None or session.article is None:
        return ""
    text = " ".join(session.article.body[at[0] : at[1]].split())
    count = sum(any(map(str.isalnum, part)) for part in text.split())
    size = f"{count} word{'' if count == 1 else 's'}"
    if count == 0:
        size = f"{len(text)} character{'' if len(text) == 1 else 's'}"
    left = room - len(size) - 3
    if left < 8:
        return size
    if len(text) > left:
        half = (left - 3) // 2
        first, last = text[: half + 1].rsplit(" ", 1)[0], text[-half - 1 :].split(" ", 1)[-1]
        text = f"{first[:half].rstrip()} … {last[-half:].lstrip()}"
    return f"{size} “{text}”"
