"""Figures that are more than a number and its noun: vague ones, shares, multiples and ages."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tui.text.article import Figure, FigureKind
from tui.text.kinds import Kind, kind_of
from tui.text.language import table
from tui.text.nouns import noun_phrase
from tui.text.numbers import fold, word_value
from tui.text.paragraph import Paragraph, figure_of, is_name
from tui.text.quantities import Quantity, number


def vague(page: Paragraph, at: int) -> tuple[Figure, int] | None:
    """`tientallen`, `enkele honderden`, `een paar duizend`, `tientallen miljoenen`."""
    data = table("numbers")
    run = page.run
    words = [token.lower for token in run[at : at + 4]]
    factor, size = 1, 0
    for phrase in data["grammar"]["few"] + data["grammar"]["many"]:
        parts = phrase.split()
        if words[: len(parts)] == parts and len(parts) > size:
            size, factor = len(parts), 2 if phrase in data["grammar"]["few"] else 1
    if size == len(words):
        return None
    least = data["vague"].get(words[size])
    if least is None and size and factor == 2:
        least = data["magnitudes"].get(words[size])
    if least is None:
        return _collective(page, at, words)
    least *= factor
    after = at + size + 1
    if after < len(run) and run[after].lower in data["vague"]:
        least *= data["vague"][run[after].lower]
        after += 1
    while after < len(run) and run[after].lower in data["magnitudes"]:
        least *= data["magnitudes"][run[after].lower]
        after += 1
    quantity = Quantity(at, after, run[at].start, run[after - 1].end, None, least)
    kind = kind_of(run, quantity, page.text)
    return figure_of(page, quantity, replace(kind, kind="vague", scale=1, number_end=0)), after


def _collective(page: Paragraph, at: int, words: list[str]) -> tuple[Figure, int] | None:
    """`een tiental`, `een dozijn`: about so many."""
    sizes = table("numbers")["collective"]
    if words[:1] != ["een"] or len(words) < 2 or words[1] not in sizes:
        return None
    run = page.run
    quantity = Quantity(at, at + 2, run[at].start, run[at + 1].end, sizes[words[1]])
    figure = figure_of(page, quantity, kind_of(run, quantity, page.text))
    return replace(figure, hedge=figure.hedge or "about"), at + 2


def share(page: Paragraph, at: int) -> tuple[Figure, int] | None:
    """`een derde`, `driekwart`, `de helft`, `een op de drie`."""
    data = table("numbers")
    run = page.run
    if page.is_masked(run[at].start, run[at].end):
        return None
    first = run[at].lower
    if first in data["shares"]:
        before = run[at - 1].lower if at else ""
        if first == "helft" and before in _ORDINALS:
            return None  # half a match, or half a month
        start = run[at - 1].start if before == "de" else run[at].start
        return _fraction(page, Quantity(at, at + 1, start, run[at].end, data["shares"][first]))
    value = 1 if first == "een" else (word_value(first) if run[at].kind == "word" else None)
    counted = number(run, at, page.text) if first != "een" else None
    if value is not None and at + 1 < len(run) and fold(run[at + 1].lower) in data["fractions"]:
        part = fold(run[at + 1].lower)
        if part != "half" and _is_fraction(page, at + 2):
            value = round(value * data["fractions"][part], 6)
            quantity = Quantity(at, at + 2, run[at].start, run[at + 1].end, value)
            return _fraction(page, quantity)
        return None
    if first != "een" and counted is None:
        return None
    numerator = counted.value if counted else 1
    after = counted.after if counted else at + 1
    for phrase in data["ranges"]["out_of"]:
        parts = phrase.split()
        if [t.lower for t in run[after : after + len(parts)]] != parts:
            continue
        place = after + len(parts)
        of = number(run, place, page.text) if place < len(run) else None
        if not of or not of.value or not numerator or numerator >= of.value or of.money:
            continue
        if len(parts) == 1 and kind_of(run, of, page.text).counted:
            continue
        quantity = Quantity(at, of.after, run[at].start, of.end, round(numerator / of.value, 6))
        return _fraction(page, quantity)
    return None


_ORDINALS = frozenset({"eerste", "tweede", "laatste", "betere", "andere"})


def _is_fraction(page: Paragraph, after: int) -> bool:
    """Whether `een derde` is a share, as before `van`, and no ordinal as in `een derde dode`."""
    if after >= len(page.run):
        return True
    following = page.run[after]
    if following.kind != "word" or following.lower in ("deel", "meer", "minder", "lager", "hoger"):
        return following.lower != "jaar"
    if following.lower.endswith("er") and len(following.lower) > 4:
        return True
    return following.lower == "van" or noun_phrase(page.run, after) is None


def _fraction(page: Paragraph, quantity: Quantity) -> tuple[Figure, int]:
    run = page.run
    after = quantity.after
    if after < len(run) and run[after].lower == "deel":
        after += 1
    if after < len(run) and run[after].lower in ("miljoen", "miljard") and quantity.value:
        scaled = number(run, quantity.first, page.text)
        if scaled is None:
            factor = 1e6 if run[after].lower == "miljoen" else 1e9
            scaled = replace(
                quantity,
                value=quantity.value * factor,
                after=after + 1,
                end=run[after].end,
                factor=factor,
            )
        kind = kind_of(run, scaled, page.text)
        return figure_of(page, scaled, kind), scaled.after
    unit = kind_of(run, quantity, page.text)
    if unit.kind == "duration":
        return figure_of(page, quantity, unit), max(quantity.after, unit.after)
    noun = None
    end = quantity.end
    if after < len(run):
        partitive = run[after].lower == "van"
        phrase = noun_phrase(run, after + 1 if partitive else after, determined=partitive)
        if phrase:
            noun, end = phrase.head.text, phrase.head.end
    return figure_of(page, quantity, Kind("share", noun, None, end, quantity.after)), quantity.after


def multiple(page: Paragraph, at: int) -> tuple[Figure, int] | None:
    """`twee keer zo veel`, `verdubbeld`, `dubbel zo`, `het dubbele`."""
    data = table("numbers")
    words = data["multiple_words"]
    run, token = page.run, page.run[at]
    following = [t.lower for t in run[at + 1 : at + 4]]
    value: float | None = None
    if token.lower in words["twice"] and following[:1] and following[0] in words["as_much"]:
        value = dict(zip(words["twice"], words["twice_values"], strict=True))[token.lower]
    elif token.lower in words["the_double"] and at and run[at - 1].lower == "het":
        value = 2
    else:
        value = next(
            (v for stem, v in data["multiples"].items() if token.lower.startswith(stem)), None
        )
    if value is not None:
        quantity = Quantity(at, at + 1, token.start, token.end, value)
        return figure_of(page, quantity, Kind("multiple", None, None, token.end, at + 1)), at + 1
    quantity_found = number(run, at, page.text)
    if quantity_found is None or quantity_found.after + 1 >= len(run):
        return None
    times = run[quantity_found.after].lower
    more = run[quantity_found.after + 1].lower
    if times in words["times"] and more in words["as_much"]:
        if is_name(page, at, quantity_found):
            return None
        last = quantity_found.after + 1
        if last + 1 < len(run) and run[last].lower == "zo":
            last += 1
        kind = Kind("multiple", None, None, run[last].end, last + 1)
        return figure_of(page, quantity_found, kind), kind.after
    return None


def aged(page: Paragraph, at: int) -> tuple[Figure, int] | None:
    """`19-jarige`, `negentienjarige`: only the number is the figure."""
    run, token = page.run, page.run[at]
    suffixes = table("units")["age"]["word_suffixes"]
    if token.text[0].isupper() and at + 1 < len(run) and run[at + 1].text[0].isupper():
        return None  # `de Tachtigjarige Oorlog`
    following = run[at + 1].lower if at + 1 < len(run) else ""
    length = following in table("traps")["lasting"]
    kind_name: FigureKind = "duration" if length else "age"
    if token.kind == "digits":
        match = re.compile(r"-?jarig(?:en?)?\b").match(page.text, token.end)
        if not match:
            match = re.compile(r"-(?= (?:en|of|tot) \d+-jarig)").match(page.text, token.end)
        value = (
            word_value(token.lower)
            if not match
            else float(token.text)
            if token.text.isdigit()
            else None
        )
        if not match or value is None:
            return None
        quantity = Quantity(at, at + 1, token.start, token.end, int(value), digits=True)
        after = at + 1
        while after < len(run) and run[after].start < match.end():
            after += 1
    else:
        stem = next((token.lower[: -len(s)] for s in suffixes if token.lower.endswith(s)), "")
        value = word_value(stem.rstrip("-")) if stem else None
        if value is None:
            return None
        end = token.start + len(stem.rstrip("-"))
        quantity = Quantity(at, at + 1, token.start, end, value)
        after = at + 1
    phrase = None if length else noun_phrase(run, after)
    noun = phrase.head.text if phrase and phrase.head.lower in _persons() else None
    kind = Kind(kind_name, noun, None, quantity.end, after)
    return figure_of(page, quantity, kind), after


@cache
def _persons() -> frozenset[str]:
    return frozenset(table("units")["age"]["persons"])
