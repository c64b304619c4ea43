"""Which sources go back to the same first-hand source. Texts, who speaks in them and what people
decided come in; groups go out, with a verdict on every pair. Promises: no evidence is *unknown*, and what
is unknown never counts.
"""

from answerable.read.origins.first_method import FirstMethod
from answerable.read.origins.groups import origins
from answerable.read.origins.model import (
    Answer,
    Cited,
    Contradiction,
    Group,
    Kind,
    OriginFinder,
    Origins,
    Place,
    ReadText,
    SourceText,
    Speaker,
    Tie,
    Verdict,
)
from answerable.read.origins.passages import repeated
from answerable.read.origins.verdicts import verdicts

__all__ = [
    "Answer",
    "Cited",
    "Contradiction",
    "FirstMethod",
    "Group",
    "Kind",
    "OriginFinder",
    "Origins",
    "Place",
    "ReadText",
    "SourceText",
    "Speaker",
    "Tie",
    "Verdict",
    "origins",
    "repeated",
    "verdicts",
]
