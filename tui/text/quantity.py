"""A number or a range while it is read, and the words of the number grammar as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tui.text.language import table


@dataclass(slots=True)
class Quantity:
    """A number or a range, while it is read. `first` and `after` are the indexes of its tokens.

    `start` and `end` are its offsets in the text, `factor` the magnitude word that it was
    multiplied by (1 without), `digits` whether it is written in digits, `money` the currency of
    a sign that touches it, `joiner` the word or dash between the two ends of a range, `how` the
    rules that made its value with the token each went by, where a text is traced.
    """

    first: int
    after: int
    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    factor: float = 1
    digits: bool = False
    money: str | None = None
    joiner: str | None = None
    how: tuple[tuple[str, int], ...] = ()


@cache
def grammar(name: str) -> frozenset[str]:
    """The words of `nl/numbers.toml` that play a part in numbers, as a set."""
    words = table("numbers")["grammar"][name]
    return frozenset([words] if isinstance(words, str) else words)


@cache
def article() -> str:
    """`een`, which is a number only where what follows makes it one."""
    return str(table("numbers")["grammar"]["article"])
