"""Look for paths of somebody's machine in the files of the project.

    machine_paths.py CHECKOUT

The files are those of the project that this script stands in.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SKIPPED = {".git", ".venv", "__pycache__"}
# A folder under one of these is somebody's: `/home/` with a name after it.
PATHS = re.compile(
    r"(?<![\w.~-])/(?:home|Users|root|work|tmp|mnt|media|srv|workspace|builds|private/var|var/folders)"
    r"/[\w.-]|[A-Z]:\\\\?Users\\",
)


def main(checkout: str) -> int:
    own = [path for path in (checkout, str(Path.home())) if len(Path(path).parts) > 2]
    found = 0
    for file in sorted(PROJECT.rglob("*")):
        if SKIPPED.intersection(file.relative_to(PROJECT).parts) or not file.is_file():
            continue
        try:
            lines = file.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if PATHS.search(line) or any(path in line for path in own):
                print(f"{file.relative_to(PROJECT)}:{number}: {line.strip()[:100]}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
