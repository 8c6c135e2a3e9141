from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.reanchoring import unmarked
from tui.store.anchoring import Anchor, find
from tui.store.anchors import Selector, select
from tui.text.clean import clean
from tui.text.decode import decode
from tui.text.page import dump
from tui.text.sentences import sentences

CORPUS = Path(__file__).parents[2] / "corpus"
BODY = """De pont naar Oostdijk ligt stil. Dat meldt schipper Joris Maas.

In de haven wachten 340 vrachtwagens, zegt de politie. Dat zijn er ongeveer 40 meer dan gisteren.

Volgens de rederij is de pont niet stuk. "Wij varen zaterdag weer", aldus Hanna Dekker.

De schade is 2,5 miljoen euro. Dat meldt schipper Joris Maas."""
QUOTE = "In de haven wachten 340 vrachtwagens, zegt de politie."

letters = st.text(alphabet="ab1 2.\n,é-'\"niet geen", max_size=120)
any_text = st.text(max_size=80)
WORDS = "de pont vaart niet 40 3.000 euro Maas Oostdijk zegt mogelijk en is weer geen drie"
words = st.sampled_from(WORDS.split())
sentence = st.lists(words, min_size=1, max_size=9).map(lambda found: " ".join(found) + ".")
paragraphs = st.lists(sentence, min_size=1, max_size=7).map("\n\n".join)
OTHERS = "storm, haring op zee was lang? gaat voor 12"
others = st.lists(st.sampled_from(OTHERS.split()), min_size=1)
plain = st.lists(words, min_size=2, max_size=9, unique=True).map(lambda some: " ".join(some) + ".")
various = st.lists(plain, min_size=1, max_size=7, unique=True).map("\n\n".join)
elsewhere = others.map(lambda some: " ".join(some) + ".")


def marked(text: str) -> tuple[str, Selector]:
    body, ((start, end),) = unmarked(text)
    return body, select(body, start, end)


def spans(body: str, data: st.DataObject) -> tuple[int, int]:
    start = data.draw(st.integers(0, len(body)))
    return start, data.draw(st.integers(start, len(body)))


def count(quote: str, text: str) -> int:
    """How often the words of a quote stand in a text, whatever stands between them."""
    some, every = (re.findall(r"(?:\d\.)?\w+", part.lower()) for part in (quote, text))
    return sum(every[at : at + len(some)] == some for at in range(len(every)))


@given(st.one_of(letters, any_text, paragraphs), st.data())
def test_in_a_text_that_did_not_change_every_mark_stays(body: str, data: st.DataObject) -> None:
    start, end = spans(body, data)
    anchor = find(select(body, start, end), body)
    assert anchor.state == "ANCHORED"
    assert anchor.place is not None
    assert (anchor.place.start, anchor.place.end) == (start, end)
    assert anchor.place.text == anchor.quote == body[start:end]


@given(st.one_of(letters, paragraphs), st.data())
def test_a_quote_with_another_digit_is_never_anchored(body: str, data: st.DataObject) -> None:
    digits = [at for at, char in enumerate(body) if char.isdigit()]
    if not digits:
        return
    at = data.draw(st.sampled_from(digits))
    start, end = data.draw(st.integers(0, at)), data.draw(st.integers(at + 1, len(body)))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != body[at]]))
    changed = body[:at] + other + body[at + 1 :]
    assert find(select(body, start, end), changed).state != "ANCHORED"


@given(elsewhere, various, st.data())
def test_a_paragraph_of_other_words_before_a_quote_that_is_there_once_changes_nothing(
    before: str, body: str, data: st.DataObject
) -> None:
    start = data.draw(
        st.sampled_from([match.start() for match in re.finditer(r"(?:\d\.)?\w+", body)])
    )
    ends = [match.end() for match in re.finditer(r"(?:\d\.)?\w+", body) if match.end() > start]
    end = data.draw(st.sampled_from(ends))
    new = f"{before}\n\n{body}"
    anchor = find(select(body, start, end), new)
    if count(body[start:end], new) == 1:
        assert anchor.state == "ANCHORED"
        assert anchor.place is not None
        assert anchor.place.start == len(before) + 2 + start


