"""A storm over Zilverzande: what many say of houses without power, and what it costs."""

from __future__ import annotations

from typing import Any

from tests.app.fakes import FakeLibrary, article, claim, figure
from tui.screens.ledger import LedgerScreen
from tui.store.ledger import LedgerRow, row_key
from tui.text.article import Article

POWER, DAMAGE, DUNES = "power", "damage", "dunes"
BODIES = {
    "2025-01-06-avond.txt": (
        "Storm over Zilverzande",
        "2025-01-06",
        "Netbeheerder Kustnet meldt dat 1.500 huizen zonder stroom zitten. De wind nam na "
        "middernacht nog toe.",
    ),
    "2025-01-07-ochtend.txt": (
        "Nog altijd donker aan de kust",
        "2025-01-07",
        "Volgens burgemeester Anneke Douma zijn zeker 3.000 huizen zonder stroom. De brandweer "
        "spreekt van 8.000 tot 10.000 huizen zonder stroom, zegt Kustradio.",
    ),
    "2025-01-09-herstel.txt": (
        "Kustnet herstelt kabels",
        "2025-01-09",
        "Kustnet houdt het nu op 12.000 huizen zonder stroom. De schade schat het bedrijf op "
        "ongeveer 4 miljoen euro. Eerder waren het er vorige week nog 2.500 huizen.",
    ),
    "kroniek.txt": (
        "Kroniek van een storm",
        None,
        "In deze storm zaten 10.000 huizen zonder stroom. De gemeente raamt de schade op "
        "6 miljoen euro.",
    ),
    "2025-02-20-plan.txt": (
        "Proef met stroomuitval",
        "2025-02-20",
        "De gemeente wil in de herfst 500 huizen zonder stroom zetten, als proef. Daarna komen er "
        "7 duinen bij.",
    ),
}


def storm() -> FakeLibrary:
    """Three series: power (7 rows), damage (2 rows), and one that a single figure makes."""
    library = FakeLibrary(tuple(PAGES.values()), broken=False)
    library.add_series(
        POWER,
        (
            _row("2025-01-06-avond.txt", 0, "Kustnet", cue="meldt"),
            _row("2025-01-07-ochtend.txt", 0, "Anneke Douma", hedge="at least"),
            _row("2025-01-07-ochtend.txt", 1, "brandweer", via="Kustradio", stance="estimated"),
            _row("2025-01-09-herstel.txt", 0, "Kustnet", stance="estimated"),
            _row("2025-01-09-herstel.txt", 2, None, earlier=True, voice="kustbode.nl"),
            _row("kroniek.txt", 0, None, voice="kroniek.nl", copies=("kopie.txt",)),
            _row("2025-02-20-plan.txt", 0, "gemeente", planned=True, stance="announced"),
        ),
    )
    library.add_series(
        DAMAGE,
        (
            _row("2025-01-09-herstel.txt", 1, "Kustnet", series="schade", hedge="about"),
            _row("kroniek.txt", 1, "gemeente", series="schade", said="2025-01-10"),
        ),
    )
    library.add_series(DUNES, (_row("2025-02-20-plan.txt", 1, "gemeente", series="duinen"),))
    return library


def _page(key: str) -> Article:
    title, published, body = BODIES[key]
    told: dict[str, Any] = {"figures": (), "claims": ()}
    if key == "2025-01-06-avond.txt":
        told["claims"] = (
            claim(body, "dat 1.500 huizen zonder stroom zitten", "Kustnet", "asserted", "meldt"),
        )
        told["figures"] = (figure(body, "1.500", 1500, "huizen", claim=0),)
    elif key == "2025-01-07-ochtend.txt":
        told["figures"] = (
            figure(body, "zeker 3.000", 3000, "huizen", hedge="at least"),
            figure(body, "8.000 tot 10.000", None, "huizen", low=8000.0, high=10000.0),  # type: ignore[arg-type]
        )
    elif key == "2025-01-09-herstel.txt":
        told["figures"] = (
            figure(body, "12.000", 12000, "huizen"),
            figure(body, "ongeveer 4 miljoen", 4e6, "euro", kind="money", unit="EUR"),
            figure(body, "2.500", 2500, "huizen"),
        )
    elif key == "kroniek.txt":
        told["figures"] = (
            figure(body, "10.000", 10000, "huizen"),
            figure(body, "6 miljoen", 6e6, "euro", kind="money", unit="EUR"),
        )
    else:
        told["figures"] = (figure(body, "500", 500, "huizen"), figure(body, "7", 7, "duinen"))
    return article(key, title, body, published=published, **told)


PAGES = {key: _page(key) for key in BODIES}


def _row(
    key: str, nth: int, speaker: str | None, series: str = "huizen zonder stroom", **more: Any
) -> LedgerRow:
    page = PAGES[key]
    found = page.figures[nth]
    stop = page.body.find(". ", found.end)
    first = page.body.rfind(". ", 0, found.start)
    plain: dict[str, Any] = {
        "hedge": None,
        "via": None,
        "stance": "asserted" if speaker else None,
        "cue": "",
        "why": ("huizen", "zonder stroom", "Zilverzande"),
        "actor": speaker,
        "actor_key": f"unnamed:{speaker}" if speaker else "",
    }
    return LedgerRow(
        series=series,
        value=found.value,
        low=found.low,
        high=found.high,
        kind=found.kind,
        phrase=found.phrase,
        noun=found.noun,
        speaker=speaker,
        published=page.published,
        id=page.id,
        path=key,
        title=page.title,
        sentence=page.body[first + 2 if first >= 0 else 0 : stop + 1 if stop >= 0 else None],
        start=found.start,
        end=found.end,
        key=row_key(key, nth),
        **{**plain, **more},
    )


def screen(found: object) -> LedgerScreen:
    """The screen, where it is that of the ledger."""
    assert isinstance(found, LedgerScreen)
    return found
