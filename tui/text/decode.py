"""Bytes to str: byte order mark, strict UTF-8, UTF-16 by its NULs, else the declared or cp1252."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_SINGLE_BYTE = re.compile(r"cp125\d|iso8859-\d+|koi8-[rut]|mac-\w+|cp(?:437|850|852|866)")
_SAMPLE = 4096
_MOST_CONTROLS = 0.05
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class NotText(ValueError):
    """The bytes are no text in any encoding that news pages come in."""


def decode(data: bytes) -> str:
    """The text of the bytes, with line feeds for every kind of line end.

    Strict UTF-8 is tried before the charset that a page declares, for pages are often saved
    again in another one. Raises NotText for binary data.
    """
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:_SAMPLE]
    if sample and len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise NotText("this is no text: too many control characters")
    return text


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if wide := _utf16(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return data.decode("utf-8", "replace")
    return data.decode(_declared(data), "replace")


def _utf16(sample: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: Dutch in it has a NUL in every other place."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether good multi-byte UTF-8 far outweighs the bad bytes (a page broken in the middle)."""
    bad = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    good = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", data))
    return good > 4 * bad


def _declared(data: bytes) -> str:
    """The single-byte encoding that a page declares; cp1252 where it declares none.

    Only encodings that agree with ASCII count: a declaration that can be read as ASCII rules out
    UTF-16, and one that failed as UTF-8 is not UTF-8 after all. Latin-1 is cp1252 on the web.
    """
    found = _DECLARED.search(data[:_SAMPLE])
    if not found:
        return "cp1252"
    try:
        name = codecs.lookup(found.group(1).decode("ascii", "replace")).name
    except LookupError:
        return "cp1252"
    return name if _SINGLE_BYTE.fullmatch(name) and name != "iso8859-1" else "cp1252"
