"""Marks as a table, one row a mark; nothing in it is anything that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from tui.export import notes_jsonl
from tui.export.notes import Now, coloured, in_order, whole
from tui.export.notes_records import COLUMN
from tui.store.marked import Claimed, Count, Mark, Tag, TagCount, Turn
from tui.text.safe import safe

_MARK = ("kind", "about", "created", "edited", "by")
_PAGE = ("title", "site", "published", "url", "path", "hash")
_WORDS = ("quote", "state", "now", "text", "tags", "colour", "actor")
_CLAIM = ("speaker", "via", "stance", "cue", "figures", "status", "history", "own", "stale")
_PLACE = ("evidence_of", "side", "part", "start", "end", "article", "id")
COLUMNS = (*_MARK, *_PAGE, *_WORDS, *_CLAIM, *_PLACE, COLUMN)

_RUNS = "=+-@＝＋－＠\t\r\n"


def dump(
    marks: Iterable[Mark],
    now: Mapping[str, Now] | None = None,
    tags: Iterable[Tag | TagCount] = (),
) -> Iterator[str]:
    """The head and the rows, each with its line feed; `now` tells of marks what became of them.

    Each tag with a colour is a row behind them.
    """
    yield _row(COLUMNS)
    for mark in in_order(marks):
        cells = _cells(mark, (now or {}).get(mark.id, Now("")))
        yield _row(cells[name] for name in COLUMNS)
    for tag in coloured(tags):
        told = {"kind": "tag", "tags": tag.name, "colour": tag.colour}
        record = "".join(notes_jsonl.dump((), (tag,))).rstrip("\n")
        yield _row({**told, COLUMN: record}.get(name, "") for name in COLUMNS)


def guarded(cell: str) -> str:
    """A cell that is only text, for a terminal as for a spreadsheet."""
    cell = safe(whole(cell))
    bare = cell.lstrip(" \"'")
    return f"'{cell}" if bare[:1] in _RUNS and bare else cell


def _cells(mark: Mark, now: Now) -> dict[str, str]:
    selector = mark.selector
    claimed = mark.claimed or Claimed()
    history = claimed.history
    return {
        **{name: getattr(mark, name) for name in (*_MARK, "text", "colour", "side")},
        **mark.cited._asdict(),
        "path": now.path or mark.path,
        "quote": selector.exact if selector else "",
        "state": now.word,
        "now": now.text,
        "tags": "; ".join(mark.tags),
        "actor": mark.actor.partition("\n")[2],
        **{name: getattr(claimed, name) for name in ("speaker", "via", "stance", "cue")},
        "figures": "; ".join(map(_figure, claimed.figures)),
        "status": claimed.status if mark.claimed else "",
        "history": "; ".join(map(_turn, history)),
        "own": ("yes" if claimed.own else "no") if mark.claimed else "",
        "stale": "yes" if claimed.stale else "",
        "evidence_of": mark.of,
        "part": mark.part if selector else "",
        "start": str(selector.start) if selector else "",
        "end": str(selector.end) if selector else "",
        "article": mark.article_id,
        "id": mark.id,
        COLUMN: "".join(notes_jsonl.dump((mark,))).rstrip("\n"),
    }


def _figure(figure: Count) -> str:
    return f"{figure.hedge} {figure.phrase}".strip() if figure.hedge else figure.phrase


def _turn(turn: Turn) -> str:
    return f"{turn.when[:10]} {turn.status}" + (f": {turn.why}" if turn.why else "")


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([guarded(cell) for cell in cells])
    return line.getvalue()
