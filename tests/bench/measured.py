"""What the benchmarks of a whole corpus share: their lines, percentiles, and where things lie."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.corpus import make

CHECKOUT = Path(__file__).resolve().parents[2]


class Line(NamedTuple):
    """One thing that was measured: what, how much, and how that compares with what beside it."""

    what: str
    value: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """A corpus and the folder for what programs keep about it: index, settings, notes."""

    corpus: Path
    home: Path

    @property
    def cache(self) -> Path:
        """The folder of the index."""
        return self.home / "CACHE" / "newsreader"

    @property
    def notes(self) -> Path:
        """Where notes go: not into the corpus, that others may measure too."""
        return self.home / "notes.json"

    @property
    def folders(self) -> dict[str, str]:
        """The environment that makes a program keep its things here."""
        return {f"XDG_{kind}_HOME": str(self.home / kind) for kind in ("CACHE", "CONFIG", "DATA")}

    def files(self) -> list[Path]:
        """All pages, in no order."""
        found = (Path(top) / name for top, _, names in os.walk(self.corpus) for name in names)
        return [path for path in found if ".newsreader" not in path.parts]

    def indexed(self) -> Ground:
        """The same, with an index that is up to date."""
        child("tests.bench.ingesting", self.corpus, self.home)
        return self


def ground(corpus: Path, count: int, home: Path | None = None) -> Ground:
    """A corpus of so many pages, made where it is not there yet."""
    if not corpus.exists():
        print(f"making {count} pages in {corpus} …", file=sys.stderr)
        make(corpus, count)
    return Ground(corpus, home or Path(tempfile.mkdtemp(prefix="newsreader-bench-")))


def begun(module: str, *arguments: object, **more: str) -> subprocess.Popen[bytes]:
    """A module in a process of its own, with `more` in its environment; it prints into a pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=CHECKOUT,
        env={**os.environ, **more},
        stdout=subprocess.PIPE,
    )


def child(module: str, *arguments: object, **more: str) -> dict[str, Any]:
    """What such a module prints as JSON. Raises CalledProcessError where it fails."""
    with begun(module, *arguments, **more) as process:
        told, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    found: dict[str, Any] = json.loads(told)
    return found


def descendants(process: int) -> dict[int, float]:
    """A process with all those under it: the seconds of a processor that each has used so far.

    Those count to it that had ended and were waited for.
    """
    above: dict[int, int] = {}
    used: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):  # it ended meanwhile; its parent has its time
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                above[int(entry.name)] = int(fields[1])
                used[int(entry.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    ours, more = {process}, True
    while more:
        found = {other for other, parent in above.items() if parent in ours} - ours
        ours, more = ours | found, bool(found)
    return {other: used.get(other, 0.0) for other in ours}


def percentile(values: Iterable[float], share: float) -> float:
    """The least value that is not passed by `share` of them; 0.5 gives the median."""
    found = sorted(values)
    return found[min(len(found) - 1, int(share * len(found)))]


def spread(seconds: Sequence[float]) -> str:
    """Median, p95, p99 and worst of some times, in milliseconds."""
    if not seconds:
        return "nothing measured"
    shares = (("median", 0.5), ("p95", 0.95), ("p99", 0.99))
    told = [f"{name} {percentile(seconds, share) * 1e3:.1f}" for name, share in shares]
    return f"{', '.join(told)}, worst {max(seconds) * 1e3:.1f} ms"


def status(field: str, process: int | None = None) -> float:
    """A size in the status of a process in MB: VmRSS, what it has, VmHWM, the most it had."""
    for line in Path(f"/proc/{process or 'self'}/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    return 0.0


def size_of(folder: Path) -> int:
    """The bytes in all files under a folder."""
    total = 0
    for top, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # a journal may go while one looks
                total += os.lstat(os.path.join(top, name)).st_size
    return total


def show(lines: Iterable[Line]) -> None:
    """Print the lines as a table."""
    found = list(lines)
    wide = max((len(line.what) for line in found), default=0)
    for line in found:
        print(f"{line.what:<{wide}}  {line.value}" + (f"  {line.beside}" if line.beside else ""))


def main(measure: Callable[[Ground], list[Line]], about: str | None) -> None:
    """Run one benchmark on the corpus that the command line names, and print what it found."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="a corpus, made where it is not there")
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="pages, if it is made")
    parser.add_argument("--home", type=Path, help="keep the index there, for the next benchmark")
    asked = parser.parse_args()
    show(measure(ground(asked.corpus.resolve(), asked.count, asked.home)))
