"""What asking about one name came to, whole: for the terminal, for programs, and for the file."""

from dataclasses import dataclass

from answerable.identify.lists import Edition
from answerable.identify.screening import Match, Query
from answerable.identify.standing import Held


@dataclass(frozen=True, slots=True)
class Beside:
    """A match, and the decision on it where somebody took one."""

    match: Match
    held: Held | None


@dataclass(frozen=True, slots=True)
class Screened:
    """When it was asked, on which editions, what was found and what was decided."""

    asked: Query
    at: str
    editions: tuple[Edition, ...]
    found: tuple[Beside, ...]
    limit: int
    """How many matches were asked for at most."""
    gone: tuple[Held, ...]
    """Decisions on what was asked whose entry is on its list no longer."""
