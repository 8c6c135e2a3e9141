"""The part of a page below the article: teasers for other articles, taken apart into items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.text.article import Related
from tui.text.boilerplate import Words, dateline, is_headline, is_prose, read_also, reason_of
from tui.text.pieces import Verdict
from tui.text.tails import is_row, is_stamp, is_title
from tui.text.units import Unit

_RANK = re.compile(r"\d{1,2}[.):]\s+(?=\S)|\d{3} (?=[A-ZÀ-Þ])")
"""The place of an item in a list of the most read: `1. Kop`."""
_BARE_RANK = re.compile(r"(\d{1,2})\s+(?=\S)")
"""The same without a mark, which only counts where the numbers go up: `1 Kop`."""
_MARKED = re.compile(r" [·•|] ")
_JOINTS = " |·•–-"
_TITLE = 3
_MANY = 4
_QUOTED = 90
_QUOTES = "'\"‘’‚“”„"
_BULLET = re.compile(r"[-–—•*·▪►▶●◦○»>›]\s*(?=\S)")


def reasons(tail: list[Unit], vocabulary: Words) -> list[str]:
    """Why each unit below the article was cut, one for one with `tail`."""
    found = []
    in_comments = in_agenda = in_footer = False
    for at, unit in enumerate(tail):
        in_footer = in_footer or (unit.kind != "section" and _is_footer(unit, vocabulary))
        if unit.kind == "section":
            in_comments = unit.reason == "comments"
            in_agenda = unit.reason == "agenda"
            in_footer = False
            found.append(unit.reason or "section-head")
        elif unit.kind == "cut" and unit.reason:
            stamp = not in_comments and is_stamp(unit, vocabulary)
            found.append("teaser" if stamp else unit.reason)
        elif unit.kind == "text" and in_comments:
            found.append("comments")
        elif unit.kind == "text" and (in_agenda or is_row(unit.text)):
            found.append("navigation")
        elif unit.kind == "text" and in_footer and not unit.edge:
            found.append("footer")
        elif unit.kind == "text" and _has_more(tail, at, vocabulary):
            found.append("teaser")
        elif unit.kind == "text" and unit.edge:
            found.append(unit.edge)
        elif unit.kind == "text" and (reason := reason_of(unit.text, vocabulary.end)):
            found.append(reason)
        else:
            found.append("teaser")
    return _without_tags(tail, found)


def _is_footer(unit: Unit, vocabulary: Words) -> bool:
    """Whether a line is of the foot of the page, below which there are no teasers."""
    return "footer" in (unit.edge, unit.reason) and not is_stamp(unit, vocabulary)


def _has_more(tail: list[Unit], at: int, vocabulary: Words) -> bool:
    """Whether a line is the title or the text of a teaser, for its text or its age stands below.

    Then its own words do not make it a line of the page.
    """
    below = tail[at + 1] if at + 1 < len(tail) else None
    if below is None or len(tail[at].text.split()) <= _TITLE:
        return False
    return is_stamp(below, vocabulary) or (
        below.plain and below.prose and is_headline(tail[at].text)
    )


def _without_tags(tail: list[Unit], why: list[str]) -> list[str]:
    """The reasons, where a run of lines of a word or two is a list of subjects and no teasers."""
    at = 0
    while at < len(why):
        end = at
        while end < len(why) and why[end] == "teaser":
            end += 1
        run = tail[at:end]
        if run and all(unit.kind == "text" and len(unit.text.split()) < _TITLE for unit in run):
            why[at:end] = ["navigation"] * len(run)
        at = max(end, at + 1)
    return why


def related(tail: list[Unit], why: Sequence[str], vocabulary: Words) -> list[Related]:
    """The teasers below an article, in order; `why` is what `reasons` gives for the tail."""
    items: list[Related] = []
    part: list[Unit] = []
    for unit, reason in zip(tail, why, strict=True):
        if reason == "teaser":
            part.append(unit)
            continue
        items += _part(part, vocabulary)
        part = []
        if reason == "read-also" and unit.kind == "cut":
            items += [Related(title, None, None) for title in titles(unit.text, vocabulary)]
    return [*items, *_part(part, vocabulary)]


def above(head: Sequence[Unit]) -> list[int]:
    """The places above a story of the teasers with ranks under a heading: `Meest gelezen`."""
    found: list[int] = []
    under = False
    for at, unit in enumerate(head):
        if unit.kind == "section":
            under = True
        elif under and unit.plain and _RANK.match(unit.text):
            found.append(at)
        else:
            under = False
    return found


def ranked(units: Iterable[Unit]) -> list[Related]:
    """The teasers that `above` finds, without their ranks."""
    return [Related(_bare(unit.text), None, None) for unit in units]


def inside(head: Sequence[Unit], verdicts: Sequence[Verdict], vocabulary: Words) -> list[Related]:
    """The titles of other articles that stand above or in the middle of one: `Lees ook: …`."""
    found: list[str] = []
    for unit, verdict in zip(head, verdicts, strict=True):
        if verdict.reason != "read-also" or unit.kind == "section":
            continue
        if unit.kind == "cut":
            found += titles(unit.text, vocabulary)
        else:
            found += [_bare(title) for title in _MARKED.split(unit.text)]
    return [Related(title, None, None) for title in found]


def titles(text: str, vocabulary: Words) -> list[str]:
    """The titles in a line such as `Lees ook: Kop` or `Nu populair: Kop • Andere kop`."""
    if opening := vocabulary.several.match(text):
        rest = text[opening.end() :].strip()
        marked = vocabulary.title_mark.split(rest)
        quoted = vocabulary.title_quoted.split(rest) if rest[:1] in "‘'\"“" else [rest]
        found = marked if len(marked) > 1 else quoted
    else:
        found = [read_also(text) or ""]
    return [_bare(title.strip(" »›>→")) for title in found if title.strip()]


def _part(part: list[Unit], vocabulary: Words) -> Iterable[Related]:
    """The items in a run of teasers, with their ages above, below or inside them."""
    part = [unit for unit in part if not unit.text.isdigit()]
    part = [unit for at, unit in enumerate(part) if not _is_label(part, at, vocabulary)]
    places = [at for at, unit in enumerate(part) if is_stamp(unit, vocabulary)]
    if not places:
        part = _without_ranks(part)
    if _leads(part, places):
        bounds = [*places, len(part)]
        for number, at in enumerate(places):
            yield from _items(
                part[at + 1 : bounds[number + 1]], part[at].text, vocabulary, first=True
            )
        return
    if _is_in_the_middle(part, places):
        starts = [at - 1 for at in places]
        for number, at in enumerate(places):
            end = starts[number + 1] if number + 1 < len(places) else len(part)
            yield from _items(
                [part[at - 1], *part[at + 1 : end]], part[at].text, vocabulary, first=True
            )
        return
    before = 0
    for at in places:
        yield from _items(part[before:at], part[at].text, vocabulary)
        before = at + 1
    yield from _items([unit for unit in part[before:] if not _is_slogan(unit)], None, vocabulary)


def _is_label(part: list[Unit], at: int, vocabulary: Words) -> bool:
    """Whether a line is a section's name between teasers: a word or two above a headline."""
    unit = part[at]
    if unit.kind != "text" or len(unit.text.split()) >= _TITLE or is_stamp(unit, vocabulary):
        return False
    below = part[at + 1] if at + 1 < len(part) else None
    titled = sum(is_title(other.text) for other in part) > 1
    if titled and len(unit.text.split()) == 1 and unit.text[0].isupper():
        return below is None or is_title(below.text) or is_stamp(below, vocabulary)
    if below is None or is_stamp(below, vocabulary):
        return at == 0 and len(part) > _MANY
    return is_title(below.text) and (at == 0 or is_stamp(part[at - 1], vocabulary))


