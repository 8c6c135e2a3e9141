"""Marks to export: one of each kind, and strategies for any others."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.store.anchors import Selector
from tui.store.marked import SIDES, STATUSES, Cited, Claimed, Count, Mark, Tag, Turn

BODY = "Zeker 2500 kippen zijn geruimd, zegt Van Dam. Het kost 1,5 miljoen euro."
PAGE = Cited("Kippen geruimd", "De Bode", "2024-05-04", "https://bode.example/kippen?p=1", "9f0c")


def selector(start: int, end: int) -> Selector:
    """The selector of a stretch of BODY."""
    return Selector(BODY[start:end], BODY[max(0, start - 32) : start], BODY[end:][:32], start, end)


BOOKMARK = Mark(
    *("0" * 32, "a1", "regio/kip én ei.html", 6, selector(0, 45), "2024-05-05T10:00:00+00:00"),
    text="hier verder",
    cited=PAGE,
)
HIGHLIGHT = BOOKMARK._replace(
    id="1" * 32, kind="highlight", colour="yellow", text="", created="2024-05-05T10:01:00+00:00"
)
NOTE = BOOKMARK._replace(
    id="2" * 32,
    kind="note",
    about="article",
    selector=None,
    at=0,
    text="# Nabellen\n\n- het *waterschap*\n- Van Dam",
    tags=("nabellen", "dieren/kippen"),
    created="2024-05-05T10:02:00+00:00",
    edited="2024-05-06T08:00:00+00:00",
)
CLAIM = BOOKMARK._replace(
    id="3" * 32,
    kind="claim",
    at=0,
    selector=selector(0, 30),
    text="",
    tags=("dieren/aantallen",),
    created="2024-05-05T10:03:00+00:00",
    claimed=Claimed(
        "Van Dam",
        "De Bode",
        "asserted",
        "zegt",
        (Count("2500 kippen", 2500.0, hedge="at least", kind="count", noun="kippen"),),
        (
            Turn("unverified", "2024-05-05T10:03:00+00:00"),
            Turn("disputed", "2024-05-07T09:00:00+00:00", "de provincie telt er 1800"),
        ),
        own=False,
    ),
)
EVIDENCE = BOOKMARK._replace(
    id="4" * 32,
    path="provincie.txt",
    kind="evidence",
    at=3,
    selector=Selector("In de stal zaten 1800 dieren.", "", "", 3, 32),
    text="",
    of=CLAIM.id,
    side="against",
    by="Anna",
    created="2024-05-07T09:00:00+00:00",
    cited=Cited(title="Provincie telt na", published="2024-05-06"),
)
ACTOR = NOTE._replace(
    id="5" * 32,
    about="actor",
    actor="person\nVan Dam",
    path="",
    article_id="",
    text="wethouder sinds 2022",
    tags=(),
    created="2024-05-08T09:00:00+00:00",
    cited=Cited(),
)
MARKS = (BOOKMARK, HIGHLIGHT, NOTE, CLAIM, EVIDENCE, ACTOR)
TAGS = (Tag("dieren", "red", ""), Tag("nabellen", "", ""))

TEXTS = st.one_of(
    st.text(max_size=12),
    st.text(st.characters(), max_size=6),  # halves of characters too
    st.sampled_from(
        [
            *(
                "=1+1",
                "@SUM(A1)",
                "\x1b]0;x\x07",
                "\u202etxt.exe",
                "a\r\nb",
                "\ud83d\ude00",
                "\ud800",
            ),
            *("</script>", "../../etc", "{", "\u2028", "- x\n# y", "http://x", "urn:uuid:1", "a:b"),
            *("1" * 32, "%2F", "nr:x", "true", "\x00", "\ufeff"),
        ]
    ),
)
NAMES = TEXTS.filter(bool)
PLACES = st.integers(0, 2**53 - 1)
NUMBERS = (
    st.none() | st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)
)
SELECTORS = st.builds(Selector, TEXTS, TEXTS, TEXTS, PLACES, PLACES)
CLAIMS = st.builds(
    Claimed,
    *[TEXTS] * 4,
    st.lists(
        st.builds(Count, TEXTS, NUMBERS, NUMBERS, NUMBERS, TEXTS, TEXTS, TEXTS, TEXTS), max_size=2
    ).map(tuple),
    st.lists(st.builds(Turn, st.sampled_from(STATUSES), TEXTS, TEXTS), max_size=2).map(tuple),
    st.booleans(),
)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Any mark that can be kept."""
    kind = draw(st.sampled_from(["bookmark", "highlight", "note", "claim", "evidence", "tags"]))
    about = draw(st.sampled_from(["passage", "figure", "article", "actor", "corpus"]))
    return Mark(
        draw(NAMES),
        draw(TEXTS),
        draw(TEXTS),
        draw(PLACES),
        draw(SELECTORS) if about in ("passage", "figure") else None,
        draw(TEXTS),
        kind=kind,  # type: ignore[arg-type]
        about=about,  # type: ignore[arg-type]
        part=draw(st.sampled_from(["body", "title"])),
        text=draw(TEXTS),
        tags=tuple(draw(st.lists(NAMES, max_size=3))),
        colour=draw(TEXTS),
        actor=draw(TEXTS),
        claimed=draw(CLAIMS) if kind == "claim" else None,
        of=draw(TEXTS),
        side=draw(st.sampled_from(SIDES)),
        edited=draw(TEXTS),
        by=draw(TEXTS),
        cited=draw(st.builds(Cited, *[TEXTS] * 5)),
    )


MANY = st.lists(
    marks(), max_size=4, unique_by=lambda mark: mark.id.encode("utf-16", "surrogatepass")
)
KNOWN = st.lists(st.builds(Tag, NAMES, NAMES, st.just("")), max_size=3)
