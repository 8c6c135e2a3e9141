"""`newsreader notes PATH... list|export|import|check`: what a person wrote, for the shell."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from tui.commands import common
from tui.commands.common import WRONG_USAGE, complain

ACTIONS = ("list", "export", "import", "check")
_FORMATS = ("jsonld", "jsonl", "csv", "markdown")
_KINDS = ("bookmark", "highlight", "note", "claim", "evidence", "tags")
_STATUSES = ("unverified", "confirmed", "disputed", "denied", "superseded")
_STATES = ("anchored", "changed", "ambiguous", "gone", "orphan")
_BELONGS = {
    "format": ("export",),
    "output": ("export",),
    "force": ("export",),
    "kind": ("list", "export"),
    "tag": ("list", "export"),
    "status": ("list", "export"),
    "speaker": ("list", "export"),
    "article": ("list", "export"),
    "state": ("list", "export"),
    "text": ("list", "export"),
    "by": ("import",),
    "dry_run": ("check",),
}
"""For which actions an option is there."""


class _Parser(argparse.ArgumentParser):
    """A parser for paths, an action and its files, with options anywhere between them."""

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """The arguments, with `action` and `files` told apart from `paths`."""
        if "--help" in (args or ()) or "-h" in (args or ()):
            super().parse_args(args)  # the help of intermixed arguments lacks the paths
        found: argparse.Namespace = super().parse_intermixed_args(args)
        words: list[str] = found.paths
        at = next((at for at, word in enumerate(words) if at and word in ACTIONS), len(words))
        found.paths, found.files = words[:at], words[at + 1 :]
        found.action = words[at] if at < len(words) else "list"
        if found.files and found.action != "import":
            self.error(f"there is nothing to give to {found.action}: {found.files[0]}")
        if found.action == "import" and not found.files:
            self.error("import: name the file, or - for standard input")
        for option, actions in _BELONGS.items():
            if getattr(found, option) and found.action not in actions:
                name = option.replace("_", "-")
                self.error(f"--{name} is for {' and '.join(actions)}, not for {found.action}")
        return found


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = _Parser(
        prog="newsreader notes",
        usage="newsreader notes PATH... [list | export | import FILE... | check] [options]",
        description="What you marked and wrote: print it, take it out, bring it in, verify it.",
        epilog="""\
actions:
  list      print all marks, with what became of them where a page changed (the default)
  export    print them whole: jsonld (W3C Web Annotation), jsonl, csv or markdown
  import    take in what was exported, a colleague's too; nothing is overwritten
  check     verify the notes file and its journal, and put right what can be

examples:
  newsreader notes archive/
  newsreader notes archive/ list --status unverified --speaker pentagon
  newsreader notes archive/ list --state changed --text '"de dijk" -tag:oud'
  newsreader notes archive/ export --format markdown --output story.md
  newsreader notes archive/ export --kind claim --format csv > claims.csv
  newsreader notes archive/ import anna.jsonld
  newsreader notes archive/ check --dry-run

A folder that is called like an action is written ./list.
exit code: 0 done or sound, 1 something could not be read or was damaged, 2 wrong usage
""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    out = found.add_argument_group("for list and export")
    out.add_argument("--kind", choices=_KINDS, help="only marks of this kind")
    out.add_argument("--tag", help="only marks with this tag, or one below it")
    out.add_argument("--status", choices=_STATUSES, help="only claims of this status")
    out.add_argument(
        "--speaker", metavar="NAME", help="only claims of a speaker, or part of a name"
    )
    out.add_argument(
        "--article", metavar="WORDS", help="only marks in articles with this in the title or path"
    )
    out.add_argument(
        "--state", choices=_STATES, help="only marks of which the page made this (orphan is gone)"
    )
    out.add_argument(
        "--text",
        metavar="WORDS",
        help="only marks with these words, or whatever gn filters by",
    )
    export = found.add_argument_group("for export")
    export.add_argument("--format", choices=_FORMATS, help="the form (jsonld)")
    export.add_argument("--output", metavar="FILE", help="write a new file; else it is printed")
    export.add_argument("--force", action="store_true", help="replace FILE where it is there")
    taken = found.add_argument_group("for import")
    taken.add_argument(
        "--by", metavar="NAME", help="whose they are, where the file says nothing or your own name"
    )
    check = found.add_argument_group("for check")
    check.add_argument("--dry-run", action="store_true", help="only look, and write nothing")
    found.add_argument("--notes", type=Path, metavar="FILE", help="the notes, where not the usual")
    common.add_names(found)
    common.add_paths(found, "the corpus: a folder of saved pages, or pages")
    return found


def run(arguments: argparse.Namespace) -> int:
    """Do the action."""
    import sys

    common.utf8(sys.stdout)
    common.utf8(sys.stderr)
    if "-" in arguments.paths:
        return complain("standard input (-) is no corpus. Name its folder.", WRONG_USAGE)
    from tui.config import ConfigError

    try:
        return _act(arguments)
    except (ConfigError, ValueError) as error:
        return complain(str(error), WRONG_USAGE)


def _act(arguments: argparse.Namespace) -> int:
    if arguments.action == "check":
        from tui.commands import notes_check

        return notes_check.run(arguments)
    if arguments.action == "import":
        from tui.commands import notes_in

        return notes_in.run(arguments)
    from tui.commands import notes_out

    return notes_out.run(arguments)
