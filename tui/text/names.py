"""Stretches of text that name somebody or something, by their capitals and the lists."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.capitals import is_name_shaped, opens
from tui.text.gazetteer import gazetteer
from tui.text.listed import closed, listed
from tui.text.printed import Words
from tui.text.settled import is_portfolio, is_settled
from tui.text.stretch import SHORTENED, known_end, run_end, with_number

_ENDING = frozenset([",", ".", ";", ")", "en", "of", "\n"])
_VOWELS = tuple("aeiouy")


class Name(NamedTuple):
    """A stretch that names: its words from `first` up to `end`, and where it stands in the text."""

    first: int
    end: int
    start: int
    stop: int
    text: str
    words: tuple[str, ...]


def names(words: Words) -> list[Name]:
    """The names in a text, in order, none inside another."""
    found: list[Name] = []
    free = 0
    for at in words.capitals:
        if at < free:
            continue
        end = _end(words, at)
        if end > at and not _is_plural(words, end) and not _is_compounded(words, at, end):
            found += _pair(words, at, end) or [named(words, at, end)]
            free = end
    return found


def _end(words: Words, at: int) -> int:
    """The index after the name that begins at a word; `at` itself where none does."""
    if _is_small(words, at):
        return at
    known = known_end(words, at)
    if not opens(words, at, known):
        return at
    end = run_end(words, at)
    if known >= end or (known > at and words.words[known].isdigit()):
        return with_number(words, known)
    end = with_number(words, end)
    if end > at + 1 and is_portfolio(words, at):
        return at  # `minister van DEFENSIE Lloyd Austin`: the name begins behind the field
    if known > at and is_settled(words, at, known):
        return known
    if end == at + 1 and words.bare(at).rstrip(".") in listed("no_names"):
        return at
    return end


def _is_small(words: Words, at: int) -> bool:
    """Whether a small word only opens a sentence: what most capitals of a text are for."""
    following = words.words[at + 1]
    return (
        words.words[at].lower() in closed()
        and not following[0].isupper()
        and following not in listed("surname_particles")
        and words.is_initial(at)
    )


def named(words: Words, at: int, end: int) -> Name:
    """The name from one word up to another, without the s of possession."""
    start, stop = words.starts[at], words.ends[end - 1]
    parts = tuple(words.words[at:end])
    text = words.text[start:stop]
    if text in gazetteer().names:
        return Name(at, end, start, stop, text, parts)
    last = words.bare(end - 1)
    stop -= len(parts[-1]) - len(last)
    if last in SHORTENED or (len(last) == 1 and last.isalpha()):
        stop += words.text.startswith(".", stop)  # `Delano W.`, `Jr.`
    return Name(at, end, start, stop, words.text[start:stop], (*parts[:-1], last))


def _is_plural(words: Words, end: int) -> bool:
    """Whether a name ends in the `'s` of a plural: `Audi's`, `de Quechua's en`."""
    text = words.words[end - 1]
    if text[-2:] not in ("'s", "’s") or text in gazetteer().names:
        return False
    return text[:-2].endswith(_VOWELS) and words.words[end] in _ENDING


def _is_compounded(words: Words, at: int, end: int) -> bool:
    """Whether a compound takes the name in: `James Bond-films`, `Radio 1-programma`."""
    head, dash, tail = words.words[end].partition("-")
    if not dash or not head or not tail[:1].islower() or words.is_initial(end):
        return False
    if head.isdigit():
        return True
    lists = gazetteer()
    text = " ".join(words.words[at:end])
    if not head[0].isupper() or head.isupper() or is_name_shaped(words, end):
        return False
    return lists.get(text) is None and (end == at + 1) and head not in lists.names


def _pair(words: Words, at: int, end: int) -> list[Name]:
    """The two names of a match or a treaty in one word: `België-Nederland`."""
    first, dash, second = words.words[at].partition("-")
    lists = gazetteer()
    if end > at + 1 or not dash or words.words[at] in lists.names:
        return []
    if not lists.get(first) or not lists.get(second):
        return []
    start, stop = words.starts[at], words.ends[at]
    split = start + len(first)
    return [
        Name(at, end, start, split, first, (first,)),
        Name(at, end, split + 1, stop, second, (second,)),
    ]
