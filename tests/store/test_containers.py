from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import packed, page
from tui.store.containers import members, name_of
from tui.store.files import Source, Unreadable, file_of, is_member, read_bytes, stamp, walk
from tui.text.safe import UNSAFE

REGEN = b"<p>Het regende.</p>"


def archive(path: Path, *urls: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    records = [page(url, b"<p>%d</p>" % number) for number, url in enumerate(urls)]
    path.write_bytes((packed if path.suffix == ".gz" else b"".join)(records))
    return path


def pages(path: Path) -> list[Source]:
    (container,) = walk([path]).containers
    return [found for found in members(container) if isinstance(found, Source)]


def problems(path: Path) -> list[str]:
    (container,) = walk([path]).containers
    return [found for found in members(container) if isinstance(found, str)]


def test_an_archive_is_listed_apart_and_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(REGEN)
    (tmp_path / "stuk.WARC").write_bytes(b"geen archief")
    archive(tmp_path / "oogst.warc.gz", "https://example.nl/a")
    corpus = walk([tmp_path])
    assert [source.key for source in corpus.files] == ["1.txt"]
    assert [source.key for source in corpus.containers] == ["oogst.warc.gz", "stuk.WARC"]
    assert corpus.problems == ()


@pytest.mark.parametrize("name", ["oogst.warc", "oogst.warc.gz", "Oogst.WARC.GZ"])
def test_each_page_of_an_archive_is_read_by_itself(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / name, "https://example.nl/2031/kop", "https://example.nl/2031/nog")
    first, second = pages(path)
    assert first.key == f"{name}!/example.nl/2031/kop"
    assert first.given == f"{path}!/example.nl/2031/kop"
    assert is_member(first.path)
    assert file_of(first.path) == str(path)
    status = path.stat()
    assert read_bytes(second.path) == (b"<p>1</p>", status.st_mtime_ns, status.st_size)
    assert read_bytes(first.path)[0] == b"<p>0</p>"


def test_the_stamp_of_a_page_is_that_of_its_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "oogst.warc", "https://example.nl/kop")
    (source,) = pages(path)
    assert (source.mtime_ns, source.size) == stamp(source.path) == stamp(str(path))
    os.utime(path, ns=(1, 1))
    assert stamp(source.path) == (1, source.size)


def test_a_file_of_its_own_is_no_member() -> None:
    assert not is_member("/krant/oogst.warc")
    assert file_of("/krant/oogst.warc") == "/krant/oogst.warc"


