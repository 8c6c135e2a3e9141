"""A property that is worked out once; `functools.cached_property` locks, which costs as much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """A property of an object that keeps its first value."""

    def __init__(self, made: Callable[[Any], T]) -> None:
        self._made = made
        self._name = made.__name__
        self.__doc__ = made.__doc__

    @overload
    def __get__(self, item: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, item: object, owner: type) -> T: ...
    def __get__(self, item: object | None, owner: type) -> once[T] | T:
        if item is None:
            return self
        found = item.__dict__[self._name] = self._made(item)
        return found
