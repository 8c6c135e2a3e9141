"""The figures of a text: each quantity, its value, its kind, how exact it is and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from tui.text.article import Figure
from tui.text.hedges import hedge_after, hedge_before
from tui.text.kinds import Kind, age_of, kind_of, money_by_context
from tui.text.language import table
from tui.text.nouns import noun_phrase
from tui.text.numbers import fold, word_value
from tui.text.quantities import Quantity, number, range_from
from tui.text.tokens import Token, tokens
from tui.text.traps import is_glued, is_trap, masked


@dataclass(slots=True)
class _Text:
    """A paragraph being read: its tokens, where its sentences begin, and where no figure may."""

    text: str
    run: list[Token]
    starts: list[int]
    masks: list[tuple[int, int]]

    def before(self, offset: int) -> str:
        """The text of the sentence up to an offset."""
        return self.text[self.starts[bisect_right(self.starts, offset) - 1] : offset]

    def sentence(self, offset: int) -> str:
        """The sentence around an offset."""
        at = bisect_right(self.starts, offset)
        end = self.starts[at] if at < len(self.starts) else len(self.text)
        return self.text[self.starts[at - 1] : end]

    def is_masked(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.masks)


def figures(
    text: str, sentences: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> tuple[Figure, ...]:
    """The figures in a text, in order; `sentences` and `dates` are spans in it."""
    found: list[Figure] = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        paragraph = match.group()
        starts = [a - start for a, _ in sentences if start <= a < end] or [0]
        starts[0] = 0
        masks = [(a - start, b - start) for a, b in dates if start <= a < end]
        page = _Text(paragraph, tokens(paragraph), starts, [*masks, *masked(paragraph)])
        found += [_moved(figure, start) for figure in _paragraph(page)]
    return tuple(found)


def _moved(figure: Figure, offset: int) -> Figure:
    return replace(figure, start=figure.start + offset, end=figure.end + offset)


def _paragraph(page: _Text) -> list[Figure]:
    found: list[Figure] = []
    at = 0
    while at < len(page.run):
        figure, after = _at(page, at)
        if figure:
            found.append(figure)
        at = max(after, at + 1)
    return found


def _at(page: _Text, at: int) -> tuple[Figure | None, int]:
    """The figure that begins at a token, if any, and the index from where to go on."""
    token = page.run[at]
    if token.kind == "sign" and token.text not in _signs():
        return None, at + 1
    if token.kind == "word" and not _may_begin(token.lower):
        return None, at + 1
    for reader in (_vague, _share, _multiple, _aged):
        result = reader(page, at)
        if result:
            return result
    return _plain(page, at)


@cache
def _signs() -> frozenset[str]:
    return frozenset(table("units")["money_signs"])


@cache
def _starters() -> tuple[frozenset[str], tuple[str, ...]]:
    data = table("numbers")
    few = {words.split()[0] for words in data["grammar"]["few"]}
    words = {*data["vague"], *few, *data["shares"], *data["multiple_words"]["twice"]}
    words |= {*data["multiple_words"]["the_double"], *data["fractions"], "een", "half", "halve", "min"}
    words |= set(table("units")["money_signs"])
    words |= {word.lower() for word in table("units")["money_signs"]}
    return frozenset(words), tuple(data["multiples"])


def _may_begin(word: str) -> bool:
    words, stems = _starters()
    if word in words or word_value(word) is not None:
        return True
    return word.startswith(stems) or word.endswith(("jarige", "jarig", "jarigen"))


def _make(
    page: _Text, quantity: Quantity, kind: Kind, *, hedge_from: int | None = None
) -> Figure:
    """The figure of a quantity whose kind is known; `hedge_from` is where its hedge would end."""
    start = quantity.start
    before = page.before(hedge_from if hedge_from is not None else start)
    hedge = hedge_before(before) or hedge_after(page.text, max(quantity.end, kind.end))
    return Figure(
        start=start,
        end=max(quantity.end, kind.number_end),
        text=page.text[start : max(quantity.end, kind.number_end)],
        value=_scaled(quantity.value, kind),
        low=_scaled(quantity.low, kind),
        high=_scaled(quantity.high, kind),
        kind=kind.kind,
        hedge=hedge,
        noun=kind.noun,
        phrase=page.text[start : max(quantity.end, kind.end)],
        unit=kind.unit,
    )


def _scaled(value: float | None, kind: Kind) -> float | None:
    if value is None:
        return None
    value = round(value * kind.scale, 6)
    return int(value) if value == int(value) else value


def _plain(page: _Text, at: int) -> tuple[Figure | None, int]:
    run = page.run
    quantity = number(run, at, page.text)
    if quantity is None:
        return None, at + 1
    if page.is_masked(quantity.start, quantity.end) or _is_name(page, at, quantity):
        return None, quantity.after
    both = range_from(run, quantity, page.text)
    span = both or quantity
    kind = kind_of(run, span, page.text)
    if both and (page.is_masked(both.start, both.end)):
        return None, both.after
    if is_trap(run, span, page.text, counted=kind.counted):
        return None, span.after
    if not kind.counted or kind.kind == "count":
        kind = _refined(page, span, kind)
    span = _signed(page, span, kind)
    hedge_from = span.start
    if both and both.joiner == "tussen":
        hedge_from = _between_start(run, both.first)
    return _make(page, span, kind, hedge_from=hedge_from), max(span.after, kind.after)


def _signed(page: _Text, quantity: Quantity, kind: Kind) -> Quantity:
    """A number below nought: `-5 graden`, `min 5 graden`, `-0,3 procent`."""
    before = page.run[quantity.first - 1] if quantity.first else None
    if before is None or quantity.value is None or kind.unit not in ("°", "°C") and kind.kind != "percent":
        return quantity
    touching = before.text in "-−–" and before.end == quantity.start
    if touching and page.text[before.start - 1 : before.start].strip():
        return quantity
    if touching or before.lower == "min":
        return replace(quantity, start=before.start, value=-quantity.value)
    return quantity


def _refined(page: _Text, quantity: Quantity, kind: Kind) -> Kind:
    """The kind of a number without a unit: an age, money, or a count with its noun."""
    aged = age_of(page.run, quantity, page.text)
    if aged:
        return aged
    if kind.noun is None and quantity.factor >= 1e6:
        return money_by_context(page.sentence(quantity.start), kind)
    if kind.noun is None:
        return _shared_noun(page, quantity, kind)
    return kind


def _shared_noun(page: _Text, quantity: Quantity, kind: Kind) -> Kind:
    """The noun of a number that stands further on: `19 tegen 12 stemmen`, `drie van de vijf`."""
    run, at = page.run, quantity.after
    if _unit_or(run, quantity):
        unit = kind_of(run, replace(quantity, after=quantity.first - 2), page.text)
        return replace(unit, end=quantity.end, after=quantity.after, number_end=0)
    if at + 1 >= len(run):
        return kind
    word = run[at].lower
    if word == "van":
        partitive = at + 1
        while partitive < len(run) and run[partitive].lower in ("de", "het", "deze", "die", "hun", "alle"):
            partitive += 1
        if partitive == at + 1:
            return kind
        other = number(run, partitive, page.text) if partitive < len(run) else None
        phrase = noun_phrase(run, other.after if other else partitive)
        return replace(kind, noun=phrase.head.text, end=phrase.head.end) if phrase else kind
    if word in ("tegen", "en", "of"):
        other = number(run, at + 1, page.text)
        shared = kind_of(run, other, page.text) if other else None
        if shared and shared.counted and shared.kind != "percent":
            return replace(shared, after=quantity.after, end=quantity.end, number_end=0)
    return kind


def _unit_or(run: list[Token], quantity: Quantity) -> bool:
    """`een DAG of tien`, `een MAN of twintig`: what is counted stands before the number."""
    at = quantity.first
    return at >= 3 and run[at - 1].lower == "of" and run[at - 3].lower == "een"


def _between_start(run: list[Token], at: int) -> int:
    while at > 0 and run[at].lower != "tussen":
        at -= 1
    return run[at].start


def _is_name(page: _Text, at: int, quantity: Quantity) -> bool:
    """Whether the number is part of a name: glued to letters, or a word with a capital."""
    token = page.run[at]
    if quantity.digits:
        first = next(t for t in page.run[quantity.first : quantity.after] if t.kind == "digits")
        return is_glued(page.text, first.start, first.end)
    opens = token.start in page.starts or (at > 0 and page.run[at - 1].text in ":\"'“‘„(-–—•»")
    if token.text[0].isupper() and not opens:
        return True
    after = page.text[token.end : token.end + 1]
    return after == "-" or (at > 0 and page.text[token.start - 1] == "-")


def _vague(page: _Text, at: int) -> tuple[Figure, int] | None:
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
    return _make(page, quantity, replace(kind, kind="vague", scale=1, number_end=0)), after


def _collective(page: _Text, at: int, words: list[str]) -> tuple[Figure, int] | None:
    """`een tiental`, `een dozijn`: about so many."""
    sizes = table("numbers")["collective"]
    if words[:1] != ["een"] or len(words) < 2 or words[1] not in sizes:
        return None
    run = page.run
    quantity = Quantity(at, at + 2, run[at].start, run[at + 1].end, sizes[words[1]])
    figure = _make(page, quantity, kind_of(run, quantity, page.text))
    return replace(figure, hedge=figure.hedge or "about"), at + 2


def _share(page: _Text, at: int) -> tuple[Figure, int] | None:
    """`een derde`, `driekwart`, `de helft`, `een op de drie`."""
    data = table("numbers")
    run = page.run
    if page.is_masked(run[at].start, run[at].end):
        return None
    first = run[at].lower
    if first in data["shares"]:
        before = run[at - 1].lower if at else ""
        if first == "helft" and before.endswith("de") and before != "de":
            return None
        return _fraction(page, Quantity(at, at + 1, run[at].start, run[at].end, data["shares"][first]))
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


def _is_fraction(page: _Text, after: int) -> bool:
    """Whether `een derde` is a share: `een derde van`, and not an ordinal as in `een derde dode`."""
    if after >= len(page.run):
        return True
    following = page.run[after]
    if following.kind != "word" or following.lower in ("deel", "meer", "minder", "lager", "hoger"):
        return following.lower != "jaar"
    return following.lower == "van" or noun_phrase(page.run, after) is None


def _fraction(page: _Text, quantity: Quantity) -> tuple[Figure, int]:
    run = page.run
    after = quantity.after
    if after < len(run) and run[after].lower == "deel":
        after += 1
    if after < len(run) and run[after].lower in ("miljoen", "miljard") and quantity.value:
        scaled = number(run, quantity.first, page.text)
        if scaled is None:
            factor = 1e6 if run[after].lower == "miljoen" else 1e9
            scaled = replace(
                quantity, value=quantity.value * factor, after=after + 1, end=run[after].end, factor=factor
            )
        kind = kind_of(run, scaled, page.text)
        return _make(page, scaled, kind), scaled.after
    unit = kind_of(run, quantity, page.text)
    if unit.kind == "duration":
        return _make(page, quantity, unit), max(quantity.after, unit.after)
    noun = None
    end = quantity.end
    if after < len(run):
        partitive = run[after].lower == "van"
        phrase = noun_phrase(run, after + 1 if partitive else after, determined=partitive)
        if phrase:
            noun, end = phrase.head.text, phrase.head.end
    return _make(page, quantity, Kind("share", noun, None, end, quantity.after)), quantity.after


def _multiple(page: _Text, at: int) -> tuple[Figure, int] | None:
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
        value = next((v for stem, v in data["multiples"].items() if token.lower.startswith(stem)), None)
    if value is not None:
        quantity = Quantity(at, at + 1, token.start, token.end, value)
        return _make(page, quantity, Kind("multiple", None, None, token.end, at + 1)), at + 1
    quantity_found = number(run, at, page.text)
    if quantity_found is None or quantity_found.after + 1 >= len(run):
        return None
    times = run[quantity_found.after].lower
    more = run[quantity_found.after + 1].lower
    if times in words["times"] and more in words["as_much"]:
        if _is_name(page, at, quantity_found):
            return None
        kind = Kind("multiple", None, None, quantity_found.end, quantity_found.after + 2)
        return _make(page, quantity_found, kind), kind.after
    return None


def _aged(page: _Text, at: int) -> tuple[Figure, int] | None:
    """`19-jarige`, `negentienjarige`: only the number is the figure."""
    run, token = page.run, page.run[at]
    suffixes = table("units")["age"]["word_suffixes"]
    following = run[at + 1].lower if at + 1 < len(run) else ""
    length = following in table("traps")["lasting"]
    kind_name = "duration" if length else "age"
    if token.kind == "digits":
        match = re.compile(r"-?jarigen?\b").match(page.text, token.end)
        if not match:
            match = re.compile(r"-(?= (?:en|of|tot) \d+-jarig)").match(page.text, token.end)
        value = word_value(token.lower) if not match else float(token.text) if token.text.isdigit() else None
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
    return _make(page, quantity, kind), after


@cache
def _persons() -> frozenset[str]:
    return frozenset(table("units")["age"]["persons"])
