"""Numbers that are no figures: times, scores, names and numbers of things, years, set phrases."""

from __future__ import annotations

import re
from functools import cache

from tui.text.hedges import hedge_before
from tui.text.language import table
from tui.text.nouns import could_be_counted
from tui.text.quantities import Quantity
from tui.text.tokens import Token

_CLOCK = re.compile(
    r"(?<![\d.,])(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?"
    r"(?: ?u(?:ur|\.)?(?![\w])|(?!\d| ?%|[.,]\d))"
)
"""`21.15 uur`, `8:30`; of `3.50 euro` the unit tells, see `_is_clock`."""
_POSTCODE = re.compile(r"\d{4} [A-Z]{2}(?![\w])")
_SYMBOL = re.compile(r"[^\W\d_]+[²³]?")
_DASHED = re.compile(r" ?[-–] ?\d{1,3}(?![\d.,]\d)")
_NUMBERED_ENDS = ("nummer", "nummers", "paal", "codes", "versie")
_MARKER = re.compile(r"(?:^|\n)\d{1,2}[.)](?= )")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("traps")[name])


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(table("traps")["phrases"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.I)


def masked(text: str) -> list[tuple[int, int]]:
    """Spans of the text in which no figure begins, in no order."""
    spans = [match.span() for match in _phrases().finditer(text)]
    spans += [match.span() for match in _CLOCK.finditer(text) if _is_clock(text, match)]
    spans += [match.span() for pattern in (_POSTCODE, _MARKER) for match in pattern.finditer(text)]
    return spans


def _is_clock(text: str, match: re.Match[str]) -> bool:
    if "u" in match.group() or ":" in match.group():
        return True
    before = text[max(0, match.start() - 12) : match.start()].casefold().split()
    return bool(before) and before[-1] in ("om", "omstreeks", "vanaf")


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a name, a code or an ordinal: `G20`, `28-puntenplan`, `19e`."""
    before = text[start - 1 : start]
    if before and (before.isalnum() or before in "_#@&"):
        return True
    if before and before in "-/–.:,’'" and start >= 2 and text[start - 2].isalnum():
        return True
    after, behind = text[end : end + 1], text[end + 1 : end + 2]
    if after and (after.isalpha() or after in "_@") and not _is_symbol(text, end):
        return True
    if after in ("-", "/", ":") and behind.isalpha():
        return True
    return after in ("/", ":") and behind.isdigit()


def _is_symbol(text: str, end: int) -> bool:
    """Whether a unit is written to the number without a space: `50km`."""
    match = _SYMBOL.match(text, end)
    units = table("units")
    return match is not None and (
        match.group() in units["measure"] or match.group() in units["money"]
    )


def is_trap(run: list[Token], found: Quantity, text: str, *, counted: bool) -> bool:
    """Whether a number is none after all; `counted` tells that a unit or a noun follows it."""
    before = run[found.first - 1] if found.first else None
    return (
        _is_score(run, found, text)
        or _is_clock_time(run, found)
        or (before is not None and _is_numbered(run, found, before, counted))
        or (not counted and _is_year(run, found))
    )


def _is_score(run: list[Token], found: Quantity, text: str) -> bool:
    """`2-1`, `met 19-12`: two small numbers with a dash that nothing counts."""
    if not found.digits:
        return False
    glued = _DASHED.match(text, found.end)
    if glued and found.joiner is None and found.value is not None:
        return True
    if found.joiner in ("-", "–"):
        after = run[found.after] if found.after < len(run) else None
        if after is None or after.lower in _words("score_after") or not could_be_counted(after):
            following = after.text if after else ""
            return following not in ("%", "°", "°C", "€")
    return False


def _is_clock_time(run: list[Token], found: Quantity) -> bool:
    """`om zes uur`, `kort na 18 uur`, `half zes`, `tien voor twaalf`."""
    value = found.value if found.value is not None else found.high
    if value is None or value > 24 or value != int(value) or found.money:
        return False
    words = [token.lower for token in run[max(0, found.first - 3) : found.first]]
    leads = (" ".join(words[-2:]), words[-1]) if words else ()
    following = [token.lower for token in run[found.after : found.after + 2]]
    if _between_times(run, found, words, following):
        return True
    if any(lead in _words("clock_lead") for lead in leads) and following[:1] != ["jaar"]:
        return following[:1] in (["uur"], []) or not could_be_counted(run[found.after])
    if following[:1] != ["uur"]:
        return False
    if found.joiner and words[-1:] in (["van"], ["tussen"]) and not _lasts(run, found):
        return True
    if len(following) > 1 and following[1] in _words("length_after"):
        return False
    if any(lead in _words("clock_sure") for lead in leads):
        return True
    if not any(lead in _words("clock_perhaps") for lead in leads):
        return False
    return len(run) <= found.after + 1 or not could_be_counted(run[found.after + 1])


def _between_times(
    run: list[Token], found: Quantity, words: list[str], following: list[str]
) -> bool:
    """`van negen tot zes uur`, `morgen tussen acht en tien`, `tussen half drie en vijf`."""
    if following[:1] in (["tot"], ["en"]) and words[-1:] in (["van"], ["tussen"]):
        later = [token.lower for token in run[found.after + 1 : found.after + 4]]
        return "uur" in later[1:2] and found.joiner is None
    if words[-3:-2] == ["half"] and words[-1:] in (["en"], ["tot"]):
        return following[:1] == ["uur"] or not following or not could_be_counted(run[found.after])
    if found.joiner in ("tussen", "tot") and not (following and could_be_counted(run[found.after])):
        near = {token.lower for token in run[max(0, found.first - 5) : found.first]}
        return bool(near & _words("clock_days"))
    return False


def _lasts(run: list[Token], found: Quantity) -> bool:
    """Whether the words before a number speak of a length of time: `het duurt 2 tot 4 uur`."""
    near = {token.lower for token in run[max(0, found.first - 6) : found.first]}
    return bool(near & _words("lasting_before"))


def _is_numbered(run: list[Token], found: Quantity, before: Token, counted: bool) -> bool:
    """`artikel 5`, `Boeing 737`, `Dorpsstraat 12`, `jaren tachtig`."""
    if before.lower == "jaren" and not counted:
        return True
    if before.lower in ("en", ",", "tot") and found.first >= 3 and not counted:
        other, word = run[found.first - 2], run[found.first - 3]
        if other.kind == "digits" and word.lower in _words("numbered"):
            return True
    if before.text == "." and found.first >= 2:
        before = run[found.first - 2]
        if before.lower not in _words("numbered"):
            return False
    if before.text[:1].isupper() and before.lower.endswith(tuple(_words("streets"))):
        return found.digits and not counted
    if before.lower in _words("numbered") or before.lower.endswith(_NUMBERED_ENDS):
        return not counted
    if not found.digits or counted or found.money or before.kind != "word":
        return False
    if not any(char.isupper() for char in before.text):
        return False
    named = not _opens_sentence(run, found.first - 1) or not _is_common(before.lower)
    return named and found.value is not None and found.value < 10000 and found.factor == 1


def _is_common(word: str) -> bool:
    """Whether a word that opens a sentence is no name: a small word, a verb or a hedge."""
    if any(word in table("words")[name] for name in ("function", "verbs", "adverbs")):
        return True
    return hedge_before(f"{word} ") is not None or word.endswith(("en", "de", "te"))


def _opens_sentence(run: list[Token], at: int) -> bool:
    return at == 0 or run[at - 1].text in '.!?:"“„‘'


def _is_year(run: list[Token], found: Quantity) -> bool:
    token = run[found.first]
    if found.joiner:
        low, high = found.low or 0, found.high or 0
        return found.digits and 1500 <= low <= 2100 and 1500 <= high <= 2100 and found.factor == 1
    if not found.digits or found.money or found.factor != 1 or found.value is None:
        return False
    return len(token.text) == 4 and 1900 <= found.value <= 2099
