"""The words and signs of `nl/units.toml`, ready to be looked up by a word in lower case."""

from __future__ import annotations

from functools import cache

from tui.text.language import table

PERCENT, MONEY, MEASURE, POWER, DURATION, LENGTHY, COUNTRY = 1, 2, 4, 8, 16, 32, 64
UNIT = PERCENT | MONEY | MEASURE | DURATION


@cache
def units(name: str) -> dict[str, str]:
    """A section of units: word = symbol."""
    return dict(table("units")[name])


@cache
def lowered(name: str) -> dict[str, str]:
    """Unit words in lower case; symbols of up to three letters only as they are written."""
    return {
        word.lower() if len(word) > 3 or word.islower() else word: symbol
        for word, symbol in units(name).items()
    }


@cache
def signs_of_money() -> dict[str, str]:
    """Signs and codes of currencies in lower case, with their codes."""
    return {sign.lower(): code for sign, code in units("money_signs").items()}


@cache
def codes_of_money() -> dict[str, str]:
    """The codes of three letters among those signs, as they are printed: `NOK`."""
    signs = units("money_signs").items()
    return {sign: code for sign, code in signs if len(sign) == 3 and sign.isupper()}


@cache
def some_money(name: str) -> frozenset[str]:
    """A list of signs of money in lower case that need more than themselves to be one."""
    return frozenset(table("units")[f"money_signs_{name}"]["words"])


@cache
def signs_below_nought() -> frozenset[str]:
    """What stands before a number below nought: `-`, `min`."""
    return frozenset(table("units")["below_nought"]["words"])


@cache
def currencies_of() -> dict[tuple[str, str], str]:
    """The currency of two words in lower case: `australische dollar`, `zweedse kronen`."""
    plurals: dict[str, list[str]] = table("units")["money_plurals"]
    found: dict[tuple[str, str], str] = {}
    for pair, code in units("money_of").items():
        country, _, word = pair.lower().rpartition(" ")
        found |= {(country, form): code for form in (word, *plurals.get(word, ()))}
    return found


@cache
def is_unit(word: str) -> bool:
    """Whether a word is a duration, a measure or a currency."""
    return any(word in units(kind) for kind in ("duration", "measure", "money"))


@cache
def roles() -> dict[str, int]:
    """What a word behind a number may be, in flags, for the words that may be anything."""
    found: dict[str, int] = {}
    sections = (
        (PERCENT, table("units")["percent"]["words"]),
        (MONEY, (*units("money"), *codes_of_money())),
        (MEASURE, units("measure")),
        (POWER, units("measure_before")),
        (DURATION, units("duration")),
        (LENGTHY, table("units")["duration_before"]["words"]),
        (COUNTRY, [country for country, _ in currencies_of()]),
    )
    for flag, words in sections:
        for word in words:
            found[word.lower()] = found.get(word.lower(), 0) | flag
    return found
