"""What the words around a figure tell of it: of whom, of how many of them, of which event."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tui.store.series_keys import SeriesKey

CAMP = "Noord-Koreaanse militairen oefenen bij Tasjino"
PORT = "Nieuws uit de haven"


def told(title: str, body: str) -> dict[float | None, SeriesKey]:
    return {key.value if key.value is not None else key.low: key for key in keys_of((title, body))}


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Volgens Kyiv sneuvelden of raakten er 40 gewond.", 40, "count losses people"),
        ("In mei kwamen 30 door Seoul getelde soldaten om.", 30, "count killed people"),
        ("Er zijn 30 door Pyongyang gestuurde soldaten gesneuveld.", 30, "count killed people"),
        ("Er zijn 300 krijgsgevangenen vrijgelaten.", 300, "count released people"),
        ("Er zijn 60 soldaten weer thuis.", 60, "count returned troops"),
        ("Er zijn 18 soldaten gedeserteerd.", 18, "count deserted troops"),
        ("Zo'n 40 van de eerder gestuurde 90 soldaten zijn gedood.", 40, "count killed people"),
        ("Het leger verloor bij de stad 20 tanks en 1200 man.", 1200, "count losses people"),
        ("De eenheden in Tasjino tellen 700 man.", 700, "count deployed troops in Tasjino"),
        ("In Rusland zijn 700 man, allemaal in Tasjino.", 700, "count deployed troops"),
        ("Er zijn 700 soldaten naar Tasjino gebracht.", 700, "count deployed troops"),
        ("Zij zijn de voorhoede van een macht van 900 man.", 900, "count deployed troops"),
        ("Er zijn 900 leden van zijn Sneeuwkorps vertrokken.", 900, "count deployed troops"),
        ("In het Russische Verre Oosten zijn 900 man.", 900, "count deployed troops"),
        ("De sterkte van dat korps wordt op 40.000 man geschat.", 40_000, "count army"),
        ("Daar keerden 200 militairen per trein terug.", 200, "count returned troops"),
        ("Het leger verliest volgens hem in een maand tijd 40.000 man.", 40_000,
         "count losses people een maand"),
        ("Ons leger heeft nog 24.000 militairen.", 24_000, "count army"),
        ("Het land stuurt er 300 man per maand heen.", 300, "count deployed troops per maand"),
        ("In 1973 stuurde Noord-Korea 90 man naar Egypte.", 90, "count deployed troops past"),
        ("Voor het eerst sinds 1953 stuurde Noord-Korea 900 man.", 900, "count deployed troops"),
        ('"Dit zijn de 900 man die komen", staat er in het Frans bij.', 900,
         "count deployed troops"),
        ("Van drie gesneuvelden zijn de namen bekend.", 3, "count killed people part"),
        ("Zij hebben 500 officieren meegenomen.", 500, "count officers"),
        ("Een groep van 40 soldaten trok verder.", 40, "count deployed troops part"),
        ("In de laatste week zijn 90 soldaten gedood.", 90, "count killed people week"),
        ("In een weekend zijn 90 soldaten gedood.", 90, "count killed people weekend"),
        ("Het leger verloor woensdag 900 soldaten.", 900, "count losses people dag"),
        ("Hij sprak donderdag in Tasjino van 700 man.", 700, "count deployed troops"),
        ("Er komen 6000 man: 1000 sappeurs en 5000 bouwers.", 6000, "count sappers"),
        ("Er zijn 18 soldaten weggelopen.", 18, "count deserted troops"),
        ("Bij de dorpen Aak en Beek zijn 90 soldaten gedood.", 90, "count killed people dorpen"),
        ("In Tasjino zijn inmiddels zeker 700 man.", 700, "count deployed troops in Tasjino"),
        ("In Boedapest zei hij dat er 700 man in Tasjino zijn.", 700,
         "count deployed troops in Tasjino"),
        ("Van de 900 soldaten in Rusland zijn er 700 in Tasjino.", 700,
         "count deployed troops in Tasjino"),
        ("Dat korps telt naar schatting 40.000 man.", 40_000, "count army"),
        ("Zij zijn er 77.000 man kwijtgeraakt.", 77_000, "count losses people"),
        ("Er vertrokken opnieuw 900 soldaten.", 900, "count deployed troops more"),
        ("Er ging versterking, maar toen ging het nog om ruim 900 man.", 900,
         "count deployed troops more"),
        ("De versterking komt boven op de ongeveer 900 soldaten die er zijn.", 900,
         "count deployed troops"),
        ("Er zijn 6000 beloofde genisten onderweg.", 6000, "count sappers"),
        ("Bij de haven raakten 300 soldaten gekwetst.", 300, "count wounded people"),
    ],
)  # fmt: skip
def test_of_soldiers_it_is_told_which_are_meant(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        ("Er zijn 300 soldaten gedood en 700 gewond. Samen dus zo'n 1000.", 1000,
         "count losses people"),
        ("Er zijn 300 soldaten gedood. Dat is op een totaal van naar schatting 9000.", 9000,
         "count deployed troops"),
        ("Er zijn 6000 doden en gewonden. Dat is de helft van de 12.000 soldaten. "
         "Seoul kwam tot 4700, van wie 600 gesneuvelden.", 4700, "count losses people"),
        ("Er waren 4000 doden en gewonden. Er zijn 300 soldaten gesneuveld. "
         "Zelensky noemde al hetzelfde totaal van 4000.", 4000, "count losses people"),
        ("Er kwamen 900 extra soldaten. Samen met de rest zijn het er 3000.", 3000,
         "count deployed troops"),
        ("Er zijn 900 soldaten gedood. Kyiv komt tot 1200.", 1200, "count killed people"),
        ("Met de gewonden, vermisten en gevangenen erbij zou het gaan om 4000 man.", 4000,
         "count losses people"),
        ("Er zijn 900 soldaten gedood. Seoul kwam op een lager aantal uit: circa 1100.", 1100,
         "count killed people"),
        ("Van de naar schatting 9000 die er kwamen, zou een derde zijn uitgeschakeld.", 9000,
         "count deployed troops"),
        ("De verliezen: Zelensky had het maandag over 3000 doden en gewonden.", 3000,
         "count losses people"),
        ("Gedood of gewond: 1100 (Seoul, 23 december), 3000 (Kyiv).", 3000, "count losses people"),
        ("In Tasjino: 800 (Seoul), 1100 (Kyiv).", 1100, "count deployed troops in Tasjino"),
        ("In Tasjino zijn er 700. Kyiv rekent met 15.000 voor heel Rusland.", 15_000,
         "count deployed troops"),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_is_of_what_the_text_speaks_of(
    body: str, number: int, family: str
) -> None:
    every = [key for key in keys_of((CAMP, body)) if key.value == number]
    assert every[-1].family == family


@pytest.mark.parametrize(
    "body",
    [
        "Zij houden nog 80 vierkante kilometer bezet; in augustus was dat bijna 1300.",
        "Ze komen nu met vier man tegelijk.",
        "Er liggen een stuk of twaalf op de grond.",
        "Het loon is 2000 dollar. Een ander denkt eerder aan 1800.",
        "Kyiv telt 46.000 eigen gesneuvelden.",
        "Kyiv hield er 1300 vierkante kilometer bezet. In februari was dat 400.",
        "Het loon is 2000 dollar, al denken anderen dat het om 1500 gaat.",
        "De NK-23-raketten, waarvan er zeker 148 geleverd zijn, vliegen verder.",
    ],
)
def test_what_stands_among_soldiers_is_not_all_sent(body: str) -> None:
    every = keys_of((CAMP, f"Er zijn 9000 soldaten naar Rusland gestuurd. {body}"))
    assert [key.value for key in every if key.family == "count deployed troops"] == [9000]


def test_two_peoples_told_together_are_not_one_of_them() -> None:
    body = "Samen hadden Russen en Noord-Koreanen een overmacht van 60.000 man."
    assert told(CAMP, body)[60_000].whose == "Noord-Korea + Rusland"


def test_whose_losses_they_are_is_told_before_a_bare_number() -> None:
    body = "De totale Russische verliezen komen in die telling uit op 908.000."
    assert told(CAMP, body)[908_000].whose == "Rusland"


def test_a_state_that_wants_to_send_them_has_them() -> None:
    body = "Noord-Korea wil volgend jaar 25.000 militairen naar Rusland sturen."
    assert told(PORT, f"{body} De Zuid-Koreaanse krijgsmacht ziet dat.")[25_000].whose == (
        "Noord-Korea"
    )


def test_the_dead_of_another_disaster_are_no_soldiers() -> None:
    war = "Zij schieten op elkaar. Er is veel munitie. De stad is leeg. Het vriest. "
    body = f"{war}Elders woeden bosbranden, met 27 doden."
    assert told(CAMP, body)[27].family == "count killed people fire"


@pytest.mark.parametrize(
    "body",
    [
        "Op elke dertig soldaten is er één tolk.",
        "Er is een dokter per groep van 30 soldaten.",
        "Er komen twee eenheden van elk ruwweg 30 man.",
        "De 900 soldaten werden verdeeld in groepen van 30.",
        "Zij vielen elke dag aan in golven van 30 man.",
        "Zij hebben te weinig winterjassen gekregen: slechts 30.",
    ],
)
def test_how_many_go_with_one_of_something_is_in_no_series(body: str) -> None:
    assert 30 not in told(CAMP, body)


def test_the_strength_of_an_army_is_no_number_of_soldiers_sent() -> None:
    assert told(CAMP, "Het land heeft een leger van 900 man.")[900].family == "count army"


@pytest.mark.parametrize(
    ("body", "family"),
    [
        ("Zo'n 300 extra soldaten zijn vertrokken.", "count deployed troops more"),
        ("Ter versterking vertrokken er 300 soldaten.", "count deployed troops more"),
        (
            "Er is versterking gekomen. De dienst houdt het op 300 soldaten.",
            "count deployed troops more",
        ),
        ("Het land stuurt nog 300 soldaten.", "count deployed troops more"),
        ("De versterking is voor de 300 soldaten die er al zijn.", "count deployed troops"),
    ],
)
def test_those_who_come_on_top_are_told_from_those_who_were_there(body: str, family: str) -> None:
    assert told(CAMP, body)[300].family == family


def test_a_bare_number_that_goes_on_from_one_on_top_is_on_top_too() -> None:
    body = "Er gingen 300 extra soldaten. Eerder telde Seoul er nog 400. In totaal zijn het er 900."
    found = told(CAMP, body)
    assert found[400].family == found[300].family == "count deployed troops more"
    assert found[900].family == "count deployed troops"


def test_a_bare_number_counts_what_the_figure_nearest_in_size_counts() -> None:
    body = "Er vielen 6000 doden en gewonden. Er waren 11.000 soldaten. Eerder meldde men 4700."
    assert told(CAMP, body)[4700].family == "count losses people"


def test_a_bare_number_behind_of_whom_is_of_those_before_it() -> None:
    body = "Er zijn 40 doden. In het ziekenhuis liggen 310 gewonden, van wie er 22 stierven."
    assert told("Aardbeving in Montara", body)[22].part_of == 1


@pytest.mark.parametrize(
    ("body", "number", "whose"),
    [
        ("Zij worden geruild voor Oekraïners die vastzitten, 80 militairen.", 80, "Oekraïne"),
        ("Aan Russische zijde gaat men uit van 300 gesneuvelden.", 300, "Rusland"),
        ("Kyiv ziet dat Pyongyang 900 militairen klaarstoomt.", 900, "Noord-Korea"),
        ("Er zijn 900 soldaten die Oekraïne heeft uitgeleend.", 900, "Oekraïne"),
        ("Volgens de Britten verloor Rusland 300 soldaten.", 300, "Rusland"),
        ("Zuid-Korea telt zelf 900 militairen.", 900, "Zuid-Korea"),
        ("Rusland rukt op met 900 man.", 900, "Rusland"),
        ("Seoul houdt rekening met 900 man.", 900, "Noord-Korea"),
        ("Rusland mobiliseerde 900 man.", 900, "Rusland"),
        ("Rusland traint 900 man.", 900, "Noord-Korea"),
        ("Bij een raketaanval op de haven raakten vijftien mensen gewond.", 15, ""),
        ("Er vielen vier burgers en er raakten er negentien gewond.", 19, ""),
        ("Het aantal officieren is 500.", 500, "Noord-Korea"),
    ],
)
def test_whose_they_are_is_told_by_the_nearest(body: str, number: int, whose: str) -> None:
    assert told(CAMP, body)[number].whose == whose


def test_the_dead_of_a_flood_are_not_the_soldiers_who_come_to_help() -> None:
    title = "Spanje zet militairen in na overstroming"
    body = "Spanje stuurt 500 soldaten naar het gebied. Er zijn 211 lichamen gevonden."
    found = told(title, body)
    assert (found[500].whose, found[211].whose) == ("Spanje", "")


def test_soldiers_told_of_before_their_country_are_of_that_country() -> None:
    body = "Er zijn 900 commando's vertrokken. In totaal heeft Pyongyang 1200 soldaten beloofd."
    assert told("Eerste lichting op zee", body)[900].whose == "Noord-Korea"


def test_a_new_event_further_on_is_not_that_of_the_article() -> None:
    body = "Bij een brand in Vossem zijn negen mensen omgekomen. Het vuur is uit."
    later = " Vorig jaar vielen bij een ongeluk in het dorp al vier doden."
    found = told("Brand in Vossem", body + later)
    assert found[9].family == "count killed people"
    assert found[4].family == "count killed people ongeluk"


def test_one_attack_is_not_all_of_a_war() -> None:
    body = "Bij een nachtelijke raketaanval zijn 500 Noord-Koreaanse militairen gedood."
    assert told(CAMP, body)[500].family == "count killed people aanval"


def test_men_beside_soldiers_in_one_sentence_are_soldiers() -> None:
    body = "Pyongyang breidt zijn troepenmacht uit, van 3000 soldaten naar 10.000 man."
    assert told(CAMP, body)[10_000].family == "count deployed troops"


def test_losses_in_a_place_are_not_those_of_a_time() -> None:
    one = told(CAMP, "Zij hebben 300 man verloren in de stad.")[300]
    two = told(CAMP, "Zij hebben 300 man verloren in de week.")[300]
    assert one.family == "count losses people" != two.family


def test_listed_things_share_the_event_behind_the_last() -> None:
    found = told(PORT, "Zij heeft 40 drones en 6 raketten afgevuurd.")
    assert found[40].family == "count launched drones"
    assert found[6].family == "count launched missiles"


def test_the_votes_of_two_people_are_two_series_whoever_polls() -> None:
    body = (
        "Kamala Harris staat op 44 procent van de stemmen. Donald Trump kan rekenen op 43 procent."
    )
    found = told("Peiling: Harris en Trump gelijk", body)
    assert found[44].subject != found[43].subject


@pytest.mark.parametrize(
    ("body", "family"),
    [
        ("Zij krijgen 2000 dollar per maand.", "money USD pay"),
        ("De staat wil 2000 euro vrijmaken voor de kade.", "money EUR cost"),
        ("Er komt een pakket van 2000 dollar.", "money USD aid"),
    ],
)
def test_sums_are_told_by_verbs_and_by_what_they_are_for(body: str, family: str) -> None:
    assert told(PORT, body)[2000].family == family


def test_a_sum_a_hundred_times_as_large_does_not_go_on_from_another() -> None:
    body = "De ploeg krijgt 2000 dollar loon. Men rekent dat 200 miljoen dollar blijft."
    assert 200_000_000 not in told(PORT, body)


def test_a_name_in_the_lead_tells_no_occasion() -> None:
    (key,) = keys_of((CAMP, "Met raketten van het type Storm Shadow zijn 30 soldaten gedood."))
    assert key.occasion != "storm"
