"""From whom a text says that it has what it tells: agencies, people, sets of documents, by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from answerable.model.data_files import read_data
from answerable.read.origins.model import Kind, name_key

FOLDER = Path(__file__).with_name("data")
HEAD = 400
"""Characters at a text's beginning, in which a dateline stands for the whole of it."""
# Words with capitals, up to six, small words between them; in Chinese up to fourteen characters.
_CAPITALISED = r"(?:(?:[A-ZÀ-Þ]\.)+|[A-ZÀ-Þ][\w&'’-]*(?:\.\w+)*)"
_SMALL = r"(?:(?:of|the|de|du|des|la|le|and|et|&)\s+){0,2}"
_CAPITAL = rf"(?-i:(?:[Tt]he\s+)?{_CAPITALISED}(?:\s+{_SMALL}{_CAPITALISED}){{0,5}})"
_HAN = "[\u3400-\u9fffA-Za-z·《》“”]{2,14}?"
_ARTICLE = re.compile(r"^(?:the|la|le)\s+|['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """That a text names someone as the one it has something from, and where. ``key`` compares names."""

    kind: Kind
    key: str
    name: str
    start: int
    end: int
    for_all: bool
    """Whether it stands for the whole text: a dateline."""


def mentions(text: str) -> tuple[Mention, ...]:
    """Everything named in a text as what it goes back to, in order, each place once."""
    found = {(one.start, one.kind, one.key): one for one in (*_attributed(text), *_documents(text))}
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end, one.key)))


def _attributed(text: str) -> Iterator[Mention]:
    lowered = text.casefold()
    for one in _phrases():
        if one.literal in lowered:
            for found in one.pattern.finditer(text[:HEAD] if one.for_all else text):
                yield _mention(found.group("name"), *found.span(), for_all=one.for_all)


def _mention(name: str, start: int, end: int, *, for_all: bool) -> Mention:
    plain = _ARTICLE.sub("", name.strip(" .,'’-"))
    key = name_key(plain)
    known = _agencies().get(key, plain)
    return Mention(Kind.ATTRIBUTION, name_key(known), known, start, end, for_all)


def _documents(text: str) -> Iterator[Mention]:
    pattern, names = _sets()
    for one in pattern.finditer(text):
        known = names[name_key(one.group())]
        yield Mention(Kind.DOCUMENT, name_key(known), known, *one.span(), for_all=False)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A pattern of the data. ``literal`` is its longest fixed word: looking for that first is much faster."""

    pattern: re.Pattern[str]
    literal: str
    for_all: bool


@cache
def _phrases() -> tuple[_Phrase, ...]:
    data = _read("attribution")
    agency = _any_of(name for names in data["agencies"]["names"].values() for name in names)
    return tuple(
        _Phrase(
            _compiled(words, _HAN if language == "zh" else _CAPITAL, agency),
            max(re.split(r"\{\w+\}|\s", words.casefold()), key=len),
            part == "dateline",
        )
        for language, told in data["languages"].items()
        for part in ("said", "dateline")
        for words in told[part]
    )


def _compiled(words: str, name: str, agency: str) -> re.Pattern[str]:
    """A pattern of the data: its words as they stand, letters of either case, white space of any width."""
    escaped = re.escape(words).replace(r"\ ", r"\s+")
    escaped = escaped.replace(r"\{name\}", f"(?P<name>{name})").replace(r"\{agency\}", f"(?P<name>{agency})")
    edge = r"(?<!\w)" if words[0].isascii() else ""
    return re.compile(edge + escaped, re.IGNORECASE)


@cache
def _agencies() -> dict[str, str]:
    """What each agency is called here, by every name it signs with."""
    names = _read("attribution")["agencies"]["names"]
    return {name_key(name): agency for agency, every in names.items() for name in every}


@cache
def _sets() -> tuple[re.Pattern[str], dict[str, str]]:
    sets = _read("documents")["sets"]
    names = {name_key(name): known for known, told in sets.items() for name in told["names"]}
    return re.compile(_any_of(name for told in sets.values() for name in told["names"]), re.IGNORECASE), names


def _any_of(names: Iterable[str]) -> str:
    """Any of the names, the longest first; those in letters only as whole words."""
    whole = (
        rf"\b{re.escape(one)}\b" if one[0].isascii() else re.escape(one)
        for one in sorted(names, key=len)[::-1]
    )
    return f"(?:{'|'.join(whole)})"


@cache
def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data(FOLDER / f"{name}.yaml")
    return data
