"""Names of what cannot act: books, ships, storms, the fields of ministers."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.gazetteer import FEAST, ORGANISATION, REMEMBERED, WORK, gazetteer
from tui.text.listed import ends, is_body_noun, is_place_noun, listed
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
    if _names_work(name.text, name.words) or _is_short_country(words, name):
        return True
    before = words.before(name.first)
    if before == "van" and words.before(name.first - 1) in listed("works_of"):
        return True
    if before in listed("works_before") or before.endswith(ends("work_ends")):
        return True
    return _is_quoted(words, name)


@lru_cache(maxsize=REMEMBERED)
def _names_work(text: str, words: tuple[str, ...]) -> bool:
    """Whether a name by itself is that of a work or a feast."""
    if text in listed("no_names"):
        return True
    if len(text) > _LONG and words[-1].endswith(ends("work_name_ends")):
        return True
    classes = gazetteer().classes.get(text, "")
    if classes and set(classes) <= {WORK, FEAST}:
        return True
    if len(words) > 1 and words[0] in listed("events"):
        return True
    english = len(words) > 1 and any(word in told("english") for word in words[1:])
    return english and gazetteer().get(text) is None


def _is_short_country(words: Words, name: Name) -> bool:
    """Whether a name is the country of a sportsman in a list: `Jan Smit (Ned)`."""
    if name.text not in told("short_countries") or words.before(name.first) != "(":
        return False
    return words.words[name.end] in (")", ",", ";") or words.words[name.end].isdigit()


def _is_quoted(words: Words, name: Name) -> bool:
    """Whether a name stands in a short title in quotation marks, and is not listed."""
    first = name.first
    while name.first - first < _LEAD and words.words[first - 1][0].isalpha() and first:
        first -= 1
    close = _QUOTES.get(words.words[first - 1]) if first else None
    if close is None or not words.words[first][0].isupper():
        return False
    if gazetteer().get(name.text) or gazetteer().is_in(name.text, ORGANISATION[0]):
        return False
    noun = words.before(first - 1)
    if name.words[0] in listed("body_heads") or is_body_noun(noun) or is_place_noun(noun):
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
