"""Claims, by keys: kept, given a status, with evidence for and against them."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open, Reader, same_as_saved
from tests.app.fakes import CAFE_ARTICLE, FakeLibrary
from tests.app.voices import LATER_ARTICLE, QUAY, QUAY_ARTICLE
from tui.screens.claim_box import ClaimBox
from tui.store.marked import Claimed, Mark, Target

CLAIMS = ("tab", "tab", "p", "p", "gg")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary((QUAY_ARTICLE, LATER_ARTICLE, CAFE_ARTICLE), broken=False)


def span(words: str) -> tuple[int, int]:
    start = QUAY.index(words)
    return start, start + len(words)


def claims(reader: Reader) -> list[Mark]:
    return [mark for mark in reader.library.own if mark.kind == "claim"]


def evidence(reader: Reader) -> list[tuple[str, str, str]]:
    """On which words, for which claim, on which side."""
    found = [mark for mark in reader.library.own if mark.kind == "evidence"]
    return [(mark.selector.exact if mark.selector else "", mark.of, mark.side) for mark in found]


def statuses(mark: Mark) -> list[str]:
    assert mark.claimed is not None
    return [turn.status for turn in mark.claimed.history]


async def test_c_on_a_row_keeps_the_claim_as_it_was_found(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c")
        (mark,) = claims(reader)
        assert mark.selector is not None and mark.selector.exact == "dat de kade zakt"
        assert mark.claimed is not None and not mark.claimed.own
        assert (mark.claimed.speaker, mark.claimed.stance) == ("Sietske Postma", "denied")
        assert "Claim kept as suggested" in reader.text() and "ctrl+z undoes" in reader.text()


async def test_c_in_the_text_keeps_the_claim_that_was_gone_to(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "]c", "]c", "c")
        (mark,) = claims(reader)
        assert mark.claimed is not None and mark.claimed.speaker == "havendienst"
        assert [count.phrase for count in mark.claimed.figures] == ["40 miljoen euro"]


async def test_c_twice_in_one_breath_keeps_one_claim(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS)
        library.hold.clear()
        await reader.pilot.press("c", "c")
        library.hold.set()
        await reader.settle()
        assert len(claims(reader)) == 1


async def test_a_line_without_a_claim_says_so(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "G", "c")
        assert "No claim on this line" in reader.text() and not claims(reader)


async def test_a_claim_that_could_not_be_kept_can_be_kept_again(
    reading: Open, library: FakeLibrary
) -> None:
    library.full_disk = True
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c")
        assert "NOT SAVED" in reader.text() and not claims(reader)
        library.full_disk = False
        await reader.keys("c")
        assert len(claims(reader)) == 1


async def test_a_kept_claim_and_a_suggested_one_do_not_look_alike(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(160, 40, library=library) as reader:
        await reader.keys(*CLAIMS)
        assert "◆" not in reader.text()
        await reader.keys("c")
        assert "◆ unverified · accepted" in reader.text()
        await reader.keys("2")
        assert "◆ confirmed · accepted" in reader.text()


async def test_c_on_a_kept_claim_opens_it(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c", "c")
        assert isinstance(reader.app.screen, ClaimBox)
        assert "dat de kade zakt" in reader.text() and "Sietske Postma" in reader.text()


async def test_what_is_edited_is_ones_own_from_then_on(reading: Open, library: FakeLibrary) -> None:
    async with reading(200, 40, library=library) as reader:
        await reader.keys(*CLAIMS, "c", "c")
        await reader.keys(*" Jr", "ctrl+s")
        (mark,) = claims(reader)
        assert mark.claimed is not None and mark.claimed.own
        assert mark.claimed.speaker == "Sietske Postma Jr"
        assert "◆ unverified · yours" in reader.text()
        assert "Sietske Postma Jr " in reader.text()  # it stands under this name


async def test_c_on_a_selection_makes_a_claim_of_it(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "V", "c")
        assert isinstance(reader.app.screen, ClaimBox)
        await reader.keys("ctrl+s")
        (mark,) = claims(reader)
        assert mark.selector is not None and mark.selector.exact.endswith("dat de kade zakt.")
        assert mark.claimed is not None and mark.claimed.own
        assert mark.claimed.speaker == "Sietske Postma"
        assert reader.session.selection is None


@pytest.mark.parametrize(
    "key, status", [("2", "confirmed"), ("3", "disputed"), ("4", "denied"), ("5", "superseded")]
)
async def test_a_digit_sets_the_status_and_tells_what_it_was(
    reading: Open, library: FakeLibrary, key: str, status: str
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c", key)
        (mark,) = claims(reader)
        assert statuses(mark) == ["unverified", status]
        assert f"Status: {status}; it was unverified." in reader.text()
        await reader.keys("1")
        assert statuses(claims(reader)[0]) == ["unverified", status, "unverified"]


async def test_a_status_in_the_text_is_that_of_the_claim_on_the_line(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "]c", "c", "3")
        assert statuses(claims(reader)[0]) == ["unverified", "disputed"]


async def test_the_same_status_again_is_no_change(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c", "1")
        assert statuses(claims(reader)[0]) == ["unverified"]
        assert "It is unverified already." in reader.text()


async def test_a_suggested_claim_has_no_status(reading: Open, library: FakeLibrary) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "2")
        assert "No claim of yours here. c on a claim keeps it." in reader.text()
        assert not claims(reader)


async def test_evidence_is_collected_over_articles(reading: Open, library: FakeLibrary) -> None:
    async with reading(160, 40, library=library) as reader:
        await reader.keys(*CLAIMS, "c", "+")
        assert "Evidence on Sietske Postma: “dat de kade zakt”" in reader.text()
        await reader.keys("J", "tab", "tab")
        assert "Evidence on" in reader.text()
        await reader.keys("gg", "-")
        (mark,) = claims(reader)
        words = "De kade zakt toch, zegt burgemeester S. Postma."
        assert evidence(reader) == [(words, mark.id, "against")]
        await reader.keys("escape")
        assert "Evidence on" not in reader.text()


async def test_a_selection_is_linked_as_it_is(reading: Open, library: FakeLibrary) -> None:
    claimed = Claimed("Sietske Postma", stance="denied")
    target = Target("passage", QUAY_ARTICLE.path, *span("dat de kade zakt"))
    mark = library.make(target, "claim", claimed=claimed)
    async with reading(library=library) as reader:
        await reader.keys("enter", "]c", "+")
        await reader.keys("J", "gg", "v", "+")
        assert evidence(reader) == [("De kade zakt toch", mark.id, "for")]
        assert reader.session.selection is None


async def test_evidence_stands_under_its_claim_with_article_and_quote(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(200, 40, library=library) as reader:
        await reader.keys(*CLAIMS, "c")
        name = claims(reader)[0].id
        target = Target("passage", LATER_ARTICLE.path, 0, 17)
        library.make(target, "evidence", of=name, side="against")
        await reader.keys("2")
        assert "− Postma geeft toe: kade zakt: “De" in reader.text()


@pytest.mark.parametrize("end", ["+", "escape"])
async def test_plus_on_the_claim_again_or_escape_ends_collecting(
    reading: Open, library: FakeLibrary, end: str
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c", "+", end)
        assert "Evidence on" not in reader.text() and not evidence(reader)
        assert reader.session.pane == "panel"


async def test_without_a_claim_there_is_nothing_to_collect_for(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys("enter", "+")
        assert "No claim of yours here." in reader.text() and not evidence(reader)


async def test_collecting_ends_with_the_claim_that_it_was_for(
    reading: Open, library: FakeLibrary
) -> None:
    async with reading(library=library) as reader:
        await reader.keys(*CLAIMS, "c", "+", "J", "tab", "tab")
        library.remove(claims(reader)[0].id)
        await reader.keys("+")
        assert "Evidence on" not in reader.text() and not evidence(reader)


@pytest.mark.parametrize("width, height", [(80, 24), (120, 34)])
async def test_kept_claims_look_as_they_did(
    reading: Open, library: FakeLibrary, width: int, height: int
) -> None:
    async with reading(width, height, library=library) as reader:
        await reader.keys(*CLAIMS, "c", "2", "+")
        target = Target("passage", LATER_ARTICLE.path, 0, 17)
        library.make(target, "evidence", of=claims(reader)[0].id, side="against")
        await reader.keys("j", "c")
        same_as_saved(f"claims-kept-{width}", reader.text())


@pytest.fixture
def made(library: FakeLibrary) -> FakeLibrary:
    """A claim by hand of somebody who has others, and one of somebody who has none."""
    for words, speaker in (("De havendienst", "Bas Olthof"), ("4.000 inwoners", "Rekenkamer")):
        target = Target("passage", QUAY_ARTICLE.path, *span(words))
        claimed = Claimed(speaker, stance="estimated", cue="by hand")
        library.make(target, "claim", claimed=claimed)
    return library


def rows(reader: Reader) -> list[str]:
    """The rows of the panel as they are drawn, a text a row."""
    facts = reader.desk.spread.panel.facts
    return [
        " / ".join("".join(text for text, _ in line).strip() for line in facts.draw(at, 60) if line)
        for at in range(facts.count)
    ]


async def test_a_claim_by_hand_stands_under_its_speaker_among_those_found(
    reading: Open, made: FakeLibrary
) -> None:
    async with reading(200, 40, library=made) as reader:
        await reader.keys(*CLAIMS)
        told = rows(reader)
        at = next(i for i, row in enumerate(told) if row.startswith("Bas Olthof"))
        assert told[at].endswith("2")
        assert "◆ unverified · yours" in told[at + 1] and "De havendienst" in told[at + 1]
        assert "◆" not in told[at + 2]
        assert told[-2].startswith("Rekenkamer") and "◆ unverified · yours" in told[-1]
        assert "Claims 7" in reader.text()


async def test_a_claim_by_hand_is_edited_weighed_and_given_a_status_in_its_row(
    reading: Open, made: FakeLibrary
) -> None:
    async with reading(200, 40, library=made) as reader:
        await reader.keys(*CLAIMS, "G")
        assert "Rekenkamer 1/1" in reader.text() and reader.place.startswith("4.000 inwoners")
        assert reader.session.tab == "claims"
        await reader.keys("4")
        assert statuses(claims(reader)[1]) == ["unverified", "denied"]
        assert "◆ denied · yours" in rows(reader)[-1]
        await reader.keys("+")
        assert "Evidence on Rekenkamer" in reader.text()
        await reader.keys("escape", "c")
        assert isinstance(reader.app.screen, ClaimBox)


async def test_a_claim_by_hand_is_stepped_to_as_those_found(
    reading: Open, made: FakeLibrary
) -> None:
    async with reading(library=made) as reader:
        await reader.keys(*CLAIMS, "h", "gg")
        places = []
        for _ in range(6):
            await reader.keys("]c")
            places.append(reader.session.cursor)
        assert places == sorted(places)
        assert {span("De havendienst")[0], span("4.000 inwoners")[0]} <= set(places)


async def test_a_claim_by_hand_that_goes_leaves_the_reader_among_the_others(
    reading: Open, made: FakeLibrary
) -> None:
    async with reading(200, 40, library=made) as reader:
        await reader.keys(*CLAIMS, "G", "d")
        assert len(claims(reader)) == 1 and "Claims 6" in reader.text()
        await reader.keys("k", "w")
        assert "NOT SAVED" not in reader.text()


async def test_why_of_a_claim_by_hand_has_nothing_to_tell(reading: Open, made: FakeLibrary) -> None:
    async with reading(200, 40, library=made) as reader:
        await reader.keys(*CLAIMS, "G", "w")
        assert "Nothing was found on this line" in reader.text()
