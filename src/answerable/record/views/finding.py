"""The part of a View that finds: by words, in what is said and in the texts it was said in."""

from dataclasses import dataclass

from sqlalchemy import select

from answerable.preserve.captures import get_source
from answerable.preserve.tables import capture
from answerable.read.tables import text
from answerable.record.letters import letters
from answerable.record.search import STATEMENT, search
from answerable.record.search_words import fold, phrases
from answerable.record.tables import statement
from answerable.record.views.base import Opened

STRETCH = 20_000
LONGEST_HIT = 500
"""Characters."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: a statement with its value, or a text with the words around the first hit."""

    kind: str
    ref: str
    title: str
    words: str


class Finding(Opened):
    """Search, as far as this audience may see."""

    def search(self, query: str, limit: int = 50) -> list[Found]:
        """What holds all of the query's words. Only the own team searches whole texts."""
        visible = set(self._visible) | (set() if self.is_outside else {0})
        hits = search(self._connection, query, visible, limit)
        every = (
            self._found_statement(hit.ref, query)
            if hit.kind == STATEMENT
            else self._found_text(hit.ref, query)
            for hit in hits
        )
        return [found for found in every if found]

    def _found_statement(self, ref: str, query: str) -> Found | None:
        row = self._connection.execute(
            select(statement).where(statement.c.id == ref, statement.c.withdrawn == "", self._shown)
        ).one_or_none()
        if row is None:
            return None
        words = self._withheld(row.value)
        if words != row.value and not all(phrase in fold(words) for phrase in phrases(query)):
            return None  # it was found by what is withheld, and to say so would tell it
        return Found("statement", row.canonical, f"{row.schema} · {row.prop}", words)

    def _found_text(self, ref: str, query: str) -> Found:
        source_id = (
            self._connection.execute(
                select(capture.c.source)
                .join(text, text.c.capture == capture.c.id)
                .where(text.c.sha256 == ref)
                .order_by(capture.c.at, capture.c.id)
            )
            .scalars()
            .first()
        )
        title = get_source(self._connection, str(source_id)).title
        return Found("text", ref, title, _around(self._vault.get(ref).decode(), phrases(query)[0]))


def _around(words: str, phrase: str) -> str:
    """The first hit with what stands beside it; a long text is looked through in stretches."""
    for begin in range(0, len(words), STRETCH):
        found = letters(words[begin : begin + STRETCH + LONGEST_HIT])
        for start, end in found.places(phrase):
            if found.is_word(start, end):
                return " ".join(words[max(begin + start - 40, 0) : begin + end + 40].split())
    return " ".join(words[:80].split())
