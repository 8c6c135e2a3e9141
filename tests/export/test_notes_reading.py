"""The forms of the notes that are for reading: tables, Markdown, and lines in a terminal."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.notes import (
    ACTOR,
    BODY,
    BOOKMARK,
    CLAIM,
    EVIDENCE,
    HIGHLIGHT,
    MANY,
    MARKS,
    NOTE,
    TEXTS,
)
from tui.export import notes_csv, notes_markdown, notes_plain, notes_text
from tui.export.notes import Now, whole
from tui.store.anchors import Selector
from tui.store.marked import Cited, Count, Mark, Turn
from tui.text.safe import UNSAFE, safe

NOW = {CLAIM.id: Now("CHANGED", "Zeker 3000 kippen"), NOTE.id: Now("ANCHORED")}


def table(*marks: Mark) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(notes_csv.dump(marks, NOW)), newline="")))


def markdown(*marks: Mark, own: str = "") -> str:
    return "".join(notes_markdown.dump(marks, NOW, own))


def parsed(text: str) -> list[Any]:
    """The tokens of Markdown as most programs read it, with tables and strokes through words."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def kinds(text: str) -> set[str]:
    return {token.type for token in parsed(text)}


def test_a_table_has_a_row_for_each_mark_with_all_that_is_known() -> None:
    rows = table(*MARKS)
    assert [row["kind"] for row in rows] == [mark.kind for mark in MARKS]
    claim = rows[3]
    told = {name: text for name, text in claim.items() if text and name != "record"}
    assert told == {
        "kind": "claim",
        "about": "passage",
        "created": "2024-05-05T10:03:00+00:00",
        "title": "Kippen geruimd",
        "site": "De Bode",
        "published": "2024-05-04",
        "url": "https://bode.example/kippen?p=1",
        "path": "regio/kip én ei.html",
        "hash": "9f0c",
        "quote": "Zeker 2500 kippen zijn geruimd",
        "state": "changed",
        "now": "Zeker 3000 kippen",
        "tags": "dieren/aantallen",
        "speaker": "Van Dam",
        "via": "De Bode",
        "stance": "asserted",
        "cue": "zegt",
        "figures": "at least 2500 kippen",
        "status": "disputed",
        "history": "2024-05-05 unverified; 2024-05-07 disputed: de provincie telt er 1800",
        "own": "no",
        "part": "body",
        "start": "0",
        "end": "30",
        "article": "a1",
        "id": CLAIM.id,
    }


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ('"=1', "'\"=1"),
        ("＝1+1", "'＝1+1"),
        ("\x1b=1", "\ufffd=1"),
        ("1500", "1500"),
        ("Kop - en staart", "Kop - en staart"),
        ("", ""),
    ],
)
def test_a_cell_is_nothing_that_a_spreadsheet_would_run(cell: str, shown: str) -> None:
    assert notes_csv.guarded(cell) == shown


@given(MANY)
def test_a_table_of_any_marks_has_their_rows_and_nothing_that_runs(marks: list[Mark]) -> None:
    text = "".join(notes_csv.dump(marks))
    assert not UNSAFE.search(text)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(marks)
    for row in rows:
        assert list(row) == list(notes_csv.COLUMNS)
        for cell in row.values():
            assert not cell.lstrip(" \"'")[:1].startswith(tuple("=+-@\t\n")) or cell[0] == "'"


def test_markdown_has_each_article_with_its_source_and_what_was_marked_in_it() -> None:
    assert (
        markdown(BOOKMARK, CLAIM, EVIDENCE)
        == f"""# Notes

## Kippen geruimd

*Kippen geruimd*, De Bode, 2024-05-04, <https://bode.example/kippen?p=1>, `regio/kip én ei.html`, \
file hash `9f0c`

### Claim, disputed, 2024-05-05

> Zeker 2500 kippen zijn geruimd

**changed**: it now reads “Zeker 3000 kippen”

- Who says it: Van Dam via De Bode, asserted (zegt)
- Accepted as it was suggested
- Figure: 2500 kippen (at least 2500)
- 2024-05-05 unverified
- 2024-05-07 disputed: de provincie telt er 1800

Against:

> In de stal zaten 1800 dieren.
>
> *Provincie telt na*, 2024-05-06, `provincie.txt`

Tags: dieren/aantallen

### Bookmark, 2024-05-05

> {BODY[:45]}

hier verder

## Provincie telt na

*Provincie telt na*, 2024-05-06, `provincie.txt`

### Evidence, 2024-05-07, by Anna

> In de stal zaten 1800 dieren.

Against Van Dam: “Zeker 2500 kippen zijn geruimd”
"""
    )


