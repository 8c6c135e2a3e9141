"""Who an article is: what stays the same on a page with other teasers."""

from __future__ import annotations

import hashlib


def identity(title: str | None, body: str) -> str:
    """A hash of title and body."""
    text = f"{title or ''}\n\n{body}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
