"""Keeping what was read: texts in the vault, passages in the record.

A text is never rebuilt in place: a newer tool makes a new text beside it, and passages that cite the
old one go on citing it.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from answerable import __version__
from answerable.model.canonical import sha256_hex
from answerable.model.ids import derived_id
from answerable.model.record import Capture, Text
from answerable.preserve.captures import get_source, keep_object
from answerable.preserve.tables import kept_object
from answerable.preserve.vault import Vault
from answerable.read.passages import Span
from answerable.read.reader import Reader, ReadText
from answerable.read.tables import passage, text
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change, Store


def text_of(connection: Connection, capture_id: str) -> Text | None:
    """The newest text read out of a capture."""
    row = connection.execute(
        select(text).where(text.c.capture == capture_id).order_by(text.c.at.desc(), text.c.sha256).limit(1)
    ).one_or_none()
    return as_text(row) if row else None


def as_text(row: object) -> Text:
    """A row of the table as the word it stands for."""
    fields = dict(row._mapping)  # type: ignore[attr-defined]
    return Text(**{**fields, "pages": tuple(json.loads(fields["pages"]))})


def read_capture(store: Store, vault: Vault, reader: Reader, capture: Capture) -> Text:
    """Read a capture's bytes into a kept text, unless that was done before.

    Raises `TextUnreadable`, `ReadingExceeded` or `FileEmpty`; the bytes stay kept.
    """
    with store.reading() as connection:
        known = text_of(connection, capture.id)
        title = get_source(connection, capture.source).title
    if known:
        return known
    found = reader.read(vault.get(capture.sha256), capture.media_type, capture.charset, title)
    return _keep(store, vault, capture, found)


def keep_text(store: Store, vault: Vault, capture: Capture, found: ReadText) -> Text:
    """Keep what was read out of a capture in some other way, such as the rows of one of its sheets.

    The same words out of the same capture are one text, however often they are read.
    """
    sha256 = sha256_hex(found.text.encode())
    with store.reading() as connection:
        row = connection.execute(
            select(text).where(text.c.sha256 == sha256, text.c.capture == capture.id)
        ).one_or_none()
    return as_text(row) if row else _keep(store, vault, capture, found)


def _keep(store: Store, vault: Vault, capture: Capture, found: ReadText) -> Text:
    data = found.text.encode()
    with store.reading() as connection:
        named = sealed_people(connection, capture.sha256)
    sha256 = vault.put(data, protect=named)
    with store.change() as change:
        keep_object(change, sha256, len(data), "text", named)
        # The rules by which a library's findings become a text are ours, and so part of the version.
        version = f"{found.version}; answerable {__version__}"
        kept = Text(sha256, capture.id, found.tool, version, change.at, len(found.text), tuple(found.pages))
        fields = {"sha256": sha256, "capture": capture.id, "tool": found.tool, "version": version}
        change.execute(
            insert(text).values(**fields, at=kept.at, length=kept.length, pages=json.dumps(kept.pages))
        )
        change.log("text", {**fields, "length": kept.length})
    return kept


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: in which text, of which source."""

    text_sha256: str
    source: str
    selector: str = ""


class PassageWriter:
    """Makes passages known within one change, after the texts that name someone protected were sealed."""

    def __init__(self, change: Change, people: PeopleKeys) -> None:
        self._change = change
        self._people = people
        self._sealed: dict[str, list[str]] = {}
        self._known: dict[str, set[str]] = {}

    def write(self, place: Place, span: Span) -> str:
        """Make a passage known and give back its id; the same words at the same place are one passage.

        Where the text is sealed for protected people, so are the words.
        """
        start, end = span.start, span.end
        own = derived_id("passage", place.text_sha256, str(start), str(end), place.selector)
        if place.text_sha256 not in self._known:
            self._look_up(place.text_sha256)
        if own in (known := self._known[place.text_sha256]):
            return own
        known.add(own)
        self._change.add(passage, self._row(own, place, span))
        self._change.log("passage", {"passage": own, "text": place.text_sha256, "start": start, "end": end})
        return own

    def _row(self, own: str, place: Place, span: Span) -> dict[str, Any]:
        sealed_for = self._sealed[place.text_sha256]
        words = {"exact": span.exact, "prefix": span.prefix, "suffix": span.suffix}
        return {
            "id": own,
            "text_sha256": place.text_sha256,
            "source": place.source,
            "start": span.start,
            "end": span.end,
            "page": span.page,
            "selector": place.selector,
            "sealed_for": " ".join(sealed_for),
            **{part: lock_words(self._people, sealed_for, value) for part, value in words.items()},
        }

    def _look_up(self, text_sha256: str) -> None:
        connection = self._change.connection
        known = connection.execute(select(passage.c.id).where(passage.c.text_sha256 == text_sha256))
        self._known[text_sha256] = set(known.scalars())
        self._sealed[text_sha256] = sealed_people(connection, text_sha256)


def sealed_people(connection: Connection, sha256: str) -> list[str]:
    """The protected people a kept object is sealed for."""
    found = connection.execute(
        select(kept_object.c.sealed_for).where(kept_object.c.sha256 == sha256)
    ).scalar()
    return (found or "").split()


def lock_words(people: PeopleKeys, sealed_for: list[str], words: str) -> str:
    """Words locked under the keys of those they name, one inside the other; open where nobody is."""
    if not sealed_for:
        return words
    box = words.encode()
    for person in sealed_for:
        box = people.seal(person, box)
    return b64encode(box).decode()


def unlock_words(people: PeopleKeys, sealed_for: list[str], words: str) -> str:
    """What `lock_words` locked; raise `Erased` where one of the keys is gone."""
    if not sealed_for:
        return words
    box = b64decode(words)
    for person in reversed(sealed_for):
        box = people.unseal(person, box)
    return box.decode()
