"""Answers from an open workspace: submissions in Word, PDF and HTML, and packages that can be checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from answerable.answer.addresses import Marks
from answerable.answer.document import Document, Narrative
from answerable.answer.frames import frames
from answerable.answer.html import write_html
from answerable.answer.package.making import make_package
from answerable.answer.package.reach import statements_of_case
from answerable.answer.pdf import write_pdf
from answerable.answer.recipients import Recipient, recipient
from answerable.answer.submission import Submission, compose
from answerable.answer.submission.citations import HOUSE
from answerable.answer.word import write_docx
from answerable.model.canonical import Json
from answerable.model.errors import NoLawApplied, PicturesUnvouched
from answerable.record.view import View
from answerable.store.checkpoint import file_for, read_checkpoints
from answerable.store.clock import stamp
from answerable.weigh.consent import statements_in
from answerable.weigh.laws import law_called
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.gating import gate_of
from answerable.workspace.handing import check_formats, file_name, hand_out
from answerable.workspace.marking import marks_for
from answerable.workspace.picturing import unvouched
from answerable.workspace.workspace import Workspace

WRITERS: dict[str, Callable[[Document, Marks | None], bytes]] = {
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
    carried: dict[str, list[str]]
    """Whose words it carries: the people by their ids, each with the statements."""

    @property
    def unwritten(self) -> list[str]:
        """The sections in which it still says what belongs there."""
        blocks = self.submission.document.blocks
        return [block.key for block in blocks if isinstance(block, Narrative) and not block.written]

    @property
    def about(self) -> dict[str, Json]:
        """What the log tells of it, so that it can be made again when its Word file comes back, and so that
        a supplement knows whom it named.
        """
        draft, named = self.marks.draft(self.submission.document), list(self.weighed.case.subjects)
        told: dict[str, Json] = {"draft": draft, "on": self.on.isoformat(), "in": self.language}
        return {**told, "under": list(self.laws), "citations": self.citations, "named": [*named]}


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
    name = file_name(slug, to.id, language)
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
    at: str = "",
) -> Draft:
    """The same before any file is written of it; with ``at`` against the official lists of that moment."""
    laws = laws_for(view, slug, to, under)
    weighed = weigh_case(workspace, view, slug, laws, today, language, at)
    submission = compose(
        view,
        weighed.case,
        weighed.matrix,
        recipient=to.name_in(language),
        made_on=today.isoformat(),
        listings=weighed.listings,
        frame=frames()[to.id],
        language=language,
        citations=citations,
    )
    cited = [*statements_in(weighed.matrix), *(note.statement for note in submission.notes)]
    passages = {note.passage for note in submission.notes}
    weighed = replace(weighed, gate=gate_of(view, weighed.case, cited, passages))
    marks = marks_for(workspace.keys, weighed.case.id, to, laws, today, language)
    carried = view.carried([note.statement for note in submission.notes])
    return Draft(to, weighed, submission, {}, marks, today, tuple(laws), language, citations, carried)


def laws_for(view: View, slug: str, to: Recipient, under: Sequence[str]) -> list[str]:
    """The laws of ``under``, or else of the case, that a recipient applies; raise `NoLawApplied`."""
    laws = to.applies([law_called(name).id for name in under] or view.case(slug).laws)
    if not laws:
        raise NoLawApplied(case=slug, recipient=to.name)
    return laws


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
    check_formats(formats, WRITERS)
    written_to = recipient(to)
    with workspace.view(written_to.audience) as view:
        made = draft(workspace, view, slug, written_to, under, today, language, formats, citations)
    return made, hand_out(workspace, "submit", _about(made), folder, made.files)


def package(
    workspace: Workspace,
    slug: str,
    to: str,
    folder: Path,
    *,
    under: Sequence[str] = (),
    language: str = "en",
    citations: str = HOUSE,
    today: date,
) -> Path:
    """Make the package of a case: submission, evidence, texts, log extract and verifier, in one ZIP.

    The submission in it is what `submit` drafts in Word and PDF for the same words. The package is checked
    with the very program that goes into it before it is handed out. Raises `PicturesUnvouched` where a file
    in it holds pictures whose provenance two people did not note.
    """
    written_to = recipient(to)
    workspace.checkpoint()
    with workspace.view(written_to.audience) as view:
        made = draft(workspace, view, slug, written_to, under, today, language, citations=citations)
        footnotes = [note.statement for note in made.submission.notes]
        known = file_for(Path(workspace.settings.checkpoints), workspace.settings.chain)
        reached = statements_of_case(view, made.weighed.case, footnotes)
        statements = [one.id for said in reached.values() for one in said]
        _check_pictures(view, statements)
        made = replace(made, carried=view.carried(statements))
        content = make_package(
            view,
            made.weighed.case,
            made.files,
            footnotes=footnotes,
            public_key=workspace.keys.public_key,
            checkpoints=list(read_checkpoints(known, workspace.keys.public_key)),
            made_at=stamp(workspace.store.clock()),
            entropy=workspace.store.entropy,
        )
    name = f"{file_name(slug, to, language)}.zip"
    (path,) = hand_out(workspace, "package", _about(made), folder, {name: content})
    return path


def _check_pictures(view: View, statements: Sequence[str]) -> None:
    """Raise `PicturesUnvouched` where a file that a package would hold has pictures nobody vouches for."""
    cited = [one for statement in statements for one in view.citations(statement)]
    for title in unvouched(view, [one.passage for one in cited]):
        raise PicturesUnvouched(source=title)


def _about(made: Draft) -> dict[str, Json]:
    carried: dict[str, Json] = {**made.carried}
    about: dict[str, Json] = {"case": made.weighed.case.slug, "recipient": made.recipient.id}
    return {**about, "carried": carried, **made.about}
