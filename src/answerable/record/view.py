"""The one way to read the record: a View, opened by one person for one audience.

Everything above this room sees the record through it. It shows only statements shared with its
audience; protected people appear under pseudonyms except to the own team; words that name them are
withheld from quotations.
"""

from answerable.read.folding import fold
from answerable.record.pseudonyms import NAMES
from answerable.record.views.base import ID
from answerable.record.views.cases import Cases
from answerable.record.views.consents import Consents
from answerable.record.views.entities import Card, Entities
from answerable.record.views.evidence import Evidence
from answerable.record.views.finding import Finding, Found
from answerable.record.views.origins import Origins
from answerable.record.views.replies import Replies
from answerable.record.views.since import Moment

__all__ = ["NAMES", "Card", "Found", "Moment", "View"]


class View(Entities, Evidence, Cases, Consents, Replies, Finding, Origins):
    """The record as one audience may see it. Made by `answerable.record.audience.Door` alone."""

    def speaker(self, said_by: str) -> str:
        """What to call the one who is speaking: an entity by its caption, or as it was written."""
        return self.caption(self.resolve(said_by)) if ID.fullmatch(said_by) else said_by

    def speaking(self, said_by: str) -> tuple[str, str]:
        """By what the one who is speaking is known, and their name; empty where none is shown.

        One person recorded twice is one; a name as it was written is known by its folded form.
        """
        if not ID.fullmatch(said_by):
            return fold(said_by).text.casefold(), said_by
        canonical = self.resolve(said_by)
        has_name = canonical in self.protected or self.names(canonical)
        return canonical, self.caption(canonical) if has_name else ""

    def withheld(self, words: str) -> str:
        """Words made out of the record's, as this audience may read them."""
        return self._withheld(words)
