"""Cues of attribution in a sentence: its verbs of saying, with all that goes with each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.text.article import Stance
from tui.text.lines import STOPS, Line
from tui.text.sayings import Needs, Saying, cue_words, forms, that

_FAR = 26
"""How many words a verb may stand from its auxiliary or its particle."""
_CALLED_UPON = 14
"""How far behind `roept … op` the verb stands that tells what is to be done."""
_BEFORE = 7
"""How far before a participle the words may stand that go with it."""
_ACROSS = 9
"""How many words tell with whom somebody insists: `dringt er BIJ DE GEMEENTE op aan`."""


class Cue(NamedTuple):
    """A verb of saying in a line.

    `at` is the place of the verb and `finite` that of the form that agrees with its subject: the
    verb itself, or its auxiliary. `last` is the place behind its last part (`liet X WETEN`).
    """

    at: int
    finite: int
    last: int
    text: str
    stance: Stance
    needs: Needs
    lemma: str
    plural: bool | None
    passive: bool = False
    parts: int = 0
    """How many words go with the verb."""

    @property
    def participle(self) -> bool:
        """Whether the verb is no finite one."""
        return self.at != self.finite


def cues(line: Line, first: int, stop: int) -> Iterator[Cue]:
    """The verbs of saying between two places in a line, in order."""
    table = forms()
    lowers = line.lowers
    for at in places(line):
        if at < first:
            continue
        if at >= stop:
            return
        for saying in table[lowers[at]]:
            if saying.parts and saying.parts[-1] not in lowers:
                continue
            if saying.form == "participle" and lowers[at - 1] in cue_words("clause", "joins"):
                continue  # `heeft gebeld en verwacht dat`
            if cue := _cue(line, at, first, stop, saying):
                yield cue
                break


def places(line: Line) -> list[int]:
    """The places of words that are verbs of saying, with the words that must go with them."""
    if line.marks is None:
        table = forms()
        verbs = [at for at, word in enumerate(line.lowers) if word in table]
        line.marks = [at for at in verbs if _is_complete(line, at) and not _is_noun(line, at)]
    return line.marks


def _is_complete(line: Line, at: int) -> bool:
    every = forms()[line.lowers[at]]
    if not every[-1].parts:
        return True
    there = frozenset(line.lowers)
    return any(there.issuperset(saying.parts) for saying in every)


def _is_noun(line: Line, at: int) -> bool:
    """`het bericht`, `op vragen`: a word that is a form of a verb, but no verb here."""
    before = line.lowers[at - 1] if at else ""
    if before and before[0].isalnum() and line.texts[at][:1].isupper():
        return True  # `The Washington Post`
    if line.lowers[at] in cue_words("clause", "numbers_too"):
        return _is_number(line, at)
    return line.lowers[at] in cue_words("clause", "nouns_too") and (
        before in cue_words("small", "determiners") or before in cue_words("small", "prepositions")
    )


def _is_number(line: Line, at: int) -> bool:
    """`acht Belgen`, and not `acht Jan Smit de kans klein` or `acht de kans klein`."""
    if any(not set(saying.parts).isdisjoint(line.lowers) for saying in forms()[line.lowers[at]]):
        return False
    before, following = line.lowers[at - 1] if at else "", line.lowers[at + 1]
    if (
        not at
        or before in cue_words("small", "prepositions")
        or before in cue_words("small", "determiners")
    ):
        return True
    if following in cue_words("small", "articles") or following in cue_words("pronouns", "subject"):
        return False
    named = line.texts[at + 1][:1].isupper() and line.texts[at + 1][-1:].isalpha()
    return not named or following.endswith(("en", "s"))


def _cue(line: Line, at: int, first: int, stop: int, saying: Saying) -> Cue | None:
    lowers = line.lowers
    last: int | None = at + 1
    if saying.parts and saying.form == "participle":
        last = _around(line, at, first, stop, saying)
    elif saying.parts:
        last = _parts(line, at, stop, saying)
    if last is None:
        return None
    text = " ".join([line.texts[at], *saying.parts])
    finite: int | None = at
    passive = False
    plural: bool | None = saying.form == "plural"
    if saying.form == "participle":
        finite = _auxiliary(line, at, first, "perfect") or _auxiliary(line, at, first, "passive")
        if finite is None:
            return None
        passive = lowers[finite] in cue_words("clause", "passive")
        if lowers[finite] in cue_words("clause", "infinitive_auxiliaries"):  # `zou X hebben gezegd`
            finite = _modal(line, finite, first) or finite
        plural = None
    elif saying.infinitive and at > first:
        if lowers[at - 1] == "te":
            return None
        modal = _modal(line, at, first)
        if modal is None and saying.parts:  # `heeft laten weten`
            modal = _auxiliary(line, at, first, "perfect")
        if modal is not None:
            finite, plural = modal, None
        elif _only_modal(line, at, saying):  # `die niets WILLEN, zeiden dat`
            return None
    elif _only_modal(line, at, saying):
        return None
    if finite is None:
        return None
    return Cue(
        at,
        finite,
        last,
        text,
        saying.stance,
        saying.needs,
        saying.lemma,
        plural,
        passive,
        len(saying.parts),
    )


def _only_modal(line: Line, at: int, saying: Saying) -> bool:
    """Whether a verb goes with another one and tells of no wish."""
    modal = line.lowers[at] in cue_words("clause", "modal") and not saying.parts
    return modal and not _wishes(line, at)


def _modal(line: Line, at: int, first: int) -> int | None:
    """The place of the modal verb whose infinitive stands at a place."""
    modal = _auxiliary(line, at, first, "modal")
    if modal is None:
        return None
    between = line.lowers[modal + 1 : at]
    parted = "," in between or any(w in cue_words("clause", "complement") for w in between)
    return None if parted else modal


def _wishes(line: Line, at: int) -> bool:
    """`X wil dat …`, `wil X dat …`: no verb of its own goes with `wil`."""
    for place in range(at + 1, at + 7):
        word = line.lowers[min(place, len(line))]
        if word in that():
            return True
        if not word[0].isalnum() or word in cue_words("pronouns", "not_before"):
            return False
        if line.texts[place].islower() and word.endswith("en") and place > at + 1:
            return False
    return False


def _parts(line: Line, at: int, stop: int, saying: Saying) -> int | None:
    """The place behind the words that must follow a verb, word for word in order, or None."""
    place, parts = at, saying.parts
    for size in range(len(parts), 0, -1):  # `die ervan uit GAAT dat`, `rekening HOUDT met`
        if at > size and tuple(line.lowers[at - size : at]) == parts[:size]:
            parts = parts[size:]
            break
    if not line.lowers[at + 1][0].isalnum() and _all_before(line, at, parts):
        return at + 1  # `terwijl X het over 3000 doden HAD`
    if saying.needs == "number" and parts and _goes_to_place(line, at + 1, parts):
        return None
    for part in parts:
        before = place
        place = _next(line, place + 1, min(stop, at + _FAR), part)
        if place < 0 or (before > at and not _only_adverbs(line, before + 1, place)):
            return None
    if len(parts) == 1 and parts[0] in cue_words("clause", "separable"):
        following = line.lowers[place + 1]
        closes = (
            not following[0].isalnum()
            or following in cue_words("clause", "closers")
            or not cue_words("clause", "to").isdisjoint(line.lowers[place : place + _CALLED_UPON])
        )
        if not closes and following not in forms() and place > at + 1:
            return None
    return place + 1


def _goes_to_place(line: Line, at: int, parts: tuple[str, ...]) -> bool:
    """`kwam in Goes met een voorsprong aan`: who comes somewhere does not come with figures."""
    leads = line.lowers[at] in cue_words("small", "prepositions") and line.lowers[at] not in parts
    return leads and line.texts[at + 1][:1].isupper()


def _all_before(line: Line, at: int, parts: tuple[str, ...]) -> bool:
    """Whether the words that go with a verb stand before it in their order, in the same clause."""
    place = max(0, at - _BEFORE - len(parts))
    for part in parts:
        if part not in line.lowers[place:at]:
            return False
        place = line.lowers.index(part, place, at) + 1
    return bool(parts) and "," not in line.lowers[place:at]


def _around(line: Line, at: int, first: int, stop: int, saying: Saying) -> int | None:
    """The place behind a participle and the words that go with it, on either side of it."""
    last = at + 1
    for part in saying.parts:
        if part in line.lowers[max(first, at - _BEFORE) : at]:
            continue
        place = _next(line, last, min(stop, at + _FAR), part)
        if place < 0:
            return None
        last = place + 1
    return last


def _only_adverbs(line: Line, first: int, last: int) -> bool:
    """Whether nothing but adverbs and days parts two words that go with one verb."""
    small = cue_words("small", "adverbs") | cue_words("small", "dates")
    between = line.lowers[first:last]
    if between and between[0] in cue_words("clause", "across"):  # `dringt er BIJ X op aan`
        return len(between) <= _ACROSS and "," not in between
    return all(
        word in small or word.isdigit() or (word in _in() and line.lowers[at + 1] in small)
        for at, word in enumerate(between, first)
    )


def _in() -> frozenset[str]:
    return cue_words("shows", "from")


def _next(line: Line, at: int, stop: int, part: str) -> int:
    """The place of a word in the same clause from a place on, or -1."""
    for place in range(at, stop):
        word = line.lowers[place]
        if word == part:
            return place
        if word in cue_words("clause", "complement_only") and part in (
            line.lowers[place + 1],
            line.lowers[place + 2],
        ):
            continue  # `spreekt dat tegen`, `doet dat verhaal af als`
        if word in STOPS or word in cue_words("clause", "complement_only"):
            return -1
        if word == "," and line.lowers[place + 1] in cue_words("clause", "parts"):
            return -1
    return -1


def _auxiliary(line: Line, at: int, first: int, kind: str) -> int | None:
    """The place of the auxiliary that goes with a participle or an infinitive."""
    words = cue_words("clause", kind)
    if line.lowers[at + 1] in words and line.lowers[at + 1] not in cue_words("small", "possessive"):
        return at + 1
    for place in range(at - 1, max(first, at - _FAR) - 1, -1):
        word = line.lowers[place]
        if word in words:
            return place
        if word in STOPS or word in cue_words("clause", "complement_only"):
            return None
    return None