def test_expanded_the_pages_stand_where_their_archive_does(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt", "b/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(REGEN)
    archive(tmp_path / "b.warc", "https://example.nl/2", "https://example.nl/1")
    broken = archive(tmp_path / "bb.warc", "https://example.nl/3")
    broken.write_bytes(broken.read_bytes()[:-9])
    corpus = walk([tmp_path], expand=True)
    keys = ["a.txt", "b/1.txt", "b.warc!/example.nl/2", "b.warc!/example.nl/1", "c.txt"]
    assert [source.key for source in corpus.files] == keys
    assert corpus.containers == ()
    (problem,) = corpus.problems
    assert problem.startswith(f"{broken}: what stands at byte 0 is cut off")


def test_expanded_roots_keep_the_order_of_the_archive(tmp_path: Path) -> None:
    one = archive(tmp_path / "z.warc", "https://example.nl/10", "https://example.nl/9")
    other = archive(tmp_path / "a.warc", "https://example.nl/8")
    corpus = walk([one, other], expand=True)
    ends = [source.key.rpartition("/")[2] for source in corpus.files]
    assert ends == ["8", "10", "9"]


def test_a_page_fetched_again_gets_a_number(tmp_path: Path) -> None:
    url = "https://example.nl/kop"
    path = archive(tmp_path / "oogst.warc", url, url, f"{url} (2)", url)
    names = [source.key.partition("!/")[2] for source in pages(path)]
    assert names[:2] == ["example.nl/kop", "example.nl/kop (2)"]
    assert len(set(names)) == 4


@given(st.lists(st.sampled_from(["kop", "kop (2)", "kop (3)", "kop (2) (2)"]), max_size=12))
def test_no_two_pages_of_an_archive_have_one_key(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"https://example.nl/{name}" for name in names]
        found = pages(archive(Path(folder) / "oogst.warc", *urls))
    assert len({source.key for source in found}) == len({source.path for source in found})
    assert len(found) == len(names)


def test_who_has_enough_of_an_archive_just_stops(tmp_path: Path) -> None:
    path = archive(tmp_path / "oogst.warc", *["https://example.nl/kop"] * 50)
    (container,) = walk([path]).containers
    listing = members(container)
    next(listing)
    path.unlink()
    del listing  # an open file would be told of as a ResourceWarning


@pytest.mark.parametrize("name", ["oogst.warc", "oogst.warc.gz"])
def test_a_listing_that_is_cancelled_ends_between_two_pages_too(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / name, *["https://example.nl/kop"] * 50)
    (container,) = walk([path]).containers
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    assert len(list(members(container, cancelled))) < 50
    assert list(members(container, lambda: True)) == []


@pytest.mark.parametrize("kind", ["gone", "no archive", "link", "pipe"])
def test_an_archive_that_cannot_be_read_is_one_line(tmp_path: Path, kind: str) -> None:
    path = archive(tmp_path / "oogst.warc", "https://example.nl/kop")
    (container,) = walk([path]).containers
    path.unlink()
    match kind:
        case "no archive":
            path.write_bytes(REGEN)
        case "link":
            path.symlink_to(tmp_path)
        case "pipe":
            os.mkfifo(path)
    (line,) = members(container)
    assert isinstance(line, str)
    assert line.startswith(f"{path}: ")


def test_of_many_damaged_places_ten_are_told(tmp_path: Path) -> None:
    path = tmp_path / "stuk.warc"
    path.write_bytes(b"rommel\r\n".join([page("https://example.nl/kop")] * 30))
    assert len(pages(path)) == 30
    told = problems(path)
    assert len(told) == 11
    assert told[-1] == f"{path}: and 19 more places that are damaged."


def test_an_archive_itself_is_no_page(tmp_path: Path) -> None:
    path = archive(tmp_path / "oogst.warc", "https://example.nl/kop")
    with pytest.raises(Unreadable, match="many pages"):
        read_bytes(str(path))


def test_a_page_of_an_archive_that_is_gone_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path / "oogst.warc", "https://example.nl/kop")
    (source,) = pages(path)
    path.write_bytes(b"")
    with pytest.raises(Unreadable, match="has changed"):
        read_bytes(source.path)
    path.unlink()
    with pytest.raises(Unreadable, match="no such file"):
        read_bytes(source.path)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.nl/2031/10/kop", "example.nl/2031/10/kop"),
        ("http://example.nl:8080/kop/?id=3&x=4#deel", "example.nl:8080/kop/?id=3&x=4"),
        ("https://example.nl/", "example.nl"),
        ("https://jan:geheim@example.nl/kop", "example.nl/kop"),
        ("https://example.nl/caf%C3%A9", "example.nl/café"),
        ("https://example.nl/../../etc//passwd/./x", "example.nl/etc/passwd/x"),
        ("https://example.nl/%2e%2e/%2E%2E/x", "example.nl/x"),
        ("https://example.nl/!/x", "example.nl/x"),
        ("https://example.nl/%1b%5D0;weg%07%E2%80%AE", "example.nl/\ufffd]0;weg\ufffd\ufffd"),
        ("example.nl/kop", "example.nl/kop"),
        ("urn:uuid:1-2", "uuid:1-2"),
        ("", "page"),
        ("https://", "page"),
        ("https://example.nl/" + "a" * 500, "example.nl/" + "a" * 108 + "…"),
    ],
)
def test_a_page_is_called_by_its_address(url: str, name: str) -> None:
    assert name_of(url) == name


@given(st.text(max_size=300))
def test_a_name_is_one_short_line_that_leads_nowhere(url: str) -> None:
    name = name_of(url)
    assert 0 < len(name) <= 120
    assert "\n" not in name and not UNSAFE.search(name)
    assert "!/" not in name
    assert not {"", ".", ".."} & set(name.split("/"))
