"""`newsreader search` and `newsreader index`, as a user runs them."""

from __future__ import annotations

import json
import os
import re
from contextlib import closing
from pathlib import Path

import pytest

from tests.command import in_terminal, into_closed_pipe, objects, run, two_stories
from tests.store.samples import packed, page
from tui.commands import building
from tui.export.hits import BOLD, PLAIN, Hit, render
from tui.store.library import Library
from tui.store.views import Progress
from tui.text.safe import UNSAFE

DIJK = """Dijk bij Oostdijk hersteld

OOSTDIJK (ANP) - De dijk bij Oostdijk is na zes weken hersteld. Dat meldt het waterschap op 3 mei.

Het werk kostte 400.000 euro. De dijk kan weer vijftig jaar mee, zegt de beheerder.
"""
BRUG = """Brug over het kanaal open

ZEELAND (ANP) - De brug over het kanaal gaat om 11 uur weer open voor al het verkeer.
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories, of which one stands on two pages."""
    return two_stories(tmp_path, DIJK, BRUG, monkeypatch)


def found(*arguments: str | Path, cwd: Path | None = None) -> list[dict[str, object]]:
    return objects("search", *arguments, cwd=cwd)


def test_each_article_that_fits_is_printed_with_a_line_of_its_text(corpus: Path) -> None:
    code, out, err = run("search", "corpus", "brug kanaal", cwd=corpus.parent)
    assert (code, err) == (0, "")
    title, path, context = (text.strip() for text in out.splitlines())
    assert title == "Brug over het kanaal open"
    assert path == "corpus/zee/1.txt · 2 hits"
    assert "De brug over het kanaal gaat om 11 uur weer open" in context


def test_figures_and_claims_are_shown_in_their_sentence_as_words_are(corpus: Path) -> None:
    for query, words in {"kind:money": "400.000", "speaker:beheerder": "vijftig jaar"}.items():
        (hit,) = found(corpus, query)
        context, spans = str(hit["context"]), hit["spans"]
        assert isinstance(spans, list) and len(spans) == hit["hits"] == 1
        assert words in context[slice(*spans[0])]


def test_an_open_quotation_mark_is_told_with_its_place(corpus: Path) -> None:
    code, out, err = run("search", corpus, 'brug "het kanaal')
    assert (code, out) == (2, "") and "this quotation mark is not closed" in err
    assert err.splitlines()[2].index("^") == err.splitlines()[1].index('"')


def test_objects_have_what_was_found_and_where(corpus: Path) -> None:
    (hit,) = found("corpus/", "400000 euro", cwd=corpus.parent)
    assert list(hit) == [
        *("path", "id", "title", "published", "site", "hits", "context", "spans", "copies"),
    ]
    assert (hit["path"], hit["hits"], hit["copies"]) == ("corpus/9.txt", 2, 1)
    context = str(hit["context"])
    spans: list[list[int]] = hit["spans"]  # type: ignore[assignment]
    assert [context[start:end] for start, end in spans] == ["400.000", "euro"]
    ids = {json.loads(text)["id"] for text in run("extract", corpus / "9.txt")[1].splitlines()}
    assert {hit["id"]} == ids


def test_the_order_and_how_many_can_be_chosen(corpus: Path) -> None:
    assert [Path(str(hit["path"])).name for hit in found(corpus, "de")] == ["9.txt", "1.txt"]
    by_title = found(corpus, "de", "--sort", "title")
    assert [Path(str(hit["path"])).name for hit in by_title] == ["1.txt", "9.txt"]
    assert len(found(corpus, "de", "--limit", "1")) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "veel"])
def test_how_many_is_a_whole_number_above_0(corpus: Path, limit: str) -> None:
    code, out, err = run("search", corpus, "dijk", f"--limit={limit}")
    assert (code, out) == (2, "")
    assert "argument --limit: needs a whole number above 0" in err


