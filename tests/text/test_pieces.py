"""What holds for every page there is: nothing goes missing, and every offset is right."""

from __future__ import annotations

import pytest
from dump_pages import LAST, LEAD, NEXT, OWN, TITLE, composed, dump_of
from gold import Label, labels
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.text.article import Article
from tui.text.clean import clean
from tui.text.decode import NotText
from tui.text.page import Page, dump
from tui.text.pieces import Cleaned
from tui.text.read import page_of, read
from tui.text.safe import safe

SNIPPETS = [
    "Webmail",
    "Kies je webmail",
    "Omdat Kustnet naast Zilverpost een tweede webmail aanbiedt, vragen we welke je wilt.",
    "Havenschap Westgat koopt drie slepers",
    "WESTGAT (ANP/RTR) - Het havenschap heeft drie slepers gekocht voor 9,5 miljoen euro. Dat meldt"
    " directeur Tine Aalbers.",
    "OUDDIJK - Op de dijk zijn 40 schapen losgebroken, zegt boer Arie Nap.",
    "De aankoop was nodig, aldus Aalbers, omdat er „elke week” een schip vastloopt. Volgens haar"
    " zijn er tien tot twaalf klachten binnengekomen sinds 4 mei 2023.",
    "Kleine vloot",
    "Meer uit Zeeland",
    "Meer uit Buitenland",
    "Het laatste nieuws",
    "Meest gelezen",
    "Lees ook",
    "Lees ook: Wie betaalt de nieuwe kade?",
    "Lees verder »",
    "31 minuten geleden",
    "2 uur geledenOSLO (ANP) - Noorwegen sluit een haven.",
    "ongeveer 3 uur geleden",
    "(ANP /upday)",
    " date 2024-06 De sleper in de haven (archief). Foto: ANP",
    "Volledig scherm De sleper vaart uit. © Persbureau Noord",
    "Schrijf je in voor onze nieuwsbrief",
    "Door Wim Aker",
    "Reacties (3)",
    "© 2024 Westgat Nieuws",
    "- Goes 17:05 Nieuwe kazerne open voor publiek",
    "\x1b]0;titel\x07 en \u202egekeerd",
    "\ufeffMark Rutte zei dat de NAVO 3000 man stuurt.",
    '"We gaan door", zei ze. "En snel."',
    "   ",
    "\t",
]
JOINTS = st.sampled_from(["\n\n", "\n", "\n\n\n", "", " "])
SHAPED = st.lists(st.tuples(st.sampled_from(SNIPPETS), JOINTS), max_size=14).map(
    lambda rows: "".join(part for row in rows for part in row)
)
ANY = st.one_of(st.text(max_size=300), SHAPED, st.tuples(SHAPED, st.text(max_size=40)).map("".join))
HEAD = "<html><body>"
TAGS = ["p", "div", "article", "main", "h1", "h2", "li", "figure", "aside", "b", "a", "td", "span"]
PARTS = [
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["<br>", "<br><br>", "<!-- x -->", "&amp;", "&#27;", "&eacute;", "&nbsp;"]),
    st.sampled_from(["<script>let a = '<p>';</script>", '<div class="related">', "&#x202e;"]),
    st.sampled_from(SNIPPETS),
    st.text(st.characters(codec="utf-8", exclude_characters="<&\x00\r"), max_size=20),
]
BROKEN = [
    st.sampled_from(["<p", "<p '", ">", "<", "&", "<!--", "\x00", "</"]),
    st.text(max_size=20),
]
MARKUP = st.lists(st.one_of(PARTS), max_size=25).map(lambda parts: HEAD + "".join(parts))
ANY_MARKUP = st.lists(st.one_of(PARTS + BROKEN), max_size=25).map(lambda p: HEAD + "".join(p))
LABELS = labels()
every_page = pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)


def holds_together(page: Page, cleaned: Cleaned) -> None:
    """Pieces in order and apart, body pieces where they say, and nothing that steers a terminal."""
    reached = 0
    for piece in cleaned.pieces:
        assert reached <= piece.start < piece.end <= len(page.source)
        reached = piece.end
        assert (piece.reason is None) == (piece.part != "stripped")
        assert (piece.at is None) == (piece.part != "body")
        if piece.at is not None:
            assert cleaned.body[piece.at : piece.at + len(piece.text)] == piece.text
    body = [piece.text for piece in cleaned.pieces if piece.part == "body"]
    assert cleaned.body == "\n\n".join(body)
    titles = [piece.text for piece in cleaned.pieces if piece.part == "title"]
    assert len(titles) <= 1
    assert not titles or titles[0] == cleaned.title
    for text in (cleaned.title or "", cleaned.body, *(piece.text for piece in cleaned.pieces)):
        assert safe(text) == text
    for item in cleaned.related:
        assert item.title or item.text
        assert all(safe(text) == text for text in (item.title, item.text, item.age) if text)


