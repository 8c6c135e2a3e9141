"""Bodies that a text also calls by one word of their name: `Donna` for `Radio Donna`."""

from __future__ import annotations

from tui.text.forms import Form, has_legal_form, listed_key
from tui.text.gazetteer import gazetteer
from tui.text.listed import listed
from tui.text.weighing import totals

_FEW = 4
"""A name of fewer words may be called by the noun at its head: `Hogeschool`."""


def short_bodies(forms: list[Form]) -> dict[str, str]:
    """Of the single words that open or close the name of a body, which one: `Donna`."""
    found: dict[str, set[str]] = {}
    for form in forms:
        if len(form.words) < 2 or form.type() != "organisation":
            continue
        key = listed_key(form) or form.text
        if form.words[0] in listed("body_heads") or form.words[0] in listed("named_heads"):
            found.setdefault(" ".join(form.words[1:]), set()).add(key)
            if not form.words[1][0].isupper() or len(form.words) < _FEW:
                found.setdefault(form.words[0], set()).add(key)
        elif has_legal_form(form.words[-1]):
            found.setdefault(" ".join(form.words[:-1]), set()).add(key)
    printed = {form.text: form for form in forms}
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
