"""The official text of a law as Justice Canada publishes it: its days, its hash, the words of a provision.

The text is read where it is kept and shown beside our words; nothing of it is taken into a law file. The
form is that of the files at laws-lois.justice.gc.ca/eng/XML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from answerable.model.canonical import sha256_hex
from answerable.model.errors import LawTextUnreadable
from answerable.weigh.law import Law

LIMS = "{http://justice.gc.ca/lims}"
OWN = re.compile(r"ss?\. (\d[\d.]*(?:\([^)\s]+\))*)(?:[–-](\([^)]+\)))?")
"""A provision of the law's own text: “s. 4(2)(a)(i)–(ii)”."""
PARTS = ("Subsection", "Paragraph", "Subparagraph", "Clause", "Subclause")


@dataclass(frozen=True, slots=True)
class OfficialText:
    """A text as it was fetched."""

    sha256: str
    current_to: str
    """The day up to which the text says it is current."""
    amended: str
    """The day on which the text says it was last amended."""
    root: Any

    def words(self, number: str) -> str:
        """The words at ``4(2)(a)(i)``, with what stands below it; empty where there is no such provision."""
        found = self._at(number)
        return "\n".join(_lines(found, 0)) if found is not None else ""

    def since(self, number: str) -> str:
        """The day from which that provision has its present words; empty where there is none."""
        found = self._at(number)
        days = [] if found is None else [one.get(f"{LIMS}inforce-start-date", "") for one in found.iter()]
        return max(days, default="")

    def _at(self, number: str) -> Any | None:
        section, *labels = re.findall(r"^[\d.]+|\([^)]+\)", number)
        body = self.root.find("Body")
        here = next(
            (one for one in (body.iter("Section") if body is not None else ()) if _label(one) == section),
            None,
        )
        for label in labels:
            here = next((one for one in (here if here is not None else ()) if _label(one) == label), None)
        return here


def read_official(data: bytes, file: str) -> OfficialText:
    """Read a text as its publisher sent it; raise `LawTextUnreadable` for anything else."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LawTextUnreadable(file=file, why=f"it is damaged or cut off ({error})") from error
    if root.getroottree().docinfo.doctype:
        raise LawTextUnreadable(file=file, why="it declares a document type of its own")
    if root.tag not in ("Statute", "Regulation") or root.find("Body") is None:
        raise LawTextUnreadable(file=file, why="it is not a law in Justice Canada's form")
    current_to, amended = (root.get(f"{LIMS}{name}", "") for name in ("current-date", "lastAmendedDate"))
    return OfficialText(sha256_hex(data), current_to, amended, root)


def provisions(words: str) -> list[str]:
    """The numbers of the law's own provisions in words such as “s. 4(2)(a)(i)–(ii), with s. 2”.

    Those of another law, which is named before them, are left out.
    """
    found = []
    for match in OWN.finditer(words):
        if re.search(r"[A-Z]\w+ Act, $|Code, $", words[: match.start()]):
            continue
        found.append(match[1])
        if match[2]:
            found.append(match[1][: match[1].rindex("(")] + match[2])
    return found


def named_in(law: Law) -> list[str]:
    """Every provision of its own text that a law file names, each once."""
    told = [*(one.provision for one in law.requirements), *(one.provision for one in law.limbs)]
    told += [one.provision for one in law.background]
    return list(dict.fromkeys(number for words in told for number in provisions(words)))


def changed_since(text: OfficialText, law: Law, day: date) -> list[str]:
    """In sentences, what in the text is younger than the day on which the law file was checked."""
    told = []
    if law.amended and text.amended > law.amended:
        told.append(f"the text was amended on {text.amended}; the file knows of {law.amended}")
    for number in named_in(law):
        if not text.words(number):
            told.append(f"s. {number} is not in the text")
        elif text.since(number) > day.isoformat():
            told.append(f"s. {number} has other words since {text.since(number)}")
    return told


def _label(element: Any) -> str:
    return str(element.findtext("Label") or "")


def _lines(element: Any, depth: int) -> Iterator[str]:
    text = element.find("Text")
    words = " ".join("".join(text.itertext()).split()) if text is not None else ""
    yield "   " * depth + " ".join(part for part in (_label(element), words) if part)
    for below in element:
        if below.tag in PARTS:
            yield from _lines(below, depth + 1)
