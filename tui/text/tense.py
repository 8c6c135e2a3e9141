"""Whether a sentence tells of a day that is past or one to come, by its verb."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from tui.text.language import table

Tense = Literal["past", "said", "coming", "now", "open"]
"""`said` is the present tense of `zegt`, for what was; `now` a present that may be of any day."""
_REACH = 200
_STOP = re.compile(r"[.!?:;\n](?:(?<=[:;\n])|(?=\s|$))")
_MARK = re.compile(r"[,()\"“”„«»]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SHORTEST_VERB = 4
_KEPT = 20_000
"""Of so many words it is kept what they are."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("dates")["tense"][name])


@cache
def _participle() -> re.Pattern[str]:
    data = table("dates")["tense"]
    starts, ends = "|".join(data["participle_starts"]), "|".join(data["participle_ends"])
    particles = "|".join(data["particles"])
    return re.compile(
        rf"(?:\w*{data['participle_middle']}|(?:{particles})?(?:{starts})\w)\w{{2,}}(?:{ends})"
    )


def tense_of(low: str, start: int, end: int) -> Tense:
    """The tense of what a text in lower case says of the day at `start` to `end`."""
    sentence = _sentence_before(low, start)
    before = _clause_before(sentence)
    lead = before[-1] if before else ""
    if lead in _words("past_before"):
        return "past"
    if lead in _words("always_coming_before"):
        return "coming"
    at = _verb(before, range(len(before) - 1, -1, -1))
    tense = _by_itself(before[at]) if at >= 0 else None
    if tense:  # then nothing behind the day is looked at
        return "coming" if tense != "past" and lead in _words("coming_before") else tense
    rest = _sentence_behind(low, end)
    behind = _clause_behind(rest)
    tense = _told(before, behind) or _guessed(before, behind)
    if tense != "past" and lead in _words("coming_before"):
        return "coming"
    return tense or _told(_WORD.findall(sentence), _WORD.findall(rest)) or "open"


def tells_event(low: str, start: int, end: int) -> bool:
    """Whether the clause of a day tells by its auxiliary that something happened, or will."""
    before = _clause_before(_sentence_before(low, start))
    behind = _clause_behind(_sentence_behind(low, end))
    words = {*before, *behind}
    if words & _words("events") or words & _words("past"):
        return True
    return bool(words & _words("perfect")) and _has_participle(before, behind)


def _sentence_before(low: str, start: int) -> str:
    """What stands in the same sentence before an offset, as far as is looked."""
    return _STOP.split(low[max(0, start - _REACH) : start])[-1]


def _sentence_behind(low: str, end: int) -> str:
    return _STOP.split(low[end : end + _REACH], maxsplit=1)[0]


def _clause_before(sentence: str) -> list[str]:
    """The words of the same clause before the day, from what its sentence has there."""
    parts = _MARK.split(sentence)
    words, opening = _WORD.findall(parts[-1]), _words("clause")
    for at in range(len(words) - 1, -1, -1):
        if words[at] in opening and (at or len(parts) > 1):
            return words[at + 1 :]
    return words


def _clause_behind(sentence: str) -> list[str]:
    words, opening = _WORD.findall(_MARK.split(sentence, maxsplit=1)[0]), _words("clause")
    for at in range(1, len(words)):
        if words[at] in opening:
            return words[:at]
    return words


def _told(before: list[str], behind: list[str]) -> Tense | None:
    """By a verb that is known; the nearest one before the day, else the first one behind it."""
    at = _verb(before, range(len(before) - 1, -1, -1))
    if at >= 0:
        near = at >= len(before) - 2
        return _by_itself(before[at]) or _perfect(before[at], before[at:], behind, near=near)
    at = _verb(behind, range(len(behind)))
    if at >= 0:
        return _by_itself(behind[at]) or _perfect(behind[at], [], behind, near=at == 0)
    return None


def _verb(words: list[str], order: range) -> int:
    """The index of the first word, in that order, that is a verb; -1 where none is."""
    for at in order:
        if _sort(words[at]) and _tells(words[at], words[at - 1] if at else ""):
            return at
    return -1


