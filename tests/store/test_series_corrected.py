"""What a word near a figure does not tell of it, though it looks so."""

from __future__ import annotations

import pytest

from tests.store.stories import keys_of
from tests.store.test_series_again import MORE, REGION, SENT
from tests.store.test_series_told import CAMP, PORT, told

KILLED = "count killed people"
THERE = f"{SENT} in Soemy"


@pytest.mark.parametrize(
    ("body", "number", "family"),
    [
        # an army counts, and is not what is counted
        ("Volgens het leger telt Rusland nu 50.000 soldaten in Soemy.", 50_000, THERE),
        ("Het leger telde vannacht 79 drones.", 79, "count drones"),
        ("Zij horen bij een brigade. Het dorp telde voor de oorlog 900 huizen.", 900,
         "count homes"),
        ("Zij horen bij een korps. Die elite-eenheid telt 40.000 man.", 40_000, "count army"),
        # who fear or can be so many were not told of before
        ("Men treurt om de soldaten die sneuvelden. Het zou kunnen zijn dat er 900 komen.", 900,
         SENT),
        ("Men treurt om de soldaten die sneuvelden. Maar dat zijn er 900.", 900, KILLED),
        ("Men treurt om de soldaten die sneuvelden. De afgelopen weken waren dat er 900.", 900,
         KILLED),
        ("Men treurt om de soldaten die sneuvelden. Inmiddels zijn dat er 900 die men kent.", 900,
         KILLED),
        # the day on which one speaks is no other time
        ("In één weekend vielen er 300 doden. Kyiv hield het maandag op 400.", 400,
         f"{KILLED} weekend"),
        # where they are not
        (f"{REGION} Over de 900 soldaten is in de regio Soemy een akkoord bereikt.", 900, SENT),
        (f"{REGION} Zij horen bij 900 man die Soemy bereikten, maar nog niet vechten.", 900, THERE),
        (f"{REGION} Zij horen bij 900 man die Soemy niet hebben bereikt.", 900, SENT),
        # those on top of others
        ("Kyiv meldt 900 verse soldaten. Een krant had het al over 1500.", 1500, MORE),
        ("In het najaar gingen 3000 man. In mei volgden er nog zeker 900.", 900, MORE),
        ("In het najaar gingen 3000 man. In mei kwam Kyiv nog niet verder dan 900 man.", 900, SENT),
        ("Er komen mogelijk 900 soldaten bij aan het front.", 900, MORE),
        ("Hij houdt het aantal soldaten dat nog kan komen op 900.", 900, MORE),
        ("Er zijn 900 soldaten en Kyiv ziet dat het land versterking klaarmaakt.", 900, SENT),
        # what makes up a whole, and a rate
        ("Er gingen 9000 soldaten in twee golven: 6000 in mei en 3000 in juni.", 3000, MORE),
        ("Er gingen 9000 soldaten in twee golven: 6000 in mei en 3000 in juni.", 6000,
         f"{SENT} part"),
        # those lost are the dead where the wounded are told by themselves
        ("Het land heeft 900 soldaten verloren. Daarnaast raakten er 4000 gewond.", 900, KILLED),
        ("Het land heeft 900 soldaten verloren. Er komen er 4000 bij.", 900, "count losses people"),
        ("Kyiv schatte de totale verliezen maandag op 900 man.", 900, "count losses people"),
        ("Bij een dorp kwamen dertien soldaten om bij een aanval met een raket.", 13,
         f"{KILLED} aanval"),
        ("Er komen 900 genisten om mijnen te ruimen.", 900, "count sappers"),
        # what a sentence before, or a clause, tells it of
        ("Er kwamen 9000 soldaten. Over de doden lopen de meningen uiteen. Kyiv houdt het op 900.",
         900, KILLED),
        ("Er kwamen 9000 soldaten. Zij zien verliezen, zegt Kyiv, dat het bij 900 houdt.", 900,
         "count losses people"),
        ("Er kwamen 9000 soldaten. Er zijn 4000 doden en gewonden. De gewonden zijn weg. Kyiv "
         "noemde eerder deze maand ook een totaal van 4000.", 4000, "count losses people"),
        ("Er komen 1000 mijnenruimers en 5000 bouwers. Wie 6000 man stuurt, wil iets terug.", 6000,
         "count sappers"),
        ("In het najaar gingen 3000 man, in mei volgden er ruim 900.", 900, MORE),
        ("Zelensky zei dat er 900 man bij kunnen komen.", 900, MORE),
        ("Kyiv noemt vooral sappeurs en bouwers, samen 6000 man.", 6000, "count sappers"),
        # what a share is of, the time since, and who tells
        ("Er kwamen 9000 soldaten. Inclusief gewonden zouden de verliezen op 4000 liggen, een "
         "derde van de hele troepenmacht.", 4000, "count losses people"),
        ("Er zijn 800 slachtoffers. Sinds het begin van de inzet zouden het er 3000 zijn.", 3000,
         "count losses people"),
        ("Er zijn 800 soldaten gedood. Fransen die in Soemy vochten, houden het op zeker 900.", 900,
         KILLED),
        ("Het aantal soldaten dat is gestuurd, is volgens Kyiv opgelopen tot boven de 900.", 900,
         SENT),
        ("Er zijn 9000 Fransen. Men heeft het over 900 doden sinds het begin van hun inzet.", 900,
         KILLED),
        ("Er zijn 300 slachtoffers. Kyiv zou met een eigen schatting van 900 komen.", 900,
         "count losses people"),
        ("Er zijn 900 soldaten uitgeschakeld, op een totaal van 4000.", 4000, SENT),
        ("Er zijn 900 soldaten gedood. Dat zou de helft zijn van de 4000 die kwamen.", 4000, SENT),
        ("Er kwamen 9000 soldaten. De verliezen zijn groot, maar 900 oefenen nog.", 900, SENT),
        ("Zij horen bij een brigade. Het dorp telde voor de oorlog 900 man.", 900, SENT),
        ("Er kwamen 9000 soldaten. Dat is meer dan wat men in Kyiv toen meldde: ten minste 4000.",
         4000, SENT),
        ("Er kwamen 9000 soldaten. Kyiv telt er in Rusland iets meer: minstens 11.000.", 11_000,
         SENT),
        ("In één weekend vielen er 300 doden. Kyiv hield het maandag 3 maart 2025 op 400.", 400,
         f"{KILLED} weekend"),
        ("In 1953 sneuvelden er 900 soldaten. Seoul houdt het op 600.", 600, KILLED),
        ("Men treurt om de soldaten die sneuvelden. Inmiddels zijn dat er 900 die jong zijn.", 900,
         KILLED),
        ("Er komen 1000 sappeurs en 5000 bouwers. Er vechten ook 1000 Noord-Koreanen.", 1000, SENT),
        ("Er gingen 9000 soldaten: 6000 in mei, 2500 in juni en 500 in juli.", 500, MORE),
        ("Er kwamen 9000 soldaten. Na de verliezen heeft men het over 4000 die zijn "
         "gestuurd.", 4000, SENT),
        ("Seoul schat de verliezen op 900. Er zijn 40 gewonden.", 900, "count losses people"),
        ("Er kwamen 900 man aan in dorpen bij het front.", 900, SENT),
        ("De eenheden zijn moe. Het gaat om 900 slachtoffers.", 900, "count losses people"),
        ("Er zijn 800 slachtoffers. De eerste lichting kwam tot een cijfer van 400.", 400,
         "count losses people"),
        ("Er zijn 2000 soldaten teruggebracht. Men eerde 101 gesneuvelden. Men toonde foto's. Dat "
         "zijn er minder dan de 600 van Seoul.", 600, KILLED),
        ("Er vielen 30 doden op één dag.", 30, f"{KILLED} dag"),
        ("Het land heeft 900 soldaten verloren. Men treurt. Men wacht. Men zwijgt. Er zijn 40 "
         "gewonden.", 900, "count losses people"),
        ("Het dorp is klein. Die 900 man blijven. Dat korps telde 4000 man.", 4000, "count army"),
        (f"{REGION} Er zijn 9000 soldaten. Kyiv noemde een getal van 4000 voor Soemy.", 4000,
         THERE),
        (f"{REGION} Er zijn 9000 man die voor training naar Soemy gingen.", 9000, SENT),
        ("Er zijn 800 slachtoffers. Kyiv zei dat de eerste lichting van 4000 weg is.", 4000, SENT),
        ("Er zijn 800 slachtoffers in heel die troepenmacht. Die telde volgens Kyiv 4000 man.",
         4000, SENT),
        ("Sinds 2022 zijn er 900 gewonde militairen behandeld.", 900, "count wounded people"),
    ],
)  # fmt: skip
def test_a_word_nearby_tells_it_of_others(body: str, number: int, family: str) -> None:
    assert told(CAMP, body)[number].family == family


