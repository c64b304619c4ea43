"""Which stretches of a text are read from the right, so that a name stays whole among Latin words."""

import re
from dataclasses import replace

from answerable.answer.document import Run
from answerable.answer.fonts import language_parts

_LETTERS = "\u0591-\u07ff\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STRETCH = re.compile(f"([{_LETTERS}]+(?:[ \u00a0\u200c\u200d.\u00b7'’-]+[{_LETTERS}]+)*)")
_BEGINS = re.compile(rf"[\W\d_]*[{_LETTERS}]")
_HEBREW = re.compile("[\u0591-\u05f4\ufb1d-\ufb4f]")
# Letters of Uyghur that Arabic and Persian do not write.
_UYGHUR = re.compile("[\u06d5\u06c6\u06c7\u06c8\u06cb\u06d0\u06ad]")
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
LEFT_TO_RIGHT_MARK = "\u200e"
"""Word is given one after each name from the right: without it a number that follows would be drawn to its
left."""
_MARKED = re.compile(f"(?<=[{_LETTERS}]){LEFT_TO_RIGHT_MARK}")
_LANGUAGES = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")


def is_from_the_right(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return language_parts(tag)[0] in _LANGUAGES


def without_marks(text: str) -> str:
    """Words from a Word file without the marks that were set after names from the right."""
    return _MARKED.sub("", text)


def directed(run: Run) -> tuple[Run, ...]:
    """The run in pieces that are read in one direction each; those from the right, and only they, have a
    language that is.

    Words of a source in such a language stay in one piece where they begin with its letters: the numbers and
    Latin words among them follow its order. Elsewhere each name is a piece, and its language is told from
    its letters.
    """
    if is_from_the_right(run.language) and _BEGINS.match(run.text):
        return (run,)
    around = "" if is_from_the_right(run.language) else run.language
    pieces = _STRETCH.split(run.text)
    return tuple(
        replace(run, text=piece, language=_language(piece, run.language) if place % 2 else around)
        for place, piece in enumerate(pieces)
        if piece or len(pieces) == 1
    )


def _language(piece: str, of_run: str) -> str:
    if is_from_the_right(of_run):
        return of_run
    if _HEBREW.search(piece):
        return "he"
    if _UYGHUR.search(piece):
        return "ug"
    return "fa" if _PERSIAN.search(piece) else "ar"
