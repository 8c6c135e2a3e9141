"""Numbers in a text that are no quantities."""

from __future__ import annotations

import pytest

from tui.text.dates import dates
from tui.text.figures import figures
from tui.text.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Op 12 maart gaat de winkel open.",
        "De markt is op 3 september 2022 verplaatst.",
        "In 1953 brak de dijk.",
        "Sinds begin 2019 staat het pand leeg.",
        "De bond bestaat sinds 1887.",
        "Tussen 1940 en 1945 was het een kazerne.",
        "In de jaren tachtig was dat anders.",
        "In het seizoen 2023-2024 degradeerde de club.",
        "De winkel gaat om 9.30 uur open.",
        "18.02 Kyiv meldt schade.",
        "De dag in het kort.\n16.15 - Kyiv meldt schade.",
        "18.02 Één storing verholpen.",
        "12.30 Mark de Wit reageert.",
        "21.04 Real Madrid komt op voorsprong.",
        "12.30 's-Hertogenbosch is ontruimd.",
        "12.30 ,,Wij gaan door'', zegt hij.",
        "Om zes uur klonk de sirene.",
        "De bus vertrekt om 17:45.",
        "De brand brak kort na middernacht uit, tegen half vier.",
        "Het begint om kwart voor acht.",
        "Dat is de eerste keer.",
        "Zij werd tweede.",
        "De kerk komt uit de 19e eeuw.",
        "Het is de derde brand in het dorp.",
        "Het 25ste jubileum gaat niet door.",
        "De twintigste editie is afgelast.",
        "Zierikzee won met 3-1 van Tholen.",
        "Het werd 2-2.",
        "De ploeg stond met 4-0 achter.",
        "De leiders van de G20 komen bijeen.",
        "Dat zei hij op 3FM.",
        "Op de A58 staat file.",
        "De nabestaanden van MH17 zijn er.",
        "Paus Leo XIV spreekt zondag.",
        "Het 28-puntenplan ligt op tafel.",
        "Hij keek naar NPO 1.",
        "De N57 is dicht.",
        "Een Boeing 737 maakte een noodlanding.",
        "De F-16 steeg op.",
        "Zij woont aan de Dorpsstraat 12.",
        "Het pakhuis aan de Kade 45 brandde af.",
        "De brief ging naar 4331 AB in de stad.",
        "Bel 112 bij brand.",
        "Bel het nummer 0118-123456.",
        "Zie bladzijde 14.",
        "Dat staat in artikel 5 van het verdrag.",
        "Dat staat op pagina 3.",
        "Er ligt een brief op tafel.",
        "Het is een van de plannen.",
        "Een man zag een schip.",
        "Dat was een en al ellende.",
        "Enkele dagen later kwam er bericht.",
        "Na een paar uur was het voorbij.",
        "De Tweede Kamer debatteert.",
        "De Eerste Wereldoorlog liep af.",
        "Hij zat in groep 8.",
        "Route 66 is lang.",
        "De Covid-19-maatregelen vervallen.",
        "De EK van 2028 komen eraan.",
        "Het verdrag van 1951 geldt.",
        "De wet uit 2014 verdwijnt.",
        pytest.param(
            "De krant van 1987 schreef dat al.",
        ),
        "Hij kreeg rugnummer 9.",
        "De spoorlijn bij kilometerpaal 34 is dicht.",
        "Windows 11 krijgt een update.",
        "De iPhone 15 is duurder.",
        "De orkaan is van categorie 4.",
        "Lijn 12 rijdt niet.",
        "Op pagina's 4 en 5 staat het.",
        "De winkel is open van 9 tot 17 uur.",
        "De Tachtigjarige Oorlog begon daar.",
        "De roman 1984 is verfilmd.",
        "De finale eindigde in 6-4, 7-5.",
        "Met z'n tweeën liepen ze weg.",
        "De Elfstedentocht gaat niet door.",
        "Vitamine B12 helpt.",
        "D66 wil een debat.",
        "De 65-plusser betaalt minder.",
        "Om 10.00 en 14.00 uur zijn er rondleidingen.",
    ],
)
def test_a_number_that_is_no_quantity_gives_no_figure(text: str) -> None:
    days = [(day.start, day.end) for day in dates(text, None)]
    assert [figure.text for figure in figures(text, sentences(text), days)] == []


@pytest.mark.parametrize("text", ["12.50 kost een brood.", "Een brood kost 12.50 Dat is duur."])
def test_a_number_like_a_time_is_one_where_an_entry_opens_with_it(text: str) -> None:
    assert [figure.text for figure in figures(text, sentences(text), [])] == ["12.50"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.50 Euro kost een kaartje.", "12.50"),
        ("12.30 - 13.50 euro kost het.", "12.30 - 13.50"),
        ("Landen\n12.15 | Nederland", "12.15"),
        ("Werkloosheid\n9.30 - Groningen", "9.30"),
    ],
)
def test_a_price_or_a_cell_that_opens_a_line_is_no_time(text: str, number: str) -> None:
    assert [figure.text for figure in figures(text, sentences(text), [])] == [number]
