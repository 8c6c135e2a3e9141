"""What the words of a language say about figures: what is counted, what happened, whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tui.text.language import table, words

_GAP = "…"
_SHORT = 3
_REMEMBERED = 20_000
"""So many words are remembered with what they are."""
_FARTHEST = 12
"""How many words may stand between the two halves of a verb: `kwamen 12 mensen OM`."""


class Hit(NamedTuple):
    """A phrase of the lists in a text: what it tells, and the words it stands on.

    It is `whole` where no other words stand in it.
    """

    name: str
    at: int
    end: int
    whole: bool = True


class Phrases:
    """Phrases by their first word, each with what it tells; a gap is written as `…`."""

    def __init__(self, told: Iterable[tuple[str, str]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, name in told:
            parts = tuple(phrase.lower().split())
            self._first.setdefault(parts[0], []).append((parts, name))
        for found in self._first.values():
            found.sort(key=lambda item: (-len(item[0]), item[1]))

    def find(self, lowers: Sequence[str], first: int = 0, stop: int | None = None) -> list[Hit]:
        """The phrases among some words, in order; of those that begin alike the longest."""
        end = len(lowers) if stop is None else min(stop, len(lowers))
        found, at = [], first
        while at < end:
            known = self._first.get(lowers[at])
            hit = _hit(known, lowers, at, end) if known else None
            if hit:
                found.append(hit)
            at = hit.end if hit and hit.whole else at + 1
        return found


def _hit(
    known: list[tuple[tuple[str, ...], str]], lowers: Sequence[str], at: int, end: int
) -> Hit | None:
    for parts, name in known:
        if upto := _matched(lowers, at, end, parts):
            return Hit(name, at, upto, _GAP not in parts)
    return None


def _matched(lowers: Sequence[str], at: int, end: int, parts: tuple[str, ...]) -> int:
    """The place behind a phrase that begins here, 0 where it does not."""
    if len(parts) == 1:
        return at + 1 if lowers[at] == parts[0] else 0
    if _GAP not in parts:
        size = len(parts)
        same = at + size <= end and tuple(lowers[at : at + size]) == parts
        return at + size if same else 0
    cut = parts.index(_GAP)
    first = _matched(lowers, at, end, parts[:cut])
    for place in range(first, min(end, first + _FARTHEST) if first else 0):
        if upto := _matched(lowers, place, end, parts[cut + 1 :]):
            return upto
    return 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `things.toml` and of countries, ready to be asked.

    `things` and `event_nouns` are by noun, `ends` by the end of a compound. `only` tells of which
    things alone an event can be told. `adjectives`, `peoples` and `states` give the country.
    """

    things: Mapping[str, str]
    ends: tuple[tuple[str, str], ...]
    classes: frozenset[str]
    general: frozenset[str]
    event_nouns: Mapping[str, str]
    events: Phrases
    event_words: Mapping[str, tuple[str, ...]]
    only: Mapping[str, frozenset[str]]
    sums: Mapping[str, Phrases]
    occasions: Phrases
    occasion_ends: tuple[tuple[str, str], ...]
    hints: Mapping[str, Phrases]
    lists: Mapping[str, frozenset[str]]
    plain: Mapping[str, str]
    stand_for: Mapping[str, frozenset[str]]
    occasion_events: Mapping[str, str]
    turns: Mapping[str, str]
    becomes: Mapping[str, str]
    adjectives: Mapping[str, str]
    peoples: Mapping[str, str]
    states: Mapping[str, str]
    function: frozenset[str]
    magnitudes: frozenset[str]
    currency: str

    def occasion_of(self, word: str) -> str:
        """The occasion that a compound tells by its end, empty where it tells none."""
        return _occasion(word)

    def begins(self, word: str, name: str) -> bool:
        """Whether a compound begins with a noun of a class: `varkensboer`."""
        return any(word.startswith(noun) for noun, of in self.things.items()
                   if of == name and len(noun) > _SHORT)  # fmt: skip

    def thing(self, noun: str) -> str:
        """The class of what is counted; a noun of no class stands for itself."""
        return _thing(noun.lower())


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    data = table("things")
    adjectives, peoples, states = _countries()
    events = data["events"]
    told = _pairs({name: event["verbs"] + event["nouns"] for name, event in events.items()})
    told += [(_inflected(word), name) for word, name in told if _is_participle(word)]
    small = table("words")
    return Lexicon(
        things={word: name for name, found in data["things"].items() for word in found},
        classes=frozenset(data["things"]),
        ends=tuple((end, name) for name, ends in data["ends"].items() for end in ends),
        general=frozenset(data["general"]["nouns"]),
        event_nouns={noun: name for name, event in events.items() for noun in event["nouns"]},
        events=Phrases(told),
        event_words={name: (*event["verbs"], *event["nouns"]) for name, event in events.items()},
        only={name: frozenset(event["of"]) for name, event in events.items() if "of" in event},
        sums={kind: Phrases(_pairs(data[kind])) for kind in ("sums", "percents", "measures")},
        occasions=Phrases(_pairs(data["occasions"])),
        occasion_ends=tuple(_pairs(data["occasion_ends"])),
        hints={name: Phrases((word, name) for word in data[name]["words"]) for name in _HINTS}
        | {"first": Phrases((word, "first") for word in data["parts"]["first"])},
        lists={
            **{f"where {key}": frozenset(found) for key, found in data["where"].items()},
            **{f"whose {key}": frozenset(found) for key, found in data["whose"].items()},
            **{f"bodies {key}": frozenset(found) for key, found in data["bodies"].items()},
            **{f"joined {key}": frozenset(found) for key, found in data["joined"].items()},
            **{f"voice {key}": frozenset(found) for key, found in data["voice"].items()},
            "planned stances": frozenset(data["planned"]["stances"]),
            "clause colon": frozenset(data["clause"]["colon"]),
            "relative": frozenset(data["clause"]["relative"]),
            "clause breaks": frozenset(data["clause"]["breaks"]),
            "common": frozenset(data["common"]["words"]),
            "own": frozenset(data["own"]["topics"]),
            "number of": frozenset(data["general"]["number_of"]),
            "demand": frozenset(data["asks"]["demand"]),
            "offer": frozenset(data["asks"]["offer"]),
            "room": frozenset(data["general"]["room"]),
            "still": frozenset(data["earlier"]["still"]),
            "contrast": frozenset(data["earlier"]["contrast"]),
            "soldiers": frozenset(data["general"]["soldiers"]),
            "no series": frozenset(data["general"]["no_series"]),
        },
        plain=data["plain"],
        stand_for={noun: frozenset(found) for noun, found in data["stand_for"].items()},
        occasion_events=data["occasion_events"],
        turns=data["turns"],
        becomes=data["becomes"],
        adjectives=adjectives,
        peoples=peoples,
        states=states,
        magnitudes=frozenset(data["general"]["magnitudes"]),
        currency=data["general"]["currency"],
        function=frozenset(small["function"]) | frozenset(small["verbs"]),
    )


