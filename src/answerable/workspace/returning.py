"""Word files that came back: what is different in them, and taking in what is the lawyer's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from answerable.answer.addresses import addressed
from answerable.answer.recipients import recipient
from answerable.answer.returned import Returned, compare, is_address, originals
from answerable.answer.submission.citations import HOUSE
from answerable.answer.word import write_docx
from answerable.model.canonical import sha256_hex
from answerable.model.errors import ReturnedElsewhere, ReturnedUnknown, ReturnedUnmarked
from answerable.model.ids import derived_id
from answerable.model.record import Case, KeptComment, Written
from answerable.read.edited import EditedWord
from answerable.read.reader import Reader
from answerable.record.comments import keep_comment
from answerable.record.narratives import FOR, for_recipient, write_narrative
from answerable.workspace.answering import composed
from answerable.workspace.drafts import drafts, marks_in
from answerable.workspace.files import read_bytes_of
from answerable.workspace.joining import Joined, join
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CameBack:
    """What came back in a Word file, set against the draft it was made from."""

    case: Case
    to: str
    file_sha256: str
    is_older: bool
    """Whether the record has changed since the file was made."""
    returned: Returned
    sections: tuple[Joined, ...]
    """The lawyer's sections that read differently, and whether each can be taken in."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was kept of it."""

    sections: tuple[str, ...]
    comments: int


def came_back(workspace: Workspace, file: Path, slug: str, to: str) -> CameBack:
    """Read an edited draft of a case to one recipient. Nothing is changed by it.

    Raises `ReturnedUnmarked`, `ReturnedElsewhere`, `ReturnedUnknown`, `NothingCalled`, and what reading
    raises for a file that is none of Word's.
    """
    data, written_to = read_bytes_of(file), recipient(to)
    with Reader() as reader, workspace.view(written_to.audience) as view:
        case = view.case(slug)
        edited = reader.read_edited(data, file.name)
        drafted = _draft_of(workspace, edited, file.name, slug, to)
        on, laws, language = date.fromisoformat(drafted["on"]), drafted["under"], drafted["in"]
        citations = drafted.get("citations", HOUSE)
        made = composed(workspace, view, slug, written_to, laws, on, language, citations)
        document = made.submission.document
        own = reader.read_edited(write_docx(document, made.marks), file.name)
        before = originals(list(addressed(document, made.marks.mark)), own, made.submission.notes)
        shown = view.written(case.id)
    returned = compare(before, edited)
    is_older = made.marks.draft(document) != drafted["draft"]
    record = for_recipient(_in_the_record(workspace, case.id), to)
    joined = join(returned.sections, for_recipient(shown, to), record)
    return CameBack(case, to, sha256_hex(data), is_older, returned, tuple(joined))


def take_in(
    workspace: Workspace, back: CameBack, *, privileged: bool = False, only_here: bool = False
) -> TakenIn:
    """Keep what can be taken in: each section as a new version, each comment once; ``privileged`` marks the
    comments as counsel's own work, and with ``only_here`` the sections are for this recipient alone, while
    others go on reading what stood. What was made from the record stays as the record has it.
    """
    taken = [one for one in back.sections if not one.why_not]
    kept_apart = {one.section for one in _in_the_record(workspace, back.case.id)}
    with workspace.changing(), workspace.store.change() as change:
        sharing = frozenset({str(recipient(back.to).audience)})
        for one in taken:
            own = f"{one.key}{FOR}{back.to}"
            apart = only_here or own in kept_apart
            key, labels = (own, sharing) if apart else (one.key, one.sharing or sharing)
            version = write_narrative(change, back.case.id, key, one.body, labels)
            about = {"case": back.case.id, "narrative": version, "file": back.file_sha256}
            change.log("narrative", about)
        kept = [keep_comment(change, one) for one in _comments(back, change.actor, change.at, privileged)]
        change.log("returned", {"case": back.case.id, "file": back.file_sha256, "comments": sum(kept)})
    return TakenIn(tuple(one.key for one in taken), sum(kept))


def kept_comments(workspace: Workspace, slug: str) -> list[KeptComment]:
    """The comments kept of a case; raise `NothingCalled`."""
    with workspace.view() as view:
        return view.comments(view.case(slug).id)


def _comments(back: CameBack, by: str, at: str, privileged: bool) -> Iterator[KeptComment]:
    for one in back.returned.comments:
        # What a file says of itself may hold anything; the parts of an id may not hold this.
        parts = (part.replace("\x1f", " ") for part in (one.author, one.at, one.text))
        yield KeptComment(
            id=derived_id("comment", back.case.id, back.to, *parts),
            case=back.case.id,
            recipient=back.to,
            author=one.author,
            said_at=one.at,
            body=one.text,
            paragraph=one.paragraph,
            privileged=privileged,
            file_sha256=back.file_sha256,
            by=by,
            at=at,
        )


def _in_the_record(workspace: Workspace, case: str) -> list[Written]:
    with workspace.view() as view:
        return view.written(case)


def _draft_of(workspace: Workspace, edited: EditedWord, file: str, slug: str, to: str) -> dict[str, Any]:
    """What the log tells of the draft that a file was made from."""
    marks = marks_in(edited)
    if not any(map(is_address, marks)):
        raise ReturnedUnmarked(file=file)
    made = list(drafts(workspace, marks))
    for one in made:
        if (one["case"], one["recipient"]) == (slug, to):
            return one
    if made:
        raise ReturnedElsewhere(file=file, case=made[0]["case"], recipient=made[0]["recipient"])
    raise ReturnedUnknown(file=file, recipient=to)
