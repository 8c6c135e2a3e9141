"""Every sample page in corpus/ reads as its label in tests/gold says."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from gold import CORPUS, Label, f1, labels, tally_figures

from tui.text.read import read

LABELS = labels()
MARKED = [label for label in LABELS if "figures" in label.data]
every_page = pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)


def test_every_page_of_the_corpus_is_labelled() -> None:
    pages = {path for path in CORPUS.rglob("*") if path.is_file() and path.name[0] != "."}
    pages = {path for path in pages if ".newsreader" not in path.parts}
    assert len(pages) >= 24
    assert {label.page for label in LABELS} == pages


@every_page
def test_the_headline_is_the_title(label: Label) -> None:
    assert read(label.source, label.data["path"]).title == label.data["title"]


@every_page
def test_the_body_is_the_article_and_nothing_else(label: Label) -> None:
    assert read(label.source, label.data["path"]).body == label.data["body"]


@every_page
def test_each_teaser_is_kept_under_related(label: Label) -> None:
    related = read(label.source, label.data["path"]).related
    assert [asdict(item) for item in related] == label.data["related"]


@every_page
def test_the_dateline_is_taken_apart(label: Label) -> None:
    dateline = read(label.source, label.data["path"]).dateline
    assert {
        "places": list(dateline.places),
        "agencies": list(dateline.agencies),
    } == label.data["dateline"]


@pytest.mark.parametrize(
    "label", [label for label in LABELS if label.data["published"]], ids=lambda label: label.name
)
def test_the_day_of_publication_is_that_of_the_page(label: Label) -> None:
    article = read(label.source, label.data["path"])
    wanted = (label.data["published"], label.data["published_from"])
    assert (article.published, article.published_from) == wanted


@pytest.mark.parametrize("label", MARKED, ids=lambda label: label.name)
def test_a_label_quotes_the_body_where_it_says_it_does(label: Label) -> None:
    body = label.data["body"]
    for figure in label.data["figures"]:
        assert body[figure["start"] : figure["end"]] == figure["text"]
    for actor in label.data["actors"]:
        assert all(body[m["start"] : m["end"]] == m["text"] for m in actor["mentions"])
    for claim in label.data["claims"]:
        assert body[claim["start"] : claim["end"]] == claim["text"]


def test_nine_in_ten_figures_of_the_labelled_pages_are_right() -> None:
    assert len(MARKED) >= 8
    tallies = [
        tally_figures(
            label.name,
            label.data["figures"],
            read(label.source, label.data["path"]).figures,
        )
        for label in MARKED
    ]
    score = f1(tallies)
    faults = [fault for tally in tallies for fault in tally.faults]
    assert score >= 0.9, f"F1 {score:.3f}\n" + "\n".join(faults)
