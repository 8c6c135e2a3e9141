"""Whose people or sums a figure tells of: by its own words, its sentence, or the article."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_context import is_told
from tui.store.series_owners import SIDE, TITLE, Owner
from tui.store.series_spot import Sense, Spot
from tui.store.series_states import sender, state
from tui.store.series_subject import raises_number
from tui.text.numbers import word_value

_HEADING = 3
"""So many words a sentence opens with: `over de EIGEN verliezen zwijgt Rome`."""
_CLOSE = 2
"""So many words before a number stand the words that tell it: `noemen ruim 900`."""
_CLAUSE = 5
"""So many words behind a number stands the verb of a clause about it."""
_PAIR = 2
_THIRD = "?"


class Whose(NamedTuple):
    """A country, how it is printed, and why; all empty where nothing tells."""

    country: str = ""
    printed: str = ""
    why: str = ""


NOBODY = Whose()


def third_party(spot: Spot, printed: str = "", why: str = "") -> Whose:
    """Of nobody else's, whatever other articles tell."""
    return Whose(f"{_THIRD}{spot.scene.article.id}", printed, why)


def as_before(last: Sense, which: str = "a figure before it") -> Whose:
    """Whose a figure before is."""
    why = f"as {which}" if last.whose.startswith(_THIRD) else f"{last.whose}: as {which}"
    return Whose(last.whose, last.words[0], why)


def by_phrase(spot: Spot) -> Whose:
    """Whose they are by the words around the number: `Noord-Koreaanse`, `uit Noord-Korea`."""
    words, line = spot.scene.words, spot.line
    of = line.lowers[spot.behind : spot.behind + 2]
    own = (
        of[1:] != [] and of[0] in words.lists["whose behind"] and of[1] in words.lists["whose own"]
    )
    if own and (name := state(spot, told=True)):
        return Whose(words.states[name], name, f"“{of[1]}” of {name}")
    for text in line.texts[spot.at : spot.after_phrase]:
        if country := words.adjectives.get(text) or words.peoples.get(text):
            return Whose(country, text, f"“{text}”: {country}")
        if text[:1].isupper() and _is_adjective(spot, text):
            return Whose(text, text, f"“{text}”")
        if text in words.lists["enemy"]:
            return third_party(spot, text, f"“{text}”")
    behind = spot.after_phrase
    if line.lowers[behind : behind + 1] and line.lowers[behind] in words.lists["whose behind"]:
        last = next((sense for sense in reversed(spot.before) if sense.whose), None)
        if line.words(behind + 1, behind + 3) in words.lists["whose same"]:
            if last:
                return as_before(last)
            return by_article(spot)
        for text in line.texts[behind + 1 : behind + 4]:
            if not spot.figure.noun and text in words.seats:
                return NOBODY  # `minder dan de 900 VAN SEOUL`, which tells it
            if country := words.states.get(text) or words.adjectives.get(text):
                told = f"“{line.lowers[behind]} {text}”: {country}"
                return Whose(country, text, told)
            if text in words.lists["enemy"]:
                return third_party(spot, text, f"“{line.lowers[behind]} {text}”")
            if text in words.lists["several"]:
                return third_party(spot, text, f"“{text}”")
            if text.lower() not in words.lists["whose joins"] and word_value(text.lower()) is None:
                break
    return NOBODY


def _is_adjective(spot: Spot, text: str) -> bool:
    """Whether a word with a capital is of a people that no list has: `acht TSJETSJEENSE mannen`."""
    ends = spot.scene.words.lists["whose ends"]
    return text[1:].islower() and any(map(text.endswith, ends))


def by_sentence(spot: Spot, event: str, *, by_noun: bool) -> Whose:
    """Whose they are because the sentence is about a state: one that sends, or that has losses.

    `by_noun` tells that the noun says what happened: `Rusland heeft 600.000 DODEN`.
    """
    words = spot.scene.words
    if name := _that_land(spot):
        return Whose(words.states[name], name, f"“{name}” in the sentence before")
    if event not in words.lists["bodies events"] and (name := sender(spot)):
        return Whose(words.states[name], name, f"“{name}” sends them")
    if words.hints["suffers"].find_in(spot.line) and (name := state(spot)):
        return Whose(words.states[name], name, f"“{name}” has the losses")
    if event == "deployed" and not _are_sent(spot) and (name := state(spot)):
        return Whose(words.states[name], name, f"“{name}” sends them")
    if event in words.lists["bodies losses"] and (name := _fronted(spot) or _standing(spot)):
        return Whose(words.states[name], name, f"“{name}” has the losses")
    itself = words.lists["whose self"].intersection(spot.line.lowers[: spot.at])
    if itself and not _reckoned(spot) and (name := state(spot, told=True)):
        return Whose(words.states[name], name, f"“{name}” itself has them")
    if name := _with(spot):
        return Whose(words.states[name], name, f"“{name}” has them with it")
    if (by_noun or not event) and (name := _having(spot, by_noun=by_noun)):
        return Whose(words.states[name], name, f"“{name}” has them")
    return NOBODY


