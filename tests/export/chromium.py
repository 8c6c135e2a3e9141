"""A real browser, where there is one: what it shows of a page, and what it complains of."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)

_FRAMES = """<!DOCTYPE html><meta charset="utf-8"><body>{frames}<pre id="told"></pre><script>
addEventListener("load", () => {{
  const seen = [...document.querySelectorAll("iframe")].map(frame => {{
    const page = frame.contentDocument, root = page.documentElement, wide = root.clientWidth;
    const shown = [...page.body.querySelectorAll("*")].filter(each => each.checkVisibility());
    const box = each => each.getBoundingClientRect();
    return {{
      wide,
      reach: root.scrollWidth,
      outside: shown.filter(each => !each.closest("thead") && box(each).right > wide + 1)
        .map(each => each.outerHTML.slice(0, 80)),
      plots: shown.filter(each => each.matches("svg.plot"))
        .map(each => [box(each).width, box(each).height]),
      smallest: Math.min(...shown.filter(each => each.matches("svg text")).map(each =>
        parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a)),
      crowded: shown.filter(each => each.matches("svg .day")).filter(each => shown.some(other =>
        other !== each && other.matches("svg .day") && other.parentNode === each.parentNode
        && box(other).left < box(each).right && box(each).left < box(other).right
        && box(other).top < box(each).bottom && box(each).top < box(other).bottom))
        .map(each => each.textContent),
      faint: shown.filter(each => each.matches("td, th, h2, p, .tick")).filter(each => {{
        const look = getComputedStyle(each), paper = getComputedStyle(page.body).backgroundColor;
        return (each.matches(".tick") ? look.fill : look.color) === paper;
      }}).length,
      text: page.body.innerText,
    }};
  }});
  document.getElementById("told").textContent = JSON.stringify(seen);
}});
</script>"""


class Seen(NamedTuple):
    """What a browser showed of a page at each width, and the lines of its console."""

    frames: list[dict[str, Any]]
    console: list[str]


def look(page: Path, *widths: int) -> Seen:
    """Open a page at some widths, each in a frame of its own."""
    frame = '<iframe src="{}" style="border:0;width:{}px;height:800px"></iframe>'
    frames = "".join(frame.format(page.as_uri(), width) for width in widths)
    around = page.with_name(f"around-{page.name}")
    around.write_text(_FRAMES.format(frames=frames), "utf-8")
    done = subprocess.run(
        [
            *(
                str(BROWSER),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
            ),
            *("--allow-file-access-from-files", "--enable-logging=stderr", "--dump-dom"),
            *(f"--user-data-dir={page.parent / 'browser'}", around.as_uri()),
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    told = re.search(r'<pre id="told">(.+?)</pre>', done.stdout, re.DOTALL)
    assert told is not None, done.stderr
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return Seen(json.loads(unescape(told[1])), console)
