"""What the words of a name itself tell of its type: lists, heads and tails, ends, capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.gazetteer import (
    BEHIND_PARTICLE,
    ORGANISATION,
    PLACE,
    REGION,
    SURNAME,
    WHOLE,
    gazetteer,
    is_adjective_of_place,
)
from tui.text.listed import ends, is_plain, listed
from tui.text.stretch import is_initial
from tui.text.weights import Clue, own, told, told_ends

_ACRONYM = re.compile(r"[A-ZÀ-Þ&]{2,7}|[A-Z]{1,4}\d{1,3}|[A-Z]{2,5}o?[a-z]?[A-Z]?")
_MIXED = re.compile(r"[A-ZÀ-Þ]\w*[a-z][A-ZÀ-Þ]\w*|\w*\d\w*")
_SCOTS = re.compile(r"(?:Mc|Mac|De|Di|La|Van|Fitz|O')[A-Z]\w+")
_ROMAN = re.compile(r"[IVX]{2,5}")
_REMEMBERED = 20_000


@lru_cache(maxsize=_REMEMBERED)
def inside(name: tuple[str, ...]) -> tuple[Clue, ...]:
    """The clues in the words of a name."""
    if len(name) > 1 and name[-1].isdigit():
        return (own("a channel", " ".join(name)),)
    found = _listed(name)
    if len(name) > 1 and found and gazetteer().get(" ".join(name)):
        return tuple(found)
    return tuple([*found, *(_single(name[0]) if len(name) == 1 else _several(name))])


def _listed(name: tuple[str, ...]) -> list[Clue]:
    text = " ".join(name)
    lists = gazetteer()
    known = lists.get(text)
    classes = lists.classes.get(text, "")
    if known and known.capital:
        return [own("a capital city", text)]
    if known:
        of_people = len(name) == 1 and (text in lists.first_names or lists.is_in(text, "FS"))
        if known.type == "place" and of_people:
            return [own("listed as a place, and also a name of people", text)]
        if known.type == "organisation" and "W" in classes:
            return [own("listed as an organisation, and also a plain word", text)]
        if known.type == "organisation" and len(name) == 1 and "S" in classes:
            return [own("listed as an organisation, and also a surname", text)]
        return [own(f"listed as {_A[known.type]}", text)]
    found = []
    for letters, rule in _CLASSES:
        usual = letters[0] in classes
        if letters == PLACE and len(name) == 1 and not set(classes).isdisjoint("FfSs"):
            usual = usual and "W" not in classes
            rule = f"{rule}, and also a name of people" if usual else rule
        if usual and letters == ORGANISATION and len(name) == 1 and SURNAME[0] in classes:
            rule = f"{rule}, and also a surname"
        if usual or letters[-1] in classes:
            found.append(own(rule if usual else f"perhaps {rule}", text))
    return found


_A = {
    "country": "a country",
    "organisation": "an organisation",
    "person": "a person",
    "place": "a place",
}
_CLASSES = (
    (PLACE, "in the list of places"),
    (REGION, "in the list of regions"),
    (ORGANISATION, "in the list of organisations"),
    (WHOLE, "in the list of whole names"),
)


def _single(word: str) -> list[Clue]:
    lists = gazetteer()
    classes = lists.classes.get(word, "")
    if is_acronym(word):
        return [own("an acronym", word)]
    found = [own("a single word" if classes else "a word of no list", word)]
    if _MIXED.fullmatch(word) and not _SCOTS.fullmatch(word) and "-" not in word:
        found.append(own("capitals or digits inside", word))
    if word in lists.first_names or "F" in classes:
        found.append(own("a first name", word))
    elif "f" in classes:
        found.append(own("perhaps a first name", word))
    if "S" in classes:
        found.append(own("a surname", word))
    elif "s" in classes:
        found.append(own("perhaps a surname", word))
    found += _ends(word)
    if is_plain(word) and not set(classes) & set("FSPRO"):
        found.append(own("a plain word with a capital", word))
    return found


def _ends(word: str) -> list[Clue]:
    lowered = word.lower()
    if lowered.rpartition("-")[2] in listed("compound_bodies") and "-" in word:
        return [own("a compound body", word)]
    if len(word) > 7 and lowered.endswith(ends("body_ends")):
        return [own("an end of bodies", word)]
    if len(word) > 6 and lowered.endswith(told_ends("street_ends")):
        surname = gazetteer().is_in(word, SURNAME[0])
        return [own("an end of places" if surname else "an end of streets", word)]
    unlisted = len(word) > 5 and not gazetteer().classes.get(word)
    if unlisted and lowered.endswith(told_ends("company_ends")):
        return [own("an end of companies", word)]
    if len(word) > 5 and lowered.endswith(ends("place_ends")):
        return [own("an end of places", word)]
    wind, dash, other = word.partition("-")
    if dash and (wind in told("winds") or other in told("winds")):
        return [own("a wind and a place", word)]
    if len(word) > 5 and lowered.endswith(told_ends("surname_ends")):
        return [own("an end of surnames", word)]
    return []


def in_business(name: tuple[str, ...]) -> tuple[Clue, ...]:
    """The clue that a name of no list is in an article about companies."""
    lists = gazetteer()
    text = name[0]
    if len(name) > 1 or lists.get(text) or lists.classes.get(text):
        return ()
    return (own("in business news", text),)


def is_acronym(word: str) -> bool:
    """Whether a word is made of initials: `CPB`, `SBOe`, `D66`."""
    return (
        len(word) > 1
        and _ACRONYM.fullmatch(word) is not None
        and sum(map(str.isupper, word)) * 2 > len(word)
    )


def _several(name: tuple[str, ...]) -> list[Clue]:
    lists = gazetteer()
    first, last = name[0], name[-1]
    found = _given(name) + _parts_of_bodies(name)
    capitals = [word for word in name if word[0].isupper()]
    small = [word for word in name if word.lower() in listed("surname_particles")]
    of_body = any(clue.weight[1] >= 2 for clue in found)
    if not of_body and small and (first.lower() != "het" or len(small) > 1):
        sure = first not in small or _is_surname(last)
        found.append(own("a particle of surnames" if sure else "perhaps a particle", small[0]))
    if len(capitals) > 1 and not of_body:
        if lists.is_in(last, SURNAME + (BEHIND_PARTICLE if small else "")):
            found.append(own("a surname at the end", last))
        elif last.lower().endswith(told_ends("surname_ends")) and not is_plain(last):
            found.append(own("an end of surnames", last))
        if "-" in last and last.rpartition("-")[2][:1].isupper():
            found.append(own("a surname with a hyphen", last))
    if len(capitals) > 3 and not small and not any(map(is_initial, name)):
        found.append(own("a long name", " ".join(name)))
    elif 2 <= len(capitals) <= 3:
        found.append(own("two or three words", " ".join(name)))
    if first in listed("place_heads") and first not in lists.first_names:
        found.append(own("the head of a place", first))
    if last.lower() in told("place_tails"):
        found.append(own("the tail of a place", last))
    elif len(last) > 6 and last.lower().endswith(told_ends("street_ends")):
        found.append(own("an end of streets", last))
    if all(is_plain(word) for word in capitals) and not _given(name):
        found.append(own("plain words with capitals", " ".join(name)))
    return found


def _given(name: tuple[str, ...]) -> list[Clue]:
    """What the words in front tell of a person: initials, first names."""
    lists = gazetteer()
    first = name[0]
    classes = lists.classes.get(first, "")
    initial = next((word for word in name if is_initial(word)), None)
    if initial and not (len(name) > 3 and initial != first):
        return [own("initials", initial)]
    hyphened = first.partition("-")[0]
    if first in lists.first_names or "F" in classes or hyphened in lists.first_names:
        clash = lists.get(first) is not None or "W" in classes
        return [
            own(
                "perhaps a first name, then a name" if clash else "a first name, then a name", first
            )
        ]
    if "f" in classes:
        return [own("perhaps a first name, then a name", first)]
    return []


def _is_surname(word: str) -> bool:
    """Whether a word is a surname by itself or behind a particle, and no plain word."""
    lists = gazetteer()
    return lists.is_in(word, SURNAME[0]) or (
        lists.is_in(word, BEHIND_PARTICLE) and not is_plain(word)
    )


def _parts_of_bodies(name: tuple[str, ...]) -> list[Clue]:
    found = []
    first, last = name[0], name[-1]
    if first in listed("club_names"):
        found.append(own("a name of clubs", first))
    elif first in listed("body_heads") or (
        len(first) > 7 and first.lower().endswith(ends("body_ends"))
    ):
        found.append(own("the head of a body", first))
    elif len(name) > 2 and name[1] in listed("body_heads") and name[2].islower():
        found.append(own("the head of a body", name[1]))
    elif is_adjective_of_place(first):
        found.append(own("an adjective of place in it", first))
    elif first.lower() in listed("articles") and not _is_surname(last):
        surname = first == "De" and len(name) == 2 and not is_plain(last)
        rule = "De and no plain word" if surname else "an article with a capital"
        found.append(own(rule, first))
    if last.lower() in listed("body_tails"):
        found.append(own("the tail of a body", last))
    elif len(last) > 7 and last.lower().endswith(ends("body_ends")):
        found.append(own("an end of bodies", last))
    sign = next((word for word in name if word in listed("and_signs")), None)
    if sign or any("&" in word for word in name):
        found.append(own("an ampersand", " ".join(name)))
    short = next((w for w in name if is_acronym(w) and not _ROMAN.fullmatch(w)), None)
    if short and len(short) == 2 and short == first and not is_acronym(last):
        found.append(own("perhaps initials", short))
    elif short:
        found.append(own("an acronym in it", short))
    return found
