"""A sentence as words with their places in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tui.text.article import Figure
from tui.text.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or the headline, as words with their places in the text."""

    nth: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The place of the word that stands at an offset, or of the last before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def behind(self, figure: Figure) -> int:
        """The place behind the whole phrase of a figure."""
        size = max(len(figure.phrase), len(figure.text))
        return self.at(figure.start + size - 1) + 1

    def words(self, first: int, stop: int) -> str:
        """Some of its words in lower case."""
        return " ".join(self.lowers[first:stop])


def line_of(nth: int, text: str, start: int) -> Line:
    """The line of a sentence that begins at an offset."""
    found = tuple(tokens(text, start))
    lowers = tuple(token.lower for token in found)
    starts = tuple(token.start for token in found)
    return Line(nth, start, start + len(text), found, lowers, starts)
