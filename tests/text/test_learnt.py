"""Blocks that come back in many stories of a corpus are page; what stories share is not."""

from __future__ import annotations

from tui.text.article import Article
from tui.text.guide import Guide
from tui.text.learnt import learn
from tui.text.read import read, survey

TOWNS = ["Veere", "Hulst", "Goes", "Tholen", "Sluis", "Borsele", "Kapelle", "Reimerswaal"]


def story(town: str, number: int) -> list[str]:
    """A brief of three paragraphs that no other town shares."""
    return [
        f"Raad van {town} stemt in met plan {number} voor de haven",
        f"De gemeenteraad van {town} heeft dinsdag ingestemd met een nieuw plan voor de oude haven, "
        f"dat {number} miljoen euro kost en in het voorjaar begint.",
        f"Wethouder Van {town}nisse noemt het een mijlpaal voor de {number}00 bewoners aan de kade.",
        f"Over {number} jaar moet in {town} ook de sluis aan de beurt komen, staat in het plan.",
    ]


def page(*lines: str) -> bytes:
    return "\n\n".join(lines).encode()


def read_all(pages: list[bytes], folder: str = "") -> list[Article]:
    learnt = learn([survey(data, Guide(folder=folder)) for data in pages])
    guide = Guide(folder=folder, learnt=learnt)
    return [read(data, f"{number}.txt", guide) for number, data in enumerate(pages)]


def reasons(article: Article) -> dict[str, str | None]:
    return {piece.text: piece.reason for piece in article.stripped}


def test_the_banner_of_a_site_that_nobody_wrote_a_rule_for_falls_away() -> None:
    banner = (
        "Deze pagina leest u het best met de nieuwste browser, want in een oude vallen de plaatjes "
        "over de tekst heen en werken de knoppen onderaan het scherm niet zoals het hoort."
    )
    stories = [story(town, number) for number, town in enumerate(TOWNS, 2)]
    pages = [page(banner, *lines) for lines in stories]
    assert banner in read(pages[0], "0.txt").body, "or there is nothing to learn"
    for article, lines in zip(read_all(pages), stories, strict=True):
        assert article.title == lines[0]
        assert article.body.split("\n\n") == lines[1:]
        assert banner in reasons(article)


def test_it_says_in_how_many_articles_a_block_stands() -> None:
    plug = "Steun onze redactie en word vandaag nog vriend van de krant."
    pages = [page(*story(town, number), plug) for number, town in enumerate(TOWNS[:6], 2)]
    pages += [page(*story(town, number)) for number, town in enumerate(TOWNS[6:], 8)]
    assert {reasons(article).get(plug) for article in read_all(pages)} == {
        "in 6 of 8 articles",
        None,
    }


def test_a_line_in_mid_text_that_every_article_has_is_page() -> None:
    label = "Videospeler wordt geladen"
    stories = [story(town, number) for number, town in enumerate(TOWNS, 2)]
    pages = [page(*lines[:2], label, *lines[2:]) for lines in stories]
    assert label in read(pages[0], "0.txt").body, "or there is nothing to learn"
    for article in read_all(pages):
        assert label not in article.body
        assert reasons(article)[label] == "in 8 of 8 articles"


def test_a_story_that_several_sites_print_stays_whole() -> None:
    wire = story("Domburg", 9)
    pages = [page(*wire), page("Domburg krijgt haven", *wire[1:]), page(*wire), page(*wire[:3])]
    pages += [page(*story(town, number)) for number, town in enumerate(TOWNS, 2)]
    articles = read_all(pages)
    for article in articles[:3]:
        assert article.body.split("\n\n") == wire[1:]
    assert articles[3].body.split("\n\n") == wire[1:3]


def test_a_paragraph_of_background_that_a_paper_uses_again_stays() -> None:
    background = (
        "Eerder dit jaar ging het plan in Zierikzee nog van tafel, omdat de provincie Zeeland "
        "het geld niet had."
    )
    stories = [story(town, number) for number, town in enumerate(TOWNS, 2)]
    for lines in stories:
        lines[3] = f"{lines[3]} De provincie, aldus de griffie in Zierikzee, wil nu meebetalen."
    for article in read_all([page(*lines, background) for lines in stories]):
        assert article.body.endswith(background)


def test_a_dateline_is_never_taken() -> None:
    pages = [
        page(lines[0], "GOES (ANP) -", *lines[1:])
        for lines in (story(town, number) for number, town in enumerate(TOWNS, 2))
    ]
    lead = "GOES (ANP) - De veerdienst is maandag uitgevallen door de harde wind op de Schelde."
    pages += [page(f"Veerboot {name} ligt stil", lead, name) for name in TOWNS]
    for article in read_all(pages):
        assert "GOES (ANP) -" in article.body


def test_a_headline_that_other_pages_tease_stays_with_its_own_article() -> None:
    teased = story("Arnemuiden", 12)
    pages = [page(*teased)]
    pages += [page(*story(t, n), teased[0], teased[1]) for n, t in enumerate(TOWNS, 2)]
    assert read_all(pages)[0].title == teased[0]
    assert read_all(pages)[0].body.split("\n\n") == teased[1:]


def test_what_is_page_in_one_folder_is_not_so_in_another() -> None:
    plug = "Steun onze redactie en word vandaag nog vriend van de krant."
    pages = [page(*story(town, number), plug) for number, town in enumerate(TOWNS, 2)]
    learnt = learn([survey(data, Guide(folder="krant")) for data in pages])
    elsewhere = read(pages[0], "a.txt", Guide(folder="elders", learnt=learnt))
    assert elsewhere.body.endswith(plug)


def test_two_articles_teach_nothing() -> None:
    plug = "Steun onze redactie en word vandaag nog vriend van de krant."
    pages = [page(*story(town, number), plug) for number, town in enumerate(TOWNS[:2], 2)]
    assert all(article.body.endswith(plug) for article in read_all(pages))
