from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import Archive, packed, page, record, response
from tui.store import warc
from tui.store.plain import LARGEST, Unreadable
from tui.store.tape import Tape
from tui.store.warc import Capture, Damage, captures, page_at, url_at

packed_up = partial(gzip.compress, mtime=0)  # the same bytes whenever it is

URL = "https://example.nl/{}"
THREE = [page(URL.format(number), b"<p>Regen %d</p>" % number) for number in range(3)]


def read(data: bytes) -> tuple[list[bytes], list[str]]:
    """The pages of an archive, each read by its member, and what is wrong with it."""
    archive = Archive(data)
    found = list(captures(archive))
    pages = [page_at(archive, item.member) for item in found if isinstance(item, Capture)]
    return pages, [item.reason for item in found if isinstance(item, Damage)]


def urls(data: bytes) -> list[str]:
    return [item.url for item in captures(Archive(data)) if isinstance(item, Capture)]


def body(block: bytes) -> bytes:
    """The one page in an archive with this response."""
    ((found,), damage) = read(record(URL.format("kop"), block))
    assert damage == []
    return found


PACKINGS: dict[str, Callable[[list[bytes]], bytes]] = {
    "plain": b"".join,
    "a member each": packed,
    "one stream": lambda records: packed_up(b"".join(records)),
    "two to a member": lambda records: packed(
        b"".join(records[at : at + 2]) for at in range(0, len(records), 2)
    ),
}


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=8), st.sampled_from([*PACKINGS]))
def test_every_page_is_listed_and_read_back_as_it_was(pages: list[bytes], packing: str) -> None:
    records = [page(URL.format(number), body) for number, body in enumerate(pages)]
    assert read(PACKINGS[packing](records)) == (pages, [])


@pytest.mark.parametrize("packing", PACKINGS)
def test_large_pages_are_found_where_they_stand(packing: str) -> None:
    pages = [bytes([65 + number]) * size for number, size in enumerate([900_000, 700_000, 5, 10])]
    records = [page(URL.format(number), body) for number, body in enumerate(pages)]
    archive = Archive(PACKINGS[packing](records))
    found = [item for item in captures(archive) if isinstance(item, Capture)]
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [2, 2, 3, 0, 3]):
        assert [page_at(archive, found[at].member) for at in order] == [pages[at] for at in order]


def test_what_is_no_page_is_passed_over() -> None:
    text = response(b"Het regende.", "text/plain; charset=utf-8")
    records = [
        record("urn:x", b"software: test", "warcinfo", "application/warc-fields"),
        record(URL.format("vraag"), b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(URL.format("weer"), response(b"<p>Regen</p>"), "revisit"),
        record(URL.format("robots.txt"), text),
        record(URL.format("elders"), response(b"", status="301 Moved")),
        record(URL.format("weg"), response(b"<p>Weg</p>", status="404 Not Found")),
        record(URL.format("foto"), response(b"\xff\xd8", "image/jpeg")),
        record("dns:example.nl", b"example.nl. A 1.2.3.4", content_type="text/dns"),
        record(URL.format("leeg"), b""),
        record(URL.format("stand.txt"), text),
        record(URL.format("kop"), b"<p>Regen</p>", "resource", "text/html"),
        record(URL.format("kop2"), response(b"<p/>", "application/xhtml+xml; charset=utf-8")),
    ]
    assert urls(b"".join(records)) == [URL.format(name) for name in ("stand.txt", "kop", "kop2")]


def test_one_address_fetched_three_times_is_three_pages() -> None:
    data = packed([page(URL.format("kop"), b"<p>%d</p>" % number) for number in range(3)])
    assert urls(data) == [URL.format("kop")] * 3
    assert read(data)[0] == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"]


def test_the_address_of_one_page_is_told() -> None:
    archive = Archive(packed(THREE))
    (_, second, _) = captures(archive)
    assert isinstance(second, Capture)
    assert url_at(archive, second.member) == URL.format(1)


PAGE = b"<p>Het regende in Z\xc3\xa9land.</p>"
CHUNKED = (
    b"6;naam=waarde\r\n" + PAGE[:6] + b"\r\n%x\r\n" % len(PAGE[6:]) + PAGE[6:] + b"\r\n0\r\n\r\n"
)


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        (PAGE, {}),
        (PAGE, {"Content_Encoding": "identity"}),
        (packed_up(PAGE), {"Content_Encoding": "gzip"}),
        (packed_up(packed_up(PAGE)), {"Content_Encoding": "gzip, x-gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content_Encoding": "deflate"}),
        (CHUNKED, {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),  # undone by the crawler already
        (PAGE, {"Content_Encoding": "gzip"}),
        (
            b"%x\r\n" % len(packed_up(PAGE)) + packed_up(PAGE) + b"\r\n0\r\n\r\n",
            {"Transfer_Encoding": "Chunked", "Content_Encoding": "GZIP"},
        ),
    ],
)
def test_the_page_is_as_it_was_before_it_was_sent(sent: bytes, fields: dict[str, str]) -> None:
    assert body(response(sent, **fields)) == PAGE


