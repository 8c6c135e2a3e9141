"""What is kept of the actors and claims of an article."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from tests.store.casting import article_of
from tui.store.actor_rows import claim_row
from tui.store.cast import Appearance, Cast, cast
from tui.store.reading import read_data
from tui.text.article import Mention

TEXT = """Dijk hersteld
2024-05-02
person Jan Poppe (wethouder): Poppe, Poppes, Jan Poppe's
organisation politie
country VS
place Zeedorp
Jan Poppe asserted: Er zijn 12 dijken en 3 sluizen hersteld.
politie denied: Er is niets gebeurd.
twee omwonenden asserted: Het lekt nog.
Zeedorp asserted: De dijk houdt.
"""


def test_each_actor_is_kept_with_its_counts_and_its_other_names() -> None:
    assert cast(article_of(TEXT)).actors[:4] == (
        Appearance("Jan Poppe", "person", 4, 1, role="wethouder", forms="Poppe"),
        Appearance("politie", "organisation", 1, 1, described=True),
        Appearance("VS", "country", 1, entity="Verenigde Staten"),
        Appearance("Zeedorp", "place", 1, 1),
    )


def test_a_speaker_without_a_name_is_kept_without_a_mention() -> None:
    told = cast(article_of(TEXT))
    assert told.actors[4:] == (Appearance("twee omwonenden", "unnamed", 0, 1),)
    assert [claim.type for claim in told.claims] == ["person", "organisation", "unnamed", "place"]


def test_a_name_that_an_actor_and_a_place_have_is_the_actors_where_it_speaks() -> None:
    text = "Kop\n\nplace Zeedorp\norganisation Zeedorp\nplace Zeedorp\nZeedorp denied: Niet waar.\n"
    told = cast(article_of(text))
    assert [(actor.type, actor.claims) for actor in told.actors[:2]] == [
        ("place", 0),
        ("organisation", 1),
    ]


def test_a_claim_is_kept_by_whom_it_is_and_shown_as_printed() -> None:
    article = article_of(TEXT)
    assert cast(article).claims[0] == ("asserted", "Jan Poppe", "person")
    row = claim_row(("a.txt", "Kop", None), article, 0)
    assert (row.stance, row.speaker, row.figures) == ("asserted", "Poppe", ("12", "3"))
    assert article.body[row.start : row.end] == row.text


@pytest.mark.parametrize(
    "names, twins",
    [
        (["person Jan Jansen", "person Jan Janssen"], [True, True]),
        (["person Jan Jansen", "person Piet Jansen"], [False, False]),
        (["person Jan Jansen", "person Jansen"], [False, True]),
        (["person Jan van der Wal", "person Van der Wal"], [False, True]),
        (["person Jan Jansen", "organisation Jan Janssen"], [False, False]),
        (["person Jan Jansen", "place Zeedorp", "person Jan Janssen"], [True, False, True]),
    ],
)
def test_people_who_could_be_taken_for_another_in_the_article_are_told(
    names: list[str], twins: list[bool]
) -> None:
    told = cast(article_of("\n".join(["Kop", "", *names])))
    assert [actor.twin for actor in told.actors] == twins


def test_all_of_it_is_on_one_line_and_safe_to_print() -> None:
    article = article_of("Kop\n\nperson Jan Poppe\nJan Poppe denied: Nee.\n")
    (actor,), (claim,) = article.actors, article.claims
    name = "Jan\n  Pop\x1b[2Jpe"
    actor = replace(actor, name=name, role="wet\thouder", mentions=(Mention(0, 1, "P\u202eop"),))
    claim = replace(claim, speaker=name, speaker_text="Pop\npe", text="Nee,\n\nnooit\x07.")
    article = replace(article, actors=(actor,), claims=(claim,))
    told, row = cast(article), claim_row(("a.txt", "Kop", None), article, 0)
    assert told.actors[0][:2] == ("Jan Pop\ufffd[2Jpe", "person")
    assert (told.actors[0].role, told.actors[0].forms) == ("wet houder", "P\ufffdop")
    assert told.actors[0].claims == 1
    assert (row.speaker, row.text) == ("Pop pe", "Nee, nooit\ufffd.")
    assert told.claims[0].speaker == told.actors[0].name


def test_a_page_that_was_read_carries_its_cast_between_processes() -> None:
    page = "Brug open\n\nDe brug bij Zeedorp gaat open. Dat meldt Rijkswaterstaat.\n"
    outcome = read_data(page.encode(), "brug.txt")
    assert "Rijkswaterstaat" in {actor.name for actor in outcome.cast.actors}
    assert outcome.cast != Cast() and pickle.loads(pickle.dumps(outcome)) == outcome
