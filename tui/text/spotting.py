"""Where names stand in a text by the model of another library, for readers who have one.

That library is spaCy, with any pipeline for Dutch that finds names. It is no dependency of ours
and is loaded late: it takes longer to start than a whole corpus takes to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

LIBRARY = "spacy"
PIPELINES = ("nl_core_news_lg", "nl_core_news_md", "nl_core_news_sm")
"""The pipelines that spaCy publishes for Dutch, the most exact first."""
NAMES = frozenset(["PERSON", "PER", "ORG", "GPE", "LOC", "FAC"])
"""The labels of who can act and of where; works, events, peoples and dates are no actors."""
_FINDERS = ("ner", "entity_ruler", "span_ruler")
_SOURCES = ("tok2vec", "transformer")
_LONGEST = 900_000
"""spaCy refuses a text of a million characters or more."""

Span = tuple[int, int]


class NoModel(Exception):
    """There is no such model; the message says what to do."""


def spotter(choice: str) -> Callable[[str], list[Span]]:
    """What finds the spans of names in a text: `spacy`, or `spacy:` and a pipeline or its folder.

    The spans count code points, in order and without overlap. Raises NoModel.
    """
    pipeline = _pipeline(choice)

    def spans(text: str) -> list[Span]:
        if len(text) > _LONGEST:
            return []
        return _tidied((e.start_char, e.end_char) for e in pipeline(text).ents if e.label_ in NAMES)

    return spans


@cache
def _pipeline(choice: str) -> Any:
    library, _, name = choice.partition(":")
    if library != LIBRARY:
        raise NoModel(f"{choice!r}: names can be found by `{LIBRARY}` or `{LIBRARY}:PIPELINE`")
    try:
        spacy = import_module(LIBRARY)
    except ImportError as error:
        raise NoModel(f"spaCy is not installed ({error}): pip install spacy") from error
    name = name or next((one for one in PIPELINES if one in _installed(spacy)), "")
    if not name:
        raise NoModel(
            f"spaCy has no pipeline for Dutch here: python -m spacy download {PIPELINES[-1]}, "
            f"or name one of your own as {LIBRARY}:NAME"
        )
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise NoModel(f"{name}: spaCy cannot load it: {error}") from error
    if not any(part in pipeline.pipe_names for part in _FINDERS):
        raise NoModel(f"{name}: this pipeline finds no names (it has no part {_FINDERS[0]!r})")
    needed = {*_FINDERS, *_SOURCES}
    pipeline.select_pipes(enable=[part for part in pipeline.pipe_names if part in needed])
    return pipeline


def _installed(spacy: Any) -> list[str]:
    return list(spacy.util.get_installed_models())


def _tidied(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if end > start and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found
