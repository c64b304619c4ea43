"""Where the words stand that a row rests on: exhibit, page, quotation, source and address, a line each."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.answer.submission.draft import Draft
from answerable.answer.submission.told import Told
from answerable.model.record import Passage, Stance, Statement


@dataclass(frozen=True, slots=True)
class Place:
    """Words of exhibits: ``where`` they stand (“Exhibits 3 and 5, p. 2”), and the sources with addresses."""

    where: str
    quote: str
    sources: str


def places(draft: Draft, statements: Iterable[Statement], stance: Stance) -> list[Place]:
    """The words that are cited for these statements, or against them, each once with all who print them."""
    printed: dict[str, list[Passage]] = {}
    for passage in passages(draft.told, statements, stance):
        printed.setdefault(_quote(draft, passage) or passage.id, []).append(passage)
    found: dict[str, list[Place]] = {}
    for some in printed.values():
        where = draft.words.say("between").join(dict.fromkeys(map(draft.notes.place, some)))
        sources = draft.words.say("between").join(dict.fromkeys(_source(draft, one) for one in some))
        found.setdefault(where, []).append(Place(where, _quote(draft, some[0]), sources))
    return [_together(draft, some) for some in found.values()]


def _together(draft: Draft, some: list[Place]) -> Place:
    """Several quotations from one place as one line."""
    quotes = draft.words.say("between").join(one.quote for one in some if one.quote)
    return Place(some[0].where, quotes, some[0].sources)


def passages(told: Told, statements: Iterable[Statement], stance: Stance) -> list[Passage]:
    """The passages that are cited for these statements, or against them, each once."""
    cited = (one.passage for said in statements for one in told.cited(said, stance))
    return [told.passage(one) for one in dict.fromkeys(cited)]


def _quote(draft: Draft, passage: Passage) -> str:
    words = "".join(run.text for run in draft.notes.words_of(passage))
    return draft.words.say("contrary.quote", quote=words) if words else ""


def _source(draft: Draft, passage: Passage) -> str:
    """A source that names a protected person stays unnamed to anyone outside: it leads to them."""
    if draft.told.view.is_outside and draft.told.is_sealed(passage.id):
        return draft.words.say("bulk.withheld")
    source = draft.told.source(passage.source)
    return ", ".join(filter(None, map(draft.told.shown, (source.title, source.url))))
