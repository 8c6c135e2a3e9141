"""The claims of a text: statements that it lays in somebody's mouth, with how sure they sound."""

from __future__ import annotations

import re

from tui.text.article import Actor, Claim, Figure, Stance
from tui.text.attribution import Cue, Resolver, Speaker, cues
from tui.text.boilerplate import dateline
from tui.text.quoted import quoted
from tui.text.quotes import quotations
from tui.text.statements import Reading, Said, cue_words, form_of, said_by, subject_of, trimmed


def claims(
    text: str,
    sentences: list[tuple[int, int]],
    who: tuple[Actor, ...],
    figures: tuple[Figure, ...],
) -> tuple[Claim, ...]:
    """The claims in a body, in order, with the indexes of the figures in each."""
    reading = Reading(
        text, _past_datelines(text, sentences), quotations(text), Resolver(text, who, [])
    )
    for number in range(len(reading.sentences)):
        _read_sentence(reading, number)
    found = [said for number in sorted(reading.found) for said in reading.found[number]]
    return tuple(
        _finished(text, said, figures)
        for said in sorted(found, key=lambda said: said.start)
        if len(text[said.start : said.end].split()) >= (2 if said.form == "direct" else 3)
    )


def _finished(text: str, said: Said, figures: tuple[Figure, ...]) -> Claim:
    inside = tuple(
        at
        for at, figure in enumerate(figures)
        if figure.start < said.end and figure.end > said.start
    )
    return Claim(
        said.start,
        said.end,
        text[said.start : said.end],
        said.speaker.name,
        said.speaker.text,
        said.via,
        said.cue,
        said.form,
        said.stance,
        inside,
    )


