"""The shape that every reader of a list has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from answerable.identify.entry import EditionInfo, ListEntry, Unreadable
from answerable.identify.manifests import manifest

Part: TypeAlias = ListEntry | Unreadable
Parts: TypeAlias = tuple[EditionInfo, Iterator[Part]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One form that lists come in, and how it is read.

    ``read`` raises `ListUnreadable`, at once or while iterating: an edition is good only when it was read to
    its end. What it cannot make an entry of is a part of its own, with its place.
    """

    form: str
    """Kept with each edition, so that it is read the same way again; never change one that was released."""
    list_id: str
    """The list that comes in this form, unless whoever hands it in says otherwise."""
    recognises: Callable[[bytes, str], bool]
    """Whether the first bytes and the name of a file are those of this form."""
    read: Callable[[BinaryIO], Parts]


def edition_of(list_id: str, published: str = "") -> EditionInfo:
    """An edition of a list that has a manifest."""
    said = manifest(list_id)
    return EditionInfo(list_id, said.title, said.publisher, published, said.standing)
