"""The answers to a file of names as rows of a table, safe to open in a spreadsheet program.

A row for each listed entry, those of one name together and numbered: in a workbook the further bearers of a
name are folded under the first, so that what is seen is a row a name.
"""

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import Outline

from answerable.identify.match import Group, Match
from answerable.identify.names_file import NamedRow

ANSWERED = (
    "row", "answer", "place", "bearer", "bearers", "score", "listed name", "list", "edition", "standing",
    "entry", "programmes", "listed", "born", "countries", "identifiers", "for", "against", "not known",
    "decided", "people of this name",
)  # fmt: skip
NOTHING = "nothing found; that is no clearance"
MOST_ROWS = 1_048_576
"""The rows that a sheet of a workbook can have (Microsoft, Excel specifications and limits)."""
ENDINGS = (".xlsx", ".csv")
"""What a file of answers ends in."""
NARROW, WIDE = 12, 40
ABOUT = (30, 120)
"""The width of columns, in characters."""
_LONG = ("listed name", "list", "programmes", "countries", "identifiers", "for", "against", "not known")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BEARER = ANSWERED.index("bearer")
Row = tuple[str, ...]
Decided = Callable[[Match], str]


def rows_of(asked: NamedRow, groups: Sequence[Group], decided: Decided = lambda _: "") -> Iterator[Row]:
    """The rows of one name; one that says so where nothing is found, or where it was not asked about.

    ``place`` counts the listed names, ``bearer`` the entries that bear one, ``bearers`` says how many do.
    """
    if asked.query is None:
        yield _row(asked, f"not asked: {asked.why}")
    elif not groups:
        yield _row(asked, NOTHING)
    for place, group in enumerate(groups, 1):
        for bearer, match in enumerate(group.members, 1):
            counted = [str(place), str(bearer), str(group.size)]
            yield _row(asked, match.verdict, [*counted, *_told(match), decided(match), match.namesakes])


def _row(asked: NamedRow, answer: str, told: Sequence[str] = ()) -> Row:
    empty = [""] * (len(ANSWERED) - 2 - len(told))
    return tuple(map(safe, (str(asked.row), answer, *told, *empty, *asked.cells)))


def _told(match: Match) -> list[str]:
    entry = match.entry
    return [
        f"{match.score:.2f}", match.listed_name.text, match.edition.title,
        match.edition.published, match.standing, entry.key, "; ".join(entry.programmes),
        entry.listed_in_words(),
        "; ".join(entry.birth_dates), "; ".join(entry.countries),
        "; ".join(f"{one.kind} {one.number}" for one in entry.identifiers),
        "; ".join(match.reasons_for), "; ".join(match.reasons_against),
        "; ".join(match.not_known),
    ]  # fmt: skip


def safe(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def part_of(path: Path) -> Path:
    """The folder beside the results in which they are made: whoever is cut off leaves nothing elsewhere."""
    return path.with_name(f".{path.name}.part")


def remove_part(path: Path) -> bool:
    """Remove what a run that was cut off left of these results; whether there was any."""
    left = part_of(path).exists()
    shutil.rmtree(part_of(path), ignore_errors=True)
    return left


def write_results(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Row],
    *,
    about: Sequence[Row] = (),
    most_rows: int = MOST_ROWS,
) -> None:
    """Write a workbook or, for any other ending, a CSV; moved into place when it is whole.

    Of a workbook each sheet has at most ``most_rows``, its heading among them; more stand on the next, and
    what is said ``about`` the asking on the last. A CSV has no place for that.
    """
    remove_part(path)
    part_of(path).mkdir(mode=0o700)
    try:
        made = part_of(path) / "results"
        if path.suffix.lower() == ".xlsx":
            _as_workbook(made, headings, rows, about, most_rows)
        else:
            _as_csv(made, headings, rows)
        made.replace(path)
    finally:
        remove_part(path)


def _as_csv(path: Path, headings: Sequence[str], rows: Iterable[Row]) -> None:
    with open(path, "w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*ANSWERED, *map(safe, headings)))
        writer.writerows(rows)


def _as_workbook(
    path: Path, headings: Sequence[str], rows: Iterable[Row], about: Sequence[Row], most_rows: int
) -> None:
    book = openpyxl.Workbook(write_only=True)
    header = (*ANSWERED, *map(safe, headings))
    sheet = _sheet(book, header, path.parent)
    for place, row in enumerate(rows):
        page, number = divmod(place, most_rows - 1)
        if page == len(book.worksheets):
            sheet = _sheet(book, header, path.parent)
        if row[_BEARER] not in ("", "1"):
            sheet.row_dimensions[number + 2].outlineLevel = 1
            sheet.row_dimensions[number + 2].hidden = True
        sheet.append(row)
    if about:
        told = book.create_sheet("how it was asked")
        told.column_dimensions["A"].width, told.column_dimensions["B"].width = ABOUT
        with _temporary_files_in(path.parent):
            for row in about:
                told.append(tuple(map(safe, row)))
    book.save(path)


def _sheet(book: openpyxl.Workbook, header: Sequence[str], folder: Path) -> Any:
    sheet = book.create_sheet(f"results {len(book.worksheets) + 1}" if book.worksheets else "results")
    sheet.freeze_panes = "A2"
    for place, name in enumerate(ANSWERED, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDE if name in _LONG else NARROW
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.sheet_format.outlineLevelRow = 1
    with _temporary_files_in(folder):
        sheet.append(header)
    return sheet


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Where openpyxl puts the sheet, names in the open, until it is packed; it asks no one but `tempfile`."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
