"""The words of a text as they are searched for, and where SQLite keeps them.

A word is letters and digits in one go, without case and accents: `Oekraïne` is `oekraine`. Dots
between thousands are no part of a number: `3.000` is `3000`. SQLite is given words that were
already taken apart here, so that a text, a query and a test all mean the same by them.

Two tables hold them. `word` only knows which articles have a word, which makes it small and fast
for the commonest of words and for beginnings; a headline's words stand there once more, marked.
`phrase` knows where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from tui.text.letters import PLAIN

# The tokenizer of FTS5 parts at what is no letter or digit in ASCII: here, at the spaces alone.
TABLES = """
CREATE VIRTUAL TABLE word USING fts5(
    text, content='', columnsize=0, detail=none, tokenize='ascii', prefix='2 3'
);
CREATE VIRTUAL TABLE phrase USING fts5(title, body, content='', columnsize=0, tokenize='ascii');
CREATE INDEX entry_unread ON entry (state) WHERE state <> 1;
"""
TITLED = "·"
"""What marks a word of the headline in the table `word`; no word has it."""

LONGEST = 64
"""How many letters of a word count: what is longer is a key or a picture written as text."""

_DOTTED = r"[0-9](?<![\w.,].)[0-9]{0,2}(?:\.[0-9]{3})+(?!\.?[0-9])"  # 3.000, 1.500.000
_THOUSANDS = re.compile(_DOTTED)
_WORD = re.compile(r"[^\W_]+")  # dijk, oekraine, 12, f16
_EITHER = re.compile(rf"{_DOTTED}[^\W_]*|{_WORD.pattern}")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}

_PUT_WORD = "INSERT INTO word (rowid, text) VALUES (?, ?)"
_PUT_PHRASE = "INSERT INTO phrase (rowid, title, body) VALUES (?, ?, ?)"
# What `tui.store.often` is told, where it has sets: that the words of an article are these now.
_OFTEN = "SELECT EXISTS (SELECT 1 FROM often)"
_WRITTEN = "INSERT OR REPLACE INTO lately VALUES (?, ?)"
_DROP_WORD = "INSERT INTO word (word, rowid, text) VALUES ('delete', ?, ?)"
_DROP_PHRASE = "INSERT INTO phrase (phrase, rowid, title, body) VALUES ('delete', ?, ?, ?)"


class Connection(Protocol):
    """A connection to SQLite: what takes a text apart for a query needs none."""

    def execute(self, statement: str, values: tuple[Any, ...] = (), /) -> Any:
        """Have a statement carried out."""

    def executemany(self, statement: str, values: Iterable[tuple[Any, ...]], /) -> object:
        """Have a statement carried out for each of some values."""


class Word(NamedTuple):
    """A word where it stands in a text."""

    start: int
    end: int
    word: str


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    plain = _THOUSANDS.sub(lambda match: match.group().replace(".", ""), _plain(text))
    if not plain.isascii():
        plain = _FOREIGN.sub(lambda match: match[0] if match[0].isalnum() else " ", plain)
    found = plain.translate(_APART).split()  # `_WORD` finds the same, and takes thrice as long
    return (
        found if len(max(found, key=len, default="")) <= LONGEST else [w[:LONGEST] for w in found]
    )


class Located:
    """The words of a text; where one stands in it is told when that is asked for."""

    def __init__(self, text: str) -> None:
        plain, self._origin = _plain(text), _origin(text)
        self._found = list(_EITHER.finditer(plain))
        self.words = [match[0] for match in self._found]
        if "." in plain or len(max(self.words, key=len, default="")) > LONGEST:
            self.words = [word.replace(".", "")[:LONGEST] for word in self.words]

    def span(self, at: int, last: int | None = None) -> tuple[int, int]:
        """Where a word stands in the text, or all from one word to another."""
        start, end = self._found[at].start(), self._found[at if last is None else last].end()
        if self._origin is None:
            return start, end
        return self._origin[start], self._origin[end - 1] + 1


def located(text: str) -> list[Word]:
    """The words of a text with where in it they stand."""
    found = Located(text)
    return [Word(*found.span(at), word) for at, word in enumerate(found.words)]


def put(connection: Connection, entry: int, title: str | None, body: str) -> None:
    """Make an article findable; `title` is what the list calls it."""
    put_apart(connection, [(entry, title, " ".join(words(body)))])


def put_apart(connection: Connection, pages: Iterable[tuple[int, str | None, str]]) -> None:
    """As `put`; the words of each body were taken apart before, with a space between."""
    late = []
    for entry, title, text in pages:
        head = words(title or "")
        together = _together(head, text.split(" "))
        connection.execute(_PUT_WORD, (entry, together))
        connection.execute(_PUT_PHRASE, (entry, " ".join(head), text))
        late.append((entry, f" {together} "))
    _tell(connection, late)


def drop(connection: Connection, entry: int, title: str | None, body: str) -> None:
    """Undo a `put`: both texts must be the very same."""
    drop_all(connection, [(entry, title, body)])


def drop_all(connection: Connection, pages: Iterable[tuple[int, str | None, str]]) -> None:
    """Undo the `put` of each of some articles."""
    late = []
    for entry, title, body in pages:
        head, text = _kept(title, body)
        connection.execute(_DROP_WORD, (entry, _together(head, text)))
        connection.execute(_DROP_PHRASE, (entry, " ".join(head), " ".join(text)))
        late.append((entry, ""))
    _tell(connection, late)


def _tell(connection: Connection, late: list[tuple[int, str]]) -> None:
    if connection.execute(_OFTEN).fetchone()[0]:
        connection.executemany(_WRITTEN, late)


def asked(tokens: Sequence[str], *, begins: bool, title: bool) -> tuple[str, str]:
    """The table where articles with these words are found, and how it is asked for them.

    Several words stand next to each other; the last only `begins` so, or is the whole word. They
    stand in the headline, or wherever there is text.
    """
    star = " *" if begins else ""
    if len(tokens) == 1:
        return "word", f'"{TITLED if title else ""}{tokens[0]}"{star}'
    return "phrase", f'{"title : " if title else ""}"{" ".join(tokens)}"{star}'


def _kept(title: str | None, body: str) -> tuple[list[str], list[str]]:
    return words(title or ""), words(body)


def _together(head: list[str], text: list[str]) -> str:
    """What the table `word` is told of an article: each word once, in any order."""
    return " ".join({*head, *(TITLED + word for word in head), *text})


def _plain(text: str) -> str:
    """The text without case and accents, character by character."""
    if not text.isascii():
        text = _FOREIGN.sub(lambda match: _letter(match.group()), text)
    return text.lower()


def _origin(text: str) -> list[int] | None:
    """The place each folded character came from, None where that is its own."""
    if text.isascii() or all(len(_letter(character)) == 1 for character in set(text)):
        return None
    return [at for at, character in enumerate(text) for _ in _letter(character)]


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    apart = unicodedata.normalize("NFKD", character.casefold().translate(PLAIN))
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold().lower()
