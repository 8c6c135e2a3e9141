"""What a line of a page is by its words alone; the words are data (`nl/page.toml`)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tui.text.article import Dateline
from tui.text.gates import gate
from tui.text.guide import Rule
from tui.text.language import DEFAULT, table
from tui.text.reasons import Pattern, Reasons, any_of

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


_FAR = 100
_SPACES = 20

_STORY = 180
_ASKED = 4096
"""How many answers about texts are kept: within one page the same is asked many times."""
_OWN = "+"
"""What the name of a reason ends in while it stands for a reader's own patterns."""


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled patterns of one language."""

    edge: Reasons
    line: Reasons
    section: Reasons
    end: Reasons
    page: Reasons
    glued: frozenset[str]
    prefix: dict[str, re.Pattern[str]]
    suffix: dict[str, re.Pattern[str]]
    age: re.Pattern[str]
    age_alone: re.Pattern[str]
    stamp: re.Pattern[str]
    read_also: re.Pattern[str]
    several: re.Pattern[str]
    title_mark: re.Pattern[str]
    title_quoted: re.Pattern[str]
    poll: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
    glued_age: re.Pattern[str]
    closing_age: re.Pattern[str]
    caption: re.Pattern[str]
    caption_opening: str
    caption_credit: str
    credit: re.Pattern[str]
    listings: tuple[re.Pattern[str], ...]
    dump_date: re.Pattern[str]
    verb: re.Pattern[str]
    address: re.Pattern[str]
    agencies: frozenset[str]
    function: frozenset[str]
    bio: re.Pattern[str]
    bio_work: re.Pattern[str]
    sure: re.Pattern[str]
    field: re.Pattern[str]
    field_title: re.Pattern[str]
    moment: re.Pattern[str]
    moment_label: re.Pattern[str]
    told: dict[str, Any] = dataclasses.field(default_factory=dict, compare=False)
    """What was told of lines by these patterns, kept by `units`."""


@cache
def words(rules: tuple[Rule, ...] = (), language: str = DEFAULT) -> Words:
    """The patterns of a language with a reader's own before them, compiled once for each.

    Raises re.error for a bad pattern.
    """
    data = _with_rules(table("page", language), rules)
    brief = data["brief"]["reasons"]
    age = data["age"]["pattern"]
    return Words(
        edge=Reasons(_patterns("edge", data["edge"]), brief),
        line=Reasons(_patterns("line", data["line"]), brief),
        section=Reasons(_patterns("section", data["section"]), brief),
        end=Reasons(_patterns("end", data["end"]), brief),
        page=Reasons(
            (
                pattern
                for where in ("section", "line", "edge")
                for pattern in _patterns(where, data[where])
            ),
            brief,
        ),
        glued=_glued(data),
        prefix={reason: any_of(patterns, r"\s*") for reason, patterns in data["prefix"].items()},
        suffix={reason: any_of(patterns, r"$") for reason, patterns in data["suffix"].items()},
        age=re.compile(rf"(?:{age})[.,]?", re.I),
        age_alone=re.compile(data["age"]["alone"], re.I),
        stamp=re.compile(data["age"]["stamp"], re.I),
        read_also=re.compile(data["read_also"]["opening"], re.I),
        several=re.compile(data["read_also"]["several"], re.I),
        title_mark=re.compile(data["read_also"]["mark"]),
        title_quoted=re.compile(data["read_also"]["quoted"]),
        poll=(
            re.compile(data["poll"]["opening"], re.I),
            re.compile(data["poll"]["answer"], re.I),
            re.compile(data["poll"]["closing"], re.I),
        ),
        glued_age=re.compile(rf"(?i:{age})(?=\s*[^\Wa-z\d_]|['‘\"])"),
        closing_age=re.compile(
            rf"(?:(?<=[\w.!?…’”'\")])[\s|·•–-]*(?:{age})|(?<=[.!?…])\s*(?:{data['age']['alone']}))[.]?$",
            re.I,
        ),
        caption=_caption(**data["caption"]),
        caption_opening=data["caption"]["opening"],
        caption_credit=data["caption"]["credit"],
        credit=re.compile(data["caption"]["alone"], re.I),
        listings=tuple(re.compile(data["listing"][name]) for name in ("pattern", "alternative")),
        verb=re.compile(data["headline"]["verb"]),
        dump_date=re.compile(data["dump"]["date"], re.I),
        address=re.compile(rf"\b(?:{'|'.join(data['address']['words'])})\b", re.I),
        agencies=frozenset(data["dateline"]["agencies"]),
        function=frozenset(table("words", language)["function"]),
        bio=re.compile(data["bio"]["verb"]),
        bio_work=re.compile(data["bio"]["work"], re.I),
        sure=re.compile(rf"(?:{data['sure']['pattern']}):?", re.I),
        field=re.compile(data["record"]["field"], re.I),
        field_title=re.compile(data["record"]["title"], re.I),
        moment=re.compile(data["stamped"]["moment"], re.I),
        moment_label=re.compile(data["stamped"]["label"], re.I),
    )


def _with_rules(data: dict[str, Any], rules: tuple[Rule, ...]) -> dict[str, Any]:
    """The tables with a reader's own patterns first, each as a reason without a gate."""
    for rule in rules:
        own = {f"{rule.reason}{_OWN}": [rule.pattern]}
        if kept := data[rule.table].get(f"{rule.reason}{_OWN}"):
            own[f"{rule.reason}{_OWN}"] += kept
        data = {**data, rule.table: {**data[rule.table], **own}}
    return data


