"""Generated Dutch: a vocabulary with the spread of a real one, and sentences filled from it.

A few thousand stems give some eighty thousand nouns and a tail without end; which noun comes is
drawn by its rank, so that some stand in every tenth article and most in a few.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

_DATA = Path(__file__).with_name("dutch.toml")
_SLOT = re.compile(r"\{(\w+)\}")
_RARE = 0.04  # the share of nouns of three parts, most of which stand in one article alone
_FLAT = 20  # from this rank on the chance falls: no noun is in every article
_ONES = 1, 2, 5, 10, 50, 100, 500, 1000, 10_000


class Noun(NamedTuple):
    """A noun with its article, and its plural."""

    article: str
    one: str
    many: str


class Verb(NamedTuple):
    """The forms of a weak verb: `bouwen`, `bouwt`, `gebouwd`."""

    infinitive: str
    present: str
    participle: str


class Words(NamedTuple):
    """All lists of the data file; the nouns by rank."""

    left: tuple[str, ...]
    heads: tuple[Noun, ...]
    nouns: tuple[Noun, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[Verb, ...]
    places: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The vocabulary, the same in every process."""
    data = tomllib.loads(_DATA.read_text("utf-8"))
    order = Random(0)
    left = tuple(data["left"].split())
    heads = tuple(Noun(*entry.split()) for entry in _entries(data["heads"]))
    nouns = [compound(part, head) for part in left for head in heads]
    order.shuffle(nouns)
    places = [a + b for a in data["places_left"].split() for b in data["places_right"].split()]
    order.shuffle(places)
    lists = {name: _listed(value) for name, value in data.items()}
    lists["surnames"] = tuple(
        a + b for a in data["surname_left"].split() for b in data["surname_right"].split()
    )
    verbs = tuple(_verb(*entry.split()) for entry in _entries(data["verbs"]))
    adjectives = tuple(data["adjectives"].split())
    return Words(left, heads, tuple(nouns), adjectives, verbs, tuple(places), lists)


def compound(left: str, head: Noun) -> Noun:
    """`haven` and `bedrijf` as `havenbedrijf`, `politie` and `eenheid` as `politie-eenheid`."""
    joint = "-" if left[-1] in "aei" and head.one[0] in "aei" else ""
    return Noun(head.article, left + joint + head.one, left + joint + head.many)


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in re.split(r"[|\n]", text) if entry.strip()]


def _listed(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(_entries(value) if "|" in value else value.split())
    return tuple(value)


def _verb(infinitive: str, stem: str) -> Verb:
    bare = infinitive.removesuffix("en")
    dental = "t" if bare[-1] in "tkfschp" else "d"
    prefixed = stem.startswith(("ver", "be", "her", "ont"))
    begin = "" if prefixed else "ge"
    marked = {"e": "ë", "i": "ï"}.get(stem[0], stem[0]) + stem[1:]
    participle = begin + (marked if begin else stem) + ("" if stem[-1] in "dt" else dental)
    return Verb(infinitive, stem if stem.endswith("t") else stem + "t", participle)


def inflected(adjective: str) -> str:
    """`groot` as `grote`, `vol` as `volle`, `nieuw` as `nieuwe`, `verlaten` as it is."""
    if adjective.endswith("en"):
        return adjective
    if re.search(r"[^aeiou](aa|ee|oo|uu)[^aeiou]$", adjective):
        short = adjective[:-2] + adjective[-1]
        return _voiced(short) + "e"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouw]", adjective):
        return adjective + adjective[-1] + "e"
    return adjective + "e"


def _voiced(word: str) -> str:
    return word[:-1] + {"f": "v", "s": "z"}.get(word[-1], word[-1])


def number(rng: Random) -> str:
    """A count as newspapers print it: `1200`, `10.000`, `zeven`, `2,5 miljoen`."""
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(words().lists["numerals"])
    if kind < 0.26:
        return f"{rng.randint(11, 99) / 10:.1f}".replace(".", ",") + " miljoen"
    return printed(rng.randint(2, 99) * _ONES[int(rng.random() * len(_ONES))])


def printed(value: int) -> str:
    """`3000`, but `10.000`."""
    return str(value) if value < 10_000 else f"{value:,}".replace(",", ".")


def some_noun(rng: Random) -> Noun:
    """A noun, drawn by its rank; now and then one that hardly anybody has used before."""
    known = words()
    if rng.random() < _RARE:
        return compound(rng.choice(known.left), known.nouns[int(rng.random() * len(known.nouns))])
    return known.nouns[by_rank(rng, len(known.nouns))]


def by_rank(rng: Random, count: int) -> int:
    """A place in a list, by the law of Zipf and Mandelbrot: the chance falls with the rank."""
    return int(_FLAT * ((count + _FLAT) / _FLAT) ** rng.random() - _FLAT)


