"""Bytes become text, or are refused by name: nothing else ever happens."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.text.decode import NotText, decode

STORY = "Één wethouder uit Goes: “het kost € 3 miljoen”, zei zij.\nPas in mei valt het besluit."
PLAIN = "De sluis bij Terneuzen gaat dicht.\nDe reden is onderhoud."


def declaring(charset: str, said: str, encoding: str) -> bytes:
    return f'<html><head><meta charset="{charset}"></head><p>{said}</p></html>'.encode(encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(STORY.encode(), STORY, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + STORY.encode(), STORY, id="utf-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"), STORY, id="utf-16 le, mark"),
        pytest.param(codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), STORY, id="utf-16 be, mark"),
        pytest.param(codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"), STORY, id="utf-32 le, mark"),
        pytest.param(codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"), STORY, id="utf-32 be, mark"),
        pytest.param(STORY.encode("utf-16-le"), STORY, id="utf-16 le without a mark"),
        pytest.param(STORY.encode("utf-16-be"), STORY, id="utf-16 be without a mark"),
        pytest.param(STORY.encode("cp1252"), STORY, id="cp1252"),
        pytest.param("Café ’t Spui".encode("cp1252"), "Café ’t Spui", id="cp1252, one line"),
        pytest.param(PLAIN.encode("ascii"), PLAIN, id="ascii"),
        pytest.param(b"", "", id="nothing"),
        pytest.param(codecs.BOM_UTF8, "", id="nothing but a mark"),
        pytest.param(b"a\r\nb\rc\nd", "a\nb\nc\nd", id="line ends of every system"),
        pytest.param(b"a\r\n\r\nb", "a\n\nb", id="a blank line stays one blank line"),
        pytest.param("a\r\nb".encode("utf-16"), "a\nb", id="line ends in utf-16"),
        pytest.param(b"kop\ttekst", "kop\ttekst", id="a tab is text"),
    ],
)
def test_a_text_is_read_in_its_encoding(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-15", "iso-8859-15"),
        ("ISO-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("us-ascii", "cp1252"),
        ("utf-8", "cp1252"),  # a lie: these bytes are no UTF-8
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),  # a page saved again in another encoding
    ],
)
def test_a_declared_charset_counts_where_the_bytes_are_no_utf_8(
    charset: str, encoding: str
) -> None:
    assert "café België, 5 €" in decode(declaring(charset, "café België, 5 €", encoding))


NO_CHARSET = [
    *["rot13", "zlib", "hex", "base64", "bz2", "quopri", "uu", "idna", "punycode", "undefined"],
    *["utf-7", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "onzin", "x" * 40, "-", "."],
]


@pytest.mark.parametrize("charset", NO_CHARSET)
def test_an_odd_declared_charset_is_passed_over(charset: str) -> None:
    assert "<p>café in België</p>" in decode(declaring(charset, "café in België", "cp1252"))


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-32", "utf-16be"])
def test_a_page_in_single_bytes_is_not_read_as_the_wide_charset_it_declares(charset: str) -> None:
    assert "<p>café in België</p>" in decode(declaring(charset, "café in België", "cp1252"))


def test_a_page_with_one_broken_byte_stays_utf_8() -> None:
    data = "Coëfficiënt, reünie, café, België, twee ideeën".encode() + b"\xff" + b" en meer"
    assert decode(data).startswith("Coëfficiënt, reünie, café, België")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 20, id="an image"),
        pytest.param(bytes(4000), id="nothing but NUL"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00" * 50, id="a program"),
        pytest.param(bytes(range(1, 9)) * 100, id="control characters"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


def test_a_refusal_says_what_is_wrong_in_words() -> None:
    with pytest.raises(NotText, match="no text"):
        decode(bytes(range(1, 9)) * 100)


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
@example(b"\x00\xd8\x00\xd8\x00\xd8")
@example(b"\xff\xfe\x00\xd8")
@example(b'<meta charset="rot13">\xe9')
@example(b'<meta charset="zlib">\xe9')
@example(b'<meta charset="idna">\xe9')
@example(b'<meta charset="idna">a..b\xe9')
@example(b'<meta charset="punycode">\xe9')
@example(b'<meta charset="unicode_escape">\\x\xe9')
@example(b'<meta charset="undefined">\xe9')
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotText:
        return
    assert "\r" not in text


@given(st.from_regex(rb"[\w.:-]{1,30}", fullmatch=True))
def test_whatever_a_page_declares_it_is_read_or_refused(charset: bytes) -> None:
    try:
        text = decode(b'<meta charset="' + charset + b'"><p>caf\xe9 in de stad</p>')
    except NotText:
        return
    assert text


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1).map(lambda s: s * 3))
def test_text_in_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.replace("\r\n", "\n").replace("\r", "\n")
