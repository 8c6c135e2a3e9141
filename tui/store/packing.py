"""Bytes unpacked, never more than a page may have: gzip, deflate, Brotli and chunks."""

from __future__ import annotations

import importlib
import re
import zlib

from tui.store.plain import LARGEST, Unreadable

GZIP = b"\x1f\x8b\x08"
"""How every gzip file starts."""

BOMB = (
    f"unpacks to more than {LARGEST // 1024**2} MB, which no article is. Leave it out, or unpack "
    "and split it."
)
_CUT_OFF = "a packed page that is cut off: its end is missing. Copy or download it again."
_DAMAGED = "a packed page that is damaged. Copy or download it again."
_NO_BROTLI = (
    "a page packed with Brotli, which needs an extra: pip install 'newsreader[warc]'. "
    "Then open it again."
)

_SLICE = 64 * 1024
_MOST_PARTS = 10_000  # of one gzip file; tools that append log lines make some hundreds
_MOST_CHUNKS = 500_000
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_LINE_END = re.compile(rb"\r?\n")


def gunzip(data: bytes) -> bytes:
    """What a gzip file of one or more parts holds. Raises Unreadable, also for half a file."""
    out: list[bytes] = []
    room = LARGEST
    at = 0
    for _ in range(_MOST_PARTS):
        if not data.startswith(GZIP[:2], at):
            # Some tools fill the last block of a disk or tape with NULs.
            if at == 0 or data[at:].strip(b"\0"):
                raise Unreadable(_DAMAGED)
            break
        part, at = _inflated(data, at, room, zlib.MAX_WBITS | 16)
        out.append(part)
        room -= len(part)
        if at >= len(data):
            break
    else:
        raise Unreadable(_DAMAGED)
    return b"".join(out)


def head(data: bytes) -> bytes:
    """The first few bytes of what a gzip file holds; none where it is damaged there."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:_SLICE], 8)
    except zlib.error:
        return b""


def unpacked(body: bytes, encodings: str) -> bytes:
    """A body without the packing that an HTTP `Content-Encoding` names. Raises Unreadable."""
    for name in reversed(encodings.lower().split(",")[:5]):
        match name.strip():
            case "gzip" | "x-gzip":
                # Crawlers often keep the header and store the page unpacked.
                body = gunzip(body) if body.startswith(GZIP) else body
            case "deflate":
                body = _deflated(body)
            case "br":
                body = _brotli(body)
            case "" | "identity":
                pass
            case other:
                raise Unreadable(
                    f"a page packed as {other[:20]!r}, which newsreader does not know. "
                    "Save the page from a browser."
                )
    return body


def unchunked(body: bytes) -> bytes:
    """A body without the chunks of HTTP/1.1; as it is where it is not in chunks after all."""
    out: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(out)
        at = match.end() + size
        if at > len(body):
            if not out:
                return body
            raise Unreadable(_CUT_OFF)
        if len(out) == _MOST_CHUNKS:
            raise Unreadable(_DAMAGED)
        out.append(body[match.end() : at])
        end = _LINE_END.match(body, at)
        at = end.end() if end else at
    if not out:
        return body
    if at < len(body):
        raise Unreadable(_DAMAGED)
    return b"".join(out)


def _inflated(data: bytes, at: int, room: int, window: int) -> tuple[bytes, int]:
    """One stream that starts at `at`, and where it ends."""
    stream = zlib.decompressobj(window)
    out: list[bytes] = []
    try:
        while not stream.eof:
            piece = data[at : at + _SLICE]
            if not piece:
                raise Unreadable(_CUT_OFF)
            out.append(stream.decompress(piece, room + 1))
            room -= len(out[-1])
            if room < 0:
                raise Unreadable(BOMB)
            at += len(piece) - len(stream.unconsumed_tail) - len(stream.unused_data)
    except zlib.error as error:
        raise Unreadable(_DAMAGED) from error
    return b"".join(out), at


def _deflated(body: bytes) -> bytes:
    """Deflate as the standard has it, or bare as some servers send it."""
    try:
        return _inflated(body, 0, LARGEST, zlib.MAX_WBITS)[0]
    except Unreadable as error:
        if str(error) == BOMB:
            raise
    return _inflated(body, 0, LARGEST, -zlib.MAX_WBITS)[0]


def _brotli(body: bytes) -> bytes:
    try:
        brotli = importlib.import_module("brotli")
    except ImportError as error:
        raise Unreadable(_NO_BROTLI) from error
    stream = brotli.Decompressor()
    try:
        out: bytes = stream.process(body, output_buffer_limit=LARGEST + 1)
        while len(out) <= LARGEST and not stream.is_finished():
            more = stream.process(b"", output_buffer_limit=LARGEST + 1 - len(out))
            if not more:
                raise Unreadable(_CUT_OFF)
            out += more
    except brotli.error as error:
        raise Unreadable(_DAMAGED) from error
    if len(out) > LARGEST:
        raise Unreadable(BOMB)
    return out
