"""Web archives, "single files" and packed pages for the tests, made by hand."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from io import BytesIO


class Archive(BytesIO):
    """An archive in memory; it has no number of its own, as files of the system have."""

    def fileno(self) -> int:
        return 0


def record(
    url: str,
    block: bytes,
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
) -> bytes:
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2031-01-02T03:04:05Z",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(
    body: bytes,
    content_type: str = "text/html",
    status: str = "200 OK",
    **fields: str,
) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def page(url: str, body: bytes = b"<p>Het regende.</p>") -> bytes:
    return record(url, response(body))


def packed(records: Iterable[bytes]) -> bytes:
    """The records as crawlers pack them: a gzip member each."""
    return b"".join(gzip.compress(one, 1, mtime=0) for one in records)


def mhtml(*parts: str, start: str = "", boundary: str = "----grens") -> bytes:
    """A "single file" of these parts, each with its headers, a blank line and its content."""
    head = [
        "From: <Saved by a browser>",
        "Snapshot-Content-Location: https://example.nl/kop",
        "Subject: Kop",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"'
        + (f'; start="{start}"' if start else ""),
    ]
    lines = [*head, "", ""]
    for part in parts:
        lines += [f"--{boundary}", *part.split("\n")]
    return "\r\n".join([*lines, f"--{boundary}--", ""]).encode("latin-1")
