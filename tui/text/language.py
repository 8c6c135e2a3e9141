"""A language is a folder of data files; this reads them, once each."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

DEFAULT = "nl"


@cache
def table(name: str, language: str = DEFAULT) -> dict[str, Any]:
    """The data file `NAME.toml` of a language. Raises FileNotFoundError where there is none."""
    import tomllib  # not needed by those who only split sentences

    return tomllib.loads(_text(f"{name}.toml", language))


@cache
def words(name: str, language: str = DEFAULT) -> tuple[str, ...]:
    """The lines of the data file `NAME.txt` of a language, without blank lines and `#` comments."""
    lines = (line.partition("#")[0].strip() for line in _text(f"{name}.txt", language).splitlines())
    return tuple(line for line in lines if line)


def lines(name: str, language: str = DEFAULT) -> list[str]:
    """The lines of the data file `NAME.txt` that holds nothing else, in the order of the file."""
    return _text(f"{name}.txt", language).split("\n")


def plain_words(name: str, language: str = DEFAULT) -> str:
    """All that stands in the data file `NAME.toml`, in a row without its marks: not parsed."""
    return " ".join(re.findall(r"[^\W_]+", _text(f"{name}.toml", language)))


def _text(name: str, language: str) -> str:
    return (Path(__file__).parent / language / name).read_text("utf-8")
