from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import page
from tui.store.containers import members
from tui.store.files import Source, read_bytes, stamp, walk
from tui.store.sidecar import LARGEST_NOTE, NOTHING, About, about, parse

DAY = "2031-03-09"


def plant(folder: Path, name: str, text: str = "Het regende.", mtime_ns: int = 5) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(mtime_ns, mtime_ns))
    return path


def note(**fields: object) -> str:
    return json.dumps(fields)


@pytest.mark.parametrize(
    ("name", "sidecar"),
    [
        ("kop.html", "kop.json"),
        ("kop.html", "kop.meta"),
        ("kop.html", "kop.html.json"),
        ("kop.html", "kop.html.meta"),
        ("kop.txt", "kop.json"),
        ("kop", "kop.json"),
        ("kop.html.gz", "kop.json"),
        ("kop.html.gz", "kop.html.json"),
        ("kop.html.gz", "kop.html.gz.json"),
    ],
)
def test_what_stands_beside_a_page_is_read_with_it(tmp_path: Path, name: str, sidecar: str) -> None:
    path = plant(tmp_path, name)
    assert about(str(path)) == NOTHING
    plant(tmp_path, sidecar, note(date=DAY))
    assert about(str(path)) == About(published=DAY)


@pytest.mark.parametrize("sidecar", ["kop.json", "kop.html.meta"])
@pytest.mark.parametrize("time", [9, 5, 3])
def test_a_sidecar_that_comes_changes_or_goes_makes_the_page_new(
    tmp_path: Path, sidecar: str, time: int
) -> None:
    path = plant(tmp_path, "kop.html", "<p>Regen</p>", mtime_ns=5)
    other = plant(tmp_path, "nog.html", "<p>Regen</p>", mtime_ns=5)
    stamps = [stamp(str(path))]
    notes = plant(tmp_path, sidecar, note(date=DAY), mtime_ns=time)
    stamps.append(stamp(str(path)))
    for root in (tmp_path, path):
        source = walk([root]).files[0]
        assert (source.mtime_ns, source.size) == stamps[-1]
    assert read_bytes(str(path))[1:] == stamps[-1]
    plant(tmp_path, sidecar, note(date=DAY), mtime_ns=time - 1)
    stamps.append(stamp(str(path)))
    assert len({*stamps}) == 3
    notes.unlink()
    assert stamp(str(path)) == stamps[0] == (5, 12) == stamp(str(other))


def test_a_sidecar_is_no_article_and_no_problem(tmp_path: Path) -> None:
    plant(tmp_path, "kop.html")
    for name in ("kop.json", "kop.html.meta", "los.json", "map.json/1.txt"):
        plant(tmp_path, name)
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == ["kop.html", "map.json/1.txt"]
    assert corpus.problems == ()


def test_a_folder_without_sidecars_costs_no_look_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        plant(tmp_path, f"{number}.html")
    plant(tmp_path, "3.json")
    looked: list[str] = []
    real = os.lstat

    def lstat(path: str) -> os.stat_result:
        looked.append(os.path.basename(path))
        return real(path)

    monkeypatch.setattr("tui.store.files.os.lstat", lstat)
    walk([tmp_path])
    inside = sorted(name for name in looked if name.endswith((".html", ".json", ".meta")))
    assert inside == ["0.html", "1.html", "2.html", "3.html", "3.json", "3.json", "4.html"]


