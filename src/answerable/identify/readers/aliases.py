"""Several names in one field: taken apart as the field itself marks them, never spelt anew."""

import re

from answerable.identify.entry import ListedName, Quality

LONGEST = 10_000
"""Characters of a field that is taken apart; a longer one is kept whole."""
_LEGAL = (
    r"(?:Ltd|Limited|Inc|LLC|LLP|PLC|Co|Company|Corp|Corporation|GmbH|AG|S\.?A|S\.?L|B\.?V|N\.?V|OAO|OOO"
    r"|PJSC|JSC|Jr|Sr)\b"
)
_NOT_INSIDE = r"(?![^()]*(?<!\s[a-z])\))"
"""Not inside brackets; the bracket of “b)” closes none."""
_KNOWN_AS = r"\b[afnAFN]\. ?[kK]\. ?[aA]\b\.?:?|\b[afn]ka\b:?"
_MARKED = re.compile(rf"(?:[;\n]|(?:^|(?<=\s))[a-z]\)\s|{_KNOWN_AS}){_NOT_INSIDE}")
_COMMAS = re.compile(rf",(?!\s*{_LEGAL}){_NOT_INSIDE}", re.IGNORECASE)
_LANGUAGES = (
    "Arabic|Armenian|Azerbaijani|Belarusian|Burmese|Chinese|Dari|English|Farsi|French|Georgian|Hebrew|Korean"
    "|Pashto|Persian|Russian|Spanish|Tibetan|Ukrainian|Urdu|Uyghur|Vietnamese"
)
_BEFORE = re.compile(rf"\(?(?:in )?({_LANGUAGES})\s*[:\-–]\s*(.+?)\)?", re.IGNORECASE)
_INSIDE = re.compile(rf"(.+?)\s*\(({_LANGUAGES})\s*[:\-–]\s*(.+)\)", re.IGNORECASE)
_AFTER = re.compile(rf"(.+?)\s*\((?:in )?({_LANGUAGES})\)", re.IGNORECASE)


def packed(
    text: str, quality: Quality = "strong", relation: str = "a.k.a.", *, commas: bool = True
) -> tuple[ListedName, ...]:
    """The names in a field. Where other marks part them, a comma belongs to a name, as it does before “Ltd”.

    A language that stands as a label with a name becomes its relation: a language is not a script.
    """
    if len(text) > LONGEST:
        return (ListedName(text, quality, relation=relation),)
    pieces = [piece for piece in map(_trimmed, _MARKED.split(text)) if piece]
    if commas and len(pieces) == 1 and not _MARKED.search(text):
        pieces = [piece for piece in map(_trimmed, _COMMAS.split(text)) if piece]
    found = (name for piece in pieces for name in _labelled(piece, quality, relation))
    return tuple(dict.fromkeys(found))


def note_on(field: str, text: str, names: tuple[ListedName, ...]) -> tuple[str, ...]:
    """A note that keeps the field as published, where it was taken apart or a label was taken off."""
    if [name.text for name in names] in ([text], []):
        return ()
    return (f"{field} as published: {text}",)


def _trimmed(piece: str) -> str:
    return piece.strip(" \t,;:")


def _labelled(piece: str, quality: Quality, relation: str) -> tuple[ListedName, ...]:
    if found := _BEFORE.fullmatch(piece):
        return (ListedName(found[2], quality, relation=found[1]),)
    if found := _AFTER.fullmatch(piece):
        return (ListedName(found[1], quality, relation=found[2]),)
    if found := _INSIDE.fullmatch(piece):
        return ListedName(found[1], quality, relation=relation), ListedName(
            found[3], quality, relation=found[2]
        )
    return (ListedName(piece, quality, relation=relation),)
