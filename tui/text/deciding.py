"""Of which type each entity of a text is, by all that tells of any of its forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui.text.article import ActorType
from tui.text.forms import Group
from tui.text.listed import is_body_noun, is_place_noun, listed
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.weighing import margin, totals, winner
from tui.text.weights import Clue, around

_SURE = 2.5
"""A type that leads by as much is settled, and tells of its neighbours in a row of names."""
_PLAIN = "a plain word with a capital"
_OFTEN = 3
_ARTICLES = ("behind an article", "behind het")
_WEAK = {
    _PLAIN,
    "a single word",
    "a word of no list",
    "perhaps in the list of places",
    "perhaps a first name",
    "perhaps a surname",
}
_SPEAKS_FOR = 2.2
"""What something around a plain word must weigh for it to be a name."""
_ROW = {
    "person": "in a row with a person",
    "organisation": "in a row with an organisation",
    "country": "in a row with a country",
    "place": "in a row with a place",
}


@dataclass(slots=True)
class Decision:
    """The type of an entity, with the clues that it was weighed by."""

    group: Group
    type: ActorType
    clues: list[Clue]
    sure: bool


def decided(words: Words, found: list[Name], groups: list[Group]) -> list[Decision]:
    """The types of the entities; in a row, `A, B en C`, sure ones tell of the others."""
    decisions = [_decision(group) for group in groups]
    whose: dict[int, Decision] = {}
    for decision in decisions:
        for form in decision.group.forms:
            for name in form.names:
                whose[name.start] = decision
    sure = {id(decision) for decision in decisions if decision.sure}
    if len(sure) == len(decisions):
        return decisions
    moved: dict[int, Decision] = {}
    for first, second in _rows(words, found):
        one, other = whose[first.start], whose[second.start]
        for told, teller in ((one, other), (other, one)):
            if id(teller) in sure and id(told) not in sure:
                told.clues.append(around(_ROW[teller.type], teller.group.forms[0].text))
                moved[id(told)] = told
    for told in moved.values():
        told.type = winner(totals(told.clues))
    return decisions


def _decision(group: Group) -> Decision:
    if len(group.forms) == 1:
        form = group.forms[0]
        sums = form.totals()
        sure = form.fixed is not None or margin(sums) >= _SURE
        return Decision(group, form.type(), [*form.own, *form.around], sure)
    fullest = max(group.forms, key=lambda form: len(form.words))
    clues = [*fullest.own]
    for form in group.forms:
        if form is not fullest and fullest.type() != "person":
            clues += form.own
        clues += form.around
    fixed = next((form.fixed for form in group.forms if form.fixed), None)
    sums = totals(clues)
    sure = group.forms[0].fixed is not None or margin(sums) >= _SURE
    return Decision(group, fixed or winner(sums), clues, sure)


def _rows(words: Words, found: list[Name]) -> Iterator[tuple[Name, Name]]:
    """The names next to each other in an enumeration: `A, B en C`."""
    for first, second in pairwise(found):
        between = words.words[first.end : second.first]
        if not 1 <= len(between) <= 2 or between[0] not in listed("row_signs"):
            continue
        if len(between) == 1 or between[1] in listed("articles"):
            yield first, second


def is_plain_only(decision: Decision) -> bool:
    """Whether an entity is only a plain word with a capital that nothing else speaks for."""
    form = decision.group.forms[0]
    if len(decision.group.forms) > 1 or len(form.words) > 1 or form.fixed:
        return False
    rules = {clue.rule for clue in form.own}
    lowered = form.text.lower()
    if not rules <= _WEAK or _PLAIN not in rules or form.text in listed("body_heads"):
        return False
    if (
        lowered in listed("described")
        or lowered in listed("place_ends")
        or is_body_noun(lowered)
        or is_place_noun(lowered)
    ):
        return False
    if any(clue.rule in _ARTICLES for clue in form.around) or len(form.names) >= _OFTEN:
        return False
    best = max((max(clue.weight) for clue in form.around), default=0.0)
    return best < _SPEAKS_FOR
