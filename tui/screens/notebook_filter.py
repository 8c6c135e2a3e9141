"""What narrows the notebook: words, and fields as `tag:militair -status:denied state:changed`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.finding import fold
from tui.store.anchoring_model import State
from tui.store.marked import KINDS, STATUSES, Mark, Placed

STATES: tuple[State, ...] = ("ANCHORED", "CHANGED", "AMBIGUOUS", "ORPHAN")
MINE = ("me", "mine")
FIELDS: tuple[str, ...] = (
    *("tag", "status", "kind", "state", "speaker", "article", "by", "side", "is"),
)
_CHOICES: Mapping[str, Sequence[str]] = {
    "status": STATUSES,
    "kind": KINDS,
    "state": [*(state.lower() for state in STATES), "gone"],
    "side": ("for", "against"),
}
_TERM = re.compile(r'(?P<no>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<word>\S+))')
"""`word`, `"some words"`, `tag:militair`, `-speaker:"de minister"`."""


_NOT_HERE = ("OR", "AND", "NOT")
ALL_OF_IT = "all words must be there; -word is without it, and there is no OR"


class Term(NamedTuple):
    """One thing that is asked of a mark, or with `no` that it is not so; `value` is folded."""

    field: str
    value: str
    no: bool = False


class Filter(NamedTuple):
    """All that is asked of a mark, and what of it cannot be, as a sentence."""

    terms: tuple[Term, ...] = ()
    problem: str = ""


def parse(text: str) -> Filter:
    """What somebody typed; what cannot be asked is left out, and told."""
    terms: list[Term] = []
    problem = ""
    for found in _TERM.finditer(text):
        field = found["field"] or ""
        word = found["word"] if found["word"] is not None else found["quoted"]
        if field and field not in FIELDS:
            problem = problem or f"no field {field}: there are {', '.join(FIELDS)}"
            continue
        if not field and (_begun(word) or word in _NOT_HERE):
            problem = problem or (ALL_OF_IT if word in _NOT_HERE else "")
            continue
        value = fold(word)[0].strip()
        if not value or value == "-":
            continue
        if field == "is":
            field, value = _is(value)
        choices = _CHOICES.get(field)
        if choices and not any(choice.startswith(value) for choice in choices):
            problem = problem or f"{field or 'is'}: is one of {', '.join(choices)}"
            continue
        if field == "state" and "gone".startswith(value):
            value = "orphan"
        terms.append(Term(field, value, bool(found["no"])))
    return Filter(tuple(terms), problem)


def _begun(word: str) -> bool:
    """Whether a field is named and what is asked of it is still to be typed: `speaker:`."""
    return word.endswith(":") and word[:-1] in FIELDS


def _is(value: str) -> tuple[str, str]:
    """`is:changed` is of a state, `is:claim` of a kind, `is:denied` of a status; and `is:stale`."""
    for field in ("state", "status", "kind"):
        if any(choice.startswith(value) for choice in _CHOICES[field]):
            return field, value
    if "stale".startswith(value):
        return "is", value
    return "kind", value


class Sieve:
    """Lets through what fits a filter; the words of a mark are folded once for all filters."""

    def __init__(self) -> None:
        self._folded: dict[str, tuple[Mark, str, str]] = {}

    def fitting(self, marks: Iterable[Placed], wanted: Filter) -> list[Placed]:
        """The marks that fit."""
        if not wanted.terms:
            return list(marks)
        return [placed for placed in marks if self.fits(placed, wanted)]

    def fits(self, placed: Placed, wanted: Filter) -> bool:
        """Whether a mark is all that is asked."""
        return all(self._fits(placed, term) != term.no for term in wanted.terms)

    def _fits(self, placed: Placed, term: Term) -> bool:
        return _BY_FIELD[term.field](self, placed, term.value)

    def text(self, placed: Placed, value: str) -> bool:
        """Whether words stand anywhere in what is told of a mark."""
        kept = self._folded.get(placed.mark.id)
        if kept is None or kept[0] is not placed.mark or kept[1] != placed.title:
            kept = self._folded[placed.mark.id] = placed.mark, placed.title, _words(placed)
        return value in kept[2]


def _words(placed: Placed) -> str:
    mark, claimed = placed.mark, placed.mark.claimed
    quote = mark.selector.exact.replace("\n", " ") if mark.selector else ""
    said = (claimed.speaker, claimed.via, *(f.phrase for f in claimed.figures)) if claimed else ()
    parts = (mark.text, quote, *mark.tags, placed.title, mark.path, mark.actor, mark.by, *said)
    text = " \n".join(parts)
    return text.lower() if text.isascii() else fold(text)[0]  # the first is much the quicker


def _tagged(sieve: Sieve, placed: Placed, value: str) -> bool:
    names = (fold(tag)[0] for tag in placed.mark.tags)
    value = value.strip("/")
    return any(f"/{name}/".find(f"/{value}") >= 0 for name in names)


def _status(sieve: Sieve, placed: Placed, value: str) -> bool:
    claimed = placed.mark.claimed
    return claimed is not None and claimed.status.startswith(value)


def _speaker(sieve: Sieve, placed: Placed, value: str) -> bool:
    claimed = placed.mark.claimed
    said = f"{claimed.speaker}\n{claimed.via}" if claimed else placed.mark.actor
    return value in fold(said)[0]


def _article(sieve: Sieve, placed: Placed, value: str) -> bool:
    mark = placed.mark
    return value in fold(f"{placed.title}\n{mark.cited.title}\n{mark.path}\n{placed.key or ''}")[0]


def _by(sieve: Sieve, placed: Placed, value: str) -> bool:
    return value in fold(placed.mark.by)[0] if placed.mark.by else value in MINE


_BY_FIELD: Mapping[str, Callable[[Sieve, Placed, str], bool]] = {
    "": Sieve.text,
    "tag": _tagged,
    "status": _status,
    "kind": lambda sieve, placed, value: placed.mark.kind.startswith(value),
    "state": lambda sieve, placed, value: placed.state.lower().startswith(value),
    "side": lambda sieve, placed, value: placed.mark.side.startswith(value),
    "speaker": _speaker,
    "article": _article,
    "by": _by,
    "is": lambda sieve, placed, value: bool(placed.mark.claimed and placed.mark.claimed.stale),
}
