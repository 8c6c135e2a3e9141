"""Which files of a corpus change on the disk while it is open."""

from __future__ import annotations

import contextlib
import os
import queue
import stat
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

MANY = 1_000
"""From how many changes at once on everything is looked at: some may not have been told of."""

_STEP = 100  # milliseconds without a change that end a burst
_LONGEST = 2_000  # milliseconds that a burst is waited for
_LOOK_UP = 500  # milliseconds between two looks at whether one should stop
_SWEEP = 60.0  # seconds between two looks at everything where nothing can be watched


def watching(
    roots: Sequence[str], all_anew: Callable[[], bool], cancelled: Callable[[], bool]
) -> Iterator[frozenset[str]]:
    """Blocks; gives paths that changed, and the roots themselves where everything is to be seen.

    That is so as soon as the watch stands, for what changed before is told by nobody, and when a
    root comes back, or another folder in its place. `all_anew` is asked twice a second whether
    everything is to be looked at for other reasons. What is hidden is not watched, so that notes
    that are written are no change of the corpus.
    """
    everything = frozenset(map(os.path.realpath, roots))
    pause = threading.Event()
    there = None
    while not cancelled():
        here = _standing(everything)
        if not here:
            if all_anew() or there != here:
                yield everything
            there = here
            pause.wait(_LOOK_UP / 1000)
            continue
        there = here
        try:
            first = True
            for paths in _told(list(here), cancelled):
                if cancelled():
                    return
                if all_anew() or first or len(paths) > MANY:
                    yield everything
                elif paths:
                    yield paths
                first = False
                if _standing(everything) != here:
                    break
            else:
                return
        except (OSError, RuntimeError):
            # Too many folders for this system to watch: look at everything now and then.
            yield from _now_and_then(everything, all_anew, cancelled)
            return


def _standing(tops: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The roots that are there, and which file or folder each of them is.

    A file may be another at any moment, and is told of from its folder.
    """
    found = {}
    for top in sorted(tops):
        with contextlib.suppress(OSError):
            status = os.stat(top)
            is_folder = stat.S_ISDIR(status.st_mode)
            found[top] = (status.st_dev, status.st_ino) if is_folder else (0, 0)
    return found


def _told(tops: Sequence[str], cancelled: Callable[[], bool]) -> Iterator[frozenset[str]]:
    """The paths that changed, some at a time; none, twice a second, where nothing does.

    The first come when all are watched.
    """
    folders = [top for top in tops if os.path.isdir(top)]
    # A file that is written anew by another in its place is only seen from its folder.
    beside = {os.path.dirname(top) for top in tops if top not in folders}
    inside = tuple(f"{folder.rstrip('/')}/" for folder in folders)
    beside = {folder for folder in beside if not f"{folder.rstrip('/')}/".startswith(inside)}
    kinds = [(paths, deep) for paths, deep in ((folders, True), (sorted(beside), False)) if paths]
    stop = threading.Event()
    try:
        if cancelled() or not kinds:
            return
        if len(kinds) == 1:
            yield from _watched(tops, *kinds[0], stop)
        else:
            yield from _together([_watched(tops, *kind, stop) for kind in kinds])
    finally:
        stop.set()


def _watched(
    tops: Sequence[str], paths: Sequence[str], deep: bool, stop: threading.Event
) -> Iterator[frozenset[str]]:
    """What changed in some folders, and, if `deep`, in all that is under them."""
    from watchfiles import watch  # compiled, and not needed for the first screen

    changes = watch(
        *paths,
        watch_filter=lambda _, path: _is_under(path, tops),
        debounce=_LONGEST,
        step=_STEP,
        rust_timeout=_LOOK_UP,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        recursive=deep,
        ignore_permission_denied=True,
    )
    for found in changes:
        yield frozenset(path for _, path in found)


def _together(watches: Sequence[Iterator[frozenset[str]]]) -> Iterator[frozenset[str]]:
    """What several watches tell, each in a thread of its own; the first once all have spoken."""
    told: queue.SimpleQueue[tuple[int, frozenset[str] | None, Exception | None]]
    told = queue.SimpleQueue()

    def listen(number: int) -> None:
        error = None
        try:
            for paths in watches[number]:
                told.put((number, paths, None))
        except Exception as found:  # it is for whoever waits below
            error = found
        told.put((number, None, error))

    for number in range(len(watches)):
        threading.Thread(target=listen, args=(number,), name="watch", daemon=True).start()
    silent, early = set(range(len(watches))), frozenset[str]()
    going_on = len(watches)
    while going_on:
        number, paths, error = told.get()
        if error is not None:
            raise error
        silent.discard(number)
        going_on -= paths is None
        early |= paths or frozenset()
        if not silent:
            yield early
            early = frozenset()


def _is_under(path: str, tops: Sequence[str]) -> bool:
    """Whether a path is of the corpus, and not hidden: at or under a root, or notes beside it."""
    for top in tops:
        if path == top:
            return True
        if path.startswith(f"{top.rstrip('/')}/"):
            inside = path[len(top.rstrip("/")) + 1 :]
            return not (inside.startswith(".") or "/." in inside)
        if os.path.dirname(path) == os.path.dirname(top) and not os.path.isdir(top):
            from tui.store.beside import sidecar_names

            if path in sidecar_names(top):
                return True
    return False


def _now_and_then(
    everything: frozenset[str], all_anew: Callable[[], bool], cancelled: Callable[[], bool]
) -> Iterator[frozenset[str]]:
    since = time.monotonic()
    pause = threading.Event()
    while not cancelled():
        if all_anew() or time.monotonic() - since > _SWEEP:
            yield everything
            since = time.monotonic()
        pause.wait(_LOOK_UP / 1000)
