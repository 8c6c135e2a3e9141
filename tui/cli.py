"""The command line. What a command needs is imported inside it: `--help` must answer at once."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__, garbage

if TYPE_CHECKING:
    from tui.text.article import Article
    from tui.text.guide import Rule

DONE, SOME_UNREAD, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            return _run(arguments)
        except SystemExit as end:  # argparse: after help, version or a usage fault
            return end.code if isinstance(end.code, int) else WRONG_USAGE
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has enough: what is left in the buffer goes nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stdout = None  # or Python would try to write the rest as it ends
        return _complain(f"cannot print any further: {error.strerror}. Make room on that disk.")


def read(arguments: argparse.Namespace) -> int:
    """Open the app on some files and folders."""
    with garbage.put_off():
        return _open(arguments)


def _open(arguments: argparse.Namespace) -> int:
    from tui.config import ConfigError, load
    from tui.store.library import Library

    try:
        config, rules = load(), _rules()
    except ConfigError as error:
        return _complain(str(error), WRONG_USAGE)
    if fault := _no_names(arguments.names):
        return _complain(fault, WRONG_USAGE)
    if arguments.notes is not None and (fault := _unfit_for_notes(arguments.notes)):
        return _complain(fault, WRONG_USAGE)
    # Textual draws on stderr.
    terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    library = Library(
        arguments.paths,
        notes=arguments.notes,
        workers=None if terminal else 0,
        rules=rules,
        names=arguments.names,
    )
    with contextlib.closing(library):
        for problem in library.problems:
            _complain(problem)
        if not library.rows and not library.archives:
            return SOME_UNREAD if library.problems else _nothing(arguments.paths)
        if not terminal:
            return _complain(
                "the reader needs a terminal, with nothing redirected. "
                "To print articles: newsreader extract PATH...",
                WRONG_USAGE,
            )
        from tui.app import NewsreaderApp

        app = NewsreaderApp(library, config, _name(arguments.paths))
        app.run()
        return app.return_code or (SOME_UNREAD if library.problems else DONE)


def _no_names(choice: str | None) -> str | None:
    """Why names cannot be found by what somebody chose, None where they can."""
    if choice is None:
        return None
    from tui.text.spotting import NoModel, spotter

    try:
        spotter(choice)
    except NoModel as error:
        return f"--names {error}"
    return None


def _rules() -> tuple[Rule, ...]:
    """A reader's own words for what is page. Raises ConfigError."""
    from tui.config import load_page_words

    words = load_page_words()
    if not words:
        return ()
    from tui.text.guide import Rule

    return tuple(Rule(*word) for word in words)


def _unfit_for_notes(path: Path) -> str | None:
    """Why a file that somebody names must not be written to as notes, None where it may."""
    from tui.store.journal import Damaged, load

    try:
        load(path)
    except FileNotFoundError:
        return None
    except Damaged:
        reason = "is there and holds no notes; it is left as it is"
    except OSError as error:
        reason = f"cannot be used: {error.strerror or error}"
    else:
        return None
    return f"--notes {path}: {reason}. Name a file of notes, or one that is not there yet."


def extract(arguments: argparse.Namespace) -> int:
    """Print what the engine makes of some files and folders."""
    unread: list[str] = []

    def complain(problem: str) -> None:
        unread.append(problem)
        _complain(problem)

    from tui.config import ConfigError

    try:
        rules = _rules()
    except ConfigError as error:
        return _complain(str(error), WRONG_USAGE)
    if fault := _no_names(arguments.names):
        return _complain(fault, WRONG_USAGE)
    out = sys.stdout
    with contextlib.suppress(AttributeError):  # a stand-in of a test cannot, and need not
        out.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    articles = _articles(arguments.paths, rules, arguments.names, complain)
    for text in _formatted(arguments.format, articles, explain=arguments.explain):
        out.write(text)
    return SOME_UNREAD if unread else DONE


def keys(arguments: argparse.Namespace) -> int:
    """Print the keys of the app, those of the reader's own settings included."""
    from tui.actions import ACTIONS
    from tui.config import ConfigError, load
    from tui.keys import Keymap

    try:
        keymap = Keymap(load().keymap)
    except ConfigError as error:
        return _complain(str(error), WRONG_USAGE)
    labels = {action.id: keymap.label(action.id) for action in ACTIONS}
    wide, wider = max(map(len, labels.values())), max(map(len, labels))
    group = None
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            print(f"{group}:")
        print(f"  {labels[action.id]:<{wide}}  {action.id:<{wider}}  {action.help}")
    return DONE


def _run(argv: list[str]) -> int:
    commands = {"extract": (_extract_parser, extract), "keys": (_keys_parser, keys)}
    make, command = commands.get(argv[0] if argv else "", (_read_parser, read))
    parser = make()
    arguments = parser.parse_args(argv if command is read else argv[1:])
    if command is read and "-" in arguments.paths:
        parser.error("standard input (-) can be extracted, not read: the app needs it for its keys")
    return command(arguments)


