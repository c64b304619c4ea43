"""XML from strangers: no entities, no document type, no network; depth and size bounded by lxml."""

import zlib
from collections.abc import Collection, Iterable, Iterator
from gzip import BadGzipFile
from typing import Any, BinaryIO

from lxml import etree

from answerable.model.errors import ListUnreadable

Element = Any
"""An lxml element; lxml has no types of its own."""


MOST = 200_000
"""Elements between one record and the next: they are held in memory, and a file with more is made to harm."""


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


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


def records(
    events: Iterable[tuple[str, Element]], tags: Collection[str], file: str, form: str
) -> Iterator[Element]:
    """Each element of these names as it closes; it and what came before it are given up afterwards.

    One inside another is part of it, and no record of its own. Raises `ListUnreadable` where more comes
    without a record than one can hold.
    """
    waiting = depth = 0
    for event, element in events:
        starts, is_record = event == "start", local(element) in tags
        waiting += starts
        depth += 0 if not is_record else 1 if starts else -1
        if waiting > MOST:
            raise ListUnreadable(file=file, format=form, why=f"a record in it has over {MOST:,} parts")
        if is_record and not starts and not depth:
            waiting = 0
            yield element
            give_up(element)


def give_up(element: Element) -> None:
    """Free an element that was read, and its siblings before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def one(element: Element, path: str) -> str:
    """The text at the first place of that path, whatever the namespace; empty where there is none."""
    return next(iter(every(element, path)), "")


def every(element: Element, path: str) -> tuple[str, ...]:
    """The texts at every place of that path, in order; those that say nothing are left out."""
    return tuple(text for text in map(text_of, parts(element, path)) if text)


def parts(element: Element, path: str) -> list[Element]:
    """The elements at every place of that path, whatever the namespace."""
    return list(element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/"))))
