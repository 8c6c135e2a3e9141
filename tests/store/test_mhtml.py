from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import mhtml
from tui.store.mhtml import page_in
from tui.store.plain import Unreadable
from tui.text.decode import decode

PAGE = "<html><body><h1>Storm op zee</h1><p>De één zag 300 schepen = veel.</p></body></html>"
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
STYLE = "Content-Type: text/css\n\np { color: red }"


def part(page: str = PAGE, *, coding: str = "8bit", charset: str = "utf-8", extra: str = "") -> str:
    data = page.encode(charset)
    if coding == "base64":
        data = base64.encodebytes(data)
    elif coding == "quoted-printable":
        data = quopri.encodestring(data)
    return (
        f'Content-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: {coding}\n'
        f"{extra}\n" + data.decode("latin-1").rstrip("\n")
    )


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit", "binary", "7bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_the_page_is_read_in_every_coding(coding: str, charset: str) -> None:
    data = mhtml(part(coding=coding, charset=charset), PICTURE)
    assert decode(page_in(data)).strip() == PAGE


def test_a_page_in_utf_16_is_read() -> None:
    data = mhtml(part(coding="base64", charset="utf-16"), PICTURE)
    assert decode(page_in(data)).strip() == PAGE


def test_the_charset_of_the_part_goes_before_that_of_the_page() -> None:
    page = '<meta charset="windows-1252"><p>Łódź</p>'
    data = mhtml(part(page, charset="windows-1250"), PICTURE)
    assert decode(page_in(data)) == page


def test_nothing_of_the_boundary_is_left_behind_the_page() -> None:
    assert page_in(mhtml(part(), PICTURE)) == PAGE.encode()


def test_the_page_need_not_stand_first() -> None:
    assert decode(page_in(mhtml(PICTURE, STYLE, part()))).strip() == PAGE


def test_the_part_that_start_names_is_the_page() -> None:
    frame = part("<p>Reclame</p>", extra="Content-ID: <lijst@x>\n")
    page = part(extra="Content-ID: <kop@x>\n")
    assert decode(page_in(mhtml(frame, page, start="<kop@x>"))).strip() == PAGE
    assert "Reclame" in decode(page_in(mhtml(frame, page)))
    assert "Reclame" in decode(page_in(mhtml(frame, page, start="<nergens@x>")))


def test_a_page_among_alternatives_is_found() -> None:
    inner = mhtml(part(), boundary="binnen").decode("latin-1").replace("\r\n", "\n")
    nested = 'Content-Type: multipart/alternative; boundary="binnen"\n\n'
    nested += inner.partition("\n\n")[2]
    assert decode(page_in(mhtml(PICTURE, nested))).strip() == PAGE


def test_a_page_without_any_parts_is_read() -> None:
    data = f"From: x\nMIME-Version: 1.0\n{part()}".encode("latin-1")
    assert decode(page_in(data)).strip() == PAGE


def test_a_file_that_is_cut_off_after_the_page_still_has_it() -> None:
    whole = mhtml(part(), PICTURE)
    assert decode(page_in(whole[: whole.index(b"iVBOR") + 3])).strip() == PAGE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><p>Gewoon HTML</p></html>",
        b"zomaar tekst",
        b"From: x\n" * 20_000,
        mhtml(),
        mhtml(PICTURE, STYLE),
        mhtml("zonder kop"),
        b"Content-Type: multipart/related\n\n--x\n\n<p>\n--x--\n",
        b"Content-Type: multipart/related; boundary=\"\xe9\xff\"; start*=x''%ff\n\n--\xe9\n\n",
    ],
)
def test_a_file_without_a_page_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable, match="MHTML"):
        page_in(data)


def test_thousands_of_parts_are_refused() -> None:
    with pytest.raises(Unreadable):
        page_in(mhtml(*["Content-Type: image/png\n\nx"] * 6_000, part()))


def test_parts_within_parts_within_parts_are_refused() -> None:
    head = "Content-Type: multipart/mixed; boundary=b{0}.\n\n--b{0}.\n"
    deep = "".join(head.format(number) for number in range(2_000)).encode()
    with pytest.raises(Unreadable):
        page_in(deep)


@given(st.binary(max_size=500))
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    for start in (b"", b"Content-Type: text/html\n", mhtml(PICTURE)[:-8], mhtml(part())[:-40]):
        try:
            page_in(start + data)
        except Unreadable:
            continue


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 20), st.binary(max_size=8)), max_size=6)
)
def test_a_file_with_any_damage_is_read_or_refused(damage: list[tuple[int, int, bytes]]) -> None:
    data = mhtml(part(coding="base64", extra="Content-ID: <k@x>\n"), PICTURE, start="<k@x>")
    for at, length, instead in damage:
        data = data[:at] + instead + data[at + length :]
    try:
        page_in(data)
    except Unreadable:
        return
