"""Where a mark belongs after its page changed, without ever moving it in silence.

A mark is ANCHORED only where the same words stand in the same order, and the words around them do
not turn them into another statement. Other quotation marks, white space, soft hyphens, capitals
and stops of a sentence that was split or joined make no difference; any other word does, a mended
slip too: whether `gedood` for `gedoopt` mends a slip is for a person to say. Everything that
falls short of this is CHANGED, AMBIGUOUS or ORPHAN (see `Anchor`).

The selectors are those of the W3C Web Annotation model: the quote, what stood around it, and where
it stood. The last never tells where a quote is, as text shifts too easily: it only confirms a
place of which all else agrees too, and raises doubt where other words stand there now.
"""

from __future__ import annotations

from tui.store.anchoring_fit import AGREES, CLOSELY, ROUNDED, Found
from tui.store.anchoring_model import Anchor, Difference, Kind, Part, Place, State
from tui.store.anchoring_quote import Quoted, quoted, span
from tui.store.anchoring_search import alike, is_about_the_same, same
from tui.store.anchoring_tokens import Tokens, tokens
from tui.store.anchors import Selector, select

__all__ = ["Anchor", "Difference", "Kind", "Part", "Place", "State", "find"]

_SOME = 0.25
_CLEARLY = 0.2
"""By so much one place must fit better than another to be preferred."""
_WORDS, _LETTERS = 4, 16
"""A quote of so many words and letters is found again wherever it was moved to in its text, and
one of twice as many by itself."""
_LIKE, _MUCH_LIKE = 0.6, 0.7
"""So much of a quote must be left for it to be the same, changed; the more, without help."""
_LITTLE_LIKE = 0.3
"""So much is enough between surroundings that agree on both sides."""


def find(selector: Selector, body: str, title: str | None = None, part: Part = "body") -> Anchor:
    """Where a quote from the body or the title of an article is in that article as it is now.

    A quote that is gone from its own part and stands in the other one is AMBIGUOUS.
    """
    texts: dict[Part, str] = {"body": body, "title": title or ""}
    found = _find(selector, texts[part], part)
    if found.state != "ORPHAN" or title is None:
        return found
    other: Part = "title" if part == "body" else "body"
    elsewhere = _find(selector, texts[other], other)
    places = tuple(place for place in elsewhere.places if not place.differences)
    return Anchor("AMBIGUOUS", selector.exact, places) if places else found


def _find(selector: Selector, text: str, part: Part) -> Anchor:
    exact, _, _, start, end = selector
    if select(text, start, end) == selector:
        return Anchor("ANCHORED", exact, (Place(part, start, end, exact),))
    q = quoted(selector)
    if not q.keys:
        return _wordless(selector, text, part)
    t = tokens(text)
    hits = same(q, t)
    others = alike(q, t, hits)
    clean = [hit for hit in hits if not hit.inside]
    rest = [found for found in (*hits, *others) if found.inside]
    if clean:
        state, chosen = _among_same(q, t, clean, rest)
    else:
        state, chosen = _among_alike(q, rest)
    return Anchor(state, exact, tuple(_place(q, t, found, part) for found in chosen))


def _wordless(selector: Selector, text: str, part: Part) -> Anchor:
    """A quote of signs and blanks, or of nothing at all, is only found by all that is around it."""
    exact, prefix, suffix = selector.exact, selector.prefix, selector.suffix
    whole, places = prefix + exact + suffix, []
    at = text.find(whole) if prefix or suffix else -1
    while at >= 0:
        start = at + len(prefix)
        places.append(Place(part, start, start + len(exact), exact))
        at = text.find(whole, at + 1)
    state: State = "AMBIGUOUS" if places[1:] else "ANCHORED" if places else "ORPHAN"
    return Anchor(state, exact, tuple(places))


