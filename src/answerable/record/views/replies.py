"""The part of a View that tells whether those named in a case were asked for their side."""

from sqlalchemy import select

from answerable.model.record import Sought
from answerable.record.case_tables import reply_sought
from answerable.record.views.base import Opened


class Replies(Opened):
    """The other side, as far as it was sought."""

    def sought(self, case_id: str) -> dict[str, Sought]:
        """By subject (a canonical id), the newest that was noted of them.

        Whoever may not read it is told that something is noted, and not what.
        """
        found = self._connection.execute(
            select(reply_sought)
            .where(reply_sought.c.case == case_id)
            .order_by(reply_sought.c.at, reply_sought.c.id)
        )
        noted: dict[str, Sought] = {}
        for row in found:
            subject = self.resolve(row.subject)
            if row.vis not in self._visible:
                noted[subject] = Sought(subject, "", "", "", "", "", is_told=False)
                continue
            how, through, why = map(self._withheld, (row.how, row.through, row.not_sought))
            reply = self.resolve(row.reply) if row.reply else ""
            noted[subject] = Sought(subject, row.sought_on, how, through, why, reply)
        return noted
