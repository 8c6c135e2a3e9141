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
from tui.store.series_weighed import chances_of

MORE = (
    "Het parlement praatte er woensdag urenlang over, en de oppositie wil weten wie ervan wist. "
    "De minister beloofde een brief, maar zei niet wanneer die komt en wat erin zal staan. "
    "In de hoofdstad gingen mensen de straat op, en voor de ambassade brandden kaarsen. "
    "Een woordvoerder van het leger wilde niet op vragen ingaan en verwees naar een kolonel. "
    "Ook over de kosten en over de duur van de missie is volgens hem nog niets te zeggen. "
)
SENT = "Frankrijk heeft 3000 Franse soldaten naar Rusland gestuurd, zegt Madrid."
APART = "Na de eerste lichting vertrok er in mei nog eens een tweede van 1500 Franse soldaten."


def families(*paragraphs: str) -> dict[str, str]:
    """The family of each figure of an article."""
    return {key.phrase: key.family for key in keys(story("Franse soldaten", "\n".join(paragraphs)))}


def test_a_batch_that_a_whole_page_tells_apart_is_not_of_all_who_were_sent() -> None:
    found = families(SENT, MORE, APART, MORE)
    assert found["3000 Franse soldaten"] != found["1500 Franse soldaten"]


def test_a_short_report_goes_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    short = families(SENT, APART)
    monkeypatch.setattr(series_weighed, "weights", dict)
    assert families(SENT, APART) == short


def test_each_decision_says_what_told_it() -> None:
    articles = read_labelled(next(iter(corpora("unseen").values()))).articles.values()
    told = [key.why[-1] for one in articles for key in keys(one) if "apart" in key.family.split()]
    assert told
    assert all("by what stands around it: “" in why for why in told)


@given(st.lists(st.sampled_from(sorted(series_weighed.weights())), max_size=80))
def test_the_three_come_to_one_whatever_tells(told: list[str]) -> None:
    chances = chances_of(told)
    assert isclose(sum(chances), 1)
    assert min(chances) >= 0


def test_where_nothing_tells_all_three_are_as_likely() -> None:
    assert len({*chances_of(["a clue that nobody has"])}) == 1


def test_pages_that_nothing_was_learnt_from_gain_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """`ledger_unseen.txt` was written and labelled after the rules, and kept out of learning."""
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
