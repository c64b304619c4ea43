"""The versions of a list of names recommended, as the workspace remembers them."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from answerable.identify.tables import published_list
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class Published:
    """One version. ``marks`` and ``corrections`` hold ids and reasons, never a name."""

    case: str
    audience: str
    version: int
    date: str
    dispute_to: str
    manifest: str
    previous: str
    marks: dict[str, dict[str, str]]
    corrections: list[dict[str, Any]]


def last_published(connection: Connection, case: str, audience: str) -> Published | None:
    """The newest version of a case's list for an audience; None where none was published."""
    row = connection.execute(
        select(published_list)
        .where(published_list.c.case == case, published_list.c.audience == audience)
        .order_by(published_list.c.version.desc(), published_list.c.at.desc(), published_list.c.id)
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return Published(
        case=row.case,
        audience=row.audience,
        version=row.version,
        date=row.date,
        dispute_to=row.dispute_to,
        manifest=row.manifest,
        previous=row.previous,
        marks=json.loads(row.marks),
        corrections=json.loads(row.corrections),
    )


def note_published(change: Change, published: Published) -> None:
    """Remember a version; the caller logs it with the hashes of its files."""
    change.execute(
        insert(published_list).values(
            id=change.new_id(),
            case=published.case,
            audience=published.audience,
            version=published.version,
            date=published.date,
            dispute_to=published.dispute_to,
            manifest=published.manifest,
            previous=published.previous,
            marks=json.dumps(published.marks),
            corrections=json.dumps(published.corrections, ensure_ascii=False),
            by=change.actor,
            at=change.at,
        )
    )
