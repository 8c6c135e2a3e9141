"""Where the stylesheets are: in the package where it is installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def path(name: str) -> Path:
    """The file of a stylesheet."""
    inside = PACKAGE / "styles"
    return (inside if inside.is_dir() else PACKAGE.parent / "styles") / f"{name}.tcss"


def text(name: str) -> str:
    """A stylesheet, for a widget that brings it along when it is first shown."""
    return path(name).read_text(encoding="utf-8")
