"""What one row of a sheet says: checked statements about a person and the post they held."""

from dataclasses import dataclass, field

from answerable.model.errors import AnswerableError
from answerable.model.ids import derived_id
from answerable.model.schemata import schema
from answerable.model.values import check_value
from answerable.record.column_map import PostSpec
from answerable.record.gather import told
from answerable.record.plan import PlannedCitation, PlannedStatement
from answerable.record.sheet_columns import Row


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


class RowWriting:
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


def say_post(writing: RowWriting, spec: PostSpec, row: Row, holder: str) -> None:
    """The post of the row, its body, and its holding; bodies and posts of one name are one in a sheet."""
    name, body = row.cell(spec.name), row.cell(spec.organization)
    others = [spec.organization, spec.startDate, spec.endDate, spec.date, spec.status]
    if not name:
        filled = [f"“{column}”" for column in others if row.cell(column)]
        if filled:
            writing.problem(f"“{spec.name}” is empty, yet something stands in {', '.join(filled)}")
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
