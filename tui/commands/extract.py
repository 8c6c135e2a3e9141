"""`newsreader extract PATH...`: what the engine makes of pages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.commands import common
from tui.commands.common import DONE, SOME_UNREAD, WRONG_USAGE

if TYPE_CHECKING:
    from tui.text.article import Article
    from tui.text.guide import Rule


def parser() -> argparse.ArgumentParser:
    """What it takes."""
    found = common.parser(
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
    found.add_argument(
        "--format",
        choices=["jsonl", "json", "text"],
        default="jsonl",
        help="one object a line (the default), one array, or text to read",
    )
    found.add_argument(
        "--explain",
        action="store_true",
        help="tell of each figure, actor and claim which rule and which words gave each field",
    )
    common.add_names(found)
    common.add_paths(found, "a saved page, a folder of them, or - for one page")
    return found


def run(arguments: argparse.Namespace) -> int:
    """Print what the engine makes of some files and folders."""
    unread: list[str] = []

    def complain(problem: str) -> None:
        unread.append(problem)
        common.complain(problem)

    from tui.config import ConfigError

    try:
        rules = common.rules()
    except ConfigError as error:
        return common.complain(str(error), WRONG_USAGE)
    if fault := common.no_names(arguments.names):
        return common.complain(fault, WRONG_USAGE)
    common.utf8(sys.stdout)
    articles = _articles(arguments.paths, rules, arguments.names, complain)
    for text in _formatted(arguments.format, articles, explain=arguments.explain):
        sys.stdout.write(text)
    return SOME_UNREAD if unread else DONE


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
        complain(common.nothing_in(paths))
    with Batch(corpus, rules, names=names, on_progress=common.teller()) as batch:
        if "-" in paths:
            data = sys.stdin.buffer.read(LARGEST + 1)
            if len(data) > LARGEST:
                complain(f"-: {TOO_LARGE}")
            else:
                batch.put_first("-", data)
        for given, outcome in batch.outcomes():
            article = article_of(outcome.article, given) if outcome.article is not None else None
            if article is None:
                complain(safe_line(f"{given}: {outcome.entry.problem}"))
            else:
                yield article


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
