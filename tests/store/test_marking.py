"""Marks through the library: made, changed, tagged, found again, and never moved in silence."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.store.conftest import DIJK, Opened
from tui.store.library import Library, NotSaved
from tui.store.marked import Changed, Cited, Claimed, Mark, Merged, Placed, Target, Turn
from tui.store.notebook import Notebook
from tui.store.query import parse

EURO = "Er is 400.000 euro uitgegeven."
WHOLE = Target("article", "dijk.txt")
CORPUS = Target("corpus")
POPPE = Target("actor", actor="person\nJan Poppe")


def on(library: Library, words: str, key: str = "dijk.txt") -> Target:
    """Some words of an article."""
    start = library.article(key).body.index(words)
    return Target("passage", key, start, start + len(words))


def only(placed: tuple[Placed, ...]) -> Placed:
    (one,) = placed
    return one


def texts(library: Library, key: str = "dijk.txt") -> list[str]:
    return [placed.mark.text for placed in library.marks(key)]


def found(library: Library, query: str) -> list[str | None]:
    return [library.key_of(at) for at in library.view(parse(query)).ids]


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "dijk.txt"
    path.write_text(path.read_text().replace(old, new))


def test_a_note_is_there_at_the_next_start_with_what_it_is_about(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    made = library.make(on(library, EURO), "note", text="nagaan", tags=["geld / raming"])
    assert made.selector is not None
    assert (made.selector.exact, made.tags) == (EURO, ("geld/raming",))
    digest = hashlib.sha256((folder / "dijk.txt").read_bytes()).hexdigest()
    assert made.cited == Cited("Dijk hersteld", "", "2024-05", "", digest)
    again = opened(read=False)
    placed = only(again.marks("dijk.txt"))
    assert placed == only(again.every_mark())
    assert (placed.mark, placed.key, placed.title) == (made, "dijk.txt", "Dijk hersteld")
    assert (placed.state, placed.start) == ("ANCHORED", made.at)


def test_marks_stand_in_the_order_of_the_text_and_those_on_all_of_it_first(
    opened: Opened,
) -> None:
    library = opened()
    library.make(on(library, "Westdijk"), "note", text="4")
    library.make(on(library, "De dijk"), "highlight", text="3")
    library.make(Target("passage", "dijk.txt", 0, 4, "title"), "note", text="2")
    library.make(WHOLE, "note", text="1")
    library.make(CORPUS, "note", text="5")
    library.make(POPPE, "note", text="6")
    assert texts(library) == ["1", "2", "3", "4"]
    assert [each.mark.text for each in library.every_mark()] == ["6", "5", "1", "2", "3", "4"]
    assert [each.title for each in library.every_mark()][:2] == ["Jan Poppe", ""]
    assert [each.state for each in library.every_mark()] == ["ANCHORED"] * 6


def test_words_outside_the_text_are_drawn_into_it(opened: Opened) -> None:
    library = opened()
    made = library.make(Target("passage", "dijk.txt", -5, 10**9), "note")
    assert made.selector is not None
    assert made.selector.exact == library.article("dijk.txt").body


def test_what_is_kept_is_found(opened: Opened) -> None:
    library = opened()
    assert found(library, "is:noted") == []
    claim = library.make(on(library, EURO), "claim", tags=["Geld/raming"])
    library.make(Target("article", "zee/brug.txt"), "note", text="Nabellen bij het waterschap")
    library.set_status(claim.id, "disputed")
    assert found(library, "is:noted") == ["dijk.txt", "zee/brug.txt"]
    assert found(library, "tag:geld") == ["dijk.txt"]
    assert found(library, "note:nabellen") == ["zee/brug.txt"]
    assert found(library, "status:disputed") == ["dijk.txt"]
    assert found(library, "status:unverified") == []
    row = library.row("dijk.txt")
    assert row is not None
    assert (row.notes, row.bookmarks) == (1, 0)
    library.remove(claim.id)
    assert found(library, "tag:geld OR status:disputed") == []


def test_an_index_from_before_there_were_notes_is_not_made_anew(opened: Opened) -> None:
    library = opened()
    library.make(WHOLE, "note", text="nagaan")
    with library._index.write() as connection:
        connection.execute("ALTER TABLE kept_mark RENAME COLUMN status TO state")
    again = opened(read=False)
    again._kept.renew()
    assert again.counts.ready == 2
    assert texts(again) == ["nagaan"]


def test_a_claim_has_the_history_of_its_status(opened: Opened) -> None:
    library = opened()
    told = Claimed("het waterschap", stance="asserted", own=False)
    claim = library.make(on(library, EURO), "claim", claimed=told)
    library.set_status(claim.id, "disputed", "een ander bedrag")
    library.set_status(claim.id, "disputed")
    now = library.set_status(claim.id, "confirmed").claimed
    assert now is not None
    assert [(turn.status, turn.why) for turn in now.history] == [
        ("unverified", ""),
        ("disputed", "een ander bedrag"),
        ("confirmed", ""),
    ]
    assert not now.own
    assert library.undo() == "claim set to confirmed"
    mark = only(library.marks("dijk.txt")).mark
    assert mark.claimed is not None
    assert mark.claimed.status == "disputed"


def test_a_claim_that_was_edited_is_ones_own_and_keeps_its_history(opened: Opened) -> None:
    library = opened()
    claim = library.make(on(library, EURO), "claim", claimed=Claimed("waterschap", own=False))
    library.set_status(claim.id, "disputed")
    told = Claimed("de gemeente", history=(Turn("denied", "2026-05-04"),), own=False)
    now = library.edit(claim.id, claimed=told, text="zie de begroting").claimed
    assert now is not None
    assert (now.speaker, now.own) == ("de gemeente", True)
    assert [turn.status for turn in now.history] == ["unverified", "disputed", "denied"]


def test_only_a_claim_has_a_status(opened: Opened) -> None:
    library = opened()
    note = library.make(WHOLE, "note")
    with pytest.raises(KeyError):
        library.set_status(note.id, "denied")


def test_with_a_claim_its_evidence_goes_and_comes_back(opened: Opened) -> None:
    library = opened()
    claim = library.make(on(library, EURO), "claim")
    for side in ("for", "against"):
        there = on(library, "11 uur", "zee/brug.txt")
        library.make(there, "evidence", of=claim.id, side=side)
    with pytest.raises(KeyError):
        library.make(there, "evidence", of="weg", side="for")
    library.remove(claim.id)
    assert library.every_mark() == ()
    assert library.undo() == "claim taken away"
    assert [each.mark.side for each in library.marks("zee/brug.txt")] == ["for", "against"]


def test_evidence_is_told_with_where_it_is_now(opened: Opened, folder: Path) -> None:
    library = opened()
    there = on(library, "11 uur", "zee/brug.txt")
    claim = library.make(there, "claim", claimed=Claimed("de gemeente"))
    other = library.make(there, "claim", claimed=Claimed("het waterschap"))
    library.make(CORPUS, "claim", claimed=Claimed("de gemeente"))
    library.make(WHOLE, "claim")
    library.make(on(library, EURO), "evidence", of=claim.id, side="against")
    library.make(WHOLE, "evidence", of=other.id, side="for")
    rewrite(folder, "400.000", "500.000")
    library = opened()
    told = only(library.evidence([claim.id]))
    assert (told.key, told.mark.side, told.state) == ("dijk.txt", "against", "CHANGED")
    assert len(library.evidence({claim.id, other.id})) == 2
    assert library.evidence([]) == ()
    assert library.claimants() == ("de gemeente", "het waterschap")


def test_what_is_edited_is_told_with_its_time_and_nothing_else_of_it_changes(
    opened: Opened,
) -> None:
    library = opened()
    made = library.make(WHOLE, "note", text="een", tags=["a"])
    assert library.edit(made.id, text="een") == made
    now = library.edit(made.id, text="twee", colour="red")
    assert now.edited > made.created
    assert now == made._replace(text="twee", colour="red", edited=now.edited)
    assert only(library.marks("dijk.txt")).mark == now
    assert library.undo() == "note edited"
    assert library.undo() == "note kept"


def test_two_windows_may_edit_the_same_mark(opened: Opened) -> None:
    one, other = opened(), opened(beside=True)
    made = one.make(WHOLE, "note", text="een")
    other.edit(made.id, text="twee")
    now = one.edit(made.id, colour="red")
    assert (now.text, now.colour) == ("twee", "red")
    other.remove(made.id)
    with pytest.raises(KeyError):
        one.edit(made.id, text="drie")
    with pytest.raises(NotSaved, match="NOT UNDONE: note edited"):
        one.undo()


def test_all_of_it_can_be_taken_back_at_another_start(opened: Opened) -> None:
    library = opened()
    claim = library.make(on(library, EURO), "claim")
    library.tag([claim.id, WHOLE], "geld")
    library.rename_tag("geld", "kosten")
    library.colour_tag("kosten", "red")
    library.keep_draft(CORPUS, "half")
    before = library.every_mark()
    library.drop_tag("kosten")
    library.remove(claim.id)
    library = opened()
    assert [library.undo(), library.undo()] == ["claim taken away", "tag kosten dropped"]
    assert library.every_mark() == before
    assert [tag.colour for tag in library.tags()] == ["red"]
    while library.undo():
        pass
    assert (library.every_mark(), library.tags()) == ((), ())
    assert library.draft(CORPUS) == "half"
    while opened().redo():
        pass
    assert (library.every_mark(), library.tags()) == ((), ())


def test_articles_marks_and_actors_are_tagged_and_untagged_in_one_step(opened: Opened) -> None:
    library = opened()
    note = library.make(on(library, EURO), "note")
    both = [WHOLE, Target("article", "zee/brug.txt"), Target("article", "weg.txt")]
    library.tag([*both, note.id, POPPE, on(library, "Westdijk")], "Militair/aantallen")
    library.tag(both, "militair/Aantallen")
    (top, tag) = library.tags()
    assert (top.name, tag.name) == ("Militair", "Militair/aantallen")
    assert (tag.articles, tag.marks, tag.claims) == (2, 3, 0)
    assert found(library, "tag:militair") == ["dijk.txt", "zee/brug.txt"]
    library.tag([*both, note.id], "Militair/aantallen", on=False)
    assert [(each.name, each.articles, each.marks) for each in library.tags()] == [
        ("Militair", 0, 2),
        ("Militair/aantallen", 0, 2),
    ]
    assert [each.mark.kind for each in library.every_mark()] == ["highlight", "tags", "note"]
    library.undo()
    assert library.tags() == (top, tag)
    library.undo()
    assert library.tags() == ()


def test_a_second_tag_joins_the_first_of_an_article(opened: Opened) -> None:
    library = opened()
    library.tag([WHOLE], "a")
    library.tag([WHOLE], "b")
    library.tag([WHOLE], " / ")
    library.tag([WHOLE], "c", on=False)
    mark = only(library.marks("dijk.txt")).mark
    assert (mark.kind, mark.tags) == ("tags", ("a", "b"))
    assert [library.undo(), library.undo(), library.undo()] == ["tagged b", "tagged a", None]


def test_words_are_highlighted_once_however_many_tags_they_get(opened: Opened) -> None:
    library = opened()
    library.tag([on(library, EURO)], "a")
    library.tag([on(library, EURO)], "b")
    library.tag([on(library, "Westdijk")], "c", on=False)
    mark = only(library.marks("dijk.txt")).mark
    assert (mark.kind, mark.tags) == ("highlight", ("a", "b"))


def test_a_note_on_an_article_that_cannot_be_read_is_kept(opened: Opened, folder: Path) -> None:
    (folder / "stuk.txt").write_text("BUG")
    library = opened()
    library.make(Target("article", "stuk.txt"), "note", text="opnieuw ophalen")
    assert texts(library, "stuk.txt") == ["opnieuw ophalen"]
    assert found(library, "note:opnieuw") == ["stuk.txt"]
    with pytest.raises(NotSaved, match=r"stuk\.txt"):
        library.make(Target("passage", "stuk.txt", 0, 3), "note")
    with pytest.raises(NotSaved, match=r"weg\.txt: not in this corpus"):
        library.make(Target("article", "weg.txt"), "note")
    (folder / "stuk.txt").write_text("Heel\n\nNu is het heel.")
    assert only(opened().marks("stuk.txt")).state == "ANCHORED"


@pytest.mark.parametrize(
    ("old", "new", "state", "words"),
    [
        ("De dijk bij", "Vannacht is gemeld:\n\nDe dijk bij", "ANCHORED", EURO),
        ("400.000", "500.000", "CHANGED", "Er is 500.000 euro uitgegeven."),
        (EURO, f"{EURO} {EURO}", "AMBIGUOUS", EURO),
        (DIJK, "Storm\n\nDe wind velde in het hele land bomen.", "ORPHAN", ""),
    ],
)
def test_a_page_that_changed_is_told_with_each_mark(
    opened: Opened, folder: Path, old: str, new: str, state: str, words: str
) -> None:
    library = opened()
    made = library.make(on(library, EURO), "note", text="nagaan")
    rewrite(folder, old, new)
    library = opened()
    placed = only(library.marks("dijk.txt"))
    body = library.article("dijk.txt").body
    assert (placed.state, placed.mark) == (state, made)
    assert body[placed.start : placed.end] == words
    assert placed.anchor is not None
    assert placed.anchor.quote == EURO
    assert only(library.every_mark()) == placed
    states = {
        "CHANGED": Changed(1, 0, 0),
        "AMBIGUOUS": Changed(0, 1, 0),
        "ORPHAN": Changed(0, 0, 1),
    }
    told = states.get(state, Changed())
    assert library.changed_marks() == told._replace(
        keys=() if state == "ANCHORED" else ("dijk.txt",)
    )


def test_a_mark_is_put_in_its_place_by_hand_and_back(opened: Opened, folder: Path) -> None:
    library = opened()
    made = library.make(on(library, EURO), "note", text="nagaan")
    rewrite(folder, "400.000", "500.000")
    library = opened()
    anchor = only(library.marks("dijk.txt")).anchor
    assert anchor is not None
    now = library.repair(made.id, anchor.place)
    placed = only(library.marks("dijk.txt"))
    assert (placed.state, placed.mark) == ("ANCHORED", now)
    assert now.selector is not None
    assert now.selector.exact == "Er is 500.000 euro uitgegeven."
    assert now.cited.hash == hashlib.sha256((folder / "dijk.txt").read_bytes()).hexdigest()
    assert (now.text, now.created) == (made.text, made.created)
    assert library.changed_marks() == Changed()
    assert library.undo() == "note put in its place"
    assert only(library.marks("dijk.txt")).state == "CHANGED"


def test_a_mark_of_a_page_that_is_gone_is_kept_with_its_quote(opened: Opened, folder: Path) -> None:
    made = (library := opened()).make(on(library, EURO), "note", text="nagaan")
    (folder / "dijk.txt").unlink()
    library = opened()
    placed = only(library.every_mark())
    assert (placed.key, placed.state, placed.title) == (None, "ORPHAN", "Dijk hersteld")
    assert library.changed_marks() == Changed(orphan=1)
    with pytest.raises(KeyError):
        library.repair(made.id, start=0, end=6)
    now = library.repair(made.id, start=0, end=6, key="zee/brug.txt")
    assert now.selector is not None
    assert now.selector.exact == "De bru"
    assert texts(library, "zee/brug.txt") == ["nagaan"]


def test_a_note_on_an_article_stays_unless_the_page_holds_another(
    opened: Opened, folder: Path
) -> None:
    library = opened()
    made = library.make(WHOLE, "note")
    rewrite(folder, "400.000", "500.000")
    library = opened()
    assert only(library.marks("dijk.txt")).state == "ANCHORED"
    rewrite(folder, "Dijk hersteld", "Storm op komst")
    library = opened()
    assert only(library.marks("dijk.txt")).state == "CHANGED"
    assert library.changed_marks() == Changed(1, 0, 0, ("dijk.txt",))
    library.repair(made.id)
    assert only(library.marks("dijk.txt")).state == "ANCHORED"


def test_a_mark_in_a_headline_is_looked_for_there(opened: Opened, folder: Path) -> None:
    library = opened()
    made = library.make(Target("passage", "dijk.txt", 5, 13, "title"), "note")
    assert made.selector is not None
    assert made.selector.exact == "hersteld"
    rewrite(folder, "Dijk hersteld\n", "Dijk bij Oostdijk hersteld\n")
    library = opened()
    placed = only(library.marks("dijk.txt"))
    title = library.article("dijk.txt").title or ""
    assert placed.state != "ORPHAN"
    assert title[placed.start : placed.end] == "hersteld"


def test_a_mark_that_does_not_stand_where_it_says_is_looked_for(opened: Opened) -> None:
    library = opened()
    made = library.make(on(library, EURO), "note")
    assert made.selector is not None
    wrong = made._replace(id="x", selector=made.selector._replace(start=0, end=5))
    library.merge_marks([wrong])
    library.article("dijk.txt")
    placed = next(each for each in library.marks("dijk.txt") if each.mark.id == "x")
    assert placed.anchor is not None
    assert placed.anchor.state == placed.state
    assert placed.start in (0, made.selector.start)


def test_a_draft_outlives_the_program_and_is_no_step(opened: Opened) -> None:
    library = opened()
    target = on(library, EURO)
    library.keep_draft(target, "half")
    library.keep_draft(target, "half af\x1b")
    library.keep_draft("m1", "anders")
    library.keep_draft("[1, 2]", "onleesbaar")
    library.close()
    again = opened(read=False)
    assert again.draft(target) == "half af\x1b"
    assert again.drafts() == ((target, "half af\x1b"), ("m1", "anders"), ("[1, 2]", "onleesbaar"))
    assert again.undo() is None
    again.drop_draft(target)
    again.drop_draft(CORPUS)
    assert again.draft(target) is None


def test_what_cannot_be_written_is_said_not_to_be_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened()
    made = library.make(WHOLE, "note", text="een")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", full)
        for change in (
            lambda: library.make(WHOLE, "note", text="twee"),
            lambda: library.edit(made.id, text="twee"),
            lambda: library.tag([WHOLE], "twee"),
            lambda: library.remove(made.id),
            lambda: library.keep_draft(WHOLE, "twee"),
            lambda: library.undo(),
        ):
            with pytest.raises(NotSaved, match=r"NOT SAVED"):
                change()
    assert texts(library) == ["een"]
    assert texts(opened()) == ["een"]


def test_marks_of_a_colleague_are_taken_in(opened: Opened) -> None:
    library = opened()
    mine = library.make(WHOLE, "note", text="een")
    odd = Mark(
        "\ud800", "\udcff", "../\ud800/\0", 5, None, "\x1b", "note", "article", text="\ud800"
    )
    theirs = [mine._replace(text="twee"), odd, mine._replace(id="m9", text="drie")]
    assert library.merge_marks(theirs, "Anna") == Merged(2, 0, 1)
    assert library.merge_marks(theirs, "Anna") == Merged(0, 3, 0)
    assert sorted(texts(library)) == ["drie", "een", "twee"]
    assert {each.mark.by for each in library.every_mark()} == {"", "Anna"}
    assert library.row("dijk.txt").notes == 3  # type: ignore[union-attr]
    assert library.undo() == "3 marks taken in"
    assert texts(library) == ["een"]
    assert library.merge_marks([]) == Merged()


def test_a_bookmark_has_a_label_once_it_was_given_one(opened: Opened) -> None:
    library = opened()
    library.toggle_bookmark("dijk.txt", 0)
    mark = only(library.marks("dijk.txt")).mark
    library.edit(mark.id, text="hier begint het")
    (shown,) = library.bookmarks()
    assert shown.label.startswith("hier begint het · “")  # and the words it is on
    library.make(WHOLE, "note")
    assert library.bookmarks() == (shown,)
    assert library.toggle_bookmark("dijk.txt", 0) is None
    assert [each.mark.kind for each in library.every_mark()] == ["note"]


def test_what_another_window_changed_and_made_is_seen_at_once(opened: Opened) -> None:
    one, other = opened(), opened(beside=True)
    target = Target("article", "dijk.txt")
    note = one.make(target, "note", text="een")
    assert [placed.mark.text for placed in other.marks("dijk.txt")] == ["een"]
    one.edit(note.id, text="twee")
    assert [placed.mark.text for placed in other.marks("dijk.txt")] == ["twee"]
    one.make(target, "note", text="drie")
    assert [placed.mark.text for placed in other.iter_marks()] == ["drie", "twee"]


def test_what_somebody_writes_who_keeps_no_index_is_taken_in_when_asked_for(
    opened: Opened,
) -> None:
    library = opened()
    note = library.make(WHOLE, "note", text="een")
    before = library.version
    stranger = Notebook(library.notes_path)
    stranger.change("edited", add=[note._replace(text="twee")], remove=[note])
    library.follow_notes()
    library._kept._behind.join()  # type: ignore[union-attr]
    assert library.version > before
    assert found(library, "note:twee") == ["dijk.txt"]
    library.follow_notes()
    assert not library._kept._behind.is_alive()  # type: ignore[union-attr]
