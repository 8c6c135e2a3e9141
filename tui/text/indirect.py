"""Attributions by a verb of saying before what is said, or by a colon."""

from __future__ import annotations

from tui.text.attribution import Cue, cues
from tui.text.clauses import complement, complement_end, infinitive
from tui.text.lines import QUOTE, STOPS, Line
from tui.text.named import Speaker
from tui.text.sayings import cue_words, that
from tui.text.statements import Reading, Said, said_by
from tui.text.subjects import any_subject, subject

_NEAR = 40
"""How many characters behind its verb the figure begins that makes a thing a statement."""
_NEAR_THAT, _NEAR_TOLD = 5, 11
"""How far behind its verb `dat` stands at most, and behind one that tells to whom it is said."""
_COLON = 30
"""How many words may stand before a colon that tells who speaks."""
_MOST_VERBS = 12
"""How many verbs of saying in one part of a sentence are tried."""


def by_colon(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`Seoul: Noord-Korea stuurt 1500 soldaten`, `X zei: het is klaar`."""
    if ":" not in line.lowers[first : min(stop, first + _COLON)]:
        return []
    colon = line.lowers.index(":", first)
    if colon + 2 >= stop or line.lowers[colon + 1] == QUOTE:
        return []
    said = (line.starts[colon + 1], line.ends[stop - 1])
    around = line.told(first, colon)
    speaker = reading.speakers.at(line, first, colon)
    if speaker and speaker.after == colon:
        if not line.texts[colon + 1][0].isupper() or speaker.rule == "as printed":
            return []
        return [said_by(reading, said, speaker, ":", "asserted", around, "name and colon")]
    for cue in cues(line, first, colon):
        if cue.participle or cue.needs == "number" or line.lowers[cue.finite - 1] == ",":
            continue
        found = subject(reading.speakers, line, cue, first, colon) or _same_subject(
            reading, line, cue, first
        )
        if found and max(found.after, cue.last) == colon:
            return [said_by(reading, said, found, cue.text, cue.stance, around, "verb and colon")]
    return []


def by_relay(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`X zegt dat …, meldt TASS`: X says it, and TASS passes it on."""
    if cue_words("clause", "relays").isdisjoint(line.lowers[first:stop]):
        return []
    for at in range(first + 3, stop - 1):
        if line.lowers[at] != "," or line.lowers[at + 1] not in cue_words("clause", "relays"):
            continue
        if that().isdisjoint(line.lowers[first:at]):
            return []
        medium = reading.speakers.at(line, at + 2, stop)
        if medium is None or medium.person:
            return []
        said = by_verb(reading, line, first, at)
        for one in said:
            one.via = medium.name if medium.name != one.speaker.name else None
        return said
    return []


def by_verb(reading: Reading, line: Line, first: int, stop: int) -> list[Said]:
    """`X zegt dat …`, `X schat … op …`, `Vorige week dacht X nog dat …`."""
    tried = 0
    for cue in cues(line, first, stop):
        tried += 1
        if tried > _MOST_VERBS:
            break
        speaker = subject(reading.speakers, line, cue, first, stop)
        if speaker is None and cue.finite - first < 3:
            speaker = _same_subject(reading, line, cue, first)
        if speaker is None:
            speaker = _any_subject(line, cue, first, stop)
        if speaker is None:
            continue
        behind = max(cue.last, speaker.after, cue.finite + 1)
        said = _with_clause(reading, line, cue, speaker, behind, first, stop)
        if said or (said := _with_object(reading, line, cue, speaker, first, stop)):
            return said
    return []


def _same_subject(reading: Reading, line: Line, cue: Cue, first: int) -> Speaker | None:
    """The subject of the part before: `X kwam binnen en zei dat`."""
    if reading.here:
        return reading.here[-1].speaker._replace(after=cue.finite)
    found = reading.speakers.at(line, 0, first) if first else None
    return found._replace(after=cue.finite) if found else None


def _any_subject(line: Line, cue: Cue, first: int, stop: int) -> Speaker | None:
    """Whoever stands at the head before `zegt dat`: `Vissers zeggen vaak dat`."""
    told_to = line.lowers[cue.finite + 1] in cue_words("media", "to")  # `zei tegen de krant dat`
    near = _NEAR_TOLD if told_to else _NEAR_THAT
    if cue.passive or that().isdisjoint(line.lowers[cue.finite : min(stop, cue.finite + near)]):
        return None
    return any_subject(line, first, cue.finite)


def _with_clause(
    reading: Reading, line: Line, cue: Cue, speaker: Speaker, behind: int, first: int, stop: int
) -> list[Said]:
    """The complement clause, from the word that opens it."""
    if cue.lemma in cue_words("clause", "no_clause"):
        return []
    at = complement(line, cue, behind, stop)
    rule = "verb with a clause"
    if at is None and _takes_infinitive(cue):
        at, rule = infinitive(line, behind, stop), "verb with an infinitive"
    elif at is not None and (_is_object(line, cue, behind, at) or _asks(line, cue, at)):
        return []
    if at is None or _knows_nothing(line, cue, at, stop):
        return []
    embedded = _is_embedded(line, cue, speaker, first)
    end = complement_end(line, at, stop, embedded=embedded)
    if end - at < 2:
        return []
    around = " ".join([line.told(first, at), line.told(end, stop)])
    span = (line.starts[at], line.ends[end - 1])
    said = said_by(reading, span, speaker, cue.text, cue.stance, around, rule)
    if end < stop and line.lowers[end + 1] in cue_words("clause", "relays"):
        medium = reading.speakers.at(line, end + 2, stop)
        said.via = medium.name if medium and not medium.person else None
    return [said]


def _is_object(line: Line, cue: Cue, behind: int, at: int) -> bool:
    """Whether a verb has an object before `dat`, as in `noemt het onzin dat`."""
    judges = cue.needs == "object" or cue.text.lower() in cue_words("clause", "judging")
    return judges and at > behind and line.lowers[behind] in cue_words("small", "it")


def _asks(line: Line, cue: Cue, at: int) -> bool:
    """`X vroeg of het klopt`: a question states nothing."""
    asks = cue.lemma in cue_words("clause", "asking")
    return asks and line.lowers[at] not in cue_words("clause", "answering")


def _knows_nothing(line: Line, cue: Cue, at: int, stop: int) -> bool:
    """`X weet niet of …`: no statement."""
    if cue.lemma not in cue_words("clause", "dat_only"):
        return False
    negated = not cue_words("stance", "negation").isdisjoint(line.lowers[cue.finite : at])
    return negated or line.lowers[at] not in that()


def _takes_infinitive(cue: Cue) -> bool:
    return cue.lemma in cue_words("clause", "infinitive")


def _is_embedded(line: Line, cue: Cue, speaker: Speaker, first: int) -> bool:
    """Whether the verb stands in a relative or subordinate clause before the main one."""
    lowers = line.lowers
    if lowers[first] in cue_words("clause", "subordinators"):
        return True
    for at in range(max(first + 1, cue.finite - 12), cue.finite):
        if lowers[at] in cue_words("clause", "relative") and (
            lowers[at - 1] == "," or at == cue.finite - 1
        ):
            return True
    return False


def _with_object(
    reading: Reading, line: Line, cue: Cue, speaker: Speaker, first: int, stop: int
) -> list[Said]:
    """`X noemt het plan onzin`, `X schat de schade op 9 ton`: the whole clause."""
    start, end = line.starts[first], line.ends[stop - 1]
    if cue.needs == "clause" and not _judges(line, cue, stop):
        return []
    if cue.needs == "number":
        begin = line.ends[cue.last - 1]
        if not reading.has_figure(begin, min(end, begin + _NEAR)):
            return []
    asks = line.lowers[first] in cue_words("clause", "near_complement")
    if asks and not cue_words("stance", "negation").isdisjoint(line.lowers[cue.finite : stop]):
        return []  # `Waarom dat zo is, deelde X niet mee`
    if _verb_closes(line, cue, first, stop):
        return []  # `Vreemd is dat X nu een datum noemt`
    own = len(speaker.text.split()) if speaker.start >= start else 0
    if stop - first - own < 3:
        return []  # `Amnesty waarschuwt.` says nothing
    joined = speaker.start < start and _is_joined(reading, line, first)
    if joined:  # `X feliciteerde Y en noemde de winst verdiend`
        start = speaker.start
    around = line.told(first, stop)
    rule = "passive with who says it" if cue.passive else "verb with a thing"
    said = said_by(reading, (start, end), speaker, cue.text, cue.stance, around, rule)
    if speaker.start > line.starts[cue.finite]:  # `Vijf dagen later meldde X 30 doden`
        said.begins = line.starts[cue.finite]
    if joined:
        said.begins = line.starts[first]
    return [said]


def _is_joined(reading: Reading, line: Line, first: int) -> bool:
    """Whether a part is the second half of a clause in whose first half nobody says anything."""
    if reading.here or first < 2 or line.lowers[first - 2] == ",":
        return False
    refuses = not cue_words("stance", "negation").isdisjoint(line.lowers[:first])
    return line.lowers[first - 1] in cue_words("small", "conjunctions") and not refuses


def _verb_closes(line: Line, cue: Cue, first: int, stop: int) -> bool:
    """Whether a verb closes a clause that another word opened: then it tells of a thing done."""
    if cue.last < stop and line.lowers[cue.last] not in STOPS:
        return False
    opens = cue_words("clause", "complement_only") | cue_words("clause", "subordinators")
    return not cue.participle and not opens.isdisjoint(line.lowers[first : cue.finite])


def _judges(line: Line, cue: Cue, stop: int) -> bool:
    """`X vindt de weg te smal`: an opinion, and no thing that was found."""
    if cue.text.lower() not in cue_words("clause", "judging"):
        return False
    for at in range(cue.last, stop - 1):
        word, following = line.lowers[at], line.lowers[at + 1]
        if word in cue_words("clause", "to") and following.isalpha():
            return True
        if at - cue.last < 3 and word in cue_words("small", "it"):
            return word in cue_words("clause", "that") or cue.text.endswith("t")
    return False
