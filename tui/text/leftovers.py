"""What is left of the page in a body once each block was judged by itself."""

from __future__ import annotations

from tui.text.boilerplate import is_prose, reason_of
from tui.text.cards import HEADINGS
from tui.text.evidence import Evidence, parent_of
from tui.text.parts import hangs_below, reason_of_names
from tui.text.pieces import BODY, Verdict, cut

SENTENCE_END = (".", "!", "?", "…", ":", ";", "”", "’", '"', "'", "»")
_FEW = 16
_LONG = 110
_OPENING_QUOTES = ("‘", "“", "'", '"', "«")
_LONGEST_QUOTE = 320
_LEAST_QUOTE = 25
_MOST_COMPARED = 100_000_000
"""The characters gone through in search of quotations: of a page that long none is a story."""
_KEPT_LAST = ("li", "tr", "dd", "blockquote")
_NO_QUOTES = dict.fromkeys(map(ord, "'\"‘’“”„«»‹›"))


def drop_leftovers(known: Evidence, verdicts: list[Verdict]) -> None:
    """Cuts, in place, what hangs under the story and what only repeats it."""
    _trim(known, verdicts)
    _drop_quotes(known, verdicts)
    _drop_hanging_headings(known, verdicts)


def _trim(known: Evidence, verdicts: list[Verdict]) -> None:
    """Cuts what hangs under the last paragraph: lines that are no sentence, labels, names."""
    for at in range(len(verdicts) - 1, known.first_story if known.total else len(verdicts), -1):
        block = known.blocks[at]
        if verdicts[at] is not BODY:
            continue
        if reason := _below(known, at):
            verdicts[at] = cut(reason)
            continue
        if block.path[-1] in _KEPT_LAST or known.stories[at]:
            return
        reason, _ = reason_of_names(block.names)
        if reason is None and not is_prose(block.text):
            reason = reason_of(block.text, known.vocabulary.edge)
        if reason:
            verdicts[at] = cut(reason)
        elif len(block.text.split()) <= _FEW and not block.text.endswith(SENTENCE_END):
            verdicts[at] = cut("section-head" if block.path[-1] in HEADINGS else "page")
        else:
            return


def _below(known: Evidence, at: int) -> str | None:
    """Why a block below the story is page: it tells who wrote it, or asks something of its reader.

    Such words may stand in the last paragraph of a story too; there they count in a box apart.
    """
    block, story = known.blocks[at], known.before[at]
    apart = story >= 0 and parent_of(block) != parent_of(known.blocks[story])
    if reason := hangs_below(block.text, apart=apart):
        return reason
    if reason_of(block.text, known.vocabulary.edge) == "footer" and len(block.text) < _LONG:
        return "footer"
    if apart or (len(block.text) < _LONG and not block.text.startswith(_OPENING_QUOTES)):
        return reason_of(block.text, known.vocabulary.end)
    return None


def _drop_quotes(known: Evidence, verdicts: list[Verdict]) -> None:
    """Cuts a quotation set apart that stands word for word in a paragraph."""
    bare = {
        at: _bare(block.text)
        for at, (block, verdict) in enumerate(zip(known.blocks, verdicts, strict=True))
        if verdict is BODY or (verdict.reason == "page" and block.main)
    }
    short = [
        at
        for at, text in bare.items()
        if _LEAST_QUOTE <= len(text) <= _LONGEST_QUOTE and known.blocks[at].path[-1] not in HEADINGS
    ]
    whole = "\n".join(bare.values())
    if len(short) * len(whole) > _MOST_COMPARED:
        return
    for at in short:
        if whole.count(bare[at]) > 1 and any(
            bare[at] != other and bare[at] in other for other in bare.values()
        ):
            verdicts[at] = cut("pull-quote")


def _bare(text: str) -> str:
    """A text for comparison, without the quotation marks around it."""
    return " ".join(text.casefold().translate(_NO_QUOTES).split()).rstrip(".")


def _drop_hanging_headings(known: Evidence, verdicts: list[Verdict]) -> None:
    """A heading with nothing of the body below it belongs to what was cut there."""
    for at in range(len(verdicts) - 1, -1, -1):
        if verdicts[at] is BODY:
            if known.blocks[at].path[-1] not in HEADINGS:
                return
            verdicts[at] = cut("section-head")
