"""Finds all figures of one actor in an index: where it speaks, and in which series those stand."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tui.store import ledgers_kept as kept
from tui.store.cast import line
from tui.store.ledger import Speaker, rows
from tui.store.ledger_order import placed
from tui.store.ledgers_decided import Decided
from tui.store.ledgers_found import members_in
from tui.store.ledgers_kept import unit_of
from tui.store.ledgers_members import Member
from tui.store.ledgers_record import Record, Strand, changes
from tui.store.ledgers_ruled import Figure
from tui.store.series import Series
from tui.store.series_kept import SLIM
from tui.store.series_names import name_of

WHOLE = 500
"""Of a series with more figures only those of the speaker are looked at to put them in order."""

_THESE = "(SELECT value FROM json_each(?))"
_ENTRIES = f"""SELECT id FROM entry
    WHERE id IN (SELECT entry FROM appearance WHERE who IN {_THESE})
    ORDER BY published IS NULL, published DESC, place"""
_BLOCKS = f"""SELECT packed FROM keys
    WHERE id IN (SELECT block FROM keyed WHERE entry IN {_THESE}) ORDER BY id"""
_FEW = 500  # articles whose keys are looked up at a time
_NTH, _SPEAKER = SLIM.index("nth"), SLIM.index("speaker")


class _Held(NamedTuple):
    """A series with some figures of one speaker: all that stands in it, and which are those."""

    id: str
    name: str | None
    members: Sequence[Member]
    own: Collection[Figure]


class Recording(Decided):
    """What actors said in figures, as the index tells it and a person ruled. Not thread-safe."""

    def called(self, name: str, *, whole: bool) -> tuple[Speaker, ...]:
        """The actors that have a `whole` name, or one of which words begin so."""
        from tui.store.actor_rows import key_of
        from tui.store.neighbours import fitting
        from tui.store.query import folded

        namings, word = self._notebook.namings, folded(" ".join(name.split()))
        nodes = fitting(self._index, namings, word, whole=whole) if word else ()
        return tuple(sorted({self._speakers.called(key_of(*n), namings)[0] for n in nodes}))

    def record(self, key: str, most: int | None) -> Record | None:
        """All that an actor said in figures; None where nobody has such a key.

        Of `most` articles where it is in very many: the newest.
        """
        from tui.store.neighbours import ids_of

        speaker, nodes = self._speakers.called(key, self._notebook.namings)
        ids = ids_of(self._index, nodes)
        if not ids:
            return None
        asked = (json.dumps(sorted(ids.values())),)
        entries = [entry for (entry,) in self._index.ask(_ENTRIES, asked)]
        looked = entries if most is None else entries[:most]
        names = {node.name for node in nodes}
        spoken = dict(self._spoken(looked, names))
        asked_for = {(at[0], name) for at, name in spoken.items()}
        who = self._speakers.of(asked_for, self._notebook.namings)
        figures = [at for at, name in spoken.items() if who.get(at[0], {}).get(name) == speaker]
        strands = [self._strand(held, speaker.key) for held in self._series(figures)]
        told = sorted(
            (strand for strand in strands if strand.said),
            key=lambda strand: (-len(strand.said), strand.name, strand.id),
        )
        called = (speaker.name, *sorted(names - {speaker.name}))
        passed = len(entries) - len(looked)
        return Record(speaker.key, speaker.name, called, tuple(told), len(entries), passed)

    def _spoken(
        self, entries: Sequence[int], names: Collection[str]
    ) -> Iterator[tuple[Figure, str]]:
        """The figures in some articles that somebody of these names tells, each with the name."""
        for first in range(0, len(entries), _FEW):
            some = entries[first : first + _FEW]
            wanted = set(some)
            for (packed,) in self._index.ask(_BLOCKS, (json.dumps(some),)):
                for entry, (_, columns) in json.loads(zlib.decompress(packed)):
                    if entry in wanted:
                        for nth, name in zip(columns[_NTH], columns[_SPEAKER], strict=True):
                            if name is not None and line(name) in names:
                                yield (entry, nth), name

    def _series(self, figures: Sequence[Figure]) -> Iterator[_Held]:
        """The series in which some figures stand, those of a single one too."""
        overlay = self.overlay()
        base = kept.series_of(self._index, figures)
        held: dict[str, set[Figure]] = defaultdict(set)
        alone: dict[int, set[int]] = defaultdict(set)
        for figure in figures:
            series_id = overlay.of.get(figure) or base.get(figure)
            if series_id is None:
                alone[figure[0]].add(figure[1])
            else:
                held[series_id].add(figure)
        lines = kept.lines_of(self._index, held)
        for series_id, own in held.items():
            made = overlay.made.get(series_id)
            if made is not None:
                yield _Held(series_id, made.name, made.members, own)
            else:
                name = lines[series_id].name if series_id in lines else None
                yield _Held(series_id, name, self._gathered(series_id), own)
        for entry, numbers in alone.items():
            for member in members_in(self._index, entry, numbers):
                key = member.key
                series_id = f"{key.family}:{key.article}:{key.nth}"
                yield _Held(series_id, None, (member,), {(entry, key.nth)})

    def _strand(self, held: _Held, mouth: str) -> Strand:
        """What one speaker said in a series, in the order in which the series has it."""
        own = [m for m in held.members if (m.entry, m.key.nth) in held.own]
        if not own:
            return Strand(held.id, "", "", ())
        names = {m.key.speaker for m in own}
        around = held.members if len(held.members) <= WHOLE else own
        texts = {m.entry for m in around if m.key.speaker in names}
        pages = self._pages(around, self.overlay().dated, texts)
        keys = tuple(sorted((m.key for m in around), key=lambda key: (key.article, key.nth)))
        name = held.name or name_of(keys)
        order = placed(rows(Series(held.id, name, keys[0].family, keys), pages))
        mine = [one for one in order if one.row.mouth == mouth]
        return Strand(held.id, name, unit_of(keys[0].family), changes(mine))
