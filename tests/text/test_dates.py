"""Days, months and years in a text, resolved where the text and the day of the page allow it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import dates
from tui.text.datewords import anchor_pattern, anchors
from tui.text.language import table
from tui.text.periods import easter

PUBLISHED = "2024-11-06"
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
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
        ("Eind 2022 sloot de mijn.", "Eind 2022", "2022-09-01", "2022-12-31"),
        ("Dat was maandag 4 november.", "maandag 4 november", "2024-11-04", "2024-11-04"),
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
    (got,) = dates("Foto's van 15 juni.", published.isoformat())
    assert got.first is not None
    assert got.first.endswith("-06-15")
    assert abs((date.fromisoformat(got.first) - published).days) <= 183


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2098, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_or_the_next_by_the_verb(published: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    (last,) = dates(f"De brug werd {name} geopend.", published.isoformat())
    (coming,) = dates(f"De brug wordt {name} geopend.", published.isoformat())
    assert last.first and coming.first
    for day, days in ((last.first, range(-6, 1)), (coming.first, range(7))):
        assert date.fromisoformat(day).weekday() == weekday
        assert (date.fromisoformat(day) - published).days in days


@given(st.integers(1900, 2099))
def test_easter_is_the_sunday_after_the_full_moon_of_spring(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1954, "04-18"),
        (1981, "04-19"),
        (2000, "04-23"),
        (2008, "03-23"),
        (2024, "03-31"),
        (2038, "04-25"),
    ],
)
def test_easter_of_a_year_that_is_known(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_hard_space_is_a_space(space: str) -> None:
    text = f"Op 4{space}november{space}2023 dus."
    (day,) = dates(text, None)
    assert (day.text, day.first) == (text[3:18], "2023-11-04")


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İstanbul, İzmir: op 4 november 2023."
    (day,) = dates(text, None)
    assert text[day.start : day.end] == day.text == "4 november 2023"


def test_a_soft_hyphen_by_itself_behind_a_year_is_no_word() -> None:
    assert [day.text for day in dates("Sinds 1500 \u00ad was het stil.", None)] == ["1500"]


def test_a_date_does_not_run_over_the_end_of_a_line() -> None:
    text = "Dat was op 4\nNovember 2023 was nat."
    assert [day.text for day in dates(text, None)] == ["November 2023"]


WORDS = [
    *[*anchors(), *table("dates")["which"], *table("dates")["parts"], *table("dates")["ordinals"]],
    *["van", "tot", "tot en met", "en", "op", "tussen", "over", "geleden", "de", "in", "helft van"],
    *[
        "1",
        "3",
        "31",
        "8-13",
        "4/5",
        "1e",
        "99",
        "19e",
        "2024",
        "1500",
        "0999",
        "2099",
        "'98",
        "'20",
    ],
    *[
        "2024-11-04",
        "31-12-1999",
        "9999-99-99",
        "twee",
        "honderd",
        "999",
        "was",
        "wordt",
        "\n",
        ".",
        ",",
    ],
]


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=14),
    st.sampled_from([" ", " ", "-", "", "\u00a0"]),
    st.one_of(
        st.none(),
        st.sampled_from([PUBLISHED, "2024-05", "2024", "1900-01-01", "2100-12-31", "2024-02-29"]),
        st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)).map(date.isoformat),
        st.text(max_size=12),
    ),
)
def test_any_words_and_any_day_give_dates_in_order(
    words: list[str], joiner: str, published: str | None
) -> None:
    text = joiner.join(words)
    end = 0
    for day in dates(text, published):
        assert end <= day.start < day.end <= len(text)
        assert text[day.start : day.end] == day.text
        assert (day.first is None) == (day.last is None)
        if day.first and day.last:
            assert date.fromisoformat(day.first) <= date.fromisoformat(day.last)
        end = day.end


def _is_the_same_by_the_pattern_alone(text: str) -> bool:
    found = dates(text, PUBLISHED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.text.dates._anchors", lambda low, _: anchor_pattern().finditer(low))
        return dates(text, PUBLISHED) == found


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=14),
    st.sampled_from([" ", " ", "-", "/", "_", "'", "", "\u00a0", "\u00ad"]),
)
def test_no_date_is_passed_over_for_the_word_it_begins_with(words: list[str], joiner: str) -> None:
    assert _is_the_same_by_the_pattern_alone(joiner.join(words))


@given(st.text(alphabet="0129-/., e\u00bdmi"))
def test_no_date_in_digits_is_passed_over(text: str) -> None:
    assert _is_the_same_by_the_pattern_alone(text)


@given(st.text(alphabet="0123456789-/. mei"), st.sampled_from([None, PUBLISHED]))
def test_any_digits_are_read_without_an_error(text: str, published: str | None) -> None:
    for day in dates(text, published):
        assert text[day.start : day.end] == day.text
