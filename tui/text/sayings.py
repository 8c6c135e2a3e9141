"""The verbs of saying, in all their forms, from `nl/cues.toml`."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from tui.text.article import Stance
from tui.text.language import table

Form = Literal["singular", "plural", "participle"]
Needs = Literal["clause", "object", "number"]
_FORMS: tuple[Form, ...] = ("singular", "plural", "singular", "plural", "participle")


class Saying(NamedTuple):
    """One way in which a form of a verb attributes.

    `parts` are the words that must stand behind it (`eraan toe`), none for a bare verb; `needs`
    tells what must go with it. `lemma` is its present singular. The plural of the present is the
    infinitive too.
    """

    lemma: str
    parts: tuple[str, ...]
    stance: Stance
    form: Form
    needs: Needs
    infinitive: bool


@cache
def cue_words(section: str, name: str) -> frozenset[str]:
    """A word list of `nl/cues.toml`, to look words up in."""
    return frozenset(table("cues")[section][name])


@cache
def forms() -> dict[str, tuple[Saying, ...]]:
    """For each form of a verb of saying the ways in which it attributes, the longest first."""
    found: dict[str, list[Saying]] = {}
    for stance, every in table("cues")["verbs"].items():
        for needs, entries in every.items():
            for entry in entries:
                for form, saying in _sayings(entry, cast(Stance, stance), cast(Needs, needs)):
                    found.setdefault(form, []).append(saying)
    return {form: tuple(sorted(dict.fromkeys(every), key=_order)) for form, every in found.items()}


def _order(saying: Saying) -> tuple[int, bool]:
    """A form with words that go with it is tried first, then one that needs an auxiliary."""
    return -len(saying.parts), saying.form != "participle"


def _sayings(entry: str, stance: Stance, needs: Needs) -> list[tuple[str, Saying]]:
    forms, _, behind = (part.strip() for part in entry.partition("|"))
    words, parts = forms.split(), tuple(behind.split())
    lemma = " ".join([words[0], *parts])
    joined = parts[-1] if parts and words[-1].startswith(parts[-1]) else ""
    found = []
    for at, (word, form) in enumerate(zip(words, _FORMS, strict=True)):
        if form == "participle":
            rest = tuple(part for part in parts if not word.startswith(part))
            found.append((word, Saying(lemma, rest, stance, form, needs, False)))
            continue
        found.append((word, Saying(lemma, parts, stance, form, needs, at == 1)))
        if joined:  # `die eraan TOEVOEGT dat`
            rest = parts[:-1]
            found.append((joined + word, Saying(lemma, rest, stance, form, needs, at == 1)))
    return found


def is_form_of_saying(word: str) -> bool:
    """Whether a word in lower case is a form of a verb of saying."""
    return word in forms()


@cache
def parted() -> frozenset[str]:
    """The words that go with a verb of saying: `eraan`, `toe`."""
    return frozenset(part for every in forms().values() for one in every for part in one.parts)


@cache
def past_forms() -> frozenset[str]:
    """The past singulars, which unlike some plurals (`vragen`, `berichten`) are never nouns."""
    return frozenset(
        entry.split()[2]
        for every in table("cues")["verbs"].values()
        for entries in every.values()
        for entry in entries
    )


@cache
def that() -> frozenset[str]:
    """The conjunction that opens what is said: `dat`."""
    return cue_words("clause", "that_clause")


@cache
def fronts() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that lead to a speaker (`volgens`), by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(table("cues")["front"]["cues"], key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


@cache
def front_words() -> frozenset[str]:
    """One word of each phrase that leads to a speaker, its longest: without it there is none."""
    leads = (words for every in fronts().values() for words in every)
    own = (words for every in owns().values() for words, _ in every)
    return frozenset(max(words, key=len) for words in (*leads, *own))


@cache
def owns() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases such as `naar zijn zeggen`, by their first word, each with whose it is."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, whose in table("cues")["front"]["own"].items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, whose))
    return found


@cache
def verbs() -> dict[str, tuple[tuple[str | None, Stance, bool], ...]]:
    """For each form the words that go with it, if any, its stance, and whether a participle."""
    return {
        form: tuple(
            (" ".join(saying.parts) or None, saying.stance, saying.form == "participle")
            for saying in every
        )
        for form, every in forms().items()
    }
