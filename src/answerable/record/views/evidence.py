"""The part of a View that tells on what words a statement rests, down to the kept bytes."""

import json
from base64 import b64decode

from sqlalchemy import select

from answerable.model.errors import Erased
from answerable.model.grade import parse_grade
from answerable.model.record import Capture, Citation, Passage, Source, Stance, StatementChange, Text
from answerable.preserve.captures import get_capture, get_source
from answerable.read.tables import passage, text
from answerable.record.tables import citation, statement_change
from answerable.record.views.base import Opened
from answerable.store.log import LogRow, rows


class Evidence(Opened):
    """What the record rests on."""

    def citations(self, statement_id: str) -> list[Citation]:
        """What a statement rests on, for and against."""
        found = self._connection.execute(
            select(citation).where(citation.c.statement == statement_id).order_by(citation.c.id)
        )
        return [
            Citation(
                row.id,
                row.statement,
                row.passage,
                Stance(row.stance),
                row.said_by,
                row.via,
                parse_grade(row.grade),
            )
            for row in found
        ]

    def passage(self, passage_id: str) -> Passage:
        """The words cited, with whatever names a protected person withheld from an outside audience."""
        row = self._connection.execute(select(passage).where(passage.c.id == passage_id)).one()
        fields = dict(row._mapping)
        sealed_for = fields.pop("sealed_for")
        for part in ("exact", "prefix", "suffix"):
            fields[part] = self._words(fields[part], sealed_for)
        return Passage(**fields)

    def _words(self, words: str, sealed_for: str) -> str:
        if sealed_for:
            try:
                box = b64decode(words)
                for person in reversed(sealed_for.split()):
                    box = self._people.unseal(person, box)
                words = box.decode()
            except Erased:
                return ""
        return self._withheld(words)

    def source(self, source_id: str) -> Source:
        """The source of a passage."""
        return get_source(self._connection, source_id)

    def text(self, sha256: str) -> Text:
        """What is known of a text."""
        row = self._connection.execute(
            select(text).where(text.c.sha256 == sha256).order_by(text.c.at, text.c.capture).limit(1)
        ).one()
        return Text(**{**row._mapping, "pages": tuple(json.loads(row.pages))})

    def capture(self, capture_id: str) -> Capture:
        """How the bytes behind a text were taken."""
        return get_capture(self._connection, capture_id)

    def is_sealed(self, passage_id: str) -> bool:
        """Whether a passage's source names a protected person, so that its bytes stay here."""
        return bool(
            self._connection.execute(select(passage.c.sealed_for).where(passage.c.id == passage_id)).scalar()
        )

    def kept(self, sha256: str) -> bytes:
        """The kept bytes with that hash; the caller asks only for what a visible passage rests on."""
        return self._vault.get(sha256)

    def log_rows(self) -> list[LogRow]:
        """The evidence log of this workspace's own chain. It names people by opaque ids alone."""
        return list(rows(self._connection, self.chain))

    def speaker_in(self, source_id: str) -> str:
        """The one who is speaking in a source, where its citations agree on one; else empty."""
        found = self._connection.execute(
            select(citation.c.said_by)
            .join(passage, passage.c.id == citation.c.passage)
            .where(passage.c.source == source_id, citation.c.said_by != "")
            .distinct()
        ).all()
        return str(found[0].said_by) if len(found) == 1 else ""

    def history(self, statement_id: str) -> list[StatementChange]:
        """How a statement changed since it was recorded, oldest first."""
        found = self._connection.execute(
            select(statement_change)
            .where(statement_change.c.statement == statement_id)
            .order_by(statement_change.c.at, statement_change.c.id)
        )
        return [
            StatementChange(row.statement, row.field, row.old, row.new, row.because, row.by, row.at)
            for row in found
        ]