def test_the_corpus_comes_first_then_actors_then_articles_by_their_days() -> None:
    whole = NOTE._replace(id="9", about="corpus", path="", cited=Cited())
    text = markdown(NOTE, EVIDENCE, ACTOR, whole)
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        *("## The whole corpus", "## Van Dam (person)", "## Kippen geruimd"),
        "## Provincie telt na",
    ]


def test_where_the_page_was_another_one_the_source_is_told_again() -> None:
    later = HIGHLIGHT._replace(at=50, cited=NOTE.cited._replace(hash="aa11"))
    assert markdown(NOTE, later).count("file hash") == 2
    assert markdown(NOTE, HIGHLIGHT).count("file hash") == 1


def test_a_range_and_a_claim_that_is_not_there_are_told_in_words() -> None:
    assert CLAIM.claimed is not None
    figures = (Count("8 tot 13 schepen", low=8, high=13), Count("tientallen", low=10))
    claim = CLAIM._replace(claimed=CLAIM.claimed._replace(figures=figures, own=True))
    text = markdown(claim)
    assert "- Figure: 8 tot 13 schepen (8 to 13)\n- Figure: tientallen (10 or more)\n" in text
    assert "- Made or edited by hand" in text
    assert "Against a claim that is not among these notes" in markdown(EVIDENCE)


def test_own_notes_stay_markdown_and_those_of_others_are_plain_words() -> None:
    note = NOTE._replace(text="Een *sterk* [woord](https://x.example)")
    assert {"em_open", "link_open"} <= kinds(markdown(note))
    assert {"em_open", "link_open"} <= kinds(markdown(note._replace(by="Jan"), own="Jan"))
    theirs = markdown(note._replace(by="Anna", cited=Cited()), own="Jan")
    assert not {"em_open", "link_open"} & kinds(theirs)


STRANGE = st.one_of(
    TEXTS,
    st.text("#*_`[]()<>!&;~|\\-+=1.: ahtp/w\n", max_size=20),
    st.sampled_from(
        [
            *("# kop", "1. een", "12) x", "- x", "===", "---", "> x", "    code", "```\nx"),
            *("<b>x</b>", "<!-- x", "&lt;b&gt;", "![x](http://x)", "[x](javascript:1)"),
            *("<https://x.example>", "[x]: http://x", "| a | b |\n|---|---|", "a\n===\nb"),
            *("~~x~~", "__x__", "x  \ny", "`", "``x`"),
        ]
    ),
)


@given(STRANGE)
def test_words_from_outside_are_these_words_and_nothing_else(text: str) -> None:
    tokens = parsed(notes_plain.line(text))
    assert {token.type for token in tokens} <= {
        *("paragraph_open", "paragraph_close", "inline", "text", "text_special"),
    }
    shown = "".join(token.content for token in tokens if token.type.startswith("text"))
    assert shown == " ".join(safe(whole(text)).split())


@given(STRANGE)
def test_words_in_lines_are_these_words_and_nothing_else(text: str) -> None:
    tokens = parsed(notes_plain.lines(text))
    assert {token.type for token in tokens} <= {
        *("paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak"),
    }


