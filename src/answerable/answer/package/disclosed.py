"""The evidence log as a package shows it: every header, and in full only the rows about what is in it."""

from collections.abc import Sequence

from answerable.model.audience import Audience, Kind
from answerable.store.log import LogRow

_NAMED_BY = {"citation": "id", "text": "sha256", "statement-change": "statement", "protect": "entity"}
"""Which field of an entry says what it is about, where that is not called like the action."""


class Disclosed:
    """The rows of one chain, and those of them that were asked for."""

    def __init__(self, rows: Sequence[LogRow]) -> None:
        self._rows = rows
        self._shown: set[int] = set()
        self._by: dict[tuple[str, str], list[LogRow]] = {}
        for row in rows:
            action, about = row.fields["action"], row.fields["about"]
            name = about.get(_NAMED_BY.get(action, action))
            if isinstance(name, str):
                self._by.setdefault((action, name), []).append(row)

    def about(self, action: str, name: str) -> list[LogRow]:
        """The rows of an action on one thing, shown or not."""
        return self._by.get((action, name), [])

    def show(self, action: str, name: str) -> None:
        """Show those rows in full."""
        self._shown |= {row.seq for row in self.about(action, name)}

    def show_grades(self, statement: str) -> None:
        """Show how a statement was graded anew; a change of sharing would tell who else sees it."""
        changes = self.about("statement-change", statement)
        self._shown |= {row.seq for row in changes if row.fields["about"]["field"] == "grade"}

    def headers(self) -> bytes:
        """``log/headers.jsonl``."""
        return "".join(f"{row.header}\n" for row in self._rows).encode()

    def entries(self) -> bytes:
        """``log/entries.jsonl``, in the order of the rows."""
        return "".join(f"{row.entry}\n" for row in self._rows if row.seq in self._shown).encode()


def names_others(row: LogRow, audience: Audience) -> bool:
    """Whether a statement's row tells of a recipient other than this audience."""
    labels = str(row.fields["about"]["sharing"]).split(",")
    return audience.kind is not Kind.TEAM and any(
        label.startswith("recipient:") and label != str(audience) for label in labels
    )
