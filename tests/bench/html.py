"""How fast an HTML page is read to its article, against trafilatura alone.

Run it from the checkout: python -m tests.bench.html [ROUNDS]. The pages are the HTML pages of the
corpus, each with as much around it as a real one has: scripts, styles, icons, a menu, teasers, a
footer; and each once more without any name on its elements, as from a site that nobody knows. Both
readers get the same decoded text in the same process, in turn; the clock counts processor time.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tui.text.clean import clean
from tui.text.decode import decode
from tui.text.html import page_of

CORPUS = Path(__file__).parents[2] / "corpus"
_NAMES = re.compile(r"\s(?:class|id|role|itemprop|aria-label)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_PARTS = re.compile(r"<(/?)(?:article|main|section|aside|header|footer|nav|figure|figcaption)\b")


def menu(name: str, count: int) -> str:
    """A list of links to sections."""
    links = "".join(
        f'<li class="{name}__item"><a href="/{name}/{n}">Rubriek {n}</a></li>' for n in range(count)
    )
    return f'<nav class="{name}"><ul>{links}</ul></nav>'


def cards(count: int) -> str:
    """Teasers for other articles, with a picture, a heading, a sentence and an age."""
    return '<div class="grid">' + "".join(
        f'<div class="card card--{n % 3}"><a href="/bericht/{n}"><img src="/i/{n}.jpg" alt="">'
        f"<h3>Bericht {n} over de haven van Oosthoek</h3></a><p>De havenmeester telde dit jaar {n}"
        f" schepen meer dan vorig jaar, meldt het dorp.</p><span>{n} uur geleden</span></div>"
        for n in range(2, count)
    ) + "</div>"  # fmt: skip


def dressed(source: str) -> str:
    """A page with a real page's weight around its own."""
    script = "<script>window.state=" + '{"a":[1,2,3],"b":"<p>nep</p>"},' * 700 + "0</script>"
    style = "<style>" + ".kaart--{margin:0 auto;padding:1px}" * 300 + "</style>"
    icon = '<svg viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>' * 30
    opened = re.sub(r"(<body\b[^>]*>)", rf"\1{icon}{menu('menu', 60)}", source, count=1, flags=re.I)
    below = cards(40) + menu("voet", 40) + script
    return re.sub(r"</head>", f"{style}{script}</head>", opened, count=1, flags=re.I).replace(
        "</body>", f"{below}</body>"
    )


def anonymous(source: str) -> str:
    """A page whose elements no longer say what they are."""
    return _PARTS.sub(r"<\1div", _NAMES.sub("", source))


def seconds(read: Callable[[str], object], pages: list[str]) -> float:
    """The processor time that reading the pages takes."""
    start = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - start


def main(rounds: int) -> None:
    """Prints pages a second for both, and the ratio."""
    from trafilatura import extract

    logging.disable(logging.CRITICAL)
    found = [decode(path.read_bytes()) for path in sorted(CORPUS.rglob("*.html"))]
    for label, pages in (
        ("named", [dressed(page) for page in found]),
        ("unknown", [anonymous(dressed(page)) for page in found]),
    ):
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(rounds + 1):
            theirs.append(
                seconds(lambda page: extract(page, fast=True, include_comments=False), pages)
            )
            ours.append(seconds(lambda page: clean(page_of(page)), pages))
        mine, other = median(ours[1:]), median(theirs[1:])
        size = sum(map(len, pages)) // len(pages) // 1000
        print(
            f"{label:8} {len(pages)} pages of {size} kB: {len(pages) / mine:6.1f} a second,"
            f" trafilatura alone {len(pages) / other:6.1f}, ratio {other / mine:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
