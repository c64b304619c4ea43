"""Putting bytes into the vault, unless they were erased or are sealed where nobody here can open them."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from answerable.model.canonical import sha256_hex
from answerable.model.errors import BytesChanged, Erased
from answerable.preserve.tables import kept_object
from answerable.preserve.vault import Vault
from answerable.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are in the vault now, or why they are not."""

    sha256: str
    why_not: str = ""


def keep(store: Store, vault: Vault, data: bytes) -> Kept:
    """Put bytes into the vault, durably, before any row speaks of them.

    What was erased is never kept again, and what is sealed is never kept open.
    """
    sha256 = sha256_hex(data)
    with store.reading() as connection:
        erased = erased_on(connection, sha256)
    if erased:
        return Kept("", f"it was erased on {erased}")
    try:
        return Kept(vault.put(data))
    except Erased:
        return Kept("", "it is sealed for someone protected whose key is not here")
    except BytesChanged:
        return Kept("", "it is kept sealed already, and the sealed copy is damaged")


def erased_on(connection: Connection, sha256: str) -> str:
    """When an object was erased; empty where it was not."""
    found = connection.execute(select(kept_object.c.erased).where(kept_object.c.sha256 == sha256)).scalar()
    return str(found or "")
