"""What is known of a count while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.store.series_antecedent import Antecedent
from tui.store.series_happened import Happened
from tui.store.series_spot import Spot


@dataclass(slots=True)
class Draft:
    """What is known of a count so far; `by_noun` tells that its noun says what happened.

    `front` is where the noun of a bare number stands.
    """

    spot: Spot
    told: Happened
    noun: str
    bare: bool
    thing: str = ""
    event: str = ""
    by_noun: bool = False
    group: str = ""
    front: Antecedent | None = None
    why: list[str] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether people are counted: by the noun, or as only people have this happen to them."""
        words = self.spot.scene.words
        if self.noun in words.peoples or self.thing in words.plain:
            return True
        if self.thing in words.lists["bodies things"]:
            return True
        if self.thing not in words.only.get(self.event, (self.thing,)):
            return False  # `de partij VERLIEST en houdt 22 zetels over`
        bodies = self.event in words.lists["bodies events"]
        return bodies and self.thing not in words.lists["bodies not"]
