"""The sign of each speaker: told apart by its shape, so that it holds in black and white print."""

from __future__ import annotations

from tui.export.ledger_markup import tag

SHAPES = (
    "M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z",  # circle
    "M-5.4-5.4H5.4V5.4H-5.4Z",  # square
    "M0-6.6L6.4 5H-6.4Z",  # triangle
    "M0-7.4L6.4 0 0 7.4-6.4 0Z",  # diamond
    "M0 6.6L6.4-5H-6.4Z",  # triangle on its point
    "M-2.2-6.6H2.2V-2.2H6.6V2.2H2.2V6.6H-2.2V2.2H-6.6V-2.2H-2.2Z",  # plus
    "M0-7.6L2.1-2.6 7.2-2.3 3.3 1.1 4.5 6.2 0 3.4-4.5 6.2-3.3 1.1-7.2-2.3-2.1-2.6Z",  # star
    "M-6-6L0-2.4 6-6 2.4 0 6 6 0 2.4-6 6-2.4 0Z",  # cross
)
COLOURS = 8
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def sign(nth: int, x: float, y: float, inside: str = "", *, hollow: bool = False) -> str:
    """The sign of the speaker with a number, at a place; after the shapes come letters.

    `inside` is what stands within it (a title); `hollow` is for what is planned.
    """
    look = f"sign c{nth % COLOURS}{' hollow' if hollow else ''}"
    place = f"translate({x:.1f} {y:.1f})"
    if nth < len(SHAPES):
        return tag("path", inside, class_=look, transform=place, d=SHAPES[nth])
    letters = tag("tspan", letter(nth), x="0", y="4.5")
    return tag("text", inside + letters, class_=f"{look} letter", transform=place)


def letter(nth: int) -> str:
    """`A`, `B`, … `Z`, `AA`: the sign of a speaker after the shapes."""
    at, told = nth - len(SHAPES), ""
    while at >= 0:
        told, at = _LETTERS[at % len(_LETTERS)] + told, at // len(_LETTERS) - 1
    return told


def key(nth: int, *, hollow: bool = False) -> str:
    """The sign as it stands in a legend and beside a row."""
    return tag(
        "svg",
        sign(nth, 9, 9, hollow=hollow),
        class_="key",
        viewBox="0 0 18 18",
        width="18",
        height="18",
        aria_hidden="true",
    )
