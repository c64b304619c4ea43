"""What a comparison is made of: the pieces of two names that met, and what each meeting says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one name and what it met in the other; a side is empty where it met nothing."""

    left: str
    right: str
    weight: int
    """Hundredths of a nat: for one bearer where positive, against where negative."""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The same in words.

    A side is empty where the piece met nothing, or was set aside.
    """

    left: str
    right: str
    how: str
