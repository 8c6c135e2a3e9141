"""Which forms of names are one entity: full names, surnames, first names, other spellings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from tui.text.forms import Form, Group
from tui.text.gazetteer import REMEMBERED, gazetteer
from tui.text.listed import listed
from tui.text.names import Name
from tui.text.printed import Words
from tui.text.roles import role
from tui.text.shortbodies import short_bodies
from tui.text.spellings import are_two_names, spelling
from tui.text.stretch import is_initial
from tui.text.weighing import totals

_LISTED = 3.5
"""By so much another type must lead for a short name not to be that of a person named in full."""
_REMEMBERED = 100
"""Among so many people of one surname, the last ones, one is sought that it may mean."""
_SPELT = 5
"""Names of fewer letters have one spelling only."""


def joined(words: Words, forms: list[Form]) -> list[Group]:
    """The entities that the forms of a text are."""
    groups: dict[str, Group] = {}
    surnames = _surnames(forms)
    full: list[Form] = []
    others: list[Form] = []
    for form in forms:
        key = form.key()
        if key is not None and not _is_named_in_full(form, key, surnames):
            _add(groups, key, form, "the same in the list")
        else:
            (full if _is_full(form) else others).append(form)
    people = _People(words, full, groups)
    bodies = short_bodies(forms)
    for form in others:
        if form.text in bodies:
            _add(groups, bodies[form.text], form, "a word of its full name")
        else:
            people.place(form)
    return list(groups.values())


def _is_full(form: Form) -> bool:
    """Whether a form is the full name of a person, and not `Van den Berg`."""
    small = form.words[0].lower() in listed("surname_particles")
    return len(form.words) > 1 and not small and form.type() == "person"


def _surnames(forms: list[Form]) -> dict[str, set[str]]:
    """The people whom a text names in full, by each name that they may be called."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        if _is_full(form):
            for call in _calls(form.words):
                found[call].add(form.key() or form.text)
    return found


def _is_named_in_full(form: Form, key: str, surnames: dict[str, set[str]]) -> bool:
    """Whether the text names another than the listed one in full who is called like this."""
    people = surnames.get(form.text.casefold())
    if people is None or key in people or form.fixed:
        return False
    return form.type() == "person" or _is_used_for_person(form)


def _is_used_for_person(form: Form) -> bool:
    """Whether a listed body or place stands where a person would: `Vermaat schreef`."""
    person, *others = totals(form.around)
    return person >= max(others)


def _add(groups: dict[str, Group], key: str, form: Form, rule: str) -> None:
    group = groups.setdefault(key, Group([]))
    if group.forms:
        group.joined.append((rule, form.text))
    group.forms.append(form)


