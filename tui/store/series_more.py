"""Whether figures come on top of others, or are all of them: `300 EXTRA soldaten`."""

from __future__ import annotations

from itertools import takewhile

from tui.store.series_context import is_told
from tui.store.series_lines import Line
from tui.store.series_spot import Sense, Spot

_CLOSE = 3
"""So many words before a number `extra` is of it for certain."""
_SUBJECT = 2
"""So many words before the noun of its subject a sentence opens with."""
_HEDGES = 2
"""So many words of a hedge stand between an article and its number: `de naar schatting 900`."""
_FAR = 5
"""So many words behind `het aantal` stands what is counted: `gedode en gewonde soldaten`."""

_QUOTES = frozenset('"“”„’')
"""With one of these another sentence may begin or end within a sentence."""


def is_more(spot: Spot, window: tuple[int, int]) -> bool:
    """Whether they come on top of others: `300 EXTRA soldaten`, and not `DE 900 die er AL zijn`."""
    hints, line = spot.scene.words.hints, spot.line
    if "more" not in line.opens and "more told" not in line.opens:
        return False
    if line.words(0, 2) in spot.scene.words.lists["more later"]:
        return True
    if line.lowers[0] in spot.scene.words.lists["whose with"] and is_told(spot):
        return False  # `MET de versterking erbij KOMT men OP 900`
    if spot.is_first():
        return False  # `versterking voor DE EERSTE GROEP VAN 900`
    if hints["more"].find_in(line, spot.at, spot.after_phrase + 1) or _comes_on_top(spot):
        return True
    relative = line.lowers[spot.after_phrase : spot.after_phrase + 1]
    follows = line.lowers[spot.after_phrase : spot.after_phrase + _FAR]
    later = not spot.scene.words.lists["more follows"].isdisjoint(follows)
    if later and relative[0] in spot.scene.words.lists["relative"]:
        return True
    if _grows_by(spot) or _is_atop(spot):
        return True
    if not spot.scene.words.lists["more follows"].isdisjoint(
        line.lowers[max(0, spot.at - _FAR) : spot.at]
    ):
        return True  # `in mei VOLGDEN er ruim 900`
    nearest = spot.at - 1
    while nearest > 0 and line.lowers[nearest] in spot.scene.words.lists["hedges alone"]:
        nearest -= 1
    still = nearest >= 0 and line.lowers[nearest] in spot.scene.words.lists["still"]
    if still and not spot.scene.words.lists["more verbs"].isdisjoint(line.lowers[: spot.at]):
        return True  # `na de eersten KWAMEN er in mei NOG 900`
    if still and not spot.scene.words.lists["more verbs"].isdisjoint(follows):
        return True  # `dat er NOG 900 man kunnen KOMEN`
    lists, before = spot.scene.words.lists, line.lowers[max(0, spot.at - 2) : spot.at]
    between = before[:1] and before[0] in lists["more between"]  # `TUSSEN DE 300 en 400 man`
    articles, hedges, at = lists["joined articles"], lists["hedges but articles"], spot.at - 1
    while spot.at - at <= _HEDGES and at > 0 and line.lowers[at] in hedges:
        at -= 1
    if at >= 0 and line.lowers[at] in articles and not between:
        return False
    if hints["more"].find_in(line, max(0, spot.at - _CLOSE), spot.at):
        return True
    if at >= 0 and line.lowers[at] in lists["more again"]:
        return True
    if line.words(max(0, at - 1), at + 1) in lists["more after"]:
        return True
    if hints["whole"].find_in(line, *window):
        return False
    told = hints["more"].find_in(line, 0, spot.at)
    if any(hit.at <= _SUBJECT for hit in told) and is_told(spot) and not spot.figures_before:
        return True  # `de EXTRA troepen die zij stuurden, tellen 900 man`
    again = hints["goes_on"].find_in(line, told[-1].end, spot.at) if told else ()
    if any(spot.at - hit.end <= _CLOSE for hit in again):
        return True  # `er ging VERSTERKING, maar toen ging het om 900 man`
    first = line.lowers[0] in lists["more before"]  # `VOORDAT de versterking kwam, waren er 900`
    others = [line.at(one.start) for one in spot.figures_behind]
    that = lists["that"]
    return any(
        (hit.at > spot.at and that.isdisjoint(line.lowers[spot.after_phrase + 1 : hit.at]))
        or (hit.at <= spot.at and (not first or "," not in line.lowers[hit.end : spot.at]))
        for hit in hints["more"].find_in(line, *window)
        if not any(0 <= at - hit.end <= _HEDGES for at in others)  # `een TWEEDE GROEP van 300`
        and lists["more no"].isdisjoint(line.lowers[max(0, hit.at - _FAR) : hit.at])
    )


