"""A text whose dates are being found, and how its forms look at the words around an anchor."""

from __future__ import annotations

import re
from datetime import date

from tui.text.datepatterns import forms
from tui.text.datewords import some
from tui.text.periods import Issue, Span
from tui.text.tense import Tense, tells_event, tense_of

_REACH = 70
_WORD = 24
_DASHES = frozenset("-–—/")
_OPENERS = "(“\"‘'„[-–"


class Dated:
    """A text whose dates are being found: what is known of it, and what was found so far.

    `low` is the text in lower case, of the same length. Found are stretches of the text with
    their days, or None for one that is named and not known.
    """

    __slots__ = ("_last", "found", "issue", "known", "low", "open", "text")

    def __init__(self, text: str, low: str, issue: Issue | None) -> None:
        self.text, self.low, self.issue = text, low, issue
        self.found: list[tuple[int, int, Span | None]] = []
        self.known: dict[tuple[int, int], set[int]] = {}
        self._last = -1, ""
        self.open: dict[int, tuple[int, int]] = {}

    @property
    def today(self) -> date | None:
        """The day of publication, where the very day is known."""
        return self.issue.day if self.issue else None

    def add(self, start: int, end: int, span: Span | None) -> int:
        """Keep a date in the place of those that stand in it; the offset from where to go on."""
        while self.found and self.found[-1][0] >= start:
            self.open.pop(self.found.pop()[0], None)
        if not self.found or self.found[-1][1] <= start:
            self.found.append((start, end, span))
        return end

    def left(self, name: str, at: int) -> re.Match[str] | None:
        """The pattern of that name where it ends at an offset."""
        pattern, gate, numbered = forms()[name]
        if gate is not None:
            if self._last[0] != at:
                self._last = at, self._last_word(at)
            last = self._last[1]
            if last not in gate and not (numbered and last[:1].isdigit()):
                return None
        return pattern.search(self.low, max(0, at - _REACH), at)

    def _last_word(self, at: int) -> str:
        """The word right before an offset, or the dash or slash that touches it."""
        low = self.low
        lead = low[at - 1 : at]
        if lead != " ":
            return lead if lead in _DASHES else ""
        word = low[max(low.rfind(" ", max(0, at - _WORD), at - 1) + 1, at - _WORD, 0) : at - 1]
        return word.rpartition("\n")[2].lstrip(_OPENERS) or word

    def right(self, name: str, at: int) -> re.Match[str] | None:
        """The pattern of that name where it begins at an offset."""
        return forms()[name].pattern.match(self.low, at)

    def words_before(self, at: int, most: int = 3) -> list[str]:
        """The words right before an offset, up to the nearest mark or line end."""
        if self.low[at - 1] != " ":
            return []
        chunk = self.low[max(0, at - 40) : at].rpartition("\n")[2]
        words: list[str] = []
        for word in reversed(chunk.split()[-most:]):
            if word[-1] in ',;:!?)”".' and word not in some("known_points"):
                break
            if not (bare := word.lstrip(_OPENERS)):
                break
            words.insert(0, bare)
        return words

    def word_behind(self, at: int) -> str:
        """The word behind an offset, without its marks."""
        return self.low[at : at + 30].split("\n")[0].partition(" ")[2].partition(" ")[0].strip(",.")

    def is_name(self, start: int) -> bool:
        """Whether a word has a capital that is not that of a sentence."""
        if not self.text[start].isupper():
            return False
        lead = self.text[max(0, start - 3) : start].rstrip(" ")
        return bool(lead) and (lead[-1].isalnum() or lead[-1] in ",'’-&")

    def tense(self, start: int, end: int) -> Tense:
        """Whether the sentence tells of a day past or to come."""
        return tense_of(self.low, start, end)

    def tells_event(self, start: int, end: int) -> bool:
        """Whether the sentence tells that something happened, or will, on that very day."""
        return tells_event(self.low, start, end)