class _People:
    """The people who are named in full, to be found by their other names."""

    def __init__(self, words: Words, full: list[Form], groups: dict[str, Group]) -> None:
        self._words = words
        self._groups = groups
        self._keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._tails: dict[str, str] = {}
        self._roles: defaultdict[str, set[str]] = defaultdict(set)
        for key, group in groups.items():
            for form in group.forms:
                if form.type() == "person":
                    self._know(key, form)
        for form in sorted(full, key=lambda form: (is_initial(form.words[0]), -len(form.words))):
            self._place_full(form)

    def _know(self, key: str, form: Form) -> None:
        """Remember by which names the person may be called."""
        alone = (form.text.casefold(), f"~{spelling(form.text)}")
        calls = _calls(form.words) if len(form.words) > 1 else alone
        for call in calls:
            self._keys[call][key] = None
        self._tails[key] = form.words[-1]
        self._places[key] += [name.start for name in form.names]
        self._places[key].sort()
        for name in form.names:
            told = role(self._words, name)
            if told:
                self._roles[key].add(told.split()[-1].casefold())

    def _place_full(self, form: Form) -> None:
        same = f"={spelling(form.text)}"
        for call, rule in ((same, "another spelling"), (_initialled(form.words), "initials")):
            if call and len(self._keys[call]) == 1:
                _add(self._groups, next(iter(self._keys[call])), form, rule)
                return
        alike = self._single(form)
        if alike:
            _add(self._groups, alike, form, "another spelling")
            self._know(alike, form)
            return
        _add(self._groups, form.text, form, "the same name")
        self._know(form.text, form)
        self._keys[same][form.text] = None
        if not is_initial(form.words[0]):
            short = f"{form.words[0][0]} {' '.join(form.words[1:])}".casefold()
            self._keys[f"initial {short}"][form.text] = None

    def _single(self, form: Form) -> str | None:
        """The listed person whom the text names by a surname alone that sounds like this one's."""
        last = form.words[-1]
        keys = [
            key
            for key in islice(self._keys.get(f"~{spelling(last)}", ()), _REMEMBERED)
            if key in self._groups
            and all(len(other.words) == 1 for other in self._groups[key].forms)
            and not are_two_names(last, self._tails[key])
        ]
        return keys[0] if len(keys) == 1 else None

    def place(self, form: Form) -> None:
        """Join a form to the person whose short name it is, at each place to the nearest."""
        keys = self._candidates(form)
        person, *others = form.totals()
        listed_else = len(form.words) == 1 and max(others) - person >= _LISTED
        if not keys or (listed_else and not _is_used_for_person(form)):
            _add(self._groups, form.text, form, "the same name")
            return
        rule = "a first name" if form.words[0] in gazetteer().first_names else "a surname"
        if len(keys) == 1:
            _add(self._groups, keys[0], form, f"{rule} of one named in full")
            return
        parts: defaultdict[str, list[Name]] = defaultdict(list)
        for name in form.names:
            parts[self._nearest(keys, name)].append(name)
        for key, names in parts.items():
            _add(self._groups, key, replace(form, names=names), f"{rule} of the one named last")

    def _candidates(self, form: Form) -> list[str]:
        keys = list(self._keys.get(form.text.casefold(), ()))
        if not keys and form.text.endswith("s"):
            keys = list(self._keys.get(form.text[:-1].casefold(), ()))
        if keys or len(form.text) < _SPELT:
            return keys
        alike = self._keys.get(f"~{spelling(form.text)}", ())
        return [key for key in alike if not are_two_names(form.text, self._tails[key])]

    def _nearest(self, keys: list[str], name: Name) -> str:
        keys = keys[-_REMEMBERED:]
        told = (role(self._words, name) or "").split()
        if told:
            fitting = [key for key in keys if told[-1].casefold() in self._roles[key]]
            if len(fitting) == 1:
                return fitting[0]

        def distance(key: str) -> tuple[int, int]:
            places = self._places[key]
            at = bisect_left(places, name.start)
            return (0, name.start - places[at - 1]) if at else (1, places[0])

        return min(keys, key=distance)


@lru_cache(maxsize=REMEMBERED)
def _calls(words: tuple[str, ...]) -> tuple[str, ...]:
    """`Ursula von der Leyen` is called `von der Leyen`, `Leyen` and `Ursula`."""
    calls = [" ".join(words[at:]).casefold() for at in range(1, len(words))]
    married, hyphen, _ = words[-1].partition("-")
    if hyphen and married[:1].isupper():
        calls += [" ".join((*words[at:-1], married)).casefold() for at in range(1, len(words))]
    if words[0][:1].isupper() and words[-1][:1].isupper() and not is_initial(words[0]):
        calls.append(words[0].casefold())
    if len(words[-1]) >= _SPELT:
        calls.append(f"~{spelling(words[-1])}")
    return tuple(call for call in calls if call not in listed("surname_particles"))


def _initialled(words: tuple[str, ...]) -> str | None:
    """A name with initials as it is kept for full ones: `J. Peeters` for `Jan Peeters`."""
    at = 0
    while at < len(words) and is_initial(words[at]):
        at += 1
    if not 0 < at < len(words):
        return None
    return f"initial {words[0][0]} {' '.join(words[at:])}".casefold()
