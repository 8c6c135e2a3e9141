"""How exact a figure is: the words before and after it that say so."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from tui.text.article import Hedge
from tui.text.language import table

_WINDOW = 60


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Hedge]]:
    data = table("hedges")
    classes = {
        phrase: cast(Hedge, hedge)
        for hedge, phrases in data["before"].items()
        for phrase in phrases
    }
    phrases = "|".join(re.escape(phrase) for phrase in sorted(classes, key=len, reverse=True))
    between = "|".join(
        re.escape(word) for word in sorted(data["between"]["words"], key=len, reverse=True)
    )
    pattern = re.compile(rf"(?:^|(?<=[\s(\"'“‘„]))(?P<hedge>{phrases})(?:\s+(?:{between}))*\s*\Z")
    return pattern, classes


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Hedge]]:
    classes = {
        phrase: cast(Hedge, hedge)
        for hedge, phrases in table("hedges")["after"].items()
        for phrase in phrases
    }
    phrases = "|".join(re.escape(phrase) for phrase in sorted(classes, key=len, reverse=True))
    return re.compile(rf"\s+(?P<hedge>{phrases})(?!\w)"), classes


@cache
def _results() -> frozenset[str]:
    return frozenset(table("hedges")["result"]["words"])


@cache
def _modals() -> frozenset[str]:
    return frozenset(table("hedges")["modal"]["words"])


def hedge_before(sentence: str, behind: str = "") -> Hedge | None:
    """The hedge that the text up to a figure ends in; `sentence` begins where the sentence does.

    `behind` is the rest of the sentence: `tot` is a limit, but not in `opgelopen tot 21` nor in
    `zal tot 10.000 zijn opgelopen` nor in `van 3 tot 5`.
    """
    window = sentence[-_WINDOW:].lower()
    pattern, classes = _before()
    match = pattern.search(window)
    if not match:
        return None
    if match["hedge"].startswith("tot") and not _limits(sentence, behind):
        return classes.get(match["hedge"].removeprefix("tot ")) if " " in match["hedge"] else None
    return classes[match["hedge"]]


def _limits(sentence: str, behind: str) -> bool:
    words = re.findall(r"\w+", sentence.lower())
    if "van" in words[-5:-1]:
        return False
    if _results().intersection(re.findall(r"\w+", behind.lower())[:8]):
        return False
    return not _results().intersection(words[-12:]) or bool(_modals().intersection(words[-12:]))


def hedge_after(text: str, end: int) -> Hedge | None:
    """The hedge right behind a figure or its noun: `300 euro of meer`, `65 jaar en ouder`."""
    pattern, classes = _after()
    match = pattern.match(text, end)
    return classes[match["hedge"]] if match else None
