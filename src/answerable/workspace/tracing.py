"""Where somebody's words went: every output that carried them, and what was noted as sent of those."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from answerable.model.consent import Scope
from answerable.record.spoken import spoken
from answerable.record.tables import entity, statement
from answerable.record.view import View
from answerable.store.tables import log_row
from answerable.workspace.following import FollowUp, follow_up
from answerable.workspace.workspace import Workspace

SPEAKING = (
    *("submit", "package", "supplement", "bulk-list", "brief", "publish", "ftm-export", "export"),
    "edited",
)
"""What the log calls the making of something that others are handed, with words of people in it; a draft that
was edited in Word and noted as sent is one more."""
OUTPUTS = (*SPEAKING, "annex")
"""The same, and what names people whatever they said."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A submission noted in the follow-up, of one of the output's files."""

    called: str
    on: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Output:
    """Something that others were handed, with the person's words in it."""

    action: str
    at: str
    to: str
    """The recipient or audience; empty for an export to another workspace, which holds everything."""
    files: dict[str, str]
    """SHA-256 by name."""
    statements: tuple[str, ...]
    """Those it carried; empty where an output of its kind does not note that, or holds everything."""
    sent: tuple[Sending, ...]

    @property
    def is_sure(self) -> bool:
        """Whether it is known to carry the words, and not only to be made when they were there."""
        return bool(self.statements) or self.action in ("export", "annex")


def outputs_of(workspace: Workspace, person: str, scope: Scope) -> list[Output]:
    """Every output that carried what a person said, as far as ``scope`` goes, or named them; oldest first.

    An output that does not say whose words it carried is among them where the words were in the record
    by then.
    """
    known = follow_up(workspace)
    with workspace.view() as view, workspace.store.reading() as connection:
        canonical = view.resolve(person)
        meant = {
            one.statement
            for one in spoken(connection)
            if canonical in one.people and scope.covers(one.source, one.statement)
        }
        since = _recorded(connection, meant)
        return list(_outputs(connection, view, canonical, meant, since, known))


def _recorded(connection: Connection, statements: Collection[str]) -> str:
    """When the first of these was recorded; empty where there are none."""
    found = connection.execute(select(statement.c.id, statement.c.at))
    return min((row.at for row in found if row.id in statements), default="")


def _outputs(
    connection: Connection, view: View, person: str, meant: set[str], since: str, known: FollowUp
) -> Iterator[Output]:
    told = [log_row.c.entry.contains(f'"action":"{action}"') for action in OUTPUTS]
    found = connection.execute(select(log_row.c.entry).where(or_(*told)))
    entries = [json.loads(row.entry) for row in found]
    same = {row.id: row.canonical for row in connection.execute(select(entity.c.id, entity.c.canonical))}
    for entry in sorted(entries, key=lambda one: str(one["at"])):
        about = entry["about"]
        if entry["action"] == "annex" and person in {same.get(one) for one in about["named"]}:
            yield _output(entry, (), known)
        if entry["action"] not in SPEAKING or not since or entry["at"] < since:
            continue
        carried = {one for own, rests in _carried(about) if same.get(own) == person for one in rests} & meant
        if carried or "carried" not in about:
            yield _output(entry, tuple(sorted(carried)), known)


def _carried(about: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return list(about.get("carried", {}).items())


def _output(entry: dict[str, Any], carried: tuple[str, ...], known: FollowUp) -> Output:
    about = entry["about"]
    files: dict[str, str] = about.get("files", {})
    sent = tuple(
        Sending(known.called(one), one.sent_on, one.version)
        for one in known.submissions
        if one.version in files.values() and not one.taken_back
    )
    to = "" if entry["action"] == "export" else str(about.get("recipient") or about["audience"])
    return Output(entry["action"], entry["at"], to, files, carried, sent)
