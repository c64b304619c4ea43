"""Readers of official lists, one for each form they come in.

In: the bytes of an edition. Out: what the edition says of itself, its entries, and what could not be read
with its place. Promises: values as published, nothing dropped in silence, a sentence for a damaged file.
The first reader that recognises a file reads it.
"""

from answerable.identify.readers.bis import BIS
from answerable.identify.readers.canada import CANADA
from answerable.identify.readers.csl import CSL_CSV, CSL_JSON
from answerable.identify.readers.dfat import DFAT
from answerable.identify.readers.eu import EU
from answerable.identify.readers.ftm import FTM
from answerable.identify.readers.justice import JUSTICE
from answerable.identify.readers.ofac import OFAC_CONS, OFAC_SDN
from answerable.identify.readers.ofac_csv import OFAC_CSV
from answerable.identify.readers.reader import Part, Parts, Reader
from answerable.identify.readers.seco import SECO
from answerable.identify.readers.uk_csv import UK_CSV
from answerable.identify.readers.uk_xml import UK_XML
from answerable.identify.readers.un import UN
from answerable.model.errors import ListUnreadable

READERS: tuple[Reader, ...] = (
    OFAC_CONS, OFAC_SDN, EU, UN, UK_XML, UK_CSV, CANADA, JUSTICE, SECO, CSL_CSV, FTM, CSL_JSON, BIS, DFAT,
    OFAC_CSV,
)  # fmt: skip

__all__ = ["READERS", "Part", "Parts", "Reader", "reader_for", "reader_of"]


def reader_for(data: bytes, name: str) -> Reader:
    """The reader for a file; raise `ListUnreadable` where none knows its form."""
    head = data[:4096]
    for reader in READERS:
        if reader.recognises(head, name):
            return reader
    raise ListUnreadable(file=name, format="a list", why="it is in no form that is known")


def reader_of(form: str) -> Reader:
    """The reader that an edition was read with; raise `ListUnreadable` where there is none of that form."""
    for reader in READERS:
        if reader.form == form:
            return reader
    raise ListUnreadable(file="the edition", format=form, why="there is no reader of that form here")
