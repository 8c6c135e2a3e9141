"""Articles told by their actors and claims alone, and an engine that reads them so.

Dijk hersteld                                        the headline
2024-05-02                                           the day, or a blank line
person Jan de Wit (wethouder): De Wit                an actor, its role, its other names
Jan de Wit denied: Er zijn 12 dijken stuk.           a claim, by its speaker and stance
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, get_args

from tui.text.article import (
    Actor,
    ActorType,
    Article,
    Claim,
    Dateline,
    Figure,
    Mention,
    Piece,
    Stance,
)
from tui.text.guide import Guide
from tui.text.learnt import Seen
from tui.text.read import Reading

_ACTOR = re.compile(
    rf"(?P<type>{'|'.join(get_args(ActorType))}) (?P<name>[^(:]+?)"
    r"(?: \((?P<role>[^)]+)\))?(?:: (?P<forms>.+))?"
)
_CLAIM = re.compile(rf"(?P<speaker>.+?) (?P<stance>{'|'.join(get_args(Stance))}): (?P<text>.+)")


def article_of(text: str, path: str = "a.txt") -> Article:
    """The article of such a text."""
    title, published, *lines = text.lstrip("\n").split("\n")
    lines = [line for line in lines if line]
    body = "\n".join(lines)
    figures: list[Figure] = []
    actors, claims = [], []
    for line in lines:
        if told := _ACTOR.fullmatch(line):
            actors.append(_actor(told))
        elif said := _CLAIM.fullmatch(line):
            claims.append(_claim(said, body.index(line), figures))
        else:
            raise ValueError(f"neither an actor nor a claim: {line}")
    return Article(
        path=path,
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=title,
        dateline=Dateline(),
        published=published or None,
        published_from="text",
        language="nl",
        body=body,
        pieces=(Piece(0, len(body), "body", body, at=0),),
        related=(),
        figures=tuple(figures),
        actors=tuple(actors),
        claims=tuple(claims),
        dates=(),
    )


def reading(data: bytes, path: str, guide: Guide) -> Reading:
    """What the engine makes of a file with such a text."""
    return Reading(article_of(data.decode(), path), Seen((f"folder:{guide.folder}",), ()))


def _actor(told: re.Match[str]) -> Actor:
    names = [told["name"], *filter(None, (told["forms"] or "").split(", "))]
    mentions = tuple(Mention(0, len(name), name) for name in names)
    kind: Any = told["type"]
    return Actor(told["name"], kind, told["role"], told["name"][0].islower(), mentions)


def _claim(said: re.Match[str], at: int, figures: list[Figure]) -> Claim:
    start, end = said.span("text")
    nth = len(figures)
    figures += _figures(said["text"], at + start)
    stance: Any = said["stance"]
    return Claim(
        at + start,
        at + end,
        said["text"],
        said["speaker"],
        said["speaker"].split()[-1],
        None,
        "zei",
        "indirect",
        stance,
        tuple(range(nth, len(figures))),
    )


def _figures(text: str, at: int) -> Iterator[Figure]:
    for found in re.finditer(r"(\d+) (\w+)", text):
        number = found[1]
        yield Figure(
            at + found.start(1),
            at + found.end(1),
            number,
            float(number),
            None,
            None,
            "count",
            None,
            found[2],
            found[0],
            None,
        )
