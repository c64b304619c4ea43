"""What asking about one name came to, whole: for the terminal, for programs, and for the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.identify.lists import Edition
from answerable.identify.match import Group, Match, matches_of
from answerable.identify.screening import Query
from answerable.identify.standing import Held
from answerable.identify.tolerance import Tolerance


@dataclass(frozen=True, slots=True)
class Screened:
    """When it was asked, on which editions and how strictly, what was found and what was decided."""

    asked: Query
    at: str
    editions: tuple[Edition, ...]
    tolerance: Tolerance
    found: tuple[Group, ...]
    decided: Mapping[tuple[str, str], Held]
    """The decisions on matches, by their `place`."""
    limit: int
    """How many names were asked for at most."""
    gone: tuple[Held, ...]
    """Decisions on what was asked whose entry is on its list no longer."""

    @property
    def matches(self) -> list[Match]:
        """Every entry that was found, those of one name together."""
        return matches_of(self.found)

    def on(self, match: Match) -> Held | None:
        """The decision on a match, where somebody took one."""
        return self.decided.get(match.place)
