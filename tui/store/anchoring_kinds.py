"""What kind of difference two wordings have: in a number, a unit, a negation, a hedge, a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tui.store.anchoring_model import KINDS, Kind
from tui.store.anchoring_tokens import Tokens
from tui.store.anchoring_words import (
    days,
    hedges,
    is_measure,
    is_number,
    negates,
    people,
    words_of_hedges,
)
from tui.text.article import Figure
from tui.text.figures import figures
from tui.text.gazetteer import WORD, gazetteer
from tui.text.language import table
from tui.text.listed import closed, is_title
from tui.text.sentences import sentences

Spans = tuple[int, int]
"""From which token up to which."""


@dataclass(frozen=True)
class Wording:
    """A short text whose words are told apart by what they mean; its figures are read once."""

    tokens: Tokens

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it."""
        text = self.tokens.text
        return figures(text, sentences(text), [])

    @cached_property
    def shouted(self) -> bool:
        """Whether it has no small letters: its capitals name nobody."""
        return self.tokens.text.isupper()

    def kinds(self, at: int) -> set[Kind]:
        """What a word says, if it is more than a word."""
        key = self.tokens.keys[at]
        found: set[Kind] = set()
        if is_number(key):
            found.add("number")
        elif is_measure(key) or self._is_counted(at):
            found.add("unit")
        if negates(key):
            found.add("negation")
        if key in hedges() or self._is_about_number(at):
            found.add("hedge")
        if "unit" not in found and self._names(at):
            found.add("name")
        return found

    def has_read(self, span: Spans) -> bool:
        """Whether each number among some tokens is an amount: `artikel 5` has none."""
        t = self.tokens
        return all(
            any(f.start < t.ends[at] and f.end > t.starts[at] for f in self.figures)
            for at in range(*span)
            if is_number(t.keys[at])
        )

    def values(self, span: Spans) -> list[tuple[object, ...]]:
        """The amounts from one token up to another, however they are printed."""
        start, end = self.tokens.stretch(*span)
        return [
            (f.value, f.low, f.high, f.kind, f.unit, f.hedge, f.noun if f.kind == "count" else "")
            for f in self.figures
            if f.start < end and f.end > start
        ]

    def _is_counted(self, at: int) -> bool:
        start, end = self.tokens.starts[at], self.tokens.ends[at]
        return any(
            figure.noun is not None
            and figure.end <= start < figure.end + len(figure.phrase)
            and self.tokens.text[start:end] in figure.noun
            for figure in self.figures
        )

    def _is_about_number(self, at: int) -> bool:
        keys = self.tokens.keys
        if keys[at] not in words_of_hedges():
            return False
        return any(map(is_number, keys[at + 1 : at + 1 + table("marks")["hedge"]["longest"]]))

    def _names(self, at: int) -> bool:
        key, printed = self.tokens.keys[at], self.tokens.shown(at)
        if key in people() or is_title(key):
            return True
        if not printed[0].isupper() or self.shouted:
            return False
        lists = gazetteer()
        if self.tokens.opens(at):
            plain = key in closed() or WORD[0] in lists.classes.get(printed)
            listed = lists.get(printed) or printed in lists.classes
            return not plain and bool(listed or printed in lists.adjectives | lists.first_names)
        return True


def differing(old: Wording, new: Wording, gone: Spans, come: Spans) -> tuple[Kind, ...]:
    """What kinds of difference there are between words that are gone and those in their place.

    A number that is only printed otherwise (`3000`, `3.000`, `drieduizend`) is one of wording: its
    value is the same, but whether the writer meant the same is for a person to say, as `1.500`
    may have been a slip for `1,500`. That it is not passed over in silence costs a look at most.
    """
    found = _of(old, gone) | _of(new, come)
    if found & {"number", "unit"} and old.has_read(gone) and new.has_read(come):
        before, after = old.values(_widened(old, gone)), new.values(_widened(new, come))
        if before and before == after:
            found -= {"number"} if _names_units(old, gone, new, come) else {"number", "unit"}
    if _days_in(old, gone) != _days_in(new, come):
        found.add("number")
    if _is_negated(old, new, gone, come):
        found.add("negation")
    return tuple(kind for kind in KINDS if kind in found) or ("wording",)


def _days_in(wording: Wording, span: Spans) -> list[str]:
    """The names of days and months among some tokens."""
    return [key for key in wording.tokens.keys[span[0] : span[1]] if key in days()]


def _of(wording: Wording, span: Spans) -> set[Kind]:
    return {kind for at in range(*span) for kind in wording.kinds(at)}


def _widened(wording: Wording, span: Spans) -> Spans:
    """Some words more at either side: a number without its noun has no unit."""
    return max(0, span[0] - 2), min(len(wording.tokens.keys), span[1] + 2)


def _is_negated(old: Wording, new: Wording, gone: Spans, come: Spans) -> bool:
    """Whether a word became its contrary: `veilig`, `onveilig`; `rookvrij`, `rook`."""
    before = {old.tokens.keys[at] for at in range(*gone)}
    after = {new.tokens.keys[at] for at in range(*come)}
    negation = table("marks")["negation"]
    return any(
        f"{front}{word}" in others
        for words, others in ((before, after), (after, before))
        for word in words
        for front in negation["fronts"]
    ) or any(
        word + end in others
        for words, others in ((before, after), (after, before))
        for word in words
        for end in negation["ends"]
    )


def _names_units(old: Wording, gone: Spans, new: Wording, come: Spans) -> bool:
    """Whether one word for a unit stands for another: `procentpunt` is not quite `procent`."""
    return all(
        any(map(str.isalpha, w.tokens.keys[at])) and is_measure(w.tokens.keys[at])
        for w, span in ((old, gone), (new, come))
        for at in range(*span)
    )
