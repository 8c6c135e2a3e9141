"""Learns what each clue counts by which a figure of those sent counts all, a region's or some.

The clues are those of tui.store.series_clues, the labelled pages those of tests/store, and what is
learnt is `presence.txt` of the language. Rules were made while one looked at some of those pages,
where they look surer than they are: what the rules say is learnt from the other pages alone
(`FRESH`), and those of one story count for more. In these `an` labels all who were sent, `ko` those
in a region; in the others it is told by what the rules make of most of a series.

One corpus at a time is left out: the others of its story stay, and the few settings here were
chosen by these figures. Nothing is learnt from `ledger_unseen.txt` either, but how it goes on that
was in view when the settings were chosen: neither tells how pages go that nobody saw.

Run it from the checkout: python -m tests.bench.presence [--write]. It needs the extra `learn`. It
prints how well pairs of figures are put together on each fresh corpus, by weights that were learnt
without it, beside the rules alone; --write learns from all and keeps it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.store.labelled import Labelled, corpora, put_together, read_labelled, told
from tui.store import series_weighed
from tui.store.series_keys import key_of, keys
from tui.store.series_scene import Scene
from tui.store.series_sense import by_rules

TUNED = ("news", "dense", "pages")
FRESH = ("brief", "story", "others")
HEAVY = ("brief", "story")
"""The kinds that count for so much more: the story that the ledger was asked for first."""
WEIGHT = 4.0
STRENGTH = 0.1
"""The inverse of how strongly large weights are held back (L2)."""
SELDOM = 4
"""A clue that is told fewer times is not learnt from."""
LEAST = 3
"""Weights below so many hundredths are left out."""
PLAIN = "count deployed troops"
_RULES = (
    *("rule ", "last ", "at ", "part of", "compared"),
    *("no noun", "whole", "base", "planned", "earlier", "event told", "noun "),
)
"""How clues begin that repeat what a rule says."""
HERE = Path(__file__).parents[2]
KEPT = HERE / "tui/text/nl/presence.txt"
HEAD = """\
# What each clue to a figure of those who were sent counts, in hundredths: for all of them, for
# those in a region, for some told apart. Learnt by tests.bench.presence, not written by hand.
"""


class Example(NamedTuple):
    """A figure that is weighed: its corpus, the clues to it, and what it counts by its label."""

    corpus: int
    clues: tuple[str, ...]
    counts: str


class Corpus(NamedTuple):
    """A labelled corpus with what can be learnt from it."""

    name: str
    labelled: Labelled
    examples: list[Example]


def examples_of(number: int, name: str, text: str, fresh: bool) -> Corpus:
    """What is to be learnt from a corpus."""
    labelled = read_labelled(text)
    families: dict[str, Counter[str]] = defaultdict(Counter)
    weighed = []
    for article in labelled.articles.values():
        scene = Scene(article)
        senses = by_rules(scene)
        every = dict(series_weighed.open_ones(scene, senses))
        for nth, sense in enumerate(senses):
            key = key_of(scene, sense, article.path)
            letters = labelled.letters.get(told(key), "")
            families[letters][sense.family] += 1
            if nth in every:
                weighed.append((sense.whose, letters, every[nth]))
    whole, region = ("an", "ko") if fresh else _letters(families)
    counts = {letters: name for letters, name in ((region, "region"), (whole, "all")) if letters}
    whose = Counter(whose for whose, letters, _ in weighed if letters == whole)
    most = whose.most_common(1)[0][0] if whose else None
    own = [(letters, clues) for whose, letters, clues in weighed if whose == most and whole]
    return Corpus(
        name,
        labelled,
        [
            Example(number, tuple(clues if fresh else map(_set_aside, clues)),
                    counts.get(letters, "some"))
            for letters, clues in own
        ],
    )  # fmt: skip


def _letters(families: dict[str, Counter[str]]) -> tuple[str, str]:
    """The letters of all who were sent, and of those in a region: the largest that rules see so."""
    largest = {"": "", " in ": ""}
    sizes = {letters: sum(count.values()) for letters, count in families.items() if letters}
    for letters, count in families.items():
        family = count.most_common(1)[0][0]
        if letters not in sizes or not family.startswith(PLAIN):
            continue
        rest = family.removeprefix(PLAIN)
        kind = " in " if rest.startswith(" in ") else rest
        if kind in largest and sizes[letters] > sizes.get(largest[kind], 0):
            largest[kind] = letters
    return largest[""], largest[" in "]


def _set_aside(clue: str) -> str:
    return f"tuned: {clue}" if clue.startswith(_RULES) else clue


def learn(examples: Sequence[Example], heavy: Collection[int]) -> dict[str, tuple[int, ...]]:
    """The weights of each clue in hundredths, in the order of `Chances`.

    Examples of some corpora, by their numbers, are `heavy`.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    often = Counter(clue for example in examples for clue in example.clues)
    vectors = DictVectorizer()
    rows: Any = vectors.fit_transform(
        {clue: 1 for clue in example.clues if often[clue] >= SELDOM} for example in examples
    )
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    weights = [WEIGHT if example.corpus in heavy else 1.0 for example in examples]
    model.fit(rows, [example.counts for example in examples], sample_weight=weights)
    columns = [list(model.classes_).index(name) for name in series_weighed.Chances._fields]
    found = {}
    for clue, at in vectors.vocabulary_.items():
        hundredths = tuple(round(100 * model.coef_[column][at]) for column in columns)
        if not clue.startswith("tuned: ") and max(map(abs, hundredths)) >= LEAST:
            found[clue] = hundredths
    return found