def _caption(opening: str, credit: str, alone: str, not_a_name: list[str]) -> re.Pattern[str]:
    """A caption from its opening word to the names in its credit, inside a line."""
    name = rf"(?!(?:{opening}|{'|'.join(not_a_name)})\b)[^\W\d_a-z][^\s.!?]*"
    return re.compile(
        rf"(?<!\w)(?i:{opening}) (?:(?!(?i:{opening}) )[^{credit}]){{0,400}}{credit} ?"
        rf"[^\s.!?]+(?: ?[/|,] ?{name}|(?: [a-z]{{1,3}})? {name}){{0,5}}\.?"
    )


def _glued(data: dict[str, Any]) -> frozenset[str]:
    """How a line may begin that has a stamp or an age glued before it, as `opening` gives it."""
    patterns = [data["age"]["pattern"]]
    patterns += [pattern for prefix in data["prefix"].values() for pattern in prefix]
    found: set[str] = set()
    for pattern in patterns:
        found |= gate(pattern).openings or set()
    return frozenset(found)


def _patterns(where: str, reasons: dict[str, list[str]]) -> Iterable[Pattern]:
    own = [reason for reason in reasons if reason.endswith(_OWN)]
    for name in [*own, *(reason for reason in reasons if reason not in own)]:
        plain_name = name.removesuffix(_OWN)
        yield from (Pattern(where, plain_name, pattern) for pattern in reasons[name])


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


@lru_cache(maxsize=_ASKED)
def dateline(text: str) -> tuple[Dateline, int] | None:
    """The dateline that opens the text, with the offset where the sentence after it begins."""
    match = _DATELINE.match(text)
    if not match and " (" in text[:_FAR]:
        match = _SIGNED.match(text)
    if not match or text.isupper():
        return None
    if text[: match.end()].rstrip().endswith(":") and not _is_told(text):
        return None
    places = re.split(r" ?[/,] ?", match["places"].strip())
    agencies = re.split(r" ?[/,] ?", match["agencies"]) if match["agencies"] else []
    if not agencies and sum(map(len, places)) < 3:
        return None
    return Dateline(tuple(places), tuple(agencies)), match.end()


def _is_told(text: str) -> bool:
    """Whether a text reads as a story after `PLAATS:`, and not as a headline: `NS: Alles rijdt`."""
    return len(text) > _STORY or text.rstrip(" \"'”’»)").endswith((".", "!", "…"))


@lru_cache(maxsize=_ASKED)
def is_prose(text: str) -> bool:
    """Whether the text reads as running sentences and not as a headline or a label."""
    ended = text.rstrip(" \"'”’»)").endswith((".", "!", "?", "…"))
    if ended and text.count(" ") > _SPACES and not text.endswith("?"):
        return True
    if dateline(text):
        return True
    count = len(text.split())
    if text.endswith("?"):
        return count > 28 or (count >= 15 and ". " in text)
    return (ended and count >= 7) or count > 28


@lru_cache(maxsize=_ASKED)
def is_headline(text: str) -> bool:
    """Whether the text could be a headline: a line of some words without a full stop."""
    stripped = text.rstrip()
    return (
        len(stripped) <= 180
        and not stripped.endswith((".", ",", ";", ":"))
        and not is_prose(stripped)
        and any(map(str.isalpha, stripped))
    )
