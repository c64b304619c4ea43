"""What one View says, each thing asked for once. A fact is only as good as each of its parts."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from answerable.model.record import Citation, Statement
from answerable.model.schemata import is_a
from answerable.record.view import View

Part: TypeAlias = tuple[Statement, ...]
"""Statements that say the same thing."""
Fact: TypeAlias = tuple[Part, ...]
"""Parts that only together say something: the degree, by whom, in which act."""


class Said:
    """What is said of some subjects and of whatever a law may look at beyond them.

    What is said of the ``subjects``, of what they are tied to by these ``ends``, and of what stands at the
    other ends is asked for together: a matrix would otherwise ask some twenty questions for each of them.
    """

    def __init__(self, view: View, subjects: Sequence[str] = (), ends: Collection[str] = ()) -> None:
        self.schema_of: Callable[[str], str] = cache(view.schema_of)
        self._view = view
        self._cited: dict[str, list[Citation]] = {}
        self._parts: dict[str, dict[str, list[Part]]] = {}
        self._pointing: dict[tuple[str, str], list[Statement]] = {}
        self.involvements: Callable[[str], dict[str, list[str]]] = cache(self._involvements)
        pointing = self.pointing_at(subjects, ends)
        self.read([*subjects, *(one.canonical for one in pointing)])
        for _ in ("act and post", "the post's body"):
            self.read(part[0].value for part in self.references())

    def references(self) -> list[Part]:
        """What points at something else, of all that was read."""
        known = [part for props in self._parts.values() for parts in props.values() for part in parts]
        return [part for part in known if part[0].is_ref]

    def pointing_at(self, canonicals: Sequence[str], ends: Collection[str]) -> list[Statement]:
        """Ask together for what points at several through these properties."""
        pointing = self._view.referring_to(canonicals, ends)
        self._pointing.update(pointing)
        return [one for some in pointing.values() for one in some]

    def read(self, canonicals: Iterable[str]) -> None:
        """Ask for what is said of several together, as far as it was not asked for before."""
        said = self._view.statements_of([one for one in dict.fromkeys(canonicals) if one not in self._parts])
        self._parts.update({canonical: _by_prop(statements) for canonical, statements in said.items()})
        self._cited.update(self._view.held_of([one.id for statements in said.values() for one in statements]))

    def parts(self, canonical: str, prop: str) -> list[Part]:
        """The values of a property, each with every statement that gives it."""
        if canonical not in self._parts:
            self.read([canonical])
        return self._parts[canonical].get(prop, [])

    def citations(self, statement_id: str) -> list[Citation]:
        """What a statement of `parts` rests on."""
        return self._cited[statement_id]

    def end(self, tie: str, prop: str, canonical: str) -> list[Fact]:
        """What says that a tie has it at that end."""
        return [(part,) for part in self.parts(tie, prop) if part[0].value == canonical]

    def tied(self, canonical: str, by: str, end: str) -> list[str]:
        """The ties of a kind that have it at one end, in the order they were recorded."""
        if (canonical, end) not in self._pointing:
            self._pointing.update(self._view.referring_to([canonical], [end]))
        pointing = self._pointing[canonical, end]
        return list(dict.fromkeys(one.canonical for one in pointing if is_a(one.schema, by)))

    def _involvements(self, subject: str) -> dict[str, list[str]]:
        """The involvements of the subject by act, in the order they were recorded."""
        found: dict[str, list[str]] = {}
        for involvement in self.tied(subject, "Involvement", "perpetrator"):
            for part in self.parts(involvement, "act"):
                found.setdefault(part[0].value, []).append(involvement)
        return found


def _by_prop(statements: list[Statement]) -> dict[str, list[Part]]:
    found: dict[str, dict[str, list[Statement]]] = {}
    for one in statements:
        found.setdefault(one.prop, {}).setdefault(one.value, []).append(one)
    return {prop: [tuple(same) for same in values.values()] for prop, values in found.items()}