def _are_sent(spot: Spot) -> bool:
    """Whether a clause tells of them that they were sent, by nobody: `900 DIE nu ZIJN gestuurd`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers[spot.after_phrase :]
    if lists["relative"].isdisjoint(lowers[:1]):
        return False
    passive = lists["voice passive"] | lists["being"]
    return not passive.isdisjoint(lowers[1:_CLAUSE]) and lists["whose has"].isdisjoint(
        lowers[1:_CLAUSE]
    )


def _that_land(spot: Spot) -> str:
    """The state that a sentence points at: `… met Spanje. DAT LAND stuurde 900 man`; or empty."""
    words, nth = spot.scene.words, spot.line.nth
    lists = words.lists
    if nth < 1 or spot.line.words(0, 2) not in lists["whose same"]:
        return ""
    if not lists["whose speaks"].isdisjoint(spot.line.lowers[2:3]):
        return ""  # `DAT LAND DENKT dat er 900 zijn`
    last = spot.scene.line(nth - 1)
    named = (
        last.texts[at]
        for at in reversed([*last.places("states")])
        if last.lowers[max(0, at - 1)] not in lists["where at"]
    )
    return next((name for name in named if name in words.states), "")


def _reckoned(spot: Spot) -> bool:
    """Whether one reckons with so many, and has not got them: `ging zelf UIT VAN 900 doden`."""
    counts = spot.scene.words.lists["whose counts"]
    line, states, own = spot.line, spot.scene.words.states, spot.scene.words.lists["whose self"]
    named = (line.texts[at - 1] for at in range(1, spot.at) if line.lowers[at] in own)
    if any(states.get(name) == name for name in named):
        return False  # `de meesten verliest SPANJE ZELF: men had het over 900`
    return is_told(spot) and counts.isdisjoint(spot.line.lowers[: spot.at])


def by_clause(spot: Spot, event: str) -> Whose | None:
    """Whose they are because their people were named last before them in the sentence.

    Those who do it to others are not meant: `Franse soldaten HEBBEN er 12 gedood`.
    """
    scene = spot.scene
    if (own := _suffering(spot)) is not None:
        return Whose(own.country, own.printed, f"“{own.printed}” has the losses")
    own = scene.owners.before(spot.line, spot.at)
    if own is None or any(own.printed in name for name in spot.spoken):
        return None
    losses = scene.words.lists["bodies losses"]
    if own.thing == scene.words.army and _reckons(spot, own.at):
        return None  # `de staf van het FRANSE LEGER telde 900 doden`
    main = scene.owners.main
    others = main is not None and main.country != own.country and own.at <= 1
    others = others or event not in losses
    if others and own.printed in scene.words.peoples and _reckons(spot, own.at):
        return None  # `eerder gingen DE AMERIKANEN nog uit van 900`
    does = scene.words.lists["whose has"].isdisjoint(spot.line.lowers[own.at : spot.at])
    if event in scene.words.lists["bodies events"] and not does:
        return None
    if other := _beside(spot, own):
        both = sorted((other, own.country))
        return Whose(" + ".join(both), own.printed, f"“{own.printed}” with others before it")
    return Whose(own.country, own.printed, f"“{own.printed}” before it: {own.country}")


def _beside(spot: Spot, own: Owner) -> str:
    """The country of a people told in one breath with another: `FRANSEN EN Britten`; or empty."""
    words, line = spot.scene.words, spot.line
    if own.at < _PAIR or line.lowers[own.at - 1] not in words.lists["joined joins"]:
        return ""
    country = words.peoples.get(line.texts[own.at - _PAIR], "")
    return country if country != own.country else ""


def _reckons(spot: Spot, at: int) -> bool:
    """Whether a people named there reckons with so many, right before the number."""
    hits = spot.scene.words.hints["tells"].find_in(spot.line)
    near = (hit for hit in hits if 0 <= spot.at - hit.end <= _CLOSE)
    return any(at < hit.at or hit.at < at < hit.end for hit in near)


def _suffering(spot: Spot) -> Owner | None:
    """Whose army has them: `het FRANSE leger heeft aan Britse zijde 600 doden te betreuren`."""
    has = spot.line.places("whose has", 0, spot.at)
    if not has or not spot.scene.words.hints["suffers"].find_in(spot.line):
        return None
    own = spot.scene.owners.before(spot.line, min(has))
    return own if own and own.thing != SIDE else None


def by_paragraph(spot: Spot) -> Whose:
    """Whose they are as its paragraph named a people before it, after all other figures."""
    scene = spot.scene
    last = next((s for s in reversed(spot.before) if s.whose), None)
    if last is not None and spot.is_beside(last):
        return NOBODY
    first = scene.text.nth_at(scene.article.body.rfind("\n", 0, spot.figure.start) + 1)
    told = [
        own for own in scene.owners.all
        if first <= own.line < spot.line.nth and own.thing != scene.words.army
    ]  # fmt: skip
    if len({own.country for own in told}) != 1:
        return NOBODY
    own = told[-1]
    opens = any(one.line == first and one.at <= 1 for one in told)  # `DE FRANSEN vechten mee. …`
    if scene.owners.others(own.country) and not opens:
        return NOBODY
    return Whose(own.country, own.printed, f"“{own.printed}” in its paragraph")


def by_last(spot: Spot) -> Whose:
    """Whose they are as its sentence goes on about the one before, or about the same soldiers."""
    scene = spot.scene
    words, line = scene.words, spot.line
    tells = any(hit.at == 1 for hit in words.hints["tells"].find_in(line))  # `ZIJ TELDEN er 900`
    if line.nth > 0 and not tells and line.lowers[0] in words.lists["antecedent opens"]:
        before = scene.line(line.nth - 1)
        own = scene.owners.before(before, before.size)
        if own is not None:
            return Whose(own.country, own.printed, f"“{own.printed}” in the sentence before")
    losses = words.lists["bodies losses"]
    told = (s for s in reversed(spot.before) if s.whose)
    last = next((s for s in told if s.group in words.plain or s.event in losses), None)
    if last is None or line.nth - last.line > 1:
        return NOBODY
    if last.event not in losses and not spot.is_beside(last):
        return NOBODY
    return as_before(last)


def by_article(spot: Spot, *, lost: bool = False) -> Whose:
    """Whose they are by the headline, or by who is named most in the article.

    `lost` tells that they were killed or wounded: it is enough that one people alone is named.
    """
    scene = spot.scene
    if not lost and (name := _sent_before(spot)):
        return Whose(scene.words.states[name], name, f"“{name}” sends them in the sentence before")
    own = scene.owners.main or scene.owners.before(spot.line, spot.at)
    if own is None or own.line != TITLE:
        losses = () if lost or own is None else scene.words.lists["bodies losses"]
        told = (s for s in reversed(spot.before) if s.whose and s.group == scene.owners.group)
        last = next(
            (s for s in told if s.event not in losses or s.whose == (own and own.country)), None
        )
        near = {o.country for o in scene.owners.all if o.line == spot.line.nth - 1}
        back = own is not None and last is not None and last.line < spot.line.nth - 1
        if back and own is not None and near == {own.country}:
            return Whose(own.country, own.printed, f"“{own.printed}” in the sentence before")
        if last is not None:
            return as_before(last)
    if own is None or not (scene.owners.is_of_one or scene.owners.is_named(own, spot.line.nth)):
        return NOBODY
    once = not own.thing and own.line != TITLE and not scene.owners.is_often(own)
    if once and not (scene.owners.is_of_one and lost):
        return NOBODY  # a people named once is not whose soldiers they are
    several = own.line != TITLE and own in scene.owners.all and not scene.owners.is_of_one
    if several and not scene.owners.leads(own, spot.line.nth):
        return NOBODY  # others are named as often up to here
    where = "headline" if own.line == TITLE else "article"
    return Whose(own.country, own.printed, f"“{own.printed}” in the {where}: {own.country}")


def _sent_before(spot: Spot) -> str:
    """The state that opens the sentence before and sends: `SPANJE zond er. Het gaat om 900`."""
    words, nth = spot.scene.words, spot.line.nth
    if nth < 1 or spot.line.lowers[0] not in words.lists["antecedent opens"]:
        return ""
    last = spot.scene.line(nth - 1)
    lists, main = words.lists, spot.scene.owners.main
    sent = not lists["whose sends"].isdisjoint(last.lowers)
    opens = last.texts[0] in words.states and lists["whose speaks"].isdisjoint(last.lowers)
    headed = main is not None and main.line == TITLE and main.thing in words.plain
    return last.texts[0] if sent and opens and not headed else ""


def by_gap(spot: Spot) -> Whose:
    """Whose they are as a state is set beside another: `Rusland verloor 900 man, OEKRAÏNE 400`."""
    words, line, last = spot.scene.words, spot.line, spot.last
    at = spot.at - 1
    while at > 0 and line.lowers[at] in words.lists["hedges"]:
        at -= 1
    text = line.texts[at] if at > 0 else ""
    joins = words.lists["joined joins"] | words.lists["clause breaks"]
    if last is None or last.line != line.nth or text not in words.states:
        return NOBODY
    if not last.whose or line.lowers[at - 1] not in joins:
        return NOBODY
    first = line.at(spot.scene.article.figures[last.nth].start)
    beside = any(words.states.get(other) == last.whose for other in line.texts[:first])
    if not beside or words.states[text] == last.whose:
        return NOBODY
    return Whose(words.states[text], text, f"“{text}” beside another")


def by_opening(spot: Spot) -> Whose:
    """Whose they are as a state opens the sentence and acts: `Spanje ROEPT 900 man OP`."""
    words, line = spot.scene.words, spot.line
    name = line.texts[0]
    if name not in words.states or name in spot.spoken or words.hints["tells"].find_in(line):
        return NOBODY
    if raises_number(spot, 0):
        return NOBODY  # `Frankrijk VERHOOGT zijn schatting naar 900`
    follows = line.texts[1] if line.size > 1 else ""
    if not follows.islower() or follows in words.lists["whose gets"] or follows in words.function:
        return NOBODY
    return Whose(words.states[name], name, f"“{name}” opens the sentence")


def by_own(spot: Spot) -> Whose:
    """Whose they are as the sentence before opens on its own: `over EIGEN verlies zwijgt Rome`."""
    words, nth = spot.scene.words, spot.line.nth - 1
    if nth < 0:
        return NOBODY
    line = spot.scene.line(nth)
    if words.lists["by itself"].isdisjoint(line.lowers[:_HEADING]):
        return NOBODY
    names = [line.texts[at] for at in line.places("states")]
    return Whose(words.states[names[0]], names[0], f"“{names[0]}”: its own") if names else NOBODY


def _with(spot: Spot) -> str:
    """The state that opens a sentence and has them with it: `Spanje valt aan MET 900 man`."""
    words, line = spot.scene.words, spot.line
    if not spot.at or line.lowers[spot.at - 1] not in words.lists["whose with"]:
        return ""
    reckons = not words.lists["whose reckons"].isdisjoint(line.lowers[: spot.at])
    country, own = words.states.get(line.texts[0]), spot.scene.owners.main
    others = own is not None and own.country != country and spot.scene.owners.is_owned
    return "" if reckons or country is None or others else line.texts[0]


def _fronted(spot: Spot) -> str:
    """The state that a sentence opens with: `VOOR SPANJE rekent Londen met 900 doden`."""
    words, line = spot.scene.words, spot.line
    if line.size < 2 or line.lowers[0] not in words.lists["whose fronted"]:
        return ""
    return line.texts[1] if line.texts[1] in words.states else ""


def _standing(spot: Spot) -> str:
    """The state whose count a clause ends with: `dat SPANJE nu op 900 doden ZIT`."""
    stands = spot.scene.words.lists["whose stands"]
    return "" if stands.isdisjoint(spot.line.lowers[spot.after_phrase :]) else state(spot)


def _having(spot: Spot, *, by_noun: bool) -> str:
    """The state right before or behind a verb of having: `Oekraïne heeft zelf 50.000 man`."""
    words, line = spot.scene.words, spot.line
    first = max((at + 1 for at in line.places("clause breaks", 0, spot.at)), default=0)
    verbs = [*line.places("whose has", first, spot.at)]
    verbs += line.places("whose counts", first, spot.at) if spot.claim and by_noun else ()
    hits = words.hints["tells"].find_in(line)
    tells = {hit.at for hit in hits if hit.end - hit.at > 1}  # `heeft het over 900 man`
    there = words.lists["antecedent there"]
    that = (
        at for at in range(first, spot.at - 1)
        if line.lowers[at] in words.lists["that"] and line.lowers[at + 1] in there
    )  # fmt: skip
    told = max(that, default=first)
    verbs = [at for at in verbs if at >= told]  # `Rome zou HEBBEN gezegd DAT ER 900 gaan`
    for at in verbs:
        for place in (at - 1, at + 1) if at not in tells else ():
            text = line.texts[place] if 0 <= place < line.size else ""
            free = place == 0 or line.lowers[place - 1] not in words.lists["where prepositions"]
            if text in words.states and text not in spot.spoken and free:
                return text
    last = line.places("whose has", spot.after_phrase)
    name = state(spot) if last else ""  # `dat Rusland al 600.000 doden HEEFT`
    return name if name in line.texts[: spot.at] else ""
