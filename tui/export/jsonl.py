"""Articles as JSON objects in the shape of the extraction contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tui.text.article import Article, to_contract
from tui.text.safe import UNSAFE

Why = Callable[[Article], Mapping[str, Sequence[dict[str, Any]]]]
"""What gives for the figures, actors and claims of an article what explains each of them."""


def line(article: Article, why: Why | None = None) -> str:
    """The article as one line of JSON, without its line feed."""
    return _dump(article, why, indent=None)


def array(articles: Iterable[Article], why: Why | None = None) -> Iterator[str]:
    """The articles as one JSON array, piece by piece and ready to print."""
    opening = "["
    for article in articles:
        yield f"{opening}\n{_dump(article, why, indent=1)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _dump(article: Article, why: Why | None, indent: int | None) -> str:
    contract = to_contract(article)
    if why is not None:
        for part, explained in why(article).items():
            for found, reasons in zip(contract[part], explained, strict=True):
                found["explain"] = reasons
    return escaped(json.dumps(contract, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    """JSON in which what a terminal would obey, or what UTF-8 cannot hold, is an escape."""
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
