"""What happened to those a figure counts: the event told nearest to it in its sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from tui.store.series_lines import Line
from tui.store.series_spot import Spot
from tui.store.series_words import Hit

_TWICE = 2
"""So often one word opens a clause where a second one tells of something else."""
_SHARE = 7
"""So many words behind `een derde` stands what it is of: `een derde van de hele troepenmacht`."""
_JOINED = 3
"""So many words may stand between events that are told as one: `gedood of raakten gewond`."""


class Happened(NamedTuple):
    """An event, empty where none is told; its words; and the stretch of words that speaks of it.

    `far` tells that another figure stands between.
    """

    event: str
    word: str
    window: tuple[int, int]
    far: bool = False


def happened(spot: Spot) -> Happened:
    """The event of a figure: behind it up to the next figure, then before it, then further on."""
    line, words = spot.line, spot.scene.words
    lists = words.lists
    first, stop, last = _window(spot)
    if not words.events.find_in(line):
        return Happened("", "", (first, stop))
    role = Happened("", "", (first, stop))
    behind, who = spot.behind, lists["bodies said"]
    if spot.is_of_next:  # `30 van de gestuurde 90 soldaten GESNEUVELD`
        behind = max(behind, line.behind(spot.scene.article.figures[spot.nth + 1]))
    stretches = [(behind, stop), (first, spot.at + 1), (stop, last)]
    if _is_number_of(spot, first):
        stretches[:2] = reversed(stretches[:2])
    telling = words.hints["tells"].find_in(line)
    told = {hit.at for hit in telling}  # `Kyiv KOMT tot 900`
    if not spot.figure.noun:
        told.update(hit.end - 1 for hit in telling)  # `in Kyiv wordt 900 AANGEHOUDEN`
    for begin, end in stretches:
        hits = words.events.find_in(line, begin, end)
        hits = [hit for hit in hits if not _is_name(line, hit) and hit.at not in told]
        hits = [
            hit for hit in hits
            if line.lowers[hit.at] not in lists["bodies nouns"] or hit.at < spot.after_phrase
        ]  # fmt: skip
        hits = [hit for hit in hits if not (_is_of_others(spot, hit) or _is_aside(spot, hit))]
        if begin == stop and _has_part(spot):
            continue
        if begin == stop and not spot.shared_noun:
            hits = [hit for hit in hits if not _is_others(spot, hit)]
        if begin == first:
            hits = [hit for hit in hits if not (spot.is_of_listed(hit.at) or _is_told(spot, hit))]
        strong = [hit for hit in hits if line.lowers[hit.at] not in lists["bodies weak"]]
        hits = strong or hits
        if not hits and begin == first:
            hits = [hit for hit in _split(spot, first, stop) if hit.at not in told]
            hits = [hit for hit in hits if not _is_of_others(spot, hit)]
        done = [hit for hit in hits if hit.at >= spot.after_phrase or hit.name not in who]
        if any(hit.name in lists["bodies events"] for hit in done):
            hits = done
        moved = [hit for hit in hits if hit.name in lists["bodies moved"]]
        if begin == behind and moved and moved[0].at >= spot.after_phrase:
            hits = moved
        if begin == behind and hits and hits[0].name not in lists["bodies kinds"]:
            around = [
                hit for hit in _split(spot, first, stop)
                if hit.name in lists["bodies losses"]
                and lists["clause to"].isdisjoint(line.lowers[hit.end : stop])
            ]  # fmt: skip
            hits = around or hits  # `KWAMEN 13 mensen OM bij een aanval met een raket`
        if any(hit.name in lists["bodies taken"] and hit.at >= spot.after_phrase for hit in hits):
            hits = [hit for hit in hits if not spot.behind <= hit.at < spot.after_phrase]
        if begin == behind and hits and hits[0].at - spot.after_phrase <= 1:
            hits = hits[:1] if hits[0].name == "losses" else hits  # `900 man aan VERLIEZEN`
        hits = _without_roles(hits, lists["bodies roles"], lists["bodies events"])
        hits = _taken(hits, lists["bodies taken"]) if len(hits) > 1 else hits
        if role.event:  # `de politie arresteerde 89 BETOGERS`: only what happens to people counts
            hits = [
                hit for hit in hits
                if hit.name in lists["bodies events"] and hit.name not in lists["bodies roles"]
            ]  # fmt: skip
        if not hits:
            continue
        hit = hits[-1] if begin == first else hits[0]
        if begin == behind and spot.at > 0:
            hits = [*_verbs_before(spot, first), *hits]
        event, word = _joined(spot, hits, hit)
        found = Happened(event, word, (first, stop), begin == stop and begin != behind)
        final = event not in lists["bodies roles"] or event in lists["joined losses"]
        if hit.at < spot.after_phrase and event in who:
            final = False  # `duizend KRIJGSGEVANGENEN vrijgelaten`, `30 GESTUURDE soldaten gedood`
        if role.event or final or begin != behind:
            return found
        role = found
    if role.event:
        return role
    if hits := _resumed(spot, last):
        return Happened(*_joined(spot, hits, hits[0]), (first, stop))
    found = _before_colon(spot, first, stop)
    return found if found.event else _by_label(spot, first, stop)


def _resumed(spot: Spot, last: int) -> list[Hit]:
    """What is told behind a clause between commas: `900 man, onder wie zieken, zijn GESNEUVELD`."""
    line, lists = spot.line, spot.scene.words.lists
    opened = line.lowers[spot.after_phrase : spot.after_phrase + 1] == [","]
    if not opened or last - spot.after_phrase > _JOINED:
        return []
    close = next((at for at in range(last, line.size) if line.lowers[at] == ","), line.size)
    hits = spot.scene.words.events.find_in(line, close)
    kinds = lists["bodies events"] | lists["bodies also"]
    return [hit for hit in hits if hit.name in kinds and not _is_name(line, hit)]


def _is_number_of(spot: Spot, first: int) -> bool:
    """Whether what it counts stands before it: `het AANTAL gesneuvelde soldaten op 300`."""
    figure, lists = spot.figure, spot.scene.words.lists
    before = figure.noun is not None and figure.phrase == figure.text
    return before and not lists["number of"].isdisjoint(spot.line.lowers[first : spot.at])


def _before_colon(spot: Spot, first: int, stop: int) -> Happened:
    """What is told before a colon: `de helft is gesneuveld of gewond: 6000 man`."""
    if first and spot.line.lowers[first - 1] in spot.scene.words.lists["clause colon"]:
        hits = spot.scene.words.events.find_in(spot.line, 0, first)
        hits = [hit for hit in hits if hit.name in spot.scene.words.lists["bodies events"]]
        if hits:
            return Happened(*_joined(spot, hits, hits[-1]), (first, stop), far=True)
    return Happened("", "", (first, stop))


def _by_label(spot: Spot, first: int, stop: int) -> Happened:
    """What the head of a list tells: `GEDOOD OF GEWOND: 1100 (Seoul), 3000 (Kyiv)`."""
    words = spot.scene.words
    hits = words.events.find_in(spot.line, 0, spot.label) if spot.label else []
    if not hits:
        return Happened("", "", (first, stop))
    return Happened(*_joined(spot, hits, hits[-1]), (first, stop))


def _without_roles(hits: list[Hit], roles: frozenset[str], bodies: frozenset[str]) -> list[Hit]:
    """The events without those that only say who it happened to: `14 BETOGERS opgepakt`."""
    if any(hit.name in bodies and hit.name not in roles for hit in hits):
        return [hit for hit in hits if hit.name not in roles]
    return hits


def _taken(hits: list[Hit], taken: frozenset[str]) -> list[Hit]:
    """The events without what only tells how somebody was taken: `GEWOND gevangengenomen`."""
    starts = {hit.at for hit in hits if hit.name in taken}
    return [hit for hit in hits if hit.end not in starts] if starts else hits


def _verbs_before(spot: Spot, first: int) -> list[Hit]:
    """The events that another behind the figure may go with: `SNEUVELDEN OF raakten er 30 gewond`.

    What is told there of another figure by a noun does not.
    """
    words, line = spot.scene.words, spot.line
    told = [hit for hit in words.events.find_in(line, first, spot.at) if not _is_name(line, hit)]
    if not told or "of" not in line.lowers[told[-1].end : spot.at]:
        return []
    return [hit for hit in told if line.lowers[hit.at] not in words.event_nouns]


def _split(spot: Spot, first: int, stop: int) -> list[Hit]:
    """Verbs whose halves stand around the figure: `kwamen 12 mensen om`."""
    hits = spot.scene.words.events.find_in(spot.line, first, stop)
    return [hit for hit in hits if hit.end - hit.at > 1]


def _joined(spot: Spot, hits: list[Hit], hit: Hit) -> tuple[str, str]:
    """An event with those told in one breath around a figure or on one side of it."""
    own = range(spot.at, spot.behind)
    return joined(spot.line, hits, hit, spot.scene.words.lists, own)


def joined(
    line: Line,
    hits: list[Hit],
    hit: Hit,
    lists: Mapping[str, frozenset[str]],
    own: Collection[int] = (),
) -> tuple[str, str]:
    """An event and its words, with those told in one breath: `doden en gewonden` are losses.

    `own` are the places of the number itself, which do not count as between them.
    """
    losses, joins, core = (lists[f"joined {name}"] for name in ("losses", "joins", "core"))
    for other in hits if hit.name in losses else ():
        if other.name in losses and other.name != hit.name and {other.name, hit.name} & core:
            one, two = sorted((hit, other), key=lambda item: item.at)
            between = [line.lowers[k] for k in range(one.end, two.at) if k not in own]
            near = len(between) <= _JOINED and not joins.isdisjoint(between)
            near = near or (between[:1] != [] and lists["joined span"].issuperset(between))
            if near and not any(low[:1].isdigit() for low in between):
                return "losses", line.words(one.at, two.end)
    return hit.name, line.words(hit.at, hit.end)


def _window(spot: Spot) -> tuple[int, int, int]:
    """Where the clause of a figure begins, where the next figure stands, where the clause ends."""
    line, figures = spot.line, spot.scene.article.figures
    first, stop = 0, line.size
    after = next(iter(figures[spot.nth + 1 : spot.nth + 2]), None)
    listed = spot.listed_before
    for other in map(figures.__getitem__, spot.scene.figures_of[line.nth]):
        if other.kind not in ("count", "vague"):
            continue
        if other.start < spot.figure.start:
            if other in listed:
                continue  # `verloor 20 tanks EN 1200 man`
            first = line.at(max(other.start, other.end - 1)) + 1
        elif other.start >= spot.figure.end and not (spot.is_of_next and other is after):
            stop = min(stop, max(spot.behind, line.at(other.start)))
    for place in line.places("clause breaks", first, spot.at):
        first = place + 1
    others = _others(spot)
    behind = line.lowers[spot.after_phrase : spot.after_phrase + 1]
    ends = spot.is_of_next or (behind and not behind[0].isalpha())
    told = spot.after_phrase + (0 if ends else 1)  # `DIE …` tells of the whole
    last = next(iter(line.places("clause breaks", told)), line.size)
    last = min((at for at in others if at > spot.at), default=last)
    follows = line.lowers[spot.after_phrase : spot.after_phrase + 2]
    if follows[1:] == [","] and follows[0] in spot.scene.words.lists["clause told"]:
        last = spot.after_phrase + 1
    return first, min(stop, last), last


def _has_part(spot: Spot) -> bool:
    """Whether the next figure is of some of them: `900 man vechten en 300 VAN HEN zijn dood`."""
    behind = spot.figures_behind
    if not behind:
        return False
    at = spot.line.behind(behind[0])
    return spot.line.words(at, at + 2) in spot.scene.words.lists["of them"]


def _others(spot: Spot) -> list[int]:
    """Where a clause begins that tells of something else: `of er 900 zijn, OF ER 300 omkwamen`.

    So does `dat er 900 zijn EN DAT er doden vielen`.
    """
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    there, joins, that = lists["antecedent there"], lists["joined joins"], lists["that"]
    if "of" not in lowers and sum(map(lowers.count, that)) < _TWICE:
        return []
    return [
        at + 1
        for at in range(1, len(lowers) - 2)
        if lowers[at + 2] in there
        and (
            (lowers[at] == "," and lowers[at + 1] == "of")
            or (lowers[at] in joins and lowers[at + 1] in that and not that.isdisjoint(lowers[:at]))
        )
    ]


def _is_others(spot: Spot, hit: Hit) -> bool:
    """Whether an event is the noun of another figure: `de 11.000 man hebben 4000 DODEN`."""
    line = spot.line
    return any(
        other.noun and line.at(other.start) <= hit.at < line.behind(other)
        for other in spot.figures_behind
    )


def _is_of_others(spot: Spot, hit: Hit) -> bool:
    """Whether it is told behind the figure of a people: `900 man, zes dagen FRANSE VERLIEZEN`."""
    words, line = spot.scene.words, spot.line
    if line.words(hit.end, hit.end + 2) in words.lists["reckoned out"]:
        return True
    if hit.at <= spot.after_phrase:
        return False
    clause = next((at for at in range(spot.after_phrase, hit.at) if line.lowers[at] == ","), -1)
    if (
        clause >= 0
        and line.lowers[clause + 1] in words.lists["where relative"]
        and line.texts[clause + 2 : clause + 3]
        and line.texts[clause + 2] in words.states
    ):
        return True  # `900 man gaan naar Soemy, WAAR Spanje land IN HANDEN HEEFT`
    if line.lowers[hit.at] not in words.event_nouns:
        return False
    counted = line.lowers[hit.at - 1] in words.lists["number of"]
    if counted and any(line.at(one.start) > hit.at for one in spot.figures_behind):
        return True  # `het dodental is 300 en HET AANTAL GEWONDEN 900`
    owned = line.texts[hit.at - 1] in words.adjectives
    return owned and line.lowers[hit.at - 2] not in words.lists["noun at"]


def _is_aside(spot: Spot, hit: Hit) -> bool:
    """Whether it is what a share is of, the time since, or told of who tells the number.

    `4000, een derde van de hele TROEPENMACHT`, `sinds het begin van de INZET 900`, `de Fransen die
    in Soemy VOCHTEN, houden het op 900`.
    """
    words, line = spot.scene.words, spot.line
    before = line.lowers[max(0, hit.at - _JOINED - 2) : hit.at]
    since = words.lists["since"]
    if hit.at < spot.at and not since.isdisjoint(before):
        return True
    named = words.lists["whose own"] | words.lists["joined articles"]
    if line.lowers[hit.at - 1] in named and not since.isdisjoint(before):
        return True  # `heeft het over 900 SINDS het begin van hun INZET`
    if hit.at >= spot.after_phrase and hit.name in words.plain.values():
        of = line.lowers[max(0, spot.at - _TWICE) : spot.at]
        if of[1:] and of[0] in words.lists["estimates"] and of[1] in words.lists["joined of"]:
            return True  # `zou met een SCHATTING VAN 900 KOMEN`
    if line.lowers[hit.at] in words.event_nouns:
        shares = (one for one in spot.figures_behind if one.kind in ("share", "percent"))
        return any(0 <= hit.at - line.at(one.start) <= _SHARE for one in shares)
    if hit.at >= spot.at or hit.name not in words.plain.values():
        return False
    tells = [tell for tell in words.hints["tells"].find_in(line, hit.end) if tell.end <= spot.at]
    return bool(tells) and "," in line.lowers[hit.end : tells[0].at + 1]


def _is_told(spot: Spot, hit: Hit) -> bool:
    """Whether it is the noun of a figure before one that has its own: `300 DODEN op 900 man`."""
    line = spot.line
    return bool(spot.figure.noun) and any(
        one.noun and line.at(one.end) < hit.at + 1 and hit.at < line.behind(one)
        for one in spot.figures_before
    )


def _is_name(line: Line, hit: Hit) -> bool:
    """Whether an event stands inside a name, with a capital in mid-sentence."""
    return hit.at > 0 and line.texts[hit.at][:1].isupper() and line.nth >= 0
