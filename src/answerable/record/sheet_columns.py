"""Which column is meant, and what a cell of it may hold."""

import re
from dataclasses import dataclass
from typing import Protocol

from answerable.model.errors import SpreadsheetWrong
from answerable.model.nearest import nearest
from answerable.read.sheets import Sheet

_LETTER = re.compile(r"\[([A-Z]{1,3})\]")
_CONTROL = re.compile("[\x00-\x1f]")
# ECMA-376 part 1, 18.17.3: what a cell shows whose formula came to nothing.
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")


class Headed(Protocol):
    """A map of columns: where the headings stand, and which of them it names."""

    header_row: str

    def columns(self) -> list[str]:
        """Every column the map names."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings; ``cells`` are those of the columns that the map names."""

    number: int
    cells: dict[str, str]
    is_empty: bool
    """Whether no cell of the whole row holds anything."""
    shifted: str = ""
    """Why it cannot be told which cell stands under which heading, as half a sentence; mostly empty."""

    def cell(self, column: str) -> str:
        """What stands in the column; nothing where the map names none."""
        return self.cells[column] if column else ""

    def wrong(self, column: str) -> str:
        """Why the cell cannot be taken for a value, as half a sentence; empty where it can."""
        value = self.cell(column)
        if value.startswith("="):
            return "it is a formula without a saved result; open and save the sheet in its own program"
        if value in _ERRORS:
            return "its formula came to an error"
        return "it holds a control character" if _CONTROL.search(value) else ""


def rows_below(sheet: Sheet, column_map: Headed, file: str) -> list[Row]:
    """The rows below the headings; raise `SpreadsheetWrong` naming every column that is not there."""
    header = int(column_map.header_row)
    if header > len(sheet.rows):
        raise SpreadsheetWrong(file=file, why=f"it has no row {header}, where its headings should stand")
    headings = sheet.rows[header - 1] if header else ()
    places, problems = {}, []
    for column in column_map.columns():
        found = _places(column, headings, sheet.width)
        if len(found) == 1:
            places[column] = found[0]
        else:
            problems.append(_not_one(column, headings, len(found)))
    if problems:
        raise SpreadsheetWrong(file=file, why="; ".join(problems))
    # In a workbook what stands beside the table is a remark; in a CSV file a separator was not quoted.
    widest = sheet.width if sheet.name or not header else len(headings)
    return [
        _row(number, cells, places, widest) for number, cells in enumerate(sheet.rows, 1) if number > header
    ]


def _places(column: str, headings: tuple[str, ...], width: int) -> list[int]:
    letter = _LETTER.fullmatch(column)
    if letter and column not in headings:
        place = 0
        for character in letter[1]:
            place = place * 26 + ord(character) - ord("A") + 1
        return [place - 1] if place <= width else []
    return [place for place, heading in enumerate(headings) if heading == column]


def _not_one(column: str, headings: tuple[str, ...], found: int) -> str:
    if found:
        return f"{found} columns are headed “{column}”; name the one by its letter, such as [B]"
    near = nearest(column, filter(None, headings))
    return f"it has no column “{column}”" + (f" (the nearest is “{near}”)" if near else "")


def _row(number: int, cells: tuple[str, ...], places: dict[str, int], widest: int) -> Row:
    named = {column: cells[place] if place < len(cells) else "" for column, place in places.items()}
    more = f"the row has {len(cells)} cells under {widest} headings" if len(cells) > widest else ""
    return Row(number, named, not any(cells), more)
