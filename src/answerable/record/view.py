"""The one way to read the record: a View, opened by one person for one audience.

Everything above this room sees the record through it. It shows only statements shared with its
audience; protected people appear under pseudonyms except to the own team; words that name them are
withheld from quotations.
"""

from answerable.record.views.base import ID
from answerable.record.views.cases import Cases
from answerable.record.views.consents import Consents
from answerable.record.views.entities import NAMES, Card, Entities
from answerable.record.views.evidence import Evidence
from answerable.record.views.finding import Finding, Found
from answerable.record.views.replies import Replies
from answerable.record.views.since import Moment

__all__ = ["NAMES", "Card", "Found", "Moment", "View"]


class View(Entities, Evidence, Cases, Consents, Replies, Finding):
    """The record as one audience may see it. Made by `answerable.record.audience.Door` alone."""

    def speaker(self, said_by: str) -> str:
        """What to call the one who is speaking: an entity by its caption, or as it was written."""
        return self.caption(self.resolve(said_by)) if ID.fullmatch(said_by) else said_by
