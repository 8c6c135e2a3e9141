"""Reads word lists packed as an automaton of the CFSA2 kind, as proofreading dictionaries are.

The file holds all entries as paths from one root, endings shared. After `\\fsa`, a byte 0xC6 and
two bytes of flags come the length of a table of usual letters and that table; the rest is arcs.
An arc is one byte: bit 7 says its target is the state behind this one, bit 6 that it is the last
of its state, bit 5 that an entry ends here, and the other five give the letter's number in the
table, or 0 where the letter itself follows. Then comes the target's offset, seven bits to a byte.
"""

from __future__ import annotations

from collections.abc import Iterator

MAGIC = b"\\fsa\xc6"
NUMBERED = 1 << 8
NEXT, LAST, FINAL, LETTER = 1 << 7, 1 << 6, 1 << 5, 31

Arc = tuple[int, bool, int]


def entries(data: bytes) -> Iterator[bytes]:
    """Every entry of the automaton, in the order of its arcs. Raises ValueError on other data."""
    if not data.startswith(MAGIC):
        raise ValueError("not a CFSA2 automaton")
    numbered = bool(int.from_bytes(data[5:7], "big") & NUMBERED)
    start = 8 + data[7]
    states = _States(data[start:], data[8:start], numbered)
    stack = [iter(states.at(states.at(0)[0][2]))]
    entry = bytearray()
    while stack:
        for letter, final, target in stack[-1]:
            entry.append(letter)
            if final:
                yield bytes(entry)
            if target:
                stack.append(iter(states.at(target)))
                break
            entry.pop()
        else:
            stack.pop()
            del entry[-1:]


class _States:
    """The states of an automaton, each read once."""

    def __init__(self, arcs: bytes, letters: bytes, numbered: bool) -> None:
        self._arcs, self._letters, self._numbered = arcs, letters, numbered
        self._read: dict[int, tuple[Arc, ...]] = {}

    def at(self, offset: int) -> tuple[Arc, ...]:
        """The arcs of the state at an offset: letter, whether an entry ends, target or 0."""
        found = self._read.get(offset)
        if found is None:
            found = self._read[offset] = self._state(offset)
        return found

    def _state(self, offset: int) -> tuple[Arc, ...]:
        if self._numbered:
            _, offset = self._number(offset)
        state: list[tuple[int, bool, int | None]] = []
        flags = 0
        while not flags & LAST:
            flags = self._arcs[offset]
            offset += 1
            if flags & LETTER:
                letter = self._letters[flags & LETTER]
            else:
                letter = self._arcs[offset]
                offset += 1
            target: int | None = None
            if not flags & NEXT:
                target, offset = self._number(offset)
            state.append((letter, bool(flags & FINAL), target))
        return tuple((a, final, offset if to is None else to) for a, final, to in state)

    def _number(self, offset: int) -> tuple[int, int]:
        value = shift = 0
        while True:
            byte = self._arcs[offset]
            offset += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value, offset
            shift += 7
