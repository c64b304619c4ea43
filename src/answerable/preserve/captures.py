"""The rows that tell of sources and captures; every one comes with its line in the log."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from answerable.model.canonical import Json
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Capture, Source, Verdict
from answerable.preserve.tables import capture, kept_object, source
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class Taken:
    """What one taking brought, before it has a row."""

    sha256: str
    size: int
    media_type: str
    charset: str
    warc_sha256: str
    how: str
    verdict: Verdict
    reason: str
    status: int


def add_source(change: Change, title: str, url: str = "", publisher: str = "", language: str = "") -> str:
    """Make a source known; two takings of the same address are captures of one source."""
    if url:
        known = change.connection.execute(select(source.c.id).where(source.c.url == url)).scalar()
        if known:
            return str(known)
    source_id = change.new_id()
    change.execute(
        insert(source).values(
            id=source_id, title=title, url=url, publisher=publisher, language=language, origin=""
        )
    )
    return source_id


def keep_object(change: Change, sha256: str, size: int, role: str, sealed_for: Sequence[str] = ()) -> None:
    """Note that the vault holds an object; it is in the vault, durably, before this is called."""
    known = change.connection.execute(
        select(kept_object.c.sha256).where(kept_object.c.sha256 == sha256)
    ).scalar()
    if sha256 and not known:
        change.execute(
            insert(kept_object).values(
                sha256=sha256, size=size, role=role, sealed_for=" ".join(sealed_for), erased=""
            )
        )


def add_capture(change: Change, source_id: str, taken: Taken, by: str) -> str:
    """Write the capture and its line in the log."""
    capture_id = change.new_id()
    fields: dict[str, Json] = {
        "source": source_id,
        "sha256": taken.sha256,
        "size": taken.size,
        "media_type": taken.media_type,
        "charset": taken.charset,
        "warc_sha256": taken.warc_sha256,
        "how": taken.how,
        "verdict": str(taken.verdict),
        "reason": taken.reason,
        "status": taken.status,
    }
    change.execute(insert(capture).values(id=capture_id, at=change.at, by=by, **fields))
    change.log("capture", {"capture": capture_id, **fields})
    return capture_id


def find_by_hash(connection: Connection, sha256: str) -> Capture | None:
    """The first capture that brought these bytes whole."""
    row = connection.execute(
        select(capture)
        .where(capture.c.sha256 == sha256, capture.c.verdict == str(Verdict.COMPLETE))
        .order_by(capture.c.at, capture.c.id)
        .limit(1)
    ).one_or_none()
    return as_capture(row) if row else None


def find_by_url(connection: Connection, url: str) -> Capture | None:
    """The newest capture of an address that brought something to read."""
    row = connection.execute(
        select(capture)
        .join(source, source.c.id == capture.c.source)
        .where(source.c.url == url, capture.c.verdict.in_(["complete", "partial"]))
        .order_by(capture.c.at.desc(), capture.c.id)
        .limit(1)
    ).one_or_none()
    return as_capture(row) if row else None


def get_capture(connection: Connection, capture_id: str) -> Capture:
    """The capture of that id; raise `NothingCalled`."""
    row = connection.execute(select(capture).where(capture.c.id == capture_id)).one_or_none()
    if row is None:
        raise NothingCalled(kind="capture", name=capture_id, nearest="")
    return as_capture(row)


def find_capture(connection: Connection, wanted: str) -> Capture:
    """A capture by its id, the newest of an address, or of a source of that title; else `NothingCalled`."""
    row = connection.execute(
        select(capture)
        .join(source, source.c.id == capture.c.source)
        .where((capture.c.id == wanted) | (source.c.url == wanted) | (source.c.title == wanted))
        .where(capture.c.sha256 != "")
        .order_by(capture.c.at.desc(), capture.c.id)
        .limit(1)
    ).one_or_none()
    if row is None:
        titles = connection.execute(select(source.c.title)).scalars()
        raise NothingCalled(kind="page or file", name=wanted, nearest=nearest(wanted, titles))
    return as_capture(row)


def get_source(connection: Connection, source_id: str) -> Source:
    """The source of that id; raise `NothingCalled`."""
    row = connection.execute(select(source).where(source.c.id == source_id)).one_or_none()
    if row is None:
        raise NothingCalled(kind="source", name=source_id, nearest="")
    return Source(**row._mapping)


def as_capture(row: object) -> Capture:
    """A row of the table as the word it stands for."""
    fields = dict(row._mapping)  # type: ignore[attr-defined]
    return Capture(**{**fields, "verdict": Verdict(fields["verdict"])})
