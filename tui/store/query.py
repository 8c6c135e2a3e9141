"""What a reader types to narrow a corpus, taken apart. Pure: text in, a query out.

    query   = { term }                              all of them hold
    term    = ["-"] ( field | word )                a minus turns it round
    word    = letters | '"' letters '"'             in the title, whatever its case and accents
    field   = "figure:" amount | "kind:" name | "noun:" word
    amount  = [ ">" | ">=" | "<" | "<=" | "=" ] number | [ number ] ".." [ number ]
    number  = 1500 | 12.000 | 2,5 | 6,7 miljard     as a Dutch reader writes it

`kind:` takes the start of a name (`kind:m` is money, measure and multiple), `noun:` the start of
a noun, in quotation marks the whole of it. Blanks after a colon or a sign do no harm.

All that is said of figures is said of one and the same figure: `figure:>1000 noun:militairen` is
more than a thousand soldiers. So is what is turned round beside it: `figure:>1000 -kind:money` is
a figure that is no money. Alone, `-kind:money` is an article without any.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, get_args

from tui.text.article import FigureKind

HOW = "title words · figure:>1000 · figure:5..20 · kind:money · noun:euro · -kind:age"
"""What can be written, in one line of examples."""

KINDS: tuple[str, ...] = get_args(FigureKind)
MAGNITUDES = {
    "duizend": 1_000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "miljard": 1_000_000_000,
    "mld": 1_000_000_000,
    "biljoen": 1_000_000_000_000,
}
_LONGEST = 30  # digits in a number; whatever is longer is a slip of the keyboard
_NUMBER = r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"  # 1500, 12.000, -2,5
_SIZE = "|".join(MAGNITUDES)  # miljard, mln.


def _one(name: str) -> str:
    """A number with its word, as groups of this name."""
    return rf"(?P<{name}>{_NUMBER})(?![\d,]|\.\d)(?:\s*(?P<{name}_word>{_SIZE})\b\.?)?"


_AMOUNT = re.compile(
    rf"\s*(?:(?P<sign>>=|<=|[<>=≥≤])\s*{_one('number')}"
    rf"|(?:{_one('low')}\s*)?(?P<dots>\.\.)(?:\s*{_one('high')})?"
    rf"|{_one('alone')})(?=\s|$)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?P<name>[^\W\d_]+):")  # figure:
_VALUE = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))')  # money, "Tweede Kamer"
_BLANK = re.compile(r"\s*")


class QueryError(ValueError):
    """What is wrong in a query and what can be written; `start` and `end` tell where."""

    def __init__(self, problem: str, start: int, end: int) -> None:
        super().__init__(problem)
        self.start = start
        self.end = end


class Amount(NamedTuple):
    """A figure that has to do with what lies between `low` and `high`, None where that is open.

    A range counts by any part of it, a vague figure by its least reading. A `strict` bound is
    not part of what is asked for.
    """

    low: float | None
    high: float | None
    strict: bool = False


class Kind(NamedTuple):
    """A figure of one of these kinds."""

    names: tuple[str, ...]


class Noun(NamedTuple):
    """A figure of things whose noun begins with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


Condition = Amount | Kind | Noun


