"""The one registry of what can be done: by which keys, where, and how it is told.

Bindings, footer, command palette, help and manual are all made from `ACTIONS`, so that they cannot
drift apart. Keys are written as they are printed: `j`, `gg`, `]f`, `ctrl+d`, `space`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Pane = Literal["list", "article", "panel"]
PANES: tuple[Pane, ...] = ("list", "article", "panel")
Scene = Literal[
    "list",
    "article",
    "panel",
    "actors",
    "ledger",
    "record",
    "selection",
    "notebook",
    "line",
    "queries",
    "writing",
]
"""Where keys are pressed: in a pane of the first screen, with text selected there, on a screen of
its own, in the line of a search, in the box of those that were kept, or where a note is written."""
USUAL: tuple[Scene, ...] = (*PANES, "actors", "notebook", "ledger", "record")
"""Where the keys that move are the usual ones."""
SCENES: tuple[Scene, ...] = (*USUAL, "selection")
EVERYWHERE: tuple[Scene, ...] = (*SCENES, "line", "queries", "writing")


class Action(NamedTuple):
    """Something a reader can do: `label` for the footer, `help` for a line of explanation."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    scenes: tuple[Scene, ...] = PANES
    footer: tuple[Scene, ...] = ()


MOVE, LIST, TEXT, PICK, CAST, FIGURES, NOTES, MARK, SHOW, APP = (
    *("Move", "In the list", "In the article", "In a selection", "In the actors"),
    *("In the ledger", "In the notebook", "Keep", "Show", "Program"),
)
READING: tuple[Scene, ...] = ("article", "panel")
SORTED: tuple[Scene, ...] = ("list", "panel", "actors", "notebook", "ledger")
ACTORS: tuple[Scene, ...] = ("actors",)
LEDGER: tuple[Scene, ...] = ("ledger",)
GATHERED: tuple[Scene, ...] = (*ACTORS, *LEDGER)
RECORD: tuple[Scene, ...] = ("record",)
BOOK: tuple[Scene, ...] = ("notebook",)
KEPT: tuple[Scene, ...] = (*READING, *BOOK)
SELECTION: tuple[Scene, ...] = ("selection",)

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Down", "One line or row down.", MOVE, USUAL),
    Action("up", ("k", "up"), "Up", "One line or row up.", MOVE, USUAL),
    Action("left", ("h",), "Left", "To the pane on the left.", MOVE, USUAL),
    Action("right", ("l",), "Right", "To the pane on the right.", MOVE, USUAL),
    Action("next_pane", ("tab",), "Pane", "To the next pane, round and round.", MOVE, USUAL, USUAL),
    Action("previous_pane", ("shift+tab",), "Pane back", "To the pane before.", MOVE, USUAL),
    Action(
        "open",
        ("enter",),
        "Open",
        "Open the row: an article, a place in the text, a teaser. On an actor: the next mention.",
        MOVE,
        USUAL,
        footer=("list", "panel", "actors"),
    ),
    Action("top", ("gg", "home"), "Top", "To the first line or row.", MOVE, USUAL),
    Action("bottom", ("G", "end"), "Bottom", "To the last line or row.", MOVE, USUAL),
    Action("half_down", ("ctrl+d",), "Half page", "Half a page down.", MOVE, USUAL),
    Action("half_up", ("ctrl+u",), "Half page up", "Half a page up.", MOVE, USUAL),
    Action(
        "page",
        ("space", "pagedown"),
        "Page",
        "A page on; at the end of the article, the next article.",
        MOVE,
        USUAL,
        footer=("article",),
    ),
    Action("page_up", ("pageup",), "Page up", "A page back.", MOVE, USUAL),
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
        "Narrow the list, by all that can be searched for. Actors, series: by a name.",
        LIST,
        USUAL,
        footer=(*ACTORS, *RECORD),
    ),
    Action("unfilter", ("F",), "All", "Take the filter off: all of them again.", LIST, USUAL),
    Action("queries", ("gs",), "Searches", "Searches that were kept, and the last ones.", LIST),
    Action(
        *(
            "keep_query",
            ("ctrl+s",),
            "Keep",
            "In the line of a search: keep it under a name.",
            LIST,
        ),
        scenes=("line",),
    ),
    Action(
        *("kept_queries", ("ctrl+r",), "Kept ones", "In the line: searches that were kept.", LIST),
        scenes=("line",),
    ),
    Action(
        *("drop_query", ("d",), "Drop", "In the box of kept searches: drop the search.", LIST),
        scenes=("queries",),
    ),
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
        USUAL,
    ),
    Action(
        "find",
        ("/",),
        "Find",
        "Find words in this article; an actor or a series by name.",
        TEXT,
        USUAL,
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
        "next_mark", ("]a",), "Mark", "To the next of your own marks, one by one in the text.", TEXT
    ),
    Action("previous_mark", ("[a",), "Mark back", "To your own mark before.", TEXT),
    Action(
        "select",
        ("v",),
        "Select",
        "Select from what is at the cursor: a figure, a claim, a word. Again: no more.",
        TEXT,
        (*READING, "selection"),
        footer=("article",),
    ),
    Action(
        "select_sentence",
        ("V",),
        "Sentence",
        "Select the sentence at the cursor; again: the next one with it.",
        TEXT,
        (*READING, "selection"),
    ),
    Action("select_right", ("l", "right"), "Right", "A character on.", PICK, SELECTION),
    Action("select_left", ("h", "left"), "Left", "A character back.", PICK, SELECTION),
    Action("select_word", ("w",), "Word", "A word on.", PICK, SELECTION),
    Action("select_word_back", ("b",), "Word back", "A word back.", PICK, SELECTION),
    Action("select_next_sentence", (")",), "Sentence", "A sentence on.", PICK, SELECTION),
    Action("select_last_sentence", ("(",), "Sentence back", "A sentence back.", PICK, SELECTION),
    Action("select_down", ("j", "down"), "Down", "A line down.", PICK, SELECTION),
    Action("select_up", ("k", "up"), "Up", "A line up.", PICK, SELECTION),
    Action("select_line_end", ("$", "end"), "Line end", "To the line's end.", PICK, SELECTION),
    Action("select_line_start", ("0", "home"), "Line", "To the line's begin.", PICK, SELECTION),
    Action("select_figure", ("]f",), "Figure", "As far as the next figure.", PICK, SELECTION),
    Action("select_figure_back", ("[f",), "Figure back", "Back to a figure.", PICK, SELECTION),
    Action("select_claim", ("]c",), "Claim", "As far as the next claim.", PICK, SELECTION),
    Action("select_claim_back", ("[c",), "Claim back", "Back to a claim.", PICK, SELECTION),
    Action(
        "other_end",
        ("o",),
        "Other end",
        "Move the other end of the selection.",
        PICK,
        SELECTION,
        SELECTION,
    ),
    Action(
        "highlight",
        ("enter",),
        "Highlight",
        "Highlight the selection.",
        PICK,
        SELECTION,
        SELECTION,
    ),
    Action(
        "end_select",
        ("q", "escape"),
        "Done",
        "Select nothing any more.",
        PICK,
        SELECTION,
        SELECTION,
    ),
    Action(
        "mark",
        ("v",),
        "Mark",
        "Mark an actor, a series or a row, to merge or split it; or take the mark away.",
        CAST,
        GATHERED,
        footer=ACTORS,
    ),
    Action(
        "merge",
        ("m",),
        "Merge",
        "The marked actors, or series, are the one at the cursor, whose name they take.",
        CAST,
        GATHERED,
    ),
    Action(
        "split",
        ("M",),
        "Split off",
        "A name at the cursor is somebody else's; marked rows are a series of their own.",
        CAST,
        GATHERED,
    ),
    Action(
        "log_scale",
        ("L",),
        "Log scale",
        "The plot by ratios: as far from 1.000 to 10.000 as from there to 100.000; or not.",
        FIGURES,
        LEDGER,
    ),
    Action(
        "settle",
        ("x",),
        "No contradiction",
        "The marked row, or the only one that clashes, does not contradict this one; say why.",
        FIGURES,
        LEDGER,
    ),
    Action(
        "date_article",
        ("D",),
        "Date it",
        "Say of which day the article of the row is.",
        FIGURES,
        LEDGER,
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
        "accept",
        ("A",),
        "Accept",
        "The words as they stand now are what was marked, or those at the cursor on the right.",
        NOTES,
        BOOK,
    ),
    Action("sixth", ("6",), "Sixth", "Of places to choose from, the sixth.", NOTES, BOOK),
    Action("seventh", ("7",), "Seventh", "Of places to choose from, the seventh.", NOTES, BOOK),
    Action("eighth", ("8",), "Eighth", "Of places to choose from, the eighth.", NOTES, BOOK),
    Action("ninth", ("9",), "Ninth", "Of places to choose from, the ninth.", NOTES, BOOK),
    Action(
        "seek",
        ("s",),
        "Look for it",
        "Search the corpus for the rarest words of what was marked.",
        NOTES,
        BOOK,
    ),
    Action(
        "tags",
        ("T",),
        "Tags",
        "All tags with their counts: rename, merge, colour or drop them.",
        NOTES,
        BOOK,
        footer=BOOK,
    ),
    Action(
        "export",
        ("E",),
        "Export",
        "Write what is listed to a file: JSON-LD, JSONL, CSV or Markdown.",
        NOTES,
        BOOK,
        footer=BOOK,
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
        "copy",
        ("y",),
        "Copy",
        "Copy the selection, or the sentence at the cursor, with where it is from.",
        MARK,
        (*READING, "selection"),
        footer=SELECTION,
    ),
    Action(
        "note",
        ("a",),
        "Note",
        "Write a note: on the selection, the row of the panel, the sentence or the article.",
        MARK,
        (*PANES, "selection", "actors", "notebook"),
        footer=(*READING, "selection", "actors"),
    ),
    Action(
        "keep_text",
        ("ctrl+s",),
        "Keep",
        "Where you write a note or fill in a claim: keep it.",
        MARK,
        ("writing",),
    ),
    Action(
        "to_editor",
        ("ctrl+e",),
        "Editor",
        "Where you write a note: go on in your own $EDITOR.",
        MARK,
        ("writing",),
    ),
    Action(
        "edit",
        ("e",),
        "Edit",
        "Change your own mark that you are on, in $EDITOR if there is one. Ledger: name a series.",
        MARK,
        (*READING, "notebook", "ledger"),
    ),
    Action(
        "tag",
        ("t",),
        "Tag",
        "Tag the article, your own mark that you are on, or the selection.",
        MARK,
        (*PANES, "selection", "notebook"),
        footer=READING,
    ),
    Action("untag", ("T",), "Untag", "Choose a tag to take away there.", MARK),
    Action(
        "delete",
        ("d",),
        "Delete",
        "Take away your own mark that you are on.",
        MARK,
        KEPT,
    ),
    Action(
        "claim",
        ("c",),
        "Claim",
        "Keep the claim at the cursor, or edit the one you kept; of a selection, make one.",
        MARK,
        (*READING, "selection", "ledger"),
        footer=SELECTION,
    ),
    Action("unverified", ("1",), "Unverified", "Your claim is not verified.", MARK, KEPT),
    Action("confirmed", ("2",), "Confirmed", "Your claim is confirmed.", MARK, KEPT),
    Action("disputed", ("3",), "Disputed", "Your claim is disputed.", MARK, KEPT),
    Action("denied", ("4",), "Denied", "Your claim is denied.", MARK, KEPT),
    Action("superseded", ("5",), "Superseded", "Another took the place of your claim.", MARK, KEPT),
    Action(
        "evidence_for",
        ("+",),
        "Evidence",
        "On your claim: collect evidence. Then on a passage anywhere: it speaks for the claim.",
        MARK,
        (*READING, "selection"),
    ),
    Action(
        "evidence_against",
        ("-",),
        "Against",
        "On your claim: collect evidence. Then on a passage: it speaks against the claim.",
        MARK,
        (*READING, "selection"),
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
        USUAL,
        footer=("list",),
    ),
    Action(
        "ledger",
        ("gl",),
        "Ledger",
        "Figures about the same thing over all articles: who says what, and where they clash.",
        SHOW,
        USUAL,
        footer=("list",),
    ),
    Action(
        "figure_ledger",
        ("C",),
        "In the ledger",
        "The ledger at the figure at the cursor.",
        SHOW,
        READING,
    ),
    Action(
        "record",
        ("r",),
        "Record",
        "The record of this actor, or of who speaks in this row: its figures, and what changed.",
        FIGURES,
        GATHERED,
        footer=ACTORS,
    ),
    Action(
        "notebook",
        ("gn",),
        "Notebook",
        "All that was marked: by article, tag, status or day.",
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
        USUAL,
        footer=(*READING, *ACTORS, *BOOK, *LEDGER, *RECORD),
    ),
    Action("quit", ("Q", "ctrl+q"), "Quit", "Leave newsreader.", APP, SCENES, footer=("list",)),
)
BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
