"""Countries as lists write them in words, and as other programs write them in codes."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "countries.tsv"


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Two-letter code to its names, the usual one first."""
    lines = FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {code: tuple(names) for code, *names in rows}


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, names in _names().items() for name in names}


def code_of(words: str) -> str:
    """The two-letter code of a country that is written in words; empty where it is not known."""
    return _codes().get(words.casefold().strip(), "")


def words_of(code: str) -> str:
    """The usual English name of a country, for its code or any of its names; else what was handed in."""
    known = code.casefold().strip()
    known = known if known in _names() else code_of(code)
    return _names()[known][0] if known else code
