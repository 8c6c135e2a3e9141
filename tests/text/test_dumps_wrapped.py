"""Dumps that were wrapped at a column: their paragraphs are put together again."""

from __future__ import annotations

import textwrap

import pytest
from dump_pages import LAST, LEAD, NEXT, STORY, TITLE, page, titles

from tui.text.page import dump


def wrapped(text: str, width: int = 72, margin: str = "", first: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=margin + first, subsequent_indent=margin)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_paragraphs_parted_by_blank_lines_are_one_paragraph_each(width: int) -> None:
    article = page(TITLE, *(wrapped(text, width) for text in (LEAD, NEXT, LAST)))
    assert (article.title, article.body) == (TITLE, STORY)


def test_wrapped_paragraphs_parted_by_an_indent_are_one_paragraph_each() -> None:
    text = "\n".join(wrapped(text, first="   ") for text in (LEAD, NEXT, LAST))
    article = page(TITLE, text)
    assert (article.title, article.body) == (TITLE, STORY)


def test_a_margin_before_every_line_is_no_part_of_a_paragraph() -> None:
    text = "\n\n".join(wrapped(text, margin="  ") for text in (TITLE, LEAD, NEXT, LAST))
    article = page(text)
    assert (article.title, article.body) == (TITLE, STORY)
    assert all(article.body[p.at : p.at + len(p.text)] == p.text for p in article.pieces if p.at)


def test_a_short_last_line_ends_a_paragraph_where_nothing_else_parts_them() -> None:
    text = "\n".join(wrapped(text) for text in (LEAD, NEXT, LAST))
    assert [len(line) < 60 for line in wrapped(LEAD).split("\n")][-1]
    article = page(TITLE, text)
    assert article.body.split("\n\n")[0] == LEAD


def test_a_wrapped_bullet_is_one_item_and_the_next_bullet_another() -> None:
    one = "- een kabel van 400 meter die de touwslager nog op de zolder had liggen"
    two = "- een nieuwe klos, want de oude was na de storm tot ver in het hout gespleten"
    lines = "\n".join(textwrap.fill(item, 60, subsequent_indent="  ") for item in (one, two))
    body = page(TITLE, wrapped(LEAD, 60), lines, wrapped(NEXT, 60)).body
    assert body.split("\n\n")[1:3] == [one, two]


def test_a_hyphen_at_the_end_of_a_line_is_left_as_it_is() -> None:
    text = (
        "DIJKHOVEN (ANP) - De veerpont bij Dijkhoven vaart sinds maandag weer,\n"
        "maar de kabel die in de nacht van zaterdag op zondag brak ligt nog op\n"
        "de bodem. De schipper haalt hem er met een kraan uit van het water-\n"
        "schap, dat daar dinsdag pas een duiker voor beschikbaar heeft."
    )
    assert "van het water- schap" in page(TITLE, text).body


def test_the_lines_of_a_poem_stay_lines() -> None:
    poem = [
        "De pont van kwart voor acht",
        "is vandaag veel lichter",
        "dan hij gisteren nog was.",
        "Hij heeft een fiets",
        "aan de overkant vergeten",
        "en vaart daarom wat schuin.",
    ]
    blocks = dump("\n".join([TITLE, LEAD, *poem])).blocks
    assert [block.text for block in blocks][2:] == poem


def test_paragraphs_on_one_line_each_are_not_joined_whatever_stands_below_them() -> None:
    lines = [TITLE, LEAD, NEXT, "Koe zwemt naar overkant", "gisteren", "Brug dicht", "vandaag 9:14"]
    assert len(dump("\n".join(lines)).blocks) == len(lines)


def test_teasers_below_a_wrapped_article_are_put_together_too() -> None:
    teaser = wrapped(
        "OUDDIJK - De brug blijft een week dicht. Fietsers mogen er wel over, auto's"
        " moeten omrijden door het dorp, waar nu een bord staat."
    )
    article = page(TITLE, *(wrapped(text) for text in (LEAD, NEXT, LAST)), "Lees ook:",
                   "Brug een week dicht", teaser, "2 dagen geleden")  # fmt: skip
    assert article.body == STORY
    assert titles(article) == ["Brug een week dicht"]
    assert "\n" not in (article.related[0].text or "")
