"""A small made-up corpus: what the pages say, and what was found in them."""

from __future__ import annotations

from dataclasses import replace

from tui.store.rows import Row
from tui.text.article import (
    Actor,
    Article,
    Claim,
    Dateline,
    Figure,
    Mention,
    Piece,
    Related,
    Stance,
)


def mentions(body: str, *names: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for name in names:
        at = body.find(name)
        while at >= 0:
            if not any(m.start <= at < m.end for m in found):
                found.append(Mention(at, at + len(name), name))
            at = body.find(name, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.start))


def figure(body: str, text: str, value: float, noun: str, **more: object) -> Figure:
    start = body.index(text)
    plain: dict[str, object] = {
        "low": None,
        "high": None,
        "kind": "count",
        "hedge": None,
        "phrase": f"{text} {noun}",
        "unit": None,
        "claim": None,
    }
    return Figure(start, start + len(text), text, value, noun=noun, **{**plain, **more})  # type: ignore[arg-type]


def claim(body: str, text: str, speaker: str, stance: Stance, cue: str, **more: object) -> Claim:
    start = body.index(text)
    plain: dict[str, object] = {"via": None, "form": "indirect", "speaker_text": speaker}
    return Claim(
        start,
        start + len(text),
        text,
        speaker,
        cue=cue,
        stance=stance,
        **{**plain, **more},  # type: ignore[arg-type]
    )


def paragraphs(body: str, start: int, at: int = 0) -> list[Piece]:
    """The pieces of a body, or of a part of it that begins `at` an offset: one a paragraph."""
    pieces = []
    for text in body.split("\n\n") if body else []:
        pieces.append(Piece(start, start + len(text), "body", text, None, at))
        start, at = start + len(text) + 2, at + len(text) + 2
    return pieces


def article(key: str, title: str | None, body: str, **more: object) -> Article:
    pieces = [Piece(0, len(title), "title", title)] if title else []
    pieces += paragraphs(body, 100)
    plain: dict[str, object] = {
        "id": f"id-{key}",
        "dateline": Dateline(),
        "published": None,
        "published_from": None,
        "language": "nl",
        "pieces": tuple(pieces),
        "related": (),
        "figures": (),
        "actors": (),
        "claims": (),
        "dates": (),
    }
    return Article(path=key, title=title, body=body, **{**plain, **more})  # type: ignore[arg-type]


