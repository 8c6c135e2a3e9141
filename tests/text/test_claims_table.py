"""Attributions of every form, from `attributions.txt`, and sentences without any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.text.actors import actors
from tui.text.article import Claim
from tui.text.claims import claims
from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences

HERE = Path(__file__).parent
_MARKED = re.compile(r"\[([^\]]*)\]")


class Row(NamedTuple):
    """A text, the claims that are marked in it, and the fields of each."""

    text: str
    said: list[str]
    fields: list[list[str]]


def lines(name: str) -> list[str]:
    """The lines of a table, without those that are empty or a comment."""
    rows = (HERE / name).read_text("utf-8").splitlines()
    return [row for row in rows if row.strip() and not row.startswith("#")]


def rows() -> list[Row]:
    """The texts of the table with what is indented below them."""
    found: list[Row] = []
    for line in lines("attributions.txt"):
        if line.startswith(" "):
            found[-1].fields.append([part.strip() for part in line.split("|")])
        else:
            text = line.replace("[", "").replace("]", "")
            found.append(Row(text, _MARKED.findall(line), []))
    return found


def found(text: str) -> list[Claim]:
    """The claims of a body, found as for an article."""
    spans = sentences(text)
    days = [(day.start, day.end) for day in dates(text, None)]
    return list(claims(text, spans, actors(text, spans, None), figures(text, spans, days)))


def _joined(row: Row) -> list[str]:
    """What is said, claim by claim: a broken one runs from its first part to its last."""
    if len(row.said) == len(row.fields):
        return row.said
    start, end = row.text.index(row.said[0]), row.text.rindex(row.said[-1])
    return [row.text[start : end + len(row.said[-1])]]


def _name(text: str) -> str:
    """A name without its article: a body that is described has one in print only."""
    return text.lower().removeprefix("de ").removeprefix("het ")


def _bare(text: str) -> str:
    return text.strip('.!? "“”„‘’«»,')


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.text)
def test_an_attribution_gives_every_field_of_its_claims(row: Row) -> None:
    got = found(row.text)
    wanted = [
        (said, speaker, stance, form, cue, *(via or ["None"]))
        for said, (speaker, stance, form, cue, *via) in zip(_joined(row), row.fields, strict=True)
    ]
    assert [
        (_bare(c.text), _name(c.speaker), c.stance, c.form, c.cue, str(c.via)) for c in got
    ] == [(_bare(said), _name(speaker), *fields) for said, speaker, *fields in wanted]


@pytest.mark.parametrize("text", lines("unattributed.txt"))
def test_the_articles_own_voice_and_a_refusal_are_no_claims(text: str) -> None:
    assert [(claim.text, claim.speaker) for claim in found(text)] == []


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(rows()) >= 150
    assert len(lines("unattributed.txt")) >= 60
