"""Answers from an open workspace: submissions in Word, PDF and HTML, and packages that can be checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from answerable.answer.addresses import Marks
from answerable.answer.document import Document
from answerable.answer.frames import frames
from answerable.answer.html import write_html
from answerable.answer.package.making import make_package
from answerable.answer.pdf import write_pdf
from answerable.answer.recipients import Recipient, recipient
from answerable.answer.submission import Submission, compose
from answerable.answer.submission.citations import HOUSE
from answerable.answer.word import write_docx
from answerable.model.canonical import Json, sha256_hex
from answerable.model.errors import NoLawApplied, NothingCalled
from answerable.model.nearest import nearest
from answerable.record.view import View
from answerable.store.checkpoint import file_for, read_checkpoints
from answerable.store.clock import stamp
from answerable.store.disk import write_durably
from answerable.weigh.laws import law_called
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.marking import marks_for
from answerable.workspace.workspace import Workspace

WRITERS: dict[str, Callable[[Document, Marks], bytes]] = {
    "docx": write_docx,
    "pdf": lambda document, _: write_pdf(document),
    "html": lambda document, _: write_html(document),
}
"""What writes a document in each format that can be asked for; only Word's can come back edited."""
USUAL = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Draft:
    """A submission for one recipient, drafted. File contents by name."""

    recipient: Recipient
    weighed: Weighed
    submission: Submission
    files: dict[str, bytes]
    marks: Marks
    on: date
    laws: tuple[str, ...]
    language: str
    citations: str

    @property
    def about(self) -> dict[str, Json]:
        """What the log tells of it, so that it can be made again when its Word file comes back."""
        draft = self.marks.draft(self.submission.document)
        about: dict[str, Json] = {"draft": draft, "on": self.on.isoformat(), "in": self.language}
        return {**about, "under": list(self.laws), "citations": self.citations}


def draft(
    workspace: Workspace,
    view: View,
    slug: str,
    to: Recipient,
    under: Sequence[str],
    today: date,
    language: str = "en",
    formats: Sequence[str] = USUAL,
    citations: str = HOUSE,
) -> Draft:
    """Draft a case's submission as ``to`` may see it; ``view`` must be opened for that audience.

    It is drafted under the laws of ``under``, or else of the case, that this recipient applies.

    ``citations`` is the style in which its notes name their sources.

    Raises `NothingCalled`, `NoLawApplied`, `WouldReveal` and `GlyphMissing`; then there is no file.
    """
    made = composed(workspace, view, slug, to, under, today, language, citations)
    name = f"{slug}-{to.id}" if language == "en" else f"{slug}-{to.id}-{language}"
    for form in formats:
        made.files[f"{name}.{form}"] = WRITERS[form](made.submission.document, made.marks)
    return made


def composed(
    workspace: Workspace,
    view: View,
    slug: str,
    to: Recipient,
    under: Sequence[str],
    today: date,
    language: str = "en",
    citations: str = HOUSE,
) -> Draft:
    """The same before any file is written of it."""
    laws = to.applies([law_called(name).id for name in under] or view.case(slug).laws)
    if not laws:
        raise NoLawApplied(case=slug, recipient=to.name)
    weighed = weigh_case(workspace, view, slug, laws, today, language)
    submission = compose(
        view,
        weighed.case,
        weighed.matrix,
        recipient=to.name_in(language),
        made_on=today.isoformat(),
        listings=weighed.matches,
        frame=frames()[to.id],
        language=language,
        citations=citations,
    )
    marks = marks_for(workspace.keys, weighed.case.id, to, laws, today, language)
    return Draft(to, weighed, submission, {}, marks, today, tuple(laws), language, citations)


def submit(
    workspace: Workspace,
    slug: str,
    to: str,
    folder: Path,
    *,
    under: Sequence[str] = (),
    formats: Sequence[str] = USUAL,
    language: str = "en",
    citations: str = HOUSE,
    today: date,
) -> tuple[Draft, list[Path]]:
    """Draft a submission and write it into ``folder``; what was written is in the log by its hash.

    ``formats`` are names in `WRITERS`; raise `NothingCalled` for any other, before anything is drafted.
    Files of another language than English say so in their names.
    """
    for form in formats:
        if form not in WRITERS:
            raise NothingCalled(kind="format", name=form, nearest=nearest(form, WRITERS))
    written_to = recipient(to)
    with workspace.view(written_to.audience) as view:
        made = draft(workspace, view, slug, written_to, under, today, language, formats, citations)
    return made, _write(workspace, "submit", made, folder, made.files)


def package(workspace: Workspace, slug: str, to: str, folder: Path, *, today: date) -> Path:
    """Make the package of a case: submission, evidence, texts, log extract and verifier, in one ZIP.

    It is checked with the very program that goes into it before it is handed out.
    """
    written_to = recipient(to)
    workspace.checkpoint()
    with workspace.view(written_to.audience) as view:
        made = draft(workspace, view, slug, written_to, (), today)
        known = file_for(Path(workspace.settings.checkpoints), workspace.settings.chain)
        content = make_package(
            view,
            made.weighed.case,
            made.files,
            footnotes=[note.statement for note in made.submission.notes],
            public_key=workspace.keys.public_key,
            checkpoints=list(read_checkpoints(known, workspace.keys.public_key)),
            made_at=stamp(workspace.store.clock()),
            entropy=workspace.store.entropy,
        )
    (path,) = _write(workspace, "package", made, folder, {f"{slug}-{to}.zip": content})
    return path


def _write(
    workspace: Workspace, action: str, made: Draft, folder: Path, files: dict[str, bytes]
) -> list[Path]:
    hashes: dict[str, Json] = {name: sha256_hex(content) for name, content in files.items()}
    with workspace.changing(), workspace.store.change() as change:
        about: dict[str, Json] = {"case": made.weighed.case.slug, "recipient": made.recipient.id}
        change.log(action, {**about, "files": hashes, **made.about})
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        write_durably(workspace.disk, path, content)
    return paths
