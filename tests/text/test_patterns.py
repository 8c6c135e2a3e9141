"""Patterns that every Python the project runs on matches alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui

_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
_ROOT = Path(tui.__file__).parent


@pytest.mark.parametrize("ending", ["py", "toml"])
def test_no_group_is_repeated_possessively(ending: str) -> None:
    """Python before 3.11.5 forgets what such a group matched; an atomic group does the same."""
    assert _POSSESSIVE_GROUP.search(r"(?:a|b)*+") and _POSSESSIVE_GROUP.search(r"(a){2,}+")
    found = [
        f"{path.relative_to(_ROOT)}:{number}"
        for path in sorted(_ROOT.rglob(f"*.{ending}"))
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
