"""Where in a text the words of a query stand, and one line of the text around them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store.query_tree import Query, Words
from tui.store.rows import Context, Span
from tui.store.words import Located
from tui.text.safe import safe_line

MOST_FOR_CONTEXT = 100
"""Among how many first hits of a text the line to show is chosen."""

_CUT = "…"


def spans(query: Query | None, body: str) -> tuple[Span, ...]:
    """Where in a text the words of a query stand, in order and not over each other."""
    marked = _in_text(query)
    if not marked:
        return ()
    return tuple((start, end) for start, end, _ in _found(marked, Located(body)))


def context(query: Query | None, body: str, width: int = 120) -> Context | None:
    """The piece of a text that shows most of what a query looks for; None where nothing stands.

    `width` is how many characters it has at most. Of pieces that show as much the first is taken.
    """
    told = told_of(query, body, width)
    return told[1]


def told_of(query: Query | None, body: str, width: int = 120) -> tuple[int, Context | None]:
    """How many times the words of a query stand in a text, and the piece to show."""
    marked = _in_text(query)
    found = _found(marked, Located(body)) if marked else []
    if not found:
        return 0, None
    return len(found), _piece(found, body, max(width, 8))


def around(places: Sequence[Span], body: str, width: int = 120) -> Context | None:
    """The piece of a text that begins with the first of some places; None where there are none."""
    return _piece([(*place, 0) for place in places], body, max(width, 8)) if places else None


def stand_in(words: Words, tokens: list[str]) -> bool:
    """Whether words stand in a text that is taken apart already."""
    return bool(_places(words, tokens))


def _in_text(query: Query | None) -> Sequence[Words]:
    return [words for words in query.marked if not words.title] if query is not None else []


_Hit = tuple[int, int, int]
"""Where a hit begins and ends, and which of the words looked for it is."""


def _found(marked: Sequence[Words], text: Located) -> list[_Hit]:
    """All hits in order; of those that lie over each other the first and longest."""
    hits: list[_Hit] = []
    for which, words in enumerate(marked):
        more = len(words.tokens) - 1
        for at in _places(words, text.words):
            hits.append((*text.span(at, at + more), which))
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    apart: list[_Hit] = []
    for hit in hits:
        if not apart or hit[0] >= apart[-1][1]:
            apart.append(hit)
    return apart


def _places(words: Words, tokens: list[str]) -> list[int]:
    """At which words of a text these ones begin."""
    first, *_ = words.tokens
    count = len(words.tokens)
    if count == 1:
        if words.begins:
            return [at for at, token in enumerate(tokens) if token.startswith(first)]
        return [at for at, token in enumerate(tokens) if token == first]
    rest = list(words.tokens[:-1] if words.begins else words.tokens)
    last = words.tokens[-1]
    return [
        at
        for at, token in enumerate(tokens)
        if token == first
        and at + count <= len(tokens)
        and tokens[at : at + len(rest)] == rest
        and (not words.begins or tokens[at + count - 1].startswith(last))
    ]


def _piece(found: list[_Hit], body: str, width: int) -> Context:
    first = _best(found[:MOST_FOR_CONTEXT], width * 3 // 4)
    at = found[first][0]
    start = _line_start(body, at, max(0, at - width // 4))
    end = min(len(body), start + width - (_CUT_WIDTH if start else 0))
    if end < len(body):
        end = max(_word_end(body, start, end - 1), min(found[first][1], end - 1))
    shown, places = _line(body, start, end)
    before, after = _CUT if start else "", _CUT if end < len(body) else ""
    inside = tuple(
        (places[max(a, start) - start] + len(before), places[min(b, end) - start] + len(before))
        for a, b, _ in found
        if a < end and b > start
    )
    return Context(f"{before}{shown}{after}", inside)


def _line(body: str, start: int, end: int) -> tuple[str, list[int]]:
    """A stretch of a text on one line, blanks in a row as one, and where each character went."""
    shown: list[str] = []
    places = []
    for character in safe_line(body[start:end]):
        places.append(len(shown))
        if not (character == " " and shown[-1:] == [" "]):
            shown.append(character)
    return "".join(shown), [*places, len(shown)]


_CUT_WIDTH = len(_CUT)


def _best(found: list[_Hit], room: int) -> int:
    """The hit from which on most of the different words stand within so many characters."""
    best, most = 0, 0
    for at, (start, _, _) in enumerate(found):
        kinds = set()
        for a, b, which in found[at:]:
            if b > start + room and a > start:
                break
            kinds.add(which)
        if len(kinds) > most:
            best, most = at, len(kinds)
    return best


def _line_start(body: str, hit: int, earliest: int) -> int:
    """Where to begin: with the sentence or paragraph if that fits, else with a word."""
    for mark in ("\n", ". ", "? ", "! "):
        at = body.rfind(mark, earliest, hit)
        if at >= 0:
            earliest = max(earliest, at + len(mark))
    if earliest and not body[earliest - 1].isspace():
        blank = body.find(" ", earliest, hit)
        earliest = blank + 1 if blank >= 0 else earliest
    while body[earliest].isspace():
        earliest += 1
    return earliest


def _word_end(body: str, start: int, end: int) -> int:
    blank = body.rfind(" ", start, end + 1)
    return blank if blank > start else end
