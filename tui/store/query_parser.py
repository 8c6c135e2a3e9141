"""The grammar of queries, as tui.store.query tells it: from letters to a tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from tui.store.amounts import VALUE, QueryError, bounds, content
from tui.store.query_days import days
from tui.store.query_tree import (
    IS,
    KINDS,
    STANCES,
    STATUSES,
    All,
    Claims,
    Either,
    Figures,
    Is,
    Kind,
    Named,
    Node,
    Not,
    Noted,
    Noun,
    OneOf,
    Query,
    Site,
    Speaker,
    Stance,
    Status,
    Tagged,
    Who,
    Words,
)
from tui.store.words import words

_FIELD = re.compile(r"(?P<name>[^\W\d_]+):")  # figure:
_BLANK = re.compile(r"\s*")
_OR = re.compile(r"OR(?=[\s()]|$)")
_DEEPEST = 20
_MOST = 200
_MINUS = "a minus takes away what stands right after it: -kind:money, -sport"
_OR_HELP = "OR stands between two: dijk OR kade"
_STAR = "a star stands at the end of the beginning of a word: mili*"


_BEGUN, _BEGUN_IN_PHRASE = 2, 4
"""From how many letters on an unfinished word counts: alone, and as the last one of a phrase."""


class Parser:
    """Takes one text apart; while it is `typing`, what is not finished yet is no fault."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self._at = 0
        self._count = 0

    def query(self) -> Query:
        """The query. Raises QueryError."""
        nodes = self._conjunction(0)
        if self._at < len(self._text):
            raise QueryError("this bracket closes nothing", self._at, self._at + 1)
        return Query(nodes)

    def _conjunction(self, depth: int) -> tuple[Node, ...]:
        """All up to the end or the bracket that closes."""
        found: list[Node] = []
        either: list[Node] | None = None  # what stands before an OR
        self._skip()
        while self._at < len(self._text) and self._text[self._at] != ")":
            start = self._at
            if is_or := _OR.match(self._text, start):
                if not found or either is not None:
                    raise QueryError(_OR_HELP, start, is_or.end())
                either, self._at = [found.pop()], is_or.end()
                self._skip()
                if self._at >= len(self._text) or self._text[self._at] == ")":
                    if not self._typing:
                        raise QueryError(_OR_HELP, start, is_or.end())
                    found, either = [*found, *either], None
                continue
            node = self._term(depth)
            self._count += 1
            if self._count > _MOST:
                raise QueryError("that is too much for one query: leave out", start, self._at)
            if either is not None:
                node = _either([*either, *([node] if node else [])])
                either = None
            if node is not None:
                found.append(node)
            elif _OR.match(self._text, self._skip()):
                # Nothing but signs before an OR: what stands after it is as good as alone.
                self._at += 2
            self._skip()
        return _joined(found)

    def _term(self, depth: int) -> Node | None:
        start = self._at
        if self._text[start] == "-":
            self._at += 1
            rest = self._text[self._at : self._at + 1]
            if not rest or rest.isspace() or rest == ")":
                raise QueryError(_MINUS, start, start + 1)
            node = self._plain(start, depth)
            return None if node is None else Not(node)
        return self._plain(start, depth)

    def _plain(self, start: int, depth: int) -> Node | None:
        """A term without its minus, which stands at `start` where there is one."""
        if self._text[self._at] == "(":
            return self._bracket(depth)
        field = _FIELD.match(self._text, self._at)
        if field:
            return self._field(field, start)
        return self._words(start)

    def _bracket(self, depth: int) -> Node | None:
        start = self._at
        if depth >= _DEEPEST:
            raise QueryError("so many brackets in brackets: take some away", start, start + 1)
        self._at += 1
        nodes = self._conjunction(depth + 1)
        if self._at < len(self._text):
            self._at += 1
        elif not self._typing:
            raise QueryError('this bracket is not closed: put a ")"', start, start + 1)
        if not nodes:
            if self._typing:
                return None
            raise QueryError("there is nothing between these brackets", start, self._at)
        # A bracket around one thing, or around an OR, says nothing more.
        return nodes[0] if len(nodes) == 1 and not _stands_apart(nodes[0]) else All(nodes)

    def _words(self, start: int, title: bool = False) -> Words | None:
        value = VALUE.match(self._text, self._at)
        if value is None:
            raise QueryError(_MINUS if start < self._at else _STAR, start, max(self._at, start + 1))
        self._at = value.end()
        self._check_closed(value)
        return self._worded(value, start, title)

    def _check_closed(self, value: re.Match[str]) -> None:
        """Somebody who is still typing may have left a quotation mark open."""
        if not self._typing and value["quoted"] is not None and value.end() == value.end("quoted"):
            opened = value.start("quoted") - 1
            raise QueryError('this quotation mark is not closed: put a "', opened, opened + 1)

    def _worded(self, value: re.Match[str], start: int, title: bool = False) -> Words | None:
        text = content(value)
        bare = value["quoted"] is None
        begins = text.endswith("*")
        text = text.rstrip("*")
        if bare and "*" in text:
            raise QueryError(_STAR, start, value.end())
        tokens = tuple(words(text))
        if not tokens:
            if begins and bare:
                raise QueryError(_STAR, start, value.end())
            return None
        if self._is_unfinished(value, text) and not begins:
            # What hardly begun words could become is nearly everything, and slow after others.
            if len(tokens[-1]) >= (_BEGUN if len(tokens) == 1 else _BEGUN_IN_PHRASE):
                begins = True
            elif not tokens[-1].isdigit():
                tokens = tokens[:-1]
        return Words(tokens, begins, title) if tokens else None

    def _is_unfinished(self, value: re.Match[str], text: str) -> bool:
        """Whether somebody is typing this very word."""
        last = text[-1:]
        return (
            self._typing
            and value.end() == len(self._text)
            and (value["quoted"] is None or not self._text.endswith('"'))
            and (last.isalnum() or unicodedata.combining(last) > 0)
        )

    def _field(self, field: re.Match[str], start: int) -> Node | None:
        name, value_at = field["name"].casefold(), field.end()
        if name == "figure":
            amount, self._at = bounds(self._text, start, value_at)
            return Figures((amount,))
        if name == "date":
            dated, self._at = days(self._text, start, value_at)
            return dated
        if name not in _NAMED and name not in _WORDED:
            raise QueryError(
                f'there is no field "{field["name"]}:"; there are {_ALL_FIELDS}. To find it as '
                f'words: "{field["name"]}:"',
                start,
                field.end(),
            )
        value = VALUE.match(self._text, value_at)
        end = value.end() if value else max(len(self._text[:value_at].rstrip()), start + 1)
        word = _folded(content(value)) if value else ""
        self._at = end
        if value:
            self._check_closed(value)
        if name in _NAMED:
            known, make = _NAMED[name]
            return make(_names(name, word, known, start, end))
        example, make_of = _WORDED[name]
        if not any(map(str.isalnum, word)):
            raise QueryError(f"{name}: needs a word: {name}:{example}", start, end)
        if name == "title" and value:
            return self._worded(value, start, title=True)
        if name == "note" and value:
            noted = self._worded(value, start)
            return Noted(noted) if noted else None
        return make_of(word.rstrip("*"), bool(value and value["quoted"] is not None))

    def _skip(self) -> int:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._at


