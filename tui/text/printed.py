"""The words of a text as printed, with what their capitals tell."""

from __future__ import annotations

import re
from functools import cache, cached_property

from tui.text.boilerplate import dateline
from tui.text.gazetteer import ADJECTIVE, gazetteer
from tui.text.listed import closed, finite_verbs, listed
from tui.text.sentences import abbreviations

_WORD = re.compile(
    r"\n(?!\n)|['’][tsn](?:-[^\W_]+)+|['’][tsn](?!\w)"
    r"|(?:[A-ZÀ-Þ]|Th|Chr|Ph|Tj|IJ|St)\.(?=[ \w-])"
    r"|[^\W_]+(?:[-'’&*][^\W_]+)*(?:\.(?:[A-Z]|com|nl|be|eu|net|org|tv)(?!\w))?|[^\w\s]|_"
)
"""A break between paragraphs, `'s`, an initial with its full stop, a word, a sign."""
_OPENERS = frozenset('.!?:;"“”„‘«»•–—-…*')
_ALSO = frozenset("'’0123456789")
"""Names may begin with these: `'s-Gravenhage`, `3FM`."""
_CLITICS = frozenset(["'s", "’s", "'t", "’t", "'n", "’n"])
_GENITIVE = 5
_NAMING = "FSPO"
_SHOUTED = 4
"""From so many words in capitals in a row on, capitals tell nothing."""


