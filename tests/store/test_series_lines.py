"""A text as the lines that series are made from: the same words as everywhere, found faster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.store.series_lines import Text
from tui.store.series_once import once
from tui.store.series_words import Openers, lexicon
from tui.text.sentences import sentences
from tui.text.tokens import tokens

WORDS = "Er kwamen 12.000 mensen om Zuid-Korea auto's 's 2,5 m/s °C één € İ \u00ad _x ½ ( ” dr."
PIECES = st.sampled_from([*WORDS.split(" "), "10 000", "50 km²", "wei\u00adland"])
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "", ". ", "\n\n", ", "])), max_size=30)


def written(pieces: list[tuple[str, str]]) -> str:
    return "".join(word + sign for word, sign in pieces)


@given(TEXTS)
def test_a_line_has_the_tokens_of_its_sentence(pieces: list[tuple[str, str]]) -> None:
    body = written(pieces)
    lines = Text(body, lexicon().openers).lines()
    assert [(line.start, line.end) for line in lines] == sentences(body)
    for line in lines:
        expected = tokens(body[line.start : line.end], line.start)
        assert line.texts == [token.text for token in expected]
        assert line.lowers == [token.lower for token in expected]
        assert line.starts == [token.start for token in expected]


@given(TEXTS)
def test_the_sentences_that_name_somebody_are_found_without_reading_all(
    pieces: list[tuple[str, str]],
) -> None:
    text = Text(written(pieces), lexicon().openers)
    names = frozenset({"Zuid-Korea", "Er"})
    every = [line for line in text.lines() if not names.isdisjoint(line.texts)]
    assert [line for line in text.naming(names) if not names.isdisjoint(line.texts)] == every


@given(TEXTS)
def test_the_sentences_with_a_word_are_found_without_reading_all(
    pieces: list[tuple[str, str]],
) -> None:
    text = Text(written(pieces), lexicon().openers)
    every = [line for line in text.lines() if "weiland" in line.lowers or "om" in line.lowers]
    found = text.having(["weiland", "om"])
    assert [line for line in found if {"weiland", "om"} & {*line.lowers}] == every


LOWERS = st.sampled_from(
    ["kwamen", "om", "het", "leven", "zonder", "stroom", "aan", "boord", "gedood", "gingen", "gat"]
)


@given(st.lists(LOWERS, max_size=14), st.integers(0, 14), st.integers(0, 16))
def test_phrases_are_found_in_a_part_of_a_line_as_in_those_words(
    words: list[str], first: int, stop: int
) -> None:
    line = Text(" ".join(words), lexicon().openers, 0).line(0)
    events = lexicon().events
    assert events.find_in(line, first, stop) == events.find(words, first, stop)
    assert events.find_in(line) == events.find(words)


def test_a_word_is_looked_up_in_the_lists_once() -> None:
    openers = Openers()
    openers.learn(lexicon())
    assert "events" in openers["gedood"]
    assert openers["gedood"] is openers["gedood"]
    assert openers["boterham"] == ()


def test_a_property_is_worked_out_once() -> None:
    class Counting:
        count = 0

        @once
        def number(self) -> int:
            """Counts how often it is asked."""
            self.count += 1
            return self.count

    counting = Counting()
    assert (counting.number, counting.number) == (1, 1)
