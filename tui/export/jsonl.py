"""Articles as JSON objects in the shape of the extraction contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from tui.text.article import Article, to_contract
from tui.text.safe import UNSAFE


def line(article: Article) -> str:
    """The article as one line of JSON, without its line feed."""
    return _dump(article, indent=None)


def array(articles: Iterable[Article]) -> Iterator[str]:
    """The articles as one JSON array, piece by piece and ready to print."""
    opening = "["
    for article in articles:
        yield f"{opening}\n{_dump(article, indent=1)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _dump(article: Article, indent: int | None) -> str:
    text = json.dumps(to_contract(article), ensure_ascii=False, indent=indent)
    # What a terminal would obey, or what UTF-8 cannot hold, goes out as an escape of JSON.
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
