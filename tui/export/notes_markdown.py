"""Marks as Markdown to read and to quote from: by article, each with its words and its source.

Words of a page, and all that a colleague wrote, are set as plain text. A reader's own notes are
Markdown, and go out as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.export import notes_plain as plain
from tui.export.notes import Now, in_order, whole
from tui.store.marked import Cited, Claimed, Count, Mark
from tui.text.safe import safe

STALE = "The page changed since: nobody has looked whether speaker and figures are right"
"""What is said of a claim whose words became others."""
_BECAME = {
    "CHANGED": "the article is another now",
    "AMBIGUOUS": "it may be in one of several places now",
    "ORPHAN": "this stands in no page of the corpus any more",
}
_HOW = {"": "For", "for": "For", "against": "Against"}


class _Around(NamedTuple):
    """What is told with a mark: others by id, evidence by its claim, states, and whose it is."""

    marks: Mapping[str, Mark]
    evidence: Mapping[str, Sequence[Mark]]
    now: Mapping[str, Now]
    own: str


def dump(
    marks: Iterable[Mark], now: Mapping[str, Now] | None = None, own: str = ""
) -> Iterator[str]:
    """The notes piece by piece; `now` tells of marks what became of them.

    Marks that are nobody's, or of `own`, are the reader's own.
    """
    ordered = in_order(marks)
    evidence: dict[str, list[Mark]] = {}
    for mark in ordered:
        if mark.of:
            evidence.setdefault(mark.of, []).append(mark)
    around = _Around({mark.id: mark for mark in ordered}, evidence, now or {}, own)
    yield "# Notes\n"
    for heading, group in _groups(ordered, around.now):
        yield f"\n## {heading}\n"
        cited = None
        for mark in group:
            now_at = around.now.get(mark.id, Now("")).path
            source = plain.citation(_cited(mark, group), now_at or mark.path)
            if source != cited and mark.about not in ("actor", "corpus"):
                yield f"\n{source}\n" if source else ""
                cited = source
            yield from (f"\n{part}\n" for part in _told(mark, around))


def _cited(mark: Mark, group: Sequence[Mark]) -> Cited:
    """The page of a mark; of one that was made without looking into it, as another tells it."""
    if mark.cited.hash:
        return mark.cited
    others = (each.cited for each in group if each.cited.hash)
    return next((cited for cited in others if cited.title == mark.cited.title), mark.cited)


def _groups(marks: Sequence[Mark], now: Mapping[str, Now]) -> Iterator[tuple[str, list[Mark]]]:
    """Marks by what they are about: the corpus, actors by their names, articles by their days."""
    about: dict[tuple[int, str, str], list[Mark]] = {}
    for mark in marks:
        path = now[mark.id].path if mark.id in now else ""
        name = {"corpus": "", "actor": mark.actor}.get(mark.about, path or mark.path)
        group = {"corpus": 0, "actor": 1}.get(mark.about, 2)
        about.setdefault((group, name.partition("\n")[2], name), []).append(mark)
    days = {key: max(mark.cited.published for mark in found) for key, found in about.items()}
    for key in sorted(about, key=lambda key: (key[0], days[key] if key[0] == 2 else "", key)):
        group, last, name = key
        found = sorted(about[key], key=lambda mark: (mark.selector is not None, mark.at))
        if group == 0:
            heading = "The whole corpus"
        elif group == 1:
            heading = f"{plain.line(last)} ({plain.line(name.partition(chr(10))[0])})"
        else:
            titles = [mark.cited.title for mark in found if mark.cited.title]
            heading = plain.line(titles[-1] if titles else name)
        yield heading or "(no headline)", found


def _told(mark: Mark, around: _Around) -> Iterator[str]:
    theirs = mark.by not in ("", around.own)
    now = around.now.get(mark.id, Now(""))
    yield f"### {_heading(mark, theirs)}"
    if mark.selector is not None:
        yield plain.quote(mark.selector.exact)
    if now.state not in ("", "ANCHORED"):
        reads = f"it now reads {plain.inline(now.text)}" if now.text else _BECAME.get(now.state, "")
        yield f"**{plain.line(now.word)}**: {reads}" if reads else f"**{plain.line(now.word)}**"
    if mark.claimed is not None:
        yield "\n".join(_claim(mark.claimed))
    if mark.of:
        yield f"{_HOW[mark.side]} {_in_short(around.marks.get(mark.of))}"
    if mark.text:
        yield plain.lines(mark.text) if theirs else safe(whole(mark.text)).strip("\n")
    for other in around.evidence.get(mark.id, ()):
        if other.selector is not None:
            source = plain.citation(other.cited, around.now.get(other.id, now).path or other.path)
            yield f"{_HOW[other.side]}:\n\n{plain.quote(other.selector.exact)}\n>\n> {source}"
    if mark.tags:
        yield "Tags: " + ", ".join(map(plain.line, mark.tags))


def _heading(mark: Mark, theirs: bool) -> str:
    told = [mark.kind.capitalize(), mark.claimed.status if mark.claimed else ""]
    told += [plain.line(mark.colour), plain.line(mark.created[:10])]
    told += [f"by {plain.line(mark.by)}" if theirs else ""]
    return ", ".join(filter(None, told))


def _claim(claimed: Claimed) -> Iterator[str]:
    via = f" via {plain.line(claimed.via)}" if claimed.via else ""
    how = f", {plain.line(claimed.stance)}" if claimed.stance else ""
    cue = f" ({plain.line(claimed.cue)})" if claimed.cue else ""
    yield f"- Who says it: {plain.line(claimed.speaker) or 'nobody is named'}{via}{how}{cue}"
    yield f"- {'Made or edited by hand' if claimed.own else 'Accepted as it was suggested'}"
    if claimed.stale:
        yield f"- **{STALE}**"
    yield from (f"- Figure: {_figure(figure)}" for figure in claimed.figures)
    for turn in claimed.history:
        why = f": {plain.line(turn.why)}" if turn.why else ""
        yield f"- {plain.line(turn.when[:10])} {turn.status}{why}"


def _figure(figure: Count) -> str:
    low, high = _number(figure.low), _number(figure.high)
    between = f"{low} to {high}" if low and high else f"{low} or more" if low else ""
    value = " ".join(filter(None, (figure.hedge, _number(figure.value) or between, figure.unit)))
    return plain.line(f"{figure.phrase} ({value})" if value else figure.phrase)


def _number(number: float | None) -> str:
    """`3000`, `2.5`: never an exponent."""
    return "" if number is None else f"{number:.4f}".rstrip("0").rstrip(".")


def _in_short(claim: Mark | None) -> str:
    if claim is None or claim.selector is None:
        return "a claim that is not among these notes"
    speaker = plain.line(claim.claimed.speaker) if claim.claimed else ""
    return ": ".join(filter(None, (speaker, plain.inline(claim.selector.exact))))
