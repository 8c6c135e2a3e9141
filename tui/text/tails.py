"""Where the article in a text dump ends and the rest of its page begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.text.boilerplate import Words, dateline, is_headline, reason_of
from tui.text.records import RECORD
from tui.text.units import Unit

_SMALL = 3
"""So many lines at the most stand between two ages in a list of teasers."""
_COMMENT = re.compile(r"[\w.-]+(?: [\w.-]+){0,4}: ")
"""`Kees uit Lopik: …`: who writes a comment, with the comment."""
_ROW = re.compile(
    r"[^\d]{1,40}? ?\d[\d.,]* +[€$+−-]* ?\d[\d.,]* ?%?|.{2,40} [-–] .{2,40} \d{1,3}[-–]\d{1,3}"
    r"(?: \(.{3,9}\))?"
)
_PAGE = re.compile(r"\d{3} (?=[^\W\d_])")
_TEASER = 320
"""A teaser has so many characters at the most."""
_NEAR = 12
_FAR = 200
"""So many lines around a place are looked at, so that the work grows in line with a page."""
_MENU = 3
"""An entry of a menu has less words than this."""
_HEADING = 6
"""A heading over teasers has so many words at the most."""


def is_stamp(unit: Unit, vocabulary: Words) -> bool:
    """Whether a line is the age or the day of a teaser: `2 uur geleden`, `2 u`, `12 okt`."""
    if unit.kind == "age":
        return True
    return (
        len(unit.text) < 40
        and unit.kind in ("text", "cut")
        and vocabulary.stamp.fullmatch(unit.text) is not None
    )


def is_title(text: str) -> bool:
    """Whether a line could be the headline of a teaser: some words that begin with a capital."""
    opening = text.lstrip("'‘’“”\"„«([")
    return (
        len(text.split()) >= 3
        and (opening[:1].isupper() or opening[:1].isdigit())
        and "\t" not in text
        and is_headline(text)
    )


def tail_of(everything: list[Unit], vocabulary: Words) -> int:
    """The index of the first unit below the article; the number of units where none is."""
    stamps = [is_stamp(unit, vocabulary) for unit in everything]
    end = len(everything)
    sections = (at for at in range(end) if _opens_tail(everything, stamps, at, vocabulary))
    return min(
        next(sections, end),
        _before_digest(everything),
        _before_numbered(everything),
        _before_first_age(everything, stamps),
        _before_teasers(everything, stamps),
        _under_a_heading(everything, vocabulary),
    )


def with_heading(tail: list[Unit]) -> list[Unit]:
    """The units of a tail, with a heading that only its place gives away marked as one."""
    if len(tail) > 1 and _is_heading(tail[0]) and tail[1].plain and is_title(tail[1].text):
        return [tail[0]._replace(kind="section", reason="section-head"), *tail[1:]]
    return tail


def _opens_tail(everything: list[Unit], stamps: list[bool], at: int, vocabulary: Words) -> bool:
    unit = everything[at]
    if unit.kind not in ("listing", "section"):
        return False
    if unit.edge == RECORD:
        return True
    rest = everything[at + 1 : at + _FAR]
    if unit.kind == "listing":
        return any(other.kind == "listing" for other in rest[:3]) and not _goes_on(
            rest, stamps[at + 1 : at + _FAR]
        )
    stop = next((to for to, other in enumerate(rest) if other.kind == "section"), len(rest))
    part = rest[:stop]
    first = next((o for o in part if o.kind != "cut" and not o.text.isdigit()), None)
    if not _is_below_a_story(everything, at):
        if unit.reason == "comments" or _goes_on(rest, stamps[at + 1 : at + _FAR]):
            return False
        if first is not None and first.kind == "text" and len(first.text.split()) < _MENU:
            return False
    elif unit.reason == "agenda":
        return not any(other.sentence for other in rest)
    elif unit.reason == "comments":
        return _are_comments(unit, first) and not (
            first is not None and first.story and _goes_on(part, stamps[at + 1 : at + _FAR])
        )
    aged = next((to for to in range(stop) if stamps[at + 1 + to]), None)
    if aged is not None and _is_teaser(part[:aged]):
        short = first is not None and first.kind == "text" and len(first.text.split()) < _MENU
        if not (short and part[aged - 1].prose and len(part[:aged]) > 1):
            return True
    if first is None or first.kind != "text":
        return True
    if unit.reason == "read-also":
        return not any(other.sentence and other.plain for other in part)
    if is_row(first.text):
        return vocabulary.sure.fullmatch(unit.text) is not None
    if dateline(first.text) is not None or bool(first.edge):
        return True
    if first.prose and vocabulary.sure.fullmatch(unit.text) and _is_below_a_story(everything, at):
        return all(len(other.text) <= _TEASER for other in rest if other.plain)
    # A subheading of the story's own is followed by its own prose.
    return is_headline(first.text) and not _goes_on(part, stamps[at + 1 : at + _FAR])


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: a result (`Goes - Veere 4-0`) or some figures."""
    return (text[-1].isdigit() or text[-1] in "%)") and _ROW.fullmatch(text) is not None


