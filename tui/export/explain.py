"""Why each figure of an article is what it is: the rules of the engine and the words they went by.

The figures are read once more from the body, with the rules noting what they do; so nothing of
this is kept in an article, and nothing is spent on it where nobody asks.
"""

from __future__ import annotations

from tui.text.article import Article
from tui.text.figures import explained
from tui.text.grounds import Reason
from tui.text.sentences import sentences

Reasons = tuple[Reason, ...]
_INDENT = 8


def reasons(article: Article) -> list[Reasons]:
    """For each figure of the article, in the same order, the reasons for its fields."""
    body = article.body
    again = explained(body, sentences(body), [(day.start, day.end) for day in article.dates])
    found = {(figure.start, figure.end): why for figure, why in again}
    return [found.get((figure.start, figure.end), ()) for figure in article.figures]


def lines(why: Reasons) -> list[str]:
    """One line a field: `value  digits "6,7", times "miljard"`."""
    return [
        f"{field:<{_INDENT}}" + ", ".join(_told(reason) for reason in every)
        for field, every in _by_field(why).items()
    ]


def as_json(why: Reasons) -> dict[str, list[dict[str, str]]]:
    """For each field the rules, each with the words it went by."""
    return {
        field: [{"rule": reason.rule, "words": reason.words} for reason in every]
        for field, every in _by_field(why).items()
    }


def _by_field(why: Reasons) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in why:
        found.setdefault(reason.field, []).append(reason)
    return found


def _told(reason: Reason) -> str:
    return f'{reason.rule} "{reason.words}"' if reason.words else reason.rule
