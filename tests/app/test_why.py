"""By which rule and words something was found, told on a key."""

from __future__ import annotations

import threading

import pytest

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import CAFE_ARTICLE, FakeLibrary
from tests.app.voices import HARMFUL_ARTICLE
from tui.export import explain
from tui.items import Item
from tui.screens.why import UNTOLD, WAIT, WhyScreen, thing
from tui.text.article import Article
from tui.text.grounds import Reason
from tui.text.read import read
from tui.text.safe import UNSAFE

PAGE = """Brug bij Oostwolde te duur

OOSTWOLDE (ANP) - Volgens wethouder Sietske Postma kost de nieuwe brug ruim 6,7 miljoen euro.

Het bedrijf Zandstra Beton spreekt tegen dat het 12 fouten maakte. "Wij werken goed", zei directeur
Bas Olthof zondag.
"""


@pytest.fixture
def bridge() -> Article:
    return read(PAGE.encode(), "brug.txt")


def box(reader: Reader) -> str:
    assert isinstance(reader.app.screen, WhyScreen)
    return " ".join(reader.text().replace("│", " ").split())


async def test_of_a_claim_in_the_panel_the_speaker_the_cue_and_the_stance_are_told(
    reading: Open, bridge: Article
) -> None:
    async with reading(library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.keys("tab", "tab", "p", "p", "gg", "w")
        claim = bridge.claims[0]
        assert f"speaker {claim.speaker}" in box(reader)
        assert "Volgens: attribution at the front" in box(reader)
        assert "stance asserted" in box(reader) and "form indirect" in box(reader)
        assert UNTOLD not in box(reader) and WAIT not in box(reader)


async def test_of_a_figure_and_of_an_actor_their_fields_are_told(
    reading: Open, bridge: Article
) -> None:
    async with reading(library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.keys("tab", "tab", "gg", "w")
        assert "hedge more than ruim: more than" in box(reader)
        assert "miljoen: times" in box(reader)
        await reader.keys("q", "p", "gg", "w")
        assert "type person" in box(reader) and "mention 1×: Sietske Postma" in box(reader)


async def test_in_the_text_all_on_the_line_is_told_what_is_chosen_first(
    reading: Open, bridge: Article
) -> None:
    async with reading(library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.keys("enter", "]c", "]c", "]f", "w")
        told = box(reader)
        assert told.index("Figure 12 fouten") < told.index("Actor Zandstra") < told.index("Claim")
        await reader.keys("w")
        assert reader.app.screen is reader.desk


async def test_where_nothing_was_found_that_is_said(reading: Open) -> None:
    library = FakeLibrary((CAFE_ARTICLE,), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("enter", "w")
        assert "Nothing was found on this line" in reader.text()
        await reader.keys("tab", "p", "p", "w")
        assert reader.app.screen is reader.desk


async def test_it_is_looked_for_in_a_thread_and_the_fields_stand_there_at_once(
    reading: Open, bridge: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, threads, found = threading.Event(), [], explain.grounds

    def slow(article: Article) -> explain.Grounds:
        threads.append(threading.current_thread())
        go_on.wait(5)
        return found(article)

    monkeypatch.setattr(explain, "grounds", slow)
    async with reading(library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.pilot.press("tab", "tab", "p", "p", "w")
        await reader.pilot.pause()
        await reader.pilot.pause()
        try:
            assert WAIT in box(reader) and "stance denied" in box(reader)
        finally:
            go_on.set()
        await reader.settle()
        assert WAIT not in box(reader)
        assert threads and threads[0] is not threading.main_thread()


async def test_leaving_before_the_answer_does_no_harm(
    reading: Open, bridge: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, found = threading.Event(), explain.grounds
    monkeypatch.setattr(explain, "grounds", lambda article: go_on.wait(5) and found(article))
    async with reading(library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.pilot.press("tab", "tab", "p", "p", "w")
        await reader.pilot.press("q")
        go_on.set()
        await reader.settle()
        assert reader.app.screen is reader.desk and reader.app.is_running


async def test_what_comes_from_outside_is_only_text(reading: Open) -> None:
    async with reading(library=FakeLibrary((HARMFUL_ARTICLE,), broken=False)) as reader:
        await reader.keys("tab", "tab")
        for _ in ("actors", "claims"):
            await reader.keys("p", "w")
            assert "[b]Jan[/b]" in reader.text()
            assert not UNSAFE.search(reader.text().replace("\n", ""))
            await reader.keys("q")


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 40)])
async def test_the_box_looks_as_it_did(
    reading: Open, bridge: Article, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        Reason("cue", "attribution at the front", "Volgens … kost"),
        Reason("speaker", "named", "wethouder Sietske Postma"),
        Reason("stance", "nothing makes it less sure", ""),
    )

    def grounds(article: Article) -> explain.Grounds:
        return explain.Grounds([()] * 9, [()] * 9, [told] * 9)

    monkeypatch.setattr(explain, "grounds", grounds)
    async with reading(width, height, library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.keys("tab", "tab", "p", "p", "gg", "w")
        same_as_saved(f"why-{width}", reader.text())


async def test_a_long_box_is_scrolled_by_the_keys_of_a_list(reading: Open, bridge: Article) -> None:
    async with reading(40, 12, library=FakeLibrary((bridge,), broken=False)) as reader:
        await reader.keys("tab", "tab", "p", "p", "gg", "w")
        top = reader.text()
        await reader.keys("G")
        bottom = reader.text()
        assert bottom != top
        await reader.keys("k")
        assert reader.text() not in (top, bottom)
        await reader.keys("gg")
        assert reader.text() == top


def test_a_field_without_a_rule_is_told_and_a_rule_without_a_value_too(bridge: Article) -> None:
    told = thing(bridge, Item("claims", 0), [Reason("span", "up to the comma", ",")])
    names = [ground.field for ground in told.grounds]
    assert names == ["speaker", "cue", "stance", "form", "span"]
    assert told.grounds[-1].reasons == ((",", "up to the comma"),) and told.note == ""
    assert thing(bridge, Item("claims", 0), []).note == UNTOLD
    assert thing(bridge, Item("claims", 0), None).note == WAIT
