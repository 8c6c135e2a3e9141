"""Elements of HTML and SVG as text, in which all that is said stands as what it says."""

from __future__ import annotations

from html import escape

from tui.text.safe import safe_line


def text(said: str) -> str:
    """Words as text between tags, or in an attribute: one line, in which nothing is markup."""
    return escape(safe_line(said), quote=True)


def name(said: str) -> str:
    """Words from a page, which may be written from right to left, apart from those around them."""
    return tag("bdi", text(said))


def tag(kind: str, inside: str = "", **attributes: str) -> str:
    """An element around what is inside, which is markup already.

    Attributes are given as words; `class_` is class, `aria_label` is aria-label.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items()
    )
    return f"<{kind}{told}>{inside}</{kind}>"