TROOPS = (
    "SEOEL (ANP) - Noord-Korea bereidt zich volgens Zuid-Korea voor op een veel grotere "
    "troepenmacht in Rusland. De geheime dienst in Seoel schat dat er al ongeveer 3000 "
    "militairen zijn aangekomen en dat het er voor het einde van het jaar 10.000 worden.\n\n"
    'De Oekraïense president Volodymyr Zelensky ging eerder uit van 12.000 man. "Dit is een '
    'tweede staat die meevecht", zei Zelensky tegen het parlement.\n\n'
    "Ontkenning\n\n"
    "Moskou spreekt tegen dat er buitenlandse soldaten meedoen. Volgens het Kremlin gaat het om "
    "een gewone oefening.\n\n"
    "NAVO-chef Mark Rutte heeft de aantallen niet bevestigd. Hij zei in Brussel dat het "
    "bondgenootschap de beelden nog bekijkt. Tussen 8 en 13 schepen zouden betrokken zijn."
)
HALF = TROOPS.index("Ontkenning")
SAID = (
    claim(
        TROOPS,
        "Noord-Korea bereidt zich volgens Zuid-Korea voor op een veel grotere "
        "troepenmacht in Rusland",
        "Zuid-Korea",
        "asserted",
        "volgens",
    ),
    claim(
        TROOPS,
        "dat er al ongeveer 3000 militairen zijn aangekomen",
        "de geheime dienst in Seoel",
        "estimated",
        "schat",
    ),
    claim(
        TROOPS,
        "Dit is een tweede staat die meevecht",
        "Volodymyr Zelensky",
        "asserted",
        "zei",
        form="direct",
    ),
    claim(TROOPS, "dat er buitenlandse soldaten meedoen", "Moskou", "denied", "spreekt tegen"),
)
TROOPS_ARTICLE = article(
    "2024-10-25-troepen.txt",
    "Seoel telt al 3000 Noord-Koreaanse militairen in Rusland",
    TROOPS,
    published="2024-10-25",
    published_from="path",
    dateline=Dateline(("SEOEL",), ("ANP",)),
    pieces=(
        Piece(0, 14, "stripped", "Kies je regio", "cookie-banner"),
        Piece(14, 30, "stripped", "Bewaar je keuze", "cookie-banner"),
        Piece(30, 90, "title", "Seoel telt al 3000 Noord-Koreaanse militairen in Rusland"),
        *paragraphs(TROOPS[: HALF - 2], 100),
        Piece(1000, 1031, "stripped", "Meld je aan voor de nieuwsbrief", "newsletter"),
        Piece(1031, 1039, "stripped", "", "page"),
        *paragraphs(TROOPS[HALF:], 1100, HALF),
        Piece(2000, 2019, "stripped", "Meer uit Buitenland", "section-head"),
        Piece(2019, 2049, "stripped", "Kamer wil debat over sancties", "teaser"),
        Piece(2049, 2067, "stripped", "31 minuten geleden", "teaser"),
        Piece(2067, 2090, "stripped", "Volg ons op alle kanalen", "in 14 of 16 articles"),
    ),
    related=(
        Related(
            "Kamer wil debat over sancties",
            "Een meerderheid wil dit jaar nog praten.",
            "31 minuten geleden",
        ),
        Related(
            "Westerdijk gaat dertig keer op de schop",
            "De weg op de kruin gaat dicht.",
            "2 uur geleden",
        ),
    ),
    figures=(
        figure(TROOPS, "3000", 3000, "militairen", hedge="about", claim=1),
        figure(TROOPS, "10.000", 10000, "", phrase="10.000"),
        figure(TROOPS, "12.000", 12000, "man"),
        figure(TROOPS, "8 en 13", 0, "schepen", low=8, high=13),
    ),
    actors=(
        Actor("Noord-Korea", "country", None, False, mentions(TROOPS, "Noord-Korea ")),
        Actor(
            "Volodymyr Zelensky",
            "person",
            "president",
            False,
            mentions(TROOPS, "Volodymyr Zelensky", "Zelensky"),
        ),
        Actor("Mark Rutte", "person", "NAVO-chef", False, mentions(TROOPS, "Mark Rutte")),
        Actor("Kremlin", "organisation", None, False, mentions(TROOPS, "Kremlin")),
        Actor("Brussel", "place", None, False, mentions(TROOPS, "Brussel")),
    ),
    claims=SAID,
)
TROOPS_ARTICLE = replace(
    TROOPS_ARTICLE,
    figures=(*TROOPS_ARTICLE.figures[:3], replace(TROOPS_ARTICLE.figures[3], value=None)),
)

DIKE = "\n\n".join(
    f"Dijkvak {number} van de Westerdijk wordt dit voorjaar opgehoogd met klei uit de polder. "
    f"Het waterschap rekent op {number} maanden werk, zegt dijkgraaf Anja Terpstra. De weg op de "
    "kruin gaat dicht voor auto's, fietsers kunnen er langs over een pad van houtsnippers."
    for number in range(2, 32)
)
DIKE_ARTICLE = article(
    "regio/dijk.html",
    "Westerdijk gaat dertig keer op de schop",
    DIKE,
    published="2025-03",
    figures=tuple(
        figure(DIKE, f"{number} maanden", number, "maanden", phrase=f"{number} maanden")
        for number in range(2, 32)
    ),
)
CAFE_ARTICLE = article(
    "café.txt",
    "Café aan de haven sluit",
    "Het café aan de haven van Enkhuizen sluit. De CAFE-baas zoekt een cafetaria.",
)
TEASERS_ARTICLE = article(
    "overzicht.html",
    None,
    "",
    pieces=(Piece(0, 60, "stripped", "Trein ontspoord bij Zwolle\n5 minuten geleden", "teaser"),),
    related=(
        Related("Trein ontspoord bij Zwolle", "Niemand raakte gewond.", "5 minuten geleden"),
        Related("Café aan de haven sluit", None, "een uur geleden"),
    ),
)
EVIL_ARTICLE = article(
    "vreemd.txt",
    "[b]Kop[/b] met [@click=app.quit]haken",
    "Een tekst met [/i] en [TODO] erin.",
)
BROKEN = Row(
    "stuk.bin",
    "stuk.bin",
    None,
    "failed",
    0,
    0,
    0,
    "stuk.bin: this is not text. Save the page again as HTML.",
)
ARTICLES = (TROOPS_ARTICLE, CAFE_ARTICLE, TEASERS_ARTICLE, DIKE_ARTICLE, EVIL_ARTICLE)
