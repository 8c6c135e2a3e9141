"""`newsreader extract` on whole corpora: what their pages have in common, and hostile ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.store.test_mending import EXTRA, PLUG, TOWNS, story
from tui.store.library import Library

LINE = (
    "De gemeenteraad heeft dinsdag ingestemd met een nieuw plan voor de haven, aldus de griffie. "
)


def extract(*paths: Path | str, cache: Path) -> tuple[dict[str, Any], str, int]:
    """The articles by name of file, what was complained of, and the exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "extract", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"XDG_CACHE_HOME": str(cache), "XDG_CONFIG_HOME": str(cache)},
    )
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(a["path"]).name: a for a in articles}, done.stderr, done.returncode


def reasons(article: dict[str, Any]) -> set[str]:
    return {piece["reason"] for piece in article["stripped"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for town in TOWNS:
        (folder / f"{town.lower()}.txt").write_text(f"{story(town)}{PLUG}\n\n{EXTRA}")
    return folder


def test_what_comes_back_in_a_folder_is_cut_with_how_often(folder: Path, tmp_path: Path) -> None:
    articles, err, code = extract(folder, cache=tmp_path / "cache")
    assert (err, code) == ("", 0)
    assert len(articles) == 6
    for article in articles.values():
        assert reasons(article) == {"in 6 of 6 articles"}
        assert article["body"].endswith(EXTRA)


def test_a_single_page_goes_by_what_the_app_learnt_of_its_folder(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    page = folder / "goes.txt"
    assert PLUG in extract(page, cache=cache)[0]["goes.txt"]["body"]
    library = Library([folder], cache=cache / "newsreader", workers=0)
    library.ingest()
    library.close()
    assert reasons(extract(page, cache=cache)[0]["goes.txt"]) == {"in 6 of 6 articles"}


def test_what_a_reader_decided_comes_out_too(folder: Path, tmp_path: Path) -> None:
    library = Library([folder], cache=tmp_path / "app", workers=0)
    library.ingest()
    library.decide("goes.txt", [PLUG], "restore")
    library.decide("veere.txt", [EXTRA], "cut")
    library.close()
    articles = extract(folder, cache=tmp_path / "cache")[0]
    assert PLUG in articles["goes.txt"]["body"]
    assert EXTRA not in articles["veere.txt"]["body"]
    assert "by hand" in reasons(articles["veere.txt"])


def test_a_readers_own_words_are_read_from_the_settings(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    settings = cache / "newsreader" / "page.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[line]\nbruggen = 'de brug blijft .*'\n")
    articles = extract(folder, cache=cache)[0]
    assert all("bruggen" in reasons(article) for article in articles.values())
    settings.write_text("[line]\nbruggen = '(de brug'\n")
    _, err, code = extract(folder, cache=cache)
    assert code == 2
    assert err.startswith(f"newsreader: {settings}, line 2: bruggen: '(de brug' is no regular")


HOSTILE: dict[str, str | bytes] = {
    "nested.html": "<html><body>" + "<div>" * 200_000 + LINE + "</div>" * 200_000,
    "attributes.html": f"<html><body><p {' '.join(f'a{n}=x' for n in range(100_000))}>{LINE}</p>",
    "line.txt": LINE * (19 * 2**20 // len(LINE)),
    "escape.html": f"<html><body><h1>Kop &#27;]0;weg&#7;</h1><p>{LINE}&#x9b;31m &#x202e;om</p>",
    "broken.txt": b"Haven gaat door\n\n" + LINE.encode() + b" caf\xe9 \xff\xfe " + "é".encode(),
    "empty.txt": "",
    "empty.html": "<html></html>",
    "binary.txt": bytes(range(32)) * 100,
    "less-than.html": "<html><body>" + "<" * 1_000_000,
    "comment.html": f"<html><body><p>{LINE}</p><!-- " + "- " * 1_000_000,
}


def test_each_hostile_page_gives_an_article_or_a_named_error_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    for name, content in HOSTILE.items():
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(story("Goes"))
    articles, err, _ = extract(tmp_path, cache=tmp_path / "cache")
    named = {name for name in HOSTILE if f"{name}: " in err}
    assert articles.keys() | named == HOSTILE.keys() | {"zz.txt"}
    assert not articles.keys() & named
    assert articles["zz.txt"]["title"] == "Raad van Goes stemt in met plan voor haven"
    assert {"escape.html", "broken.txt", "attributes.html", "nested.html"} <= articles.keys()
    assert LINE.strip() in articles["nested.html"]["body"]
    assert "\x1b" not in articles["escape.html"]["title"] + articles["escape.html"]["body"]