def test_brotli_is_undone() -> None:
    brotli = pytest.importorskip("brotli")
    assert body(response(brotli.compress(PAGE), Content_Encoding="br")) == PAGE


@pytest.mark.parametrize(
    ("sent", "fields", "says"),
    [
        (b"x", {"Content_Encoding": "zstd"}, "'zstd', which newsreader does not know"),
        (packed_up(PAGE)[:-9], {"Content_Encoding": "gzip"}, "cut off"),
        (packed_up(bytes(LARGEST + 1)), {"Content_Encoding": "gzip"}, "more than 20 MB"),
        (zlib.compress(bytes(LARGEST + 1)), {"Content_Encoding": "deflate"}, "more than 20 MB"),
        (b"geen deflate", {"Content_Encoding": "deflate"}, "damaged"),
        (CHUNKED[:-20], {"Transfer_Encoding": "chunked"}, "cut off"),
    ],
)
def test_a_page_that_cannot_be_unpacked_says_why(
    sent: bytes, fields: dict[str, str], says: str
) -> None:
    with pytest.raises(Unreadable, match=says):
        body(response(sent, **fields))


def test_brotli_that_is_a_bomb_or_damaged_says_so() -> None:
    brotli = pytest.importorskip("brotli")
    for sent, says in [
        (brotli.compress(bytes(LARGEST + 1)), "more than 20 MB"),
        (brotli.compress(PAGE * 9)[:-9], "cut off"),
        (b"\xff" * 40, "damaged"),
    ]:
        with pytest.raises(Unreadable, match=says):
            body(response(sent, Content_Encoding="br"))


def test_brotli_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(Unreadable, match=r"pip install 'newsreader\[warc\]'"):
        body(response(b"x", Content_Encoding="br"))


def test_an_archive_without_its_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(Unreadable, match=r"pip install 'newsreader\[warc\]'"):
        list(captures(Archive(packed(THREE))))


@pytest.mark.parametrize(
    ("content_type", "sent", "expected"),
    [
        ("text/html; charset=iso-8859-2", b"<p>\xb3</p>", "<p>ł</p>"),
        ('text/html; charset="windows-1250"', b"<p>\xe8</p>", "<p>č</p>"),
        ("text/html;\r\n\tcharset=iso-8859-2", b"<p>\xb3</p>", "<p>ł</p>"),
        ("text/html; charset=utf-8", "<p>é</p>".encode(), "<p>é</p>"),
        ("text/html; charset=iso-8859-2", "<p>é</p>".encode(), "<p>é</p>"),
        ("text/plain; charset=shift_jis", "こんにちは".encode("shift_jis"), "こんにちは"),
    ],
)
def test_the_charset_of_the_server_counts_where_the_page_names_none(
    content_type: str, sent: bytes, expected: str
) -> None:
    assert body(response(sent, content_type)).decode("utf-8-sig") == expected


