"""The colours: our own dark and light theme, and what stands in for them in other themes."""

from __future__ import annotations

from textual.theme import Theme

from tui.config import THEMES

DARK = {
    "paper": "#16171b",
    "side": "#1b1d22",
    "rule": "#353842",
    "ink": "#dedbd3",
    "soft": "#aaa8a1",
    "faint": "#9c9b96",
    "figure": "#f2b85f",
    "person": "#8ecdb8",
    "organisation": "#93b8ec",
    "country": "#cfaaea",
    "place": "#b3ba8c",
    "claim": "#7ba6dc",
    "unsure": "#dda94a",
    "denied": "#ee8277",
    "mark": "#f0876b",
    "cursor-row": "#292e3a",
    "blurred-row": "#24272e",
    "current-claim": "#232c3b",
    "hit": "#54440f",
    "hit-ink": "#f7ecc9",
    "pen-yellow": "#4a3d17",
    "pen-green": "#2c4328",
    "pen-blue": "#243f5c",
    "pen-red": "#552b2b",
    "pen-purple": "#432f58",
    "tag-yellow": "#e3c46b",
    "tag-green": "#9fcb86",
    "tag-blue": "#93b8ec",
    "tag-red": "#ee8277",
    "tag-purple": "#cfaaea",
}
LIGHT = {
    "paper": "#fbf9f4",
    "side": "#f3f0e8",
    "rule": "#d3cdbf",
    "ink": "#26241f",
    "soft": "#57534b",
    "faint": "#68635a",
    "figure": "#8a4700",
    "person": "#0b6350",
    "organisation": "#1b4c8f",
    "country": "#673698",
    "place": "#50561c",
    "claim": "#35659d",
    "unsure": "#7d5200",
    "denied": "#ac211a",
    "mark": "#ad3217",
    "cursor-row": "#dbe3ef",
    "blurred-row": "#e8e4da",
    "current-claim": "#e3ebf5",
    "hit": "#ffe48f",
    "hit-ink": "#2b2300",
    "pen-yellow": "#fbe9a6",
    "pen-green": "#d5eac0",
    "pen-blue": "#cfe2f7",
    "pen-red": "#f9d3cc",
    "pen-purple": "#e7d7f5",
    "tag-yellow": "#755600",
    "tag-green": "#2d651d",
    "tag-blue": "#1b4c8f",
    "tag-red": "#ac211a",
    "tag-purple": "#673698",
}
TERMINAL = {
    "paper": "ansi_default",
    "side": "ansi_default",
    "rule": "ansi_bright_black",
    "ink": "ansi_default",
    "soft": "ansi_default",
    "faint": "ansi_default",
    "figure": "ansi_default",
    "person": "ansi_cyan",
    "organisation": "ansi_blue",
    "country": "ansi_magenta",
    "place": "ansi_green",
    "claim": "ansi_blue",
    "unsure": "ansi_magenta",
    "denied": "ansi_red",
    "mark": "ansi_red",
    "cursor-row": "ansi_default",
    "blurred-row": "ansi_default",
    "current-claim": "ansi_default",
    "hit": "ansi_yellow",
    "hit-ink": "ansi_black",
    "pen-yellow": "ansi_bright_black",
    "pen-green": "ansi_bright_black",
    "pen-blue": "ansi_bright_black",
    "pen-red": "ansi_bright_black",
    "pen-purple": "ansi_bright_black",
    "tag-yellow": "ansi_yellow",
    "tag-green": "ansi_green",
    "tag-blue": "ansi_blue",
    "tag-red": "ansi_red",
    "tag-purple": "ansi_magenta",
}
"""What our variables are in a theme that does not set them, such as the terminal's own colours."""


def _theme(name: str, colours: dict[str, str], dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["claim"],
        secondary=colours["organisation"],
        accent=colours["figure"],
        warning=colours["unsure"],
        error=colours["denied"],
        success=colours["person"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["side"],
        panel=colours["cursor-row"],
        dark=dark,
        variables=colours,
    )


OWN = (_theme(THEMES[0], DARK, True), _theme(THEMES[1], LIGHT, False))


def after(name: str) -> str:
    """The theme that follows, round and round."""
    at = THEMES.index(name) if name in THEMES else -1
    return THEMES[(at + 1) % len(THEMES)]
