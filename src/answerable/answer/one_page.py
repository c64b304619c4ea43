"""Fitting a document on one page: ways of telling less are tried in turn, and what is left out is said."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from answerable.answer.document import Document, Paragraph, Run
from answerable.answer.pdf import page_count

W = TypeVar("W")


def fitted(ways: Iterable[W], composed: Callable[[W], Document], *, spare: int = 0) -> tuple[Document, W]:
    """The first of these documents that is one page with ``spare`` empty paragraphs to go, else the last; and
    the way it is told.

    Other programs set Word files in other fonts, some of them wider than ours: hence what is spared.
    """
    made: tuple[Document, W] | None = None
    left = (Paragraph((Run("\u00a0"),)),) * spare
    for way in ways:
        document = composed(way)
        made = document, way
        if page_count(replace(document, blocks=(*document.blocks, *left))) == 1:
            break
    if made is None:
        raise ValueError("there is no way to tell it")
    return made
