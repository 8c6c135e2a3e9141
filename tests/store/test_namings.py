"""What a person says of names, laid over what the names alone tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.aliases import Groups, Node
from tui.store.documents import Naming
from tui.store.namings import Step, merged, split, ties

NAMES = [Node("person", name) for name in "ABCDEFG"]
A, B, C, D, E, F, G = NAMES

Parts = frozenset[frozenset[Node]]


def groups_of(*together: Sequence[Node]) -> Groups:
    """Groups by the names alone: these, and each other name by itself."""
    groups = {node: node for node in NAMES}
    for nodes in together:
        groups |= {node: min(nodes) for node in nodes}
    return groups


def parts(groups: Groups, namings: Sequence[Naming]) -> Parts:
    return frozenset(frozenset(nodes) for nodes in ties(groups, namings).actors)


def of(parts: Parts, node: Node) -> frozenset[Node]:
    return next(part for part in parts if node in part)


def after(namings: Sequence[Naming], step: Step) -> list[Naming]:
    return [naming for naming in namings if naming not in step.remove] + list(step.add)


def main_of(groups: Groups, namings: Sequence[Naming], node: Node) -> Node:
    """The name that an actor goes by: of what is on top the first."""
    now = ties(groups, namings)
    at = now.of[node]
    top = now.heads.get(at)
    return next((n for n in now.actors[at] if now.cells[n] == top), now.actors[at][0])


def do_merge(groups: Groups, namings: list[Naming], node: Node, into: Node) -> list[Naming]:
    node, into = main_of(groups, namings, node), main_of(groups, namings, into)
    return after(namings, merged(groups, namings, [node], into))


def do_split(groups: Groups, namings: list[Naming], node: Node) -> list[Naming]:
    if len(of(parts(groups, namings), node)) == 1:
        return namings
    return after(namings, split(groups, namings, node, main_of(groups, namings, node)))


def test_merged_actors_are_one_and_go_by_the_name_of_the_one_they_were_merged_into() -> None:
    groups = groups_of([A, B])
    namings = do_merge(groups, [], A, D)
    assert of(parts(groups, namings), D) == {A, B, D}
    assert main_of(groups, namings, A) == D


def test_a_name_that_joins_later_comes_along_with_those_it_belongs_to() -> None:
    namings = do_merge(groups_of(), [], A, D)
    assert of(parts(groups_of([A, B, C]), namings), D) == {A, B, C, D}


def test_a_merged_actor_is_split_off_as_it_came() -> None:
    groups = groups_of([A, B])
    namings = do_merge(groups, [], A, D)
    assert do_split(groups, namings, B) == []


def test_a_name_joined_by_the_names_alone_is_set_apart_and_comes_back() -> None:
    groups = groups_of([A, B, C])
    namings = do_split(groups, [], B)
    assert parts(groups, namings) == parts(groups_of([A, C]), [])
    assert do_merge(groups, namings, B, A) == []


def test_what_was_merged_into_a_name_set_apart_stays_with_the_others() -> None:
    groups = groups_of([A, B])
    namings = do_merge(groups, [], D, A)
    assert of(parts(groups, do_split(groups, namings, A)), D) == {B, D}


def test_what_was_merged_into_one_that_is_split_off_stays_together() -> None:
    groups = groups_of()
    namings = do_merge(groups, do_merge(groups, [], B, A), C, A)
    assert parts(groups, do_split(groups, namings, A)) == parts(groups_of([B, C]), [])


def test_names_that_no_article_has_any_more_are_no_harm() -> None:
    namings = do_merge(groups_of(), [], A, D)
    left = {node: node for node in NAMES if node != D}
    assert parts(left, namings) == parts(left, [])
    left = {node: node for node in NAMES if node not in (A, D)}
    assert merged(left, namings, [B], C).add[0].name == B.name


def test_two_names_merged_into_one_that_is_gone_are_still_one() -> None:
    namings = do_merge(groups_of(), do_merge(groups_of(), [], A, D), B, D)
    left = {node: node for node in NAMES if node != D}
    assert of(parts(left, namings), A) == {A, B}
    assert of(parts(left, do_split(left, namings, A)), A) == {A}


def test_names_of_other_types_can_be_merged() -> None:
    body = Node("organisation", "A")
    groups = {A: A, body: body}
    (naming,) = merged(groups, [], [body], A).add
    assert naming[1:5] == ("organisation", "A", "person", "A")
    assert parts(groups, [naming]) == {frozenset({A, body})}


@pytest.mark.parametrize("into", [A, B, C])
def test_what_is_one_already_needs_no_word(into: Node) -> None:
    assert merged(groups_of([A, B, C]), [], [A, B], into) == Step()


GROUPS = st.lists(st.integers(0, 6), min_size=7, max_size=7).map(
    lambda which: groups_of(
        *([n for n, w in zip(NAMES, which, strict=True) if w == k] for k in set(which))
    )
)
NODE = st.sampled_from(NAMES)
STEPS = st.lists(st.tuples(st.booleans(), NODE, NODE), max_size=8)


def said(groups: Groups, steps: Sequence[tuple[bool, Node, Node]]) -> list[Naming]:
    namings: list[Naming] = []
    for merge, node, other in steps:
        if merge:
            namings = do_merge(groups, namings, node, other)
        else:
            namings = do_split(groups, namings, node)
    return namings


@given(GROUPS, STEPS, NODE, NODE)
def test_to_merge_and_to_split_gives_back_what_was(
    groups: Groups, steps: Sequence[tuple[bool, Node, Node]], node: Node, into: Node
) -> None:
    namings = said(groups, steps)
    before = parts(groups, namings)
    main = main_of(groups, namings, node)
    now = do_merge(groups, namings, main, into)
    assert of(parts(groups, now), node) == of(before, node) | of(before, into)
    if into not in of(before, node):
        assert parts(groups, do_split(groups, now, main)) == before


@given(GROUPS, STEPS, NODE)
def test_a_name_that_is_split_off_is_gone_and_all_others_stay(
    groups: Groups, steps: Sequence[tuple[bool, Node, Node]], node: Node
) -> None:
    namings = said(groups, steps)
    before = parts(groups, namings)
    main = main_of(groups, namings, node)
    after_ = parts(groups, do_split(groups, namings, node))
    if node != main:
        assert main not in of(after_, node)
    own = of(before, node)
    assert {part for part in after_ if not part & own} == before - {own}
    if len(own) > 1:
        assert len([part for part in after_ if part & own]) == 2
