"""A file of names: a sheet whose first row names its columns, or a name a line; no row is passed over."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answerable.identify.particulars import years_of
from answerable.identify.screening import Query, says_something
from answerable.model.errors import DateImpossible, FileEmpty, FileUnreadable, NamesMissing
from answerable.read.decoding import GUESSING, decode
from answerable.read.limits import Limits, check_size
from answerable.read.sheets import Sheet

COLUMNS = {
    "name": ("name", "full name", "applicant", "nom", "nom complet", "姓名", "名字", "имя", "фио", "الاسم"),
    "given": (
        "given name",
        "given names",
        "first name",
        "first names",
        "forename",
        "prénom",
        "prénoms",
        "名",
    ),
    "family": ("family name", "last name", "surname", "nom de famille", "фамилия", "姓"),
    "born": ("born", "birth date", "date of birth", "dob", "year of birth", "出生日期", "дата рождения"),
    "country": ("country", "nationality", "citizenship", "国籍", "國籍", "страна", "гражданство"),
    "schema": ("schema", "type", "kind"),
}
"""What the first row may call each column, in small letters; other columns are carried along."""
PARTS = ("family", "given")
"""What a name is put together from where no column has it whole."""
_HALF = {"family": ("name", "nom"), "given": ("имя",)}
"""By the part that is missing, what its column may be called beside the other."""
_NAMED = {"name", "family"}
"""A file of names has one of these columns."""
_BETWEEN = re.compile("[,;\t]")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One row of the file: what is asked, and why it is not where it cannot be."""

    row: int
    cells: tuple[str, ...]
    query: Query | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NamesFile:
    """The rows of a file under their headings."""

    headings: tuple[str, ...]
    rows: tuple[NamedRow, ...]
    guessed: str = ""
    """The encoding that the file's bytes look like, where nothing in them proves one: names may be wrong."""
    sheet: str = ""
    others: tuple[str, ...] = ()
    """The sheet that was read, and the workbook's others, which were not."""


def read_names(
    data: bytes,
    file: str,
    read_sheet: Callable[[bytes, str], Sheet],
    common: Query | None = None,
    encoding: str = "",
) -> NamesFile:
    """The rows of a file. ``common`` has what holds of every row that does not say otherwise (a country, a
    year), ``encoding`` what a file of lines is written in. A file that ends in .txt and does not name a
    column of names in its first line has a name a line.

    Raises `NamesMissing` where no column is one of names, and what ``read_sheet`` raises. A row without a
    name or with an impossible date is kept, with the reason why it is not asked about.
    """
    if file.casefold().endswith(".txt"):
        decoded = decode(data, encoding, file, html=False)
        text = decoded.text
        if not _places(_BETWEEN.split(text.partition("\n")[0])).keys() & _NAMED:
            check_size("characters", len(text), Limits().characters, file)
            lines = [(line,) for line in text.splitlines()]
            named = tuple(_rows(lines, 1, {"name": 0}, common or Query("")))
            return NamesFile(("name",), named, _guessed(decoded.tool))
    sheet = read_sheet(data, file)
    rows = sheet.rows
    places = _places(rows[0])
    if not places.keys() & _NAMED:
        raise NamesMissing(file=file, columns=", ".join(COLUMNS["name"][:2]))
    named = tuple(_rows(rows[1:], 2, places, common or Query("")))
    return NamesFile(rows[0], named, _guessed(sheet.read.tool), sheet.name, sheet.others)


def _guessed(tool: str) -> str:
    """The encoding, where the tool that read the words went by what their bytes look like."""
    return tool.rpartition(GUESSING)[2] if GUESSING in tool else ""


def every_name(found: NamesFile, file: str) -> list[Query]:
    """What is asked by every row, in order, each once: for a file that is taken whole or not at all.

    Raises `FileEmpty` for no row, and `FileUnreadable` naming the first row that cannot be asked about.
    """
    asked: list[Query] = []
    for one in found.rows:
        if one.query is None:
            raise FileUnreadable(file=file, why=f"line {one.row}: {one.why}")
        asked.append(one.query)
    if not asked:
        raise FileEmpty(file=file)
    return list(dict.fromkeys(asked))


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Where each column is; the first of several that could be meant. Beside a column of given names one that
    is called just name, or nom, has family names; beside one of family names, имя is the given one.
    """
    folded = [heading.strip(' "\r').casefold().replace("_", " ") for heading in headings]
    places = {
        column: place
        for column, words in COLUMNS.items()
        if (place := next((n for n, heading in enumerate(folded) if heading in words), -1)) >= 0
    }
    missing = [part for part in PARTS if part not in places]
    if "name" in places and len(missing) == 1 and folded[places["name"]] in _HALF[missing[0]]:
        places[missing[0]] = places.pop("name")
    return places


def _rows(
    rows: Sequence[tuple[str, ...]], first: int, places: dict[str, int], common: Query
) -> Iterator[NamedRow]:
    for number, cells in enumerate(rows, first):
        if any(cell.strip() for cell in cells):
            said = {
                name: " ".join(cells[at].split()) if at < len(cells) else "" for name, at in places.items()
            }
            yield _row(number, cells, said, common)


def _row(number: int, cells: tuple[str, ...], said: dict[str, str], common: Query) -> NamedRow:
    query = Query(
        said.get("name") or ", ".join(filter(None, (said.get(part) for part in PARTS))),
        said.get("born") or common.born,
        said.get("country") or common.country,
        said.get("schema") or common.schema,
    )
    if not query.name:
        return NamedRow(number, cells, None, "the row has no name")
    if not says_something(query.name):
        return NamedRow(number, cells, None, f"“{query.name}” has neither letters nor figures")
    try:
        years_of(query.born)
    except DateImpossible:
        return NamedRow(number, cells, None, f"“{query.born}” is not a date")
    return NamedRow(number, cells, query)
