"""What a reader types, taken apart: titles, figures, kinds and nouns."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.finding import fold
from tui.store.query import (
    HOW,
    KINDS,
    STANCES,
    Amount,
    Kind,
    Noun,
    Query,
    QueryError,
    Speaker,
    Stance,
    Who,
    folded,
    parse,
    without_errors,
)

MORE_THAN_1000 = Amount(1000, None, strict=True)


@pytest.mark.parametrize(
    "text, query",
    [
        ("", Query()),
        ("  ", Query()),
        ("Dijk", Query(words=("dijk",))),
        ("dijk CAFÉ", Query(words=("dijk", "cafe"))),
        ('"Hoge  Raad" dijk', Query(words=("hoge raad", "dijk"))),
        ('"nog niet af', Query(words=("nog niet af",))),
        ('""', Query()),
        ("dijk -sport", Query(words=("dijk",), no_words=("sport",))),
        ('-"hoge raad"', Query(no_words=("hoge raad",))),
        ("dijk dijk", Query(words=("dijk",))),
        ("oud-directeur", Query(words=("oud-directeur",))),
        ("12:30", Query(words=("12:30",))),
        ("figure:>1000", Query(wanted=(MORE_THAN_1000,))),
        ("FIGURE:>1000", Query(wanted=(MORE_THAN_1000,))),
        ("figure: > 1000", Query(wanted=(MORE_THAN_1000,))),
        ("figure:>=2,5", Query(wanted=(Amount(2.5, None),))),
        ("figure:≥2,5", Query(wanted=(Amount(2.5, None),))),
        ("figure:<12.000", Query(wanted=(Amount(None, 12000, strict=True),))),
        ("figure:<=12", Query(wanted=(Amount(None, 12),))),
        ("figure:≤12", Query(wanted=(Amount(None, 12),))),
        ("figure:1500", Query(wanted=(Amount(1500, 1500),))),
        ("figure:=1500", Query(wanted=(Amount(1500, 1500),))),
        ("figure:-5", Query(wanted=(Amount(-5, -5),))),
        ("figure:500..2000", Query(wanted=(Amount(500, 2000),))),
        ("figure:500 .. 2000", Query(wanted=(Amount(500, 2000),))),
        ("figure:500..", Query(wanted=(Amount(500, None),))),
        ("figure:..500", Query(wanted=(Amount(None, 500),))),
        ("figure:>6,7 miljard", Query(wanted=(Amount(6.7e9, None, strict=True),))),
        ("figure:>6,7miljard", Query(wanted=(Amount(6.7e9, None, strict=True),))),
        ("figure:3 mln. dijk", Query(words=("dijk",), wanted=(Amount(3e6, 3e6),))),
        ("figure:20 DUIZEND", Query(wanted=(Amount(20000, 20000),))),
        ("figure:1..2 miljoen", Query(wanted=(Amount(1e6, 2e6),))),
        ("figure:500..2 miljoen", Query(wanted=(Amount(500, 2e6),))),
        ("figure:500 duizend..2 miljoen", Query(wanted=(Amount(5e5, 2e6),))),
        ("kind:money", Query(wanted=(Kind(("money",)),))),
        ("kind:m", Query(wanted=(Kind(("money", "measure", "multiple")),))),
        ("kind: Money", Query(wanted=(Kind(("money",)),))),
        ("noun:Huizen", Query(wanted=(Noun("huizen"),))),
        ('noun:"man"', Query(wanted=(Noun("man", whole=True),))),
        ("-kind:money", Query(unwanted=(Kind(("money",)),))),
        (
            "figure:>1000 noun:huizen -kind:age dijk",
            Query(("dijk",), (), (MORE_THAN_1000, Noun("huizen")), (Kind(("age",)),)),
        ),
        ("actor:Müller", Query(actors=(Who("muller"),))),
        ('Actor: "Jan  de Wit"', Query(actors=(Who("jan de wit", whole=True),))),
        ("-actor:NAVO", Query(no_actors=(Who("navo"),))),
        ("speaker:wit", Query(said=(Speaker("wit"),))),
        ('-speaker:"de wit"', Query(unsaid=(Speaker("de wit", whole=True),))),
        ("stance:denied", Query(said=(Stance(("denied",)),))),
        ("stance:D", Query(said=(Stance(("denied", "demanded")),))),
        (
            "speaker:wit -stance:asserted actor:wit wit",
            Query(
                words=("wit",),
                said=(Speaker("wit"),),
                unsaid=(Stance(("asserted",)),),
                actors=(Who("wit"),),
            ),
        ),
    ],
)
def test_what_is_typed_is_understood(text, query):
    assert parse(text) == query


@pytest.mark.parametrize(
    "text, place, part",
    [
        ("figure:", "figure:", "needs a number: >1000"),
        ("figure:>", "figure:>", "needs a number: >1000"),
        ("figure:..", "figure:..", "needs a number"),
        ("dijk figure:>veel noun:huizen", "figure:>veel", '"veel" is no number: write 1500'),
        ("figure:12,5,5", "figure:12,5,5", "no number"),
        ("figure:2.5", "figure:2.5", "two ways: write 2,5 or 25"),
        ("figure:50%", "figure:50%", "figure:50 kind:percent"),
        ("figure:2000..500", "figure:2000..500", "first number must be the smaller"),
        ("figure:" + "9" * 40, "figure:" + "9" * 40, "too long"),
        ("kind:", "kind:", "needs a name; kinds: count, money"),
        ("kind:geld dijk", "kind:geld", 'no kind "geld"; kinds: count, money'),
        ("noun:", "noun:", "needs a word: noun:militairen"),
        ('noun:""', 'noun:""', "needs a word"),
        (
            "live: dijk",
            "live:",
            'noun:, actor:, speaker: and stance:. To find it in titles: "live:"',
        ),
        ("actor: ", "actor:", "needs a word: actor:"),
        ('dijk speaker:""', 'speaker:""', "needs a word: speaker:"),
        ("stance:", "stance:", "needs a name; stances: denied, unconfirmed"),
        ("dijk -stance:ontkend kade", "-stance:ontkend", 'no stance "ontkend"; stances: denied'),
        ("dijk - brug", "-", "a minus takes away"),
        ("-", "-", "a minus takes away"),
    ],
)
def test_what_is_wrong_is_told_with_the_place_and_what_can_be_written(text, place, part):
    with pytest.raises(QueryError) as error:
        parse(text)
    assert part in str(error.value)
    assert text[error.value.start : error.value.end] == place


def test_the_line_of_examples_is_right_and_fits_a_narrow_terminal():
    for example_ in HOW.split(" · ")[1:]:
        assert parse(example_) != Query()
    assert len(HOW) <= 78


def test_every_kind_can_be_asked_for_by_its_name():
    assert [parse(f"kind:{kind}").wanted[0].names for kind in KINDS] == [(k,) for k in KINDS]


def test_every_stance_can_be_asked_for_by_its_name():
    assert [parse(f"stance:{name}").said[0].names for name in STANCES] == [(n,) for n in STANCES]


@pytest.mark.parametrize(
    "text, right, part",
    [
        ("dijk", "dijk", None),
        ("dijk figure:>", "dijk", "needs a number"),
        ("figure:> dijk kind:geld noun:huizen", "dijk noun:huizen", "needs a number"),
        ("-", "", "minus"),
    ],
)
def test_of_what_is_half_typed_the_rest_counts(text, right, part):
    found, error = without_errors(text)
    assert found == right
    assert error is None if part is None else part in str(error)


@pytest.mark.parametrize(
    "query, title, fits",
    [
        ("café", "Cafe aan de haven", True),
        ("CAFE", "Café aan de haven", True),
        ("haven café", "Café aan de haven", True),
        ("haven brug", "Café aan de haven", False),
        ('"aan de"', "Café aan  de haven", True),
        ("-café", "Café aan de haven", False),
        ("haven -brug", "Café aan de haven", True),
    ],
)
def test_words_stand_in_the_title_in_any_order_case_and_accents(query, title, fits):
    assert parse(query).titled(folded(title)) is fits


PARTS = st.sampled_from(
    [
        *(
            "figure:",
            "kind:",
            "noun:",
            "actor:",
            "speaker:",
            "stance:",
            "denied",
            "-",
            '"',
            "..",
            ">",
            ">=",
            "=",
            "≤",
            ",",
            ".",
            " ",
            "%",
        ),
        *("1000", "2,5", "12.000", "miljard", "mln.", "money", "m", "huizen", "é", "İ", ":", "x"),
    ]
)
TYPED = st.text() | st.lists(PARTS).map("".join)


@given(TYPED)
@example("İ: ﷺ -figure:>٣")
def test_whatever_is_typed_gives_a_query_or_says_where_it_is_wrong(text):
    try:
        parse(text)
    except QueryError as error:
        assert str(error)
        assert 0 <= error.start < error.end <= len(text)


@given(TYPED)
def test_what_is_left_of_it_without_what_is_wrong_is_right(text):
    right, error = without_errors(text)
    parse(right)
    if error is None:
        assert right == text.strip()


@given(st.integers(-(10**11), 10**11))
def test_every_number_is_read_as_a_dutch_reader_writes_it(number):
    dotted = f"{number:,}".replace(",", ".")
    for written in (str(number), dotted):
        assert parse(f"figure:{written}").wanted == (Amount(number, number),)


@given(st.text(alphabet=st.characters(exclude_categories=["Mn", "Cs"])))
def test_titles_are_folded_as_words_in_an_article_are(text):
    assert folded(text) == " ".join(folded(fold(text)[0]).split())
