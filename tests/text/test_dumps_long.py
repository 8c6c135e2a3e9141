"""Long dumps: the work grows in line with the page, whatever it is filled with."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from dump_pages import LAST, TITLE

from tui.text.clean import clean
from tui.text.page import dump

FILLINGS = {
    "ages glued to each other": "12 minuten geleden",
    "ages on lines": "12 minuten geleden\n",
    "headings": "Lees ook\nKoe zwemt naar overkant\n",
    "headings with a story between them": f"Lees ook\nKoe zwemt naar overkant\n{LAST}\n",
    "names": "Lies Kamp\n",
    "one headline": "Koe zwemt naar overkant\n",
    "teasers with days": "gisteren\nKoe zwemt naar overkant\n",
    "credits": "De kabel aan de kade\nFoto: Bert Vos\n",
    "captions in one line": "Volledig scherm De kabel © Vos ",
    "wrapped lines": "de kabel brak in de nacht van zaterdag op zondag en lag\n",
    "times": "12:30 Koe zwemt naar de overkant\n",
    "comments": f"Reacties\n{LAST}\n",
    "one line": f"{LAST} ",
}


def steps(source: str) -> int:
    """How many lines of Python it takes to clean a dump."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)  # type: ignore[arg-type]
    try:
        clean(dump(source))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("filling", FILLINGS)
def test_a_page_four_times_as_long_takes_about_four_times_the_work(filling: str) -> None:
    text = FILLINGS[filling]
    clean(dump(TITLE))
    short, long = (steps(f"{TITLE}\n\n{text * (size // len(text))}") for size in (12_000, 48_000))
    assert long < 5.5 * short
