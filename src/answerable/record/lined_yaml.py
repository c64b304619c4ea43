"""YAML as people write it by hand: strings only, no aliases, every value with its line.

“no”, “1975-02” and “3.10” stay the words that were typed. Anchors are refused, because a few lines of
them can unfold into gigabytes, and because a reader cannot see what they stand for.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

import yaml
from yaml.reader import ReaderError

from answerable.model.errors import CasefileWrong

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Path: TypeAlias = tuple[str | int, ...]

LARGEST = 20_000_000
"""Characters of one casefile."""

DEEPEST = 20
"""Levels of nesting."""


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
    lines: dict[Path, int] = {}
    if len(text) > LARGEST:
        problems.fail(1, f"it is longer than {LARGEST} characters")
    tree = _convert(_compose(text, problems), (), lines, problems)
    problems.raise_if_any()
    return Lined(tree, lines)


def _compose(text: str, problems: Problems) -> yaml.Node:
    try:
        _refuse_anchors(text, problems)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problems.fail(mark.line + 1 if mark else 1, f"it is not YAML: {error.problem}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.fail(line, f"it is not YAML: it holds the control character U+{error.character:04X}")
    if node is None:
        problems.fail(1, "it is empty")
    return node


def _refuse_anchors(text: str, problems: Problems) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.fail(_line(event), "anchors (&) and aliases (*) are not allowed")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            problems.fail(_line(event), "it is nested too deeply")


def _check_characters(node: yaml.ScalarNode, problems: Problems) -> None:
    """An escape can bring in what no text holds, and what a database cannot."""
    for character in str(node.value):
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            problems.add(_line(node), f"it holds the control character U+{ord(character):04X}")
            return


def _line(part: yaml.Node | yaml.Event) -> int:
    return part.start_mark.line + 1 if part.start_mark else 1


def _convert(node: yaml.Node, path: Path, lines: dict[Path, int], problems: Problems) -> Tree:
    lines[path] = _line(node)
    if isinstance(node, yaml.ScalarNode):
        _check_characters(node, problems)
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(child, (*path, place), lines, problems) for place, child in enumerate(node.value)]
    tree: dict[str, Tree] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.add(_line(key), "a field's name should be a word")
            continue
        _check_characters(key, problems)
        name = str(key.value)
        if name in tree:
            problems.add(_line(key), f"“{name}” stands twice")
        tree[name] = _convert(value, (*path, name), lines, problems)
        lines[(*path, name)] = _line(key)
    return tree
