"""How far a name goes: the capitals behind its first word, and the small words between them."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.capitals import is_name_shaped, is_people
from tui.text.gazetteer import (
    REGION,
    REMEMBERED,
    SURNAME,
    gazetteer,
    is_adjective_of_place,
)
from tui.text.listed import closed, ends, is_body_noun, is_plain, listed
from tui.text.printed import Words, is_bound

LONGEST_NAME = 16
"""The most words in a name; a longer row of capitals is cut into several."""
_NUMBER = re.compile(r"\d")
"""`BBC 2`, `Radio 1`."""
SHORTENED = ("Jr", "Sr")
_SURNAME = 4
"""Behind a weak particle a surname has so many letters at least."""
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]|Th|Chr|Ph|Tj|IJ|St)\.?")


@lru_cache(maxsize=REMEMBERED)
def is_initial(word: str) -> bool:
    """Whether a word of a name is an initial: `J.`, `Chr.`."""
    return _INITIAL.fullmatch(word) is not None


def known_end(words: Words, at: int) -> int:
    """The index after the longest listed name that begins at a word, or `at`."""
    lists = gazetteer()
    first = words.words[at]
    longest = lists.heads.get(f"{first} {words.words[at + 1]}", 0)
    for size in range(longest, 1, -1):
        end = at + size
        if words.words[end] in listed("owning") and _is_owned(words, end, end):
            continue  # `Het Kanaal van Gent` is not `Het Kanaal`
        if " ".join(words.words[at : at + size]) in lists.names:
            return at + size
    if first.isdigit():
        return at
    if first[-1] == "s" and words.words[at + 1][0].isupper() and first not in lists.names:
        return at  # `Noord-Hollands Orkest`
    owned = first[-1] == "s" and lists.get(words.bare(at))
    return at + 1 if owned or lists.get(first) else at


def _is_owned(words: Words, last: int, first: int) -> bool:
    """Whether small words stand between a work of man or a race and its place."""
    head = words.words[first - 1]
    named = head in listed("heads_of_places") or head in listed("events")
    return named and words.words[last + 1][0].isupper()


def run_end(words: Words, at: int) -> int:
    """The index after the words with capitals from `at` on, with the small words between them."""
    end = at + 1
    is_body = _opens_body(words.words[at]) or is_body_noun(words.before(at))
    limit = min(len(words), at + LONGEST_NAME)
    while end < limit:
        text = words.words[end]
        if text[0].isupper() or is_bound(text):
            if not _goes_on(words, end):
                break
            is_body = is_body or _opens_body(text)
            end += 1
            continue
        if text in listed("and_signs") and words.words[end + 1][0].isupper():
            end += 2
            continue
        after = _past_particles(words, at, end, is_body)
        if after == end:
            break
        end = after
    return end


def with_number(words: Words, end: int) -> int:
    """The index after the digit that ends the name of a channel: `BBC 2`."""
    if not _NUMBER.fullmatch(words.words[end]) or words.words[end - 1] not in listed("numbered"):
        return end
    behind = words.words[end + 1]
    counted = behind.endswith(("en", "s")) and behind not in closed()
    return end if counted or behind in listed("magnitudes") else end + 1


@lru_cache(maxsize=REMEMBERED)
def _opens_body(word: str) -> bool:
    return word in listed("body_heads") or (
        len(word) > 7 and word.lower().endswith(ends("body_ends"))
    )


def _goes_on(words: Words, at: int) -> bool:
    """Whether a word with a capital belongs to the name right before it."""
    text = words.words[at]
    before = words.words[at - 1]
    if before[-2:] in ("'s", "’s") and not is_body_noun(text.lower()):
        return False
    if words.is_initial(at):
        return False
    if is_people(text) and not (before in listed("place_heads") or _is_first(before)):
        return False
    if _is_land(text) and _is_given(before) and not is_initial(before):
        return words.words[at + 1][0].isupper()  # `dat Jan VLAANDEREN bezocht`
    if is_initial(before) and text.lower() in closed() and words.words[at + 1][0].islower():
        return words.words[at + 1] in listed("surname_particles")  # `Delano W. De man`
    return is_name_shaped(words, at) or is_bound(text)


@lru_cache(maxsize=REMEMBERED)
def _is_first(word: str) -> bool:
    """Whether a word is a first name and no other name: `Tom HAMBURGER`."""
    lists = gazetteer()
    return word in lists.first_names and lists.get(word) is None and not is_plain(word)


@lru_cache(maxsize=REMEMBERED)
def _is_land(word: str) -> bool:
    """Whether a word names a country or a region, and no family."""
    lists = gazetteer()
    if lists.is_in(word, SURNAME):
        return False
    known = lists.get(word)
    return (known is not None and known.type == "country" and not known.capital) or (
        lists.is_in(word, REGION)
    )


def _past_particles(words: Words, first: int, at: int, is_body: bool) -> int:
    """The index after small words and the capital behind them; `at` where these do not fit."""
    place = at
    particles = listed("body_particles" if is_body else "surname_particles")
    while place - at < 3 and words.words[place].lower() in particles:
        place += 1
    if place == at:
        return at
    if words.words[at] in listed("owning") and _is_owned(words, place - 1, at):
        return place + 1
    following = words.words[place]
    given = _is_given(words.words[at - 1])
    if is_initial(following) and given:
        return place + 1  # `Volkert van der G.`
    if not following[0].isupper() or not is_name_shaped(words, place):
        return at
    if is_people(following) and not given:
        return at
    if is_body:
        return place + 1 if _fits_body(words, first, at, place) else at
    return place + 1 if _fits_person(words, first, at, place) else at


def _fits_body(words: Words, first: int, at: int, place: int) -> bool:
    """Whether `van X` is part of a body's name: `Raad van State`, but not `Raad in Gent`."""
    joint = words.words[at] == words.words[place - 1] and words.before(first) in listed("joint")
    if words.words[at] in listed("only_in_bodies") and not (
        joint or _opens_body(words.words[first])
    ):
        return False
    known = gazetteer().get(words.words[place])
    if known is None or known.type == "organisation":
        return True
    if words.words[at] in listed("owning"):
        return words.words[at - 1] in listed("heads_of_places")
    return False