def _leads(part: list[Unit], ages: list[int]) -> bool:
    """Whether each age stands above its teaser."""
    return bool(ages) and ages[0] == 0 and ages[-1] + 1 < len(part)


def _is_in_the_middle(part: list[Unit], ages: list[int]) -> bool:
    """Whether each age stands between the title of its teaser and the text."""
    return bool(ages) and all(
        at
        and is_headline(part[at - 1].text)
        and at + 1 < len(part)
        and (part[at + 1].prose or (part[at].text[0] == "(" and part[at + 1].sentence))
        and not dateline(part[at + 1].text)
        for at in ages
    )


def _is_slogan(unit: Unit) -> bool:
    return unit.text.endswith(".") and not is_prose(unit.text) and unit.kind == "text"


def _without_ranks(part: list[Unit]) -> list[Unit]:
    ranks = [(at, match) for at, unit in enumerate(part) if (match := _BARE_RANK.match(unit.text))]
    numbers = [int(match[1]) for _, match in ranks]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        part = list(part)
        for at, match in ranks:
            part[at] = part[at]._replace(text=part[at].text[match.end() :])
    return part


def _bare(text: str) -> str:
    text = text.rstrip(_JOINTS)
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    return text[match.end() :] if (match := _RANK.match(text)) else text


def _listed_title(text: str, vocabulary: Words) -> str:
    matches = (pattern.fullmatch(text) for pattern in vocabulary.listings)
    return next(match["title"].strip() for match in matches if match)


def _is_question(text: str) -> bool:
    """Whether a line is a question in quotation marks, as a headline may be."""
    return len(text) < _QUOTED and text[-2:-1] == "?" and text[-1] in _QUOTES and text[0] in _QUOTES


def _items(
    group: list[Unit], age: str | None, vocabulary: Words, *, first: bool = False
) -> Iterable[Related]:
    """The items in a run of lines: a headline opens one, and so does a second dateline.

    The age is that of the last item, or of the first.
    """
    found: list[tuple[str | None, list[str]]] = []
    closed = False
    loose = not any(is_headline(_bare(unit.text)) for unit in group)
    last = len(group) - 1
    for at, unit in enumerate(group):
        line = _bare(unit.text)
        title, text = found[-1] if found else (None, [])
        if unit.kind == "listing":
            found.append((_listed_title(unit.text, vocabulary), []))
            closed = True
            continue
        titled = is_headline(line) or _is_question(line)
        opens = titled and (at < last or not text) and (bool(text) or not title)
        if opens or (found and not text and titled):
            found.append((line, []))
        elif not found or closed or (text and (dateline(line) or (not title and loose))):
            found.append((None, [line]))
        else:
            text.append(line)
        closed = False
    aged = 0 if first else len(found) - 1
    return [
        Related(title, " ".join(text) or None, age.strip("()") if age and at == aged else None)
        for at, (title, text) in enumerate(found)
    ]
