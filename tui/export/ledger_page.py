"""Series as one page of HTML that needs nothing else: plots, rows, quotes and their sources.

It runs no program and asks nothing of a network, which its own policy forbids it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.export import ledger_words as words
from tui.export.ledger_markup import name, tag, text
from tui.export.ledger_plot import plot
from tui.export.ledger_row import row
from tui.export.ledger_signs import key
from tui.export.ledger_told import Told

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WIDE, _NARROW = (760, 350), (344, 330)
"""The room of a plot, on a screen and on a phone."""
_COLUMNS = ("", "Figure", "Who says it", "When", "Sentence and source")
_READING = (
    ("Signs", "each speaker has a sign of its own; a hollow one is planned, not told as done."),
    (
        "Bars",
        "a range, or what a hedge leaves open; an arrow goes on without an end. "
        "~ about, ≥ at least, > more than, < less than, ≤ at most.",
    ),
    (
        "Days",
        "that of publication, of the sentence (said), or set by hand (dated). What has none "
        "stands apart: under “order told” where articles say what came before, else under "
        "“no day”. None is guessed.",
    ),
    (
        "Rows to each other",
        "≠ exclude each other, → the same speaker gave another number, = the same number, "
        "· settled by hand as no contradiction. What can both be true has no sign.",
    ),
    ("Who is right", "is not said here."),
)


class Heading(NamedTuple):
    """A series as the list of contents has it, before its rows are read."""

    name: str
    rows: int
    span: str


def render(
    title: str, made: str, contents: Sequence[Heading], series: Iterable[Told]
) -> Iterator[str]:
    """The page piece by piece; `made` is the day on which it was, `contents` those of `series`."""
    yield _head(title)
    counted = words.number(len(contents))
    yield tag(
        "header",
        tag("h1", "Who claims what")
        + tag("p", f"{name(title)} · {counted} series · {text(made)}", class_="counts"),
        lang="en",
    )
    if len(contents) > 1:
        yield tag("nav", tag("ol", "".join(_contents(contents))), aria_label="Series")
    yield "<main>\n"
    for nth, told in enumerate(series, 1):
        yield f"{section(told, nth)}\n"
    yield "</main>\n"
    reading = "".join(tag("dt", head) + tag("dd", text(said)) for head, said in _READING)
    footer = tag("h2", "How to read this") + tag("dl", reading)
    yield f"{tag('footer', footer, lang='en')}\n</body>\n</html>\n"


def section(told: Told, nth: int) -> str:
    """A series as a part of the page: its name, plot, speakers and rows."""
    at = f"s{nth}"
    counts = tag("p", _together(words.counts(told)), class_="counts", lang="en")
    plots = plot(told, *_WIDE) + plot(told, *_NARROW)
    figure = tag("figure", f"{plots}{tag('figcaption', _legend(told))}") if plots else ""
    parts = ""
    if told.parts:
        named = "; ".join(map(name, told.parts))
        parts = tag("p", f"{tag('span', 'Parts of it: ', lang='en')}{named}", class_="parts")
    inside = (
        tag("h2", name(told.name), id=f"{at}-name") + counts + figure + parts + _table(told, at)
    )
    return tag("section", inside, id=at, aria_labelledby=f"{at}-name")


def _head(title: str) -> str:
    style = Path(__file__).with_name("ledger_page.css").read_text("utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}: who claims what</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
    )


def _contents(contents: Sequence[Heading]) -> Iterator[str]:
    for nth, heading in enumerate(contents, 1):
        told = _together(filter(None, (words.several(heading.rows, "row"), heading.span)))
        link = tag("a", name(heading.name), href=f"#s{nth}")
        yield tag("li", f"{link} {tag('span', told, class_='counts', lang='en')}")


def _together(counts: Iterable[str]) -> str:
    """What is told of a series, parted by dots; no part is broken over two lines."""
    return " · ".join(tag("span", text(part), class_="part") for part in counts)


def _legend(told: Told) -> str:
    counted = {speaker: 0 for speaker in told.speakers}
    for entry in told.entries:
        counted[entry.who] += 1
    items = (
        tag("li", f"{key(nth)} {name(speaker)} {tag('span', str(count), class_='counts')}")
        for nth, (speaker, count) in enumerate(counted.items())
    )
    return tag("ul", "".join(items), class_="legend", aria_label="Speakers")


def _table(told: Told, at: str) -> str:
    """The rows. Roles are told, for on a phone they are laid out as no table is."""
    heads = "".join(
        tag("th", head or tag("span", "Row", class_="unseen"), scope="col", role="columnheader")
        for head in _COLUMNS
    )
    signs = {speaker: nth for nth, speaker in enumerate(told.speakers)}
    rows = (
        row(entry, number, signs[entry.who], at) for number, entry in enumerate(told.entries, 1)
    )
    return tag(
        "table",
        tag("thead", tag("tr", heads, role="row"), role="rowgroup", lang="en")
        + tag("tbody", "\n".join(rows), role="rowgroup"),
        role="table",
        aria_labelledby=f"{at}-name",
    )
