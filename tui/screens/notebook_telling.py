"""What is told of one mark in the notebook: its words then and now, who says it, what it rests on.

All that comes from pages and people goes through the gate for safe text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.screens.notebook_rows import about, quote_of, sign_of
from tui.store.anchoring_model import Difference, Place
from tui.store.anchors import CONTEXT, Selector
from tui.store.marked import Claimed, Mark, Placed
from tui.text.safe import safe, safe_line
from tui.widgets import wording
from tui.widgets.mark_detail import Look, Para
from tui.widgets.mark_telling import STATES, status
from tui.widgets.tag_looks import Colours, looks

OPEN, CLOSE = "‹", "›"
"""What stands around words that differ, so that no colour is needed to see them."""
CHOICES = 9
HASH = 12


class Known(NamedTuple):
    """A mark with the marks it belongs with, and the text of its part now, where that is needed.

    `evidence` is for or against it, `claim` what it is evidence of. `colours` are those of tags.
    """

    placed: Placed
    evidence: Sequence[Placed] = ()
    claim: Placed | None = None
    text: str = ""
    colours: Colours = {}  # noqa: RUF012 - read only


def told(known: Known, keys: dict[str, str]) -> tuple[Para, ...]:
    """All that is known of a mark; `keys` holds the keys of some actions, as they are printed."""
    placed = known.placed
    return (
        *_head(placed),
        *_said(placed.mark.claimed, keys),
        *_words(known, keys),
        *_note(placed.mark, known.colours),
        *_history(placed.mark.claimed),
        *_evidence(known),
        *_source(placed),
    )


def _head(placed: Placed) -> Iterator[Para]:
    mark = placed.mark
    told = [mark.kind.capitalize() if mark.kind != "tags" else "Tags"]
    told += [status(mark)] if mark.claimed else []
    told += [mark.side] if mark.side else []
    told += [f"by {mark.by}"] if mark.by else []
    text = safe_line(" · ".join(told))
    state = STATES[placed.state]
    spans: tuple[Look, ...] = ()
    if state:
        spans = ((len(text) + 3, len(text) + 3 + len(state), placed.state.lower()),)
        text = f"{text}   {state}"
    yield Para(text, "head", spans, f"{sign_of(mark)} ")
    yield Para(safe_line(about(placed)), "title")
    cited = [mark.cited.site, wording.date(mark.cited.published)]
    if source := safe_line(" · ".join(filter(None, cited))):
        yield Para(source, "note")


def _said(claimed: Claimed | None, keys: dict[str, str]) -> Iterator[Para]:
    if claimed is None:
        return
    speaker = claimed.speaker or wording.OWN_VOICE
    speaker += f" via {claimed.via}" if claimed.via else ""
    how = ", ".join(filter(None, (claimed.stance, wording.cue(claimed.cue))))
    whose = "made or edited by hand" if claimed.own else "as it was suggested"
    yield Para(safe_line(" · ".join(filter(None, (speaker, how, whose)))), "text", gap=True)
    phrases = " · ".join(count.phrase for count in claimed.figures)
    if phrases:
        yield Para(safe_line(phrases), "text", lead="# ")
    if claimed.stale:
        edit = f": {keys['edit']} edits, a status says that you did" if keys.get("edit") else ""
        yield Para(
            f"The page changed. Look whether speaker and figures are right{edit}.",
            "changed",
            lead="! ",
        )


def _words(known: Known, keys: dict[str, str]) -> Iterator[Para]:
    """The words that are marked, and what became of them."""
    placed = known.placed
    mark, anchor = placed.mark, placed.anchor
    quote = quote_of(mark)
    if placed.state == "CHANGED" and anchor is not None and anchor.place is not None:
        yield from _changed(mark, anchor.place, known.text)
        yield _way(keys, "accept", "accepts how it stands there now")
    elif placed.state == "AMBIGUOUS" and anchor is not None and anchor.places:
        yield Para(safe_line(quote), "quote", lead="│ ", bar=True, gap=True)
        here = f"{wording.plural(len(anchor.places), 'place')}"
        told = f"The page is gone. Its words stand in {here} elsewhere:"
        one_of = f"It may be one of {here}:" if anchor.places[1:] else "It may be here:"
        yield Para(told if placed.homes else one_of, "changed", gap=True)
        yield from _choices(anchor.places, known.text, placed.homes)
        yield Para("A digit chooses the place.", "note", gap=True)
    elif quote:
        yield Para(safe_line(quote), "quote", lead="│ ", bar=True, gap=True)
    if placed.state in ("ORPHAN", "AMBIGUOUS") and not (anchor and anchor.places):
        gone = "These words stand nowhere in it any more." if placed.key else "The page is gone."
        yield Para(gone, "orphan", gap=True)
        if quote:
            yield _way(keys, "seek", "searches the corpus for its rarest words")


def _way(keys: dict[str, str], action: str, what: str) -> Para:
    key = keys.get(action)
    return Para(f"{key} {what}." if key else "", "note", gap=True)


def _changed(mark: Mark, place: Place, text: str) -> Iterator[Para]:
    """The words then and now beside each other, and what kind of words differ."""
    selector = mark.selector
    if selector is None:
        return
    before, after = _whole_words(selector)
    base = selector.start - len(before)
    whole = before + selector.exact + after
    was = [(d.at - base, d.at - base + len(d.old)) for d in place.differences]
    old = bracketed(safe_line(whole), was, "gone")
    first, now = _around(place, text, len(before), len(after))
    is_ = [(d.start - first, d.end - first) for d in place.differences]
    new = bracketed(safe_line(now), is_, "come")
    yield Para("Then", "group", other=Para("Now", "group"), gap=True)
    right = Para(*new, lead="│ ", bar=True)
    yield Para(*old, lead="│ ", bar=True, other=right)
    for number, difference in enumerate(place.differences):
        yield _difference(difference, gap=not number)


def _difference(difference: Difference, gap: bool) -> Para:
    kinds = ", ".join(difference.kinds)
    old = safe_line(difference.old.strip()) or "nothing"
    new = safe_line(difference.new.strip()) or "nothing"
    where = ", in the sentence around it" if difference.around else ""
    text = f"{kinds}: {old} → {new}{where}"
    return Para(text, "text", ((0, len(kinds), "changed"),), "~ ", gap=gap)


def bracketed(
    text: str, spans: Iterable[tuple[int, int]], look: str
) -> tuple[str, str, tuple[Look, ...]]:
    """A text with signs around some stretches of it, as far as they are in it, and how it looks."""
    parts: list[str] = []
    looks: list[Look] = []
    at = size = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start > end or start < 0:
            continue
        parts += [text[at:start], OPEN, text[start:end], CLOSE]
        size += start - at
        looks.append((size, size + end - start + 2, look))
        size += end - start + 2
        at = end
    parts.append(text[at:])
    return "".join(parts), "quote", tuple(looks)


def _whole_words(selector: Selector) -> tuple[str, str]:
    """What stood around a quote, without the half words that the length of it left."""
    before, after = selector.prefix, selector.suffix
    if len(before) == CONTEXT and selector.start > CONTEXT and " " in before:
        before = before[before.index(" ") + 1 :]
    if len(after) == CONTEXT and " " in after:
        after = after[: after.rindex(" ")]
    return before, after


def _around(
    place: Place, text: str, before: int = CONTEXT, after: int = CONTEXT
) -> tuple[int, str]:
    """The words of a place with some whole words around it, and where in the text they begin."""
    if not text:
        return place.start, place.text
    first, last = max(0, place.start - before), min(len(text), place.end + after)
    while first < place.start and first and not text[first - 1].isspace():
        first += 1
    while last > place.end and last < len(text) and not text[last].isspace():
        last -= 1
    return first, text[first:last]


def _choices(places: Sequence[Place], text: str, homes: Sequence[str] = ()) -> Iterator[Para]:
    """The places, each with some words around it; in which article, where it is not the one."""
    for number, place in enumerate(places[:CHOICES]):
        first, around = _around(place, text)
        span = (place.start - first, place.end - first)
        kinds = f" (other {', '.join(place.kinds)})" if place.kinds else ""
        shown, look, looks = bracketed(safe_line(around), [span], "come")
        yield Para(f"{shown}{kinds}", look, looks, f"{number + 1} ", place=number, gap=True)
        if homes:
            yield Para(safe_line(homes[number]), "note", lead="  ", place=number)
    if len(places) > CHOICES:
        yield Para(f"and {len(places) - CHOICES} more", "note")


def _note(mark: Mark, colours: Colours) -> Iterator[Para]:
    for number, line in enumerate(safe(mark.text).strip().split("\n") if mark.text else ()):
        yield Para(line.replace("\t", "    "), "text", gap=not number)
    if mark.tags:
        spans = tuple(looks(mark.tags, colours))
        yield Para(safe_line(" ".join(f"#{tag}" for tag in mark.tags)), "tag", spans, gap=True)


def _history(claimed: Claimed | None) -> Iterator[Para]:
    if claimed is None or not claimed.history:
        return
    yield Para("Status", "group", gap=True)
    for turn in reversed(claimed.history):
        why = f": {turn.why}" if turn.why else ""
        yield Para(safe_line(f"{wording.moment(turn.when)}  {turn.status}{why}"), "text")


def _evidence(known: Known) -> Iterator[Para]:
    if known.claim is not None:
        side = known.placed.mark.side or "for"
        yield Para(f"Evidence {side}", "group", gap=True)
        yield _led(known.claim)
    for side in ("for", "against"):
        members = [each for each in known.evidence if (each.mark.side or "for") == side]
        if members:
            yield Para(f"Evidence {side} {len(members)}", "group", gap=True)
            yield from map(_led, members)


def _led(placed: Placed) -> Para:
    mark = placed.mark
    words = safe_line(quote_of(mark) or mark.text)
    source = safe_line(" · ".join(filter(None, (about(placed), mark.cited.site))))
    state = STATES[placed.state]
    text = f"{words} – {source}{f' {state}' if state else ''}"
    spans = ((len(words), len(text), "dim"),)
    return Para(text, "text", spans, f"{sign_of(mark)} ", go=mark.id)


def _source(placed: Placed) -> Iterator[Para]:
    """Where it is from, so that it can be found again without this program."""
    mark = placed.mark
    here, old = f"/{placed.key or ''}", f"/{mark.path}"
    here = "" if here.endswith(old) or old.endswith(here) else here[1:]
    if path := here or mark.path:
        was = f", was {mark.path}" if here and mark.path else ""
        yield Para(safe_line(f"{path}{was}"), "note", gap=True)
    if mark.cited.url:
        yield Para(safe_line(mark.cited.url), "note")
    made = [f"marked {wording.date(mark.created)}"]
    made += [f"edited {wording.date(mark.edited)}"] if mark.edited else []
    made += [f"file {mark.cited.hash[:HASH]}"] if mark.cited.hash else []
    yield Para(safe_line(" · ".join(made)), "note", gap=not path)
