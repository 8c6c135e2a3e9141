"""A page without the page around it: title, body, what was stripped and why, what was related."""

from __future__ import annotations

from tui.text.dumps import clean_dump
from tui.text.page import Page
from tui.text.pieces import Cleaned


def clean(page: Page) -> Cleaned:
    """The article on a page, HTML or text dump."""
    if page.html:
        from tui.text.webpages import clean_html

        return clean_html(page)
    return clean_dump(page)
