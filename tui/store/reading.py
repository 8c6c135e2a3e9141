"""One file, read: what the list and the cache need of it, or why it gave nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tui.store.files import Unreadable, read_bytes

if TYPE_CHECKING:
    from tui.text.article import Article

# The engine and its data model are loaded inside the functions: the list needs neither.


class Entry(NamedTuple):
    """What the list shows of a file, with the stamp (`mtime_ns`, `size`) of the bytes it is from.

    `problem` says why there is no article, without the path.
    """

    mtime_ns: int
    size: int
    article_id: str = ""
    title: str | None = None
    published: str | None = None
    figures: int = 0
    claims: int = 0
    problem: str | None = None


class Outcome(NamedTuple):
    """The entry of a file and its article as JSON.

    `lasting` is False where the same bytes may give another answer next time (no permission,
    no memory): such an outcome must not be cached. `given_up` says that reading it took a worker
    down, which must not happen again in this session.
    """

    entry: Entry
    article: str | None = None
    lasting: bool = True
    given_up: bool = False


def read_file(path: str, given: str) -> Outcome:
    """Read a file, whatever is in it: every failure comes back as an outcome."""
    try:
        data, mtime_ns, size = read_bytes(path)
    except Unreadable as error:
        return failed(str(error))
    return read_data(data, given, mtime_ns, size)


def read_data(data: bytes, given: str, mtime_ns: int = 0, size: int = 0) -> Outcome:
    """Read the bytes of a page, whatever they are."""
    from tui.text.decode import NotText

    try:
        from tui.text.article import to_cache
        from tui.text.read import read

        article = read(data, given)
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
    )
    return Outcome(entry, json.dumps(to_cache(article)))


def failed(reason: str) -> Outcome:
    """The outcome of a reading that may go better another time."""
    return Outcome(Entry(mtime_ns=0, size=0, problem=" ".join(reason.split())), lasting=False)


def article_of(text: str) -> Article | None:
    """The article that an outcome or a cache holds as JSON, None where it is of another make."""
    from tui.text.article import from_cache

    try:
        return from_cache(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
