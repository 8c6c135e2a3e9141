"""Where a clause begins and ends: parts of a sentence, complements, and what closes them."""

from __future__ import annotations

from functools import cache

from tui.text.attribution import Cue, cues
from tui.text.lines import STOPS, Line
from tui.text.sayings import cue_words, forms, owns, that

_NAME = 7
"""How many words the subject of such a half may have."""
_LOOK = 12
"""How many words into the second half of a sentence a verb of saying is looked for."""
_FAR, _NEAR = 28, 3
"""How far behind its verb `dat` may stand, and any other word that opens a clause."""


def parts(line: Line) -> list[tuple[int, int]]:
    """The parts of a sentence in each of which somebody may say something: `…, maar Y ontkent`."""
    cuts = [0]
    joints = cue_words("small", "joints")
    for at in [k for k, word in enumerate(line.lowers[2 : len(line) - 1], 2) if word in joints]:
        begins = _second_half(line, at)
        if begins and _speaks(line, begins, len(line)):
            cuts.append(begins)
    return [
        (first, _without_joint(line, stop) if stop < len(line) else stop)
        for first, stop in zip(cuts, [*cuts[1:], len(line)], strict=True)
    ]


def _second_half(line: Line, at: int) -> int:
    """The place where a second half would begin that opens with this sign or word, or 0."""
    word, following = line.lowers[at], line.lowers[at + 1]
    if word == ";":
        return at + 1
    if word == "," and following in cue_words("clause", "though"):
        return at + 2 if line.lowers[at + 2] in cue_words("clause", "finite") else 0
    if word == "," and following in cue_words("clause", "parts"):
        return 0 if _contrasts(line, at) else at + 2
    if word in cue_words("small", "conjunctions") and following in cue_words("front", "main"):
        return at + 1 if cue_words("front", "main").isdisjoint(line.lowers[at - 2 : at]) else 0
    if word == "," and following in cue_words("small", "articles"):
        return at + 1 if _side_by_side(line, at) else 0
    if word in cue_words("small", "conjunctions") and line.lowers[at - 1] != ",":
        place = at + 1
        while line.lowers[place] in cue_words("small", "adverbs"):
            place += 1
        if line.lowers[place] in cue_words("pronouns", "subject") and _is_cue(line, place + 1):
            return at + 1
        singular = any(saying.form == "singular" for saying in forms().get(line.lowers[place], ()))
        if singular and _is_cue(line, place):
            return at + 1
    return 0


def _contrasts(line: Line, comma: int) -> bool:
    """`geen idee, maar een lege pomp, meent X`: behind `maar` stands no clause."""
    if line.lowers[comma + 1] not in cue_words("small", "conjunctions"):
        return False
    begin = comma + 2
    ends = line.lowers.index(",", begin) if "," in line.lowers[begin : begin + _NAME] else 0
    if not ends or cue_words("stance", "negation").isdisjoint(line.lowers[:comma]):
        return False
    verbs = cue_words("clause", "finite") | forms().keys()
    return not any(word in verbs or word.endswith(_verb_ends()) for word in line.lowers[begin:ends])


@cache
def _verb_ends() -> tuple[str, ...]:
    return tuple(cue_words("tail", "clause_ends") - {"en"})


def _side_by_side(line: Line, comma: int) -> bool:
    """`A telde 12.000 mensen, de politie hield het op 8000`: two statements without a joint."""
    if not that().isdisjoint(line.lowers[:comma]) or not any(
        cue.finite == cue.at for cue in cues(line, 0, comma)
    ):
        return False
    second = next((cue for cue in cues(line, comma + 3, len(line))), None)
    if second is None or second.finite - comma > _NAME or second.needs == "clause":
        return False
    between = line.lowers[comma + 1 : second.finite]
    return "," not in between and cue_words("clause", "complement").isdisjoint(between)


def _is_cue(line: Line, place: int) -> bool:
    """Whether the word at a place is a verb of saying with all that goes with it."""
    first = next(cues(line, place, len(line)), None)
    return first is not None and first.at == place


def _speaks(line: Line, first: int, stop: int) -> bool:
    """Whether near the head of a part a finite verb of saying or `volgens` stands."""
    near = min(stop, first + _LOOK)
    points = line.lowers[first + 1] in cue_words("clause", "finite")  # `maar dat mag volgens X`
    if line.lowers[first] in cue_words("clause", "complement") and not points:
        return False
    for at in range(first + points, near):
        word = line.lowers[at]
        points = word in that() and line.lowers[at - 1] in cue_words("clause", "finite")
        opens = word in cue_words("clause", "complement_only") and not points  # `kan dat volgens X`
        if opens or word in (";", ":"):
            near = at
            break
        if word in cue_words("front", "cues") or _tells_own(line, at):
            return True
    return any(cue.finite < near for cue in cues(line, first, stop) if cue.at < near + _LOOK)


