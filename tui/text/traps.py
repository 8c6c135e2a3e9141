"""Numbers that are no figures: scores, names and numbers of things, years, set phrases."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from tui.text.clocks import clocks as listed
from tui.text.clocks import is_printed_time
from tui.text.hedges import hedge_before
from tui.text.language import table
from tui.text.language import words as lines_of
from tui.text.lexed import Lexed, cut
from tui.text.nouns import could_be_counted
from tui.text.numbers import word_value
from tui.text.quantity import Quantity
from tui.text.shapes import ADVERB, CLOSED, GE, IN_E, LISTED, PLURAL, SHAPES, WORD
from tui.text.unitwords import UNIT, roles, units
from tui.text.yearlike import is_counted

_DASHES = ("-", "–")
_SYMBOL = re.compile(r"[^\W\d_]+[²³]?")
_DASHED = re.compile(r" ?[-–] ?\d{1,3}(?![\d.,]\d)")
_VERDICT = 100
"""Before a number from here on `acht` is a verb: no figure is told so."""
_MOST_NUMBERED = 100
"""In words, the number of a thing is smaller: `hoofdstuk twee`."""
_YEARS = 10_000
"""From here on a number is no year: `aan het einde van het jaar 12.000 man`."""
_AREA_CODE = 3
_IN_TELEPHONE = "-–/)"
_QUOTES = '"“„‘'


@cache
def _phrases() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]:
    """Set phrases by every two words that follow each other, with the place of the first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = {}
    for phrase in table("traps")["phrases"]:
        words = tuple(word for word in cut(phrase).words if word != "\n")
        for place, pair in enumerate(pairwise(words)):
            found.setdefault(pair, []).append((words, place))
    return {pair: tuple(every) for pair, every in found.items()}


@cache
def _in_phrases() -> frozenset[str]:
    return frozenset(word for pair in _phrases() for word in pair)


def in_phrase(t: Lexed, at: int) -> int:
    """The index after the set phrase that a token stands in (`vijf VOOR twaalf`), else 0."""
    if t.words[at] not in _in_phrases():
        return 0
    for left in (at, at - 1):
        for words, place in _phrases().get((t.words[left], t.words[left + 1]), ()):
            first = left - place
            if first >= 0 and tuple(t.words[first : first + len(words)]) == words:
                return first + len(words)
    return 0


def is_label(t: Lexed, at: int) -> bool:
    """Whether digits are a time, a post code, or the mark of an item in a list."""
    end = t.ends[at]
    word, following = t.words[at], t.words[at + 1]
    if (following == ":" or "." in word) and is_printed_time(t, at):
        return True
    if following == ":" and len(word) < 3 and t.words[at + 2][0].isdigit():
        return True  # een schaal van 1 : 25.000
    if t.words[at - 1] == ":" and len(t.words[at - 2]) < 3 and t.words[at - 2].isdecimal():
        return True
    if len(word) == 4 and len(following) == 2 and following.isalpha():
        return t.text[end : end + 3].isupper() and t.text[end : end + 1] == " "
    if following in ".)" and len(word) < 3 and t.words[at - 1][0] == "\n":
        return t.text[end + 1 : end + 2] == " " and end == t.starts[at + 1]
    return False


