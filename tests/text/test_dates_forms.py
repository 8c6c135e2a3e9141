"""Dates of the calendar in all the ways that Dutch newspapers write them."""

from __future__ import annotations

import re

import pytest

from tui.text.dates import dates

PUBLISHED = "2024-11-06"  # a Wednesday

# sentence, span, first day, last day
DAYS = [
    ("De brug ging op 4 november 2023 open.", "4 november 2023", "2023-11-04", "2023-11-04"),
    ("Het gebeurde op 4 nov. 2023 om drie uur.", "4 nov. 2023", "2023-11-04", "2023-11-04"),
    ("Het gebeurde op 4 nov 2023.", "4 nov 2023", "2023-11-04", "2023-11-04"),
    ("Het stond er op 12 mrt. 2020.", "12 mrt. 2020", "2020-03-12", "2020-03-12"),
    ("Zij kwam op 1 febr. 1953 vrij.", "1 febr. 1953", "1953-02-01", "1953-02-01"),
    ("Getekend 9 sep. 1999 te Goes.", "9 sep. 1999", "1999-09-09", "1999-09-09"),
    ("Op de 3e mei 2021 kwam de post.", "3e mei 2021", "2021-05-03", "2021-05-03"),
    ("Op 1 April 2022 was het koud.", "1 April 2022", "2022-04-01", "2022-04-01"),
    ("Gemaakt op 04-11-2023 in Tholen.", "04-11-2023", "2023-11-04", "2023-11-04"),
    ("Gemaakt op 4-11-2023 in Tholen.", "4-11-2023", "2023-11-04", "2023-11-04"),
    ("Gemaakt op 4/11/2023 in Tholen.", "4/11/2023", "2023-11-04", "2023-11-04"),
    ("Gemaakt op 04.11.2023 in Tholen.", "04.11.2023", "2023-11-04", "2023-11-04"),
    ("Bijgewerkt 2023-11-04 door Kim.", "2023-11-04", "2023-11-04", "2023-11-04"),
    ("Zie 2023-11-04T10:15:00+01:00 dus.", "2023-11-04T10:15:00+01:00", *["2023-11-04"] * 2),
    ("Zie 2023-11-04T10:15:00Z dus.", "2023-11-04T10:15:00Z", "2023-11-04", "2023-11-04"),
    ("De raad komt vrijdag 8 november bijeen.", "vrijdag 8 november", *["2024-11-08"] * 2),
    ("Zij werd op zaterdag 3 mei 1980 geboren.", "zaterdag 3 mei 1980", *["1980-05-03"] * 2),
    ("Op vrijdag, 8 november, is er markt.", "vrijdag, 8 november", *["2024-11-08"] * 2),
    ("De zitting is op donderdag 13 maart.", "donderdag 13 maart", *["2025-03-13"] * 2),
    ("Op woensdag 13 maart viel er hagel.", "woensdag 13 maart", *["2024-03-13"] * 2),
    ("Op 24 okt. kwam het bericht.", "24 okt.", "2024-10-24", "2024-10-24"),
    ("Dat werd op 2 januari bekend.", "2 januari", "2024-01-02", "2024-01-02"),
    ("De winkel opent op 2 april de deuren.", "2 april", "2025-04-02", "2025-04-02"),
    ("Zij stemden over de begroting van 17 september.", "17 september", *["2024-09-17"] * 2),
    ("Hij werd op 3 mei vorig jaar gepakt.", "3 mei vorig jaar", "2023-05-03", "2023-05-03"),
    ("Hij werd op 3 mei van dit jaar gepakt.", "3 mei van dit jaar", *["2024-05-03"] * 2),
    ("Zij trouwt op 3 mei volgend jaar.", "3 mei volgend jaar", "2025-05-03", "2025-05-03"),
    ("Zij sliep op 3 mei '98 in een tent.", "3 mei '98", "1998-05-03", "1998-05-03"),
    ("De storm van 4 november jl. was zwaar.", "4 november jl.", "2024-11-04", "2024-11-04"),
    ("Op vijf mei 2020 bleef het stil.", "vijf mei 2020", "2020-05-05", "2020-05-05"),
    ("Op eenendertig mei 2020 bleef het stil.", "eenendertig mei 2020", *["2020-05-31"] * 2),
    ("Na de aanslagen van 11 september werd dat anders.", "11 september", *["2001-09-11"] * 2),
    ("Op 29 februari 2024 sneeuwde het.", "29 februari 2024", "2024-02-29", "2024-02-29"),
    ("Op 7 juni 1887 brandde de kerk af.", "7 juni 1887", "1887-06-07", "1887-06-07"),
]
STRETCHES = [
    ("Tussen 8 en 13 oktober lag het schip stil.", "8 en 13 oktober", "2024-10-08", "2024-10-13"),
    (
        "Van 3 tot en met 5 mei 2023 was het feest.",
        "3 tot en met 5 mei 2023",
        "2023-05-03",
        "2023-05-05",
    ),
    ("Van 3 tot 5 mei 2023 was het feest.", "3 tot 5 mei 2023", "2023-05-03", "2023-05-05"),
    ("Het duurde van 3 t/m 5 mei 2023.", "3 t/m 5 mei 2023", "2023-05-03", "2023-05-05"),
    ("De kermis is er 8-13 oktober 2023.", "8-13 oktober 2023", "2023-10-08", "2023-10-13"),
    ("De kermis is er 8 – 13 oktober 2023.", "8 – 13 oktober 2023", "2023-10-08", "2023-10-13"),
    ("Op 4 en 5 mei 2023 bleef het stil.", "4 en 5 mei 2023", "2023-05-04", "2023-05-05"),
    ("Op 4/5 mei 2023 bleef het stil.", "4/5 mei 2023", "2023-05-04", "2023-05-05"),
    (
        "Van 28 mei tot 2 juni 2023 regende het.",
        "28 mei tot 2 juni 2023",
        "2023-05-28",
        "2023-06-02",
    ),
    (
        "Van 20 december 2022 tot 4 januari 2023 lag hij stil.",
        "20 december 2022 tot 4 januari 2023",
        "2022-12-20",
        "2023-01-04",
    ),
    (
        "Van 28 december tot 3 januari 2023.",
        "28 december tot 3 januari 2023",
        "2022-12-28",
        "2023-01-03",
    ),
    (
        "Brand in de nacht van 5 op 6 maart 2023.",
        "nacht van 5 op 6 maart 2023",
        "2023-03-05",
        "2023-03-06",
    ),
    (
        "Brand in de nacht van 30 april op 1 mei 2023.",
        "nacht van 30 april op 1 mei 2023",
        "2023-04-30",
        "2023-05-01",
    ),
    (
        "Het park is van maart tot en met juni 2023 dicht.",
        "maart tot en met juni 2023",
        "2023-03-01",
        "2023-06-30",
    ),
    (
        "Tussen mei en september 2023 groeide het.",
        "mei en september 2023",
        "2023-05-01",
        "2023-09-30",
    ),
    (
        "Van november 2022 tot maart 2023 vroor het.",
        "november 2022 tot maart 2023",
        "2022-11-01",
        "2023-03-31",
    ),
    ("Op 3, 4 en 5 mei 2023 was er markt.", "3, 4 en 5 mei 2023", "2023-05-03", "2023-05-05"),
    ("Van 1994 tot 2002 was hij premier.", "1994 tot 2002", "1994-01-01", "2002-12-31"),
    ("Van 2010 tot 2015 woonde hij in Ede.", "2010 tot 2015", "2010-01-01", "2015-12-31"),
    (
        "Van 2010 tot en met 2015 woonde hij in Ede.",
        "2010 tot en met 2015",
        "2010-01-01",
        "2015-12-31",
    ),
    ("Tussen 1940 en 1945 was het een kazerne.", "1940 en 1945", "1940-01-01", "1945-12-31"),
    ("In de periode 2015-2019 groeide de bank.", "2015-2019", "2015-01-01", "2019-12-31"),
    ("Het seizoen 2022/23 was zwaar.", "2022/23", "2022-01-01", "2023-12-31"),
]
MONTHS_AND_PARTS = [
    ("In maart 2022 werd getekend.", "maart 2022", "2022-03-01", "2022-03-31"),
    ("Maart 1986 was koud.", "Maart 1986", "1986-03-01", "1986-03-31"),
    ("In februari 2023 vroor het.", "februari 2023", "2023-02-01", "2023-02-28"),
    ("In oktober viel er veel regen.", "oktober", "2024-10-01", "2024-10-31"),
    ("In januari werd de dijk gesloten.", "januari", "2024-01-01", "2024-01-31"),
    ("Het festival begint in maart.", "maart", "2025-03-01", "2025-03-31"),
    ("Dat was in november nog anders.", "november", "2024-11-01", "2024-11-30"),
    ("Begin oktober vroor het al.", "Begin oktober", "2024-10-01", "2024-10-10"),
    ("Medio oktober vroor het al.", "Medio oktober", "2024-10-11", "2024-10-20"),
    ("Half oktober vroor het al.", "Half oktober", "2024-10-11", "2024-10-20"),
    ("Eind oktober vroor het al.", "Eind oktober", "2024-10-21", "2024-10-31"),
    ("Eind februari 2023 vroor het.", "Eind februari 2023", "2023-02-21", "2023-02-28"),
    ("Afgelopen juli was het droog.", "Afgelopen juli", "2024-07-01", "2024-07-31"),
    ("Afgelopen december was het nat.", "Afgelopen december", "2023-12-01", "2023-12-31"),
    ("Komende maart gaat de bank dicht.", "Komende maart", "2025-03-01", "2025-03-31"),
    ("In mei vorig jaar kwam hij vrij.", "mei vorig jaar", "2023-05-01", "2023-05-31"),
    ("In mei van dit jaar kwam hij vrij.", "mei van dit jaar", "2024-05-01", "2024-05-31"),
    (
        "In de eerste helft van oktober regende het.",
        "eerste helft van oktober",
        "2024-10-01",
        "2024-10-15",
    ),
    ("In 2019 stond het leeg.", "2019", "2019-01-01", "2019-12-31"),
    ("In 1421 verdronk het dorp.", "1421", "1421-01-01", "1421-12-31"),
    ("Een huis uit circa 1650.", "1650", "1650-01-01", "1650-12-31"),
    ("De editie 2025 trekt meer publiek.", "2025", "2025-01-01", "2025-12-31"),
    ("Een auto van bouwjaar 1987.", "1987", "1987-01-01", "1987-12-31"),
    ("In de laatste maanden van 2023 kromp het.", "2023", "2023-01-01", "2023-12-31"),
    ("Sinds 1998 woont ze hier.", "1998", "1998-01-01", "1998-12-31"),
    ("De molen uit 1843 draait weer.", "1843", "1843-01-01", "1843-12-31"),
    ("Begin 2023 sloot de mijn.", "Begin 2023", "2023-01-01", "2023-04-30"),
    ("Medio 2023 sloot de mijn.", "Medio 2023", "2023-05-01", "2023-08-31"),
    ("Eind 2022 sloot de mijn.", "Eind 2022", "2022-09-01", "2022-12-31"),
    (
        "In het derde kwartaal van 2023 zakte de winst.",
        "derde kwartaal van 2023",
        "2023-07-01",
        "2023-09-30",
    ),
    ("Het vierde kwartaal 2023 was goed.", "vierde kwartaal 2023", "2023-10-01", "2023-12-31"),
    ("In Q2 2023 groeide de omzet.", "Q2 2023", "2023-04-01", "2023-06-30"),
    (
        "In de eerste helft van 2024 zakte de prijs.",
        "eerste helft van 2024",
        "2024-01-01",
        "2024-06-30",
    ),
    (
        "In het tweede halfjaar van 2023 steeg de huur.",
        "tweede halfjaar van 2023",
        "2023-07-01",
        "2023-12-31",
    ),
    ("De zomer van 2022 was droog.", "zomer van 2022", "2022-06-01", "2022-08-31"),
    ("In het voorjaar van 2022 kwam de wolf.", "voorjaar van 2022", "2022-03-01", "2022-05-31"),
    ("Najaar 2022 kwam de wolf.", "Najaar 2022", "2022-09-01", "2022-11-30"),
    ("In de herfst van 1989 viel de muur.", "herfst van 1989", "1989-09-01", "1989-11-30"),
    ("De winter van 2023-2024 was zacht.", "winter van 2023-2024", "2023-12-01", "2024-02-29"),
    ("In het derde kwartaal steeg de winst.", "derde kwartaal", "2024-07-01", "2024-09-30"),
    ("In het eerste kwartaal steeg de winst.", "eerste kwartaal", "2024-01-01", "2024-03-31"),
    ("In de jaren tachtig was dat anders.", "jaren tachtig", "1980-01-01", "1989-12-31"),
    ("In de jaren 80 was dat anders.", "jaren 80", "1980-01-01", "1989-12-31"),
    ("In de jaren '80 was dat anders.", "jaren '80", "1980-01-01", "1989-12-31"),
    ("In de jaren ’90 was dat anders.", "jaren ’90", "1990-01-01", "1999-12-31"),
    ("Eind jaren tachtig was dat anders.", "Eind jaren tachtig", "1986-01-01", "1989-12-31"),
    ("Begin jaren negentig was dat anders.", "Begin jaren negentig", "1990-01-01", "1992-12-31"),
    (
        "In de jaren zestig en zeventig was dat anders.",
        "jaren zestig en zeventig",
        "1960-01-01",
        "1979-12-31",
    ),
    (
        "In de jaren dertig van de vorige eeuw.",
        "jaren dertig van de vorige eeuw",
        "1930-01-01",
        "1939-12-31",
    ),
    (
        "In de jaren tachtig van de negentiende eeuw.",
        *["jaren tachtig van de negentiende eeuw", "1880-01-01", "1889-12-31"],
    ),
    ("Een lied uit de tachtiger jaren.", "tachtiger jaren", "1980-01-01", "1989-12-31"),
    ("In de jaren 1970 was dat anders.", "jaren 1970", "1970-01-01", "1979-12-31"),
    ("Een huis uit de 19e eeuw.", "19e eeuw", "1801-01-01", "1900-12-31"),
    ("Een huis uit de zeventiende eeuw.", "zeventiende eeuw", "1601-01-01", "1700-12-31"),
    ("Begin 20e eeuw stond hier een molen.", "Begin 20e eeuw", "1901-01-01", "1933-12-31"),
]
HOLIDAYS = [
    ("Met Kerst was de winkel dicht.", "Kerst", "2023-12-25", "2023-12-26"),
    ("Rond de kerst wordt het koud.", "kerst", "2024-12-25", "2024-12-26"),
    ("Met Kerst 2019 sneeuwde het.", "Kerst 2019", "2019-12-25", "2019-12-26"),
    ("Op eerste kerstdag wordt gezongen.", "eerste kerstdag", "2024-12-25", "2024-12-25"),
    ("Op tweede kerstdag wordt gespeeld.", "tweede kerstdag", "2024-12-26", "2024-12-26"),
    ("Op oudejaarsavond gaat de bus eerder.", "oudejaarsavond", "2024-12-31", "2024-12-31"),
    ("Op nieuwjaarsdag wordt er gezwommen.", "nieuwjaarsdag", "2025-01-01", "2025-01-01"),
    ("Op Koningsdag 2024 regende het.", "Koningsdag 2024", "2024-04-27", "2024-04-27"),
    ("Op Koningsdag 2025 is het droog.", "Koningsdag 2025", "2025-04-26", "2025-04-26"),
    ("Op Bevrijdingsdag 2023 was het feest.", "Bevrijdingsdag 2023", "2023-05-05", "2023-05-05"),
    ("Met Pasen 2024 bleef hij thuis.", "Pasen 2024", "2024-03-31", "2024-04-01"),
    ("Op tweede paasdag 2019 was het warm.", "tweede paasdag 2019", "2019-04-22", "2019-04-22"),
    ("Op Goede Vrijdag 2024 speelde het koor.", "Goede Vrijdag 2024", "2024-03-29", "2024-03-29"),
    ("Op Hemelvaartsdag 2024 reed er niets.", "Hemelvaartsdag 2024", "2024-05-09", "2024-05-09"),
    ("Met Pinksteren 2024 was er een toernooi.", "Pinksteren 2024", "2024-05-19", "2024-05-20"),
    ("Op Prinsjesdag las de koning voor.", "Prinsjesdag", "2024-09-17", "2024-09-17"),
    ("Op Moederdag 2024 gaf hij tulpen.", "Moederdag 2024", "2024-05-12", "2024-05-12"),
    ("Op Black Friday 2024 was het druk.", "Black Friday 2024", "2024-11-29", "2024-11-29"),
]


