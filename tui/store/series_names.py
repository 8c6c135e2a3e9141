"""The name of a series, in the words of its own figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.store.series_keys import SeriesKey
from tui.store.series_words import Lexicon, lexicon

_OFTEN = 4
"""A place stands in the name where one in so many figures has it."""


def name_of(members: Sequence[SeriesKey]) -> str:
    """`Noord-Koreaanse soldaten gestuurd Rusland`: whose, what, what happened and where."""
    words = lexicon()
    nouns = _most(_nouns(members, words))
    events = [key.words[2] for key in members]
    event = _event(events, members[0].family.split(" ")[1:2], words)
    joined = _most(word for word in events if " en " in word or " of " in word)
    named = _most(key.words[1] for key in members if key.words[1].lower() in words.event_nouns)
    if joined and members[0].kind in ("count", "vague"):
        told = [joined]
    elif named and words.event_nouns[named.lower()] in members[0].family:
        told = [named]
    else:
        told = [nouns, event]
    place = _most(key.words[3] for key in members)
    often = sum(key.words[3] == place for key in members) * _OFTEN >= len(members)
    people = (key.words[1] for key in members if key.words[1] in words.peoples)
    whose = _whose(members, words) if told[0] else _most(people)
    pieces = [whose, *told, place if often else ""]
    return " ".join(dict.fromkeys(piece for piece in pieces if piece))


def _nouns(members: Sequence[SeriesKey], words: Lexicon) -> Iterable[str]:
    every = [key.words[1] for key in members if key.words[1] not in words.peoples]
    special = [noun for noun in every if noun.lower() not in words.general]
    return special or every


def _whose(members: Sequence[SeriesKey], words: Lexicon) -> str:
    """Whose, as an adjective where one is printed, else as a name."""
    printed = [key.words[0] for key in members]
    return _most(word for word in printed if word in words.adjectives) or _most(printed)


def _event(told: Sequence[str], family: Sequence[str], words: Lexicon) -> str:
    """The word for what happened that says most, by the order of the list."""
    order = words.event_words.get(family[0], ()) if family else ()
    return next((word for word in order if word in told), _most(told))


def _most(told: Iterable[str]) -> str:
    """The word that comes most, the first by letters where that ties."""
    count = Counter(word for word in told if word)
    return min(count, key=lambda word: (-count[word], word), default="")
