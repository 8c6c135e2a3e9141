"""Abbreviations by case: `vs.` goes on, and so does a title in a line of capitals; `VS.` ends."""

from __future__ import annotations

import pytest

from tui.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De boot voer naar de VS. Daar bleef hij.",
            ["De boot voer naar de VS.", "Daar bleef hij."],
        ),
        ("Het werd Ajax vs. Feyenoord in de beker.", ["Het werd Ajax vs. Feyenoord in de beker."]),
        ("Volgens dr. Bos is het klaar.", ["Volgens dr. Bos is het klaar."]),
        ("VOLGENS DR. BOS IS HET KLAAR.", ["VOLGENS DR. BOS IS HET KLAAR."]),
    ],
)
def test_capitals_tell_a_name_from_an_abbreviation(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
