"""What changed between two editions of a list, by the publisher's own keys, in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields

from answerable.identify.entry import Identifier, ListedName, ListEntry
from answerable.identify.readers.keys import reference_of

SKIPPED = frozenset({"key", "notes", "listed_on", "listed_on_proven"})
"""Compared by the key; notes are ours; and a day of listing is compared only where it is proven."""
WORDS = {"birth_dates": "dates of birth", "birth_places": "places of birth"}


@dataclass(frozen=True, slots=True)
class Altered:
    """One field of an entry: what left it, and what came."""

    field: str
    was: tuple[str, ...]
    now: tuple[str, ...]

    def in_words(self) -> str:
        """``dates of birth: from 1955 to 1956``."""
        was, now = "; ".join(self.was), "; ".join(self.now)
        if was and now:
            return f"{self.field}: from {was} to {now}"
        return f"{self.field}: added {now}" if now else f"{self.field}: removed {was}"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that came, went, or was altered; ``what`` is empty for the first two."""

    key: str
    name: str
    what: tuple[Altered, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Each in the order of its edition; ``common`` are those that both have, altered or not."""

    added: tuple[EntryChange, ...]
    removed: tuple[EntryChange, ...]
    altered: tuple[EntryChange, ...]
    common: int


def compare_editions(before: Iterable[ListEntry], after: Iterable[ListEntry]) -> Changes:
    """Compare two editions of one list by its own references. Another reference is another entry.

    Entries that share a reference, as the same person under two programmes of the EU, are compared together:
    where one of them leaves, what it said is altered.
    """
    old, new = _by_reference(before), _by_reference(after)
    common = [key for key in new if key in old]
    altered = ((new[key], _altered(old[key], new[key])) for key in common)
    return Changes(
        added=tuple(_change(entries) for key, entries in new.items() if key not in old),
        removed=tuple(_change(entries) for key, entries in old.items() if key not in new),
        altered=tuple(_change(entries, what) for entries, what in altered if what),
        common=len(common),
    )


def _by_reference(entries: Iterable[ListEntry]) -> dict[str, list[ListEntry]]:
    found: dict[str, list[ListEntry]] = defaultdict(list)
    for entry in entries:
        found[reference_of(entry.key)].append(entry)
    return found


def _change(entries: list[ListEntry], what: tuple[Altered, ...] = ()) -> EntryChange:
    return EntryChange(reference_of(entries[0].key), entries[0].primary_name, what)


def _altered(old: list[ListEntry], new: list[ListEntry]) -> tuple[Altered, ...]:
    names = [field.name for field in fields(ListEntry) if field.name not in SKIPPED]
    if all(entry.listed_on_proven for entry in (*old, *new)):
        names.append("listed_on")
    found = []
    for name in names:
        was, now = _all(old, name), _all(new, name)
        known_was, known_now = set(map(_bare, was)), set(map(_bare, now))
        gone = tuple(one for one in was if _bare(one) not in known_now)
        came = tuple(one for one in now if _bare(one) not in known_was)
        if gone or came:
            found.append(Altered(WORDS.get(name, name.replace("_", " ")), gone, came))
    return tuple(found)


def _bare(text: str) -> str:
    """The text without white space, which is set anew from edition to edition and says nothing."""
    return "".join(text.split())


def _all(entries: list[ListEntry], name: str) -> tuple[str, ...]:
    """What any of them says in a field, each value once."""
    return tuple(dict.fromkeys(text for entry in entries for text in values_in_words(getattr(entry, name))))


def values_in_words(value: object) -> tuple[str, ...]:
    """The values of a field, each as words; the order of several is no change."""
    several = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in map(_said, several) if text)


def _said(value: object) -> str:
    if isinstance(value, ListedName):
        asides = ", ".join(filter(None, (value.quality, value.relation, value.script)))
        return f"“{value.text}” ({asides})"
    if isinstance(value, Identifier):
        return " ".join(filter(None, (value.kind, value.number, value.country and f"({value.country})")))
    return str(value)
