"""The fields of JSON-LD as they come in files: one value or some, addresses, names and times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote_to_bytes

from tui.export.notes_jsonld import MARK, UUID, name_of
from tui.export.notes_sound import Unsound

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""How an address begins that is no path: `https:`, `//host`."""


def is_object(data: Any) -> bool:
    """Whether something has fields."""
    return isinstance(data, dict)


def string(data: Mapping[str, Any], name: str) -> str:
    """The text of a field, empty where there is none. Raises Unsound."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise Unsound(f"{name}: no text")
    return value


def strings(data: Mapping[str, Any], name: str, fields: tuple[str, ...]) -> dict[str, str]:
    """The texts of some of our own fields, in an object of that name. Raises Unsound."""
    inner = data.get(name, {})
    if not is_object(inner):
        raise Unsound(f"{name}: no object")
    return {field: string(inner, f"nr:{field}") for field in fields}


def listed(data: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a field: JSON-LD has one of them bare, or some in a list."""
    value = data.get(name, [])
    return value if isinstance(value, list) else [value]


def id_of(name: str) -> str:
    """The id of a mark by its IRI; that of another program is its own id here."""
    bare = name.removeprefix(UUID)
    if name.startswith(UUID) and _UUID.fullmatch(bare):
        return bare.replace("-", "")
    if name.startswith(MARK):
        id = _unquoted(name.removeprefix(MARK), "surrogatepass")
        if id is not None and name_of(id) == name:
            return id
    return name


def path_of(source: str) -> str:
    """The path that a relative address is; nothing for another, which leads out of the corpus."""
    if _ELSEWHERE.match(source):
        return ""
    return _unquoted(source.removeprefix("./"), "surrogateescape") or ""


def utc(when: str) -> str:
    """A time as it is kept; as it is where it is none, or nobody says in which zone."""
    try:
        time = datetime.fromisoformat(when)
        return time.astimezone(UTC).isoformat(timespec="seconds") if time.tzinfo else when
    except (ValueError, OverflowError):
        return when


def _unquoted(text: str, errors: str) -> str | None:
    """What is meant by an address; None where it is none, with half a character in it."""
    try:
        return unquote_to_bytes(text).decode("utf-8", errors)
    except UnicodeError:
        return None
