"""`newsreader ledger`, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from contextlib import closing
from pathlib import Path

import pytest

from tests.command import (
    in_terminal,
    into_closed_pipe,
    loaded_by,
    objects,
    run,
    two_stories,
)
from tests.store.stories import story
from tui.commands import ledger, ledger_telling
from tui.store.ledger import JSON_FIELDS, Page, rows
from tui.store.ledger_face import Gathering, Line, Sheet
from tui.store.ledger_order import placed
from tui.store.library import Library
from tui.store.series import gather
from tui.store.series_keys import keys
from tui.text.safe import UNSAFE

HAVEN = """Vissersboten gezonken bij Oostdijk

OOSTDIJK (ANP) - Bij Oostdijk zijn in de storm 40 vissersboten gezonken. Dat meldt de Kustwacht.

In de haven van Westdijk kwamen 12 caravans op de kade terecht.
"""
BURGEMEESTER = """Burgemeester telt meer gezonken boten

OOSTDIJK (ANP) - Volgens burgemeester Van Dam zijn bij Oostdijk zeker 55 vissersboten gezonken.
"""
SERIES = "vissersboten gezonken"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories that count the same boats, of which one stands on two pages."""
    return two_stories(tmp_path, HAVEN, BURGEMEESTER, monkeypatch)


def printed(*arguments: str | Path, cwd: Path | None = None) -> list[dict[str, object]]:
    return objects("ledger", *arguments, cwd=cwd)


def test_figures_about_the_same_thing_are_printed_as_one_series(corpus: Path) -> None:
    code, out, err = run("ledger", "corpus", cwd=corpus.parent)
    assert (code, err) == (0, "")
    name, counts, kustwacht, van_dam = out.splitlines()
    assert name.startswith(SERIES)
    assert counts.startswith("2 rows · 3 articles · 2 speakers · 40 – 55")
    assert re.split(" {2,}", kustwacht.strip()) == [
        *("40", "Kustwacht", "asserted", "no day"),
        "Vissersboten gezonken bij Oostdijk · corpus/10.txt (+1)",
    ]
    assert van_dam.startswith("  ≥ 55  Van Dam  ")
    assert van_dam.endswith("Burgemeester telt meer gezonken boten · corpus/zee/1.txt")


def test_objects_have_the_fields_of_a_row_and_lead_to_the_figure(corpus: Path) -> None:
    first, second = printed("corpus/", cwd=corpus.parent)
    assert list(first) == list(second) == list(JSON_FIELDS)
    assert [(row["value"], row["hedge"], row["speaker"]) for row in (first, second)] == [
        (40, None, "Kustwacht"),
        (55, "at least", "Van Dam"),
    ]
    article = json.loads(run("extract", str(second["path"]), cwd=corpus.parent)[1])
    assert (article["path"], article["id"]) == (second["path"], second["id"])
    assert article["body"][second["start"] : second["end"]] == "55"
    assert article["body"].startswith(str(second["sentence"]))


def test_rows_for_a_spreadsheet_have_the_same_fields(corpus: Path) -> None:
    code, out, err = run("ledger", corpus, "--format", "csv")
    assert (code, err) == (0, "")
    first, second = csv.DictReader(io.StringIO(out))
    assert tuple(first) == JSON_FIELDS
    assert (second["value"], second["low"], second["speaker"]) == ("55", "", "Van Dam")


def test_series_are_asked_for_by_the_beginnings_of_words(corpus: Path) -> None:
    assert len(printed(corpus, "--series", "Gezonk VISSERS")) == 2
    code, out, err = run("ledger", corpus, "--series", "kip\x1b[31m")
    assert (code, out) == (0, "")
    assert err == "newsreader: no series with kip\N{REPLACEMENT CHARACTER}[31m in its name.\n"


def test_what_a_person_decided_holds_here_too(corpus: Path) -> None:
    with closing(Library([corpus], cache=corpus.parent / "cache" / "newsreader")) as library:
        library.ingest()
        library.gather_series(lambda how: None, lambda: False)
        library.rename_series(library.book().lines[0].id, "boten van Oostdijk")
    assert {row["series"] for row in printed(corpus)} == {"boten van Oostdijk"}
    assert printed(corpus, "--notes", corpus.parent / "andere.json")[0]["series"] != (
        "boten van Oostdijk"
    )


