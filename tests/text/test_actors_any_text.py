"""Whatever a text holds: mentions lie in it, apart from one another, and always the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tui.text.actors import actors, explained
from tui.text.article import Actor
from tui.text.sentences import sentences
from tui.text.spellings import are_two_names, spelling

PIECES = st.sampled_from(
    [
        *["Jan", "Peeters", "Van den Berg", "van der", "De", "de", "het", "'s", "'t", "J.", "W"],
        *["NAVO", "CD&V", "FC", "Gent", "Antwerpse", "Seoul", "Rusland", "Brussel", "al-Assad"],
        *["minister", "van", "Defensie", "directeur", "volgens", "zei", "meldt", "in", "bij", "en"],
        *["Universiteit", "Bank", "Haven", "Ronde", "Kanaal", "BBC", "2", "3-0", "(43)", "(CPB)"],
        *["&", "-", "–", "(", ")", "“", "”", '"', "'", ":", ",", ".", "!", "\n", "\n\n", "II"],
        *["Belg", "Belgen", "Polen", "Kim Jong-un", "O'Brien", "België-Italië", "Jansens", "İx"],
        *["Volgens", "Eén", "UTRECHT (ANP) -", "MINISTER ZEGT NEE TEGEN PLAN", "d'Arc", "W.", "ß"],
    ]
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
) | st.text(max_size=60)


def found(text: str) -> tuple[Actor, ...]:
    """The actors of a body."""
    return actors(text, sentences(text))


@given(TEXTS)
def test_a_mention_lies_in_the_text_as_it_is_printed(text: str) -> None:
    for actor in found(text):
        assert actor.name and actor.mentions
        for mention in actor.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            assert "\n" not in mention.text


@given(TEXTS)
def test_no_mention_lies_in_another(text: str) -> None:
    spans = sorted((m.start, m.end) for actor in found(text) for m in actor.mentions)
    for before, after in pairwise(spans):
        assert before[1] <= after[0]


@given(TEXTS)
def test_actors_stand_in_the_order_of_their_first_mentions(text: str) -> None:
    firsts = [actor.mentions[0].start for actor in found(text)]
    assert firsts == sorted(firsts)
    for actor in found(text):
        starts = [mention.start for mention in actor.mentions]
        assert starts == sorted(starts)


@given(TEXTS)
def test_no_two_actors_have_one_name_and_type(text: str) -> None:
    keys = [(actor.name, actor.type) for actor in found(text)]
    assert len(set(keys)) == len(keys)


@given(TEXTS)
def test_the_same_text_gives_the_same_actors(text: str) -> None:
    assert found(text) == found(text)


@given(TEXTS)
@example("Universiteit 's Belg")
def test_explaining_finds_the_same_actors(text: str) -> None:
    again = explained(text, sentences(text))
    assert tuple(actor for actor, _ in again) == found(text)
    for _, why in again:
        assert any(reason.field == "type" for reason in why)


@given(TEXTS, st.text(max_size=40) | st.none())
def test_a_title_of_any_shape_adds_no_mention_outside_the_body(
    text: str, title: str | None
) -> None:
    for actor in actors(text, sentences(text), title):
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)


@given(st.text(max_size=20), st.text(max_size=20))
def test_spellings_compare_alike_from_both_sides(first: str, second: str) -> None:
    assert spelling(first) == spelling(first)
    assert are_two_names(first, second) == are_two_names(second, first)
    assert not are_two_names(first, first)
