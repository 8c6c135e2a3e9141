"""The article on an HTML page: what its main element holds, less what its names give away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.text.article import Piece, Related
from tui.text.boilerplate import (
    Words,
    is_age,
    is_headline,
    is_prose,
    read_also,
    reason_of,
    words,
)  # fmt: skip
from tui.text.guide import block_key
from tui.text.page import Block, Page
from tui.text.pieces import (
    BODY,
    NOTHING_KNOWN,
    TITLE,
    Cleaned,
    Judged,
    Verdict,
    assemble,
    cut,
    untitled,
)  # fmt: skip

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BY_TAG = {
    "figcaption": "caption",
    "figure": "caption",
    "nav": "navigation",
    "button": "navigation",
    "form": "navigation",
    "select": "navigation",
    "label": "navigation",
    "footer": "footer",
    "dialog": "cookie-notice",
}
_BY_NAME = {
    "caption": r"caption|onderschrift|bijschrift|credits?|figure|photo|foto",
    "cookie-notice": r"cookies?|consent|gdpr|cmp",
    "share": r"share\w*|sharing|socials?|deel|delen|addthis",
    "newsletter": r"newsletter|nieuwsbrief|signup|subscribe|inschrijven|mailing",
    "comments": r"comments?|reacties?|reactions?|disqus|discussion",
    "advertisement": r"advertisement|advert|ads?|adslot|advertentie|sponsor|sponsored|partner",
    "login": r"paywall|login|account|premium-wall|register",
    "byline": r"byline|authors?|auteur|writer|meta|readtime|leestijd",
    "timestamp": r"date|datum|timestamp|published|pubdate|datetime|time|updated",
    "navigation": r"breadcrumbs?|kruimelpad|nav|navigation|navbar|menu|skip|skiplink|tags?|topics?"
    r"|tools|toolbar|kicker|rubriek|pagination|masthead|topbar|search|zoek",
    "teaser": r"related|gerelateerd|teasers?|recommended|recommendations?|aanbevolen|most-read"
    r"|mostread|most_read|meest-gelezen|populair|popular|trending|read-more|readmore|read-also|lees-ook|leesook"
    r"|meer-uit|more-from|latest|laatste-nieuws|net-binnen|promo|sidebar|widget|outbrain|taboola",
    "footer": r"footer|colofon|copyright|site-info",
}
"""The words by which web pages name their parts (English and Dutch), as parts of a class or id."""
_NAMES = {
    reason: re.compile(rf"(?:^|[-_])(?:{names})(?:$|[-_])") for reason, names in _BY_NAME.items()
}
_AREAS = frozenset({"teaser", "comments"})
_SMALL = frozenset({"byline", "timestamp", "navigation", "share"})
"""Parts that never hold a paragraph of running text: there the name is about something else."""
_AGE = re.compile(r"(?:^|[-_])(?:age|ago|time|tijd|date|datum)(?:$|[-_])")
_RANK = re.compile(r"\d{1,2}[.)]?(?: |$)")
_TITLE_SPLIT = re.compile(r"\s+[|•·»]\s+|\s+[-–—]\s+")
_LONG = 110


def clean_html(page: Page, vocabulary: Words, known: Mapping[int, str] = NOTHING_KNOWN) -> Cleaned:
    """The article on an HTML page; every character of the source is in a piece or white space.

    `known` blocks are page wherever they stand.
    """
    blocks = page.blocks
    known = {at: known[key] for at, key in _keys(blocks, known) if key in known}
    title_at, title = _headline(page, known)
    verdicts: list[Verdict] = []
    section: str | None = None
    last_prose = max((at for at, block in enumerate(blocks) if _is_story(block)), default=-1)
    for at, block in enumerate(blocks):
        heading = block.path[-1] in _HEADINGS
        opened = reason_of(block.text.rstrip(":"), vocabulary.section)
        named = _by_name(block)
        if (
            opened
            and (heading or len(block.text) < 60)
            and (not block.main or _opens(blocks, at, last_prose))
        ):
            section = "comments" if opened == "comments" else "teaser"
            verdict = cut(opened)
        else:
            if (heading and not opened and block.path[-1] in ("h1", "h2")) or (
                section and _is_story(block)
            ):
                section = None
            verdict = _verdict(block, named, section, vocabulary)
        if at == title_at:
            verdict, section = TITLE, None
        elif verdict is BODY and at in known:
            verdict = cut(known[at])
        elif verdict is BODY and title and _same(block.text, title):
            verdict = cut("repeated-headline")
        elif verdict is BODY and title_at is not None and at < title_at and not _is_story(block):
            verdict = cut("navigation")
        verdicts.append(verdict)
    _drop_hanging_headings(blocks, verdicts)
    cleaned = assemble(
        [
            Judged(block.start, block.end, block.text, verdict)
            for block, verdict in zip(blocks, verdicts, strict=True)
        ],
        _related(blocks, verdicts),
        title,
    )
    cleaned = replace(cleaned, pieces=_with_markup(page.source, cleaned.pieces))
    if not cleaned.body and cleaned.related:
        return untitled(cleaned)
    return replace(cleaned, published=page.meta.published, published_from=page.meta.published_from)


def _keys(blocks: tuple[Block, ...], known: Mapping[int, str]) -> Iterable[tuple[int, int]]:
    return ((at, block_key(block.text)) for at, block in enumerate(blocks)) if known else ()


def _with_markup(source: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with the markup between them, which nobody reads: its text is empty."""
    filled: list[Piece] = []
    at = 0
    for piece in pieces:
        filled += _markup(source, at, piece.start)
        filled.append(piece)
        at = max(at, piece.end)
    return (*filled, *_markup(source, at, len(source)))