def test_a_report_is_one_page_and_nothing_is_printed(corpus: Path) -> None:
    code, out, err = run("ledger", "corpus", "--report", "verslag.html", cwd=corpus.parent)
    assert (code, out, err) == (0, "", "newsreader: verslag.html: 1 series written.\n")
    page = (corpus.parent / "verslag.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    assert "zijn in de storm <mark>40</mark> vissersboten gezonken" in page
    assert page.count('<svg class="plot') == 2
    code, out, err = run("ledger", corpus, "--report", corpus.parent / "b.html", "--format", "csv")
    assert code == 0 and out.startswith("series,") and err.endswith("b.html: 1 series written.\n")


def test_a_file_that_is_there_is_only_replaced_by_force(corpus: Path) -> None:
    file = corpus.parent / "verslag.html"
    file.write_text("van mij")
    arguments = ["ledger", str(corpus), "--report", str(file)]
    code, out, err = run(*arguments)
    assert (code, out, file.read_text()) == (2, "", "van mij")
    assert err == f"newsreader: {file}: is there already. Name another file, or say --force.\n"
    assert run(*arguments, "--force")[0] == 0
    assert file.read_text().startswith("<!DOCTYPE html>")


def test_a_page_that_cannot_be_written_is_told(corpus: Path) -> None:
    code, out, err = run("ledger", corpus, "--report", corpus / "weg" / "verslag.html")
    assert (code, out) == (1, "")
    assert "verslag.html: not written: No such file or directory" in err


def test_where_there_is_no_series_no_page_is_written(corpus: Path) -> None:
    file = corpus.parent / "verslag.html"
    code, out, err = run("ledger", corpus / "9.txt", "--report", file)
    assert (code, out, err) == (0, "", "newsreader: no series. No page was written.\n")
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "PATH"),
        (["-"], "standard input (-) can only be extracted"),
        (["x", "--force"], "--force is for --report"),
        (["x", "--format", "html"], "invalid choice: 'html'"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], told: str) -> None:
    code, out, err = run("ledger", *arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_what_could_not_be_read_is_told_and_the_rest_is_printed(corpus: Path) -> None:
    (corpus / "bits.txt").write_bytes(bytes(range(32)) * 50)
    code, out, err = run("ledger", corpus, corpus / "weg")
    assert code == 1
    assert out.startswith(SERIES)
    assert f"{corpus}/weg: no such file or folder" in err
    assert "newsreader: bits.txt: this is no text" in err
    code, out, err = run("ledger", corpus / "weg")
    assert (code, out) == (1, "") and len(err.splitlines()) == 1


def test_help_has_an_example_and_loads_nothing_heavy() -> None:
    code, out, err = run("ledger", "--help")
    assert (code, err) == (0, "")
    assert "newsreader ledger archive/ --series" in out
    heavy = {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3", "platformdirs"}
    assert not loaded_by("ledger", "--help") & heavy


def test_nothing_that_steers_a_terminal_gets_out(corpus: Path) -> None:
    name = os.fsencode(corpus) + b"/\x1b]0;weg\x07\xe2\x80\xae\xff.txt"
    Path(os.fsdecode(name)).write_text(f"Kop \x1b[31m‮<script>\n\n{BURGEMEESTER}")
    file = corpus.parent / "verslag.html"
    for more in ([], ["--format", "jsonl"], ["--format", "csv"], ["--report", str(file)]):
        code, out, err = run("ledger", corpus, *more)
        assert code == 0
        assert not UNSAFE.search(out + err)
    assert not UNSAFE.search(file.read_text("utf-8"))


def test_on_a_terminal_the_table_fits_and_how_far_it_is_is_told(corpus: Path) -> None:
    screen = in_terminal("ledger", "corpus", columns=60, cwd=corpus.parent)
    progress, _, table = screen.rpartition("\x1b[K")
    assert "reading" in progress
    lines = table.splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[-1].startswith("    Burgemeester telt") and lines[-1].endswith("/zee/1.txt")


def test_a_closed_pipe_ends_it_quietly(corpus: Path) -> None:
    for number in range(30):
        told = HAVEN.replace("Oostdijk", f"Dorp{number}").replace("40", str(number + 41))
        (corpus / f"{number}.txt").write_text(told * 40)
    run("index", corpus)
    assert into_closed_pipe("ledger", corpus) == (0, "")


@pytest.mark.parametrize(
    ("figure", "reach"),
    [
        ("55", (55, 55)),
        ("zeker 55", (55, None)),
        ("hooguit 55", (None, 55)),
        ("bijna 100", (80, 100)),
        ("tussen 40 en 50", (40, 50)),
        ("tientallen", (10, None)),
    ],
)
def test_a_bar_reaches_as_far_as_range_and_hedge_and_no_further(
    figure: str, reach: tuple[float | None, float | None]
) -> None:
    article = story("Boten gezonken", f"Volgens Van Dam zijn {figure} vissersboten gezonken.")
    (series,) = gather(keys(article))
    page = Page(article.path, article.id, article.title, None, article.body, article.path)
    found = rows(series, {article.path: page})
    line = Line(series.id, series.name, 1, 1, 1, 0, None, None, "", ())
    told = ledger_telling.told(Sheet(line, placed(found), (), ()), {article.path: "map/a.txt"})
    (entry,) = told.entries
    assert (entry.least, entry.most) == reach
    assert entry.fields["path"] == "map/a.txt"
    assert f" {entry.number} " in f" {figure} "


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (Gathering("reading"), "reading figures"),
        (Gathering("gathering", 1200, 31_204), "gathering series · 1.200 of 31.204"),
    ],
)
def test_how_far_it_is_is_told_in_a_line(how: Gathering, told: str) -> None:
    assert ledger.line(how) == told


