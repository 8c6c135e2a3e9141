"""How dates, figures and speakers are put in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.text.article import Actor, Article, Claim, Figure

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEDGES = {"about": "~", "at least": "≥", "more than": ">", "less than": "<", "at most": "≤"}
TYPES = {
    "person": "People",
    "organisation": "Organisations",
    "country": "Countries",
    "place": "Places",
}
OWN_VOICE = "the article itself"
# From the least number that is said with the word: 6.7e9 is "6,7 miljard".
MAGNITUDES = ((1e12, "biljoen"), (1e9, "miljard"), (1e6, "miljoen"))


def date(published: str | None) -> str:
    """An ISO date as `18 Oct 2024`, `Oct 2024` or `2024`; as it is where it is no such date."""
    if not published:
        return ""
    parts = published[:10].split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return published
    if len(parts) == 1:
        return parts[0]
    month = int(parts[1])
    if not 1 <= month <= 12:
        return published
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{MONTHS[month - 1]} {parts[0]}"


def number(value: float) -> str:
    """A number as a Dutch reader writes it: `12.000`, `2,5`, `6,7 miljard`."""
    for size, word in MAGNITUDES:
        if abs(value) >= size:
            return f"{number(round(value / size, 3))} {word}"
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def figure(found: Figure) -> str:
    """A figure in its plain form, with its hedge as a sign: `~ 12.000 militairen`."""
    sign = f"{HEDGES[found.hedge]} " if found.hedge else ""
    return sign + _amount(found)


def _amount(found: Figure) -> str:
    noun = f" {found.noun}" if found.noun else ""
    if found.kind == "count" and found.value is not None:
        return number(found.value) + noun
    if found.kind == "percent" and found.value is not None:
        return f"{number(found.value)}%{noun}"
    if found.low is not None and found.high is not None:
        return f"{number(found.low)}–{number(found.high)}{noun}"
    return found.phrase or found.text


def voice(article: Article, found: Figure) -> str:
    """In whose mouth a figure is, and how sure: `Seoul, estimated`."""
    if found.claim is None or not 0 <= found.claim < len(article.claims):
        return OWN_VOICE
    claim = article.claims[found.claim]
    return f"{who(claim)}, {claim.stance}"


def who(claim: Claim) -> str:
    """Who makes a claim: `Volodymyr Zelensky via Kyiv Post`."""
    return f"{claim.speaker} via {claim.via}" if claim.via else claim.speaker


def ranked(actors: tuple[Actor, ...]) -> list[tuple[str, list[int]]]:
    """The actors by type, the most named first, as indexes under the name of the type."""
    groups = []
    for kind, title in TYPES.items():
        of_kind = [i for i, actor in enumerate(actors) if actor.type == kind]
        if of_kind:
            groups.append((title, sorted(of_kind, key=lambda i: -len(actors[i].mentions))))
    return groups


def plural(count: int, one: str, inflect: bool = True) -> str:
    """A count with its noun: `1 figure`, `3 figures`, and not inflected `3 fig`."""
    return f"{count} {one}" if count == 1 or not inflect else f"{count} {one}s"
