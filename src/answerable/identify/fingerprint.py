"""Whether an entry of a list is still what it was: by a hash of what it says, and field by field."""

from dataclasses import asdict
from typing import Any

from answerable.identify.entry import ListEntry
from answerable.model.canonical import canonical_json, sha256_hex

_WORDS = {
    "kind": "what kind of thing it is",
    "names": "the names",
    "birth_dates": "the birth dates",
    "countries": "the countries",
    "positions": "the posts",
    "programmes": "the programmes",
    "identifiers": "the numbers",
    "remarks": "the remarks",
    "listed_on": "the day of listing",
    "reason": "the reason",
}


def _told(entry: ListEntry) -> dict[str, Any]:
    """What the entry says, empty fields left out, so that a field we learn to read later changes nothing
    of an entry that does not have it.

    A day of listing that is not proven is that of the edition, and moves with every one.
    """
    fields = {name: value for name, value in asdict(entry).items() if value}
    if not fields.pop("listed_on_proven", False):
        fields.pop("listed_on", "")
    return fields


def entry_hash(entry: ListEntry) -> str:
    """One hash over what the entry says; its place in the edition is no part of it."""
    return sha256_hex(canonical_json(_told(entry)))


def what_changed(before: ListEntry, after: ListEntry) -> str:
    """The fields that differ, in words: “the names and the birth dates”; empty where none does."""
    old, new = _told(before), _told(after)
    fields = [*_WORDS, *sorted((old.keys() | new.keys()) - _WORDS.keys())]
    words = [_WORDS.get(name, name) for name in fields if old.get(name) != new.get(name)]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
