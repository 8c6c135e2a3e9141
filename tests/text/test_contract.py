"""The JSON of an article: every field of the contract, and a cache that gives the same article."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from gold import CORPUS

from tui.store.files import read_bytes, walk
from tui.text.article import Article, from_cache, to_cache, to_contract
from tui.text.read import read

every_page = pytest.mark.parametrize(
    "article",
    [read(read_bytes(source.path)[0], source.key) for source in walk([CORPUS]).files],
    ids=lambda article: article.path,
)

TEXT = (str,)
NUMBER = (int, float)
MAYBE_TEXT = (str, type(None))
MAYBE_NUMBER = (int, float, type(None))
FIELDS: dict[str, dict[str, tuple[type, ...]]] = {
    "article": {
        "schema": TEXT,
        "path": TEXT,
        "id": TEXT,
        "title": MAYBE_TEXT,
        "dateline": (dict,),
        "published": MAYBE_TEXT,
        "published_from": MAYBE_TEXT,
        "language": MAYBE_TEXT,
        "body": TEXT,
        "stripped": (list,),
        "related": (list,),
        "figures": (list,),
        "actors": (list,),
        "claims": (list,),
        "dates": (list,),
    },
    "dateline": {"places": (list,), "agencies": (list,)},
    "stripped": {"start": (int,), "end": (int,), "reason": TEXT},
    "related": {"title": MAYBE_TEXT, "text": MAYBE_TEXT, "age": MAYBE_TEXT},
    "figures": {
        "start": (int,),
        "end": (int,),
        "text": TEXT,
        "value": MAYBE_NUMBER,
        "low": MAYBE_NUMBER,
        "high": MAYBE_NUMBER,
        "kind": TEXT,
        "hedge": MAYBE_TEXT,
        "noun": MAYBE_TEXT,
        "phrase": TEXT,
        "unit": MAYBE_TEXT,
        "claim": (int, type(None)),
    },
    "actors": {
        "name": TEXT,
        "type": TEXT,
        "role": MAYBE_TEXT,
        "described": (bool,),
        "mentions": (list,),
    },
    "mentions": {"start": (int,), "end": (int,), "text": TEXT},
    "claims": {
        "start": (int,),
        "end": (int,),
        "text": TEXT,
        "speaker": TEXT,
        "speaker_text": TEXT,
        "via": MAYBE_TEXT,
        "cue": TEXT,
        "form": TEXT,
        "stance": TEXT,
        "figures": (list,),
    },
    "dates": {
        "start": (int,),
        "end": (int,),
        "text": TEXT,
        "from": MAYBE_TEXT,
        "to": MAYBE_TEXT,
    },
}
KINDS = {"count", "money", "percent", "share", "measure", "duration", "age", "multiple", "vague"}
HEDGES = {None, "about", "at least", "more than", "less than", "at most"}
TYPES = {"person", "organisation", "country", "place"}
FORMS = {"direct", "indirect", "mixed"}
STANCES = {"denied", "unconfirmed", "estimated", "announced", "demanded", "asserted"}


def has_the_fields(thing: dict[str, Any], name: str) -> None:
    """The keys of the contract, in its order, each with a value of its type."""
    assert list(thing) == list(FIELDS[name])
    for key, types in FIELDS[name].items():
        assert type(thing[key]) in types, f"{name}.{key}: {thing[key]!r}"


def as_json(article: Article) -> dict[str, Any]:
    """The article as it comes out of a JSON parser, which takes no NaN and no lone surrogate."""
    line = json.dumps(to_contract(article), ensure_ascii=False, allow_nan=False)
    line.encode("utf-8")
    parsed: dict[str, Any] = json.loads(line)
    return parsed


@every_page
def test_every_field_of_the_contract_is_there(article: Article) -> None:
    data = as_json(article)
    has_the_fields(data, "article")
    has_the_fields(data["dateline"], "dateline")
    for name in ("stripped", "related", "figures", "actors", "claims", "dates"):
        for thing in data[name]:
            has_the_fields(thing, name)
    for actor in data["actors"]:
        for mention in actor["mentions"]:
            has_the_fields(mention, "mentions")


@every_page
def test_the_words_of_the_contract_are_the_only_ones(article: Article) -> None:
    data = as_json(article)
    assert data["schema"] == "newsreader.article/1"
    assert {figure["kind"] for figure in data["figures"]} <= KINDS
    assert {figure["hedge"] for figure in data["figures"]} <= HEDGES
    assert {actor["type"] for actor in data["actors"]} <= TYPES
    assert {claim["form"] for claim in data["claims"]} <= FORMS
    assert {claim["stance"] for claim in data["claims"]} <= STANCES
    assert (data["published"] is None) == (data["published_from"] is None)


@every_page
def test_a_figure_has_a_value_or_bounds(article: Article) -> None:
    for figure in as_json(article)["figures"]:
        bounds = (figure["low"], figure["high"])
        if figure["value"] is None:
            assert bounds[0] is not None
            assert figure["kind"] == "vague" or bounds[1] is not None
            assert bounds[1] is None or bounds[0] <= bounds[1]
        else:
            assert bounds == (None, None)
        if figure["kind"] == "share" and figure["value"] is not None:
            assert 0 <= figure["value"] <= 1
        if figure["kind"] == "money" and figure["unit"] is not None:
            assert len(figure["unit"]) == 3
            assert figure["unit"].isupper()


@every_page
def test_an_index_points_at_what_is_there(article: Article) -> None:
    data = as_json(article)
    for claim in data["claims"]:
        assert all(type(at) is int and 0 <= at < len(data["figures"]) for at in claim["figures"])
    for figure in data["figures"]:
        assert figure["claim"] is None or 0 <= figure["claim"] < len(data["claims"])


@every_page
def test_places_never_speak(article: Article) -> None:
    places = {actor.name for actor in article.actors if actor.type == "place"}
    others = {actor.name for actor in article.actors if actor.type != "place"}
    assert not {claim.speaker for claim in article.claims} & (places - others)


@every_page
def test_a_speaker_stands_in_the_list_of_actors_or_in_the_text(article: Article) -> None:
    names = {actor.name for actor in article.actors}
    for claim in article.claims:
        assert claim.speaker in names or claim.speaker in article.body
        assert claim.speaker_text in article.body


@every_page
def test_a_stripped_stretch_lies_in_the_source(article: Article) -> None:
    stripped = as_json(article)["stripped"]
    assert all(0 <= piece["start"] < piece["end"] for piece in stripped)
    assert all(piece["reason"] for piece in stripped)


@every_page
def test_dates_are_iso_days(article: Article) -> None:
    for day in as_json(article)["dates"]:
        for end in (day["from"], day["to"]):
            assert end is None or end.startswith("--") or date.fromisoformat(end)


@every_page
def test_the_cache_gives_back_an_equal_article(article: Article) -> None:
    line = json.dumps(to_cache(article), ensure_ascii=False)
    again = from_cache(json.loads(line))
    assert again == article
    assert to_contract(again) == to_contract(article)
    assert hash(again) == hash(article)


@pytest.mark.parametrize("lost", ["body", "pieces", "figures", "dateline", "path"])
def test_a_cache_of_another_version_is_refused(lost: str) -> None:
    data = to_cache(read(b"Een kop\n\nEen zin.", "a.txt"))
    del data[lost]
    with pytest.raises((KeyError, TypeError)):
        from_cache(data)


def test_an_empty_page_has_every_field_too() -> None:
    data = as_json(read(b"", "leeg.txt"))
    has_the_fields(data, "article")
    assert (data["title"], data["body"], data["figures"]) == (None, "", [])
    assert data["dateline"] == {"places": [], "agencies": []}


def test_the_path_is_kept_as_it_was_given() -> None:
    assert to_contract(read(b"Een kop", "map/met spatie/é.txt"))["path"] == "map/met spatie/é.txt"
