"""Series as lines to read, and as rows for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.ledger_samples import ANY_SERIES, CERTAIN, FIELDS, LEAST, RANGE, SERIES, entry
from tui.export import ledger_words as words
from tui.export.ledger_lines import jsonl, table
from tui.export.ledger_text import clipped, columns, render
from tui.export.ledger_told import Told
from tui.text.safe import UNSAFE


@pytest.mark.parametrize(
    ("value", "told"),
    [(1500, "1.500"), (2.5, "2,5"), (6.7e9, "6.700.000.000"), (-3, "-3"), (0, "0"), (0.1, "0,1")],
)
def test_numbers_are_written_as_a_dutch_reader_writes_them(value: float, told: str) -> None:
    assert words.number(value) == told


@pytest.mark.parametrize(
    ("value", "told"), [(6.7e9, "6,7 mld"), (1.5e6, "1,5 mln"), (25_000, "25.000"), (2e12, "2 bln")]
)
def test_an_axis_has_large_numbers_in_short(value: float, told: str) -> None:
    assert words.short(value) == told


@pytest.mark.parametrize(
    ("fields", "unit", "told"),
    [
        ({"value": 1500.0}, "", "1.500"),
        ({"value": 1500.0, "hedge": "at least"}, "", "≥ 1.500"),
        ({"value": 300.0, "hedge": "about"}, "EUR", "~ 300 EUR"),
        ({"value": 12.5, "hedge": "less than"}, "%", "< 12,5 %"),
        ({"value": None, "low": 8.0, "high": 13.0}, "", "8 – 13"),
        ({"value": None, "low": 10.0}, "", "10 or more"),
        ({"value": None, "high": 10.0}, "", "up to 10"),
        ({"value": None}, "", "?"),
    ],
)
def test_a_figure_is_told_with_its_hedge(fields: dict[str, Any], unit: str, told: str) -> None:
    assert words.amount(entry(fields, unit=unit)) == told


def test_in_a_pipe_each_row_is_one_line_with_all_there_is() -> None:
    assert render(SERIES).splitlines() == [
        "boten geborgen Oostdijk",
        "4 rows · 3 articles · 3 speakers · 40 – 120 · 1 rival pair",
        "parts of it: vissersboten geborgen",
        "     ≥ 55  Van Dam via ANP                            asserted            "
        "2024-05-01 said  Boten geborgen bij Oostdijk · zee/boten.txt",
        "       40  Kustwacht                                  asserted            "
        "2024-05-03       Boten geborgen bij Oostdijk · zee/boten.txt",
        "  80 – 90  own voice: bode.example (headline: Haven)  asserted            "
        "no day           Boten geborgen bij Oostdijk · zee/boten.txt (+1)",
        "      120  Kustwacht                                  announced, planned  "
        "no day           Boten geborgen bij Oostdijk · zee/boten.txt",
    ]


def test_on_a_narrow_terminal_headline_and_path_have_a_line_of_their_own() -> None:
    assert render(SERIES, 60).splitlines()[3:7] == [
        "     ≥ 55  Van Dam via ANP       asserted    2024-05-01 said",
        "    Boten geborgen bij Oostdijk · zee/boten.txt",
        "       40  Kustwacht             asserted    2024-05-03",
        "    Boten geborgen bij Oostdijk · zee/boten.txt",
    ]


@given(ANY_SERIES, st.integers(20, 200))
def test_no_line_is_wider_than_the_terminal_and_none_steers_it(series: Told, wide: int) -> None:
    text = render(series, wide)
    assert max(map(columns, text.split("\n"))) <= wide
    assert not UNSAFE.search(text)


def test_of_what_is_too_long_the_end_of_the_path_stays() -> None:
    assert clipped("archief/2024/boten.txt", 10, keep_end=True) == "…boten.txt"
    assert clipped("archief/2024/boten.txt", 10) == "archief/2…"
    assert clipped("漢字漢字", 5) == "漢字…"


def test_an_object_a_line_has_the_fields_in_their_order() -> None:
    lines = [json.loads(line) for line in jsonl([SERIES])]
    assert [list(line) for line in lines] == [list(FIELDS)] * 4
    assert lines[1] == FIELDS


def test_what_a_terminal_would_obey_is_an_escape_in_json() -> None:
    (line,) = jsonl([Told("x", (entry({"title": "\x1b[31m‮\ud800"}),))])
    assert not UNSAFE.search(line.rstrip("\n"))
    assert json.loads(line)["title"] == "\x1b[31m‮\ud800"


def test_a_spreadsheet_gets_numbers_as_numbers_and_text_that_it_does_not_run() -> None:
    told = entry({"value": -1500.0, "low": 2.5, "title": "=WEG()", "speaker": "@x", "via": "-1+1"})
    (row,) = csv.DictReader(io.StringIO("".join(table([Told("x", (told,))], FIELDS))))
    assert list(row) == list(FIELDS)
    assert (row["value"], row["low"], row["high"]) == ("-1500", "2.5", "")
    assert (row["title"], row["speaker"], row["via"]) == ("'=WEG()", "'@x", "'-1+1")
    assert row["sentence"] == CERTAIN.fields["sentence"]


@given(ANY_SERIES)
def test_a_table_has_a_line_for_each_row_whatever_is_in_it(series: Told) -> None:
    text = "".join(table([series], FIELDS))
    rows = list(csv.reader(io.StringIO(text)))
    assert [len(row) for row in rows] == [len(FIELDS)] * (len(series.entries) + 1)
    texts = [cell for row in rows[1:] for cell in (*row[6:9], row[15])]
    assert not any(cell[:1] in ("=", "+", "-", "@") for cell in texts)
    assert not UNSAFE.search(text)


def test_the_record_of_a_speaker_tells_what_changed_behind_the_day() -> None:
    told = Told(
        "boten", (replace(CERTAIN, change="first"), replace(LEAST, change="raised"), CERTAIN)
    )
    lines = render(told).splitlines()[2:]
    assert [re.split(" {2,}", line.strip())[4] for line in lines] == [
        "• first told",
        "↑ raised",
        "-",
    ]
    assert "first told" not in render(Told("boten", (CERTAIN, LEAST)))


def test_a_speaker_is_told_as_the_article_calls_it_and_by_its_one_name() -> None:
    assert words.who(replace(CERTAIN, who="Nederlandse Kustwacht")) == (
        "Kustwacht (Nederlandse Kustwacht)"
    )
    assert words.who(CERTAIN) == "Kustwacht"
    assert words.who(RANGE) == "own voice: bode.example (headline: Haven)"
