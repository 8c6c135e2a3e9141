"""What a person decided about series of figures, as documents of the notes file."""

from __future__ import annotations

from typing import Any

from tui.store.anchors import Selector
from tui.store.documents import FigureAt, SeriesRuling

_ACTIONS = ("merge", "split", "rename", "settle", "date")
_MOST = 10_000
_LARGEST = 2**53


def ruling_document(ruling: SeriesRuling) -> dict[str, Any]:
    """The document of a decision."""
    figures = [
        {
            "article": figure.article_id,
            "path": figure.path,
            **({"quote": figure.selector._asdict()} if figure.selector else {}),
        }
        for figure in ruling.figures
    ]
    return {**ruling._asdict(), "figures": figures}


def series_ruling(document: Any) -> SeriesRuling | None:
    """The decision of a document; None for one that is not ours to read, which stays."""
    try:
        told = {name: document[name] for name in SeriesRuling._fields}
        figures = told["figures"]
        texts = (told["id"], told["text"], told["created"])
        if type(figures) is not list or not 0 < len(figures) <= _MOST:
            return None
        if told["action"] not in _ACTIONS or any(type(text) is not str for text in texts):
            return None
        return SeriesRuling(**{**told, "figures": tuple(map(_figure, figures))})
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _figure(document: Any) -> FigureAt:
    quote = document.get("quote")
    texts = [document["article"], document["path"]]
    selector = None
    if quote is not None:
        selector = Selector(**{name: quote[name] for name in Selector._fields})
        texts += selector[:3]
        places = (selector.start, selector.end)
        if any(type(at) is not int or not 0 <= at < _LARGEST for at in places):
            raise ValueError("no place")
    if any(type(text) is not str for text in texts):
        raise TypeError("no text")
    return FigureAt(texts[0], texts[1], selector)
