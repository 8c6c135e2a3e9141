"""What stands inside and around the paragraphs of a story in a text dump, and is not the story."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.boilerplate import Words, dateline, is_headline, reason_of
from tui.text.heads import is_name, is_person
from tui.text.pieces import BODY, Verdict, cut
from tui.text.signed import announced, is_bio, is_told_of
from tui.text.tails import is_row, is_title
from tui.text.units import LONG, Unit

_FEW = 4
_LABEL = 3
_SIGNED = frozenset(("byline", "timestamp"))
_SIGNATURE = 6
_POLL = 7
"""A poll has so many lines at the most."""
_CREDIT = 8
_END = 40
"""So many lines at the most stand below the last paragraph of a story."""
_CAPTION = 75
_NUMBERED = re.compile(r"\d{1,2}[.):] ?\D|.*[?:]$")
"""`2. Hoe kom ik aan een pas?`: a heading of the story even above its first paragraph."""
_LISTED = re.compile(r"[-–—•*·▪►●◦○] ?\S|\d{1,2}[.)] ")
_MARKED = re.compile(r" [·•|] ")
_ENDED = (".", "!", "?", ":", "…", "”", '"', "’", "'", ")")


def verdicts(
    story: list[Unit], title: str | None, vocabulary: Words, signatures: str = ""
) -> list[Verdict]:
    """Verdicts for the units from the first line of the story to its last, one for one.

    `signatures` are the lines above the story that may name its writer.
    """
    reasons = [_by_words(unit, title) for unit in story]
    first = next((at for at, unit in enumerate(story) if unit.prose and unit.plain), len(story))
    _boxes(story, reasons)
    _polls(story, reasons, vocabulary)
    _captions(story, reasons, first, vocabulary)
    if title is not None and first < len(story):
        for at in range(first):
            if reasons[at] is None:
                reasons[at] = _under_the_headline(story, at)
    _names_under_the_lead(story, reasons, first)
    _around_embeds(story, reasons, vocabulary)
    signed = " ".join(
        [
            signatures,
            announced(story),
            *(
                unit.text.casefold()
                for unit, reason in zip(story, reasons, strict=True)
                if reason in _SIGNED
            ),
        ]
    )
    _end(story, reasons, first, signed, vocabulary)
    return [cut_for(reason) if reason else BODY for reason in reasons]


@lru_cache(256)
def cut_for(reason: str) -> Verdict:
    """The verdict for a stretch that is not the article, made once for each reason."""
    return cut(reason)


def _by_words(unit: Unit, title: str | None) -> str | None:
    if unit.kind == "age":
        return "timestamp"
    if unit.kind == "cut":
        return unit.reason
    if unit.text == title:
        return "repeated-headline"
    return None


def _boxes(story: list[Unit], reasons: list[str | None]) -> None:
    """Boxes with the titles of other articles, each under a line such as `Lees ook`."""
    for at, unit in enumerate(story):
        if unit.kind == "section" and (items := _box(story, at, unit.reason == "read-also")):
            for place in (at, *items):
                reasons[place] = "read-also"
        elif unit.kind == "section" and (unit.reason == "read-also" or _calls(unit)):
            reasons[at] = unit.reason
        elif unit.edge == "login" and at and reasons[at - 1] == "newsletter":
            reasons[at] = "newsletter"


def _calls(unit: Unit) -> bool:
    """Whether a heading over comments asks for them or counts them; else it may be a subheading."""
    counted = any(char.isdecimal() for char in unit.text)
    return unit.reason == "comments" and (counted or not unit.text.endswith("s"))


def _box(story: list[Unit], at: int, named: bool) -> list[int]:
    """The places of the titles under a heading.

    Where no blank line stands between the two, the first blank line ends the box. Otherwise a
    last short line right above a paragraph is a subheading of the story.
    """
    items: list[int] = []
    for place in range(at + 1, len(story)):
        unit = story[place]
        if unit.kind != "text" or unit.prose or not is_headline(unit.text):
            break
        if items and unit.apart and not story[items[0]].apart:
            break
        items.append(place)
    if not items or (items[-1] + 1 == len(story) and not named):
        return items if named else []
    listed = all(_LISTED.match(story[place].text) for place in items)
    if items and story[items[0]].apart and not listed:
        items = (
            [place for place in items if len(story[place].text.split()) >= _FEW]
            if len(items) == 1
            else items
        )
        last = story[items[-1]].text.split() if items else []
        others = [len(story[place].text.split()) for place in items[:-1]]
        if len(items) > 1 and len(last) <= _FEW and len(last) < min(others):
            items.pop()
    elif not listed and not named:
        items = [place for place in items if len(story[place].text.split()) >= _FEW]
    elif not listed:
        cutoff = next(
            (n for n, place in enumerate(items) if len(story[place].text.split()) < _FEW), None
        )
        items = items if cutoff is None or items[-1] + 1 == len(story) else items[: max(cutoff, 1)]
        if len(items) == 1 and len(story[items[0]].text.split()) < _LABEL:
            items = []
    return items


def _polls(story: list[Unit], reasons: list[str | None], vocabulary: Words) -> None:
    opening, answer, closing = vocabulary.poll
    at = 0
    while at < len(story):
        unit = story[at]
        asks = unit.kind == "text" or reasons[at] == "feedback"
        answered = unit.text[-1] == "?" and _is_answered(story[at + 1 : at + 3], answer)
        if not asks or unit.story or not (answered or opening.fullmatch(unit.text)):
            at += 1
            continue
        end = at + 1
        closed = None
        while end < min(at + _POLL, len(story)) and not story[end].prose:
            if closing.fullmatch(story[end].text):
                closed = end
            elif (
                closed is None
                and not answer.fullmatch(story[end].text)
                and (len(story[end].text.split()) > 2 * _FEW)
            ):
                break
            end += 1
        last = closed if closed is not None else _answers(story, at, end, answer)
        for place in range(at, last + 1):
            reasons[place] = reasons[place] or "feedback"
        at = last + 1


def _is_answered(below: list[Unit], answer: re.Pattern[str]) -> bool:
    """Whether two answers by their words stand below a question."""
    return len(below) > 1 and all(answer.fullmatch(unit.text) for unit in below)


def _answers(story: list[Unit], at: int, end: int, answer: re.Pattern[str]) -> int:
    """The place of the last answer that is one by its words; that of the question without any."""
    last = at
    for place in range(at + 1, end):
        if answer.fullmatch(story[place].text):
            last = place
    return last


def _captions(story: list[Unit], reasons: list[str | None], first: int, vocabulary: Words) -> None:
    """Lines right above a credit are what the picture shows."""
    last = max((at for at, unit in enumerate(story) if unit.prose and unit.plain), default=-1)
    for at, unit in enumerate(story):
        bare = reasons[at] == "agency-tag" and (at < first or unit.text.startswith("©"))
        credit = reasons[at] == "caption" or bare
        if not credit or not at or len(unit.text.split()) > _CREDIT:
            continue
        if not vocabulary.credit.match(unit.text):
            continue
        place = at - 1
        above = story[place]
        length = len(above.text.split())
        if reasons[place] is not None or above.kind != "text" or above.story:
            continue
        if above.prose and len(above.text) > _CAPTION:
            continue
        twice = place > 0 and story[place - 1].text == above.text
        if place > first and not twice and (above.prose or above.text.endswith(".")):
            continue
        if length < _FEW and unit.apart and place > first:
            continue
        if _LISTED.match(above.text) or above.text.endswith(("?", ":", "”", '"')):
            continue
        if above.prose and at > last:
            continue
        same = above.text
        while place >= 0 and story[place].text == same:
            reasons[place] = "caption"
            place -= 1


def _under_the_headline(story: list[Unit], at: int) -> str | None:
    """Why a line between the headline and the first paragraph is not the story."""
    unit = story[at]
    text = unit.text
    if unit.edge:
        return None if unit.prose and len(text) >= LONG else unit.edge
    if unit.kind == "section":
        return unit.reason
    length = len(text.split())
    if _NUMBERED.match(text) or _LISTED.match(text) or dateline(f"{text} x"):
        return None
    if is_name(text) or (text[0].islower() and length <= _FEW):
        return "byline"
    if at and story[at - 1].reason == "timestamp" and length > 1:
        return None
    if (text.isupper() and length <= _FEW) or (length <= _LABEL and not text.endswith(_ENDED)):
        return "navigation"
    return None


def _names_under_the_lead(story: list[Unit], reasons: list[str | None], first: int) -> None:
    """The writer's name, where it stands below the first paragraph among other such lines."""
    named = []
    others = 0
    for at in range(first + 1, len(story)):
        unit = story[at]
        if unit.kind == "text" and unit.prose:
            break
        others += reasons[at] in ("byline", "timestamp", "caption", "share")
        if reasons[at] is None and (is_name(unit.text) or unit.text[0].islower()):
            named.append(at)
    for at in named:
        if others or is_person(story[at].text):
            reasons[at] = "byline"


