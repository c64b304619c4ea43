"""The list as a spreadsheet: CSV and Excel, with cells that no program takes for a formula."""

import csv
import io
from collections.abc import Sequence

from answerable.answer.publishing.edition import Edition
from answerable.answer.workbook import Sheet, safe, write_workbook

HEADER = (
    "id",
    "name",
    "other names",
    "kind",
    "post",
    "reason",
    "sources",
    "standing",
    "to dispute",
    "version",
)
CORRECTIONS = ("version", "date", "id", "what", "why")
_WIDTHS = (14, 26, 26, 12, 34, 60, 60, 34, 30, 8)


def names_table(edition: Edition) -> list[tuple[str, ...]]:
    """The rows of the list, each complete in itself: whoever copies one line copies what it is."""
    return [
        (
            row.id,
            row.names[0],
            "\n".join(row.names[1:]),
            row.kind,
            "\n".join(row.posts),
            "\n".join(row.reasons),
            "\n".join(row.sources),
            edition.standing,
            edition.dispute_to,
            str(edition.version),
        )
        for row in edition.rows
    ]


def corrections_table(edition: Edition) -> list[tuple[str, ...]]:
    """Everything that was ever corrected, the newest version last."""
    return [(str(one.version), one.date, one.id, one.what, one.because) for one in edition.corrections]


def write_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a byte-order mark, by which Excel knows it; quoted where needed."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def write_xlsx(edition: Edition) -> bytes:
    """An Excel file with the names, the corrections and what the list is; the same for the same edition.

    It carries no author, host, time or software.
    """
    sheets = (
        Sheet("Names", HEADER, names_table(edition), _WIDTHS),
        Sheet("Corrections", CORRECTIONS, corrections_table(edition), (8, 12, 34, 40, 60)),
        Sheet("About", ("this list", ""), about(edition), (20, 90)),
    )
    return write_workbook(sheets, "the rest is in names.csv")


def about(edition: Edition) -> list[tuple[str, ...]]:
    """What the list is, in pairs."""
    return [
        ("title", edition.title),
        ("standing", edition.standing),
        (
            "what that means",
            "Each is alleged to have done what is not judged. Nobody is on it by a decision of a state.",
        ),
        ("to dispute", edition.dispute_to),
        ("version", f"{edition.version}, {edition.date}"),
        ("names", str(len(edition.rows))),
    ]
