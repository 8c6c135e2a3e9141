"""Claims whose words became others on the page: nobody is made to say what another says now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.fakes import article, claim, figure
from tui.renewing import renewed
from tui.store.anchoring import find
from tui.store.anchoring_model import Place
from tui.store.anchors import select
from tui.store.marked import Claimed, Count, Mark, Placed, Turn
from tui.text.article import Article, Hedge

NOW = "2025-03-02T10:00:00+00:00"
HARBOUR = "Havenmeester Ilse Dekker spreekt van meer dan 3000 gestrande reizigers."


def page(
    body: str, speaker: str, number: str, noun: str = "reizigers", hedge: Hedge | None = None
) -> Article:
    """An article in which somebody claims a number of something."""
    words = body.rstrip(".")
    people = figure(body, number, float(number), noun, hedge=hedge, claim=0)
    said = claim(body, words, speaker, "estimated", "spreekt van", figures=(0,))
    return article("haven.txt", "Haven", body, figures=(people,), claims=(said,))


def moved(claimed: Claimed, before: str, after: str, exact: str = "") -> tuple[Placed, Place]:
    """A claim on some words of a body, all without any told, and the place they have in another."""
    exact = exact or before
    at = before.index(exact)
    selector = select(before, at, at + len(exact))
    anchor = find(selector, after, "", "body")
    mark = Mark("m1", "a", "p", at, selector, "", "claim", claimed=claimed)
    (place,) = anchor.places
    return Placed(mark, "k", "", anchor.state, place.start, place.end, anchor), place


def kept(
    speaker: str = "Ilse Dekker", phrase: str = "3000 reizigers", own: bool = False
) -> Claimed:
    """A claim of 3000 that was confirmed."""
    turns = (Turn("unverified", "2025-01-01"), Turn("confirmed", "2025-01-02"))
    count = Count(phrase, 3000, hedge="more than", noun="reizigers", kind="count")
    return Claimed(speaker, "", "estimated", "spreekt van", (count,), turns, own)


def test_words_with_another_speaker_and_figure_are_told_by_these() -> None:
    after = HARBOUR.replace("Ilse Dekker", "Bram Visser").replace("3000", "1200")
    there = page(after, "Bram Visser", "1200")
    now = renewed(there, *moved(kept(), HARBOUR, after), NOW)
    assert (now.speaker, [each.phrase for each in now.figures]) == (
        "Bram Visser",
        ["1200 reizigers"],
    )
    assert now.stale and not now.own


@pytest.mark.parametrize("own", [False, True])
def test_the_history_tells_what_became_what_and_what_was_held_is_held_no_more(own: bool) -> None:
    after = HARBOUR.replace("Ilse Dekker", "Bram Visser").replace("3000", "1200")
    there = page(after, "Bram Visser", "1200")
    now = renewed(there, *moved(kept(own=own), HARBOUR, after), NOW)
    turn = now.history[-1]
    assert now.history[:2] == kept().history and (turn.status, turn.when) == ("unverified", NOW)
    assert "meer dan 3000" in turn.why and "meer dan 1200" in turn.why
    assert "speaker: Ilse Dekker → Bram Visser" in turn.why
    assert "figures: more than 3000 reizigers → 1200 reizigers" in turn.why
    assert "it was confirmed" in turn.why


def test_a_speaker_by_hand_stays_unless_the_name_was_taken_out_of_the_words() -> None:
    after = HARBOUR.replace("3000", "1200")
    there = page(after, "Ilse Dekker", "1200")
    now = renewed(there, *moved(kept("Rijkswaterstaat", own=True), HARBOUR, after), NOW)
    assert (now.speaker, now.own, now.stale) == ("Rijkswaterstaat", True, True)
    assert [each.phrase for each in now.figures] == ["1200 reizigers"]


def test_a_figure_is_not_taken_for_the_end_of_a_longer_one() -> None:
    before, after = "Er zijn 100 huizen beschadigd.", "Er zijn 1100 huizen beschadigd."
    now = renewed(
        page(after, "", "1100", noun="huizen"),
        *moved(kept(phrase="100 huizen", own=True), before, after),
        NOW,
    )
    assert [each.phrase for each in now.figures] == ["1100 huizen"]
    bare = renewed(None, *moved(kept(phrase="100 huizen", own=True), before, after), NOW)
    assert bare.figures == () and bare.stale


def test_the_same_number_with_another_hedge_is_another_figure() -> None:
    after = HARBOUR.replace("meer dan", "hooguit")
    there = page(after, "Ilse Dekker", "3000", hedge="at most")
    now = renewed(there, *moved(kept(own=True), HARBOUR, after), NOW)
    assert [(each.phrase, each.hedge) for each in now.figures] == [("3000 reizigers", "at most")]
    assert "more than 3000 reizigers → at most 3000 reizigers" in now.history[-1].why


def test_a_figure_that_a_person_left_out_stays_out() -> None:
    before = "Volgens Dekker zijn 40 van de 90 boten losgeslagen, na een storm."
    after = before.replace("40", "45").replace("storm", "zware storm")
    there = article(
        "boten.txt",
        "Boten",
        after,
        figures=(figure(after, "45", 45, "boten"), figure(after, "90", 90, "boten")),
    )
    now = renewed(there, *moved(kept(phrase="40 boten", own=True), before, after), NOW)
    assert [each.phrase for each in now.figures] == ["45 boten"]


def test_a_claim_that_is_found_no_more_is_no_suggestion_and_waits_for_who_looks() -> None:
    after = HARBOUR.replace("3000", "1200")
    there = replace(page(after, "Ilse Dekker", "1200"), claims=())
    now = renewed(there, *moved(kept(), HARBOUR, after), NOW)
    assert (now.speaker, now.own, now.stale) == ("Ilse Dekker", True, True)
    assert [each.phrase for each in now.figures] == ["1200 reizigers"]


def test_what_changed_around_the_words_is_told_too() -> None:
    before = "Het is niet zo dat er 3000 reizigers gestrand zijn, zei Dekker gisteren."
    after = before.replace("niet zo", "zo")
    words = "er 3000 reizigers gestrand zijn"
    placed, place = moved(kept(own=True), before, after, words)
    assert placed.state == "CHANGED"
    now = renewed(article("a.txt", "A", after), placed, place, NOW)
    assert "around it" in now.history[-1].why and "niet" in now.history[-1].why
    assert now.stale and now.status == "unverified"


def test_the_same_words_elsewhere_are_the_same_claim() -> None:
    after = f"Een ander begin. {HARBOUR}"
    there = page(after, "Ilse Dekker", "3000", hedge="more than")
    there = replace(
        there,
        claims=(
            claim(after, HARBOUR[:-1], "Ilse Dekker", "estimated", "spreekt van", figures=(0,)),
        ),
    )
    placed, place = moved(kept(), HARBOUR, after)
    old = renewed(there, placed, place, NOW)
    assert old.history == kept().history and not old.stale


def test_the_same_words_in_the_mouth_of_another_are_told_so() -> None:
    there = page(HARBOUR, "Bram Visser", "3000", hedge="more than")
    now = renewed(there, *moved(kept(), HARBOUR, HARBOUR), NOW)
    assert now.speaker == "Bram Visser" and now.stale
    assert "speaker: Ilse Dekker → Bram Visser" in now.history[-1].why