def _among_same(
    q: Quoted, t: Tokens, clean: list[Found], rest: list[Found]
) -> tuple[State, list[Found]]:
    """Which of the places with the same words is meant, unless one that was changed is."""
    best = max(clean, key=lambda found: (found.total, not found.around))
    rivals = [found for found in clean if found is not best and not _is_better(q, best, found)]
    if rivals:
        return "AMBIGUOUS", sorted([best, *rivals], key=lambda found: found.first)
    changed = [found for found in rest if _could_be(q, found, best)]
    better = [found for found in changed if found.total >= best.total + _CLEARLY]
    if len(better) == 1 and _is_sure(q, better[0]):
        return "CHANGED", better
    if changed:
        return "AMBIGUOUS", sorted([best, *changed], key=lambda found: found.first)
    if not best.fits and best.support < AGREES and not _is_moved(q, t, best):
        return "AMBIGUOUS", [best]
    return ("CHANGED" if best.around else "ANCHORED"), [best]


def _among_alike(q: Quoted, rest: list[Found]) -> tuple[State, list[Found]]:
    """Which of the places that differ from the quote is the one that it became."""

    def score(found: Found) -> float:
        return found.likeness + 2 * found.total

    sure = sorted((found for found in rest if _is_sure(q, found)), key=score, reverse=True)
    if sure:
        close = [found for found in sure if score(found) > score(sure[0]) - _CLEARLY]
        state: State = "CHANGED" if len(close) == 1 else "AMBIGUOUS"
        return state, sorted(close, key=lambda found: found.first)
    perhaps = [found for found in rest if _is_much_like(q, found)]
    return ("AMBIGUOUS" if perhaps else "ORPHAN"), sorted(perhaps, key=lambda found: found.first)


def _is_moved(q: Quoted, t: Tokens, best: Found) -> bool:
    """Whether a quote says so much that it is the one though little around it is the same.

    Less will do in a text that still has some of what stood around it, be it elsewhere: the quote
    was moved within it.
    """
    if len(q.keys) >= 2 * _WORDS and q.weight >= 2 * _LETTERS:
        return True
    return _is_distinctive(q) and (best.total >= _SOME or is_about_the_same(q, t))


def _is_better(q: Quoted, best: Found, other: Found) -> bool:
    """Whether one place with the words of a quote fits so well that another one is out of it."""
    if best.fits and best.total >= q.best - ROUNDED:
        return other.total < best.total - ROUNDED
    return best.support >= CLOSELY and best.total >= other.total + _CLEARLY


def _could_be(q: Quoted, changed: Found, best: Found) -> bool:
    """Whether a changed place may be the one, though the words of the quote stand elsewhere."""
    untouched = changed.agrees_as(best)
    if best.fits:
        return untouched and (changed.is_there or _is_twin(q, changed))
    if changed.framed and untouched:
        return True
    if not _is_sure(q, changed) or changed.support < AGREES:
        return False
    if changed.likeness < _LITTLE_LIKE:
        return changed.total >= best.total + _CLEARLY
    return not _is_better(q, best, changed)


def _is_twin(q: Quoted, found: Found) -> bool:
    return found.likeness >= _LIKE and found.after - found.first == len(q.keys)


def _is_sure(q: Quoted, found: Found) -> bool:
    """Whether a place that differs from a quote is the quote, changed."""
    if found.likeness >= _LIKE and found.support >= AGREES:
        return True
    if found.framed:
        if found.likeness >= _LITTLE_LIKE:
            return True
        size = found.after - found.first
        small = len(q.keys) < _WORDS and size <= 2 * len(q.keys) + 1
        if small and found.snug and (q.left.own or q.right.own):
            return True
    names = any("name" in difference.kinds for difference in found.inside)
    return _is_much_like(q, found) and not names and not found.around


def _is_much_like(q: Quoted, found: Found) -> bool:
    return found.likeness >= _MUCH_LIKE and _is_distinctive(q)


def _is_distinctive(q: Quoted) -> bool:
    return len(q.keys) >= _WORDS and q.weight >= _LETTERS


def _place(q: Quoted, t: Tokens, found: Found, part: Part) -> Place:
    start, end = span(q, t, found.first, found.after)
    return Place(part, start, end, t.text[start:end], (*found.inside, *found.around))
