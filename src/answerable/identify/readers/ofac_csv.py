"""OFAC's legacy CSV: SDN.CSV alone, or in one zip with ALT.CSV (aliases) and ADD.CSV (addresses)."""

import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

from answerable.identify.entry import Kind, ListedName, ListEntry, Quality, Unreadable
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.rows import cells, words
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "OFAC CSV", "us-ofac-sdn"
NOTHING = "-0-"
"""What the files write where there is nothing to say."""
END = "\x1a"
"""The mark of MS-DOS for the end of a file, alone on the last line."""
LARGEST = 200_000_000
KINDS: dict[str, Kind] = {
    "individual": "person", "entity": "entity", NOTHING: "entity", "": "entity", "vessel": "vessel",
    "aircraft": "aircraft",
}  # fmt: skip
"""A body is the kind for which the file writes nothing."""
VESSEL = ("Call sign", "Vessel type", "Tonnage", "Gross tonnage", "Flag", "Owner")
_BORN = re.compile(r"(?:alt\. )?DOB (.+)")
_COUNTRY = re.compile(r"(?:alt\. )?(?:nationality|citizen) (.+)")


def read_ofac_csv(stream: BinaryIO) -> Parts:
    """The edition, which bears no date in this form, and its entries by ent_num, the uid of the XML.

    Aliases and addresses are in files of their own; where they were not handed in, that is told as not read.
    """
    texts = _texts(stream.read())
    if "sdn" not in texts:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="there is no SDN.CSV in it")
    return edition_of(LIST_ID), _parts(texts)


def _texts(data: bytes) -> dict[str, str]:
    """The text of each file, by what it is: sdn, alt, add."""
    if not data.startswith(b"PK"):
        return {"sdn": words(io.BytesIO(data))}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            named = {one.filename.rpartition("/")[2].lower(): one for one in archive.infolist()}
            wanted = {kind: named[f"{kind}.csv"] for kind in ("sdn", "alt", "add") if f"{kind}.csv" in named}
            if sum(one.file_size for one in wanted.values()) > LARGEST:
                raise ListUnreadable(file=LIST_ID, format=FORM, why=f"it unpacks to over {LARGEST:,} bytes")
            return {kind: words(io.BytesIO(archive.read(one))) for kind, one in wanted.items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="the zip is damaged or cut off") from error


def _parts(texts: dict[str, str]) -> Iterator[Part]:
    beside: dict[str, dict[str, list[list[str]]]] = {}
    for kind, what in (("alt", "aliases"), ("add", "addresses")):
        beside[kind] = defaultdict(list)
        if kind not in texts:
            yield Unreadable(f"{kind.upper()}.CSV", f"the {what} are in this file, which was not handed in")
        for line, row in _rows(texts.get(kind, "")):
            if len(row) < 5 or not any(row[2:]):
                yield Unreadable(f"{kind.upper()}.CSV, line {line}", "it says nothing, or is cut off")
            else:
                beside[kind][row[0]].append(row)
    yield from _entries(texts["sdn"], beside["alt"], beside["add"])


def _entries(
    text: str, aliases: dict[str, list[list[str]]], addresses: dict[str, list[list[str]]]
) -> Iterator[Part]:
    keys, read = Keys(), set()
    for line, row in _rows(text):
        if len(row) < 12 or not row[1]:
            yield Unreadable(
                f"SDN.CSV, line {line}", "it has no name" if len(row) > 11 else f"it has {len(row)} cells"
            )
            continue
        read.add(row[0])
        yield _entry(row, aliases.get(row[0], []), addresses.get(row[0], []), keys)
    for number in sorted((aliases.keys() | addresses.keys()) - read):
        yield Unreadable(f"ALT.CSV and ADD.CSV, ent_num {number}", "SDN.CSV has no entry of that number")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for line, row in cells(text, LIST_ID, FORM):
        if row not in ([END], [""]):
            yield line, ["" if cell == NOTHING else cell for cell in row]


def _entry(row: list[str], aliases: list[list[str]], addresses: list[list[str]], keys: Keys) -> ListEntry:
    key, notes = keys.give(row[0], row[1])
    parts = [part.strip(" .") for part in row[11].split(";")]
    vessel = [f"{label}: {text}" for label, text in zip(VESSEL, row[5:11], strict=True) if text]
    return ListEntry(
        key=key,
        kind=KINDS.get(row[2].lower(), "unknown"),
        names=(ListedName(row[1], "primary"), *map(_alias, filter(lambda one: one[3], aliases))),
        birth_dates=tuple(found[1] for part in parts if (found := _BORN.fullmatch(part))),
        countries=tuple(
            dict.fromkeys(
                (
                    *(found[1] for part in parts if (found := _COUNTRY.fullmatch(part))),
                    *filter(None, (row[9], *(one[4] for one in addresses))),
                )
            )
        ),
        positions=tuple(filter(None, (row[4],))),
        programmes=tuple(filter(None, row[3].replace("[", "").replace("]", "").split())),
        remarks="; ".join(filter(None, (row[11], *vessel))),
        addresses=tuple(", ".join(filter(None, one[2:])) for one in addresses),
        notes=notes,
    )


def _alias(row: list[str]) -> ListedName:
    """Its kind is in the file; whether it is weak is in the remarks, where the XML calls it a category."""
    kinds = {"aka": "a.k.a.", "fka": "f.k.a.", "nka": "n.k.a."}
    quality: Quality = "weak" if "weak" in "".join(row[4:]).lower() else "strong"
    return ListedName(row[3], quality, relation=kinds.get(row[2].lower(), row[2]))


def _recognises(head: bytes, name: str) -> bool:
    if head.startswith(b"PK"):
        return b"sdn.csv" in head[:300].lower() or name.lower().endswith(".zip")
    return bool(re.match(rb'(?:\xef\xbb\xbf)?\d+,"[^"\r\n]+",(?:"?[^",\r\n]*"?,){3}', head))


OFAC_CSV = Reader(FORM, LIST_ID, _recognises, read_ofac_csv)
