"""What is known of names beforehand: countries, places, organisations, people, classes of names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from tui.text.article import ActorType
from tui.text.language import lines, table, words

_CLASSES = "lists/names"
"""A name, a tab, and the letters of the classes below; a capital marks a usual sense."""

FIRST, SURNAME, BEHIND_PARTICLE, WHOLE = "Ff", "Ss", "v", "N"
PLACE, REGION, ORGANISATION = "Pp", "R", "Oo"
ADJECTIVE, PEOPLE, WORK, FEAST, WORD = "A", "I", "D", "H", "Ww"
"""What the letters of a class are; `WORD` is a plain word in lower case as well."""

REMEMBERED = 50_000
"""So many words are remembered with what they are."""
_ADJECTIVE_ENDS = ("schen", "sche", "se")
_STEM_ENDS = ("", "en", "e", "a", "s", "o")
"""`Rotterdam-se`, `Antwerp(en)-se`, `Gorinch(em)-se`: what an adjective leaves of its town."""
_SHORTEST = 5


class Known(NamedTuple):
    """A name of the lists: its entity by the main name, its type, whether it is a capital city."""

    entity: str
    type: ActorType
    capital: bool = False


class Classes:
    """The large lists: lines in order of code points, found by halving.

    To cut them into a dictionary would take three times as long as to read the lines.
    """

    def __init__(self, rows: list[str]) -> None:
        self._rows = rows
        self._found: dict[str, str] = {}

    def get(self, name: str, default: str = "") -> str:
        """The letters of the classes that a name is in, or the default where it is in none."""
        found = self._found.get(name)
        if found is None:
            found = self._look(f"{name}\t")
            if len(self._found) < REMEMBERED:
                self._found[name] = found
        return found or default

    def __contains__(self, name: str) -> bool:
        return bool(self.get(name))

    def __getitem__(self, name: str) -> str:
        return self.get(name)

    def _look(self, key: str) -> str:
        at = bisect_left(self._rows, key)
        row = self._rows[at] if at < len(self._rows) else ""
        return row[len(key) :] if row.startswith(key) else ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lists of one language.

    `heads` tells of the first two words of listed names how many words such a name has at most;
    `classes` in which of the large lists a name stands, a letter for each.
    """

    names: dict[str, Known]
    first_names: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    heads: dict[str, int]
    classes: Classes

    def get(self, name: str) -> Known | None:
        """What is known of a name, also with the s of possession: `Ruslands`."""
        found = self.names.get(name)
        if found is None and len(name) > 4 and name[-1] == "s" and name not in self.adjectives:
            other = self.names.get(name[:-1].rstrip("'’"))
            return other if other and name not in self.classes else None
        return found

    def is_in(self, name: str, letters: str) -> bool:
        """Whether a name stands in one of the large lists under one of these letters."""
        classes = self.classes.get(name)
        return bool(classes) and any(letter in classes for letter in letters)


@cache
def gazetteer() -> Gazetteer:
    """The lists, read once."""
    names: dict[str, Known] = {}
    adjectives: set[str] = set()
    peoples = set(table("actors")["peoples"])
    described = frozenset(table("actors")["described"])
    for line in words("places"):
        names[line] = Known(line, "place")
    for line in words("countries"):
        country, capitals, forms, people = (_items(part) for part in line.split("|"))
        for name in country:
            names[name] = Known(country[0], "country")
        for name in capitals:
            names[name] = Known(name, "country", capital=True)
        adjectives.update(forms)
        adjectives.update(form + "e" for form in forms)
        peoples.update(people)
    for line in words("people"):
        aliases = [part.strip() for part in line.split("|")]
        names.update({name: Known(aliases[0], "person") for name in aliases})
    for line in words("organisations"):
        aliases = [part.strip() for part in line.split("|")]
        for name in aliases:
            known = names.get(name)
            if name.rpartition(" ")[2] in described:
                continue  # `het Russische leger` is described, not named
            if known is None or known.type == "organisation":
                names[name] = Known(aliases[0], "organisation")
    names = {
        name: known
        for name, known in names.items()
        if name not in peoples or known.type == "country"
    }
    heads: dict[str, int] = {}
    for name in names:
        if " " in name:
            size = 1 + name.count(" ")
            head = name if size == 2 else name[: name.index(" ", name.index(" ") + 1)]
            if heads.get(head, 0) < size:
                heads[head] = size
    first_names = frozenset(name for line in words("first_names") for name in line.split())
    return Gazetteer(
        names,
        first_names,
        frozenset(adjectives),
        frozenset(peoples),
        heads,
        Classes(lines(_CLASSES)),
    )


def _items(part: str) -> list[str]:
    return [item.strip() for item in part.split(",") if item.strip()]


@lru_cache(maxsize=REMEMBERED)
def is_adjective_of_place(word: str) -> bool:
    """Whether a word with a capital is an adjective of a country or a town: `Rotterdamse`."""
    lists = gazetteer()
    if word in lists.adjectives:
        return True
    if word in lists.names or word in lists.first_names:
        return False
    classes = lists.classes.get(word, "")
    if classes:
        return ADJECTIVE in classes
    if len(word) < _SHORTEST or not word.endswith(_ADJECTIVE_ENDS) or not word[0].isupper():
        return False
    last = word.rpartition("-")[2]
    if last != word:
        return last in lists.adjectives or ADJECTIVE in lists.classes.get(last, "")
    stem = next(word.removesuffix(end) for end in _ADJECTIVE_ENDS if word.endswith(end))
    return any(_is_named_place(stem + end) for end in _STEM_ENDS)


def _is_named_place(name: str) -> bool:
    lists = gazetteer()
    return name in lists.names or lists.is_in(name, PLACE + REGION)
