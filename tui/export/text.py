"""An article as plain text to read: its title and body, then what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.text.article import Actor, Article, Claim, Figure
from tui.text.safe import safe, safe_line

RULE = "-" * 72
"""What stands between two articles."""


def render(article: Article, why: Sequence[Sequence[str]] = ()) -> str:
    """The article as lines of text, ending in a line feed; nothing in it steers a terminal.

    `why` has for each figure the lines that explain it.
    """
    parts = [f"{article.title or '(no headline)'}\n{article.path}"]
    if article.published:
        parts[0] += f", {article.published}"
    parts.append(article.body or "(no article on this page)")
    for heading, lines in (
        ("Figures", list(_figures(article, why))),
        ("Actors", [_actor(actor) for actor in article.actors]),
        ("Claims", [_claim(claim) for claim in article.claims]),
    ):
        if lines:
            parts.append("\n".join([f"{heading}:", *(f"  {safe_line(line)}" for line in lines)]))
    return safe("\n\n".join(parts)) + "\n"


def _figures(article: Article, why: Sequence[Sequence[str]]) -> Iterator[str]:
    for place, figure in enumerate(article.figures):
        yield _figure(figure, article)
        if why:
            yield from (f"    {line}" for line in why[place])


def _figure(figure: Figure, article: Article) -> str:
    speaker = None if figure.claim is None else article.claims[figure.claim].speaker
    return f"{figure.phrase}: {' '.join(_amount(figure))}, {speaker or 'the article itself'}"


def _amount(figure: Figure) -> Iterator[str]:
    if figure.hedge:
        yield figure.hedge
    if figure.value is not None:
        yield _plain(figure.value)
    elif figure.high is None:
        yield f"{_plain(figure.low)} or more"
    else:
        yield f"{_plain(figure.low)} to {_plain(figure.high)}"
    if figure.unit:
        yield figure.unit


def _plain(number: float | None) -> str:
    """`3000`, `2.5`, `6700000000`: never an exponent."""
    return "?" if number is None else f"{number:.4f}".rstrip("0").rstrip(".")


def _actor(actor: Actor) -> str:
    role = f", {actor.role}" if actor.role else ""
    times = len(actor.mentions)
    return f"{actor.name}{role} ({actor.type}), named {times} time{'' if times == 1 else 's'}"


def _claim(claim: Claim) -> str:
    via = f" via {claim.via}" if claim.via else ""
    return f"{claim.speaker}{via}, {claim.stance}: {claim.text}"
