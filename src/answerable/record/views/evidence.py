"""The part of a View that tells on what words a statement rests, down to the kept bytes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import select

from answerable.model.errors import Erased, NothingCalled
from answerable.model.grade import parse_grade
from answerable.model.record import Capture, Citation, Passage, Picture, Source, Stance, StatementChange, Text
from answerable.preserve.captures import get_capture, get_source
from answerable.preserve.tables import capture
from answerable.read.tables import passage, text
from answerable.read.texts import unlock_words
from answerable.record.pictures import noted_pictures
from answerable.record.pseudonyms import withhold_around
from answerable.record.tables import citation, statement, statement_change
from answerable.record.views.base import Opened
from answerable.store.log import LogRow, rows

_CITED = (
    *(citation.c.id, citation.c.statement, citation.c.passage, citation.c.stance),
    *(citation.c.said_by, citation.c.via, citation.c.grade),
)
_STANCES = {str(one): one for one in Stance}


class Evidence(Opened):
    """What the record rests on."""

    def citations(self, statement_id: str) -> list[Citation]:
        """What a statement rests on, for and against."""
        return self.citations_of([statement_id])[statement_id]

    def citations_of(self, statements: Sequence[str]) -> dict[str, list[Citation]]:
        """What several statements rest on, each by its id; at most some thousands at once."""
        found = self._connection.execute(
            select(*_CITED)
            .join(statement, statement.c.id == citation.c.statement)
            .where(statement.c.id.in_(statements), self._shown, self._heard)
            .order_by(citation.c.id)
        ).all()
        cited: dict[str, list[Citation]] = {one: [] for one in statements}
        later = self._since.cited if self._since else frozenset()
        hidden = self._withheld
        for own, of, passage_id, stance, said_by, via, grade in found:
            if own not in later:
                read = _STANCES[stance], hidden(said_by), hidden(via), parse_grade(grade)
                cited[of].append(Citation(own, of, passage_id, *read))
        return cited

    def held_of(self, statements: Sequence[str]) -> dict[str, list[Citation]]:
        """The same without those whose words were erased: nobody can check these any more, so nothing that
        is handed out or weighed rests on them.
        """
        found = self.citations_of(statements)
        return {own: [one for one in some if one.passage not in self._erased] for own, some in found.items()}

    @cached_property
    def _erased(self) -> frozenset[str]:
        """The passages that were sealed for somebody whose key is gone."""
        sealed = select(passage.c.id, passage.c.sealed_for).where(passage.c.sealed_for != "")
        return frozenset(
            row.id
            for row in self._connection.execute(sealed)
            if not all(map(self._people.has, row.sealed_for.split()))
        )

    def passage(self, passage_id: str) -> Passage:
        """The words cited, with whatever names a protected person withheld from an outside audience.

        Raises `NothingCalled` where no statement that this audience may see rests on them.
        """
        row = self._connection.execute(select(passage).where(passage.c.id == passage_id)).one_or_none()
        if row is None or (self.is_outside and not self._rests_on(passage_id)):
            raise NothingCalled(kind="passage", name=passage_id, nearest="")
        fields = dict(row._mapping)
        sealed_for = fields.pop("sealed_for").split()
        before, exact, after = (
            self._words(fields[part], sealed_for) for part in ("prefix", "exact", "suffix")
        )
        words = withhold_around((before, exact, after), self.must_not_appear, self.half_names)
        return Passage(**{**fields, "prefix": words[0], "exact": words[1], "suffix": words[2]})

    def _rests_on(self, passage_id: str) -> bool:
        found = self._connection.execute(
            select(citation.c.id)
            .join(statement, statement.c.id == citation.c.statement)
            .where(citation.c.passage == passage_id, self._shown, self._heard)
            .limit(1)
        )
        return found.scalar() is not None

    def _words(self, words: str, sealed_for: list[str]) -> str:
        try:
            return unlock_words(self._people, sealed_for, words)
        except Erased:
            return ""

    def source(self, source_id: str) -> Source:
        """The source of a passage; its title or address may itself name someone."""
        found = get_source(self._connection, source_id)
        return replace(
            found,
            title=self._withheld(found.title),
            url=self._withheld(found.url),
            publisher=self._withheld(found.publisher),
            origin=self._withheld(found.origin),
            author=self._withheld(found.author),
        )

    def text(self, sha256: str, source: str) -> Text:
        """What is known of a text, as it was read out of that source: two sources can have the same words."""
        row = self._connection.execute(
            select(text)
            .join(capture, capture.c.id == text.c.capture)
            .where(text.c.sha256 == sha256, capture.c.source == source)
            .order_by(text.c.at, text.c.capture)
            .limit(1)
        ).one()
        return Text(**{**row._mapping, "pages": tuple(json.loads(row.pages))})

    def capture(self, capture_id: str) -> Capture:
        """How the bytes behind a text were taken."""
        return get_capture(self._connection, capture_id)

    def is_sealed(self, passage_id: str) -> bool:
        """Whether a passage's source names a protected person, or holds what somebody does not agree to
        show this audience, so that its bytes stay here.
        """
        row = self._connection.execute(
            select(passage.c.sealed_for, passage.c.source, passage.c.text_sha256).where(
                passage.c.id == passage_id
            )
        ).one_or_none()
        if row is None:
            return False
        held = row.source in self._unsaid.sources or row.text_sha256 in self._unsaid.texts
        return held or bool(row.sealed_for)

    def sealed_for(self, passage_id: str) -> frozenset[str]:
        """Whom the source of a passage is sealed for, by canonical id; nobody where it is open."""
        sealed = self._connection.execute(
            select(passage.c.sealed_for).where(passage.c.id == passage_id)
        ).scalar_one()
        return frozenset(map(self.resolve, sealed.split()))

    def kept(self, sha256: str) -> bytes:
        """The kept bytes with that hash; the caller asks only for what a visible passage rests on."""
        return self._vault.get(sha256)

    def pictures(self, source_id: str) -> Picture | None:
        """Where the pictures in a source come from; who found it out is for the own team."""
        noted = noted_pictures(self._connection, source_id)
        if noted is None or not self.is_outside:
            return noted
        by, on, where = map(self._withheld, (noted.taken_by, noted.taken_on, noted.came_from))
        return Picture(by, on, where, "", "")

    def log_rows(self) -> list[LogRow]:
        """The evidence log of this workspace's own chain. It names people by opaque ids alone."""
        return list(rows(self._connection, self.chain))

    def history(self, statement_id: str) -> list[StatementChange]:
        """How a statement changed since it was recorded, oldest first.

        With whom else it was shared is told to the own team alone.
        """
        query = (
            select(statement_change)
            .join(statement, statement.c.id == statement_change.c.statement)
            .where(statement.c.id == statement_id, self._shown)
            .order_by(statement_change.c.at, statement_change.c.id)
        )
        if self.is_outside:
            query = query.where(statement_change.c.field != "sharing")
        return [self._change(row) for row in self._connection.execute(query)]

    def _change(self, row: Any) -> StatementChange:
        old, new, because = map(self._withheld, (row.old, row.new, row.because))
        return StatementChange(row.statement, row.field, old, new, because, row.by, row.at)
