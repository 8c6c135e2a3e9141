"""Attributions outside quotation marks, one function a pattern; each gives the claims it finds."""

from __future__ import annotations

import re
from itertools import islice

from tui.text.article import Stance
from tui.text.attribution import Cue, Speaker, cues
from tui.text.labels import owner_of
from tui.text.statements import Reading, Said, cue_words, form_of, said_by, subject_of

_NEAR = 200
"""How far behind a comma the verb is sought that tells who says what stands before it."""
_MOST_VERBS = 30
"""How many verbs of saying in one sentence are tried."""


def by_colon(reading: Reading, number: int, outside: str) -> list[Said]:
    """`Seoul: Noord-Korea stuurt 1500 soldaten`: a name and a colon at the head of a sentence."""
    start, end = reading.sentences[number]
    match = re.match(r"[^:,.;]{2,60}:(?= [A-ZÀ-Þ])", outside)
    speaker = reading.resolver.at(start, start + match.end()) if match else None
    if match is None or speaker is None or speaker.end != start + match.end() - 1:
        return []
    return [said_by(reading, start + match.end(), end, speaker, ":", "asserted", outside)]


_DATA = re.compile(
    r"(?P<tail>, ?(?:zo )?)?\b(?P<cue>blijkt|bleek|blijken|bleken) (?:(?:dat|nu|ook) )?"
    r"uit (?P<what>[^.,;]+)"
    r"|^(?:Dat )?[Uu]it (?P<front>[^.;]{3,120}?),? (?P<then>blijkt|bleek|blijken|bleken)\b"
)
"""`…, blijkt uit cijfers van het CBS`, `Uit cijfers van het CBS blijkt dat …`."""


def by_data(reading: Reading, number: int, outside: str) -> list[Said]:
    """What figures or a study show is said by the one whose figures they are."""
    start, end = reading.sentences[number]
    match = _DATA.search(outside)
    if not match:
        return []
    group = "what" if match["what"] else "front"
    speaker = owner_of(reading, outside, start, match.span(group))
    cue = f"{match['cue'] or match['then']} uit"
    if group == "what":
        at = start + match.start()
        return [said_by(reading, start, at, speaker, cue, "asserted", outside)]
    clause = re.search(r"\b(?:dat|hoe)\b", outside[match.end() :])
    at = start + match.end() + (clause.start() if clause else 0)
    return [said_by(reading, at, end, speaker, cue, "asserted", outside)]


def by_volgens(reading: Reading, number: int, outside: str) -> list[Said]:
    """`Volgens X …` and `… volgens X …`: the whole sentence, with a medium that relays as `via`."""
    start, end = reading.sentences[number]
    match = re.search(
        r"(?<!\w)(volgens|naar (?:zijn|haar|eigen) zeggen|op gezag van)(?!\w)", outside, re.I
    )
    if not match:
        return []
    cue = match[1]
    if "zeggen" in cue.lower():
        speaker = _of_own_saying(reading, start, match, end)
    else:
        speaker = reading.resolver.at(start + match.end() + 1, end, anyone=True)
    if speaker is None:
        return []
    verbs = [cue for cue in cues(outside, start) if not cue.participle]
    inner = [verb for verb in verbs if abs(verb.end - (start + match.start())) < 30]
    if inner and match.start() > 0:
        relayed = by_tail(reading, number, outside) or by_verb(reading, number, outside)
        for one in relayed:
            one.via = speaker.name
        if relayed:
            return relayed
    relay = _RELAY.search(outside)
    medium = reading.resolver.at(start + relay.end(), end) if relay else None
    stop = start + relay.start() if relay and medium else end
    said = said_by(reading, start, stop, speaker, cue, "asserted", outside)
    said.via = medium.name if medium else None
    return [said]


_RELAY = re.compile(r", (?:zo )?(?:meldt|melden|meldde|bericht|berichtte|schrijft|schreef) (?=\S)")
"""`Volgens X is dat onzin, meldt TASS`: behind the comma stands who passes it on."""


def _of_own_saying(reading: Reading, start: int, match: re.Match[str], end: int) -> Speaker | None:
    """`Naar zijn zeggen`, `Naar eigen zeggen wist Karin Blok niets`."""
    word = match[1].split()[1]
    if word == "eigen" and match.start() == 0:
        verb = re.compile(r"\s*\w+ ").match(reading.text, start + match.end())
        return reading.resolver.at(verb.end(), end) if verb else None
    name = reading.resolver.meant_by_pronoun(start + match.start())
    return Speaker(name, word, start + match.start(), start + match.end()) if name else None


