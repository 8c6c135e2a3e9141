"""Names whose places another library tells, and what is said where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tui.text import spotting
from tui.text.guide import Guide
from tui.text.read import read
from tui.text.spotting import NoModel, spotter

PAGE = """De veerdienst stopt

De boot van rederij Zoutmeeuw vaart niet meer, zegt Ans Kuipers. Burgemeester Ella de Wit wil dat
de gemeente Westhaven helpt.
"""


class Pipeline:
    """Stands for a pipeline of spaCy that knows some names by heart."""

    def __init__(self, known: dict[str, str], parts: tuple[str, ...]) -> None:
        self._known = known
        self.pipe_names = parts
        self.enabled: list[str] = []

    def select_pipes(self, enable: list[str]) -> None:
        self.enabled = enable

    def __call__(self, text: str) -> Any:
        found = [
            SimpleNamespace(start_char=at, end_char=at + len(name), label_=label)
            for name, label in self._known.items()
            if (at := text.find(name)) >= 0
        ]
        return SimpleNamespace(ents=found)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    spotting._pipeline.cache_clear()
    yield
    spotting._pipeline.cache_clear()


def stand_in(
    monkeypatch: pytest.MonkeyPatch,
    known: dict[str, str],
    parts: tuple[str, ...] = ("tok2vec", "tagger", "ner"),
    installed: tuple[str, ...] = ("en_core_web_sm", "nl_core_news_sm"),
) -> Pipeline:
    pipeline = Pipeline(known, parts)

    def load(name: str) -> Pipeline:
        if name not in installed:
            raise OSError(f"[E050] Can't find model {name!r}")
        return pipeline

    library = ModuleType("spacy")
    library.load = load  # type: ignore[attr-defined]
    library.util = SimpleNamespace(  # type: ignore[attr-defined]
        get_installed_models=lambda: list(installed)
    )
    monkeypatch.setitem(sys.modules, "spacy", library)
    return pipeline


def test_names_stand_where_the_pipeline_says_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in(monkeypatch, {"rederij Zoutmeeuw": "ORG", "Ella de Wit": "PERSON"})
    article = read(PAGE.encode(), "veer.txt", Guide(names="spacy"))
    named = {actor.name: actor.type for actor in article.actors if not actor.described}
    assert named == {"Zoutmeeuw": "organisation", "Ella de Wit": "person"}
    for actor in article.actors:
        for mention in actor.mentions:
            assert article.body[mention.start : mention.end] == mention.text
    own = {actor.name for actor in read(PAGE.encode(), "veer.txt").actors}
    assert "Ans Kuipers" in own


def test_peoples_works_and_dates_are_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Ans Kuipers": "NORP", "Ella de Wit": "WORK_OF_ART", "boot": "DATE"})
    assert spotter("spacy")(PAGE) == []


def test_spans_come_in_order_and_without_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Wit": "PER", "Ella de Wit": "PER", "Ans Kuipers": "PER"})
    spans = spotter("spacy")(PAGE)
    assert [PAGE[start:end] for start, end in spans] == ["Ans Kuipers", "Ella de Wit"]


def test_only_the_parts_that_find_names_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = stand_in(monkeypatch, {})
    spotter("spacy")
    assert pipeline.enabled == ["tok2vec", "ner"]


def test_a_text_too_long_for_the_library_has_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Ans Kuipers": "PER"})
    assert spotter("spacy")("Ans Kuipers " * 80_000) == []


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("frog", "names can be found by `spacy`"),
        ("spacy:nl_own", "nl_own: spaCy cannot load it"),
    ],
)
def test_a_wrong_choice_is_told(monkeypatch: pytest.MonkeyPatch, choice: str, said: str) -> None:
    stand_in(monkeypatch, {})
    with pytest.raises(NoModel, match=said):
        spotter(choice)


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NoModel, match="spaCy is not installed"):
        spotter("spacy")


def test_a_missing_pipeline_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {}, installed=("en_core_web_sm",))
    with pytest.raises(NoModel, match="no pipeline for Dutch here"):
        spotter("spacy")


def test_a_pipeline_that_finds_no_names_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {}, parts=("tok2vec", "tagger"))
    with pytest.raises(NoModel, match="finds no names"):
        spotter("spacy")
