from __future__ import annotations

import gzip
import os
import zlib
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import mhtml, packed, page
from tui.store.files import LARGEST, Unreadable, read_bytes, walk
from tui.store.packing import gunzip, unchunked, unpacked

packed_up = partial(gzip.compress, mtime=0)  # the same bytes whenever it is

PAGE = b"<html><p>Het regende in Zeeland.</p></html>"


@pytest.mark.parametrize("name", ["kop.html.gz", "kop.txt.gz", "kop.HTM.GZ", "kop.gz"])
def test_a_packed_page_is_read_as_its_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(packed_up(PAGE))
    (source,) = walk([tmp_path]).files
    assert read_bytes(source.path) == (PAGE, source.mtime_ns, source.size)
    assert source.size == path.stat().st_size


@pytest.mark.parametrize("name", ["kop.png.gz", "kop.tar.gz", "kop.gz.gz", "kop.json.gz"])
def test_what_is_packed_counts_by_the_ending_under_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(packed_up(PAGE))
    assert walk([tmp_path]) == (tmp_path, (), (), ())


def test_a_single_file_of_a_browser_is_read_also_when_packed(tmp_path: Path) -> None:
    data = mhtml(f"Content-Type: text/html\n\n{PAGE.decode()}")
    (tmp_path / "a.mhtml").write_bytes(data)
    (tmp_path / "b.mht").write_bytes(data)
    (tmp_path / "c.mhtml.gz").write_bytes(packed_up(data))
    sources = walk([tmp_path]).files
    assert [read_bytes(source.path)[0].strip() for source in sources] == [PAGE] * 3


def test_parts_one_after_another_are_one_page() -> None:
    assert gunzip(packed_up(PAGE[:9]) + packed_up(b"") + packed_up(PAGE[9:])) == PAGE


def test_nuls_at_the_end_are_no_damage() -> None:
    assert gunzip(packed_up(PAGE) + bytes(512)) == PAGE


def test_the_most_a_page_may_have_is_what_counts_unpacked() -> None:
    assert len(gunzip(packed_up(bytes(LARGEST), 1))) == LARGEST
    with pytest.raises(Unreadable, match=r"unpacks to more than 20 MB.*unpack and split"):
        gunzip(packed_up(bytes(LARGEST + 1), 1))
    half = packed_up(bytes(LARGEST // 2 + 1), 1)
    with pytest.raises(Unreadable, match="more than 20 MB"):
        gunzip(half + half)


def test_a_bomb_is_refused_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    # 2 GB in 2 MB; what is unpacked of it is counted, for a clock would tell less.
    stream = zlib.compressobj(9, wbits=31)
    bomb = b"".join(stream.compress(bytes(2**24)) for _ in range(128)) + stream.flush()
    unpacked_bytes = 0
    real = zlib.decompressobj

    class Counting:
        def __init__(self, wbits: int) -> None:
            self.stream = real(wbits)

        def __getattr__(self, name: str) -> object:
            return getattr(self.stream, name)

        def decompress(self, data: bytes, most: int) -> bytes:
            nonlocal unpacked_bytes
            out = self.stream.decompress(data, most)
            unpacked_bytes += len(out)
            return out

    monkeypatch.setattr("tui.store.packing.zlib.decompressobj", Counting)
    with pytest.raises(Unreadable, match="more than 20 MB"):
        gunzip(bomb)
    assert unpacked_bytes == LARGEST + 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged"),
        (PAGE, "damaged"),
        (packed_up(PAGE)[:15], "cut off"),
        (packed_up(PAGE)[:-1], "cut off"),
        (packed_up(PAGE)[:-8] + bytes(8), "damaged"),
        (packed_up(PAGE) + b"rommel", "damaged"),
        (packed_up(PAGE)[:12] + b"\xff\xff" + packed_up(PAGE)[14:], "damaged"),
        (packed_up(b"") * 10_001, "damaged"),
    ],
    ids=["empty", "plain", "cut", "a byte cut", "wrong sum", "more behind", "changed", "no end"],
)
def test_a_packed_page_that_is_broken_says_how(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "kop.html.gz"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=says):
        read_bytes(str(path))


@pytest.mark.parametrize(
    "inside",
    [
        packed([page("https://example.nl")]),
        page("https://example.nl"),
        page("https://example.nl", bytes(LARGEST)),
        b"PK\x03\x04",
    ],
    ids=["packed twice", "web archive", "large web archive", "zip"],
)
def test_an_archive_in_a_packed_file_is_not_opened(tmp_path: Path, inside: bytes) -> None:
    (tmp_path / "kop.gz").write_bytes(packed_up(inside))
    with pytest.raises(Unreadable, match=r"inside a gzip file.*Unpack it first"):
        read_bytes(str(tmp_path / "kop.gz"))


def test_a_link_to_a_packed_page_is_refused_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "kop.html.gz").symlink_to(tmp_path / "elders")
    os.mkfifo(tmp_path / "pijp.mhtml")
    assert len(walk([tmp_path]).problems) == 2
    for name in ("kop.html.gz", "pijp.mhtml"):
        with pytest.raises(Unreadable):
            read_bytes(str(tmp_path / name))


@given(st.binary(max_size=400))
def test_any_bytes_unpack_or_are_refused(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b\x08", packed_up(PAGE), packed_up(PAGE)[:20]):
        try:
            gunzip(start + data)
        except Unreadable:
            continue


@given(st.binary(max_size=400), st.text(max_size=20))
def test_any_body_is_unpacked_or_refused(data: bytes, encoding: str) -> None:
    for name in (encoding, "gzip", "deflate", "br", "br, gzip"):
        for undo in (unchunked, lambda body, name=name: unpacked(body, name)):
            try:
                undo(data)
            except Unreadable:
                continue


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=1))
def test_chunks_are_put_together(chunks: list[bytes]) -> None:
    sent = b"".join(b"%X\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    assert unchunked(sent) == b"".join(chunks)
