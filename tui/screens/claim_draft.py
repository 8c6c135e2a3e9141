"""What is being filled in of a claim, as the text of a draft."""

from __future__ import annotations

import json

from tui.claims import Filling


def drafted(text: str) -> Filling | None:
    """What a draft holds; None where that is not the draft of a claim."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    figures = told.pop("figures", None)
    known = {name: said for name, said in told.items() if name in Filling._fields}
    if not isinstance(figures, list) or not all(isinstance(said, str) for said in known.values()):
        return None
    return Filling(**known, figures=tuple(on is True for on in figures))


def draft(filling: Filling) -> str:
    """The text of a draft."""
    return json.dumps(filling._asdict(), ensure_ascii=False)