@given(st.one_of(letters, any_text), st.one_of(letters, any_text), st.data())
def test_whatever_became_of_a_text_what_is_told_holds(
    old: str, new: str, data: st.DataObject
) -> None:
    start, end = spans(old, data)
    anchor = find(select(old, start, end), new, data.draw(st.sampled_from([None, "", old])))
    assert anchor.quote == old[start:end]
    counts = {"ANCHORED": (1, 1), "CHANGED": (1, 1), "AMBIGUOUS": (1, 99), "ORPHAN": (0, 0)}
    least, most = counts[anchor.state]
    assert least <= len(anchor.places) <= most
    assert (anchor.place is None) == (anchor.state in ("AMBIGUOUS", "ORPHAN"))
    for place in anchor.places:
        text = new if place.part == "body" else old
        assert text[place.start : place.end] == place.text
    if anchor.state == "CHANGED":
        assert anchor.kinds
    if anchor.state == "ANCHORED":
        assert not anchor.kinds


@given(paragraphs, paragraphs, st.data())
def test_what_is_anchored_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start, end = spans(old, data)
    anchor = find(select(old, start, end), new)
    if anchor.place and anchor.state == "ANCHORED":
        assert re.findall(r"\w+", anchor.place.text) == re.findall(r"\w+", anchor.quote)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("gedood", "gedoopt", "CHANGED"),
        ("340", "341", "CHANGED"),
        ("Oostdijk", "Westdijk", "CHANGED"),
        ("niet stuk", "stuk", "CHANGED"),
        ('"Wij varen zaterdag weer"', "'Wij varen zaterdag weer'", "ANCHORED"),
    ],
)
def test_one_word_more_or_less_is_seen_in_a_mark_of_the_whole_text(
    old: str, new: str, state: str
) -> None:
    body = BODY.replace("stil", "stil, een man is gedood")
    assert old in body
    anchor = find(select(body, 0, len(body)), body.replace(old, new, 1))
    assert anchor.state == state


def test_a_sentence_of_one_article_is_not_anchored_in_another() -> None:
    dumps = sorted(CORPUS.rglob("*.txt"))
    bodies = [clean(dump(decode(path.read_bytes()))).body for path in dumps[:12]]
    tried = 0
    for body, other in pairwise(bodies):
        for start, end in sentences(body):
            if body[start:end] not in other:
                tried += 1
                state = find(select(body, start, end), other).state
                assert state in ("ORPHAN", "AMBIGUOUS"), body[start:end]
    assert tried > 20


def test_old_and_new_can_be_shown_side_by_side() -> None:
    start = BODY.index(QUOTE)
    new = "Nieuw.\n\n" + BODY.replace("340", "430")
    anchor = find(select(BODY, start, start + len(QUOTE)), new)
    place = anchor.place
    assert place is not None
    assert (anchor.quote, place.text) == (QUOTE, QUOTE.replace("340", "430"))
    (difference,) = place.differences
    assert (difference.old, difference.new, difference.kinds) == ("340", "430", ("number",))
    assert BODY[difference.at :].startswith("340")
    assert new[difference.start : difference.end] == "430"


def test_a_selector_without_surroundings_is_found_where_its_words_stand_once() -> None:
    start = BODY.index(QUOTE)
    bare = Selector(QUOTE, "", "", 0, len(QUOTE))
    anchor = find(bare, BODY)
    assert (anchor.state, anchor.places[0].start) == ("ANCHORED", start)
    twice = Selector("Dat meldt schipper Joris Maas.", "", "", 500, 530)
    assert find(twice, BODY).state == "AMBIGUOUS"


def test_a_quote_that_went_from_the_headline_to_the_body_must_be_confirmed() -> None:
    title = "Pont naar Oostdijk ligt weer stil"
    selector = select(title, 0, len(title))
    anchor = find(selector, f"{title}.\n\nHet stormt.", "Storm op zee", part="title")
    assert anchor.state == "AMBIGUOUS"
    assert [(place.part, place.text) for place in anchor.places] == [("body", title)]
    assert find(selector, "Het stormt.", "Storm op zee", part="title") == Anchor("ORPHAN", title)


def test_a_word_that_stands_in_the_text_a_thousand_times_is_found_by_what_is_around_it() -> None:
    body, selector = marked("Wij zijn " * 800 + "niet [wij] maar zij. " + "Wij zijn " * 800)
    anchor = find(selector, "Zo is dat. " + body)
    assert anchor.state == "ANCHORED"
    assert anchor.places[0].start == selector.start + len("Zo is dat. ")
