"""What one way of comparing two names found: a score, what met what, and sentences from the same numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aligned:
    """One piece of the left name beside one of the right, and how they met.

    A side is empty where the piece met nothing, or was set aside.
    """

    left: str
    right: str
    how: str

    def turned(self) -> "Aligned":
        """The same with the sides changed over."""
        return Aligned(self.right, self.left, self.how)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A score from 0 to 1 and what it was made of."""

    score: float
    alignment: tuple[Aligned, ...] = ()
    reasons_for: tuple[str, ...] = ()
    reasons_against: tuple[str, ...] = ()

    def turned(self) -> "Evidence":
        """The same, for the names in the other order."""
        swapped = tuple(piece.turned() for piece in self.alignment)
        return Evidence(self.score, swapped, self.reasons_for, self.reasons_against)


NOTHING = Evidence(0.0)
