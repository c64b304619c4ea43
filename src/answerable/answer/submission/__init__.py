"""In: a View, a case and its matrix. Out: the submission as a document, with an index of its notes.

Promises: every fact has a note with the exact words; both sides are shown; what the View hides is not in
it; the lawyer's own words stay apart; the same record gives the same document.
"""

from answerable.answer.submission.compose import Submission, compose
from answerable.answer.submission.notes import Note
from answerable.answer.submission.reveal import must_not_reveal

__all__ = ["Note", "Submission", "compose", "must_not_reveal"]
