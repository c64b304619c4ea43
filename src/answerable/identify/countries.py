"""Countries as lists write them in words, and as other programs write them in codes."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_BETWEEN = re.compile(r"[/;|]")
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


def countries_in(words: str) -> frozenset[str]:
    """The countries that a field means, by their codes, or by what is written where that has none: one, or
    one in two languages (“Russia / Russie”), or several.
    """
    parts = filter(None, (one.strip().casefold() for one in _BETWEEN.split(words)))
    return frozenset(one if one in _names() else code_of(one) or one for one in parts)


def words_of(code: str) -> str:
    """The usual English name of a country, for its code or any of its names; else what was handed in."""
    known = code.casefold().strip()
    known = known if known in _names() else code_of(code)
    return _names()[known][0] if known else code


def usual_words(written: Iterable[str]) -> dict[str, str]:
    """How lists most often write each country, by its code, or by what is written where that has none."""
    words: dict[str, str] = {}
    for country, _ in Counter(written).most_common():
        words.setdefault(code_of(country) or country.casefold(), country)
    return words


def as_written(country: str, usual: dict[str, str]) -> str:
    """A country as the lists usually write it, for its code or any of its names; see `usual_words`."""
    return usual.get(code_of(country) or country.casefold(), words_of(country)) if country else ""
