"""What each package says of names, for lists.py."""

from __future__ import annotations

import importlib
import itertools
import json
import pkgutil
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from automaton import entries

# Antwerpen, 's-Gravenhage, d'Angelo, São Paulo, Łódź: Latin letters, the first a capital.
NAME = re.compile(r"(?:['’][a-z]+[- ])?(?:['’]|[a-z]['’])?[A-ZÀ-ÖØ-ÞĀ-ɏ][-'’. A-Za-zÀ-ɏ]+")
# ziekenhuis, zo'n, 's, vice-voorzitter, geïnd
WORD = re.compile(r"'?[a-zß-öø-ÿœ]+(?:['-][a-zß-öø-ÿœ]+)*")
# Amsterdammer, Belgen, Zwollenaar, Zwollenaren, Texaan, Texanen, Aziaat, Portugees, Portugezen
PEOPLE = re.compile(
    r"(?:(?:Noord|Zuid|Oost|West)-)?[^-']+(?:er|ers|aar|aren|aars|aan|anen|iër|iërs|ees|ezen|aat|aten"
    r"|oot|oten|iet|ieten|ier|iers|ijn|ijnen|een|enen|ling|lingen|[^s]en)"
)
# Word groups that may be a person's name: Élodie Marchal, Joop ten Have
PHRASE = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Z][a-z]+)?(?: [a-z]{2,3}){0,2} [A-ZÀ-ÖØ-ÞĀ-ſ][-'’A-Za-zÀ-ɏ]+"
)
# What such a noun has behind the place without its last letter: Amsterda-mmer, Zwoll-enaren.
ENDING = re.compile(r"[a-zë]{0,2}(?:ers?|iërs?|aars?|n?aren|aan|anen|ees|ezen|oten?|e?en)|aat|aten")
# Antwerps, Antwerpse, Belgisch, West-Vlaams
ADJECTIVE = re.compile(r"(?:(?:Noord|Zuid|Oost|West|Midden|Centraal)-)?[^-']+(?:s|se|sch|sche)")

