"""What the rooms hand each other: sources, passages, statements, citations, cases.

Times are RFC 3339 in UTC, to the second (``2026-11-23T09:14:05Z``). Hashes are SHA-256 in lower-case
hexadecimal. Ids are 32 hexadecimal characters.
"""

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.grade import Grade


class Verdict(StrEnum):
    """How a capture went."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    REFUSED = "refused"
    FAILED = "failed"


class Stance(StrEnum):
    """What a passage does to a statement."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class Standing(StrEnum):
    """How a name comes to be on a list. Never mixed, always shown."""

    OFFICIALLY_LISTED = "officially listed"
    RECOMMENDED = "recommended"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that says something."""

    id: str
    title: str
    url: str
    publisher: str
    language: str
    origin: str
    """The first-hand source it is declared to go back to; empty where nobody said."""
    author: str
    published: str
    """A year, a month or a day (2031, 2031-05, 2031-05-04); empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One taking of a source: its bytes, when, how, by whom, with what verdict."""

    id: str
    source: str
    sha256: str
    size: int
    media_type: str
    charset: str
    warc_sha256: str
    """The WARC file with request and response as they went over the wire; empty for imported files."""
    at: str
    how: str
    by: str
    verdict: Verdict
    reason: str
    status: int
    """The HTTP status; 0 for imported files."""


@dataclass(frozen=True, slots=True)
class Text:
    """What one tool and version read out of a capture's bytes; its id is its own hash."""

    sha256: str
    capture: str
    tool: str
    version: str
    at: str
    length: int
    """Characters (Unicode code points)."""
    pages: tuple[int, ...]
    """Where each page begins, in characters; (0,) where the source has no pages."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of a text: W3C TextQuoteSelector and TextPositionSelector in one."""

    id: str
    text_sha256: str
    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    page: int
    """From 1; 0 where the source has no pages."""
    selector: str
    """The row or path of a data file (``Sheet1!row=7``); empty for running text."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value said of one subject: *entity, property, value*, by whom and how widely shared."""

    id: str
    entity: str
    canonical: str
    schema: str
    prop: str
    value: str
    is_ref: bool
    """Whether ``value`` is the id of another entity."""
    organisation: str
    sharing: frozenset[str]
    by: str
    at: str
    grade: Grade
    withdrawn: str
    """The reason it was withdrawn; empty while it stands."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Ties a statement to a passage: for or against, who is speaking, through whom it was relayed."""

    id: str
    statement: str
    passage: str
    stance: Stance
    said_by: str
    via: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class StatementChange:
    """How a statement's grade, sharing or standing changed; its value never does."""

    statement: str
    field: str
    old: str
    new: str
    because: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Case:
    """Persons and bodies named, tested against laws."""

    id: str
    slug: str
    title: str
    organisation: str
    summary: str
    subjects: tuple[str, ...]
    laws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """That a named person lets a case be filed although what a law requires is not met."""

    id: str
    subject: str
    law: str
    requirement: str
    """The requirement's id; empty where the law as a whole is in the way."""
    because: str
    decided_by: str
    """The person's name; empty to anyone but the own team."""
    at: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the pictures in a source come from; ``unknown`` where two people looked and did not learn it."""

    taken_by: str
    taken_on: str
    came_from: str
    checked_by: str
    reviewed_by: str
    """The second person; both names are for the own team alone."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whether someone named in a case was asked for their side, or why not."""

    subject: str
    on: str
    """The day; empty where it was not sought."""
    how: str
    through: str
    not_sought: str
    """The reason; empty where it was sought, or where a reply came by itself."""
    reply: str
    """The thing that the reply's own words are statements about; empty where none came."""
    is_told: bool = True
    """Whether this audience may read how and why; what it may not read is empty."""


@dataclass(frozen=True, slots=True)
class IdentityDecision:
    """A person's reasoned, reversible decision that two entities are, or are not, the same."""

    id: str
    left: str
    right: str
    same: bool
    because: str
    by: str
    at: str
    reviewer: str
    undone: str
    """The reason it was undone; empty while it holds."""


@dataclass(frozen=True, slots=True)
class OriginDecision:
    """A person's reasoned, reversible decision that two sources do, or do not, go back to one origin."""

    id: str
    left: str
    right: str
    same: bool
    because: str
    decided_by: str
    """The person's name, where one was given; empty to anyone but the own team."""
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Where the words of one passage stand, who speaks in them, and for what they are cited."""

    passage: str
    source: str
    text_sha256: str
    start: int
    end: int
    speakers: frozenset[str]
    """Canonical ids, or the words of who recorded it."""
    about: frozenset[str]
    """What is said, as one key for each value of one property of one thing."""


@dataclass(frozen=True, slots=True)
class Written:
    """One version of a section that the lawyer wrote."""

    id: str
    section: str
    body: str
    sharing: frozenset[str]
    at: str


@dataclass(frozen=True, slots=True)
class KeptComment:
    """A comment that somebody made on a draft in Word. ``author`` and ``said_at`` are what the file says."""

    id: str
    case: str
    recipient: str
    author: str
    said_at: str
    body: str
    paragraph: str
    """How the words it is on read in the file; empty where it is on none."""
    privileged: bool
    """Whether it is counsel's own work."""
    file_sha256: str
    by: str
    at: str