def test_more_people_than_those_before_are_counted() -> None:
    body = "In mei stemden 970 miljoen mensen. Vijf jaar eerder waren dat er 900 miljoen."
    assert set(told("Verkiezingen in India", body)) == {970_000_000, 900_000_000}


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("Spanje stelt 900 militairen beschikbaar.", "Spanje"),
        ("Engeland verdubbelt het aantal soldaten in Estland naar 900.", "Groot-Brittannië"),
        ("Madrid verdubbelt het aantal soldaten in Rusland naar 900.", "Noord-Korea"),
        ("Moskou verhoogt het aantal soldaten in Rusland naar 900.", "Rusland"),
    ],
)
def test_who_acts_on_the_number_of_troops_has_them(body: str, whose: str) -> None:
    assert told(CAMP, body)[900].whose == whose


@pytest.mark.parametrize(("name", "occasion"), [("Noord-Syrië", "quake"), ("Ginds", "quake")])
def test_a_name_behind_an_occasion_is_no_make(name: str, occasion: str) -> None:
    body = f"Aardbeving {name}: dat is nu het nieuws. Er zijn 900 doden."
    assert told(f"Aardbeving {name} eist levens", body)[900].occasion == occasion


def test_where_a_ship_fires_soldiers_stay_those_who_are_there() -> None:
    body = (
        "Noord-Koreanen gaan aan boord van schepen. Er zijn er 900 in Soemy, waar men raketten "
        "afvuurde."
    )
    assert told(PORT, body)[900].noun != "schepen"


