"""The parts of a page stay what they are when the page is read again under another decision."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.app.deciding import decided
from tests.app.fakes import TROOPS, TROOPS_ARTICLE, article
from tui.parts import cut_parts, piece_at, same_place

TEXTS = [piece.text for piece in TROOPS_ARTICLE.pieces if piece.text and piece.part != "title"]
ACTIONS = st.dictionaries(st.sampled_from(TEXTS), st.sampled_from(["restore", "cut"]))


def test_mere_mark_up_is_no_cut_part() -> None:
    assert "" in [piece.text for piece in TROOPS_ARTICLE.stripped]
    assert "" not in [piece.text for piece in cut_parts(TROOPS_ARTICLE)]


def test_an_offset_lies_in_its_paragraph() -> None:
    piece = piece_at(TROOPS_ARTICLE, TROOPS.index("Kremlin"))
    assert piece is not None and piece.text.startswith("Moskou")
    assert piece_at(article("leeg.txt", "Kop", ""), 0) is None


@given(ACTIONS, ACTIONS, st.data())
def test_a_place_goes_with_its_words(
    before: dict[str, str], after: dict[str, str], data: st.DataObject
) -> None:
    old, new = decided(TROOPS_ARTICLE, before), decided(TROOPS_ARTICLE, after)
    offset = data.draw(st.integers(0, max(0, len(old.body) - 1)))
    there = same_place(old, new, offset)
    piece = piece_at(old, offset)
    assert 0 <= there <= len(new.body)
    if piece is not None and any(
        other.start == piece.start and other.part == "body" for other in new.pieces
    ):
        assert new.body[there : there + 1] in (old.body[offset : offset + 1], "\n", "")
        again = piece_at(new, there)
        assert again is not None and again.start == piece.start


def test_the_place_of_words_that_were_cut_is_the_next_paragraph_or_the_last() -> None:
    paragraphs = TROOPS.split("\n\n")
    for cut, next_one in ((0, 1), (2, 3), (4, 3)):
        new = decided(TROOPS_ARTICLE, {paragraphs[cut]: "cut"})
        there = same_place(TROOPS_ARTICLE, new, TROOPS.index(paragraphs[cut]) + 5)
        assert new.body[there:].startswith(paragraphs[next_one])
