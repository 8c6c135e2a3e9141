"""What a reader types to search a corpus, taken apart. Pure: text in, a query out.

    query   = { either }                            all of them hold
    either  = term { "OR" term }                    one of them holds
    term    = ["-"] ( "(" query ")" | field | word )    a minus turns it round
    word    = letters | letters "*" | '"' letters '"'   in headline or text; a star is any ending
    field   = "title:" word | "figure:" amount | "kind:" name | "noun:" word
            | "actor:" word | "speaker:" word | "stance:" name | "date:" days | "site:" name
            | "tag:" word | "note:" word | "status:" name | "is:" name

An amount is told in tui.store.amounts, days in tui.store.query_days. `kind:`, `stance:`, `status:`
and `is:` take the start of a name (`kind:m` is money, measure and multiple), `noun:`, `actor:` and
`speaker:` the start of a word, in quotation marks the whole of it. Blanks after a colon or a sign
do no harm. Case and accents make no difference, nor do the dots in a number.

All that is said of figures side by side is said of one and the same figure: `figure:>1000
noun:militairen` is more than a thousand soldiers. So is what is turned round beside it:
`figure:>1000 -kind:money` is a figure that is no money. Alone, `-kind:money` is an article without
any. What is said of claims, by `speaker:` and `stance:`, is in the same way said of one and the
same claim. Brackets part: `(figure:>1000 noun:doden) (noun:gewonden)` may be two figures. Each
`actor:` is named somewhere in the article, by any name that it has in the corpus.
"""

from __future__ import annotations

import unicodedata

from tui.store.amounts import Amount, QueryError, amount
from tui.store.query_tree import (
    IS,
    KINDS,
    STANCES,
    STATUSES,
    All,
    Claims,
    Dated,
    Either,
    Figures,
    Is,
    Kind,
    Named,
    Node,
    Not,
    Noted,
    Noun,
    OneOf,
    Query,
    Site,
    Speaker,
    Stance,
    Status,
    Tagged,
    Who,
    Words,
)
from tui.text.letters import PLAIN

__all__ = [
    "HOW",
    "HOWS",
    "IS",
    "KINDS",
    "STANCES",
    "STATUSES",
    "All",
    "Amount",
    "Claims",
    "Dated",
    "Either",
    "Figures",
    "Is",
    "Kind",
    "Named",
    "Node",
    "Not",
    "Noted",
    "Noun",
    "OneOf",
    "Query",
    "QueryError",
    "Site",
    "Speaker",
    "Stance",
    "Status",
    "Tagged",
    "Who",
    "Words",
    "amount",
    "folded",
    "parse",
    "without_errors",
]

HOW = 'words OR "a phrase" begin* -not · figure:>1000 noun:euro · date:2024 is:unread'
"""What can be written, in one line of examples."""

HOWS = (HOW, 'OR "a phrase" begin* -not figure:>1000 date:2024', "a* -not")
"""The same in as much room as there is, the longest first."""


def folded(text: str) -> str:
    """`text` without case and accents, every blank a space."""
    text = text.casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.translate(PLAIN))
        text = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
        text = text.translate(PLAIN)  # what NFKD made: ꟹ is œ
    return " ".join(text.split())


def parse(text: str, typing: bool = False) -> Query:
    """Take apart what was typed. Raises QueryError, and nothing else.

    While somebody is still `typing`, the last word is taken for the beginning of one.
    """
    from tui.store.query_parser import Parser

    return Parser(text, typing).query()


def without_errors(text: str, typing: bool = False) -> tuple[str, QueryError | None]:
    """What is right of a text that somebody is still typing, and the first thing that is wrong."""
    first: QueryError | None = None
    while True:
        try:
            parse(text, typing)
        except QueryError as error:
            first = first or error
            text = f"{text[: error.start].rstrip()} {text[error.end :].lstrip()}".strip()
        else:
            return (text if first is None else text.strip()), first
