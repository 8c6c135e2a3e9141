"""One file, read: what the list and the cache need of it, or why it gave nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.store.articles import pack, unpack
from tui.store.cast import Appearance, Cast, Statement, cast
from tui.store.files import read_bytes
from tui.store.plain import Unreadable
from tui.store.quantities import Quantity, quantities
from tui.store.shown import pack_seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.text.article import Article
    from tui.text.guide import Guide
    from tui.text.learnt import Seen

# The engine and its data model are loaded inside the functions: the list needs neither.


class Entry(NamedTuple):
    """What the list shows of a file, with the stamp (`mtime_ns`, `size`) of the bytes it is from.

    `problem` says why there is no article, without the path. `headline` and `lead` are hashes by
    which a teaser finds the article, `guided` names what of the guide shaped it, and `hash` the
    bytes that it was read from, with those of its sidecar.
    """

    mtime_ns: int
    size: int
    article_id: str = ""
    title: str | None = None
    published: str | None = None
    figures: int = 0
    claims: int = 0
    problem: str | None = None
    site: str | None = None
    headline: int | None = None
    lead: int | None = None
    guided: str = ""
    hash: bytes = b""


class Outcome(NamedTuple):
    """The entry of a file, its article packed, and what its corpus can learn from it, too.

    What was `seen` (tui.store.shown) is learnt in its `scopes`.
    `lasting` is False where the same bytes may give another answer next time (no permission,
    no memory): such an outcome must not be cached. `given_up` says that reading it took a worker
    down, which must not happen again in this session. By `figures`, `cast` and `words` (of its
    body, as tui.store.words takes them apart) it can be found, by its `keys` its figures are
    gathered, and by its `signature` near-copies of it. `same` tells that the bytes are those that
    it was read from before: then there is nothing but the stamp.
    """

    entry: Entry
    article: bytes | None = None
    lasting: bool = True
    given_up: bool = False
    seen: bytes | None = None
    scopes: tuple[str, ...] = ()
    figures: tuple[Quantity, ...] = ()
    cast: Cast = Cast()
    keys: str = ""
    words: str = ""
    signature: bytes = b""
    same: bool = False

    def __reduce__(self) -> tuple[Callable[..., Outcome], tuple[object, ...]]:
        """As rows without names: thousands of small tuples of our own would take thrice as long."""
        entry, *first, figures, (actors, claims), keys, text, print_, same = self
        rows = [[*map(tuple, each)] for each in (figures, actors, claims)]
        return _of_rows, (tuple(entry), first, rows, (keys, text, print_, same))


def _of_rows(
    entry: tuple[Any, ...], first: list[Any], rows: list[list[Any]], last: tuple[Any, ...]
) -> Outcome:
    makers: tuple[Callable[[Any], Any], ...] = (Quantity._make, Appearance._make, Statement._make)
    figures, *people = (tuple(map(make, own)) for make, own in zip(makers, rows, strict=True))
    return Outcome._make((Entry(*entry), *first, figures, Cast(*people), *last))


def read_file(path: str, given: str, guide: Guide | None = None, known: bytes = b"") -> Outcome:
    """Read a file, whatever is in it: every failure comes back as an outcome.

    Where its bytes are the `known` ones it is not read again.
    """
    try:
        data, mtime_ns, size = read_bytes(path)
        guide, told = _with_sidecar(guide, path)
    except Unreadable as error:
        return failed(str(error))
    digest = hashlib.blake2b(data, digest_size=16)
    digest.update(told.encode("utf-8", "surrogatepass"))
    if known and digest.digest() == known:
        return Outcome(Entry(mtime_ns, size, hash=known), same=True)
    outcome = read_data(data, given, guide, mtime_ns, size)
    return outcome._replace(entry=outcome.entry._replace(hash=digest.digest()))


def read_data(
    data: bytes, given: str, guide: Guide | None = None, mtime_ns: int = 0, size: int = 0
) -> Outcome:
    """Read the bytes of a page, whatever they are."""
    from tui.text.decode import NotText

    try:
        from tui.store import kin, near, series_kept, words
        from tui.text.guide import NO_GUIDE
        from tui.text.read import reading

        guide = guide or NO_GUIDE
        article, seen = reading(data, given, guide)
        keys = series_kept.key_lines(article)
        tokens = words.words(article.body)
    except NotText as error:
        reason = f"{error}. Save the page as HTML or text, or leave the file out."
        return Outcome(Entry(mtime_ns, size, problem=reason))
    except MemoryError:
        return failed("too much for the memory of this machine. Leave the file out or split it.")
    except Exception as error:  # a fault of ours in one page must not take the others down
        return failed(
            f"newsreader failed on this page ({type(error).__name__}: {error}). "
            "Please report it, with the file."
        )
    entry = Entry(
        mtime_ns=mtime_ns,
        size=size,
        article_id=article.id,
        title=article.title,
        published=article.published,
        figures=len(article.figures),
        claims=len(article.claims),
        site=article.site,
        headline=kin.headline(article.title or ""),
        lead=kin.opening(article.body),
        guided=guided(seen, guide),
    )
    return Outcome(
        entry,
        pack(article),
        seen=pack_seen(seen),
        scopes=seen.scopes,
        figures=quantities(article.figures),
        cast=cast(article),
        keys=keys,
        words=" ".join(tokens),
        signature=near.signature_of(tokens),
    )


def survey_file(path: str, given: str, guide: Guide | None = None) -> Outcome:
    """Only what the corpus of a file can learn from it; an empty outcome where it gives nothing."""
    from tui.text.guide import NO_GUIDE
    from tui.text.read import survey

    nothing = Outcome(Entry(0, 0))
    try:
        data, _, _ = read_bytes(path)
        seen = survey(data, _with_sidecar(guide, path)[0] or NO_GUIDE)
        return nothing._replace(seen=pack_seen(seen), scopes=seen.scopes)
    except Exception:  # reading it in earnest will say what is wrong
        return nothing


def guided(seen: Seen, guide: Guide) -> str:
    """What of a guide shapes a page, as a short name: other names are other articles."""
    from tui.text.guide import decided
    from tui.text.learnt import applies

    cut = sorted(applies(guide.learnt, seen))
    ruled = sorted(decided(guide.decisions, seen.scopes).items())
    return hashlib.sha256(repr((cut, ruled)).encode()).hexdigest()[:12] if cut or ruled else ""


def _with_sidecar(guide: Guide | None, path: str) -> tuple[Guide | None, str]:
    """The guide of a page, with what a scraper left beside it, and that as a text."""
    from tui.store.sidecar import NOTHING, about
    from tui.text.guide import NO_GUIDE

    known = about(path)
    guide = guide or NO_GUIDE
    if known is NOTHING:  # as it is for nearly all
        return guide, ""
    return replace(guide, published=known.published, url=known.url, site=known.site), repr(known)


def failed(reason: str) -> Outcome:
    """The outcome of a reading that may go better another time."""
    return Outcome(Entry(mtime_ns=0, size=0, problem=" ".join(reason.split())), lasting=False)


def article_of(packed: bytes, path: str = "") -> Article | None:
    """The article that an outcome or the index holds, None where it is of another make.

    Its path is told by whoever asks.
    """
    return unpack(packed, path)
