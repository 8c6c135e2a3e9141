"""Series to export: one with all that a row can have, and strategies for any others."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tui.export.ledger_told import Entry, Stand, Told

FIELDS: dict[str, Any] = {
    "series": "boten geborgen Oostdijk",
    "value": 40.0,
    "low": None,
    "high": None,
    "hedge": None,
    "kind": "count",
    "phrase": "40 boten",
    "noun": "boten",
    "speaker": "Kustwacht",
    "via": None,
    "stance": "asserted",
    "cue": "meldt",
    "published": "2024-05-03T08:00",
    "id": "a1",
    "path": "zee/boten.txt",
    "title": "Boten geborgen bij Oostdijk",
    "sentence": "De Kustwacht meldt dat 40 boten zijn geborgen.",
    "start": 23,
    "end": 25,
    "actor": "Kustwacht",
}


def entry(fields: dict[str, Any] | None = None, **told: Any) -> Entry:
    """A row in which some of the fields of its JSON, and of what else it tells, are others."""
    every = {**FIELDS, **(fields or {})}
    number = str(every["phrase"]).partition(" ")[0]
    own = {"who": every["speaker"] or "own voice: bode.example", "number": number}
    if every["value"] is not None and not every["hedge"]:
        own |= {"least": every["value"], "most": every["value"]}
    return Entry(**{"fields": every, **own, **told})


CERTAIN = entry(day="2024-05-03", basis="published", stands=(Stand("rival", 3, "sluit uit"),))
LEAST = entry(
    {"value": 55.0, "hedge": "at least", "phrase": "55 boten", "speaker": "Van Dam", "via": "ANP"},
    day="2024-05-01",
    basis="said",
    least=55.0,
)
RANGE = entry(
    {"value": None, "low": 80.0, "high": 90.0, "phrase": "80 tot 90 schepen", "speaker": None},
    number="80 tot 90",
    own=True,
    site="bode.example",
    heading="Haven",
    least=80.0,
    most=90.0,
    before=(1,),
    copies=("zee/kopie.txt",),
    stands=(Stand("rival", 1, "sluit uit"), Stand("settled", 2, "een andere haven")),
    why=("“boten” counts as ships",),
)
PLANNED = entry(
    {"value": 120.0, "phrase": "120 boten", "stance": "announced"}, planned=True, least=120.0
)
SERIES = Told(
    "boten geborgen Oostdijk",
    (LEAST, CERTAIN, RANGE, PLANNED),
    articles=3,
    rivals=1,
    low=40.0,
    high=120.0,
    parts=("vissersboten geborgen",),
)
"""Rows 1 and 2 have a day, 3 came before 1, and of 4 nothing is known; 2 and 4 are of one voice."""

NUMBERS = st.one_of(
    st.none(), st.integers(-5, 20_000).map(float), st.floats(allow_nan=True, allow_infinity=True)
)
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["</title><script>x()</script>", "\x1b]0;x\x07", "‮", '" onload="x', "&#27;<b>", "a" * 200]
)
ENTRIES = st.builds(
    lambda numbers, texts, hedge, day, planned, change: entry(
        {
            **dict(zip(("value", "low", "high", "least", "most"), numbers, strict=True)),
            **dict(zip(("phrase", "speaker", "via", "title", "path"), texts, strict=True)),
            "sentence": f"{texts[0]} {texts[3]}",
            "hedge": hedge,
        },
        least=numbers[3],
        most=numbers[4],
        day=day,
        planned=planned,
        change=change,
    ),
    st.tuples(*[NUMBERS] * 5),
    st.tuples(*[TEXTS] * 5),
    st.sampled_from([None, "about", "at least", "more than", "less than", "at most", "x"]),
    st.sampled_from(["", "2024-05-01", "2024-05-31", "0001-01-01", "9999-12-31", "2024-13-45"]),
    st.booleans(),
    st.sampled_from(["", "", "first", "same", "raised", "lowered", "denied", "claimed", "other"]),
)
ANY_SERIES = st.builds(
    lambda name, entries: Told(name, tuple(entries)), TEXTS, st.lists(ENTRIES, max_size=12)
)