def test_a_page_of_an_archive_is_named_as_when_it_is_extracted(corpus: Path) -> None:
    archive = corpus / "zee" / "oogst.warc.gz"
    archive.write_bytes(packed([page("https://a.nl/haven", b"<p>De vissers varen uit.</p>")]))
    (corpus.parent / "wijzer").symlink_to(corpus)
    (hit,) = found("wijzer", "vissers", cwd=corpus.parent)
    assert hit["path"] == "wijzer/zee/oogst.warc.gz!/a.nl/haven"
    told = run("extract", "wijzer/zee/oogst.warc.gz", cwd=corpus.parent)[1]
    assert json.loads(told)["path"] == hit["path"]


def test_a_query_may_begin_with_a_minus(corpus: Path) -> None:
    (hit,) = found(corpus, "--", "-dijk")
    assert hit["title"] == "Brug over het kanaal open"


def test_what_changed_since_is_found_too(corpus: Path) -> None:
    assert len(found(corpus, "brug")) == 1
    (corpus / "11.txt").write_text(BRUG.replace("brug", "sluis"))
    assert len(found(corpus, "sluis")) == 1


def test_what_is_marked_in_notes_elsewhere_is_found_with_them(corpus: Path) -> None:
    notes = corpus.parent / "mine.json"
    library = Library([corpus], notes=notes)
    library.ingest(lambda progress: None, lambda: False)
    library.toggle_bookmark("zee/1.txt", 0)
    library.close()
    marked = found("--notes", notes, corpus, "is:bookmarked")
    assert [hit["path"] for hit in marked] == [str(corpus / "zee" / "1.txt")]
    code, out, err = run("search", corpus, "is:bookmarked")
    assert (code, out) == (0, "") and "nothing fits" in err


def test_a_file_that_holds_no_notes_is_left_as_it_is(corpus: Path) -> None:
    code, out, err = run("search", "--notes", corpus / "9.txt", corpus, "dijk")
    assert (code, out) == (2, "") and "holds no notes" in err
    assert (corpus / "9.txt").read_text() == DIJK


def test_when_nothing_fits_that_is_no_fault(corpus: Path) -> None:
    code, out, err = run("search", corpus, "olifant")
    assert (code, out, err) == (0, "", "newsreader: nothing fits.\n")


def test_a_wrong_query_is_told_with_its_place_before_anything_is_read(corpus: Path) -> None:
    code, out, err = run("search", corpus / "weg", "dijk kind:geld")
    assert (code, out) == (2, "")
    told, query, marks = err.splitlines()
    assert 'no kind "geld"' in told
    assert query[len(marks) - len("kind:geld") :] == "kind:geld"
    assert marks.strip() == "^" * len("kind:geld")


def test_what_could_not_be_read_is_told_and_the_rest_is_found(corpus: Path) -> None:
    (corpus / "bits.txt").write_bytes(bytes(range(32)) * 50)
    code, out, err = run("search", corpus, corpus / "weg", "dijk")
    assert code == 1
    assert "Dijk bij Oostdijk hersteld" in out
    assert f"{corpus}/weg: no such file or folder" in err
    assert "newsreader: bits.txt: this is no text" in err


def test_of_many_pages_that_could_not_be_read_the_number_is_told(corpus: Path) -> None:
    for number in range(11):
        (corpus / f"bits{number}.txt").write_bytes(bytes(range(32)) * 50)
    code, _, err = run("search", corpus, "dijk")
    assert code == 1
    assert err.splitlines() == [
        "newsreader: 11 pages could not be read; `newsreader index` names each of them."
    ]


@pytest.mark.parametrize("name", ["weg", "bits.txt"])
def test_where_nothing_could_be_read_it_is_not_said_that_nothing_fits(
    corpus: Path, name: str
) -> None:
    (corpus / "bits.txt").write_bytes(bytes(range(32)) * 50)
    code, out, err = run("search", corpus / name, "dijk")
    assert (code, out) == (1, "")
    (told,) = err.splitlines()
    assert name in told and "nothing fits" not in told


