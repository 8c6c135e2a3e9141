"""The sets of common words find what FTS5 finds, whatever was written since they were made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store import seeking
from tests.store.naive import Page
from tui.store import often, words
from tui.store.index import Index
from tui.store.query import parse

_WORDS = ("de", "dijk", "dijken", "dam", "é", "ж", "dж", "3000", "a")
_ASKED = ("d*", "de", "de*", "di*", "dijk", "dijk*", "dijken", "dam", "e", "ж", "dж", "a*", "3*")
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setattr(often, "LEAST", 0)
    monkeypatch.setattr(often, "SHARE", 1_000)  # every word is common
    index = seeking.opened(tmp_path)
    yield index
    index.close()


def page(text: str) -> Page:
    return Page("Kop", text)


def told(index: Index, word: str) -> list[int]:
    """The articles with a word, by the sets where there is one."""
    return sorted(seeking.seeker(index).view(parse(word)).ids)


def count(index: Index, ready: int) -> None:
    """Tell the tally, as ingest would."""
    with index.write() as connection:
        connection.execute("UPDATE tally SET n = ? WHERE state = 1", (ready,))


def kept(index: Index) -> set[str]:
    """What has a set, or shares one."""
    return {word for (word,) in index.ask("SELECT word FROM often WHERE word <> ''")}


def write(index: Index, at: int, old: str, new: str) -> None:
    """An article has another text now."""
    with index.write() as connection:
        words.drop(connection, at, "Kop", old)
        words.put(connection, at, "Kop", new)


@settings(max_examples=60)
@given(
    st.lists(_TEXTS, min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), _TEXTS), max_size=4),
    st.lists(_TEXTS, max_size=3),
)
def test_what_was_written_since_is_found_and_no_more(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[str],
    rewritten: list[tuple[int, str]],
    later: list[str],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(often, "LEAST", 0)
        patch.setattr(often, "SHARE", 1_000)
        index = seeking.opened(tmp_path_factory.mktemp("index"))
        texts = dict(zip(seeking.put(index, map(page, first)), first, strict=True))
        count(index, len(first))
        often.make(index)
        assert "d*" in kept(index) or not any("d" in text for text in first)
        for nth, text in rewritten:
            at = sorted(texts)[nth % len(texts)]
            write(index, at, texts[at], text)
            texts[at] = text
        texts |= zip(seeking.put(index, map(page, later), first=len(first)), later, strict=True)
        for asked in _ASKED:
            begins, word = asked.endswith("*"), asked.rstrip("*")
            fits = str.startswith if begins else str.__eq__
            plain = {at: text.replace("é", "e").split() for at, text in texts.items()}
            right = [at for at in plain if any(fits(each, word) for each in plain[at])]
            assert told(index, asked) == right, asked
        index.close()


def test_a_set_is_used_and_one_that_two_words_share_is_kept_once(index: Index) -> None:
    seeking.put(index, [page("dijken"), page("de dijken"), page("de")])
    count(index, 3)
    often.make(index)
    rows = index.ask("SELECT word, packed IS NULL, same FROM often WHERE word LIKE 'dij%'")
    assert ("dijken", 0, None) in rows
    assert ("dij*", 1, "dijken") in rows
    with index.write() as connection:
        connection.execute("DELETE FROM word_data WHERE id > 10")  # FTS5 knows no word now
    assert told(index, "dij*") == [1, 2]
    assert told(index, "dijken") == [1, 2]


def test_sets_are_thrown_away_when_too_much_was_written(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = seeking.put(index, [page("dijk") for _ in range(4)])
    count(index, 4)
    often.make(index)
    monkeypatch.setattr(often, "_TOO_LATE", "(SELECT count(*) > 2 FROM lately)")
    for done, at in enumerate(ids, 1):
        write(index, at, "dijk", "dam")
        with index.write() as connection:
            often.bound(connection)
        assert bool(kept(index)) is (done < 3)
        assert told(index, "dam") == ids[:done]
    assert index.ask("SELECT * FROM lately") == []  # and nothing is written there any more


def test_what_is_written_while_they_are_made_is_found(index: Index) -> None:
    ids = seeking.put(index, [page("dijk"), page("dam")])
    count(index, 2)
    asked = 0

    def meanwhile() -> bool:
        nonlocal asked
        asked += 1
        if asked == 2:  # between one set and the next
            write(index, ids[1], "dam", "dijk")
        return False

    often.make(index, meanwhile)
    assert told(index, "dijk") == ids
    assert told(index, "dam") == []


def test_a_making_that_was_called_off_is_gone_on_from(index: Index) -> None:
    seeking.put(index, [page("dijk"), page("dam")])
    count(index, 2)
    calls = iter([False, False, False, True])
    often.make(index, lambda: next(calls, True))
    early = kept(index)
    assert early and "dijk" not in early
    assert [told(index, word) for word in ("dijk", "dam")] == [[1], [2]]
    begun = index.ask("SELECT packed FROM often WHERE word = ''")
    often.make(index, lambda: True)
    assert kept(index) == early and index.ask("SELECT packed FROM often WHERE word = ''") == begun
    rows = index.ask("SELECT rowid, word FROM often WHERE word <> ''")
    often.make(index)
    assert set(rows) <= set(index.ask("SELECT rowid, word FROM often"))  # none was made anew
    assert {"dijk", "dam"} <= kept(index)
    write(index, 1, "dijk", "dam")
    often.make(index)  # nothing to do: so little was written
    assert index.ask("SELECT entry FROM lately") == [(1,)]


def test_one_that_is_called_off_at_once_throws_nothing_away(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeking.put(index, [page("dijk"), page("dam")])
    count(index, 2)
    often.make(index)
    before = kept(index)
    monkeypatch.setattr(often, "_LATE", 0)
    write(index, 1, "dijk", "dam")
    often.make(index, lambda: True)
    assert kept(index) == before
    often.make(index)
    assert index.ask("SELECT * FROM lately") == []


def test_two_who_make_them_do_not_mix_theirs(index: Index, tmp_path: Path) -> None:
    seeking.put(index, [page("dam"), page("dijk")])
    count(index, 2)
    other = Index(tmp_path / "corpus.sqlite", engine="test")
    asked = 0

    def meanwhile() -> bool:
        nonlocal asked
        asked += 1
        if asked == len(("da*", "dam*", "dam")):  # that of `dam` is made, and not yet kept
            write(other, 1, "dam", "dijk")
            often.make(other)
        return False

    often.make(index, meanwhile)
    assert [told(index, word) for word in ("dam", "dijk")] == [[], [1, 2]]
    other.close()


def test_a_page_without_a_text_any_more_is_not_found(index: Index) -> None:
    seeking.put(index, [page("dijk"), page("dijk")])
    count(index, 2)
    often.make(index)
    with index.write() as connection:
        words.drop(connection, 1, "Kop", "dijk")
    assert told(index, "dijk") == [2]


def test_few_articles_need_none(tmp_path: Path) -> None:
    index = seeking.opened(tmp_path)
    seeking.put(index, [page("dijk")])
    count(index, 1)
    often.make(index)
    assert index.ask("SELECT * FROM often") == []
    write(index, 1, "dijk", "dam")
    assert index.ask("SELECT * FROM lately") == []
    index.close()


def test_an_error_is_not_taken_for_all_that_there_is(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeking.put(index, [page("dijk")])
    count(index, 1)
    monkeypatch.setattr(often, "_COUNTS", "SELECT term, doc FROM nowhere WHERE ? < ?")
    often.make(index)
    monkeypatch.undo()
    monkeypatch.setattr(often, "LEAST", 0)
    often.make(index)
    assert "dijk" in kept(index)


def test_an_index_in_memory_has_none(monkeypatch: pytest.MonkeyPatch, index: Index) -> None:
    seeking.put(index, [page("dijk")])
    count(index, 1)
    monkeypatch.setattr(Index, "in_a_file", False)
    often.make(index)
    assert kept(index) == set()


def test_an_index_that_cannot_be_written_says_so(index: Index) -> None:
    seeking.put(index, [page("dijk")])
    count(index, 1)
    index.close()
    with pytest.raises(sqlite3.Error):
        often.make(index)


def test_a_word_that_few_articles_have_has_no_set(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(often, "SHARE", 2)
    seeking.put(index, [page("dijk dam"), page("dijk"), page("dam"), page("zee zeer")])
    count(index, 4)
    often.make(index)
    assert kept(index) >= {"dijk", "dam", "d*"}
    assert kept(index).isdisjoint({"zee", "zeer", "z*"})  # two words, and only one article