def _markup(source: str, start: int, end: int) -> list[Piece]:
    stretch = source[start:end]
    if not stretch.strip():
        return []
    left = start + len(stretch) - len(stretch.lstrip())
    right = start + len(stretch.rstrip())
    return [Piece(left, right, "stripped", "", reason="markup")]


def _is_story(block: Block) -> bool:
    return (
        block.main
        and not block.hidden
        and len(block.text) >= _LONG
        and block.linked < 0.4
        and is_prose(block.text)
        and _by_name(block) is None
    )


def _opens(blocks: tuple[Block, ...], at: int, last_prose: int) -> bool:
    """Whether a section head inside the main element is the page's and not a subheading."""
    if at > last_prose:
        return True
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is None or following.linked > 0.5


def _verdict(block: Block, named: str | None, section: str | None, vocabulary: Words) -> Verdict:
    if block.hidden:
        return cut("hidden")
    line = reason_of(block.text, vocabulary.line)
    if is_age(block.text):
        return cut("teaser" if section or named == "teaser" or not block.main else "timestamp")
    if not block.main:
        return cut(
            _first_area(named, section) or line or reason_of(block.text, vocabulary.edge) or "page"
        )
    if named or section:
        return cut(_first_area(named, section) or "page")
    if line:
        return cut(line)
    if block.path[-1] == "time":
        return cut("timestamp")
    if "header" in block.path and not is_prose(block.text):
        return cut("navigation")
    if block.linked > 0.8 and len(block.text) < 200:
        return cut("read-also" if len(block.text.split()) > 3 else "navigation")
    return BODY


def _first_area(named: str | None, section: str | None) -> str | None:
    """An area (teasers, comments) tells more than a part in it such as a date or an author."""
    return (
        section
        if section and named not in ("navigation", "footer", "share", "newsletter")
        else named
    )


def _by_name(block: Block) -> str | None:
    """Why the elements around a block are not the article; areas count before smaller parts."""
    found: str | None = None
    for name in block.names:
        reason = next((reason for reason, pattern in _NAMES.items() if pattern.search(name)), None)
        if reason in _AREAS:
            return reason
        if reason in _SMALL and len(block.text) >= _LONG and is_prose(block.text):
            continue
        found = found or reason
    for tag in reversed(block.path):
        reason = _BY_TAG.get(tag)
        if reason:
            return found or reason
    if "aside" in block.path:
        return found or "teaser"
    if found is None and "header" in block.path and not block.main:
        return "navigation"
    return found


