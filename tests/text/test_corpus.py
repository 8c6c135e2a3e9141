"""Every sample page in corpus/ reads as its label in tests/gold says."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from gold import CORPUS, Label, f1, labels, tally_figures

from tui.store.files import walk
from tui.store.reading import article_of, read_file
from tui.text.read import read

LABELS = labels()
MARKED = [label for label in LABELS if "figures" in label.data]
every_page = pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)


def test_every_page_of_the_corpus_is_labelled() -> None:
    pages = {Path(source.path) for source in walk([CORPUS]).files}
    assert len(pages) >= 35
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
    article = article_of(read_file(str(label.page), label.data["path"]).article or "")
    assert article is not None
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


def test_what_is_right_of_a_figure_is_right_in_all_its_fields() -> None:
    fields: dict[str, list[bool]] = {"kind": [], "hedge": [], "noun": []}
    for label in MARKED:
        found = {
            (figure.start, figure.end): figure
            for figure in read(label.source, label.data["path"]).figures
        }
        for wanted in label.data["figures"]:
            figure = found.get((wanted["start"], wanted["end"]))
            if figure is None or wanted.get("optional"):
                continue
            fields["kind"].append(figure.kind == wanted["kind"])
            fields["hedge"].append(figure.hedge == wanted["hedge"])
            if wanted["kind"] == "count":
                fields["noun"].append(figure.noun == wanted["noun"])
    shares = {name: sum(right) / len(right) for name, right in fields.items()}
    assert min(len(right) for right in fields.values()) > 60
    assert min(shares.values()) >= 0.95, shares


def test_nine_in_ten_names_and_seven_in_ten_claims_are_right() -> None:
    names: list[bool] = []
    claims: list[bool] = []
    for label in MARKED:
        article = read(label.source, label.data["path"])
        typed = {(m.start, m.end): actor.type for actor in article.actors for m in actor.mentions}
        said = {claim.speaker for claim in article.claims}
        for actor in label.data["actors"]:
            if not actor.get("described") and not actor.get("optional"):
                types = {actor["type"], actor.get("type_alt")}
                names += [typed.get((m["start"], m["end"])) in types for m in actor["mentions"]]
        for wanted in label.data["claims"]:
            if not wanted.get("optional"):
                near = [c for c in article.claims if overlap(c.start, c.end, wanted) >= 0.5]
                claims.append(any(claim.speaker == wanted["speaker"] for claim in near))
        assert said
    assert len(names) > 100 and len(claims) > 80
    assert sum(names) / len(names) >= 0.9
    assert sum(claims) / len(claims) >= 0.7


def overlap(start: int, end: int, wanted: dict[str, int]) -> float:
    """The characters that two spans share, as a part of all that they cover."""
    shared = min(end, wanted["end"]) - max(start, wanted["start"])
    return max(0, shared) / (max(end, wanted["end"]) - min(start, wanted["start"]))
