"""Reading a file of a test the way an import does: the reader is the one that recognises it."""

import io
from typing import TypeAlias

from answerable.identify import EditionInfo, ListEntry, Unreadable
from answerable.identify.readers import reader_for

Read: TypeAlias = tuple[EditionInfo, list[ListEntry], list[Unreadable]]


def read(data: str | bytes, name: str = "list") -> Read:
    raw = data.encode() if isinstance(data, str) else data
    edition, found = reader_for(raw, name).read(io.BytesIO(raw))
    every = list(found)
    entries = [one for one in every if isinstance(one, ListEntry)]
    return edition, entries, [one for one in every if isinstance(one, Unreadable)]
