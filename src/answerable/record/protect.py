"""Protected people: sealed under keys of their own, and forgotten when those are destroyed."""

from base64 import b64encode

from sqlalchemy import select, update

from answerable.model.errors import NothingCalled
from answerable.model.record import Capture
from answerable.model.schemata import schema
from answerable.preserve.tables import capture as capture_table
from answerable.preserve.tables import kept_object, receipt_line, source
from answerable.preserve.vault import Vault
from answerable.read.tables import passage, text
from answerable.read.texts import lock_words, sealed_people, unlock_words
from answerable.record.consenting import seal_consents
from answerable.record.search import forget_statements, forget_text
from answerable.record.statements import content_key
from answerable.record.tables import entity, statement
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


def protect(change: Change, people: PeopleKeys, person: str) -> None:
    """Protect a person from now on: what identifies them in the record is sealed under their key."""
    row = change.connection.execute(select(entity).where(entity.c.id == person)).one_or_none()
    if row is None:
        raise NothingCalled(kind="person", name=person, nearest="")
    people.make(person)
    if not row.protected:
        change.execute(update(entity).where(entity.c.id == person).values(protected=True))
        change.log("protect", {"entity": person})
    identifying = [prop.name for prop in schema(row.schema).properties.values() if prop.identifying]
    found = change.connection.execute(
        select(statement).where(
            statement.c.entity == person, statement.c.prop.in_(identifying), statement.c.sealed_for == ""
        )
    ).all()
    for one in found:
        sealed = {
            "value": b64encode(people.seal(person, one.value.encode())).decode(),
            "content_key": content_key(people, person, one.prop, one.value, one.organisation, person),
            "sealed_for": person,
        }
        change.execute(update(statement).where(statement.c.id == one.id).values(**sealed))
    forget_statements(change, [one.id for one in found])
    seal_consents(change, people, person)


def seal_capture(change: Change, vault: Vault, people: PeopleKeys, taken: Capture, named: list[str]) -> None:
    """Seal a capture that names protected people: its bytes, its WARC, its texts and their passages.

    Whatever else was taken of the same source, or is the same bytes, is sealed with it. What was written
    open is overwritten and removed, in the vault and in the search index.
    """
    for sha256 in _objects_of(change, taken) if named else []:
        already = sealed_people(change.connection, sha256)
        if not set(named) - set(already):
            continue
        together = [*already, *(person for person in named if person not in already)]
        vault.seal(sha256, together)
        change.execute(
            update(kept_object).where(kept_object.c.sha256 == sha256).values(sealed_for=" ".join(together))
        )
        change.log("seal", {"sha256": sha256, "for": together})
        _seal_passages(change, people, sha256, together)
        forget_text(change, sha256)


def _objects_of(change: Change, taken: Capture) -> list[str]:
    found = change.connection.execute(
        select(capture_table.c.id, capture_table.c.sha256, capture_table.c.warc_sha256).where(
            (capture_table.c.source == taken.source) | (capture_table.c.sha256 == taken.sha256)
        )
    ).all()
    texts = change.connection.execute(
        select(text.c.sha256).where(text.c.capture.in_([row.id for row in found]))
    ).scalars()
    objects = [sha256 for row in found for sha256 in (row.sha256, row.warc_sha256)]
    return list(dict.fromkeys(filter(None, [*objects, *texts])))


def _seal_passages(change: Change, people: PeopleKeys, sha256: str, named: list[str]) -> None:
    found = change.connection.execute(select(passage).where(passage.c.text_sha256 == sha256)).all()
    for row in found:
        already = row.sealed_for.split()
        words = {
            part: lock_words(people, named, unlock_words(people, already, getattr(row, part)))
            for part in ("exact", "prefix", "suffix")
        }
        change.execute(
            update(passage).where(passage.c.id == row.id).values(sealed_for=" ".join(named), **words)
        )


def erase(change: Change, person: str, because: str) -> list[str]:
    """Mark a person as forgotten, and give back the kept objects that `destroy` is to take away.

    Rows stay as tombstones and the evidence log still verifies. The marks are committed first: a crash
    before `destroy` leaves an erasure that `verify` reports as unfinished, never a silent half.
    """
    row = change.connection.execute(select(entity).where(entity.c.id == person)).one_or_none()
    if row is None or not row.protected:
        raise NothingCalled(kind="protected person", name=person, nearest="")
    change.execute(update(entity).where(entity.c.id == person).values(erased=change.at))
    found = change.connection.execute(
        select(kept_object.c.sha256).where(kept_object.c.sealed_for.contains(person))
    )
    objects = [str(one.sha256) for one in found]
    for sha256 in objects:
        change.execute(update(kept_object).where(kept_object.c.sha256 == sha256).values(erased=change.at))
        _forget_titles(change, sha256)
    change.log("erase", {"entity": person, "because": because, "objects": len(objects)})
    return objects


def destroy(vault: Vault, people: PeopleKeys, person: str, objects: list[str]) -> None:
    """Destroy a person's key, and with it everything sealed under it, here and in every backup."""
    people.destroy(person)
    for sha256 in objects:
        vault.destroy(sha256)


def _forget_titles(change: Change, sha256: str) -> None:
    """A file's name or address may itself name the person."""
    brought = (capture_table.c.sha256 == sha256) | (capture_table.c.warc_sha256 == sha256)
    of_capture = select(capture_table.c.source).where(brought)
    change.execute(
        update(receipt_line)
        .where(receipt_line.c.capture.in_(select(capture_table.c.id).where(brought)))
        .values(input="(erased)")
    )
    nothing = {"title": "(erased)", "url": "", "publisher": "", "origin": "", "author": ""}
    change.execute(update(source).where(source.c.id.in_(of_capture)).values(**nothing))
