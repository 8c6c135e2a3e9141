"""What a library tells of the actors of its corpus, and what a person may say of their names."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.store.listing import Listing
from tui.store.rows import title_of
from tui.text.safe import safe_line

if TYPE_CHECKING:
    from tui.store.actor_rows import ActorRow, ClaimRow, Sort
    from tui.store.actors import Actors
    from tui.store.cast import ActorKind
    from tui.store.namings import Step
    from tui.store.notebook import Notebook
    from tui.store.rows import Row

T = TypeVar("T")

_CLAIMS = """SELECT key, title, published, packed
    FROM entry JOIN article ON article.entry = entry.id
    WHERE id IN (SELECT entry FROM appearance WHERE who IN {them} AND claims)
    ORDER BY published IS NULL, published, place"""
_ARTICLES = """SELECT id FROM entry
    WHERE id IN (SELECT entry FROM appearance WHERE who IN {them}) ORDER BY place"""


class First(NamedTuple):
    """The first of some actors, and how many there are; of very many, how many names."""

    rows: tuple[ActorRow, ...]
    total: int


class Everyone(Listing):
    """The actors of a corpus: who they are, what they claim, and which names are whose.

    None of it belongs on the event loop: the first question after a change may take some tenths
    of a second, and `merge` and `split` write to the disk.
    """

    _notebook: Notebook
    _actors: Actors | None = None

    def actors(
        self, text: str = "", kind: ActorKind | None = None, sort: Sort = "claims"
    ) -> tuple[ActorRow, ...]:
        """Everyone with `text` in one of the names, whatever its case and accents.

        Of one `kind`, else of all but "unnamed": those are speakers that no name tells, as
        printed (`twee functionarissen`). `sort` is by "claims", "articles" or "mentions", the
        most first, by "name", or by "type" and then as by claims; ties stand by name. Where the
        corpus has very many names, only the first of each type are told, as far as one by one the
        names tell who comes first; `text` finds the others.
        """
        from tui.store.actor_rows import ordered
        from tui.store.cast import KINDS

        if kind is not None:
            return self.first_actors(text, kind, sort).rows
        kinds = [each for each in KINDS if each != "unnamed"]
        found = (self.first_actors(text, each, sort).rows for each in kinds)
        return ordered(chain.from_iterable(found), sort)

    def first_actors(self, text: str, kind: ActorKind, sort: Sort) -> First:
        """The actors of one type as `actors` has them, and how many there are in all."""
        from tui.store.query import folded

        everyone, word = self._everyone(), folded(text)
        rows, whole = everyone.first(word, kind, sort)
        return First(rows, len(rows) if whole else everyone.counts(word)[kind])

    def actor_counts(self, text: str = "") -> dict[ActorKind, int]:
        """How many there are of each type with `text` in one of the names.

        Where the corpus has very many names, it is they that are counted, not whose they are.
        """
        from tui.store.query import folded

        return self._everyone().counts(folded(text))

    def actor(self, key: str) -> ActorRow | None:
        """The row of the actor with a name, None where nobody has it any more.

        `key` is that of a row, or tui.store.actor_rows.key_of of type and name of an actor in an
        article; after a merge or split it leads to the row that has the name now.
        """
        _, table = self._everyone().about([key])
        at = table.of.get(key)
        return None if at is None else table.rows[at]

    def claims_of(self, key: str) -> tuple[ClaimRow, ...]:
        """What an actor has claimed, in the order of publication; undated articles come last."""
        from tui.store.actor_rows import claim_row
        from tui.store.cast import THEIR_IDS, statements
        from tui.store.reading import article_of

        names = self._everyone().names(key)
        own = {(kind, name) for kind, name in json.loads(names)}
        found: list[ClaimRow] = []
        for at, title, published, packed in self._index.ask(
            _CLAIMS.format(them=THEIR_IDS), (names,)
        ):
            article = article_of(packed)
            if article is not None:
                head = at, title_of(at, title), published
                told = enumerate(statements(article))
                mine = [claim_row(head, article, n) for n, s in told if (s.type, s.speaker) in own]
                found += sorted(mine, key=attrgetter("start"))
        return tuple(found)

    def articles_of(self, key: str) -> tuple[Row, ...]:
        """The articles in which an actor is named or speaks, in path order."""
        from tui.store.cast import THEIR_IDS

        asked = _ARTICLES.format(them=THEIR_IDS)
        found = self._index.ask(asked, (self._everyone().names(key),))
        return tuple(self.rows([at for (at,) in found]))

    def merge(self, keys: Sequence[str], into: str) -> str:
        """Keep that some actors are the same as `into`, whose name they all go by from now on.

        Gives what was done in words safe to print, as `undo` will; it wins over what the names
        tell, and holds for names that are yet to come. Raises NotSaved, and KeyError where
        nobody has one of the names.
        """
        from tui.store.actor_rows import node_of
        from tui.store.namings import merged

        groups, table = self._everyone().about([*keys, into])
        rows = {key: table.rows[table.of[key]] for key in (*keys, into)}
        step = merged(
            groups,
            self._notebook.namings,
            [node_of(rows[key].key) for key in keys],
            node_of(rows[into].key),
        )
        names = ", ".join(dict.fromkeys(rows[key].name for key in keys))
        return self._name(f"merged into {rows[into].name}: {names}", step)

    def split(self, key: str, alias: str) -> str:
        """Keep that one name (the key of an Alias) is not a name of this actor.

        What was merged by hand goes as a whole, as it came; a name that the names alone had
        joined stands apart. Gives what was done, as `merge` does. Raises NotSaved, and KeyError
        where it is no name of that actor or its only one.
        """
        from tui.store.actor_rows import node_of
        from tui.store.namings import split

        groups, table = self._everyone().about([key, alias])
        at = table.of[key]
        if table.of[alias] != at or len(table.nodes[at]) < 2:
            raise KeyError(alias)
        row, name = table.rows[at], node_of(alias)
        main = node_of(row.key)
        step = split(groups, self._notebook.namings, name, main)
        return self._name(f"split off {row.name}: {name.name}", step)

    def _name(self, label: str, step: Step) -> str:
        label = safe_line(label)
        if step.add or step.remove:
            self._change(lambda: self._notebook.change(label, add=step.add, remove=step.remove))
        return label

    def _change(self, change: Callable[[], T]) -> T:
        raise NotImplementedError

    def _everyone(self) -> Actors:
        with self._lock:
            if self._actors is None:
                from tui.store.actors import Actors

                self._actors = Actors(self._index, lambda: self._notebook.namings)
            return self._actors
