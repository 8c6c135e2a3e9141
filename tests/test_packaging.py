from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tui
from tui.widgets import stylesheets

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_version_is_one_that_can_be_ordered() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", tui.__version__)


def test_every_stylesheet_of_the_project_is_found_and_used() -> None:
    files = list(ROOT.glob("styles/*.tcss"))
    assert files
    code = "".join(file.read_text("utf-8") for file in (ROOT / "tui").rglob("*.py"))
    for file in files:
        assert stylesheets.path(file.stem).is_file(), file.name
        assert f'"{file.stem}"' in code, f"nobody asks for {file.name}"


def test_every_dependency_has_a_floor_and_a_ceiling() -> None:
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    wanted += PROJECT["build-system"]["requires"]
    for requirement in wanted:
        assert ">=" in requirement, requirement
        assert "<" in requirement.replace(">=", ""), requirement


def test_a_machine_path_is_found_wherever_it_stands(tmp_path: Path) -> None:
    check = tmp_path / ".ci" / "machine_paths.py"
    check.parent.mkdir()
    check.write_text((ROOT / ".ci" / "machine_paths.py").read_text("utf-8"))
    page = tmp_path / "page.py"

    def found(text: str) -> int:
        page.write_text(text)
        return subprocess.run(
            [sys.executable, check, "/opt/checkouts/newsreader"], capture_output=True, check=False
        ).returncode

    assert found("a = '~/.config/newsreader'  # /usr/bin/env, and/or") == 0
    for path in ("/".join(["", "home", "jan", "x"]), "/".join(["", "tmp", "x"])):
        assert found(f"a = '{path}'") == 1
    assert found("a = '/opt/checkouts/newsreader/tui'") == 1


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_the_sample_corpus_is_read_without_a_complaint(form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "extract", ROOT / "corpus", "--format", form],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    articles = (
        json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    )
    assert len(articles) >= 16
    assert all(article["body"] or article["related"] for article in articles)
