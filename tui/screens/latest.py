"""Questions to the library of which only the last one counts, asked in threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from textual.message import Message
from textual.screen import Screen

Question = TypeVar("Question")


class Latest(Generic[Question]):
    """One question at a time; of those that are asked meanwhile the last is asked after it."""

    def __init__(
        self, screen: Screen[Any], group: str, answer: Callable[[Question], Message]
    ) -> None:
        self._screen = screen
        self._group = group
        self._answer = answer
        self._next: list[Question] = []
        self._asking = False

    @property
    def asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._asking

    def ask(self, question: Question) -> None:
        """Ask it; the answer is posted to the screen."""
        self._next = [question]
        self._go_on()

    def answered(self) -> bool:
        """To be called on an answer; False where another was asked for since."""
        self._asking = False
        self._go_on()
        return not self._asking

    def _go_on(self) -> None:
        if not self._asking and self._next:
            question = self._next.pop()
            self._asking = True
            self._screen.run_worker(
                lambda: self._post(question), group=self._group, thread=True, exit_on_error=True
            )

    def _post(self, question: Question) -> None:
        self._screen.post_message(self._answer(question))