@dataclass(frozen=True, slots=True)
class Query:
    """What an article is to be: words in its title, and what holds for one of its figures.

    `words` and `no_words` are folded; `wanted` and `unwanted` are conditions on one figure.
    """

    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    wanted: tuple[Condition, ...] = ()
    unwanted: tuple[Condition, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether figures are asked for, so that those that fit can be counted."""
        return bool(self.wanted)

    @property
    def asks_figures(self) -> bool:
        """Whether anything is said of figures."""
        return bool(self.wanted or self.unwanted)

    def titled(self, title: str) -> bool:
        """Whether a folded title has the words, and not those that it is not to have."""
        for word in self.words:
            if word not in title:
                return False
        return not (self.no_words and any(word in title for word in self.no_words))


def folded(text: str) -> str:
    """`text` without case and accents, every blank a space."""
    text = text.casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
    return " ".join(text.split())


def amount(value: float) -> float:
    """A number as far as it is compared: two ways to work it out give the same."""
    return float(f"{value:.12g}")


def parse(text: str) -> Query:
    """Take apart what was typed. Raises QueryError, and nothing else."""
    found: dict[tuple[bool, bool], list[str | Condition]] = {}
    at = _skip(text, 0)
    while at < len(text):
        minus = text[at] == "-"
        field = _FIELD.match(text, at + minus)
        thing: str | Condition | None
        if field:
            thing, end = _field(text, field, at)
        else:
            thing, end = _word(text, at, minus)
        if thing:
            found.setdefault((isinstance(thing, str), minus), []).append(thing)
        at = _skip(text, end)
    return Query(
        *(
            tuple(dict.fromkeys(found.get(which, ())))  # type: ignore[arg-type]
            for which in ((True, False), (True, True), (False, False), (False, True))
        )
    )


def without_errors(text: str) -> tuple[str, QueryError | None]:
    """What is right of a text that somebody is still typing, and the first thing that is wrong."""
    first: QueryError | None = None
    while True:
        try:
            parse(text)
        except QueryError as error:
            first = first or error
            text = f"{text[: error.start].rstrip()} {text[error.end :].lstrip()}".strip()
        else:
            return text.strip(), first


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _word(text: str, at: int, minus: bool) -> tuple[str, int]:
    value = _VALUE.match(text, at + minus)
    if value is None or (minus and value.start() != _start(value)):
        raise QueryError(
            "a minus takes away what stands right after it: -kind:money, -sport", at, at + 1
        )
    return folded(_content(value)), value.end()


def _field(text: str, field: re.Match[str], at: int) -> tuple[Condition, int]:
    name, value_at = field["name"].casefold(), field.end()
    if name == "figure":
        return _amount(text, at, value_at)
    value = _VALUE.match(text, value_at)
    content = folded(_content(value)) if value else ""
    end = value.end() if value else len(text.rstrip())
    if name == "kind":
        return _kind(content, at, end), end
    if name == "noun":
        if not content:
            raise QueryError("noun: needs a word: noun:militairen", at, end)
        return Noun(content, whole=bool(value and value["quoted"] is not None)), end
    raise QueryError(
        f'there is no field "{field["name"]}:"; there are figure:, kind: and noun:. To find it in '
        f'titles: "{field["name"]}:"',
        at,
        field.end(),
    )


def _kind(content: str, at: int, end: int) -> Kind:
    names = tuple(kind for kind in KINDS if kind.startswith(content)) if content else ()
    if not names:
        wrong = f'there is no kind "{content}"' if content else "kind: needs a name"
        raise QueryError(f"{wrong}; kinds: {', '.join(KINDS)}", at, end)
    return Kind(names)


def _amount(text: str, at: int, value_at: int) -> tuple[Amount, int]:
    match = _AMOUNT.match(text, value_at)
    if match is None or not match.group().strip(". \t"):
        raise _no_number(text, at, value_at)
    numbers = {
        name: _number(match, name, at)
        for name in ("number", "low", "high", "alone")
        if match[name] is not None
    }
    if match["dots"]:
        return _between(match, numbers.get("low"), numbers.get("high"), at), match.end()
    if "alone" in numbers:
        return Amount(numbers["alone"], numbers["alone"]), match.end()
    number, sign = numbers["number"], match["sign"]
    if sign == "=":
        return Amount(number, number), match.end()
    strict = sign in "<>"
    low, high = (number, None) if sign in (">", ">=", "≥") else (None, number)
    return Amount(low, high, strict), match.end()


def _between(match: re.Match[str], low: float | None, high: float | None, at: int) -> Amount:
    if low is None or high is None:
        return Amount(low, high)
    size = MAGNITUDES.get((match["high_word"] or "").casefold(), 1)
    if not match["low_word"] and low < high / size:
        low = amount(low * size)  # `1..2 miljoen` is from one million
    if low > high:
        raise QueryError("the first number must be the smaller: figure:500..2000", at, match.end())
    return Amount(low, high)


def _number(match: re.Match[str], name: str, at: int) -> float:
    digits = match[name]
    if len(digits) > _LONGEST:
        raise QueryError("that number is too long", at, match.end())
    size = MAGNITUDES.get((match[f"{name}_word"] or "").casefold(), 1)
    return amount(float(Decimal(digits.replace(".", "").replace(",", ".")) * size))


def _no_number(text: str, at: int, value_at: int) -> QueryError:
    value = _VALUE.match(text, value_at)
    end = value.end() if value else value_at
    wrong = _content(value).lstrip("<>=≥≤") if value else ""
    if not wrong.strip("."):
        return QueryError("figure: needs a number: >1000, <=2,5, 500..2000, 1500", at, end)
    if wrong.endswith("%"):
        return QueryError(f'write "{wrong}" as figure:{wrong[:-1]} kind:percent', at, end)
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", wrong):
        comma, dots = wrong.replace(".", ","), wrong.replace(".", "")
        return QueryError(f'"{wrong}" is read two ways: write {comma} or {dots}', at, end)
    return QueryError(f'"{wrong}" is no number: write 1500, 12.000, 2,5 or 6,7 miljard', at, end)


def _start(value: re.Match[str]) -> int:
    """Where the value itself begins, past the blanks before it."""
    return value.end() - len(value.group().lstrip())


def _content(value: re.Match[str]) -> str:
    quoted, bare = value.groups()
    return quoted if quoted is not None else bare
