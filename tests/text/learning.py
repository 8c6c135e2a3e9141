"""Small corpora to learn from, in Dutch of our own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.text.article import Article, Piece
from tui.text.guide import Guide, block_key
from tui.text.learnt import Seen, learn, prints
from tui.text.read import read, survey

TOWNS = ["Veere", "Hulst", "Goes", "Tholen", "Sluis", "Borsele", "Kapelle", "Reimerswaal"]
MORE = [*TOWNS, "Domburg", "Yerseke", "Terneuzen", "Axel", "Zierikzee", "Renesse", "Oostburg"]
_MANY = [*MORE, "Arnemuiden", "Biervliet", "Colijnsplaat", "Kruiningen", "Ouwerkerk"]


def story(town: str, number: int) -> list[str]:
    """A headline and three paragraphs that no other town shares."""
    return [
        f"Raad van {town} stemt in met plan {number} voor de haven",
        f"De gemeenteraad van {town} heeft dinsdag ingestemd met een nieuw plan voor de oude "
        f"haven, dat {number} miljoen euro kost en in het voorjaar begint.",
        f"Wethouder Van {town}nisse noemt het een mijlpaal voor {number}00 bewoners op de kade.",
        f"Over {number} jaar moet in {town} ook de sluis aan de beurt komen, staat in het plan.",
    ]


def stories(count: int) -> list[list[str]]:
    """So many of these."""
    return [story(town, number) for number, town in enumerate(_MANY[:count], 2)]


def page(*lines: str) -> bytes:
    """A text dump with a blank line between its lines."""
    return "\n\n".join(lines).encode()


def web_page(*lines: str, site: str | None = None) -> bytes:
    """An HTML page whose first line is the headline and that marks nothing else."""
    name = f'<meta property="og:site_name" content="{site}">' if site else ""
    body = "".join(f"<p>{line}</p>\n" for line in lines[1:])
    return (
        f'<!doctype html><html lang="nl"><head><title>{lines[0]}</title>{name}</head>'
        f'<body><div class="kolom"><h1>{lines[0]}</h1>\n{body}</div></body></html>'
    ).encode()


def read_all(pages: Sequence[bytes], folders: Iterable[str] | None = None) -> list[Article]:
    """The pages, each read with what all of them teach."""
    places = list(folders or [""] * len(pages))
    seen = [survey(data, Guide(folder=folder)) for data, folder in zip(pages, places, strict=True)]
    learnt = learn(seen)
    return [
        read(data, f"{number}.txt", Guide(folder=folder, learnt=learnt))
        for number, (data, folder) in enumerate(zip(pages, places, strict=True))
    ]


def learnt_of(article: Article) -> set[str]:
    """What was cut from an article because of what the corpus taught."""
    return {
        piece.text
        for piece in article.stripped
        if piece.reason and piece.reason.startswith("in ") and piece.reason.endswith(" articles")
    }


def paragraphs(article: Article) -> list[str]:
    """The body, taken apart."""
    return article.body.split("\n\n")


def taught(pages: Sequence[Sequence[str]]) -> set[str]:
    """What pages of one folder teach, each as its headline and the lines taken for its body."""
    seen = [
        Seen(
            ("folder:",),
            prints(
                [
                    Piece(0, 0, "body" if at else "title", line, at=at or None)
                    for at, line in enumerate(lines)
                ]
            ),
        )
        for lines in pages
    ]
    known = learn(seen).get("folder:", {})
    return {line for lines in pages for line in lines if block_key(line) in known}
