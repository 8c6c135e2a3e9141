"""Who acts and who says what, in the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import CAFE_ARTICLE, FakeLibrary, article
from tests.app.voices import HARMFUL_ARTICLE, QUAY_ARTICLE
from tui.items import Item, items_on
from tui.text.article import Actor, Claim, Mention
from tui.text.safe import UNSAFE
from tui.widgets import wording
from tui.widgets.statements import Statement, height, told


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary((QUAY_ARTICLE, CAFE_ARTICLE), broken=False)


def panel(reader: Reader) -> list[str]:
    """The lines of the panel, without the space at both ends."""
    widget = reader.desk.spread.panel
    left, width = widget.region.x, widget.region.width
    lines = [line[left : left + width].strip(" │") for line in reader.text().split("\n")]
    return [line for line in lines if line]


def drawn(reader: Reader) -> list[str]:
    """The rows of the panel, all of them, a text a row."""
    facts = reader.desk.spread.panel.facts
    return [
        "\n".join("".join(text for text, _ in line) for line in facts.draw(at, 60)).strip()
        for at in range(facts.count)
    ]


async def test_claims_stand_under_who_makes_them_in_the_order_of_the_first(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(200, 40, library=library) as reader:
        await reader.keys("tab", "tab", "p", "p")
        rows = [row.split("\n") for row in drawn(reader)]
        heads = [" ".join(row[0].split()) for row in rows if len(row) == 1]
        assert heads == [
            *("Sietske Postma Wethouder 2", "havendienst described 1"),
            *("Bronnen 1", "Bas Olthof Schipper 1"),
        ]
        assert rows[1:3] == [
            ["╳ denied · ontkent", "╳ dat de kade zakt"],
            ["│ asserted · zei · via De Zeebode", "│ dat er 12 scheuren zijn", "│ 12 scheuren"],
        ]


async def test_a_claim_tells_its_stance_in_a_word_its_cue_and_its_figures(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(200, 40, library=library) as reader:
        await reader.keys("tab", "tab", "p", "p")
        seen = "\n".join(panel(reader))
        assert "┊ estimated · schat" in seen and "~ 40.000.000 euro" in seen
        assert 'asserted · ":"' in seen and "┊ unconfirmed · bevestigen" in seen
        assert "“het water stijgt" in seen


async def test_a_long_claim_is_folded_and_cut(reading: Open, library: FakeLibrary) -> None:
    async with reading(120, 60, library=library) as reader:
        await reader.keys("tab", "tab", "p", "p", "G")
        words = [line for line in panel(reader) if line.startswith("▌│")]
        assert len(words) == 5 and words[-1].endswith("…")


async def test_going_down_the_claims_follows_the_speakers(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("tab", "tab", "p", "p", "gg")
        seen = [reader.place[:12]]
        for _ in range(4):
            await reader.keys("j")
            seen.append(reader.place[:12])
        assert seen == [
            "dat de kade ",
            "dat er 12 sc",
            "de schade op",
            "dat niet. Sc",
            "het water st",
        ]


async def test_the_claim_keys_of_the_text_keep_to_its_order_and_the_panel_follows(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter")
        said = []
        for _ in range(3):
            await reader.keys("]c")
            said.append(reader.desk.spread.panel.facts.item)
        assert said == [Item("claims", 0), Item("claims", 1), Item("claims", 2)]
        assert "Sietske Postma 2/2" in reader.text()
        await reader.keys("[c")
        assert "havendienst 1/1" in reader.text() and reader.place.startswith("de schade")


async def test_enter_on_a_claim_goes_there(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("tab", "tab", "p", "p", "gg", "j", "j", "enter")
        assert reader.place.startswith("de schade op")


async def test_actors_stand_by_type_with_role_claims_and_how_often_they_are_named(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(200, 40, library=library) as reader:
        await reader.keys("tab", "tab", "p")
        rows = [" ".join(row.split()) for row in drawn(reader)]
        assert rows == [
            *("People 2", "Sietske Postma Wethouder 2 claims · 2×"),
            *("Bas Olthof Schipper 1 claim · 1×", "Organisations 2"),
            *("havendienst described 1 claim · 1×", "De Zeebode 1×"),
            *("Places 1", "Zilverzande 2×"),
        ]


async def test_enter_on_an_actor_goes_to_the_next_mention(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("tab", "tab", "p", "gg", "enter")
        assert reader.place.startswith("Postma eerder")
        await reader.keys("enter")
        assert reader.place.startswith("Sietske Postma")


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 40), (200, 40)])
@pytest.mark.parametrize("name, keys", [("actors", ["p"]), ("claims", ["p", "p"])])
async def test_the_tabs_look_as_they_did(
    reading: Open, library: FakeLibrary, width: int, height: int, name: str, keys: list[str]
) -> None:
    async with reading(width, height, library=library) as reader:
        await reader.keys("tab", "tab", *keys)
        same_as_saved(f"{name}-tab-{width}", reader.text())


@pytest.mark.parametrize("keys", [["p"], ["p", "p"]])
async def test_a_name_from_outside_is_only_text(reading: Open, keys: list[str]) -> None:
    library = FakeLibrary((HARMFUL_ARTICLE,), broken=False)
    async with reading(200, 40, library=library) as reader:
        await reader.keys("tab", "tab", *keys)
        assert "[b]Jan[/b]" in "\n".join(panel(reader))
        assert not UNSAFE.search(reader.text().replace("\n", ""))
        assert reader.app.is_running


async def test_an_article_without_claims_and_actors_says_so(reading: Open) -> None:
    library = FakeLibrary((replace(QUAY_ARTICLE, claims=(), actors=(), figures=()),), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("tab", "tab", "p")
        assert "Nobody named." in reader.text()
        await reader.keys("p")
        assert "No claims found." in reader.text()


async def test_of_very_many_claims_the_last_is_reached(reading: Open) -> None:
    body = "\n\n".join(f"Zegsman {n % 50} meldt dat het {n} keer mis ging." for n in range(3000))
    found, at = [], 0
    for n in range(3000):
        at = body.index("dat het", at)
        said = f"dat het {n} keer mis ging"
        name = f"Zegsman {n % 50}"
        found.append(
            Claim(at, at + len(said), said, name, name, None, "meldt", "indirect", "asserted")
        )
        at += 1
    library = FakeLibrary((article("veel.txt", "Veel", body, claims=tuple(found)),), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("tab", "tab", "p", "p", "G")
        assert reader.session.item == Item("claims", 2999)
        assert "Zegsman 49 60/60" in reader.text()
        await reader.keys("ctrl+u", "gg")
        assert "Zegsman 0 1/60" in reader.text()


@given(
    st.text(st.sampled_from("abc -ë漢“"), max_size=300),
    st.text(st.sampled_from("zei :\x1b漢"), max_size=40),
    st.none() | st.text(st.sampled_from("Krant 漢"), max_size=40),
    st.integers(3, 90),
)
def test_the_lines_kept_for_a_claim_are_never_too_few(
    text: str, cue: str, via: str | None, width: int
) -> None:
    claim = Statement("Anna", "unconfirmed", cue, via, text, ("12",))
    lines = told(claim, width)
    assert 0 <= height(claim, width) - len(lines) <= 2
    if width > 20:
        assert all(sum(cell_len(part) for part, _ in line) <= width for line in lines)


@pytest.mark.parametrize(
    "words, shown", [("volgens", "volgens"), (":", '":"'), ("–", '"–"'), ("", "")]
)
def test_a_cue_that_is_a_mere_sign_is_quoted(words: str, shown: str) -> None:
    assert wording.cue(words) == shown


@pytest.mark.parametrize(
    "role, described, shown",
    [("chef", False, "chef"), ("chef", True, "chef"), (None, True, "described"), (None, False, "")],
)
def test_a_described_body_is_marked_in_words(role: str | None, described: bool, shown: str) -> None:
    actor = Actor("dienst", "organisation", role, described, (Mention(0, 6, "dienst"),))
    assert wording.beside(actor) == shown


def test_what_stands_on_a_line_is_told_in_the_order_of_the_text_each_once() -> None:
    whole = items_on(QUAY_ARTICLE, 0, len(QUAY_ARTICLE.body))
    assert len(whole) == 2 + 5 + 5
    start = QUAY_ARTICLE.body.index("Volgens De Zeebode")
    here = items_on(QUAY_ARTICLE, start, start + 60)
    assert here == (
        *(Item("actors", 2), Item("actors", 0, 1), Item("claims", 2), Item("figures", 1)),
    )
    assert items_on(QUAY_ARTICLE, start, start) == ()
