"""The tables beside this module, read once when first asked for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


def rows(file: str) -> Iterator[list[str]]:
    """The rows of one table, without its header."""
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in rows("han.tsv") if row[1]}


def simplify(text: str) -> str:
    """The text in simplified characters, for comparing; what is shown is never this."""
    return text.translate(_simplified())


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames of two characters, simplified."""
    return frozenset(row[0] for row in rows("surnames.tsv") if len(row[0]) == 2)


@cache
def mandarin_readings() -> dict[str, tuple[str, ...]]:
    """Character, in either form, to its Mandarin readings in Pinyin without tones, the most usual first."""
    return {row[0]: tuple(row[2].split()) for row in rows("han.tsv") if len(row) > 2 and row[2]}


@cache
def mandarin() -> dict[str, str]:
    """Character, in either form, to its most usual Mandarin reading in Pinyin without tones."""
    return {character: readings[0] for character, readings in mandarin_readings().items()}
