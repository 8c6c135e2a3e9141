"""Bodies that a text also calls by one word of their name: `Donna` for `Radio Donna`."""

from __future__ import annotations

from tui.text.forms import Form, has_legal_form
from tui.text.gazetteer import gazetteer
from tui.text.inside import is_acronym
from tui.text.listed import listed
from tui.text.weighing import totals

_LANDS = ("place", "country")
_FEW = 4
"""A name of fewer words may be called by the noun at its head: `Hogeschool`."""


def short_bodies(forms: list[Form]) -> dict[str, str]:
    """Of the single words that open or close the name of a body, which one: `Donna`."""
    found: dict[str, set[str]] = {}
    for form in forms:
        if len(form.words) < 2 or form.type() != "organisation":
            continue
        key = form.key() or form.text
        if form.words[0] in listed("body_heads") or form.words[0] in listed("named_heads"):
            found.setdefault(" ".join(form.words[1:]), set()).add(key)
            if not form.words[1][0].isupper() or len(form.words) < _FEW:
                found.setdefault(form.words[0], set()).add(key)
        elif _is_of_place(form.words):
            found.setdefault(form.words[0], set()).add(key)
        elif has_legal_form(form.words[-1]):
            found.setdefault(" ".join(form.words[:-1]), set()).add(key)
    printed = {form.text: form for form in forms}
    for short, keys in _initials(forms).items():
        found.setdefault(short, set()).update(keys)
    return {
        short: next(iter(keys))
        for short, keys in found.items()
        if len(keys) == 1 and _may_be_body(short, printed.get(short))
    }


def _may_be_body(short: str, form: Form | None) -> bool:
    """Whether a word is not the town that a club is named after, or is used for the club."""
    known = gazetteer().get(short)
    if known is None or form is None:
        return True
    sums = totals(form.around)
    return known.type == "place" and sums[1] >= 1 and sums[1] > sums[3]


def _is_of_place(words: tuple[str, ...]) -> bool:
    """Whether a body bears one word and its land: `Vogelwacht Vlaanderen`."""
    known = gazetteer().get(words[-1])
    head = gazetteer().get(words[0])
    return len(words) == 2 and known is not None and known.type in _LANDS and head is None


def _initials(forms: list[Form]) -> dict[str, set[str]]:
    """Of the abbreviations in a text, which body named in full has these initials."""
    shorts = {
        form.text for form in forms if is_acronym(form.text) and gazetteer().get(form.text) is None
    }
    found: dict[str, set[str]] = {}
    for form in forms:
        if shorts and len(form.words) > 2 and form.type() == "organisation":
            capitals = (word[0] for word in form.words if word[0].isupper())
            for short in {
                "".join(capitals),
                "".join(form.words[at][0] for at in range(len(form.words))).upper(),
            }:
                if short in shorts:
                    found.setdefault(short, set()).add(form.key() or form.text)
    return found
