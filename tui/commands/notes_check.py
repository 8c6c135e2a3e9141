"""`newsreader notes PATH... check`: are the notes sound, and can they be made so."""

from __future__ import annotations

import argparse

from tui.commands.common import DONE, SOME_UNREAD, complain
from tui.commands.notebooks import place_of, unlisted


def run(arguments: argparse.Namespace) -> int:
    """Tell what is found, then what is put right; 0 where there was nothing to put right."""
    from tui.store.journal_check import verify
    from tui.text.safe import safe_line

    path, notice = place_of(arguments)
    if notice:
        complain(safe_line(notice))
    if unlisted(arguments):
        return SOME_UNREAD
    try:
        found = verify(path)
    except OSError as error:
        return complain(f"{safe_line(str(path))}: cannot be looked at: {error.strerror or error}")
    for finding in found:
        mark = "" if finding.level == "fine" else f"{finding.level}: "
        print(safe_line(f"{mark}{finding.text}"))
    levels = {finding.level for finding in found}
    if "repairable" in levels:
        if arguments.dry_run:
            print("nothing was written. Without --dry-run what is repairable is put right.")
        else:
            return _repair(arguments, len([f for f in found if f.level == "repairable"]))
    if levels == {"fine"}:
        print("sound")
        return DONE
    return SOME_UNREAD


def _repair(arguments: argparse.Namespace, count: int) -> int:
    from tui.store.journal_check import repair, verify
    from tui.text.safe import safe_line

    path, _ = place_of(arguments)
    print(f"putting right {count} thing{'' if count == 1 else 's'} ...", flush=True)
    try:
        done = repair(path)
        left = [finding for finding in verify(path) if finding.level == "repairable"]
    except OSError as error:
        reason = safe_line(str(error.strerror or error))
        return complain(f"not put right: {reason}. Nothing was lost by trying.")
    for line in done:
        print(safe_line(line))
    if not done:
        print("nothing was wrong any more: another newsreader was writing.")
    for finding in left:
        complain(safe_line(f"still {finding.text}"))
    return SOME_UNREAD if done or left else DONE
