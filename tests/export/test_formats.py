from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.export import jsonl, text
from tui.text.article import (
    Actor,
    Article,
    Claim,
    Dateline,
    Figure,
    Mention,
    to_contract,
)
from tui.text.safe import UNSAFE

BODY = "Zeker 2500 kippen zijn geruimd, zegt Van Dam. Het kost 1,5 miljoen euro."
ARTICLE = Article(
    path="regio/kippen.txt",
    id="9f0c",
    title="Kippen geruimd",
    dateline=Dateline(("OOSTDIJK",), ("ANP",)),
    published="2024-05-04",
    published_from="meta",
    language="nl",
    body=BODY,
    pieces=(),
    related=(),
    figures=(
        Figure(
            6, 10, "2500", 2500, None, None, "count", "at least", "kippen", "2500 kippen", None, 0
        ),
        Figure(
            55,
            66,
            "1,5 miljoen",
            1.5e6,
            None,
            None,
            "money",
            None,
            "euro",
            "1,5 miljoen euro",
            "EUR",
        ),
        Figure(0, 0, "8 en 13", None, 8, 13, "count", None, "schepen", "8 en 13 schepen", None),
        Figure(0, 0, "tientallen", None, 10, None, "vague", None, None, "tientallen", None),
    ),
    actors=(Actor("Van Dam", "person", "wethouder", False, (Mention(37, 44, "Van Dam"),)),),
    claims=(
        Claim(
            0, 30, BODY[:30], "Van Dam", "Van Dam", "De Bode", "zegt", "indirect", "asserted", (0,)
        ),
    ),
    dates=(),
)


def test_the_text_of_an_article_reads_like_this() -> None:
    assert text.render(ARTICLE) == (
        """\
Kippen geruimd
regio/kippen.txt, 2024-05-04

Zeker 2500 kippen zijn geruimd, zegt Van Dam. Het kost 1,5 miljoen euro.

Figures:
  2500 kippen: at least 2500, Van Dam
  1,5 miljoen euro: 1500000 EUR, the article itself
  8 en 13 schepen: 8 to 13, the article itself
  tientallen: 10 or more, the article itself

Actors:
  Van Dam, wethouder (person), named 1 time

Claims:
  Van Dam via De Bode, asserted: Zeker 2500 kippen zijn geruimd
"""
    )


def test_a_page_without_an_article_says_so_in_text() -> None:
    bare = replace(ARTICLE, title=None, published=None, body="", figures=(), actors=(), claims=())
    assert text.render(bare) == "(no headline)\nregio/kippen.txt\n\n(no article on this page)\n"


def plain(article: Article) -> object:
    """The contract with lists for tuples, as JSON has it."""
    return json.loads(json.dumps(to_contract(article)))


def test_a_line_of_json_is_the_contract_and_readable_dutch() -> None:
    article = replace(ARTICLE, title="Eén kip")
    line = jsonl.line(article)
    assert json.loads(line) == plain(article)
    assert "Eén kip" in line
    assert "\n" not in line


def test_the_array_holds_every_article() -> None:
    for count in range(4):
        made = "".join(jsonl.array(ARTICLE for _ in range(count)))
        assert json.loads(made) == [plain(ARTICLE)] * count
        assert made.endswith("]\n")


@given(
    st.text(st.characters(exclude_categories=[]) | st.sampled_from("\x1b\x7f\x9b\u202e\ud800\n"))
)
def test_no_format_lets_a_control_character_out(dirty: str) -> None:
    article = replace(ARTICLE, title=dirty, path=dirty, body=dirty)
    line = jsonl.line(article)
    assert not UNSAFE.search(line)
    assert json.loads(line)["body"] == dirty
    line.encode("utf-8")
    joiner = "\u200d"  # between two emoji, where it is harmless
    assert not UNSAFE.search(text.render(article).replace(joiner, ""))
    text.render(article).encode("utf-8")
