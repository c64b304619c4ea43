"""Recording a spreadsheet of names: every row has an outcome, and every value cites its row."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import select

from answerable.model.errors import SpreadsheetWrong
from answerable.model.record import Capture
from answerable.preserve.captures import get_capture
from answerable.preserve.importing import keep_bytes
from answerable.preserve.vault import Vault
from answerable.read.reader import Reader
from answerable.read.sheets import Sheet
from answerable.read.texts import keep_text
from answerable.record.casefile import Casefile, SourceSpec
from answerable.record.column_map import ColumnMap
from answerable.record.gather import SourceInHand
from answerable.record.recording import Recorded, Recorder, entity_id
from answerable.record.row_sources import RowSources
from answerable.record.row_statements import PlannedRow
from answerable.record.sheet_columns import rows_below
from answerable.record.sheet_plan import SHEET, RowPlanner
from answerable.record.tables import statement
from answerable.store.groups import in_groups
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Store

Outcome: TypeAlias = Literal["recorded", "already there", "empty", "skipped"]
Said: TypeAlias = tuple[str, str, str]

TOLD = 50
"""Problems told at once; a sheet with more has one cause, and the first ones show it."""


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one row; ``why`` tells what was wrong, or is worth knowing."""

    row: int
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class SheetRecorded:
    """What recording a sheet came to: one outcome for each row below the headings."""

    recorded: Recorded
    rows: tuple[RowOutcome, ...]
    texts: tuple[str, ...]
    """The texts that are cited, for the search index."""


@dataclass(frozen=True, slots=True)
class SheetRecorder:
    """What recording a spreadsheet needs."""

    store: Store
    vault: Vault
    people: PeopleKeys
    reader: Reader
    as_written: str = ""
    again: bool = False
    """As for `Recorder`."""

    def record(self, data: bytes, file: str, column_map: ColumnMap) -> SheetRecorded:
        """Keep the sheet as a source and record what its rows say: all of it, or nothing.

        Raises `SpreadsheetWrong` with every row and column to mend, unless the map says that bad rows are
        to be skipped; then they are in the outcome with the reason. Raises `FileUnreadable`, `FileEmpty`,
        `TextUnreadable` and `ReadingExceeded` for what is no spreadsheet. The sheet itself is kept even
        then. Recording it twice changes nothing.
        """
        capture = self._kept(data, file)
        sheet = self.reader.read_sheet(data, file, sheet=column_map.sheet, charset=column_map.encoding)
        rows = rows_below(sheet, column_map, file)
        pages = RowSources(self.store, self.vault, self.reader)
        planner = RowPlanner(column_map, sheet, pages)
        planned = [PlannedRow(row.number) if row.is_empty else planner.plan(row) for row in rows]
        if column_map.skip_bad_rows == "no":
            _raise_if_any(planned, file)
        in_hand = {SHEET: self._in_hand(sheet, capture, column_map.title or file), **pages.in_hand}
        return self._write(column_map, planned, in_hand, {SHEET: _spec(column_map, file), **pages.specs})

    def _kept(self, data: bytes, file: str) -> Capture:
        capture_id = keep_bytes(self.store, self.vault, data, file)
        with self.store.reading() as connection:
            return get_capture(connection, capture_id)

    def _in_hand(self, sheet: Sheet, capture: Capture, title: str) -> SourceInHand:
        text = keep_text(self.store, self.vault, capture, sheet.read)
        return SourceInHand(title, capture, text, sheet.read.text)

    def _write(
        self,
        column_map: ColumnMap,
        planned: list[PlannedRow],
        in_hand: dict[str, SourceInHand],
        specs: dict[str, SourceSpec],
    ) -> SheetRecorded:
        good = [row for row in planned if row.statements and not row.problems]
        casefile = Casefile.model_validate(
            {
                **column_map.model_dump(include={"organisation", "sharing", "grade"}),
                "casefile": column_map.map,
                "sources": specs,
                "entities": {key: {"schema": kind} for row in good for key, kind in row.schemata.items()},
            }
        )
        standing = self._standing(casefile)
        statements = [one for row in good for one in row.statements]
        recorded = Recorder(self.store, self.vault, self.people, self.as_written, again=self.again).record(
            casefile, statements, in_hand
        )
        outcomes = tuple(self._outcome(casefile, row, standing) for row in planned)
        return SheetRecorded(recorded, outcomes, tuple(one.text.sha256 for one in in_hand.values()))

    def _standing(self, casefile: Casefile) -> set[Said]:
        """What is said already, before anything is written."""
        ids = [entity_id(self.store.chain, casefile.casefile, key) for key in casefile.entities]
        found: set[Said] = set()
        with self.store.reading() as connection:
            for group in in_groups(ids):
                rows = connection.execute(
                    select(statement.c.entity, statement.c.prop, statement.c.value).where(
                        statement.c.entity.in_(group),
                        statement.c.organisation == casefile.organisation,
                        statement.c.withdrawn == "",
                    )
                )
                found |= {(row.entity, row.prop, row.value) for row in rows}
        return found

    def _outcome(self, casefile: Casefile, row: PlannedRow, standing: set[Said]) -> RowOutcome:
        if row.problems:
            return RowOutcome(row.number, "skipped", "; ".join(row.problems))
        if row.repeats:
            return RowOutcome(row.number, "already there", f"it says the same as row {row.repeats}")
        if not row.statements:
            return RowOutcome(row.number, "empty")

        def named(key: str) -> str:
            return entity_id(self.store.chain, casefile.casefile, key)

        said = {
            (named(one.entity), one.prop, named(one.value) if one.is_ref else one.value)
            for one in row.statements
        }
        outcome: Outcome = "already there" if said <= standing else "recorded"
        return RowOutcome(row.number, outcome, "; ".join(row.notes))


def _spec(column_map: ColumnMap, file: str) -> SourceSpec:
    said = column_map.model_dump(include={"author", "publisher", "published", "language", "origin"})
    return SourceSpec.model_validate({"file": file, "title": column_map.title or file, **said})


def _raise_if_any(planned: list[PlannedRow], file: str) -> None:
    problems = [f"  row {row.number}, {what}" for row in planned for what in row.problems]
    if not problems:
        return
    count = f"{len(problems)} thing{'s' if len(problems) > 1 else ''} to mend"
    if len(problems) > TOLD:
        problems = [*problems[:TOLD], f"  and {len(problems) - TOLD} more"]
    lines = "\n".join([f"there {'is' if count.startswith('1 ') else 'are'} {count}", *problems])
    raise SpreadsheetWrong(file=file, why=lines.removesuffix("."))
