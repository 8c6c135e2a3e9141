"""What trafilatura finds on a page that has neither a headline nor a part that stands out."""

from __future__ import annotations

import logging
import re

_SPACE = re.compile(r"\W+")
_SILENT = logging.NullHandler()
"""Keeps its warnings off the screen."""
_LONGEST = 1_500_000
_KEY = 80
"""The letters and digits by which a paragraph is known: what follows a link may be cut from it."""


def votes_on(source: str) -> frozenset[str] | None:
    """The keys of the paragraphs that trafilatura finds, None where it finds or is nothing."""
    if len(source) > _LONGEST:
        return None
    try:
        from trafilatura import bare_extraction  # half a second: for pages in doubt only

        logging.getLogger("trafilatura").addHandler(_SILENT)
        found = bare_extraction(source, fast=True, include_comments=False)
    except Exception:  # whatever goes wrong there, our own rules give an article
        return None
    text = getattr(found, "text", None)
    return frozenset(map(vote_key, text.splitlines())) if text else None


def vote_key(text: str) -> str:
    """What a paragraph and its copy share, however its white space and marks differ."""
    return _SPACE.sub("", text)[:_KEY].casefold()
