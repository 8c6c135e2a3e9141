"""An HTTP response as a web archive keeps it: its head, and its body as it was before sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui.store.packing import unchunked, unpacked

LONGEST_HEAD = 64 * 1024
"""The most bytes that the head of a response may have."""

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_STATUS = re.compile(rb"HTTP/[\d.]{1,5}[ \t]+(\d{3})(?!\d)")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FOLDED = re.compile(r"\r?\n[ \t]+")
_FIELD = re.compile(r"^([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*)", re.M)


class Response(NamedTuple):
    """The head of a response, `size` bytes long; the names of its fields are in lower case."""

    status: int
    fields: Mapping[str, str]
    size: int

    @classmethod
    def of(cls, block: bytes) -> Response | None:
        """The head that the bytes start with; None where they start with none."""
        status = _STATUS.match(block)
        blank = _BLANK_LINE.search(block, 0, LONGEST_HEAD)
        if status is None or blank is None:
            return None
        head = _FOLDED.sub(" ", block[: blank.start()].decode("latin-1"))
        fields = {name.lower(): value.strip() for name, value in _FIELD.findall(head)}
        return cls(int(status[1]), fields, blank.end())

    @property
    def kind(self) -> str:
        """The `Content-Type`, empty where there is none."""
        return self.fields.get("content-type", "")

    def body(self, block: bytes) -> bytes:
        """What stands after the head, without chunks and packing. Raises Unreadable."""
        body = block[self.size :]
        if "chunked" in self.fields.get("transfer-encoding", "").lower():
            body = unchunked(body)
        return unpacked(body, self.fields.get("content-encoding", ""))


def is_page(kind: str) -> bool:
    """Whether a `Content-Type` is one that articles come in."""
    return kind.partition(";")[0].strip().lower() in _PAGES
