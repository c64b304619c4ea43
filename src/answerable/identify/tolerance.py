"""How many false alerts a desk can bear, and how alike names must be for that: measured, not guessed."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from answerable.identify.index import NameIndex
from answerable.identify.screening import Bars
from answerable.model.data_files import read_data
from answerable.model.errors import ToleranceUnmeasured

FILE = Path(__file__).with_name("data") / "tolerance.yaml"
DEFAULT = 20
"""One false alert in twenty names, where nobody says otherwise: a desk that misses nobody looks at more."""


class Bar(BaseModel):
    """A score. ``alerts``: the share of unlisted names some listed name of which reaches it, among as many
    entries as were measured. ``found``: the share of misspelt, shortened, reordered and other-script
    names of those listed that reach it, the rule for the very same words aside.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    bar: float = Field(ge=0, le=1)
    alerts: float = Field(ge=0, le=1)
    found: float = Field(ge=0, le=1)


class Measured(BaseModel):
    """The measurement. Alerts grow as a power, ``exponent``, of the number of listed entries; ``same_words``
    are unlisted names that were left out since a listed one has the very same words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    measured: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    lists: str = Field(min_length=1)
    listed_entries: int = Field(gt=0)
    exponent: float = Field(gt=0)
    same_words: int = Field(ge=0)
    unlisted_names: dict[str, int]
    bars: tuple[Bar, ...] = Field(min_length=1)

    def share(self, bar: Bar, entries: int) -> float:
        """The share of unlisted names that alert at a bar among so many listed entries."""
        return bar.alerts * math.pow(entries / self.listed_entries, self.exponent)


@cache
def measured() -> Measured:
    """What was measured; raise pydantic's `ValidationError` where the file itself is wrong."""
    data = read_data(FILE)
    return Measured.model_validate(data)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """One false alert in so many names of people who are not listed, and the score that it comes to among
    the entries that are asked.
    """

    one_in: int
    listed_entries: int
    bar: float

    @property
    def in_words(self) -> str:
        """“one false alert in 20 names of people who are not listed”."""
        return f"one false alert in {self.one_in:,} names of people who are not listed"

    @property
    def score(self) -> str:
        """The bar as it is written: with more figures where it is near to 1."""
        return f"{self.bar:.2f}" if self.bar < 0.99 else f"{self.bar:.4f}"

    @property
    def bars(self) -> Bars:
        """What is below the bar is not in the answer."""
        return Bars(self.bar, self.bar)


def entries_in(index: NameIndex) -> int:
    """How many entries an index holds."""
    return sum(len(segment.entries) for segment in index.segments)


def tolerated(one_in: int, listed_entries: int) -> Tolerance:
    """The tolerance of one false alert in ``one_in`` names, among so many listed entries.

    The bar is the lowest that was measured to keep it; never lower than where names begin to be alike, so
    that few entries give fewer false alerts than that. Raises `ToleranceUnmeasured` for a stricter one.
    """
    known = measured()
    for bar in known.bars:
        if known.share(bar, listed_entries) <= 1 / one_in:
            return Tolerance(one_in, listed_entries, bar.bar)
    most = int(1 / known.share(known.bars[-1], listed_entries))
    raise ToleranceUnmeasured(one_in=f"{one_in:,}", entries=f"{listed_entries:,}", most=f"{most:,}")
