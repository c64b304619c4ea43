"""What one View says, each thing asked for once, and only what words support taken for a fact."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from answerable.model.record import Capture, Citation, Passage, Source, Stance, Statement, Text
from answerable.model.schemata import is_a
from answerable.record.pseudonyms import WITHHELD, code_of, withhold
from answerable.record.view import View

Said: TypeAlias = tuple[Statement, ...]
"""Statements that say the same thing of the same subject; at least one of them is supported."""


class Told:
    """The record as a submission reads it."""

    def __init__(self, view: View, withheld: str, protected: str = "") -> None:
        """``withheld`` stands for words left out; ``protected`` is what a protected person is called in the
        language of the output, with ``{code}`` for the letters of the pseudonym.
        """
        self.view = view
        self._mark = withheld
        self._protected = protected
        self.caption: Callable[[str], str] = cache(self._caption)
        self.schema_of: Callable[[str], str] = cache(view.schema_of)
        self.citations: Callable[[str], list[Citation]] = cache(self._held)
        self.passage: Callable[[str], Passage] = cache(view.passage)
        self.source: Callable[[str], Source] = cache(view.source)
        self.text: Callable[[str, str], Text] = cache(view.text)
        self.capture: Callable[[str], Capture] = cache(view.capture)
        self.is_sealed: Callable[[str], bool] = cache(view.is_sealed)
        self.statements: Callable[[str], list[Statement]] = cache(view.statements)
        self._referring: Callable[[str, str], list[Statement]] = cache(view.referring)

    def _caption(self, canonical: str) -> str:
        return self.called(self.shown(self.view.caption(canonical)))

    def called(self, name: str) -> str:
        """A name, and for a pseudonym what it is in the language of the output."""
        code = code_of(name) if self._protected else ""
        return self._protected.format(code=code) if code else name

    def _held(self, statement: str) -> list[Citation]:
        return self.view.held_of([statement])[statement]

    def shown(self, words: str) -> str:
        """The words without those that name a protected person; in their place it says so."""
        return withhold(words, self.view.must_not_appear, self.view.half_names).replace(WITHHELD, self._mark)

    def cited(self, statement: Statement, stance: Stance) -> list[Citation]:
        """The citations of a statement that are for it, or against it."""
        return [one for one in self.citations(statement.id) if one.stance is stance]

    def values(self, canonical: str, *props: str) -> list[Said]:
        """The supported values of these properties, each with every statement that gives it."""
        found: dict[tuple[str, str], list[Statement]] = {}
        for one in sorted(self.statements(canonical), key=lambda one: _place(one.prop, props)):
            if one.prop in props and self.cited(one, Stance.SUPPORTS):
                found.setdefault((one.prop, one.value), []).append(one)
        return [tuple(same) for same in found.values()]

    def first(self, canonical: str, prop: str) -> str:
        """The value of a property that was recorded first; empty where there is none."""
        return next((said[0].value for said in self.values(canonical, prop)), "")

    def tie(self, canonical: str, prop: str, other: str) -> list[Statement]:
        """The supported statements by which one thing points at another."""
        return [one for said in self.values(canonical, prop) for one in said if one.value == other]

    def tied(self, canonical: str, kind: str, end: str, *, supported: bool = True) -> list[str]:
        """The things of a kind that point at it, in the order they were recorded; with ``supported``
        false also those of which this is only denied.
        """
        pointing = (one for one in self._referring(canonical, end) if is_a(one.schema, kind))
        kept = (one.canonical for one in pointing if not supported or self.cited(one, Stance.SUPPORTS))
        return list(dict.fromkeys(kept))

    def is_contradicted(self, said: Iterable[Statement]) -> bool:
        """Whether words are cited against any of these."""
        return any(self.cited(one, Stance.CONTRADICTS) for one in said)


def _place(prop: str, props: tuple[str, ...]) -> int:
    return props.index(prop) if prop in props else len(props)
