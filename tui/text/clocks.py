"""Clock times, which are no figures: `21.15 uur`, `om zes uur`, `half zes`."""

from __future__ import annotations

import re
from functools import cache

from tui.text.language import table
from tui.text.lexed import Lexed
from tui.text.nouns import could_be_counted
from tui.text.quantity import Quantity
from tui.text.unitwords import MEASURE, MONEY, PERCENT, UNIT, roles

_ENTRY = re.compile(r"( ?[-–—:])? +(?:['’][stn][ -]|,,|[‘'\"“„])?(\w+)(?: (\w+))?")
"""What stands behind the time of an entry that opens with it: `18.02 Kyiv meldt`, `09.30 - `."""


@cache
def clocks(name: str) -> frozenset[str]:
    """A list of `nl/traps.toml`."""
    return frozenset(table("traps")[name])


@cache
def _clock() -> re.Pattern[str]:
    """`21.15 uur`, `8:30`; of `3.50 euro` the unit tells, see `is_printed_time`."""
    marks = "|".join(map(re.escape, table("traps")["hour_marks"]))
    return re.compile(
        r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?"
        rf"( ?(?:{marks})(?!\w)|(?!\d| ?%|[.,]\d))"
    )


def is_printed_time(t: Lexed, at: int) -> bool:
    """Whether digits are a time with hours and minutes: `21.15 uur`, `8:30`, `om 9.30`."""
    match = _clock().match(t.text, t.starts[at])
    if match is None:
        return False
    if match[1] or ":" in match.group():
        return True
    if t.words[at - 1] in clocks("clock_printed"):
        return True
    return _opens_entry(t, match)


def _opens_entry(t: Lexed, time: re.Match[str]) -> bool:
    """Whether a line opens with a time of four digits and tells what happened then."""
    line = t.text.rfind("\n", 0, time.start()) + 1
    if t.text[line : time.start()].strip() or not time.group()[:2].isdecimal():
        return False
    behind = _ENTRY.match(t.text, time.end())
    if behind is None:
        return False
    sign, word, follows = behind.groups()
    if sign and word.isdecimal():
        return follows is not None and not roles().get(follows.lower(), 0) & UNIT
    return word[0].isupper() and word.lower() not in _units()


@cache
def _units() -> frozenset[str]:
    """The words for money and measures that no name is spelt like, as `Real` and `Mark` are."""
    told = (word for word, role in roles().items() if role & (MONEY | MEASURE | PERCENT))
    return frozenset(told) - frozenset(table("units")["money_doubtful"]["words"])


def is_clock_time(t: Lexed, found: Quantity) -> bool:
    """Whether a number of hours is a time: `om zes uur`, `kort na 18 uur`, `tien voor twaalf`."""
    value = found.value if found.value is not None else found.high
    if value is None or value > 24 or value != int(value) or found.money:
        return False
    first, after = found.first, found.after
    last, following = t.words[first - 1], t.words[after]
    if following in clocks("minutes_behind"):
        return t.words[after + 1] in clocks("half")  # tien over half negen
    if last not in leading() and following not in clocks("hour") and not found.joiner:
        return False
    leads = {f"{t.words[first - 2]} {last}", last}
    hour = following in clocks("hour")
    if _between_times(t, found, last, following):
        return True
    if last in clocks("half") and not found.digits and following not in clocks("years"):
        return True
    if leads & clocks("clock_lead") and following not in clocks("years"):
        return hour or not could_be_counted(following)
    if not hour:
        return False
    if t.words[after + 1] in clocks("parts_of_day"):
        return True
    if found.joiner and last in clocks("spans") and not _lasts(t, found):
        return True
    if t.words[after + 1] in clocks("length_after"):
        return False
    if leads & clocks("clock_sure"):
        return True
    if not leads & clocks("clock_perhaps"):
        return False
    return not could_be_counted(t.words[after + 1])


@cache
def leading() -> frozenset[str]:
    """The last words of what tells a time where `uur` is left out."""
    leads = {lead.split()[-1] for lead in clocks("clock_lead")}
    return frozenset(leads) | clocks("spans") | clocks("span_joins")


def _between_times(t: Lexed, found: Quantity, last: str, following: str) -> bool:
    """`van negen tot zes uur`, `morgen tussen acht en tien`, `tussen half drie en vijf`."""
    first, after = found.first, found.after
    if following in clocks("span_joins") and last in clocks("spans"):
        return t.words[after + 2] in clocks("hour") and found.joiner is None
    countable = could_be_counted(following)
    if last in clocks("span_joins") and t.words[first - 3] in clocks("half"):
        return following in clocks("hour") or not countable
    if found.joiner in clocks("span_between") and not countable:
        return not clocks("clock_days").isdisjoint(t.before(first, 5))
    return False


def _lasts(t: Lexed, found: Quantity) -> bool:
    """Whether the words before a number speak of a length of time: `het duurt 2 tot 4 uur`."""
    return not clocks("lasting_before").isdisjoint(t.before(found.first, 6))
