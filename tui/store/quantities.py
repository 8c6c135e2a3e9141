"""What is kept of each figure to find articles by, and how a query asks for it.

All of a corpus is asked in SQL (`having`), one figure in Python (`fits`): both say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.query_tree import Condition, Figures
    from tui.text.article import Article, Figure

TABLES = """
CREATE TABLE noun (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE figure (
    kind INTEGER NOT NULL,
    high REAL NOT NULL,
    noun INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    low REAL,
    PRIMARY KEY (kind, high, noun, entry, nth)
) WITHOUT ROWID;
CREATE INDEX figure_noun ON figure (noun, kind, high, low);
"""
"""A noun stands once, however many figures count it; a kind is its place in `KINDS` of the query;
`low` is there for a range only. No order is by entry: to forget those of one its article is needed.
"""

_PUT = "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)"
_DROP = """DELETE FROM figure WHERE kind = ? AND high = ?
    AND noun = (SELECT id FROM noun WHERE word = ?) AND entry = ?"""
_AFTER = "\U0010ffff"  # sorts after all words that begin the same

_BEGINS = "noun IN (SELECT id FROM noun WHERE word >= ? AND word < ?)"

Asked = tuple[str, list[str | float]]
"""A condition in SQL and the values for its question marks."""


class Quantity(NamedTuple):
    """A figure as it is searched for: `low` and `high` are the same unless it is a range.

    A vague figure counts by its least reading. `noun` is folded; it is the unit where no noun
    stands (`€ 300` has EUR), and empty where there is neither.
    """

    kind: str
    low: float
    high: float
    noun: str


def quantities(figures: Iterable[Figure]) -> tuple[Quantity, ...]:
    """What is kept of the figures of an article; those without any number have no place here."""
    from tui.store.query import amount, folded

    found = []
    for figure in figures:
        numbers = [n for n in (figure.value, figure.low, figure.high) if n is not None]
        if numbers:
            low, high = amount(min(numbers)), amount(max(numbers))
            noun = folded(figure.noun or figure.unit or "")
            found.append(Quantity(figure.kind, low, high, noun))
    return tuple(found)


def put(connection: Connection, found: Sequence[tuple[int, Sequence[Quantity]]]) -> None:
    """Keep the figures of entries that have none yet."""
    from tui.store.query_tree import KINDS

    words = {figure.noun for _, figures in found for figure in figures}
    connection.executemany("INSERT OR IGNORE INTO noun (word) VALUES (?)", [(w,) for w in words])
    asked = "SELECT word, id FROM noun WHERE word IN (SELECT value FROM json_each(?))"
    nouns = dict(connection.execute(asked, (json.dumps(list(words)),)).fetchall())
    kinds = {name: number for number, name in enumerate(KINDS)}
    rows = [
        (kinds[kind], high, nouns[noun], at, nth, low if low != high else None)
        for at, figures in found
        for nth, (kind, low, high, noun) in enumerate(figures)
    ]
    connection.executemany(_PUT, rows)


def drop(connection: Connection, entry: int, article: Article | None) -> None:
    """Forget the figures of an entry, which were those of this article; if it is lost, of any."""
    if article is None:
        connection.execute("DELETE FROM figure WHERE entry = ?", (entry,))
        return
    from tui.store.query_tree import KINDS

    connection.executemany(
        _DROP,
        {(KINDS.index(f.kind), f.high, f.noun, entry) for f in quantities(article.figures)},
    )


def having(figures: Figures) -> Asked:
    """Asks for the entries that have a figure which fits, maybe more than once each."""
    where, values = _fitting(figures)
    return f"SELECT entry FROM figure WHERE {where}", values


def fits(figures: Figures, figure: Quantity) -> bool:
    """Whether one figure is what was asked for."""
    return all(_fits(condition, figure) for condition in figures.wanted) and not any(
        _fits(condition, figure) for condition in figures.unwanted
    )


def _fits(condition: Condition, figure: Quantity) -> bool:
    from tui.store.amounts import Amount
    from tui.store.query_tree import Figures, Kind, OneOf

    if isinstance(condition, OneOf):
        return any(isinstance(each, Figures) and fits(each, figure) for each in condition.options)
    if isinstance(condition, Kind):
        return figure.kind in condition.names
    if isinstance(condition, Amount):
        low, high, strict = condition
        enough = low is None or (figure.high > low if strict else figure.high >= low)
        return enough and (high is None or (figure.low < high if strict else figure.low <= high))
    if condition.whole:
        return figure.noun == condition.word
    return figure.noun.startswith(condition.word)


def _fitting(figures: Figures) -> Asked:
    told = [_holds(condition) for condition in figures.wanted]
    told += [_turned(_holds(condition)) for condition in figures.unwanted]
    return _joined(told, " AND ")


def _holds(condition: Condition) -> Asked:
    from tui.store.amounts import Amount
    from tui.store.query_tree import KINDS, Figures, Kind, OneOf

    if isinstance(condition, OneOf):
        options = [each for each in condition.options if isinstance(each, Figures)]
        return _joined([_fitting(each) for each in options], " OR ")
    if isinstance(condition, Kind):
        numbers = [str(KINDS.index(name)) for name in condition.names]
        return f"kind IN ({', '.join(numbers)})", []
    if isinstance(condition, Amount):
        more, less = (">", "<") if condition.strict else (">=", "<=")
        bounds: list[Asked] = []
        if condition.low is not None:
            bounds.append((f"high {more} ?", [condition.low]))
        if condition.high is not None:
            bounds.append((f"coalesce(low, high) {less} ?", [condition.high]))
        return _joined(bounds, " AND ")
    if condition.whole:
        return "noun IN (SELECT id FROM noun WHERE word = ?)", [condition.word]
    return _BEGINS, [condition.word, condition.word + _AFTER]


def _turned(asked: Asked) -> Asked:
    return f"NOT ({asked[0]})", asked[1]


def _joined(told: Sequence[Asked], word: str) -> Asked:
    return word.join(f"({where})" for where, _ in told), [v for _, values in told for v in values]
