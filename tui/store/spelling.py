"""Names of a corpus made alike where they are only printed otherwise.

The engine knows by which letters languages write the same sound (`tui.text.spellings`); here whole
names are compared, with their particles, initials and blanks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui.text import spellings
from tui.text.letters import PLAIN

_ARABIC = re.compile(r"\b(?i:al|el|ad|as|ash)[-‐‑–](?=\w)|(?<= )(?:al|el) (?=\w)")
"""The article of Arabic names, that some print and others leave out: `al-Assad`, `Assad`."""
_WITHIN = re.compile(r"(?<=\w)['’ʼ`´‘\-‐‑–](?=\w)")  # Jong-un, Sana'a
_GAP = re.compile(r"[\W_]+")
_DOUBLED = re.compile(r"(.)\1")
_REMEMBERED = 65_536


@lru_cache(maxsize=_REMEMBERED)
def plain(name: str) -> str:
    """`name` in lower case without accents, its words parted by a space.

    Hyphens and apostrophes inside a word fall away, other signs part words.
    """
    text = _ARABIC.sub("", " ".join(name.split())).casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.translate(PLAIN))
        text = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
    return _GAP.sub(" ", _WITHIN.sub("", text)).strip()


@lru_cache(maxsize=_REMEMBERED)
def heard(name: str) -> str:
    """The words of a name as they sound, whatever way they are spelt."""
    return " ".join(map(spellings.spelling, plain(name).split()))


def surname(name: str) -> str:
    """What all spellings of a surname come down to.

    More depends on its letters than on those of a whole name: `Jansen` and `Janssen` are two
    families.
    """
    return f"{heard(name)} {len(_DOUBLED.findall(plain(name)))}"


@lru_cache(maxsize=_REMEMBERED)
def spelling(name: str) -> str:
    """What all spellings of a whole name come down to; initials in the middle of it are gone."""
    first, *rest = plain(name).split(" ")
    middle = [word for word in rest[:-1] if len(word) > 1]
    return spellings.spelling("".join((first, *middle, *rest[-1:])))


def ends(name: str) -> list[str]:
    """A name without its first word, without its first two, and so on: `van dijk`, `dijk`."""
    words = name.split(" ")
    return [" ".join(words[at:]) for at in range(1, len(words))]
