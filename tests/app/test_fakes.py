"""The library of the app's tests takes what the real one takes, so that neither drifts."""

from __future__ import annotations

import inspect

import pytest

from tests.app.fakes import FakeLibrary
from tui.store.library import Library


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize("name", sorted(public(FakeLibrary) & public(Library)))
def test_what_both_have_takes_the_same(name: str) -> None:
    fake, real = getattr(FakeLibrary, name), getattr(Library, name)
    assert callable(fake) == callable(real)
    if callable(real):
        ours, theirs = (inspect.signature(each).parameters for each in (fake, real))
        assert [(p.name, p.kind) for p in ours.values()] == [
            (p.name, p.kind) for p in theirs.values()
        ]


def test_the_library_of_the_tests_offers_what_the_real_one_does() -> None:
    there = public(FakeLibrary) | vars(FakeLibrary()).keys()
    assert public(Library) - {"keep_all"} <= there  # `keep_all` is for who closes a library
