"""The last look: whether a document says what its reader must not be told."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from answerable.answer.document import Content, Document, Footnote, Heading, Run
from answerable.answer.shown import contents
from answerable.model.audience import Audience
from answerable.model.errors import WouldReveal
from answerable.names.tables import simplify
from answerable.record.view import View

_YEAR = re.compile(r"\d{4}")
_LONG = 8
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def must_not_reveal(document: Document, view: View) -> None:
    """Raise `WouldReveal`, naming the section, where words of the document name a protected person."""
    must_not_name(document, view.must_not_appear, view.audience)


def must_not_name(document: Document, names: Collection[str], audience: Audience) -> None:
    """Raise `WouldReveal`, naming the section, where the document has one of these names.

    Case, accents, width, punctuation, hidden characters and the two forms of Chinese characters make no
    difference. A year alone names nobody, and is not looked for.
    """
    secrets = [secret for secret in names if not _YEAR.fullmatch(secret)]
    for where, words in _texts(document):
        if any(_says(words, secret) for secret in secrets):
            raise WouldReveal(audience=audience, where=where)


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text, with the heading it stands under; a note is a text of its own."""
    where = document.title
    yield where, document.title
    for block in document.blocks:
        where = block.text if isinstance(block, Heading) else where
        for content in contents(block):
            yield from ((where, words) for words in _joined(content))


def _joined(content: Content) -> Iterator[str]:
    yield "".join(item.text for item in content if isinstance(item, Run))
    for item in content:
        if isinstance(item, Footnote):
            yield "".join(run.text for run in item.runs)


def _says(words: str, secret: str) -> bool:
    looked_for, told = _plain(secret), _plain(words)
    if not looked_for:
        return secret in words
    if f" {looked_for} " in f" {told} ":
        return True
    # Written together or parted elsewhere: Sin-yau, Sinyau. A short word would be found inside others.
    together = looked_for.replace(" ", "")
    return len(together) >= _LONG and together in told.replace(" ", "")


def _plain(text: str) -> str:
    """The words in lower case with one space between them; each Chinese character is a word."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(_WORD.findall(_HAN.sub(lambda han: f" {simplify(han[0])} ", letters)))
