"""Reading lines of FollowTheMoney: each checked against the vocabulary, all that is wrong gathered."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from answerable.model.errors import AnswerableError, FtmWrong
from answerable.model.schemata import is_a, schema
from answerable.model.values import check_value
from answerable.record.gather import told

FIELDS = ("id", "schema", "properties")
"""What is taken from a line; other fields are about datasets and crawls, and are listed as left out."""

TOLD = 50
"""Problems told at once."""


@dataclass(frozen=True, slots=True)
class FtmLine:
    """One entity, or a part of one: several lines may speak of the same id."""

    number: int
    start: int
    """Where the line begins in the file, in characters."""
    words: str
    id: str
    schema: str
    properties: dict[str, list[str]]
    others: tuple[str, ...]


@dataclass(slots=True)
class Lines:
    """The lines that could be read, and what is wrong with the others."""

    file: str
    found: list[FtmLine] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)

    def raise_if_any(self) -> None:
        """Raise `FtmWrong` with every line that is wrong, the first of them by number."""
        if not self.wrong:
            return
        (number, why), *more = sorted(self.wrong)[:TOLD]
        also = "".join(f"\n  line {line}: {what}" for line, what in more)
        raise FtmWrong(line=number, file=self.file, why=(why + also).removesuffix("."))


def read_lines(text: str, file: str) -> list[FtmLine]:
    """Every entity of the file; raise `FtmWrong` naming every line to mend or take out."""
    lines = Lines(file)
    for number, start, words in _numbered(text):
        try:
            lines.found.append(_read(number, start, words))
        except ValueError as error:
            lines.wrong.append((number, str(error)))
    kinds = _kinds(lines)
    for line in lines.found:
        for why in _problems(line, kinds):
            lines.wrong.append((line.number, why))
    lines.raise_if_any()
    return lines.found


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for number, words in enumerate(text.split("\n"), 1):
        if words.strip():
            yield number, start, words
        start += len(words) + 1


def _read(number: int, start: int, words: str) -> FtmLine:
    try:
        fields = json.loads(words, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg})") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(fields, dict) or not set(FIELDS) <= set(fields):
        raise ValueError(f"it is not an entity with {', '.join(FIELDS)}")
    named = all(isinstance(fields[one], str) and fields[one] for one in ("id", "schema"))
    if not named or "\x1f" in fields["id"] or not _are_values(fields["properties"]):
        raise ValueError("its id and schema should be words, its properties lists of words")
    others = tuple(sorted(set(fields) - set(FIELDS)))
    return FtmLine(number, start, words, fields["id"], fields["schema"], fields["properties"], others)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a field stands in it twice")
    return fields


def _are_values(properties: Any) -> bool:
    if not isinstance(properties, dict):
        return False
    return all(
        isinstance(values, list) and all(isinstance(value, str) and _is_whole(value) for value in values)
        for values in properties.values()
    )


def _is_whole(value: str) -> bool:
    """JSON can write half a character (a lone surrogate), which can be kept nowhere."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _kinds(lines: Lines) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in lines.found:
        before = kinds.setdefault(line.id, line.schema)
        if before != line.schema:
            lines.wrong.append((line.number, f"“{line.id}” is a {before} on another line"))
    return kinds


def _problems(line: FtmLine, kinds: dict[str, str]) -> Iterator[str]:
    try:
        kind = schema(line.schema)
    except AnswerableError as error:
        yield told(error)
        return
    for name, values in line.properties.items():
        for value in values or [""]:
            try:
                prop = kind.property(name)
                if prop.type == "entity":
                    yield from _reference(name, value, prop.range, kinds)
                elif values:
                    check_value(prop, value)
            except AnswerableError as error:
                yield told(error)


def _reference(name: str, value: str, wanted: str, kinds: dict[str, str]) -> Iterator[str]:
    if value not in kinds:
        yield f"“{name}” points at “{value}”, which is not in the file"
        return
    try:
        fits = not wanted or is_a(kinds[value], wanted)
    except AnswerableError:
        return  # the line of the other entity says already that its kind is not known
    if not fits:
        yield f"“{name}” points at a {kinds[value]}, not a {wanted}"
