"""YAML as people write it by hand: strings only, no aliases, every value with its line.

“no”, “1975-02” and “3.10” stay the words that were typed. Anchors are refused, because a few lines of
them can unfold into gigabytes, and because a reader cannot see what they stand for.
"""

import re
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias

import yaml

from answerable.model.errors import CasefileWrong

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Path: TypeAlias = tuple[str | int, ...]

LARGEST = 20_000_000
"""Characters of one casefile."""

DEEPEST = 20
"""Levels of nesting."""

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML lets no file hold (version 1.1, section 4.1)."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What an escape can bring in all the same, and no text holds, and no database."""


@dataclass(slots=True)
class Problems:
    """What is wrong with a file, gathered so that all of it is told at once."""

    file: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        """Note one thing to mend."""
        self.found.append((line, what))

    def fail(self, line: int, what: str) -> NoReturn:
        """Note one thing, and stop here: nothing after it could be read."""
        self.add(line, what)
        self.raise_if_any()
        raise AssertionError("unreachable")

    def raise_if_any(self) -> None:
        """Raise `CasefileWrong` with every problem and its line, in the order of the file."""
        if self.found:
            told = [f"  line {line}: {what}" for line, what in sorted(self.found)]
            count = f"{len(told)} thing{'s' if len(told) > 1 else ''}"
            raise CasefileWrong(file=self.file, count=count, problems="\n".join(told))


@dataclass(frozen=True, slots=True)
class Lined:
    """The tree, and where each part of it stands."""

    tree: Tree
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of the nearest part there is at or above ``path``."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, problems: Problems) -> Lined:
    """Read one document; raise `CasefileWrong` where it is not YAML of the plain kind."""
    if len(text) > LARGEST:
        problems.fail(1, f"it is longer than {LARGEST} characters")
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        problems.fail(line, f"it is not YAML: {_holds(found[0])}")
    reading = _Reading(text, problems)
    try:
        tree = reading.whole()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problems.fail(mark.line + 1 if mark else 1, f"it is not YAML: {error.problem}")
    problems.raise_if_any()
    return Lined(tree, reading.lines)


class _Reading:
    """One file, gone through once, from the first of its parts to the last."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.lines: dict[Path, int] = {}
        self._events = iter(yaml.parse(text, Loader=yaml.CBaseLoader))
        self._problems = problems

    def whole(self) -> Tree:
        """What the one document holds."""
        next(self._events)  # the file begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._problems.fail(1, "it is empty")
        tree = self._part(next(self._events), ())
        next(self._events)  # the document ends
        if not isinstance(after := next(self._events), yaml.StreamEndEvent):
            self._problems.fail(_line(after), "a second document begins here, and a file holds one")
        return tree

    def _part(self, event: yaml.Event, path: Path) -> Tree:
        self.lines[path] = _line(event)
        self._refuse_anchor(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._words(event)
        if len(path) >= DEEPEST:
            self._problems.fail(_line(event), "it is nested too deeply")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._fields(path)

    def _sequence(self, path: Path) -> list[Tree]:
        found: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._part(event, (*path, len(found))))
        return found

    def _fields(self, path: Path) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._refuse_anchor(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._problems.fail(_line(event), "a field's name should be a word")
            if (name := self._words(event)) in found:
                self._problems.add(_line(event), f"“{name}” stands twice")
            found[name] = self._part(next(self._events), (*path, name))
            self.lines[(*path, name)] = _line(event)
        return found

    def _words(self, event: yaml.ScalarEvent) -> str:
        if found := _CONTROL.search(event.value):
            self._problems.add(_line(event), _holds(found[0]))
        return str(event.value)

    def _refuse_anchor(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._problems.fail(_line(event), "anchors (&) and aliases (*) are not allowed")


def _holds(character: str) -> str:
    return f"it holds the control character U+{ord(character):04X}"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
