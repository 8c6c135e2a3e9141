"""An article as plain text to read: its title and body, then what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.text.article import Actor, Article, Claim, Figure
from tui.text.safe import safe, safe_line

RULE = "-" * 72
"""What stands between two articles."""


Why = Mapping[str, Sequence[Sequence[str]]]
"""For the figures, actors and claims of an article the lines that explain each of them."""


def render(article: Article, why: Why | None = None) -> str:
    """The article as lines of text, ending in a line feed; nothing in it steers a terminal."""
    parts = [f"{article.title or '(no headline)'}\n{article.path}"]
    if article.published:
        parts[0] += f", {article.published}"
    parts.append(article.body or "(no article on this page)")
    for part, lines in (
        ("figures", [_figure(figure, article) for figure in article.figures]),
        ("actors", [_actor(actor) for actor in article.actors]),
        ("claims", [_claim(claim) for claim in article.claims]),
    ):
        if lines:
            every = _explained(lines, why[part] if why else ())
            parts.append(
                "\n".join([f"{part.title()}:", *(f"  {safe_line(line)}" for line in every)])
            )
    return safe("\n\n".join(parts)) + "\n"


def _explained(lines: Sequence[str], why: Sequence[Sequence[str]]) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield line
        if why:
            yield from (f"    {reason}" for reason in why[place])


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
