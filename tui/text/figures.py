"""The figures of a text: each quantity, its value, its kind, how exact it is and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from tui.text.article import Figure
from tui.text.kinds import Kind, age_of, kind_of, money_by_context
from tui.text.language import table
from tui.text.nouns import noun_phrase
from tui.text.numbers import word_value
from tui.text.paragraph import Paragraph, figure_of, is_name
from tui.text.quantities import Quantity, number, range_from
from tui.text.specials import aged, multiple, share, vague
from tui.text.tokens import Token, tokens
from tui.text.traps import is_trap, masked

_LONGEST = 80
"""A longer token, a row of digits or of letters without end, is no number."""


def figures(
    text: str, sentences: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> tuple[Figure, ...]:
    """The figures in a text, in order; `sentences` and `dates` are spans in it."""
    found: list[Figure] = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        paragraph = match.group()
        starts = [a - start for a, _ in _within(sentences, start, end)] or [0]
        starts[0] = 0
        masks = [(a - start, b - start) for a, b in _within(dates, start, end)]
        page = Paragraph(paragraph, tokens(paragraph), starts, [*masks, *masked(paragraph)])
        read = _paragraph(page)
        found += [_moved(figure, start) for figure in read] if start else read
    return tuple(found)


def _within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The spans, which are sorted, that begin in a stretch."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def _moved(figure: Figure, offset: int) -> Figure:
    return replace(figure, start=figure.start + offset, end=figure.end + offset)


def _paragraph(page: Paragraph) -> list[Figure]:
    found: list[Figure] = []
    at = 0
    while at < len(page.run):
        figure, after = _at(page, at)
        if figure:
            found.append(figure)
        at = max(after, at + 1)
    return found


def _at(page: Paragraph, at: int) -> tuple[Figure | None, int]:
    """The figure that begins at a token, if any, and the index from where to go on."""
    token = page.run[at]
    if token.kind == "sign" and token.text not in _signs():
        return None, at + 1
    if len(token.text) > _LONGEST or (token.kind == "word" and not _may_begin(token.lower)):
        return None, at + 1
    if token.kind == "digits" and at + 1 < len(page.run) and page.run[at + 1].kind == "digits":
        return _plain(page, at)  # a row of a table
    for reader in _READERS[token.kind == "digits" :]:
        result = reader(page, at)
        if result:
            return result
    return _plain(page, at)


_READERS = (vague, share, multiple, aged)
"""What is tried in this order; nothing vague begins with digits."""


@cache
def _signs() -> frozenset[str]:
    return frozenset(table("units")["money_signs"])


@cache
def _starters() -> tuple[frozenset[str], tuple[str, ...]]:
    data = table("numbers")
    few = {words.split()[0] for words in data["grammar"]["few"]}
    words = {*data["vague"], *few, *data["shares"], *data["multiple_words"]["twice"]}
    words |= {
        *data["multiple_words"]["the_double"],
        *data["fractions"],
        "een",
        "half",
        "halve",
        "min",
    }
    words |= set(table("units")["money_signs"])
    words |= {word.lower() for word in table("units")["money_signs"]}
    return frozenset(words), tuple(data["multiples"])


def _may_begin(word: str) -> bool:
    words, stems = _starters()
    if word in words or word_value(word) is not None:
        return True
    return word.startswith(stems) or word.endswith(("jarige", "jarig", "jarigen"))


def _plain(page: Paragraph, at: int) -> tuple[Figure | None, int]:
    run = page.run
    quantity = number(run, at, page.text)
    if quantity is None:
        return None, at + 1
    if page.is_masked(quantity.start, quantity.end) or is_name(page, at, quantity):
        return None, quantity.after
    both = range_from(run, quantity, page.text)
    span = both or quantity
    kind = kind_of(run, span, page.text)
    if both and (page.is_masked(both.start, both.end)):
        return None, both.after
    if is_trap(run, span, page.text, counted=kind.counted):
        return None, span.after
    if _unit_or(run, span) and run[span.first - 2].lower != "stuk":
        kind = _unit_before(page, span)
    elif not kind.counted or kind.kind == "count":
        kind = _refined(page, span, kind)
    span = _signed(page, span, kind)
    hedge_from = span.start
    if both and both.joiner == "tussen":
        hedge_from = _between_start(run, both.first)
    figure = figure_of(page, span, kind, hedge_from=hedge_from)
    if figure.hedge is None and _unit_or(run, span):
        figure = replace(figure, hedge="about")
    return figure, max(span.after, kind.after)


def _signed(page: Paragraph, quantity: Quantity, kind: Kind) -> Quantity:
    """A number below nought: `-5 graden`, `min 5 graden`, `-0,3 procent`."""
    before = page.run[quantity.first - 1] if quantity.first else None
    if (
        before is None
        or quantity.value is None
        or (kind.unit not in ("°", "°C") and kind.kind != "percent")
    ):
        return quantity
    touching = before.text in "-−–" and before.end == quantity.start
    if touching and page.text[before.start - 1 : before.start].strip():
        return quantity
    if touching or before.lower == "min":
        return replace(quantity, start=before.start, value=-quantity.value)
    return quantity


def _refined(page: Paragraph, quantity: Quantity, kind: Kind) -> Kind:
    """The kind of a number without a unit: an age, money, or a count with its noun."""
    aged = age_of(page.run, quantity, page.text)
    if aged:
        return aged
    if kind.noun is None and quantity.factor >= 1e6:
        return money_by_context(page.sentence(quantity.start), kind)
    if kind.noun is None:
        return _shared_noun(page, quantity, kind)
    return kind


_PARTITIVE = frozenset(
    {"de", "het", "deze", "die", "hun", "alle", "zulke", "dergelijke", "onze", "zijn", "haar"}
)


def _shared_noun(page: Paragraph, quantity: Quantity, kind: Kind) -> Kind:
    """The noun of a number that stands further on: `19 tegen 12 stemmen`, `drie van de vijf`."""
    run, at = page.run, quantity.after
    if at + 1 >= len(run):
        return kind
    word = run[at].lower
    if word == "van":
        partitive = at + 1
        while partitive < len(run) and run[partitive].lower in _PARTITIVE:
            partitive += 1
        if partitive == at + 1:
            return kind
        other = next(
            (
                n
                for p in (partitive, partitive + 1)
                if p < len(run) and (n := number(run, p, page.text))
            ),
            None,
        )
        phrase = noun_phrase(run, other.after if other else partitive)
        return replace(kind, noun=phrase.head.text, end=phrase.head.end) if phrase else kind
    moved = word == "naar" and quantity.first and run[quantity.first - 1].lower == "van"
    if word in ("tegen", "en", "of", "bij") or moved:
        other = number(run, at + 1, page.text)
        shared = kind_of(run, other, page.text) if other else None
        if shared and shared.counted and shared.kind != "percent":
            return replace(shared, after=quantity.after, end=quantity.end, number_end=0)
    return kind


def _unit_before(page: Paragraph, quantity: Quantity) -> Kind:
    """The kind by the word in front: `een DAG of tien` is a duration."""
    unit = kind_of(page.run, replace(quantity, after=quantity.first - 2), page.text)
    return replace(unit, end=quantity.end, after=quantity.after, number_end=0)


def _unit_or(run: list[Token], quantity: Quantity) -> bool:
    """`een DAG of tien`, `een MAN of twintig`: what is counted stands before the number."""
    at = quantity.first
    return at >= 3 and run[at - 1].lower == "of" and run[at - 3].lower == "een"


def _between_start(run: list[Token], at: int) -> int:
    while at > 0 and run[at].lower != "tussen":
        at -= 1
    return run[at].start
