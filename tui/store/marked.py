"""What a person makes of a corpus, as plain records: marks with what they say, tags, drafts, steps.

All text in them is as it came, from a page or a person: it goes through `tui.text.safe` before it
is shown. Days and times are ISO 8601 in UTC; an empty text stands for what there is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from tui.store.anchors import Selector

if TYPE_CHECKING:
    from tui.store.anchoring_model import Anchor, State

MarkKind = Literal["bookmark", "highlight", "note", "claim", "evidence", "tags"]
About = Literal["passage", "figure", "article", "actor", "corpus"]
MarkPart = Literal["body", "title"]
Status = Literal["unverified", "confirmed", "disputed", "denied", "superseded"]
Side = Literal["", "for", "against"]

KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
ABOUTS: tuple[About, ...] = get_args(About)
STATUSES: tuple[Status, ...] = get_args(Status)
SIDES: tuple[Side, ...] = get_args(Side)


class Turn(NamedTuple):
    """That a claim got a status, when, and why where that was said."""

    status: Status
    when: str
    why: str = ""


class Count(NamedTuple):
    """A figure as a claim has it: the words of `tui.text.article.Figure`, kept with the claim."""

    phrase: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: str = ""
    kind: str = ""
    noun: str = ""
    unit: str = ""


class Claimed(NamedTuple):
    """What makes a mark a claim: who says it, through whom, how, and what became of it.

    `own` tells that a person made or edited it; else it was accepted as the engine suggested it.
    `history` has the oldest turn first, and is never empty. `stale` tells that its words became
    others on the page, and that nobody has looked since whether speaker and figures are right.
    """

    speaker: str = ""
    via: str = ""
    stance: str = ""
    cue: str = ""
    figures: tuple[Count, ...] = ()
    history: tuple[Turn, ...] = ()
    own: bool = True
    stale: bool = False

    @property
    def status(self) -> Status:
        """What is held of it now."""
        return self.history[-1].status if self.history else "unverified"


class Cited(NamedTuple):
    """The page as it was when it was marked, so that evidence outlives it.

    `hash` is that of the bytes that were read, in hexadecimal digits.
    """

    title: str = ""
    site: str = ""
    published: str = ""
    url: str = ""
    hash: str = ""


class Mark(NamedTuple):
    """Something a person marked: in which article, on which words, and what is said about it.

    `path` is that of the page, from the folder of the corpus; `at` is where the mark stands in the
    text of its `part`. `selector` is None for what is about a whole article, an actor or the
    corpus. `text` is Markdown: a note, the label of a bookmark, a remark. `actor` is the type and
    the name of one, with a line feed between them. `of` is the id of the claim that evidence is
    for or against (`side`). `by` is whose it is, empty for one's own.
    """

    id: str
    article_id: str
    path: str
    at: int
    selector: Selector | None
    created: str
    kind: MarkKind = "bookmark"
    about: About = "passage"
    part: MarkPart = "body"
    text: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    actor: str = ""
    claimed: Claimed | None = None
    of: str = ""
    side: Side = ""
    edited: str = ""
    by: str = ""
    cited: Cited = Cited()


class Tag(NamedTuple):
    """A tag that has a colour, or that is there before it is used: `militair/aantallen`."""

    name: str
    colour: str
    created: str

    @property
    def id(self) -> str:
        """What it is told by."""
        return self.name


class Draft(NamedTuple):
    """Words that were typed and not yet kept; `id` is what they are about."""

    id: str
    text: str
    edited: str


class Step(NamedTuple):
    """A step of a person as it is kept to be undone: tables with the documents of each."""

    seq: int
    label: str
    added: tuple[tuple[str, dict[str, Any]], ...] = ()
    removed: tuple[tuple[str, dict[str, Any]], ...] = ()

    @property
    def id(self) -> str:
        """What it is told by."""
        return str(self.seq)


class Target(NamedTuple):
    """What a mark is to be about: a stretch of a part of the article `key`, all of it, an actor.

    `actor` is as in `Mark`; of the corpus as a whole nothing more is told.
    """

    about: About
    key: str = ""
    start: int = 0
    end: int = 0
    part: MarkPart = "body"
    actor: str = ""


class Placed(NamedTuple):
    """A mark where it belongs now: in the article `key`, None where no page holds it any more.

    `title` is that of the article now, else of the page as it was marked. `start` and `end` are
    in the mark's part of it; of one that is AMBIGUOUS they are the first of the places in `anchor`,
    which is None where nothing had to be looked for, or there is nothing to look in. `homes` tells
    of each of these in which article it is, where that is not the one: its page is gone.
    """

    mark: Mark
    key: str | None
    title: str
    state: State
    start: int
    end: int
    anchor: Anchor | None = None
    homes: tuple[str, ...] = ()


class TagCount(NamedTuple):
    """A tag, and how many articles, claims and other marks have it or one under it."""

    name: str
    colour: str
    articles: int
    marks: int
    claims: int


class Changed(NamedTuple):
    """Of how many marks the words changed, may be in several places, or are gone; in `keys`."""

    changed: int = 0
    ambiguous: int = 0
    orphan: int = 0
    keys: tuple[str, ...] = ()


class Merged(NamedTuple):
    """What became of marks that came from elsewhere; conflicts were kept beside one's own."""

    added: int = 0
    same: int = 0
    conflicts: int = 0
