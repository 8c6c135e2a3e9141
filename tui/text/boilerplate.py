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


_OWN = "+"
"""What the name of a reason ends in while it stands for a reader's own patterns."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons in the order in which they count, each with its gate and a pattern of whole lines.

    A gate holds strings in lower case of which a line must have one; `ungated` matches whatever a
    pattern without a gate matches. Both only save time.
    """

    all: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
    ungated: re.Pattern[str]

    def of(self, text: str) -> str | None:
        """The first reason of which a pattern matches the whole line."""
        if len(text) > _LONGEST_LINE:
            return None
        plain = text.casefold()
        may = self.ungated.fullmatch(text) is not None
        for reason, gate, pattern in self.all:
            if not gate:
                if may and pattern.fullmatch(text):
                    return reason
                continue
            for word in gate:
                if word in plain:
                    if pattern.fullmatch(text):
                        return reason
                    break
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled patterns of one language."""

    edge: Reasons
    line: Reasons
    section: Reasons
    prefix: dict[str, re.Pattern[str]]
    suffix: dict[str, re.Pattern[str]]
    age: re.Pattern[str]
    age_alone: re.Pattern[str]
    read_also: re.Pattern[str]
    glued_age: re.Pattern[str]
    caption: re.Pattern[str]
    caption_opening: str
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
        edge=_reasons(data["edge"], data["gates"]),
        line=_reasons(data["line"], data["gates"]),
        section=_reasons(data["section"], data["gates"]),
        prefix={reason: _any(patterns, r"\s*") for reason, patterns in data["prefix"].items()},
        suffix={reason: _any(patterns, r"$") for reason, patterns in data["suffix"].items()},
        age=re.compile(rf"(?:{age})[.,]?", re.I),
        age_alone=re.compile(data["age"]["alone"], re.I),
        read_also=re.compile(data["read_also"]["opening"], re.I),
        glued_age=re.compile(rf"(?i:{age})(?=\s*[^\Wa-z\d_]|['‘\"])"),
        caption=_caption(**data["caption"]),
        caption_opening=data["caption"]["opening"],
        listings=tuple(re.compile(data["listing"][name]) for name in ("pattern", "alternative")),
        dump_date=re.compile(data["dump"]["date"], re.I),
        address=re.compile(rf"\b(?:{'|'.join(data['address']['words'])})\b", re.I),
        agencies=frozenset(data["dateline"]["agencies"]),
    )


def _with_rules(data: dict[str, Any], rules: tuple[Rule, ...]) -> dict[str, Any]:
    """The tables with a reader's own patterns first, each as a reason without a gate."""
    for rule in rules:
        own = {f"{rule.reason}{_OWN}": [rule.pattern]}
        if kept := data[rule.table].get(f"{rule.reason}{_OWN}"):
            own[f"{rule.reason}{_OWN}"] += kept
        data = {**data, rule.table: {**data[rule.table], **own}}
    return data


def _any(patterns: Iterable[str], tail: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")" + tail, re.I)


def _caption(opening: str, credit: str, not_a_name: list[str]) -> re.Pattern[str]:
    """A caption from its opening word to the names in its credit, inside a line."""
    name = rf"(?!(?:{opening}|{'|'.join(not_a_name)})\b)[^\W\d_a-z][^\s.!?]*"
    return re.compile(
        rf"(?<!\w)(?i:{opening}) (?:(?!(?i:{opening}) )[^{credit}]){{0,400}}{credit} ?"
        rf"[^\s.!?]+(?: ?[/|,] ?{name}|(?: [a-z]{{1,3}})? {name}){{0,5}}\.?"
    )


def _reasons(reasons: dict[str, list[str]], gates: dict[str, list[str]]) -> Reasons:
    own = [reason for reason in reasons if reason.endswith(_OWN)]
    order = [*own, *(reason for reason in reasons if reason not in own)]
    return Reasons(
        tuple(
            (name.removesuffix(_OWN), tuple(gates.get(name, ())), _any(reasons[name]))
            for name in order
        ),
        _any(pattern for name in order if name not in gates for pattern in reasons[name]),
    )


def reason_of(text: str, reasons: Reasons) -> str | None:
    """The first reason of which a pattern matches the whole line."""
    return reasons.of(text)


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
