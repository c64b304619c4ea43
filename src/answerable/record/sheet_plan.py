"""From the rows of a sheet to statements that may be written, each citing its row."""

from answerable.model.audience import parse_sharing
from answerable.model.errors import AnswerableError
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.read.sheets import Sheet
from answerable.record.column_map import ColumnMap
from answerable.record.gather import told
from answerable.record.plan import PlannedCitation
from answerable.record.row_sources import RowSources
from answerable.record.row_statements import PlannedRow, RowWriting, say_post
from answerable.record.sheet_columns import Row

SHEET = "sheet"
"""What a plan calls the sheet among its sources."""


class RowPlanner:
    """Plans one row after another, and notices rows that would run two people into one."""

    def __init__(self, column_map: ColumnMap, sheet: Sheet, sources: RowSources) -> None:
        self._map = column_map
        self._sheet = sheet
        self._sources = sources
        self._sharing = parse_sharing(column_map.sharing)
        self._seen: dict[str, list[Row]] = {}

    def plan(self, row: Row) -> PlannedRow:
        """The row's statements, or its problems; never an error."""
        planned = PlannedRow(row.number)
        if row.shifted:
            planned.problems.append(row.shifted)
            return planned
        for column in self._map.columns():
            why = row.wrong(column)
            if why:
                planned.problems.append(f"“{column}”: {why}")
        if planned.problems:
            return planned
        key = self._person_key(row, planned)
        if planned.repeats:
            return planned
        citations = self._citations(row, planned)
        writing = RowWriting(planned, citations, self._sharing, self._map.grade)
        writing.thing(key, "Person")
        for prop, columns in self._map.person.items():
            for column in columns:
                writing.say(key, prop, row.cell(column), column)
        if self._map.post:
            say_post(writing, self._map.post, row, key)
        if not planned.problems:
            self._seen.setdefault(key, []).append(row)
        return planned

    def _person_key(self, row: Row, planned: PlannedRow) -> str:
        """The person's key; the sheet's own number decides who is who, else name and post together."""
        names = self._names(row)
        if not names:
            planned.problems.append("there is no name")
        post = row.cell(self._map.post.name) if self._map.post else ""
        number = row.cell(self._map.id)
        if self._map.id and not number:
            planned.problems.append(f"“{self._map.id}” is empty")
        parts = ("id", number) if self._map.id else ("name", *names[:1], "post", post)
        key = f"person-{derived_id('row', *parts)}"
        for before in self._seen.get(key, []):
            if before.cells == row.cells:
                planned.repeats = before.number
                return key
        self._check_not_another(row, names, key, planned)
        return key

    def _check_not_another(self, row: Row, names: list[str], key: str, planned: PlannedRow) -> None:
        for before in self._seen.get(key, [])[:1]:
            if not self._map.id:
                planned.problems.append(
                    f"it has the name and post of row {before.number}; whether they are one person, only a "
                    "column with a number for each can say (`id` in the map)"
                )
            elif not set(names) & set(self._names(before)):
                planned.problems.append(f"it has the number of row {before.number} and another name")

    def _names(self, row: Row) -> list[str]:
        return [name for name in (row.cell(column) for column in self._map.person["name"]) if name]

    def _citations(self, row: Row, planned: PlannedRow) -> tuple[PlannedCitation, ...]:
        own = PlannedCitation(
            SHEET,
            self._sheet.span(row.number),
            Stance.SUPPORTS,
            self._map.said_by,
            "",
            self._map.grade,
            self._sheet.selector(row.number),
        )
        if not self._map.source:
            return (own,)
        url, quote = row.cell(self._map.source.url), row.cell(self._map.source.quote)
        try:
            quoted, note = self._sources.cite(url, quote, self._map.grade)
        except AnswerableError as error:
            planned.problems.append(told(error))
            return (own,)
        if note:
            planned.notes.append(note)
        return (quoted, own) if quoted else (own,)
