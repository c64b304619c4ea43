"""The list as FollowTheMoney: one entity a line, each saying in itself what kind of list it is on."""

import json
from collections.abc import Callable

from answerable.answer.publishing.edition import Edition
from answerable.answer.publishing.rows import Row
from answerable.model.schemata import schema
from answerable.record.ftm_stock import why_not_kept

Lost = Callable[[str, str, str], None]
"""Is told the row, the property and why a value is not in the file."""


def write_ftm(edition: Edition, lost: Lost) -> bytes:
    """The rows as FollowTheMoney's own library takes them, nothing altered to fit; ``lost`` is told the rest.

    No `Sanction` is written: programs take one for an official listing.
    """
    return b"".join(_line(edition, row, lost) for row in edition.rows)


def _line(edition: Edition, row: Row, lost: Lost) -> bytes:
    said = {
        "name": row.names[:1],
        "alias": row.names[1:],
        "position": row.posts,
        "summary": row.reasons,
        "notes": (
            edition.standing[0].upper() + edition.standing[1:],
            f"To dispute: {edition.dispute_to}",
            f"Version {edition.version} of {edition.date}",
        ),
        "sourceUrl": row.addresses,
    }
    known = schema(row.kind).properties
    properties: dict[str, list[str]] = {}
    for prop, values in said.items():
        for value in values:
            why = why_not_kept(row.kind, prop, value) if prop in known else f"a {row.kind} has no {prop}"
            if why:
                lost(row.id, prop, why)
            else:
                properties.setdefault(prop, []).append(value)
    fields = {"id": row.id, "schema": row.kind, "properties": properties}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode() + b"\n"
