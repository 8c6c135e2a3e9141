"""The actors of a made-up corpus, merged and split in memory."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from tui.finding import fold
from tui.store.actor_rows import ActorRow, Alias, ClaimRow, Sort, key_of, ordered
from tui.store.cast import KINDS, ActorKind
from tui.store.everyone import First
from tui.store.rows import Row
from tui.text.article import Article

Ties = Mapping[str, str]
"""Of each name that was merged by hand the key of the actor it was merged into."""


class People:
    """Answers about the actors of some articles; `ties` tells who was merged."""

    def __init__(self, articles: Sequence[Article], ties: Ties) -> None:
        self._articles = articles
        self._ties = ties
        self._names: dict[str, tuple[ActorKind, str, bool]] = {}
        for article in articles:
            for actor in article.actors:
                key = key_of(actor.type, actor.name)
                self._names.setdefault(key, (actor.type, actor.name, actor.described))
            for claim in article.claims:
                key = self._speaker(article, claim.speaker)
                self._names.setdefault(key, ("unnamed", claim.speaker, True))

    def actors(
        self, text: str = "", kind: ActorKind | None = None, sort: Sort = "claims"
    ) -> tuple[ActorRow, ...]:
        rows = [self._row(key) for key in self._names if key not in self._ties]
        fitting = [
            row
            for row in rows
            if (row.type == kind or (kind is None and row.type != "unnamed"))
            and any(fold(text)[0] in fold(alias.name)[0] for alias in row.aliases)
        ]
        return ordered(fitting, sort)

    def actor(self, key: str) -> ActorRow | None:
        key = self._ties.get(key, key)
        return self._row(key) if key in self._names else None

    def claims_of(self, key: str) -> tuple[ClaimRow, ...]:
        names = self._all(key)
        found = [
            ClaimRow(
                article.path,
                article.title or article.path,
                article.published,
                claim.text,
                claim.speaker_text,
                claim.stance,
                claim.form,
                claim.cue,
                claim.via,
                claim.start,
                claim.end,
                tuple(article.figures[at].text for at in claim.figures),
            )
            for article in self._articles
            for claim in article.claims
            if self._speaker(article, claim.speaker) in names
        ]
        return tuple(sorted(found, key=lambda row: (row.published or "~", row.key)))

    def articles_of(self, key: str) -> tuple[Row, ...]:
        return tuple(
            Row(article.path, article.title or article.path, article.published, "ready", 0, 0, 0)
            for article in self._articles
            if self._in(article) & self._all(key)
        )

    def _all(self, key: str) -> set[str]:
        key = self._ties.get(key, key)
        return {key, *(name for name, into in self._ties.items() if into == key)}

    def _in(self, article: Article) -> set[str]:
        named = {key_of(actor.type, actor.name) for actor in article.actors}
        return named | {self._speaker(article, claim.speaker) for claim in article.claims}

    def _speaker(self, article: Article, name: str) -> str:
        types = [actor.type for actor in article.actors if actor.name == name]
        return key_of(types[0] if types else "unnamed", name)

    def _row(self, key: str) -> ActorRow:
        kind, name, described = self._names[key]
        actors = [
            actor
            for article in self._articles
            for actor in article.actors
            if key_of(actor.type, actor.name) in self._all(key)
        ]
        others = sorted(self._all(key) - {key})
        names = [Alias(name, key, len(self._where(key)), "")]
        names += [
            Alias(self._names[one][1], one, len(self._where(one)), "by hand") for one in others
        ]
        return ActorRow(
            key,
            name,
            kind,
            described,
            tuple(dict.fromkeys(actor.role for actor in actors if actor.role)),
            tuple(names),
            len(self.articles_of(key)),
            sum(len(actor.mentions) for actor in actors),
            len(self.claims_of(key)),
            bool(others),
        )

    def _where(self, key: str) -> list[Article]:
        return [article for article in self._articles if key in self._in(article)]


class Named:
    """What a library says of its people; `_keep` puts a change on a disk that may be full."""

    _ties: Ties
    hold: threading.Event

    @property
    def people(self) -> People:
        raise NotImplementedError

    def _keep(self, words: str) -> None:
        raise NotImplementedError

    def actors(
        self, text: str = "", kind: ActorKind | None = None, sort: Sort = "claims"
    ) -> tuple[ActorRow, ...]:
        self.hold.wait(5)
        return self.people.actors(text, kind, sort)

    def first_actors(self, text: str, kind: ActorKind, sort: Sort) -> First:
        rows = self.actors(text, kind, sort)
        return First(rows, len(rows))

    def actor_counts(self, text: str = "") -> dict[ActorKind, int]:
        return {kind: len(self.actors(text, kind)) for kind in KINDS}

    def actor(self, key: str) -> ActorRow | None:
        return self.people.actor(key)

    def claims_of(self, key: str) -> tuple[ClaimRow, ...]:
        return self.people.claims_of(key)

    def articles_of(self, key: str) -> tuple[Row, ...]:
        return self.people.articles_of(key)

    def merge(self, keys: Sequence[str], into: str) -> str:
        names = [self._name(key) for key in keys]
        words = f"merged into {self._name(into)}: {', '.join(names)}"
        self._keep(words)
        below = {name: into for name, on in self._ties.items() if on in keys}
        self._ties = {**self._ties, **below, **dict.fromkeys(keys, into)}
        return words

    def split(self, key: str, alias: str) -> str:
        words = f"split off {self._name(key)}: {alias.partition(':')[2]}"
        self._keep(words)
        self._ties = {name: on for name, on in self._ties.items() if name != alias}
        return words

    def _name(self, key: str) -> str:
        row = self.people.actor(key)
        if row is None:
            raise KeyError(key)
        return row.name
