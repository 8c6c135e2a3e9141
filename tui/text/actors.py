"""The actors of a text: everyone who is named or described, once, with all their mentions.

Names are found by their capitals (`names`); the words in and around each tell of its type
(`inside`, `outside`); forms of one entity are joined (`joining`), and all that tells of any of
them decides of which type it is (`deciding`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from tui.text.accounts import reasons
from tui.text.article import Actor, ActorType, Mention
from tui.text.bodies import Entity, add_described, add_ministries
from tui.text.brackets import join_abbreviations
from tui.text.deciding import Decision, decided, is_plain_only
from tui.text.forms import Form, Group
from tui.text.gazetteer import gazetteer
from tui.text.governments import governments
from tui.text.grounds import Reason
from tui.text.inside import in_business, inside
from tui.text.joining import joined
from tui.text.matches import pages_of
from tui.text.names import Name, names
from tui.text.outside import outside
from tui.text.printed import Words
from tui.text.roles import role, role_behind
from tui.text.spotted import spotted
from tui.text.spotting import Span
from tui.text.weights import own
from tui.text.works import is_portfolio_of, is_work

Elsewhere = Mapping[str, tuple[ActorType, str]]
"""Names known from other articles of a corpus: of each its type and its full name."""
NOTHING_KNOWN: Elsewhere = MappingProxyType({})


def actors(
    text: str,
    sentences: list[tuple[int, int]],
    title: str | None = None,
    elsewhere: Elsewhere = NOTHING_KNOWN,
    spans: Sequence[Span] | None = None,
) -> tuple[Actor, ...]:
    """The actors in a body, in the order of their first mention; `title` lends known names.

    Where `spans` are given, names stand there and nowhere else.
    """
    return tuple(_actor(entity) for entity in _entities(text, title, elsewhere, spans))


def explained(
    text: str,
    sentences: list[tuple[int, int]],
    title: str | None = None,
    elsewhere: Elsewhere = NOTHING_KNOWN,
    spans: Sequence[Span] | None = None,
) -> list[tuple[Actor, tuple[Reason, ...]]]:
    """The same actors, each with the rules and words that gave its type, name and role."""
    return [
        (_actor(entity), tuple(reasons(entity)))
        for entity in _entities(text, title, elsewhere, spans)
    ]


def _actor(entity: Entity) -> Actor:
    mentions = tuple(sorted(entity.mentions, key=lambda mention: mention.start))
    return Actor(entity.name, entity.type, entity.role, entity.described, mentions)


def _entities(
    text: str, title: str | None, elsewhere: Elsewhere, spans: Sequence[Span] | None
) -> list[Entity]:
    words = Words(text, title)
    found = [
        name
        for name in (names(words) if spans is None else spotted(words, spans))
        if not is_portfolio_of(words, name) and not is_work(words, name)
    ]
    groups = joined(words, _forms(words, found, elsewhere))
    entities: dict[str, Entity] = {}
    for decision in decided(words, found, groups):
        if is_plain_only(decision):
            continue
        entity = _entity(words, decision)
        key = entity.name if entity.name not in entities else f"{entity.name}\n{entity.type}"
        entities.setdefault(key, entity)
    join_abbreviations(text, entities)
    add_ministries(text, entities)
    add_described(text, entities)
    return sorted(entities.values(), key=lambda entity: entity.first)


def _forms(words: Words, found: list[Name], elsewhere: Elsewhere) -> list[Form]:
    """The names by how they are printed, with all that tells of their types."""
    acting = governments(words, found)
    pages = pages_of(words)
    forms: dict[str, Form] = {}
    for name in found:
        fixed: ActorType | None = "country" if name in acting else None
        key = f"{name.text}\n{fixed}" if fixed else name.text
        form = forms.get(key)
        if form is None:
            acts = (own("a capital that acts", name.text),)
            clues = acts if fixed else inside(name.words)
            if pages.business and not fixed:
                clues = (*clues, *in_business(name.words))
            if name.text in elsewhere:
                clues = (*clues, own(f"known from other articles: {elsewhere[name.text][0]}"))
            form = forms[key] = Form(name.text, name.words, own=clues, fixed=fixed)
        form.names.append(name)
        form.around += outside(words, name, pages)
    return list(forms.values())


def _entity(words: Words, decision: Decision) -> Entity:
    """An entity under the fullest form of its name, with the first role that it has."""
    group = decision.group
    found = sorted(name for form in group.forms for name in form.names)
    entity = Entity(_fullest(group), decision.type, clues=decision.clues, joined=group.joined)
    entity.mentions = [Mention(name.start, name.stop, name.text) for name in found]
    if decision.type == "person":
        before = (role(words, name) for name in found)
        behind = (role_behind(words, name) for name in found)
        entity.role = next((told for told in chain(before, behind) if told), None)
    return entity


def _fullest(group: Group) -> str:
    """The fullest form in which an article names an entity, without the s of possession."""
    best = max(group.forms, key=lambda form: len(form.text)).text
    lists = gazetteer()
    if best.endswith("s") and best not in lists.names and lists.get(best):
        return best[:-1].rstrip("'’")
    others = {form.text for form in group.forms}
    return best[:-1] if best.endswith("s") and best[:-1] in others else best
