"""A law under which action can be asked, and what it requires, as a law file says it.

A law is data with dates. Its limbs are alternatives; a limb's requirements must all be met. What a
requirement looks for in the record is said by a few declarative tests.
"""

from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible
from answerable.weigh.checks import Check, Part, Words

STALE_AFTER = timedelta(days=90)
"""How long a check of a law holds (DESIGN.md, “The law is data with dates”)."""


def _whole_day(text: str) -> str:
    if not text:
        return text
    try:
        parsed = parse_date(text)
    except DateImpossible as error:
        raise ValueError("it is not a date, written 2023-06-22") from error
    if parsed.first != parsed.last:
        raise ValueError("it is not a whole date, written 2023-06-22")
    return text


Day = Annotated[str, AfterValidator(_whole_day)]
"""A whole day, ``2023-06-22``; empty where it is not known."""


About: TypeAlias = Literal["who", "link", "act", "victim", "knowledge", "tenure"]
"""What a requirement is about: who may be listed, how they are tied to it, what was done, against whom,
what they knew, and in which post on the day."""


Caution: TypeAlias = Literal[
    "unverified", "stale", "current-to", "fiscal-year", "not-known-in-force", "not-begun", "lapsed"
]
"""What a reader must be warned of who relies on a law."""

_IN_ENGLISH: dict[Caution, str] = {
    "unverified": "not checked against the official text; it rests on {}",
    "stale": "last checked on {}",
    "current-to": "the official text it was checked against is current to {}",
    "fiscal-year": "enacted for the fiscal year {}; see that it was enacted again",
    "not-known-in-force": "not known to be in force",
    "not-begun": "in force from {}",
    "lapsed": "lapsed on {}",
}


class Exclusion(Check):
    """What the law rules out: whatever says so counts against, with a sentence of its own."""

    gap: Words


class Requirement(Part):
    """One thing a law requires, its provision, and what in the record meets it."""

    id: Words
    about: About
    provision: Words
    asks: Words
    met_by: tuple[Check, ...] = Field(min_length=1)
    against: tuple[Exclusion, ...] = ()
    unsettled: tuple[Check, ...] = ()
    """What may or may not meet it: shown beside, counted on neither side."""
    gap: Words
    since: Day = ""
    """The day from which the provision has its present words."""
    open: str = ""
    """A question the law's own words leave open."""
    unverified: str = ""
    """Why it could not be checked against the official text; empty where it was."""

    @model_validator(mode="after")
    def _open_where_unsettled(self) -> "Requirement":
        if self.unsettled and not self.open:
            raise ValueError("what is unsettled needs the open question told in “open”")
        return self

    @cached_property
    def is_of_an_act(self) -> bool:
        """Whether one act must meet it, the same one as the limb's other such requirements."""
        return any(check.is_of_an_act for check in self.checks)

    @property
    def checks(self) -> tuple[Check, ...]:
        """Everything it looks for, for and against."""
        return (*self.met_by, *self.against, *self.unsettled)


class Limb(Part):
    """One of the alternatives under which a law reaches someone."""

    id: Words
    provision: Words
    says: Words
    reaches: tuple[Words, ...] = Field(min_length=1)
    """The kinds of things it can be used against."""
    beyond: Words
    """The sentence for anything else."""
    requirements: tuple[Words, ...] = Field(min_length=1)


class Background(Part):
    """A provision the law stands on, which a case need not show."""

    provision: Words
    says: Words


class LawAsWritten(Part):
    """A law as its file has it."""

    id: Words
    title: Words
    citation: Words
    jurisdiction: Words
    standard: Words
    """The standard of proof, in words. It is shown, and never counted into anything."""
    decided_by: Words
    proposed_by: str = ""
    """Who alone may bring a name before those who decide; empty where the law does not say."""
    measure: Words
    in_force: Day = ""
    """Only where the official text proves it."""
    amended: Day = ""
    lapsed: Day = ""
    fiscal_year: str = ""
    """The year of the appropriations act that enacts it, where it has to be enacted every year."""
    official_text: Words
    address: str = ""
    """Where its publisher has the official text as a file; empty where there is no one such file."""
    current_to: Day = ""
    """The day up to which the official text that was checked says it is current."""
    checked_on: Day = ""
    checked_by: str = ""
    unverified: str = ""
    """What it rests on where nobody has checked it against the official text."""
    background: tuple[Background, ...] = ()
    requirements: tuple[Requirement, ...] = Field(min_length=1)
    limbs: tuple[Limb, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _checked_or_not(self) -> "LawAsWritten":
        if bool(self.checked_on and self.checked_by) == bool(self.unverified):
            raise ValueError(
                "a law has “checked_on” and “checked_by”, or else says in “unverified” on what it rests"
            )
        return self


class Law(LawAsWritten):
    """A law read from a file without an error, with that file's name and hash."""

    file: str
    sha256: str
    language: str = "en"
    """The language of its sentences."""
    words_file: str = ""
    """The file of its sentences where they are not English, and that file's hash."""
    words_sha256: str = ""

    def limb(self, limb_id: str) -> Limb:
        """The limb of that id."""
        return next(limb for limb in self.limbs if limb.id == limb_id)

    def required_by(self, limb: Limb) -> tuple[Requirement, ...]:
        """What the limb requires, in its order."""
        named = {requirement.id: requirement for requirement in self.requirements}
        return tuple(named[one] for one in limb.requirements)

    @property
    def is_unverified(self) -> bool:
        """Whether nobody has checked it against the official text."""
        return bool(self.unverified)

    def is_stale(self, today: date) -> bool:
        """Whether the last check is more than 90 days old."""
        return not self.checked_on or today - date.fromisoformat(self.checked_on) > STALE_AFTER

    def is_in_force(self, today: date) -> bool:
        """Whether the law is known to be in force that day."""
        begun = bool(self.in_force) and self.in_force <= today.isoformat()
        return begun and not (self.lapsed and self.lapsed <= today.isoformat())

    def cautions(self, today: date) -> tuple[tuple[Caution, str], ...]:
        """What a reader must be told wherever this law is used that day: of what kind, and a day or words."""
        begun = bool(self.in_force) and self.in_force <= today.isoformat()
        over = bool(self.lapsed) and self.lapsed <= today.isoformat()
        told: tuple[tuple[bool, Caution, str], ...] = (
            (self.is_unverified, "unverified", self.unverified),
            (not self.is_unverified and self.is_stale(today), "stale", self.checked_on),
            (
                bool(self.current_to) and today - date.fromisoformat(self.current_to) > STALE_AFTER,
                "current-to",
                self.current_to,
            ),
            (bool(self.fiscal_year), "fiscal-year", self.fiscal_year),
            (not self.in_force, "not-known-in-force", ""),
            (bool(self.in_force) and (not begun or over), "not-begun", self.in_force),
            (bool(self.in_force) and over, "lapsed", self.lapsed),
        )
        return tuple((kind, words) for holds, kind, words in told if holds)

    def notes(self, today: date) -> tuple[str, ...]:
        """The cautions of that day, in English sentences."""
        return tuple(_IN_ENGLISH[kind].format(told) for kind, told in self.cautions(today))