def _before_digest(everything: list[Unit]) -> int:
    """Where items begin, each with a headline, a line or two and `Lees verder`, to the end."""
    places = [at for at, u in enumerate(everything) if u.kind == "cut" and u.reason == "read-more"]
    end = len(everything)
    if len(places) < _SMALL:
        return end
    found = end
    last = places[-1]
    if any(unit.plain and unit.prose for unit in everything[last + 1 :]):
        return end
    for number in range(len(places) - 1, -1, -1):
        start = places[number - 1] + 1 if number else 0
        group = [
            (at, unit)
            for at, unit in enumerate(everything[start : places[number]], start)
            if unit.plain
        ]
        prose = [at for at, unit in group if unit.sentence]
        if not number:
            group = group[-(len(prose) + 1) :]
        titled = group and is_headline(group[0][1].text)
        if not titled or not 0 < len(prose) < _SMALL or len(group) > _SMALL:
            break
        found = group[0][0]
        counted = len(places) - number
    else:
        counted = len(places)
    return found if found < end and counted >= _SMALL else end


def _before_numbered(everything: list[Unit]) -> int:
    """Where the pages of teletext begin that stand below its story: `105 Kop`."""
    at = len(everything)
    found = count = 0
    while at > 0:
        unit = everything[at - 1]
        if _PAGE.match(unit.text) and unit.plain and not unit.prose:
            count += 1
            found = at - 1
        elif unit.plain:
            break
        at -= 1
    return found if count > 1 else len(everything)


def _are_comments(heading: Unit, first: Unit | None) -> bool:
    """Whether the readers' comments stand below their heading, not a paragraph of the story."""
    if first is None or heading.text[:3].casefold() == "re:":
        return True
    if any(char.isdecimal() for char in heading.text):
        return True
    return not first.sentence or _COMMENT.match(first.text) is not None


def _is_below_a_story(everything: Sequence[Unit], end: int) -> bool:
    """Whether there is a paragraph under a headline above, or there are two."""
    titled = False
    prose = 0
    for unit in everything[max(0, end - _FAR) : end]:
        if unit.plain and unit.prose:
            prose += 1
            if titled or prose > 1 or dateline(unit.text):
                return True
        titled = titled or (unit.plain and is_title(unit.text))
    return False


def _is_teaser(lines: Sequence[Unit]) -> bool:
    """Whether the lines above an age are one teaser, or a row of headlines and one."""
    prose = [other for other in lines if other.plain and other.prose]
    return len(prose) < 2 or (len(prose) < _SMALL and not any(other.story for other in prose[:-1]))


