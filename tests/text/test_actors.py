"""Who can act or speak in a text: one entry an entity, with all its mentions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui.text.actors import actors
from tui.text.article import Actor
from tui.text.sentences import sentences


def found(text: str) -> list[Actor]:
    """The actors of a body, their mentions checked against it."""
    every = list(actors(text, sentences(text), None))
    for actor in every:
        assert actor.mentions
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)
    return every


def named(text: str) -> dict[str, str]:
    """The named actors of a text, with their types."""
    return {actor.name: actor.type for actor in found(text) if not actor.described}


PERSON, BODY, COUNTRY, PLACE = "person", "organisation", "country", "place"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Volgens Mark Rutte is dat nodig.", {"Mark Rutte": PERSON}),
        ("Dat zei Anneke van der Velde uit Goes.", {"Anneke van der Velde": PERSON, "Goes": PLACE}),
        ("Burgemeester Pieter de Waard sloot de weg.", {"Pieter de Waard": PERSON}),
        ("Wethouder Ineke 't Hart is blij.", {"Ineke 't Hart": PERSON}),
        (
            "President Emmanuel Macron bezocht Berlijn.",
            {"Emmanuel Macron": PERSON, "Berlijn": PLACE},
        ),
        ("De Amerikaanse president Joe Biden belde.", {"Joe Biden": PERSON}),
        ("Econoom Fatima El Amrani verwacht dat niet.", {"Fatima El Amrani": PERSON}),
        ("Bewoner Jan-Willem Kok (41) hoorde een klap.", {"Jan-Willem Kok": PERSON}),
        ("Kim Jong-un was er niet bij.", {"Kim Jong-un": PERSON}),
        ("Trainer Arne Slot wisselde twee keer.", {"Arne Slot": PERSON}),
        ("De NAVO stuurt schepen.", {"NAVO": BODY}),
        ("De Europese Unie betaalt mee.", {"Europese Unie": BODY}),
        ("De VVD en het CDA zijn tegen.", {"VVD": BODY, "CDA": BODY}),
        ("D66 diende een motie in.", {"D66": BODY}),
        ("De leiders van de G20 aten samen.", {"G20": BODY}),
        ("Het Pentagon zweeg.", {"Pentagon": BODY}),
        ("Het Kremlin ontkent.", {"Kremlin": BODY}),
        ("Het Witte Huis wacht af.", {"Witte Huis": BODY}),
        pytest.param(
            "Persbureau Reuters bracht het nieuws.",
            {"Reuters": BODY},
        ),
        pytest.param(
            "Dat schreef De Stentor.",
            {"De Stentor": BODY},
        ),
        ("Philips ontslaat monteurs.", {"Philips": BODY}),
        ("FC Groningen won thuis.", {"FC Groningen": BODY}),
        ("Het ministerie van Defensie betaalt.", {"ministerie van Defensie": BODY}),
        ("Waterschap Aa en Maas pompt door.", {"Waterschap Aa en Maas": BODY}),
        ("De Universiteit Utrecht deed onderzoek.", {"Universiteit Utrecht": BODY}),
        ("Greenpeace blokkeert de haven.", {"Greenpeace": BODY}),
        ("De Hoge Raad doet uitspraak.", {"Hoge Raad": BODY}),
        ("Rusland trekt troepen samen.", {"Rusland": COUNTRY}),
        ("De Verenigde Staten sturen hulp.", {"Verenigde Staten": COUNTRY}),
        ("Noord-Korea en Zuid-Korea praten.", {"Noord-Korea": COUNTRY, "Zuid-Korea": COUNTRY}),
        ("Het Verenigd Koninkrijk doet niet mee.", {"Verenigd Koninkrijk": COUNTRY}),
        ("Seoul meldt een proef.", {"Seoul": COUNTRY}),
        ("Moskou ontkent alles.", {"Moskou": COUNTRY}),
        ("Volgens Pyongyang was het een oefening.", {"Pyongyang": COUNTRY}),
        ("In Seoul viel sneeuw.", {"Seoul": PLACE}),
        ("De trein naar Parijs reed niet.", {"Parijs": PLACE}),
        ("Er woedt brand in Koersk.", {"Koersk": PLACE}),
        ("De dijk bij Westkapelle is sterk.", {"Westkapelle": PLACE}),
        ("Aan de Dorpsstraat in Aalburg brandde het.", {"Dorpsstraat": PLACE, "Aalburg": PLACE}),
        ("De Westerschelde is bevaren.", {"Westerschelde": PLACE}),
        ("Zij komt uit Noord-Brabant.", {"Noord-Brabant": PLACE}),
        (
            "De ministers van Buitenlandse Zaken van Polen en Letland belden.",
            {"Polen": COUNTRY, "Letland": COUNTRY},
        ),
        pytest.param(
            "Ze zei dat Poetin liegt.",
            {"Poetin": PERSON},
        ),
        ("De burgemeester van Goes, Cees Bil, was er.", {"Goes": PLACE, "Cees Bil": PERSON}),
        ("Het OM en Europol werken samen.", {"OM": BODY, "Europol": BODY}),
        ("The Washington Post en CNN deden onderzoek.", {"The Washington Post": BODY, "CNN": BODY}),
        ("De rechtbank in Middelburg sprak hem vrij.", {"Middelburg": PLACE}),
    ],
)
def test_a_name_is_found_with_its_type(text: str, wanted: dict[str, str]) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        (
            "Volodymyr Zelensky sprak lang. Later zei Zelensky niets meer.",
            "Volodymyr Zelensky",
            PERSON,
            ["Volodymyr Zelensky", "Zelensky"],
        ),
        (
            "Rutte kwam vroeg. Mark Rutte bleef tot laat.",
            "Mark Rutte",
            PERSON,
            ["Rutte", "Mark Rutte"],
        ),
        (
            "De Verenigde Staten wachten. De VS willen bewijs.",
            "Verenigde Staten",
            COUNTRY,
            ["Verenigde Staten", "VS"],
        ),
        (
            "De Europese Unie dreigt. De EU wacht nog.",
            "Europese Unie",
            BODY,
            ["Europese Unie", "EU"],
        ),
        (
            "Wethouder Anneke de Visser telt. Volgens De Visser klopt het.",
            "Anneke de Visser",
            PERSON,
            ["Anneke de Visser", "De Visser"],
        ),
        ("Rusland zwijgt. Ook Rusland rekent.", "Rusland", COUNTRY, ["Rusland", "Rusland"]),
        ("Philips groeit. Dat meldt Philips zelf.", "Philips", BODY, ["Philips", "Philips"]),
    ],
)
def test_one_entity_has_all_its_mentions(
    text: str, name: str, kind: str, mentions: list[str]
) -> None:
    (actor,) = [actor for actor in found(text) if not actor.described]
    assert (actor.name, actor.type) == (name, kind)
    assert [mention.text for mention in actor.mentions] == mentions


def test_two_people_with_one_surname_are_two() -> None:
    names = named("Piet Bakker zag het. Zijn broer Kees Bakker sliep.")
    assert names == {"Piet Bakker": PERSON, "Kees Bakker": PERSON}


def test_a_capital_as_a_government_and_as_a_town_are_two_entries() -> None:
    text = "In Seoul sneeuwt het. Seoul meldt dat er 3000 soldaten zijn vertrokken."
    types = sorted(actor.type for actor in found(text) if actor.name == "Seoul")
    assert types == [COUNTRY, PLACE]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("NAVO-chef Mark Rutte belde.", "Mark Rutte", "NAVO-chef"),
        (
            "De Oekraïense president Volodymyr Zelensky sprak.",
            "Volodymyr Zelensky",
            "Oekraïense president",
        ),
        ("Wethouder Karin Blok stapt op.", "Karin Blok", "Wethouder"),
        ("Dat zei minister Dilan Bos.", "Dilan Bos", "minister"),
        ("Dat zegt hoogleraar Wim Aker.", "Wim Aker", "hoogleraar"),
        ("Volgens woordvoerder Tess Moor valt het mee.", "Tess Moor", "woordvoerder"),
        ("Burgemeester Aad Rook van Tholen wil dat niet.", "Aad Rook", "Burgemeester"),
        ("Mark Rutte belde.", "Mark Rutte", None),
        ("Dat zei directeur Bas Hol van de haven.", "Bas Hol", "directeur"),
        ("De Duitse bondskanselier Olaf Scholz komt.", "Olaf Scholz", "Duitse bondskanselier"),
    ],
)
def test_the_role_is_the_title_as_printed(text: str, name: str, role: str | None) -> None:
    (person,) = [actor for actor in found(text) if actor.type == PERSON]
    assert (person.name, person.role) == (name, role)
    assert [mention.text for mention in person.mentions] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De politie zoekt getuigen.", "politie"),
        ("Dat meldt de Zuid-Koreaanse inlichtingendienst.", "Zuid-Koreaanse inlichtingendienst"),
        ("De brandweer was snel ter plaatse.", "brandweer"),
        ("Volgens de Franse regering is er genoeg.", "Franse regering"),
        ("De gemeenteraad stemde tegen.", "gemeenteraad"),
    ],
)
def test_a_body_that_is_described_is_listed_as_such(text: str, name: str) -> None:
    (actor,) = found(text)
    assert (actor.name, actor.type, actor.described) == (name, BODY, True)


@pytest.mark.parametrize(
    "text",
    [
        "Noord-Koreaanse soldaten lopen er rond.",
        "De Noord-Koreanen zijn vertrokken.",
        "De Russen graven zich in.",
        "De Franse boeren zijn boos.",
        "Veel Nederlanders gaan op reis.",
        "Een NS-topman vertrekt.",
        "Een Pentagon-woordvoerder zweeg.",
        "De VVD-fractie is verdeeld.",
        "Zij won de Nobelprijs.",
        "Het vrachtschip Westerhaven zonk.",
        "Zij las de roman Max Havelaar.",
        "Het regende op maandag en in oktober.",
        "De Duitsers rijden hard.",
        "Met Kerst is alles dicht.",
        "Gisteren was het druk.",
        "Er is veel te doen. Daarna niet meer.",
        "Hij spreekt Frans en Nederlands.",
        "SEOUL (ANP) - Er viel sneeuw.",
        "SEOUL/VLADIVOSTOK (ANP/RTR/AFP) - Er viel veel sneeuw.",
        "WASHINGTON (ANP/AFP) - Niemand gaf antwoord.",
        "Een Amerikaan liep langs.",
        "De Oekraïners houden stand.",
        "Amsterdamse ouders protesteren.",
        "De EU-landen zijn verdeeld.",
        "Corona kwam terug.",
    ],
)
def test_what_is_no_actor_gives_none(text: str) -> None:
    assert named(text) == {}


def test_no_entry_has_the_article_of_its_name_nor_a_title() -> None:
    text = "De president van de Verenigde Staten, Joe Biden, sprak met de NAVO en het Kremlin."
    names = set(named(text))
    assert {"Joe Biden", "Verenigde Staten", "NAVO", "Kremlin"} <= names
    assert not any(name.lower().startswith(("de ", "het ", "president")) for name in names)


def test_mentions_do_not_overlap() -> None:
    text = "De Koreaanse premier Han Duck-soo van Zuid-Korea bezocht FC Groningen in Groningen."
    spans = sorted((m.start, m.end) for actor in found(text) for m in actor.mentions)
    for before, after in pairwise(spans):
        assert before[1] <= after[0]


def test_an_empty_text_has_no_actors() -> None:
    assert found("") == []
