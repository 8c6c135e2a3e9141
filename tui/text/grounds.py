"""Why a figure, an actor or a claim is what it is: for each field the rule and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Figures = Literal["value", "kind", "unit", "noun", "hedge"]
Actors = Literal["name", "type", "role", "mention"]
Claims = Literal["speaker", "cue", "span", "stance", "form", "via"]
Field = Figures | Actors | Claims


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work: `value`, "times", "miljard". `words` is empty where no word told."""

    field: Field
    rule: str
    words: str
