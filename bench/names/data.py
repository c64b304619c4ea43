"""The sets, read from outside the project, and pairs of names in one shape for every engine."""

import csv
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared")) / "data"
Indices = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of names by their place among the texts; a text stands once for each kind of bearer."""

    texts: tuple[str, ...]
    schemas: tuple[str, ...]
    left: Indices
    right: Indices

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str]]) -> "Pairs":
        """From rows of one name, the other, and what kind of bearer both have."""
        places: dict[tuple[str, str], int] = {}
        left, right = [], []
        for a, b, schema in rows:
            left.append(places.setdefault((a, schema), len(places)))
            right.append(places.setdefault((b, schema), len(places)))
        texts, schemas = tuple(text for text, _ in places), tuple(schema for _, schema in places)
        return cls(texts, schemas, np.array(left, np.int32), np.array(right, np.int32))

    def __len__(self) -> int:
        return len(self.left)

    def part(self, start: int, end: int) -> "Pairs":
        """Some of the pairs, over the same texts."""
        return Pairs(self.texts, self.schemas, self.left[start:end], self.right[start:end])

    def shown(self, place: int) -> str:
        """One pair as it is written."""
        return f"{self.texts[self.left[place]]} | {self.texts[self.right[place]]}"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Pairs of which it is known whether both names are one bearer's, with the category of each."""

    pairs: Pairs
    labels: npt.NDArray[np.bool_]
    categories: npt.NDArray[np.str_]


@cache
def rows(file: str) -> tuple[Mapping[str, str], ...]:
    """The lines of one of the name sets."""
    with (SHARED / "names" / file).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def hard_pairs() -> Labelled:
    """221 true pairs and 135 that are not, written by hand."""
    found = rows("hard_pairs.csv")
    return Labelled(
        Pairs.of((row["a"], row["b"], row["schema"]) for row in found),
        np.array([row["label"] == "1" for row in found]),
        np.array([row["category"] for row in found]),
    )


@cache
def bench_cases() -> Labelled:
    """826 pairs of nomenklatura's own benchmark."""
    found = rows("name_bench_cases.csv")
    return Labelled(
        Pairs.of((row["name1"], row["name2"], row["schema"]) for row in found),
        np.array([row["is_match"] == "true" for row in found]),
        np.array([row["case_group"] for row in found]),
    )