SPOKEN = {
    "2024-05-01-een.txt": """Zeker zestig schuren vernield in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 60 schuren vernield, zegt minister Hanneke Grootveld.
""",
    "2024-05-03-twee.txt": """Meer schuren vernield in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 90 schuren vernield, zegt Grootveld.
""",
    "drie.txt": """Schuren geteld in Oostdijk

OOSTDIJK (ANP) - In Oostdijk zijn 75 schuren vernield, zegt Grootveld. \
De familie Grootkerk telde 4 dode schapen, zegt Femke Grootkerk.
""",
}


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages of which a minister speaks, of two by her surname alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "spoken"
    folder.mkdir()
    for name, text in SPOKEN.items():
        (folder / name).write_text(text)
    return folder


def test_the_record_of_a_speaker_has_all_it_said_with_what_changed(spoken: Path) -> None:
    code, out, err = run("ledger", "spoken", "--speaker", "Grootveld", cwd=spoken.parent)
    assert (code, err) == (0, "")
    head, empty, name, _, *lines = out.splitlines()
    assert head == "Hanneke Grootveld · also Grootveld · 3 figures · 1 series"
    assert (empty, name) == ("", "schuren vernield Oostdijk")
    assert [re.split(" {2,}", each.strip())[:5] for each in lines] == [
        ["60", "Hanneke Grootveld", "asserted", "2024-05-01", "• first told"],
        ["90", "Grootveld (Hanneke Grootveld)", "asserted", "2024-05-03", "↑ raised"],
        ["75", "Grootveld (Hanneke Grootveld)", "asserted", "no day", "-"],
    ]


def test_the_rows_of_a_record_have_their_day_and_change_besides(spoken: Path) -> None:
    found = printed("spoken", "--speaker", "hanneke grootveld", cwd=spoken.parent)
    assert {tuple(row) for row in found} == {(*JSON_FIELDS, *ledger_telling.RECORD_FIELDS)}
    told = [
        (r["value"], r["speaker"], r["actor"], r["day"], r["basis"], r["change"]) for r in found
    ]
    name = "Hanneke Grootveld"
    assert told == [
        (60, name, name, "2024-05-01", "published", "first"),
        (90, "Grootveld", name, "2024-05-03", "published", "raised"),
        (75, "Grootveld", name, None, None, None),
    ]
    code, out, err = run(
        "ledger", "spoken", "--speaker", "Grootveld", "--format", "csv", cwd=spoken.parent
    )
    assert (code, err) == (0, "")
    assert [row["change"] for row in csv.DictReader(io.StringIO(out))] == ["first", "raised", ""]


def test_rows_of_one_actor_have_one_name_beside_that_of_the_article(spoken: Path) -> None:
    found = printed("spoken", "--series", "schuren", cwd=spoken.parent)
    assert {row["speaker"] for row in found} == {"Hanneke Grootveld", "Grootveld"}
    assert {row["actor"] for row in found} == {"Hanneke Grootveld"}
    code, out, _ = run("ledger", "spoken", "--series", "schuren", cwd=spoken.parent)
    assert code == 0 and " · 1 speaker · " in out.splitlines()[1]


def test_a_record_may_be_a_page_and_only_of_some_series(spoken: Path) -> None:
    where = spoken.parent
    code, out, err = run(
        "ledger", "spoken", "--speaker", "Grootveld", "--report", "r.html", cwd=where
    )
    assert (code, out) == (0, "") and "1 series written" in err
    page = (where / "r.html").read_text()
    assert "spoken · Hanneke Grootveld" in page and "↑ raised" in page
    code, out, err = run("ledger", "spoken", "--speaker", "Grootveld", "--series", "sch", cwd=where)
    assert (code, err) == (0, "") and "schuren" in out
    code, out, err = run(
        "ledger", "spoken", "--speaker", "Grootveld", "--series", "dijken", cwd=where
    )
    assert (code, out) == (0, "")
    assert (
        err == "newsreader: no figure of Hanneke Grootveld in a series with dijken in its name.\n"
    )


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("Niemand", 0, "newsreader: nobody is called Niemand in this corpus.\n"),
        ("groot", 2, "groot may be Femke Grootkerk, Hanneke Grootveld. Give one name in full."),
    ],
)
def test_a_name_that_nobody_has_or_several_could_have_is_told(
    spoken: Path, name: str, code: int, told: str
) -> None:
    found = run("ledger", "spoken", "--speaker", name, cwd=spoken.parent)
    assert found[:2] == (code, "") and told in found[2]


def test_the_beginning_of_a_name_is_enough_where_one_has_it(spoken: Path) -> None:
    code, out, err = run("ledger", "spoken", "--speaker", "hann", cwd=spoken.parent)
    assert (code, err) == (0, "") and out.startswith("Hanneke Grootveld · ")