def _fits_person(words: Words, first: int, at: int, place: int) -> bool:
    """Whether a particle and a capital are a surname: behind a first name or initials."""
    lists = gazetteer()
    given = [
        word
        for word in words.words[first:at]
        if word != "." and word.lower() not in listed("surname_particles")
    ]
    if words.words[first] in listed("place_heads"):
        return words.words[at] in listed("foreign_particles")
    sure = all(_is_given(word) for word in given) and not any(map(_is_family, given[1:]))
    following = words.words[place]
    named = following in lists.first_names and words.words[place + 1][0].isupper()
    if named and words.words[at] in listed("owning"):
        return False  # `de FN van Jan Peeters`
    if not sure and (_opens_body(following) or is_adjective_of_place(following)):
        return False
    tail = words.words[place + 1].lower()
    if len(given) == 1 and tail in listed("body_tails") and words.words[place + 1][0].isupper():
        return True  # `Admiraal de Ruyter Ziekenhuis`
    small = words.words[at]
    if small in listed("weak_particles") and not sure:
        return small in listed("articles") and len(following) >= _SURNAME and not is_plain(given[0])
    if following in lists.adjectives:
        return False
    if sure:
        return True
    if len(given) != 1 or lists.get(following) or lists.get(given[0]):
        return False
    return not is_plain(given[0])


def _is_family(word: str) -> bool:
    """Whether a word behind a first name is a surname already: `Kees BLOM van de bond`."""
    lists = gazetteer()
    return word not in lists.first_names and "S" in lists.classes.get(word, "")


@lru_cache(maxsize=REMEMBERED)
def _is_given(word: str) -> bool:
    """Whether a word is a first name or an initial."""
    lists = gazetteer()
    if word in lists.first_names or is_initial(word):
        return True
    return "F" in lists.classes.get(word, "") and not word.isupper()
