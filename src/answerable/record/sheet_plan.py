"""From the rows of a sheet to statements that may be written, each citing its row."""

from dataclasses import dataclass, field

from answerable.model.audience import parse_sharing
from answerable.model.errors import AnswerableError
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.model.schemata import schema
from answerable.model.values import check_value
from answerable.read.sheets import Sheet
from answerable.record.column_map import ColumnMap, PostSpec
from answerable.record.gather import told
from answerable.record.plan import PlannedCitation, PlannedStatement
from answerable.record.row_sources import RowSources
from answerable.record.sheet_columns import Row

SHEET = "sheet"
"""What a plan calls the sheet among its sources."""


@dataclass(slots=True)
class PlannedRow:
    """What one row says, and what is wrong with it or worth knowing."""

    number: int
    statements: list[PlannedStatement] = field(default_factory=list)
    schemata: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    repeats: int = 0
    """The row that says the same in every mapped cell; 0 where none does."""


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
        for column in self._map.columns():
            why = row.wrong(column)
            if why:
                planned.problems.append(f"“{column}”: {why}")
        if planned.problems:
            return planned
        key = self._person_key(row, planned)
        if planned.problems or planned.repeats:
            return planned
        citations = self._citations(row, planned)
        writing = _RowWriting(planned, citations, self._sharing, self._map.grade)
        writing.thing(key, "Person")
        for prop, columns in self._map.person.items():
            for column in columns:
                writing.say(key, prop, row.cell(column), column)
        if self._map.post:
            _post(writing, self._map.post, row, key)
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


class _RowWriting:
    """Adds checked statements to a planned row."""

    def __init__(
        self,
        planned: PlannedRow,
        citations: tuple[PlannedCitation, ...],
        sharing: frozenset[str],
        grade: str,
    ) -> None:
        self._planned = planned
        self._citations = citations
        self._sharing = sharing
        self._grade = grade

    def thing(self, key: str, kind: str) -> None:
        """Make a thing known."""
        self._planned.schemata[key] = kind

    def say(self, key: str, prop: str, value: str, column: str = "") -> None:
        """Say one value of it, if the cell holds one; what cannot stand becomes a problem of the row."""
        if not value:
            return
        known = schema(self._planned.schemata[key]).property(prop)
        is_ref = known.type == "entity"
        try:
            if not is_ref:
                check_value(known, value)
        except AnswerableError as error:
            self._planned.problems.append(f"“{column}”: {told(error)}")
            return
        self._planned.statements.append(
            PlannedStatement(key, prop, value, is_ref, self._sharing, self._grade, self._citations)
        )

    def problem(self, what: str) -> None:
        """Note what is wrong with the row."""
        self._planned.problems.append(what)


def _post(writing: _RowWriting, spec: PostSpec, row: Row, holder: str) -> None:
    """The post of the row, its body, and its holding; bodies and posts of one name are one in a sheet."""
    name, body = row.cell(spec.name), row.cell(spec.organization)
    others = [spec.organization, spec.startDate, spec.endDate, spec.date, spec.status]
    if not name:
        filled = [f"“{column}”" for column in others if row.cell(column)]
        if filled:
            writing.problem(f"“{spec.name}” is empty, yet {', '.join(filled)} is filled in")
        return
    post = f"post-{derived_id('post', name, body)}"
    writing.thing(post, "Position")
    writing.say(post, "name", name, spec.name)
    if body:
        body_key = f"body-{derived_id('body', body)}"
        writing.thing(body_key, "Organization")
        writing.say(body_key, "name", body, spec.organization)
        writing.say(post, "organization", body_key)
    held = f"held-{derived_id('held', holder, post, row.cell(spec.startDate))}"
    writing.thing(held, "Occupancy")
    writing.say(held, "holder", holder)
    writing.say(held, "post", post)
    for prop in ("startDate", "endDate", "date", "status"):
        column = getattr(spec, prop)
        writing.say(held, prop, row.cell(column), column)
