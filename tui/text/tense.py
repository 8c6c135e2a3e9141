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
    sentence = _sentence(low, start, end)
    before, behind = _clause(*sentence)
    lead = before[-1] if before else ""
    if lead in _words("past_before"):
        return "past"
    if lead in _words("always_coming_before"):
        return "coming"
    tense = _told(before, behind) or _guessed(before, behind)
    if tense != "past" and lead in _words("coming_before"):
        return "coming"
    return tense or _told(*map(_WORD.findall, sentence)) or "open"


def tells_event(low: str, start: int, end: int) -> bool:
    """Whether the clause of a day tells by its auxiliary that something happened, or will."""
    before, behind = _clause(*_sentence(low, start, end))
    words = {*before, *behind}
    if words & _words("events") or words & _words("past"):
        return True
    return bool(words & _words("perfect")) and _has_participle(before, behind)


def _sentence(low: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same sentence before and behind a stretch, as far as is looked."""
    before = _STOP.split(low[max(0, start - _REACH) : start])[-1]
    return before, _STOP.split(low[end : end + _REACH], maxsplit=1)[0]


def _clause(before: str, behind: str) -> tuple[list[str], list[str]]:
    """The words of the same clause before and behind the day that stands between them."""
    parts = _MARK.split(before)
    words = _WORD.findall(parts[-1])
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _words("clause") and (at or len(parts) > 1):
            words = words[at + 1 :]
            break
    words_behind = _WORD.findall(_MARK.split(behind, maxsplit=1)[0])
    for at in range(1, len(words_behind)):
        if words_behind[at] in _words("clause"):
            return words, words_behind[:at]
    return words, words_behind


def _told(before: list[str], behind: list[str]) -> Tense | None:
    """By a verb that is known; the nearest one before the day, else the first one behind it."""
    for words, order in ((before, range(len(before) - 1, -1, -1)), (behind, range(len(behind)))):
        for at in order:
            word = words[at]
            if not (sort := _sort(word)):
                continue
            lead = words[at - 1] if at else ""
            if sort == "perfect":
                if words is behind:
                    return _perfect(word, [], behind, near=at == 0)
                return _perfect(word, before[at:], behind, near=at >= len(before) - 2)
            if sort == "weak":  # telde; not de geTELDE, in GROTE
                if lead not in _words("determiners") and not lead.endswith(
                    tuple(_words("adjective_ends"))
                ):
                    return "past"
            elif lead not in _words("determiners") or word not in _words("coming_nouns"):
                return sort
    return None


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is a verb of which the tense is known."""
    return _sort(word) in ("past", "said", "coming", "perfect")


@lru_cache(maxsize=20_000)
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
        _participle().fullmatch(word)
        and word not in _words("no_participles")
        and not word.endswith(tuple(_words("no_participle_ends")))
        and not _is_attribute(words, place)
        for words in (before, behind)
        for place, word in enumerate(words)
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


def _ends_in_t(word: str) -> bool:
    """`vertrekt` at the end of a clause, and no participle such as `gepakt`."""
    return (
        word.endswith(tuple(_words("present_ends")))
        and len(word) >= _SHORTEST_VERB
        and word not in _words("not_verbs")
        and not word.endswith(tuple(_words("no_verb_ends")))
        and not _participle().fullmatch(word)
    )


def _is_present(word: str) -> bool:
    """`presenteert`, `praten`; not `kabinet` where a list knows it, nor `stemden`."""
    if len(word) < _SHORTEST_VERB or word in _words("not_verbs"):
        return False
    if word.endswith(tuple(_words("plural_ends"))):
        plain = not word.endswith((*_words("past_ends"), *_words("no_participle_ends")))
        return plain and not _participle().fullmatch(word)
    return _ends_in_t(word)
