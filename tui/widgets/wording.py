"""How dates, figures and speakers are put in a few words."""

from __future__ import annotations

from collections.abc import Sequence
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
SIGNS = {"percent": "%", "multiple": "×", "age": " jaar"}


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


def moment(when: str) -> str:
    """A day and a time in the reader's own zone: `18 Oct 2024, 14:05`; of a day alone the day."""
    from datetime import datetime

    try:
        then = datetime.fromisoformat(when).astimezone() if len(when) > len("2024-10-18") else None
    except (ValueError, OverflowError):
        then = None
    return f"{date(then.date().isoformat())}, {then:%H:%M}" if then else date(when)


def number(value: float) -> str:
    """A number in full as a Dutch reader writes it: `12.000`, `2,5`, `6.700.000.000`."""
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def figure(found: Figure) -> str:
    """A figure in its plain form, with its hedge as a sign: `~ 12.000 militairen`."""
    sign = f"{HEDGES[found.hedge]} " if found.hedge else ""
    told = amount(found)
    return told if told.startswith(sign) else sign + told


def amount(found: Figure) -> str:
    """A figure in its plain form: `6.700.000.000 dollar`, `8–13 schepen`, `≥ 10 mensen`, `1/3`."""
    value, low, high = found.value, found.low, found.high
    if value is not None:
        told = _one(value, found)
    elif low is not None and high is not None:
        told = f"{number(low)}–{_one(high, found)}"
    elif low is not None:
        told = f"≥ {_one(low, found)}"
    elif high is not None:
        told = f"≤ {_one(high, found)}"
    else:
        return found.phrase or found.text
    if found.kind == "age":
        return f"{told}, {found.noun}" if found.noun else told
    thing = found.noun or (found.unit if found.kind in ("money", "measure", "duration") else None)
    return f"{told} {thing}" if thing else told


def _one(value: float, found: Figure) -> str:
    """A value with the sign of its kind: `12%`, `2×`, `1/3`, `19 jaar`."""
    if found.kind == "share":
        return _share(value)
    return number(value) + SIGNS.get(found.kind, "")


def _share(value: float) -> str:
    from fractions import Fraction  # half a thousandth of the start, and seldom of use

    part = Fraction(value).limit_denominator(1000)
    close = part.numerator and abs(part - Fraction(value)) < 1e-5
    return f"{part.numerator}/{part.denominator}" if close else f"{number(value * 100)}%"


def voice(article: Article, found: Figure) -> str:
    """In whose mouth a figure is, and how sure: `Seoul, estimated`."""
    if found.claim is None or not 0 <= found.claim < len(article.claims):
        return OWN_VOICE
    claim = article.claims[found.claim]
    return f"{who(claim)}, {claim.stance}"


def speakers(claims: Sequence[Claim]) -> dict[str, list[int]]:
    """The claims of each speaker, as indexes, in the order in which the speakers first say one."""
    found: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        found.setdefault(claim.speaker, []).append(index)
    return found


def cue(words: str) -> str:
    """The words that attribute; a mere sign is quoted: `volgens`, `":"`."""
    return words if any(map(str.isalnum, words)) or not words else f'"{words}"'


def said(text: str, form: str) -> str:
    """What is said, in quotation marks where it was printed so."""
    return f"“{text}”" if form == "direct" else text


def beside(actor: Actor) -> str:
    """How an actor is told beside its name: the role, and that it is described, not named."""
    return actor.role or ("described" if actor.described else "")


def times(count: int) -> str:
    """How often somebody is named: `4×`."""
    return f"{count}×"


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
