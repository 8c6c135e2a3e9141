"""Long and hostile texts: the work grows with the text, and nothing in it ends the reading."""

from __future__ import annotations

import pytest

from tests.text.stepping import steps
from tui.text.article import Article
from tui.text.numbers import digits_value, word_value
from tui.text.read import read

_HEAD = "Kop boven het bericht\n\n"


def _read(body: str) -> Article:
    return read((_HEAD + body).encode(), "lang.txt")


_REPEATED = {
    "quotation marks of two kinds": "\"' ",
    "short curly quotations": "“ a ” ",
    "quotations that never close": 'zei: "a ',
    "a first name": "Jan ",
    "initials": "A.",
    "who says what, without a full stop": "Jan zegt dat ",
    "who says what, between commas": "Jan Smit zegt, ",
    "pronouns without a full stop": "Hij zegt dat het regent, Jan Smit en ",
    "dates": "4 november ",
    "numbers": "1 ",
    "number words": "honderd ",
    "portfolios": "Zaken en ",
    "ministries": "ministerie van Zaken ",
    "bodies by a noun": "de politie ",
    "quotations that nobody claims": '"Dat is een mooie dag geweest." ',
    "quotations with a speaker": '"Dat is een mooie dag", zei Jan Smit. ',
    "sentences of a person": "Jan Smit ging. Hij zegt dat het regent. ",
    "labels": "Dat zegt Jan. ",
    "limits": "tot 1 ",
    "millions of nothing": "5 miljoen, ",
    "paragraphs": "Regel met tekst over 5 man.\n",
}


@pytest.mark.parametrize("unit", _REPEATED.values(), ids=_REPEATED.keys())
def test_the_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    _read(unit * 3)  # what is read once, the word lists, is not counted
    size = 1_200 // len(unit)
    short = steps(lambda: _read(unit * size))
    steps(lambda: _read(unit * size * 4), most=short * 5 + 20_000)


_HOSTILE = {
    "a number word without end": "honderd" * 28_000,
    "number words with a joiner": "honderden" * 20_000,
    "more digits than Python turns into a number": "Er waren " + "1" * 5_000 + " mensen.",
    "digits without end and a fraction": "Er waren " + "1" * 310 + ",5 mensen.",
    "digits without end times a magnitude": "Er waren " + "1" * 310 + " miljard mensen.",
    "digits without end in groups": "Er waren " + "1" + ".000" * 120 + " mensen.",
    "an age without end": "Een " + "1" * 400 + "-jarige man.",
    "magnitudes without end": "Een " + "miljoen " * 400 + "mensen.",
    "vague magnitudes without end": "Er waren tientallen " + "miljoenen miljoen " * 400 + "mensen.",
    "a first name without end": "Jan " * 10_000,
    "initials without end": "A." * 10_000,
    "curly quotations without end": "“ a ” " * 8_000,
    "open quotations without end": 'zei: "a ' * 6_000,
    "claims without end": "Jan Smit zegt, " * 3_000,
}


@pytest.mark.parametrize("body", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_hostile_text_is_read_to_its_end(body: str) -> None:
    article = _read(body + "\n\nDe burgemeester zegt dat er 12 mensen weg zijn.")
    assert article.figures[-1].value == 12
    assert article.figures[-1].claim is not None
    assert all(abs(figure.value or 0) < 1e37 for figure in article.figures)


@pytest.mark.parametrize(
    "text", ["1" * 19, "1" * 5_000, "1" * 310 + ",5", "1" + ".000" * 7, "1" * 400 + ".5"]
)
def test_more_than_eighteen_digits_are_no_figure(text: str) -> None:
    assert digits_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1" * 18, int("1" * 18)), ("0,5", 0.5), ("1,50", 1.5), ("100.000.000.000.000", 10**14)],
)
def test_up_to_eighteen_digits_are_a_figure(text: str, value: float) -> None:
    assert digits_value(text) == value


def test_a_number_word_of_every_length_that_dutch_writes_has_its_value() -> None:
    word = "negenhonderdnegenennegentig"
    assert word_value(f"{word}duizend{word}") == 999_999
    assert word_value("honderdeneen") == 101
    assert word_value("honderd" * 22) is None


def test_nobody_says_anything_in_a_stretch_too_long_for_a_sentence() -> None:
    said = "De burgemeester zegt dat het water zakt"
    assert len(_read(f"{said}.").claims) == 1
    assert not _read(f"{said} {'en het zakt ' * 300}.").claims


def test_a_row_of_capitals_is_cut_into_names_of_a_bearable_length() -> None:
    named = _read("Dat was Jan " + "Smit " * 200 + "die ging.")
    assert max(len(m.text.split()) for a in named.actors for m in a.mentions) <= 16


def test_a_figure_stands_in_its_own_claim_also_far_down_in_a_long_text() -> None:
    count = 150
    body = "\n\n".join(f"Minister Smit zegt dat er {n} huizen zijn." for n in range(2, count + 2))
    article = _read(body)
    assert [figure.value for figure in article.figures] == list(range(2, count + 2))
    for at, figure in enumerate(article.figures):
        assert figure.claim is not None
        assert at in article.claims[figure.claim].figures
