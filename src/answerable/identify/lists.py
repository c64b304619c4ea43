"""Editions of official lists: their bytes in the vault, their entries derived from them.

A list that cannot be read leaves the last good edition in use; what could not be read of one that can
is told with its place.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from answerable.identify.entry import EditionInfo, ListEntry, Unreadable, as_entry
from answerable.identify.list_map import read_list_map
from answerable.identify.manifests import manifest
from answerable.identify.readers import Reader, reader_for, reader_of
from answerable.identify.readers.mapped import map_of, mapped_form, mapped_reader
from answerable.identify.tables import list_edition, list_entry
from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible, ListShrunk, ListUnreadable
from answerable.model.ids import derived_id
from answerable.model.record import Standing
from answerable.preserve.captures import keep_object
from answerable.preserve.vault import Vault
from answerable.store.unit_of_work import Change, Store


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as it was imported."""

    id: str
    info: EditionInfo
    format: str
    sha256: str
    imported_at: str
    entries: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What importing a list came to."""

    edition: Edition
    new: bool
    unreadable: tuple[Unreadable, ...]


def _read(data: bytes, reader: Reader) -> tuple[EditionInfo, list[ListEntry], tuple[Unreadable, ...]]:
    info, parts = reader.read(io.BytesIO(data))
    every = list(parts)
    entries = [part for part in every if isinstance(part, ListEntry)]
    return info, entries, tuple(part for part in every if isinstance(part, Unreadable))


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose list it is, where it is not the one whose form it has: several publishers use a form."""

    list_id: str
    title: str
    publisher: str


def import_list(
    store: Store,
    vault: Vault,
    data: bytes,
    name: str,
    issuer: Issuer | None = None,
    *,
    list_map: bytes = b"",
    shrunk_is_right: bool = False,
) -> Imported:
    """Keep an edition and derive its entries; the same bytes twice are one edition.

    A sheet of any columns is read with ``list_map``, the YAML that says what they hold (`ListMap`); it is
    kept with the edition. Raises `CasefileWrong` or `SpreadsheetWrong` where the map is wrong or fits not.

    Raises `ListUnreadable`, and `ListShrunk` for an edition with fewer than half the entries of the one
    before it, unless that is said to be right; then nothing is changed, and the edition before stays in use.
    """
    reader = _mapped(list_map) if list_map else reader_for(data, name)
    info, entries, unreadable = _read(data, reader)
    if issuer:
        info = replace(info, **asdict(issuer))
    if not entries:
        raise ListUnreadable(file=name, format=reader.form, why="it lists nobody")
    _check_day(info, reader.form, name)
    sha256 = hashlib.sha256(data).hexdigest()
    map_sha256 = hashlib.sha256(list_map).hexdigest() if list_map else ""
    edition_id = derived_id("edition", info.list_id, sha256 + map_sha256)
    with store.reading() as connection:
        before = [edition for edition in editions(connection) if edition.info.list_id == info.list_id]
    known = [edition for edition in before if edition.id == edition_id]
    if not known and not shrunk_is_right:
        _check_size(before, info, len(entries), name)
    vault.put(data)
    if list_map:
        vault.put(list_map)
    if known:
        return Imported(known[0], False, unreadable)
    with store.change() as change:
        keep_object(change, sha256, len(data), "list")
        keep_object(change, map_sha256, len(list_map), "list")
        edition = Edition(edition_id, info, reader.form, sha256, change.at, len(entries), len(unreadable))
        _insert(change, edition, entries)
    return Imported(edition, True, unreadable)


def _check_day(info: EditionInfo, form: str, name: str) -> None:
    """Raise `ListUnreadable` for a day that is none, since the newest edition is told by it."""
    try:
        parse_date(info.published or "1900")
    except DateImpossible as error:
        why = f"the day it says it was published, “{info.published}”, is no day such as 2031-07-01"
        raise ListUnreadable(file=name, format=form, why=why) from error


def _check_size(editions: list[Edition], info: EditionInfo, count: int, name: str) -> None:
    """Raise `ListShrunk` where the edition before this one has more than twice as many entries."""
    before = [one for one in editions if one.info.published <= info.published]
    if before and count * 2 < before[-1].entries:
        raise ListShrunk(file=name, count=f"{count:,}", before=f"{before[-1].entries:,}")


def _insert(change: Change, edition: Edition, entries: list[ListEntry]) -> None:
    fields: dict[str, Any] = {
        "list": edition.info.list_id,
        "title": edition.info.title,
        "publisher": edition.info.publisher,
        "format": edition.format,
        "published": edition.info.published,
        "sha256": edition.sha256,
        "entries": edition.entries,
        "unreadable": edition.unreadable,
    }
    change.execute(insert(list_edition).values(id=edition.id, imported_at=edition.imported_at, **fields))
    _derive(change, edition.id, entries)
    change.log("list", {"edition": edition.id, **fields})


def _derive(change: Change, edition_id: str, entries: list[ListEntry]) -> None:
    rows = [
        {"edition": edition_id, "place": place, "key": entry.key, "body": json.dumps(asdict(entry))}
        for place, entry in enumerate(entries)
    ]
    change.execute(insert(list_entry), rows)


def editions(connection: Connection) -> list[Edition]:
    """Every edition, the newest of each list last."""
    found = connection.execute(
        select(list_edition).order_by(
            list_edition.c.list, list_edition.c.published, list_edition.c.imported_at
        )
    )
    return [
        Edition(
            row.id,
            EditionInfo(row.list, row.title, row.publisher, row.published, _standing(row.format)),
            row.format,
            row.sha256,
            row.imported_at,
            row.entries,
            row.unreadable,
        )
        for row in found
    ]


def _standing(form: str) -> Standing:
    """What being on a list of that form amounts to."""
    mapped = map_of(form)
    return mapped[0] if mapped else manifest(reader_of(form).list_id).standing


def _mapped(text: bytes) -> Reader:
    list_map = read_list_map(text.decode("utf-8-sig", "replace"), "the map of the list")
    return mapped_reader(list_map, mapped_form(list_map.standing, hashlib.sha256(text).hexdigest()))


def _reader_of(vault: Vault, form: str) -> Reader:
    mapped = map_of(form)
    return _mapped(vault.get(mapped[1])) if mapped else reader_of(form)


def current(connection: Connection, at: str = "") -> dict[str, Edition]:
    """The newest edition of each list, or the newest of those imported by a moment."""
    known = (one for one in editions(connection) if not at or one.imported_at <= at)
    return {edition.info.list_id: edition for edition in known}


def entries_of(connection: Connection, edition_id: str) -> Iterator[ListEntry]:
    """The entries of an edition, in the order it has them."""
    found = connection.execute(
        select(list_entry.c.body).where(list_entry.c.edition == edition_id).order_by(list_entry.c.place)
    )
    for row in found:
        yield as_entry(json.loads(row.body))


def rebuild_entries(change: Change, vault: Vault) -> int:
    """Derive every edition's entries anew from its bytes; give back how many there are."""
    change.execute(delete(list_entry))
    count = 0
    for edition in editions(change.connection):
        _, entries, _ = _read(vault.get(edition.sha256), _reader_of(vault, edition.format))
        _derive(change, edition.id, entries)
        count += len(entries)
    return count