def _grows_by(spot: Spot) -> bool:
    """Whether a force grows by so many: `wil zijn troepenmacht MET 900 man UITBREIDEN`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    at = spot.at - 1
    while at > 0 and lowers[at] in lists["hedges but with"]:
        at -= 1
    by = at >= 0 and lowers[at] in lists["whose with"]
    return by and not lists["more grows"].isdisjoint(lowers)


def _is_atop(spot: Spot) -> bool:
    """Whether those it comes on top of follow: `900 man, BOVENOP DE 300 die er al waren`."""
    behind, line = spot.figures_behind, spot.line
    if not behind:
        return False
    stop = line.at(behind[0].start)
    hits = spot.scene.words.hints["joined"].find_in(line, spot.after_phrase, stop)
    return bool(hits) and hits[-1].end == stop


def _comes_on_top(spot: Spot) -> bool:
    """Whether a verb of two parts tells it: `er KWAMEN dit jaar 900 man BIJ`."""
    lists, lowers = spot.scene.words.lists, spot.line.lowers
    if lists["more verbs"].isdisjoint(lowers):
        return False
    behind = spot.figures_behind
    stop = spot.line.at(behind[0].start) if behind else len(lowers)
    clause = list(takewhile(lambda at: lowers[at] not in _QUOTES, range(spot.behind, stop)))
    ends = [at for at in clause if lowers[at] in lists["more end"]]
    if any(at + 1 == len(lowers) or not lowers[at + 1].isalnum() for at in ends):
        return True
    right = spot.after_phrase  # `er komen 900 man BIJ AAN deze zijde`
    return right in ends and (
        lowers[right + 1] in lists["where prepositions"] or lowers[right + 1] in lists["more aux"]
    )


def more_led(spot: Spot) -> bool:
    """Whether its article opens with those who come on top: `OPNIEUW TROEPEN gestuurd. … 900 man`.

    Those of before are told as such: `eerder stuurde het AL 900 man`, `DE 900 van het najaar`.
    """
    scene, line = spot.scene, spot.line
    hints, lists = scene.words.hints, scene.words.lists
    if line.nth == 0 or "\n" in scene.article.body[scene.head : spot.figure.start].strip():
        return False
    if any(sense.group in scene.words.plain and not _is_on_top(sense) for sense in spot.before):
        return False  # `OPNIEUW TROEPEN, zodat er nu 900 ZIJN. Eerst waren het er 300`
    led = _tells_of_more(spot, scene.line(0))
    others = any(hints[name].find_in(line, 0, spot.at) for name in ("whole", "batch", "joined"))
    if not led or others:
        return False
    before = line.lowers[max(0, spot.at - _HEDGES) : spot.at]
    return lists["joined articles"].isdisjoint(before)


def _is_on_top(sense: Sense) -> bool:
    return "more" in sense.family.split()


def more_before(spot: Spot, *, sent: bool) -> bool:
    """Whether a sentence goes on about what the one before tells to come on top.

    Of those `sent` one that only tells a number does too: `er komt VERSTERKING. Men noemt er 900`.
    """
    hints, nth = spot.scene.words.hints, spot.line.nth
    if not nth or not (hints["goes_on"].find_in(spot.line) or (sent and is_told(spot))):
        return False
    last = spot.before[-1].line if spot.before else -1
    words, behind = spot.scene.words, spot.line.texts[spot.after_phrase : spot.after_phrase + 2]
    if spot.figure.noun and len(behind) > 1 and words.states.get(behind[1]) == behind[1]:
        return False  # `gaan uit van 900 soldaten IN SPANJE` are all of them
    before = [nth - 1, *(range(nth - 2, max(last, nth - _CLOSE - 1), -1) if sent else ())]
    return any(_tells_of_more(spot, line) for line in map(spot.scene.line, before))


def _tells_of_more(spot: Spot, line: Line) -> bool:
    """Whether a sentence tells of those who come on top; not so `hij ZEI ERBIJ dat …`."""
    words = spot.scene.words
    said, hits = words.lists["more said"], words.hints["more"].find_in(line)
    return any(said.isdisjoint(line.lowers[max(0, hit.at - 1) : hit.at]) for hit in hits)
