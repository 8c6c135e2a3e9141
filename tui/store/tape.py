"""The bytes of a web archive from front to back, unpacked, with where each of them stands.

A packed archive is a row of gzip members, mostly one a record; some are one single member. A
place in it is the offset of a member in the file and an offset in what that member unpacks to,
so that one record can be read alone. A plain archive has no members, and its places no second
part.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

from tui.store.packing import GZIP

_BLOCK = 64 * 1024
_KEPT = 32  # blocks that can be wound back to: more than a parser reads ahead
_SEARCH = 1024 * 1024
_HEAD = b"WARC/"
_RECORD = re.compile(rb"WARC/[01]\.\d{1,3}\r?\n")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LONGEST_RECORD_LINE = 16
_MOST_DECOYS = 5_000  # what looks like a member in damaged stretches and is none
_MOST_EMPTY = 10_000  # members in a row that hold nothing
_HONEST_SIZE = 64 * 1024 * 1024
_HONEST_RATIO = 300  # pages pack to a fifth; deflate can do 1 to 1,030


class Place(NamedTuple):
    """Where a record stands: `inner` is None in a plain archive."""

    offset: int
    inner: int | None = None


class Unpacker(NamedTuple):
    """The state of unpacking, to be taken up again."""

    stream: Any
    packed: bytes
    at: int


class Tape:
    """A file-like reader that can be wound back a little and wound on past damage.

    `position` counts the bytes handed out. Where the packing is damaged the tape ends, and
    `damage` is the offset in the file; `mend` finds the next member that is whole. It ends too
    where `ended` says so.
    """

    def __init__(
        self, file: BinaryIO, *, packed: bool, ended: Callable[[], bool] = lambda: False
    ) -> None:
        self.position = 0
        self.damage: int | None = None
        self._ended = ended
        self._file = file
        self._packed = packed
        self._stream: Any = None
        self._rest = b""
        self._at = file.tell()
        self._member_at = self._at
        self._member_size = 0
        self._empty = 0
        self._decoys = 0
        self._written = 0  # bytes unpacked so far
        self._members: deque[tuple[int, int]] = deque()
        self._ahead: deque[bytes] = deque()
        self._behind: deque[bytes] = deque(maxlen=_KEPT)

    def read(self, size: int = -1) -> bytes:
        """Some of the next bytes, none at the end and at damage."""
        block = self._ahead.popleft() if self._ahead else self._next()
        if 0 <= size < len(block):
            self._ahead.appendleft(block[size:])
            block = block[:size]
        if block:
            self._behind.append(block)
            self.position += len(block)
        return block

    def tell(self) -> int:
        """The position: what parsers count from."""
        return self.position

    def place(self, position: int) -> Place:
        """Where in the file a position is. To be asked in rising order."""
        if not self._packed:
            return Place(position)
        while len(self._members) > 1 and self._members[1][0] <= position:
            self._members.popleft()
        start, offset = self._members[0] if self._members else (0, 0)
        return Place(offset, position - start)

    def wind(self, position: int) -> None:
        """Go back to a position, or as near as is kept; or on to it."""
        while self._behind and self.position > position:
            block = self._behind.pop()
            self.position -= len(block)
            self._ahead.appendleft(block)
        while self.position < position and self.read(position - self.position):
            pass

    def find_record(self, position: int) -> int | None:
        """Go to the first record at or after a position; None where the tape ends before it."""
        self.wind(position)
        seen, start = b"\n", self.position - 1
        while True:
            for match in _RECORD.finditer(seen):
                if match.start() and seen[match.start() - 1] == 0x0A:
                    self.wind(start + match.start())
                    return self.position
            block = self.read(_BLOCK)
            if not block:
                return None
            kept = seen[-_LONGEST_RECORD_LINE:]
            start += len(seen) - len(kept)
            seen = kept + block

    def head_size(self, position: int) -> int:
        """How long the head of the record at a position is; 0 where that is not kept any more."""
        self.wind(position)
        head = b""
        while self.position == position + len(head) and len(head) < _BLOCK:
            head += (block := self.read(_BLOCK))
            end = _BLANK_LINE.search(head)
            if end or not block:
                return end.end() if end else 0
        return 0

    def mend(self) -> bool:
        """Go on at the next whole member after the damage; False where there is none."""
        if self.damage is None:
            return False
        self._ahead.clear()
        self._behind.clear()
        at = self._next_member(self.damage + 1)
        if at is None:
            return False
        self._file.seek(at)
        self._at, self._rest, self._stream, self._empty = at, b"", None, 0
        self.damage = None
        self.position = self._written
        return True

    def state(self) -> Unpacker:
        """How far unpacking is. Only right after `resume` or at the start, followed by `skip`."""
        return Unpacker(self._stream and self._stream.copy(), self._rest, self._at)

    def resume(self, state: Unpacker) -> None:
        """Take unpacking up where a `state` was taken."""
        self._stream = state.stream and state.stream.copy()
        self._rest, self._at = state.packed, state.at
        self._member_at, self._member_size = state.at - len(state.packed), 0
        self._file.seek(state.at)

    def skip(self, count: int) -> bool:
        """Go on by exactly so many bytes; whether there were so many.

        Unlike `wind` it unpacks not one byte too many, so that `state` may follow.
        """
        while count > 0:
            block = self._next(min(count, _BLOCK))
            if not block:
                return False
            count -= len(block)
        return True

    def _next(self, size: int = _BLOCK) -> bytes:
        if self.damage is not None or self._ended():
            return b""
        if not self._packed:
            return self._file.read(size)
        out: list[bytes] = []
        room = size
        while room > 0:
            try:
                piece = self._unpack(room)
            except zlib.error:
                self.damage = self._member_at
                break
            if piece is None:
                break
            out.append(piece)
            room -= len(piece)
        return b"".join(out)

    def _unpack(self, room: int) -> bytes | None:
        """Some bytes of the member at hand, None at the end. Raises zlib.error."""
        if not self._rest:
            self._rest = self._file.read(_BLOCK)
            self._at += len(self._rest)
            if not self._rest and self._stream is None:
                return None
        if self._stream is None:
            self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._member_at, self._member_size = self._at - len(self._rest), 0
            self._members.append((self._written, self._member_at))
        piece: bytes = self._stream.decompress(self._rest, room)
        ended = self._stream.eof
        if not piece and not ended and not self._rest:
            raise zlib.error("cut off")
        self._rest = self._stream.unused_data if ended else self._stream.unconsumed_tail
        self._member_size += len(piece)
        self._written += len(piece)
        self._empty = 0 if piece else self._empty + ended
        read = self._at - len(self._rest) - self._member_at
        bomb = self._member_size > max(_HONEST_SIZE, _HONEST_RATIO * read)
        if bomb or self._empty > _MOST_EMPTY:
            raise zlib.error("too much, or nothing at all")
        if ended:
            self._stream = None
        return piece

    def _next_member(self, at: int) -> int | None:
        """The offset of the first gzip member from `at` on that holds a record."""
        while True:
            self._file.seek(at)
            stretch = self._file.read(_SEARCH)
            found = stretch.find(GZIP)
            while found >= 0:
                if self._holds_record(at + found):
                    return at + found
                self._decoys += 1
                if self._decoys > _MOST_DECOYS:
                    return None
                found = stretch.find(GZIP, found + 1)
            if len(stretch) < _SEARCH:
                return None
            at += len(stretch) - len(GZIP) + 1

    def _holds_record(self, offset: int) -> bool:
        self._file.seek(offset)
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(
                self._file.read(4096), len(_HEAD)
            )
        except zlib.error:
            return False
        return head == _HEAD
