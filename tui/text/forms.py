"""The forms in which a text prints names, and those that make one entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.text.article import ActorType
from tui.text.gazetteer import gazetteer
from tui.text.listed import listed
from tui.text.names import Name
from tui.text.weighing import totals, winner
from tui.text.weights import Clue


@dataclass(slots=True)
class Form:
    """A name as printed, all places where it stands so, and what tells of its type."""

    text: str
    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    own: tuple[Clue, ...] = ()
    around: list[Clue] = field(default_factory=list)
    fixed: ActorType | None = None
    _totals: list[float] | None = None
    _type: ActorType | None = None
    _key: tuple[str | None] | None = None

    def totals(self) -> list[float]:
        """What the clues come to for each type, once all are gathered."""
        if self._totals is None:
            self._totals = totals([*self.own, *self.around])
        return self._totals

    def type(self) -> ActorType:
        """The type by this form alone."""
        if self._type is None:
            self._type = self.fixed or winner(self.totals())
        return self._type

    def key(self) -> str | None:
        """The entity of a listed name, where the text does not use it as another's."""
        if self._key is None:
            self._key = (_listed_key(self),)
        return self._key[0]


@dataclass(slots=True)
class Group:
    """The forms of one entity, and of each that joined another why it did, with its words."""

    forms: list[Form]
    joined: list[tuple[str, str]] = field(default_factory=list)


def _listed_key(form: Form) -> str | None:
    known = gazetteer().get(form.text)
    if form.fixed:
        return f"{form.text}\n{form.fixed}"
    if known is None and len(form.words) > 1 and has_legal_form(form.words[-1]):
        known = gazetteer().get(" ".join(form.words[:-1]))
    if known is None or known.type == "place" or known.capital or form.type() != known.type:
        return None
    return known.entity


def has_legal_form(word: str) -> bool:
    """Whether a word is what a company is by law: `NV`, `Inc.`."""
    return word.lower().strip(".") in listed("legal_forms")
