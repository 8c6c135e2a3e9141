"""The headline in a text dump: which of the lines above the first paragraph it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from tui.text.boilerplate import Words, dateline, is_headline
from tui.text.units import Unit

_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|van|de|der|den|het|ten|ter|te|'t|’t|el|al|en|&)"
    r"(?: (?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|van|de|der|den|het|ten|ter|te|'t|’t|el|al|en|&)){0,8}"
)
"""A line of nothing but names: `Sanne Tieleman`, `Jan van der Berg en An Smit`."""
_PARTED = re.compile(r"\s*(?: [|•·/>»›→–—-] )\s*")
_CRUMBS = re.compile(r" [|/•>»→] ")
_FEW = 4
_LATE = 6
"""From so many words on, a line below the first paragraph may still be the headline."""
_KICKER = 5
_SHORT = 2
_COLUMNS = re.compile(r"\w(?: {2,}|\t)\S")
_NUMBERED = re.compile(r"\d{1,2}[.):] ?\D")
_QUESTION = re.compile(r"\d{1,2}[.)] |.*\?$")
_NEAR = 6
_BANNER = 30
_LEADS = 2
_STEM = 5
_SHARED = 0.75
_SLOGAN = 5.0
_UPDATE = 2.0
_VERSE = 4.0
_WORDED = frozenset(
    ("embed", "share", "feedback", "login", "newsletter", "navigation", "footer", "webmail-banner")
)
"""Reasons that the words of a headline can give by accident."""
_CLOCK = re.compile(r"\D{0,2}\d{1,2}[.:u]\d{2}(?: ?u(?:ur)?)?")
"""The hour of an update in a live blog; what stands right under it is the update's."""
_WORD = re.compile(r"[^\W_]{4,}")
_MENU = 3


def is_name(text: str) -> bool:
    """Whether a line is nothing but the names of people or of one body."""
    return len(text) < 60 and all(_NAME.fullmatch(part) for part in text.split(", "))


def is_person(text: str) -> bool:
    """Whether a line is the name of one person, as far as its words tell: `Karin Blom`."""
    return is_name(text) and 2 <= len(text.split()) <= _FEW and not text.isupper()


def headline(head: list[Unit], vocabulary: Words) -> tuple[int | None, int]:
    """The index of the headline (None without one) and that of the first unit of the story.

    A line that stands twice in a row is the headline. Else it is a line above the first paragraph
    that could be one, or one right below it.
    """
    first = next((at for at, unit in enumerate(head) if _is_lead(unit)), len(head))
    if (doubled := _doubled(head, first, vocabulary)) is not None:
        return doubled
    if first == len(head):
        first = next((at for at, unit in enumerate(head) if unit.prose and unit.plain), first)
    if first == len(head):
        return _alone(head)
    while (later := _after_banner(head, first, vocabulary)) is not None:
        first = later
    best = _best(head, first, vocabulary)
    if best is None:
        return _below(head, first)
    return best, best + (-1 if _is_chapeau(head, best, vocabulary) else 1)


def _is_chapeau(head: list[Unit], title: int, vocabulary: Words) -> bool:
    """Whether the sentence right above the headline opens the story: the two share a word."""
    above = head[title - 1] if title else None
    return (
        above is not None
        and above.plain
        and above.prose
        and not vocabulary.address.search(above.text)
        and bool(_stems(above.text, vocabulary) & _stems(head[title].text, vocabulary))
    )


def _is_lead(unit: Unit) -> bool:
    return unit.plain and (unit.story or dateline(unit.text) is not None)


def _doubled(head: list[Unit], first: int, vocabulary: Words) -> tuple[int, int] | None:
    texts = [
        (at, unit.text) for at, unit in enumerate(head[: first + _NEAR]) if unit.kind == "text"
    ]
    for (at, text), (again, same) in pairwise(texts):
        named = not head[at].edge or (head[at].edge == "navigation" and len(text.split()) >= _FEW)
        if _is_caption(head, again, vocabulary):
            continue
        if text == same and named and (at < first or is_headline(text)):
            return at, again + 1
    return None


def _alone(head: list[Unit]) -> tuple[int | None, int]:
    """The headline on a page without a single sentence."""
    only = [at for at, unit in enumerate(head) if unit.plain]
    if only and is_headline(head[only[0]].text):
        return only[0], only[0] + 1
    return None, only[0] if only else 0


def _is_caption(head: list[Unit], at: int, vocabulary: Words) -> bool:
    """Whether a line stands twice above the credit of a picture, below some likely headline."""
    text = head[at].text
    same = [place for place in (at - 1, at + 1) if 0 <= place < len(head)]
    if not any(head[place].text == text for place in same):
        return False
    below = next((unit for unit in head[at + 1 : at + _NEAR] if unit.text != text), None)
    return (
        below is not None
        and below.kind == "cut"
        and below.reason == "caption"
        and any(
            _is_candidate(unit) and unit.text != text and vocabulary.verb.search(unit.text)
            for unit in head[max(0, at - _BANNER) : at]
        )
    )


def _after_banner(head: list[Unit], first: int, vocabulary: Words) -> int | None:
    """The lead below a first paragraph that is a banner above the headline.

    Between the two stands the headline, with a menu above it; or the lead has a dateline.
    """
    menu = titled = 0
    for at in range(first + 1, min(first + _BANNER, len(head))):
        unit = head[at]
        dated = unit.plain and dateline(unit.text) is not None
        if unit.plain and unit.prose:
            lead = titled and (menu > 1 or dated) and not dateline(head[first].text)
            return at if lead and not _best(head, first, vocabulary) else None
        titled += _is_candidate(unit)
        menu += not titled and (bool(unit.edge) or len(unit.text.split()) < _MENU)
    return None


