"""The versions of a list of names recommended, as the workspace remembers them."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, insert, select

from answerable.identify.tables import published_list
from answerable.store.unit_of_work import Change

_AS_JSON = ("marks", "corrections")


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
    said = {one.name: getattr(row, one.name) for one in fields(Published)}
    return Published(**{name: json.loads(said[name]) if name in _AS_JSON else said[name] for name in said})


def note_published(change: Change, published: Published) -> None:
    """Remember a version; the caller logs it with the hashes of its files."""
    said = asdict(published)
    as_json = {name: json.dumps(said[name], ensure_ascii=False) for name in _AS_JSON}
    values = {**said, **as_json, "id": change.new_id(), "by": change.actor, "at": change.at}
    change.execute(insert(published_list).values(**values))
