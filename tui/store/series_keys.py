"""What is kept of each figure to bring those together that speak of the same thing.

A key is made from one article alone, so that a worker can make it and an index can hold it.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.store.series_lines import Line
from tui.store.series_scene import Scene
from tui.store.series_sense import Sense, senses
from tui.text.article import Article, Claim

_NEAR_CUE = 4
"""So many words around a passive cue its auxiliary and its agent may stand."""


class SeriesKey(NamedTuple):
    """One figure as far as series and ledger need it; plain values, so that it can be stored.

    `article` is the number (or name) of its article, `nth` that of the figure in it. Figures of
    one series share `family`. `whose`, `group`, `place`, `country`, `owner`, `subject` and
    `occasion` are empty where the article does not tell, and `whose` is a `?` with the id of the
    article where it tells that they are of nobody else; `anchors` are the names and words of its
    story, `near` the words around the figure. `part_of` is the `nth` of the figure it is a part
    of, `goes_on` of the one it is told like, -1 for none. `words` are printed ones for the name
    of a series; `why` says where each of these is from.

    `low` and `high` are None where it is no range. `speaker` is None for the article's own voice;
    `heading` is then who says it by the headline. `first` and `last` are where the sentence begins
    and ends; `said` is the day that it names.
    """

    article: str
    nth: int
    family: str
    whose: str
    group: str
    place: str
    country: str
    owner: str
    subject: str
    occasion: str
    anchors: tuple[str, ...]
    near: tuple[str, ...]
    part_of: int
    goes_on: int
    planned: bool
    earlier: bool
    sure: int
    words: tuple[str, ...]
    why: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None
    kind: str
    phrase: str
    noun: str | None
    speaker: str | None
    via: str | None
    stance: str | None
    cue: str | None
    heading: str | None
    said: str | None
    start: int
    end: int
    first: int
    last: int


def keys(article: Article, name: str | None = None) -> tuple[SeriesKey, ...]:
    """The keys of all figures of an article that can stand in a series, in the order of the text.

    `name` is what the article is called by its corpus; its path where nothing is given.
    """
    if not article.figures:
        return ()
    scene = Scene(article)
    return tuple(key_of(scene, sense, name or article.path) for sense in senses(scene))


class Voice(NamedTuple):
    """Who says a figure: all None for the article's own voice."""

    speaker: str | None = None
    via: str | None = None
    stance: str | None = None
    cue: str | None = None


OWN_VOICE = Voice()


def voice_of(scene: Scene, nth: int, line: Line) -> Voice:
    """Who says the figure with this number: by its claim, or by the row of a table it is in."""
    figure = scene.article.figures[nth]
    if figure.claim is not None:
        claim = scene.article.claims[figure.claim]
        if _is_agentless(scene, claim, line):
            return OWN_VOICE
        return Voice(claim.speaker, claim.via, claim.stance, claim.cue)
    return _in_row(scene, line) if scene.is_row(line) else OWN_VOICE


def _in_row(scene: Scene, line: Line) -> Voice:
    """The cell of a row that names somebody: `Pentagon | 28 oktober | 10.000`."""
    start, text = line.start, scene.article.body[line.start : line.end]
    for cell in text.split("|"):
        named = any(
            actor.type != "place" and start <= mention.start < start + len(cell)
            for actor in scene.article.actors
            for mention in actor.mentions
        )
        if named:
            return Voice(cell.strip(), None, "asserted", None)
        start += len(cell) + 1
    return OWN_VOICE


def _is_agentless(scene: Scene, claim: Claim, line: Line) -> bool:
    """Whether a cue is passive and nobody is its agent: `dat X komt, werd al GEVREESD`."""
    words = scene.words.lists
    if claim.cue in words["voice front"]:
        return False
    for at, low in enumerate(line.lowers if claim.cue in line.lowers else ()):
        passive = low == claim.cue and not words["voice passive"].isdisjoint(
            line.lowers[max(0, at - _NEAR_CUE) : at]
        )
        if passive:
            around = line.lowers[max(0, at - _NEAR_CUE) : at + _NEAR_CUE]
            return words["voice by"].isdisjoint(around)
    return False


def key_of(scene: Scene, sense: Sense, name: str) -> SeriesKey:
    """The key of one figure by its sense; `name` as in `keys`."""
    article = scene.article
    figure = article.figures[sense.nth]
    line = scene.line(sense.line)
    voice = voice_of(scene, sense.nth, line)
    return SeriesKey(
        article=name,
        nth=sense.nth,
        family=sense.family,
        whose=sense.whose,
        group=sense.group,
        place=sense.place,
        country=sense.country,
        owner=sense.owner,
        subject=sense.subject,
        occasion=scene.occasion,
        anchors=scene.story.anchors,
        near=scene.story.near(line, figure.start),
        part_of=-1 if sense.part_of is None else sense.part_of,
        goes_on=-1 if sense.goes_on is None else sense.goes_on,
        planned=sense.planned,
        earlier=sense.earlier,
        sure=sense.sure,
        words=sense.words,
        why=sense.why,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
        kind=figure.kind,
        phrase=figure.phrase,
        noun=figure.noun,
        speaker=voice.speaker,
        via=voice.via,
        stance=voice.stance,
        cue=voice.cue,
        heading=None if voice.speaker else _heading(scene, figure.text),
        said=_said(scene, line),
        start=figure.start,
        end=figure.end,
        first=line.start,
        last=line.end,
    )


def _heading(scene: Scene, number: str) -> str | None:
    """Who says it by the headline: `Seoul: eerste 1500 soldaten`; None where it tells of nobody."""
    speaker, said = scene.heading
    return speaker if said and number in said else None


def _said(scene: Scene, line: Line) -> str | None:
    """The day that a sentence names, the first one in it; None without any."""
    return scene.days.get(line.nth)
