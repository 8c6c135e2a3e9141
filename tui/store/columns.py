"""Values of like kind packed side by side: small numbers in a byte each, texts once and by number.

What stands in one column is much alike, so that it packs far better than one thing after another.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import sub
from typing import Any

_LEVEL = 5  # some thousandths larger than 9, and much sooner done
_MUCH = 255  # stands for a number that is no byte, which is told apart
_ONE_MUCH = bytes([_MUCH])


class Writer:
    """Takes columns in, to be taken out of a `Reader` in the same order.

    The words that are `known` to both need not be told.
    """

    def __init__(self, known: Sequence[str], body: str) -> None:
        self._numbers = {(str, word): at for at, word in enumerate(known, 1)}
        self._known = len(known)
        self._texts: list[Any] = []
        self._much: list[int] = []
        self._bytes = bytearray()
        self._body = body

    def numbers(self, values: Iterable[int]) -> None:
        """A column of numbers, best of 0 to 254."""
        found = values if isinstance(values, list) else list(values)
        try:
            plain = bytes(found)
        except ValueError:
            plain = _ONE_MUCH
        if _MUCH in plain:
            plain = bytes([v if 0 <= v < _MUCH else self._apart(v) for v in found])
        self._bytes += plain

    def number(self, value: Any) -> int:
        """The number by which a text, number or None is known from now on; that of None is 0."""
        if value is None:
            return 0
        at = self._numbers.setdefault((type(value), value), self._known + len(self._texts) + 1)
        if at > self._known + len(self._texts):
            self._texts.append(value)
        return at

    def values(self, values: Iterable[Any]) -> None:
        """A column of texts, numbers or None."""
        told = self._numbers.get  # most are known: asked here, that takes half the time
        self.numbers(
            [
                0 if value is None else told((type(value), value)) or self.number(value)
                for value in values
            ]
        )

    def near(self, texts: Iterable[tuple[str | None, int]]) -> None:
        """Texts that most often stand in the body, each at or after a place, and mostly soon."""
        places = []
        lengths = []
        for text, place in texts:
            at = self._body.find(text, place) if text else -1
            if text and at >= 0 <= place and len(text) < _MUCH - 1:
                places.append(at - place)
                lengths.append(len(text))
            else:
                places.append(self.number(text))
                lengths.append(0)
        self.numbers(places)
        self.numbers(lengths)

    def packed(self, dictionary: bytes) -> bytes:
        """All of it, packed with a dictionary."""
        body = self._body.encode("utf-8", "surrogatepass")
        told = json.dumps([self._texts, self._much], ensure_ascii=False, separators=(",", ":"))
        texts = told.encode("utf-8", "surrogatepass")
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, 9, zdict=dictionary)
        sizes = len(body).to_bytes(4, "big") + len(texts).to_bytes(4, "big")
        check = zlib.crc32(body).to_bytes(4, "big")
        return (
            packer.compress(sizes + check)
            + packer.compress(body)
            + packer.compress(texts)
            + packer.compress(bytes(self._bytes))
            + packer.flush()
        )

    def _apart(self, value: int) -> int:
        self._much.append(value)
        return _MUCH


class Reader:
    """Gives out what a `Writer` took in. Raises ValueError, IndexError or zlib.error."""

    def __init__(self, known: Sequence[str], packed: bytes, dictionary: bytes) -> None:
        packer = zlib.decompressobj(-15, zdict=dictionary)
        data = packer.decompress(packed)
        size, told = int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big")
        body = data[12 : 12 + size]
        if not packer.eof or zlib.crc32(body) != int.from_bytes(data[8:12], "big"):
            raise ValueError("not packed by us")
        self.body = body.decode("utf-8", "surrogatepass")
        texts = data[12 + size : 12 + size + told].decode("utf-8", "surrogatepass")
        self.texts, much = json.loads(texts)
        self._values = (None, *known, *self.texts)
        self._much: Iterator[int] = iter(much)
        self._data = data
        self._at = 12 + size + told

    def numbers(self, count: int) -> list[int]:
        """The next column of so many numbers."""
        start, self._at = self._at, self._at + count
        if self._at > len(self._data):
            raise ValueError("cut off")
        found = list(self._data[start : self._at])
        if _MUCH in found:
            return [v if v < _MUCH else next(self._much) for v in found]
        return found

    def value(self, number: int) -> Any:
        """What is known by a number."""
        return self._values[number]

    def values(self, count: int) -> list[Any]:
        """The next column of so many texts, numbers or None."""
        return list(map(self._values.__getitem__, self.numbers(count)))

    def near(self, places: Sequence[int]) -> list[Any]:
        """The next column of texts that stand at or after these places."""
        steps, lengths = self.numbers(len(places)), self.numbers(len(places))
        return [
            self.body[place + step : place + step + length] if length else self._values[step]
            for place, step, length in zip(places, steps, lengths, strict=True)
        ]


def steps(values: Sequence[int]) -> list[int]:
    """How much each number is above the one before."""
    return list(map(sub, values, chain((0,), values)))


def sums(values: Iterable[int]) -> list[int]:
    """The numbers that `steps` were taken between."""
    found = []
    at = 0
    for value in values:
        at += value
        found.append(at)
    return found