def _read_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "newsreader",
        "Read saved news pages without the page around them, figures and speakers first.",
        """\
commands:
  newsreader extract PATH...   print articles with their figures, actors and claims
  newsreader keys              print the keys of the app

examples:
  newsreader corpus/           read a folder of saved pages
  newsreader page.html *.txt   read these files
  newsreader ./extract         read a folder that is called like a command
""",
    )
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument(
        "--notes", type=Path, metavar="FILE", help="keep notes in FILE, not with the corpus"
    )
    _add_names(parser)
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a saved page, or a folder of them"
    )
    return parser


def _extract_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "newsreader extract",
        "Print each article with what was found in it, in path order.",
        """\
examples:
  newsreader extract corpus/ > articles.jsonl
  newsreader extract --format text page.html
  newsreader extract --format text --explain page.html
  curl -s https://example.org/article | newsreader extract -

exit code: 0 done, 1 some input could not be read (each is named), 2 wrong usage
""",
    )
    parser.add_argument(
        "--format",
        choices=["jsonl", "json", "text"],
        default="jsonl",
        help="one object a line (the default), one array, or text to read",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="tell of each figure, actor and claim which rule and which words gave each field",
    )
    _add_names(parser)
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a saved page, a folder of them, or - for one page"
    )
    return parser


def _add_names(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--names",
        metavar="SPACY",
        help="where names stand by spaCy, if you have it: `spacy`, or `spacy:` and a pipeline",
    )


def _keys_parser() -> argparse.ArgumentParser:
    return _parser(
        "newsreader keys",
        "Print the keys of the app with the names by which the settings file can give them others.",
        "example:\n  newsreader keys | grep bookmark\n",
    )


def _parser(prog: str, description: str, epilog: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _articles(
    paths: Sequence[str],
    rules: tuple[Rule, ...],
    names: str | None,
    complain: Callable[[str], None],
) -> Iterator[Article]:
    """The articles of files and folders in path order; tells of what cannot be read."""
    from tui.store.batch import Batch
    from tui.store.files import walk
    from tui.store.plain import LARGEST, TOO_LARGE
    from tui.store.reading import article_of
    from tui.text.safe import safe_line

    corpus = walk([path for path in paths if path != "-"], expand=True)
    for problem in corpus.problems:
        complain(problem)
    if not corpus.files and not corpus.problems and "-" not in paths:
        complain(_nothing_in(paths))
    with Batch(corpus, rules, names=names, on_progress=_progress()) as batch:
        if "-" in paths:
            data = sys.stdin.buffer.read(LARGEST + 1)
            if len(data) > LARGEST:
                complain(f"-: {TOO_LARGE}")
            else:
                batch.put_first("-", data)
        for given, outcome in batch.outcomes():
            article = article_of(outcome.article) if outcome.article is not None else None
            if article is None:
                complain(safe_line(f"{given}: {outcome.entry.problem}"))
            else:
                yield article


def _progress() -> Callable[[str], None]:
    """Tells how far a long command is, on a terminal that shows nothing else."""
    stream = sys.stderr
    if not stream.isatty() or sys.stdout.isatty():
        return lambda line: None

    def tell(line: str) -> None:
        with contextlib.suppress(OSError):
            stream.write(f"\r{line}\x1b[K" if line else "\r\x1b[K")
            stream.flush()

    return tell


def _formatted(name: str, articles: Iterator[Article], *, explain: bool) -> Iterator[str]:
    from tui.export import jsonl, text

    if explain:
        from tui.export import explain as why
    told = why.as_objects if explain else None
    if name == "json":
        yield from jsonl.array(articles, told)
    elif name == "jsonl":
        yield from (f"{jsonl.line(article, told)}\n" for article in articles)
    else:
        for number, article in enumerate(articles):
            page = text.render(article, why.as_lines(article) if explain else None)
            yield f"\n{text.RULE}\n\n{page}" if number else page


def _name(paths: Sequence[str]) -> str:
    """What to call a corpus: `corpus`, or `corpus and 2 more`."""
    from tui.store.plain import shown

    name = shown(os.path.basename(os.path.realpath(paths[0])) or paths[0])
    return f"{name} and {len(paths) - 1} more" if len(paths) > 1 else name


def _nothing(paths: Sequence[str]) -> int:
    return _complain(_nothing_in(paths), SOME_UNREAD)


def _nothing_in(paths: Sequence[str]) -> str:
    from tui.store.files import ARCHIVES, SUFFIXES
    from tui.store.plain import shown

    endings = ", ".join([*sorted(filter(None, SUFFIXES)), *ARCHIVES])
    where = ", ".join(shown(path) for path in paths)
    return (
        f"{where}: no articles here. Files that end in {endings} or in nothing are looked for, "
        "packed (.gz) or not."
    )


def _complain(problem: str, code: int = SOME_UNREAD) -> int:
    with contextlib.suppress(OSError):
        print(f"newsreader: {problem}", file=sys.stderr)
    return code
