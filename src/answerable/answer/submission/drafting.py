"""Beginning an answer that is no whole submission."""

from collections.abc import Sequence
from dataclasses import replace

from answerable.answer.submission.citations import HOUSE, Citing, style_called
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.exhibits import Exhibits
from answerable.answer.submission.notes import Notes
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import Words
from answerable.model.record import Case
from answerable.record.view import View


def draft_for(
    view: View,
    case: Case,
    wording: Words,
    *,
    known: Sequence[tuple[str, str]] = (),
    prefix: str = "",
    order: tuple[str, ...] = ("contrary",),
) -> Draft:
    """What it is written with: record, words, exhibits (see `Exhibits`), and the order of its sections."""
    told = Told(view, wording.say("withheld"), wording.say("protected", code="{code}"))
    citing = Citing(told, wording, style_called(HOUSE))
    notes = Notes(told, Exhibits(told, wording, citing, known, prefix), wording, citing)
    shown = replace(case, title=told.shown(case.title), organisation=told.shown(case.organisation))
    return Draft(told, wording, notes, shown, {}, order)
