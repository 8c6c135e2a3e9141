"""The whole page with what was cut from it: shown, walked through, put back, cut, undone."""

from __future__ import annotations

import pytest
from textual import events

from tests.app.conftest import NAMES, Open, Reader, same_as_saved
from tests.app.fakes import TEASERS_ARTICLE, TROOPS, TROOPS_ARTICLE, FakeLibrary, article
from tui.config import Config
from tui.store.views import Progress
from tui.text.article import Article, Piece

CUT_BY_HAND = "De Oekraïense president"
NEWSLETTER = "Meld je aan voor de nieuwsbrief"


def column(reader: Reader) -> list[str]:
    """The lines of the article as they stand on the screen, without the gutter."""
    left = reader.desk.articles.size.width + 5
    return [line[left:].split("│ ")[0].strip() for line in reader.text().split("\n")]


def at_cursor(reader: Reader) -> str:
    return next(line for line in reader.text().split("\n") if "›" in line).split("›")[1]


def height_of_cursor(reader: Reader) -> int:
    return next(n for n, line in enumerate(reader.text().split("\n")) if "›" in line)


def body(reader: Reader) -> str:
    assert reader.session.article is not None
    return reader.session.article.body


async def test_R_shows_the_page_in_its_order_with_the_reasons(reading: Open) -> None:
    async with reading(width=90, height=60) as reader:
        await reader.keys("enter", "j", "j", "j", "j")
        assert NEWSLETTER not in reader.text()
        high = height_of_cursor(reader)
        await reader.keys("R")
        lines = [line for line in column(reader) if line]
        first = lines.index("cut: cookie banner")
        assert lines[first + 1 : first + 3] == ["Kies je regio", "Bewaar je keuze"]
        assert lines[first + 3].startswith("Seoel telt al 3000")
        newsletter = lines.index("cut: newsletter")
        assert lines[newsletter + 1 : newsletter + 3] == [NEWSLETTER, "Ontkenning"]
        assert "cut: in 14 of 16 articles" in lines
        await reader.keys("R")
        assert NEWSLETTER not in reader.text() and height_of_cursor(reader) == high


async def test_every_cut_part_has_a_sign_and_the_one_at_the_cursor_another(reading: Open) -> None:
    async with reading(height=50) as reader:
        await reader.keys("enter", "R", "]x", "]x")
        assert "░ cut: section head" in reader.text()
        assert "› ▓ Meer uit Buitenland" in reader.text()
        assert "  ░ Kies je regio" in reader.text()
        await reader.keys("]x", "k")
        assert "› ▓ cut: teaser" in reader.text()
        assert "  ▓ Kamer wil debat" in reader.text() and "  ▓ 31 minuten" in reader.text()


