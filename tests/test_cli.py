from __future__ import annotations

import errno
import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import COMMAND, in_terminal, into_closed_pipe, loaded_by, run
from tui import __version__, cli
from tui.commands import extract
from tui.store.files import LARGEST
from tui.text.safe import UNSAFE

PAGE = """Dijk bij Oostdijk hersteld

OOSTDIJK (ANP) - De dijk bij Oostdijk is na zes weken hersteld. Dat meldt het waterschap.

Het werk kostte 400.000 euro.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "zee").mkdir(parents=True)
    for name in ("10.txt", "9.txt", "zee/1.txt"):
        (folder / name).write_text(PAGE)
    return folder


def paths(output: str) -> list[str]:
    return [json.loads(line)["path"] for line in output.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3", "platformdirs"}),
        (["--version"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3", "platformdirs"}),
        (["extract", "--help"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["search", "--help"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["index", "--help"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["notes", "--help"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["notes", "PAGE", "export"], {"textual", "rich", "bs4", "lxml"}),
        (["search", "PAGE", "OR"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["keys"], {"textual", "rich", "bs4", "lxml", "tinydb", "sqlite3"}),
        (["extract", "PAGE"], {"textual", "rich", "tinydb"}),
    ],
)
def test_a_command_loads_only_what_it_needs(
    corpus: Path, arguments: list[str], heavy: set[str]
) -> None:
    names = [str(corpus / "9.txt") if name == "PAGE" else name for name in arguments]
    loaded = loaded_by(*names)
    assert "tui" in loaded
    assert not loaded & heavy


@pytest.mark.parametrize("command", [[], ["extract"], ["search"], ["notes"], ["index"], ["keys"]])
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert "example" in out
    assert " ".join(["newsreader", *command]) in out


def test_the_help_says_how_to_open_a_folder_with_the_name_of_a_command() -> None:
    assert "newsreader ./extract" in run("--help")[1]


def test_the_version_is_printed() -> None:
    assert run("--version") == (0, f"newsreader {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["search"],
        ["search", "x"],
        ["index"],
        ["notes"],
        ["--nope"],
        ["extract", "--format", "xml", "x"],
        ["keys", "x"],
        ["-"],
    ],
)
def test_wrong_usage_shows_the_usage_and_ends_with_2(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: newsreader")


def test_articles_come_as_one_object_a_line_in_path_order(corpus: Path) -> None:
    code, out, err = run("extract", "corpus/", cwd=corpus.parent)
    assert (code, err) == (0, "")
    assert paths(out) == ["corpus/9.txt", "corpus/10.txt", "corpus/zee/1.txt"]
    article = json.loads(out.splitlines()[0])
    assert article["schema"] == "newsreader.article/1"
    assert article["title"] == "Dijk bij Oostdijk hersteld"
    assert "400.000 euro" in article["body"]


def test_several_paths_are_in_path_order_too(corpus: Path) -> None:
    code, out, _ = run("extract", "zee", "10.txt", "9.txt", cwd=corpus)
    assert code == 0
    assert paths(out) == ["9.txt", "10.txt", "zee/1.txt"]


def test_one_array_and_plain_text_are_to_be_had(corpus: Path) -> None:
    code, out, _ = run("extract", "--format", "json", corpus)
    assert code == 0
    assert [Path(article["path"]).name for article in json.loads(out)] == [
        "9.txt",
        "10.txt",
        "1.txt",
    ]
    code, out, _ = run("extract", corpus, "--format", "text")
    assert code == 0
    assert out.count("Dijk bij Oostdijk hersteld\n") == 3


def test_many_files_are_read_in_several_processes_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(PAGE)
    code, out, err = run("extract", tmp_path)
    assert (code, err) == (0, "")
    assert paths(out) == [f"{tmp_path}/{number}.txt" for number in range(60)]


def test_a_page_may_come_from_standard_input() -> None:
    code, out, err = run("extract", "-", stdin=PAGE.encode("cp1252"))
    assert (code, err) == (0, "")
    assert paths(out) == ["-"]
    assert "400.000 euro" in json.loads(out)["body"]


def test_standard_input_has_the_same_limit_as_a_file() -> None:
    code, out, err = run("extract", "-", stdin=b"a" * (LARGEST + 1))
    assert (code, out) == (1, "")
    assert err.startswith("newsreader: -: larger than 20 MB")


def test_what_cannot_be_read_is_named_and_the_rest_is_printed(corpus: Path) -> None:
    (corpus / "bits.txt").write_bytes(bytes(range(32)) * 50)
    with open(corpus / "groot.txt", "wb") as file:
        file.truncate(LARGEST + 1)
    os.mkfifo(corpus / "pijp.txt")
    code, out, err = run("extract", corpus, corpus / "weg")
    assert code == 1
    assert len(paths(out)) == 3
    told = sorted(line.removeprefix(f"newsreader: {corpus}/") for line in err.splitlines())
    assert [line.partition(":")[0] for line in told] == ["bits.txt", "groot.txt", "pijp.txt", "weg"]
    assert "no text" in told[0]
    assert "20 MB" in told[1]
    assert "no plain file" in told[2]
    assert "no such file" in told[3]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(corpus: Path) -> None:
    (corpus / "9.txt").chmod(0)
    code, out, err = run("extract", corpus)
    assert (code, len(paths(out))) == (1, 2)
    assert "9.txt: not permitted" in err


@pytest.mark.parametrize("command", [[], ["extract"], ["index"]])
def test_an_empty_folder_is_one_clear_line(tmp_path: Path, command: list[str]) -> None:
    code, out, err = run(*command, tmp_path)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert f"{tmp_path}: no articles here" in err


@pytest.mark.parametrize("command", [[], ["extract"]])
def test_a_missing_folder_is_one_clear_line(tmp_path: Path, command: list[str]) -> None:
    code, out, err = run(*command, tmp_path / "weg")
    assert (code, out) == (1, "")
    assert err == f"newsreader: {tmp_path}/weg: no such file or folder. Check the path.\n"


def test_the_reader_without_a_terminal_says_what_to_do_instead(corpus: Path) -> None:
    code, out, err = run(corpus)
    assert (code, out) == (2, "")
    assert "needs a terminal" in err
    assert "newsreader extract" in err


@pytest.mark.parametrize("files", [3, 550], ids=["few", "many"])
def test_a_closed_pipe_ends_it_quietly(corpus: Path, files: int) -> None:
    for number in range(files):
        (corpus / f"{number}.txt").write_text(PAGE * 50)
    assert into_closed_pipe("extract", corpus) == (0, "")


def test_help_into_a_closed_pipe_is_quiet_too() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "--help"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_told(corpus: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "extract", corpus], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert os.strerror(errno.ENOSPC).encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_that_steers_a_terminal_gets_out(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\x1b]0;weg\x07\xff\xe2\x80\xae"
    Path(os.fsdecode(name + b".txt")).write_text(f"Kop \x1b[31m\n\n{PAGE}\x9b\u202e")
    Path(os.fsdecode(name + b".html")).write_text(f"<h1>Kop &#27;[31m</h1><p>{PAGE}</p>")
    Path(os.fsdecode(name + b"bits.txt")).write_bytes(bytes(range(32)) * 50)
    for form in ("jsonl", "json", "text"):
        code, out, err = run("extract", tmp_path, "--format", form)
        assert code == 1
        assert not UNSAFE.search(out)
        assert not UNSAFE.search(err)
        assert err.count("\n") == 1


def test_dutch_is_printed_as_utf8_whatever_the_locale(corpus: Path) -> None:
    (corpus / "9.txt").write_text(PAGE.replace("zes weken", "één week – kort –"), "utf-8")
    settings = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, out, _ = run("extract", corpus / "9.txt", env=settings)
    assert code == 0
    assert "één week – kort –" in out


def test_an_interrupt_ends_it_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(extract, "run", interrupted)
    assert cli.main(["extract", "x"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_keys_are_printed_with_those_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run("keys")
    assert (code, err) == (0, "")
    assert any(line.split()[:2] == ["b", "bookmark"] for line in out.splitlines())
    settings = tmp_path / "newsreader" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('[keymap]\nbookmark = ["ctrl+b"]\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code, out, _ = run("keys")
    assert any(line.split()[:2] == ["ctrl+b", "bookmark"] for line in out.splitlines())
    settings.write_text('theme = "pink"\n')
    for command in (["keys"], [tmp_path]):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert "pink" in err
        assert err.count("\n") == 1


def test_garbage_is_looked_for_again_where_there_was_nothing_to_open(tmp_path: Path) -> None:
    assert cli.main([str(tmp_path)]) == cli.SOME_UNREAD
    assert gc.isenabled()


def test_the_first_screen_needs_no_worker_no_engine_and_no_tinydb(corpus: Path) -> None:
    code = """
