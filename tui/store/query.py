"""What a reader types to narrow a corpus, taken apart. Pure: text in, a query out.

    query   = { term }                              all of them hold
    term    = ["-"] ( field | word )                a minus turns it round
    word    = letters | '"' letters '"'             in the title, whatever its case and accents
    field   = "figure:" amount | "kind:" name | "noun:" word
            | "actor:" word | "speaker:" word | "stance:" name

An amount is told in tui.store.amounts. `kind:` and `stance:` take the start of a name (`kind:m`
is money, measure and multiple), `noun:`, `actor:` and `speaker:` the start of a word, in quotation
marks the whole of it. Blanks after a colon or a sign do no harm.

All that is said of figures is said of one and the same figure: `figure:>1000 noun:militairen` is
more than a thousand soldiers. So is what is turned round beside it: `figure:>1000 -kind:money` is
a figure that is no money. Alone, `-kind:money` is an article without any. What is said of claims,
by `speaker:` and `stance:`, is in the same way said of one and the same claim. Each `actor:` is
named somewhere in the article, by any name that it has in the corpus.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple, get_args

from tui.store.amounts import VALUE, Amount, QueryError, amount, bounds, content
from tui.text.article import FigureKind
from tui.text.article import Stance as StanceName

__all__ = [
    "HOW",
    "KINDS",
    "STANCES",
    "Amount",
    "Kind",
    "Noun",
    "Query",
    "QueryError",
    "Speaker",
    "Stance",
    "Who",
    "amount",
    "folded",
    "parse",
    "without_errors",
]

HOW = "title words · figure:>1000 noun:euro · actor:EU · speaker:VN -stance:denied"
"""What can be written, in one line of examples."""

KINDS: tuple[str, ...] = get_args(FigureKind)
STANCES: tuple[str, ...] = get_args(StanceName)
_FIELD = re.compile(r"(?P<name>[^\W\d_]+):")  # figure:
_BLANK = re.compile(r"\s*")


class Kind(NamedTuple):
    """A figure of one of these kinds."""

    names: tuple[str, ...]


class Noun(NamedTuple):
    """A figure of things whose noun begins with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


class Who(NamedTuple):
    """An actor with a name that has words beginning with a folded word, or is the `whole` of it."""

    word: str
    whole: bool = False


class Speaker(NamedTuple):
    """A claim by such an actor; also by one whom no name tells, in words as printed."""

    word: str
    whole: bool = False


class Stance(NamedTuple):
    """A claim with one of these stances."""

    names: tuple[str, ...]


Condition = Amount | Kind | Noun
Said = Speaker | Stance


@dataclass(frozen=True, slots=True)
class Query:
    """What an article is to be: words in its title, what holds for figures and claims, and who.

    `words` and `no_words` are folded; `wanted` and `unwanted` are conditions on one figure, `said`
    and `unsaid` on one claim. `actors` are named in it, and `no_actors` are not.
    """

    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    wanted: tuple[Condition, ...] = ()
    unwanted: tuple[Condition, ...] = ()
    said: tuple[Said, ...] = ()
    unsaid: tuple[Said, ...] = ()
    actors: tuple[Who, ...] = ()
    no_actors: tuple[Who, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether figures are asked for, so that those that fit can be counted."""
        return bool(self.wanted)

    @property
    def asks_actors(self) -> bool:
        """Whether anything is said of actors or their claims."""
        return bool(self.said or self.unsaid or self.actors or self.no_actors)

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


Thing = str | Condition | Said | Who
_FIELDS: dict[type, tuple[str, str]] = {
    str: ("words", "no_words"),
    **dict.fromkeys((Amount, Kind, Noun), ("wanted", "unwanted")),
    **dict.fromkeys((Speaker, Stance), ("said", "unsaid")),
    Who: ("actors", "no_actors"),
}
"""Where in a query something goes, and where what is turned round."""


def parse(text: str) -> Query:
    """Take apart what was typed. Raises QueryError, and nothing else."""
    found: dict[str, dict[Thing, None]] = {}
    at = _skip(text, 0)
    while at < len(text):
        minus = text[at] == "-"
        field = _FIELD.match(text, at + minus)
        thing: Thing
        if field:
            thing, end = _field(text, field, at)
        else:
            thing, end = _word(text, at, minus)
        if thing:
            found.setdefault(_FIELDS[type(thing)][minus], {})[thing] = None
        at = _skip(text, end)
    return Query(**{name: tuple(things) for name, things in found.items()})  # type: ignore[arg-type]


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
    value = VALUE.match(text, at + minus)
    if value is None or (minus and value.start() != _start(value)):
        raise QueryError(
            "a minus takes away what stands right after it: -kind:money, -sport", at, at + 1
        )
    return folded(content(value)), value.end()


def _field(text: str, field: re.Match[str], at: int) -> tuple[Condition | Said | Who, int]:
    name, value_at = field["name"].casefold(), field.end()
    if name == "figure":
        return bounds(text, at, value_at)
    value = VALUE.match(text, value_at)
    word = folded(content(value)) if value else ""
    end = value.end() if value else len(text.rstrip())
    if name in _NAMED:
        return _named(name, word, at, end), end
    if name in _WORDED:
        kind, example = _WORDED[name]
        if not word:
            raise QueryError(f"{name}: needs a word: {name}:{example}", at, end)
        return kind(word, bool(value and value["quoted"] is not None)), end
    raise QueryError(
        f'there is no field "{field["name"]}:"; there are {_ALL_FIELDS}. To find it in titles: '
        f'"{field["name"]}:"',
        at,
        field.end(),
    )


_NAMED: dict[str, tuple[type[Kind | Stance], tuple[str, ...]]] = {
    "kind": (Kind, KINDS),
    "stance": (Stance, STANCES),
}
_WORDED: dict[str, tuple[type[Noun | Who | Speaker], str]] = {
    "noun": (Noun, "militairen"),
    "actor": (Who, "NAVO"),
    "speaker": (Speaker, "NAVO"),
}
_ALL_FIELDS = "figure:, kind:, noun:, actor:, speaker: and stance:"


def _named(field: str, word: str, at: int, end: int) -> Kind | Stance:
    kind, known = _NAMED[field]
    names = tuple(name for name in known if name.startswith(word)) if word else ()
    if not names:
        wrong = f'there is no {field} "{word}"' if word else f"{field}: needs a name"
        raise QueryError(f"{wrong}; {field}s: {', '.join(known)}", at, end)
    return kind(names)


def _start(value: re.Match[str]) -> int:
    """Where the value itself begins, past the blanks before it."""
    return value.end() - len(value.group().lstrip())
