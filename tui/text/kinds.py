"""What kind of quantity a number is: by the unit behind it, the sign at it, or its company."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from tui.text.article import FigureKind
from tui.text.language import table
from tui.text.nouns import noun_phrase
from tui.text.quantities import Quantity
from tui.text.tokens import Token

_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a figure, its noun or unit word, and how far both reach.

    `end` is the offset where the phrase ends, `after` the index of the token to go on from,
    `number_end` where the number ends if a percent sign or word belongs to it (else 0), `scale`
    what the value must be multiplied by (0.01 for cents), `counted` whether a unit or noun stands
    with the number at all.
    """

    kind: FigureKind
    noun: str | None
    unit: str | None
    end: int
    after: int
    number_end: int = 0
    scale: float = 1
    counted: bool = True


@cache
def _units(name: str) -> dict[str, str]:
    return dict(table("units")[name])


@cache
def _lowered(name: str) -> dict[str, str]:
    """Unit words in lower case; symbols of one or two letters only as they are written."""
    return {
        word.lower() if len(word) > 3 or word.islower() else word: symbol
        for word, symbol in _units(name).items()
    }


def kind_of(run: list[Token], quantity: Quantity, text: str) -> Kind:
    """The kind of a quantity by what stands behind it."""
    at = quantity.after
    if quantity.money:
        return Kind("money", None, quantity.money, quantity.end, at)
    if at >= len(run):
        return _alone(quantity)
    return (
        _percent(run, quantity, at)
        or _money(run, at, text)
        or _measure(run, at)
        or _duration(run, quantity, at, text)
        or _counted(run, quantity, at)
        or _alone(quantity)
    )


def _alone(quantity: Quantity) -> Kind:
    return Kind("count", None, None, quantity.end, quantity.after, counted=False)


def _percent(run: list[Token], quantity: Quantity, at: int) -> Kind | None:
    token = run[at]
    if token.lower not in table("units")["percent"]["words"] or token.start - quantity.end > 1:
        return None
    return Kind("percent", None, None, token.end, at + 1, number_end=token.end)


def _money(run: list[Token], at: int, text: str) -> Kind | None:
    """`euro`, `dollar`, and two words where the country is named: `Australische dollar`."""
    if at + 1 < len(run):
        pair = text[run[at].start : run[at + 1].end]
        singular = pair.removesuffix("s") if run[at + 1].lower == "dollars" else pair
        if singular in _units("money_of"):
            noun = run[at + 1].text
            return Kind("money", noun, _units("money_of")[singular], run[at + 1].end, at + 2)
    token = run[at]
    place = (
        at + 1 if token.kind == "word" and token.lower.endswith("se") and at + 1 < len(run) else at
    )
    code = _units("money").get(run[place].lower)
    if code is None or (place > at and not token.text[0].isupper()):
        return None
    scale = table("units")["money_scaled"].get(run[place].lower, 1)
    return Kind("money", run[place].text, code, run[place].end, place + 1, scale=scale)


def _measure(run: list[Token], at: int) -> Kind | None:
    token = run[at]
    power = table("units")["measure_before"].get(token.lower)
    place = at + 1 if power is not None and at + 1 < len(run) else at
    unit = run[place]
    symbol = _units("measure").get(unit.text) or (
        _lowered("measure").get(unit.lower) if len(unit.text) > 2 else None
    )
    if symbol is None or (place > at and not symbol):
        return None
    symbol += power or ""
    after = place + 1
    words = [t.lower for t in run[after : after + 2]]
    if words == ["per", "uur"] and symbol in ("km", "mi", "m"):
        symbol, after = f"{symbol}/h", after + 2
    elif symbol == "°" and words[:1] == ["celsius"]:
        symbol, after = "°C", after + 1
    noun = f"{token.text} {unit.text}" if place > at else unit.text
    return Kind("measure", noun, symbol, run[after - 1].end, after)


