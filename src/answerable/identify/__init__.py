"""Who is officially listed, and which of them a name might mean.

In: the bytes of official lists, and a name that is asked about. Out: entries, with what could not be read
beside them, and matches with evidence for and against. Promises: nothing dropped in silence, never a yes.
"""

from answerable.identify.entry import EditionInfo, Identifier, ListedName, ListEntry, Unreadable
from answerable.identify.index import NameIndex
from answerable.identify.match import Group, Match
from answerable.identify.readers.justice import read_justice
from answerable.identify.readers.ofac import read_ofac
from answerable.identify.screening import Query, screen

__all__ = [
    "EditionInfo",
    "Group",
    "Identifier",
    "ListEntry",
    "ListedName",
    "Match",
    "NameIndex",
    "Query",
    "Unreadable",
    "read_justice",
    "read_ofac",
    "screen",
]
