"""What the words next to a number call for: one look at each spares trying every rule.

Most numbers stand between words that mean nothing to any rule of ages, times, names, ranges or
shares; for those no such rule is asked at all.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.text.ages import triggers
from tui.text.clocks import clocks, leading
from tui.text.numbers import fold
from tui.text.ranges import joiners, ranges
from tui.text.shares import fractions, out_of
from tui.text.sharing import sharing
from tui.text.specials import is_times
from tui.text.traps import may_number
from tui.text.unitwords import UNIT, roles, signs_below_nought

AGE, TIME, NUMBERED, IN_FRONT, BELOW, BETWEEN, OUT_OF_IT = 1, 2, 4, 8, 16, 32, 64
RANGE, SPECIAL, HOUR, SHARING, ORDINAL = 1, 2, 4, 8, 16


class _Edges(dict[str, int]):
    """The flags of each word that was met; emptied when many were."""

    def __init__(self, flags: Callable[[str], int]) -> None:
        self._flags = flags

    def __missing__(self, word: str) -> int:
        flags = self._flags(word)
        if len(self) > 1 << 16:
            self.clear()
        if len(word) < 60:
            self[word] = flags
        return flags


def _before(word: str) -> int:
    return (
        AGE * (word in triggers())
        | TIME * (word in leading())
        | NUMBERED * may_number(word)
        | IN_FRONT * (word in sharing("or"))
        | OUT_OF_IT * (word in sharing("out_of_it"))
        | BELOW * (word in signs_below_nought())
        | BETWEEN * (word in ranges("between") or word in ranges("after_between"))
    )


def _behind(word: str) -> int:
    opens = word in joiners() or word in ranges("and") or word == "-"
    shares = word in out_of() or is_times(word) or fold(word) in fractions()
    shared = (
        word == ","
        or word in ranges("results")
        or any(word in sharing(name) for name in ("of", "to", "joins"))
    )
    return (
        RANGE * (opens or bool(roles().get(word, 0) & UNIT))
        | SPECIAL * shares
        | HOUR * (word in clocks("hour") or word in clocks("minutes_behind"))
        | SHARING * shared
        | ORDINAL * (word in clocks("ordinals"))
    )


BEFORE = _Edges(_before)
"""What the word before a number calls for."""
BEHIND = _Edges(_behind)
"""What the word behind a number calls for."""
