"""Why each figure, actor and claim of an article is what it is: the rules of the engine at work.

All of it is found once more in the body, with the rules noting what they do; so nothing of this is
kept in an article, and nothing is spent on it where nobody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from tui.text import actors, claims, figures
from tui.text.article import Actor, Article, Claim
from tui.text.grounds import Reason
from tui.text.sentences import sentences

Reasons = tuple[Reason, ...]
Found = TypeVar("Found")
_INDENT = 8


class Grounds(NamedTuple):
    """The reasons for all figures, actors and claims of an article, each in its order."""

    figures: list[Reasons]
    actors: list[Reasons]
    claims: list[Reasons]


def grounds(article: Article) -> Grounds:
    """The reasons for all that was found in an article; none for what is not found again."""
    body = article.body
    spans = sentences(body)
    days = [(day.start, day.end) for day in article.dates]
    return Grounds(
        _matched(article.figures, figures.explained(body, spans, days), _place),
        _matched(article.actors, actors.explained(body, spans, article.title), _actor),
        _matched(
            article.claims,
            claims.explained(body, spans, article.actors, article.figures),
            _claim,
        ),
    )


def _matched(
    found: Sequence[Found],
    again: Iterable[tuple[Found, Reasons]],
    key_of: Callable[[Found], object],
) -> list[Reasons]:
    known = {key_of(one): why for one, why in again}
    return [known.get(key_of(one), ()) for one in found]


def _place(found: Any) -> object:
    return found.start, found.end


def _actor(actor: Actor) -> object:
    return actor.name, actor.type


def _claim(claim: Claim) -> object:
    return claim.start, claim.end, claim.speaker


def as_lines(article: Article) -> dict[str, list[list[str]]]:
    """For the figures, actors and claims of an article the lines that explain each of them."""
    return {part: [lines(why) for why in every] for part, every in _parts(article)}


def as_objects(article: Article) -> dict[str, list[dict[str, list[dict[str, str]]]]]:
    """The same as objects for JSON."""
    return {part: [as_json(why) for why in every] for part, every in _parts(article)}


def _parts(article: Article) -> Iterable[tuple[str, list[Reasons]]]:
    return grounds(article)._asdict().items()


def lines(why: Reasons) -> list[str]:
    """One line a field: `value  digits "6,7", times "miljard"`."""
    return [
        f"{field:<{_INDENT}}" + ", ".join(_told(reason) for reason in every)
        for field, every in by_field(why).items()
    ]


def as_json(why: Reasons) -> dict[str, list[dict[str, str]]]:
    """For each field the rules, each with the words it went by."""
    return {
        field: [{"rule": reason.rule, "words": reason.words} for reason in every]
        for field, every in by_field(why).items()
    }


def by_field(why: Reasons) -> dict[str, list[Reason]]:
    """The reasons for each field, in the order in which they were noted."""
    found: dict[str, list[Reason]] = {}
    for reason in why:
        found.setdefault(reason.field, []).append(reason)
    return found


def _told(reason: Reason) -> str:
    return f'{reason.rule} "{reason.words}"' if reason.words else reason.rule
