"""Generated pages: a story with a page around it, in every shape that the corpus has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from random import Random
from typing import NamedTuple

from tests.bench.dutch import words
from tests.bench.stories import Story, age, teaser

BANNER = (
    "Webmail\n\nKies je webmail\n\n"
    "Omdat Kustnet naast Zilverpost een tweede webmail aanbiedt, vragen we welke van de twee je"
    " wilt.\n\n"
)


class Shape(NamedTuple):
    """A way in which a page was saved, on a site, and how many pages in a hundred are so.

    The name of a `dated` one tells its day.
    """

    site: str
    suffix: str
    dated: bool
    share: int
    draw: Callable[[Story, date, Random], str]


def webmail(story: Story, day: date, rng: Random) -> str:
    """A dump with a banner above it, its headline twice, and teasers below."""
    teasers = [teaser(rng) for _ in range(rng.randint(2, 5))]
    below = "\n".join(f"{title}\n\n{text}\n\n{age(rng)}" for title, text in teasers)
    body = "\n\n".join(_paragraphs(story))
    head = f"{BANNER}{story.title}\n\n{story.title}\n\n"
    return f"{head}{body}\n\nMeer uit {story.section}\n\n{below}"


def run_together(story: Story, day: date, rng: Random) -> str:
    """A dump without blank lines, each age glued to the next teaser."""
    teasers = "".join(f"{teaser(rng)[1]}\n{age(rng)}" for _ in range(rng.randint(2, 5)))
    lines = [story.title, *_paragraphs(story), f"Meer uit {story.section}", teasers]
    return "\n".join(lines)


def cut_off(story: Story, day: date, rng: Random) -> str:
    """A dump that ends somewhere in its teasers, or before them."""
    whole = run_together(story, day, rng)
    return whole[: int(len(whole) * rng.uniform(0.75, 0.97))]


def bare(story: Story, day: date, rng: Random) -> str:
    """The article alone, its day above it."""
    month = words().lists["months"][day.month - 1]
    paragraphs = "\n\n".join(_paragraphs(story, line=False))
    return f"{story.title}\n\n{day.day} {month} {day.year}\n\n{paragraphs}\n"


def named_site(story: Story, day: date, rng: Random) -> str:
    """A page whose elements say what they are, with a menu, a share bar and a footer."""
    return _page(
        story,
        day,
        "Grachtbode",
        '<header><a href="/">Grachtbode</a><nav><ul>'
        + _links("rubriek", ("Voorpagina", "Stad", "Land", "Wereld", "Geld", "Cultuur", "Weer"))
        + "</ul></nav></header>",
        '<main><article class="artikel"><h1>{title}</h1>'
        '<p class="kenmerk"><time datetime="{iso}">{iso}</time></p>{body}'
        '<ul class="delen"><li>Deel dit</li><li>Stuur door</li></ul></article>'
        '<aside class="meer"><h2>Meer over {section}</h2>{teasers}</aside></main>',
        '<footer><ul><li><a href="/over">Over ons</a></li><li><a href="/privacy">Privacy</a></li>'
        "</ul><p>© Grachtbode</p></footer>",
        rng,
    )


def plain_site(story: Story, day: date, rng: Random) -> str:
    """A page of nothing but divs, with a cookie notice and a list of what is read most."""
    return _page(
        story,
        day,
        "Radio Waterkant",
        '<div class="c1">Wij gebruiken cookies. <button>Akkoord</button></div><div class="c2">'
        + _links("r", ("Nieuws", "Gemist", "Luister live", "Verkeer", "Tip ons"))
        + "</div>",
        '<div class="c3"><h1>{title}</h1><div class="c4">{iso}</div><div class="c5">{body}</div>'
        '<div class="c6">Deel: <button>Mail</button></div></div><div class="c7"><h2>Meest gelezen'
        "</h2>{teasers}</div>",
        '<div class="c8"><a href="/contact">Contact</a> <a href="/werken">Werken bij</a></div>',
        rng,
    )


def blog(story: Story, day: date, rng: Random) -> str:
    """A page as a publishing system makes it, with comments under it."""
    return _page(
        story,
        day,
        "Polderpraat",
        '<div id="page"><header class="site-header"><p class="site-title">Polderpraat</p></header>',
        '<article class="post hentry"><h1 class="entry-title">{title}</h1>'
        '<div class="entry-meta">{iso} door Redactie</div><div class="entry-content">{body}</div>'
        '</article><div id="comments"><h2>2 reacties</h2><ol><li>Mooi stuk.</li><li>Eens.</li></ol>'
        '</div><section class="related"><h3>Lees ook</h3>{teasers}</section>',
        '<footer class="site-footer">Trots gemaakt in de polder</footer></div>',
        rng,
    )


SHAPES: tuple[Shape, ...] = (
    Shape("kustnet", "txt", True, 30, webmail),
    Shape("zilverpost", "txt", True, 20, run_together),
    Shape("havenwacht", "txt", False, 10, cut_off),
    Shape("notities", "txt", False, 15, bare),
    Shape("grachtbode", "html", False, 11, named_site),
    Shape("radio-waterkant", "html", False, 8, plain_site),
    Shape("polderpraat", "html", False, 6, blog),
)


def _paragraphs(story: Story, *, line: bool = True) -> list[str]:
    first, *others = story.paragraphs
    return [f"{story.place} ({story.agency}) - {first}" if line else first, *others]


def _links(folder: str, names: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/{folder}/{n}">{name}</a></li>' for n, name in enumerate(names))


def _page(
    story: Story, day: date, site: str, above: str, middle: str, below: str, rng: Random
) -> str:
    title = escape(story.title)
    body = "".join(
        f"<h2>{escape(text)}</h2>" if number in story.subheads else f"<p>{escape(text)}</p>\n"
        for number, text in enumerate(_paragraphs(story))
    )
    teasers = "".join(
        f'<div class="card"><a href="/{rng.randrange(10**6)}"><h3>{escape(head)}</h3></a>'
        f"<span>{age(rng)}</span></div>"
        for head, _ in (teaser(rng) for _ in range(rng.randint(2, 4)))
    )
    filled = middle.format(
        title=title, iso=day.isoformat(), body=body, section=story.section, teasers=teasers
    )
    return (
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title} - {site}'
        f'</title><meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{site}"><meta property="article:published_time"'
        f' content="{day.isoformat()}T12:00:00+01:00"><style>.c1{{margin:0}}</style></head>\n'
        f"<body>{above}\n{filled}\n{below}</body></html>\n"
    )
