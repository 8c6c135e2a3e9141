"""The whole way from the bytes of a page to an `Article`."""

from __future__ import annotations

from tui.text.article import Article


def read(data: bytes, path: str) -> Article:
    """Read a saved page."""
    raise NotImplementedError
