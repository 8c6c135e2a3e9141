"""Files that hold many pages: the pages in one, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from tui.store import warc
from tui.store.plain import Source, Unreadable, file_of, member_of, member_path, opened
from tui.text.safe import safe_line

_TOLD = 10
_LONGEST_NAME = 120
_LONGEST_URL = 4 * _LONGEST_NAME
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:/{0,3}")
_LOGIN = re.compile(r"[^/?#]*@")
_STEPS = re.compile(r"(?:^|(?<=/))\.*(?:/|$)")
"""Parts of an address that would lead elsewhere if the name were taken for a path: `..`, `//`."""


def members(
    container: Source, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Source | str]:
    """The pages in an archive as they stand in it, and a line for each thing that is wrong with it.

    Lazy: who has enough just stops, or says so by `cancelled`, which is asked between two pages
    as well, however far they are apart. Each page has the stamp of the archive, and a key of its
    own, `archive.warc!/example.nl/2024/10/kop`. The same address fetched again is another page.
    """
    names: dict[str, int] = {}
    problems = 0
    try:
        with opened(container.path) as (file, _):
            for found in warc.captures(file, cancelled):
                if isinstance(found, warc.Capture):
                    yield _source(container, found, names)
                    continue
                problems += 1
                if problems <= _TOLD:
                    yield f"{container.given}: {found.reason}"
    except Unreadable as error:
        yield f"{container.given}: {error}"
    if problems > _TOLD:
        yield f"{container.given}: and {problems - _TOLD} more places that are damaged."


def read_member(path: str) -> tuple[bytes, int, int]:
    """The bytes of one page of an archive, with the stamp of the archive. Raises Unreadable."""
    with opened(file_of(path)) as (file, status):
        data = warc.page_at(file, member_of(path))
    return data, status.st_mtime_ns, status.st_size


def member_url(path: str) -> str | None:
    """The address that one page of an archive was fetched from, where it can be read."""
    try:
        with opened(file_of(path)) as (file, _):
            return warc.url_at(file, member_of(path)) or None
    except Unreadable:
        return None


def name_of(url: str) -> str:
    """What a page is called by: its address without the scheme, safe to print and not too long."""
    name = _LOGIN.sub("", _SCHEME.sub("", url[:_LONGEST_URL], count=1), count=1)
    name = safe_line(unquote(name.partition("#")[0])).replace("!/", "/")
    name = _STEPS.sub("", name).strip().strip("/")
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1].rstrip("/") + "…"
    return name or "page"


def _source(container: Source, page: warc.Capture, names: dict[str, int]) -> Source:
    name = _distinct(name_of(page.url), names)
    return Source(
        member_path(container.path, page.member),
        f"{container.given}!/{name}",
        f"{container.key}!/{name}",
        container.mtime_ns,
        container.size,
    )


def _distinct(name: str, names: dict[str, int]) -> str:
    """The name, with a number where it was given before; `names` counts how often."""
    number = names.get(name, 0) + 1
    result = name
    while number > 1 and (result := f"{name} ({number})") in names:
        number += 1
    names[name] = number
    if result != name:
        names[result] = 1
    return result