def score(corpora: Iterable[Corpus]) -> tuple[int, int, int]:
    """How many pairs are right, were put together and belong together, by the weights in use."""
    right = found = labelled = 0
    for corpus in corpora:
        pairs = corpus.labelled.pairs
        made = put_together(
            key for article in corpus.labelled.articles.values() for key in keys(article)
        )
        right, found, labelled = right + len(pairs & made), found + len(made), labelled + len(pairs)
    return right, found, labelled


def told_as(counts: Sequence[int]) -> str:
    """Precision and recall."""
    right, found, labelled = counts
    return f"{right / max(1, found):.3f} / {right / max(1, labelled):.3f}"


def using(weights: dict[str, tuple[int, ...]]) -> None:
    """Have figures weighed so from now on."""
    series_weighed.weights = lambda: weights  # type: ignore[assignment,return-value]


def written(weights: dict[str, tuple[int, ...]]) -> str:
    """The weights as their file has them."""
    rows = (f"{' '.join(map(str, found))} {clue}\n" for clue, found in sorted(weights.items()))
    return HEAD + "".join(rows)


def main() -> None:
    """Learn, and tell how well it goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"keep the weights in {KEPT.name}")
    options = parser.parse_args()
    texts = [(name, text, kind) for kind in TUNED + FRESH for name, text in corpora(kind).items()]
    every = [
        examples_of(number, name, text, kind in FRESH)
        for number, (name, text, kind) in enumerate(texts)
    ]
    heavy = {number for number, (*_, kind) in enumerate(texts) if kind in HEAVY}
    examples = [example for corpus in every for example in corpus.examples]
    print("precision / recall of pairs: by rules alone, and weighed as learnt without these pages")
    for kind in FRESH:
        before, after = [0, 0, 0], [0, 0, 0]
        for number in [number for number, (*_, of) in enumerate(texts) if of == kind]:
            using({})
            rules = score([every[number]])
            using(learn([each for each in examples if each.corpus != number], heavy))
            weighed = score([every[number]])
            print(f"{every[number].name[:60]:60} {told_as(rules)}   {told_as(weighed)}", flush=True)
            before = [one + two for one, two in zip(before, rules, strict=True)]
            after = [one + two for one, two in zip(after, weighed, strict=True)]
        print(f"{'all of ' + kind:60} {told_as(before)}   {told_as(after)}")
    if options.write:
        KEPT.write_text(written(learn(examples, heavy)), "utf-8")


if __name__ == "__main__":
    main()