@pytest.mark.parametrize(
    ("text", "span", "first", "last"), [*DAYS, *STRETCHES, *MONTHS_AND_PARTS, *HOLIDAYS]
)
def test_a_date_of_the_calendar_is_resolved(text: str, span: str, first: str, last: str) -> None:
    (day,) = dates(text, PUBLISHED)
    assert text[day.start : day.end] == day.text == span
    assert (day.first, day.last) == (first, last)


@pytest.mark.parametrize("text", [row[0] for row in (*DAYS, *STRETCHES, *MONTHS_AND_PARTS)])
def test_a_date_of_the_calendar_without_its_year_is_not_known_without_a_day(text: str) -> None:
    for day in dates(text, None):
        told = re.search(r"\d{4}|eeuw|jaren|'98", day.text)
        assert told or day.first is None or "11 september" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 4 en 11 november 2023 is er markt.", [("4", "11-04"), ("11 november 2023", "11-11")]),
        ("Op 1 mei 2023 en 3 juni 2023.", [("1 mei 2023", "05-01"), ("3 juni 2023", "06-03")]),
    ],
)
def test_two_days_that_are_no_stretch_are_two_dates(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(day.text, (day.first or "")[5:]) for day in dates(text, None)] == expected


def test_a_day_takes_the_year_that_the_text_gives_it_elsewhere() -> None:
    text = "Op 7 oktober 2023 vielen zij aan. Sinds 7 oktober is dat anders."
    assert {day.first for day in dates(text, PUBLISHED)} == {"2023-10-07"}
    assert {day.first for day in dates(text, None)} == {"2023-10-07"}


