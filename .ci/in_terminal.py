"""Run a shell command in a terminal of 120×40: wait for a text, press keys, pass on its exit code.

in_terminal.py --until TEXT --then KEYS COMMAND
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[a-zA-Z]|[^\[])")
PATIENCE = 300.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--until", required=True, type=str.encode)
    parser.add_argument("--then", required=True, type=str.encode)
    parser.add_argument("command")
    arguments = parser.parse_args()

    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-c", arguments.command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    shown, pressed, end = b"", False, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how a terminal says that its last user has left
            break
        if not chunk:
            break
        shown += chunk
        if not pressed and arguments.until in ESCAPES.sub(b"", shown):
            os.write(terminal, arguments.then)
            pressed, end = True, time.monotonic() + 60
    else:
        os.kill(process, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if code or not pressed:
        print(ESCAPES.sub(b"", shown).decode("utf-8", "replace")[-3000:], file=sys.stderr)
        print(f"ended with {code}; {'the' if pressed else 'no'} text showed", file=sys.stderr)
        return code or 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