@given(STRANGE, STRANGE, STRANGE)
def test_no_word_of_a_page_or_a_colleague_changes_what_markdown_is_made(
    one: str, other: str, third: str
) -> None:
    cited = Cited(one, other, third, one, other)
    claimed = CLAIM.claimed and CLAIM.claimed._replace(
        speaker=one, via=other, history=(Turn("denied", third, one),), figures=(Count(other),)
    )
    marks = [
        CLAIM._replace(cited=cited, claimed=claimed, tags=(one,), by="x", path=other, text=third),
        HIGHLIGHT._replace(selector=Selector(one, "", "", 0, 1), by=other or "x", text=one),
        ACTOR._replace(actor=f"{one}\n{other}", by="x", text=third, colour=one, created=other),
    ]
    text = "".join(notes_markdown.dump(marks, {CLAIM.id: Now("CHANGED", one)}, "Jan"))
    tokens = parsed(text)
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings.count("h1") == 1
    assert headings.count("h2") + headings.count("h3") == len(headings) - 1
    assert headings.count("h3") == 3
    allowed = {"em_open", "strong_open", "code_inline", "list_item_open", "blockquote_open"}
    forbidden = {"html_block", "html_inline", "image", "fence", "code_block", "hr", "table_open"}
    assert not (kinds(text) - allowed) & forbidden
    for token in tokens:
        if token.type == "link_open":
            assert token.info == "auto"
            assert token.attrs["href"].startswith(("http://", "https://"))
    assert not UNSAFE.search(text)


def test_a_path_with_backticks_is_still_code() -> None:
    for path in ("`", "a``b", "``", " x "):
        (code,) = [token for token in parsed(notes_plain.code(path)) if token.type == "code_inline"]
        assert code.content == path


def test_lines_tell_day_kind_words_and_state() -> None:
    assert notes_text.render(CLAIM, NOW[CLAIM.id]) == (
        '2024-05-05  claim     "Zeker 2500 kippen zijn geruimd"\n'
        "                      changed · disputed · Van Dam · Kippen geruimd"
        " · regio/kip én ei.html · #dieren/aantallen\n"
    )
    assert notes_text.render(ACTOR, Now("ANCHORED")) == (
        "2024-05-08  note      wethouder sinds 2022\n                      Van Dam\n"
    )


def test_evidence_is_told_with_its_claim() -> None:
    told = notes_text.render(EVIDENCE, Now(""), CLAIM).splitlines()[1]
    assert told.strip().startswith('against Van Dam: "Zeker 2500 kippen zijn geruimd" · Provincie')
    assert "against a claim that is not here" in notes_text.render(EVIDENCE, Now(""))


@given(MANY)
def test_lines_of_any_mark_are_safe_and_at_most_two(marks: list[Mark]) -> None:
    for mark in marks:
        told = notes_text.render(mark, Now("ORPHAN", mark.text), marks[0])
        assert not UNSAFE.search(told)
        assert told.count("\n") == 2


def test_a_claim_whose_words_changed_says_so_until_somebody_looked() -> None:
    assert CLAIM.claimed is not None
    stale = CLAIM._replace(claimed=CLAIM.claimed._replace(stale=True))
    assert "nobody has looked whether" in "".join(notes_markdown.dump([stale]))
    assert "nobody has looked whether" not in "".join(notes_markdown.dump([CLAIM]))
    (row,) = csv.DictReader(io.StringIO("".join(notes_csv.dump([stale])), newline=""))
    assert row["stale"] == "yes"
    assert "look at speaker and figures" in notes_text.render(stale, Now("ANCHORED"))


def test_the_page_is_cited_once_though_its_tags_know_less_of_it() -> None:
    tags = CLAIM._replace(
        id="t", kind="tags", about="article", selector=None, claimed=None, tags=("dieren",)
    )
    tags = tags._replace(cited=tags.cited._replace(hash="", url=""))
    text = "".join(notes_markdown.dump([tags, CLAIM]))
    assert text.count(CLAIM.cited.title) == 2 and text.count("file hash") == 1


def test_an_article_stands_once_whatever_its_page_was_called_when_it_was_marked() -> None:
    later = CLAIM._replace(id="l", path="nieuw.html")
    text = "".join(
        notes_markdown.dump([CLAIM, later], {CLAIM.id: Now("ANCHORED", path="nieuw.html")})
    )
    assert text.count("## Kippen geruimd") == 1
    assert text.count("nieuw.html") == 1 and CLAIM.path not in text
