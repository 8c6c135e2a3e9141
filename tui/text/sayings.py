"""The verbs of saying, in all their forms, from `nl/cues.toml`."""

from __future__ import annotations

from functools import cache
from typing import cast

from tui.text.article import Stance
from tui.text.language import table


@cache
def verbs() -> dict[str, tuple[tuple[str | None, Stance, bool], ...]]:
    """For each form: the particles with which it attributes, the stances, whether a participle."""
    found: dict[str, list[tuple[str | None, Stance, bool]]] = {}
    for stance, entries in table("cues")["verbs"].items():
        for entry in entries:
            forms, _, particle = (part.strip() for part in entry.partition("|"))
            words = forms.split()
            for at, form in enumerate(words):
                last = at == 4
                entry_of = (
                    None if last and particle else particle or None,
                    cast(Stance, stance),
                    last,
                )
                found.setdefault(form, []).append(entry_of)
    # A form with a particle is tried before the bare verb.
    return {
        form: tuple(sorted(dict.fromkeys(e), key=lambda x: x[0] is None))
        for form, e in found.items()
    }


def is_form_of_saying(word: str) -> bool:
    """Whether a word in lower case is a form of a verb of saying."""
    return word in verbs()


@cache
def past_forms() -> frozenset[str]:
    """The past singulars, which unlike some plurals (`vragen`, `berichten`) are never nouns."""
    entries = (entry for entries in table("cues")["verbs"].values() for entry in entries)
    return frozenset(entry.split()[2] for entry in entries)
