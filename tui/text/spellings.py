"""One spelling for the ways in which a foreign name is written: `Zelensky`, `Zelenski`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tui.text.language import table

_SLAVIC = ("ski", "sky", "skij", "skyj", "skyi", "skii")
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def spelling(name: str) -> str:
    """A form in which all spellings of a name are alike; never shown."""
    plain = name.casefold()
    if not (plain.isascii() and plain.isalpha()):
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if char.isalpha() or char == " ")
    for pattern, sound in _sounds():
        plain = pattern.sub(sound, plain)
    return plain


def are_two_names(first: str, second: str) -> bool:
    """Whether names that sound alike differ as those of two families do: `Peters`, `Peeters`."""
    if first == second:
        return False
    if first.endswith(_SLAVIC) and second.endswith(_SLAVIC):
        return False
    return _native(first) == _native(second)


def _native(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", name.casefold().replace("ij", "i").replace("y", "i"))


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("actors")["spellings"]
    return tuple((re.compile(pattern), sound) for pattern, sound in rows)
