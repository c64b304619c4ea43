"""The bulk list of a case, made in an open workspace."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from answerable.answer.bulk_list import BulkList, make_bulk_list, write_sheets
from answerable.answer.package.leaks import find_leak
from answerable.answer.pdf import write_pdf
from answerable.answer.recipients import recipient
from answerable.answer.word import write_docx
from answerable.model.errors import WouldReveal
from answerable.workspace.answering import laws_for
from answerable.workspace.asking import weigh_case
from answerable.workspace.handing import check_formats, file_name, hand_out, noted
from answerable.workspace.workspace import Workspace

FORMATS = ("xlsx", "docx", "pdf")


def bulk_list(
    workspace: Workspace,
    slug: str,
    to: str,
    folder: Path,
    *,
    under: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    language: str = "en",
    today: date,
) -> tuple[BulkList, list[Path]]:
    """Write the bulk list of a case for one recipient into ``folder``, weighed under the laws they apply.

    Raises `NothingCalled`, `NoLawApplied`, `WouldReveal` and `GlyphMissing`; then there is no file.
    """
    check_formats(formats, FORMATS)
    written_to = recipient(to)
    with workspace.view(written_to.audience) as view:
        laws = laws_for(view, slug, written_to, under)
        weighed = weigh_case(workspace, view, slug, laws, today, language)
        made = make_bulk_list(
            view,
            weighed.case,
            weighed.matrix,
            weighed.listings,
            recipient=written_to.name_in(language),
            frame=to,
            made_on=today.isoformat(),
            language=language,
        )
        name = file_name(slug, to, "names", language)
        files = {f"{name}.{form}": _written(made, form) for form in formats}
        carried = view.carried([said for line in made.lines for said in line.rests_on])
        if leaking := find_leak(files, view.must_not_appear):
            raise WouldReveal(audience=view.audience, where=leaking)
    about = noted(slug, to, today, laws, language, carried)
    return made, hand_out(workspace, "bulk-list", about, folder, files)


def _written(made: BulkList, form: str) -> bytes:
    if form == "docx":
        return write_docx(made.document)
    if form == "pdf":
        return write_pdf(made.document)
    return write_sheets(made)
