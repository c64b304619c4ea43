"""Follow-up in an open workspace: what was sent, what came back, what is overdue."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from answerable.answer.recipients import recipient, recipients
from answerable.identify.followup.reading import Hide, submission_called, submissions
from answerable.identify.followup.responses import Told, note_response, take_back
from answerable.identify.followup.sent import Sent, note_sent
from answerable.identify.followup.standing import Submission
from answerable.identify.followup.versions import SHORTEST, Version, version_called
from answerable.model.audience import TEAM, Audience
from answerable.model.canonical import sha256_hex
from answerable.model.errors import FileUnreadable, SeveralCalled
from answerable.preserve.captures import find_capture, get_capture, get_source
from answerable.read.texts import sealed_people
from answerable.record.pseudonyms import withhold
from answerable.record.view import View
from answerable.store.clock import stamp
from answerable.store.unit_of_work import Change
from answerable.workspace.drafts import draft_behind
from answerable.workspace.files import read_bytes_of
from answerable.workspace.workspace import Workspace

WITHHELD = "(withheld: it names somebody who is protected)"


@dataclass(frozen=True, slots=True)
class Letter:
    """A file of what came back, kept in the vault as a source."""

    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What an audience may see of the follow-up: the cases' short names by id, what was sent, the letters
    by their captures.
    """

    cases: dict[str, str]
    submissions: list[Submission]
    letters: dict[str, Letter]
    today: str

    def called(self, one: Submission) -> str:
        """What a submission is called by: ``harbour/ca``."""
        return f"{self.cases[one.case]}/{one.recipient or one.name}"

    def of_case(self, slug: str) -> list[Submission]:
        """Those of a case that stand; of every case where none is named."""
        return [
            one
            for one in self.submissions
            if not one.taken_back and (not slug or self.cases[one.case] == slug)
        ]


def hide_for(view: View) -> Hide:
    """What withholds from words what a View's audience may not read."""
    return partial(withhold, names=view.must_not_appear, halves=view.half_names) if view.is_outside else str


def follow_up(workspace: Workspace, audience: Audience = TEAM, case: str = "") -> FollowUp:
    """The follow-up as an audience may see it; raise `NothingCalled` where there is no case of that name."""
    with workspace.view(audience) as view:
        if case:
            view.case(case)
        cases = {one.id: one.slug for one in view.cases()}
        hide = hide_for(view)
        with workspace.store.reading() as connection:
            found = submissions(connection, workspace.people, audience, hide)
            wanted = {step.letter for one in found for step in one.responses if step.letter}
            letters = {}
            for one in wanted:
                taken = get_capture(connection, one)
                sealed = view.is_outside and sealed_people(connection, taken.sha256)
                title = hide(get_source(connection, taken.source).title)
                letters[one] = Letter(WITHHELD, "") if sealed else Letter(title, taken.sha256)
    return FollowUp(cases, found, letters, stamp(workspace.store.clock())[:10])


@dataclass(frozen=True, slots=True)
class Noted:
    """A submission that was noted, the version that was sent, and what should be known of it."""

    id: str
    name: str
    version: Version
    remarks: tuple[str, ...]


def note_submission(workspace: Workspace, case: str, given: Sent, file_or_hash: str) -> Noted:
    """Note that a version of a case's submission was sent. ``file_or_hash`` is the file that was sent, or
    what its hash begins with; ``given.recipient`` is a short name or, where a kind is given, any name.

    Raises `NothingCalled` for a case or recipient that is not there, `VersionUnknown`, `SeveralCalled`, and
    what `note_sent` raises.
    """
    given = _addressed(given)
    with workspace.view() as view:
        found = view.case(case)
    path = Path(file_or_hash)
    wanted = sha256_hex(read_bytes_of(path, 0)) if path.is_file() else file_or_hash
    with workspace.changing(), workspace.store.change() as change:
        version = version_called(change.connection, found.id, wanted)
        version = _tied(workspace, change, case, version)
        own = note_sent(change, workspace.people, version, given)
    return Noted(own, given.name, version, tuple(_remarks(version, given)))


def _tied(workspace: Workspace, change: Change, case: str, version: Version) -> Version:
    """A file that was kept and not made here, tied to the draft of this case that it was edited from: it
    carries the words of whom that draft carries, and was made for whom that was.
    """
    if version.at or workspace.vault.is_sealed(version.sha256):
        return version
    behind = draft_behind(workspace, workspace.vault.get(version.sha256), version.file)
    if behind is None or behind["case"] != case:
        return version
    change.log("edited", {**behind, "files": {version.file: version.sha256}})
    return replace(version, recipient=behind["recipient"])


def _addressed(given: Sent) -> Sent:
    if given.recipient in recipients() or not given.kind:
        known = recipient(given.recipient)
        return replace(given, name=known.name, kind=known.kind)
    return replace(given, recipient="", name=given.recipient)


def _remarks(version: Version, given: Sent) -> Iterator[str]:
    if version.recipient not in ("", "public", given.recipient):
        whose = recipients()[version.recipient].name
        yield f"This version was made for {whose}: it may show what others may not see."
    if given.recipient and recipients()[given.recipient].expect:
        yield recipients()[given.recipient].expect


def note_came_back(workspace: Workspace, wanted: str, told: Told, letter: str = "") -> str:
    """Note what came back for the submission that ``wanted`` calls; give back the row's id.

    ``letter`` is a file, which is kept in the vault first, or a source that is kept already. Raises
    `NothingCalled`, `SeveralCalled`, `FileUnreadable`, and what `note_response` raises; a letter that
    was kept stays kept.
    """
    found = called(workspace, wanted)
    told = replace(told, letter=_kept(workspace, letter) if letter else "")
    with workspace.changing(), workspace.store.change() as change:
        return note_response(change, workspace.people, found.id, told)


def called(workspace: Workspace, wanted: str) -> Submission:
    """The submission that is meant: ``CASE/RECIPIENT``, or what its id begins with."""
    known = follow_up(workspace)
    return submission_called(known.submissions, known.cases, wanted)


def _kept(workspace: Workspace, letter: str) -> str:
    """The capture of a letter."""
    if not Path(letter).is_file():
        with workspace.store.reading() as connection:
            return find_capture(connection, letter).id
    [line] = workspace.receipt(workspace.import_files([Path(letter)]))
    if line.outcome not in ("kept", "duplicate"):
        raise FileUnreadable(file=letter, why=line.reason or line.outcome)
    return line.capture


def note_mistake(workspace: Workspace, row: str, because: str) -> None:
    """Take back a submission or a step that was noted by mistake, by what its id begins with."""
    with workspace.changing(), workspace.store.change() as change:
        every = submissions(change.connection, workspace.people, TEAM)
        ids = [one.id for one in every] + [step.id for one in every for step in one.responses]
        found = [own for own in ids if len(row) >= SHORTEST and own.startswith(row)]
        if len(found) > 1:
            raise SeveralCalled(count=len(found), name=row, ids=", ".join(found))
        take_back(change, workspace.people, found[0] if found else row, because)
