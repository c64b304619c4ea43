"""The submission of a case to one recipient or to the public, composed from what a View shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from answerable.answer.document import Block, Document
from answerable.answer.frames import Frame, frames
from answerable.answer.shown import footnotes, texts
from answerable.answer.submission.acts import Acts, facts_section
from answerable.answer.submission.after import (
    confidentiality_section,
    further_section,
    method_section,
    national_interest_section,
)
from answerable.answer.submission.citations import HOUSE, Citing, style_called
from answerable.answer.submission.contrary import contradicted, contrary_section, relevant
from answerable.answer.submission.cover import cover, submitter_section, summary_section
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.exhibits import Exhibits
from answerable.answer.submission.law_tables import law_section
from answerable.answer.submission.notes import Note, Notes
from answerable.answer.submission.parties import parties_section
from answerable.answer.submission.responsibility import responsibility_section
from answerable.answer.submission.reveal import must_not_reveal
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import words
from answerable.identify.match import NOBODY_ASKED, Listings
from answerable.model.record import Case
from answerable.record.view import View
from answerable.weigh.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission, and what each of its notes rests on, in the order of their numbers."""

    document: Document
    notes: tuple[Note, ...]


def compose(
    view: View,
    case: Case,
    matrix: Matrix,
    *,
    recipient: str,
    made_on: str,
    listings: Listings = NOBODY_ASKED,
    language: str = "en",
    frame: Frame | None = None,
    citations: str = HOUSE,
) -> Submission:
    """The submission of the case as this View shows it, weighed in ``matrix`` under the same View.

    ``recipient`` is what to call the reader (“the Minister of Foreign Affairs of Canada”), ``made_on`` a
    day (2031-07-01), ``listings`` what screening found for each subject that was screened, and where;
    ``frame`` how it is set for that reader, by default as for the public. Our own words use that reader's
    house terms; quotations stay as spoken. ``citations`` is the style in which notes name their sources.
    The same record and inputs give the same submission. Raises `WouldReveal` where the document would name
    a protected person or the matrix was weighed under a wider View, and `ValueError` where a fact has no
    citation, and `NothingCalled` for a language without a wording and a style that is not there.
    """
    if matrix.case.id != case.id:
        raise ValueError("the matrix is of another case")
    frame = frame or frames()["public"]
    wording = words(language, frame.id)
    told = Told(view, wording.say("withheld"), wording.say("protected", code="{code}"))
    citing = Citing(told, wording, style_called(citations))
    exhibits = Exhibits(told, wording, citing)
    notes = Notes(told, exhibits, wording, citing)
    narratives = {key: told.shown(body) for key, body in view.narratives(case.id).items()}
    case = replace(
        case,
        title=told.shown(case.title),
        organisation=told.shown(case.organisation),
        # Of whom this reader may see nothing they are not told either that there is somebody.
        subjects=tuple(one for one in case.subjects if view.statements(one) or view.pointing_at(one)),
    )
    matrix = Matrix(case, tuple(row for row in matrix.rows if row.subject in case.subjects))
    draft = Draft(told, wording, notes, case, narratives, frame.order)
    front = cover(draft, matrix, frame, recipient, made_on)
    today = date.fromisoformat(made_on)
    sections = _sections(draft, frame, matrix, exhibits, recipient, today, listings)
    shown = "\n".join(texts(Document(front.title, language, tuple(_flat(sections, frame)))))
    sections["confidentiality"] = confidentiality_section(
        draft, frame, exhibits, sections["confidentiality"], shown
    )
    sections["exhibits"] = exhibits.section(draft.title("exhibits"))
    sections["method"] = method_section(draft)
    document = Document(front.title, language, (front, *_flat(sections, frame)))
    check_order(document, notes)
    must_not_reveal(document, view)
    return Submission(document, tuple(notes.index))


def _sections(
    draft: Draft,
    frame: Frame,
    matrix: Matrix,
    exhibits: Exhibits,
    recipient: str,
    today: date,
    listings: Listings,
) -> dict[str, list[Block]]:
    """The sections with words of the case, written in the frame's order, since notes are counted.

    What counts the others has no notes, and is set before its narrative when they are written.
    """
    acts = Acts(draft.told, draft.case.subjects)
    writers: dict[str, Callable[[], list[Block]]] = {
        "submitter": lambda: submitter_section(draft, frame),
        "named": lambda: parties_section(draft, listings),
        "summary": lambda: [*draft.narrative("summary", needed=True, recipient=recipient)],
        "facts": lambda: facts_section(draft, acts),
        "responsibility": lambda: responsibility_section(draft, acts),
        "law": lambda: law_section(draft, acts, matrix, today),
        "contrary": lambda: contrary_section(draft, acts, matrix),
        "national-interest": lambda: national_interest_section(draft),
        "confidentiality": lambda: [*draft.narrative("confidentiality")],
        "further": lambda: further_section(draft),
    }
    made = {name: writers[name]() for name in frame.order if name in writers}
    counts = {
        "named": len(draft.case.subjects),
        "acts": len(acts.number),
        "exhibits": len(exhibits.every()),
        "contradicted": len(contradicted(draft, relevant(draft, acts, matrix))),
    }
    made["summary"] = summary_section(draft, made["summary"], counts)
    return made


def _flat(sections: dict[str, list[Block]], frame: Frame) -> list[Block]:
    return [block for name in frame.order for block in sections.get(name, ())]


def check_order(document: Document, notes: Notes) -> None:
    """Raise `ValueError` where notes were not made, and so counted, in the order in which they are met."""
    met = footnotes(document)
    if len(met) != len(notes.made) or any(a is not b for a, b in zip(met, notes.made, strict=True)):
        raise ValueError("the notes were not made in reading order")
