"""Stretches of text that name somebody or something, by their capitals and the lists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tui.text.boilerplate import dateline
from tui.text.gazetteer import gazetteer, is_adjective_of_place
from tui.text.language import table
from tui.text.sentences import abbreviations

_WORD = re.compile(r"['’][tsn](?!\w)|[^\W_]+(?:[-'’&*][^\W_]+)*(?:\.(?=\S))?|[^\w\s]")
_ROAD = re.compile(r"[A-Z]{1,2}\d{1,4}")
"""`A58`, `E19`: roads and codes."""
_OPENERS = frozenset('.!?:;"“”„‘«»(•–—-…')

_LONGEST_NAME = 16
"""The most words and full stops in a name; a longer row of capitals is cut into several."""


class Word(NamedTuple):
    """A word or sign with its place; `initial` where a sentence or a quotation opens with it."""

    text: str
    start: int
    end: int
    initial: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that names; `before` are the words in front of it, nearest last."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    initial: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of `nl/actors.toml` as a set."""
    return frozenset(table("actors")[name])


@cache
def _closed() -> frozenset[str]:
    data = table("words")
    return frozenset(data["function"]) | frozenset(data["verbs"]) | frozenset(data["adverbs"])


def names(text: str) -> list[Name]:
    """The names in a text, in order. The dateline of a paragraph holds none."""
    paragraphs = [_words(match) for match in re.finditer(r"[^\n]+", text)]
    inner: Counter[str] = Counter()
    lower: set[str] = set()
    for paragraph in paragraphs:
        for word in paragraph:
            if word.text[0].isupper() and not word.initial:
                inner[word.text] += 1
            elif word.text[0].islower():
                lower.add(word.text)
    found: list[Name] = []
    for paragraph in paragraphs:
        at = 0
        while at < len(paragraph):
            end = _end(paragraph, at, inner, lower)
            if end > at:
                found.append(_name(paragraph, at, end, text))
            at = max(end, at + 1)
    return found


def _words(match: re.Match[str]) -> list[Word]:
    paragraph = match.group()
    lead = dateline(paragraph)
    skip = lead[1] if lead else 0
    words: list[Word] = []
    initial = True
    for token in _WORD.finditer(paragraph, skip):
        word = token.group().rstrip(".") if len(token.group()) > 2 else token.group()
        start = match.start() + token.start()
        words.append(Word(word, start, start + len(word), initial))
        abbreviated = word == "." and words[-2:-1] and _is_short(words[-2].text)
        outside = not paragraph[max(0, token.start() - 1) : token.start()].isalnum()
        opens = word in _OPENERS or (word == "'" and outside)
        initial = opens and not abbreviated
    return words


def _is_short(word: str) -> bool:
    """Whether a full stop behind a word ends no sentence: an initial or `dr`, `mr`."""
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations()


def _name(paragraph: list[Word], at: int, end: int, text: str) -> Name:
    start, stop = paragraph[at].start, paragraph[end - 1].end
    return Name(
        start,
        stop,
        text[start:stop],
        tuple(word.text for word in paragraph[at:end]),
        paragraph[at].initial,
        tuple(word.text for word in paragraph[max(0, at - 6) : at]),
        tuple(word.text for word in paragraph[end : end + 4]),
    )


def _end(paragraph: list[Word], at: int, inner: Counter[str], lower: set[str]) -> int:
    """The index after the name that begins at a word; `at` itself where none does."""
    word = paragraph[at]
    if word.text[0].islower() and "'" not in word.text:
        return at
    known_end = _known_end(paragraph, at)
    if not _opens(paragraph, at, inner, lower, known_end):
        return at
    end = _run_end(paragraph, at)
    if known_end >= end:
        return known_end
    if end > at + 1 and _is_portfolio(paragraph, at):
        return at  # `minister van DEFENSIE Lloyd Austin`: the name begins behind the field
    if known_end > at and _is_settled(paragraph, at, known_end):
        return known_end
    if end == at + 1 and word.text in listed("no_names"):
        return at
    return end


