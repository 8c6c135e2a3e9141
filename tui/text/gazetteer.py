"""What is known of names beforehand: countries, places, organisations, first names, adjectives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.text.article import ActorType
from tui.text.language import table, words


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the lists: its entity by the main name, its type, whether it is a capital city."""

    entity: str
    type: ActorType
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The lists of one language. `longest` is the most words that a listed name has."""

    names: dict[str, Known]
    first_names: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    longest: int

    def get(self, name: str) -> Known | None:
        """What is known of a name, also with the s of possession: `Ruslands`."""
        found = self.names.get(name)
        if name in self.adjectives:
            return found  # `Nederlands` is a language, not what belongs to the country
        if found is None and name.endswith("s") and len(name) > 4:
            found = self.names.get(name[:-1].rstrip("'’"))
        return found


@cache
def gazetteer() -> Gazetteer:
    """The lists, read once."""
    names: dict[str, Known] = {}
    adjectives: set[str] = set()
    peoples = set(table("actors")["peoples"])
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
            if known is None or known.type == "organisation":
                names[name] = Known(aliases[0], "organisation")
    names = {
        name: known
        for name, known in names.items()
        if name not in peoples or known.type == "country"
    }
    first_names = frozenset(name for line in words("first_names") for name in line.split())
    longest = max(len(name.split()) for name in names)
    return Gazetteer(names, first_names, frozenset(adjectives), frozenset(peoples), longest)


def _items(part: str) -> list[str]:
    return [item.strip() for item in part.split(",") if item.strip()]


def is_adjective_of_place(word: str) -> bool:
    """Whether a word with a capital is an adjective of a country or a town: `Rotterdamse`."""
    lists = gazetteer()
    if word in lists.adjectives:
        return True
    if word in lists.names or word in lists.first_names:
        return False
    return len(word) > 4 and word.endswith(("se", "sche", "schen")) and word[0].isupper()
