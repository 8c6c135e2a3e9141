"""A small news page in pieces, and what tests ask of the article on it."""

from __future__ import annotations

from tui.text.article import Article
from tui.text.read import read

TITLE = "Vuurtoren krijgt na 90 jaar nieuwe lamp"
PARAGRAPHS = (
    "De vuurtoren van Oosthoek krijgt volgende maand een nieuwe lamp. De oude deed het negentig"
    " jaar en gaat naar het museum in het dorp, meldt de beheerder.",
    "De nieuwe lamp verbruikt 80 procent minder stroom dan de vorige. Schippers merken volgens de"
    " beheerder niets van het verschil, want het licht blijft even sterk.",
    "Het werk duurt drie nachten. In die tijd schijnt er een noodlamp op een ponton voor de kust,"
    " die door de reddingsbrigade wordt bewaakt.",
    "Omwonenden zijn blij dat het baken blijft. Vorig jaar ging het gerucht dat de toren dicht"
    " zou gaan, maar dat is van de baan.",
)
TEASER = (
    "De gemeenteraad stemde dinsdag in met een nieuwe dijk langs de zuidkant van het eiland. Het"
    " werk begint in het voorjaar en kost volgens de wethouder twaalf miljoen euro."
)
COMMENT = (
    "Als oud-visser kan ik zeggen dat die lamp ons vaak heeft thuisgebracht. Wat mij betreft had"
    " hij nog wel tien jaar mee gekund, maar goed, zo gaan die dingen."
)


def paragraphs(tag: str = "p", attributes: str = "") -> str:
    """The paragraphs of the story, each in an element."""
    return "".join(f"<{tag} {attributes}>{text}</{tag}>" for text in PARAGRAPHS)


MENU = "".join(
    f"<li><a href='/{name}'>{name.capitalize()}</a></li>"
    for name in ("voorpagina", "regio", "sport", "economie", "cultuur", "weer")
)
CHROME = f"<div><ul>{MENU}</ul></div>"


def teasers(count: int = 12, prose: bool = True) -> str:
    """Cards for other articles, each with a link in a heading and perhaps a sentence or two."""
    text = f"<p>{TEASER}</p>" if prose else ""
    return "".join(
        f"<div><h3><a href='/b/{at}'>Eiland krijgt nieuwe dijk, deel {at}</a></h3>{text}</div>"
        for at in range(count)
    )


def page(body: str, head: str = f"<title>{TITLE}</title>") -> Article:
    """The article on an HTML page with this body, its offsets checked."""
    source = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    article = read(source.encode(), "pagina.html")
    places_hold(article, source)
    return article


def body_of(body: str, head: str = f"<title>{TITLE}</title>") -> list[str]:
    """The paragraphs of the article on a page with this body."""
    return page(body, head).body.split("\n\n")


def places_hold(article: Article, source: str) -> None:
    """Pieces cover the source in its order, and begin and end where their text does."""
    reached = 0
    for piece in article.pieces:
        assert reached <= piece.start < piece.end <= len(source)
        assert not source[reached : piece.start].strip()
        reached = piece.end
        if not piece.text:
            assert piece.reason == "markup"
        elif piece.text[0].isalnum() and piece.text[-1].isalnum():
            assert source[piece.start] == piece.text[0]
            assert source[piece.end - 1] == piece.text[-1]
        if piece.at is not None:
            assert article.body[piece.at : piece.at + len(piece.text)] == piece.text
    assert not source[reached:].strip()


def reasons(article: Article) -> dict[str, str | None]:
    """What was stripped and shows text, by that text."""
    return {piece.text: piece.reason for piece in article.stripped if piece.text}
