"""What somebody publishes, and whose it is: figures speak for the one who counted."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.text.lines import STOPS, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words
from tui.text.speakers import Speakers


def owner_of(speakers: Speakers, line: Line, first: int, stop: int) -> Speaker | None:
    """Whose figures a noun phrase speaks of, and else the phrase as it is printed."""
    lowers = line.lowers
    head = next(
        (at for at in range(first, min(stop, first + 8)) if _is_publication(lowers[at])),
        None,
    )
    if head is None:
        return speakers.at(line, first, stop)
    if not cue_words("speech", "caught").isdisjoint(lowers[first:head]):
        return _caught(speakers, line, first, head, stop)
    for at in range(head + 1, min(stop - 1, head + 8)):
        if lowers[at] in (",", "(") or lowers[at] in STOPS:
            break
        of = lowers[at] in cue_words("speech", "of")
        if of and (found := speakers.at(line, at + 1, stop)):
            return found
    near = speakers.mentions.first(line.starts[first], line.ends[head])
    if near and near[2].type != "place":  # `uit CBS-cijfers`, `uit Amerikaans onderzoek`
        return Speaker(
            near[2].name, speakers.text[near[0] : near[1]], near[0], near[1], "named", head + 1
        )
    text = line.told(first, head + 1)
    start, end = line.starts[first], line.ends[head]
    return Speaker(text, text, start, end, "as printed", head + 1)


def _caught(speakers: Speakers, line: Line, first: int, head: int, stop: int) -> Speaker:
    """`uit gekraakte berichten van EncroChat`: as printed, with what goes with the noun."""
    after = speakers.modifier(line, head + 1, stop) or head + 1
    while after < stop and after > head + 1 and line.texts[after][0].isupper():
        after += 1
    text, start = line.told(first, after), line.starts[first]
    return Speaker(text, text, start, line.ends[after - 1], "as printed", after)


def published_by(speakers: Speakers, line: Line, at: int, stop: int) -> Speaker | None:
    """Behind `volgens` the body whose figures these are: `een raming van verzekeraar Achmea`."""
    for place in range(at, min(stop, at + 5)):
        if _is_publication(line.lowers[place]):
            if line.lowers[place + 1] not in cue_words("small", "of"):
                return None
            found = speakers.at(line, place + 2, stop)
            return found if found and found.rule == "named" else None
        if line.lowers[place] in cue_words("small", "of"):
            return None
    return None


@cache
def _ends() -> tuple[str, ...]:
    return tuple(cue_words("speech", "ends"))


@lru_cache(maxsize=8192)
def _is_publication(word: str) -> bool:
    return word in cue_words("speech", "publications") or word.endswith(_ends())