def surname(rng: Random) -> str:
    """`Van der Snoekstra`."""
    lists = words().lists
    return rng.choice(lists["surname_before"]) + rng.choice(lists["surnames"])


def capital(text: str) -> str:
    """The text with a capital at its first letter, also behind a quotation mark."""
    at = 1 if text[:1] in "\"'" else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


class Cast:
    """Who and what one story is about: it comes back to its own nouns, people and places."""

    def __init__(self, rng: Random) -> None:
        known, lists = words(), words().lists
        self.rng = rng
        self.nouns = [some_noun(rng) for _ in range(7)]
        self.places = [known.places[by_rank(rng, len(known.places))] for _ in range(3)]
        self.countries = rng.sample(lists["countries"], 2)
        self.people = [f"{rng.choice(lists['first_names'])} {surname(rng)}" for _ in range(3)]
        self.named: set[str] = set()
        self.organisations: list[str] = []
        self.organisations = [self.fill(rng.choice(_templates("organisations"))) for _ in range(3)]

    def fill(self, template: Template, **given: str) -> str:
        """The template with a word in each of its slots; what is `given` stands first."""
        return "".join(
            part if slot is None else given.get(part) or slot(self) for part, slot in template
        )

    def noun(self) -> Noun:
        """One of the story's own nouns, or another."""
        rng = self.rng
        return rng.choice(self.nouns) if rng.random() < 0.6 else some_noun(rng)

    def person(self) -> str:
        """Somebody of the story: the whole name the first time, the surname after that."""
        name = self.rng.choice(self.people)
        if name in self.named:
            return name.split(" ", 1)[1]
        self.named.add(name)
        return name


Template = tuple[tuple[str, Callable[[Cast], str] | None], ...]


@cache
def _templates(name: str) -> tuple[Template, ...]:
    return tuple(_compiled(text) for text in words().lists[name])


def sentence(cast: Cast, kind: str, **given: str) -> str:
    """A sentence of a kind in the data file: `titles`, `leads`, `sentences`, `series`."""
    return capital(cast.fill(cast.rng.choice(_templates(kind)), **given))


def _compiled(text: str) -> Template:
    parts = _SLOT.split(text)
    return tuple(
        (part, _slot(part) if number % 2 else None) for number, part in enumerate(parts) if part
    )


def _slot(name: str) -> Callable[[Cast], str]:
    if name in _SLOTS:
        return _SLOTS[name]
    if (plain := _SLOTS.get(name.lower())) is not None:
        return lambda cast: capital(plain(cast))
    return lambda cast: name  # always given


def _one(name: str) -> Callable[[Cast], str]:
    def choose(cast: Cast) -> str:
        listed: Sequence[str] = words().lists[name]
        return cast.rng.choice(listed)

    return choose


def _definite(cast: Cast) -> str:
    noun = cast.noun()
    return f"{noun.article} {noun.one}"


def _money(cast: Cast) -> str:
    amount = number(cast.rng)
    return f"{amount} euro" if cast.rng.random() < 0.8 else f"{amount} dollar"


def _duration(cast: Cast) -> str:
    unit = cast.rng.choice(("dagen", "weken", "maanden", "jaar", "uur"))
    return f"{cast.rng.randint(2, 40)} {unit}"


_SLOTS: dict[str, Callable[[Cast], str]] = {
    "n": _definite,
    "k": lambda cast: cast.noun().one,
    "ns": lambda cast: cast.noun().many,
    "a": lambda cast: inflected(cast.rng.choice(words().adjectives)),
    "b": lambda cast: cast.rng.choice(words().adjectives),
    "vi": lambda cast: cast.rng.choice(words().verbs).infinitive,
    "vt": lambda cast: cast.rng.choice(words().verbs).present,
    "vd": lambda cast: cast.rng.choice(words().verbs).participle,
    "p": Cast.person,
    "pl": lambda cast: cast.rng.choice(cast.places),
    "org": lambda cast: cast.rng.choice(cast.organisations),
    "country": lambda cast: cast.rng.choice(cast.countries),
    "role": _one("roles"),
    "hedge": _one("hedges"),
    "num": lambda cast: number(cast.rng),
    "money": _money,
    "pct": lambda cast: f"{cast.rng.randint(2, 97)} procent",
    "duration": _duration,
    "age": lambda cast: str(cast.rng.randint(16, 94)),
    "day": _one("weekdays"),
    "date": lambda cast: f"{cast.rng.randint(1, 28)} {_one('months')(cast)}",
    "year": lambda cast: str(cast.rng.randint(1950, 2020)),
}


def vocabulary() -> int:
    """How many different nouns, verbs, adjectives and names there are, without the rare tail."""
    known = words()
    forms = {form for noun in known.nouns for form in (noun.one, noun.many)}
    forms.update(form for verb in known.verbs for form in verb)
    forms.update(*((word, inflected(word)) for word in known.adjectives), known.places)
    return len(forms.union(known.lists["surnames"], known.lists["first_names"]))
