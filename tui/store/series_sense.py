"""What each figure of an article speaks of."""

from __future__ import annotations

from dataclasses import replace

from tui.store.series_counted import counted
from tui.store.series_measured import gone_on, left_out, measured, unit_told
from tui.store.series_scene import Scene
from tui.store.series_spot import Sense, Spot
from tui.store.series_weighed import weighed

__all__ = ["Sense", "senses"]

_COUNTED = ("count", "vague")
_MEASURED = ("money", "percent", "share", "measure")


def senses(scene: Scene) -> list[Sense]:
    """The senses of all figures that can stand in a series, in the order of the text."""
    return weighed(scene, by_rules(scene))


def by_rules(scene: Scene) -> list[Sense]:
    """The same before anything is weighed."""
    found: list[Sense] = []
    for nth, figure in enumerate(scene.article.figures):
        sense = None
        if figure.kind in _COUNTED:
            spot = Spot(scene, nth, figure, found)
            if unit := left_out(spot):
                spot.figure = replace(figure, kind="money", unit=unit)
                sense = measured(spot)
            elif unit := unit_told(spot):
                spot.figure = replace(figure, kind="measure", unit=unit)
                sense = measured(spot)
            elif on := gone_on(spot):
                spot.figure = replace(figure, kind=on[0], unit=on[1])
                sense = measured(spot)
            else:
                sense = counted(spot)
        elif figure.kind in _MEASURED:
            sense = measured(Spot(scene, nth, figure, found))
        if sense is not None:
            found.append(_of_half(sense, scene))
    return _with_whose(found, scene)


def _of_half(sense: Sense, scene: Scene) -> Sense:
    """The same; where its people are of two states together, of the one that its article names."""
    if sense.whose.lower() not in scene.words.lists["whose parted"]:
        return sense
    halves = {own.country for own in scene.owners.all if own.country.endswith(f"-{sense.whose}")}
    if len(halves) != 1:
        return sense
    (whose,) = halves
    return sense._replace(whose=whose, why=(*sense.why, f"{whose}: “{sense.words[0]}” are its own"))


def _with_whose(found: list[Sense], scene: Scene) -> list[Sense]:
    """The senses with whose the first soldiers are, where the article tells it only later."""
    plain = scene.words.plain
    soldiers = [sense for sense in found if sense.group in plain]
    told = next((sense for sense in soldiers if sense.whose), None)
    if told is None:
        return found
    own = scene.owners.main
    if own is not None and own.country != told.whose:
        return found
    whose, printed = told.whose, told.words[0]
    several = [sense.whose for sense in soldiers]
    if several.count("") > several.count(whose):
        return found
    return [
        sense._replace(
            whose=whose,
            words=(printed, *sense.words[1:]),
            why=(*sense.why, f"{whose}: as a figure behind it"),
        )
        if sense.group in plain and not sense.whose
        else sense
        for sense in found
    ]