def test_a_year_that_opens_the_sentence_is_that_of_its_months() -> None:
    _, month = dates("Vorig jaar begon de droogte al in februari.", PUBLISHED)
    assert (month.first, month.last) == ("2023-02-01", "2023-02-28")


@pytest.mark.parametrize(
    "text", ["Op 31 april 2022.", "Op 30 februari 2023.", "Op 29 februari 2023."]
)
def test_a_day_that_no_calendar_has_is_named_and_not_resolved(text: str) -> None:
    (day,) = dates(text, PUBLISHED)
    assert (day.first, day.last) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Op 99-99-2022 dus.",
        "Op 12/31/2024 dus.",
        "Zie 2024-13-45 in de lijst.",
        "Er kwamen 2024 mensen.",
        "De fabriek maakt 1500 fietsen.",
        "Het aantal ging van 1500 naar 1700.",
        "Het aantal klachten ging van 1950 naar 2010.",
        "Van de kinderen sterft 3 per 1000.",
        "Een jaar eerder was dat anders.",
        "Twee dagen later was hij weg.",
        "Zij kreeg 2000 euro.",
        "Het schip is 1980 meter lang.",
        "Tussen 1500 en 2000 soldaten staken over.",
        "Het leger groeide van 1500 naar 1700 soldaten.",
        "De vloot kromp van 2000 naar 1500 schepen.",
        "De prijs steeg van 1995 naar 2010 euro.",
        "Het garnizoen groeide tot 1800 man.",
        "Van de 2000 huizen zijn er 1900 klaar.",
        "De uitslag is 3-1.",
        "Het werd 8-13 in de tweede set.",
        "De winkel is 24/7 open.",
        "De bus vertrekt om 10.30 uur.",
        "Bel 0113-221100 voor hulp.",
        "Zie bladzijde 1987 van het boek.",
        "Het kost 19,50 per stuk.",
        "Er zijn 12 gewonden.",
        "De 31e speler viel in.",
        "Volgens Mei Li is het rustig.",
        "Maartje van de Weijer en Julia kwamen.",
        "Augustinus en Augusta keken toe.",
        "De maartse buien bleven uit.",
        "De Oktoberrevolutie begon in de stad.",
        "Hij speelde de meidagen na.",
        "Het is een zomerse bui.",
        "In de zomer is het er druk.",
        "In het weekend is het er druk.",
        "De kerstboom en de paashaas staan klaar.",
        "Elke kerst komt zij langs.",
        "In die jaren 20 banen per jaar.",
        "Dat was drie jaar later.",
        "Het duurde twee weken.",
        "De straf is tien jaar.",
        "Zij is achttien jaar oud.",
        "De eeuwenoude kerk staat er nog.",
        "De kruik is uit de tweede eeuw voor Christus.",
        "Prijs: € 2019 per stuk.",
        "Kamer 2019% meer.",
        "",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert [day.text for day in dates(text, PUBLISHED)] == []
