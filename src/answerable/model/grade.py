"""The Admiralty code: how far a source is trusted, and how far a piece of information is confirmed.

The two are judged independently of each other (MISP taxonomy ``admiralty-scale``; DOMAIN.md §3).
"""

from dataclasses import dataclass

from answerable.model.errors import ValueRefused

SOURCE = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
INFORMATION = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Grade:
    """One letter for the source, one figure for the information: ``B2``."""

    source: str
    information: str

    def __str__(self) -> str:
        return f"{self.source}{self.information}"

    def in_words(self) -> str:
        """What the grade says, for a footnote."""
        return f"source {SOURCE[self.source]}, information {INFORMATION[self.information]}"


UNGRADED = Grade("F", "6")


_GRADES = {f"{letter}{figure}": Grade(letter, figure) for letter in SOURCE for figure in INFORMATION}


def parse_grade(text: str) -> Grade:
    """Read ``B2``; raise `ValueRefused` for anything that is not a letter A–F and a figure 1–6."""
    if text in _GRADES:
        return _GRADES[text]
    raise ValueRefused(value=text, prop="grade", why="it is not a letter A–F and a figure 1–6")
