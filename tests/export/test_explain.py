"""`--explain` tells of all that was found which rule and which words gave each field."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tui import cli
from tui.export.explain import as_json, grounds, lines
from tui.text.article import Article
from tui.text.decode import decode
from tui.text.figures import explained, figures
from tui.text.read import read
from tui.text.sentences import sentences

TEXT = "De brug kost ruim 6,7 miljard dollar. Er kwamen tussen de 8 en 13 schepen."


def told(text: str) -> list[list[str]]:
    """The lines that explain the figures of a text."""
    return [lines(why) for _, why in explained(text, sentences(text), [])]


def test_each_field_is_told_with_its_rule_and_words() -> None:
    money, count = told(TEXT)
    assert money == [
        'value   digits "6,7", times "miljard"',
        'kind    currency word "dollar"',
        'unit    currency word "dollar"',
        'noun    the word behind the number "dollar"',
        'hedge   more than "ruim"',
    ]
    assert count == [
        'value   digits "8", other end of a range "13", digits "13"',
        'kind    noun "schepen"',
        'noun    the word behind the number "schepen"',
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Er zijn vier miljard een miljoen mieren.", 'times "miljard", added "een"'),
        ("Een derde van de huizen staat leeg.", 'part "derde"'),
        ("Een op de drie huizen staat leeg.", 'kind    so many out of so many "op"'),
        ("Honderden huizen staan leeg.", 'value   least reading "Honderden"'),
        ("De huren zijn verdubbeld.", 'kind    word of a multiple "verdubbeld"'),
        ("De boer (67) stopt.", 'kind    in brackets behind a name "("'),
        ("Een 19-jarige student won.", 'kind    compound with -jarig "19"'),
        ("Het duurt een dag of tien.", 'hedge   about "een dag of"'),
        ("Het aantal doden is opgelopen tot 21.", 'noun    a number of these "doden"'),
        ("Drie van de vijf boeren stoppen.", 'noun    the whole it is part of "boeren"'),
        ("Een ei kost 35 cent.", 'hundredths "cent"'),
        ("Het vriest -5 graden.", 'value   below nought "-", digits "5"'),
        ("De winst is 3 miljoen.", "kind    the sentence speaks of money"),
        ("Er kwamen 300 fans of meer.", 'hedge   at least "of meer"'),
        ("Het waren er drie en een half.", 'and a half "half"'),
        ("Het zijn er twee komma drie.", 'decimals "drie"'),
    ],
)
def test_a_rule_says_what_it_did(text: str, line: str) -> None:
    assert line in "\n".join(every for why in told(text) for every in why)


def test_explaining_changes_no_figure(corpus_texts: list[str]) -> None:
    for text in corpus_texts:
        spans = sentences(text)
        again = explained(text, spans, [])
        assert tuple(figure for figure, _ in again) == figures(text, spans, [])
        assert all({"value", "kind"} <= {reason.field for reason in why} for _, why in again)


@pytest.fixture
def corpus_texts() -> list[str]:
    """The texts of the sample corpus."""
    pages = sorted((Path(__file__).parents[2] / "corpus").rglob("*.txt"))
    return [decode(page.read_bytes()) for page in pages]


def test_the_reasons_of_an_article_stand_in_the_order_of_its_figures() -> None:
    article = read(f"Brug te duur\n\n{TEXT}\n".encode(), "brug.txt")
    why = grounds(article).figures
    assert [every[0].words for every in why] == ["6,7", "8"]
    assert as_json(why[0])["hedge"] == [{"rule": "more than", "words": "ruim"}]


SPOKEN = (
    "Volgens minister Sietske Postma kost de brug 40 miljoen euro.\n\n"
    "Het bedrijf Zandstra Beton spreekt tegen dat het fouten maakte. Postma zei dat zij wacht."
)


def spoken() -> Article:
    return read(f"Brug te duur\n\nOOSTWOLDE (ANP) - {SPOKEN}\n".encode(), "brug.txt")


def test_each_actor_and_claim_has_its_reasons_in_the_order_of_the_article() -> None:
    article = spoken()
    why = grounds(article)
    assert [len(every) for every in why] == [
        *(len(article.figures), len(article.actors), len(article.claims)),
    ]
    assert len(article.claims) == 3 and len(article.actors) >= 2
    fields = [{reason.field for reason in every} for every in why.claims]
    assert all({"speaker", "cue", "stance", "form"} <= given for given in fields)
    assert all("type" in {reason.field for reason in every} for every in why.actors)


def test_a_claim_names_the_rule_and_its_words() -> None:
    first, second, third = (lines(every) for every in grounds(spoken()).claims)
    assert 'cue     attribution at the front "Volgens"' in first
    assert any(line.startswith("stance") and "spreekt tegen" in line for line in second)
    assert any(line.startswith("speaker") and '"Postma"' in line for line in third)


def test_what_is_not_found_again_has_no_reasons_and_shifts_no_others() -> None:
    article = spoken()
    strange = replace(article.claims[0], speaker="Iemand anders")
    unknown = replace(article.actors[0], name="Nergens genoemd")
    claims = grounds(replace(article, claims=(strange, *article.claims[1:]))).claims
    assert claims == [(), *grounds(article).claims[1:]]
    actors = grounds(replace(article, actors=(unknown, *article.actors[1:]))).actors
    assert actors == [(), *grounds(article).actors[1:]]


def test_the_command_prints_the_reasons_under_each_actor_and_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "brug.txt"
    page.write_text(f"Brug te duur\n\nOOSTWOLDE (ANP) - {SPOKEN}\n", "utf-8")
    assert cli.main(["extract", "--format", "text", "--explain", str(page)]) == 0
    out = capsys.readouterr().out.split("\nActors:\n")[1]
    named, said = out.split("\nClaims:\n")
    assert (
        "      type    " in named and '      cue     attribution at the front "Volgens"\n' in said
    )
    for form in ("jsonl", "json"):
        assert cli.main(["extract", "--explain", "--format", form, str(page)]) == 0
        printed = json.loads(capsys.readouterr().out)
        article = printed if form == "jsonl" else printed[0]
        assert all("type" in actor["explain"] for actor in article["actors"])
        assert article["claims"][0]["explain"]["cue"] == [
            {"rule": "attribution at the front", "words": "Volgens"}
        ]
    assert cli.main(["extract", str(page)]) == 0
    article = json.loads(capsys.readouterr().out)
    assert all("explain" not in one for one in (*article["actors"], *article["claims"]))


def test_the_command_prints_the_reasons_under_each_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "brug.txt"
    page.write_text(f"Brug te duur\n\n{TEXT}\n", "utf-8")
    assert cli.main(["extract", "--format", "text", "--explain", str(page)]) == 0
    out = capsys.readouterr().out
    assert '      value   digits "6,7", times "miljard"\n' in out
    assert cli.main(["extract", "--explain", str(page)]) == 0
    figure = json.loads(capsys.readouterr().out)["figures"][0]
    assert figure["explain"]["kind"] == [{"rule": "currency word", "words": "dollar"}]
    assert cli.main(["extract", str(page)]) == 0
    assert "explain" not in json.loads(capsys.readouterr().out)["figures"][0]
