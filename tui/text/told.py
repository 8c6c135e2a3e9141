"""Why a claim is what it is: the rules that gave its fields, and the words they went by."""

from __future__ import annotations

import re

from tui.text.grounds import Reason
from tui.text.sayings import cue_words
from tui.text.statements import Said

_FORMS = {"direct": "in quotation marks", "mixed": "a quoted part", "indirect": "no quotation"}
_SPANS = {
    "attribution at the end": "up to the attribution",
    "verb with a clause": "clause behind the verb",
    "verb with an infinitive": "infinitive behind the verb",
    "verb and colon": "behind the colon",
    "name and colon": "behind the colon",
    "label behind it": "sentence before the label",
    "noun of speech": "clause behind the noun",
    "state of mind": "clause behind the verb",
    "plan": "infinitive behind the verb",
}
"""How far the claim reaches by each form of attribution; the others take the whole clause."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_FAR = 120
"""How far behind its speaker the verb of a clause is looked for."""


def reasons(said: Said, text: str) -> tuple[Reason, ...]:
    """The reasons for the fields of a claim in a text."""
    span = "inside the quotation marks" if said.form == "direct" else _SPANS.get(said.rule)
    told = [
        Reason("cue", said.rule, said.cue),
        Reason("speaker", said.speaker.rule, said.speaker.text),
        Reason("span", span or "whole clause", _clause(said, text)),
        Reason("stance", said.standing.rule, said.standing.words),
        Reason("form", _FORMS[said.form], ""),
    ]
    if said.via:
        told.append(Reason("via", "who passes it on", said.via))
    return tuple(told)


def _clause(said: Said, text: str) -> str:
    """The words that frame a claim: `Volgens … zijn` where it begins so, or its first and last."""
    if said.rule == "attribution at the front":
        behind = said.speaker.end
        for match in _WORD.finditer(text, behind, min(said.end, behind + _FAR)):
            if match.group().lower() in cue_words("clause", "finite"):
                return f"{said.cue} … {match.group()}"
    words = _WORD.findall(text, said.start, said.end)
    return f"{words[0]} … {words[-1]}" if len(words) > 1 else " ".join(words)