def _is_portfolio(paragraph: list[Word], at: int) -> bool:
    """Whether a word is the field of a minister: `minister van Buitenlandse ZAKEN`."""
    place = at
    first = max(0, at - _LONGEST_NAME)
    while place > first and (
        paragraph[place].text in listed("portfolios") or paragraph[place].text in ("en", ",")
    ):
        place -= 1
    return (
        place < at
        and paragraph[place].text in ("van", "voor")
        and place > 0
        and (
            paragraph[at].text in listed("portfolios")
            and re.search(r"minister|secretaris|bewinds", paragraph[place - 1].text.lower())
            is not None
        )
    )


def _known_end(paragraph: list[Word], at: int) -> int:
    """The index after the longest listed name that begins at a word, or `at`."""
    lists = gazetteer()
    if paragraph[at].text not in _first_words() and not lists.get(paragraph[at].text):
        return at
    for size in range(min(lists.longest, len(paragraph) - at), 0, -1):
        text = " ".join(word.text for word in paragraph[at : at + size])
        if size > 1 and text in lists.names:
            return at + size
        if size == 1 and lists.get(text):
            return at + 1
    return at


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in gazetteer().names)


def _is_settled(paragraph: list[Word], at: int, end: int) -> bool:
    """Whether a listed name stands by itself and opens no longer one (`Amsterdam Museum`)."""
    lists = gazetteer()
    known = lists.get(" ".join(word.text for word in paragraph[at:end]))
    following = paragraph[end].text if end < len(paragraph) else ""
    if not following[:1].isupper() or known is None:
        return True
    return known.type != "organisation" and following.lower() not in listed("body_tails")


def _opens(
    paragraph: list[Word], at: int, inner: Counter[str], lower: set[str], known_end: int
) -> bool:
    word = paragraph[at]
    text = word.text
    given = gazetteer().first_names
    if word.initial and at + 1 < len(paragraph) and text not in given and known_end == at:
        following = paragraph[at + 1].text
        if following in given and following not in gazetteer().names:
            return False  # `Kleurmaker Jan Boone`: the name begins with the next word
    if "'" in text[1:3] and at and paragraph[at - 1].text.lower() in listed("bodies_before"):
        return True
    if text[0].isdigit() and known_end > at:
        return True
    if not text[0].isupper() or not _is_name_shaped(paragraph, at):
        return False
    if _ROAD.fullmatch(text) and known_end == at:
        return False
    if is_adjective_of_place(text) and known_end == at:
        return not word.initial and _names_with_adjective(paragraph, at + 1)
    if text in gazetteer().peoples and not (known_end > at + 1 or _names_country(text)):
        return False
    if not word.initial:
        return True
    if known_end > at and (known_end > at + 1 or text.lower() not in lower or len(text) > 3):
        return True
    if text.lower() in _closed() or text.lower() in listed("titles"):
        return False
    if text.lower() in listed("bodies_before") and text not in listed("body_heads"):
        return False
    if text in listed("body_heads") or text in gazetteer().first_names:
        return (
            at + 1 < len(paragraph)
            and (
                paragraph[at + 1].text[0].isupper() or paragraph[at + 1].text in listed("particles")
            )
        ) or inner[text] > 0
    following = paragraph[at + 1].text if at + 1 < len(paragraph) else ""
    if following[:1].isupper() and following not in gazetteer().peoples:
        return (
            text.lower() not in lower
            and not is_adjective_of_place(following)
            and not _is_function_word(text)
        )
    return inner[text] > 0 and text.lower() not in lower


def _names_with_adjective(paragraph: list[Word], at: int) -> bool:
    """Whether an adjective of place opens a name: `Axelse Dam`, `Rotterdamse Schouwburg`."""
    if at >= len(paragraph) or not paragraph[at].text[0].isupper() or paragraph[at].initial:
        return False
    tail = paragraph[at].text.lower()
    ends = listed("place_ends") | listed("body_tails")
    return tail in ends and not gazetteer().get(paragraph[at].text)


