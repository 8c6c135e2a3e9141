"""Gates only save time: whatever matches a pattern gets through them."""

from __future__ import annotations

import re

import pytest
from gold import CORPUS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.text.boilerplate import words
from tui.text.decode import decode
from tui.text.gates import gate, opening, plain
from tui.text.guide import Rule
from tui.text.reasons import Reasons

TABLES = ["section", "line", "edge", "end", "page"]


def slowly(reasons: Reasons, text: str) -> str | None:
    """The reason for a line by trying every pattern in turn."""
    return next(
        (
            rule.reason
            for rule, pattern in reasons.patterns()
            if pattern.fullmatch(text) and reasons.admits(rule, text)
        ),
        None,
    )


@pytest.mark.parametrize(
    ("pattern", "openings", "held"),
    [
        ("lees (?:ook|meer)", {"lees"}, None),
        ("(?:de )?krant", {"de k", "kran"}, None),
        ("\\d+ min", {"0"}, None),
        ("x|tweet", {"x", "twee"}, None),
        (".{0,60}\\bcookies\\b.*", None, {"cookies"}),
        (".*(?:abonnee|premium).*", None, {"abonnee", "premium"}),
        ("[^.]+ ©", None, {"©"}),
        (".+", None, None),
    ],
)
def test_a_gate_is_read_off_its_pattern(
    pattern: str, openings: set[str] | None, held: set[str] | None
) -> None:
    shut = gate(pattern)
    assert (shut.openings, shut.words and {word.strip() for word in shut.words}) == (openings, held)


@pytest.mark.parametrize("table", TABLES)
@given(data=st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_a_pattern_matches_gets_the_same_reason_with_gates_as_without(
    table: str, data: st.DataObject
) -> None:
    reasons: Reasons = getattr(words(), table)
    rules = list(reasons.patterns())
    rule, pattern = data.draw(st.sampled_from(rules))
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert reasons.of(text) == slowly(reasons, text)
    shut = gate(rule.pattern)
    if shut.openings is not None:
        assert shut.openings & {opening(text)[:length] for length in range(1, 5)}
    if shut.words is not None:
        assert any(word in plain(text) for word in shut.words)


@given(st.text(max_size=60))
def test_any_line_gets_the_same_reason_with_gates_as_without(text: str) -> None:
    for table in TABLES:
        reasons: Reasons = getattr(words(), table)
        assert reasons.of(text) == slowly(reasons, text)


def test_the_lines_of_the_corpus_get_the_same_reasons_with_gates_as_without() -> None:
    reasons = words().page
    for path in sorted(CORPUS.rglob("*.txt")):
        source = decode(path.read_bytes())
        held = reasons.on(plain(source))
        for line in filter(None, map(str.strip, source.split("\n"))):
            found = reasons.find(line, plain(line), held)
            assert (found.reason if found else None) == slowly(reasons, line), line


def test_a_readers_own_pattern_without_a_gate_counts_first() -> None:
    own = words((Rule("line", "mine", "(?:.|\\s)*klotsende kade(?:.|\\s)*"),))
    assert own.line.of("Deel dit over de klotsende kade") == "mine"
    assert own.line.of("Deel dit artikel") == "share"


def test_a_bad_pattern_of_a_reader_raises_what_the_compiler_raises() -> None:
    with pytest.raises(re.error):
        words((Rule("line", "mine", "(klots"),))
