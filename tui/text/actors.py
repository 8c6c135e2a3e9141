"""The actors of a text: everyone who is named or described, once, with all their mentions."""

from __future__ import annotations

import re
from functools import cache

from tui.text.article import Actor, ActorType, Mention
from tui.text.bodies import Entity, add_described, add_ministries
from tui.text.gazetteer import gazetteer, is_adjective_of_place
from tui.text.language import table
from tui.text.names import Name, is_title, listed, names
from tui.text.sayings import is_form_of_saying

_BRACKETED = re.compile(r" \(([A-Z][A-Za-z&-]{1,11})\)")


_BODY_ENDS = (
    "stichting", "vereniging", "verzekeraars", "genootschap", "bank", "club", "orkest", "koor",
    "museum", "raad", "dienst", "centrale", "organisatie", "partij", "bond", "bedrijf", "groep",
    "fabriek", "instituut", "federatie", "unie",
)  # fmt: skip


def actors(
    text: str, sentences: list[tuple[int, int]], title: str | None = None
) -> tuple[Actor, ...]:
    """The actors in a body, in the order of their first mention; `title` lends known names."""
    found = names(text)
    entities: dict[str, Entity] = {}
    surnames = _surnames(found)
    capital_acts = _acting_capitals(found)
    for name in found:
        if _is_portfolio(name) or _is_work(name):
            continue
        known = gazetteer().get(name.text)
        role = _role(name)
        kind = _type(name, surnames, capital_acts)
        if known and (kind == known.type or known.capital):
            key = known.entity
        elif kind == "person":
            key = _full_name(name.text, surnames, entities)
        else:
            key = name.text
        entry = entities.setdefault(key, Entity(key, kind))
        entry.role = entry.role or (role if kind == "person" else None)
        entry.mentions.append(Mention(name.start, name.end, name.text))
    _join_abbreviations(text, entities)
    for entity in entities.values():
        entity.name = _longest(entity)
    add_ministries(text, entities)
    add_described(text, entities)
    ordered = sorted(entities.values(), key=lambda entity: entity.mentions[0].start)
    return tuple(
        Actor(e.name, e.type, e.role, e.described, tuple(sorted(e.mentions, key=lambda m: m.start)))
        for e in ordered
    )


def _is_portfolio(name: Name) -> bool:
    """Whether a name is the field of a minister: `minister Lavrov van BUITENLANDSE ZAKEN`."""
    if not name.before or any(word not in listed("portfolios") for word in name.words):
        return False
    lead = " ".join(name.before).lower()
    title = r"(?:ministers?|secretaris(?:sen)?|bewinds\w+)\b.* van(?: [\w,]+){0,3}$"
    return re.search(title, lead) is not None


def _is_work(name: Name) -> bool:
    """Whether the word before a name tells of a ship or a work: `de roman Max Havelaar`."""
    before = name.before[-1].lower() if name.before else ""
    return before in listed("works_before") or before.endswith(("schip", "boot", "roman", "film"))


def _longest(entity: Entity) -> str:
    """The fullest form in which an article names an entity."""
    if entity.described:
        return entity.name
    best = max(entity.mentions, key=lambda mention: len(mention.text)).text
    known = gazetteer().names.get(best)
    if known is None and best.endswith("s") and gazetteer().get(best):
        best = best[:-1].rstrip("'’")
    return best


def _surnames(found: list[Name]) -> dict[str, str]:
    """The full names of people by their surnames, of names that are surely a person's."""
    full: dict[str, str] = {}
    for name in found:
        if len(name.words) < 2 or gazetteer().get(name.text):
            continue
        if _is_person(name):
            for surname in _surname_forms(name.words):
                full.setdefault(surname, name.text)
    return full


def _surname_forms(parts: tuple[str, ...]) -> list[str]:
    """`Ursula von der Leyen` is called `Von der Leyen`, `von der Leyen` and `Leyen`."""
    forms = []
    for at in range(1, len(parts)):
        tail = parts[at:]
        forms.append(" ".join(tail))
        forms.append(" ".join((tail[0][:1].upper() + tail[0][1:], *tail[1:])))
    if parts[-1][:1].isupper() and parts[0][:1].isupper():
        forms.append(parts[0])
    return forms


def _full_name(text: str, surnames: dict[str, str], entities: dict[str, Entity]) -> str:
    if text in entities:
        return text
    bare = text[:-1].rstrip("'’") if text.endswith("s") else text
    return surnames.get(text) or surnames.get(bare) or text


def _is_person(name: Name) -> bool:
    if name.words[0] in gazetteer().first_names:
        return not _is_body(name)
    if _title_before(name):
        return True
    if (
        len(name.words[0]) == 1
        or re.fullmatch(r"[A-Z]\.?", name.words[-1])
        or name.words[-1] == "."
    ):
        return True
    if any(word.isupper() and len(word) > 1 for word in name.words):
        return False
    if _is_body(name) or _is_place(name) or _article_before(name):
        return False
    if any(word in listed("particles") - listed("surname_particles") for word in name.words):
        return False
    if not 2 <= len(name.words) <= 4 or any(gazetteer().get(word) for word in name.words):
        return False
    # No first name that we know: a particle of surnames tells, or that somebody speaks.
    return any(word in listed("surname_particles") for word in name.words) or _speaks(name)


def _speaks(name: Name) -> bool:
    """Whether a verb of saying stands next to a name."""
    beside = (*name.before[-1:], *name.after[:1])
    return any(is_form_of_saying(word.lower()) for word in beside)


