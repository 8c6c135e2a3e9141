"""Days, months and years in a text, resolved where the text and the day of the page allow it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import dates

PUBLISHED = "2024-11-06"
MONTHS = [
    *["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"],
    *["oktober", "november", "december"],
]


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("Op 4 november 2023 brak de dam.", "4 november 2023", "2023-11-04", "2023-11-04"),
        ("Op 1 mei 2025 gaat de wet in.", "1 mei 2025", "2025-05-01", "2025-05-01"),
        ("Dat was 31 december 1999.", "31 december 1999", "1999-12-31", "1999-12-31"),
        ("Hij stierf op 29 februari 2024.", "29 februari 2024", "2024-02-29", "2024-02-29"),
        ("Het stuk is van 03-09-2022.", "03-09-2022", "2022-09-03", "2022-09-03"),
        ("Het stuk is van 3/9/2022.", "3/9/2022", "2022-09-03", "2022-09-03"),
        ("Bijgewerkt 2024-10-18 door ons.", "2024-10-18", "2024-10-18", "2024-10-18"),
        ("Op 4 november viel er regen.", "4 november", "2024-11-04", "2024-11-04"),
        ("Op 12 oktober begon het.", "12 oktober", "2024-10-12", "2024-10-12"),
        ("Op 3 januari is de zitting.", "3 januari", "2025-01-03", "2025-01-03"),
        ("Op 24 okt. kwam het bericht.", "24 okt.", "2024-10-24", "2024-10-24"),
        ("Zij vertrok op 5 sept. 2021.", "5 sept. 2021", "2021-09-05", "2021-09-05"),
        ("In oktober 2024 kwamen ze aan.", "oktober 2024", "2024-10-01", "2024-10-31"),
        ("In februari 2023 was het koud.", "februari 2023", "2023-02-01", "2023-02-28"),
        ("In 2019 stond het leeg.", "2019", "2019-01-01", "2019-12-31"),
        ("Sinds 1998 woont ze hier.", "1998", "1998-01-01", "1998-12-31"),
        ("Tussen 8 en 13 oktober voer het schip.", "8 en 13 oktober", "2024-10-08", "2024-10-13"),
        ("Van 3 tot 7 juni 2022 was het feest.", "3 tot 7 juni 2022", "2022-06-03", "2022-06-07"),
        ("Van 28 mei tot 2 juni 2022.", "28 mei tot 2 juni 2022", "2022-05-28", "2022-06-02"),
        (
            "Van 20 december 2022 tot 4 januari 2023.",
            "20 december 2022 tot 4 januari 2023",
            "2022-12-20",
            "2023-01-04",
        ),
        ("Op 4 November 2023 was het stil.", "4 November 2023", "2023-11-04", "2023-11-04"),
        ("Op 18 oktober 2024.", "18 oktober 2024", "2024-10-18", "2024-10-18"),
        ("Eind 2022 sloot de mijn.", "2022", "2022-01-01", "2022-12-31"),
        ("De dag was maandag 4 november.", "4 november", "2024-11-04", "2024-11-04"),
        ("In december 1953 kwam de wet.", "december 1953", "1953-12-01", "1953-12-31"),
        ("Sinds 1 juli 2024 is het duurder.", "1 juli 2024", "2024-07-01", "2024-07-01"),
    ],
)
def test_a_date_is_resolved_to_days(text: str, span: str, first: str, last: str) -> None:
    (day,) = dates(text, PUBLISHED)
    assert text[day.start : day.end] == day.text == span
    assert (day.first, day.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Er kwamen 2024 mensen.",
        "De fabriek maakt 1500 fietsen.",
        "Zij kreeg 2000 euro.",
        "Het schip is 1980 meter lang.",
        "De uitslag is 3-1.",
        "Mei is een voornaam, maart niet.",
        "De bus vertrekt om 10.30 uur.",
        "Bel 0113-221100.",
        "Er zijn 12 gewonden.",
        "De 31e speler viel in.",
        "",
    ],
)
def test_a_number_that_names_no_day_is_no_date(text: str) -> None:
    named = [day.text for day in dates(text, PUBLISHED) if any(map(str.isdigit, day.text))]
    assert named == []


@pytest.mark.parametrize(
    "text", ["Op 4 november viel er regen.", "Op 29 februari was het feest.", "In oktober dus."]
)
def test_without_a_day_of_publication_no_year_is_made_up(text: str) -> None:
    (day,) = dates(text, None)
    assert day.first is None or not day.first[:4].isdigit()


@pytest.mark.parametrize(
    "text", ["Op 31 april 2022.", "Op 30 februari 2023 dus.", "Op 99-99-2022."]
)
def test_a_day_that_does_not_exist_is_not_another_day(text: str) -> None:
    for day in dates(text, PUBLISHED):
        assert day.first is None or day.first.endswith("-01-01")


def test_two_dates_stand_in_order() -> None:
    text = "Op 1 mei 2022 begon het, op 3 juni 2022 hield het op en in 2023 kwam het terug."
    assert [day.first for day in dates(text, None)] == ["2022-05-01", "2022-06-03", "2023-01-01"]


@pytest.mark.parametrize("published", [None, "", "2024", "2024-10", "onzin", "2024-13-45"])
def test_an_odd_day_of_publication_is_passed_over(published: str | None) -> None:
    (day,) = dates("Op 4 november 2023 brak de dam.", published)
    assert day.first == "2023-11-04"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_written_out_comes_back(day: date) -> None:
    text = f"Dat gebeurde op {day.day} {MONTHS[day.month - 1]} {day.year} in de stad."
    (got,) = dates(text, None)
    assert (got.first, got.last) == (day.isoformat(), day.isoformat())


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2098, 12, 31)))
def test_a_day_without_a_year_is_the_one_nearest_to_the_page(published: date) -> None:
    (got,) = dates("Op 15 juni was het feest.", published.isoformat())
    assert got.first is not None
    assert got.first.endswith("-06-15")
    assert abs((date.fromisoformat(got.first) - published).days) <= 183


@given(st.text(alphabet="0123456789-/. mei"), st.sampled_from([None, PUBLISHED]))
def test_any_digits_are_read_without_an_error(text: str, published: str | None) -> None:
    for day in dates(text, published):
        assert text[day.start : day.end] == day.text