async def test_without_colour_what_was_cut_is_still_dim_and_has_its_sign(
    reading: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(height=50) as reader:
        await reader.keys("enter", "R")
        styles = {
            segment.text.strip(): segment.style
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color and segment.style.color.triplet
        }
        light = {text: style.color.triplet.red for text, style in styles.items()}  # type: ignore[union-attr]
        assert light[NEWSLETTER] < light["Ontkenning"]
        assert styles["cut: newsletter"].italic and not styles["Ontkenning"].italic
        assert f"░ {NEWSLETTER}" in reader.text()


async def test_how_much_was_cut_is_told(reading: Open) -> None:
    async with reading(width=100) as reader:
        await reader.keys("enter", "R")
        cut = [part.text for part in TROOPS_ARTICLE.stripped if part.text]
        assert f"{len(cut)} parts cut, {sum(map(len, cut))} characters" in reader.text()
        assert "x Cut" in reader.text() and "X On site" in reader.text()
        await reader.keys("R")
        assert "parts cut" not in reader.text()
    async with reading(width=40, height=12) as reader:
        await reader.keys("enter", "R")
        assert reader.text().endswith("parts cut, 149 characters.")
        await reader.keys("j")
        assert "x Cut  X On site" in reader.text() and reader.text().endswith("?  q")


async def test_a_thousand_characters_are_told_with_a_point(reading: Open) -> None:
    pieces = (
        Piece(0, 1340, "stripped", "x" * 1340, "page"),
        Piece(1340, 1345, "body", "Tekst", None, 0),
    )
    long = article("lang.txt", None, "Tekst", pieces=pieces)
    async with reading(library=FakeLibrary((long,), broken=False)) as reader:
        await reader.keys("enter", "R")
        assert "1 part cut, 1.340 characters" in reader.text()


async def test_a_page_of_which_nothing_was_cut_says_so(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("J", "enter", "R")
        assert "Nothing was cut from this page." in reader.text()
        await reader.keys("R", "]x")
        assert "Nothing was cut from this page." in reader.text()


async def test_cut_parts_are_gone_through_and_R_opens_by_itself(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "]x")
        assert reader.session.stripped and NEWSLETTER in at_cursor(reader)
        await reader.keys("]x")
        assert "Meer uit Buitenland" in at_cursor(reader)
        await reader.keys("[x", "[x")
        assert "Bewaar je keuze" in at_cursor(reader)
        await reader.keys("[x", "[x")
        assert "Kies je regio" in at_cursor(reader)
        assert "No more cut parts above." in reader.text()


async def test_the_cursor_goes_over_cut_parts_line_by_line(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "R", "gg")
        seen = []
        for _ in range(4):
            seen.append(at_cursor(reader).split("│")[0].strip(" ▓"))
            await reader.keys("j")
        assert seen[:3] == ["cut: cookie banner", "Kies je regio", "Bewaar je keuze"]
        assert seen[3].startswith("Seoel telt al 3000")


async def test_x_restores_a_cut_part_and_the_place_stays(reading: Open) -> None:
    async with reading(height=24) as reader:
        await reader.keys("enter", "]x")
        high = height_of_cursor(reader)
        await reader.keys("x")
        assert f"\n\n{NEWSLETTER}\n\n" in body(reader)
        assert "Restored here. ctrl+z undoes it." in reader.text()
        assert NEWSLETTER in at_cursor(reader) and height_of_cursor(reader) == high
        assert "+  restored by you" in reader.text() and "›+" in reader.text()
        await reader.keys("R")
        assert "restored by you" not in reader.text() and NEWSLETTER in at_cursor(reader)


async def test_x_on_a_reason_restores_all_under_it(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "R", "gg", "x")
        assert body(reader).startswith("Kies je regio\n\nBewaar je keuze\n\nSEOEL")
        assert "2 parts restored here. ctrl+z undoes it." in reader.text()
        assert "restored by you" in at_cursor(reader)
        await reader.keys("x")
        assert body(reader) == TROOPS
        assert "2 parts cut here. ctrl+z undoes it." in reader.text()


async def test_x_cuts_the_paragraph_and_R_shows_it_as_cut_by_hand(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "]f", "]f", "]f", "R", "x")
        assert CUT_BY_HAND not in body(reader)
        assert "cut: by hand" in reader.text() and "▓" in at_cursor(reader)
        figures = reader.session.article.figures  # type: ignore[union-attr]
        assert "12.000" not in [figure.text for figure in figures]
        assert [body(reader)[f.start : f.end] for f in figures] == [f.text for f in figures]
        await reader.keys("x")
        assert body(reader) == TROOPS and "cut: by hand" not in reader.text()


async def test_x_cuts_while_what_was_cut_is_hidden_and_goes_to_the_next(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "x")
        assert body(reader).startswith(CUT_BY_HAND)
        assert "Cut here. ctrl+z undoes it, R shows it." in reader.text()
        assert reader.place.startswith(CUT_BY_HAND) and CUT_BY_HAND in at_cursor(reader)
        await reader.keys("G", "x")
        assert "NAVO-chef" not in body(reader) and reader.place.startswith("Moskou")


async def burst(reader: Reader, *keys: str) -> None:
    for key in keys:
        reader.app.post_message(events.Key(NAMES.get(key, key), key))
    await reader.settle()
    await reader.settle()


@pytest.mark.parametrize(
    "keys, left",
    [
        (["x"] * 3, ["Moskou", "NAVO-chef"]),
        (["R", "x", "j", "x"], None),
    ],
)
async def test_keys_in_one_breath_all_count(
    reading: Open, keys: list[str], left: list[str] | None
) -> None:
    async with reading() as reader:
        await reader.keys("enter")
        await burst(reader, *keys)
        # The second x on one paragraph takes the first one back, whenever the answers come.
        found = [part.split(" ")[0] for part in body(reader).split("\n\n")]
        assert found == (left or [part.split(" ")[0] for part in TROOPS.split("\n\n")])


async def test_successive_cut_parts_are_each_restored_though_no_answer_came_yet(
    reading: Open,
) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "R", "gg", "j")
        library.hold.clear()
        for key in ("x", "j", "x", "j", "j", "x"):
            await reader.pilot.press(key)
        library.hold.set()
        await reader.settle()
        await reader.settle()
        assert body(reader).startswith("Kies je regio\n\nBewaar je keuze\n\n" + CUT_BY_HAND)


async def test_a_step_taken_while_the_page_is_read_again_counts(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter", "R", "gg")
        library.hold.clear()
        for key in ("x", "j", "j", "j", "j"):
            await reader.pilot.press(key)
        library.hold.set()
        await reader.settle()
        await reader.keys("b")
        (mark,) = library.bookmarks()
        assert reader.place.startswith("SEOEL")
        assert mark.position == body(reader).index("SEOEL")


async def test_X_does_it_for_the_site_and_tells_what_is_read_again(reading: Open) -> None:
    twins = tuple(article(f"{n}.txt", f"Bericht {n}", "Een tekst.\n\nDeel dit.") for n in range(4))
    library = FakeLibrary(twins, broken=False)
    async with reading(library=library) as reader:
        await reader.keys("enter", "G", "R")
        await reader.keys("X")
        said = "Cut in all of kustbode.nl. Reading 3 others again. ctrl+z undoes it."
        assert said in reader.text()
        assert "reading" not in reader.text().split("\n")[0]
        await reader.keys("J")
        assert body(reader) == "Een tekst."
        await reader.keys("ctrl+z")
        assert "Undone: cut: Deel dit." in reader.text()
        assert body(reader) == "Een tekst.\n\nDeel dit."


async def test_while_the_site_is_read_again_the_header_counts_and_rows_change(
    reading: Open,
) -> None:
    class Slow(FakeLibrary):
        def ingest(self, on_progress, cancelled, paths=None):  # type: ignore[no-untyped-def]
            if self._read:
                on_progress(Progress("again", 0, 1))
                self.hold.wait(5)
            super().ingest(on_progress, cancelled, paths)

    figures = TROOPS_ARTICLE.figures
    twin = article("twee.txt", "Twee", TROOPS, figures=figures)
    library = Slow((TROOPS_ARTICLE, twin), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("enter", "]f")
        assert reader.text().count("4 fig") == 2
        decide = library.decide

        def decide_and_hold(*given, **more):  # type: ignore[no-untyped-def]
            done = decide(*given, **more)
            library.hold.clear()
            return done

        library.decide = decide_and_hold  # type: ignore[method-assign]
        await reader.pilot.press("X")
        for _ in range(50):
            await reader.pilot.pause()
            if "Reading 1 other again" in reader.text():
                break
        reader.desk._tell()
        await reader.pilot.pause()
        assert "reading 0 of 1" in reader.text() and "Reading 1 other again" in reader.text()
        library.hold.set()
        await reader.settle()
        assert "reading" not in reader.text().split("\n")[0]
        assert reader.text().count("2 fig") == 2


async def test_undo_and_redo_go_step_by_step_over_bookmarks_and_decisions(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "b", "]x", "x", "ctrl+z")
        assert f"Undone: restore: {NEWSLETTER}." in reader.text() and body(reader) == TROOPS
        assert len(reader.library.bookmarks()) == 1 and NEWSLETTER in at_cursor(reader)
        await reader.keys("ctrl+z")
        assert reader.library.bookmarks() == () and "⚑" not in reader.text()
        await reader.keys("ctrl+z")
        assert "Nothing to undo." in reader.text()
        await reader.keys("ctrl+y")
        assert "Done again: bookmark" in reader.text() and "⚑ 4 fig" in reader.line("25 Oct 2024  ")
        await reader.keys("ctrl+y", "ctrl+y")
        assert "Nothing to redo." in reader.text() and NEWSLETTER in body(reader)


async def test_undo_works_in_the_list_for_a_bookmark_in_another_article(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("enter", "b", "q", "J", "ctrl+z")
        assert reader.library.bookmarks() == () and "⚑" not in reader.text()


@pytest.mark.parametrize("keys", [["R", "x"], ["R", "X"], ["ctrl+z"], ["ctrl+y"]])
async def test_what_cannot_be_kept_is_said_and_changes_nothing(
    reading: Open, keys: list[str]
) -> None:
    library = FakeLibrary()
    library.full_disk = True
    async with reading(library=library) as reader:
        await reader.keys("enter", *keys)
        assert "NOT SAVED" in reader.text() and "the disk is full" in reader.text()
        assert body(reader) == TROOPS
        library.full_disk = False
        await reader.keys("R", "gg", "j", "x") if keys[0] != "R" else await reader.keys("x")
        assert body(reader) != TROOPS


async def test_leaving_waits_for_a_decision_on_its_way(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter")
        library.hold.clear()
        await reader.pilot.press("x")
        await reader.pilot.press("Q")
        assert reader.desk.leaving and not reader.app._exit
        library.hold.set()
        for _ in range(100):
            if not reader.app._exit:
                await reader.pilot.pause()
        assert len(library._decisions) == 1 and reader.app._exit


@pytest.mark.parametrize(
    "articles, keys, said",
    [
        ((TROOPS_ARTICLE,), ["R", "gg", "j", "j", "j"], "The title stays"),
        ((TROOPS_ARTICLE,), ["k"], "does not come from the page"),
        ((TEASERS_ARTICLE,), ["gg"], "does not come from the page"),
        ((TEASERS_ARTICLE,), ["G"], "Teasers are listed here. R shows the page"),
    ],
)
async def test_where_nothing_can_be_decided_the_reason_is_said(
    reading: Open, articles: tuple[Article, ...], keys: list[str], said: str
) -> None:
    library = FakeLibrary(articles, broken=False)
    async with reading(library=library) as reader:
        await reader.keys("enter", *keys, "x")
        assert said in reader.text() and library._decisions == ()


async def test_x_does_nothing_outside_the_article(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("x", "tab", "tab", "x", "X")
        assert reader.library._decisions == ()
        reader.desk.do("decide")
        await reader.settle()
        assert "decided in the article" in reader.text() and reader.library._decisions == ()


async def test_x_decides_nothing_about_an_article_that_is_still_to_come(reading: Open) -> None:
    library = FakeLibrary()
    async with reading(library=library) as reader:
        await reader.keys("enter")
        library.hold.clear()
        await reader.pilot.press("J")
        await reader.pilot.press("x")
        assert "There is no article here." in reader.text()
        library.hold.set()
        await reader.settle()
        assert library._decisions == ()


async def test_a_search_and_its_hits_stay_with_their_words(reading: Open) -> None:
    async with reading() as reader:
        await reader.keys("/", *"rutte", "enter", "gg", "x")
        hits = reader.session.hits
        assert [body(reader)[a:b] for a, b in hits] == ["Rutte"]


async def test_other_keys_can_be_given(reading: Open) -> None:
    config = Config(keymap={"decide": ("i",), "undo": ("ctrl+e",), "stripped": ("ctrl+r",)})
    async with reading(config=config) as reader:
        await reader.keys("enter", "i")
        assert "Cut here. ctrl+e undoes it, ctrl+r shows it." in reader.text()
        await reader.keys("ctrl+e")
        assert body(reader) == TROOPS


@pytest.mark.parametrize("width, height", [(100, 30), (80, 24), (40, 12)])
@pytest.mark.parametrize(
    "name, keys",
    [
        ("stripped", ["enter", "R", "k", "k"]),
        ("mended", ["enter", "]f", "]f", "]f", "x", "]x", "x", "j"]),
        ("related", ["P", "P", "tab", "tab", "j"]),
    ],
)
async def test_the_page_looks_as_it_did(
    reading: Open, width: int, height: int, name: str, keys: list[str]
) -> None:
    async with reading(width, height) as reader:
        await reader.keys(*keys)
        same_as_saved(f"{name}-{width}", reader.text())
