"""The people of dev_pairs: which rows are true romanisations, and who is held out."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bench.names.data import rows
from bench.names.parts import is_held_out

TRUE = frozenset({"name", "name+englishname", "name-nonstandard", "name-nonstandard+englishname"})
HAN = frozenset({"Hant", "Hans", "Hani"})


@dataclass(frozen=True, slots=True)
class Row:
    """Two spellings of one person's name, the first in another script."""

    person: str
    a: str
    b: str
    script: str
    relation: str
    held_out: bool


@cache
def people_rows() -> tuple[Row, ...]:
    """Every row, mixed look-alike letters counted with the relation they are a case of."""
    return tuple(_row(row) for row in rows("dev_pairs.csv"))


@cache
def true_rows() -> tuple[Row, ...]:
    """The true romanisations of people's names, each once."""
    return tuple(row for row in dict.fromkeys(people_rows()) if row.relation in TRUE)


@cache
def rows_apart_last() -> tuple[Row, ...]:
    """The true romanisations first, then what is only reported."""
    return tuple(dict.fromkeys((*true_rows(), *people_rows())))


def _row(row: Mapping[str, str]) -> Row:
    relation = row["relation"].removesuffix("+mixedscript")
    person = row["person"]
    return Row(person, row["name_a"], row["name_b"], row["script_a"], relation, is_held_out(person))


def letters(text: str) -> str:
    """The letters of a name alone, lower case and without marks, in order."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalpha())


def words(text: str) -> str:
    """Its words in the order of the alphabet, each of letters alone."""
    spaced = "".join(c if c.isalpha() else " " for c in unicodedata.normalize("NFKC", text.casefold()))
    return " ".join(sorted(spaced.split()))