def _is_wall(unit: Unit) -> bool:
    """Whether a line asks for a subscription, wherever it stands, and is no sentence."""
    few = len(unit.text.split()) < _FEW
    return unit.edge == "login" and not (unit.prose or few or unit.text.endswith("."))


def _around_embeds(story: list[Unit], reasons: list[str | None], vocabulary: Words) -> None:
    """What announces an embed, what stands between sign-ups, what goes with a wall at the end."""
    last = max((at for at, unit in enumerate(story) if unit.prose and unit.plain), default=-1)
    walled = False
    for at, unit in enumerate(story):
        below = reasons[at + 1] if at + 1 < len(story) else None
        if reasons[at] is not None:
            walled = walled or (reasons[at] == "login" and at > last)
        elif walled or _is_wall(unit):
            reasons[at] = "login"
        elif below == "embed" and unit.text.endswith(":") and len(unit.text) <= _CAPTION:
            reasons[at] = "embed"
        elif at and below == reasons[at - 1] == "newsletter" and not unit.story:
            reasons[at] = "newsletter"


def _end(
    story: list[Unit], reasons: list[str | None], first: int, signed: str, vocabulary: Words
) -> None:
    """Lines below the last paragraph: who wrote it, tags, what the page asks of its reader."""
    at = len(story) - 1
    stop = max(first, at - _END)
    while at > stop:
        if reasons[at] is None:
            bio = is_bio(story[at], signed, story, vocabulary)
            reason = "byline" if bio else _trailing(story, reasons, at, vocabulary)
            if reason == "byline" and not bio and story[at].prose:
                reason = None if is_told_of(story[at], signed, story) else reason
            if reason is None:
                return
            reasons[at] = reason
        at -= 1


