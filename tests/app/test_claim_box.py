"""The box in which a claim is filled in: by keys alone, and nothing typed is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import CAFE_ARTICLE, FakeLibrary
from tests.app.voices import HARMFUL_ARTICLE, QUAY, QUAY_ARTICLE
from tui.claims import Filling, accepted
from tui.screens.claim_box import ClaimBox
from tui.screens.claim_draft import drafted
from tui.store.marked import Claimed, Mark, Target
from tui.text.safe import UNSAFE

SCARS = "dat er 12 scheuren zijn"


def kept(library: FakeLibrary, index: int = 2, **more: object) -> Mark:
    """A claim of the quay that is kept as it was found."""
    claim = QUAY_ARTICLE.claims[index]
    target = Target("passage", QUAY_ARTICLE.path, claim.start, claim.end)
    return library.make(target, "claim", claimed=accepted(QUAY_ARTICLE, index), **more)  # type: ignore[arg-type]


@pytest.fixture
def library() -> FakeLibrary:
    books = FakeLibrary((QUAY_ARTICLE, CAFE_ARTICLE), broken=False)
    kept(books)
    return books


def claimed(library: FakeLibrary) -> Claimed:
    (mark,) = (mark for mark in library.own if mark.kind == "claim")
    assert mark.claimed is not None
    return mark.claimed


def is_open(reader: Reader) -> bool:
    return isinstance(reader.app.screen, ClaimBox)


OPEN = ("enter", "]a", "c")
VIA, STANCE, FIGURE, STATUS, TAGS, NOTE = (("tab",) * count for count in range(1, 7))


async def test_what_is_kept_of_the_claim_stands_in_the_box(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN)
        text = reader.text()
        for said in (SCARS, "Sietske Postma", "De Zeebode", "asserted", "[x] 12 scheuren"):
            assert said in text


@pytest.mark.parametrize(
    "keys, field, now",
    [
        ((*STANCE, "right"), "stance", "announced"),
        ((*STANCE, "left"), "stance", "denied"),
        ((*STANCE, "6"), "stance", "denied"),
        ((*VIA, *" Extra"), "via", "De Zeebode Extra"),
        ((*FIGURE, "space"), "figures", ()),
        ((*STATUS, "3"), "status", "disputed"),
    ],
)
async def test_a_field_is_changed_by_keys(
    reading: Open, library: FakeLibrary, keys: tuple[str, ...], field: str, now: object
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *keys, "ctrl+s")
        assert not is_open(reader)
        assert getattr(claimed(library), field) == now


@pytest.mark.parametrize("field", [STANCE, FIGURE, STATUS])
async def test_letters_typed_in_a_field_of_choices_change_nothing(
    reading: Open, library: FakeLibrary, field: tuple[str, ...]
) -> None:
    before = claimed(library)
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *field, *"hallo jij kijkt x".replace(" ", ""), "escape")
        assert not is_open(reader) and claimed(library) == before


async def test_tags_and_a_note_are_kept_with_the_claim(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *TAGS, *"kade, haven/schade", "tab", *"Bel", "ctrl+s")
        (mark,) = library.own
        assert (mark.tags, mark.text) == (("kade", "haven/schade"), "Bel")


async def test_a_name_is_completed_by_enter(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *["backspace"] * len("Sietske Postma"), *"olt")
        assert "enter: Bas Olthof" in reader.text()
        await reader.keys("enter", "ctrl+s")
        assert claimed(library).speaker == "Bas Olthof"


async def test_only_the_last_tag_is_completed(reading: Open, library: FakeLibrary) -> None:
    library.make(Target("article", CAFE_ARTICLE.path), "tags", tags=("haven/schade",))
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *TAGS, *"kade, hav", "enter", "ctrl+s")
        (mark,) = (mark for mark in library.own if mark.kind == "claim")
        assert mark.tags == ("kade", "haven")


async def test_esc_leaves_at_once_where_nothing_was_typed(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, "escape")
        assert not is_open(reader) and not claimed(library).own


async def test_esc_asks_where_something_was_typed_and_esc_again_goes_on(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, "X", "escape")
        assert is_open(reader) and "Not kept yet" in reader.text()
        await reader.keys("escape", "Y", "ctrl+s")
        assert claimed(library).speaker == "Sietske PostmaXY"


@pytest.mark.parametrize(
    "answer, speaker, draft",
    [
        ("s", "Sietske PostmaX", False),
        ("d", "Sietske Postma", True),
        ("x", "Sietske Postma", False),
    ],
)
async def test_what_is_asked_is_answered_by_a_letter(
    reading: Open, library: FakeLibrary, answer: str, speaker: str, draft: bool
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, "X", "escape", answer)
        assert not is_open(reader)
        assert claimed(library).speaker == speaker
        assert bool(library.kept_drafts) == draft
        assert ("Kept as a draft" in reader.text()) == draft


async def test_a_draft_is_found_again(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, "X", *STATUS, "2", "escape", "d", "c")
        assert "A draft of 1 Nov 2024, " in reader.text() and "Sietske PostmaX" in reader.text()
        await reader.keys("ctrl+s")
        assert (claimed(library).speaker, claimed(library).status) == (
            "Sietske PostmaX",
            "confirmed",
        )
        assert not library.kept_drafts


async def test_what_was_typed_when_the_program_ended_is_a_draft(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, *"XY")
    (draft,) = library.kept_drafts.values()
    assert json.loads(draft)["speaker"] == "Sietske PostmaXY"


async def test_not_saved_stays_open_with_what_was_typed(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys(*OPEN, "X", "ctrl+s")
        assert is_open(reader) and "NOT SAVED" in reader.text()
        assert "Sietske PostmaX" in reader.text()
        library.full_disk = False
        await reader.keys("ctrl+s")
        assert not is_open(reader) and claimed(library).speaker == "Sietske PostmaX"


async def test_where_the_answer_cannot_be_kept_the_question_stays(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        library.full_disk = True
        await reader.keys(*OPEN, "X", "escape", "s")
        assert is_open(reader) and "NOT SAVED" in reader.text()
        assert "s save · d keep as draft · x throw away" in reader.text()
        library.full_disk = False
        await reader.keys("s")
        assert not is_open(reader) and claimed(library).speaker == "Sietske PostmaX"


async def test_a_claim_that_was_deleted_meanwhile_is_not_saved(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*OPEN, "X")
        library.remove(library.own[0].id)
        await reader.keys("ctrl+s")
        assert is_open(reader) and "no longer there" in reader.text()


async def test_edit_opens_the_box_too(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "]a", "e")
        assert is_open(reader)


async def test_what_comes_from_a_page_is_only_text(reading: Open) -> None:
    library = FakeLibrary((HARMFUL_ARTICLE,), broken=False)
    async with reading(library=library) as reader:
        await reader.keys("enter", "]c", "c", "c")
        assert is_open(reader) and "[b]Jan[/b]" in reader.text()
        assert not UNSAFE.search(reader.text().replace("\n", ""))
        await reader.keys(*VIA, "!", "ctrl+s")
        assert claimed(library).speaker == HARMFUL_ARTICLE.claims[0].speaker


@pytest.mark.parametrize("width, height", [(40, 12), (80, 24), (120, 34)])
async def test_the_box_looks_as_it_did(
    reading: Open, library: FakeLibrary, width: int, height: int
) -> None:
    async with reading(width, height, library=library) as reader:
        await reader.keys(*OPEN, *STANCE)
        same_as_saved(f"claim-box-{width}", reader.text())


async def test_on_a_small_screen_the_question_is_seen(reading: Open, library: FakeLibrary) -> None:
    async with reading(40, 12, library=library) as reader:
        await reader.keys(*OPEN, *NOTE, "X", "escape")
        assert "Not kept yet" in reader.text()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(Filling._fields), inner),
    )
)
def test_a_draft_of_anything_else_is_no_draft_of_a_claim(told: object) -> None:
    found = drafted(json.dumps(told))
    assert found is None or (isinstance(told, dict) and isinstance(told["figures"], list))


@given(st.builds(Filling))
def test_a_draft_comes_back_as_it_was(filling: Filling) -> None:
    assert drafted(json.dumps(filling._asdict())) == filling


def test_the_words_of_the_quay_are_where_the_tests_say() -> None:
    assert QUAY[slice(QUAY_ARTICLE.claims[2].start, QUAY_ARTICLE.claims[2].end)] == SCARS
