"""Names of what cannot act: books, ships, storms, the fields of ministers."""

from __future__ import annotations

import re

from tui.text.gazetteer import FEAST, ORGANISATION, WORK, gazetteer
from tui.text.listed import ends, listed
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.weights import told

_QUOTES = {'"': '"', "“": "”", "„": "”", "”": "”", "‘": "’", "'": "'", "«": "»"}
_LONG = 7
_LEAD = 4
"""So many words of it may stand before the name in it."""
_QUOTED = 7
"""A title in quotation marks has no more words."""


def is_work(words: Words, name: Name) -> bool:
    """Whether a name is that of a work, a ship or a feast, by the lists or by what is around it."""
    if name.text in listed("no_names"):
        return True
    if len(name.text) > _LONG and name.words[-1].endswith(ends("work_name_ends")):
        return True
    before = words.before(name.first)
    if before == "van" and words.before(name.first - 1) in listed("works_of"):
        return True
    if before in listed("works_before") or before.endswith(ends("work_ends")):
        return True
    classes = gazetteer().classes.get(name.text, "")
    if classes and set(classes) <= {WORK, FEAST}:
        return True
    if name.words[0] in listed("events") and len(name.words) > 1:
        return True
    if len(name.words) > 1 and any(word in told("english") for word in name.words[1:]):
        return gazetteer().get(name.text) is None
    return _is_quoted(words, name)


def _is_quoted(words: Words, name: Name) -> bool:
    """Whether a name stands in a short title in quotation marks, and is not listed."""
    if gazetteer().get(name.text) or gazetteer().is_in(name.text, ORGANISATION[0]):
        return False
    first = name.first
    while name.first - first < _LEAD and words.words[first - 1][0].isalpha() and first:
        first -= 1
    close = _QUOTES.get(words.words[first - 1]) if first else None
    if close is None or not words.words[first][0].isupper():
        return False
    if first == 1 or words.is_initial(first - 1):
        return False  # somebody says it
    end = name.end
    while end < first + _QUOTED and words.words[end][0].isalnum():
        end += 1
    after = words.words[end + 1]
    return words.words[end] == close and (after[0].islower() or after[0] in "),;.:(")


def is_portfolio_of(words: Words, name: Name) -> bool:
    """Whether a name is the field of a minister: `minister Lavrov van BUITENLANDSE ZAKEN`."""
    if any(word not in listed("portfolios") for word in name.words):
        return False
    if words.before(name.first) == "(":
        return True  # `wethouder Jan Smit (Financiën)`
    lead = " ".join(words.words[max(0, name.first - 6) : name.first]).lower()
    return re.search(_portfolio_lead(), lead) is not None


def _portfolio_lead() -> str:
    holders = "|".join(ends("portfolio_holders"))
    small = "|".join(sorted(listed("portfolio_openers")))
    return rf"(?:{holders})\w*\b.* (?:{small})(?: [\w,]+){{0,3}}$"
