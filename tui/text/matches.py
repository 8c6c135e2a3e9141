"""Names in the pages of sport: clubs that are called by their town, scores."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.gazetteer import gazetteer
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.weights import Clue, around, told

_SCORE = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}(?!\d)")
_RESULT = re.compile(r"[A-Z]\w+ [-–] [A-Z]\w+(?: \w+)? \d{1,2}-\d{1,2}(?!\d)")
"""`Lierse - Gent 2-1`."""
_NEAR = 6
"""So many words from a name a score still tells of it."""
_SPORTING = 3
"""So many words of sport make an article one about it."""
_BUSINESS = 4
"""So many words of trade make an article one about companies."""


class Pages(NamedTuple):
    """On which pages of a newspaper an article could stand."""

    sporting: bool
    business: bool


def pages_of(words: Words) -> Pages:
    """On which pages a text could stand, by its words."""
    business = len(words.lower & told("business")) >= _BUSINESS
    sporting = is_sporting(words)
    return Pages(sporting, business and not sporting)


def is_sporting(words: Words) -> bool:
    """Whether a text is about matches."""
    if len(words.lower & told("sport")) >= _SPORTING:
        return True
    won = not words.lower.isdisjoint(told("winning"))
    return (_SCORE if won else _RESULT).search(words.text) is not None


def in_match(words: Words, name: Name) -> list[Clue]:
    """The clues that a name is that of a side in a match."""
    after, second = words.words[name.end], words.words[name.end + 1]
    if after in told("dashes") and second[0].isupper():
        return [around("beside a score", after)]
    before = words.before(name.first)
    if before in told("dashes") and name.first > 1 and words.words[name.first - 2][0].isupper():
        return [around("beside a score", before)]
    near = words.words[max(0, name.first - _NEAR) : name.end + _NEAR]
    score = next((word for word in near if _SCORE.fullmatch(word)), None)
    known = gazetteer().get(name.text)
    town = known is not None and known.type != "person"
    if town and before in told("match_verbs"):
        return [around("in a match", before)]
    club = before == "van" and town
    if score and (club or before in told("match_before") or after in told("match_after")):
        return [around("beside a score", score)]
    if before in told("match_before") or after in told("match_after"):
        return [around("in a match", before if before in told("match_before") else after)]
    return []
