"""The page in a "single file" that a browser saved: MHTML, RFC 2557.

Only the headers and the one part that is the page are decoded, not the pictures and styles
around it; nothing is nested deeper than a page in a frame set may be.
"""

from __future__ import annotations

import base64
import binascii
import itertools
import quopri
import re
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from tui.store.charset import in_utf8
from tui.store.plain import Unreadable

_NO_PAGE = "an MHTML file without a page in it. Open it in a browser and save it again."
_NO_MHTML = "no MHTML file, whatever its name says. Open it in a browser and save it again."
_HEADERS = 64 * 1024
_MOST_PARTS = 5_000
_DEEPEST = 4
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n")
_FIELD = re.compile(rb"^content-[!-9;-~]+:[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M)
_MOST_FIELDS = 20
_HEADER = re.compile(rb"\s*[!-9;-~]+:[ \t]?\S?")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


class _Part(NamedTuple):
    head: Message
    body: bytes

    @property
    def kind(self) -> str:
        return self.head.get_content_type()


def page_in(data: bytes) -> bytes:
    """The HTML of the page itself, for `tui.text.decode`. Raises Unreadable."""
    try:
        page = _page(_part(data), 0)
        charset = page and page.head.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        # What the parser of the standard library makes of headers that mean harm.
        raise Unreadable(_NO_PAGE) from error
    if page is None:
        raise Unreadable(_NO_PAGE)
    return in_utf8(_decoded(page), charset, over_page=True)


def _part(data: bytes) -> _Part:
    """A part taken in two at its first blank line."""
    if not _HEADER.match(data):
        raise Unreadable(_NO_MHTML)
    data = data.lstrip()
    blank = _BLANK.search(data, 0, _HEADERS)
    if blank is None:
        raise Unreadable(_NO_MHTML)
    return _headed(data[: blank.start()], data[blank.end() :])


def _headed(head: bytes, body: bytes) -> _Part:
    """A part with those of its headers that tell what it is: parsing more can take seconds."""
    fields = (match[0].rstrip() for match in _FIELD.finditer(head))
    told = b"\n".join(itertools.islice(fields, _MOST_FIELDS))
    return _Part(BytesHeaderParser().parsebytes(told + b"\n\n"), body)


def _page(whole: _Part, depth: int) -> _Part | None:
    """The part that is the page: the one that `start` names, else the first that is HTML."""
    if whole.kind in _PAGES:
        return whole
    boundary = whole.head.get_boundary()
    if depth > _DEEPEST or whole.head.get_content_maintype() != "multipart" or not boundary:
        return None
    start = str(whole.head.get_param("start") or "").strip()
    inner: list[_Part] = []
    first: _Part | None = None
    for part in _parts(whole.body, boundary):
        if start and str(part.head.get("Content-ID", "")).strip() == start:
            return _page(part, depth + 1)
        if part.kind in _PAGES:
            first = first or part
        elif part.head.get_content_maintype() == "multipart":
            inner.append(part)
        if first and not start:
            return first
    if first:
        return first
    return next((page for part in inner if (page := _page(part, depth + 1))), None)


def _parts(body: bytes, boundary: str) -> list[_Part]:
    """The parts between the boundaries, each cut at its blank line."""
    line = re.escape(boundary.encode("utf-8", "replace"))
    between = re.compile(rb"(?:\A|\n)--" + line + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    parts: list[_Part] = []
    start: int | None = None
    for number, match in enumerate(between.finditer(body)):
        if number > _MOST_PARTS:
            raise Unreadable(_NO_PAGE)
        if start is not None:
            parts.append(_cut(body, start, match.start()))
        start = None if match[1] else match.end()
        if match[1]:
            break
    if start is not None:  # cut off; what stands in it still counts
        parts.append(_cut(body, start, len(body)))
    return parts


def _cut(body: bytes, start: int, end: int) -> _Part:
    line = body.find(b"\n", start, end)
    start = end if line < 0 else line + 1
    blank = _BLANK.search(body, start, min(end, start + _HEADERS))
    if blank is None:
        return _headed(b"Content-Type: application/octet-stream", b"")
    if body[start : start + 2].startswith((b"\n", b"\r\n")):  # no headers at all
        return _headed(b"", body[start:end])
    return _headed(body[start : blank.start()], body[blank.end() : end].removesuffix(b"\r"))


def _decoded(part: _Part) -> bytes:
    match str(part.head.get("Content-Transfer-Encoding", "")).strip().lower():
        case "quoted-printable":
            return quopri.decodestring(part.body)
        case "base64":
            plain = _NOT_BASE64.sub(b"", part.body)
            try:
                return base64.b64decode(plain[: len(plain) // 4 * 4] + _tail(plain))
            except binascii.Error as error:
                raise Unreadable(_NO_PAGE) from error
        case _:
            return part.body


def _tail(plain: bytes) -> bytes:
    """The last letters of base64 made four again; a single one means nothing."""
    rest = plain[len(plain) // 4 * 4 :]
    return rest.ljust(4, b"=") if len(rest) > 1 else b""
