"""Setting text in lines: nothing lost, nothing too wide."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.wrap import clip, fold_lines, wrap

TEXT = st.text(alphabet=st.sampled_from('ab é-–\n\t字\u0301🇳1.,"'), max_size=80)


@given(TEXT, st.integers(1, 30))
def test_no_character_is_lost_and_lines_follow_each_other(text, width):
    lines = wrap(text, width)
    assert "".join(text[start:end] for start, end in lines) == text
    assert lines[0][0] == 0 and lines[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(lines))


@given(TEXT, st.integers(2, 30))
def test_no_line_is_wider_than_the_column(text, width):
    for start, end in wrap(text, width):
        assert cell_len(text[start:end].rstrip()) <= width


@given(TEXT, st.integers(1, 30))
def test_a_line_ends_where_the_text_has_a_line_end(text, width):
    ends = {end for _, end in wrap(text, width)}
    assert all(at + 1 in ends for at, character in enumerate(text) if character == "\n")


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("een twee drie", 8, ["een twee", "drie"]),
        ("Noord-Korea stuurt", 6, ["Noord-", "Korea", "stuurt"]),
        ("tussen 8-13 schepen", 9, ["tussen", "8-13", "schepen"]),
        ("temperatuur -5 graden", 13, ["temperatuur", "-5 graden"]),
        ("een lettergreepwoord", 6, ["een", "letter", "greepw", "oord"]),
        ("a\n\nb", 5, ["a", "", "b"]),
        ("", 5, [""]),
        ("字字字", 4, ["字字", "字"]),
    ],
)
def test_lines_are_broken_where_a_reader_expects_it(text, width, lines):
    assert [text[start:end].rstrip() for start, end in wrap(text, width)] == lines


@given(TEXT, st.integers(1, 30))
def test_a_clipped_text_fits_on_one_line(text, width):
    assert cell_len(clip(text, width)) <= width and "\n" not in clip(text, width)


@pytest.mark.parametrize(
    "text, width, most, lines",
    [
        ("Een erg lange kop over iets", 10, 2, ["Een erg", "lange kop…"]),
        ("Een kop", 10, 2, ["Een kop"]),
        ("Een kop\nmet regeleinde", 30, 2, ["Een kop met regeleinde"]),
    ],
)
def test_a_text_folds_on_a_few_lines(text, width, most, lines):
    assert fold_lines(text, width, most) == lines
