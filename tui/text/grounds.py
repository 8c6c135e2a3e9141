"""Why a figure is what it is: for each field the rule that gave it and the words it went by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["value", "kind", "unit", "noun", "hedge"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work: `value`, "times", "miljard". `words` is empty where no word told."""

    field: Field
    rule: str
    words: str
