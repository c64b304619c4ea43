"""The answers to a file of names as rows of a table, safe to open in a spreadsheet program."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import openpyxl

from answerable.identify.applicants import Applicant
from answerable.identify.screening import Match

ANSWERED = (
    "row", "answer", "place", "score", "listed name", "list", "edition", "standing", "entry", "programmes",
    "listed", "born", "countries", "identifiers", "bearers on this list", "for", "against",
)  # fmt: skip
NOTHING = "nothing found; that is no clearance"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = tuple[str, ...]


def rows_of(applicant: Applicant, matches: Sequence[Match]) -> Iterator[Row]:
    """One row for each match; one that says so where there is none, or where the row was not asked about."""
    if applicant.query is None:
        yield _row(applicant, f"not asked: {applicant.why}")
    elif not matches:
        yield _row(applicant, NOTHING)
    for place, match in enumerate(matches, 1):
        yield _row(applicant, match.verdict, place, match)


def _row(applicant: Applicant, answer: str, place: int = 0, match: Match | None = None) -> Row:
    told = (str(applicant.row), answer, *(_told(place, match) if match else [""] * (len(ANSWERED) - 2)))
    return tuple(map(safe, (*told, *applicant.cells)))


def _told(place: int, match: Match) -> list[str]:
    entry = match.entry
    return [
        str(place), f"{match.score:.2f}", match.listed_name.text, match.edition.title,
        match.edition.published, match.standing, entry.key, "; ".join(entry.programmes),
        entry.listed_in_words(),
        "; ".join(entry.birth_dates), "; ".join(entry.countries),
        "; ".join(f"{one.kind} {one.number}" for one in entry.identifiers), str(match.bearers),
        "; ".join(match.reasons_for), "; ".join(match.reasons_against),
    ]  # fmt: skip


def safe(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_results(path: Path, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a workbook or, for any other ending, a CSV; moved into place when it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        (_as_workbook if path.suffix.lower() == ".xlsx" else _as_csv)(part, headings, rows)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _as_csv(path: Path, headings: Sequence[str], rows: Iterable[Row]) -> None:
    with open(path, "w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*ANSWERED, *map(safe, headings)))
        writer.writerows(rows)


def _as_workbook(path: Path, headings: Sequence[str], rows: Iterable[Row]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("results")
    sheet.freeze_panes = "A2"
    sheet.append((*ANSWERED, *map(safe, headings)))
    for row in rows:
        sheet.append(row)
    book.save(path)
