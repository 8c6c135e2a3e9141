"""Whether a name that the lists know ends where they say, and what only looks like one."""

from __future__ import annotations

from tui.text.capitals import is_people
from tui.text.gazetteer import FIRST, SURNAME, gazetteer
from tui.text.listed import ends, is_plain, listed
from tui.text.printed import Words
from tui.text.stretch import LONGEST_NAME, SHORTENED


def is_settled(words: Words, at: int, end: int) -> bool:
    """Whether a listed name stands by itself and opens no longer one (`Amsterdam Museum`)."""
    lists = gazetteer()
    text = " ".join(words.words[at:end])
    known = lists.get(text)
    following = words.words[end]
    if _serves(words, end):
        return False
    if not following[0].isupper() or known is None:
        return True
    if is_people(following):
        return True
    if following in SHORTENED:
        return False
    if known.type == "organisation" or following.lower() in listed("body_tails"):
        return False
    if lists.is_in(text, FIRST) and lists.is_in(following, SURNAME):
        return words.is_initial(end) or is_plain(following)
    return text not in lists.first_names or words.is_initial(end)


def _serves(words: Words, end: int) -> bool:
    """Whether a body goes on with whom it is for: `Hoge Raad VOOR DE ZELFSTANDIGEN`."""
    if words.words[end] not in listed("serving") or words.words[end + 1] not in listed("articles"):
        return False
    whom = words.words[end + 2]
    return (
        words.words[end - 1] in listed("body_heads")
        and whom[0].isupper()
        and not whom.isupper()
        and gazetteer().get(whom) is None
    )


def is_portfolio(words: Words, at: int) -> bool:
    """Whether a word is the field of a minister: `minister van Buitenlandse ZAKEN`."""
    fields = listed("portfolios")
    place = at
    while (
        at - place < LONGEST_NAME
        and place
        and (words.words[place] in fields or words.words[place] in listed("portfolio_links"))
    ):
        place -= 1
    if place == at and is_plain(words.words[at]):
        place -= 1  # a field that no list knows: `minister van RUIMTE Jan Smit`
    return (
        0 < place < at
        and words.words[place] in listed("portfolio_openers")
        and any(part in words.words[place - 1].lower() for part in ends("portfolio_holders"))
    )
