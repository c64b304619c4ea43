"""A file of names that somebody wants to be asked about: a table, or one name a line."""

from answerable.identify.screening import Query
from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible, FileEmpty, FileUnreadable
from answerable.read.decoding import decode
from answerable.read.delimited import read_delimited
from answerable.read.limits import Limits

COLUMNS = ("name", "born", "country")


def read_names(data: bytes, file: str) -> list[Query]:
    """The names in order, each once. A table has a column called name, and may have born and country.

    Raises `FileEmpty`, `TextUnreadable`, and `FileUnreadable` naming the line, where a birth is no date or a
    line of the table has no name: then nothing of the file is taken, so that no name is left out unseen.
    """
    text = decode(data, "", file, html=False).text
    first = text.partition("\n")[0].casefold()
    is_table = any(cell.strip().strip('"') == "name" for mark in ",;\t" for cell in first.split(mark))
    found = _of_table(data, file) if is_table else _of_lines(text)
    if not found:
        raise FileEmpty(file=file)
    return list(dict.fromkeys(found))


def _of_lines(text: str) -> list[Query]:
    return [Query(" ".join(line.split())) for line in text.splitlines() if line.strip()]


def _of_table(data: bytes, file: str) -> list[Query]:
    (header, *rows), _, _ = read_delimited(data, "", file, Limits())
    headings = [cell.strip().casefold() for cell in header]
    places = {name: headings.index(name) for name in COLUMNS if name in headings}
    return [
        _query({name: _cell(cells, at) for name, at in places.items()}, number, file)
        for number, cells in enumerate(rows, 2)
        if any(cell.strip() for cell in cells)
    ]


def _cell(cells: list[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""


def _query(said: dict[str, str], number: int, file: str) -> Query:
    if not said["name"]:
        raise FileUnreadable(file=file, why=f"line {number} has no name")
    try:
        if said.get("born"):
            parse_date(said["born"])
    except DateImpossible as error:
        raise FileUnreadable(file=file, why=f"“{said['born']}” at line {number} is not a date") from error
    return Query(**said)
