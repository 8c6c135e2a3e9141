"""The lists of words of `things.toml` under the names that the rules ask for them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.text.language import table


def word_lists(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The lists of words by name, also those of several together that are asked for often."""
    found = {
        **{f"where {key}": frozenset(found) for key, found in data["where"].items()},
        **{f"whose {key}": frozenset(found) for key, found in data["whose"].items()},
        **{f"bodies {key}": frozenset(found) for key, found in data["bodies"].items()},
        **{f"joined {key}": frozenset(found) for key, found in data["joined"].items()},
        **{f"voice {key}": frozenset(found) for key, found in data["voice"].items()},
        "bodies kinds": frozenset(data["bodies"]["events"] + data["bodies"]["also"]),
        "bodies said": frozenset([*data["bodies"]["named"], *data["plain"].values()]),
        "planned stances": frozenset(data["planned"]["stances"]),
        "antecedent there": frozenset(data["antecedent"]["there"]),
        "antecedent some": frozenset(data["antecedent"]["some"]),
        "antecedent opens": frozenset(data["antecedent"]["opens"]),
        "antecedent back": frozenset(data["antecedent"]["back"]),
        "more before": frozenset(data["more"]["before"]),
        "more end": frozenset(data["more"]["end"]),
        "more verbs": frozenset(data["more"]["verbs"]),
        "more aux": frozenset(data["more"]["aux"]),
        "more between": frozenset(data["more"]["between"]),
        "clause to": frozenset(data["clause"]["to"]),
        "clause colon": frozenset(data["clause"]["colon"]),
        "relative": frozenset(data["clause"]["relative"]),
        "clause breaks": frozenset(data["clause"]["breaks"]),
        "disasters": frozenset(data["disasters"]["occasions"]),
        "common": frozenset(data["common"]["words"]),
        "own": frozenset(data["own"]["topics"]),
        "own persons": frozenset(data["own"]["persons"]),
        **{f"incident {key}": frozenset(found) for key, found in data["incident"].items()},
        "others": frozenset(data["general"]["others"]),
        "units": frozenset(data["general"]["units"]),
        "unit": frozenset(data["general"]["unit"]),
        "times": frozenset(data["period"]["times"]),
        "spans": frozenset(data["period"]["spans"]),
        "span time": frozenset(data["period"]["tijd"]),
        "so far": frozenset(data["period"]["so_far"]),
        "per": frozenset(data["period"]["per"]),
        "year": frozenset(data["period"]["year"]),
        "each time": frozenset(data["period"]["each"]),
        "yearly": frozenset(data["period"]["yearly"]),
        "within": frozenset(data["period"]["within"]),
        "hedges": frozenset(
            word
            for phrases in table("hedges")["before"].values()
            for phrase in phrases
            for word in phrase.split()
        ),
        "each of": frozenset(data["general"]["each_of"]),
        "each": frozenset(data["general"]["each"]),
        "enemy": frozenset(data["general"]["enemy"]),
        "in any case": frozenset(data["general"]["in_any_case"]),
        "none": frozenset(data["general"]["none"]),
        "rate": frozenset(data["general"]["rate"]),
        "members": frozenset(data["general"]["members"]),
        "open": frozenset(data["general"]["open"]),
        "number of": frozenset(data["general"]["number_of"]),
        "estimates": frozenset(data["general"]["estimates"]),
        "demand": frozenset(data["asks"]["demand"]),
        "offer": frozenset(data["asks"]["offer"]),
        "them": frozenset(data["antecedent"]["them"]),
        "of those": frozenset(data["parts"]["of_those"]),
        "of them": frozenset(data["parts"]["of_them"]),
        "reckoned out": frozenset(data["parts"]["reckoned_out"]),
        "reckoned in": frozenset(data["parts"]["reckoned_in"]),
        "more later": frozenset(data["more"]["later"]),
        "more original": frozenset(data["more"]["original"]),
        "more said": frozenset(data["more"]["said"]),
        "clause told": frozenset(data["clause"]["told"]),
        "more no": frozenset(data["more"]["no"]),
        "more after": frozenset(data["more"]["after"]),
        "more follows": frozenset(data["more"]["follows"]),
        "then": frozenset(data["period"]["then"]),
        "more grows": frozenset(data["more"]["grows"]),
        "more again": frozenset(data["more"]["again"]),
        "since": frozenset(data["period"]["since"]),
        "first": frozenset(data["parts"]["ordinal"]),
        "as first": frozenset(data["parts"]["as_first"]),
        "same": frozenset(data["antecedent"]["same"]),
        "together": frozenset(data["joined"]["together"]),
        "that": frozenset(data["antecedent"]["that"]),
        "than": frozenset(data["antecedent"]["than"]),
        "by itself": frozenset(data["whose"]["by_itself"]),
        "days": frozenset(data["period"]["days"]),
        "being": frozenset(data["presence"]["being"]),
        "arrives": frozenset(data["presence"]["arrives"]),
        "shifts": frozenset(data["presence"]["shifts"]),
        "moves": frozenset(data["presence"]["moves"]),
        "border": frozenset(data["presence"]["border"]),
        "among": frozenset(data["presence"]["among"]),
        "eventually": frozenset(data["more"]["eventually"]),
        "maybe": frozenset(data["more"]["maybe"]),
        "among them": frozenset(data["parts"]["among"]),
        "no stuff": frozenset(data["general"]["no_stuff"]),
        "several": frozenset(data["general"]["several"]),
        "but": frozenset(data["general"]["but"]),
        "usual": frozenset(data["general"]["usual"]),
        "there": frozenset(data["presence"]["there"]),
        "reached": frozenset(data["presence"]["reached"]),
        "left": frozenset(data["parts"]["left"]),
        "thereby": frozenset(data["antecedent"]["thereby"]),
        "made of": frozenset(data["general"]["made_of"]),
        "sizes": frozenset(data["general"]["sizes"]),
        "some of it": frozenset(data["parts"]["relative"]),
        "asks": frozenset(data["antecedent"]["asks"]),
        "out of": frozenset(data["general"]["out_of"]),
        "works": frozenset(data["general"]["works"]),
        "holds": frozenset(data["general"]["holds"]),
        "more already": frozenset(data["more"]["already"]),
        "room": frozenset(data["general"]["room"]),
        "noun at": frozenset(data["general"]["at"]),
        "still": frozenset(data["earlier"]["still"]),
        "contrast": frozenset(data["earlier"]["contrast"]),
        "soldiers": frozenset(data["general"]["soldiers"]),
        "civil": frozenset(data["general"]["civil"]),
        "ages": frozenset(data["general"]["ages"]),
        "first time": frozenset(data["earlier"]["first_time"]),
        "counters": frozenset(data["general"]["counters"]),
        "totals": frozenset(data["general"]["totals"]),
        "extra": frozenset(data["general"]["extra"]),
        "no series": frozenset(data["general"]["no_series"]),
    }
    hedges, articles = found["hedges"], found["joined articles"]
    return found | {
        "hedges still": hedges | found["still"],
        "hedges there": hedges | found["antecedent there"],
        "hedges articles": hedges | articles,
        "hedges but articles": hedges - articles,
        "hedges breath": hedges | found["maybe"],
        "hedges but with": hedges - found["whose with"],
        "hedges alone": hedges - found["still"] - found["where prepositions"] - found["contrast"],
        "rate words": found["rate"]
        | found["each"]
        | found["units"]
        | _first(found, "each of", "none"),
        "more told": found["more end"]
        | found["more follows"]
        | found["still"]
        | found["more grows"]
        | found["more again"]
        | _first(found, "more later", "more after"),
        "unit military": found["unit"] | found["whose military"],
        "bodies hit": found["bodies losses"] | found["bodies taken"],
        "where already being": found["where already"] | found["being"],
        "whose counts has": found["whose counts"] | found["whose has"],
    }


def _first(found: Mapping[str, frozenset[str]], *names: str) -> frozenset[str]:
    """The words that phrases of some lists begin with."""
    return frozenset(phrase.split()[0] for name in names for phrase in found[name])
