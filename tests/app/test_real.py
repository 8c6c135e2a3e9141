"""From the files of the corpus to the screen and back, with the real library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.conftest import Reader
from tests.store.test_library_archives import write
from tui.app import NewsreaderApp
from tui.store.library import Library

CORPUS = Path(__file__).parent.parent.parent / "corpus"
KEY = "2024-10-18-seoul-1500-soldaten.txt"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(CORPUS, tmp_path / "corpus")


def library_of(folder):
    return Library([folder], cache=folder.parent / "cache", workers=0)


def rows_of(library):
    return library.rows(library.view().ids)


async def test_a_bookmark_made_in_the_corpus_is_there_the_next_time(folder):
    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        reader.desk.go_to(KEY)
        await reader.settle()
        await reader.keys("b")
        assert "⚑" in reader.line("›") and "18 Oct 2024 ⚑ " in reader.text()
    library.close()

    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        await reader.keys("G", "B", "enter")
        assert reader.session.key == KEY
        assert "›⚑" in reader.text()
    library.close()


async def test_every_article_of_the_corpus_can_be_opened_and_walked_through(folder):
    (folder / "geen-tekst.txt").write_bytes(bytes(range(256)) * 20)
    library = library_of(folder)
    app = NewsreaderApp(library, corpus="corpus")
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        for row in rows_of(library):
            assert reader.session.key == row.key
            if row.state == "failed":
                assert row.problem and "cannot be read" in reader.text()
            else:
                assert reader.session.article.path == row.key
                first = reader.session.article.body.split(maxsplit=1)[:1]
                assert all(word[:4] in reader.text() for word in first)
            await reader.keys("R", "]f", "]c", "p", "R", "J")
        assert "This is the last article" in reader.text()
        assert "! 1 failed" in reader.text()
    library.close()


async def test_what_a_reader_decides_holds_the_next_time_and_can_be_undone(folder):
    library = library_of(folder)
    banner = "Kies je webmail"
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(100, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        reader.desk.go_to(KEY)
        await reader.settle()
        await reader.keys("R", "gg", "j", "j", "x")
        assert reader.session.article.body.startswith(f"{banner}\n\nSEOUL")
        assert "restored by you" in reader.text() and "Restored here." in reader.text()
        await reader.keys("j", "[x", "X")
        assert "others again. ctrl+z undoes it." in reader.text()
    library.close()

    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(100, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        bodies = [library.article(row.key).body for row in rows_of(library)]
        assert library.article(KEY).body.startswith(f"Webmail\n\n{banner}\n\nSEOUL")
        assert sum(body.startswith("Webmail\n\n") for body in bodies) > 1
        reader.desk.go_to(KEY)
        await reader.settle()
        await reader.keys("x", "ctrl+z")
        assert reader.session.article.body == library.article(KEY).body
        assert "Undone: cut: Webmail." in reader.text()
    library.close()


TEASING = """Vlootbezoek in Oostdorp trekt volle kade

OOSTDORP (ANP) - Zo'n 200 mensen keken zaterdag naar een vlootbezoek in de haven van Oostdorp.

Meer uit Buitenland
Kabouters vieren feest in het bos van Veenhoek
VEENHOEK (ANP) - In het bos van Veenhoek is dinsdag een feest van kabouters begonnen.
3 minuten geleden
{title}
{lead}
5 minuten geleden
"""


async def test_a_teaser_is_opened_where_its_article_is_in_the_corpus(folder):
    library = library_of(folder)
    article = library.article(KEY)
    library.close()
    text = TEASING.format(title=article.title, lead=article.body.split("\n\n")[0])
    (folder / "vloot.txt").write_text(text, "utf-8")

    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        reader.desk.go_to("vloot.txt")
        await reader.settle()
        assert reader.session.related == (None, KEY)
        await reader.keys("P", "P", "tab", "G")
        assert "▌ → in the corpus" in reader.text()
        await reader.keys("enter")
        assert reader.session.key == KEY and reader.session.article.title == article.title
        await reader.keys("q")
        assert reader.session.key == "vloot.txt" and "▌ → in the corpus" in reader.text()
    library.close()


async def test_the_corpus_is_narrowed_to_the_articles_with_such_a_figure(folder):
    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        await reader.keys("f", *"figure:>1 miljoen kind:money", "enter")
        hits = {}
        for row in rows_of(library):
            money = [f for f in library.article(row.key).figures if f.kind == "money"]
            most = (max(n for n in (f.value, f.low, f.high) if n is not None) for f in money)
            if count := sum(number > 1e6 for number in most):
                hits[row.key] = count
        found = library.rows(reader.desk.articles.ids, reader.desk.articles.view.query)
        assert {row.key: row.hits for row in found} == hits and len(hits) > 3
        assert reader.session.key == found[0].key
        assert f"{len(hits)} of {library.total}" in reader.text()
    library.close()


async def test_actors_merged_by_hand_are_one_the_next_time_and_for_the_filter(folder):
    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(160, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        first, second = library.actors(kind="person")[:2]
        await reader.keys("ga", "v", "j", "m")
        assert f"Merged into {second.name}: {first.name}." in reader.text()
        assert "merged by hand" in reader.text()
    library.close()

    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(160, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        await reader.keys("ga")
        assert library.actors(kind="person")[0].key == second.key
        assert f"▌  {second.name}" in reader.text() and "merged by hand" in reader.text()
        claims = library.claims_of(first.key)
        assert len(claims) == first.claims + second.claims
        await reader.keys("l", "enter")
        assert reader.session.key == claims[0].key
        assert reader.session.cursor == claims[0].start
        await reader.keys("f", *f'speaker:"{first.name}"', "enter")
        shown = {library.key_of(number) for number in reader.desk.articles.ids}
        every = {claim.key for claim in claims}
        assert shown <= every and reader.desk.articles.view.found == len(every)
    library.close()


async def test_why_tells_of_every_article_of_the_corpus(folder):
    library = library_of(folder)
    async with NewsreaderApp(library, corpus="corpus").run_test(size=(100, 40)) as pilot:
        reader = Reader(pilot.app, pilot, library)
        await reader.settle()
        for row in rows_of(library)[:12]:
            reader.desk.go_to(row.key)
            await reader.settle()
            if reader.session.article.claims:
                await reader.keys("]c", "w")
                assert "stance" in reader.text() and "No rule was noted" not in reader.text()
                await reader.keys("q")
    library.close()


async def test_the_pages_of_an_archive_come_behind_an_empty_list(tmp_path):
    folder = tmp_path / "oogst"
    folder.mkdir()
    write(folder, "Goes", "Hulst")
    library = library_of(folder)
    app = NewsreaderApp(library, corpus="oogst")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        assert reader.session.key == "oogst.warc.gz!/voorbeeld.nl/goes"
        assert "300 woningen" in reader.text()
        await reader.keys("J")
        assert reader.session.key == "oogst.warc.gz!/voorbeeld.nl/hulst"
    library.close()
