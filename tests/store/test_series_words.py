"""The words of Dutch behind series: plurals, phrases with a gap, and the data itself."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.series_words import Phrases, lexicon, stem
from tui.text.language import table


@pytest.mark.parametrize(
    ("plural", "root"),
    [
        ("bommen", "bom"), ("bomen", "boom"), ("huizen", "huis"), ("brieven", "brief"),
        ("drones", "drone"), ("foto's", "foto"), ("varkens", "varken"), ("landen", "land"),
        ("gas", "gas"), ("huis", "huis"),
    ],
)  # fmt: skip
def test_a_plural_falls_together_with_its_singular(plural: str, root: str) -> None:
    assert stem(plural) == root


@given(st.text(max_size=12))
def test_any_word_has_a_stem(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1


def test_a_verb_in_two_halves_is_found_around_other_words() -> None:
    phrases = Phrases([("kwamen … om", "killed"), ("kwamen", "came")])
    there = ["er", "kwamen", "12", "mensen"]
    assert [hit.name for hit in phrases.find([*there, "om"])] == ["killed"]
    assert [hit.name for hit in phrases.find([*there, "kijken"])] == ["came"]


def test_a_longer_phrase_hides_the_shorter_one_inside_it() -> None:
    phrases = Phrases([("gat in de begroting", "shortfall"), ("begroting", "budget")])
    found = phrases.find(["een", "gat", "in", "de", "begroting"])
    assert [(hit.name, hit.at, hit.end) for hit in found] == [("shortfall", 1, 5)]


@given(st.lists(st.sampled_from(["kwamen", "om", "er", "twaalf", "het", "leven"]), max_size=14))
def test_what_is_found_lies_inside_the_words(words: list[str]) -> None:
    for hit in lexicon().events.find(words):
        assert 0 <= hit.at < hit.end <= len(words)


def test_no_noun_counts_as_two_things_or_as_two_events() -> None:
    data = table("things")
    things = Counter(noun for nouns in data["things"].values() for noun in set(nouns))
    events = Counter(noun for event in data["events"].values() for noun in set(event["nouns"]))
    assert [noun for noun, n in things.items() if n > 1] == []
    assert [noun for noun, n in events.items() if n > 1] == []


def test_all_words_of_the_data_are_in_lower_case() -> None:
    def walk(data: object) -> list[str]:
        if isinstance(data, dict):
            return [word for value in data.values() for word in walk(value)]
        return [str(word) for word in data] if isinstance(data, list) else []

    assert [word for word in walk(table("things")) if word != word.lower()] == []