CLASSES = {
    "ENM:LOC:PTS": "place",
    "ENM:LOC:RGN": "region",
    "ENM:LOC:EIL": "region",
    "ENM:LOC:LND": "state",
    "ENM:ORG": "organisation",
    "ENM:PRD": "product",
    "ENM:FSD": "feast",
    "ENM:PER:FST": "first",
    "ENM:PER:LST:NIX": "surname",
    "ENM:PER:LST": "news",
}
# The dictionary gives each form a letter for how often it is used, A the least.
SEEN, USUAL = "C", "I"
# Parts of the world that Babel lists by a code of their own, but that are no state of their own.
PARTS = (
    "AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EH EU EZ FK FO GF GG GI GL GP GS GU"
    " HK HM IC IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK UM UN"
    " VG VI WF XA XB YT ZZ"
)
# Lists of faker that are longer than what is in use.
ODD = ("is_IS", "ga_IE")
# Letters that Dutch papers print; names with others stand without their marks.
PRINTED = re.compile(r"[ -~À-ÿœŒĂăĆćČčĐđĞğıŁłŃńŘřŚśŞşŠšŻżŽž’]+")
NEAR = ("NL", "BE", "LU", "SR", "CW", "AW", "BQ", "SX")
FAR = 15_000
CITY = 100_000


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary of Dutch: how often a form is used, A to Z; names by class; lower-case words."""

    often: dict[str, str]
    classes: defaultdict[str, set[str]]
    lower: set[str]

    def use(self, form: str) -> str:
        """How often a form is used, A to Z."""
        return self.often.get(form, "A")

    def has_word(self, name: str) -> bool:
        """Whether a name is also a word in lower case."""
        return decapital(name) != name and decapital(name) in self.lower

    def is_rather_word(self, name: str) -> bool:
        """Whether the word in lower case is used at least as much as the name."""
        return self.has_word(name) and self.use(decapital(name)) >= self.use(name)


@dataclass(frozen=True, slots=True)
class People:
    """First names and surnames of the world, and those of the Netherlands and Belgium apart."""

    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    first_near: set[str] = field(default_factory=set)
    last_near: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Towns:
    """Towns with the number of people there, those of nearby, and towns by their other names."""

    sizes: dict[str, int]
    near: set[str]
    others: dict[str, int]


def decapital(name: str) -> str:
    """A name with a small first letter."""
    return name[:1].lower() + name[1:]


def dictionary(folder: Path) -> Dictionary:
    """The forms and classes of the Dutch dictionary in a folder."""
    often = frequencies(entries((folder / "spelling" / "nl_NL.dict").read_bytes()))
    tagged = (
        entry.decode().split("~")[::2]
        for entry in entries((folder / "dictionaries" / "dutch.dict").read_bytes())
    )
    added = (
        line.split("\t")[::2]
        for line in (folder / "words" / "added.txt").read_text(encoding="utf-8").splitlines()
        if line.count("\t") == 2
    )
    classes, lower = classified(itertools.chain(tagged, added), often)
    lower.update(form for form, use in often.items() if use >= USUAL and WORD.fullmatch(form))
    for file in ("words/multiwords.txt", "spelling/ignore.txt", "../core/spelling_global.txt"):
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        classes["phrase"].update(line for line in lines if PHRASE.fullmatch(line))
    return Dictionary(often, classes, lower)


def frequencies(packed: Iterable[bytes]) -> dict[str, str]:
    """How often each form is used, from entries `form~letter`: the most of it."""
    often: dict[str, str] = {}
    for entry in packed:
        form, _, letter = entry.decode().rpartition("~")
        if len(letter) == 1 and letter > often.get(form, ""):
            often[form] = letter
    return often


def classified(
    tagged: Iterable[list[str]], often: dict[str, str]
) -> tuple[defaultdict[str, set[str]], set[str]]:
    """Names by class, and the words in lower case that are seen at all, from forms with a tag."""
    classes: defaultdict[str, set[str]] = defaultdict(set)
    lower: set[str] = set()
    nouns: set[str] = set()
    for form, tag in tagged:
        if form[:1].islower():
            if often.get(form, "A") >= SEEN and not tag.startswith("ENM") and WORD.fullmatch(form):
                lower.add(form)
        elif not NAME.fullmatch(form):
            continue
        elif tag in CLASSES:
            classes[CLASSES[tag]].add(form)
        elif tag.startswith("ENM:PER:LST:"):
            classes["particle"].add(form)
        elif tag.startswith("BNW:STL") and ADJECTIVE.fullmatch(form):
            classes["adjective"].add(form)
        elif tag in ("ZNW:EKV:DE_", "ZNW:MRV:DE_") and PEOPLE.fullmatch(form):
            nouns.add(form)
    homes = {place[:-1] for place in classes["place"] | classes["region"] | classes["state"]}
    persons = classes["surname"] | classes["news"] | classes["first"]
    classes["people"] = {
        noun
        for noun in nouns
        if _comes_from(noun, homes) or not (noun in persons or _is_compound(noun, lower))
    }
    return classes, lower


def _comes_from(noun: str, homes: set[str]) -> bool:
    """Whether a noun is a place and an ending: `Amsterdammer`, `Zwollenaren`, `Sloveen`."""
    return any(noun[:at] in homes and ENDING.fullmatch(noun, at) for at in range(3, len(noun) - 1))


def _is_compound(noun: str, lower: set[str]) -> bool:
    """Whether a noun with a capital ends in a word: `Ajaxsupporter`."""
    return any(noun[at:] in lower for at in range(2, len(noun) - 3))


def people() -> People:
    """The names in Latin letters from which a package makes up persons of many countries."""
    found = People()
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        own = [vars(kind) for kind in provider.__mro__ if kind.__module__ == provider.__module__]
        if module.name in ODD:
            continue
        first = {name for table in own for name in _names(table, "first_name")}
        last = {name for table in own for name in _names(table, "last_name")}
        found.first.update(first)
        found.last.update(last)
        if module.name in ("nl_NL", "nl_BE"):
            found.first_near.update(first)
            found.last_near.update(last)
    return found


def _names(table: Iterable[str], key: str) -> set[str]:
    names: set[str] = set()
    for attribute, value in dict(table).items():
        if key in attribute and isinstance(value, (list, tuple, dict)):
            names.update(name for name in value if isinstance(name, str) and NAME.fullmatch(name))
    return names


def _without_marks(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def territories() -> set[str]:
    """The countries of the world in Dutch."""
    names: dict[str, str] = importlib.import_module("babel").Locale("nl").territories
    return {name for code, name in names.items() if len(code) == 2 and code not in PARTS}


def towns(folder: Path) -> Towns:
    """Every town of the countries where Dutch is at home, and the larger ones of the world."""
    found = Towns({}, set(), {})
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    for city in cities.values():
        name, size = city["name"], city["population"]
        near = city["countrycode"] in NEAR
        if not NAME.fullmatch(name) or not (near or size >= (CITY if " " in name else FAR)):
            continue
        if not PRINTED.fullmatch(name):
            name = _without_marks(name)
        found.sizes[name] = max(size, found.sizes.get(name, 0))
        if near:
            found.near.add(name)
        for other in city["alternatenames"]:
            if NAME.fullmatch(other):
                found.others[other] = max(size, found.others.get(other, 0))
    return found
