"""Capitals that stand for their government: `Seoul meldt`, but `in Seoul`."""

from __future__ import annotations

from tui.text.gazetteer import gazetteer
from tui.text.listed import ends, finite_verbs, is_place_noun, listed
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.sayings import is_form_of_saying
from tui.text.weights import weights


def governments(words: Words, found: list[Name]) -> frozenset[Name]:
    """The names of capitals that are meant as governments, at each place where they stand.

    Where a city acts once, it is also meant where nothing tells of the town.
    """
    capitals = [name for name in found if len(name.words) < 3 and is_capital(name.text)]
    acting = {name.text for name in capitals if acts(words, name)}
    return frozenset(
        name
        for name in capitals
        if name.text in acting and (acts(words, name) or not _is_town(words, name))
    )


def is_capital(text: str) -> bool:
    """Whether a name is that of a capital whose government it can mean."""
    known = gazetteer().get(text)
    return known is not None and known.capital


def acts(words: Words, name: Name) -> bool:
    """Whether a city acts where it is named: `Seoul meldt`, `volgens Seoul`, `cijfers uit Kyiv`."""
    before = words.before(name.first)
    after = words.words[name.end].lower()
    if is_place_noun(before):
        return False
    if after == ":" and words.is_initial(name.first):
        return True  # `Seoul: soldaten onderweg`
    second = words.before(name.first - 1)
    if second in listed("acting_of") and before in listed("acting_links"):
        return True  # `cijfers uit Kyiv`, `opheldering van Teheran`
    if before in listed("examples") and second.endswith(ends("plural_places")):
        return False  # `steden als Parijs`
    if before in listed("acting_before"):
        return True
    if before in weights("prepositions") or before in listed("not_acting_before"):
        return False
    verbs = finite_verbs()
    if before in verbs:
        return True  # `wil Pyongyang meer sturen`
    if after in listed("row_signs") and words.words[name.end + 1][0].isupper():
        after = words.words[name.end + 2].lower()  # `Kyiv en Seoul zwijgen`
    return after in verbs or is_form_of_saying(after) or is_form_of_saying(before)


def _is_town(words: Words, name: Name) -> bool:
    before = words.before(name.first)
    place = weights("prepositions").get(before)
    return (place is not None and place[3] >= 1) or is_place_noun(before)
