"""What is kept of each figure to find articles by, and how a query asks for it.

All of a corpus is asked in SQL (`having`), one figure in Python (`fits`): both say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.amounts import Amount
    from tui.store.query_tree import Condition, Figures, Kind
    from tui.text.article import Article, Figure

TABLES = """
CREATE TABLE noun (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
INSERT INTO noun VALUES (0, '');
CREATE TABLE figure (
    kind INTEGER NOT NULL,
    high REAL NOT NULL,
    noun INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (kind, high, noun, entry)
) WITHOUT ROWID;
CREATE INDEX figure_noun ON figure (noun, kind, high) WHERE noun > 0;
CREATE TABLE spread (
    kind INTEGER NOT NULL,
    high REAL NOT NULL,
    noun INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    low REAL NOT NULL,
    PRIMARY KEY (kind, high, noun, entry, low)
) WITHOUT ROWID;
"""
"""A noun stands once, however many figures count it; a kind is its place in `KINDS` of the query.
What an article has more than once stands once. Ranges, of which there are few, stand apart in
`spread`. No order is by entry: to forget the figures of one its article is needed.
"""

_PUT = "INSERT OR IGNORE INTO figure VALUES (?, ?, ?, ?)"
_PUT_RANGE = "INSERT OR IGNORE INTO spread VALUES (?, ?, ?, ?, ?)"
_DROP = """DELETE FROM {table} WHERE kind = ? AND high = ?
    AND noun = (SELECT id FROM noun WHERE word = ?) AND entry = ?"""
_AFTER = "\U0010ffff"  # sorts after all words that begin the same

_WHOLE = "noun > 0 AND noun IN (SELECT id FROM noun WHERE word = ?)"
_BEGINS = "noun > 0 AND noun IN (SELECT id FROM noun WHERE word >= ? AND word < ?)"

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


def reach(figures: Sequence[Quantity]) -> tuple[int, float | None, float | None]:
    """Of the figures of an article the kinds, a bit for each, and the least and the highest."""
    from tui.store.query_tree import KINDS

    kinds = sum(1 << KINDS.index(kind) for kind in {figure.kind for figure in figures})
    least = min((figure.low for figure in figures), default=None)
    return kinds, least, max((figure.high for figure in figures), default=None)


def put(connection: Connection, found: Sequence[tuple[int, Sequence[Quantity]]]) -> None:
    """Keep the figures of entries that have none yet."""
    from tui.store.query_tree import KINDS

    words = {figure.noun for _, figures in found for figure in figures}
    connection.executemany("INSERT OR IGNORE INTO noun (word) VALUES (?)", [(w,) for w in words])
    asked = "SELECT word, id FROM noun WHERE word IN (SELECT value FROM json_each(?))"
    nouns = dict(connection.execute(asked, (json.dumps(list(words)),)).fetchall())
    kinds = {name: number for number, name in enumerate(KINDS)}
    points, ranges = [], []
    for at, figures in found:
        for kind, low, high, noun in figures:
            row = kinds[kind], high, nouns[noun], at
            if low == high:
                points.append(row)
            else:
                ranges.append((*row, low))
    # In the order of the table: next to each other they are put in in half the time.
    connection.executemany(_PUT, sorted(points))
    connection.executemany(_PUT_RANGE, sorted(ranges))


def drop(connection: Connection, entry: int, article: Article | None) -> None:
    """Forget the figures of an entry, which were those of this article; if it is lost, of any."""
    if article is None:
        for table in ("figure", "spread"):
            connection.execute(f"DELETE FROM {table} WHERE entry = ?", (entry,))
        return
    from tui.store.query_tree import KINDS

    for table in ("figure", "spread"):
        connection.executemany(
            _DROP.format(table=table),
            {
                (KINDS.index(each.kind), each.high, each.noun, entry)
                for each in quantities(article.figures)
                if (table == "figure") is (each.low == each.high)
            },
        )


def having(figures: Figures) -> Asked:
    """Asks for the entries that have a figure which fits, maybe more than once each."""
    reached = _reached(figures)
    if reached is not None:
        return f"SELECT id FROM entry WHERE {reached[0]}", reached[1]
    point, values = _fitting(figures, "high")
    between, more = _fitting(figures, "low")
    points, ranges = f"figure WHERE {point}", f"spread WHERE {between}"
    return f"SELECT entry FROM {points} UNION ALL SELECT entry FROM {ranges}", [*values, *more]


def _reached(figures: Figures) -> Asked | None:
    """The condition on all figures of an article together; None where it takes them one by one.

    What so little is asked of, nearly all articles have: there are many more figures than these.
    """
    from tui.store.amounts import Amount
    from tui.store.query_tree import Kind

    if len(figures.wanted) != 1 or figures.unwanted:
        return None
    (condition,) = figures.wanted
    if isinstance(condition, Kind):
        return f"kinds & {_bits(condition)}", []
    if not isinstance(condition, Amount):
        return None
    low, high, strict = condition
    if high is None and low is not None:
        return f"most {'>' if strict else '>='} ?", [low]
    if low is None and high is not None:
        return f"least {'<' if strict else '<='} ?", [high]
    return None


def _bits(kind: Kind) -> int:
    from tui.store.query_tree import KINDS

    return sum(1 << KINDS.index(name) for name in kind.names)


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


def _fitting(figures: Figures, low: str) -> Asked:
    """The condition on a figure whose lower end stands in the column `low`."""
    told = [_holds(condition, low) for condition in figures.wanted]
    told += [_turned(_holds(condition, low)) for condition in figures.unwanted]
    return _joined(told, " AND ")


def _holds(condition: Condition, low: str) -> Asked:
    from tui.store.amounts import Amount
    from tui.store.query_tree import KINDS, Figures, Kind, OneOf

    if isinstance(condition, OneOf):
        options = [each for each in condition.options if isinstance(each, Figures)]
        return _joined([_fitting(each, low) for each in options], " OR ")
    if isinstance(condition, Kind):
        numbers = [str(KINDS.index(name)) for name in condition.names]
        return f"kind IN ({', '.join(numbers)})", []
    if isinstance(condition, Amount):
        return _between(condition, low)
    if condition.whole:
        return _WHOLE, [condition.word]
    return _BEGINS, [condition.word, condition.word + _AFTER]


def _between(amount: Amount, column: str) -> Asked:
    more, less = (">", "<") if amount.strict else (">=", "<=")
    low, high = amount.low, amount.high
    # What holds for all comes first: figures lie by kind, and each kind by height.
    told = [_any_kind()]
    if low is not None:
        told.append(f"high {more} ?")
    if high is not None:
        told.append(f"{column} {less} ?")
    return " AND ".join(told), [end for end in (low, high) if end is not None]


def _any_kind() -> str:
    from tui.store.query_tree import KINDS

    return f"kind IN ({', '.join(map(str, range(len(KINDS))))})"


def _turned(asked: Asked) -> Asked:
    return f"NOT ({asked[0]})", asked[1]


def _joined(told: Sequence[Asked], word: str) -> Asked:
    return word.join(f"({where})" for where, _ in told), [v for _, values in told for v in values]
