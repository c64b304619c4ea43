"""The part of a View that finds: by words, in what is said and in the texts it was said in."""

from dataclasses import dataclass

from sqlalchemy import select

from answerable.model.errors import EvidenceError
from answerable.preserve.captures import get_source
from answerable.preserve.tables import capture
from answerable.read.passages import Finder
from answerable.read.tables import text
from answerable.record.search import STATEMENT, search
from answerable.record.search_words import phrases
from answerable.record.tables import statement
from answerable.record.views.base import Opened


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
            self._found_statement(hit.ref) if hit.kind == STATEMENT else self._found_text(hit.ref, query)
            for hit in hits
        )
        return [found for found in every if found]

    def _found_statement(self, ref: str) -> Found | None:
        row = self._connection.execute(
            select(statement).where(statement.c.id == ref, statement.c.withdrawn == "")
        ).one_or_none()
        if row is None:
            return None
        return Found("statement", row.canonical, f"{row.schema} · {row.prop}", self._withheld(row.value))

    def _found_text(self, ref: str, query: str) -> Found:
        source_id = (
            self._connection.execute(
                select(capture.c.source)
                .join(text, text.c.capture == capture.c.id)
                .where(text.c.sha256 == ref)
            )
            .scalars()
            .first()
        )
        title = get_source(self._connection, str(source_id)).title
        return Found("text", ref, title, _around(self._vault.get(ref).decode(), query))


def _around(words: str, query: str) -> str:
    """The first hit with what stands beside it; the beginning where case or accents hide it."""
    try:
        span = Finder(words).find(phrases(query)[0])
    except EvidenceError:
        at = words.casefold().find(phrases(query)[0])
        return " ".join(words[max(at - 40, 0) : max(at, 0) + 80].split())
    return " ".join(words[max(span.start - 40, 0) : span.end + 40].split())