def test_several_sidecars_fill_in_what_the_first_leaves_open(tmp_path: Path) -> None:
    path = plant(tmp_path, "kop.html")
    plant(tmp_path, "kop.json", note(date=DAY, title=""))
    plant(tmp_path, "kop.html.meta", "date: 2001-01-01\ntitle: Storm op zee\n")
    assert about(str(path)) == About(published=DAY, title="Storm op zee")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published_at": DAY}, About(published=DAY)),
        ({"datePublished": DAY}, About(published=DAY)),
        ({"pubDate": DAY}, About(published=DAY)),
        ({"publish_date": DAY}, About(published=DAY)),
        ({"date_publish": DAY}, About(published=DAY)),
        ({"article:published_time": DAY}, About(published=DAY)),
        ({"time": 1930827909}, About(published="2031-03-09T13:05:09+00:00")),
        ({"date": "onbekend", "time": DAY}, About(published=DAY)),
        ({"meta": {"date": DAY}}, About(published=DAY)),
        ({"metadata": {"date": DAY}}, About(published=DAY)),
        ({"article": {"date": DAY}}, About(published=DAY)),
        ({"_source": {"date": DAY}}, About(published=DAY)),
        ({"date": "2001-01-01", "meta": {"date": DAY}}, About(published="2001-01-01")),
        ({"meta": {"meta": {"date": DAY}}}, NOTHING),
        ({"date_download": DAY, "crawled": DAY, "fetched": DAY, "modified": DAY}, NOTHING),
        ({"date_modify": DAY, "dateModified": DAY, "timestamp": 1930827909}, NOTHING),
        ({"url": "https://example.nl/kop"}, About(url="https://example.nl/kop")),
        ({"link": "http://example.nl"}, About(url="http://example.nl")),
        ({"source_url": "https://example.nl/"}, About(url="https://example.nl/")),
        ({"url": "javascript:alert(1)"}, NOTHING),
        ({"url": "https://example.nl/een kop"}, NOTHING),
        ({"site": "De Wadloper"}, About(site="De Wadloper")),
        ({"domain": "example.nl"}, About(site="example.nl")),
        ({"source": "https://example.nl/x"}, About(site="example.nl")),
        ({"publisher": {"@type": "Organization", "name": "Wad"}}, About(site="Wad")),
        ({"publisher": {"name": ["Wad"]}}, NOTHING),
        ({"headline": " Storm\n op  zee "}, About(title="Storm op zee")),
        ({"title": "Storm\x1b]0;weg\x07"}, About(title="Storm\ufffd]0;weg\ufffd")),
        ({"title": 5, "url": None, "site": [], "date": {}}, NOTHING),
    ],
)
def test_json_is_read_by_the_keys_that_scrapers_use(
    fields: dict[str, object], expected: About
) -> None:
    assert parse(json.dumps(fields).encode()) == expected


def test_lines_are_read_however_they_are_written() -> None:
    text = """
        ---
        Title: "Storm op zee: 300 schepen"
        article:published_time = 2031-03-09T14:05
        url:https://example.nl/kop?a=b
        site=De Wadloper
        zomaar een zin zonder iets
        title: een tweede
    """
    expected = About(
        published="2031-03-09T14:05:00",
        url="https://example.nl/kop?a=b",
        site="De Wadloper",
        title="Storm op zee: 300 schepen",
    )
    assert parse(text.encode()) == expected
    assert parse(text.replace("\n", "\r\n").encode("utf-16")) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'["date"]',
        b"[" * 60_000,
        b'{"date": ' + b"9" * 9_000 + b"}",
        b"\0\1\2\3" * 99,
        b'{"date": "\xff\xfe"}',
        b'{"title": "\\ud800"}'[:-3],
    ],
)
def test_a_sidecar_that_is_none_says_nothing(data: bytes) -> None:
    assert parse(data) == NOTHING


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "too large"])
def test_a_sidecar_that_is_no_small_plain_file_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = plant(tmp_path, "kop.html", mtime_ns=5)
    sidecar = tmp_path / "kop.json"
    match kind:
        case "link":
            sidecar.symlink_to(plant(tmp_path, "elders.json", note(date=DAY)))
        case "pipe":
            os.mkfifo(sidecar)
        case "folder":
            sidecar.mkdir()
        case "too large":
            sidecar.write_text(note(date=DAY) + " " * LARGEST_NOTE)
    assert about(str(path)) == NOTHING
    if kind != "too large":
        assert stamp(str(path))[0] == walk([path]).files[0].mtime_ns == 5


def test_a_page_is_not_its_own_sidecar(tmp_path: Path) -> None:
    path = plant(tmp_path, "kop.json", note(date=DAY))
    assert about(str(path)) == NOTHING


def test_with_a_page_of_an_archive_came_its_address_and_no_date(tmp_path: Path) -> None:
    path = tmp_path / "oogst.warc"
    path.write_bytes(page("https://example.nl/kop") + page("urn:x"))
    (container,) = walk([path]).containers
    one, other = (found for found in members(container) if isinstance(found, Source))
    assert about(one.path) == About(url="https://example.nl/kop")
    assert about(other.path) == NOTHING
    path.unlink()
    assert about(one.path) == NOTHING


@given(st.binary(max_size=300))
def test_any_bytes_are_a_sidecar_or_say_nothing(data: bytes) -> None:
    for start in (b"", b'{"date": ', b"date: ", b'{"meta": {"url": "'):
        found = parse(start + data)
        assert isinstance(found, About)


_values = st.recursive(
    st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=5,
)
_keys = st.sampled_from(["date", "url", "site", "title", "meta", "publisher", "time"])


@given(st.dictionaries(_keys, _values))
def test_any_json_gives_lines_that_are_safe_to_print(fields: dict[str, object]) -> None:
    found = parse(json.dumps(fields).encode())
    for text in (found.published, found.url, found.site, found.title):
        assert text is None or (text.strip() and "\x1b" not in text and "\n" not in text)
