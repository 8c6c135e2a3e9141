"""Everyone of the corpus on a screen: listed, narrowed, told of, merged and split."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open, same_as_saved
from tests.app.fakes import (
    CAFE_ARTICLE,
    TROOPS,
    TROOPS_ARTICLE,
    FakeLibrary,
    article,
    claim,
)
from tests.app.stage import heads, here, names, screen
from tests.app.voices import HARMFUL_ARTICLE, LATER_ARTICLE, QUAY_ARTICLE
from tui.config import THEMES, Config
from tui.items import Item
from tui.store.actor_rows import ActorRow, Alias, Sort, key_of
from tui.store.cast import ActorKind
from tui.text.article import Actor, Mention
from tui.text.safe import UNSAFE
from tui.widgets.actor_list import ActorList
from tui.widgets.paint import Part

POSTMA, SHORT = key_of("person", "Sietske Postma"), key_of("person", "S. Postma")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary((QUAY_ARTICLE, LATER_ARTICLE, TROOPS_ARTICLE), broken=False)


async def test_everyone_is_listed_by_type_those_who_claim_most_first(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga")
        assert heads(reader) == [
            *("People", "Organisations", "Countries", "Places", "Unnamed speakers"),
        ]
        assert names(reader)[:5] == [
            *("Sietske Postma", "Bas Olthof", "S. Postma", "Volodymyr Zelensky", "Mark Rutte"),
        ]
        line = reader.line("Sietske Postma  Wethouder")
        assert "2 claims" in line and line.startswith("▌")
        assert "1/15" in reader.text()


async def test_S_sorts_and_hash_shows_one_type_after_another(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "S")
        assert "actors by articles" in reader.text()
        await reader.keys("S")
        assert "actors by name" in reader.text()
        assert names(reader)[:3] == ["Bas Olthof", "Mark Rutte", "S. Postma"]
        assert here(reader) == "Sietske Postma"
        await reader.keys("#")
        assert heads(reader) == ["People"] and "Only people." in reader.text()
        for head in ("Organisations", "Countries", "Places", "Unnamed speakers"):
            await reader.keys("#")
            assert heads(reader) == [head]
        await reader.keys("#")
        assert len(heads(reader)) == 5


@pytest.mark.parametrize("key", ["f", "/"])
async def test_typing_narrows_the_list_and_escape_brings_it_back(
    reading: Open, library: FakeLibrary, key: str
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", key, *"POST")
        assert names(reader) == ["Sietske Postma", "S. Postma"] and "2 of 15" in reader.text()
        await reader.keys("down", "enter")
        assert here(reader) == "S. Postma" and "filter: POST" in reader.text()
        await reader.keys(key, *"zz")
        assert "No actor has such a name." in reader.text() and names(reader) == []
        await reader.keys("escape")
        assert len(names(reader)) == 2
        await reader.keys("F")
        assert len(names(reader)) == 15


async def test_what_one_has_claimed_is_told_by_article_and_enter_opens_it_there(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga")
        text = reader.text()
        assert "Kade zakt, of niet" in text and "3 Feb 2025" in text
        assert "╳ denied · ontkent" in text and "│ asserted · zei · via De Zeebode" in text
        await reader.keys("l", "j", "enter")
        assert reader.app.screen is reader.desk and reader.session.key == QUAY_ARTICLE.path
        assert reader.place.startswith("dat er 12 scheuren zijn")
        assert reader.session.pane == "article" and "er 12 scheuren" in reader.line("›")
        assert reader.session.item == Item("claims", 2) and "Sietske Postma 2/2" in reader.text()


async def test_a_claim_in_another_article_is_gone_to_when_that_has_come(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "j", "j", "l", "enter")
        assert reader.session.key == LATER_ARTICLE.path
        assert reader.session.item == Item("claims", 0) and "S. Postma 1/1" in reader.text()


async def test_the_screen_opens_at_who_is_chosen_in_the_panel_or_makes_the_claim(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("l", "l", "p", "gg", "j", "ga")
        assert here(reader) == "Bas Olthof"
        await reader.keys("q", "h", "gg", "]c", "]c", "ga")
        assert here(reader) == "havendienst"


async def test_the_next_time_it_opens_where_the_reader_was(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "S", "f", *"post", "enter", "j", "q", "q")
        assert reader.app.screen is reader.desk
        await reader.keys("ga")
        assert "actors by articles" in reader.text()


async def test_q_and_escape_go_back_a_step_at_a_time(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "f", *"post", "enter", "v", "l", "q")
        assert screen(reader).people.active
        await reader.keys("q")
        assert "✓" not in reader.text() and len(names(reader)) == 2
        await reader.keys("escape")
        assert len(names(reader)) == 15
        await reader.keys("escape")
        assert reader.app.screen is reader.desk


async def test_help_the_palette_and_the_themes_work_there_too(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("ga", "?")
        assert "One line or row down." in reader.text()
        await reader.keys("q", ":", *"only figures or actors")
        await reader.keys("enter")
        assert heads(reader) == ["People"]
        await reader.keys("gt")
        assert reader.app.theme == THEMES[1] and "Theme:" in reader.text()
        await reader.keys(":", *"kade zakt, of")
        await reader.keys("down", "enter")
        assert reader.app.screen is reader.desk and reader.session.key == QUAY_ARTICLE.path


async def test_the_palette_opens_it(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(":", *"everyone in")
        await reader.keys("enter")
        assert here(reader)


async def test_keys_typed_in_one_breath_reach_it(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        for key in "gaj":
            await reader.pilot.press(key)
        await reader.settle()
        assert screen(reader).is_current


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 40), (200, 40)])
@pytest.mark.parametrize("name, keys", [("everyone", []), ("dossier", ["l", "j"])])
async def test_it_looks_as_it_did(
    reading: Open, library: FakeLibrary, width: int, height: int, name: str, keys: list[str]
) -> None:
    library.ingest(lambda row: None, lambda: False)
    library.merge([SHORT], POSTMA)
    async with reading(width, height, library=library) as reader:
        await reader.keys("ga", *keys)
        same_as_saved(f"{name}-{width}", reader.text())


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_draws_it(reading: Open, library: FakeLibrary, theme: str) -> None:
    async with reading(library=library, config=Config(theme=theme)) as reader:
        await reader.keys("ga", "v", "l", "j", "h", "f", *"post", "enter")
        assert "Sietske Postma" in reader.text()


async def test_without_colour_marks_stances_and_types_are_still_told(
    reading: Open, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(library=library) as reader:
        await reader.keys("ga", "v")
        assert "▌✓ Sietske Postma" in reader.text() and "╳ denied" in reader.text()
        assert "person" in reader.text() and "place" in reader.text()


async def test_names_from_outside_are_only_text(reading: Open) -> None:
    async with reading(library=FakeLibrary((HARMFUL_ARTICLE,), broken=False)) as reader:
        await reader.keys("ga", "v", "l")
        assert reader.text().count("[b]Jan[/b]") >= 2 and "[u]Krant" in reader.text()
        assert not UNSAFE.search(reader.text().replace("\n", ""))
        await reader.keys("enter")
        assert reader.session.key == HARMFUL_ARTICLE.path


@pytest.mark.parametrize(
    "articles, told",
    [((), "Nobody is named in this corpus."), ((CAFE_ARTICLE,), "Nobody is named in this corpus.")],
)
async def test_where_nobody_is_named_that_is_said(
    reading: Open, articles: tuple[object, ...], told: str
) -> None:
    async with reading(library=FakeLibrary(articles, broken=not articles)) as reader:  # type: ignore[arg-type]
        await reader.keys("ga")
        assert told in reader.text() and "Nobody" in reader.text()
        await reader.keys("j", "G", "l", "enter", "v", "m", "M", "S", "#", "ctrl+z", "ctrl+d", "q")
        assert reader.app.screen is reader.desk and reader.app.is_running


async def test_of_somebody_without_claims_the_articles_are_told(reading: Open) -> None:
    body = "Jan Visser wandelt."
    walk = article(
        "wandeling.txt",
        "Een wandeling",
        body,
        actors=(Actor("Jan Visser", "person", None, False, (Mention(0, 10, "Jan Visser"),)),),
    )
    async with reading(library=FakeLibrary((walk,), broken=False)) as reader:
        await reader.keys("ga")
        assert "No claims" in reader.text() and "Articles" in reader.text()
        await reader.keys("l", "enter")
        assert reader.session.key == "wandeling.txt" and reader.session.pane == "article"


class Crowd(FakeLibrary):
    """Five thousand actors, of whom every tenth claims something."""

    def __init__(self) -> None:
        super().__init__()
        self.crowd = tuple(
            ActorRow(
                f"person:Inwoner {n}",
                f"Inwoner {n}",
                "person",
                False,
                (),
                (Alias(f"Inwoner {n}", f"person:Inwoner {n}", 1, ""),),
                1,
                1,
                int(n % 10 == 0),
                False,
            )
            for n in range(5000)
        )

    def actors(
        self, text: str = "", kind: ActorKind | None = None, sort: Sort = "claims"
    ) -> tuple[ActorRow, ...]:
        shown = [row for row in self.crowd if text.casefold() in row.name.casefold()]
        return tuple(shown) if kind in (None, "person") else ()

    def actor(self, key: str) -> ActorRow | None:
        return next((row for row in self.crowd if row.key == key), None)


async def test_of_thousands_only_those_in_sight_are_drawn(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = ActorList.draw

    def noted(self: ActorList, index: int, width: int) -> list[list[Part]]:
        drawn.append(index)
        return draw(self, index, width)

    monkeypatch.setattr(ActorList, "draw", noted)
    async with reading(library=Crowd()) as reader:
        await reader.keys("ga")
        assert "1/5.000" in reader.text() and len(set(drawn)) < 40
        await reader.keys("G")
        assert "5.000/5.000" in reader.text() and here(reader) == "Inwoner 4999"
        await reader.keys("f", *"inwoner 498", "enter")
        assert len(names(reader)) == 11 and "11 of 5.000" in reader.text()
        assert len(set(drawn)) < 120


async def test_running_through_the_list_asks_for_those_passed_by_no_more_than_needed(
    reading: Open,
) -> None:
    library, asked = Crowd(), []

    def claims_of(key: str) -> tuple[()]:
        asked.append(key)
        library.hold.wait(5)
        return ()

    library.claims_of = claims_of  # type: ignore[method-assign]
    async with reading(library=library) as reader:
        await reader.keys("ga")
        asked.clear()
        library.hold.clear()
        for _ in range(20):
            await reader.pilot.press("j")
        library.hold.set()
        await reader.settle()
        assert len(asked) == 2 and asked[-1] == "person:Inwoner 20"


async def test_a_claim_of_an_unnamed_speaker_is_found_there(reading: Open) -> None:
    said = claim(TROOPS, "dat er buitenlandse soldaten meedoen", "twee bronnen", "denied", "zei")
    only = article("bron.txt", "Bronnen", TROOPS, claims=(said,))
    async with reading(library=FakeLibrary((only,), broken=False)) as reader:
        await reader.keys("ga")
        assert heads(reader) == ["Unnamed speakers"] and here(reader) == "twee bronnen"
        await reader.keys("l", "enter")
        assert reader.place.startswith("dat er buitenlandse soldaten")
