"""Generated stories: what an article tells, before a page is put around it.

A story is known by its number alone, so that any process can tell it again: near-copies are the
same story on another page, on the same day or some days later, whole or a little different.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from tests.bench.dutch import Cast, printed, sentence, some_noun, surname, words

STRETCH = 1_000_003
COPY_EVERY = 33  # some 3 % of the pages
SERIES_EVERY = 20
SERIES_COUNT = 60


@dataclass(frozen=True, slots=True)
class Story:
    """An article without the page around it; a paragraph of `subheads` is a heading."""

    number: int
    title: str
    place: str
    agency: str
    section: str
    paragraphs: tuple[str, ...]
    subheads: frozenset[int]


class Series(NamedTuple):
    """A changing number: what is counted, where, and what each of its speakers makes of it."""

    subject: str
    where: str
    start: int
    speakers: tuple[tuple[str, float], ...]


def story_of(seed: int, page: int) -> Story:
    """What stands on a page: a story of its own, or one that stood elsewhere before."""
    rng = Random((seed * STRETCH + page) * 2 + 1)
    if page % COPY_EVERY != COPY_EVERY - 1:
        return story(seed, page)
    back = min(page, rng.choice((1, 2, 3, 40, 90)))
    first = page - back
    if first % COPY_EVERY == COPY_EVERY - 1:
        first = max(0, first - 1)
    return altered(story(seed, first), rng)


def story(seed: int, which: int) -> Story:
    """A story by its number."""
    rng = Random((seed * STRETCH + which) * 2)
    cast = Cast(rng)
    lists = words().lists
    counted = _counted(seed, which, rng) if which % SERIES_EVERY == 0 else ()
    length = max(700, int(rng.lognormvariate(7.85, 0.35)))
    paragraphs = [sentence(cast, "leads")]
    subheads = set()
    size = len(paragraphs[0])
    while size < length:
        if len(paragraphs) % 4 == 3 and rng.random() < 0.5:
            subheads.add(len(paragraphs))
            paragraphs.append(sentence(cast, "subheads"))
        text = " ".join(sentence(cast, "sentences") for _ in range(rng.randint(3, 6)))
        paragraphs.append(text)
        size += len(text)
    if counted:
        paragraphs[1] = " ".join(counted)
        subheads.discard(1)
    return Story(
        which,
        sentence(cast, "titles"),
        rng.choice(cast.places).upper(),
        rng.choice(lists["agencies"]),
        rng.choice(lists["sections"]),
        tuple(paragraphs),
        frozenset(subheads),
    )


def altered(story: Story, rng: Random) -> Story:
    """The same story as another site has it: another headline, cut off, longer, a number mended."""
    kind = rng.random()
    paragraphs = story.paragraphs
    title = story.title
    if kind < 0.3:
        title = f"{story.place.capitalize()}: {title[0].lower()}{title[1:]}"
    elif kind < 0.5:
        paragraphs = paragraphs[: max(3, len(paragraphs) * 3 // 4)]
    elif kind < 0.65:
        paragraphs = (*paragraphs, sentence(Cast(rng), "sentences"))
    elif kind < 0.8:
        lead = paragraphs[1]
        digits = next((word for word in lead.split() if word.isdigit()), None)
        if digits is not None:
            mended = lead.replace(digits, str(int(digits) + 10), 1)
            paragraphs = (paragraphs[0], mended, *paragraphs[2:])
    kept = frozenset(n for n in story.subheads if n < len(paragraphs))
    return replace(story, title=title, paragraphs=paragraphs, subheads=kept)


def one_series(seed: int, which: int) -> Series:
    """A series by its number."""
    rng = Random(f"{seed} series {which}")
    noun = some_noun(rng)
    place = rng.choice(words().places)
    roles, organisations = words().lists["roles"], ("de gemeente", "de bond", "het leger")
    speakers = [(f"{rng.choice(roles)} {surname(rng)}", rng.uniform(0.5, 2)) for _ in range(3)]
    speakers.append((f"{rng.choice(organisations)} van {place}", 1.0))
    return Series(noun.many, place, rng.randint(3, 90) * 100, tuple(speakers))


def _counted(seed: int, which: int, rng: Random) -> tuple[str, ...]:
    """Three statements on where a series stands by the time of this story."""
    series = one_series(seed, which // SERIES_EVERY % SERIES_COUNT)
    told = which // (SERIES_EVERY * SERIES_COUNT)
    cast = Cast(rng)
    lines = []
    for name, factor in rng.sample(series.speakers, 3):
        now = series.start * factor * 1.15 ** (told % 30)
        value, before = (_rounded(amount) for amount in (now, now / 1.15))
        lines.append(
            sentence(
                cast,
                "series",
                value=printed(value),
                value_before=printed(before),
                subject=series.subject,
                where=series.where,
                speaker=name,
                Speaker=name,
                org=name,
                Org=name,
            )
        )
    return tuple(lines)


def _rounded(amount: float) -> int:
    step: int = 10 ** max(1, len(str(int(amount))) - 2)
    return max(step, round(amount / step) * step)


def teaser(rng: Random) -> tuple[str, str]:
    """A headline and two sentences of another story, in few words."""
    cast = Cast(rng)
    place = cast.places[0].upper()
    agency = rng.choice(words().lists["agencies"])
    text = f"{place} ({agency}) - {sentence(cast, 'leads')}"
    return sentence(cast, "titles"), text


def age(rng: Random) -> str:
    """`22 minuten geleden`."""
    minutes = rng.random() < 0.6
    return (
        f"{rng.randint(2, 59)} minuten geleden" if minutes else f"{rng.randint(1, 9)} uur geleden"
    )