_NAMED: dict[str, tuple[tuple[str, ...], Callable[[tuple[str, ...]], Node]]] = {
    "kind": (KINDS, lambda names: Figures((Kind(names),))),
    "stance": (STANCES, lambda names: Claims((Stance(names),))),
    "status": (STATUSES, Status),
    "is": (IS, Is),
}
_WORDED: dict[str, tuple[str, Callable[[str, bool], Node]]] = {
    "title": ("dijk", lambda word, whole: Words((word,), title=True)),
    "noun": ("militairen", lambda word, whole: Figures((Noun(word, whole),))),
    "actor": ("NAVO", lambda word, whole: Named(Who(word, whole))),
    "speaker": ("NAVO", lambda word, whole: Claims((Speaker(word, whole),))),
    "tag": ("dijken", Tagged),
    "note": ("dijk", lambda word, whole: Noted(Words((word,)))),
    "site": ("nos.nl", Site),
}
_ALL_FIELDS = (
    "title:, figure:, kind:, noun:, actor:, speaker:, stance:, date:, site:, tag:, note:, "
    "status: and is:"
)


def _names(field: str, word: str, known: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    names = tuple(name for name in known if name.startswith(word)) if word else ()
    if word in known:
        names = (word,)
    if not names:
        what = "state" if field == "is" else field
        wrong = f'there is no {what} "{word}"' if word else f"{field}: needs a name"
        raise QueryError(f"{wrong}; {field}: takes {', '.join(known)}", start, end)
    return names


def _folded(text: str) -> str:
    from tui.store.query import folded

    return folded(text)


def _either(nodes: Sequence[Node]) -> Node:
    """What stands on both sides of an OR, several of them as one."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, Either) else (node,))
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else Either(tuple(flat))


def _stands_apart(node: Node) -> bool:
    """Whether brackets keep it from what is said of figures or claims outside them."""
    if not isinstance(node, Figures | Claims):
        return False
    return bool(node.unwanted) or not all(isinstance(each, OneOf) for each in node.wanted)


def _joined(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes of a conjunction; what is said of figures or of claims as one, at its first."""
    for kind in (Figures, Claims):
        nodes = _as_one(nodes, kind)
    return tuple(dict.fromkeys(nodes))


def _as_one(nodes: Sequence[Node], kind: type[Figures] | type[Claims]) -> list[Node]:
    wanted: list[object] = []
    unwanted: list[object] = []
    for node in nodes:
        if isinstance(node, kind):
            wanted.extend(node.wanted)
            unwanted.extend(node.unwanted)
        elif isinstance(node, Either) and all(isinstance(each, kind) for each in node.nodes):
            wanted.append(OneOf(node.nodes))  # type: ignore[arg-type]
        elif isinstance(node, Not) and isinstance(node.node, kind):
            unwanted.extend(node.node.wanted)
    if not wanted:
        return list(nodes)
    one = kind(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))  # type: ignore[arg-type]
    rest: list[Node] = []
    for node in nodes:
        own = node.node if isinstance(node, Not) else node
        if isinstance(own, kind) or (
            own is node
            and isinstance(own, Either)
            and all(isinstance(each, kind) for each in own.nodes)
        ):
            if one not in rest:
                rest.append(one)
        else:
            rest.append(node)
    return rest
