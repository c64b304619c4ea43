"""Opening a sheet from a stranger in the bounded process that reads documents too."""

from answerable.model.errors import FileEmpty, FileUnreadable, ListUnreadable, ReadingExceeded, TextUnreadable
from answerable.read.reader import Reader as SheetReader
from answerable.read.sheets import Sheet


def opened(data: bytes, file: str, form: str, *, sheet: str = "", charset: str = "") -> Sheet:
    """A sheet of a workbook, or a CSV file; raise `ListUnreadable` for one that is damaged or has no end."""
    try:
        with SheetReader() as reader:
            return reader.read_sheet(data, file, sheet=sheet, charset=charset)
    except (FileEmpty, FileUnreadable, ReadingExceeded, TextUnreadable) as error:
        why = str(error.facts.get("why") or error.happened.format_map(error.facts)).removesuffix(".")
        raise ListUnreadable(file=file, format=form, why=why) from error
