"""Pages as text dumps put together of labelled parts, for tests of what is the article on them."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.text.article import Article
from tui.text.read import read

TITLE = "Veerpont bij Dijkhoven vaart weer na storm"
LEAD = (
    "DIJKHOVEN (ANP) - De veerpont bij Dijkhoven vaart sinds maandag weer. De kabel brak in de"
    " nacht van zaterdag op zondag en lag drie dagen op de bodem van de rivier."
)
NEXT = (
    "Schipper Aad Molenaar heeft de nieuwe kabel zelf opgehaald bij een touwslager in Lekkerland."
    " Die had er nog eentje van 400 meter op de zolder liggen."
)
LAST = (
    "De gemeente betaalt de rekening van 6200 euro. Volgens de wethouder is dat nog altijd minder"
    " dan de omweg van twintig kilometer die iedereen anders moet rijden."
)
STORY = "\n\n".join([LEAD, NEXT, LAST])
HEADS = [
    "",
    "Webmail\n\nKies je webmail",
    "Home\n\nNieuws\n\nSport",
    "Dijkhoven | Nieuws | Contact",
]
KICKERS = ["", "RIVIER", "Storm in het land"]
UNDER = ["", "Door Lies Kamp", "12 maart 2024, 10:30", "Foto: Bert Vos", "Leestijd: 3 minuten"]
MIDDLES = [
    "",
    "Advertentie",
    "Zware kabel",
    "Lees ook: Wie repareert de andere ponten?",
    "Tekst gaat verder onder de foto",
    "Bewoners zijn opgelucht.",
]
OWN = ["Zware kabel", "Bewoners zijn opgelucht."]
"""Those of the middles that are the story's own."""
ENDS = ["", "(ANP)", "Deel dit artikel", "Lies Kamp is verslaggever in het rivierengebied."]
TAILS = [
    "",
    "Meer uit het rivierengebied\n\nKoe zwemt naar overkant\n\n2 uur geleden",
    "Meest gelezen\n\n1. Koe zwemt naar overkant\n\n2. Brug een week dicht voor onderhoud",
    "© 2024 Dijkpost",
]

composed = st.tuples(
    *(st.sampled_from(parts) for parts in (HEADS, KICKERS, UNDER, MIDDLES, MIDDLES, ENDS, TAILS)),
    st.booleans(),
)
"""Choices of a head, a kicker, a line under the headline, two in mid-text, an end and a tail."""


def dump_of(choice: tuple[str, str, str, str, str, str, str, bool]) -> str:
    """The dump for a choice; with the last of it true the headline stands twice."""
    head, kicker, under, first, second, end, tail, twice = choice
    titles = [TITLE, TITLE] if twice else [TITLE]
    parts = [head, kicker, *titles, under, LEAD, first, NEXT, second, LAST, end, tail]
    return "\n\n".join(part for part in parts if part)


def page(*parts: str, joint: str = "\n\n") -> Article:
    """The article in a dump of these parts."""
    return read(joint.join(part for part in parts if part).encode(), "pagina.txt")


def reasons(article: Article) -> dict[str, str | None]:
    """What was stripped, by its text."""
    return {piece.text: piece.reason for piece in article.stripped}


def titles(article: Article) -> list[str | None]:
    """The titles of the other articles on the page, in order."""
    return [item.title for item in article.related]
