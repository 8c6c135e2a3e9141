"""The page of a report in a real browser, on a phone and on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.chromium import BROWSER, Seen, look
from tests.export.ledger_samples import SERIES, entry
from tui.export.ledger_page import Heading, render
from tui.export.ledger_told import Told

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")

PHONE, SCREEN = 360, 1200
LONG = Told(
    "Zandzakken" * 12,
    tuple(
        entry(
            {"value": 10.0**n, "speaker": f"Spreker {n} {'van' * 20}", "path": "map/" * 40},
            day=f"2024-05-{n + 1:02}" if n < 8 else "",
            after=(1,) if n == 8 else (),
        )
        for n in range(12)
    ),
)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    file = tmp_path_factory.mktemp("report") / "verslag.html"
    contents = [Heading(told.name, len(told.entries), "40 – 120") for told in (SERIES, LONG)]
    file.write_text("".join(render("archief", "2026-01-02", contents, (SERIES, LONG))), "utf-8")
    return look(file, PHONE, SCREEN)


def test_the_browser_complains_of_nothing(seen: Seen) -> None:
    assert seen.console == []


@pytest.mark.parametrize("nth", [0, 1])
def test_nothing_sticks_out_of_the_page(seen: Seen, nth: int) -> None:
    frame = seen.frames[nth]
    assert frame["wide"] == pytest.approx((PHONE, SCREEN)[nth], abs=20)  # with a scroll bar
    assert frame["reach"] <= frame["wide"]
    assert frame["outside"] == []


def test_each_series_has_one_plot_as_wide_as_there_is_room(seen: Seen) -> None:
    phone, screen = (frame["plots"] for frame in seen.frames)
    assert len(phone) == len(screen) == 2
    assert all(280 < width < PHONE and height > 200 for width, height in phone)
    assert all(600 < width < SCREEN and height > 250 for width, height in screen)


@pytest.mark.parametrize("nth", [0, 1])
def test_all_words_can_be_read(seen: Seen, nth: int) -> None:
    frame = seen.frames[nth]
    assert frame["smallest"] >= 10  # pixels of the smallest letters in a plot
    assert frame["faint"] == 0
    assert frame["crowded"] == []  # days that stand through each other
    for words in ("Who claims what", SERIES.name, "≥ 55", "Van Dam via ANP", "zee/boten.txt"):
        assert words in frame["text"]


def test_what_goes_wrong_in_a_page_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "stuk.html"
    day = '<text class="day" y="20">2024-05-01</text>'
    plot = f'<svg class="plot">{day}{day}</svg>'
    broken = f'<body>{plot}<p style="width:2000px">x</p><script>weg()</script>'
    file.write_text(broken, "utf-8")
    found = look(file, PHONE)
    assert "weg is not defined" in "".join(found.console)
    (frame,) = found.frames
    assert frame["reach"] > PHONE and frame["outside"] and len(frame["crowded"]) == 2
