"""Where what a query asks for stands: as one finds it by looking at each figure, claim and name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.papers import TROOPS_ARTICLE, article, claim, figure
from tests.store import naive
from tests.store.naive import page_of
from tui.store.query import parse
from tui.store.query_tree import Query
from tui.store.spotted import nodes, spans
from tui.store.traits import Node
from tui.text.article import Actor, Article, Mention


def called(word: str, whole: bool, node: Node) -> bool:
    """Everyone has only the name that is printed."""
    return naive.named(word, whole, node.name)


def texts(query: str, page: Article) -> list[str]:
    return [page.body[slice(*span)] for span in spans(parse(query), page, called)]


@pytest.mark.parametrize(
    "query, found",
    [
        ("figure:>5000", ["10.000", "12.000"]),
        ("figure:>5000 noun:man", ["12.000"]),
        ("figure:>5000 -noun:man", ["10.000"]),
        ("figure:10", ["8 en 13"]),
        ("figure:10 OR noun:man", ["12.000", "8 en 13"]),
        ("figure:3000 figure:12000", []),
        ("(figure:3000) (figure:12000)", ["3000", "12.000"]),
        ("-figure:3000", []),
        ("speaker:zelensky", ["Dit is een tweede staat die meevecht"]),
        ("speaker:dienst stance:estimated", ["dat er al ongeveer 3000 militairen zijn aangekomen"]),
        ("speaker:zelensky stance:denied", []),
        ("stance:denied", ["dat er buitenlandse soldaten meedoen"]),
        ("actor:zelensky", ["Volodymyr Zelensky", "Zelensky"]),
        ('actor:"zelensky"', []),
        ("actor:rutte actor:kremlin", ["Kremlin", "Mark Rutte"]),
        ("-actor:rutte", []),
        ("date:2024", []),
        # Figures go before claims, and these before actors: as the count in the row has it.
        ("actor:rutte figure:3000 speaker:zelensky", ["3000"]),
        ("actor:rutte stance:denied", ["dat er buitenlandse soldaten meedoen"]),
    ],
)
def test_what_fits_is_found_where_it_stands(query: str, found: list[str]) -> None:
    assert texts(query, TROOPS_ARTICLE) == found


def test_of_what_lies_over_each_other_the_first_and_longest_counts() -> None:
    body = "Zij zei dat hij zei dat het regent, en ging."
    both = ("dat hij zei dat het regent", "dat het regent")
    claims = tuple(claim(body, text, "Zij", "asserted", "zei") for text in both)
    assert texts("speaker:zij", article("a.txt", None, body, claims=claims)) == [both[0]]


def test_a_number_without_a_value_fits_nothing() -> None:
    body = "Tientallen huizen."
    vague = replace(figure(body, "Tientallen", 0, "huizen", kind="vague"), value=None)
    assert texts("noun:huizen", article("a.txt", None, body, figures=(vague,))) == []


def test_who_speaks_without_being_an_actor_is_known_as_unnamed() -> None:
    found = nodes(TROOPS_ARTICLE)
    assert Node("unnamed", "de geheime dienst in Seoel") in found
    assert Node("person", "Volodymyr Zelensky") in found


BODY = "Eén 2 drie 4000 vijf 60.000 zeven."
NUMBERS = (("2", 2.0), ("4000", 4000.0), ("60.000", 60_000.0))
FIGURES = st.lists(
    st.builds(
        lambda at, kind, noun: figure(BODY, at[0], at[1], noun, kind=kind),
        st.sampled_from(NUMBERS),
        st.sampled_from(["count", "money"]),
        st.sampled_from(["man", "huizen"]),
    ),
    unique_by=lambda one: one.start,
).map(lambda found: tuple(sorted(found, key=lambda one: one.start)))
CLAIMS = st.lists(
    st.builds(
        lambda text, who, stance: claim(BODY, text, who, stance, "zegt"),
        st.sampled_from(["Eén", "drie", "vijf", "zeven"]),
        st.sampled_from(["De Wit", "Hoge Raad"]),
        st.sampled_from(["asserted", "denied"]),
    ),
    unique_by=lambda one: one.start,
).map(lambda found: tuple(sorted(found, key=lambda one: one.start)))
ACTORS = st.lists(
    st.builds(
        lambda name, text: Actor(
            name,
            "person",
            None,
            False,
            (Mention(BODY.index(text), BODY.index(text) + len(text), name),),
        ),
        st.sampled_from(["De Wit", "Hoge Raad", "Jan"]),
        st.sampled_from(["Eén", "drie", "vijf"]),
    ),
    unique_by=lambda one: one.mentions[0].start,
).map(lambda found: tuple(sorted(found, key=lambda one: one.mentions[0].start)))
TERMS = {
    "figures": ["figure:>100", "kind:money", "noun:man", "figure:2", "-noun:huizen"],
    "claims": ["speaker:wit", "stance:denied", "speaker:raad", "-stance:denied"],
    "actors": ["actor:wit", "actor:jan", 'actor:"hoge raad"', "-actor:jan"],
}


@given(FIGURES, CLAIMS, ACTORS, st.data())
def test_what_is_marked_is_all_that_fits_alone(
    figures: tuple[object, ...],
    claims: tuple[object, ...],
    actors: tuple[Actor, ...],
    data: st.DataObject,
) -> None:
    terms = data.draw(st.sampled_from(sorted(TERMS)).map(TERMS.__getitem__))
    text = data.draw(
        st.lists(st.sampled_from(terms), min_size=1, max_size=3).flatmap(
            lambda some: st.sampled_from([" ".join(some), " OR ".join(some)])
        )
    )
    item = article("a.txt", None, BODY, figures=figures, claims=claims, actors=actors)
    query, page = parse(text), page_of(item)
    wanted = set()
    for node in query.facts:
        for one, thing in zip(item.figures, page.figures, strict=True):
            alone = replace(page, figures=(thing,), claims=(), actors=())
            wanted |= {(one.start, one.end)} if naive.fits(Query((node,)), alone) else set()
        for said, told in zip(item.claims, page.claims, strict=True):
            alone = replace(page, figures=(), claims=(told,), actors=())
            wanted |= {(said.start, said.end)} if naive.fits(Query((node,)), alone) else set()
        for actor in item.actors:
            alone = replace(page, figures=(), claims=(), actors=(actor.name,))
            if naive.fits(Query((node,)), alone):
                wanted |= {(each.start, each.end) for each in actor.mentions}
    assert spans(query, item, called) == tuple(sorted(wanted))
