"""Publishing a list of names recommended, from an open workspace."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from answerable.answer.package.reach import statements_of_case
from answerable.answer.publishing.edition import Correction, Edition, corrected, marks_of
from answerable.answer.publishing.making import LeftBehind, make_files
from answerable.answer.publishing.manifest import FILE
from answerable.answer.publishing.rows import LeftOut, Row, gather_rows
from answerable.identify.published import Published, last_published, note_published
from answerable.model.audience import Audience
from answerable.model.canonical import Json, sha256_hex
from answerable.model.errors import NothingCalled, PublicationIncomplete
from answerable.model.record import Case
from answerable.record.pseudonyms import withhold
from answerable.record.view import View
from answerable.store.disk import write_durably
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says: where to dispute it (kept once said), and why anything was corrected."""

    audience: Audience
    today: date
    dispute_to: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing came to. ``is_new`` is false where nothing changed since the last version."""

    edition: Edition
    is_new: bool
    left_out: tuple[LeftOut, ...]
    left_behind: tuple[LeftBehind, ...]
    paths: tuple[Path, ...]


def publish(workspace: Workspace, slug: str, folder: Path, wanted: Wanted) -> Publication:
    """Publish the names recommended in a case into ``folder``, the manifest last.

    Where nothing changed it is the last version again, byte for byte. Raises `PublicationIncomplete`,
    `WouldReveal` and `NothingCalled`; then no file is written and no version counted.
    """
    with workspace.view(wanted.audience) as view:
        case = view.case(slug)
        rows, left = gather_rows(view, case)
        with workspace.store.reading() as connection:
            last = last_published(connection, case.id, str(wanted.audience))
        marks = marks_of(rows, workspace.keys.people)
        made = _again(workspace, view, case, rows, last, wanted)
        if made is None:
            made = _made(workspace, view, _next(view, case, rows, last, marks, wanted))
        reached = statements_of_case(view, case)
        carried: dict[str, Json] = {**view.carried([one.id for said in reached.values() for one in said])}
    is_new = last is None or made.hash != last.manifest
    _note(workspace, case, made, marks if is_new else None, carried)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.files.items():
        write_durably(workspace.disk, folder / name, content)
    paths = tuple(folder / name for name in made.files)
    return Publication(made.edition, is_new, tuple(left), made.left_behind, paths)


@dataclass(frozen=True, slots=True)
class _Made:
    edition: Edition
    files: dict[str, bytes]
    left_behind: tuple[LeftBehind, ...]

    @property
    def hash(self) -> str:
        return sha256_hex(self.files[FILE])


def _made(workspace: Workspace, view: View, edition: Edition) -> _Made:
    lost: list[LeftBehind] = []
    files = make_files(view, edition, workspace.keys.signer, lost.append)
    return _Made(edition, files, tuple(lost))


def _again(
    workspace: Workspace, view: View, case: Case, rows: Sequence[Row], last: Published | None, wanted: Wanted
) -> _Made | None:
    """The last version, where the record makes the very same files now as it did then."""
    if last is None:
        return None
    numbered = Edition(
        **_told_of(view, case, rows, wanted, last),
        version=last.version,
        date=last.date,
        previous=last.previous,
        corrections=_corrections(view, last),
    )
    made = _made(workspace, view, numbered)
    return made if made.hash == last.manifest else None


def _told_of(
    view: View, case: Case, rows: Sequence[Row], wanted: Wanted, last: Published | None
) -> dict[str, Any]:
    """What a version says whatever its number."""
    return {
        "title": case.title,
        "organisation": case.organisation,
        "audience": str(view.audience),
        "dispute_to": wanted.dispute_to.strip() or (last.dispute_to if last else ""),
        "rows": tuple(rows),
    }


def _corrections(view: View, last: Published) -> tuple[Correction, ...]:
    """What was corrected before; a reason that names somebody who is protected now does so no longer."""
    found = (Correction(**one) for one in last.corrections)
    return tuple(
        replace(one, because=withhold(one.because, view.must_not_appear, view.half_names)) for one in found
    )


def _next(
    view: View,
    case: Case,
    rows: Sequence[Row],
    last: Published | None,
    marks: dict[str, dict[str, str]],
    wanted: Wanted,
) -> Edition:
    """The version after the last, or the first."""
    said = _told_of(view, case, rows, wanted, last)
    if not said["dispute_to"]:
        raise PublicationIncomplete(why="it does not say where it can be disputed (--dispute-to)")
    if not rows and last is None:
        raise PublicationIncomplete(why="nobody named has a reason and a source that this audience may see")
    told = corrected(_resolved(view, last), marks) if last else {}
    if told and not wanted.because.strip():
        raise PublicationIncomplete(why=f"of {len(told)} removed or changed nobody says why (--because)")
    version, today = last.version + 1 if last else 1, wanted.today.isoformat()
    new = (Correction(version, today, one, what, wanted.because) for one, what in told.items())
    return Edition(
        **said,
        version=version,
        date=today,
        previous=last.manifest if last else "",
        corrections=(*(_corrections(view, last) if last else ()), *new),
    )


def _resolved(view: View, last: Published) -> dict[str, dict[str, str]]:
    """The last version's rows under the ids they go by now: two may have been found to be one since."""
    found: dict[str, dict[str, str]] = {}
    for one, marks in last.marks.items():
        try:
            found[view.resolve(one)] = marks
        except NothingCalled:
            found[one] = marks
    return found


def _note(
    workspace: Workspace,
    case: Case,
    made: _Made,
    marks: dict[str, dict[str, str]] | None,
    carried: dict[str, Json],
) -> None:
    """Log what is handed out by its hashes; remember the version where there are ``marks`` of a new one."""
    edition = made.edition
    hashes: dict[str, Json] = {name: sha256_hex(content) for name, content in made.files.items()}
    with workspace.changing(), workspace.store.change() as change:
        if marks is not None:
            published = Published(
                case=case.id,
                audience=edition.audience,
                version=edition.version,
                date=edition.date,
                dispute_to=edition.dispute_to,
                manifest=made.hash,
                previous=edition.previous,
                marks=marks,
                corrections=[asdict(one) for one in edition.corrections],
            )
            note_published(change, published)
        told: dict[str, Json] = {"case": case.slug, "audience": edition.audience, "version": edition.version}
        change.log("publish", {**told, "files": hashes, "carried": carried})
