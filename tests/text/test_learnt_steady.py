"""What learning keeps to, whatever the pages are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.learning import learnt_of, page, read_all, stories
from tui.text.article import Piece
from tui.text.guide import Guide
from tui.text.learnt import Print, Seen, applies, learn, prints
from tui.text.read import read, survey

LINES = [
    "Nachtmodus",
    "Kies je dorp",
    "Het blad wordt rondgebracht door scholieren met gele tassen, van de grens tot aan de Maas.",
    "Niemand raakte gewond.",
    "Steun onze redactie en word vandaag nog vriend van de krant.",
    "GOES (ANP) - De veerdienst is uitgevallen door de harde wind op de Schelde.",
    "HULST -",
    "Dijk bij Hulst is hersteld na storm",
    "De dijk bij Hulst is na de storm hersteld, zegt het waterschap, dat er steen voor liet komen.",
    "Wat betekent dit voor u?",
]
DATED = {LINES[5], LINES[6]}


@st.composite
def pages(draw: st.DrawFn) -> list[Seen]:
    """Pages of a few folders, of lines that recur and lines that do not."""
    found = []
    for at in range(draw(st.integers(0, 9))):
        shared = draw(st.lists(st.sampled_from(LINES), max_size=6))
        own = [f"Raad van dorp {at} stemt in", f"Het dorp {at} bouwt {at} huizen aan de kade."]
        place = draw(st.integers(0, len(shared)))
        texts = [*shared[:place], *own, *shared[place:]]
        title = draw(st.integers(0, len(texts) - 1))
        pieces = [
            Piece(0, 0, "title" if number == title else "body", text)
            for number, text in enumerate(texts)
        ]
        folder = draw(st.sampled_from(["", "noord"]))
        found.append(Seen((f"folder:{folder}",), prints(pieces)))
    return found


@given(pages(), st.randoms())
def test_the_order_of_the_pages_does_not_matter(seen: list[Seen], random: object) -> None:
    shuffled = list(seen)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert learn(shuffled) == learn(seen)


@given(pages())
def test_pages_of_other_folders_change_nothing_here(seen: list[Seen]) -> None:
    here = [page for page in seen if page.scopes == ("folder:",)]
    assert learn(seen).get("folder:") == learn(here).get("folder:")


@given(pages())
def test_a_piece_with_a_dateline_is_never_cut(seen: list[Seen]) -> None:
    dated = {print_.key for at, text in enumerate(DATED) for print_ in _alone(text)}
    learnt = learn(seen)
    assert not any(dated & set(blocks) for blocks in learnt.values())
    assert not any(dated & set(applies(learnt, page)) for page in seen)


@given(pages())
def test_a_block_that_two_pages_at_most_have_is_cut_only_as_a_teaser(seen: list[Seen]) -> None:
    for scope, blocks in learn(seen).items():
        inside = [page for page in seen if scope in page.scopes]
        for key in blocks:
            holders = [p for page in inside for p in page.prints if p.key == key]
            count = sum(any(p.key == key for p in page.prints) for page in inside)
            assert count >= 3 or any(p.title or p.lead for p in holders)


@settings(max_examples=25)
@given(st.integers(1, 12))
def test_pages_without_a_repeated_block_are_read_as_without_learning(count: int) -> None:
    dumps = [page(*lines) for lines in stories(count)]
    assert read_all(dumps) == [read(data, f"{at}.txt") for at, data in enumerate(dumps)]


def test_reading_again_what_was_read_gives_the_same() -> None:
    foot = LINES[2]
    first = read_all([page(*lines, LINES[1], foot) for lines in stories(8)])
    assert all(foot in learnt_of(article) for article in first)
    again = [page(article.title or "", article.body) for article in first]
    learnt = learn([survey(page(*lines, LINES[1], foot), Guide()) for lines in stories(8)])
    for article, data in zip(first, again, strict=True):
        same = read(data, article.path, Guide(learnt=learnt))
        assert (same.title, same.body, learnt_of(same)) == (article.title, article.body, set())


def _alone(text: str) -> tuple[Print, ...]:
    return prints([Piece(0, 0, "body", text)])