def spans_hold(article: Article) -> None:
    """Every figure, mention, claim and date quotes the body where it says it stands."""
    body = article.body
    mentions = [mention for actor in article.actors for mention in actor.mentions]
    for span in [*article.figures, *mentions, *article.claims, *article.dates]:
        assert 0 <= span.start < span.end <= len(body)
        assert body[span.start : span.end] == span.text
    for number, claim in enumerate(article.claims):
        assert list(claim.figures) == sorted(set(claim.figures))
        for at in claim.figures:
            assert article.figures[at].claim is not None
            assert claim.start <= article.figures[at].start < claim.end, number
    for at, figure in enumerate(article.figures):
        assert figure.claim is None or at in article.claims[figure.claim].figures
    starts = [figure.start for figure in article.figures]
    assert starts == sorted(starts)
    for before, after in zip(article.figures, article.figures[1:], strict=False):
        assert before.end <= after.start


@given(ANY)
@example("")
@example("\n\n\n")
@example("een regel")
@example("\u200b\ufeff")
@example("12 minuten geleden" * 3)
def test_every_character_of_a_dump_is_title_body_stripped_or_white_space(source: str) -> None:
    page = dump(source)
    cleaned = clean(page)
    holds_together(page, cleaned)
    reached = 0
    for piece in cleaned.pieces:
        # Lines that were wrapped are joined: a piece differs from its source in white space alone.
        assert piece.text.split() == safe(source[piece.start : piece.end]).split()
        assert not safe(source[reached : piece.start]).strip()
        reached = piece.end
    assert not safe(source[reached:]).strip()


@given(composed)
@settings(max_examples=60)
def test_the_story_of_a_composed_page_is_its_body_and_stripping_it_again_changes_nothing(
    choice: tuple[str, str, str, str, str, str, str, bool],
) -> None:
    page = dump(dump_of(choice))
    once = clean(page)
    holds_together(page, once)
    middles = [text for text in choice[3:5] if text in OWN]
    assert once.title == TITLE
    assert sorted(once.body.split("\n\n")) == sorted([LEAD, NEXT, LAST, *middles])
    again = clean(dump(f"{once.title}\n\n{once.body}"))
    assert (again.title, again.body) == (once.title, once.body)


@given(MARKUP)
@example("<html><body><p>Een zin met &#27; erin.</p>")
@example("<html><body><aside>Kleine vloot</aside><h1>Voorpagina</h1>")
@settings(max_examples=150)
def test_every_character_of_a_web_page_is_in_a_piece_or_white_space(source: str) -> None:
    page = page_of(source)
    assert page.html
    cleaned = clean(page)
    holds_together(page, cleaned)
    reached = 0
    for piece in cleaned.pieces:
        assert not safe(source[reached : piece.start]).strip()
        assert piece.text or piece.reason == "markup"
        reached = piece.end
    assert not safe(source[reached:]).strip()


@given(st.one_of(ANY, ANY_MARKUP))
@settings(max_examples=150)
def test_reading_any_text_never_raises_and_its_spans_hold(source: str) -> None:
    try:
        article = read(source.encode("utf-8", "surrogatepass"), "map/2024-01-02-kop.txt")
    except NotText:
        return
    spans_hold(article)


@given(st.binary(max_size=200))
def test_reading_any_bytes_gives_an_article_or_says_that_they_are_no_text(data: bytes) -> None:
    try:
        article = read(data, "x.txt")
    except NotText:
        return
    assert article.path == "x.txt"


@every_page
def test_the_pieces_of_a_sample_page_hold_together(label: Label) -> None:
    article = read(label.source, label.data["path"])
    spans_hold(article)
    assert "\x1b" not in article.body
    assert safe(article.body) == article.body


@pytest.mark.parametrize(
    "label", [label for label in LABELS if label.data["body"]], ids=lambda label: label.name
)
def test_stripping_what_is_stripped_changes_nothing(label: Label) -> None:
    once = read(label.source, label.data["path"])
    again = read(f"{once.title or ''}\n\n{once.body}".encode(), "opnieuw.txt")
    assert (again.title, again.body) == (once.title, once.body)
    assert again.id == once.id


@every_page
def test_two_readings_of_a_page_are_equal(label: Label) -> None:
    assert read(label.source, "a.txt") == read(label.source, "a.txt")


def test_new_teasers_under_an_article_leave_its_id_as_it_was() -> None:
    story = "\n\n".join([SNIPPETS[3], SNIPPETS[3], SNIPPETS[4], SNIPPETS[6]])
    first = read(f"{story}\n\nMeer uit Zeeland\n\n{SNIPPETS[5]}\n\n3 uur geleden".encode(), "a.txt")
    later = read(
        f"{story}\n\nMeer uit Zeeland\n\n{SNIPPETS[16]}\n\n1 dag geleden".encode(), "b.txt"
    )
    assert first.body == later.body
    assert first.related != later.related
    assert first.id == later.id