def past_telephone(t: Lexed, at: int) -> int:
    """The index after a telephone number, `0118 - 65 43 21` or `(0118) 65 43 21`, else 0."""
    if len(t.words[at]) < _AREA_CODE or not t.words[at].isdecimal():
        return 0
    after = at + 1
    while t.words[after][0].isdigit() or t.words[after] in _IN_TELEPHONE:
        after += 1
    return after


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a name, a code or an ordinal: `G20`, `28-puntenplan`, `19e`."""
    before = text[start - 1 : start] if start else ""
    if before and before not in " \n(":
        if before.isalnum() or before in "_#@&":
            return True
        if before in "-/–.:,’'" and start >= 2 and text[start - 2].isalnum():
            return True
    after, behind = text[end : end + 1], text[end + 1 : end + 2]
    if after in " .,)\n":
        return False
    if (after.isalnum() or after in "_@") and not _is_symbol(text, end):
        return True
    if after in "-/:" and behind.isalpha():
        return True
    return after in "/:" and behind.isdigit()


def _is_symbol(text: str, end: int) -> bool:
    """Whether a unit or `x` is written to the number without a space: `50km`, `3x`."""
    match = _SYMBOL.match(text, end)
    if match is None:
        return False
    word = match.group()
    if word in units("measure") or word in units("money"):
        return True
    return word in listed("signs_of_times") and not text[match.end() : match.end() + 1].isalnum()


def is_score(t: Lexed, found: Quantity) -> bool:
    """`2-1`, `met 19-12`: two small numbers with a dash that nothing counts."""
    if found.joiner is None:
        if t.words[found.after] not in _DASHES or found.value is None:
            return False
        return _DASHED.match(t.text, found.end) is not None
    if found.joiner in _DASHES:
        after = t.words[found.after]
        if after in listed("score_after") or not could_be_counted(after):
            return after not in listed("signs_of_range")
    return False


def may_number(word: str) -> bool:
    """Whether a word in lower case can make the number behind it that of a thing."""
    names = ("is", "emergency_lead", "year", "decades", "numbered_joins", "numbered")
    ends = ("always_numbered", "numbered_ends", "streets")
    return (
        word in ",.'’"
        or any(word in listed(name) for name in names)
        or any(word.endswith(_ends(name)) for name in ends)
    )


def is_numbered(t: Lexed, found: Quantity, counted: bool) -> bool:
    """`artikel 5`, `Boeing 737`, `Dorpsstraat 12`, `jaren tachtig`."""
    at = found.first - 1
    if at < 0 or t.words[at][0] == "\n":
        return False
    word = t.words[at]
    if word.endswith(_ends("always_numbered")):
        return found.digits
    if word == "," and found.digits and t.words[at - 1].endswith(_ends("numbered_ends")):
        return True
    if word in listed("is") and t.words[at - 1].endswith(_ends("numbered_ends")):
        return found.digits
    if not counted:
        if t.words[found.first] in listed("emergency") and word in listed("emergency_lead"):
            return True
        if found.digits and word in "'’" and found.end - found.start == 2:
            return True  # in '68
        if word in listed("year") and t.words[at - 1] in listed("the_year"):
            return found.digits and (found.value or 0) < _YEARS
        if word in listed("decades"):
            return True
        several = word in listed("numbered_joins") and t.words[at - 1][0].isdigit()
        if several and t.words[at - 2 - (t.words[at - 2] == ".")] in listed("numbered"):
            return True
    if word == "." and at:
        at -= 1
        word = t.words[at]
        if word not in listed("numbered"):
            return False
    capital = t.is_capital(at)
    if capital and word.endswith(_ends("streets")):
        return found.digits and not counted
    if word in listed("numbered_low") and (found.value or 0) >= _MOST_NUMBERED:
        return False  # `vorige WEEK 12.000`
    if word in listed("numbered") or word.endswith(_ends("numbered_ends")):
        return not counted and (found.digits or (found.value or 0) < _MOST_NUMBERED)
    if not found.digits or counted or found.money or not SHAPES[word] & WORD:
        return False
    if not capital and t.token(at).islower():
        return False
    named = not _opens_sentence(t, at) or not _is_common(t, at)
    value = found.low if found.joiner in _DASHES else found.value
    if value is None or value >= 10000 or found.factor != 1:
        return False
    return named and (value < _MOST_NUMBERED or not _tells(t, at, found.after))


def _tells(t: Lexed, at: int, after: int) -> bool:
    """Whether a name before a number has it, or is beside it: `dat er in Soemy 8000 ZIJN`."""
    told = table("traps")["yearlike"]
    if t.words[after] in told["being"] and t.words[at - 1] in told["places"]:
        return True  # `dat van de 900 man IN SOEMY 300 ZIJN uitgeschakeld`
    there = told["year_there"]
    return t.token(at) in _lands() or any(word in there for word in t.words[at - 3 : at])


@cache
def _lands() -> frozenset[str]:
    """States and capitals, whose names take no number: `Kyiv 3000` says how many."""
    columns = (line.split("|")[:2] for line in lines_of("countries"))
    return frozenset(name.strip() for told in columns for part in told for name in part.split(","))


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(table("traps")[name])


def _is_common(t: Lexed, at: int) -> bool:
    """Whether a word that opens a sentence is no name: a small word, a verb or a hedge."""
    word = t.words[at]
    if SHAPES[word] & (CLOSED | ADVERB) or word.endswith(_ends("common_ends")):
        return True
    return hedge_before(t, at + 1, at + 1) is not None


def _opens_sentence(t: Lexed, at: int) -> bool:
    return at == 0 or t.words[at - 1][0] in f".!?:\n{_QUOTES}"


def is_verb(t: Lexed, found: Quantity) -> bool:
    """`de rechtbank ACHT bewezen dat`, `Seoul ACHT elfhonderd waarschijnlijker`."""
    alike, follows = _verbs_alike().get(t.words[found.first]), t.words[found.after]
    if alike is None:
        return False
    number = word_value(follows) or (float(follows) if follows.isdecimal() else 0)
    return follows in alike or (number >= _VERDICT and t.words[found.after + 1] != "-")


@cache
def _verbs_alike() -> dict[str, list[str]]:
    return dict(table("traps")["verbs_alike"])


@cache
def _counted_by_years() -> frozenset[str]:
    return frozenset(table("dates")["year"]["counted"])


def is_year(t: Lexed, found: Quantity, counted: bool) -> bool:
    """Whether four digits are a year, by the word before or for want of anything behind."""
    if found.money or found.factor != 1 or found.end - found.start < 4:
        return False
    if counted:
        following = t.words[found.after]
        if roles().get(following, 0) & UNIT or t.words[found.first - 1] not in listed("year_lead"):
            return False
        shape = SHAPES[following]
        year = found.value or found.high or 0
        round_or_old = year % 50 == 0 or not 1900 <= year <= 2099
        noun = shape & (PLURAL | IN_E | LISTED) and not shape & GE
        if round_or_old and (noun or following in _counted_by_years()):
            return False
        return 1500 <= year <= 2099 and found.digits
    if found.joiner:
        low, high = found.low or 0, found.high or 0
        return 1500 <= low <= 2100 and 1500 <= high <= 2100
    if found.value is None or not 1900 <= found.value <= 2099:
        return False
    return len(t.words[found.first]) == 4 and not is_counted(t, found)
