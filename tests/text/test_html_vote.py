"""trafilatura is asked where our own rules are in doubt, and never needed."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest
from webpage import CHROME, PARAGRAPHS, TEASER, TITLE, body_of, paragraphs

from tui.text import vote

CLEAR = f"{CHROME}<article><h1>{TITLE}</h1>{paragraphs()}</article>"
OTHER = "".join(f"<p>{TEASER} En dat is deel {at}.</p>" for at in range(6))
DOUBTFUL = f"{CHROME}<div class=een>{paragraphs()}</div><div class=twee>{OTHER}</div>"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that a stand-in for trafilatura was asked about; it votes for the story."""
    sources: list[str] = []

    def bare_extraction(source: str, **_options: object) -> SimpleNamespace:
        sources.append(source)
        return SimpleNamespace(text="\n".join(PARAGRAPHS))

    stand_in = ModuleType("trafilatura")
    stand_in.bare_extraction = bare_extraction  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "trafilatura", stand_in)
    return sources


def test_a_page_that_names_its_article_is_not_asked_about(asked: list[str]) -> None:
    assert body_of(CLEAR) == list(PARAGRAPHS)
    assert asked == []


def test_in_doubt_the_vote_decides(asked: list[str]) -> None:
    assert body_of(DOUBTFUL, "") == list(PARAGRAPHS)
    assert len(asked) == 1


def test_a_page_too_deep_for_it_is_not_asked_about(asked: list[str]) -> None:
    body_of(DOUBTFUL + "<div>" * 3000, "")
    assert asked == []


@pytest.mark.parametrize("failure", [ImportError, ValueError, RecursionError, MemoryError])
def test_without_it_the_rules_alone_give_an_article(
    failure: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare_extraction(*_arguments: object, **_options: object) -> None:
        raise failure

    stand_in = ModuleType("trafilatura")
    stand_in.bare_extraction = bare_extraction  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "trafilatura", stand_in)
    assert vote.votes_on(DOUBTFUL) is None
    assert body_of(DOUBTFUL, "")[0]


def test_where_it_is_not_installed_the_rules_alone_give_an_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert vote.votes_on(DOUBTFUL) is None
    assert body_of(CLEAR) == list(PARAGRAPHS)


def test_its_paragraphs_are_known_again_whatever_their_spaces_and_marks() -> None:
    votes = vote.votes_on(f"<html><body><article>{paragraphs()}</article></body></html>")
    assert votes is not None
    assert {vote.vote_key(f"  {text.replace(' ', '  ')} ") for text in PARAGRAPHS} <= votes
