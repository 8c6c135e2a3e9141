"""Rows of the ledger for programs: JSON objects, or a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.export.jsonl import escaped
from tui.export.ledger_told import Told
from tui.export.notes_csv import guarded


def jsonl(series: Iterable[Told]) -> Iterator[str]:
    """A line of JSON for each row."""
    for told in series:
        for entry in told.entries:
            yield escaped(json.dumps(dict(entry.fields), ensure_ascii=False)) + "\n"


def table(series: Iterable[Told], columns: Iterable[str]) -> Iterator[str]:
    """The head and a line of CSV for each row; no cell is anything that a spreadsheet would run."""
    names = tuple(columns)
    yield _row(names)
    for told in series:
        for entry in told.entries:
            yield _row(_cell(entry.fields, name) for name in names)


def _cell(fields: Mapping[str, Any], name: str) -> str:
    value = fields[name]
    if value is None:
        return ""
    if isinstance(value, int | float):  # nothing that could be run, and so no sign before it
        whole = math.isfinite(value) and value == int(value)
        return str(int(value)) if whole else repr(value)
    return guarded(" ".join(str(value).split("\n")))


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(list(cells))
    return line.getvalue()
