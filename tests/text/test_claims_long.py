"""The work of finding claims grows with the text, whatever attributions it is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.text.stepping import steps
from tui.text.actors import actors
from tui.text.claims import claims
from tui.text.sentences import sentences

_REPEATED = {
    "volgens": "Volgens Jan Smit en volgens de politie regent het. ",
    "verbs in a row": "Jan Smit zegt en zei en meldt en schat dat. ",
    "halves": "De politie telde 5 man, de raad hield het op 6; Jan zegt 7. ",
    "particles that never come": "Jan laat en geeft en houdt en legt. ",
    "quotations by themselves": '"Dat is toch niet waar." Jan Smit lachte. ',
    "quotations left open": '"Dat is toch niet waar.\n\n',
    "roles": "De Russische president Jan Smit zweeg. De Rus zei dat het regent. ",
    "bodies": "Het bedrijf Smit zweeg. De producent zegt dat het regent. ",
    "men": "De man zegt dat het regent. ",
    "nouns of speech": "De bewering van Jan Smit dat het regent. ",
    "relative clauses": "Jan Smit, die zegt dat het regent, ",
}


def _found(text: str) -> Callable[[], object]:
    """An act that finds the claims of a text; the actors are found before it."""
    spans = sentences(text)
    who = actors(text, spans, None)
    return lambda: claims(text, spans, who, ())


@pytest.mark.parametrize("unit", _REPEATED.values(), ids=_REPEATED.keys())
def test_the_work_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    _found(unit * 3)()  # what is read once, the word lists, is not counted
    size = 1_600 // len(unit)
    short = steps(_found(unit * size))
    steps(_found(unit * size * 4), most=short * 5 + 20_000)
