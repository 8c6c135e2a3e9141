"""What a line of a page is by its words alone; the words are data (`nl/page.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tui.text.article import Dateline
from tui.text.guide import Rule
from tui.text.language import DEFAULT, table

_LONGEST_LINE = 500
_PLACES = r"[^\W\d_a-zß-öø-ÿ][^\Wa-zß-öø-ÿ]*(?:[ .'’-]+[^\Wa-zß-öø-ÿ]+)*\.?"
_PLACE = rf"(?:['’][stST][ -])?{_PLACES}"
_DATELINE = re.compile(
    rf"(?P<places>{_PLACE}(?: ?[/,] ?{_PLACE})*)"
    r"(?: \((?P<agencies>[A-Z][A-Za-z]+(?: ?[/,] ?[A-Z][A-Za-z]+)*)\))?"
    r" ?(?:[-–—]{1,2}|:(?= [A-Z])) (?=\S)"
)
"""`SEOUL/VLADIVOSTOK (ANP/RTR) - `, `DEN HAAG - `, `'s-HERTOGENBOSCH (ANP) – `."""
_SIGNED = re.compile(
    r"(?P<places>[^\W\d_][\w'’. -]{1,40}(?:/[^\W\d_][\w'’. -]{1,40})*)"
    r" \((?P<agencies>[A-Z]{2,}(?: ?/ ?[A-Z]{2,})*)\) ?(?:[-–—]{1,2}|:) (?=\S)"
)
"""`Amsterdam (ANP) - `: with an agency the place need not stand in capitals."""


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled patterns of one language."""

    edge: dict[str, re.Pattern[str]]
    line: dict[str, re.Pattern[str]]
    section: dict[str, re.Pattern[str]]
    prefix: dict[str, re.Pattern[str]]
    suffix: dict[str, re.Pattern[str]]
    age: re.Pattern[str]
    age_alone: re.Pattern[str]
    read_also: re.Pattern[str]
    glued_age: re.Pattern[str]
    caption: re.Pattern[str]
    listings: tuple[re.Pattern[str], ...]
    dump_date: re.Pattern[str]
    address: re.Pattern[str]
    agencies: frozenset[str]


@cache
def words(rules: tuple[Rule, ...] = (), language: str = DEFAULT) -> Words:
    """The patterns of a language with a reader's own before them, compiled once for each.

    Raises re.error for a bad pattern.
    """
    data = _with_rules(table("page", language), rules)
    age = data["age"]["pattern"]
    return Words(
        edge=_whole(data["edge"]),
        line=_whole(data["line"]),
        section=_whole(data["section"]),
        prefix={reason: _any(patterns, r"\s*") for reason, patterns in data["prefix"].items()},
        suffix={reason: _any(patterns, r"$") for reason, patterns in data["suffix"].items()},
        age=re.compile(rf"(?:{age})[.,]?", re.I),
        age_alone=re.compile(data["age"]["alone"], re.I),
        read_also=re.compile(data["read_also"]["opening"], re.I),
        glued_age=re.compile(rf"(?i:{age})(?=\s*[^\Wa-z\d_]|['‘\"])"),
        caption=_caption(**data["caption"]),
        listings=tuple(re.compile(data["listing"][name]) for name in ("pattern", "alternative")),
        dump_date=re.compile(data["dump"]["date"], re.I),
        address=re.compile(rf"\b(?:{'|'.join(data['address']['words'])})\b", re.I),
        agencies=frozenset(data["dateline"]["agencies"]),
    )


def _with_rules(data: dict[str, Any], rules: tuple[Rule, ...]) -> dict[str, Any]:
    own: dict[str, dict[str, list[str]]] = {"edge": {}, "line": {}, "section": {}}
    for rule in rules:
        own[rule.table].setdefault(rule.reason, []).append(rule.pattern)
    for name, reasons in own.items():
        for reason, patterns in data[name].items():
            reasons[reason] = [*reasons.get(reason, []), *patterns]
    return {**data, **own}


def _any(patterns: Iterable[str], tail: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")" + tail, re.I)


def _caption(opening: str, credit: str, not_a_name: list[str]) -> re.Pattern[str]:
    """A caption from its opening word to the names in its credit, inside a line."""
    name = rf"(?!(?:{opening}|{'|'.join(not_a_name)})\b)[^\W\d_a-z][^\s.!?]*"
    return re.compile(
        rf"(?<!\w)(?i:{opening}) (?:(?!(?i:{opening}) )[^{credit}]){{0,400}}{credit} ?"
        rf"[^\s.!?]+(?: ?[/|,] ?{name}|(?: [a-z]{{1,3}})? {name}){{0,5}}\.?"
    )


def _whole(reasons: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {reason: _any(patterns) for reason, patterns in reasons.items()}


def reason_of(text: str, table: dict[str, re.Pattern[str]]) -> str | None:
    """The first reason of the table of which a pattern matches the whole line."""
    if len(text) > _LONGEST_LINE:
        return None
    return next((reason for reason, pattern in table.items() if pattern.fullmatch(text)), None)


def is_age(text: str, *, alone: bool = True) -> bool:
    """Whether a line is the age of an item: `31 minuten geleden`; `alone` admits `gisteren`."""
    vocabulary = words()
    return bool(vocabulary.age.fullmatch(text) or (alone and vocabulary.age_alone.fullmatch(text)))


def read_also(text: str) -> str | None:
    """The title in a line such as `Lees ook: Kop van een ander bericht`; None for other lines."""
    match = words().read_also.match(text)
    return text[match.end() :].strip(" »›>→") or None if match else None


def dateline(text: str) -> tuple[Dateline, int] | None:
    """The dateline that opens the text, with the offset where the sentence after it begins."""
    match = _DATELINE.match(text) or _SIGNED.match(text)
    if not match:
        return None
    places = re.split(r" ?[/,] ?", match["places"].strip())
    agencies = re.split(r" ?[/,] ?", match["agencies"]) if match["agencies"] else []
    if not agencies and sum(map(len, places)) < 3:
        return None
    return Dateline(tuple(places), tuple(agencies)), match.end()


def is_prose(text: str) -> bool:
    """Whether the text reads as running sentences and not as a headline or a label."""
    if dateline(text):
        return True
    ended = text.rstrip(" \"'”’»)").endswith((".", "!", "?", "…"))
    count = len(text.split())
    return (ended and count >= 7 and not text.endswith("?")) or count > 28


def is_headline(text: str) -> bool:
    """Whether the text could be a headline: a line of some words without a full stop."""
    stripped = text.rstrip()
    return (
        len(stripped) <= 180
        and not dateline(stripped)
        and not stripped.endswith((".", ",", ";", ":"))
        and not is_prose(stripped)
        and any(char.isalpha() for char in stripped)
    )
