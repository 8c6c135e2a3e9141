"""What a reader types, taken apart: words, figures, actors, claims, days and marks."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.store import naive
from tui.finding import fold
from tui.store.query import (
    HOW,
    IS,
    KINDS,
    STANCES,
    STATUSES,
    All,
    Amount,
    Claims,
    Dated,
    Either,
    Figures,
    Is,
    Kind,
    Named,
    Node,
    Not,
    Noted,
    Noun,
    OneOf,
    Query,
    QueryError,
    Site,
    Speaker,
    Stance,
    Status,
    Tagged,
    Who,
    Words,
    folded,
    parse,
    without_errors,
)

MORE_THAN_1000 = Amount(1000, None, strict=True)


def word(*tokens: str, begins: bool = False, title: bool = False) -> Words:
    return Words(tokens, begins, title)


@pytest.mark.parametrize(
    "text, nodes",
    [
        ("", []),
        ("  ", []),
        ("Dijk", [word("dijk")]),
        ("dijk CAFÉ", [word("dijk"), word("cafe")]),
        ("Oekraïne", [word("oekraine")]),
        ('"Hoge  Raad" dijk', [word("hoge", "raad"), word("dijk")]),
        ('"nog niet af"', [word("nog", "niet", "af")]),
        ('""', []),
        ("€ %", []),
        ("dijk dijk", [word("dijk")]),
        ("oud-directeur", [word("oud", "directeur")]),
        ("12:30", [word("12", "30")]),
        ("3.000 3000", [word("3000")]),
        ("mili*", [word("mili", begins=True)]),
        ('"noord korea*"', [word("noord", "korea", begins=True)]),
        ("title:dijk", [word("dijk", title=True)]),
        ('title:"hoge raad"', [word("hoge", "raad", title=True)]),
        ("title:dij*", [word("dij", begins=True, title=True)]),
        ("dijk -sport", [word("dijk"), Not(word("sport"))]),
        ('-"hoge raad"', [Not(word("hoge", "raad"))]),
        ("-title:dijk", [Not(word("dijk", title=True))]),
        ("dijk OR kade", [Either((word("dijk"), word("kade")))]),
        ("brug dijk OR kade", [word("brug"), Either((word("dijk"), word("kade")))]),
        ("a1 OR b1 OR c1", [Either((word("a1"), word("b1"), word("c1")))]),
        ("dijk OR -kade", [Either((word("dijk"), Not(word("kade"))))]),
        ("dijk or kade", [word("dijk"), word("or"), word("kade")]),
        ('dijk "OR" kade', [word("dijk"), word("or"), word("kade")]),
        ("(dijk)", [word("dijk")]),
        ("(dijk OR kade)", [Either((word("dijk"), word("kade")))]),
        ("dijk OR (kade brug)", [Either((word("dijk"), All((word("kade"), word("brug")))))]),
        ("-(dijk kade)", [Not(All((word("dijk"), word("kade"))))]),
        ("% OR dijk", [word("dijk")]),
        ("dijk OR %", [word("dijk")]),
    ],
)
def test_words_are_understood(text: str, nodes: list[Node]) -> None:
    assert parse(text) == Query(tuple(nodes))


@pytest.mark.parametrize(
    "text, amount",
    [
        ("figure:>1000", MORE_THAN_1000),
        ("FIGURE:>1000", MORE_THAN_1000),
        ("figure: > 1000", MORE_THAN_1000),
        ("(figure:>1000 dijk)", MORE_THAN_1000),
        ("figure:>=2,5", Amount(2.5, None)),
        ("figure:≥2,5", Amount(2.5, None)),
        ("figure:<12.000", Amount(None, 12000, strict=True)),
        ("figure:<=12", Amount(None, 12)),
        ("figure:≤12", Amount(None, 12)),
        ("figure:1500", Amount(1500, 1500)),
        ("figure:=1500", Amount(1500, 1500)),
        ("figure:-5", Amount(-5, -5)),
        ("figure:500..2000", Amount(500, 2000)),
        ("figure:500 .. 2000", Amount(500, 2000)),
        ("figure:500..", Amount(500, None)),
        ("figure:..500", Amount(None, 500)),
        ("figure:>6,7 miljard", Amount(6.7e9, None, strict=True)),
        ("figure:>6,7miljard", Amount(6.7e9, None, strict=True)),
        ("figure:3 mln. dijk", Amount(3e6, 3e6)),
        ("figure:20 DUIZEND", Amount(20000, 20000)),
        ("figure:1..2 miljoen", Amount(1e6, 2e6)),
        ("figure:500..2 miljoen", Amount(500, 2e6)),
        ("figure:500 duizend..2 miljoen", Amount(5e5, 2e6)),
    ],
)
def test_amounts_are_understood(text: str, amount: Amount) -> None:
    first = parse(text).nodes[0]
    found = next(n for n in (first, *getattr(first, "nodes", ())) if isinstance(n, Figures))
    assert found == Figures((amount,))


@pytest.mark.parametrize(
    "text, nodes",
    [
        ("kind:money", [Figures((Kind(("money",)),))]),
        ("kind:m", [Figures((Kind(("money", "measure", "multiple")),))]),
        ("kind: Money", [Figures((Kind(("money",)),))]),
        ("noun:Huizen", [Figures((Noun("huizen"),))]),
        ('noun:"man"', [Figures((Noun("man", whole=True),))]),
        ("-kind:money", [Not(Figures((Kind(("money",)),)))]),
        ("actor:Müller", [Named(Who("muller"))]),
        ('Actor: "Jan  de Wit"', [Named(Who("jan de wit", whole=True))]),
        ("-actor:NAVO", [Not(Named(Who("navo")))]),
        ("speaker:wit", [Claims((Speaker("wit"),))]),
        ('-speaker:"de wit"', [Not(Claims((Speaker("de wit", whole=True),)))]),
        ("stance:denied", [Claims((Stance(("denied",)),))]),
        ("stance:D", [Claims((Stance(("denied", "demanded")),))]),
        ("site:NOS.nl", [Site("nos.nl")]),
        ('site:"nos nieuws"', [Site("nos nieuws", whole=True)]),
        ("tag:militair/aan", [Tagged("militair/aan")]),
        ("note:navragen", [Noted(word("navragen"))]),
        ('note:"nog navr*"', [Noted(word("nog", "navr", begins=True))]),
        ("status:d", [Status(("disputed", "denied"))]),
        ("is:unread", [Is(("unread",))]),
        ("is:read", [Is(("read",))]),
        ("is:b", [Is(("bookmarked",))]),
        ("-is:read", [Not(Is(("read",)))]),
    ],
)
def test_fields_are_understood(text: str, nodes: list[Node]) -> None:
    assert parse(text) == Query(tuple(nodes))


@pytest.mark.parametrize(
    "text, low, high",
    [
        ("date:2024", "2024", "2025"),
        ("date:2024-10", "2024-10", "2024-11"),
        ("date:2024-12", "2024-12", "2025"),
        ("date:2024-10-18", "2024-10-18", "2024-10-19"),
        ("date:2024-2-29", "2024-02-29", "2024-03"),
        ("date:2024-12-31", "2024-12-31", "2025"),
        ("date:>2024-11", "2024-12", None),
        ("date:>=2024-11", "2024-11", None),
        ("date: ≥ 2024-11", "2024-11", None),
        ("date:<2024", None, "2024"),
        ("date:<=2024", None, "2025"),
        ("date:2024-10-18..2024-11-02", "2024-10-18", "2024-11-03"),
        ("date:2024-10..", "2024-10", None),
        ("date:..2024-10", None, "2024-11"),
    ],
)
def test_days_are_understood(text: str, low: str | None, high: str | None) -> None:
    assert parse(text) == Query((Dated(low, high),))


@pytest.mark.parametrize(
    "text, nodes",
    [
        (
            "figure:>1000 dijk noun:huizen -kind:age",
            [Figures((MORE_THAN_1000, Noun("huizen")), (Kind(("age",)),)), word("dijk")],
        ),
        (
            "(figure:>1000 noun:doden) (noun:gewonden)",
            [
                All((Figures((MORE_THAN_1000, Noun("doden"))),)),
                All((Figures((Noun("gewonden"),)),)),
            ],
        ),
        (
            "figure:>1000 noun:doden OR noun:gewonden",
            [
                Figures(
                    (
                        MORE_THAN_1000,
                        OneOf((Figures((Noun("doden"),)), Figures((Noun("gewonden"),)))),
                    )
                )
            ],
        ),
        (
            "figure:>1000 (noun:doden OR noun:gewonden)",
            [
                Figures(
                    (
                        MORE_THAN_1000,
                        OneOf((Figures((Noun("doden"),)), Figures((Noun("gewonden"),)))),
                    )
                )
            ],
        ),
        (
            "figure:>1000 OR dijk",
            [Either((Figures((MORE_THAN_1000,)), word("dijk")))],
        ),
        (
            "-noun:doden -kind:money",
            [Not(Figures((Noun("doden"),))), Not(Figures((Kind(("money",)),)))],
        ),
        (
            "-(noun:doden kind:count)",
            [Not(All((Figures((Noun("doden"), Kind(("count",)))),)))],
        ),
        (
            "speaker:wit -stance:asserted actor:wit wit",
            [Claims((Speaker("wit"),), (Stance(("asserted",)),)), Named(Who("wit")), word("wit")],
        ),
    ],
)
def test_what_stands_side_by_side_is_said_of_one_figure_or_claim(
    text: str, nodes: list[Node]
) -> None:
    assert parse(text) == Query(tuple(nodes))


@pytest.mark.parametrize(
    "text, nodes",
    [
        ("hoge ra", [word("hoge"), word("ra", begins=True)]),
        ("hoge ra ", [word("hoge"), word("ra")]),
        ("hoge r", [word("hoge")]),
        ("hoge 5", [word("hoge"), word("5")]),
        ('"hoge ra', [word("hoge")]),
        ('"hoge raa', [word("hoge")]),
        ('"hoge raad', [word("hoge", "raad", begins=True)]),
        ('"hoge ra"', [word("hoge", "ra")]),
        ("title:ra", [word("ra", begins=True, title=True)]),
        ("ra*", [word("ra", begins=True)]),
        ("dijk,", [word("dijk")]),
        ("-ra", [Not(word("ra", begins=True))]),
        ("dijk OR", [word("dijk")]),
        ("dijk OR ", [word("dijk")]),
        ("dijk (", [word("dijk")]),
        ("dijk (kade OR", [word("dijk"), word("kade")]),
        ("(dijk ka", [All((word("dijk"), word("ka", begins=True)))]),
    ],
)
def test_while_it_is_typed_the_last_word_begins_and_nothing_unfinished_is_wrong(
    text: str, nodes: list[Node]
) -> None:
    assert parse(text, typing=True) == Query(tuple(nodes))


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
        ("kind:", "kind:", "needs a name; kind: takes count, money"),
        ("kind:geld dijk", "kind:geld", 'no kind "geld"; kind: takes count'),
        ("noun:", "noun:", "needs a word: noun:militairen"),
        ('noun:""', 'noun:""', "needs a word"),
        ("title:%", "title:%", "needs a word: title:dijk"),
        ("live: dijk", "live:", 'status: and is:. To find it as words: "live:"'),
        ("actor: ", "actor:", "needs a word: actor:"),
        ('dijk speaker:""', 'speaker:""', "needs a word: speaker:"),
        ("stance:", "stance:", "needs a name; stance: takes denied"),
        ("dijk -stance:ontkend kade", "-stance:ontkend", 'no stance "ontkend"; stance: takes'),
        ("status:waar", "status:waar", "status: takes unverified, confirmed"),
        ("is:nieuw", "is:nieuw", 'there is no state "nieuw"; is: takes unread, read'),
        ("date:", "date:", "needs a day, month or year"),
        ("date:..", "date:..", "needs a day, month or year"),
        ("date:gisteren", "date:gisteren", '"gisteren" is no day: write 2024-10-18'),
        ("date:18-10-2024", "date:18-10-2024", "write 18-10-2024 as 2024-10-18"),
        ("date:2023-02-29", "date:2023-02-29", 'no day "2023-02-29"'),
        ("date:2024-13", "date:2024-13", 'no day "2024-13"'),
        ("date:2024..2023", "date:2024..2023", "the first day must be the earlier one"),
        ("dijk - brug", "-", "a minus takes away"),
        ("-", "-", "a minus takes away"),
        ("dijk OR", "OR", "OR stands between two"),
        ("OR dijk", "OR", "OR stands between two"),
        ("dijk OR OR kade", "OR", "OR stands between two"),
        ("dijk (kade", "(", "not closed"),
        ('dijk "hoge raad', '"', "this quotation mark is not closed"),
        ('"', '"', "this quotation mark is not closed"),
        ('-noun:"man', '"', "this quotation mark is not closed"),
        ('title: "man (dijk)', '"', "this quotation mark is not closed"),
        ("dijk) kade", ")", "closes nothing"),
        ("dijk () kade", "()", "nothing between"),
        ("mi*tair", "mi*tair", "a star stands at the end"),
        ("dijk *", "*", "a star stands at the end"),
        ("(" * 30 + "dijk" + ")" * 30, "(", "take some away"),
        ("a1 " * 300, "a1", "too much for one query"),
    ],
)
def test_what_is_wrong_is_told_with_the_place_and_what_can_be_written(
    text: str, place: str, part: str
) -> None:
    with pytest.raises(QueryError) as error:
        parse(text)
    assert part in str(error.value)
    assert text[error.value.start : error.value.end] == place


def test_the_line_of_examples_is_right_and_fits_a_narrow_terminal() -> None:
    for example_ in HOW.split(" · "):
        assert parse(example_) != Query()
    assert len(HOW) <= 78


@pytest.mark.parametrize(
    "field, names",
    [("kind", KINDS), ("stance", STANCES), ("status", STATUSES), ("is", IS)],
)
def test_every_name_can_be_asked_for(field: str, names: tuple[str, ...]) -> None:
    for name in names:
        (node,) = parse(f"{field}:{name}").nodes
        if isinstance(node, Figures | Claims):
            node = node.wanted[0]  # type: ignore[assignment]
        assert node.names == (name,)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text, marked, hits_by",
    [
        ("", (), None),
        ("dijk -kade", (word("dijk"),), "words"),
        ("dijk OR (kade brug)", (word("dijk"), word("kade"), word("brug")), "words"),
        ("figure:>1 dijk", (word("dijk"),), "words"),
        ("-dijk", (), None),
        ("-(-dijk)", (), None),
        ("figure:>1 speaker:wit", (), "figures"),
        ("speaker:wit", (), "claims"),
        ("-speaker:wit", (), None),
        ("actor:wit", (), "actors"),
        ("actor:wit speaker:wit", (), "claims"),
        ("date:2024", (), None),
    ],
)
def test_a_query_tells_what_is_to_be_shown_of_it(
    text: str, marked: tuple[Words, ...], hits_by: str | None
) -> None:
    query = parse(text)
    assert (query.marked, query.hits_by) == (marked, hits_by)
    assert query.asks_words == bool(marked)


@pytest.mark.parametrize(
    "text, right, part",
    [
        ("dijk", "dijk", None),
        ("dijk figure:>", "dijk", "needs a number"),
        ("figure:> dijk kind:geld noun:huizen", "dijk noun:huizen", "needs a number"),
        ("-", "", "minus"),
        ("dijk (kade", "dijk kade", "not closed"),
        ('dijk "hoge raad', "dijk hoge raad", "not closed"),
    ],
)
def test_of_what_is_half_typed_the_rest_counts(text: str, right: str, part: str | None) -> None:
    found, error = without_errors(text)
    assert found == right
    assert error is None if part is None else part in str(error)


PARTS = st.sampled_from(
    [
        *("figure:", "kind:", "noun:", "actor:", "speaker:", "stance:", "denied", "title:"),
        *("date:", "site:", "tag:", "note:", "status:", "is:", "unread", "2024-10", "2024", "-18"),
        *("-", '"', "..", ">", ">=", "=", "≤", ",", ".", " ", "%", "(", ")", "OR", " OR ", "*"),
        *("1000", "2,5", "12.000", "miljard", "mln.", "money", "m", "huizen", "é", "İ", ":", "x"),
    ]
)
TYPED = st.text() | st.lists(PARTS).map("".join)


@given(TYPED, st.booleans())
@example("İ: ﷺ -figure:>٣", False)
def test_whatever_is_typed_gives_a_query_or_says_where_it_is_wrong(text: str, typing: bool) -> None:
    try:
        parse(text, typing)
    except QueryError as error:
        assert str(error)
        assert 0 <= error.start < error.end <= len(text)


@given(TYPED, st.booleans())
def test_what_is_left_of_it_without_what_is_wrong_is_right(text: str, typing: bool) -> None:
    right, error = without_errors(text, typing)
    parse(right, typing)
    if error is None:
        assert right == text


@given(TYPED)
def test_what_is_right_is_right_while_it_is_typed(text: str) -> None:
    right, _ = without_errors(text)
    parse(right, typing=True)


@given(st.integers(-(10**11), 10**11))
def test_every_number_is_read_as_a_dutch_reader_writes_it(number: int) -> None:
    dotted = f"{number:,}".replace(",", ".")
    for written in (str(number), dotted):
        assert parse(f"figure:{written}").nodes == (Figures((Amount(number, number),)),)


@given(st.integers(0, 10**11))
def test_every_number_is_a_word_with_and_without_its_dots(number: int) -> None:
    assert parse(f"{number:,}".replace(",", ".")) == parse(str(number))


@given(st.dates(), st.dates(), st.dates())
def test_a_day_lies_between_two_days_as_a_calendar_has_it(day, one, other) -> None:  # type: ignore[no-untyped-def]
    low, high = sorted((one, other))
    query = parse(f"date:{low.isoformat()}..{high.isoformat()}")
    assert naive.fits(query, naive.Page(published=day.isoformat())) == (low <= day <= high)


@given(st.text(alphabet=st.characters(exclude_categories=["Mn", "Cs"])))
def test_titles_are_folded_as_words_in_an_article_are(text: str) -> None:
    assert folded(text) == " ".join(folded(fold(text)[0]).split())
