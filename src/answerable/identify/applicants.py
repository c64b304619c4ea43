"""A file of names to be screened: which columns say what, and every row accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.identify.screening import Query
from answerable.model.dates import parse_date
from answerable.model.errors import ApplicantsWrong, DateImpossible
from answerable.read.sheets import Sheet

COLUMNS = {
    "name": ("name", "full name", "applicant", "nom", "姓名", "名字", "имя", "фио", "الاسم"),
    "born": ("born", "birth date", "date of birth", "dob", "year of birth", "出生日期", "дата рождения"),
    "country": ("country", "nationality", "citizenship", "国籍", "國籍", "страна", "гражданство"),
    "schema": ("schema", "type", "kind"),
}
"""What the first row may call each column, in small letters; other columns are carried along."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """One row of the file: what is asked, and why it is not where it cannot be."""

    row: int
    cells: tuple[str, ...]
    query: Query | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Applicants:
    """The rows of a file under their headings."""

    headings: tuple[str, ...]
    rows: tuple[Applicant, ...]


def applicants(sheet: Sheet, file: str, common: Query) -> Applicants:
    """The rows of a sheet whose first row names its columns. ``common`` has what holds of every row that does
    not say otherwise (a country, a year).

    Raises `ApplicantsWrong` where no column is one of names. A row without a name or with an impossible date
    is kept, with the reason why it is not asked about.
    """
    headings = sheet.rows[0] if sheet.rows else ()
    places = _places(headings)
    if "name" not in places:
        raise ApplicantsWrong(file=file, columns=", ".join(COLUMNS["name"][:2]))
    return Applicants(headings, tuple(_applicants(sheet.rows[1:], places, common)))


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Where each column is; the first of several that could be meant."""
    folded = [heading.strip().casefold().replace("_", " ") for heading in headings]
    return {
        column: place
        for column, words in COLUMNS.items()
        if (place := next((n for n, heading in enumerate(folded) if heading in words), -1)) >= 0
    }


def _applicants(
    rows: Sequence[tuple[str, ...]], places: dict[str, int], common: Query
) -> Iterator[Applicant]:
    for number, cells in enumerate(rows, 2):
        if any(cells):
            said = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
            yield _applicant(number, cells, said, common)


def _applicant(number: int, cells: tuple[str, ...], said: dict[str, str], common: Query) -> Applicant:
    query = Query(
        said["name"],
        said.get("born") or common.born,
        said.get("country") or common.country,
        said.get("schema") or common.schema,
    )
    if not query.name:
        return Applicant(number, cells, None, "the row has no name")
    try:
        if query.born:
            parse_date(query.born)
    except DateImpossible as error:
        return Applicant(number, cells, None, str(error))
    return Applicant(number, cells, query)
