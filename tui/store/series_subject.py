"""What a sentence is about: the organisation, state or place that has a figure, or tells it."""

from __future__ import annotations

from tui.store.series_spot import Spot


def owner(spot: Spot) -> str:
    """The organisation, state or place that a sentence names and that is not the speaker."""
    for rank, name, start in _names(spot):
        if rank != 1 or not _is_behind(spot, spot.line.at(start)):
            return name
    return ""


def subject(spot: Spot, *, persons: bool = False) -> str:
    """The organisation or state that a clause is about: the last before the figure.

    One behind a preposition is not what the clause is about. With `persons` it can be one too.
    """
    found, latest = "", -1
    told = persons and bool(spot.scene.words.hints["gets"].find_in(spot.line))
    for rank, name, start in _names(spot, 3 if persons else 1, told=told):
        at = spot.line.at(start) if rank != 2 and start > latest else spot.at
        if (
            at < spot.at
            and not _is_behind(spot, at)
            and not (rank == 1 and tells_how_many(spot, at))
        ):
            found, latest = name, start
    return found


def _is_behind(spot: Spot, at: int) -> bool:
    """Whether a preposition stands before a name, perhaps with an article between them."""
    words, lowers = spot.scene.words.lists, spot.line.lowers
    place = at - 1 if at and lowers[at - 1] in words["whose joins"] else at
    return place > 0 and lowers[place - 1] in words["where prepositions"]


def _names(spot: Spot, most: int = 2, *, told: bool = False) -> list[tuple[int, str, int]]:
    """The names of a sentence with their rank and place, organisations first, persons last."""
    return [
        (one.rank, one.name, one.start)
        for one in spot.scene.named.get(spot.line.nth, ())
        if one.rank <= most
        and (told or (one.actor not in spot.spoken and one.text not in spot.spoken))
    ]


def tells_how_many(spot: Spot, at: int) -> bool:
    """Whether a state beside a verb tells how many: `WASHINGTON houdt het op 3000`."""
    words, lowers = spot.scene.words, spot.line.lowers
    if not words.lists["whose speaks"].isdisjoint(
        (*lowers[max(0, at - 1) : at], *lowers[at + 1 : at + 2])
    ):
        return True
    if raises_number(spot, at):
        return True
    hits = words.hints["tells"].find_in(spot.line)
    joins, articles = words.lists["joined joins"], words.lists["whose joins"]
    while lowers[at + 1 : at + 2] and lowers[at + 1] in joins:
        name = at + 2 + (not articles.isdisjoint(lowers[at + 2 : at + 3]))
        if not "".join(spot.line.texts[name : name + 1])[:1].isupper():
            break
        at = name  # `FRANKRIJK EN DE VS gaan uit van 900`
    return any(hit.at - at == 1 or 0 <= at - hit.at <= hit.end - hit.at for hit in hits)


def raises_number(spot: Spot, at: int) -> bool:
    """Whether a state there corrects a number: `SEOUL verdubbelt HET AANTAL soldaten naar 3000`.

    One that tells of those on its own soil raises its troops.
    """
    scene, lowers = spot.scene, spot.line.lowers
    lists = scene.words.lists
    if lists["whose raises"].isdisjoint(lowers[at + 1 : at + 2]):
        return False
    if not lists["estimates"].isdisjoint(lowers[at : spot.at]):
        return True
    country = scene.words.states[spot.line.texts[at]]
    if country == scene.place(spot.line, at, spot.line.size)[1]:
        return False
    seat = spot.line.texts[at] in scene.words.seats  # and not `de VS verhoogt het aantal …`
    return seat and not lists["number of"].isdisjoint(lowers[at : spot.at])