def _is_candidate(unit: Unit) -> bool:
    return unit.plain and is_headline(unit.text) and len(unit.text.split()) >= _FEW


def _best(head: list[Unit], first: int, vocabulary: Words) -> int | None:
    """The most likely headline among the lines above the first paragraph."""
    told = cache(lambda: _told(head, first, vocabulary))
    above = [
        (at, unit)
        for at, unit in enumerate(head[:first])
        if (unit.plain or _is_worded(unit, told, vocabulary))
        and not _is_caption(head, at, vocabulary)
    ]
    seen = Counter(part for _, unit in above for part in {unit.text, *_PARTED.split(unit.text)})
    clock = next((at for at, unit in enumerate(head[:first]) if _CLOCK.fullmatch(unit.text)), first)
    alone = sum(len(unit.text.split()) > 1 for _, unit in above) < 2
    scores = [
        (
            _score(unit.text, seen[unit.text])
            + (0 if alone and " - " not in unit.text else _shares(unit.text, told(), vocabulary))
            - _is_name_of_page(unit.text, at, vocabulary)
            - (_SLOGAN if not at and _is_bare_name(head, first) else 0)
            - (_UPDATE if at > clock else 0)
            - (_VERSE if _is_verse(head, at) else 0),
            at,
        )
        for at, unit in above
        if is_headline(unit.text) and not unit.prose
    ]
    highest = max((score for score, _ in scores), default=0.0)
    if highest <= 0:
        return None
    rivals = [at for score, at in scores if score == highest]
    # Of two likely lines the first is the headline and the second stands under it; of more, and
    # where a menu parts them, the upper ones are other lines of the page.
    found = rivals[-1]
    if len(rivals) == 2 and highest > _SHORT and not _menu(head[rivals[0] + 1 : rivals[1]]):
        verbs = [vocabulary.verb.search(head[at].text) is not None for at in rivals]
        found = rivals[1] if verbs == [False, True] else rivals[0]
    if highest < _SHORT and _below(head, first)[0] is not None:
        return None
    return found


def _told(head: list[Unit], first: int, vocabulary: Words) -> frozenset[str]:
    """How the words of the first paragraphs begin, those of three letters or fewer left out."""
    lead = [unit.text for unit in head[first : first + _NEAR] if unit.plain and unit.prose]
    return frozenset(_stems(" ".join(lead[:_LEADS]), vocabulary))


def _stems(text: str, vocabulary: Words) -> set[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in vocabulary.function)
    return {word[:_STEM] for word in words}


def _shares(text: str, told: frozenset[str], vocabulary: Words) -> float:
    """A headline says what its lead says: by how much words in common speak for a line."""
    shared = 0 if _QUESTION.fullmatch(text) else len(_stems(text, vocabulary) & told)
    return min(shared, 2) * _SHARED


def _is_verse(head: list[Unit], at: int) -> bool:
    """Whether a line goes on in small letters in the line below it, as verse does."""
    below = head[at + 1 : at + 2]
    return any(unit.plain and not unit.apart and unit.text[0].islower() for unit in below)


def _is_worded(unit: Unit, told: Callable[[], frozenset[str]], vocabulary: Words) -> bool:
    """Whether a line that could be the page's by its words tells the same as the story."""
    why = unit.edge or unit.reason
    return (
        why in _WORDED
        and len(unit.text.split()) >= _FEW
        and not _CRUMBS.search(unit.text)
        and len(_stems(unit.text, vocabulary) & told()) > 1
    )


def _is_name_of_page(text: str, at: int, vocabulary: Words) -> float:
    """How much a line looks like the name of a site with what it says of itself."""
    named = at < _MENU and len(_PARTED.split(text)) == 2 and not vocabulary.verb.search(text)
    return _SLOGAN if named else 0.0


def _is_bare_name(head: list[Unit], first: int) -> bool:
    """Whether one word at the top of a page stands over an entry of a menu: the site's name."""
    below = head[1:first]
    return " " not in head[0].text and any(unit.edge == "navigation" for unit in below)


def _menu(between: list[Unit]) -> bool:
    """Whether entries of a menu stand among some lines."""
    return any(
        unit.kind in ("text", "section") and (unit.edge or len(unit.text.split()) < _MENU)
        for unit in between
    )


def _score(text: str, seen: int) -> float:
    """How much a line looks like the headline of a story; more than nothing for any headline."""
    words = text.split()
    score = 1.0 + (3 if len(words) >= _FEW else len(words) == _FEW - 1)
    if text.isupper() and len(words) <= _KICKER:
        score -= 2
    if is_name(text) and len(words) > 1:
        score -= 1.5
    if text[0].islower():
        score -= 3
    if _COLUMNS.search(text):
        score -= 4
    if _NUMBERED.match(text):
        score -= 2
    if _CRUMBS.search(text):
        score -= 2.5
    if seen > 1:
        score += 3
    if len(words) == 1 and not text.isupper():
        return max(score, 0.1)
    return score


def _below(head: list[Unit], first: int) -> tuple[int | None, int]:
    """A page without a headline above its story, or with one below the first paragraph."""
    start = first
    for at in range(first - 1, -1, -1):
        if head[at].plain and head[at].prose:
            start = at
        elif head[at].kind != "cut":
            break
    following = head[first + 1 : first + 3]
    for at, unit in enumerate(following, first + 1):
        if unit.story:
            break
        if (
            _is_candidate(unit)
            and len(unit.text.split()) >= _LATE
            and not _QUESTION.fullmatch(unit.text)
            and not dateline(head[first].text)
            and any(other.story for other in head[at + 1 : at + _NEAR])
        ):
            return at, start
    return None, start
