"""A row of a series in the page: the figure, who says it, when, in which words, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.export import ledger_words as words
from tui.export.ledger_markup import name, tag, text
from tui.export.ledger_signs import key
from tui.export.ledger_told import Entry
from tui.text.safe import safe_line

_MOST = 8
"""So many rows or copies are named, of more only the number is told."""

_ALONE = r"(?<!\w)(?<!\d[.,]){}(?!\w)(?![.,]\d)"
"""Words that are no part of others: `10`, but not that of `10.000`."""


def row(entry: Entry, number: int, sign: int, series: str) -> str:
    """The row with a number, in the section of a series; `sign` is the number of its speaker."""
    cells = (
        tag("th", str(number), scope="row", role="rowheader", class_="number"),
        _cell("figure", _figure(entry, series)),
        _cell("who", _who(entry, sign)),
        _cell("when", _when(entry, series)),
        _cell("said", _said(entry)),
    )
    return tag("tr", "".join(cells), role="row", id=f"{series}-{number}")


def marked(sentence: str, phrase: str, number: str) -> tuple[str, str, str]:
    """The sentence parted at its number; the latter is empty where it is not sure which it is."""
    sentence, phrase, number = (
        " ".join(safe_line(said).split()) for said in (sentence, phrase, number)
    )
    for sought in filter(None, (phrase, number)):
        places = [
            found.start() for found in re.finditer(_ALONE.format(re.escape(sought)), sentence)
        ]
        within = sought.find(number) if number else -1
        if len(places) == 1 and within >= 0:
            at = places[0] + within
            return sentence[:at], number, sentence[at + len(number) :]
    return sentence, "", ""


def _cell(kind: str, inside: str) -> str:
    return tag("td", inside, class_=kind, role="cell")


def _figure(entry: Entry, series: str) -> str:
    value = tag("strong", text(words.amount(entry)))
    phrase = tag("span", name(entry.fields["phrase"]), class_="phrase")
    change = tag("span", text(words.CHANGES[entry.change])) if entry.change else ""
    stands = change + "".join(_stands(entry, series))
    return value + phrase + (tag("span", stands, class_="stands", lang="en") if stands else "")


def _stands(entry: Entry, series: str) -> Iterator[str]:
    """`≠ 3, 5`: the rows that it stands to in one way, each with a link; why is its title."""
    for relation, sign in words.RELATIONS.items():
        found = [stand for stand in entry.stands if stand.relation == relation]
        links = [_link(one.other, series, f"{relation}: {one.why}") for one in found[:_MOST]]
        more = f" +{len(found) - _MOST}" if len(found) > _MOST else ""
        if links:
            head = tag("abbr", sign, title=relation)
            yield tag("span", f"{head} {', '.join(links)}{more}")
    for why in dict.fromkeys(one.why for one in entry.stands if one.relation == "settled"):
        yield tag("span", f"no contradiction: {name(why)}") if why else ""


def _link(number: int, series: str, why: str = "") -> str:
    told = {"title": why} if why else {}
    return tag("a", str(number), href=f"#{series}-{number}", **told)


def _who(entry: Entry, sign: int) -> str:
    told = f"{key(sign, hollow=entry.planned)} {name(words.who(entry))}"
    how = words.stance(entry)
    cue = entry.fields["cue"]
    how += f" ({cue})" if how and cue else ""
    return told + (tag("span", text(how), class_="how") if how else "")


def _when(entry: Entry, series: str) -> str:
    if entry.day:
        told = tag("time", text(entry.day), datetime=entry.day)
        if entry.basis != "published":
            told += tag("span", text(entry.basis), class_="how", lang="en")
        return told
    order = [
        f"{word} {_listed(rows, series)}"
        for word, rows in (("after", entry.after), ("before", entry.before))
        if rows
    ]
    told = tag("span", "no day", lang="en")
    return told + (tag("span", ", ".join(order), class_="how", lang="en") if order else "")


def _listed(rows: Sequence[int], series: str) -> str:
    more = f" +{len(rows) - _MOST}" if len(rows) > _MOST else ""
    return ", ".join(_link(number, series) for number in rows[:_MOST]) + more


def _said(entry: Entry) -> str:
    fields = entry.fields
    before, number, after = marked(fields["sentence"], fields["phrase"], entry.number)
    mark = tag("mark", text(number)) if number else ""
    quote = tag("blockquote", f"{text(before)}{mark}{text(after)}", dir="auto")
    parts = [tag("cite", name(fields["title"])) if fields["title"] else ""]
    parts += [name(entry.site) if entry.site else "", text((fields["published"] or "")[:10])]
    parts += [tag("code", name(fields["path"]))]
    source = ", ".join(filter(None, parts))
    if entry.copies:
        named = ", ".join(tag("code", name(path)) for path in entry.copies[:_MOST])
        more = f" +{len(entry.copies) - _MOST}" if len(entry.copies) > _MOST else ""
        source += f"; {tag('span', 'also', lang='en')} {named}{more}"
    why = tag("span", text("; ".join(entry.why)), class_="how", lang="en") if entry.why else ""
    return quote + tag("p", source, class_="source") + why