def _tells(word: str, lead: str) -> bool:
    """Whether a word that looks like a verb is one: `telde`, not `de geTELDE` nor `in GROTE`."""
    sort = _sort(word)
    if sort == "perfect":
        return True
    determined = lead in _words("determiners")
    if sort == "weak":
        return not determined and not lead.endswith(tuple(_words("adjective_ends")))
    return not determined or word not in _words("coming_nouns")


def _by_itself(word: str) -> Tense | None:
    """The tense that a verb tells without another one; None for `is`, which may want one."""
    sort = _sort(word)
    if sort == "perfect" or sort is None:
        return None
    return "past" if sort == "weak" else sort


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is a verb of which the tense is known."""
    return _sort(word) in ("past", "said", "coming", "perfect")


@lru_cache(maxsize=_KEPT)
def _sort(word: str) -> Literal["past", "said", "coming", "perfect", "weak"] | None:
    """What a word may tell as a verb; `weak` is one that looks like a past tense."""
    if word in _words("past"):
        return "past"
    if word in _words("saying"):
        return "said"
    if word in _words("coming"):
        return "coming"
    if word in _words("perfect"):
        return "perfect"
    return "weak" if _is_weak_past(word) else None


def _perfect(word: str, before: list[str], behind: list[str], *, near: bool) -> Tense:
    """`is gepakt` is past, `is vrijdag` to come; `is`, further off, of any day."""
    if word in _words("owning") or _has_participle(before, behind):
        return "past"
    return "coming" if near else "now"


def _is_weak_past(word: str) -> bool:
    """`stemde`, `telden`, `zette`; not `studenten`."""
    return (
        word.endswith(tuple(_words("past_ends")))
        and len(word) > _SHORTEST_VERB
        and not word.endswith(tuple(_words("no_past_ends")))
        and word not in _words("no_past")
        and not _participle().fullmatch(word)
    )


def _has_participle(before: list[str], behind: list[str]) -> bool:
    return any(
        _is_participle(word) and not _is_attribute(words, place)
        for words in (before, behind)
        for place, word in enumerate(words)
    )


@lru_cache(maxsize=_KEPT)
def _is_participle(word: str) -> bool:
    return (
        _participle().fullmatch(word) is not None
        and word not in _words("no_participles")
        and not word.endswith(tuple(_words("no_participle_ends")))
    )


def _is_attribute(words: list[str], place: int) -> bool:
    """`het gesloten pand`, `in besloten kring`: a participle that belongs to a noun."""
    lead = words[place - 1] if place else ""
    if lead in _words("determiners"):
        return True
    if lead not in _words("prepositions") or place + 1 == len(words):
        return False
    return words[place + 1].isalpha() and not _is_noun_lead(words[place + 1])


def _guessed(before: list[str], behind: list[str]) -> Tense | None:
    """By the look of the word that stands where the verb does, next to the day or at the end."""
    if before:
        lead = before[-2] if len(before) > 1 else ""
        if lead and not _is_noun_lead(lead) and _is_present(before[-1]):
            return "coming"
    elif behind and _is_present(behind[0]):
        return "coming"
    return "coming" if len(behind) > 1 and _ends_in_t(behind[-1]) else None


def _is_noun_lead(word: str) -> bool:
    return word in _words("determiners") or word in _words("prepositions")


@lru_cache(maxsize=_KEPT)
def _ends_in_t(word: str) -> bool:
    """`vertrekt` at the end of a clause, and no participle such as `gepakt`."""
    return (
        word.endswith(tuple(_words("present_ends")))
        and len(word) >= _SHORTEST_VERB
        and word not in _words("not_verbs")
        and not word.endswith(tuple(_words("no_verb_ends")))
        and not _participle().fullmatch(word)
    )


@lru_cache(maxsize=_KEPT)
def _is_present(word: str) -> bool:
    """`presenteert`, `praten`; not `kabinet` where a list knows it, nor `stemden`."""
    if len(word) < _SHORTEST_VERB or word in _words("not_verbs"):
        return False
    if word.endswith(tuple(_words("plural_ends"))):
        plain = not word.endswith((*_words("past_ends"), *_words("no_participle_ends")))
        return plain and not _participle().fullmatch(word)
    return _ends_in_t(word)
