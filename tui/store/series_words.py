"""What the words of a language say about figures: what is counted, what happened, whose it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tui.store.series_lists import word_lists
from tui.store.series_phrases import Hit, Phrases
from tui.text.language import table, words

__all__ = ["Hit", "Lexicon", "Phrases", "lexicon", "occasion_of", "stem"]

_SHORT = 3
_REMEMBERED = 20_000
"""So many words are remembered with what they are."""
_PLACED = (
    "where before",
    "where prepositions",
    "where kinds",
    "clause breaks",
    "whose has",
    "whose counts",
    "incident article",
    "incident the",
    "more told",
    "where for",
)
"""Lists of which a line has the places."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `things.toml` and of countries, ready to be asked.

    `things` and `event_nouns` are by noun, `ends` by the end of a compound. `only` tells of which
    things alone an event can be told. `adjectives`, `peoples` and `states` give the country,
    `seats` are the capitals among the names of states, `regions` those that are known to be one.
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
    seats: frozenset[str]
    regions: Mapping[str, str]
    owners: frozenset[str]
    plain_pieces: tuple[str, ...]
    function: frozenset[str]
    magnitudes: frozenset[str]
    unit_topics: Mapping[str, str]
    same_times: Mapping[str, str]
    currency: str
    openers: Openers

    @property
    def army(self) -> str:
        """The class of an army itself, whatever counts those who are in it."""
        return _army()

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
    adjectives, peoples, states, seats = _countries()
    events = data["events"]
    told = _pairs({name: event["verbs"] + event["nouns"] for name, event in events.items()})
    told += [(_inflected(word), name) for word, name in told if _is_participle(word)]
    small = table("words")
    openers = Openers()
    found = Lexicon(
        things={word: name for name, found in data["things"].items() for word in found},
        classes=frozenset(data["things"]),
        ends=tuple((end, name) for name, ends in data["ends"].items() for end in ends),
        general=frozenset(data["general"]["nouns"]),
        event_nouns={noun: name for name, event in events.items() for noun in event["nouns"]},
        events=Phrases(told, "events"),
        event_words={name: (*event["verbs"], *event["nouns"]) for name, event in events.items()},
        only={name: frozenset(event["of"]) for name, event in events.items() if "of" in event},
        sums={kind: Phrases(_pairs(data[kind]), kind) for kind in ("sums", "percents", "measures")},
        occasions=Phrases(_pairs(data["occasions"]), "occasions"),
        occasion_ends=tuple(_pairs(data["occasion_ends"])),
        hints={
            name: Phrases(((word, name) for word in data[name]["words"]), name) for name in _HINTS
        }
        | {
            "first": Phrases(((word, "first") for word in data["parts"]["first"]), "first"),
            "batch": Phrases(((word, "batch") for word in data["parts"]["batch"]), "batch"),
            "joined": Phrases(((word, "joined") for word in data["more"]["joined"]), "joined"),
            "in all": Phrases(((word, "in all") for word in data["more"]["in_all"]), "in all"),
            "whole": Phrases(((word, "whole") for word in data["more"]["whole"]), "whole"),
        },
        lists=word_lists(data),
        plain=data["plain"],
        stand_for={noun: frozenset(found) for noun, found in data["stand_for"].items()},
        occasion_events=data["occasion_events"],
        turns=data["turns"],
        becomes=data["becomes"],
        adjectives=adjectives,
        peoples=peoples,
        states=states,
        seats=seats,
        regions=_regions(),
        owners=frozenset((*adjectives, *peoples)),
        plain_pieces=_pieces(data),
        magnitudes=frozenset(data["general"]["magnitudes"]),
        unit_topics=data["unit_topics"],
        same_times=data["period"]["same"],
        currency=data["general"]["currency"],
        function=frozenset(small["function"]) | frozenset(small["verbs"]),
        openers=openers,
    )
    openers.learn(found)
    return found


class Openers(dict[str, tuple[str, ...]]):
    """The lists that a word in lower case stands in, or opens a phrase of; filled as it is asked.

    Besides the lists these are `owners`, `adjectives` and `states` for the names of countries and
    their people, `plain` for things that have a plain case, and
    `occasion ends` for compounds that tell an occasion.
    """

    def learn(self, words: Lexicon) -> None:
        """Takes the lists of a lexicon."""
        every = (words.events, words.occasions, *words.sums.values(), *words.hints.values())
        told: dict[str, Collection[str]] = {phrases.name: phrases.openers for phrases in every}
        told |= {name: words.lists[name] for name in _PLACED}
        told["adjectives"] = list(map(str.lower, words.adjectives))
        told["owners"] = [*told["adjectives"], *map(str.lower, words.peoples)]
        told["states"] = list(map(str.lower, words.states))
        self._listed: dict[str, tuple[str, ...]] = {}
        for name, found in told.items():
            for word in set(found):
                self._listed[word] = (*self._listed.get(word, ()), name)
        self._plain = words.plain

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self._listed.get(word, ())
        if _thing(word) in self._plain:
            found = (*found, "plain")
        if occasion_of(word):
            found = (*found, "occasion ends")
        self[word] = found
        return found


@cache
def _army() -> str:
    words = lexicon()
    return words.things[min(words.lists["whose armies"] & words.things.keys())]


@lru_cache(maxsize=_REMEMBERED)
def _thing(low: str) -> str:
    words = lexicon()
    if found := words.things.get(low):
        return found
    return next((name for end, name in words.ends if low.endswith(end)), "") or stem(low)


@lru_cache(maxsize=_REMEMBERED)
def occasion_of(word: str) -> str:
    """The occasion that a compound tells by its end, empty where it tells none."""
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
    "period", "suffers", "gets", "presence",
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


def _pieces(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What stands in each word for a thing that has a plain case: `militair` in `militairen`."""
    every = {
        word
        for name in data["plain"]
        for word in (*data["things"][name], *data["ends"].get(name, ()))
    }
    return tuple(sorted(word for word in every if not any(word != o and o in word for o in every)))


def _owning(name: str) -> tuple[str, ...]:
    """A name as it stands before what it has: `KIMS soldaten`, `NOORD-KOREA'S leger`."""
    return (f"{name}'s", f"{name}’s") if name[-1] in "aiouy" else (f"{name}s",)


def _regions() -> dict[str, str]:
    """The country of each region that is known to be one: `Noord-Kivu`."""
    rows = (line.split("|") for line in words("regions"))
    return {name.strip(): of.strip() for of, names in rows for name in names.split(",")}


def _countries() -> tuple[dict[str, str], dict[str, str], dict[str, str], frozenset[str]]:
    """Adjectives, peoples and names of states, each with the country; and the capitals alone."""
    adjectives: dict[str, str] = {}
    peoples: dict[str, str] = {}
    states: dict[str, str] = {}
    seats: set[str] = set()
    heads = table("things")["whose"]["heads"]
    leaders = table("things")["whose"]["leaders"]
    for line in words("countries"):
        names, capitals, forms, people = (
            [item.strip() for item in part.split(",") if item.strip()] for part in line.split("|")
        )
        states |= {name: names[0] for name in names + capitals}
        seats.update(capitals)
        states |= {head: names[0] for head, name in heads.items() if name == names[0]}
        states |= {one: names[0] for one, name in leaders.items() if name == names[0]}
        adjectives |= {form + end: names[0] for form in forms for end in ("", "e")}
        adjectives |= {
            own: names[0] for name, of in states.items() if of == names[0] for own in _owning(name)
        }
        peoples |= {name: names[0] for name in people}
    return adjectives, peoples, states, frozenset(seats)
