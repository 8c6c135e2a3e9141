from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.charset import charset_of, in_utf8
from tui.text.decode import decode


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html", None),
        ("", None),
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html; Charset="ISO-8859-1"; x=y', "ISO-8859-1"),
        ("text/html;charset = 'windows-1252'", "windows-1252"),
    ],
)
def test_the_charset_in_a_content_type_is_found(kind: str, charset: str | None) -> None:
    assert charset_of(kind) == charset


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_characters_without_a_mark_are_known_by_their_charset(charset: str) -> None:
    # All of it is good UTF-8 too, with NULs.
    assert decode(in_utf8("ab".encode(charset), charset, over_page=False)) == "ab"


def test_latin_1_is_what_the_web_makes_of_it() -> None:
    assert decode(in_utf8(b"\x80 300", "iso-8859-1", over_page=False)) == "€ 300"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_goes_before_any_charset(mark: bytes) -> None:
    assert in_utf8(mark + b"\xe9x", "windows-1250", over_page=True) == mark + b"\xe9x"


@given(st.binary(max_size=99), st.text(max_size=20), st.booleans())
def test_any_bytes_and_charset_give_bytes(data: bytes, charset: str, over_page: bool) -> None:
    for name in (charset, "unicode", "utf-7", "punycode", "undefined", "hz", "cp1252"):
        assert isinstance(in_utf8(data, name, over_page=over_page), bytes)