def _headline(page: Page, known: Mapping[int, str]) -> tuple[int | None, str | None]:
    """The index of the block with the headline, if any, and the headline."""
    meta = page.meta.title
    heads = [
        at for at, block in enumerate(page.blocks) if block.path[-1] == "h1" and at not in known
    ]
    if meta:
        heads.sort(key=lambda at: not _begins(meta, page.blocks[at].text))
    heads.sort(key=lambda at: not page.blocks[at].main)
    if heads and (
        page.blocks[heads[0]].main or not meta or _begins(meta, page.blocks[heads[0]].text)
    ):
        return heads[0], page.blocks[heads[0]].text
    if not meta:
        return None, None
    bare = _without_site(meta, page.meta.site)
    for at, block in enumerate(page.blocks):
        if _same(block.text, bare) and block.main:
            return at, block.text
    return None, bare


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site behind it: `Kop - Krant`, `Kop | Krant`."""
    parts = _TITLE_SPLIT.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    if (site and _same(last, site)) or (len(last.split()) <= 3 and len(parts[0].split()) >= 3):
        return title[: title.rindex(last)].rstrip(" |•·»-–—")
    return title


def _same(first: str, second: str) -> bool:
    return first.casefold().split() == second.casefold().split()


def _begins(title: str, text: str) -> bool:
    return title.casefold().startswith(text.casefold()) or text.casefold().startswith(
        title.casefold()
    )


def _drop_hanging_headings(blocks: tuple[Block, ...], verdicts: list[Verdict]) -> None:
    """A heading with nothing of the body below it before the next cut part belongs to that part."""
    following: Verdict | None = None
    for at in range(len(blocks) - 1, -1, -1):
        if verdicts[at] is BODY:
            if blocks[at].path[-1] in _HEADINGS and following is not BODY:
                later = verdicts[at + 1 :]
                if BODY not in later:
                    verdicts[at] = cut("section-head")
                    continue
            following = BODY
        elif verdicts[at].reason not in ("caption", "advertisement", "share", "newsletter"):
            following = verdicts[at]


def _related(blocks: tuple[Block, ...], verdicts: list[Verdict]) -> tuple[Related, ...]:
    """The teasers on a page: the parts of one list item or card are one teaser."""
    groups: list[tuple[object, list[Block]]] = []
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.reason not in ("teaser", "read-also") or not block.text:
            continue
        if reason_of(block.text.rstrip(":"), words().section):
            groups.append((object(), []))
            continue
        key = block.item
        if (groups and key is not None and groups[-1][0] == key) or (
            groups
            and key is None
            and groups[-1][0] is None
            and not _opens_card(groups[-1][1], block)
        ):
            groups[-1][1].append(block)
        else:
            groups.append((key, [block]))
    items = (_item(group) for _, group in groups if group)
    return tuple(item for item in items if item)


def _opens_card(card: list[Block], block: Block) -> bool:
    return block.path[-1] in _HEADINGS or (block.linked > 0.5 and bool(card))


def _item(group: list[Block]) -> Related | None:
    title: str | None = None
    text: list[str] = []
    age: str | None = None
    for block in group:
        if is_age(block.text) or (any(map(_AGE.search, block.names[:2])) and len(block.text) < 30):
            age = block.text
        elif block.path[-1] == "time" or _RANK.fullmatch(block.text):
            continue
        elif inline := read_also(block.text):
            title = inline
        elif reason_of(block.text, words().line):
            continue
        elif title is None and (
            block.linked > 0.3 or block.path[-1] in _HEADINGS or is_headline(block.text)
        ):
            title = block.text
        else:
            text.append(block.text)
    if title is None and not text:
        return None
    if title is not None and len(title.split()) < 2 and not text:
        return None
    return Related(title, " ".join(text) or None, age)