def _goes_on(rest: Sequence[Unit], stamps: Sequence[bool]) -> bool:
    """Whether a story follows: paragraphs in a row, one of them long, with no age among them."""
    row = long = datelines = 0
    for at, unit in enumerate(rest):
        if unit.kind == "section" or stamps[at]:
            row = long = datelines = 0
        elif unit.kind == "text":
            if unit.sentence:
                row += 1
                long += unit.story
                datelines += dateline(unit.text) is not None
                aged = any(stamps[at + 1 : at + 3])
                if row > 1 and long and datelines < 2 and not aged:
                    return True
            else:
                row = long = datelines = 0
    return False


def _before_first_age(everything: list[Unit], stamps: list[bool]) -> int:
    """Where the teaser that the first age closes begins; an age of the article itself is none."""
    above = 0
    below = sum(unit.story for unit in everything)
    later = sum(unit.kind == "age" for unit in everything)
    for at, unit in enumerate(everything):
        above += unit.story
        below -= unit.story
        if unit.kind != "age":
            continue
        later -= 1
        if at > 1 and at + 1 < len(everything) and everything[at + 1].kind == "section":
            continue  # the age of the article itself, right above `Meer uit …`
        near = slice(at + 1, at + _FAR)
        if not above and (below > later or _goes_on(everything[near], stamps[near])):
            continue
        return _start_of_teaser(everything, at)
    return len(everything)


def _start_of_teaser(everything: list[Unit], age: int) -> int:
    """The index of the first line of the teaser that the age at an index closes."""
    start = age
    while start > 0 and everything[start - 1].kind == "cut":
        start -= 1
    if start > 0 and everything[start - 1].kind == "text":
        start -= 1
        above = everything[start - 1] if start > 0 else None
        if everything[start].prose and above and above.kind == "text" and is_headline(above.text):
            start -= 1
    above = everything[start - 1] if start > 1 else None
    if above and _is_heading(above) and is_headline(everything[start].text):
        start -= 1
    return start


def _is_heading(unit: Unit) -> bool:
    return (
        unit.plain
        and len(unit.text.split()) < _HEADING
        and unit.text[:1].isupper()
        and not unit.text.endswith(("?", "”", '"', "’"))
        and is_headline(unit.text)
    )


def _before_teasers(everything: list[Unit], stamps: list[bool]) -> int:
    """Where a list of teasers with ages or days begins that goes on to the end of the page."""
    places = [at for at, stamp in enumerate(stamps) if stamp]
    bounds = [*places, len(everything)]
    run = len(places)
    titled = aged = 0
    while run:
        group = [unit for unit in everything[places[run - 1] + 1 : bounds[run]] if unit.plain]
        last = run == len(places)
        if len(group) > _SMALL or (not group and not last) or sum(u.story for u in group) > 1:
            break
        run -= 1
        titled += any(is_title(unit.text) for unit in group)
        aged += everything[places[run]].kind == "age"
    count = len(places) - run
    if count < 2 or titled + aged < count - 1:
        return len(everything)
    first = places[run]
    above = everything[first - 1] if first else None
    if above is None or not above.plain:
        return first
    return _start_of_teaser(everything, first)


def _is_under_prose(everything: list[Unit], at: int, vocabulary: Words) -> bool:
    """Whether a sentence stands above a line, or the lines between the two are the page's."""
    for above in reversed(everything[max(0, at - _NEAR) : at]):
        if above.kind == "cut" or above.edge or reason_of(above.text, vocabulary.end):
            continue
        return above.sentence
    return False


def _under_a_heading(everything: list[Unit], vocabulary: Words) -> int:
    """Where a short heading stands over nothing but headlines, down to the end of the page."""
    end = len(everything)
    titles = 0
    found = end
    for at in range(end - 1, 0, -1):
        unit = everything[at]
        if unit.prose and unit.plain:
            break
        if not unit.plain:
            continue
        if titles > 1 and _is_heading(unit) and _is_under_prose(everything, at, vocabulary):
            found = at
        text = unit.text.lstrip("•*-–▪· ")
        if not (is_title(text) or unit.text.isdigit()):
            break
        titles += len(text.split()) > 3 and not text[0].isdigit()
    return found