@pytest.mark.parametrize("charset", ["onbekend", "idna", "unicode_escape", "rot13", "x" * 500])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    assert body(response(b"\xe9\\u0041", f"text/html; charset={charset}")) == b"\xe9\\u0041"


def test_a_page_that_names_its_charset_itself_stays_as_it_is() -> None:
    sent = b'<meta charset="windows-1252"><p>\x80 300</p>'
    assert body(response(sent, "text/html; charset=iso-8859-2")) == sent


LENGTH = b"Length: %d" % len(response(b"<p>Regen 0</p>"))
LONGER = THREE[0].replace(LENGTH, b"Length: %d" % (len(response(b"<p>Regen 0</p>")) + 40))
GARBAGE = b"rommel, geen record\r\nen nog een regel\r\n"


@pytest.mark.parametrize(
    ("data", "left", "told"),
    [
        (b"".join([THREE[0], GARBAGE, *THREE[1:]]), [0, 1, 2], "no record after the one at byte 0"),
        (b"".join([GARBAGE, *THREE]), [0, 1, 2], "no record at byte 0"),
        (packed(THREE[:1]) + GARBAGE + packed(THREE[1:]), [0, 1, 2], "damaged"),
        (b"".join(THREE)[:-20], [0, 1], "cut off"),
        (packed(THREE)[:-20], [0, 1], "cut off"),
        (packed_up(b"".join(THREE))[:-11], [0, 1], "cut off"),
        (b"".join([*THREE, THREE[0][:40]]), [0, 1, 2], "cut off"),
        # A sum that is wrong, in the middle of the archive.
        (packed(THREE[:1]) + packed(THREE[1:2])[:-8] + bytes(8) + packed(THREE[2:]), [0, 2], "dam"),
        # A length that swallows the records after it.
        (THREE[0].replace(b"Length: ", b"Length: 9") + THREE[1] + THREE[2], [1, 2], "damaged"),
        (LONGER + THREE[1] + THREE[2], [1, 2], "damaged"),
        (THREE[0].replace(b"Content-Length", b"X-Length") + THREE[1] + THREE[2], [1, 2], "damaged"),
        (THREE[0] + b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000 + THREE[1], [0, 1], "no record"),
    ],
    ids=[
        *("between", "before", "between members", "cut", "cut member", "cut stream", "cut head"),
        *("wrong sum", "swallows all", "swallows half", "no length", "endless head"),
    ],
)
def test_damage_is_told_and_the_rest_is_read(data: bytes, left: list[int], told: str) -> None:
    pages, damage = read(data)
    assert pages == [b"<p>Regen %d</p>" % number for number in left]
    assert damage
    assert told in damage[0]


def test_a_page_with_a_wrong_sum_is_not_listed_though_all_of_it_was_read() -> None:
    # A file name in the member puts its sum in the block after the one with the last of the page.
    plain = packed(THREE[:1])
    name = b"x" * (64 * 1024 + 8 - len(plain) - 1) + b"\0"
    member = plain[:3] + b"\x08" + plain[4:10] + name + plain[10:]
    assert read(member + packed(THREE[1:])) == ([b"<p>Regen %d</p>" % n for n in range(3)], [])
    pages, damage = read(member[:-8] + bytes(8) + packed(THREE[2:]))
    assert pages == [b"<p>Regen 2</p>"]
    assert len(damage) == 1


@pytest.mark.parametrize("before", range(14))
def test_a_record_is_found_after_garbage_of_any_length(before: int) -> None:
    # A line that starts a record may lie across two of the blocks that are read.
    garbage = b"x" * (64 * 1024 - len(THREE[0]) - before - 1) + b"\n"
    assert read(THREE[0] + garbage + THREE[1])[0] == [b"<p>Regen 0</p>", b"<p>Regen 1</p>"]


def test_pages_in_one_stream_are_unpacked_once_when_read_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    skipped: list[int] = []
    real = Tape.skip

    def skip(tape: Tape, count: int) -> bool:
        skipped.append(count)
        return real(tape, count)

    monkeypatch.setattr(Tape, "skip", skip)
    pages = [bytes([65 + number]) * 1_500_000 for number in range(5)]
    whole = b"".join(page(URL.format(number), body) for number, body in enumerate(pages))
    assert read(packed_up(whole, 1))[0] == pages
    assert sum(skipped) < len(whole)


