"""A page without the page around it: title, body, what was stripped and why, what was related."""

from __future__ import annotations

from collections.abc import Mapping

from tui.text.boilerplate import words
from tui.text.dumps import clean_dump
from tui.text.guide import Rule
from tui.text.page import Page
from tui.text.pieces import NOTHING_KNOWN, Cleaned


def clean(
    page: Page, rules: tuple[Rule, ...] = (), known: Mapping[int, str] = NOTHING_KNOWN
) -> Cleaned:
    """The article on a page, HTML or text dump.

    `rules` are a reader's own; `known` holds, by key, blocks that are page wherever they stand,
    with the reason they are cut for.
    """
    vocabulary = words(rules) if rules else words()
    if page.html:
        from tui.text.webpages import clean_html

        return clean_html(page, vocabulary, known)
    return clean_dump(page, vocabulary, known)
