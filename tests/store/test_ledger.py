"""The rows of a series: figure, speaker, evidence; copies of one story count once."""

from __future__ import annotations

import json

from tests.store.stories import story
from tui.store.ledger import JSON_FIELDS, LedgerRow, Page, row_key, rows, to_json
from tui.store.series import gather
from tui.store.series_keys import keys
from tui.text.article import Article

TITLE = "Noord-Koreaanse militairen aan de grens"
LEAD = "Volgens Seoul stuurde Noord-Korea 900 soldaten naar de grens."
OTHER = "Het Pentagon meldt dat er 1200 Noord-Koreaanse soldaten aan de grens zijn."


def page(article: Article, group: str = "", published: str | None = None) -> Page:
    return Page(
        article.path, article.id, article.title, published, article.body, group or article.path
    )


def ledger(*articles: Article, groups: dict[str, str] | None = None) -> tuple[LedgerRow, ...]:
    series = gather(key for article in articles for key in keys(article))[0]
    told = groups or {}
    return rows(series, {a.path: page(a, told.get(a.path, "")) for a in articles})


def test_a_row_has_the_figure_and_the_sentence_that_it_stands_in() -> None:
    article = story(TITLE, f"Het is rustig. {LEAD}")
    (row,) = ledger(article)
    assert (row.value, row.phrase, row.speaker) == (900, "900 soldaten", "Seoul")
    assert row.sentence == LEAD
    assert article.body[row.start : row.end] == "900"
    assert row.why


def test_a_row_in_json_has_the_fields_of_the_contract_in_their_order() -> None:
    (row,) = ledger(story(TITLE, LEAD))
    assert tuple(to_json(row)) == JSON_FIELDS
    assert json.loads(json.dumps(to_json(row)))["value"] == 900


def test_copies_of_one_story_are_one_row_that_names_the_others() -> None:
    one, two = story(TITLE, LEAD, "a.txt"), story(f"Nieuws: {TITLE}", LEAD, "b.txt")
    other = story(TITLE, OTHER, "c.txt")
    found = ledger(two, other, one, groups={"a.txt": "wire", "b.txt": "wire"})
    assert [(row.path, row.copies) for row in found] == [("a.txt", ("b.txt",)), ("c.txt", ())]


def test_the_same_figure_in_two_stories_is_two_rows() -> None:
    assert len(ledger(story(TITLE, LEAD, "a.txt"), story(TITLE, LEAD, "b.txt"))) == 2


def test_a_figure_said_twice_in_one_article_stands_twice() -> None:
    again = f"{LEAD} Het gaat om 900 soldaten, zegt Seoul."
    assert len(ledger(story(TITLE, again))) == 2


def test_of_copies_the_earliest_stands() -> None:
    one, two = story(TITLE, LEAD, "a.txt"), story(TITLE, LEAD, "b.txt")
    series = gather(key for article in (one, two) for key in keys(article))[0]
    pages = {"a.txt": page(one, "wire", "2024-05-02"), "b.txt": page(two, "wire", "2024-05-01")}
    assert [row.path for row in rows(series, pages)] == ["b.txt"]


def test_the_articles_own_voice_is_a_speaker_of_its_own() -> None:
    row = ledger(story(TITLE, "Noord-Korea stuurde 900 soldaten naar de grens."))[0]
    assert (row.speaker, row.who) == (None, "own voice: a.txt")


def test_a_part_names_the_row_of_its_whole() -> None:
    article = story(TITLE, f"{LEAD} Van hen zijn er 300 soldaten bij de brug.")
    found = gather(keys(article))
    every = [row for one in found for row in rows(one, {"a.txt": page(article)})]
    assert {row.phrase: row.part_of for row in every}["300 soldaten"] == row_key("a.txt", 0)


def test_articles_that_are_gone_give_no_rows() -> None:
    assert rows(gather(keys(story(TITLE, LEAD)))[0], {}) == ()
