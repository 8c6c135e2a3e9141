"""Words from outside as Markdown that says just these words.

No picture, no HTML and no link is made of them, but what a program takes for an address itself.
"""

from __future__ import annotations

import re

from tui.export.notes import whole
from tui.store.marked import Cited
from tui.text.safe import safe, safe_line

_SIGNS = re.compile(r"[\\`*_\[\]<>~|]|&(?=[#a-z])", re.IGNORECASE)
"""What makes emphasis, code, links, HTML, quotes, tables and signs by their names."""
_OPENS = re.compile(r"(#|[-+=](?=[\s=-]|$))|(\d+)(?=[.)])")
"""What makes a line a heading, an item of a list, or that of the line before."""
_LINK = re.compile(r"https?://[!-;=?-\[\]-~]+")
_TICKS = re.compile("`+")


def line(text: str) -> str:
    """Words in one line."""
    bare = " ".join(safe_line(whole(text)).split())
    shown = _SIGNS.sub(lambda sign: f"\\{sign.group()}", bare)
    opens = _OPENS.match(shown)
    if opens is None:
        return shown
    at = opens.end() if opens[2] else 0  # `12\.` but `\#`
    return f"{shown[:at]}\\{shown[at:]}"


def lines(text: str) -> str:
    """Words in lines as they stand."""
    return "\n".join(map(line, safe(whole(text)).split("\n")))


def quote(text: str) -> str:
    """Words as a quotation of their own."""
    return "\n".join(f"> {each}".rstrip() for each in lines(text).split("\n"))


def inline(text: str) -> str:
    """Words as a quotation in a line."""
    return f"“{line(text)}”"


def code(text: str) -> str:
    """Words as they are, between more backticks than are in them."""
    shown = safe_line(whole(text))
    ticks = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    pad = " " if shown[:1] in ("`", " ") or shown[-1:] in ("`", " ") else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}" if shown.strip() else ""


def citation(cited: Cited, path: str) -> str:
    """The source of a mark: headline, site, day, address, path and hash of the file."""
    url = f"<{cited.url}>" if _LINK.fullmatch(cited.url) else line(cited.url)
    parts = [f"*{line(cited.title)}*" if line(cited.title) else "", line(cited.site)]
    parts += [line(cited.published[:10]), url, code(path)]
    parts += [f"file hash {code(cited.hash)}" if cited.hash.strip() else ""]
    return ", ".join(filter(None, parts))
