"""The noun of a number that does not stand behind it: shared with another number, or in front."""

from __future__ import annotations

from functools import cache

from tui.text.ages import is_person
from tui.text.counted import tells_number
from tui.text.kinds import Kind, kind_of
from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import head_of
from tui.text.quantities import number
from tui.text.quantity import Quantity
from tui.text.ranges import ranges
from tui.text.shapes import listed

_MOST_LISTED = 8
"""So many numbers in a row are read as one list."""
_TOLD = 12
"""So many words back `het aantal` tells that numbers move."""
_ALIKE = 0.05
"""The ends of a change are seldom further apart than twenty times."""


@cache
def sharing(name: str) -> frozenset[str]:
    """A list of the words by which numbers share a noun."""
    return frozenset(table("nouns")["sharing"][name])


def shared_noun(t: Lexed, quantity: Quantity, kind: Kind) -> Kind:
    """The noun of a number that stands further on: `19 tegen 12 stemmen`, `drie van de vijf`."""
    at = quantity.after
    word = t.words[at]
    moves = word in sharing("to") or word in ranges("results")
    moved = moves and t.words[quantity.first - 1] in sharing("of")
    if word not in sharing("joins") and word != "," and not moved:
        return kind
    other = number(t, at + 1)
    if word == ",":
        other = _end_of_list(t, other)
    if other is None:
        return kind
    shared = kind_of(t, other, other.after)
    moved = moved or word in sharing("against")
    if moved and other.factor > quantity.factor == 1 and word in sharing("to"):
        _share_magnitude(t, quantity, other)
    if not shared.counted or (shared.kind == "percent" and not moved):
        return kind
    shared.after = shared.upto = quantity.after
    shared.number_upto, shared.head_rule = 0, "shared with the next number"
    return shared


def is_moved(t: Lexed, quantity: Quantity) -> bool:
    """Whether a number went to one that counts something: `van 1900 NAAR 2000 soldaten`."""
    at = quantity.after
    before = t.words[quantity.first - 1]
    if before in sharing("to") and t.words[quantity.first - 3] in sharing("of"):
        return tells_number(t.before(quantity.first, _TOLD))
    if t.words[at] not in sharing("to") or before not in sharing("of"):
        return False
    if t.words[at + 1][0].isdigit() and tells_number(t.before(quantity.first, _TOLD)):
        return True
    other = number(t, at + 1)
    return other is not None and kind_of(t, other, other.after).counted


def _end_of_list(t: Lexed, other: Quantity | None) -> Quantity | None:
    """The last number of `17, 19 en 23 jaar`; None where it is no such list."""
    for _ in range(_MOST_LISTED):
        if other is None or t.words[other.after] != ",":
            break
        other = number(t, other.after + 1)
    if other is None or t.words[other.after] not in listed("conjunctions"):
        return None
    return number(t, other.after + 1)


def _share_magnitude(t: Lexed, quantity: Quantity, other: Quantity) -> None:
    """`van 1,2 naar 1,5 MILJARD`: the first is of milliards too."""
    value, end = quantity.value, other.value
    if value is None or end is None or not _ALIKE < value * other.factor / end < 1 / _ALIKE:
        return
    scaled = float(f"{value * other.factor:.12g}")
    quantity.value = int(scaled) if scaled == int(scaled) else scaled
    quantity.factor = other.factor
    if t.traced:
        quantity.how += (("times, as the next number", other.after - 1),)


def of_whole(t: Lexed, at: int, kind: Kind) -> None:
    """Give a number the noun of `drie van de vijf verdachten`, `9 procent van zijn auto's`."""
    if t.words[at] not in sharing("of"):
        return
    place = at + 1
    while t.words[place] in listed("partitive"):
        place += 1
    if place == at + 1:
        return
    other = next((n for p in range(place, place + 3) if (n := number(t, p))), None)
    head = head_of(t.words, other.after if other else place, t.is_capital, determined=True)
    if head >= 0:
        kind.noun, kind.head, kind.upto = t.token(head), head, head + 1
        kind.head_rule = "the whole it is part of"


def like_the_whole(t: Lexed, quantity: Quantity, kind: Kind) -> None:
    """`twaalf maanden cel, waarvan VIER voorwaardelijk`: of the kind of what it is a part of."""
    if t.recent is None or quantity.value is None:
        return
    start, whole, of, unit = t.recent
    if of not in ("duration", "money", "measure") or not whole:
        return
    near = t.sentence(quantity.first)[0] <= start
    if near and quantity.value < whole:
        kind.kind, kind.unit, kind.word = of, unit, quantity.first - 1
        kind.rule, kind.counted = "part of the number before it", True


def counted_in_front(t: Lexed, quantity: Quantity) -> Kind | None:
    """`een DAG of tien`, `een MAN of twintig`: what is counted stands before the number."""
    at = quantity.first
    if at < 3 or t.words[at - 1] not in sharing("or") or t.words[at - 3] not in sharing("a"):
        return None
    if t.words[at - 2] in sharing("pieces"):
        return None
    kind = kind_of(t, quantity, at - 2)
    if kind.unit == "y" and t.words[at - 4] in sharing("of") and is_person(t.words[at - 5]):
        kind = Kind("age", None, "y", at, at, "a person of so old", at - 5)
    kind.upto = kind.after = quantity.after
    kind.number_upto, kind.head_rule = 0, "in front of the number"
    return kind
