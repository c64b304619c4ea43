"""Writing the memo of a screening from an open workspace."""

from pathlib import Path

from answerable.answer.memo import Asker, memo
from answerable.answer.pdf import write_pdf
from answerable.answer.word import write_docx
from answerable.identify.screened import Screened
from answerable.model.canonical import sha256_hex
from answerable.model.errors import ValueRefused
from answerable.store.disk import write_durably
from answerable.workspace.workspace import Workspace

_WRITERS = {".docx": write_docx, ".pdf": write_pdf}


def write_memo(workspace: Workspace, screened: Screened, to: Path, by: str = "") -> None:
    """Write a memo as Word or PDF, by the file's ending; the log tells its hash, and not of whom it is.

    Raises `ValueRefused` for another ending, and `GlyphMissing`; then there is no file.
    """
    writer = _WRITERS.get(to.suffix.casefold())
    if writer is None:
        raise ValueRefused(value=to.name, prop="memo", why="its name ends neither in .docx nor in .pdf")
    asker = Asker(by or f"person {workspace.store.actor[:8]}", workspace.settings.organisation)
    content = writer(memo(screened, asker))
    with workspace.changing(), workspace.store.change() as change:
        change.log("memo", {"sha256": sha256_hex(content)})
    write_durably(workspace.disk, to, content)
