"""The versions that were made of a case's submission: the files, by hash, that the evidence log tells of."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from answerable.model.errors import SeveralCalled, VersionUnknown
from answerable.model.ids import derived_id
from answerable.preserve.tables import capture, source
from answerable.store.log import LogRow
from answerable.store.tables import log_row

MADE_BY = ("submit", "package", "bulk-list", "brief", "supplement", "edited")
SHORTEST = 8
"""Figures of a hash that are enough to name it by, where no other begins with them."""


@dataclass(frozen=True, slots=True)
class Version:
    """One file that was made for one recipient. ``case`` is the case's id."""

    sha256: str
    file: str
    case: str
    recipient: str
    at: str


def versions(connection: Connection) -> list[Version]:
    """Every version in the logs of this workspace and of those merged into it, the oldest first."""
    told = [log_row.c.entry.contains(f'"action":"{action}"') for action in MADE_BY]
    found = connection.execute(select(log_row).where(or_(*told)).order_by(log_row.c.chain, log_row.c.seq))
    every = (LogRow(row.chain, row.seq, row.hash, row.header, row.entry) for row in found)
    made = [one for row in every if row.fields["action"] in MADE_BY for one in _files(row)]
    return sorted(made, key=lambda one: one.at)


def _files(row: LogRow) -> list[Version]:
    about = row.fields["about"]
    case = derived_id("case", row.chain, about["case"])
    return [
        Version(sha256, name, case, about["recipient"], row.fields["at"])
        for name, sha256 in about["files"].items()
    ]


def version_called(connection: Connection, case: str, wanted: str) -> Version:
    """The version of a case whose hash is, or begins with, ``wanted``: the first time it was made.

    What was sent before there was this record is a file that is kept in it; such a version has no
    ``recipient`` and no day. Raises `VersionUnknown` where there is neither, and `SeveralCalled`.
    """
    begins = wanted.strip().lower()
    made = [one for one in versions(connection) if one.case == case]
    if not re.fullmatch(f"[0-9a-f]{{{SHORTEST},64}}", begins):
        raise VersionUnknown(hash=wanted, newest=_newest(made))
    found = [one for one in made if one.sha256.startswith(begins)] or _kept(connection, case, begins)
    hashes = sorted({one.sha256 for one in found})
    if len(hashes) > 1:
        raise SeveralCalled(count=len(hashes), name=wanted, ids=", ".join(hashes))
    if not found:
        raise VersionUnknown(hash=wanted, newest=_newest(made))
    return found[0]


def _newest(made: list[Version]) -> str:
    return made[-1].sha256[:12] if made else "(none was made)"


def _kept(connection: Connection, case: str, begins: str) -> list[Version]:
    """Files that were imported, as versions of a case."""
    found = connection.execute(
        select(capture.c.sha256, source.c.title)
        .join(source, source.c.id == capture.c.source)
        .where(capture.c.sha256.startswith(begins))
        .order_by(capture.c.at, capture.c.id)
    )
    return [Version(row.sha256, row.title, case, "", "") for row in found]
