"""Who speaks, and by which words: cues of attribution and the noun phrase that goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from tui.text.article import Actor, Stance
from tui.text.language import table
from tui.text.mentions import Mentions
from tui.text.nouns import noun_phrase
from tui.text.sayings import verbs
from tui.text.tokens import tokens

_NOT_ALONE = frozenset(["de", "het", "een", "die", "dat", "deze", "dit", "zijn", "haar", "hun"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a sentence: its place, its particle if any, and the stance it gives."""

    start: int
    end: int
    text: str
    stance: Stance
    needs_clause: bool
    participle: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to speak: the name of the actor or the words as printed, and those words."""

    name: str
    text: str
    start: int
    end: int


@cache
def _section(name: str, key: str) -> frozenset[str]:
    return frozenset(table("cues")[name][key])


_WORD = re.compile(r"[\w-]+")
_CLAUSE = 500
"""How far behind a verb its particle is looked for: 22 words are hardly longer."""


def cues(sentence: str, offset: int) -> Iterator[Cue]:
    """The verbs of saying in a sentence that begins at an offset in the body, in order."""
    for match in _WORD.finditer(sentence):
        form = match.group().lower()
        for particle, stance, participle in verbs().get(form, ()):
            rest = sentence[match.end() : match.end() + _CLAUSE]
            if particle and not _has_particle(rest, particle):
                continue
            text = f"{match.group()} {particle}" if particle else match.group()
            needs = form in _section("needs_clause", "verbs") and not particle
            yield Cue(offset + match.start(), offset + match.end(), text, stance, needs, participle)
            break


def _has_particle(rest: str, particle: str) -> bool:
    """Whether the particle of a verb stands in the clause behind it, word for word in order."""
    clause = re.split(r"[;:]|, (?:maar|terwijl|omdat)", rest)[0]
    at = 0
    for word in particle.split():
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(clause, at)
        if not match or clause.count(" ", 0, match.start()) > 22:
            return False
        at = match.end()
    return True


_DETERMINER = (
    r"(?:de|het|een|deze|dezelfde|hetzelfde|die|hun|zijn|haar|twee|drie|vier|vijf|enkele|verschillende|meerdere|diverse|veel|andere"
    r"|sommige|beide|alle|ook|zelfs|alleen|geen|[0-9]+)"
)
_DETERMINED = re.compile(rf"(?i:{_DETERMINER}) ")
_ADJECTIVE = (
    r"(?:[A-ZÀ-Þ][\w-]*(?:se|sche|e)|[a-zà-ÿ-]+(?:e|en|ig|lijk|isch)|militair|hoog|anoniem|oud)"
)


@cache
def _unnamed_pattern() -> re.Pattern[str]:
    nouns = sorted(table("cues")["speakers"]["nouns"], key=len, reverse=True)
    ends = sorted(table("cues")["speakers"]["ends"], key=len, reverse=True)
    noun = rf"(?:(?:{'|'.join(nouns)})|[\w-]*(?:{'|'.join(ends)}))(?![\w-])"
    return re.compile(
        rf"(?P<phrase>(?:(?i:{_DETERMINER}) )?(?:eerste |{_ADJECTIVE} ){{0,3}}(?i:{noun})"
        rf"(?: van (?:de |het |een )?[\w-]+(?: (?:van (?:de |het )?)?[A-ZÀ-Þ][\w-]+){{0,3}})?"
        rf"(?: (?:in|uit) [A-ZÀ-Þ][\w-]+)?)",
    )


@cache
def _pronoun_pattern() -> re.Pattern[str]:
    pronouns = table("cues")["pronouns"]
    words = "|".join(pronouns["person"] + pronouns["oblique"])
    return re.compile(rf"(?P<phrase>(?i:{words}))(?![\w-])(?! (?:eerste|tweede|dag|week))")


_SMALL_WORDS = re.compile(
    r"\s*(?:(?:heeft|hebben|had|hadden|is|zijn|werd|wordt|zou|zouden|eerder|ook|nog|wel|al|inmiddels|later|verder|toen|nu|daarop|daarna"
    r"|gisteren|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|dan|weer|vervolgens|echter"
    r"|(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:ochtend|middag|avond|nacht))\s+)*"
)
_COORDINATED = re.compile(r" (?P<word>en|noch) (?:de |het )?")


@dataclass(slots=True)
class Resolver:
    """Finds speakers in a body, and whom a pronoun or a short form means.

    `spoken` are the names of those who spoke so far, the last one last, up to `spoken_to`.
    """

    text: str
    who: tuple[Actor, ...]
    spoken: list[str]
    spoken_to: int = 0
    mentions: Mentions = field(init=False)

    def __post_init__(self) -> None:
        self.mentions = Mentions(self.text, self.who)

    def at(self, start: int, end: int, *, anyone: bool = False) -> Speaker | None:
        """The speaker whose noun phrase begins the stretch, past small words in front.

        With `anyone` a noun that does not tell of a speaker will do as well, as where it stands
        behind `volgens` or behind a quotation: `zegt een stuurman`.
        """
        skipped = _SMALL_WORDS.match(self.text, start, end)
        at = skipped.end() if skipped else start
        found = self._named(at, end) or self._unnamed(at, end)
        return found or (self._anyone(at, end) if anyone else None)

    def _anyone(self, at: int, end: int) -> Speaker | None:
        """Any noun phrase with a determiner: `de stuurman`, `een bestuurslid`."""
        determiner = _DETERMINED.match(self.text, at, end)
        if not determiner:
            return None
        run = tokens(
            self.text[determiner.end() : min(end, determiner.end() + 80)], determiner.end()
        )
        phrase = noun_phrase(run, 0)
        if phrase is None or phrase.head.lower in _section("attribution", "no_speakers"):
            return None
        text = self.text[at : phrase.head.end]
        return Speaker(self._meant(text, at) or text, text, at, phrase.head.end)

    def _named(self, at: int, end: int) -> Speaker | None:
        """An actor whose mention begins here or within a title in front of it."""
        near = self.mentions.first(at, min(end, at + 90))
        if near is None:
            return None
        start, stop, actor = near
        before = self.text[at:start]
        if actor.type == "place" or not _leads_to_name(before):
            return None
        if actor.type != "person" and " van " in before:
            return None  # the analyst speaks in `een analist van het leger`
        names, stop = self._coordinated(actor.name, stop, end)
        return Speaker(names, self.text[at:stop].strip(), at, stop)

    def _coordinated(self, name: str, stop: int, end: int) -> tuple[str, int]:
        """`Rusland en Noord-Korea` speak together."""
        match = _COORDINATED.match(self.text, stop, end)
        other = self.mentions.exactly_at(match.end()) if match else None
        if match and other:
            return f"{name} {match['word']} {other[0].name}", other[1]
        return name, stop

    def _unnamed(self, at: int, end: int) -> Speaker | None:
        pronoun = _pronoun_pattern().match(self.text, at, end)
        if pronoun and pronoun["phrase"].lower() in _section("pronouns", "oblique"):
            before = self.text[max(0, at - 12) : at].lower().split()
            pronoun = pronoun if before[-1:] in (["volgens"], ["van"]) else None
        if pronoun:
            demonstrative = pronoun["phrase"].lower() in _section("pronouns", "demonstrative")
            name = (self._last_named(at) if demonstrative else None) or self.meant_by_pronoun(at)
            return Speaker(name, pronoun["phrase"], at, pronoun.end()) if name else None
        match = _unnamed_pattern().match(self.text, at, end)
        if not match:
            return None
        phrase = match["phrase"]
        return Speaker(self._meant(phrase, at) or phrase, phrase, at, match.end())

    def meant_by_pronoun(self, at: int) -> str | None:
        """Whom `hij` means: the last speaker, or who was named since then.

        Of the people in a sentence the first one is taken: that is most often its subject.
        """
        unnamed = self._subject_before(at)
        if unnamed:
            return unnamed
        last = self.mentions.last_person(at)
        if last and last[0] >= self.spoken_to:
            sentence = self.mentions.break_before(last[0]) + 1
            return self.mentions.first_person(max(self.spoken_to, sentence))
        return self.spoken[-1] if self.spoken else (last[1] if last else None)

    def _subject_before(self, at: int) -> str | None:
        """The unnamed subject of the sentence before, if nobody spoke since: `De verdachte`."""
        stop = at
        while stop and self.text[stop - 1].isspace():
            stop -= 1
        start = self.mentions.break_before(stop - 1) + 1 if stop else 0
        while start < stop and self.text[start].isspace():
            start += 1
        if start < self.spoken_to or "\n" in self.text[stop:at]:
            return None
        match = _unnamed_pattern().match(self.text, start, stop)
        if not match or match["phrase"][:3].lower() not in ("de ", "een", "het"):
            return None
        person = match["phrase"].split()[-1].lower() in _section("speakers", "people")
        return self._meant(match["phrase"], start) or match["phrase"] if person else None

    def _last_named(self, at: int) -> str | None:
        """The actor named last in the sentence before: whom `Die` at the start of one means."""
        stop = at
        while stop and self.text[stop - 1].isspace():
            stop -= 1
        if not stop or self.text[stop - 1] not in '.!?”"':
            return None
        return self.mentions.last_actor(self.mentions.break_before(stop - 1), at)

    def has_spoken(self, speaker: str, end: int) -> None:
        """Remember who spoke, and up to where."""
        self.spoken.append(speaker)
        self.spoken_to = max(self.spoken_to, end)

    def _meant(self, phrase: str, at: int) -> str | None:
        """The actor meant by `de minister` or `het waterschap`: the last one that it fits."""
        words = phrase.split()
        if (
            words[0].lower() not in ("de", "het", "deze", "die", "dezelfde", "hetzelfde")
            or " van " in phrase
        ):
            return None
        return self.mentions.last_fitting(words[-1].lower(), at)


def has_cue(text: str) -> bool:
    """Whether a verb of saying stands in the text, whatever its particle."""
    return any(match.group().lower() in verbs() for match in _WORD.finditer(text))


def _leads_to_name(before: str) -> bool:
    """Whether the words before a name could be its determiner, adjectives and title."""
    words = before.split()
    if len(words) > 9 or re.search(r"[.,;:!?\"“”]", before):
        return False
    prepositions = {
        "in",
        "naar",
        "uit",
        "bij",
        "op",
        "met",
        "tegen",
        "over",
        "door",
        "onder",
        "na",
        "sinds",
        "voor",
        "aan",
        "om",
    }
    if any(word.lower() in prepositions for word in words):
        return False
    for word in words:
        lowered = word.lower()
        is_small = lowered in {
            "de",
            "het",
            "een",
            "ook",
            "zelfs",
            "alleen",
            "van",
            "en",
            "die",
            "zijn",
            "haar",
            "hun",
            "oud",
            "voormalig",
        }
        if not is_small and lowered in verbs():
            return False
        if lowered in {
            "dat",
            "of",
            "te",
            "er",
            "zich",
            "niet",
            "als",
            "is",
            "was",
            "heeft",
            "wordt",
            "werd",
        }:
            return False
    return not words or words[-1].lower() not in {"van", "en"}