def _names_country(text: str) -> bool:
    """`Polen` names the country as well as the people: it is taken for the country."""
    known = gazetteer().get(text)
    return known is not None and known.type == "country"


def _is_name_shaped(paragraph: list[Word], at: int) -> bool:
    """Whether a word is no compound such as `EU-parlement` or `NAVO-chef`."""
    text = paragraph[at].text
    if text in gazetteer().names:
        return True
    head, dash, tail = text.rpartition("-")
    if not dash:
        return len(text) > 1 or (at + 1 < len(paragraph) and paragraph[at + 1].text == ".")
    if tail[:1].isupper() or not tail[:1].isalpha():
        return True
    before = paragraph[at - 1].text if at else ""
    return before[:1].isupper() and not head.isupper() and len(tail) <= 6


@cache
def _title_ends() -> tuple[str, ...]:
    titles = (title for title in table("actors")["titles"] if len(title) > 3)
    return (*table("actors")["title_ends"], *titles)


def is_title(word: str) -> bool:
    """Whether a word is a title or function of a person, also in a compound: `buschauffeur`."""
    lowered = word.lower()
    return (
        word in listed("titles")
        or lowered in listed("titles")
        or (len(lowered) > 6 and lowered.endswith(_title_ends()))
    )


def _is_function_word(text: str) -> bool:
    lowered = text.lower()
    return (
        is_title(text) or lowered in listed("bodies_before") or lowered in listed("places_before")
    )


def _run_end(paragraph: list[Word], at: int) -> int:
    """The index after the words with capitals from `at` on, with the small words between them."""
    end = at + 1
    before = paragraph[at - 1].text.lower() if at else ""
    is_body = paragraph[at].text in listed("body_heads") or before in listed("bodies_before")
    limit = min(len(paragraph), at + _LONGEST_NAME)
    while end < limit:
        text = paragraph[end].text
        if text == "." and len(paragraph[end - 1].text) == 1:
            end += 1
            continue
        if text[0].isupper() and not paragraph[end].initial and _is_name_shaped(paragraph, end):
            if text in gazetteer().peoples:
                break
            end += 1
            continue
        after = _past_particles(
            paragraph, end, is_body or _may_take_surname(paragraph, at, end), is_body
        )
        if after == end:
            break
        end = after
    while end > at + 1 and (
        paragraph[end - 1].text == "." and (len(paragraph[end - 2].text) > 1 or end == at + 2)
    ):
        end -= 1
    return end


def _may_take_surname(paragraph: list[Word], at: int, end: int) -> bool:
    """Whether a surname with a particle may follow: behind a first name or initials."""
    first = paragraph[at].text
    if end - at == 1:
        return first in gazetteer().first_names or not gazetteer().get(first)
    given = [word.text for word in paragraph[at:end] if word.text != "."]
    return all(word in gazetteer().first_names or len(word) == 1 for word in given)


def _past_particles(paragraph: list[Word], at: int, allowed: bool, is_body: bool) -> int:
    """The index after small words and the capital behind them; `at` where these do not fit."""
    if not allowed:
        return at
    particles = listed("particles") if is_body else listed("surname_particles")
    place = at
    while place < len(paragraph) and paragraph[place].text in particles and place - at < 3:
        place += 1
    if place == at or place >= len(paragraph):
        return at
    following = paragraph[place].text
    if not following[0].isupper() or not _is_name_shaped(paragraph, place):
        return at
    if is_adjective_of_place(following) and not is_body:
        return at
    first = paragraph[at - 1].text
    known = first in gazetteer().first_names or len(first) == 1 or first == "."
    if not is_body and not known and gazetteer().get(following):
        return at
    if (
        not is_body
        and place - at == 1
        and paragraph[at].text in ("op", "het", "de")
        and len(following) < 4
    ):
        return at
    return place + 1