def _past_datelines(text: str, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = []
    for start, end in sentences:
        opens = start == 0 or text[start - 1] == "\n"
        lead = dateline(text[start:end]) if opens else None
        spans.append((start + lead[1] if lead else start, end))
    return spans


def _read_sentence(reading: Reading, number: int) -> None:
    start, end = reading.sentences[number]
    outside = reading.outside(start, end)
    said = quoted(reading, number, outside)
    if not said and not _is_refusal(outside) and not _labels_before(reading, number, outside):
        said = (
            _by_data(reading, number, outside)
            or _by_volgens(reading, number, outside)
            or _by_tail(reading, number, outside)
            or _by_verb(reading, number, outside)
            or _by_would(reading, number, outside.lower())
        )
    if said:
        for one in said:
            one.start, one.end = trimmed(reading.text, one.start, one.end)
        reading.found.setdefault(number, []).extend(said)
        reading.resolver.has_spoken(said[-1].speaker.name, end)


_AUXILIARIES = frozenset({"heeft", "hebben", "had", "hadden", "is", "werd", "wordt"})


def _is_refusal(outside: str) -> bool:
    """Whether the sentence says that somebody would not speak: then it holds no claim."""
    lowered = outside.lower()
    return any(re.search(phrase, lowered) for phrase in cue_words("refusal", "phrases"))


def _labels_before(reading: Reading, number: int, outside: str) -> bool:
    """`Dat zegt X`, `X ontkent dat`: what X says is the sentence before, which this one labels."""
    if number == 0:
        return False
    found = _that_says(reading, number, outside) or _denies_that(reading, number, outside)
    if found is None:
        return False
    speaker, verb = found
    before = reading.sentences[number - 1]
    if speaker.name not in (said.speaker.name for said in reading.found.get(number - 1, [])):
        label = outside if verb.stance == "denied" else reading.outside(*before)
        said = said_by(reading, *before, speaker, verb.text, verb.stance, label)
        reading.found.setdefault(number - 1, []).append(said)
        reading.resolver.has_spoken(speaker.name, before[1])
    return True


def _that_says(reading: Reading, number: int, outside: str) -> tuple[Speaker, Cue] | None:
    """`Dat zegt X`, `Dit heeft X bekendgemaakt`, `Dat is door X gemeld`."""
    start, end = reading.sentences[number]
    match = re.match(rf"(?:{'|'.join(cue_words('attribution', 'that'))}) ", outside, re.I)
    if not match or re.search(r"\bdat\b", outside[match.end() :]) or len(outside.split()) > 28:
        return None
    verbs = cues(outside, start)
    first = outside[match.end() :].split()[:1]
    auxiliary = bool(first) and first[0].lower() in _AUXILIARIES
    if not verbs or not (auxiliary or verbs[0].start - start <= match.end()):
        return None
    at = verbs[0].end
    if auxiliary:
        at = start + match.end() + len(first[0])
        by = re.search(r"\b(?:van|door) ", outside)
        at = start + by.end() if by and first[0].lower() in ("is", "werd", "wordt") else at
    speaker = reading.resolver.at(at, end)
    return (speaker, verbs[0]) if speaker else None


def _denies_that(reading: Reading, number: int, outside: str) -> tuple[Speaker, Cue] | None:
    """`X ontkent dat`, `X sprak dat tegen`, `X bevestigt dat`: with `dat` as the whole object."""
    start, end = reading.sentences[number]
    match = re.search(r"\b(?:dat|dit)\b(?=(?: \w+){0,2}[.!?]*$)", outside.rstrip())
    if not match:
        return None
    for verb in cues(outside, start):
        labels = verb.stance == "denied" or verb.text.lower().startswith("bevestig")
        if labels and verb.end <= start + match.start():
            speaker = subject_of(reading, start, verb, end)
            return (speaker, verb) if speaker else None
    return None


_DATA = re.compile(
    r"(?P<tail>, )?\b(?P<cue>blijkt|bleek|blijken|bleken) (?:(?:dat|nu|ook|woensdag|donderdag) )?"
    r"uit (?P<what>[^.,;]+)"
    r"|^(?:Dat )?[Uu]it (?P<front>[^.;]{3,120}?),? (?P<then>blijkt|bleek|blijken|bleken)\b"
)
"""`…, blijkt uit cijfers van het CBS`, `Uit cijfers van het CBS blijkt dat …`."""
_SOURCE = re.compile(r"\bvan (?=(?:de |het )?[A-ZÀ-Þ])")


def _by_data(reading: Reading, number: int, outside: str) -> list[Said]:
    """What figures or a study show is said by the one whose figures they are."""
    start, end = reading.sentences[number]
    match = _DATA.search(outside)
    if not match:
        return []
    group = "what" if match["what"] else "front"
    first, last = start + match.start(group), start + match.end(group)
    owner = _SOURCE.search(outside, match.start(group), match.end(group))
    speaker = (reading.resolver.at(start + owner.end(), last) if owner else None) or Speaker(
        reading.text[first:last], reading.text[first:last], first, last
    )
    cue = f"{match['cue'] or match['then']} uit"
    if group == "what":
        at = start + match.start()
        return [said_by(reading, start, at, speaker, cue, "asserted", outside)]
    clause = re.search(r"\b(?:dat|hoe)\b", outside[match.end() :])
    at = start + match.end() + (clause.start() if clause else 0)
    return [said_by(reading, at, end, speaker, cue, "asserted", outside)]


def _by_volgens(reading: Reading, number: int, outside: str) -> list[Said]:
    """`Volgens X …` and `… volgens X …`: the whole sentence, with a medium that relays as `via`."""
    start, end = reading.sentences[number]
    match = re.search(
        r"(?<!\w)(volgens|naar (?:zijn|haar|eigen) zeggen|op gezag van)(?!\w)", outside, re.I
    )
    if not match:
        return []
    cue = match[1]
    if "zeggen" in cue.lower():
        name = reading.resolver._meant_by_pronoun(start + match.start())
        word = cue.split()[1]
        speaker = Speaker(name, word, start + match.start(), start + match.end()) if name else None
    else:
        speaker = reading.resolver.at(start + match.end() + 1, end, anyone=True)
    if speaker is None:
        return []
    verbs = [cue for cue in cues(outside, start) if not cue.participle]
    inner = [verb for verb in verbs if abs(verb.end - (start + match.start())) < 30]
    if inner and match.start() > 0:
        relayed = _by_tail(reading, number, outside) or _by_verb(reading, number, outside)
        for one in relayed:
            one.via = speaker.name
        if relayed:
            return relayed
    return [said_by(reading, start, end, speaker, cue, "asserted", outside)]


def _by_tail(reading: Reading, number: int, outside: str) -> list[Said]:
    """`…, aldus X`, `…, meldt X`, `…, heeft X gezegd`: what stands before the comma."""
    start, end = reading.sentences[number]
    for match in re.finditer(r"[,–—] ?[\"”’»']? ?(?=(?:\w+) )", outside):
        rest = outside[match.end() :]
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
        verbs = cues(rest, at)
        if not verbs:
            continue
        perfect = first in ("heeft", "hebben", "had", "hadden")
        if verbs[0].start != at and not (perfect and verbs[0].participle):
            continue
        behind = at + len(first) if perfect else verbs[0].end
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
                verbs[0].text,
                verbs[0].stance,
                outside,
            )
        ]
    return []


def _by_verb(reading: Reading, number: int, outside: str) -> list[Said]:
    """`X zegt dat …`, `X schat … op …`, `Vorige week dacht X nog dat …`."""
    start, end = reading.sentences[number]
    for verb in cues(outside, start):
        rest = outside[verb.end - start :]
        complement = _complement(rest, verb.stance)
        has_clause = complement is not None and complement.start() < 110
        if verb.needs_clause and not has_clause:
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
        return [said_by(reading, start, end, speaker, verb.text, verb.stance, outside)]
    return []


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
    verbs = [verb for verb in cues(rest[conjunction.end() :], at) if not verb.participle]
    if not verbs or verbs[0].needs_clause or verbs[0].start != at:
        return []
    return [said_by(reading, at, end, speaker, verbs[0].text, verbs[0].stance, rest)]


def _clause_end(reading: Reading, start: int, end: int) -> int:
    """Where a complement clause ends: at `, maar` or `, terwijl`, else where the sentence does."""
    match = re.search(r", (?:maar|terwijl) ", reading.outside(start, end))
    return start + match.start() if match else end


def _by_would(reading: Reading, number: int, lowered: str) -> list[Said]:
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
