"""The official lists of a workspace, kept at hand for many questions: what `serve` asks of.

In: an open workspace. Out: matches and entries. Promises that only entries of imported lists are here,
never what the workspace says of anyone, and that a new edition is in use within seconds.
"""

import hashlib
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from answerable.identify.countries import code_of, words_of
from answerable.identify.entry import ListEntry
from answerable.identify.index import NameIndex
from answerable.identify.lists import Edition, entries_of
from answerable.identify.screening import Match, Query, screen
from answerable.model.errors import NoLists, NothingHere
from answerable.workspace.asking import editions_in_use, name_index
from answerable.workspace.workspace import Workspace

EVERY_LIST = "default"
"""The name under which every imported list is asked at once."""
LOOK_AGAIN_AFTER = 3.0
"""Seconds for which the editions are taken to be the same."""
AT_MOST = 50
"""Matches that are ranked for one name before they are narrowed."""
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

    def __init__(self, index: NameIndex, listed: Iterable[Listed], editions: tuple[Edition, ...]) -> None:
        self.editions = editions
        self.by_id = {one.id: one for one in listed}
        self._index = index
        self._words = _usual_words(self.by_id.values())

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

    def ask(self, asked: Asked, lists: frozenset[str]) -> list[Match]:
        """The entries that any of the names might mean, best first, each once by its best name.

        Raises `DateImpossible`.
        """
        country = self._words.get(code_of(asked.country) or asked.country.casefold(), words_of(asked.country))
        index = self._index.only(lists)
        best: dict[tuple[str, str], Match] = {}
        for name in asked.names:
            for match in screen(index, Query(name, asked.born, country if asked.country else ""), AT_MOST):
                key = match.edition.list_id, match.entry.key
                fits = not asked.kinds or match.entry.kind in asked.kinds | {"unknown"}
                if fits and (key not in best or match.score > best[key].score):
                    best[key] = match
        return sorted(best.values(), key=lambda one: (-one.score, one.edition.list_id, one.entry.key))

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


def _usual_words(listed: Iterable[Listed]) -> dict[str, str]:
    """How the lists most often write each country, by its code: what is asked must be in their words."""
    counted = Counter(country for one in listed for country in one.entry.countries)
    words: dict[str, str] = {}
    for country, _ in counted.most_common():
        words.setdefault(code_of(country) or country.casefold(), country)
    return words


class Lists:
    """Hands out the lists as they are now. The index is made once and swapped when an edition is new."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace = workspace
        self._clock = clock
        self._swapping = threading.Lock()
        self._served = self._load()
        self._looked = clock()

    def now(self) -> Served:
        """The lists in use. While one request makes the index anew, the others go on with the one before."""
        if self._clock() - self._looked >= LOOK_AGAIN_AFTER and self._swapping.acquire(blocking=False):
            try:
                self._looked = self._clock()
                if tuple(editions_in_use(self._workspace)) != self._served.editions:
                    self._served = self._load()
            finally:
                self._swapping.release()
        return self._served

    def _load(self) -> Served:
        editions = tuple(editions_in_use(self._workspace))
        with self._workspace.store.reading() as connection:
            listed = [
                Listed(entry_id(edition.info.list_id, entry.key), edition, entry)
                for edition in editions
                for entry in entries_of(connection, edition.id)
            ]
        return Served(name_index(self._workspace), listed, editions)
