"""What belongs to a case: its subjects, what they did and held, and everything that speaks of it."""

from collections.abc import Collection, Iterable
from typing import TypeAlias

from answerable.model.errors import NothingCalled
from answerable.model.record import Case, Statement
from answerable.model.schemata import is_a, schemata
from answerable.record.view import View

Found: TypeAlias = dict[str, list[Statement]]
"""Things by canonical id, each with what is said of it."""

WIDEST = 4
"""How often the search goes on from everything found, where a footnote's statement was not yet met."""


def statements_of_case(view: View, case: Case, wanted: Collection[str] = ()) -> Found:
    """Everything in the case that this View shows.

    Whatever a thing points at is followed, and so is whoever speaks in a citation. What points at a
    subject or an act is followed too, and, while a statement of ``wanted`` is missing, what points at
    anything found; what then is missing belongs to the case by its name alone, as a sign-on does.
    """
    found: Found = {}
    _follow(view, case.subjects, found)
    _follow(view, _pointing_at(view, case.subjects), found)
    acts = [one for one in found if is_a(view.schema_of(one), "Act")]
    _follow(view, _pointing_at(view, acts), found)
    for _ in range(WIDEST):
        if set(wanted) <= {said.id for several in found.values() for said in several}:
            break
        _follow(view, _pointing_at(view, list(found)), found)
    for one in set(wanted) - {said.id for several in found.values() for said in several}:
        said = view.statement(one)
        _follow(view, [said.canonical] if said else [], found)
    return found


def speaker(view: View, said_by: str) -> str:
    """The canonical id of whoever speaks in a citation; empty where it is a name alone."""
    try:
        return view.resolve(said_by) if said_by else ""
    except NothingCalled:
        return ""


def _follow(view: View, begin: Iterable[str], found: Found) -> None:
    waiting = list(begin)
    while waiting:
        canonical = waiting.pop()
        if canonical not in found:
            found[canonical] = view.statements(canonical)
            for said in found[canonical]:
                waiting += [said.value] if said.is_ref else []
                waiting += filter(None, (speaker(view, one.said_by) for one in view.citations(said.id)))


def _pointing_at(view: View, these: Iterable[str]) -> list[str]:
    ends = sorted({p.name for s in schemata().values() for p in s.properties.values() if p.type == "entity"})
    return [said.canonical for one in these for end in ends for said in view.referring(one, end)]
