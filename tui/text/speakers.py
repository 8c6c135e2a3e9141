"""Who speaks: the noun phrase at a place in a sentence, and whom it means."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from tui.text.lines import STOPS, Line
from tui.text.meant import is_person_noun, is_plural
from tui.text.named import Named, Speaker
from tui.text.phrases import head_of, is_adjective, is_small
from tui.text.sayings import cue_words, forms, parted

_MOST_ADJECTIVES = 4


@cache
def _no_speaker_ends() -> tuple[str, ...]:
    return tuple(cue_words("front", "no_speaker_ends"))


@cache
def _fixed() -> tuple[tuple[str, ...], ...]:
    """What belongs to a title word for word: `officier VAN JUSTITIE`."""
    return tuple(tuple(words.split()) for words in cue_words("speakers", "fixed"))


def _is_from(word: str) -> bool:
    """Whether a word may name one person by country or town, by its ending."""
    if is_plural(word):
        return False
    return word in cue_words("speakers", "from") or word.endswith(_from_ends())


@cache
def _from_ends() -> tuple[str, ...]:
    return tuple(cue_words("speakers", "from_ends"))


class Speakers(Named):
    """Finds who speaks at a place in a line."""

    def at(
        self,
        line: Line,
        at: int,
        stop: int | None = None,
        *,
        anyone: bool = False,
        plural: bool | None = None,
    ) -> Speaker | None:
        """The speaker whose noun phrase begins at a word, past small words in front.

        With `anyone` a noun that does not tell of a speaker will do as well, as where it stands
        behind `volgens` or behind a quotation: `zegt een stuurman`. `plural` is the number of
        the verb where that is known.
        """
        stop = len(line) if stop is None else stop
        first = at
        while at < stop and at - first < 4 and line.lowers[at] in cue_words("small", "adverbs"):
            at += 1
        if at >= stop or not (line.texts[at][0].isalnum() or line.lowers[at] in ("'", "’")):
            return None
        found = (
            self.named(line, at, stop)
            or self._own_word(line, at, stop)
            or self._unnamed(line, at, stop)
            or self._other(line, at)
            or self._of_people(line, at, stop)
            or self._pronoun(line, at, stop, plural)
            or (self._anyone(line, at, stop) or self.place(line, at, stop) if anyone else None)
        )
        return self._with_others(line, found, stop) if found else None

    def _other(self, line: Line, at: int) -> Speaker | None:
        """`voegde de ander eraan toe`: one of two, without a noun."""
        following = line.lowers[at + 2 : at + 3]
        if line.lowers[at] not in cue_words("small", "definite"):
            return None
        if line.lowers[at + 1] not in cue_words("speakers", "others") or not following:
            return None
        word = following[0]
        if word[0].isalpha() and not (is_small(word) or word in forms() or word in parted()):
            return None
        text, start, end = line.told(at, at + 2), line.starts[at], line.ends[at + 1]
        return Speaker(text, text, start, end, "as printed", at + 2, True)

    def _of_people(self, line: Line, at: int, stop: int) -> Speaker | None:
        """`de Belg`, `de Amsterdammer`: by where somebody is from who was named before."""
        if at + 1 >= stop or line.lowers[at] not in cue_words("small", "definite"):
            return None
        word, begins = line.texts[at + 1], line.starts[at + 1]
        if not word[0].isupper() or not word[1:].islower():
            return None
        if self.mentions.first(begins, begins + 1) or not _is_from(line.lowers[at + 1]):
            return None
        following = line.lowers[at + 2]
        if following[0].isalpha() and following not in forms() and not is_small(following):
            return None  # `de Russische ambassade`
        start = line.starts[at]
        text = self.text[start : line.ends[at + 1]]
        if name := self.meanings.called.whose(line.lowers[at + 1], start):
            return Speaker(name, text, start, line.ends[at + 1], "who is from there", at + 2, True)
        meaning = self.meanings.person(start)
        if meaning is None or not self.meanings.is_person(meaning.name):
            return None
        return Speaker(meaning.name, text, start, line.ends[at + 1], meaning.rule, at + 2, True)

    def _own_word(self, line: Line, at: int, stop: int) -> Speaker | None:
        """`luidde zijn verklaring`: it is he who speaks."""
        lowers = line.lowers
        if lowers[at] not in cue_words("small", "possessive") or at + 1 >= stop:
            return None
        noun = lowers[at + 1]
        if not any(noun in cue_words("speech", name) for name in ("nouns", "publications")):
            return None
        start, end = line.starts[at], line.ends[at + 1]
        meaning = self.meanings.pronoun(lowers[at], start, plural=None)
        if meaning is None:
            return None
        text = self.text[start:end]
        return Speaker(meaning.name, text, start, end, meaning.rule, at + 2, True)

    def _unnamed(self, line: Line, at: int, stop: int) -> Speaker | None:
        """`een woordvoerder van het leger`, `de Russische president`: a noun for who speaks."""
        lowers = line.lowers
        head = head_of(line, at, stop)
        if head is None:
            return None
        after = head + 1
        after += sum(len(words) for words in _fixed() if line.matches(after, words))
        first = after
        of: tuple[str, ...] = ()
        while (end := self.modifier(line, after, stop)) is not None:
            if not of and lowers[after] in cue_words("small", "of"):
                of = tuple(
                    word
                    for word in lowers[after + 1 : end]
                    if word not in cue_words("small", "articles")
                )
            after = end
        words = line.texts[at : head + 1]
        start = line.starts[at]
        text = line.told(at, after)
        end = line.ends[after - 1]
        person = is_person_noun(lowers[head])
        determined = lowers[at] in cue_words("small", "determiners")
        if determined and (apposed := self.apposed(line, after, stop)):
            return apposed._replace(start=start)
        definite = lowers[at] in cue_words("small", "definite")
        if definite and (meaning := self.meanings.meant(words, of, start)):
            known = self.meanings.is_person(meaning.name)
            printed = text if of else line.told(at, first)
            return Speaker(meaning.name, printed, start, end, meaning.rule, after, known)
        return Speaker(text, text, start, end, "as printed", after, person)

    def _pronoun(self, line: Line, at: int, stop: int, plural: bool | None) -> Speaker | None:
        word, following = line.lowers[at], line.lowers[at + 1]
        oblique = word in cue_words("pronouns", "oblique")
        if oblique and at and line.lowers[at - 1] in cue_words("pronouns", "behind"):
            if word in cue_words("small", "possessive") and head_of(line, at, stop) is not None:
                return None
        elif word not in cue_words("pronouns", "person"):
            return None
        if following in cue_words("pronouns", "not_before"):
            return None
        if word in cue_words("pronouns", "demonstrative") and not (
            following in forms() or is_small(following) or following in STOPS or following == ","
        ):
            return None
        start, end = line.starts[at], line.ends[at]
        meaning = self.meanings.pronoun(word, start, plural=plural)
        if meaning is None:
            return None
        person = self.meanings.is_person(meaning.name)
        return Speaker(meaning.name, line.texts[at], start, end, meaning.rule, at + 1, person)

    def _anyone(self, line: Line, at: int, stop: int) -> Speaker | None:
        """Any noun phrase with a determiner: `de stuurman`, `een bestuurslid`."""
        lowers = line.lowers
        if lowers[at] not in cue_words("small", "determiners"):
            return None
        place = at + 1
        while place < stop and lowers[place] in cue_words("small", "determiners"):
            place += 1
        first = place
        while (
            place < stop
            and place - first < _MOST_ADJECTIVES
            and is_adjective(lowers[place])
            and lowers[place + 1][0].isalpha()
            and not is_small(lowers[place + 1])
        ):
            place += 1
        word = lowers[place]
        if place >= stop or not word[0].isalpha() or is_small(word):
            return None
        if word in cue_words("speech", "questions") or word in cue_words("speech", "nouns"):
            return None
        if word in cue_words("front", "no_speakers") or word.endswith(_no_speaker_ends()):
            return None
        after = place + 1
        while (end := self.modifier(line, after, stop)) is not None:
            after = end
        words = line.texts[at : place + 1]
        start, end = line.starts[at], line.ends[after - 1]
        text = line.told(at, after)
        if lowers[at] in cue_words("small", "definite"):
            if apposed := self.apposed(line, after, stop):
                return apposed
            if meaning := self.meanings.meant(words, (), start):
                known = self.meanings.is_person(meaning.name)
                return Speaker(meaning.name, text, start, end, meaning.rule, after, known)
        return Speaker(text, text, start, end, "as printed", after, True)

    def _with_others(self, line: Line, found: Speaker, stop: int) -> Speaker:
        """`Rusland en Noord-Korea` speak together; so do `Jan Smit, Piet Bos en de gemeente`."""
        at = found.after
        if at >= stop or line.lowers[at] not in cue_words("clause", "joins"):
            return found
        place = at + 1
        while place < stop and line.lowers[place] in cue_words("small", "articles"):
            place += 1
        other = self.mentions.exactly_at(line.starts[place]) if place < stop else None
        if other:
            after = bisect_left(line.starts, other[1])
            name = f"{found.name} {line.lowers[at]} {other[0].name}"
        else:
            unnamed = head_of(line, at + 1, stop)
            if unnamed is None or (
                place == at + 1 and line.lowers[place] not in cue_words("small", "possessive")
            ):
                return found
            after = unnamed + 1
            name = (
                found.name
                if found.rule == "named"
                else self.text[found.start : line.ends[after - 1]]
            )
        end = line.ends[after - 1]
        return found._replace(name=name, text=self.text[found.start : end], end=end, after=after)