import sys
for stream in (sys.stdin, sys.stdout, sys.stderr):
    stream.isatty = lambda: True
import builtins
importing = builtins.__import__
def watch(name, *rest, **named):
    if name == "tui.app":
        late = {"tui.store.pool", "tui.text.article", "tui.text.read", "tinydb", "bs4"}
        print(sorted(late & set(sys.modules)), file=sys.__stdout__)
        raise KeyboardInterrupt
    return importing(name, *rest, **named)
builtins.__import__ = watch
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, corpus], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (130, "", "[]\n")


def test_the_reader_opens_in_a_terminal_and_leaves_at_Q(corpus: Path) -> None:
    assert "Oostdijk" in in_terminal(corpus, leave_at=b"Oostdijk")


def test_a_file_of_notes_can_be_named_once_more(corpus: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.json"
    for held in (None, "{}"):
        if held is not None:
            notes.write_text(held, "utf-8")
        code, _, err = run("--notes", notes, corpus)
        assert (code, "needs a terminal" in err) == (2, True), err


def test_a_page_named_as_the_notes_file_is_refused_and_left_alone(corpus: Path) -> None:
    page = next(path for path in corpus.rglob("*") if path.is_file())
    before = page.read_bytes()
    code, out, err = run("--notes", page, corpus)
    assert (code, out) == (2, "")
    assert "holds no notes" in err
    assert page.read_bytes() == before


def test_names_that_nobody_finds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    (tmp_path / "veer.txt").write_text("De boot vaart niet meer uit, zegt de rederij.")
    assert cli.main(["extract", "--names", "spacy", str(tmp_path)]) == 2
    assert "--names spaCy is not installed" in capsys.readouterr().err