def _type(name: Name, surnames: dict[str, str], capital_acts: set[str]) -> ActorType:
    known = gazetteer().get(name.text)
    if known and known.capital:
        return "country" if known.entity in capital_acts else "place"
    if known and not (known.type == "place" and _body_before(name)):
        return known.type
    if _title_before(name) and not _is_body(name):
        return "person"
    if _body_before(name) or _is_body(name):
        return "organisation"
    if name.text in surnames or name.text.removesuffix("s") in surnames:
        return "person"
    if name.words[0] in ("De", "Het") and len(name.words) > 1:
        return "organisation"  # `De Stentor`
    if _place_before(name) or _is_place(name):
        return "place"
    if _is_person(name):
        return "person"
    if name.text.isupper() and 2 <= len(name.text) <= 6:
        return "organisation"
    if _article_before(name):
        return "organisation"
    if (
        name.before
        and name.before[-1].lower() in listed("place_prepositions")
        and len(name.words) == 1
    ):
        return "place"
    if len(name.words) > 3:
        return "organisation"
    return "person" if name.words[0] in gazetteer().first_names else "organisation"


def _acting_capitals(found: list[Name]) -> set[str]:
    """Capitals that stand for their government: named at least once as somebody who acts."""
    acting = set()
    for name in found:
        known = gazetteer().get(name.text)
        if known and known.capital and _acts(name):
            acting.add(known.entity)
    return acting


def _acts(name: Name) -> bool:
    """Whether a city acts where it is named: `Seoul meldt`, `volgens Seoul`, `cijfers uit Kyiv`."""
    before = name.before[-1].lower() if name.before else ""
    after = name.after[0].lower() if name.after else ""
    if before in listed("places_before"):
        return False
    if after == ":" and name.initial:
        return True  # `Seoul: soldaten onderweg`
    if before in listed("acting_before"):
        return not (before == "uit" and name.before[-2:-1] in (("afkomstig",), ("komt",)))
    if before in listed("place_prepositions") | {"van", "vlak", "de", "het"}:
        return False
    if before in table("words")["verbs"]:
        return True  # `wil Pyongyang meer sturen`
    return after in table("words")["verbs"] or is_form_of_saying(after) or is_form_of_saying(before)


def _title_before(name: Name) -> bool:
    if not name.before:
        return False
    before = name.before[-1]
    if before in (",", "(") or not before[0].isalpha():
        return False
    return is_title(before) or _long_title(name) is not None


def _long_title(name: Name) -> int | None:
    """How many words before a name make a title with `van`: `minister van Buitenlandse Zaken`."""
    for size in range(3, min(6, len(name.before)) + 1):
        first, second = name.before[-size], name.before[-size + 1]
        if (
            is_title(first)
            and second in ("van", "voor")
            and all(
                word[0].isupper() or word in ("en", "van", "de")
                for word in name.before[-size + 2 :]
            )
        ):
            return size
    return None


def _role(name: Name) -> str | None:
    """The title before a name as printed, with its adjective: `Oekraïense president`."""
    if not _title_before(name):
        return None
    size = _long_title(name) or 1
    start = len(name.before) - size
    while start > 0 and is_adjective_of_place(name.before[start - 1]):
        start -= 1
    return " ".join(name.before[start:])


def _body_before(name: Name) -> bool:
    return bool(name.before) and (
        name.before[-1].lower() in listed("bodies_before")
        or name.before[-1]
        .lower()
        .endswith(("organisatie", "bedrijf", "bureau", "fabrikant", "dienst"))
    )


def _is_body(name: Name) -> bool:
    words = name.words
    if len(words) > 1 and words[0] in listed("body_heads"):
        return True
    last = words[-1].lower()
    if len(words) > 1 and last in listed("body_tails"):
        return True
    if len(words) > 1 and words[0].lower().endswith(_BODY_ENDS):
        return True
    return (
        len(words) == 1
        and len(last) > 8
        and last.endswith(("partij", "bank", "bond", "ziekenhuis", "groep", "fonds", "vereniging"))
    )


def _place_before(name: Name) -> bool:
    """`de stad Goes`, `de rivier de Tisza`, `op de Leie`."""
    if not name.before:
        return False
    if name.before[-1].lower() in listed("places_before"):
        return True
    if name.before[-1].lower() != "de" or len(name.before) < 2 or name.text.isupper():
        return False
    return name.before[-2].lower() in listed("places_before") | {"op", "aan", "langs", "over"}


def _is_place(name: Name) -> bool:
    words = name.words
    if (
        len(words) > 1
        and words[0] in listed("place_heads")
        and words[0] not in gazetteer().first_names
    ):
        return True
    last = words[-1].lower()
    preposition = bool(name.before) and name.before[-1].lower() in (
        listed("place_prepositions") | {"de", "het", "aan", "op"}
    )
    return preposition and len(last) > 4 and last.endswith(_place_ends())


@cache
def _place_ends() -> tuple[str, ...]:
    return tuple(table("actors")["place_ends"])


def _article_before(name: Name) -> bool:
    return bool(name.before) and name.before[-1].lower() in ("de", "het")


def _join_abbreviations(text: str, entities: dict[str, Entity]) -> None:
    """An abbreviation in brackets behind a name is the same entity: `Waterschap X (WX)`."""
    for entity in list(entities.values()):
        for mention in list(entity.mentions):
            match = _BRACKETED.match(text, mention.end)
            short = match[1] if match else None
            other = entities.get(short) if short else None
            if other is None or other is entity or entity.type == "person":
                continue
            initials = "".join(word[0] for word in re.findall(r"\w+", entity.name)).casefold()
            if other.name[:1].casefold() != initials[:1]:
                continue
            entity.mentions += other.mentions
            del entities[other.name]
            break
