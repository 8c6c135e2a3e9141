"""The encoding that a page came with, for pages that do not say themselves how to read them."""

from __future__ import annotations

import codecs
import re

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*[\w.:-]""", re.I)
_PARAMETER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
_HEAD = 4096
_TEXT = re.compile(
    r"ascii|utf-(?:8|16|32)(?:-[lb]e)?|cp\d{3,4}|iso8859-\d+|koi8-[rut]|mac-\w+|big5\w*|gbk?\d*"
    r"|gb2312|gb18030|hz|euc_\w+|shift_jis\w*|johab|tis-620"
)
"""Codecs of Python that are encodings of text; `idna` and `unicode_escape` are others."""
_ON_THE_WEB = {"ascii": "cp1252", "iso8859-1": "cp1252"}
_ALIASES = {"unicode": "utf-16", "unicodefffe": "utf-16-be"}


def in_utf8(data: bytes, charset: str | None, *, over_page: bool) -> bytes:
    """The bytes of a page in UTF-8 with a mark, where `charset` is how to read them.

    They stay as they are where they have a mark, where they are UTF-8, where the charset is
    unknown, and, unless it goes `over_page`, where the page names one itself.
    """
    name = _codec(charset)
    if name is None or data.startswith(_BOMS):
        return data
    if not name.startswith(("utf-16", "utf-32")):  # ASCII in those is good UTF-8 too
        if not over_page and _META.search(data, 0, _HEAD):
            return data
        try:
            data.decode("utf-8")
            return data
        except UnicodeDecodeError:
            pass
    return codecs.BOM_UTF8 + data.decode(name, "replace").encode("utf-8", "replace")


def charset_of(kind: str) -> str | None:
    """The charset in a `Content-Type`."""
    found = _PARAMETER.search(kind)
    return found[1] if found else None


def _codec(charset: str | None) -> str | None:
    if not charset:
        return None
    label = charset.strip().strip("\"'").lower()[:40]
    try:
        name = codecs.lookup(_ALIASES.get(label, label)).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if not _TEXT.fullmatch(name) or name == "utf-8":
        return None
    return _ON_THE_WEB.get(name, name)
