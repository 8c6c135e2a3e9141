"""A sentence as a row of words and signs, with each quotation as one word of it."""

from __future__ import annotations

import re

from tui.text.sayings import cue_words

QUOTE = "“”"
"""Stands in a line for a quotation, its marks and all."""
END = "\n"
"""Stands behind the last word of a line, so that one may look a few words ahead."""
STOPS = frozenset([";", ":", ".", "!", "?", "…", END])
"""Signs that a clause does not go across."""
_WORD = re.compile(r"\w+(?:[-'’./&]\w+)*|[^\w\s]")
_MARKS = "\"'“”„‘’«»"
_ENDS, _NOTHING = (END, END, END), ("", "", "")


class Line:
    """A sentence: its words and where they stand, with three `END`s behind them.

    `lowers` are the words in lower case, with `QUOTE` for a quotation. `starts` and `ends` tell
    where they stand: most sentences say nothing, so these are made for the first who asks.
    `marks` keeps the places of its verbs of saying, once somebody has looked for them.
    """

    __slots__ = ("end", "ends", "lowers", "marks", "start", "starts", "text", "texts")

    def __init__(self, text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks: list[int] | None = None
        if quotes:
            self._with_quotes(quotes)
            return
        texts = _WORD.findall(text, start, end)
        lowers = " ".join(texts).lower().split(" ") if texts else []
        if "." in lowers[:-1]:
            self._keep([m.span() for m in _WORD.finditer(text, start, end)], texts, lowers)
        else:
            self.texts = [*texts, *_NOTHING]
            self.lowers = [*lowers, *_ENDS]

    def _with_quotes(self, quotes: list[tuple[int, int]]) -> None:
        text, start, end = self.text, self.start, self.end
        spans: list[tuple[int, int]] = []
        quoted: list[int] = []
        at = start
        for a, b in quotes:
            first = a - 1 if a > start and text[a - 1] in _MARKS else a
            last = b + 1 if b < end and text[b] in _MARKS else b
            spans += [match.span() for match in _WORD.finditer(text, at, first)]
            quoted.append(len(spans))
            spans.append((first, last))
            at = last
        spans += [match.span() for match in _WORD.finditer(text, at, end)]
        texts = [text[a:b] for a, b in spans]
        lowers = [word.lower() for word in texts]
        for place in quoted:
            lowers[place] = QUOTE
        self._keep(spans, texts, lowers)

    def _keep(self, spans: list[tuple[int, int]], texts: list[str], lowers: list[str]) -> None:
        if "." in lowers[:-1]:
            spans, texts, lowers = _with_shortened(spans, texts, lowers)
        self.texts = [*texts, *_NOTHING]
        self.lowers = [*lowers, *_ENDS]
        self._place(spans)

    def _place(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [a for a, _ in spans] + [self.end] * 3
        self.ends = [b for _, b in spans] + [self.end] * 3

    def __getattr__(self, name: str) -> list[int]:
        """Where the words stand, when that is asked for first."""
        if name not in ("starts", "ends"):
            raise AttributeError(name)
        self._place([match.span() for match in _WORD.finditer(self.text, self.start, self.end)])
        return self.starts if name == "starts" else self.ends

    def __len__(self) -> int:
        """How many words and signs there are, without the ends behind them."""
        return len(self.lowers) - 3

    def told(self, first: int, last: int) -> str:
        """The text from one word up to another one, that one left out."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def matches(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand at a place."""
        return tuple(self.lowers[at : at + len(phrase)]) == phrase


def _with_shortened(
    spans: list[tuple[int, int]], texts: list[str], lowers: list[str]
) -> tuple[list[tuple[int, int]], list[str], list[str]]:
    """The words with the full stop of an abbreviation as part of it: `prof.`, `J.`, `P.J.`."""
    kept: list[tuple[tuple[int, int], str, str]] = []
    last = len(lowers) - 1
    for place, word in enumerate(zip(spans, texts, lowers, strict=True)):
        if word[1] == "." and place < last and kept and _is_shortened(*kept[-1], word[0][0]):
            (start, _), text, lower = kept.pop()
            word = ((start, word[0][1]), f"{text}.", f"{lower}.")
        kept.append(word)
    return [a for a, _, _ in kept], [b for _, b, _ in kept], [c for _, _, c in kept]


def _is_shortened(span: tuple[int, int], text: str, lower: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to the word before it."""
    if span[1] != stop or lower == QUOTE:
        return False
    initials = text.replace(".", "").isupper() and len(text.split(".")[-1]) == 1
    return initials or lower in cue_words("small", "abbreviations")
