"""Lists kept at hand for many questions, as programs ask them: by several names, and by ids.

Only entries of imported lists are here, never what a workspace says of anyone.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.identify.countries import as_written, usual_words
from answerable.identify.entry import ListEntry
from answerable.identify.index import NameIndex
from answerable.identify.lists import Edition
from answerable.identify.match import Group
from answerable.identify.screening import Bars, Query, screen_any
from answerable.identify.tolerance import DEFAULT, Tolerance, entries_in, tolerated
from answerable.model.errors import NoLists, NothingHere

EVERY_LIST = "default"
"""The name under which every imported list is asked at once."""
AT_MOST = 50
"""Names that are ranked for one question before they are narrowed."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._]+")
_UNSAFE_IN_DATASET = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list, with the edition it stands in and the id it is known by outside."""

    id: str
    edition: Edition
    entry: ListEntry


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about one person or body: any of its names, and what else is known of it.

    ``kinds`` narrows to kinds of entries; those whose kind the list does not tell always stay in.
    """

    names: tuple[str, ...]
    born: str = ""
    country: str = ""
    kinds: frozenset[str] = frozenset()
    note: str = ""
    """What of it could not be read, and so is not compared; empty where all of it could."""


def entry_id(list_id: str, key: str) -> str:
    """What an entry is known by outside: the same as long as the list tells it apart by the same key."""
    plain = _UNSAFE.sub("-", key).strip("-")
    if plain != key:
        plain += "-" + hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{_UNSAFE.sub('-', list_id)}-{plain}"


def dataset_of(list_id: str) -> str:
    """What a list is called outside: FollowTheMoney knows only small letters, figures and “_” in names."""
    return _UNSAFE_IN_DATASET.sub("_", list_id.lower()).strip("_")


class Served:
    """The lists as they stood when they were last looked at; never changed."""

    def __init__(
        self,
        index: NameIndex,
        listed: Iterable[Listed],
        editions: tuple[Edition, ...],
        one_in: int = DEFAULT,
    ) -> None:
        """``one_in``: the tolerance of its keeper; see `tolerated`."""
        self.editions = editions
        self.by_id = {one.id: one for one in listed}
        self.one_in = one_in
        self._index = index
        self._words = usual_words(country for one in self.by_id.values() for country in one.entry.countries)

    def named(self, names: Iterable[str]) -> frozenset[str]:
        """The ids of the lists that are called so, outside or by their ids."""
        wanted = set(names)
        ids = [edition.info.list_id for edition in self.editions]
        return frozenset(one for one in ids if wanted & {one, dataset_of(one), EVERY_LIST})

    def within(self, dataset: str) -> frozenset[str]:
        """The ids of the lists a dataset is made of; raise `NothingHere`, or `NoLists` where none are."""
        if not self.editions:
            raise NoLists
        lists = self.named([dataset])
        if not lists:
            raise NothingHere(what="dataset")
        return lists

    def tolerance(self, lists: frozenset[str], one_in: int | None = None) -> Tolerance:
        """The tolerance for these lists: its keeper's, or the asker's; raise `ToleranceUnmeasured`."""
        return tolerated(one_in or self.one_in, entries_in(self._index.only(lists)))

    def ask(self, asked: Asked, lists: frozenset[str], tolerance: Tolerance) -> tuple[Group, ...]:
        """The listed names that any of the names might mean, best first, those below the tolerance too.

        Raises `DateImpossible`.
        """
        country = as_written(asked.country, self._words)
        queries = [Query(name, asked.born, country) for name in asked.names]
        bars = Bars(review=tolerance.bar)
        return screen_any(self._index.only(lists), queries, AT_MOST, bars, asked.kinds)

    def beginning(self, typed: str, lists: frozenset[str], limit: int) -> list[Listed]:
        """Entries a name of which has a word that begins with what is typed, in the order of the lists."""
        sought = " " + typed.casefold().strip()
        found = (
            one
            for one in self.by_id.values()
            if one.edition.info.list_id in lists
            and any(sought in " " + name.text.casefold() for name in one.entry.names)
        )
        return [one for one, _ in zip(found, range(limit), strict=False)] if sought.strip() else []
