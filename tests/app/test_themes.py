"""The colours can be read, and no look depends on colour alone."""

import re
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.app.conftest import done
from tests.app.fakes import FakeLibrary
from tui.app import NewsreaderApp
from tui.config import THEMES
from tui.themes import DARK, LIGHT, OWN, TERMINAL, after
from tui.widgets import stylesheets

PENS = tuple(name for name in DARK if name.startswith("pen-"))
GROUNDS = ("paper", "side", "cursor-row", "blurred-row", "current-claim", *PENS)
INKS = [
    *("ink", "soft", "faint", "figure", "person", "organisation"),
    *("country", "place", "claim", "unsure", "denied", "mark"),
]
TAGS = [name for name in DARK if name.startswith("tag-")]
# Which inks are ever drawn on a ground other than paper.
ON = {
    "paper": INKS + TAGS,
    "side": INKS + TAGS,
    "cursor-row": INKS + TAGS,
    "blurred-row": INKS + TAGS,
    "current-claim": (inside := ["ink", "figure", "person", "organisation", "country", "place"]),
    **dict.fromkeys(PENS, inside),
}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 has it, from 1 to 21."""

    def light(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_can_be_read_on_every_ground_it_is_used_on(colours, ground):
    for ink in ON[ground]:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_hits_can_be_read(colours):
    assert contrast(colours["hit-ink"], colours["hit"]) >= 4.5


def test_all_three_sets_have_the_same_colours():
    assert DARK.keys() == LIGHT.keys() == TERMINAL.keys()


def test_the_settings_and_the_themes_name_the_same():
    assert {theme.name for theme in OWN} | {"ansi-dark", "ansi-light"} == set(THEMES)
    assert set(THEMES) - {theme.name for theme in OWN} <= BUILTIN_THEMES.keys()


def test_themes_follow_each_other_round_and_from_a_strange_one():
    assert after(THEMES[-1]) == THEMES[0]
    assert after("nord") == THEMES[0]


UPON = ("hit", "current", "current-hit")


def drawn(style: Style) -> str:
    """What of a style is seen without colour."""
    names = ("bold", "dim", "italic", "underline", "reverse")
    return " ".join(name for name in names if getattr(style, name))


def test_the_looks_in_the_text_differ_in_more_than_colour():
    sheet = stylesheets.text("article")
    names = ("figure", "person", "organisation", "country", "place", *UPON)
    styles = {
        name: Style.parse(re.search(rf"article--{name} {{[^}}]*text-style: ([^;]+);", sheet)[1])
        for name in names
    }
    seen = {
        upon: {drawn(styles[under] + styles[upon]) for under in names[: -len(UPON)]}
        | {drawn(styles[upon])}
        for upon in UPON
    }
    # Whatever lies under it, what was found or chosen looks one way, and like nothing else.
    assert all(len(looks) == 1 for looks in seen.values())
    looks = [drawn(styles[name]) for name in names]
    assert len(set(looks)) == len(names) and "" not in looks


async def test_without_colour_a_hit_looks_like_nothing_else(reading, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        await reader.keys("enter", "]f", "/", *"ru", "enter")
        seen = {
            drawn(segment.style)
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.casefold() == "ru"
        }
        assert seen == {"reverse", "bold underline reverse"}
        person = next(
            drawn(segment.style)
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "Volodymyr Zelensky"
        )
        assert person == "underline"


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in Path(stylesheets.path("desk")).parent.glob("*.tcss"))
)
def test_stylesheets_name_no_colours_of_their_own(name):
    assert not re.search(r"#[0-9a-f]{3,6}\b", re.sub(r"#[a-z-]+", "", stylesheets.text(name)))


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_the_app_also_stands_in_a_theme_of_textual(theme):
    app = NewsreaderApp(FakeLibrary())
    app.theme = theme
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        await done(app)  # type: ignore[arg-type]
        assert app.is_running
