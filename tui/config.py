"""What a reader can set, read from one TOML file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tui.keys import Keymap, KeymapError

THEMES = ("newsreader-dark", "newsreader-light", "ansi-dark", "ansi-light")
NARROWEST, WIDEST = 40, 120
LONGEST_NAME = 100


class ConfigError(ValueError):
    """A setting that cannot be; the message names the file, the line and what is expected."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of newsreader."""

    theme: str = "newsreader-dark"
    """One of `THEMES`; the last two use the terminal's own colours."""

    column: int = 72
    """The widest an article is set, in characters (40 to 120); 66 to 80 reads best."""

    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other keys for an action, as `next_article = ["J", "ctrl+n"]`; these replace its own."""

    name: str = ""
    """The name under which your notes go out; where it is empty, that of your login."""

    @property
    def signature(self) -> str:
        """The name under which notes go out."""
        if self.name:
            return self.name
        import getpass

        try:
            return getpass.getuser()
        except (OSError, KeyError):  # an account without a name
            return "me"


def default_path() -> Path:
    """Where the settings are looked for when no other file is named."""
    from platformdirs import user_config_path

    return user_config_path("newsreader", appauthor=False) / "config.toml"


def load(path: Path | None = None) -> Config:
    """The settings in `path`, or in the default file where that exists.

    Raises ConfigError for a file that cannot be read or a setting that cannot be.
    """
    source = default_path() if path is None else path
    text = _text_of(source)
    if text is not None:
        return _parse(text, source)
    if path is not None:
        raise ConfigError(f"{source}: there is no such file")
    return Config()


class PageWord(NamedTuple):
    """A pattern of a reader's own for lines that are page and not article."""

    table: Literal["edge", "line", "section"]
    reason: str
    pattern: str


PAGE_WORDS: tuple[Literal["edge", "line", "section"], ...] = ("edge", "line", "section")
"""Only at the edges of a page; anywhere on it; the head of a part that is no longer the article."""


def load_page_words(path: Path | None = None) -> tuple[PageWord, ...]:
    """The patterns in `page.toml` beside the settings: none where there is no such file.

    Raises ConfigError for a file that cannot be read or a pattern that cannot be.
    """
    source = default_path().with_name("page.toml") if path is None else path
    text = _text_of(source)
    if text is None:
        return ()
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{source}: {error}") from error
    found = []
    for table, reasons in data.items():
        if table not in PAGE_WORDS or not isinstance(reasons, dict):
            raise ConfigError(
                f"{source}{_line(text, table)}: {table}: there are only the tables "
                f"{', '.join(f'[{name}]' for name in PAGE_WORDS)}"
            )
        for reason, patterns in reasons.items():
            where = f"{source}{_line(text, reason)}: {reason}"
            for pattern in _keys(patterns) or ():
                _check(pattern, where)
                found.append(PageWord(table, reason, pattern))
            if _keys(patterns) is None:
                raise ConfigError(f"{where}: expected a pattern or a list of patterns")
    return tuple(found)


def _check(pattern: str, where: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ConfigError(
            f"{where}: {pattern!r} is no regular expression ({error}); "
            "write \\ before a sign that means itself"
        ) from error


def _text_of(source: Path) -> str | None:
    try:
        return source.read_bytes().decode()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigError(f"{source}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{source}: is not UTF-8 text") from error


def _parse(text: str, source: Path) -> Config:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{source}: {error}") from error

    def wrong(name: str, problem: str) -> ConfigError:
        return ConfigError(f"{source}{_line(text, name)}: {name}: {problem}")

    plain = Config()
    known = [setting.name for setting in fields(Config)]
    for name in data:
        if name not in known:
            raise wrong(name, f"there is no such setting; there are {', '.join(known)}")
    theme = data.get("theme", plain.theme)
    if theme not in THEMES:
        raise wrong("theme", f"{theme!r} is not one of {', '.join(THEMES)}")
    column = data.get("column", plain.column)
    if type(column) is not int or not NARROWEST <= column <= WIDEST:
        raise wrong("column", f"expected a whole number from {NARROWEST} to {WIDEST}")
    name = data.get("name", plain.name)
    if not isinstance(name, str) or not name.isprintable() or len(name) > LONGEST_NAME:
        raise wrong("name", f"expected a name of {LONGEST_NAME} characters at most")
    keymap = data.get("keymap", {})
    if not isinstance(keymap, dict):
        raise wrong("keymap", 'expected a table such as [keymap] with next_article = ["J"]')
    keys = {}
    for action, written in keymap.items():
        keys[action] = _keys(written)
        if keys[action] is None:
            raise wrong(action, "expected a key or a list of keys")
    chosen = {action: written for action, written in keys.items() if written is not None}
    try:
        Keymap(chosen)
    except KeymapError as error:
        raise ConfigError(f"{source}{_line(text, error.action)}: {error}") from error
    return Config(theme, column, chosen, name.strip())


def _keys(written: Any) -> tuple[str, ...] | None:
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list) and all(isinstance(key, str) for key in written):
        return tuple(written)
    return None


def _line(text: str, name: str) -> str:
    found = re.search(rf"^[ \t\[]*[\"']?{re.escape(name)}[\"']?[ \t]*[=\].]", text, re.MULTILINE)
    return f", line {text.count(chr(10), 0, found.start()) + 1}" if found else ""
