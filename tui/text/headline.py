"""The headline of an HTML page: its heading, or what its head says that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.text.page import Meta

_TITLE_SPLIT = re.compile(r"\s+[|•·»]\s+|\s+[-–—]\s+")
_WORD = re.compile(r"\w+")
_ALIKE = 0.6
"""The share of words from which a heading and the title in the head are the same headline."""
_LEAST_WORDS = 3
_LONGEST = 400
_HEADINGS = ("h1", "h2", "h3")


def headline_of(
    texts: Sequence[str], tags: Sequence[str], main: Sequence[bool], meta: Meta
) -> tuple[int | None, str | None]:
    """The index of the line with the headline, if it stands on the page, and the headline.

    `tags` are the elements of the lines, `main` tells which may be the article's; a first-level
    heading goes before a line of text, and the one that the head of the page names before others.
    """
    bare = without_site(meta.title, meta.site) if meta.title else None
    heads = [at for at, tag in enumerate(tags) if tag == "h1" and texts[at] and main[at]]
    if bare:
        named = [at for at in heads if is_alike(texts[at], bare)]
        if not named:
            named = _lines_like(texts, tags, main, bare)
        if named:
            return named[0], texts[named[0]]
    told = [at for at in heads if len(_WORD.findall(texts[at])) >= _LEAST_WORDS]
    if found := told or ([] if bare else heads):
        return found[0], texts[found[0]]
    return None, bare


def _lines_like(
    texts: Sequence[str], tags: Sequence[str], main: Sequence[bool], bare: str
) -> list[int]:
    """The lines with the title of the head: headings first, then any."""
    wanted = bare.casefold().split()
    found = [
        at for at, text in enumerate(texts)
        if main[at] and len(text) <= _LONGEST and text.casefold().split() == wanted
    ]  # fmt: skip
    return sorted(found, key=lambda at: tags[at] not in _HEADINGS)


def without_site(title: str, site: str | None) -> str:
    """A title without the name of the site behind it: `Kop - Krant`, `Kop | Krant`."""
    parts = _TITLE_SPLIT.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    short = len(last.split()) <= 3 and len(parts[0].split()) >= _LEAST_WORDS
    if (site and is_same(last, site)) or short:
        return title[: title.rindex(last)].rstrip(" |•·»-–—")
    return title


def is_same(first: str, second: str) -> bool:
    """Whether two lines are the same but for case and white space."""
    return first.casefold().split() == second.casefold().split()


def is_alike(first: str, second: str) -> bool:
    """Whether two headlines share most of their words."""
    one, other = (set(_WORD.findall(text.casefold())) for text in (first, second))
    if not one or not other:
        return False
    shared = len(one & other)
    return shared >= _ALIKE * max(len(one), len(other)) or (
        shared == min(len(one), len(other)) >= _LEAST_WORDS
    )