@lru_cache(maxsize=_REMEMBERED)
def _thing(low: str) -> str:
    words = lexicon()
    if found := words.things.get(low):
        return found
    return next((name for end, name in words.ends if low.endswith(end)), "") or stem(low)


@lru_cache(maxsize=_REMEMBERED)
def _occasion(word: str) -> str:
    ends = lexicon().occasion_ends
    return next((name for end, name in ends if word.endswith(end) and word != end), "")


@lru_cache(maxsize=_REMEMBERED)
def stem(noun: str) -> str:
    """A noun without the ending of its plural, so that one and many fall together.

    >>> stem("bommen"), stem("bomen"), stem("drones"), stem("foto's")
    ('bom', 'boom', 'drone', 'foto')
    """
    for end in ("'s", "’s"):
        if noun.endswith(end):
            return noun[: -len(end)]
    if noun.endswith("en") and len(noun) > 4 and noun[-3] not in "aeiou":
        root = noun[:-2]
        if root[-1] == root[-2]:
            root = root[:-1]
        elif root[-2] in "aeou" and (len(root) < 3 or root[-3] not in "aeiou"):
            root = root[:-1] + root[-2] + root[-1]
        return root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])
    return noun[:-1] if noun.endswith("s") and len(noun) > 4 and noun[-2] not in "sui" else noun


_PREFIXES = ("ver", "bes", "ont", "bez")
_HINTS = (
    "planned", "more", "parts", "earlier", "difference", "goes_on", "tells", "takes_part",
    "period", "suffers",
)  # fmt: skip


def _inflected(word: str) -> str:
    """A participle as it stands before a noun: `gered` as `geredde`, `gedood` as `gedode`."""
    if len(word) > _SHORT and word[-2] == word[-3] and word[-2] in "aeou":
        return f"{word[:-2]}{word[-1]}e"
    return f"{word}e"


def _is_participle(word: str) -> bool:
    """Whether a verb can stand before a noun with an -e: `GEËVACUEERDE bewoners`."""
    return word[-1:] in ("d", "t") and " " not in word and ("ge" in word or word[:3] in _PREFIXES)


def _pairs(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(phrase, name) for name, phrases in told.items() for phrase in phrases]


def _countries() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Adjectives, peoples and names of states (with capitals), each with the country."""
    adjectives: dict[str, str] = {}
    peoples: dict[str, str] = {}
    states: dict[str, str] = {}
    for line in words("countries"):
        names, capitals, forms, people = (
            [item.strip() for item in part.split(",") if item.strip()] for part in line.split("|")
        )
        states |= {name: names[0] for name in names + capitals}
        adjectives |= {form + end: names[0] for form in forms for end in ("", "e")}
        peoples |= {name: names[0] for name in people}
    return adjectives, peoples, states
