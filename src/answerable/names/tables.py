"""The tables beside this module, read once when first asked for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Character:
    """One Chinese character: its simplified form and how it is spelled, the most usual spelling first."""

    simplified: str
    pinyin: tuple[str, ...]
    hong_kong: tuple[str, ...]
    count: int
    """How often it stands in 41,000 names of Hong Kong directories: a measure of how common it is."""


def _rows(file: str) -> Iterator[list[str]]:
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def characters() -> dict[str, Character]:
    """Every character of the table (source: its header). Simplified ones take over the Hong Kong spellings
    of their traditional forms, because directories there are written in traditional characters.
    """
    table = {}
    spelled: dict[str, list[Character]] = defaultdict(list)
    for row in _rows("han.tsv"):
        text, simplified, pinyin, hong_kong, count = row + [""] * (5 - len(row))
        entry = Character(
            simplified or text, tuple(pinyin.split()), tuple(hong_kong.split()), int(count or 0)
        )
        table[text] = entry
        if simplified and hong_kong:
            spelled[simplified].append(entry)
    for text, traditional in spelled.items():
        if text in table:
            traditional.sort(key=lambda entry: -entry.count)
            spellings = dict.fromkeys(s for entry in (table[text], *traditional) for s in entry.hong_kong)
            table[text] = Character(text, table[text].pinyin, tuple(spellings), table[text].count)
    return table


@cache
def surnames() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Surname in simplified characters to, for each character, its Mandarin readings as a surname."""
    return {
        text: tuple(zip(*(reading.split("-") for reading in readings.split()), strict=True))
        for text, readings in _rows("surnames.tsv")
    }


@cache
def set_aside(kind: str) -> frozenset[str]:
    """Words of one kind: ``title``, ``given`` (English given names) or ``small`` (particles, legal forms)."""
    return frozenset(word for row in _rows("set_aside.tsv") if row[0] == kind for word in row[1].split())


def simplify(text: str) -> str:
    """The text in simplified characters, for comparing; what is shown is never this."""
    table = characters()
    return "".join(table[c].simplified if c in table else c for c in text)
