"""The pages of a web archive (WARC, ISO 28500): which there are, and the bytes of one.

Records are framed by fastwarc: twice as fast as warcio, which also prints to the screen, and
gives up an archive that is one gzip stream. It is imported when there is an archive to read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from tui.store.charset import charset_of, in_utf8
from tui.store.packing import GZIP
from tui.store.plain import LARGEST, TOO_LARGE, Unreadable
from tui.store.response import LONGEST_HEAD, Response, is_page
from tui.store.tape import Place, Tape, Unpacker

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MISSING = "a web archive, which needs an extra: pip install 'newsreader[warc]'. Then open it again."
"""What is said where fastwarc is not installed."""

_CHANGED = "not where it was in its archive, which has changed. Open the archive again."
_NO_ARCHIVE = "no web archive: there is no WARC record in it. Check what wrote it."
_CUT = "what stands at {} is cut off or damaged; passed over. Copy or download it again."
_NO_RECORD = "there is no record {} {}, where one should be; passed over. Check what wrote it."
_TOO_BROKEN = "damaged in too many places; the rest is passed over. Copy or download it again."

_BARE_LINE = re.compile(rb"WARC/1\.\d+\n")  # as some tools write, against the standard
_LONGEST_LINE = 16
_KINDS = frozenset({"response", "resource"})
_MOST_BREAKS = 1_000
_FAR = 1024 * 1024  # into a member: from here on it pays to remember how far unpacking was
_ROBOTS = re.compile(r"[a-z][a-z\d+.-]*://[^/]*/robots\.txt(?:[?#]|$)", re.I)
_MEMBER = re.compile(r"(\d{1,18})(?:\+(\d{1,18}))?", re.A)


class Capture(NamedTuple):
    """A page in an archive: the member to read it by, and the address it was fetched from."""

    member: str
    url: str


class Damage(NamedTuple):
    """What is wrong somewhere in an archive, and what was done about it."""

    reason: str


class _Seen(NamedTuple):
    """The record that was met last, with the page in it, if it is one."""

    start: int
    size: int
    place: Place
    page: Capture | None


def captures(
    file: BinaryIO, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Capture | Damage]:
    """Every page in an archive, in its order, and what could not be made out.

    It keeps no page in memory, and ends as soon as it is `cancelled`, also where no page is near.
    A page is told of when the next record is found where it should be, for only then is it whole.
    Raises Unreadable where the file is no archive at all.
    """
    tape = Tape(file, packed=_is_packed(file), ended=cancelled)
    found = False
    for _ in range(_MOST_BREAKS):
        start = tape.position
        seen: _Seen | None = None
        after: int | None = None
        cut = garbage = False
        try:
            for record in _records(tape):
                if seen and seen.page:
                    yield seen.page
                found = True
                seen, cut = _look(record, tape)
                if cut:
                    break
        except OSError:
            garbage = True
        if cancelled():
            return
        here = _spelt(tape.place(start) if seen is None else seen.place)
        # The sum at the end of a gzip member is checked when its record was already read.
        cut = cut or (seen is not None and seen.place.offset == tape.damage)
        if cut or garbage:
            end = start if seen is None else seen.start + tape.head_size(seen.start) + seen.size
            after = tape.find_record((start if seen is None else seen.start) + 1)
            cut = cut or (seen is not None and after is not None and after < end)
        if seen and seen.page and not cut:
            yield seen.page
        damage = tape.damage
        more = after is not None or tape.mend()
        if cut:
            yield Damage(_CUT.format(here))
        elif garbage and (found or more):
            yield Damage(_NO_RECORD.format("at" if seen is None else "after the one at", here))
        elif damage is not None and (found or more):
            yield Damage(_CUT.format(f"byte {damage}"))
        if not more:
            break
    else:
        yield Damage(_TOO_BROKEN)
    if not found:
        raise Unreadable(_NO_ARCHIVE)


def page_at(file: BinaryIO, member: str) -> bytes:
    """The bytes of one page, for `tui.text.decode`: as it was before it was sent.

    A page that does not name its encoding is in UTF-8 where the server named it. Raises
    Unreadable.
    """
    record = _record_at(file, member)
    block = _read(record, LARGEST + LONGEST_HEAD)
    if len(block) < record.content_length:
        raise Unreadable(TOO_LARGE if len(block) >= LARGEST else _CHANGED)
    if _type(record) == "resource":
        data, kind = block, _kind(record)
    elif (response := Response.of(block)) is not None:
        data, kind = response.body(block), response.kind
    else:
        raise Unreadable(_CHANGED)
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    return in_utf8(data, charset_of(kind), over_page=False)


def url_at(file: BinaryIO, member: str) -> str:
    """The address that one page was fetched from. Raises Unreadable."""
    return _url(_record_at(file, member))


def _records(tape: Tape) -> Iterator[WarcRecord]:
    """The records from where the tape is. They raise OSError at what is no record."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise Unreadable(MISSING) from error
    start = tape.position
    bare = _BARE_LINE.match(tape.read(_LONGEST_LINE)) is not None
    tape.wind(start)
    stream = cast(BinaryIO, tape)  # it asks for no more than `read` and `tell`
    return iter(ArchiveIterator(stream, parse_http=False, stream_detect=False, quirks_mode=bare))