@given(st.integers(1, 3), st.binary(min_size=1, max_size=200), st.sampled_from([b"".join, packed]))
def test_garbage_between_records_takes_none_of_them_away(
    at: int, garbage: bytes, packing: Callable[[list[bytes]], bytes]
) -> None:
    garbage = b"x" + garbage.replace(b"WARC/", b"") + b"\r\n"
    data = packing(THREE[:at]) + garbage + packing(THREE[at:])
    assert read(data)[0] == [b"<p>Regen %d</p>" % number for number in range(3)]


@pytest.mark.parametrize("data", [b"", b"\0" * 99, b"Het regende.\n" * 99, packed_up(b"regen")])
def test_a_file_without_a_record_is_no_archive(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no web archive"):
        list(captures(Archive(data)))


def test_line_ends_against_the_standard_are_read() -> None:
    block = response(b"<p>Regen</p>").replace(b"\r\n", b"\n")
    data = record(URL.format("kop"), block).replace(b"\r\n", b"\n")
    assert read(data * 3) == ([b"<p>Regen</p>"] * 3, [])


def test_a_bomb_in_an_archive_does_not_keep_the_rest_away() -> None:
    head = record(URL.format("bom"), b"").replace(b"Length: 0", b"Length: 999999999999")[:-4]
    stream = zlib.compressobj(9, wbits=31)
    bomb = stream.compress(head) + b"".join(stream.compress(bytes(2**20)) for _ in range(150))
    bomb += stream.flush()
    assert len(bomb) < 200_000
    pages, damage = read(packed(THREE[:1]) + bomb + packed(THREE[1:]))
    assert len(pages) == 3
    assert len(damage) == 1


def test_an_archive_damaged_all_over_is_given_up() -> None:
    data = b"".join(THREE) + b"WARC/1.0\r\n" * 5_000
    pages, damage = read(data)
    assert len(pages) == 3
    assert "too many places" in damage[-1]


@pytest.mark.parametrize("member", ["", "x", "-1", "9" * 18, "5", "0+99999", "0+5", "1e3", "٣"])
def test_a_member_that_is_not_there_says_that_the_archive_changed(member: str) -> None:
    for data in (b"".join(THREE), packed(THREE), b""):
        with pytest.raises(Unreadable, match="has changed"):
            page_at(Archive(data), member)


def test_a_record_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST", 1_000)
    data = page(URL.format("lang"), b"x" * 1_001) + page(URL.format("net"), b"x" * 1_000)
    archive = Archive(data)
    long, fits = (item for item in captures(archive) if isinstance(item, Capture))
    assert len(page_at(archive, fits.member)) == 1_000
    with pytest.raises(Unreadable, match="larger than"):
        page_at(archive, long.member)


def reads_or_refuses(data: bytes) -> None:
    archive = Archive(data)
    try:
        found = list(captures(archive))
    except Unreadable:
        return
    for item in found:
        if isinstance(item, Capture):
            try:
                page_at(archive, item.member)
            except Unreadable:
                continue


@given(st.binary(max_size=2_000))
def test_any_bytes_are_an_archive_or_refused(data: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", THREE[0], packed(THREE[:1]), b"\x1f\x8b\x08"):
        reads_or_refuses(start + data)


@given(
    st.sampled_from([b"".join(THREE), packed(THREE), packed_up(b"".join(THREE))]),
    st.lists(
        st.tuples(st.integers(0, 800), st.integers(0, 30), st.binary(max_size=12)), max_size=5
    ),
)
def test_an_archive_with_any_damage_is_read_or_refused(
    data: bytes, damage: list[tuple[int, int, bytes]]
) -> None:
    for at, length, instead in damage:
        data = data[:at] + instead + data[at + length :]
    reads_or_refuses(data)