def _are_titles(unit: Unit) -> bool:
    """Whether a line is a row of headlines: `Kop van een bericht · Nog een kop van een bericht`."""
    parts = _MARKED.split(unit.text)
    return len(parts) > 1 and all(len(part.split()) >= _FEW and is_title(part) for part in parts)


def _trailing(
    story: list[Unit], reasons: list[str | None], at: int, vocabulary: Words
) -> str | None:
    unit = story[at]
    if unit.edge:
        return unit.edge
    if reason := reason_of(unit.text, vocabulary.end):
        return reason
    if unit.kind == "section":
        return unit.reason
    if unit.prose or unit.text.endswith(_ENDED) or _LISTED.match(unit.text):
        return "read-also" if _are_titles(unit) else None
    if _are_titles(unit):
        return "read-also"
    if at and is_row(story[at - 1].text):
        return None
    places = (place for place in range(at - 1, -1, -1) if reasons[place] is None)
    above = next(
        (
            story[place]
            for place in places
            if not story[place].edge
            and not is_name(story[place].text)
            and not reason_of(story[place].text, vocabulary.end)
        ),
        None,
    )
    if above is None or not above.sentence:
        return None
    if is_name(unit.text):
        return "byline"
    short = len(unit.text.split()) <= _SIGNATURE and "\t" not in unit.text
    return "navigation" if short and is_headline(unit.text) else None
