"""What the screen of actors asks of the library, and how the answers are told in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from textual.message import Message

from tui.text.safe import safe_line
from tui.widgets import wording
from tui.widgets.actor_list import Person
from tui.widgets.dossier import Entry
from tui.widgets.mark_telling import SIGNS
from tui.widgets.statements import Statement

if TYPE_CHECKING:
    from tui.store.actor_rows import ActorRow, ClaimRow
    from tui.store.cast import ActorKind
    from tui.store.library import Library, Row
    from tui.text.article import Stance

By = Literal["claims", "articles", "name"]
BY_HAND = "by hand"  # why a name is an actor's that was merged into it
ORDERS: tuple[By, ...] = ("claims", "articles", "name")
TITLES: dict[ActorKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "country": "Countries",
    "place": "Places",
    "unnamed": "Unnamed speakers",
}


class View(NamedTuple):
    """Which actors are listed, and in which order; of all kinds where `kind` is None."""

    text: str = ""
    kind: ActorKind | None = None
    by: By = "claims"


@dataclass
class Listed(Message):
    """The actors of a view; `at` is the row of the one that was asked for, None without it.

    `kinds` are those there are, whichever is shown; `whole` is how many actors the corpus has.
    """

    view: View
    people: list[Person]
    at: int | None
    kinds: tuple[ActorKind, ...]
    whole: int


@dataclass
class Told(Message):
    """What is known of an actor."""

    key: str
    entries: list[Entry]


def listed(library: Library, view: View, key: str | None) -> Listed:
    """The actors of a view under their types."""
    counts = library.actor_counts(view.text)
    kinds = tuple(kind for kind in TITLES if counts.get(kind))
    people: list[Person] = []
    for kind in kinds:
        if view.kind in (None, kind):
            first = library.first_actors(view.text, kind, view.by)
            note = f"the first {len(first.rows)}" if len(first.rows) < first.total else ""
            people.append(Person(None, TITLES[kind], role=note, articles=first.total))
            noted = {note.actor for note in library.notes_on(set(_names_of(*first.rows)))}
            people += (_person(row, not noted.isdisjoint(_names_of(row))) for row in first.rows)
    here = library.actor(key) if key is not None else None
    wanted = here.key if here is not None else key
    at = next((n for n, one in enumerate(people) if one.key == wanted), None) if wanted else None
    whole = library.actor_counts() if view.text else counts
    return Listed(view, people, at, kinds, sum(whole.values()))


def _names_of(*rows: ActorRow) -> Iterator[str]:
    """All names of some actors, as marks have them."""
    for row in rows:
        keys = filter(None, (row.key, *(alias.key for alias in row.aliases)))
        yield from ("\n".join(key.split(":", 1)) for key in keys)


def _person(row: ActorRow, noted: bool) -> Person:
    return Person(
        row.key,
        safe_line(row.name),
        _look(row),
        _kind(row),
        safe_line(row.roles[0]) if row.roles else "",
        tuple(safe_line(alias.name) for alias in row.aliases if alias.name != row.name),
        row.articles,
        row.claims,
        _by_hand(row),
        noted,
    )


def _look(row: ActorRow) -> str:
    return "head" if row.type == "unnamed" else row.type


def _by_hand(row: ActorRow) -> str:
    if any(alias.why == BY_HAND for alias in row.aliases):
        return "merged"
    return "parted" if row.by_hand else ""


def _kind(row: ActorRow) -> str:
    return f"{row.type}, described" if row.described and row.type != "unnamed" else row.type


def told(library: Library, key: str) -> Told:
    """Who an actor is, all its names, what it claims by article, and where it is."""
    row = library.actor(key)
    if row is None:
        return Told(key, [])
    articles = library.articles_of(key)
    return Told(
        key,
        [
            *_about(row),
            *_names(row),
            *_notes(row, library),
            *_claims(library.claims_of(key)),
            *_articles(articles),
        ],
    )


def _about(row: ActorRow) -> Iterator[Entry]:
    roles = {role.casefold(): role for role in reversed(row.roles)}
    parts = [_kind(row), *reversed(roles.values())]
    yield Entry(safe_line(row.name), _look(row), note=safe_line(" · ".join(parts)))
    counts = [f"in {wording.plural(row.articles, 'article')}"]
    if row.mentions:
        counts.insert(0, f"named {wording.times(row.mentions)}")
    if by_hand := _by_hand(row):
        counts.append(f"{by_hand} by hand")
    yield Entry(note=" ".join(counts[:2]) + "".join(f" · {more}" for more in counts[2:]))


def _names(row: ActorRow) -> Iterator[Entry]:
    others = [alias for alias in row.aliases if alias.name != row.name or alias.key != row.key]
    others = [alias for alias in others if alias is not row.aliases[0]]
    if others:
        yield Entry("Also called", "group", str(len(others)), apart=True)
    for alias in others:
        why = "merged by hand" if alias.why == BY_HAND else alias.why
        yield Entry(
            safe_line(alias.name),
            tail=wording.plural(alias.articles, "article"),
            note=safe_line(why),
            alias=alias.key,
        )


def _notes(row: ActorRow, library: Library) -> Iterator[Entry]:
    """The notes on any of its names: two that became one may have one each."""
    notes = library.notes_on(set(_names_of(row)))
    if notes:
        yield Entry("Notes", "group", str(len(notes)), apart=True)
    for mark in notes:
        name = mark.actor.partition("\n")[2]
        about = [f"on {name}"] if name != row.name else []
        about += [f"by {mark.by}"] if mark.by else []
        text = " ".join(mark.text.split())
        yield Entry(note=safe_line(f"{SIGNS['note']} {text}" + "".join(f" · {a}" for a in about)))


def _claims(claims: Sequence[ClaimRow]) -> Iterator[Entry]:
    if not claims:
        yield Entry("No claims", "group", apart=True)
        return
    yield Entry("Claims", "group", str(len(claims)), apart=True)
    for _, group in groupby(claims, key=lambda claim: claim.key):
        rows = list(group)
        yield _article(rows[0].title, rows[0].published, apart=rows[0] is not claims[0])
        for nth, claim in enumerate(rows):
            yield Entry(
                said=Statement(
                    claim.speaker,
                    cast("Stance", claim.stance),
                    claim.cue,
                    claim.via,
                    wording.said(claim.text, claim.form),
                    claim.figures,
                ),
                go=(claim.key, claim.start),
                apart=nth > 0,
            )


def _articles(rows: Sequence[Row]) -> Iterator[Entry]:
    if rows:
        yield Entry("Articles", "group", str(len(rows)), apart=True)
    for row in rows:
        yield _article(row.title, row.published)._replace(go=(row.key, None))


def _article(title: str, published: str | None, apart: bool = False) -> Entry:
    return Entry(safe_line(title), "title", wording.date(published), apart=apart)
