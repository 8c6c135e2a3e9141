"""What a number without a noun counts, and whose it is where its own words do not tell."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of, phrases, together
from tests.store.test_series_told import CAMP, told


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Van de Franse tanks gingen er 20 verloren.", 20, "count tank"),
        ("Van de Franse drones werden er 20 neergehaald.", 20, "count downed drones"),
        ("Officieren telde men er vijftig.", 50, "count officers"),
        ("Er kwamen Noord-Koreanen, 900 in getal.", 900, "count deployed troops"),
        ("Uitgezonden militairen: ongeveer 900.", 900, "count deployed troops"),
        ("Men ging uit van een macht van zo'n 900.", 900, "count deployed troops"),
        ("Het leger stuurde granaten. Men telde 900 stuks.", 900, "count shells"),
        ("Ook burgers treft het: er kwamen er 900 om.", 900, "count killed people"),
        ("Zij zien 900 extra soldaten. Het totaal komt op 1900.", 1900, "count deployed troops"),
        ("Er kwam een tweede lichting van 900, zodat het er samen 1900 zijn.", 900,
         "count deployed troops more"),
        ("De eerste lichting, 900 man groot, is vertrokken.", 900, "count deployed troops"),
        ("Een voorhoede van 900 man is vertrokken.", 900, "count deployed troops part"),
        ("Er zijn 900 militairen in Tasjino.", 900, "count deployed troops in Tasjino"),
        ("Het aantal militairen in Tasjino is opgelopen tot 900.", 900,
         "count deployed troops in Tasjino"),
        ("In een week tijd zijn 900 militairen verplaatst.", 900, "count deployed troops part"),
        ("In totaal telt men 900 man aan verliezen, al zijn gewonden hersteld.", 900,
         "count losses people"),
        ("In het weekend zijn 90 soldaten gedood.", 90, "count killed people weekend"),
        ("In drie dagen tijd zijn 90 soldaten gedood.", 90, "count killed people drie dagen"),
        ("In drie jaar oorlog zijn 90 soldaten gedood.", 90, "count killed people"),
        ("Bij deze aanval zijn 90 soldaten gedood.", 90, "count killed people aanval"),
    ],
)  # fmt: skip
def test_the_words_before_a_number_tell_what_it_counts(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number", "whose"),
    [
        ("Rusland verloor 900 man, Oekraïne 400.", 400, "Oekraïne"),
        ("Washington houdt het op 900.", 900, "Noord-Korea"),
        ("De Amerikanen spreken van 900 soldaten.", 900, "Noord-Korea"),
        ("Vorige week spraken de Britten nog van 900 man.", 900, "Noord-Korea"),
        ("Kyiv zegt dat het om 900 man gaat, Washington waagt zich er niet aan.", 900,
         "Noord-Korea"),
        ("Er zijn 900 jongens uit dat land gebracht.", 900, "Noord-Korea"),
        ("De Verenigde Staten hebben zelf 900 militairen in de regio.", 900, "Verenigde Staten"),
        ("Het Franse leger heeft aan Britse zijde 900 doden te betreuren.", 900, "Frankrijk"),
        ("Spanje verloor 400 man. Dat zijn 900 doden en gewonden.", 900, "Spanje"),
        ("Tegenover hen staat een Oekraïense macht van 900.", 900, "Oekraïne"),
        ("Spanje heeft het over 900 man.", 900, "Noord-Korea"),
        ("De verliezen worden door de Britten op 900 man geschat.", 900, "Noord-Korea"),
        ("Er is een macht van 900 man, zoveel als Spanje telt.", 900, "Noord-Korea"),
        ("Eerder gingen de Amerikanen nog uit van 900 man.", 900, "Noord-Korea"),
        ("De Amerikanen aarzelen en noemen 900 militairen.", 900, "Noord-Korea"),
        ("In de Spaanse stad Jaén vielen 15 gewonden.", 15, ""),
        ("Spanje wil rust en heeft daar 900 man samengetrokken.", 900, "Spanje"),
        ("Spanje gaf er ook een getal bij: 900 soldaten zijn gestuurd.", 900, "Noord-Korea"),
        ("Volgens haar denken de Britten dat er 900 zijn.", 900, "Noord-Korea"),
        ("Voor Spanje rekent Londen met 900 doden en gewonden.", 900, "Spanje"),
        ("De krant meldt dat Spanje nu op 900 doden en gewonden zit.", 900, "Spanje"),
    ],
)  # fmt: skip
def test_who_only_tells_a_number_is_not_whose_it_is(body: str, number: int, whose: str) -> None:
    found = told(CAMP, body)[number].whose
    assert ("" if found.startswith("?") else found) == whose  # `?…`: of nobody told


@pytest.mark.parametrize(
    "body",
    [
        "In de auto lagen twee jerrycans en biljetten van 20 en 50.",
        "Het bleef een plaats voor 50.",
    ],
)
def test_a_small_number_that_nothing_speaks_of_counts_nothing(body: str) -> None:
    assert 50 not in told("Nieuws uit de haven", body)


@pytest.mark.parametrize(
    "body",
    [
        "Met 1,2 miljoen manschappen is het groot.",
        "Het Noord-Koreaanse leger telt 1,2 miljoen mensen, en dezen komen uit de beste eenheid.",
        '"Hun leger telt 1,2 miljoen mensen."',
    ],
)
def test_an_army_of_millions_is_not_sent(body: str) -> None:
    assert told(CAMP, body)[1_200_000].family == "count army"


def test_the_strengths_of_an_army_are_one_series_however_they_are_told() -> None:
    one = (CAMP, "Noord-Korea heeft een leger van 1,2 miljoen Noord-Koreaanse militairen.")
    two = (CAMP, "Het Noord-Koreaanse leger telt 1,3 miljoen man.")
    (pair,) = together(one, two)
    assert len(pair) == 2


@pytest.mark.parametrize(
    "body",
    [
        "De twee die daarbij krijgsgevangen werden gemaakt, zitten nog vast.",
        "Aan krijgsgevangenen heeft Oekraïne er nog steeds twee.",
        "De twee Noord-Koreanen die Oekraïne vasthoudt, zwijgen.",
        "Oekraïne heeft er twee gevangen.",
        "Oekraïne heeft de twee Noord-Koreanen al een week in handen.",
    ],
)
def test_a_few_that_are_pointed_at_are_counted(body: str) -> None:
    assert told(CAMP, body)[2].family == "count captured people"


def test_a_sentence_between_may_name_whom_a_bare_number_counts() -> None:
    body = (
        "In de stad wonen 140 Oekraïners. Er is ook een school. Het nieuws over de Noord-Koreanen "
        "wordt gevolgd. Kyiv zegt dat het er 900 zijn."
    )
    assert told("Wat zij in de stad horen", body)[900].whose == "Noord-Korea"


def test_what_comes_by_the_piece_is_what_stands_behind_it() -> None:
    body = "Het land heeft 220 stuks zwaar geschut geleverd."
    assert "geschut" in told(CAMP, body)[220].family


def test_whose_losses_were_told_last_are_not_whose_soldiers_were_sent() -> None:
    body = (
        "De komst van Noord-Koreaanse soldaten verontrust de raad. Rusland heeft volgens hem al "
        "600.000 doden en gewonden te betreuren. Hoeveel soldaten er kwamen, zei hij niet. "
        "Diplomaten hielden het op minstens 900."
    )
    assert told("De raad vraagt om hulp", body)[900].whose == "Noord-Korea"


def test_how_large_a_corps_is_says_nothing_of_the_next_number() -> None:
    body = "De sterkte van het korps is 40.000 man. Kyiv houdt het op 900."
    assert told(CAMP, body)[900].family == "count deployed troops"


def test_how_old_the_youngest_of_them_is_counts_nobody() -> None:
    body = "Er zijn vijf Noord-Koreanen gevangen. De jongste van hen is 20 en was schutter."
    assert 20 not in told(CAMP, body)


def test_soldiers_of_no_told_country_go_with_those_whom_their_article_names() -> None:
    one = (CAMP, "Volgens Seoul zijn 9000 Noord-Koreaanse soldaten naar Rusland gestuurd.")
    two = (
        "Wat doen die mannen daar?",
        "Rusland krijgt hulp van soldaten. Volgens Kyiv komen er straks 9500 soldaten. Dat land "
        "kreeg ook granaten. Noord-Korea zwijgt.",
    )
    assert frozenset({"9000 Noord-Koreaanse soldaten", "9500 soldaten"}) in together(one, two)


def test_those_of_another_country_stay_apart_though_both_are_named() -> None:
    one = (CAMP, "Volgens Seoul zijn 9000 Noord-Koreaanse soldaten naar Rusland gestuurd.")
    two = ("Kyiv telt Russen", "Noord-Korea helpt. Bij de grens staan 9500 Russische soldaten.")
    assert phrases(keys_of(one, two)) == {
        "9000 Noord-Koreaanse soldaten",
        "9500 Russische soldaten",
    }
    assert together(one, two) == set()


def test_a_number_is_not_told_like_another_because_a_third_is() -> None:
    body = (
        "Het ministerie schat het tekort op 400 woningen. Het doel van 100 woningen wordt niet "
        "gehaald; het bureau gaat uit van hooguit 82."
    )
    found = told("Nieuws van de bouw", body)
    assert (found[100].goes_on, found[82].goes_on) == (-1, found[100].nth)