@pytest.mark.parametrize("arguments", [["search", "-", "dijk"], ["index", "-"]])
def test_standard_input_is_no_corpus(corpus: Path, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "standard input (-) can only be extracted" in err


def test_what_another_program_still_reads_in_is_not_called_done(corpus: Path) -> None:
    with closing(Library([corpus], cache=corpus.parent / "cache" / "newsreader")) as library:
        library.ingest(cancelled=lambda: True)
        for code, _, err in (run("index", corpus), run("search", corpus, "dijk")):
            assert code == 1
            assert "another newsreader" in err


def test_an_index_is_built_ahead_and_what_came_of_it_is_told(corpus: Path) -> None:
    (corpus / "bits.txt").write_bytes(bytes(range(32)) * 50)
    code, out, err = run("index", corpus)
    assert code == 1
    assert re.fullmatch(
        r"3 articles, 1 page could not be read, \d+ s, \d+\.\d MB in .*\.sqlite\n", out
    )
    (failure,) = err.splitlines()
    assert failure.startswith("newsreader: bits.txt: ")
    (corpus / "bits.txt").unlink()
    code, out, err = run("index", corpus)
    assert (code, err) == (0, "")
    assert out.startswith("3 articles, ")


def test_nothing_that_steers_a_terminal_gets_out(corpus: Path) -> None:
    name = os.fsencode(corpus) + b"/\x1b]0;weg\x07\xe2\x80\xae"
    Path(os.fsdecode(name + b".txt")).write_text(f"Kop \x1b[31m\n\n{DIJK}\x9b\u202e sluis")
    Path(os.fsdecode(name + b"bits.txt")).write_bytes(bytes(range(32)) * 50)
    for arguments in (["search", "sluis"], ["search", "sluis", "--format", "jsonl"], ["index"]):
        command, *rest = arguments
        code, out, err = run(command, corpus, *rest)
        assert code == 1
        assert not UNSAFE.search(out.replace("\n", ""))
        assert not UNSAFE.search(err.replace("\n", ""))
    assert not UNSAFE.search(run("search", corpus, "\x1b[31m kind:\x9b")[2].replace("\n", ""))


def test_on_a_terminal_hits_are_bold_and_how_far_it_is_is_told(corpus: Path) -> None:
    told = in_terminal("search", corpus, "kanaal")
    assert "reading" in told
    assert f"{BOLD}kanaal{PLAIN}" in told
    assert told.index("reading") < told.index("\r\x1b[K") < told.index("Brug over")


def test_a_closed_pipe_ends_it_quietly(corpus: Path) -> None:
    for number in range(300):
        (corpus / f"{number}.txt").write_text(DIJK.replace("Oostdijk", f"Dorp {number}"))
    run("index", corpus)
    assert into_closed_pipe("search", corpus, "dijk") == (0, "")


def test_how_far_it_is_is_told_in_a_line() -> None:
    assert building.line(Progress("looking")) == "looking for files"
    told = building.line(Progress("reading", 12400, 100000, 210.4, 423))
    assert told == f"reading {'━' * 2}{'─' * 18} 12.400 of 100.000 · 210/s · 7 min 3 s left"


@pytest.mark.parametrize(
    "seconds, told", [(0.2, "0 s"), (59.6, "1 min 0 s"), (3600, "1 h 0 min"), (3.4, "3 s")]
)
def test_times_are_told_as_one_says_them(seconds: float, told: str) -> None:
    assert building.span(seconds) == told


def test_a_hit_is_marked_where_it_stands() -> None:
    hit = Hit(
        "a.txt", "x", "Kop", "2024-05-02T10:00", "nos.nl", 2, "een dijk, een dijk", ((4, 8),), 0
    )
    assert render(hit).splitlines() == [
        "2024-05-02  Kop",
        "            a.txt · 2 hits",
        "            een dijk, een dijk",
    ]
    assert f"een {BOLD}dijk{PLAIN}, een dijk" in render(hit, bold=True)
