"""The one registry of what can be done: by which keys, where, and how it is told.

Bindings, footer, command palette, help and manual are all made from `ACTIONS`, so that they cannot
drift apart. Keys are written as they are printed: `j`, `gg`, `]f`, `ctrl+d`, `space`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Pane = Literal["list", "article", "panel"]
PANES: tuple[Pane, ...] = ("list", "article", "panel")
Scene = Literal["list", "article", "panel", "actors"]
"""Where keys are pressed: in a pane of the first screen, or on a screen of its own."""
SCENES: tuple[Scene, ...] = (*PANES, "actors")


class Action(NamedTuple):
    """Something a reader can do: `label` for the footer, `help` for a line of explanation."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    scenes: tuple[Scene, ...] = PANES
    footer: tuple[Scene, ...] = ()


MOVE, LIST, TEXT, CAST, MARK, SHOW, APP = (
    *("Move", "In the list", "In the article", "In the actors", "Keep", "Show", "Program"),
)
READING: tuple[Scene, ...] = ("article", "panel")
SORTED: tuple[Scene, ...] = ("list", "panel", "actors")
ACTORS: tuple[Scene, ...] = ("actors",)

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Down", "One line or row down.", MOVE, SCENES),
    Action("up", ("k", "up"), "Up", "One line or row up.", MOVE, SCENES),
    Action("left", ("h",), "Left", "To the pane on the left.", MOVE, SCENES),
    Action("right", ("l",), "Right", "To the pane on the right.", MOVE, SCENES),
    Action(
        "next_pane", ("tab",), "Pane", "To the next pane, round and round.", MOVE, SCENES, SCENES
    ),
    Action("previous_pane", ("shift+tab",), "Pane back", "To the pane before.", MOVE, SCENES),
    Action(
        "open",
        ("enter",),
        "Open",
        "Open the row: an article, a place in the text, a teaser. On an actor: the next mention.",
        MOVE,
        SCENES,
        footer=("list", "panel", "actors"),
    ),
    Action("top", ("gg", "home"), "Top", "To the first line or row.", MOVE, SCENES),
    Action("bottom", ("G", "end"), "Bottom", "To the last line or row.", MOVE, SCENES),
    Action("half_down", ("ctrl+d",), "Half page", "Half a page down.", MOVE, SCENES),
    Action("half_up", ("ctrl+u",), "Half page up", "Half a page up.", MOVE, SCENES),
    Action(
        "page",
        ("space", "pagedown"),
        "Page",
        "A page on; at the end of the article, the next article.",
        MOVE,
        SCENES,
        footer=("article",),
    ),
    Action("page_up", ("pageup",), "Page up", "A page back.", MOVE, SCENES),
    Action("next_article", ("J",), "Next", "The next article.", MOVE, footer=("article",)),
    Action("previous_article", ("K",), "Previous", "The article before.", MOVE),
    Action(
        "search",
        ("s",),
        "Search",
        'Search the corpus: words, "phrases", begin*, -not, OR, figure:>1000, speaker:Rutte.',
        LIST,
        footer=PANES,
    ),
    Action(
        "filter",
        ("f",),
        "Filter",
        "Narrow the list, by all that can be searched for. Actors: by a name.",
        LIST,
        SCENES,
        footer=ACTORS,
    ),
    Action("unfilter", ("F",), "All", "Take the filter off: all articles or actors.", LIST, SCENES),
    Action("queries", ("gs",), "Searches", "Searches that were kept, and the last ones.", LIST),
    Action("read_mark", ("r",), "Read", "Count the article as read.", LIST),
    Action("unread_mark", ("u",), "Unread", "Count the article as not read yet.", LIST),
    Action("next_unread", ("]u",), "Unread", "To the next article that was not read yet.", LIST),
    Action("previous_unread", ("[u",), "Unread back", "To the unread article before.", LIST),
    Action("copies", ("D",), "Copies", "Show or fold the copies of this story.", LIST),
    Action(
        "pause",
        ("gi",),
        "Stop reading in",
        "Stop reading the corpus in, or go on with it.",
        LIST,
        SCENES,
    ),
    Action(
        "find",
        ("/",),
        "Find",
        "Find words in this article; an actor by name.",
        TEXT,
        SCENES,
        footer=("list", "article"),
    ),
    Action("next_hit", ("n",), "Next hit", "To the next place that was found.", TEXT),
    Action("previous_hit", ("N",), "Hit before", "To the place found before.", TEXT),
    Action(
        "next_figure", ("]f",), "Figure", "To the next figure in the text.", TEXT, footer=READING
    ),
    Action("previous_figure", ("[f",), "Figure back", "To the figure before.", TEXT),
    Action("next_claim", ("]c",), "Claim", "To the next claim in the text.", TEXT, footer=READING),
    Action("previous_claim", ("[c",), "Claim back", "To the claim before.", TEXT),
    Action(
        "next_cut",
        ("]x",),
        "Cut part",
        "To the next part that was cut; shows what was stripped.",
        TEXT,
    ),
    Action("previous_cut", ("[x",), "Cut part back", "To the cut part before.", TEXT),
    Action(
        "why",
        ("w",),
        "Why",
        "By which rule and words a figure, actor or claim was found.",
        TEXT,
        READING,
        footer=READING,
    ),
    Action(
        "mark",
        ("v",),
        "Mark",
        "Mark an actor, to make it one with others; or take the mark away.",
        CAST,
        ACTORS,
        footer=ACTORS,
    ),
    Action(
        "merge",
        ("m",),
        "Merge",
        "The marked actors are the one at the cursor, whose name they take.",
        CAST,
        ACTORS,
    ),
    Action(
        "split",
        ("M",),
        "Split off",
        "A name at the cursor is somebody else's.",
        CAST,
        ACTORS,
    ),
    Action(
        "bookmark",
        ("b",),
        "Bookmark",
        "Bookmark the sentence at the cursor, or take its bookmark away.",
        MARK,
        footer=READING,
    ),
    Action(
        "bookmarks", ("B",), "Bookmarks", "All bookmarks; enter goes there.", MARK, footer=("list",)
    ),
    Action(
        "decide",
        ("x",),
        "Restore or cut",
        "Put a cut part back, or cut a paragraph; on a reason, all.",
        MARK,
        ("article",),
    ),
    Action(
        "decide_everywhere",
        ("X",),
        "On site",
        "The same in every article of this site.",
        MARK,
        ("article",),
    ),
    Action(
        "undo",
        ("ctrl+z",),
        "Undo",
        "Undo the last bookmark, what was put back, cut, merged or split.",
        MARK,
        SCENES,
    ),
    Action("redo", ("ctrl+y",), "Redo", "Do again what was undone.", MARK, SCENES),
    Action(
        "next_tab", ("p", "right"), "Tab", "The next tab of the panel.", SHOW, footer=("panel",)
    ),
    Action("previous_tab", ("P", "left"), "Tab back", "The tab of the panel before.", SHOW),
    Action(
        "actors",
        ("ga",),
        "Actors",
        "Everyone in the corpus, and what each has claimed.",
        SHOW,
        SCENES,
        footer=("list",),
    ),
    Action(
        "stripped",
        ("R",),
        "Stripped",
        "Show what was stripped from the page, in place and with the reason, or hide it.",
        SHOW,
        footer=("article",),
    ),
    Action(
        "sort",
        ("S",),
        "Sort",
        "The list by path, date, title, site, figures or notes; the figures, the actors.",
        SHOW,
        SORTED,
        footer=("list", *ACTORS),
    ),
    Action(
        "kinds",
        ("#",),
        "Kind",
        "Only figures or actors of one kind, and the next.",
        SHOW,
        ("panel", "actors"),
        ACTORS,
    ),
    Action("zen", ("z",), "Alone", "The article alone, or everything again.", SHOW),
    Action("theme", ("gt",), "Theme", "The next theme.", SHOW, SCENES),
    Action("commands", (":", "ctrl+p"), "Commands", "Look up a command or a title.", APP, SCENES),
    Action("help", ("?",), "Help", "All keys; type / to filter.", APP, SCENES, SCENES),
    Action(
        "back",
        ("q", "escape"),
        "Back",
        "Back to where you came from.",
        APP,
        SCENES,
        footer=(*READING, *ACTORS),
    ),
    Action("quit", ("Q",), "Quit", "Leave newsreader.", APP, SCENES, footer=("list",)),
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
