"""Lines that say when and by whom, in any order: `Sport | 3 mei 2024, 10:30 | Door Jan Smit`."""

from __future__ import annotations

import re

from tui.text.boilerplate import Words

_LONGEST = 120
_MOST = 6
"""So many words that are neither a moment nor a label may stand in such a line."""
_MORE = 3
_STRONG = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,2}[.:u]\d{2}\b")
_SEPARATED = re.compile(r" [|•·/–—-] |[|•·]|, |  |\t|: ")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_DIGIT = re.compile(r"\d")
_INITIALS = re.compile(r"\([^\W\d_]{2,4}\)")
"""Who wrote a brief: `(jvd)`."""
_ENTRIES = 3
_PART = 0.6
_ENDS = (".", "!", "?", ":", "…", "”", '"', "’")


def is_stamped(text: str, vocabulary: Words) -> bool:
    """Whether a line holds a day or an hour, and besides only names, sections and labels.

    A day without a year or an hour counts where a mark parts it from the rest.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text) or text.endswith(_ENDS):
        return False
    if not _STRONG.search(text) and not _SEPARATED.search(text):
        return False
    rest, moments = vocabulary.moment.subn(" ", text)
    if not moments:
        return False
    rest = _INITIALS.sub(" ", rest) if "(" in rest else rest
    words = _WORD.findall(vocabulary.moment_label.sub(" ", rest))
    most = _MOST + _MORE if "|" in text else _MOST
    small = sum(word[0].islower() for word in words)
    return len(words) <= most and small <= (vocabulary.moment_label.match(text) is not None)


def is_menu(text: str, vocabulary: Words) -> bool:
    """Whether a line is a menu: words with a capital, most of which stand in menus."""
    words = text.split()
    if len(words) < _ENTRIES or text[-1] in _ENDS or not all(word[0].isupper() for word in words):
        return False
    return sum(_is_entry(word, vocabulary) for word in words) >= _PART * len(words)


def _is_entry(word: str, vocabulary: Words) -> bool:
    return vocabulary.edge.of(word) is not None or vocabulary.page.of(word) is not None
