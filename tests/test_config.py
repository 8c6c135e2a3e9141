"""The settings file: what can be set, and what is said of what cannot."""

import pytest

from tui import config
from tui.config import Config, ConfigError, PageWord, load, load_page_words


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_no_file_gives_the_defaults(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "default_path", lambda: tmp_path / "none.toml")
    assert load() == Config()


def test_a_file_that_was_named_must_exist(tmp_path):
    with pytest.raises(ConfigError, match="no such file"):
        load(tmp_path / "none.toml")


def test_everything_can_be_set(write):
    text = (
        'theme = "ansi-light"\ncolumn = 66\nname = " Jan de Wit "\n'
        '[keymap]\ndown = "ctrl+n"\nup = ["ctrl+p", "k"]\ncommands = ":"\n'
    )
    assert load(write(text)) == Config(
        "ansi-light",
        66,
        {"down": ("ctrl+n",), "up": ("ctrl+p", "k"), "commands": (":",)},
        "Jan de Wit",
    )


@pytest.mark.parametrize(
    "text, parts",
    [
        ('theme = "dark"', ["line 1", "theme", "newsreader-dark"]),
        ("\ncolumn = 20", ["line 2", "column", "40 to 120"]),
        ("column = true", ["column", "whole number"]),
        ("name = 3", ["line 1", "name", "100 characters"]),
        ('name = "a\\u001b]0;x"', ["name", "100 characters"]),
        ('colour = "red"', ["line 1", "colour", "no such setting", "column"]),
        ("keymap = 3", ["keymap", "table"]),
        ("[keymap]\n\nup = 3", ["line 3", "up", "a key or a list"]),
        ('[keymap]\ndwon = "j"', ["line 2", "dwon", "did you mean 'down'"]),
        ('[keymap]\nup = "k"\nzen = "entr"', ["line 3", "zen", "'enter'"]),
        ("theme = dark", ["line 1"]),
    ],
)
def test_a_wrong_setting_is_named_with_its_file_and_line(write, text, parts):
    path = write(text)
    with pytest.raises(ConfigError) as error:
        load(path)
    for part in [str(path), *parts]:
        assert part in str(error.value)


def test_notes_go_out_under_the_name_that_was_set_or_that_of_the_login(monkeypatch):
    monkeypatch.setenv("LOGNAME", "jan")
    assert Config().signature == "jan"
    assert Config(name="Jan de Wit").signature == "Jan de Wit"


def test_an_account_without_a_name_has_a_name_too(monkeypatch):
    def nobody():
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert Config().signature == "me"


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "config.toml"
    path.write_bytes(b"theme = \xff")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(path)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


def test_words_for_what_is_page_are_read_from_a_file_of_their_own(write):
    text = "[edge]\nbanner = 'welkom bij .*'\n[section]\nmeer = ['elders in .*', 'en verder']\n"
    assert load_page_words(write(text)) == (
        PageWord("edge", "banner", "welkom bij .*"),
        PageWord("section", "meer", "elders in .*"),
        PageWord("section", "meer", "en verder"),
    )


def test_without_that_file_there_are_no_such_words(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "default_path", lambda: tmp_path / "config.toml")
    assert load_page_words() == ()


@pytest.mark.parametrize(
    "text, parts",
    [
        ("[line]\nbanner = '(welkom'", ["line 2", "banner", "'(welkom'", "regular expression"]),
        ("[line]\nbanner = 3", ["line 2", "banner", "a pattern or a list"]),
        ("[lines]\nbanner = 'x'", ["line 1", "lines", "[edge], [line], [section]"]),
        ("banner = 'x'", ["line 1", "banner", "[edge], [line], [section]"]),
        ("[line", ["page.toml"]),
    ],
)
def test_what_is_wrong_with_the_words_is_named(tmp_path, text, parts):
    path = tmp_path / "page.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_page_words(path)
    for part in parts:
        assert part in str(caught.value)
