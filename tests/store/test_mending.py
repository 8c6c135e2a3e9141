"""What a person puts back or cuts, and what a corpus teaches, through the library."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.store import ingest as ingest_module
from tui.store.learning import Held, stale_pages
from tui.store.library import Library, NotSaved
from tui.store.reading import Outcome, read_file
from tui.store.sweep import Sweep
from tui.text.article import Article
from tui.text.guide import Rule

TOWNS = ["Veere", "Hulst", "Goes", "Tholen", "Sluis", "Borsele"]
PLUG = "De knop met het vinkje maakt de letters groter of juist weer kleiner."
EXTRA = "De brug blijft volgens de provincie Zeeland tot zondagavond dicht voor auto's."
"""It names what the stories name, so that it is not for the corpus to say that it is page."""


def story(town: str) -> str:
    return (
        f"Raad van {town} stemt in met plan voor haven\n\n"
        f"De gemeenteraad van {town} heeft dinsdag ingestemd met een nieuw plan voor de haven, "
        "dat in het voorjaar begint en volgens de wethouder jaren duurt.\n\n"
        f"Op de kade van {town} komen 300 woningen, zo meldt de provincie Zeeland in een brief.\n\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "elders").mkdir(parents=True)
    for town in TOWNS:
        (folder / f"{town.lower()}.txt").write_text(story(town) + EXTRA)
    (folder / "elders" / "axel.txt").write_text(story("Axel") + EXTRA)
    return folder


Opened = Callable[..., Library]


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Opened]:
    libraries: list[Library] = []

    def open_it(**options: object) -> Library:
        settings = {"cache": tmp_path / "cache", "workers": 0} | options
        for earlier in libraries:  # one program reads a corpus at a time
            earlier.close()
        library = Library([folder], **settings)  # type: ignore[arg-type]
        libraries.append(library)
        read_all(library)
        return library

    yield open_it
    for library in libraries:
        library.close()


def read_all(library: Library) -> list[str]:
    """Let the library read what is to be read; the keys of what it read."""
    with pytest.MonkeyPatch.context() as patch:
        keys: list[str] = []

        def read(path: str, given: str, *more: object) -> Outcome:
            keys.append(given)
            return read_file(path, given, *more)  # type: ignore[arg-type]

        patch.setattr(ingest_module, "read_file", read)
        library.ingest()
    return keys


def reasons(article: Article) -> dict[str, str | None]:
    return {piece.text: piece.reason for piece in article.stripped}


def test_a_block_that_is_cut_by_hand_is_gone_from_that_article_alone(opened: Opened) -> None:
    library = opened()
    assert library.decide("goes.txt", [EXTRA], "cut") == ("this article", 1, 0)
    article = library.article("goes.txt")
    assert EXTRA not in article.body
    assert reasons(article)[EXTRA] == "by hand"
    assert library.article("veere.txt").body.endswith(EXTRA)
    assert read_all(library) == []


def test_what_was_decided_holds_at_the_next_start(opened: Opened) -> None:
    opened().decide("goes.txt", [EXTRA], "cut")
    again = opened()
    assert EXTRA not in again.article("goes.txt").body
    assert again.article("veere.txt").body.endswith(EXTRA)


def test_what_was_decided_holds_without_the_cache(opened: Opened, tmp_path: Path) -> None:
    opened().decide("goes.txt", [EXTRA], "cut")
    assert EXTRA not in opened(cache=tmp_path / "other").article("goes.txt").body


def test_a_page_that_was_scraped_again_keeps_what_was_decided(opened: Opened, folder: Path) -> None:
    library = opened()
    library.decide("goes.txt", [EXTRA], "cut")
    (folder / "goes.txt").write_text(story("Goes") + EXTRA + "\n\nHet plan ligt ter inzage.\n")
    article = library.article("goes.txt")
    assert EXTRA not in article.body
    assert article.body.endswith("Het plan ligt ter inzage.")


def test_everywhere_is_the_folder_of_a_page_that_names_no_site(opened: Opened) -> None:
    library = opened()
    assert library.decide("goes.txt", [EXTRA], "cut", everywhere=True) == ("this folder", 1, 5)
    assert set(read_all(library)) == {f"{town.lower()}.txt" for town in TOWNS}
    assert all(EXTRA not in library.article(f"{town.lower()}.txt").body for town in TOWNS)
    assert library.article("elders/axel.txt").body.endswith(EXTRA)


def test_a_stripped_block_can_be_put_back(opened: Opened, folder: Path) -> None:
    (folder / "goes.txt").write_text(story("Goes") + "Lees ook: Kade van Goes verzakt\n\n" + EXTRA)
    library = opened()
    stripped = "Lees ook: Kade van Goes verzakt"
    assert stripped in reasons(library.article("goes.txt"))
    library.decide("goes.txt", [stripped], "restore")
    article = library.article("goes.txt")
    assert article.body.split("\n\n")[-2:] == [stripped, EXTRA]
    piece = next(piece for piece in article.pieces if piece.text == stripped)
    assert (piece.part, piece.reason) == ("body", "restored")
    assert article.body[piece.at : (piece.at or 0) + len(stripped)] == stripped


def test_cutting_what_was_put_back_leaves_no_trace(opened: Opened, folder: Path) -> None:
    (folder / "goes.txt").write_text(story("Goes") + "Lees ook: Kade van Goes verzakt\n\n" + EXTRA)
    library = opened()
    before = library.article("goes.txt")
    stripped = "Lees ook: Kade van Goes verzakt"
    library.decide("goes.txt", [stripped], "restore")
    library.decide("goes.txt", [stripped], "cut")
    assert library.article("goes.txt") == before
    library.close()
    notes = json.loads((folder / ".newsreader" / "notes.json").read_text())
    assert not notes["rulings"]


def test_what_one_article_says_goes_before_what_its_site_says(opened: Opened) -> None:
    library = opened()
    library.decide("goes.txt", [EXTRA], "restore")
    library.decide("veere.txt", [EXTRA], "cut", everywhere=True)
    assert library.article("goes.txt").body.endswith(EXTRA)
    assert EXTRA not in library.article("veere.txt").body


def test_what_is_said_of_a_site_ends_what_was_said_of_the_article_it_is_said_in(
    opened: Opened,
) -> None:
    library = opened()
    library.decide("goes.txt", [EXTRA], "restore")
    library.decide("goes.txt", [EXTRA], "cut", everywhere=True)
    assert EXTRA not in library.article("goes.txt").body
    library.undo()
    library.undo()
    assert library.article("goes.txt").body.endswith(EXTRA)


def test_steps_are_undone_and_done_again_one_by_one(opened: Opened) -> None:
    library = opened()
    library.toggle_bookmark("goes.txt", 0)
    library.decide("goes.txt", [EXTRA], "cut")
    assert library.undo() == f"cut: {EXTRA[:39]}…"
    assert library.article("goes.txt").body.endswith(EXTRA)
    assert library.undo() == "bookmark kept"
    assert library.bookmarks() == ()
    assert library.undo() is None
    assert library.redo() == "bookmark kept"
    assert len(library.bookmarks("goes.txt")) == 1
    assert library.redo() == f"cut: {EXTRA[:39]}…"
    assert EXTRA not in library.article("goes.txt").body
    assert library.redo() is None


def test_a_new_step_ends_what_could_be_done_again(opened: Opened) -> None:
    library = opened()
    library.decide("goes.txt", [EXTRA], "cut")
    library.undo()
    library.decide("veere.txt", [EXTRA], "cut")
    assert library.redo() is None
    assert library.article("goes.txt").body.endswith(EXTRA)


def test_what_was_undone_stays_undone_at_the_next_start(opened: Opened) -> None:
    library = opened()
    library.decide("goes.txt", [EXTRA], "cut")
    library.undo()
    assert opened().article("goes.txt").body.endswith(EXTRA)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_decision_that_cannot_be_written_is_not_kept(opened: Opened, folder: Path) -> None:
    library = opened()
    library.toggle_bookmark("goes.txt", 0)
    (folder / ".newsreader").chmod(0o500)
    try:
        with pytest.raises(NotSaved, match="NOT SAVED"):
            library.decide("goes.txt", [EXTRA], "cut")
        assert library.article("goes.txt").body.endswith(EXTRA)
    finally:
        (folder / ".newsreader").chmod(0o700)


def test_a_document_that_is_no_decision_is_left_alone(opened: Opened, folder: Path) -> None:
    odd = {"id": "x", "action": "burn", "text": "a", "path": "a", "scope": None, "created": "now"}
    (folder / ".newsreader").mkdir()
    notes = folder / ".newsreader" / "notes.json"
    notes.write_text(json.dumps({"rulings": {"1": odd, "2": {}}}))
    library = opened()
    library.decide("goes.txt", [EXTRA], "cut")
    assert json.loads(notes.read_text())["rulings"]["1"] == odd


def add_plug(folder: Path) -> None:
    for town in TOWNS:
        path = folder / f"{town.lower()}.txt"
        path.write_text(story(town) + f"{PLUG}\n\nDe raad van {town} stemde met grote meerderheid.")


def test_what_comes_back_in_a_folder_is_learnt_and_cut(opened: Opened, folder: Path) -> None:
    add_plug(folder)
    library = opened()
    assert reasons(library.article("goes.txt"))[PLUG] == "in 6 of 6 articles"


def test_a_new_page_is_read_by_what_the_index_knows(opened: Opened, folder: Path) -> None:
    add_plug(folder)
    opened().close()
    (folder / "zierikzee.txt").write_text(story("Zierikzee") + PLUG + "\n\nDe raad is verdeeld.")
    late = Library([folder], cache=folder.parent / "cache", workers=0)
    try:
        Sweep(late._index, [folder]).all()
        assert PLUG in reasons(late.article("zierikzee.txt"))
    finally:
        late.close()


def test_what_was_learnt_can_be_put_back(opened: Opened, folder: Path) -> None:
    add_plug(folder)
    library = opened()
    library.decide("goes.txt", [PLUG], "restore", everywhere=True)
    read_all(library)
    assert all(PLUG in library.article(f"{town.lower()}.txt").body for town in TOWNS)
    read_all(library)
    assert PLUG in library.article("goes.txt").body


def test_pages_that_go_take_what_they_taught_along(opened: Opened, folder: Path) -> None:
    add_plug(folder)
    opened()
    for town in TOWNS[2:]:
        (folder / f"{town.lower()}.txt").unlink()
    assert PLUG in opened().article("veere.txt").body


def test_a_readers_own_words_are_page(opened: Opened) -> None:
    rule = Rule("line", "bruggen", r"de brug blijft .* dicht voor auto's\.")
    library = opened(rules=[rule])
    assert reasons(library.article("goes.txt"))[EXTRA] == "bruggen"
    assert library.article("goes.txt").body in opened().article("goes.txt").body


def test_a_teaser_leads_to_its_article_by_headline_or_by_lead(opened: Opened, folder: Path) -> None:
    (folder / "kop.txt").write_text(
        story("Arnemuiden") + "Meer uit Binnenland\n\n"
        "Raad van Hulst stemt in met plan voor haven\n\n1 uur geleden\n\n"
        "De gemeenteraad van Tholen heeft dinsdag ingestemd met een nieuw plan voor de\n\n"
        "2 uur geleden\n\nIets heel anders dat nergens staat\n\n3 uur geleden\n"
    )
    library = opened()
    article = library.article("kop.txt")
    assert len(article.related) == 3
    assert library.related(article) == ("hulst.txt", "tholen.txt", None)


def test_a_teaser_for_the_page_itself_leads_nowhere(opened: Opened, folder: Path) -> None:
    (folder / "axel2.txt").write_text(
        story("Westdorpe") + "Lees ook: Raad van Westdorpe stemt in met plan voor haven\n\n" + EXTRA
    )
    library = opened()
    assert library.related(library.article("axel2.txt")) == (None,)


def test_a_start_at_which_nothing_changed_holds_no_page_against_its_guide_again(
    opened: Opened, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_plug(folder)
    opened().close()
    asked: list[str] = []

    def stale(database: str, span: str, held: Held) -> list[int]:
        asked.append(span)
        return stale_pages(database, span, held)

    monkeypatch.setattr(ingest_module, "stale_pages", stale)
    library = opened()
    assert asked == []
    library.decide("goes.txt", [EXTRA], "cut")
    body = library.article("goes.txt").body
    assert opened().article("goes.txt").body == body
    assert asked == ["1-7"]
