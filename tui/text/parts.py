"""What the parts of a web page are by the names and elements around them (`markup.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tui.text.language import table

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN = re.compile(r"[-_\s:./]+")
_LONGEST_LINE = 60
_LONGEST_HEAD = 160
_LEAST_HUMP = 3
"""The letters of the shortest part that a capital sets apart: in a hash capitals say nothing."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The names and elements of the parts of a page, each with the reason to cut it."""

    names: dict[str, str]
    modifiers: frozenset[str]
    neutral: frozenset[str]
    areas: frozenset[str]
    small: frozenset[str]
    tags: dict[str, str]
    roles: dict[str, str]
    article: frozenset[str]
    wholes: frozenset[str]


@cache
def parts() -> Parts:
    """The data of `markup.toml`."""
    data = tomllib.loads((Path(__file__).parent / "markup.toml").read_text("utf-8"))
    return Parts(
        names={name: reason for reason, names in data["names"].items() for name in names},
        modifiers=frozenset(data["modifiers"]["openings"]),
        neutral=frozenset(data["modifiers"]["neutral"]),
        areas=frozenset(data["areas"]["reasons"]),
        small=frozenset(data["small"]["reasons"]),
        tags=data["tags"],
        roles=data["roles"],
        article=frozenset(data["article"]["names"]),
        wholes=frozenset(data["article"]["wholes"]),
    )


@lru_cache(maxsize=8192)
def plain_name(name: str) -> str:
    """A class or id in lower case, its parts set apart by hyphens: `relatedArticles`."""
    if name.islower():
        return name
    humps = _HUMP.split(name)
    if len(humps) > 1 and all(len(hump) >= _LEAST_HUMP for hump in humps):
        name = "-".join(humps)
    return name.lower()


@lru_cache(maxsize=8192)
def reason_of_name(name: str) -> str | None:
    """Why an element with this (plain) name is no article, None where the name says nothing."""
    known = parts()
    if name in known.names:
        return known.names[name]
    words = [word for word in _BETWEEN.split(name) if word]
    told = next((at for at, word in enumerate(words) if word in known.modifiers), len(words))
    words = _without(words[:told], known.neutral)
    for at, word in enumerate(words):
        pair = f"{word}-{words[at + 1]}" if at + 1 < len(words) else ""
        if reason := known.names.get(pair) or known.names.get(word):
            return reason
    return None


def is_reply(text: str) -> bool:
    """Whether a line is what stands under each text that a reader wrote: `Beantwoorden`."""
    return len(text) <= _LONGEST_LINE and _lines()["reply"].fullmatch(text) is not None


def opens_comments(text: str) -> bool:
    """Whether a line is the head over the comments, as only web pages have it."""
    return len(text) <= _LONGEST_HEAD and _lines()["comments"].fullmatch(text) is not None


def hangs_below(text: str, *, apart: bool) -> str | None:
    """Why a line below an article is page; what tells of its author counts in a box apart."""
    if len(text) <= _LONGEST_HEAD and _lines()["below"].fullmatch(text):
        return "page"
    return "author-bio" if apart and _lines()["bio"].fullmatch(text) else None


def opens_next(text: str) -> bool:
    """Whether a line is the head of a second article under the first."""
    return (
        len(text) <= _LONGEST_LINE and _lines()["next"].fullmatch(text.rstrip(" :»›>→")) is not None
    )


def is_advertisement(text: str) -> bool:
    """Whether a line is the label of an advertisement as only web pages have it."""
    return len(text) <= _LONGEST_LINE and _lines()["advertisement"].fullmatch(text) is not None


@cache
def _lines() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.I) for name, words in table("html").items()}


def _without(words: list[str], pairs: frozenset[str]) -> list[str]:
    """The words of a name without pairs of them that say nothing."""
    for at in range(len(words) - 1):
        if f"{words[at]}-{words[at + 1]}" in pairs:
            return words[:at] + words[at + 2 :]
    return words


@lru_cache(maxsize=8192)
def is_article_name(name: str) -> bool:
    """Whether a (plain) name says that the element holds the text of an article."""
    known = parts().article
    return name in known or any(
        f"-{name}-".replace("_", "-").find(f"-{part}-") >= 0 for part in known
    )


@lru_cache(maxsize=8192)
def reason_of_names(names: tuple[str, ...]) -> tuple[str | None, bool]:
    """The reason by the names around a block, innermost first, and whether it is a whole area."""
    known = parts()
    found: str | None = None
    for name in names:
        reason = reason_of_name(name)
        if reason in known.areas:
            return reason, True
        found = found or reason
    return found, False
