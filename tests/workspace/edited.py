"""What tests of Word edits share: a drafted case with the lawyer's own words in it, and edits of its file."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from answerable.model.audience import PRIVILEGED, parse_sharing
from answerable.record.narratives import write_narrative
from answerable.workspace import Workspace
from answerable.workspace.answering import submit
from answerable.workspace.returning import CameBack, came_back
from tests.answer.submission.case import workspace as harbour

DAY = date(2031, 7, 1)
ARABIC = "سالم بن نادر الكوثري"
"""An invented name."""

SUMMARY = f"""\
We ask that LAM Ka-ho be considered, with {ARABIC}, 61 years old.

He was appointed in 2030.[^{{post}}] He gave the order himself.[^{{order}}] Nobody was charged.

The choir asks for an answer."""
"""What the lawyer wrote, with a reference to be filled in for each of two facts."""

Edit = Callable[[Any], None]
"""Changes an opened Word document."""


@contextmanager
def written(folder: Path, summary: str = SUMMARY) -> Iterator[Workspace]:
    """A workspace with the case of the harbour, a summary with citations and a privileged section."""
    with harbour(folder) as workspace:
        write(workspace, "summary", summary.format(**references(workspace)))
        write(workspace, "advice", "Counsel thinks that the second limb is weak.", PRIVILEGED)
        yield workspace


def references(workspace: Workspace) -> dict[str, str]:
    """The ids of the statements that a summary cites, by what it calls them."""
    with workspace.view() as view:
        lam = view.case("harbour").subjects[0]
        post = view.referring(lam, "holder")[0].canonical
        order = next(
            one.canonical
            for one in view.referring(lam, "perpetrator")
            if any(said.value == "ordered" for said in view.statements(one.canonical))
        )
        return {
            "post": view.statements(post, ["startDate"])[0].id[:8],
            "order": view.statements(order, ["degree"])[0].id[:8],
        }


def write(workspace: Workspace, section: str, body: str, sharing: str = "recipients") -> None:
    """Write a section of the case, as the casefile would."""
    labels = frozenset({PRIVILEGED}) if sharing == PRIVILEGED else parse_sharing(sharing)
    with workspace.view() as view:
        case = view.case("harbour").id
    with workspace.changing(), workspace.store.change() as change:
        about = write_narrative(change, case, section, body, labels)
        change.log("narrative", {"case": case, "narrative": about})


def body_of(workspace: Workspace, section: str) -> str:
    """How a section stands in the record."""
    with workspace.view() as view:
        return {one.section: one.body for one in view.written(view.case("harbour").id)}.get(section, "")


def draft(workspace: Workspace, folder: Path, to: str = "ca", language: str = "en") -> Path:
    """The Word file of a draft."""
    made = submit(workspace, "harbour", to, folder, formats=["docx"], language=language, today=DAY)
    return made[1][0]


def edited(path: Path, *edits: Edit) -> Path:
    """The file with these edits, beside it."""
    document = docx.Document(str(path))
    for edit in edits:
        edit(document)
    document.save(str(path.with_name("edited.docx")))
    return path.with_name("edited.docx")


def back(workspace: Workspace, path: Path, to: str = "ca") -> CameBack:
    """What came back in the file."""
    return came_back(workspace, path, "harbour", to)


def paragraph(document: Any, words: str) -> Paragraph:
    """The first paragraph that holds these words, in a table too."""
    every = (Paragraph(one, document) for one in document.element.body.iter(qn("w:p")))
    return next(one for one in every if words in one.text)


def typed_over(words: str, new: str) -> Edit:
    """Types over words that stand in one run."""

    def edit(document: Any) -> None:
        run = next(one for one in paragraph(document, words).runs if words in one.text)
        run.text = run.text.replace(words, new)

    return edit


def typed_below(words: str, new: str) -> Edit:
    """Types a new paragraph below the one that holds the words."""

    def edit(document: Any) -> None:
        above = paragraph(document, words)
        made = document.add_paragraph(new)
        above._p.addnext(made._p)

    return edit


def removed(words: str) -> Edit:
    """Deletes a paragraph with its bookmark, as an editor does."""

    def edit(document: Any) -> None:
        gone = paragraph(document, words)._p
        gone.getparent().remove(gone)

    return edit


def remarked(words: str, author: str, text: str) -> Edit:
    """Puts a comment on the paragraph that holds the words."""
    return lambda document: document.add_comment(paragraph(document, words).runs, text, author, author[:1])


def unmarked(words: str) -> Edit:
    """Takes the bookmark from a paragraph, as pasting over it does."""

    def edit(document: Any) -> None:
        element = paragraph(document, words)._p
        for mark in element.findall(qn("w:bookmarkStart")):
            element.remove(mark)

    return edit


def told(found: CameBack) -> list[tuple[str, str, str, str]]:
    """The differences: what happened, whose it is, and how it read and reads."""
    return [(str(one.kind), one.section, one.old, one.new) for one in found.returned.differences]


def sections(found: CameBack) -> Mapping[str, str]:
    """How each section that can be taken in would read."""
    return {one.key: one.body for one in found.sections if not one.why_not}