class Words:
    """The words and signs of a text, and where each one stands; a line break parts paragraphs."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = [match[0] for match in found]
        spans = [match.span() for match in found]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words += ["\n"] * 8
        self._distinct = frozenset(self.words)
        self.count = len(found)
        self._title = title or ""
        self._skipped = dict(self._datelines())
        self._past = frozenset(self._skipped.values())
        self._initials: dict[int, bool] = {}

    def __len__(self) -> int:
        return self.count

    def _datelines(self) -> list[tuple[int, int]]:
        """The indexes where a dateline begins and where the words behind it do."""
        found = []
        at = 0
        while at < self.count:
            start = self.starts[at]
            end = min(self.words.index("\n", at), self.count)
            if end > at and self.words[at][0].isupper():
                stop = self.ends[end - 1]
                lead = dateline(self.text[start:stop])
                if lead:
                    past = at
                    while past < end and self.starts[past] < start + lead[1]:
                        past += 1
                    found.append((at, past))
            at = end + 1
        return found

    @cached_property
    def capitals(self) -> list[int]:
        """The indexes of the words at which a name could begin, those of datelines left out."""
        begin = {
            word
            for word in self._distinct
            if word[0].isupper() or (len(word) > 1 and not word.isalpha() and _may_begin(word))
        }
        found = [at for at, word in enumerate(self.words) if word in begin]
        if not self._skipped:
            return found
        skipped = {at for start, end in self._skipped.items() for at in range(start, end)}
        return [at for at in found if at not in skipped]

    def is_initial(self, at: int) -> bool:
        """Whether a word opens a sentence, a quotation or a bracket, so that it has a capital."""
        found = self._initials.get(at)
        if found is None:
            found = self._initials[at] = self._opens(at)
        return found

    def _opens(self, at: int) -> bool:
        if at == 0 or self.words[at - 1] == "\n":
            return True
        before = self.words[at - 1]
        if before == "'" or before == "’":
            start = self.starts[at - 1]
            return start == 0 or not self.text[start - 1].isalnum()
        if before in "([":
            return at == 1 or self.words[at - 2] in ".!?\n"
        if before not in _OPENERS:
            return at in self._past or (before in _CLITICS and self.is_initial(at - 1))
        if before == "-" and self.text[self.starts[at - 1] - 1].isalnum():
            return False
        return not (
            before == "."
            and at > 1
            and self.ends[at - 2] == self.starts[at - 1]
            and self._is_abbreviation(at - 2)
        )

    def _is_abbreviation(self, at: int) -> bool:
        """Whether a word is one with a full stop: `dr`, but not `VS` at the end of a sentence."""
        word = self.words[at]
        if len(word) > 1 and word.isupper():
            return False
        return word.lower() in abbreviations() or word.lower() in listed("short_titles")

    def before(self, at: int) -> str:
        """The word or sign in front of one in lower case, a line break where there is none."""
        return self.words[at - 1].lower() if at else "\n"

    @cached_property
    def _upper(self) -> list[int]:
        """The indexes of all words with a capital but the first of the text."""
        upper = {word for word in self._distinct if word[0].isupper()}
        return [at for at, word in enumerate(self.words) if word in upper and at]

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that stand in lower case somewhere."""
        return frozenset(word for word in self._distinct if word[0].islower())

    @cached_property
    def inner(self) -> frozenset[str]:
        """The words that have a capital where no sentence begins, in the body or the title."""
        found = {self.words[at] for at in self.capitals if not self.is_initial(at)}
        found |= {word[0].upper() + word[1:] for word in found if word[0].islower()}
        if self._title and not self._title.isupper():
            title = Words(self._title)
            found |= {title.words[at] for at in title.capitals if not title.is_initial(at)}
        return frozenset(found)

    @cached_property
    def tails(self) -> frozenset[str]:
        """The capitals right behind another capital that no sentence opens: surnames mostly."""
        return frozenset(
            self.words[at]
            for at in self._upper
            if self.words[at - 1][0].isupper()
            and self.words[at - 1].lower() not in closed()
            and not self.is_initial(at)
        )

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Small words with the capital behind them, in lower case, as they follow a name."""
        found = set()
        small = listed("surname_particles")
        for at in self._upper:
            if self.words[at - 1].lower() not in small:
                continue
            first = at - 1
            while first and self.words[first - 1].lower() in small:
                first -= 1
            named = first and self.words[first - 1][0].isupper()
            if named or (self.words[first][0].isupper() and not self.is_initial(first)):
                tail = " ".join(self.words[first : at + 1]).lower()
                found |= {tail, tail.partition("-")[0]}
        return frozenset(found)

    def is_shouted(self, at: int) -> bool:
        """Whether a word stands in a row of words in capitals: `MINISTER ZEGT NEE`."""
        if not self.words[at].isupper():
            return False
        first = last = at
        while first and self._is_loud(first - 1) and at - first < _SHOUTED:
            first -= 1
        while last + 1 < self.count and self._is_loud(last + 1) and last - at < _SHOUTED:
            last += 1
        return last - first + 1 >= _SHOUTED

    def _is_loud(self, at: int) -> bool:
        word = self.words[at]
        return word.isupper() and len(word) > 1

    def bare(self, at: int) -> str:
        """A word without the s of possession: `Karel` of `Karel's`, `Blair` of `Blairs`."""
        word = self.words[at]
        if word[-2:] in ("'s", "’s"):
            return word[:-2]
        stem = word[:-1]
        if word[-1] != "s" or len(word) < _GENITIVE or word in gazetteer().names:
            return word
        lists = gazetteer().classes
        if ADJECTIVE in lists.get(word):
            return word  # `een Brussels plein`
        alone = not at or not self.words[at - 1][0].isupper()
        if stem in self.inner and (alone or word not in lists):
            return stem
        following = self.words[at + 1]
        if not alone or stem not in lists or word in lists or following in finite_verbs():
            return word
        owned = following[0].islower() and following not in closed()
        return stem if owned and set(lists[stem]) & set(_NAMING) else word


def _may_begin(word: str) -> bool:
    return word[0] in _ALSO or is_bound(word)


def is_bound(word: str) -> bool:
    """Whether a word in lower case holds a name behind a small word: `al-Assad`, `d'Agnelli`."""
    return word[0].islower() and _bound().match(word) is not None


@cache
def _bound() -> re.Pattern[str]:
    small = "|".join(map(re.escape, sorted(listed("bound_particles"))))
    return re.compile(rf"(?:{small})[A-ZÀ-Þ]")
