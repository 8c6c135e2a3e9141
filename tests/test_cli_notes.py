"""`newsreader notes`, as a user runs it: what was marked goes out, and comes in elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.command import run
from tests.test_cli_search import BRUG, DIJK
from tui.store.library import Library
from tui.store.marked import Claimed, Mark, Target, Turn

SAID = "De dijk kan weer vijftig jaar mee"
COSTS = "Het werk kostte 400.000 euro."


@pytest.fixture(autouse=True)
def somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user with folders of their own, whose name is set."""
    for name in ("CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    named("Jan", tmp_path)


def named(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "newsreader"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(f'name = "{name}"\n')


def pages(folder: Path) -> Path:
    folder.mkdir()
    (folder / "dijk.txt").write_text(DIJK)
    (folder / "brug.txt").write_text(BRUG)
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The same pages, with nothing marked."""
    return pages(tmp_path / "empty")


@contextmanager
def opened(corpus: Path) -> Iterator[Library]:
    with closing(Library([corpus], workers=0)) as library:
        library.ingest(lambda progress: None, lambda: False)
        yield library


def mark(library: Library, words: str, kind: str, **told: object) -> Mark:
    body = library.article("dijk.txt").body
    start = body.index(words)
    target = Target("passage", "dijk.txt", start, start + len(words))
    return library.make(target, kind, **told)  # type: ignore[arg-type]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two pages with a bookmark, a tagged highlight, a note, a claim and evidence."""
    folder = pages(tmp_path / "corpus")
    with opened(folder) as library:
        library.toggle_bookmark("brug.txt", 0)
        mark(library, COSTS, "highlight", tags=["geld/dijken"], colour="yellow")
        library.make(Target("article", "brug.txt"), "note", text="=1+1\n\nBellen met *Van Dam*")
        claimed = Claimed(
            "de beheerder", stance="asserted", history=(Turn("denied", "2024-05-04"),)
        )
        claim = mark(library, SAID, "claim", claimed=claimed)
        mark(library, COSTS, "evidence", of=claim.id, side="against")
        library.colour_tag("geld", "red")
    return folder


def exported(corpus: Path, *arguments: str) -> str:
    code, out, err = run("notes", corpus, "export", *arguments)
    assert (code, err) == (0, "")
    return out


@pytest.mark.parametrize("form", ["jsonld", "jsonl"])
def test_notes_that_are_taken_elsewhere_go_out_from_there_the_same(
    corpus: Path, empty: Path, tmp_path: Path, form: str
) -> None:
    before = exported(corpus, "--format", form)
    (tmp_path / "jan").write_text(before)
    assert run("notes", empty, "import", tmp_path / "jan") == (
        *(0, f"{tmp_path / 'jan'}: 5 added, 0 there already\n", ""),
    )
    assert exported(empty, "--format", form) == before
    again = run("notes", empty, "import", tmp_path / "jan")
    assert again[:2] == (0, f"{tmp_path / 'jan'}: 0 added, 5 there already\n")
    assert exported(empty, "--format", form) == before


def test_an_import_is_one_step_with_its_marks_and_its_colours(corpus: Path, empty: Path) -> None:
    with opened(corpus) as library:
        library.colour_tag("geld/dijken", "blue")
    assert run("notes", empty, "import", "-", stdin=exported(corpus).encode())[0] == 0
    with opened(empty) as library:
        assert {tag.name: tag.colour for tag in library.tags()} == {
            **{"geld": "red", "geld/dijken": "blue"},
        }
        assert library.undo() == "5 marks taken in"
        assert not library.every_mark() and not library.tags()
        assert library.undo() is None
        assert library.redo() == "5 marks taken in" and len(library.tags()) == 2


def test_a_colour_of_ones_own_stays_and_one_that_is_missing_comes(
    corpus: Path, empty: Path
) -> None:
    with opened(empty) as library:
        library.colour_tag("geld", "green")
        library.colour_tag("geld/dijken", "")
    with opened(corpus) as library:
        library.colour_tag("geld/dijken", "blue")
    assert run("notes", empty, "import", "-", stdin=exported(corpus).encode())[0] == 0
    with opened(empty) as library:
        assert [(tag.name, tag.colour) for tag in library.tags()] == [
            *(("geld", "green"), ("geld/dijken", "blue")),
        ]


def test_the_notes_of_a_colleague_are_theirs_and_go_on_under_their_name(
    corpus: Path, empty: Path, tmp_path: Path
) -> None:
    (tmp_path / "jan.jsonld").write_text(exported(corpus))
    named("Anna", tmp_path)
    assert run("notes", empty, "import", tmp_path / "jan.jsonld")[0] == 0
    with opened(empty) as library:
        assert {placed.mark.by for placed in library.every_mark()} == {"Jan"}
    assert exported(empty) == (tmp_path / "jan.jsonld").read_text()


def test_marks_changed_on_both_sides_stand_beside_each_other(corpus: Path, tmp_path: Path) -> None:
    lines = exported(corpus, "--format", "jsonl").splitlines()
    (line,) = (line for line in lines if "Van Dam" in line)
    file = tmp_path / "anna.jsonl"
    file.write_text(line.replace("Bellen", "Mailen").replace('"Jan"', '"Anna"'))
    code, out, err = run("notes", corpus, "import", file)
    assert (code, err) == (0, "")
    assert (
        out
        == f"{file}: 0 added, 0 there already, 1 changed on both sides: theirs kept beside yours\n"
    )
    with opened(corpus) as library:
        notes = {placed.mark.by: placed.mark.text for placed in library.every_mark()}
    assert notes["Anna"] == "=1+1\n\nMailen met *Van Dam*"


def test_it_can_be_said_whose_notes_they_are(corpus: Path, empty: Path) -> None:
    text = exported(corpus).encode()
    assert run("notes", empty, "import", "-", "--by", "Piet", stdin=text)[0] == 0
    with opened(empty) as library:
        assert {placed.mark.by for placed in library.every_mark()} == {"Piet"}


def test_what_is_no_good_is_named_and_the_rest_comes_in(
    corpus: Path, empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "half.jsonl"
    file.write_text(
        exported(corpus, "--format", "jsonl").replace('"kind": "note"', '"kind": "bomb"')
    )
    code, out, err = run("notes", empty, "import", file, tmp_path / "none.jsonl")
    assert (code, out) == (1, f"{file}: 4 added, 0 there already\n")
    assert f"{file}: line 4: kind: not as a mark has it" in err
    assert "none.jsonl: No such file" in err


def test_a_path_that_leads_out_of_the_corpus_is_words_and_is_never_opened(
    corpus: Path, empty: Path
) -> None:
    outside = empty.parent / "buiten.txt"
    outside.write_text(DIJK)
    text = exported(corpus, "--kind", "claim").replace("dijk.txt", "../buiten.txt")
    (empty / "dijk.txt").unlink()
    assert run("notes", empty, "import", "-", stdin=text.encode())[0] == 0
    with opened(empty) as library:
        ((path, key, state),) = {
            (placed.mark.path, placed.key, placed.state) for placed in library.every_mark()
        }
    assert (path, key, state) == ("../buiten.txt", None, "ORPHAN")


def test_of_very_many_things_that_are_no_good_some_are_named(empty: Path) -> None:
    code, _, err = run("notes", empty, "import", "-", stdin=b'{"schema": "newsreader.x/1"}\n' * 50)
    assert code == 1
    assert len(err.splitlines()) == 21
    assert "and 30 more" in err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"[[[[", b"\x1b]0;x\x07"])
def test_a_file_that_is_no_export_says_so_in_safe_words(empty: Path, content: bytes) -> None:
    code, out, err = run("notes", empty, "import", "-", stdin=content)
    assert code == 1
    assert "no JSON" in err or "no UTF-8" in err
    assert "\x1b" not in out + err


def test_marks_are_listed_with_what_became_of_them(corpus: Path) -> None:
    (corpus / "dijk.txt").write_text(DIJK.replace("400.000 euro", "900.000 euro"))
    code, out, err = run("notes", corpus)
    assert (code, err) == (0, "")
    told = out.splitlines()
    assert len(told) == 10
    assert [line.split('"')[1] for line in told if line[12:21] == "claim    "] == [SAID]
    assert [
        line[12:21].strip()
        for line, about in zip(told[::2], told[1::2], strict=True)
        if "changed" in about
    ] == ["evidence", "highlight"]
    assert "denied · de beheerder" in out


def test_only_one_kind_or_a_tag_with_those_below_it(corpus: Path) -> None:
    claims = exported(corpus, "--kind", "claim", "--format", "jsonl").splitlines()
    assert [json.loads(line).get("kind") for line in claims] == [None, "claim"]  # a tag, a claim
    tagged = exported(corpus, "--tag", "geld", "--format", "csv")
    assert [row["kind"] for row in csv.DictReader(io.StringIO(tagged))] == ["highlight", "tag"]


@pytest.mark.parametrize(
    "arguments, kinds",
    [
        (["--status", "denied"], ["claim"]),
        (["--status", "confirmed"], []),
        (["--speaker", "BEHEERDER"], ["claim"]),
        (["--article", "brug.txt"], ["bookmark", "note"]),
        (["--article", "oostdijk HERSTELD"], ["claim", "evidence", "highlight"]),
        (["--state", "changed"], ["evidence", "highlight"]),
        (["--state", "anchored", "--kind", "claim"], ["claim"]),
        (["--text", "van dam"], ["note"]),
        (["--text", '"weer vijftig jaar" -status:confirmed'], ["claim"]),
        (["--text", "is:changed -kind:evidence"], ["highlight"]),
        (["--tag", "geld", "--state", "changed", "--text", "euro"], ["highlight"]),
    ],
)
def test_marks_are_listed_by_all_that_the_notebook_filters_by(
    corpus: Path, arguments: list[str], kinds: list[str]
) -> None:
    (corpus / "dijk.txt").write_text(DIJK.replace("400.000 euro", "900.000 euro"))
    code, out, err = run("notes", corpus, "list", *arguments)
    assert (code, err) == (0, "" if kinds else "newsreader: no marks.\n")
    assert sorted(line[12:21].strip() for line in out.splitlines()[::2]) == kinds


def test_an_export_takes_the_same_part_with_the_colours_of_its_tags(
    corpus: Path, empty: Path
) -> None:
    (corpus / "dijk.txt").write_text(DIJK.replace("400.000 euro", "900.000 euro"))
    part = exported(corpus, "--state", "changed", "--kind", "highlight")
    assert run("notes", empty, "import", "-", stdin=part.encode())[0] == 0
    with opened(empty) as library:
        assert [placed.mark.kind for placed in library.every_mark()] == ["highlight"]
        assert {tag.name: tag.colour for tag in library.tags()}["geld"] == "red"
    spoken = exported(corpus, "--speaker", "beheerder", "--format", "jsonl")
    assert [json.loads(line).get("kind") for line in spoken.splitlines()] == [None, "claim"]


def test_words_that_ask_for_what_there_is_not_are_told(corpus: Path) -> None:
    code, out, err = run("notes", corpus, "list", "--text", "staat:weg")
    assert (code, out) == (2, "")
    assert "--text: no field staat: there are tag, status" in err


def test_a_table_and_markdown_say_what_a_changed_page_says_now(corpus: Path) -> None:
    (corpus / "dijk.txt").write_text(DIJK.replace("400.000 euro", "900.000 euro"))
    rows = list(csv.DictReader(io.StringIO(exported(corpus, "--format", "csv"))))
    (row,) = (row for row in rows if row["kind"] == "highlight")
    assert (row["state"], row["now"]) == ("changed", COSTS.replace("400", "900"))
    assert (row["by"], row["title"]) == ("Jan", "Dijk bij Oostdijk hersteld")
    (note,) = (row for row in rows if row["kind"] == "note")
    assert note["text"].startswith("'=1+1")
    text = exported(corpus, "--format", "markdown")
    assert f"**changed**: it now reads “{COSTS.replace('400', '900')}”" in text
    assert "Bellen met *Van Dam*" in text


def test_a_file_is_written_whole_and_never_over_another(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "out" / "story.md"
    file.parent.mkdir()
    asked = ("notes", corpus, "export", "--format", "markdown", "--output", file)
    code, out, err = run(*asked)
    assert (code, out) == (0, "")
    assert "5 marks written" in err
    written = file.read_text()
    assert "# Notes" in written
    code, out, err = run(*asked)
    assert (code, out) == (2, "")
    assert "there already" in err
    assert run(*asked, "--force", "--kind", "note")[0] == 0
    assert file.read_text() != written
    assert os.listdir(file.parent) == ["story.md"]


def test_where_nothing_can_be_written_it_says_so(corpus: Path, tmp_path: Path) -> None:
    code, _, err = run("notes", corpus, "export", "--output", tmp_path / "none" / "x.jsonld")
    assert code == 1
    assert "not written: No such file or directory" in err


def test_sound_notes_are_told_to_be_sound(corpus: Path) -> None:
    code, out, err = run("notes", corpus, "check")
    assert (code, err) == (0, "")
    assert out.endswith("sound\n")


def test_a_corpus_without_notes_is_sound_and_stays_without(empty: Path) -> None:
    code, out, _ = run("notes", empty, "check")
    assert code == 0
    assert "no notes yet" in out
    assert not (empty / ".newsreader").exists()


def test_damage_is_told_and_only_looked_at_if_that_is_asked(corpus: Path) -> None:
    file = corpus / ".newsreader" / "notes.json"
    damaged = file.read_bytes()[:-40]
    file.write_bytes(damaged)
    code, out, _ = run("notes", corpus, "check", "--dry-run")
    assert code == 1
    assert "repairable" in out
    assert "nothing was written" in out
    assert file.read_bytes() == damaged
    code, out, _ = run("notes", corpus, "check")
    assert code == 1
    assert "putting right 1 thing" in out
    assert "It is kept as" in out
    assert run("notes", corpus, "check")[0] == 0


@pytest.mark.parametrize("action", [["list"], ["export"], ["import", "-"], ["check"]])
def test_a_file_that_is_no_notebook_is_left_as_it_is(empty: Path, action: list[str]) -> None:
    page = empty / "dijk.txt"
    code, out, err = run("notes", empty, *action, "--notes", page)
    assert code == (1 if action == ["check"] else 2)
    assert "holds no notes" in err or "nothing is left to make it from" in out
    assert page.read_text() == DIJK
    assert sorted(os.listdir(empty)) == ["brug.txt", "dijk.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["x", "export", "y"],
        ["x", "import"],
        ["x", "list", "--format", "csv"],
        ["x", "check", "--by", "Anna"],
        ["x", "check", "--status", "denied"],
        ["x", "import", "y", "--text", "z"],
        ["x", "list", "--state", "weg"],
        ["x", "export", "--dry-run"],
        ["x", "export", "--format", "xml"],
    ],
)
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    code, out, err = run("notes", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: newsreader notes")


def test_the_first_word_is_a_path_whatever_it_is_called(tmp_path: Path) -> None:
    pages(tmp_path / "check")
    code, out, err = run("notes", "check", "list", cwd=tmp_path)
    assert (code, out, err) == (0, "", "newsreader: no marks.\n")


def test_a_corpus_that_is_not_there_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    for action in ("list", "export", "import", "check"):
        files = ["x"] if action == "import" else []
        code, _, err = run("notes", tmp_path / "gone", action, *files)
        assert code == 1
        assert "no such file or folder" in err
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("form", ["csv", "markdown", "jsonl", "jsonld"])
def test_each_form_comes_back_into_an_empty_notebook(
    corpus: Path, tmp_path: Path, form: str
) -> None:
    out, empty = tmp_path / "out", tmp_path / "empty.json"
    out.write_text(exported(corpus, "--format", form), "utf-8")
    code, _, err = run("notes", corpus, "--notes", empty, "import", out)
    assert (code, err) == (0, "")
    again = run("notes", corpus, "--notes", empty, "export", "--format", form)[1]
    assert again == out.read_text("utf-8")


def test_a_table_of_something_else_is_told_to_be_nothing_that_comes_back(
    corpus: Path, tmp_path: Path
) -> None:
    table = tmp_path / "notes.csv"
    table.write_text("kind,about,price\nnote,fish,12\n")
    code, _, err = run("notes", corpus, "import", table)
    assert code == 1 and "there is no column `record`" in err


def test_a_page_under_another_name_is_told_by_the_name_it_has(corpus: Path) -> None:
    (corpus / "dijk.txt").rename(corpus / "waterkering.txt")
    _, out, _ = run("notes", corpus)
    assert "waterkering.txt" in out and "dijk.txt" not in out
    rows = list(csv.DictReader(io.StringIO(exported(corpus, "--format", "csv"))))
    assert {row["path"] for row in rows} >= {"waterkering.txt"}
    assert "dijk.txt" not in {row["path"] for row in rows}
    text = exported(corpus, "--format", "markdown")
    assert "`waterkering.txt`" in text and "`dijk.txt`" not in text
    assert "dijk.txt" in exported(corpus, "--format", "jsonl")


def test_what_is_gone_is_called_so_everywhere(corpus: Path) -> None:
    (corpus / "dijk.txt").unlink()
    _, out, _ = run("notes", corpus, "list", "--state", "gone")
    assert "gone · " in out and "ORPHAN" not in out
    assert run("notes", corpus, "list", "--state", "orphan")[1] == out
    text = exported(corpus, "--format", "markdown")
    assert "**gone**: this stands in no page of the corpus any more" in text
