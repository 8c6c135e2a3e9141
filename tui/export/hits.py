"""What a search found, as text to read or as JSON objects."""

from __future__ import annotations

import json
from typing import NamedTuple

from tui.export.jsonl import escaped
from tui.text.safe import safe_line

BOLD, PLAIN = "\x1b[1m", "\x1b[22m"

Span = tuple[int, int]


class Hit(NamedTuple):
    """An article that fits: `hits` counts what was found in it, `spans` are those in `context`.

    `copies` are other articles that tell the same, and are not printed themselves.
    """

    path: str
    id: str
    title: str
    published: str | None
    site: str | None
    hits: int
    context: str | None
    spans: tuple[Span, ...]
    copies: int


def line(hit: Hit) -> str:
    """The hit as one line of JSON, without its line feed."""
    return escaped(json.dumps(hit._asdict(), ensure_ascii=False))


def render(hit: Hit, *, bold: bool = False) -> str:
    """The hit as lines of text; nothing in it steers a terminal, but for what makes hits `bold`."""
    about = [safe_line(hit.path)]
    if hit.hits:
        about.append(f"{hit.hits} hit{'' if hit.hits == 1 else 's'}")
    if hit.copies:
        about.append(f"{hit.copies} cop{'y' if hit.copies == 1 else 'ies'}")
    day = safe_line(hit.published or "")[:10]
    lines = [f"{day:<10}  {safe_line(hit.title)}", f"            {' · '.join(about)}"]
    if hit.context:
        lines.append(f"            {_shown(hit.context, hit.spans, bold)}")
    return "\n".join(lines) + "\n"


def _shown(text: str, spans: tuple[Span, ...], bold: bool) -> str:
    """A line with the hits in bold; spans are as long in what is safe as they were before."""
    text = safe_line(text)
    if not bold:
        return text
    for start, end in reversed(spans):
        text = f"{text[:start]}{BOLD}{text[start:end]}{PLAIN}{text[end:]}"
    return text
