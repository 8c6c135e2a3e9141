"""The patterns of what stands before and behind a date's anchor, made of the words of dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui.text.datewords import DAY, YEAR, anchors, data, named, one_of
from tui.text.language import table


class Form(NamedTuple):
    """The pattern of a form, and the words one of which ends it where it stands before an anchor.

    With `numbered` a number does as well; None for the words where any may.
    """

    pattern: re.Pattern[str]
    gate: frozenset[str] | None
    numbered: bool


@cache
def forms() -> dict[str, Form]:
    """The forms of what stands before and behind an anchor, by the names below."""
    patterns, gates = _before() | _behind(), _gates()
    return {
        name: Form(re.compile(text), gates.get(name), name in ("day", "century"))
        for name, text in patterns.items()
    }


def _gates() -> dict[str, frozenset[str]]:
    """For each pattern that ends before an anchor, the words one of which must stand there."""
    words = data()
    ends = {name: _last(words[name]) for name in ("which", "parts", "of", "divisions")}
    joins = _last([*words["range"], *words["pair"], words["overnight"]])
    named = _last(word for word, (kind, _) in anchors().items() if kind in ("season", "holiday"))
    return {
        "which": ends["which"],
        "part": ends["parts"] | _last(words["articles"]),
        "of": ends["of"] | ends["parts"] | ends["divisions"] | named | _codes(),
        "weekday": joins | _last(words["articles"]),
        "month": joins,
        "year": joins,
        "day": frozenset(),
        "century": frozenset(words["ordinals"]),
        "moved_from": frozenset(table("nouns")["sharing"]["to"]),
    }


def _codes() -> frozenset[str]:
    return frozenset(f"{letter}{number}" for letter in data()["codes"] for number in "1234")


def _last(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


class _Parts(NamedTuple):
    """Patterns of words that those of whole dates are made of."""

    month: str
    any_month: str
    weekday: str
    daypart: str
    ends: str
    part: str
    which: str
    after: str
    of: str
    article: str
    ordinal: str
    season: str
    holiday: str
    between: str
    joined: str


@cache
def _parts() -> _Parts:
    words = data()
    ends = one_of(words["day_endings"])
    joins = one_of([*words["range"], *words["pair"], words["overnight"]])
    return _Parts(
        month=named("month"),
        any_month=f"{named('month')}|{named('short')}",
        weekday=one_of(words["weekdays"]),
        daypart=one_of(words["dayparts"]),
        ends=ends,
        part=one_of(words["parts"]),
        which=one_of(words["which"]),
        after=one_of(words["which_after"]),
        of=one_of(words["of"]),
        article=one_of(words["articles"]),
        ordinal=rf"{one_of(words['ordinals'])}|\d{{1,2}}(?:{ends})",
        season=named("season"),
        holiday=named("holiday"),
        between=one_of(words["between"]),
        joined=rf"(?P<join> ?[-–—/] ?| (?:{joins}) )",
    )


def _before() -> dict[str, str]:
    """Patterns of what stands before an anchor, each with an example."""
    words, p = data(), _parts()
    short = one_of(words["short_weekdays"])
    some_day = rf"(?:(?:{p.weekday})(?:{p.daypart})?,? )?"
    since = one_of([*words["between"], *words["from"]])
    number = rf"(?P<number>{p.ordinal})"
    return {
        # vrijdag 4 november · tussen 8 en 13 oktober · 28 december tot 3 januari
        "day": rf"(?<![^\s(\[„“\"‘])(?:(?P<night>{words['night_of']} )|(?P<between>{p.between}) )?"
        rf"(?:(?:(?P<weekday>{p.weekday})(?:{p.daypart})?|(?:{short})\.?),? (?:(?:{p.article}) )?)?"
        rf"(?:(?P<d1>{DAY})(?:{p.ends})?(?P<more>(?:, {DAY})*)(?: (?P<m1>{p.any_month}))?"
        rf"(?: (?P<y1>{YEAR}))?{p.joined}{some_day})?(?P<d>{DAY})(?:{p.ends})? \Z",
        # van MAART TOT EN MET juni
        "month": rf"(?<!\w)(?:(?P<between>{p.between}) )?(?P<m1>{p.month})"
        rf"(?: (?P<y1>{YEAR}))?{p.joined}\Z",
        # MAANDAG TOT EN MET vrijdag · NACHT VAN MAANDAG OP dinsdag
        "weekday": rf"(?<!\w)(?:(?P<night>{words['night_of']}) )?(?P<w1>{p.weekday})"
        rf"(?: ?(?:{p.daypart}))?{p.joined}(?:(?:{p.article}) )?\Z",
        # TUSSEN 2010 EN 2015
        "year": rf"(?<![\w.,/-])(?P<between>{since}) (?P<y1>{YEAR}){p.joined}\Z",
        # EIND VORIG jaar
        "which": rf"(?<!\w)(?:(?P<part>{p.part}) )?(?:(?P<article>{p.article}) )?"
        rf"(?P<which>{p.which}) \Z",
        # BEGIN oktober
        "part": rf"(?<!\w)(?P<part>{p.part})(?: (?:{p.article}))? \Z",
        # DE EERSTE HELFT VAN 2023 · Q2 2023 · ZOMER 2023
        "of": rf"(?<!\w)(?:(?P<part>{p.part})|{number} (?P<division>{one_of(words['divisions'])})"
        rf"|(?P<code>{one_of(_codes())})|(?P<season>{p.season})|(?P<holiday>{p.holiday}))"
        rf"(?: (?:{p.of}))? \Z",
        # TWEE weken geleden · OVER DRIE dagen
        "count": rf"(?<![\w,.])(?:(?P<ahead>{words['distance']['ahead']}) )?(?P<count>[^\W_]+) \Z",
        # van 1500 NAAR 1700
        "moved_from": rf"(?<!\w)(?:{one_of(table('nouns')['sharing']['of'])}) \d[\d.]*"
        rf" (?:{one_of(table('nouns')['sharing']['to'])}) \Z",
        # BEGIN 19E eeuw
        "century": rf"(?<!\w)(?:(?P<part>{p.part})(?: (?:{p.article}))? )?{number} \Z",
    }


def _behind() -> dict[str, str]:
    """Patterns of what stands behind an anchor, each with an example."""
    words, p = data(), _parts()
    year, week, century = (named("unit", unit) for unit in ("year", "week", "century"))
    weeks = f"{week}|{named('units', 'week')}"
    decade = one_of(words["decades"])
    on, inside = words["tense"]["on"], one_of(words["inside"])
    return {
        # 4 november 2023 · mei VORIG JAAR · mei '98 · 3 mei JL.
        "year_behind": rf",?(?: (?:{p.of}))? (?P<year>{YEAR})(?![\w%€]|[.,:]\d)"
        rf"|(?: (?:{p.of}))? (?P<which>{p.which}) (?:{year})(?!\w)| ['’‘](?P<two>\d\d)(?!\w)"
        rf"| (?P<other>{one_of(words['that_year'])})(?!\w)| (?P<after>{p.after})(?!\w)",
        # vrijdag 8 NOVEMBER
        "date_behind": rf",? (?:(?:{p.article}|{on}) )?(?:{DAY})(?:{p.ends})?"
        rf"(?: (?:{p.any_month})(?!\w)|[-/]\d\d?[-/])",
        # vrijdag VOLGENDE WEEK · vrijdag JL. · vrijdag OVER TWEE WEKEN
        "week_behind": rf" (?P<which>{p.which}) (?:{week})(?!\w)| (?P<after>{p.after})(?!\w)"
        rf"| {words['distance']['ahead']} (?P<weeks>[^\W_]+) (?:{weeks})(?!\w)",
        # volgende week DONDERDAG
        "weekday_behind": rf"(?: {on})? (?P<weekday>{p.weekday})(?:{p.daypart})?(?!\w)",
        # vorig jaar MAART · vorig jaar EIND OKTOBER · vorig jaar OP 3 MEI · vorig jaar ZOMER
        "month_behind": rf"(?: (?:{inside}))?(?: (?P<part>{p.part}))?(?: (?P<day>{DAY}))?"
        rf" (?P<month>{p.month})(?!\w| {YEAR})"
        rf"|(?: (?:{inside}))? (?:(?P<season>{p.season})|(?P<holiday>{p.holiday}))(?!\w)",
        # de jaren TACHTIG · jaren '80 · jaren 1980
        "decade": r" (?:['’‘]?(?P<digit>[1-9])0(?! ?%|\w|[.,]\d)|(?P<year>1\d\d0|20\d0)(?!\w)"
        rf"|(?P<word>{decade})(?!\w))",
        "decade_to": rf" (?:{one_of([*words['range'], *words['pair']])}) "
        rf"(?:['’‘](?P<digit>[1-9])0|(?P<word>{decade}))(?!\w)",
        # de jaren tachtig VAN DE NEGENTIENDE EEUW
        "century_behind": rf" (?:{p.of}) (?:(?P<which>{p.which})|(?P<number>{p.ordinal}))"
        rf" (?:{century})(?!\w)",
        # 2023/24 · 2015-2019
        "year_to": r"/(?P<short>\d{4}|\d\d)(?!\d)| ?[-–] ?(?P<long>(?:1\d|20)\d\d)(?!\d)",
        # van 1500 NAAR 1700 soldaten
        "moved_to": rf" (?:{one_of(table('nouns')['sharing']['to'])}) (?P<number>\d[\d.]*)",
        # tussen 2000 EN 2500 koeien
        "number_behind": rf"{p.joined}(?P<number>\d[\d.]*)",
    }