def test_a_headline_with_the_dead_tells_that_those_lost_are_dead() -> None:
    body = "Het land heeft zeker honderd soldaten verloren."
    title = "Noord-Koreaanse militairen: zeker honderd doden"
    assert told(title, body)[100].family == KILLED
    assert told(CAMP, body)[100].family == "count losses people"
    assert told(title, body.replace("honderd", "900"))[900].family == "count losses people"


def test_a_rate_of_the_wounded_counts_nobody() -> None:
    body = "De vuistregel is drie gewonden op één dode. Er zijn 40 gewonden en één dode."
    assert [key.value for key in keys_of((CAMP, body))] == [40, 1]


@pytest.mark.parametrize(
    ("title", "body", "whose"),
    [
        ("Seoul: meer doden", "Er zijn 900 Noord-Koreaanse doden. Dat is minder dan de 4000 van "
         "Seoul.", "Noord-Korea"),
        (CAMP, "Over de eigen verliezen zwijgt Kyiv. In mei noemde men 4000 gesneuvelde "
         "militairen.", "Oekraïne"),
        ("Na Moskou erkent ook Pyongyang: onze soldaten vochten", "Er zijn 4000 man gestuurd.",
         "Noord-Korea"),
        ("Hoe een Noord-Koreaans korps opbrandde", "Moskou bracht 9000 man bijeen.\nHet korps is "
         "moe.\nEr zijn 4000 doden en gewonden.", "Noord-Korea"),
        ("Nieuwe lichting: Kim stuurt troepen", "Het ging om 4000 man.", "Noord-Korea"),
        ("De soldaten van Kim in Rusland", "Het gaat om 4000 militairen.", "Noord-Korea"),
        ("Vijf vragen", "Oekraïne zegt het: Noord-Korea stuurt troepen. Het gaat om 4000 man.",
         "Noord-Korea"),
        ("Nieuwe lichting", "SEOUL Noord-Korea heeft soldaten gestuurd. Het gaat om 4000 man.",
         "Noord-Korea"),
        ("Nieuwe lichting", "Zuid-Korea zegt dat er troepen zijn gestuurd. Het gaat om 4000 man.",
         ""),
        (CAMP, "Er zijn 4000 militairen van Moskou.", "Rusland"),
        (CAMP, "Er zijn 900 doden. Dat is minder dan de 4000 van Rusland.", "Rusland"),
        (CAMP, "Kyiv heeft een heel groot en eigen plan. In mei noemde men 4000 gesneuvelde "
         "militairen.", "Noord-Korea"),
        ("Troepen onder vuur", "Een Russische artilleriebrigade schiet. Er kwamen 4000 soldaten.",
         ""),
        ("Vijf vragen over de inzet van troepen in Spanje", "Het gaat om 4000 man.", ""),
        ("Nieuws: Kim eert zijn helden", "Er zijn 4000 militairen gestuurd.", "Noord-Korea"),
        ("Russische troepen rukken op", "Wat de Noord-Koreanen betreft, gaan bronnen uit van 4000 "
         "doden.", "Noord-Korea"),
        ("De granaten van Kim", "Er zijn 4000 militairen naar Rusland gegaan.", "Noord-Korea"),
        ("Seoul: Noord-Korea wil militairen naar Rusland sturen", "Het gaat om 4000 man.",
         "Noord-Korea"),
        ("Noord-Korea stuurt opnieuw militairen", "Noord-Korea heeft 300 militairen gestuurd. Dat "
         "maakte het Zuid-Koreaanse leger donderdag bekend. "
         "In mei schatte de dienst in Seoul ze op 4000 man.", "Noord-Korea"),
        (CAMP, "De Zuid-Koreanen kwamen in mei op 4000 doden.", "Noord-Korea"),
    ],
)  # fmt: skip
def test_whose_they_are_is_told_before(title: str, body: str, whose: str) -> None:
    assert told(title, body)[4000].whose == whose


def test_what_another_clause_fires_is_not_what_people_board() -> None:
    body = "Noord-Koreanen gaan aan boord van schepen. Later gingen er 900, terwijl men vuurde."
    fired = body.replace("men vuurde", "men raketten afvuurde")
    assert told(CAMP, body)[900].words[1] == told(CAMP, fired)[900].words[1] == "Noord-Koreanen"
