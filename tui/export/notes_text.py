"""Marks as lines to look over in a terminal."""

from __future__ import annotations

from tui.export.notes import Now
from tui.store.marked import Mark
from tui.text.safe import safe_line

_INDENT, _LONGEST = 22, 200


def render(mark: Mark, now: Now, claim: Mark | None = None) -> str:
    """Two lines: the day, the kind and the words, then all that is told about them.

    `claim` is what evidence is for or against, where that is known.
    """
    words = mark.selector.exact if mark.selector else mark.text
    quoted = f'"{_short(words)}"' if mark.selector else _short(words)
    claimed = mark.claimed
    about = [now.word if now.state != "ANCHORED" else "", claimed.status if claimed else ""]
    about += ["words changed, look at speaker and figures" if claimed and claimed.stale else ""]
    about += [f"{mark.side or 'for'} {_named(claim)}" if mark.of else ""]
    about += [claimed.speaker if claimed else "", _short(mark.text) if mark.selector else ""]
    about += [mark.actor.partition("\n")[2], mark.cited.title, now.path or mark.path]
    about += [f"#{tag}" for tag in mark.tags]
    about += [f"by {mark.by}" if mark.by else ""]
    told = " · ".join(safe_line(text) for text in about if text.strip())
    head = f"{safe_line(mark.created)[:10]:<10}  {mark.kind:<9} {quoted}".rstrip()
    return f"{head}\n{' ' * _INDENT}{told}\n" if told else f"{head}\n"


def _named(claim: Mark | None) -> str:
    if claim is None or claim.selector is None:
        return "a claim that is not here"
    speaker = f"{claim.claimed.speaker}: " if claim.claimed and claim.claimed.speaker else ""
    return f'{speaker}"{_short(claim.selector.exact)}"'


def _short(text: str) -> str:
    line = " ".join(safe_line(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
