"""An article with several speakers, and one whose names are made to do harm."""

from __future__ import annotations

from tests.app.fakes import article, claim, figure, mentions
from tui.text.article import Actor

QUAY = (
    "ZILVERZANDE - Wethouder Sietske Postma ontkent dat de kade zakt. De havendienst schat de "
    "schade op ongeveer 40 miljoen euro.\n\n"
    "Volgens De Zeebode zei Postma eerder dat er 12 scheuren zijn. Bronnen bevestigen dat niet. "
    "Schipper Bas Olthof is boos: het water stijgt al twee jaar, en niemand in het stadhuis van "
    "Zilverzande heeft daar in al die tijd ook maar een keer naar gevraagd.\n\n"
    "Zilverzande heeft 4.000 inwoners."
)
QUAY_ARTICLE = article(
    "2025-02-03-kade.txt",
    "Kade zakt, of niet",
    QUAY,
    published="2025-02-03",
    figures=(
        figure(QUAY, "40 miljoen", 4e7, "euro", kind="money", unit="EUR", hedge="about", claim=1),
        figure(QUAY, "12", 12, "scheuren", claim=2),
    ),
    actors=(
        Actor(
            "Sietske Postma",
            "person",
            "Wethouder",
            False,
            mentions(QUAY, "Sietske Postma", "Postma"),
        ),
        Actor("havendienst", "organisation", None, True, mentions(QUAY, "havendienst")),
        Actor("De Zeebode", "organisation", None, False, mentions(QUAY, "De Zeebode")),
        Actor("Bas Olthof", "person", "Schipper", False, mentions(QUAY, "Bas Olthof")),
        Actor(
            "Zilverzande", "place", None, False, mentions(QUAY, "Zilverzande heeft", "Zilverzande")
        ),
    ),
    claims=(
        claim(QUAY, "dat de kade zakt", "Sietske Postma", "denied", "ontkent"),
        claim(
            QUAY,
            "de schade op ongeveer 40 miljoen euro",
            "havendienst",
            "estimated",
            "schat",
            figures=(0,),
        ),
        claim(
            QUAY,
            "dat er 12 scheuren zijn",
            "Sietske Postma",
            "asserted",
            "zei",
            via="De Zeebode",
            figures=(1,),
        ),
        claim(QUAY, "dat niet", "Bronnen", "unconfirmed", "bevestigen"),
        claim(
            QUAY,
            "het water stijgt al twee jaar, en niemand in het stadhuis van Zilverzande heeft daar "
            "in al die tijd ook maar een keer naar gevraagd",
            "Bas Olthof",
            "asserted",
            ":",
            form="direct",
        ),
    ),
)
LATER = "De kade zakt toch, zegt burgemeester S. Postma. Het gaat om 30 centimeter."
LATER_ARTICLE = article(
    "2025-04-01-kade.txt",
    "Postma geeft toe: kade zakt",
    LATER,
    published="2025-04-01",
    figures=(figure(LATER, "30", 30, "centimeter", kind="measure", unit="cm"),),
    actors=(Actor("S. Postma", "person", "burgemeester", False, mentions(LATER, "S. Postma")),),
    claims=(claim(LATER, "De kade zakt toch", "S. Postma", "asserted", "zegt"),),
)

HARM = "[b]Jan[/b]\x1b]0;kwaad\x07 [@click=app.quit]hier\u202e"
HARMFUL = f"{HARM} zegt dat [/i] het regent."
HARMFUL_ARTICLE = article(
    "kwaad.txt",
    "Kwaad",
    HARMFUL,
    actors=(Actor(HARM, "person", "[red]baas\x9b", False, mentions(HARMFUL, HARM)),),
    claims=(
        claim(HARMFUL, "dat [/i] het regent", HARM, "asserted", "[b]zegt\x1b", via="[u]Krant\x07"),
    ),
)