def _duration(run: list[Token], quantity: Quantity, at: int, text: str) -> Kind | None:
    token = run[at]
    adjective = at + 1 < len(run) and token.lower in (
        "hele",
        "volle",
        "lange",
        "extra",
        "opeenvolgende",
    )
    place = at + 1 if adjective else at
    code = _lowered("duration").get(run[place].lower)
    if code is None:
        return None
    noun, end = run[place].text, run[place].end
    aged = age_of(run, quantity, text) if code == "y" else None
    if aged:
        return replace(aged, end=end, after=place + 1)
    old = run[place + 1].lower if place + 1 < len(run) else ""
    older = [token.lower for token in run[place + 1 : place + 3]]
    if code == "y" and older in (
        ["of", "ouder"],
        ["en", "ouder"],
        ["of", "jonger"],
        ["en", "jonger"],
    ):
        return Kind("age", None, code, end, place + 1)
    if code in ("y", "mo", "w") and old in table("units")["age"]["old"]:
        return Kind("age", None, code, run[place + 1].end, place + 2)
    return Kind("duration", noun, code, end, place + 1)


def _counted(run: list[Token], quantity: Quantity, at: int) -> Kind | None:
    if (
        run[at].text[:1].isupper()
        and run[at].kind == "word"
        and quantity.digits
        and _is_proper(run, at)
    ):
        return None
    phrase = noun_phrase(run, at)
    if phrase is None:
        return None
    return Kind("count", phrase.head.text, None, phrase.head.end, quantity.after)


def _is_proper(run: list[Token], at: int) -> bool:
    """Whether a capital behind a number opens a name and not an adjective or a people."""
    word = run[at].lower
    return not word.endswith(("e", "en", "s", "ers", "i", "nen"))


def age_of(run: list[Token], quantity: Quantity, text: str) -> Kind | None:
    """An age by the company it keeps: `een man van 52`, `(81)`, `Jansen, 41,`, `ouder dan 65`."""
    value = quantity.value if quantity.value is not None else quantity.high
    if value is None or not 0 <= value <= _OLDEST or quantity.factor != 1 or quantity.money:
        return None
    kind = Kind("age", None, "y", quantity.end, quantity.after)
    before = run[max(0, quantity.first - 6) : quantity.first]
    words = [token.lower for token in before]
    following = run[quantity.after].text if quantity.after < len(run) else ""
    if words[-1:] == ["("] and following in (")", "jaar") and len(before) > 1 and quantity.digits:
        return kind if before[-2].kind == "word" else None
    if words[-1:] == [","] and following in (",", ")") and len(before) > 1 and quantity.digits:
        named = before[-2].text[:1].isupper() and before[-2].kind == "word"
        return kind if named and value >= 4 else None
    ages = table("units")["age"]
    if words[-1:] and words[-1] in ages["turning"] and following in ("jaar", "."):
        return kind if value >= 4 else None
    if following == "jaar" and words[-2:-1] and words[-2] in ages["he"] and words[-1] in ages["is"]:
        return kind if value >= 4 else None
    if words[-2:-1] and words[-2] in ages["he"] and words[-1] in ages["is"] and value >= 12:
        return kind if not _counts_things(run, quantity) else None
    lead = " ".join(words).replace(" , ", " ")
    if any(lead.endswith(" " + phrase) or lead == phrase for phrase in ages["before"]):
        return kind if following in ("jaar", "") or not _counts_things(run, quantity) else None
    joined = re.sub(r" \w+ (?:en|of)$", "", lead)
    for preposition in ages["of"]:
        if joined.endswith(f" {preposition}"):
            person = joined.removesuffix(f" {preposition}").split()
            if person and person[-1] in ages["persons"]:
                return kind if following == "jaar" or not _counts_things(run, quantity) else None
    return None


def _counts_things(run: list[Token], quantity: Quantity) -> bool:
    if quantity.after >= len(run):
        return False
    following = run[quantity.after]
    joins = following.lower in ("en", "of")
    return not joins and (
        following.lower in _lowered("measure")
        or following.lower in _units("money")
        or noun_phrase(run, quantity.after) is not None
    )


def money_by_context(sentence: str, kind: Kind) -> Kind:
    """A million of nothing is money where the sentence speaks of costs or sums."""
    words = set(re.findall(r"[\w€]+", sentence.lower()))
    if words.intersection(table("units")["money_context"]["words"]) or "€" in sentence:
        return replace(kind, kind="money", counted=True)
    return kind
