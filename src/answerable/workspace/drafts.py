"""Which draft made here a Word file goes back to, by the marks in it."""

from collections.abc import Collection, Iterator
from typing import Any

from answerable.model.errors import FileUnreadable, ReadingExceeded, TextUnreadable
from answerable.read.edited import EditedWord
from answerable.read.reader import Reader
from answerable.store.log import rows
from answerable.workspace.workspace import Workspace

ZIP = b"PK"
"""What every Word file of today begins with."""


def marks_in(edited: EditedWord) -> set[str]:
    """The names of the bookmarks in a file, ours among them."""
    return {name for one in edited.paragraphs for name in one.bookmarks}


def drafts(workspace: Workspace, marks: Collection[str]) -> Iterator[dict[str, Any]]:
    """What the log tells of the drafts that bear these marks, and when each was made (``drafted``)."""
    with workspace.store.reading() as connection:
        for row in rows(connection, workspace.store.chain):
            about = row.fields["about"]
            if row.fields["action"] in ("submit", "package") and about.get("draft") in marks:
                yield {**about, "drafted": row.fields["at"]}


def draft_behind(workspace: Workspace, data: bytes, file: str) -> dict[str, Any] | None:
    """The draft that a file's bytes were edited from; None where they are no Word file of ours."""
    if not data.startswith(ZIP):
        return None
    try:
        with Reader() as reader:
            edited = reader.read_edited(data, file)
    except (FileUnreadable, ReadingExceeded, TextUnreadable):
        return None
    return next(drafts(workspace, marks_in(edited)), None)
