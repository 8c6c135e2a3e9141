"""Claims whose words became others: who says it, and which figures, is told by the new words.

What was held of a claim was held of other words: it is unverified again, and `stale` until somebody
looks. Its history tells what became what, so that nothing is put in anybody's mouth in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.claims import accepted, counts
from tui.store.marked import Claimed, Count, Placed, Turn
from tui.store.words import words

if TYPE_CHECKING:
    from tui.store.anchoring_model import Place
    from tui.text.article import Article


def renewed(article: Article | None, placed: Placed, place: Place, when: str) -> Claimed:
    """A claim as the words of a place tell it, in the article where that is; see above.

    One that was suggested is what is suggested there now. What a person filled in stays, but for
    figures that are not in the words any more and a speaker whose name was taken out of them.
    Without an article nothing of it can be told, and all is left to whoever looks. Where the words
    are the same, and nothing else is told by them, it is as it was.
    """
    old = placed.mark.claimed or Claimed()
    new = _told_there(article, placed, place, old)
    if new == old and not place.differences:
        return old
    became = [_words(placed, place), *_others(old, new)]
    if old.status != "unverified":
        became.append(f"it was {old.status} before that")
    turn = Turn("unverified", when, "; ".join(became))
    return new._replace(history=(*old.history, turn), stale=True)


def _told_there(article: Article | None, placed: Placed, place: Place, old: Claimed) -> Claimed:
    if article is None or place.part != "body":
        stay = tuple(each for each in old.figures if _tells(place.text, each))
        return old._replace(figures=stay)
    index = _found(article, place.start, place.end)
    if index is not None and not old.own:
        return accepted(article, index)._replace(history=old.history, stale=old.stale)
    inside = counts(article, place.start, place.end)
    new = old._replace(figures=_figures(old.figures, inside, placed), own=True)
    if index is None:
        return new if new != old._replace(own=True) or place.differences else old
    there = accepted(article, index)
    if _is_taken_out(old.speaker, place):
        new = new._replace(speaker=there.speaker, via=there.via)
    if _is_taken_out(old.cue, place):
        new = new._replace(stance=there.stance, cue=there.cue)
    return new


def _is_taken_out(name: str, place: Place) -> bool:
    """Whether the last word of a name stood in words that are others now, and is not in these."""
    return any(
        last in words(difference.old) and last not in words(difference.new)
        for difference in place.differences
        for last in words(name)[-1:]
    )


def _found(article: Article, start: int, end: int) -> int | None:
    """The claim in some words that has at least half of the longer of the two."""
    shared = []
    for index, claim in enumerate(article.claims):
        both = min(claim.end, end) - max(claim.start, start)
        longest = max(claim.end - claim.start, end - start)
        if both > 0 and 2 * both >= longest:
            shared.append((both / longest, -index))
    return -max(shared)[1] if shared else None


def _figures(old: tuple[Count, ...], found: tuple[Count, ...], placed: Placed) -> tuple[Count, ...]:
    """The figures of a claim by the words there are now.

    Where all of them are there as they were it keeps these and no others: a person may have left
    some out. Else those come that were not in the words before.
    """
    stay = [each for each in old if each in found]
    if len(stay) == len(old):
        return old
    selector = placed.mark.selector
    was = selector.exact if selector is not None else ""
    gone = {each.phrase for each in old} - {each.phrase for each in stay}
    come = [each for each in found if each.phrase in gone or not _tells(was, each)]
    return tuple(each for each in found if each in stay or each in come)


def _words(placed: Placed, place: Place) -> str:
    """What the words were, and what they are; of those around them what of these is other."""
    selector = placed.mark.selector
    was, now = (" ".join(text.split()) for text in (selector.exact if selector else "", place.text))
    if was != now:
        return f"the page changed: “{was}” is “{now}” now"
    around = (d for d in place.differences if d.around)
    told = ", ".join(f"{_or_nothing(d.old)} is {_or_nothing(d.new)} now" for d in around)
    return f"the page changed around it: {told}" if told else "the same words, in another place"


def _or_nothing(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text.strip() else "nothing"


def _others(old: Claimed, new: Claimed) -> Iterator[str]:
    """What else is told of it now, and what that was."""
    for name in ("speaker", "via", "stance"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield f"{name}: {was or 'nobody'} → {now or 'nobody'}"
    if old.figures != new.figures:
        was, now = (", ".join(map(_figure, each.figures)) or "none" for each in (old, new))
        yield f"figures: {was} → {now}"


def _figure(count: Count) -> str:
    """A figure with its hedge, as that may be all that differs."""
    return f"{count.hedge} {count.phrase}".strip()


def _tells(text: str, count: Count) -> bool:
    """Whether all words of a figure stand in a text, perhaps with others between them."""
    return not set(words(count.phrase)).difference(words(text))
