"""`newsreader keys`: the keys of the app."""

from __future__ import annotations

import argparse

from tui.commands import common
from tui.commands.common import DONE, WRONG_USAGE


def parser() -> argparse.ArgumentParser:
    """What it takes: nothing."""
    return common.parser(
        "newsreader keys",
        "Print the keys of the app with the names by which the settings file can give them others.",
        "example:\n  newsreader keys | grep bookmark\n",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the keys of the app, those of the reader's own settings included."""
    from tui.actions import ACTIONS
    from tui.config import ConfigError, load
    from tui.keys import Keymap

    try:
        keymap = Keymap(load().keymap)
    except ConfigError as error:
        return common.complain(str(error), WRONG_USAGE)
    labels = {action.id: keymap.label(action.id) for action in ACTIONS}
    wide, wider = max(map(len, labels.values())), max(map(len, labels))
    group = None
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            print(f"{group}:")
        print(f"  {labels[action.id]:<{wide}}  {action.id:<{wider}}  {action.help}")
    return DONE
