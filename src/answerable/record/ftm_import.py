"""Importing FollowTheMoney: every value becomes a statement that cites its line of the file."""

from dataclasses import dataclass

from answerable.model.audience import parse_sharing
from answerable.model.grade import parse_grade
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.model.schemata import schema
from answerable.preserve.captures import get_capture
from answerable.preserve.importing import keep_bytes
from answerable.preserve.vault import Vault
from answerable.read.passages import CONTEXT, Span
from answerable.read.reader import Reader
from answerable.read.texts import read_capture
from answerable.record.casefile import Casefile
from answerable.record.ftm_lines import FtmLine, read_lines
from answerable.record.gather import SourceInHand
from answerable.record.plan import PlannedCitation, PlannedStatement
from answerable.record.recording import Recorded, Recorder
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Store

FILE = "file"
"""What a plan calls the file among its sources."""


@dataclass(frozen=True, slots=True)
class Terms:
    """For whom a file is recorded, who may see it, and how it is graded."""

    organisation: str
    sharing: str = "team"
    grade: str = "F6"


@dataclass(frozen=True, slots=True)
class FtmImported:
    """What importing a file came to."""

    recorded: Recorded
    left_out: tuple[str, ...]
    """Fields of lines that say nothing of the entity itself: ``datasets``, ``first_seen`` and the like."""
    text: str
    """The file's text, for the search index."""


@dataclass(frozen=True, slots=True)
class FtmImporter:
    """What importing needs."""

    store: Store
    vault: Vault
    people: PeopleKeys
    reader: Reader

    def record(self, data: bytes, file: str, terms: Terms) -> FtmImported:
        """Keep the file as a source and record all its lines, or nothing.

        The same id from the same organisation is the same entity in a later file. Raises `FtmWrong` for
        kinds and properties that are not in the vocabulary, for values that could stand only if they were
        altered, and for references that lead out of the file; `ValueRefused` for a wrong grade or sharing;
        what reading raises for a file that is no text.
        """
        sharing, grade = parse_sharing(terms.sharing), str(parse_grade(terms.grade))
        source = self._source(data, file)
        lines = read_lines(source.words, file)
        keys = {line.id: f"ftm-{derived_id('ftm', terms.organisation, line.id)}" for line in lines}
        casefile = _casefile(lines, keys, file, terms)
        planned = [one for line in lines for one in _statements(line, keys, source.words, sharing, grade)]
        recorded = Recorder(self.store, self.vault, self.people).record(casefile, planned, {FILE: source})
        left_out = sorted({other for line in lines for other in line.others})
        return FtmImported(recorded, tuple(left_out), source.text.sha256)

    def _source(self, data: bytes, file: str) -> SourceInHand:
        capture_id = keep_bytes(self.store, self.vault, data, file)
        with self.store.reading() as connection:
            capture = get_capture(connection, capture_id)
        text = read_capture(self.store, self.vault, self.reader, capture)
        return SourceInHand(file, capture, text, self.vault.get(text.sha256).decode())


def _casefile(lines: list[FtmLine], keys: dict[str, str], file: str, terms: Terms) -> Casefile:
    return Casefile.model_validate(
        {
            "casefile": "ftm",
            "organisation": terms.organisation,
            "sharing": terms.sharing,
            "grade": terms.grade,
            "sources": {FILE: {"file": file, "title": file}},
            "entities": {keys[line.id]: {"schema": line.schema} for line in lines},
        }
    )


def _statements(
    line: FtmLine, keys: dict[str, str], words: str, sharing: frozenset[str], grade: str
) -> list[PlannedStatement]:
    end = line.start + len(line.words)
    before = words[max(0, line.start - CONTEXT) : line.start]
    span = Span(line.start, end, line.words, before, words[end : end + CONTEXT], 0)
    cited = (PlannedCitation(FILE, span, Stance.SUPPORTS, "", "", grade, f"line={line.number}"),)
    planned = []
    for prop, values in line.properties.items():
        is_ref = schema(line.schema).property(prop).type == "entity"
        for value in values:
            said = keys[value] if is_ref else value
            planned.append(PlannedStatement(keys[line.id], prop, said, is_ref, sharing, grade, cited))
    return planned
