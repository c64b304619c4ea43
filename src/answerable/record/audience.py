"""The one door: opening the record for one audience."""

from collections.abc import Iterator
from contextlib import contextmanager

from answerable.model.audience import Audience
from answerable.preserve.vault import Vault
from answerable.record.view import Moment, View
from answerable.store.keys import Keys, PeopleKeys
from answerable.store.unit_of_work import Store


class Door:
    """Opens Views; the parts it holds are never handed on."""

    def __init__(self, store: Store, vault: Vault, people: PeopleKeys, keys: Keys) -> None:
        self._store = store
        self._vault = vault
        self._people = people
        self._pseudonym_key = keys.people

    @contextmanager
    def open(self, person: str, audience: Audience, as_of: Moment | None = None) -> Iterator[View]:
        """A View of the record as ``audience`` may see it, opened by ``person`` (an opaque id); with
        ``as_of`` as they might have seen it then.

        Opening it for anyone but the own team is itself a line in the evidence log.
        """
        if audience.kind != "team":
            with self._store.change() as change:
                change.log("view", {"audience": str(audience), "person": person})
        with self._store.reading() as connection:
            yield View(
                connection,
                audience,
                vault=self._vault,
                people=self._people,
                pseudonym_key=self._pseudonym_key,
                chain=self._store.chain,
                as_of=as_of,
            )