def _is_packed(file: BinaryIO) -> bool:
    file.seek(0)
    packed = file.read(len(GZIP)) == GZIP
    file.seek(0)
    return packed


def _look(record: WarcRecord, tape: Tape) -> tuple[_Seen, bool]:
    """What a record is, read to its end, and whether that end is missing."""
    place = tape.place(record.stream_pos)
    block = _read(record, LONGEST_HEAD) if _type(record) in _KINDS else b""
    page = Capture(_named(place), _url(record)) if _is_page(record, block) else None
    size = record.content_length
    cut = len(block) + record.reader.consume() < size
    framed = (record.headers.get("Content-Length") or "").strip().isdecimal()
    return _Seen(record.stream_pos, size, place, page), cut or not framed


def _is_page(record: WarcRecord, block: bytes) -> bool:
    """Whether a record holds what a browser would show as a page, fetched without a detour."""
    if _type(record) not in _KINDS or _ROBOTS.match(_url(record)):
        return False
    if _type(record) == "resource":
        return is_page(_kind(record))
    response = Response.of(block)
    return response is not None and response.status == 200 and is_page(response.kind)


def _type(record: WarcRecord) -> str:
    return str(record.record_type)


def _kind(record: WarcRecord) -> str:
    return record.headers.get("Content-Type") or ""


def _url(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")


def _read(record: WarcRecord, size: int) -> bytes:
    """At most so many bytes of what a record holds."""
    blocks: list[bytes] = []
    while size > 0 and (block := record.reader.read(size)):
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def _named(place: Place) -> str:
    return f"{place.offset}" if place.inner is None else f"{place.offset}+{place.inner}"


def _spelt(place: Place) -> str:
    where = f"byte {place.offset}"
    return f"{where} (unpacked, {place.inner} bytes on)" if place.inner else where


def _record_at(file: BinaryIO, member: str) -> WarcRecord:
    """The record that a member means. Raises Unreadable where there is none."""
    match = _MEMBER.fullmatch(member)
    if match is None:
        raise Unreadable(_CHANGED)
    file.seek(int(match[1]))
    tape = Tape(file, packed=match[2] is not None)
    try:
        if not _skip(tape, file, int(match[1]), int(match[2] or 0)):
            raise Unreadable(_CHANGED)
        record = next(_records(tape), None)
    except OSError as error:
        raise Unreadable(_CHANGED) from error
    if record is None or _type(record) not in _KINDS:
        raise Unreadable(_CHANGED)
    return record


_latest: tuple[tuple[int, ...], int, Unpacker] | None = None
"""How far unpacking was at the last page that stood far into its member.

An archive that is one gzip stream can only be unpacked from its start: reading its pages in
order must not do that for each of them.
"""


def _skip(tape: Tape, file: BinaryIO, offset: int, inner: int) -> bool:
    """Go to a place in a member; whether it is there."""
    global _latest
    if inner < _FAR:
        return tape.skip(inner)
    status = os.fstat(file.fileno())
    member = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size, offset)
    done = 0
    if _latest and _latest[0] == member and _latest[1] <= inner:
        _, done, unpacker = _latest
        tape.resume(unpacker)
    there = tape.skip(inner - done)
    if there:
        _latest = member, inner, tape.state()
    return there
