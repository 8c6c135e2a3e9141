"""What stands around a figure of those who were sent is weighed, where rules leave it open."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.labelled import corpora, put_together, read_labelled
from tests.store.stories import story
from tui.store import series_weighed
from tui.store.series_keys import keys
from tui.store.series_scene import Scene
from tui.store.series_sense import by_rules
from tui.store.series_support import SURE
from tui.store.series_weighed import chances_of, open_ones

MORE = (
    "Het parlement praatte er woensdag urenlang over, en de oppositie wil weten wie ervan wist. "
    "De minister beloofde een brief, maar zei niet wanneer die komt en wat erin zal staan. "
    "In de hoofdstad gingen mensen de straat op, en voor de ambassade brandden kaarsen. "
    "Een woordvoerder van het leger wilde niet op vragen ingaan en verwees naar een kolonel. "
    "Ook over de kosten en over de duur van de missie is volgens hem nog niets te zeggen. "
)
SENT = "Frankrijk heeft 3000 Franse soldaten naar Rusland gestuurd, zegt Madrid."
APART = "Na de eerste lichting vertrok er in mei nog eens een tweede van 1500 Franse soldaten."


def weighed_in(*paragraphs: str) -> list[int]:
    """The places of the senses of an article that are weighed."""
    scene = Scene(story("Franse soldaten", "\n".join(paragraphs)))
    return [nth for nth, _ in open_ones(scene, by_rules(scene))]


def test_a_whole_page_is_weighed_and_a_short_report_goes_by_the_rules() -> None:
    assert weighed_in(SENT, MORE, APART, MORE) == [0, 1]
    assert weighed_in(SENT, APART) == []


def test_what_a_rule_says_of_a_region_stands_unless_something_else_is_likelier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = "\n".join((SENT, MORE, "In Soemy zijn nu 900 Franse soldaten.", MORE))
    for counts, family in (
        ((-900, 90, 80), " in Soemy"),
        ((90, 100, -900), " in Soemy"),
        ((900, -900, -900), ""),
        ((-900, -900, 900), ""),
    ):
        monkeypatch.setattr(series_weighed, "weights", lambda counts=counts: {"always": counts})
        key = keys(story("Franse soldaten", body))[-1]
        assert key.family == f"count deployed troops{family}"
        assert (key.place, key.words[3]) == (("Soemy", "Soemy") if family else ("", ""))


@pytest.mark.parametrize(("counts", "sure"), [((-900, -900, 900), 0), ((900, -900, -900), 100)])
def test_it_is_told_how_sure_it_is_that_all_are_meant(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int, int], sure: int
) -> None:
    monkeypatch.setattr(series_weighed, "weights", lambda: {"always": counts})
    (key,) = keys(story("Franse soldaten", f"{SENT}\n{MORE}\n{MORE}"))
    assert (key.family, key.sure) == ("count deployed troops", sure)


def test_each_decision_says_what_told_it() -> None:
    articles = read_labelled(next(iter(corpora("unseen").values()))).articles.values()
    every = [key for one in articles for key in keys(one) if key.sure < SURE]
    told = [key.why[-1] for key in every if key.kind != "vague"]
    assert told
    assert all("by what stands around it" in why for why in told)
    assert any(": “" in why for why in told)


@given(st.lists(st.sampled_from(sorted(series_weighed.weights())), max_size=80))
def test_the_three_come_to_one_whatever_tells(told: list[str]) -> None:
    chances = chances_of(told)
    assert isclose(sum(chances), 1)
    assert min(chances) >= 0


def test_where_nothing_tells_all_three_are_as_likely() -> None:
    assert len({*chances_of(["a clue that nobody has"])}) == 1


def test_pages_that_nothing_was_learnt_from_gain_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """`ledger_unseen.txt` was written and labelled after the rules; no weight is learnt from it."""
    every = [read_labelled(text) for text in corpora("unseen").values()]

    def counts() -> tuple[int, int, int]:
        made = [
            put_together(key for article in one.articles.values() for key in keys(article))
            for one in every
        ]
        right = sum(len(one.pairs & found) for one, found in zip(every, made, strict=True))
        return right, sum(map(len, made)), sum(len(one.pairs) for one in every)

    right, found, labelled = counts()
    monkeypatch.setattr(series_weighed, "weights", dict)
    by_rules, found_by_rules, _ = counts()
    assert right / found >= 0.05 + by_rules / found_by_rules
    assert right >= 0.6 * labelled
