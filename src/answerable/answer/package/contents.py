"""What a package says and carries: the record of one case, and the texts and bytes it rests on.

Where the View is for anyone but the own team, whatever touches a protected person or source goes under
ids of this package alone, without its log entry and with its month for a time.
"""

from answerable.answer.package.commitments import Secret
from answerable.answer.package.disclosed import Disclosed, names_others
from answerable.answer.package.reach import Found, speaker
from answerable.model.canonical import Json
from answerable.model.ids import derived_id
from answerable.model.record import Citation, Passage, Statement
from answerable.record.pseudonyms import WITHHELD, withhold
from answerable.record.view import View

KINDS = ("entities", "statements", "citations", "passages", "texts", "captures", "sources")


class Contents:
    """Gathers one package. ``files`` are its texts and bytes by path; ``record`` is record.json."""

    def __init__(self, view: View, secret: Secret, log: Disclosed) -> None:
        self.files: dict[str, bytes] = {}
        self.statement_ids: dict[str, str] = {}
        self._view = view
        self._secret = secret
        self._log = log
        self._kinds: dict[str, dict[str, Json]] = {kind: {} for kind in KINDS}

    def gather(self, found: Found) -> None:
        """Take in the things of a case and all they rest on."""
        for canonical, statements in found.items():
            self._entity(canonical)
            for said in statements:
                self._statement(said)

    @property
    def record(self) -> dict[str, Json]:
        """Every kind as a list in the order of the ids, which tells nothing of when it was recorded."""
        return {kind: [found[name] for name in sorted(found)] for kind, found in self._kinds.items()}

    # --- who and what -----------------------------------------------------------------------------

    def _is_hidden(self, canonical: str) -> bool:
        return self._view.is_outside and canonical in self._view.protected

    def _entity_id(self, canonical: str) -> str:
        return self._secret.stand_in("entity", canonical) if self._is_hidden(canonical) else canonical

    def _entity(self, canonical: str) -> None:
        hidden = self._is_hidden(canonical)
        members = [] if hidden else self._view.members(canonical)
        for member in members:
            self._log.show("entity", member)
            self._log.show("protect", member)
        self._kinds["entities"][self._entity_id(canonical)] = {
            "id": self._entity_id(canonical),
            "members": members,
            "schema": self._view.schema_of(canonical),
            "caption": self._view.caption(canonical),
            "protected": canonical in self._view.protected,
        }

    # --- what is said -----------------------------------------------------------------------------

    def _statement(self, said: Statement) -> None:
        cited = self._view.citations(said.id)
        how = self._how_logged(said, cited)
        own_id = self._secret.stand_in("statement", said.id) if how == "withheld" else said.id
        self.statement_ids[said.id] = own_id
        if how != "withheld":
            self._log.show("statement", said.id)
            self._log.show_grades(said.id)
        self._kinds["statements"][own_id] = {
            "id": own_id,
            "subject": self._entity_id(said.canonical),
            "entity": self._entity_id(said.canonical) if self._is_hidden(said.canonical) else said.entity,
            "prop": said.prop,
            "value": self._entity_id(said.value) if said.is_ref else said.value,
            "is_ref": said.is_ref,
            "organisation": said.organisation,
            "grade": str(said.grade),
            "at": said.at[:7] if how == "withheld" else said.at,
            "log": how,
        }
        for one in cited:
            self._citation(one, own_id, how)

    def _how_logged(self, said: Statement, cited: list[Citation]) -> str:
        """``withheld``, ``value`` (its log entry proves the value) or ``keyed`` (that needs a key)."""
        rows = self._log.about("statement", said.id)
        if self._touches_protected(said, cited) or any(names_others(r, self._view.audience) for r in rows):
            return "withheld"
        values = self._view.members(said.value) if said.is_ref else [said.value]
        keys = {derived_id("statement", said.entity, said.prop, one, said.organisation) for one in values}
        proven = any(row.fields["about"]["content_key"] in keys for row in rows)
        return "keyed" if said.canonical in self._view.protected and not proven else "value"

    def _touches_protected(self, said: Statement, cited: list[Citation]) -> bool:
        if not self._view.is_outside:
            return False
        hidden = self._is_hidden(said.canonical) or (said.is_ref and self._is_hidden(said.value))
        return hidden or WITHHELD in said.value or any(self._view.is_sealed(one.passage) for one in cited)

    def _citation(self, cited: Citation, statement: str, how: str) -> None:
        closed = self._is_closed(self._view.passage(cited.passage))
        withheld = how == "withheld" or closed
        own_id = self._secret.stand_in("citation", cited.id) if withheld else cited.id
        if not withheld:
            self._log.show("citation", cited.id)
        who = speaker(self._view, cited.said_by)
        self._kinds["citations"][own_id] = {
            "id": own_id,
            "statement": statement,
            "passage": self._passage(cited.passage),
            "stance": str(cited.stance),
            "said_by": self._entity_id(who) if who else self._withheld(cited.said_by),
            "via": self._withheld(cited.via),
            "grade": str(cited.grade),
            "log": "withheld" if withheld else "entry",
        }

    def _withheld(self, words: str) -> str:
        return withhold(words, self._view.must_not_appear, self._view.half_names)

    # --- on what words ----------------------------------------------------------------------------

    def _is_closed(self, passage: Passage) -> bool:
        """Whether the text behind it stays here: it names someone protected, or it was erased."""
        return self._view.is_sealed(passage.id) and (self._view.is_outside or not passage.exact)

    def _passage(self, passage_id: str) -> str:
        passage = self._view.passage(passage_id)
        return self._closed_passage(passage) if self._is_closed(passage) else self._open_passage(passage)

    def _closed_passage(self, passage: Passage) -> str:
        own_id = self._secret.stand_in("passage", passage.id)
        source = self._secret.stand_in("source", passage.source)
        taken = self._view.capture(self._view.text(passage.text_sha256, passage.source).capture).at
        self._kinds["sources"][source] = {"id": source, "month": taken[:7]}
        told: dict[str, Json] = {"id": own_id, "source": source, "withheld": "erased", "segments": [None]}
        if passage.exact:
            whole = self._view.kept(passage.text_sha256).decode()[passage.start : passage.end]
            told["withheld"] = "protected"
            told["segments"] = segments(passage.exact)
            told["commitment"] = self._secret.commitment(passage.id, whole)
        self._kinds["passages"][own_id] = told
        return own_id

    def _open_passage(self, passage: Passage) -> str:
        self._text(passage.text_sha256, passage.source)
        self._source(passage.source)
        self._log.show("passage", passage.id)
        told: dict[str, Json] = {
            "id": passage.id,
            "text": passage.text_sha256,
            "source": passage.source,
            "start": passage.start,
            "end": passage.end,
            "prefix": "" if WITHHELD in passage.prefix else passage.prefix,
            "suffix": "" if WITHHELD in passage.suffix else passage.suffix,
            "page": passage.page,
            "selector": passage.selector,
        }
        if WITHHELD in passage.exact:
            told["segments"] = segments(passage.exact)
        else:
            told["exact"] = passage.exact
        self._kinds["passages"][passage.id] = told
        return passage.id

    def _text(self, sha256: str, source: str) -> None:
        if sha256 in self._kinds["texts"]:
            return
        text = self._view.text(sha256, source)
        self.files[f"texts/{sha256}.txt"] = self._view.kept(sha256)
        self._log.show("text", sha256)
        self._kinds["texts"][sha256] = {
            "sha256": sha256,
            "capture": text.capture,
            "tool": text.tool,
            "version": text.version,
            "at": text.at,
            "length": text.length,
            "pages": list(text.pages),
        }
        self._capture(text.capture)

    def _capture(self, capture_id: str) -> None:
        taken = self._view.capture(capture_id)
        self.files[f"evidence/{taken.sha256}"] = self._view.kept(taken.sha256)
        if taken.warc_sha256:
            self.files[f"warc/{taken.warc_sha256}.warc.gz"] = self._view.kept(taken.warc_sha256)
        self._log.show("capture", capture_id)
        self._source(taken.source)
        self._kinds["captures"][capture_id] = {
            "id": capture_id,
            "source": taken.source,
            "sha256": taken.sha256,
            "size": taken.size,
            "media_type": taken.media_type,
            "charset": taken.charset,
            "warc_sha256": taken.warc_sha256,
            "at": taken.at,
            "how": taken.how,
            "verdict": str(taken.verdict),
            "reason": taken.reason,
            "status": taken.status,
        }

    def _source(self, source_id: str) -> None:
        source = self._view.source(source_id)
        self._kinds["sources"][source_id] = {
            "id": source.id,
            "title": source.title,
            "url": source.url,
            "publisher": source.publisher,
            "language": source.language,
            "origin": source.origin,
            "author": source.author,
            "published": source.published,
        }


def segments(words: str) -> list[Json]:
    """The words that are shown, with None for every run withheld."""
    parts: list[Json] = []
    for number, part in enumerate(words.split(WITHHELD)):
        parts += [None] if number else []
        parts += [part] if part else []
    return parts