def _tells_own(line: Line, at: int) -> bool:
    """Whether `naar eigen zeggen` or the like stands at a place."""
    every = owns().get(line.lowers[at], ())
    return any(line.matches(at, phrase) for phrase, _ in every)


def _without_joint(line: Line, stop: int) -> int:
    """The end of a part without the comma and conjunction that lead to the next one."""
    while stop and (
        line.lowers[stop - 1] in cue_words("clause", "parts") | cue_words("clause", "though")
        or line.lowers[stop - 1] in cue_words("small", "conjunctions")
        or line.lowers[stop - 1] in (",", ";")
    ):
        stop -= 1
    return stop


def complement(line: Line, cue: Cue, behind: int, stop: int) -> int | None:
    """The place where the clause begins that a verb of saying takes: `dat …`, `of …`, `om …`.

    `behind` is the place behind the verb, its subject and its particle, whichever comes last.
    """
    commas = 0
    words = cue_words("clause", "near_complement")
    for at in range(cue.finite + 1, min(stop, behind + _FAR)):
        word = line.lowers[at]
        if word in STOPS:
            return None
        commas += word == ","
        if word in cue_words("clause", "as_if") and line.lowers[at + 1] in cue_words(
            "clause", "would"
        ):
            return at
        if at < behind - 1 and word not in that():
            continue
        if at > behind and word in forms() and line.texts[at].islower() and _is_finite(line, at):
            return None
        opens = (
            word in that()
            and line.lowers[at + 1][0].isalnum() | (line.lowers[at + 1] in ("“”", "'", "’"))
            and not (commas == 1 and line.lowers[at - 1] == ",")
        )
        if opens and not _points(line, at):
            return at
        if at >= behind and at - behind < _NEAR and word in words and not commas:
            return at
        if cue.stance == "demanded" and word in cue_words("clause", "demand") and at >= behind:
            return at
    return None


def _is_finite(line: Line, at: int) -> bool:
    """Whether the word at a place can only be a finite verb of saying, with its own clause."""
    if line.lowers[at - 1] in cue_words("small", "determiners"):
        return False
    return all(saying.form == "singular" for saying in forms()[line.lowers[at]])


def _points(line: Line, at: int) -> bool:
    """Whether `dat` points at something (`dat onzin`, `dat jaar`) and opens no clause."""
    following = line.lowers[at + 1]
    if line.lowers[at + 2] in STOPS or line.lowers[at + 1] in STOPS:
        return True
    if line.lowers[at + 3] in STOPS and following in cue_words("small", "indefinite"):
        return True  # `vindt dat een schande`
    finite = following in cue_words("clause", "finite")
    return following in cue_words("pronouns", "not_before") and not finite


def infinitive(line: Line, behind: int, stop: int) -> int | None:
    """Where a clause with `te` begins: `belooft DE BRUG TE OPENEN`; None where none does."""
    for at in range(behind, min(stop - 1, behind + _FAR)):
        word, following = line.lowers[at], line.lowers[at + 1]
        if word in STOPS or word in cue_words("clause", "complement_only"):
            return None
        if word in cue_words("clause", "demand"):
            return None
        if word in cue_words("clause", "to") and following.endswith(("en", "n")):
            return None if line.lowers[behind] in (",", ":") else behind
    return None


def complement_end(line: Line, first: int, stop: int, *, embedded: bool) -> int:
    """The place behind a clause: at the end of the part, or where the sentence around goes on.

    `embedded` tells that the verb of saying stands in a clause of its own (`nadat X had gezegd
    dat …, ging hij`).
    """
    for at in range(first + 1, stop):
        if line.lowers[at] not in (",", "–"):
            continue
        following = line.lowers[at + 1]
        if following in cue_words("tail", "cues") or following in cue_words("tail", "so"):
            return at
        if following in cue_words("clause", "turns") and not _goes_on(line, at + 2):
            return at
        if embedded and (following in cue_words("clause", "finite") or following in forms()):
            return at
        if following in cue_words("clause", "relays"):
            return at
    return stop


def _goes_on(line: Line, at: int) -> bool:
    """Whether behind `maar` the complement goes on: `dat A, maar dat B`."""
    return line.lowers[at] in that()
