"""Check an installed newsreader from outside its checkout; run it with that installation's Python.

    installed.py CHECKOUT ARCHIVE

CHECKOUT lends its corpus and says what should be there; ARCHIVE is what was installed.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

COMMAND = Path(sys.executable).with_name("newsreader")


def run(*arguments: str | Path) -> str:
    done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.returncode}: {done.stderr}"
    return done.stdout


def names(archive: Path) -> set[str]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return set(wheel.namelist())
    with tarfile.open(archive) as source:
        return {member.name.partition("/")[2] for member in source.getmembers()}


def check_contents(checkout: Path, archive: Path) -> None:
    """Stylesheets and data travel along, and in a source archive tests and corpus do too."""
    have = names(archive)
    wheel = archive.suffix == ".whl"
    want = {f"{'tui/' * wheel}styles/{file.name}" for file in checkout.glob("styles/*.tcss")}
    want |= {
        str(file.relative_to(checkout))
        for folder in ["tui"] + ["tests", "corpus"] * (not wheel)
        for file in (checkout / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and ".newsreader" not in file.parts
    }
    if not wheel:
        want |= {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", ".ci/run"}
    assert not want - have, f"missing in {archive.name}: {sorted(want - have)}"
    assert not any(".newsreader/" in name or "__pycache__" in name for name in have)


def check_command(checkout: Path) -> None:
    import tui

    assert checkout not in Path(tui.__file__).parents, f"not the installed one: {tui.__file__}"
    assert run("--version") == f"newsreader {tui.__version__}\n"
    page = min((checkout / "corpus").glob("*.txt"))
    article = json.loads(run("extract", page))
    assert article["title"], article
    assert len(article["body"]) > 200, article
    run("keys")
    first, *_ = run("search", checkout / "corpus", "soldaten", "--format=jsonl").splitlines()
    assert json.loads(first)["hits"], first


async def check_app(checkout: Path) -> None:
    """The app starts with its stylesheets and reads the corpus through its workers."""
    from tui.app import NewsreaderApp
    from tui.store.library import Library
    from tui.widgets import stylesheets

    for file in checkout.glob("styles/*.tcss"):
        sheet = stylesheets.path(file.stem)
        assert sheet.is_file(), f"no {sheet}"
        assert checkout not in sheet.parents, f"of the checkout: {sheet}"
    library = Library([checkout / "corpus"])
    try:
        app = NewsreaderApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            while not library.counts.total or library.counts.waiting:
                await pilot.pause(0.1)
            await pilot.pause()
            assert not library.counts.failed, library.counts
        assert not app.return_code, app.return_code
    finally:
        library.close()


def main(checkout: Path, archive: Path) -> None:
    check_contents(checkout, archive)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "CACHE")})
        check_command(checkout)
        asyncio.run(asyncio.wait_for(check_app(checkout), 120))
    print(f"{archive.name}: contents, command and app are there")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
