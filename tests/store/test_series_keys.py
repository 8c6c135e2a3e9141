"""What one figure is taken to speak of, from one article alone."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of, story
from tui.store.series_keys import SeriesKey, keys
from tui.text.read import read

TROOPS = "Noord-Koreaanse militairen oefenen bij Tasjino"


def key_of(phrase: str, title: str, body: str) -> SeriesKey:
    return next(key for key in keys_of((title, body)) if key.phrase == phrase)


@pytest.mark.parametrize(
    ("body", "phrase", "family"),
    [
        ("Bij de brug zijn 30 soldaten gesneuveld.", "30 soldaten", "count killed people"),
        ("Bij de brug raakten 30 soldaten gewond.", "30 soldaten", "count wounded people"),
        ("Er zijn 30 soldaten gedood of gewond geraakt.", "30 soldaten", "count losses people"),
        ("Er vielen 30 doden en gewonden.", "30 doden", "count losses people"),
        ("Het land stuurde 30 soldaten naar de brug.", "30 soldaten", "count deployed troops"),
        ("Bij de brug zijn 30 soldaten vermist.", "30 soldaten", "count missing people"),
        ("Het land leverde nog eens 30 soldaten.", "30 soldaten", "count deployed troops more"),
    ],
)
def test_what_happened_to_soldiers_tells_series_apart(body: str, phrase: str, family: str) -> None:
    assert key_of(phrase, TROOPS, body).family == family


@pytest.mark.parametrize(
    ("body", "phrase", "family"),
    [
        ("De vloed kostte 30 mensen het leven.", "30 mensen", "count killed people"),
        ("Er kwamen 30 mensen om.", "30 mensen", "count killed people"),
        ("De politie arresteerde 30 betogers.", "30 betogers", "count arrested people"),
        ("In het dorp zijn 300 huizen verwoest.", "300 huizen", "count destroyed homes"),
        ("Er zaten 300 gezinnen zonder stroom.", "300 gezinnen", "count without_power households"),
        ("Er werden 300 koeien geruimd.", "300 koeien", "count culled cattle"),
        ("De schade is 3 miljoen euro.", "3 miljoen euro", "money EUR damage"),
        ("De winst bedroeg 3 miljoen euro.", "3 miljoen euro", "money EUR profit"),
        ("De inflatie was 3 procent.", "3 procent", "percent inflation"),
        ("De bond eist 3 procent meer loon.", "3 procent", "percent pay demand"),
        ("De soldij is 3 euro per maand.", "3 euro", "money EUR pay"),
        ("Het loon is 3 euro per jaar.", "3 euro", "money EUR pay year"),
        ("De baas biedt 3 procent meer loon.", "3 procent", "percent pay offer"),
        ("Het werd 31 graden in de stad.", "31 graden", "measure °C temperature"),
    ],
)
def test_figures_of_all_kinds_are_of_what_they_measure(body: str, phrase: str, family: str) -> None:
    assert key_of(phrase, "Nieuws uit de provincie", body).family == family


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("Er oefenen 900 Noord-Koreaanse soldaten.", "Noord-Korea"),
        ("Er oefenen 900 soldaten uit Noord-Korea.", "Noord-Korea"),
        ("Noord-Korea stuurde 900 soldaten naar de brug.", "Noord-Korea"),
        ("Pyongyang heeft 900 soldaten geleverd.", "Noord-Korea"),
        ("Er kwamen 900 Russische soldaten aan.", "Rusland"),
        ("Er kwamen 900 Noord-Koreanen om.", "Noord-Korea"),
        ("Dat zouden 900 soldaten zijn.", "Noord-Korea"),
    ],
)
def test_whose_soldiers_they_are_comes_from_the_nearest_that_tells(body: str, whose: str) -> None:
    key = next(key for key in keys_of((TROOPS, body)) if key.value == 900)
    assert key.whose == whose


def test_the_headline_that_names_a_speaker_is_not_whose_soldiers_they_are() -> None:
    key = key_of("900 soldaten", "Britten: 900 soldaten dood", "Er zijn 900 soldaten gedood.")
    assert key.whose == ""


def test_a_number_without_a_noun_counts_what_the_one_before_it_counts() -> None:
    body = "Vorige week waren er 500 soldaten. Seoul zegt dat het er nu 900 zijn."
    first, second = keys_of((TROOPS, body))
    assert (second.family, second.whose) == (first.family, first.whose)
    assert "no noun: “soldaten” from the figure before it" in second.why


def test_a_number_that_says_how_much_more_is_in_no_series() -> None:
    body = "Er oefenen 900 soldaten, dat zijn er 200 meer dan in mei."
    assert [key.value for key in keys_of((TROOPS, body))] == [900]


def test_officers_among_soldiers_are_a_part_of_them() -> None:
    body = "Er oefenen 900 soldaten, onder wie veertig officieren."
    whole, part = keys_of((TROOPS, body))
    assert part.part_of == whole.nth
    assert part.family != whole.family


def test_the_first_group_of_a_number_is_linked_to_it_and_told_as_they_are() -> None:
    body = "Er oefenen 900 soldaten. De eerste groep van 200 soldaten vertrekt morgen."
    whole, part = keys_of((TROOPS, body))
    assert (part.part_of, part.family) == (whole.nth, whole.family)


@pytest.mark.parametrize(
    ("body", "planned"),
    [
        ("Het land wil 900 soldaten sturen.", True),
        ("Het land is van plan 900 soldaten te sturen.", True),
        ("Het land heeft 900 soldaten gestuurd.", False),
        ("Het gaat om 900 soldaten.", False),
    ],
)
def test_what_is_planned_is_marked(body: str, planned: bool) -> None:
    assert key_of("900 soldaten", TROOPS, body).planned is planned


def test_losses_of_one_month_are_no_losses_of_all_so_far() -> None:
    one, two = keys_of(
        ("Russische soldaten gedood", "Er zijn 9000 Russische soldaten gedood of gewond."),
        (
            "Russische soldaten gedood",
            "Alleen in mei zijn 900 Russische soldaten gedood of gewond.",
        ),
    )
    assert one.family != two.family


def test_a_row_of_a_table_is_said_by_who_stands_in_it() -> None:
    page = (
        f"<html><body><article><h1>{TROOPS}</h1><p>Dit zijn de opgaven van de landen op een rij, "
        "met de dag waarop zij zijn gedaan.</p><table><tr><td>Zuid-Korea</td><td>2 mei</td>"
        "<td>900</td></tr><tr><td>Pentagon</td><td>3 mei</td><td>1200</td></tr></table>"
        "<p>Geen van de landen gaf een toelichting op deze getallen.</p></article></body></html>"
    )
    told = {key.value: key.speaker for key in keys(read(page.encode(), "a.html"))}
    assert told == {900: "Zuid-Korea", 1200: "Pentagon"}


def test_the_headline_tells_who_says_a_figure_of_the_articles_own_voice() -> None:
    key = key_of(
        "900 soldaten",
        "Seoul: 900 soldaten onderweg",
        "Noord-Korea heeft 900 soldaten op de boot gezet.",
    )
    assert (key.speaker, key.heading) == (None, "Seoul")


def test_an_article_without_figures_has_no_keys() -> None:
    assert keys(story("Rustige dag", "Er gebeurde niets.")) == ()


def test_every_key_says_why_it_is_where_it_is() -> None:
    key = key_of("900 commando's", TROOPS, "Er oefenen 900 commando's in Noord-Korea.")
    assert "“commando's” counts as troops" in key.why
    assert any(reason.startswith("“Noord-Koreaanse” in the headline") for reason in key.why)
