"""Which element of an HTML page holds the article: the one with the most running text."""

from __future__ import annotations

from bs4 import Tag

_PARAGRAPHS = ("p", "blockquote", "li", "h2", "h3")
_LEAST = 50
_AWAY = frozenset({"nav", "aside", "footer", "form", "figure"})
_NAMED = frozenset({"article", "main"})
_SHARES = (1.0, 0.5, 0.25)
"""How much of the text of a paragraph counts for its parent, and for the two above that."""


def main_element(root: Tag) -> Tag:
    """The element of the article, with its headline where they share a container.

    Each paragraph of some length that is not mostly links lends its length to the elements
    around it; from the best, the way goes up to a surrounding `article` or `main`.
    """
    scores: dict[int, float] = {}
    tags: dict[int, Tag] = {}
    for paragraph in root.find_all(_PARAGRAPHS):
        length = _running(paragraph)
        if length < _LEAST or any(tag.name in _AWAY for tag in paragraph.parents):
            continue
        holder = paragraph
        for share in _SHARES:
            if holder.parent is None or holder is root:
                break
            holder = holder.parent
            tags[id(holder)] = holder
            scores[id(holder)] = scores.get(id(holder), 0.0) + length * share
    if not scores:
        return root
    best = tags[max(scores, key=lambda key: scores[key])]
    return _widened(best, root)


def _running(tag: Tag) -> int:
    """The characters of an element outside its links."""
    if tag.name == "li" and tag.find(_PARAGRAPHS):
        return 0
    text = len(tag.get_text(strip=True))
    return text - sum(len(link.get_text(strip=True)) for link in tag.find_all("a")) * 2


def _widened(best: Tag, root: Tag) -> Tag:
    chain = [best, *best.parents]
    for tag in chain:
        if tag.name in _NAMED or tag.get("role") == "main":
            return tag
        if tag is root:
            break
    parent = best.parent
    if parent is not None and best is not root and best.find("h1") is None and parent.find("h1"):
        return parent
    return best
