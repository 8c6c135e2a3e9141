"""The name lists, and the script that builds them from packages and from lists written by hand."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

CI = Path(__file__).resolve().parents[2] / ".ci"
LISTS = files("tui.text") / "nl" / "lists"
MEGABYTE = 1_000_000


def read(name: str) -> str:
    return (LISTS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    fields = iter(read("names.txt").replace("\n", "\t").split("\t"))
    return dict(zip(fields, fields, strict=False))


@pytest.fixture(scope="module")
def words() -> frozenset[str]:
    return frozenset(read("words.txt").split("\n"))


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(CI))
        yield importlib.import_module("lists")
    for module in ("lists", "list_sources", "automaton"):
        sys.modules.pop(module, None)


@pytest.mark.parametrize("file", ["names.txt", "words.txt"])
def test_a_list_is_sorted_and_has_no_line_twice(file: str) -> None:
    text = read(file)
    lines = text.removesuffix("\n").split("\n")
    assert text.endswith("\n") and "\r" not in text
    assert lines == sorted(lines)  # of the whole line too: the engine finds a name by halving
    assert len({line.partition("\t")[0] for line in lines}) == len(lines)


def test_every_name_has_codes_in_their_order_and_none_twice(
    names: dict[str, str], builder: ModuleType
) -> None:
    order = builder.ORDER
    wrong = {
        name: codes
        for name, codes in names.items()
        if not codes
        or [*codes] != sorted({*codes}, key=order.index)
        or len({code.lower() for code in codes if code.lower() in "fspow"})
        != sum(code.lower() in "fspow" for code in codes)
    }
    assert wrong == {}


def test_the_lists_are_large_but_not_too_large(
    names: dict[str, str], words: frozenset[str]
) -> None:
    assert len(names) > 150_000 and len(words) > 100_000
    assert len(read("names.txt").encode()) < 3 * MEGABYTE
    assert len(read("words.txt").encode()) < 1.5 * MEGABYTE


@pytest.mark.parametrize("code", "FfSsvNPpRCOoAIDHWw")
def test_each_class_has_names_and_is_told_in_the_notice(code: str, names: dict[str, str]) -> None:
    assert sum(code in codes for codes in names.values()) > 50
    told = read("NOTICE.txt").partition("Format")[2].partition("own_names.txt:")[0]
    assert code in told.split()


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        ("De", "W", "FPO"),
        ("Van", "W", "FSO"),
        ("Mei", "W", "PSO"),
        ("Jan", "Fw", "PO"),
        ("Ali", "F", "WPO"),
        ("Sanne", "F", "WPO"),
        ("Pieter", "F", "PO"),
        ("Bakker", "SW", "FP"),
        ("Visser", "Sw", "FP"),
        ("Peeters", "S", "FPW"),
        ("Janssens", "S", "FPW"),
        ("Gogh", "v", "FPW"),
        ("Berg", "vW", "FO"),
        ("Brussel", "Pv", "FSW"),
        ("Amsterdam", "P", "FSW"),
        ("Antwerpen", "P", "FSW"),
        ("Best", "PW", "F"),
        ("Wenen", "Pw", "F"),
        ("Kyiv", "P", "FSW"),
        ("Charlotte", "FP", "W"),
        ("Twente", "R", "FW"),
        ("Donbas", "R", "FW"),
        ("Rijn", "R", "FO"),
        ("Texas", "R", "FC"),
        ("Frankrijk", "C", "FSW"),
        ("Philips", "O", "W"),
        ("Europese Commissie", "O", "P"),
        ("Amsterdamse", "A", "FSPOW"),
        ("Zuid-Koreaanse", "A", "FSPOW"),
        ("Amsterdammer", "I", "FSPOW"),
        ("Zwollenaren", "I", "FSPOW"),
        ("Tweede Wereldoorlog", "D", "FSPO"),
        ("Pinksteren", "H", "FSPO"),
        ("Angela Merkel", "N", "FSPOW"),
    ],
)
def test_a_name_is_in_the_classes_that_it_has_in_the_news(
    name: str, has: str, lacks: str, names: dict[str, str]
) -> None:
    codes = names[name]
    assert set(has) <= set(codes), codes
    assert not set(lacks) & set(codes), codes


@pytest.mark.parametrize(
    "word", ["vanmorgen", "bakker", "volgens", "hij", "gemeenteraadsleden", "zulke", "één", "mei"]
)
def test_what_may_open_a_sentence_is_a_word(word: str, words: frozenset[str]) -> None:
    assert word in words


@pytest.mark.parametrize("word", ["amsterdam", "Bakker", "peeters", ""])
def test_a_name_alone_is_no_word(word: str, words: frozenset[str]) -> None:
    assert word not in words - {""}


def test_every_name_written_by_hand_is_in_the_built_list(
    names: dict[str, str], words: frozenset[str], builder: ModuleType
) -> None:
    own = [*builder.own_names(read("own_names.txt"))]
    missing = [
        (name, codes)
        for name, codes in own
        if not all(code in names.get(name, "").replace("O", "Oo") for code in codes)
        and not (codes == "W" and name[0].lower() + name[1:] in words)
    ]
    assert len(own) > 3000
    assert missing == []


def test_the_licences_stand_beside_the_lists(builder: ModuleType) -> None:
    notice = read("NOTICE.txt")
    assert read("LGPL-2.1.txt").lstrip().startswith("GNU LESSER GENERAL PUBLIC LICENSE")
    assert "LGPL 2.1 or later" in notice and "Attribution 4.0" in notice
    for package, version in builder.PACKAGES.items():
        assert f"{package} {version}".lower() in notice.lower()


def test_hand_written_lines_give_each_name_its_codes(builder: ModuleType) -> None:
    text = "# Clubs.\n\nO: Ajax, Go Ahead\nPR: Twente,\n"
    assert [*builder.own_names(text)] == [("Ajax", "O"), ("Go Ahead", "O"), ("Twente", "PR")]


def test_a_small_dictionary_is_classed(builder: ModuleType) -> None:
    often = {"bakker": "O", "Bakker": "N", "kapper": "M", "zeldzaam": "A"}
    tagged = [
        ["bakker", "ZNW:EKV:DE_"],
        ["zeldzaam", "BNW:STL:ONV"],
        ["Bakker", "ENM:PER:LST:DE_"],
        ["Pieters", "ENM:PER:LST:NIX"],
        ["Zwolle", "ENM:LOC:PTS"],
        ["Zwollenaren", "ZNW:MRV:DE_"],
        ["Zwols", "BNW:STL:ONV"],
        ["Zwolbakker", "ZNW:EKV:DE_"],
    ]
    classes, lower = importlib.import_module("list_sources").classified(tagged, often)
    assert lower == {"bakker"}
    assert {kind: names for kind, names in classes.items() if names} == {
        "particle": {"Bakker"},
        "surname": {"Pieters"},
        "place": {"Zwolle"},
        "adjective": {"Zwols"},
        "people": {"Zwollenaren"},
    }


def test_codes_are_put_together_from_all_sources(builder: ModuleType) -> None:
    sources = importlib.import_module("list_sources")
    words = sources.Dictionary(
        often={"bakker": "O", "Bakker": "N", "Zwolle": "M", "Pieters": "H", "de": "Z"},
        classes=sources.defaultdict(set, {"surname": {"Pieters", "Zwolle"}, "place": {"Zwolle"}}),
        lower={"bakker", "de", "heel"},
    )
    people = sources.People(last_near={"Bakker"}, last={"Bakker"})
    towns = sources.Towns({"Zwolle": 130_000}, {"Zwolle"}, {})
    lists = builder.Lists(words, people, towns, {"Letland"}, [("PEC Zwolle", "O"), ("Heel", "W")])
    assert lists.lines() == [
        "Bakker\tSW",
        "Letland\tC",
        "PEC Zwolle\tO",
        "Pieters\tS",
        "Zwolle\tsP",
    ]
    assert lists.usual_words() == ["bakker", "de", "heel"]


def test_a_wheel_that_is_missing_is_named(builder: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no wheel of lingotweaker-data-nl"):
        builder.unpack(tmp_path, tmp_path / "unpacked")


def packed(entries: set[bytes], letters: bytes) -> bytes:
    """An automaton of the entries: a tree whose states each stand behind the arcs to them."""

    def number(value: int) -> bytes:
        high = value >> 14, value >> 7 & 127, value & 127
        return bytes([high[2] | 128, high[1] | 128, high[0]])

    def state(rests: set[bytes], at: int) -> bytes:
        heads = sorted({rest[0] for rest in rests if rest})
        sizes = [1 + (head not in letters) + 3 for head in heads]
        arcs, states, end = b"", b"", at + sum(sizes)
        for head in heads:
            below = {rest[1:] for rest in rests if rest[:1] == bytes([head])}
            flags = (head == heads[-1]) << 6 | (b"" in below) << 5
            known = letters.index(head) if head in letters else 0
            arcs += bytes([flags | known]) + (b"" if known else bytes([head]))
            arcs += number(end + len(states) if below - {b""} else 0)
            if below - {b""}:
                states += state(below, end + len(states))
        return arcs + states

    root = bytes([1 << 6, ord("^")]) + number(5)
    return b"\\fsa\xc6\x00\x07" + bytes([len(letters)]) + letters + root + state(entries, 5)


@given(st.sets(st.text("aeknz~ë", min_size=1, max_size=6), min_size=1, max_size=20))
def test_an_automaton_gives_back_what_was_packed_into_it(
    builder: ModuleType, entries: set[str]
) -> None:
    automaton = importlib.import_module("automaton")
    data = packed({entry.encode() for entry in entries}, letters=b"\0aen")
    assert {entry.decode() for entry in automaton.entries(data)} == entries


def test_a_state_may_stand_right_behind_its_arc(builder: ModuleType) -> None:
    automaton = importlib.import_module("automaton")
    data = b"\\fsa\xc6\x00\x07\x03\0ab" + b"\xc0^" + b"\xc1" + b"\x62\x00"
    assert [*automaton.entries(data)] == [b"ab"]


def test_other_data_is_no_automaton(builder: ModuleType) -> None:
    with pytest.raises(ValueError, match="CFSA2"):
        [*importlib.import_module("automaton").entries(b"PK\x03\x04")]
