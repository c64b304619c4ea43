"""XML from strangers: no entities, no document type, no network; depth and size bounded by lxml."""

import zlib
from collections.abc import Iterator
from gzip import BadGzipFile
from typing import Any, BinaryIO

from lxml import etree

from answerable.model.errors import ListUnreadable

Element = Any
"""An lxml element; lxml has no types of its own."""


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """All text inside, one space between words."""
    return " ".join("".join(element.itertext()).split())


def elements(stream: BinaryIO, file: str, form: str) -> Iterator[tuple[str, Element]]:
    """Each element as it opens and closes; raise `ListUnreadable` for damage or a document type declaration.

    A declaration is what entity bombs and outside entities need, and no official list has one.
    """
    try:
        events = etree.iterparse(
            stream,
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for number, (event, element) in enumerate(events):
            if number == 0 and element.getroottree().docinfo.doctype:
                raise ListUnreadable(file=file, format=form, why="it declares a document type of its own")
            yield event, element
    except (etree.XMLSyntaxError, EOFError, BadGzipFile, zlib.error) as error:
        why = f"it is damaged or cut off ({error})"
        raise ListUnreadable(file=file, format=form, why=why) from error