def by_tail(reading: Reading, number: int, outside: str) -> list[Said]:
    """`…, aldus X`, `…, meldt X`, `…, heeft X gezegd`: what stands before the comma."""
    start, end = reading.sentences[number]
    for match in re.finditer(r"[,–—] ?[\"”’»']? ?(?=(?:\w+) )", outside):
        rest = _opening(outside, match.end())
        at = start + match.end()
        if so := re.match(r"zo ", rest):
            rest, at = rest[so.end() :], at + so.end()
        first = rest.split()[0].lower() if rest.split() else ""
        if first in cue_words("attribution", "tail"):
            speaker = reading.resolver.at(at + len(first) + 1, end)
            if speaker:
                return [
                    said_by(
                        reading, start, start + match.start(), speaker, first, "asserted", outside
                    )
                ]
            continue
        verb = next(cues(rest, at), None)
        if verb is None:
            continue
        perfect = first in ("heeft", "hebben", "had", "hadden")
        if verb.start != at and not (perfect and verb.participle):
            continue
        behind = at + len(first) if perfect else verb.end
        speaker = reading.resolver.at(behind, end, anyone=True)
        if speaker is None or speaker.end > end:
            continue
        if match.start() < 12:
            continue
        return [
            said_by(
                reading,
                start,
                start + match.start(),
                speaker,
                verb.text,
                verb.stance,
                outside,
            )
        ]
    return []


def _opening(outside: str, start: int) -> str:
    """The text from an offset on, up to the last space of what is near."""
    rest = outside[start : start + _NEAR]
    return rest.rpartition(" ")[0] if start + _NEAR < len(outside) and " " in rest else rest


def by_verb(reading: Reading, number: int, outside: str) -> list[Said]:
    """`X zegt dat …`, `X schat … op …`, `Vorige week dacht X nog dat …`."""
    start, end = reading.sentences[number]
    for verb in islice(cues(outside, start), _MOST_VERBS):
        rest = outside[verb.end - start :]
        complement = _complement(rest, verb.stance)
        has_clause = complement is not None and complement.start() < 110
        if verb.needs_clause and not has_clause and not _judges(verb, rest):
            continue
        if verb.participle and not re.search(
            r"\b(?:heeft|hebben|had|hadden)\b", outside[: verb.start - start]
        ):
            continue
        speaker = subject_of(reading, start, verb, end)
        if speaker is None:
            continue
        if has_clause and complement is not None:
            at = verb.end + complement.start()
            stop = _clause_end(reading, at, end)
            own = outside[: stop - start]
            said = [said_by(reading, at, stop, speaker, verb.text, verb.stance, own)]
            return said + _second_clause(reading, stop, end, speaker)
        if len(outside.split()) - len(speaker.text.split()) < 3:
            continue  # `Amnesty waarschuwt.` says nothing
        return [said_by(reading, start, end, speaker, verb.text, verb.stance, outside)]
    return []


def _judges(verb: Cue, rest: str) -> bool:
    """`X vindt de weg te smal`: an opinion, and no thing that was found."""
    return verb.text.lower().startswith(("vind", "vond")) and bool(
        re.search(r"\bte (?!\w+en\b)\w+", rest)
    )


def _complement(rest: str, stance: Stance) -> re.Match[str] | None:
    """The clause that a verb of saying takes: with `dat`, with `te`, or for a demand with `om`."""
    words = cue_words("attribution", "complement") + (("om",) if stance == "demanded" else ())
    clause = re.search(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", rest)
    return clause or re.search(r"(?<=^ )(?=[^.;]{0,90}\bte \w+en\b)", rest)


def _second_clause(reading: Reading, stop: int, end: int, speaker: Speaker) -> list[Said]:
    """`X bevestigt niet dat …, maar spreekt over …`: the same subject with a second verb."""
    rest = reading.outside(stop, end)
    conjunction = re.match(r", (?:maar|terwijl) ", rest)
    if not conjunction:
        return []
    at = stop + conjunction.end()
    verbs = (verb for verb in cues(rest[conjunction.end() :], at) if not verb.participle)
    verb = next(verbs, None)
    if verb is None or verb.needs_clause or verb.start != at:
        return []
    return [said_by(reading, at, end, speaker, verb.text, verb.stance, rest)]


def _clause_end(reading: Reading, start: int, end: int) -> int:
    """Where a complement clause ends: at `, maar` or `, terwijl`, else where the sentence does."""
    match = re.search(r", (?:maar|terwijl) ", reading.outside(start, end))
    return start + match.start() if match else end


def by_would(reading: Reading, number: int, lowered: str) -> list[Said]:
    """A sentence in `zou(den)` right after an attributed one has the same speaker."""
    if number - 1 not in reading.found or not reading.found[number - 1]:
        return []
    if not re.search(rf"\b(?:{'|'.join(cue_words('attribution', 'would'))})\b", lowered):
        return []
    start, end = reading.sentences[number]
    previous = reading.found[number - 1][-1]
    if "\n" in reading.text[previous.end : start]:
        return []
    cue = re.search(r"\bzou(?:den)?\b", lowered)
    return [
        Said(
            start,
            end,
            previous.speaker,
            cue.group() if cue else "",
            "unconfirmed",
            form_of(reading, start, end),
        )
    ]
