"""Which files of a corpus change on the disk while it is open."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

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

    `all_anew` is asked twice a second whether everything is to be looked at for other reasons.
    What is hidden is not watched, so that notes that are written are no change of the corpus.
    """
    tops = [real for root in roots if os.path.lexists(real := os.path.realpath(root))]
    everything = frozenset(tops)
    try:
        for paths in _told(tops, cancelled):
            if cancelled():
                return
            if all_anew() or len(paths) > MANY:
                yield everything
            elif paths:
                yield paths
    except (OSError, RuntimeError):
        # Too many folders for this system to watch: look at everything now and then.
        yield from _now_and_then(everything, all_anew, cancelled)


def _told(tops: Sequence[str], cancelled: Callable[[], bool]) -> Iterator[frozenset[str]]:
    """The paths that changed, some at a time; none, twice a second, where nothing does."""
    from watchfiles import watch  # compiled, and not needed for the first screen

    folders = [top for top in tops if os.path.isdir(top)]
    # A file that is written anew by another in its place is only seen from its folder.
    beside = {os.path.dirname(top) for top in tops if top not in folders}
    stop = threading.Event()

    def is_ours(_: object, path: str) -> bool:
        return _is_under(path, tops)

    if cancelled() or not tops:
        return
    changes = watch(
        *folders,
        *beside,
        watch_filter=is_ours,
        debounce=_LONGEST,
        step=_STEP,
        rust_timeout=_LOOK_UP,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        recursive=bool(folders),
        ignore_permission_denied=True,
    )
    for found in changes:
        if cancelled():
            stop.set()
            return
        yield frozenset(path for _, path in found)


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
